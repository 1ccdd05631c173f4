"""How findings, names and sources are told: in the language of the desk, and never as the codes they are kept in."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboard.lexicon import load
from dashboard.queries.reading import Finding, entities
from dashboard.views import coded, explain
from dashboard.views.desk import Desk
from dashboard.views.text import dated
from dashboard.views.words import LANGUAGES, words

NAMES = {"ar": {"OMN": "عُمان", "QAT": "قطر"}, "en": {"OMN": "Oman", "QAT": "Qatar"}}


def desk(language: str) -> Desk:
    return cast(Desk, SimpleNamespace(words=words(language), actor=NAMES[language].__getitem__))


@pytest.mark.parametrize(
    ("written", "arabic", "english"),
    [
        ("skynews", "سكاي نيوز", "Sky News"),
        ("Sky News Arabia", "سكاي نيوز عربية", "Sky News Arabia"),
        ("news.sky.com", "سكاي نيوز", "Sky News"),
        ("www.alarabiya.net", "العربية", "Al Arabiya"),
        ("FRANCE24", "فرانس 24", "France 24"),
        ("BBC", "بي بي سي", "BBC"),
        ("وكالة رويترز", "رويترز", "Reuters"),
        ("Marsad sample – جريدة الميناء", "عيّنة مرصد – جريدة الميناء", "Marsad sample – جريدة الميناء"),
        ("نشرة الحي", "نشرة الحي", "نشرة الحي"),
        ("un", "un", "un"),  # a host's short name is no outlet's
        ("", "مصدر مجهول", "source unknown"),
        (None, "مصدر مجهول", "source unknown"),
    ],
)
def test_outlets_have_names(written: str | None, arabic: str, english: str) -> None:
    assert [words(language).source(written) for language in LANGUAGES] == [arabic, english]


@pytest.mark.parametrize(
    ("name", "arabic", "english"),
    [
        ("مسؤول في الميناء", "مسؤول في الميناء", "“\u2068مسؤول في الميناء\u2069”"),
        ("port officials", "«\u2068port officials\u2069»", "port officials"),
    ],
)
def test_what_is_as_written_says_so_in_the_other_language(name: str, arabic: str, english: str) -> None:
    assert [words(language).written(name) for language in LANGUAGES] == [arabic, english]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("لعام 2031", "العام 2031"),  # of للعام
        ("لأسبوع المقبل", "الأسبوع المقبل"),
        ("ليل الخميس", "ليل الخميس"),
        ("ليلة أمس", "ليلة أمس"),
        ("لاحقا", "لاحقا"),
        ("لمدة شهر", "لمدة شهر"),
        ("العام 2031", "العام 2031"),
        ("late May", "late May"),
    ],
)
def test_a_date_has_its_article_back(text: str, said: str) -> None:
    assert dated(text) == said


def relation(**more: Any) -> dict[str, Any]:
    made = {"type": "REJECT", "source": "OMN", "target": "QAT", "reciprocal": False, "actors": ["OMN", "QAT"]}
    return {**made, "status": "occurred", "announces": None, "context": [], **more}


@pytest.mark.parametrize(
    ("found", "arabic", "english"),
    [
        ({}, "عُمان ← قطر: رفض", "Oman → Qatar: reject"),
        ({"target": None}, "عُمان: رفض", "Oman: reject"),
        ({"source": None}, "رفض تجاه قطر", "reject towards Qatar"),
        ({"source": None, "target": None}, "رفض", "reject"),
        ({"type": "RETREAT", "mode": "release"}, "عُمان ← قطر: إفراج (تراجع)", "Oman → Qatar: release (retreat)"),
        ({"type": "SANCTION", "mode": "expel"}, "عُمان ← قطر: طرد (عقوبة)", "Oman → Qatar: expel (sanction)"),
        ({"type": "SANCTION", "mode": None}, "عُمان ← قطر: عقوبة", "Oman → Qatar: sanction"),
        ({"type": "RETREAT", "mode": "release", "source": None}, "إفراج (تراجع) تجاه قطر",
         "release (retreat) towards Qatar"),
        ({"mode": "meet"}, "عُمان ← قطر: رفض اللقاء", "Oman → Qatar: reject a meeting"),  # says the type already
        ({"mode": "of another ontology"}, "عُمان ← قطر: رفض", "Oman → Qatar: reject"),
    ],
)  # fmt: skip
def test_a_relation_says_what_was_done_and_shows_no_gap(found: dict[str, Any], arabic: str, english: str) -> None:
    told = [coded.title(desk(language), relation(**found)) for language in LANGUAGES]
    assert told == [arabic, english]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_end_that_was_weighed_says_so(language: str) -> None:
    told = relation(rule="relation:reject:verb", attributed_to=None, date=None, confidence=0.72)
    findings = [
        Finding("relation", "text", 0, 5, 0, {**told, "rule": rule})
        for rule in (told["rule"], told["rule"] + ":weighed")
    ]
    plain, weighed = (explain.lines(desk(language), one, {}, ruled=False) for one in findings)
    assert [line for line in weighed if line not in plain] == [words(language)("how.weighed")]


def runs(text: str) -> list[str]:
    """How each isolate of a text runs, by Unicode's rule (P2): by its first letter or mark outside inner isolates."""
    found, opened = [], list[list[str]]()
    for letter in text:
        if letter == "\u2068":
            opened.append([])
        elif letter == "\u2069":
            found.append(next(iter(opened.pop()), ""))
        elif opened and (way := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            opened[-1].append("rtl" if way != "L" else "ltr")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reciprocal", [True, False])
def test_who_did_it_and_to_whom_stand_as_the_language_is_read(language: str, reciprocal: bool) -> None:
    """Names that are all isolated run to the right by themselves: in Arabic the doer then stood where the target is."""
    told = coded.line(desk(language), relation(mode=None, reciprocal=reciprocal))
    assert set(runs(f"\u2068{told}\u2069")) == {words(language).direction}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mode_has_words_of_its_own(language: str) -> None:
    say, types = words(language), load().data("plover")["types"]
    for kind, about in types.items():
        said = [coded.deed(say, kind, mode) for mode in about.get("modes", ())]
        assert len(set(said)) == len(said), kind
        assert all(say.has(f"mode.{kind}.{mode}") for mode in about.get("modes", ())), kind
        assert all(one == say(f"plover.{kind}") or len(one) > len(say(f"plover.{kind}")) for one in said), said


@pytest.mark.parametrize(("language", "said"), [("en", "release"), ("ar", "إفراج")])
def test_what_is_announced_is_told_by_the_mode_of_its_deed(language: str, said: str) -> None:
    say = words(language)
    assert said in coded.deed(say, "CONCEDE", "release")
    told = coded.notes(desk(language), relation(type="CONCEDE", mode="release", announces="RETREAT"))
    assert any(said in one and say("plover.RETREAT") in one for one in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_context_has_a_name(language: str) -> None:
    contexts = list(load().data("plover")["contexts"])
    said = coded.notes(desk(language), relation(context=contexts))[1:]
    assert said == [words(language)(f"context.{context}") for context in contexts]


@pytest.mark.parametrize(
    ("quote", "arabic", "english"),
    [
        ({"verb": ":", "field": "title"}, "في العنوان", "in the headline"),
        ({"verb": "«", "field": "title"}, "في العنوان", "in the headline"),
        ({"verb": "أكد", "field": "title"}, "أكد", "أكد"),
        ({"verb": "قال", "field": "text"}, "قال", "قال"),
        ({"verb": None, "field": "text"}, "", ""),
    ],
)
def test_a_colon_is_no_verb(quote: dict[str, Any], arabic: str, english: str) -> None:
    assert [explain.verb(desk(language), quote) for language in LANGUAGES] == [arabic, english]


def mention(kind: str, id: str, country: str | None = None, organ: bool = False) -> dict[str, Any]:
    return {"kind": kind, "id": id, "country": country, "acts_for_state": organ}


def test_states_count_as_in_the_record() -> None:
    """Organs count for their state, whether it is named itself or not; a dateline counts for nothing."""
    record = {
        "mentions": [
            mention("country", "OMN", "OMN"),
            mention("organization", "organization:navy", "OMN", organ=True),
            mention("organization", "organization:palace", "QAT", organ=True),
            mention("country", "FRA", "FRA"),
            mention("person", "person:a", "OMN"),
        ],
        "countries": [{"id": "OMN", "count": 2}, {"id": "QAT", "count": 1}],
    }
    assert [(kind, id, count) for kind, id, _, count in entities(record)] == [
        ("country", "OMN", 2), ("country", "QAT", 1), ("country", "FRA", 0), ("person", "person:a", 1),
        ("organization", "organization:navy", 1), ("organization", "organization:palace", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_speaks_is_called_by_a_name_of_the_language_where_there_is_one(language: str) -> None:
    record, here = {"mentions": [{"id": "OMN"}]}, desk(language)
    quote = {"speaker": "مسقط", "speaker_mention": 0}
    assert explain.speaker(here, quote, record) == NAMES[language]["OMN"]
    assert explain.speaker(here, {**quote, "speaker_mention": None}, record) == here.words.written("مسقط")
    nobody = {"speaker": None, "speaker_mention": None}
    assert explain.speaker(here, nobody, record) == here.words("quote.nobody")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_keeps_its_count_at_its_end_whatever_the_name_is_written_in(language: str) -> None:
    for key in ("dossier.said_by", "dossier.said_about", "dossier.said_about_theme"):
        assert words(language)(key, name="زنتاني", count="7").endswith("\u2068زنتاني\u2069: 7")
