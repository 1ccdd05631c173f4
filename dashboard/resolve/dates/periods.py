"""Periods around a day: its week, month, quarter …, so many units on or back, and the parts of a span."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from . import calendars
from .span import UNKNOWN, Span

_DAY = dt.timedelta(1)
# A count of a unit, rolling back from publication, in months or in days.
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 0.0}
PRECISION = {"night": "day", "second": "minute", "weekend": "day", "third": "month"}


def containing(day: dt.date, unit: str, weekend: tuple[int, ...]) -> tuple[dt.date, dt.date] | None:
    """First and last day of the unit that holds `day`. A week is ISO's, except that on a Sunday it begins that day."""
    year, month = day.year, day.month
    if unit == "week":
        start = day if day.weekday() == 6 else calendars.add_days(day, -day.weekday())
        end = calendars.add_days(start, 6) if start else None
        return (start, end) if start and end else None
    if unit == "weekend":
        start = calendars.add_days(day, -((day.weekday() - weekend[0]) % 7))
        if start and day > start + (len(weekend) - 1) * _DAY:
            start = calendars.add_days(start, 7)
        return (start, start + (len(weekend) - 1) * _DAY) if start else None
    if unit == "month":
        return calendars.days_of("gregorian", year, month)
    if unit in ("quarter", "half"):
        size = 3 if unit == "quarter" else 6
        begin = (month - 1) // size * size + 1
        return _months(year, begin, year, begin + size - 1)
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        begin = year // size * size
        return _months(max(begin, 1), 1, begin + size - 1, 12)
    return day, day


def _months(year: int, month: int, last_year: int, last_month: int) -> tuple[dt.date, dt.date] | None:
    first, last = calendars.days_of("gregorian", year, month), calendars.days_of("gregorian", last_year, last_month)
    return (first[0], last[1]) if first and last else None


def shifted(day: dt.date, unit: str, steps: int, weekend: tuple[int, ...]) -> Span:
    """The unit that lies `steps` units from the one of `day`."""
    if unit in _MONTHS:
        base = containing(day, unit, weekend)
        moved = calendars.add_months(base[0], steps * _MONTHS[unit]) if base else None
    elif unit in ("week", "weekend"):
        base = containing(day, unit, weekend)
        moved = calendars.add_days(base[0], 7 * steps) if base else None
        if moved and base:
            return Span(moved, moved + (base[1] - base[0]), "week" if unit == "week" else "day")
    else:
        moved = calendars.add_days(day, steps if unit in ("day", "night") else 0)
    days = containing(moved, unit, weekend) if moved else None
    if not days:
        return UNKNOWN
    span = Span(*days, PRECISION.get(unit, unit))
    return replace(span, edtf=era_edtf(days[0].year, unit))


def era_edtf(year: int, unit: str) -> str | None:
    """EDTF's 199X and 19XX for a decade and a century that begin in `year`."""
    return f"{year // 10:03}X" if unit == "decade" else f"{year // 100:02}XX" if unit == "century" else None


def moved(day: dt.date, parts: tuple[tuple[float | None, str], ...], sign: int) -> dt.date | None:
    """`day` and so many units before or after it; None where a number is vague."""
    at: dt.date | None = day
    for number, unit in parts:
        if number is None or at is None or abs(number) > 100_000:
            return None
        if unit in _MONTHS:
            whole = number * _MONTHS[unit]
            at = calendars.add_months(at, sign * int(whole))
            if at and whole % 1:
                at = calendars.add_days(at, sign * round(whole % 1 * 30))
        else:
            at = calendars.add_days(at, sign * int(number * _DAYS.get(unit, 0)))
    return at


def counted(day: dt.date, unit: str, count: float, sign: int, weekend: tuple[int, ...]) -> Span:
    """The last or next `count` units: whole weeks and decades, days and months rolling from publication."""
    precision = PRECISION.get(unit, unit)
    if unit in ("week", "decade", "century"):
        near, far = (shifted(day, unit, steps, weekend) for steps in (sign, sign * int(count)))
        first, last = (far, near) if sign < 0 else (near, far)
        return Span(first.first, last.last, precision, kind="interval")
    far_end = moved(day, ((count, unit),), sign)
    if far_end is None:
        return UNKNOWN
    if unit in ("hour", "minute", "second"):
        ends = sorted((day, far_end))
    elif sign < 0:
        ends = [far_end, day - _DAY if unit in ("day", "night") else day]
    else:
        ends = [day + _DAY if unit in ("day", "night") else day, far_end]
    return Span(ends[0], ends[1], precision, kind="interval")


def part_of(span: Span, part: str, published: dt.date | None) -> Span:
    """Start, mid, end of a span, or what is left of it (rest) or gone.

    Of years the first quarter, May to August, the last quarter; of months days 1–10, 11–20, 21 to the end.
    """
    first, last = span.first, span.last
    if first is None or last is None or first == last:
        return span
    mod = part if part in ("start", "mid", "end") else None
    if part in ("rest", "gone"):
        now = published if published and first <= published <= last else None
        first, last = (now or first, last) if part == "rest" else (first, now or last)
        return replace(span, first=first, last=last, edtf=None, kind="interval")
    if span.precision == "month":
        cut = {
            "start": (first, first + 9 * _DAY),
            "mid": (first + 10 * _DAY, first + 19 * _DAY),
            "end": (first + 20 * _DAY, last),
        }
    elif span.precision == "year":
        cut = _year_parts(span.calendar, first, last)
    else:
        cut = _thirds(first, last, span.precision)
    begin, end = cut[part]
    return replace(span, first=begin, last=end, mod=mod, edtf=None)


def _year_parts(calendar: str, first: dt.date, last: dt.date) -> dict[str, tuple[dt.date, dt.date]]:
    """First quarter, fifth to eighth month, last quarter of a year of any calendar."""
    year = calendars.year_of(calendar, first)
    ends = [calendars.days_of(calendar, year, month) for month in (3, 5, 8, 10)]
    if any(days is None for days in ends):
        return _thirds(first, last, None)
    march, may, august, october = (days for days in ends if days)
    return {"start": (first, march[1]), "mid": (may[0], august[1]), "end": (october[0], last)}


def _thirds(first: dt.date, last: dt.date, precision: str | None) -> dict[str, tuple[dt.date, dt.date]]:
    """Three parts of any other span, in whole years or months where it is made of them."""
    if precision in ("decade", "century"):
        size = last.year - first.year + 1
        a, b = first.year + (size + 1) // 3, first.year + (size + 1) * 2 // 3
        return {
            "start": (first, dt.date(a - 1 if size == 100 else a, 12, 31)),
            "mid": (dt.date(a if size == 100 else a + 1, 1, 1), dt.date(b - 1, 12, 31)),
            "end": (dt.date(b, 1, 1), last),
        }  # fmt: skip
    if precision in ("quarter", "season") and first.day == 1:
        second, third = calendars.add_months(first, 1), calendars.add_months(first, 2)
        assert second and third
        return {"start": (first, second - _DAY), "mid": (second, third - _DAY), "end": (third, last)}
    size = (last - first).days + 1
    after, before = first + dt.timedelta(-(-size // 3)), last - dt.timedelta(-(-size // 3))
    middle = (after, before) if after <= before else (first, last)
    return {"start": (first, after - _DAY), "mid": middle, "end": (before + _DAY, last)}
