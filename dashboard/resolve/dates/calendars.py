"""Calendar arithmetic: months and days of three calendars as Gregorian days, Easter, steps of months and years.

Hijri dates are Umm al-Qura's (`hijridate`, 1343–1500); earlier and later years go by the arithmetic calendar, which may
be a day off, and say so. Solar Hijri years are known from 1244 to 1472. All functions return None for what can't be.
"""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from collections.abc import Callable
from functools import lru_cache

# First and last day of a period, both inclusive.
Days = tuple[dt.date, dt.date]
_HIJRI_FIRST, _HIJRI_LAST = 1343, 1500
_HIJRI_EPOCH = 227014  # ordinal of the day before 1 Muharram 1, arithmetic calendar
_PERSIAN_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)  # years of the 33-year cycle that have a 366th day
_PERSIAN_FIRST, _PERSIAN_LAST = 1244, 1472


def days_of(calendar: str, year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """The Gregorian days of a year, month or day of a calendar."""
    convert: Callable[[int, int, int | None], Days | None] = _CONVERT.get(calendar, _gregorian)
    if month is None:
        first, last = convert(year, 1, None), convert(year, 12, None)
        return (first[0], last[1]) if first and last else None
    return convert(year, month, day)


def year_of(calendar: str, day: dt.date) -> int:
    """The year of a calendar that a Gregorian day lies in."""
    guess = {"hijri": int((day.year - 622) * 33 / 32) - 1, "persian": day.year - 622}.get(calendar)
    if guess is None:
        return day.year
    for year in range(guess, guess + 4):
        days = days_of(calendar, year)
        if days and days[0] <= day <= days[1]:
            return year
    return guess


def month_of(calendar: str, day: dt.date) -> int:
    """The month of a calendar that a Gregorian day lies in."""
    if calendar == "gregorian":
        return day.month
    year = year_of(calendar, day)
    for month in range(1, 13):
        days = days_of(calendar, year, month)
        if days and days[0] <= day <= days[1]:
            return month
    return 1


def is_approximate(calendar: str, year: int) -> bool:
    """Is the conversion of this year good to a day or two only?"""
    return calendar == "hijri" and not _HIJRI_FIRST <= year <= _HIJRI_LAST


def _gregorian(year: int, month: int, day: int | None) -> Days | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    length = gregorian.monthrange(year, month)[1]
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, length)
    return (dt.date(year, month, day),) * 2 if 1 <= day <= length else None


@lru_cache(maxsize=4096)
def _hijri(year: int, month: int, day: int | None) -> Days | None:
    if not (1 <= year <= 9000 and 1 <= month <= 12):
        return None
    if _HIJRI_FIRST <= year <= _HIJRI_LAST:
        from hijridate import Hijri

        try:
            first = Hijri(year, month, 1)
            length = first.month_length()
            known = first.to_gregorian()
        except (ValueError, OverflowError):
            return None
        start = dt.date(known.year, known.month, known.day)
    else:
        ordinal = _HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (month - 1) * 29 + month // 2 + 1
        if ordinal > dt.date.max.toordinal() - 31:
            return None
        start, length = dt.date.fromordinal(ordinal), 30 if month % 2 else 29
    if day is None:
        return start, start + dt.timedelta(length - 1)
    return (start + dt.timedelta(day - 1),) * 2 if 1 <= day <= length else None


def _persian_leap(year: int) -> bool:
    return year % 33 in _PERSIAN_LEAPS


@lru_cache(maxsize=512)
def _persian_new_year(year: int) -> dt.date:
    day = dt.date(2021, 3, 21)  # 1 Farvardin 1400
    for past in range(1400, year):
        day += dt.timedelta(366 if _persian_leap(past) else 365)
    for past in range(year, 1400):
        day -= dt.timedelta(366 if _persian_leap(past) else 365)
    return day


def _persian(year: int, month: int, day: int | None) -> Days | None:
    if not (_PERSIAN_FIRST <= year <= _PERSIAN_LAST and 1 <= month <= 12):
        return None
    start = _persian_new_year(year) + dt.timedelta(31 * min(month - 1, 6) + 30 * max(month - 7, 0))
    length = 31 if month <= 6 else 30 if month < 12 or _persian_leap(year) else 29
    if day is None:
        return start, start + dt.timedelta(length - 1)
    return (start + dt.timedelta(day - 1),) * 2 if 1 <= day <= length else None


_CONVERT: dict[str, Callable[[int, int, int | None], Days | None]] = {"hijri": _hijri, "persian": _persian}


def add_months(day: dt.date, months: int) -> dt.date | None:
    """The same day so many months on, or the month's last where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))


def add_days(day: dt.date, days: float) -> dt.date | None:
    """So many days on; None past the calendar's ends."""
    try:
        return day + dt.timedelta(int(days))
    except OverflowError:
        return None


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(first: dt.date, last: dt.date, weekday: int, nth: int) -> dt.date | None:
    """The nth weekday (0 Monday) of a period, counted from its end where negative."""
    if nth > 0:
        day = add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = add_days(last, -((last.weekday() - weekday) % 7) + 7 * (nth + 1))
    return day if day and first <= day <= last else None
