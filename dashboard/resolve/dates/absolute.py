"""Dates, eras, seasons and feasts: what a calendar settles, given a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ... import timex as s
from . import calendars, periods, yearless
from .span import UNKNOWN, Span

if TYPE_CHECKING:
    from .evaluate import Evaluator

_DAY = dt.timedelta(1)
# Without a cue the past one is meant, unless the coming one is so near (days) and the past one so far.
_SOON, _LONG_AGO = 60, 250
_MONTH_FIRST = frozenset(("USA", "PHL"))


def date(e: Evaluator, node: s.Date) -> Span:
    calendar = calendar_of(e, node)
    if node.year is not None and node.shift is None:
        return absolute(e, calendar, node.year, node.month, node.day)
    if node.of is not None or node.same:
        return _inside(e, node, calendar)
    if node.month is None:
        return _day_of_month(e, node)
    reference = e.context.published
    precision = "day" if node.day else "month"
    if reference is None:
        return Span(precision=precision, basis="published", calendar=calendar)
    distance = e.expression.cue_distance if e.expression else None
    alone = e.expression is not None and e.expression.alone
    return yearless.nearest(node, calendar, reference, e.tense, distance or 0, e.series or alone)


def calendar_of(e: Evaluator, node: s.Date) -> str:
    """The calendar said, or the one that the year fits: 1443 is Hijri, 1400 in a Persian text solar."""
    if node.calendar:
        return node.calendar
    if node.year is not None and e.context.persian and 1250 <= node.year <= 1450:
        return "persian"
    published = e.context.published
    latest = calendars.year_of("hijri", published) + 6 if published else 1452
    return "hijri" if node.year is not None and 1390 <= node.year <= latest else "gregorian"


def absolute(e: Evaluator, calendar: str, year: int, month: int | None, day: int | None) -> Span:
    days = calendars.days_of(calendar, year, month, day)
    precision = "day" if day else "month" if month else "year"
    if not days:
        return Span(precision=precision, calendar=calendar)
    mod = "approx" if calendars.is_approximate(calendar, year) else None
    return Span(*days, precision, mod=mod, calendar=calendar)


def _inside(e: Evaluator, node: s.Date, calendar: str) -> Span:
    """A month of the last year, a day of the next month, a Hijri month of a Gregorian year."""
    if node.same and node.of is None:
        outer = e.previous or UNKNOWN
        outer = replace(outer, basis="previous")
    else:
        outer = e.span(cast(s.Node, node.of))
    precision = "day" if node.day else "month"
    if outer.first is None:
        return Span(precision=precision, basis=outer.basis, calendar=calendar)
    if node.month is None:
        calendar = outer.calendar
        year, month = calendars.year_of(calendar, outer.first), calendars.month_of(calendar, outer.first)
    else:
        year, month = calendars.year_of(calendar, outer.first), node.month
        days = calendars.days_of(calendar, year, month, node.day)
        if calendar != "gregorian" and days and days[1] < outer.first:
            year += 1
    found = absolute(e, calendar, year, month, node.day)
    return replace(found, basis=outer.basis)


def _day_of_month(e: Evaluator, node: s.Date) -> Span:
    """25 الجاري: a day of this, the last or the next month; a bare day number: the nearest in the tense's direction."""
    base = e.context.published
    if base is None or node.day is None:
        return Span(basis="published")
    steps = (node.shift,) if node.shift is not None else (0, 1, 2) if e.tense == "future" else (0, -1, -2)
    for step in steps:
        month = calendars.add_months(base.replace(day=1), step)
        days = calendars.days_of("gregorian", month.year, month.month, node.day) if month else None
        if days and (node.shift is not None or (days[0] >= base if e.tense == "future" else days[0] <= base)):
            return Span(*days, basis="published")
    return Span(basis="published")


def either(e: Evaluator, node: s.Either) -> Span:
    """Month first in an American source, day first in another known one, unknown where the source is."""
    day_first, source = node.date, e.context.source_country
    if source is None:
        return Span(precision="day")
    month_first = replace(day_first, month=day_first.day, day=day_first.month)
    return date(e, month_first if source in _MONTH_FIRST else day_first)


def era(e: Evaluator, node: s.Era) -> Span:
    if node.unit == "century":
        first, last = max((node.number - 1) * 100, 1), node.number * 100 - 1
    else:
        first = node.number
        if first < 100:
            century = e.span(node.of).first if node.of else None
            first += century.year // 100 * 100 if century else 2000 if node.number == 10 else 1900
        last = first + 9
    if not 1 <= first <= last <= 9999:
        return Span(precision=node.unit)
    edtf = periods.era_edtf(node.number * 100 - 100 if node.unit == "century" else first, node.unit)
    return Span(dt.date(first, 1, 1), dt.date(last, 12, 31), node.unit, edtf=edtf)


def season(e: Evaluator, node: s.Season) -> Span:
    month, code = e.context.calendar["seasons"][node.season]
    if node.year is not None:
        outer = e.span(node.year)
        year = outer.first.year if outer.first else None
        return _season(year, month, code, outer.basis)
    base = e.context.published
    if base is None:
        return Span(precision="season", basis="published")
    spans = [_season(base.year + step, month, code, "published") for step in (-2, -1, 0, 1)]
    return _directed(spans, base, node.shift, "future" if e.series else e.tense)


