"""Dates in news whose day the text itself proves: `python -m tests.evaluation.news [--errors MEASURE]`.

The engine has no say in what is measured: the occasions are found by patterns over CLDR's names, and their days by the
calendar. Where a text writes a whole date, its year (or all but its weekday) is struck out and the engine must find the
same day again from the day of publication; where an adverb and a weekday stand side by side, they say what is right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

from babel.dates import get_day_names, get_month_names

from .dates import resolved
from .scores import Score, command, items

# The standard months, those of the Levant and those of the Maghreb.
_LOCALES = ("ar", "ar_SY", "ar_TN")
_ADVERBS = {"اليوم": 0, "أمس": -1, "غدا": 1, "غدًا": 1, "غداً": 1, "الغد": 1, "غد": 1}
_NEWS = ("news_world.dev.jsonl", "news_jawhara.dev.jsonl")
# A date without a year is the nearest one; further off than this the text says more.
_NEAR = 150


@cache
def _days() -> dict[str, int]:
    """Arabic weekdays and their numbers, Monday 0."""
    return {name.replace("إ", "ا"): number for number, name in get_day_names("wide", locale="ar").items()}


@cache
def _months() -> dict[str, int]:
    return {
        spelled: number
        for locale in _LOCALES
        for number, name in get_month_names("wide", locale=locale).items()
        for spelled in (name, name.replace("أ", "ا"), name.replace("إ", "ا"))
    }


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    day, month = _any({**_days(), "الإثنين": 0, "الأثنين": 0}), _any(_months())
    date = rf"(?P<day>[0-3]?\d)\s(?P<month>{month})(?P<twin>\s?/\s?(?:{month}))?"
    adverb = _any(_ADVERBS)
    return {
        "relative": re.compile(rf"(?<!\w)(?<!أول )(?<!أول من )(?P<adverb>{adverb})\s(?P<weekday>{day})(?!\w)"),
        "no year": re.compile(rf"(?<![\d/]){date}(?P<year>[\s،,]{{1,2}}20\d\d)(?!\d)"),
        "weekday": re.compile(rf"(?<!\w)(?P<weekday>{day})(?P<rest>[\s،,(]{{1,2}}{date}\)?)(?![\w/]|\s?\d)"),
    }


def _published(item: dict[str, str]) -> dt.date:
    return dt.date.fromisoformat(item["published"][:10])


def _read(text: str, published: dt.date) -> list[tuple[int, int, str | None, str | None, bool]]:
    """Start, end, first and last day of each date, and whether a flag says that its parts contradict each other."""
    found, flags = resolved(text, published.isoformat())
    doubted = {flag.start for flag in flags if flag.kind in ("relative-conflict", "weekday-date")}
    return [(one.start or 0, one.end or 0, one.from_day, one.to_day, one.start in doubted) for one in found]


def _occasions(kind: str) -> Iterator[tuple[dict[str, str], re.Match[str]]]:
    for name in _NEWS:
        for item in items(name):
            for match in _patterns()[kind].finditer(item["text"]):
                yield item, match


def _day(year: int, match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(year, _months()[match["month"]], int(match["day"]))
    except ValueError:
        return None


def _weekday(match: re.Match[str]) -> int:
    return _days()[re.sub("[إأ]ث", "اث", match["weekday"])]


def _there(text: str, at: tuple[int, int], published: dt.date) -> list[tuple[int, int, str | None, str | None, bool]]:
    """The dates that overlap a span."""
    return [one for one in _read(text, published) if one[0] < at[1] and at[0] < one[1]]


def _around(text: str, at: tuple[int, int]) -> str:
    return text[max(0, at[0] - 60) : at[1] + 30].replace("\n", " ")


def _judge(score: Score, text: str, at: tuple[int, int], published: dt.date, right: dt.date) -> None:
    """Count whether a date that overlaps `at` is the right day; one found there with another day is wrong."""
    there = _there(text, at, published)
    # A range is read as one: the day is one of its ends.
    wider = any(start < at[0] or at[1] < end for start, end, *_ in there)
    good = any(right.isoformat() in (first, last) and (first == last or wider) for _, _, first, last, _ in there)
    given = any(first or last for _, _, first, last, _ in there)
    got = "; ".join(f"{first}..{last}" for _, _, first, last, _ in there)
    what = f"{published} wants {right} got {got} | {_around(text, at)}"
    score.add("right" if good else "wrong" if given else "missed", what)


def relative_days() -> Score:
    """«أمس الأحد»: the day that both mean; where they contradict each other the weekday, and a flag that says so."""
    score = Score()
    for item, match in _occasions("relative"):
        published, at = _published(item), match.span()
        weekday = _weekday(match)
        meant = published + dt.timedelta(_ADVERBS[match["adverb"]])
        if meant.weekday() == weekday:
            _judge(score, item["text"], at, published, meant)
            continue
        there = _there(item["text"], at, published)
        days = [(dt.date.fromisoformat(first), doubted) for _, _, first, _, doubted in there if first]
        good = any(day.weekday() == weekday and abs((day - meant).days) <= 3 and doubted for day, doubted in days)
        what = f"{published} conflict, got {days} | {_around(item['text'], at)}"
        score.add("right" if good else "wrong" if days else "missed", what)
    return score


def without_year() -> Score:
    """A whole date near its publication, its year struck out."""
    score = Score()
    for item, match in _occasions("no year"):
        published, right = _published(item), _day(int(match["year"][-4:]), match)
        if right is None or abs((right - published).days) > _NEAR:
            continue
        first, last = match.span("year")
        text = item["text"][:first] + item["text"][last:]
        _judge(score, text, (match.start(), first), published, right)
    return score


def bare_weekdays() -> Score:
    """A weekday beside its date of the same week or beside an adverb that agrees with it, either struck out."""
    score = Score()
    for item, match in _occasions("relative"):
        published, weekday = _published(item), _weekday(match)
        right = published + dt.timedelta(_ADVERBS[match["adverb"]])
        if right.weekday() == weekday:
            text = item["text"][: match.start()] + item["text"][match.start("weekday") :]
            _judge(score, text, (match.start(), match.start() + len(match["weekday"])), published, right)
    for item, match in _occasions("weekday"):
        published, weekday = _published(item), _weekday(match)
        years = (_day(year, match) for year in range(published.year - 1, published.year + 2))
        right = min((day for day in years if day), key=lambda day: abs((day - published).days), default=None)
        if right is None or right.weekday() != weekday or not -6 <= (right - published).days <= 6:
            continue
        first, last = match.span("rest")
        text = item["text"][:first] + item["text"][last:]
        _judge(score, text, (match.start(), first), published, right)
    return score


MEASURES: dict[str, Callable[[], Score]] = {
    "adverb beside weekday": relative_days,
    "day and month without year": without_year,
    "bare weekdays": bare_weekdays,
}


if __name__ == "__main__":
    command(MEASURES, "news", __doc__)
