"""Calendar dates, months, years, eras, feasts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .... import timex as s
from .args import Args


def month(a: Args) -> Any:
    """(number, calendar) of a month; with `other`, two names of the same one."""
    number = a.get("month")
    if isinstance(number, tuple):
        number, calendar = number
    else:
        calendar = a.get("calendar", "gregorian")
    other = a.get("other")
    if isinstance(other, tuple):
        other = other[0]
    if other is not None and other != number:
        return None
    return (number, calendar) if 1 <= number <= 12 and number != a.get("none_of") else None


def month_this(a: Args) -> Any:
    """هذا سبتمبر: this year's."""
    month, calendar = a.get("mon")
    return s.Date(month=month, calendar=calendar, of=s.Period("year", 0))


def year(a: Args) -> Any:
    """A year as a date, within the rule's `least` and `most`; the era says its calendar."""
    said, era = a.get("year"), a.get("era")
    date = said if isinstance(said, s.Date) else s.Date(year=said)
    if not isinstance(date.year, int) or not a.get("least", 1) <= date.year <= a.get("most", 2199):
        return None
    if era and date.calendar and date.calendar != era:
        return None
    return replace(date, calendar=era) if era and era != date.calendar else date


def date(a: Args) -> Any:
    """A calendar date from day, mon, year (a Date), shift, same, of."""
    day, mon, year, of = a.get("day"), a.get("mon"), a.get("year"), a.get("of")
    if "dm" in a.values:
        day, number = a.values["dm"]
        mon = (number, "gregorian")
    if day is not None and not 1 <= day <= 31:
        return None
    month: int | None
    calendar: s.Calendar | None
    month, calendar = mon if mon else (None, None)
    if isinstance(of, s.Period) and a.get("of_unit") and of.unit not in a.get("of_unit"):
        return None
    if isinstance(of, s.Date | s.Both | s.Offset) and not a.get("of_any"):
        return None
    number = None
    if isinstance(year, s.Date):
        if calendar == "gregorian" and year.calendar not in (None, "gregorian"):
            return None
        if year.month or year.day:
            return None
        number = year.year
        if calendar == "hijri" and year.calendar == "gregorian" or (calendar == "hijri" and number and number > 1600):
            # A Hijri month of a Gregorian year: the resolver finds which.
            return s.Date(None, month, day, "hijri", of=s.Date(year=number, calendar="gregorian"))
        calendar = calendar or year.calendar
    shift = a.get("shift")
    if day is not None and month is not None and calendar == "gregorian" and day > _LONGEST[month]:
        return None
    return s.Date(number, month, day, calendar, shift, bool(a.get("same")), of)


_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def date_era(a: Args) -> Any:
    return replace(a.get("year"), calendar=a.get("era"))


def either(a: Args) -> Any:
    """3/4/2021: day and month may stand in either order, so neither is taken."""
    return s.Either(a.get("date"))


def era(a: Args) -> Any:
    if a.get("unit") == "century" and "shift" in a.values:
        return s.Period("century", a.get("shift"))
    return s.Era(a.get("unit"), a.get("number"), a.get("of"))


def era_of(a: Args) -> Any:
    decade, of = a.get("decade"), a.get("of")
    return replace(decade, of=of) if isinstance(decade, s.Era) and decade.unit == "decade" else None


def era_decade(a: Args) -> Any:
    """العقد الثاني من القرن الحادي والعشرين: the nth decade of a century."""
    return s.Nth(a.get("number"), "decade", a.get("of")) if a.get("unit", "decade") == "decade" else None


def era_digits(a: Args) -> Any:
    """the 1990s"""
    return s.Era("decade", a.get("number")) if a.get("number") % 10 == 0 else None


def era_named(a: Args) -> Any:
    """the 19th century"""
    return s.Era("century", a.get("number")) if a.get("unit") == "century" and a.get("number") <= 30 else None


def season(a: Args) -> Any:
    return s.Season(a.get("season"), a.get("of"), a.get("shift"))


def named(a: Args) -> Any:
    return s.Named(a.get("named"), a.get("of"), a.get("shift"))


def feast_day(a: Args) -> Any:
    """ثاني أيام عيد الأضحى: a day of a feast that lasts for days."""
    first, nth = named(a), a.get("nth")
    if not 1 <= nth <= 7:
        return None
    return s.Offset(s.Amount(((nth - 1, "day"),)), 1, first) if nth > 1 else first


def event(a: Args) -> Any:
    """هجمات 11 سبتمبر: a day without a year that is a known event's."""
    of, year, month, day = a.get("of"), *(int(part) for part in a.get("event").split("-"))
    return (
        s.Date(year, month, day)
        if isinstance(of, s.Date) and (of.year, of.month, of.day) == (None, month, day)
        else None
    )


def vague(a: Args) -> Any:
    of = a.get("of")
    if "pair" in a.values:
        of = s.Range(s.Date(year=a.values["pair"][0]), s.Date(year=a.values["pair"][1]))
    return s.Vague(of, a.get("unit", "century"))


def nothing(_: Args) -> Any:
    return s.NOTHING
