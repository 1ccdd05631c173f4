"""Search: queries against a small workspace, what can't be read, and what is marked in a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.deciding import merge, rename, split, take_back
from dashboard.errors import QueryError
from dashboard.ingest import store_all
from dashboard.lexicon.query.forms import forms_of
from dashboard.lexicon.query.tree import And, In, Near, Not, Or, Phrase, Word
from dashboard.model import Article, Mention, Published, Record
from dashboard.queries.corpus import Corpus
from dashboard.queries.search import answers, matching, parse, spans
from dashboard.store import Store
from dashboard.tables import frames


def _article(id: str, title: str, text: str, day: str, source: str = "Marsad sample") -> Article:
    published = Published(dt.date.fromisoformat(day), "given", day)
    return Article(text=text, title=title, id=id, source=source, published=published, origin=id)


ARTICLES = [
    _article("drill", "مناورة بحرية في الخليج", "أجرت إيران والصين المناورات البحريّة في بحر عمان أمس. وقال سيرغي "
             "لافروف إن أمن الملاحة يهم الجميع.", "2022-01-20"),
    _article("talks", "جولة في مسقط", "تبدأ السعودية وإيران محادثات جديدة في 5 مارس 2023. ولن تُجرى مناورات.",
             "2023-02-20", "الوكالة"),
    _article("milk", "أسعار اللبن", "ارتفع سعر لبن الأبقار في السوق.", "2023-03-01"),
    _article("beirut", "عودة إلى بيروت", "قال مسؤول في لبنان إن السفارة في بيروت ستفتح أبوابها.", "2023-03-02"),
    _article("english", "Navies meet", "The two navies will hold naval and air drills. S-400 systems were sold to "
             "Turkey.", "2021-08-24"),
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    store = Store(Path(tmp_path_factory.mktemp("search")) / "w.db")
    store_all(ARTICLES, store, label="search")
    return Corpus(frames(store), store.revision(), store.search, store.known_words)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "drill talks milk beirut english"),
        # words: folded, behind clitics, in other endings; a name keeps its ending
        ("المناورات", "drill talks"), ("مناوره", "drill talks"), ("المُناورات البحريّة", "drill"),
        ("ايران", "drill talks"),
        ("والمناورات", "drill talks"), ("بالمناورات", "drill talks"), ("للبنان", "beirut"), ("وبإيران", "drill talks"),
        ("لبنان", "beirut"), ("لبن", "milk"), ("drill", "english"), ("navy", "english"), ("شاركة", ""),
        ("ناورات", ""),
        ("S-400", "english"), ("إيران: مناورات", "drill talks"), ("بيروت، لبنان", "beirut"),
        # phrases and beginnings are as written
        ('"بحر عمان"', "drill"), ("«بحر عمان»", "drill"), ('"عمان بحر"', ""), ('"محادثة جديدة"', ""),
        ("مناور*", "drill talks"),
        ("محاد*", "talks"),
        # operators
        ("إيران -الصين", "talks"), ("إيران NOT الصين", "talks"), ("NOT إيران", "milk beirut english"),
        ("-إيران -لبن", "beirut english"),
        ("لبن OR لبنان", "milk beirut"), ("لبن أو لبنان", "milk beirut"), ("(لبن OR لبنان) سعر", "milk"),
        ("لبن OR لبنان سعر", "milk"), ("إيران AND الصين", "drill"), ("إيران و الصين", "drill"), ("إيران و لبن", ""),
        ('"إيران و الصين"', ""),
        ("الصين OR (مناورات -الصين)", "drill talks"),
        # nearness, in either order
        ("الصين NEAR/2 إيران", "drill"), ("إيران NEAR/1 لافروف", ""), ('"naval drills"', ""),
        ('"naval drills"~2', "english"),
        ('"drills naval"~2', "english"), ('"naval drills"~1', ""),
        # fields
        ("title:مناورات", "drill"), ("عنوان:مسقط", "talks"), ('title:"جولة في"', "talks"),
        ("source:الوكالة", "talks"),
        ("country:إيران", "drill talks"), ("country:IRN -country:CHN", "talks"), ("دولة:السعودية", "talks"),
        ("country:الصيني", "drill"), ("country:فيجي", ""), ("person:لافروف", "drill"),
        ('place:"بحر عمان"', "drill"), ("place:بيروت", "beirut"), ("place:Beirut", "beirut"), ("place:طرابلس", ""),
        ("theme:naval-drills", "drill english"), ("theme:المناورات", "drill english talks"),
        ("موضوع:مناورة", "drill english talks"), ('theme:"مناورات بحرية"', "drill english"),
        ("language:en", "english"), ("language:ar country:LBN", "beirut"),
        # days: of publication, and spoken of
        ("date:2023", "talks milk beirut"), ("date:2023-03", "milk beirut"), ("date:2023-03-02", "beirut"),
        ("date:2022-01..2023-02", "drill talks"), ("date:..2021", "english"), ("تاريخ:2023-03-02..", "beirut"),
        ("event:2023-03-05", "talks"), ("event:2022-01-19", "drill"),
    ],
)  # fmt: skip
def test_answers(corpus: Corpus, query: str, found: str) -> None:
    assert set(corpus.articles["id"][matching(corpus, query)]) == set(found.split())


@pytest.mark.parametrize(
    ("word", "others", "no"),
    [
        ("سوريا", {"سوريه", "وسوريه"}, {"سوري", "سور"}), ("سوريه", {"سوريا", "لسوريا"}, {"سوريون"}),
        ("امريكا", {"اميركا", "باميركا"}, {"امريكي"}), ("اسطنبول", {"استانبول"}, set()),
        ("روسيا", {"وروسيا"}, {"روسيه", "روسي"}),  # an adjective, and the name in Persian
        ("كييف", {"بكييف"}, {"كيف", "وكيف"}), ("والحرب", {"الحرب", "بالحرب"}, set()), ("وزير", {"وزيرها"}, {"زير"}),
        ("بكين", {"لبكين"}, {"كين"}), ("وكالة", set(), {"كاله"}),
        ("المغرب", {"بالمغرب"}, {"مغرب"}), ("لبنان", {"للبنان"}, {"لبن"}),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_spelt(word: str, others: set[str], no: set[str]) -> None:
    forms = set(forms_of(word))
    assert others <= forms and not no & forms


@pytest.mark.parametrize(
    ("query", "code", "at"),
    [
        ('إيران "بحر', "unclosed-quote", 6), ("(a OR b", "unclosed-bracket", 0), ("a)", "unopened", 1),
        ("a OR", "missing-term", 4),
        ("OR a", "missing-term", 0), ("a AND AND b", "missing-term", 6), ("NOT", "missing-term", 3),
        ("()", "missing-term", 1),
        ("a NEAR/3", "missing-term", 8), ("wer:لافروف", "unknown-field", 0), ("a country:", "empty-field", 2),
        ("date:2021-13", "bad-date", 5), ("date:..", "bad-date", 5), ("date:أمس", "bad-date", 5),
        ("a event:2021-02-30", "bad-date", 8), ("date:2021..2024-13", "bad-date", 5),
        ("a * b", "no-letters", 2),
        ("م*", "short-prefix", 0), ("(" * 60 + "a" + ")" * 60, "too-deep", 51),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_at_its_character(corpus: Corpus, query: str, code: str, at: int) -> None:
    for asked in (lambda: matching(corpus, query), lambda: parse(query)):  # the search box only parses
        with pytest.raises(QueryError) as raised:
            asked()
        assert (raised.value.code, raised.value.at) == (code, at)
    assert not corpus.matching(query).any()


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a b", And((Word("a"), Word("b")))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("-a", Not(Word("a"))),
        ("a NEAR b", Near((Word("a"), Word("b")), 10)),
        ("title:S-400", In("title", Phrase(("s", "400")), "S-400", 6)),
        ("10:30", Phrase(("10", "30"))),
        ("قال: نعم", And((Word("قال"), Word("نعم")))),
        ("http://a.b", Phrase(("http", "a", "b"))),
    ],
)  # fmt: skip
def test_trees(query: str, tree: object) -> None:
    assert parse(query) == tree


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='اب ae:"()*-~/1NEAROT«»،', max_size=30) | st.text(max_size=30))
def test_any_query_is_answered_or_explained(corpus: Corpus, query: str) -> None:
    try:
        matching(corpus, query)
    except QueryError as error:
        assert 0 <= error.at <= len(query) and str(error)


@pytest.mark.parametrize(
    ("query", "code", "at", "near"),
    [
        ("country:لبن", "country", 8, "لبنان"), ("إيران دولة:روصيا", "country", 11, "روسيا"),
        ("country:Irann", "country", 8, "Iran"), ("-country:XQQ", "country", 9, ""),
        ("theme:عقوباط", "theme", 6, "العقوبات"), ("theme:sanctoins", "theme", 6, "Sanctions"),
        ("person:لافروق", "person", 7, "سيرغي لافروف"), ('person:"Jane Nobody"', "person", 7, ""),
        ("place:بيرووت", "place", 6, "بيروت"), ("org:qwrtz", "org", 4, ""),
    ],
)  # fmt: skip
def test_a_name_that_nothing_bears_is_told_with_what_comes_near(
    corpus: Corpus, query: str, code: str, at: int, near: str
) -> None:
    with pytest.raises(QueryError) as raised:
        matching(corpus, query)
    error = raised.value
    assert (error.code, error.at) == (f"unknown-{code}", at)
    assert (near in " ".join(error.near) and near in str(error)) if near else not error.near
    assert not corpus.matching(query).any()


@pytest.mark.parametrize("query", ["country:Fiji", "country:FJI", "country:سوفا", "theme:space", "person:ماكرون",
                                   "place:طوكيو", "place:طرابلس", "org:الناتو", "org:NATO"])  # fmt: skip
def test_what_is_known_and_in_no_article_is_no_error(corpus: Corpus, query: str) -> None:
    assert not matching(corpus, query).any()


def test_answers_come_newest_first(corpus: Corpus) -> None:
    found = answers(corpus, "إيران")
    assert [row["id"] for row in found] == ["talks", "drill"]
    assert found[0] == {"id": "talks", "published": "2023-02-20", "source": "الوكالة", "title": "جولة في مسقط"}


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("مناورات", ["والمناورات", "المناورة"]), ('"بحر عمان"', ["بحرِ عُمان"]),
        ("مناو*", ["والمناورات", "المناورة"]),
        ("-مناورات", []), ("country:إيران", []), ("إيران NEAR/3 بحر", ["بحرِ", "إيران"]),
        ("title:إيران", ["إيران"]), ("", []),
    ],
)  # fmt: skip
def test_hits_in_a_text(query: str, marked: list[str]) -> None:
    text = "والمناورات في بحرِ عُمان: قالت إيران إن المناورة انتهت."
    assert [text[start:end] for start, end in spans(text, parse(query))] == marked


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ابتةهيونلمكف ال", min_size=1, max_size=12))
def test_a_words_own_form_is_its_first(word: str) -> None:
    for one in word.split():
        assert forms_of(one)[0] == one


def test_who_was_merged_or_renamed_is_found_by_the_old_names_too(tmp_path: Path) -> None:
    store = Store(tmp_path / "w.db")
    store_all(ARTICLES, store, label="search")
    names = {"drill": "سيرغي لافروف", "milk": "حسن التاجر", "talks": "علي الكاتب", "beirut": "حسن التاجر"}
    store.put([
        Record(article=replace(article, id=id), mentions=(
            Mention(start=0, end=len(name), text=name, kind="person", id=f"person:{name}", name=name, rule="t"),
        ))
        for id, name in names.items() for article in [Article(text=f"{name} قال شيئا.", id=id)]
    ], store.add_batch("t"))  # fmt: skip

    def found(query: str) -> set[str]:
        corpus = Corpus(frames(store), store.revision(), store.search, store.known_words, {}, store.identities())
        return {row["id"] for row in answers(corpus, query)}

    assert found("person:الكاتب") == {"talks"} and found("person:التاجر") == {"milk", "beirut"}
    merge(store, ["person:علي الكاتب"], "person:حسن التاجر", "أبو علي", "Abu Ali")
    both = {"talks", "milk", "beirut"}
    for query in ('person:"علي الكاتب"', "person:التاجر", "person:Abu", 'person:"person:علي الكاتب"'):
        assert found(query) == both, query
    assert found("person:لافروف") == {"drill"} and found("person:زاخاروفا") == set()
    split(store, "person", "person:حسن التاجر", ["beirut"], "حسن الآخر")
    assert found("person:الآخر") == {"beirut"} and found("person:Abu") == {"talks", "milk"}
    rename(store, "person:سيرغي لافروف", "الوزير الروسي")
    assert found("person:لافروف") == found("person:الروسي") == {"drill"}
    take_back(store, store.corrections("identity"))
    assert found("person:الكاتب") == {"talks"} and found("person:Abu") == set()
