"""A city called the capital of a state it is not the capital of, and everything that only looks so."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.extractors import flags
from dashboard.lexicon import load
from dashboard.model import Article, Flag, Published

from .marked import read

ISTANBUL = "place:41.01,28.95"


def flagged(text: str) -> list[tuple[str, Flag]]:
    doc, mentions = read(text)
    found = flags.find([doc], load(), mentions, [], Article(text=doc.text))
    return [(doc.text[flag.start : flag.end], flag) for flag in found]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("تعقد القمة في مدينة {طاشقند|UZB:capital} عاصمة {طاجيكستان|TJK}.", "طاشقند عاصمة طاجيكستان"),
        ("وصل إلى {باكو|AZE:capital}، عاصمة {أرمينيا|ARM}، أمس.", "باكو، عاصمة أرمينيا"),
        ("في {مينسك|BLR:capital} العاصمة {الأوكرانية|UKR:demonym}", "مينسك العاصمة الأوكرانية"),
        ("في العاصمة {الأوكرانية|UKR:demonym} {مينسك|BLR:capital} أمس", "العاصمة الأوكرانية مينسك"),
        ("وصل عاصمة {طاجيكستان|TJK} {طاشقند|UZB:capital}", "عاصمة طاجيكستان طاشقند"),
        ("زار {طاجيكستان|TJK} وعاصمتها {طاشقند|UZB:capital} العام الماضي", "طاجيكستان وعاصمتها طاشقند"),
        (f"وفي {{إسطنبول|{ISTANBUL}}} عاصمة {{تركيا|TUR}} خرجت مسيرة", "إسطنبول عاصمة تركيا"),
        ("Held in {Tashkent|UZB:capital}, the capital of {Tajikistan|TJK}.", "Tashkent, the capital of Tajikistan"),
        ("He flew to the {Tajik|TJK:demonym} capital, {Tashkent|UZB:capital}.", "Tajik capital, Tashkent"),
        ("He flew to {Tajikistan|TJK}'s capital {Tashkent|UZB:capital} on Monday", "Tajikistan's capital Tashkent"),
        ("in {The Hague|place:52.08,4.31}, capital of {the Netherlands|NLD}", "The Hague, capital of the Netherlands"),
        ("في {لاهاي|place:52.08,4.31} عاصمة {هولندا|NLD}", "لاهاي عاصمة هولندا"),
        ("was held in {Tashkent|UZB:capital}, capital of {Tajikistan|TJK}.", "Tashkent, capital of Tajikistan"),
    ],
)
def test_a_wrong_capital_is_flagged_where_it_stands(text: str, span: str) -> None:
    [(found, flag)] = flagged(text)
    assert (found, flag.kind) == (span, "capital-country")


@pytest.mark.parametrize(
    "text",
    [
        "في {دوشنبه|TJK:capital} عاصمة {طاجيكستان|TJK}",
        "بين {طاشقند|UZB:capital} وعاصمة {طاجيكستان|TJK}",
        "من عاصمة {طاجيكستان|TJK} إلى {طاشقند|UZB:capital}",
        "غادر العاصمة {الروسية|RUS:demonym}، و{طهران|IRN:capital} ترحب",
        "في العاصمة {الروسية|RUS:demonym}، {طهران|IRN:capital} تعلن موقفها",
        f"{{إسطنبول|{ISTANBUL}}} العاصمة الاقتصادية ل{{تركيا|TUR}}",
        f"{{إسطنبول|{ISTANBUL}}} عاصمة {{تركيا|TUR}} الاقتصادية",
        "كانت {طاشقند|UZB:capital} عاصمة {طاجيكستان|TJK}",
        "{القدس|ISR:capital} عاصمة {فلسطين|PSE}",
        "{عدن|place:12.8,45.03} عاصمة {اليمن|YEM}",
        "The former capital of {Kazakhstan|KAZ}, {Almaty|place:43.25,76.95}.",
        "{كيب تاون|place:-33.92,18.42} عاصمة {جنوب أفريقيا|ZAF}",
    ],
)
def test_what_only_looks_like_a_wrong_capital_is_not(text: str) -> None:
    assert flagged(text) == []


def test_the_message_says_what_is_right_in_both_languages() -> None:
    [(_, flag)] = flagged("في {طاشقند|UZB:capital} عاصمة {طاجيكستان|TJK}")
    assert "Uzbekistan" in flag.message and "Dushanbe" in flag.message
    assert "أوزبكستان" in flag.message_ar and "دوشنبه" in flag.message_ar


@pytest.mark.parametrize(("day", "kinds"), [("2021-08-25", ["future-publication"]), ("2021-08-24", []), (None, [])])
def test_a_publication_date_after_today_is_flagged_when_today_is_known(day: str | None, kinds: list[str]) -> None:
    published = Published(dt.date.fromisoformat(day)) if day else Published()
    found = flags.find([], load(), [], [], Article(text="", published=published), today=dt.date(2021, 8, 24))
    assert [flag.kind for flag in found] == kinds
    assert flags.find([], load(), [], [], Article(text="", published=published)) == []
