"""The whole way in one call: the record keeps the contract for any text, and for the article the project began with."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard import extract
from dashboard.lexicon import load

SEED = Path(__file__).parent.parent.parent / "shared" / "seed_article.txt"
# Pieces that findings are made of, in an order that nobody would write.
_WORDS = """قال الرئيس الروسي فلاديمير بوتين إن إيران وروسيا والصين ستجري مناورات في بحر عمان أواخر العام الحالي
    أو أوائل المقبل أمس الاثنين 24 أغسطس/آب 2021 منذ حتى بين من إلى ونفى «أن» "قد" مجلس الأمن وزارة الدفاع عاصمة
    طاشقند نظيره بلاده و الـ ، . ؟ ! ( ) : - / 5 ٣٫٥ ۱۴۰۰ 05:55 ت.غ Russia and Iran said Monday that "the U.S. will
    not" late 2021 # _ & < > الشمالية والجنوبية كوريا عمّان الملك سلمان مالي"""
# The words that rules hang on and look ahead from, in every language.
DATA = Path(__file__).parent.parent / "dashboard" / "data"
_CUES = sorted({
    word
    for pattern in ("*verbs*.yml", "titles.yml", "organ_patterns.yml", "ambiguity.yml", "languages/*.yml")
    for path in DATA.glob(pattern)
    for word in re.findall(r"[^\W\d_]{2,}", path.read_text("utf-8"))
})  # fmt: skip
_SIGNS = ["\u200f", "\u200c", "\u064e", "\u0640", "ﷲ", "ﻻ", "😀", "\u202b", "\n", "\n\n"]
PIECES = st.sampled_from([*_WORDS.split(), *_SIGNS]) | st.sampled_from(_CUES)
SAMPLES = sorted((Path(__file__).parent.parent / "sample_articles").glob("*.txt"))


@st.composite
def torn(draw: st.DrawFn) -> str:
    """A stretch of a sample article, cut anywhere, with a few pieces put in anywhere."""
    words = draw(st.sampled_from(SAMPLES)).read_text("utf-8", errors="replace").split()
    start = draw(st.integers(0, len(words) - 1))
    words = words[start : start + draw(st.integers(1, 30))]
    for piece in draw(st.lists(PIECES, max_size=5)):
        words.insert(draw(st.integers(0, len(words))), piece)
    return " ".join(words)


TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join), torn())


def located(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for key in ("mentions", "dates", "relations", "quotes", "flags") for item in record[key]]


@example(text="", title="آل،،", published=None)  # an office, and commas with no name between them
@example(text='دعا رئيس الوزراء الولايات المتحدة إلى التعامل مع المسائل "بعقلانية"، وذلك', title="", published=None)
@example(text="وأضاف الوزير أن .. … لدى موسكو", title="", published=None)  # nothing but dots is said
@example(text="بقولها .. وقال شمال رئيس يوروبول، روب ويينرايت،", title="", published=None)
@given(text=TEXTS, title=st.one_of(st.just(""), TEXTS), published=st.sampled_from([None, "2021-08-24"]))
def test_any_text_gives_a_record_that_keeps_the_contract(text: str, title: str, published: str | None) -> None:
    record = extract(text, title=title, published=published).to_dict()
    json.dumps(record)
    for item in located(record):
        if item["start"] is None:
            continue
        whole = record[item["field"]]
        assert 0 <= item["start"] < item["end"] <= len(whole)
        assert "text" not in item or item["text"] == whole[item["start"] : item["end"]]
        assert item["rule"] and 0 <= item["confidence"] <= 1
        if item["field"] == "title":
            assert item["sentence"] is None
        else:
            start, end = record["sentences"][item["sentence"]]
            assert start <= item["start"] < end
    for theme in record["themes"]:
        assert 0 <= theme["score"] <= 1 and theme["evidence"]
    for date in record["dates"]:
        assert not (date["from"] and date["to"]) or date["from"] <= date["to"] or any(
            flag["kind"] == "date-order" for flag in record["flags"]
        )  # fmt: skip
    for relation in record["relations"]:
        assert relation["date"] is None or relation["date"] < len(record["dates"])
        assert relation["attributed_to"] is None or relation["attributed_to"] < len(record["quotes"])
    for quote in record["quotes"]:
        assert quote["speaker_mention"] is None or quote["speaker_mention"] < len(record["mentions"])
    if record["published"]["date"] is None:  # none given, and none that the text states
        assert "no-publication-date" in {flag["kind"] for flag in record["flags"]}
    states = load().gazetteer.states
    assert all(country["id"] in states for country in record["countries"])


def test_extraction_is_pure_and_its_record_travels() -> None:
    text = "قالت إيران أمس إنها سترد."
    one, other = (extract(text, published="2021-08-24") for _ in range(2))
    assert one.article.id and one == other == pickle.loads(pickle.dumps(one))


