"""The sample articles: each readable and dated, their weekdays true, two thirds Arabic, one story in two outlets."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import lru_cache
from pathlib import Path

import pytest

from dashboard import extract
from dashboard.clean.fold import fold_key
from dashboard.clean.prepare import prepare
from dashboard.days import find_days
from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import walk
from tests.every import every

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_articles"
SHARED = ROOT.parent / "shared"
_ARABIC_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {fold_key(word): n for days in (_ARABIC_DAYS, _ENGLISH_DAYS) for n, word in enumerate(days)}
RELATIVE = {fold_key("أمس"): -1, fold_key("اليوم"): 0, fold_key("غدا"): 1}
# Articles in which somebody invented speaks word for word: how often, and who.
DIRECT = {
    "2022-06-30-doha-talks-without-result": (2, "دبلوماسي أوروبي"),
    "2022-07-23-en-grain-deal-signed": (1, "Ukrainian official"),
    "2024-02-14-corridor-after-five-months": (1, "تاجر في دبي"),
}
FURNITURE = [
    "ملفات تعريف", "الأكثر قراءة", "لشبونة", "الأرجنتين", "اليابان", "كندا", "المكسيك", "البرازيل", "تعليق", "تلغرام",
    "2024", "واتساب", "الوسوم",
]  # fmt: skip


@lru_cache(maxsize=1)
def _articles() -> tuple[Article, ...]:
    read = list(walk([SAMPLES]))
    assert not [item for item in read if isinstance(item, RejectedInput)]
    return tuple(prepare(item) for item in read if isinstance(item, Article))


def _words(article: Article) -> list[str]:
    return re.findall(r"\w+", fold_key(f"{article.title} {article.text}"))


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _file(article: Article) -> Path:
    return Path(re.split(": (?:record|row) ", article.origin)[0])


def _named(name: str) -> Article:
    found = [article for article in _articles() if _file(article).stem.startswith(name)]
    assert len(found) == 1, name
    return found[0]


def test_every_file_is_read_and_listed() -> None:
    files = {path.name for path in SAMPLES.iterdir() if path.name != "README.md"}
    listed = set(re.findall(r"`(\d{4}-[\w.-]+)`", (SAMPLES / "README.md").read_text("utf-8")))
    assert files == listed
    assert len(_articles()) >= 60


def test_every_kind_of_file_is_among_them() -> None:
    endings = {path.suffix for path in SAMPLES.iterdir()}
    assert endings >= {".txt", ".md", ".html", ".json", ".csv", ".xlsx", ".eml", ".docx", ".pdf"}
    assert all(path.stat().st_size < 80_000 for path in SAMPLES.iterdir())


def test_two_thirds_are_arabic() -> None:
    languages = [article.language for article in _articles()]
    assert set(languages) == {"ar", "en"}
    assert 0.6 <= languages.count("ar") / len(languages) <= 0.75


@every(_articles())
def test_article_is_whole(article: Article) -> None:
    assert article.title and len(article.text) > 600
    assert article.source and article.source.startswith("Marsad sample")
    assert "Marsad sample" not in article.text, "the source line is no part of the article"
    assert article.published.date and dt.date(2019, 1, 1) <= article.published.date <= dt.date(2024, 12, 31)
    assert article.published.how in ("given", "metadata", "text")
    assert 100 <= len(article.text.split()) <= 350
    if _file(article).suffix not in (".csv", ".xlsx"):
        assert _file(article).name.startswith(article.published.date.isoformat())


@every(_articles())
def test_speech_is_indirect(article: Article) -> None:
    """What stands in quotation marks is a name or a term, never a sentence of somebody who can be named."""
    spans = re.findall(r"«([^»]*)»|“([^”]*)”|\"([^\"]*)\"", f"{article.title}\n{article.text}")
    spoken = [span for found in spans for span in found if len(span.split()) > 4]
    assert len(spoken) == DIRECT.get(_file(article).stem, (0, ""))[0]


@pytest.mark.parametrize(("name", "count", "speaker"), [(name, *told) for name, told in DIRECT.items()])
def test_direct_speech_is_of_people_without_names(name: str, count: int, speaker: str) -> None:
    """… and the desk has something to show as said word for word."""
    article = _named(name)
    record = extract(article.text, title=article.title, published=article.published.date).to_dict()
    direct = [quote for quote in record["quotes"] if quote["direct"]]
    assert [quote["speaker"] for quote in direct] == [speaker] * count
    assert all(quote["speaker_mention"] is None for quote in direct)


@every(_articles())
def test_weekdays_are_true(article: Article) -> None:
    day = article.published.date
    assert day
    folded = fold_key(article.text)
    for found in find_days(folded):
        before = re.findall(r"\w+", folded[: found.start])[-1:]
        if before and before[0] in WEEKDAYS:
            assert found.date.weekday() == WEEKDAYS[before[0]], folded[found.start - 20 : found.end]
    for adverb, weekday in re.findall(rf"({'|'.join(RELATIVE)})ا? (\w+)", folded):
        if weekday in WEEKDAYS:
            assert (day + dt.timedelta(RELATIVE[adverb])).weekday() == WEEKDAYS[weekday], f"{adverb} {weekday}"


def test_weekdays_are_written() -> None:
    """The test above has something to hold."""
    folded = " ".join(fold_key(article.text) for article in _articles())
    names = "|".join(WEEKDAYS)
    assert len(re.findall(rf"(?:{'|'.join(RELATIVE)})ا? (?:{names})", folded)) >= 12
    assert sum(folded[: day.start].rstrip().endswith(tuple(WEEKDAYS)) for day in find_days(folded)) >= 3


def test_one_story_in_two_outlets() -> None:
    wire, daily = _named("2023-03-16-security-bond-wire"), _named("2023-03-16-security-bond-daily")
    other = _named("2024-03-12-maritime-belt")
    assert wire.source != daily.source and wire.text != daily.text
    a, b, c = (_runs(_words(article), 4) for article in (wire, daily, other))
    assert len(a & b) / min(len(a), len(b)) > 0.7
    assert len(a & c) / min(len(a), len(c)) < 0.1


def test_saved_page_leaves_its_furniture() -> None:
    raw = (SAMPLES / "2023-04-06-foreign-ministers-beijing.html").read_text("utf-8")
    article = _named("2023-04-06-foreign-ministers-beijing")
    assert all(word in raw for word in FURNITURE)
    assert [word for word in FURNITURE if word in article.text] == []
    assert article.text.startswith("التقى وزير الخارجية السعودي")
    assert article.text.endswith("المعترف بها دولياً.")
    assert article.published.how == "metadata"


@every(
    [
        ("2019-12-28", "كانون الأول/ديسمبر"), ("2022-01-22", "21 جانفي"), ("2023-05-08", "نوفمبر (تشرين الثاني)"),
        ("2023-07-05", "12,30 بالتوقيت المحلي (07,00 ت غ)"),
        ("2023-03-10-beijing", "14 إلى 18 شعبان 1444 هـ الموافق 6 إلى 10 مارس 2023"),
        ("2024-03-12", "مارس/آذار الجاري"), ("2021-11-30", '"كوبورغ"'), ("2023-03-16-security-bond-wire", "«ناننينغ»"),
        ("2019-12-04", "6 دي 1398 بالتقويم الهجري الشمسي"), ("2022-04-02", "غرة رمضان 1443 هـ الموافق 2 أبريل 2022"),
        ("2021-08-25", "18 أوت الجاري"), ("2024-01-25", "4 كانون الثاني الجاري"), ("2023-05-18", "سبتمبر/أيلول 2000"),
        ("2024-01-17", "29 ديسمبر (كانون الأول)"), ("2022-10-03", "on 2 April"), ("2022-11-06", "October 19"),
    ]
)  # fmt: skip
def test_papers_differ_in_manner(name: str, manner: str) -> None:
    assert manner in _named(name).text


def test_a_standfirst_is_repeated() -> None:
    first, second, *_ = _named("2021-09-17").text.split("\n\n")
    assert second.startswith(first.rstrip("."))


@pytest.mark.parametrize(
    ("announced", "outcome", "shared"),
    [
        ("2019-12-26-en-drill", "2019-12-28", {"IRN", "RUS", "CHN"}),
        ("2021-08-24", "2022-01-22", {"IRN", "RUS", "CHN"}),
        ("2022-07-23", "2023-07-18", {"RUS", "UKR", "TUR"}), ("2022-04-02", "2022-10-03", {"YEM", "SAU"}),
        ("2023-06-05", "2024-06-06", {"IRN", "SAU", "IND"}), ("2022-10-20", "2022-11-06", {"IRN", "RUS", "UKR"}),
        ("2023-09-10", "2024-02-14", {"IND", "ARE", "SAU"}), ("2022-12-29", "2024-08-26", {"TUR", "SYR", "RUS"}),
    ],
)  # fmt: skip
def test_announcements_have_their_outcome(announced: str, outcome: str, shared: set[str]) -> None:
    """Both tell of the same states, in order, so that the timeline has something to join."""
    first, second = _named(announced), _named(outcome)
    assert first.published.date and second.published.date and first.published.date < second.published.date
    for article in (first, second):
        found = extract(article.text, title=article.title, published=article.published.date, language=article.language)
        assert shared <= {country["id"] for country in found.to_dict()["countries"]}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development data is not part of the repository")
def test_the_words_are_our_own() -> None:
    """No run of nine words stands in the development data."""
    ours = set().union(*(_runs(_words(article), 9) for article in _articles()))
    lines = (SHARED / "data" / "news_world.dev.jsonl").read_text("utf-8").splitlines()
    texts = [(SHARED / "seed_article.txt").read_text("utf-8"), *(json.loads(line)["text"] for line in lines)]
    theirs = set().union(*(_runs(re.findall(r"\w+", fold_key(text)), 9) & ours for text in texts))
    assert theirs == set()
