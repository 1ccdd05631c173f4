"""Days as papers and machines write them: full Gregorian days only, never a guess.

Readers (a record's `published`) and cleaning (a byline's date) need the same small parser; the grammar for dates in
sentences is another thing and lives with the extractors. A month without a day, a day without a year, a Hijri or a
Persian date is no answer here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any

from .clean.fold import fold_key
from .lexicon import load

FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside: Hijri and Persian years, ids, nonsense
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
# Its parser takes nearly anything, and drops PM: only the shape of RFC 2822 goes there.
_RFC = re.compile(r"(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[a-z]{1,5})$")
_YEAR = re.compile(r"\d{4}")
_CLOCK = (
    r"(?P<hour{0}>\d{{1,2}}):(?P<minute{0}>\d{{2}})(?::\d{{2}}(?:\.\d+)?)?"
    r"\s*(?P<half{0}>am\b|pm\b|a\.m\.|p\.m\.|صباحا|مساء|ص\b|م\b)?"
    r"\s*\(?(?P<zone{0}>z\b|gmt\b|utc\b|ت\.? ?غ\b|بتوقيت (?:غرينتش|جرينتش)|[+-]\d{{2}}:?\d{{2}})?\)?"
)
_GAP = r"[\s,،;|()\-–—:.]*"


@dataclass(frozen=True, slots=True)
class Day:
    """A day at [start, end) of a folded text; `at` is its moment (ISO, offset kept) where a time stands beside it."""

    date: dt.date
    at: str | None
    start: int
    end: int


def find_days(folded: str) -> Iterator[Day]:
    """Every full Gregorian day in a folded text (`clean.fold.fold_key`), in order. Day before month in 05/06/2021."""
    if _YEAR.search(folded) is None:  # most lines have none, and the pattern is long
        return
    for match in _pattern().finditer(folded):
        part = match.groupdict()
        if part["iso_year"]:
            year, month, day = int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"])
        elif part["num_year"]:
            year, month, day = int(part["num_year"]), int(part["num_month"]), int(part["num_day"])
            if month > 12:  # can only be the American order
                day, month = month, day
        elif part["dmy_year"]:
            year, month, day = int(part["dmy_year"]), _months()[part["dmy_month"]], int(part["dmy_day"])
        else:
            year, month, day = int(part["mdy_year"]), _months()[part["mdy_month"]], int(part["mdy_day"])
        date = _date(year, month, day)
        if date:
            yield Day(date, _clock(date, part), match.start(), match.end())


def parse_moment(value: Any) -> tuple[dt.date, str | None] | None:
    """The day (as written, never converted) and moment of a record's own date field, or None where it has none.

    Takes ISO 8601, RFC 2822, `24/08/2021` (day first unless impossible), month names in Arabic or English, eight
    digits, seconds or milliseconds since 1970 (their day is that of UTC, which they count in), `date` and `datetime`.
    """
    if isinstance(value, dt.datetime):
        return _known(value.date(), value.isoformat())
    if isinstance(value, dt.date):
        return _known(value, None)
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    text = fold_key(str(value)) if isinstance(value, str) else f"{value:.0f}" if abs(value) < 1e15 else ""
    if not text or len(text) > 120:
        return None
    if re.fullmatch(r"\d{8,13}(?:\.\d+)?", text):
        return _number(text.split(".")[0])
    iso = _ISO.fullmatch(text)
    if iso:
        return _iso(iso)
    if _RFC.match(text):
        try:
            moment = parsedate_to_datetime(text)
            return _known(moment.date(), moment.isoformat())
        except (TypeError, ValueError, OverflowError, IndexError):
            return None
    found = next(find_days(text), None)
    return (found.date, found.at) if found else None


def _known(day: dt.date, at: str | None) -> tuple[dt.date, str | None] | None:
    return (day, at) if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _number(digits: str) -> tuple[dt.date, str | None] | None:
    if len(digits) == 8:
        day = _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return (day, None) if day else None
    seconds = int(digits) / (1000 if len(digits) > 11 else 1)
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC).replace(microsecond=0)
    return _known(moment.date(), moment.isoformat())


def _iso(match: re.Match[str]) -> tuple[dt.date, str | None] | None:
    year, month, day, hour, minute, second, zone = match.groups()
    date = _date(int(year), int(month), int(day))
    if not date:
        return None
    bare_midnight = (int(hour or 0), int(minute or 0), int(second or 0)) == (0, 0, 0) and not zone
    if hour is None or bare_midnight or int(hour) > 23 or int(minute) > 59:  # a spreadsheet's midnight is no time
        return date, None
    return date, f"{date}T{int(hour):02}:{minute}" + (f":{second}" if second else "") + _zone(zone)


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return "+00:00"


def _clock(date: dt.date, part: dict[str, str | None]) -> str | None:
    side = "_after" if part["hour_after"] else "_before"
    hour_text, minute, half = part[f"hour{side}"], part[f"minute{side}"], part[f"half{side}"] or ""
    if not hour_text or not minute:
        return None
    hour = int(hour_text)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pم" else 0)
    if hour > 23 or int(minute) > 59:
        return None
    return f"{date}T{hour:02}:{minute}{_zone(part[f'zone{side}'])}"


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Folded month name → 1–12."""
    return {fold_key(name): number for number, names in load().data("publication")["months"].items() for name in names}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """One pattern for every way of writing a day, with the clock that may stand before or after it."""
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    second_name = rf"(?:\s*[/\-(|]\s*(?:{names})\b\)?|\s(?:{names})\b)?"
    year = r"{0}(?<!\d)(?P<{1}_year>\d{{4}})(?!\d)"
    gap, ordinal = r"[\s,،.\-/]*(?:عام |سنه )?", r"(?:st|nd|rd|th)?"
    days = "|".join([
        r"(?<!\d)(?P<iso_year>\d{4})(?P<iso_sep>[-/.])(?P<iso_month>\d{1,2})(?P=iso_sep)(?P<iso_day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<num_day>\d{1,2}) ?(?P<num_sep>[-/.]) ?(?P<num_month>\d{1,2}) ?(?P=num_sep) ?"
        r"(?P<num_year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<dmy_day>\d{{1,2}}){ordinal}[\s.,\-/]*(?:من )?(?:شهر |of )?(?P<dmy_month>{names})\b\.?"
        + second_name
        + year.format(gap, "dmy"),
        rf"\b(?P<mdy_month>{names})\b{second_name}[\s.]*(?<!\d)(?P<mdy_day>\d{{1,2}}){ordinal}(?!\d)"
        + year.format(r"[\s,،]+", "mdy"),
    ])  # fmt: skip
    word = r"(?:الساعه |عند |at |t)?"
    before, after = _CLOCK.format("_before"), _CLOCK.format("_after")
    return re.compile(rf"(?:{before}{_GAP})?(?:{days})(?:(?:{_GAP}|(?=t\d)){word}{after})?")


def only_a_day(folded: str) -> Day | None:
    """The day of a line that holds a date and beside it only weekday, clock, zone or the day by another calendar."""
    days = list(find_days(folded)) if len(folded) <= 160 else []
    if not days or len({day.date for day in days}) > 1 or _RANGE.search(folded[: days[0].start]):
        return None
    rest = folded
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    return days[0] if companions().issuperset(word for word in _WORD.findall(rest)) else None


_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"(?<![\d:])[0-3]?\d\s*[-–—]\s*$")  # 12 - 14 مارس 2024: an event's days


@lru_cache(maxsize=1)
def companions() -> frozenset[str]:
    """Folded words that may stand beside a day which is all that a line says."""
    data = load().data("publication")
    phrases = [*data["companions"], *data["weekdays"], *data["hijri_months"]]
    return frozenset(word for phrase in phrases for word in _WORD.findall(fold_key(str(phrase))))
