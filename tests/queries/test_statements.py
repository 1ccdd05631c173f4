"""Statements: who speaks, of whom and of when; copies are one, a headline is no second statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.model import Mention, Quote
from dashboard.queries import statements
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import cut
from dashboard.queries.statement_words import about, days
from dashboard.store import Store
from dashboard.tables import frames
from tests.deskdata import Draft

ALL = Filters()
ENVOY = Draft(
    "s1",
    "السفير: المناورة قريبة",
    "قال السفير [RUS:الروسي] لوان جاغريان أمس إن سفن [CHN:الصين] تصل في مارس المقبل. ولم يعلق أحد في [SAU:السعودية].",
    "2023-02-10",
    dates=[
        ("أمس", {"from_day": "2023-02-09", "to_day": "2023-02-09", "precision": "day", "tense": "past"}),
        ("مارس المقبل", {"from_day": "2023-03-01", "to_day": "2023-03-31", "precision": "month", "tense": "future"}),
    ],
)
SAID = "إن سفن الصين تصل في مارس المقبل"


def record(draft: Draft, *quotes: tuple[str, str, str, dict[str, Any]], name: str = "لوان جاغريان") -> Any:
    """A draft with its envoy named, and with quotes: words, field, speaker and what else is to be said."""
    made = draft.record()
    text, at = made.article.text, len(made.mentions)
    start = text.find(name)
    envoy = Mention(start=start, end=start + len(name), text=name, kind="person", id="levan", name=name, rule="test",
                    role="السفير الروسي", sentence=0)  # fmt: skip
    out = []
    for words, field, speaker, more in quotes:
        where = (made.article.title if field == "title" else text).index(words)
        place = None if field == "title" else next(i for i, (a, b) in enumerate(made.sentences) if a <= where < b)
        mention = at if speaker == name and start >= 0 else None
        out.append(Quote(start=where, end=where + len(words), field=field, sentence=place, rule="test", speaker=speaker,
                         speaker_mention=mention, **more))  # fmt: skip
    return replace(made, mentions=(*made.mentions, envoy) if start >= 0 else made.mentions, quotes=tuple(out))


Make = Callable[..., tuple[Corpus, Store]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(*records: Any) -> tuple[Corpus, Store]:
        store = Store(tmp_path / "w.db")
        store.put(list(records), store.add_batch("test"))
        return Corpus(frames(store), store.revision(), store.search), store

    return made


def test_speaker_role_states_and_days(make: Make) -> None:
    corpus, _ = make(record(ENVOY, (SAID, "text", "لوان جاغريان", {"direct": True})))
    found = statements.statements(corpus, ALL)
    assert found[["speaker", "name", "kind", "role"]].iloc[0].to_list() == [
        "levan", "لوان جاغريان", "person", "السفير الروسي",
    ]  # fmt: skip
    assert about(corpus, found) == ["CHN"]  # the envoy's own state is his role; the next sentence is another
    assert days(corpus, found) == [(pd.Timestamp("2023-03-01"), pd.Timestamp("2023-03-31"))]  # not yesterday


def test_who_is_not_named_goes_by_what_is_written(make: Make) -> None:
    corpus, _ = make(record(ENVOY, (SAID, "text", "وسائل الإعلام الروسية", {})))
    found = statements.statements(corpus, ALL).iloc[0]
    assert (found["kind"], found["name"]) == ("unnamed", "وسائل الإعلام الروسية")
    assert found["speaker"].startswith(statements.WRITTEN) and "ة" not in found["speaker"]  # one, however it is spelt


def test_a_headline_that_repeats_its_text_is_no_second_statement(make: Make) -> None:
    both = record(ENVOY, ("المناورة قريبة", "title", "لوان جاغريان", {}), (SAID, "text", "لوان جاغريان", {}))
    assert statements.statements(make(both)[0], ALL)["field"].to_list() == ["text"]


def test_what_only_the_headline_says_is_shown_as_that(make: Make) -> None:
    corpus, store = make(record(ENVOY, ("المناورة قريبة", "title", "السفير", {}), (SAID, "text", "لوان جاغريان", {})))
    lines = statements.told(corpus, ALL, store.texts)
    assert [one.row.pieces[0].field for one in lines] == ["title", "text"]
    shown = statements.shown(corpus, lines[0].row)
    assert cut(shown, store.texts(["s1"])["s1"]) == [("السفير: ", ""), ("المناورة قريبة", "hit")]


def test_a_statement_with_two_speakers_is_one_line_of_both(make: Make) -> None:
    corpus, store = make(record(ENVOY, (SAID, "text", "لوان جاغريان", {}), (SAID, "text", "مصدر", {})))
    assert len(statements.statements(corpus, ALL)) == 2
    assert len(statements.told(corpus, ALL, store.texts)) == 1
    assert set(statements.speakers(corpus, ALL, store.texts)["count"]) == {1}
    assert len(statements.chosen(corpus, ALL, store.texts, speaker="levan")) == 1


def test_copies_are_one_statement_and_another_article_is_another(make: Make) -> None:
    long = " في ميناء بعيد عن كل ما ألفه البحارة" * 12
    base = replace(ENVOY, text=ENVOY.text + long + ".")
    quote = (SAID, "text", "لوان جاغريان", {})
    copy = record(replace(base, id="s2", source="صحيفة النسخ", published="2023-02-12"), quote)
    other = record(
        replace(ENVOY, id="s3", published="2023-02-13", text="وقال لوان جاغريان إن سفن [CHN:الصين] تصل في مارس المقبل "
                "إلى الميناء.", dates=[]),
        ("إن سفن الصين تصل في مارس المقبل إلى الميناء", "text", "لوان جاغريان", {}),
    )  # fmt: skip
    corpus, store = make(record(base, quote), copy, other)
    lines = statements.told(corpus, ALL, store.texts)
    assert [(one.row.article, [row.article for row in one.copies]) for one in lines] == [("s3", []), ("s2", ["s1"])]
    assert statements.speakers(corpus, ALL, store.texts)["count"].to_list() == [2]
    only = Filters(sources=("وكالة الساحل",))
    assert [len(one.copies) for one in statements.told(corpus, only, store.texts)] == [0, 0]


def test_kinds_and_wording_choose(make: Make) -> None:
    corpus, store = make(
        record(ENVOY, (SAID, "text", "لوان جاغريان", {"direct": True}), ("ولم يعلق أحد", "text", "مصدر", {}))
    )
    count = [
        len(statements.chosen(corpus, ALL, store.texts, **asked))
        for asked in ({}, {"kind": "person"}, {"kind": "institution"}, {"wording": "direct"},
                      {"kind": "unnamed", "wording": "direct"}, {"speaker": "nobody"})
    ]  # fmt: skip
    assert count == [2, 1, 0, 1, 0, 0]
    assert statements.speakers(corpus, ALL, store.texts, "person")["speaker"].to_list() == ["levan"]
    assert statements.speakers(corpus, ALL, store.texts, "institution").empty


def test_the_filters_leave_statements_of_their_sentences(make: Make) -> None:
    corpus, _ = make(record(replace(ENVOY, themes={"naval-drills": ["سفن"]}), (SAID, "text", "مصدر", {}),
                            ("ولم يعلق أحد", "text", "مصدر", {})))  # fmt: skip
    assert len(statements.statements(corpus, Filters(themes=("naval-drills",)))) == 1
    assert statements.statements(corpus, Filters(states=("IRN",))).empty
    assert statements.statements(make_empty(corpus), ALL).empty


def make_empty(corpus: Corpus) -> Corpus:
    return Corpus({name: frame.iloc[:0] for name, frame in corpus.frames.items()})