def test_english_is_found_beside_arabic() -> None:
    record = extract("Russia and Iran held talks in Moscow on Monday.", published="2021-08-24").to_dict()
    assert record["language"] == "en"
    assert {country["id"] for country in record["countries"]} == {"RUS", "IRN"}
    assert [date["from"] for date in record["dates"]] == ["2021-08-23"]


@pytest.mark.skipif(not SEED.exists(), reason="the article lies outside the repository")
class TestSeed:
    """Every fact of the article that the project started from."""

    @pytest.fixture(scope="class")
    def record(self) -> dict[str, Any]:
        return extract(SEED.read_text("utf-8"), published="2021-08-24").to_dict()

    def test_states(self, record: dict[str, Any]) -> None:
        assert {c["id"] for c in record["countries"]} == {"IRN", "RUS", "AFG", "CHN", "SYR", "VEN", "TJK", "UZB"}
        (tashkent,) = [m for m in record["mentions"] if m["id"] == "UZB"]
        assert (tashkent["via"], tashkent["text"]) == ("capital", "طاشقند")

    def test_people(self, record: dict[str, Any]) -> None:
        people = {(m["text"], m["country"]) for m in record["mentions"] if m["kind"] == "person"}
        assert people == {("سعيد شعبانيان", "IRN"), ("شعبانيان", "IRN"), ("لوان جاغريان", "RUS"), ("جاغريان", "RUS")}
        roles = {m["role"] for m in record["mentions"] if m["kind"] == "person"}
        assert {"مساعد وزير الدفاع لشؤون التنسيق العميد", "السفير الروسي لدى طهران"} <= roles

    def test_organisations_and_places(self, record: dict[str, Any]) -> None:
        named = {m["id"]: m for m in record["mentions"] if m["kind"] in ("organization", "place")}
        assert {"UNSC", "SCO", "IRNA", "caucasus", "gulf-of-oman"} <= set(named)
        assert any(m["text"] == "وزارة الدفاع الإيراني" and m["country"] == "IRN" for m in named.values())

    def test_dates(self, record: dict[str, Any]) -> None:
        assert [(d["from"], d["to"], d["alternative"]) for d in record["dates"]] == [
            ("2021-08-24", "2021-08-24", None),
            ("2020-10-01", "2020-10-31", None),
            ("2021-08-23", "2021-08-23", None),
            ("2021-10-01", "2021-12-31", 1),
            ("2022-01-01", "2022-03-31", 1),
            ("2021-09-01", "2021-09-30", None),
        ]

    def test_themes_and_flag(self, record: dict[str, Any]) -> None:
        themes = {theme["id"] for theme in record["themes"]}
        assert {"naval-drills", "sco-membership", "arms-sales", "sanctions"} <= themes
        assert {"defence-cooperation", "maritime-security"} <= themes
        (flag,) = record["flags"]
        assert flag["kind"] == "capital-country"
        assert "عاصمة طاجيكستان" in record["text"][flag["start"] : flag["end"]]

    def test_the_announced_drill(self, record: dict[str, Any]) -> None:
        (drill,) = [r for r in record["relations"] if {"IRN", "RUS", "CHN"} <= set(r["actors"]) and r["type"] == "AGREE"
                    and r["rule"].startswith("relation:drill")][:1]  # fmt: skip
        assert (drill["status"], drill["announces"], drill["sign"]) == ("announced", "COOPERATE", "+")
        assert "military" in drill["context"] and "maritime" in drill["context"]
        assert record["dates"][drill["date"]]["alternative"] == 1

    def test_membership_is_supported(self, record: dict[str, Any]) -> None:
        told = {(r["source"], r["target"], r["type"]) for r in record["relations"]}
        assert {("RUS", "IRN", "SUPPORT"), ("IRN", "SCO", "SUPPORT")} <= told

    def test_statements(self, record: dict[str, Any]) -> None:
        by_speaker: dict[str, int] = {}
        for quote in record["quotes"]:
            by_speaker[quote["speaker"]] = by_speaker.get(quote["speaker"], 0) + 1
        assert by_speaker["سعيد شعبانيان"] >= 7 and by_speaker["لوان جاغريان"] >= 5

    def test_none_of_the_pages_furniture(self, record: dict[str, Any]) -> None:
        for line in ("التلغرام", "مقالات ذات صلة", "تعليق", "عنوان بريدك", "زر الذهاب", "خمسة ="):
            assert line not in record["text"]
        assert record["source"] == "ميدل ايست نيوز"

    def test_without_a_publication_date_relative_dates_stay_open(self) -> None:
        record = extract(SEED.read_text("utf-8")).to_dict()
        assert record["published"] == {"date": None, "how": "unknown", "evidence": None}
        assert {flag["kind"] for flag in record["flags"]} == {"capital-country", "no-publication-date"}
        assert [d["from"] for d in record["dates"] if d["basis"] == "published"] == [None] * 5