def named(e: Evaluator, node: s.Named) -> Span:
    feast = e.context.calendar["feasts"][node.id]
    if node.year is not None:
        outer = e.span(node.year)
        found = yearless.feast(feast, outer) if outer.first else Span(basis=outer.basis)
        return replace(found, basis=outer.basis)
    base = e.context.published
    if base is None:
        return Span(basis="published")
    years = (Span(dt.date(base.year + step, 1, 1), dt.date(base.year + step, 12, 31)) for step in (-1, 0, 1))
    spans = [replace(yearless.feast(feast, year), basis="published") for year in years]
    return _directed([span for span in spans if span.resolved], base, node.shift, "future" if e.series else e.tense)


def nth(e: Evaluator, node: s.Nth) -> Span:
    outer = e.span(node.of) if node.of else e.span(s.Period("year", 0))
    precision = periods.PRECISION.get(node.unit, node.unit)
    foreign = outer.calendar != "gregorian" and outer.precision == "year" and node.unit not in ("day", "week")
    if outer.first is None or outer.last is None or foreign:
        return Span(precision=precision, basis=outer.basis)
    days = _nth_of(outer.first, outer.last, node.unit, node.nth)
    if days and node.count > 1:
        other = _nth_of(outer.first, outer.last, node.unit, node.nth * node.count)
        days = (min(days[0], other[0]), max(days[1], other[1])) if other else None
        if days:
            return Span(*days, precision, kind="interval", basis=outer.basis)
    if days is None:
        return Span(precision=precision, basis=outer.basis)
    edtf = periods.era_edtf(days[0].year, node.unit)
    return Span(*days, precision, basis=outer.basis, edtf=edtf)


def _nth_of(first: dt.date, last: dt.date, unit: str, nth: int) -> tuple[dt.date, dt.date] | None:
    """The nth unit inside a period, counted from its end where negative."""
    months = max(round((last - first).days / 30.4), 1)
    size = {"month": 1, "quarter": 3, "half": months // 2, "third": months // 3, "year": 12, "decade": 120}.get(unit, 0)
    if unit == "half" and months == 1:
        middle = first + 14 * _DAY
        return (first, middle) if nth == 1 else (middle + _DAY, last)
    if unit == "third" and months == 1 and abs(nth) <= 3:
        ends = (first, first + 10 * _DAY, first + 20 * _DAY, last + _DAY)
        place = nth - 1 if nth > 0 else 3 + nth
        return ends[place], ends[place + 1] - _DAY
    if size:
        steps = (nth - 1) * size if nth > 0 else months + nth * size
        start = calendars.add_months(first, steps)
        after = calendars.add_months(start, size) if start else None
        return (start, after - _DAY) if start and after and first <= start and after - _DAY <= last else None
    if unit == "week" and nth == 0:
        monday = first - first.weekday() * _DAY
        return monday, monday + 6 * _DAY
    if unit == "week":
        # A week belongs to the year that holds its Thursday, as ISO counts them; in a month whole weeks are counted.
        day = calendars.nth_weekday(first, last, 3 if months == 12 else 0 if nth > 0 else 6, nth)
        if day is None:
            return None
        monday = day - day.weekday() * _DAY
        return monday, monday + 6 * _DAY
    if unit in ("day", "night"):
        day = first + (nth - 1) * _DAY if nth > 0 else last + (nth + 1) * _DAY
        return (day, day) if first <= day <= last else None
    return None


def _season(year: int | None, month: int, code: int, basis: str) -> Span:
    first = calendars.days_of("gregorian", year, month) if year else None
    after = calendars.add_months(first[0], 3) if first else None
    if not first or not after:
        return Span(precision="season", basis=basis)
    return Span(first[0], after - _DAY, "season", basis=basis, edtf=f"{year:04}-{code}")


def _directed(spans: list[Span], base: dt.date, shift: int | None, tense: str | None) -> Span:
    """Of the same span in several years: the one before, at or after publication that is meant."""
    known = [(span.first, span.last, span) for span in spans if span.first and span.last]
    ordered = sorted(known, key=lambda item: item[0])
    holding = [span for first, last, span in ordered if first <= base <= last]
    if holding and (shift == 0 or (shift is None and tense != "past")):
        return holding[0]
    if shift == 0:  # this summer, said in autumn or in spring: the one that is nearer
        return min(ordered, key=lambda item: max(item[0] - base, base - item[1]))[2] if ordered else UNKNOWN
    ahead = [(first, span) for first, _, span in ordered if first > base]
    back = [(last, span) for _, last, span in ordered if last < base]
    if shift is None and holding:
        return holding[0]
    if shift is None and tense is None and ahead and back:
        near = (ahead[0][0] - base).days <= _SOON and (base - back[-1][0]).days >= _LONG_AGO
        return ahead[0][1] if near else back[-1][1]
    if shift is None and tense == "present" and ahead and back:
        nearer = ahead[0][0] - base < base - back[-1][0]
        return ahead[0][1] if nearer else back[-1][1]
    if shift == 1 or (shift is None and tense == "future"):
        return ahead[0][1] if ahead else UNKNOWN
    return back[-1][1] if back else UNKNOWN
