"""Symbolic expressions to spans of days: what is relative is counted from publication, or from the date spoken of before.

One `Evaluator` serves one expression; it knows publication, the previous span, the clause's tense and the feasts, and
collects the flags that two contradicting parts raise. Nothing is ever counted from today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast

from ...extractors.dates import TimeExpression
from ...extractors.dates import symbols as s
from . import calendars, periods, yearless
from .clock import clock_span, half_of
from .span import UNKNOWN, Span

_DAY = dt.timedelta(1)
# How many words a cue of tense may stand from the date it governs, before and after it.
_REACH_BEFORE, _REACH_AFTER = 9, 3
_BESIDE = 2
_OWN_VERB = 5  # a past verb further off than this is likely not the weekday's own


@dataclass(slots=True)
class Context:
    """What an article gives: its day of publication, the data of data/calendar.yml, the source's weekend."""

    published: dt.date | None
    calendar: dict[str, Any]
    weekend: tuple[int, ...]
    source_country: str | None = None
    persian: bool = False


@dataclass(slots=True)
class Evaluator:
    context: Context
    previous: Span | None = None
    expression: TimeExpression | None = None
    series: bool = False  # the date before, in the same sentence, has no year either and lies ahead
    flags: list[str] = field(default_factory=list)

    @property
    def tense(self) -> str | None:
        """The clause's tense where its cue is near enough to be the verb or noun that the date belongs to."""
        if self.expression is None or self.expression.cue_distance is None:
            return None
        reach = _REACH_BEFORE if self.expression.cue_before else _REACH_AFTER
        return self.expression.tense if self.expression.cue_distance <= reach else None

    def span(self, node: s.Node) -> Span:
        """The days of a node; both ends None where they can't be known."""
        return _HANDLERS[type(node)](self, node)

    # -- days and dates ------------------------------------------------------------------------------------------

    def day(self, node: s.Day) -> Span:
        base = self.context.published
        day = calendars.add_days(base, node.shift) if base else None
        return Span(day, day, basis="published")

    def date(self, node: s.Date) -> Span:
        calendar = self._calendar(node)
        if node.year is not None and node.shift is None:
            return self._absolute(calendar, node.year, node.month, node.day)
        if node.of is not None or node.same:
            return self._inside(node, calendar)
        if node.month is None:
            return self._day_of_month(node)
        reference = self.context.published
        precision = "day" if node.day else "month"
        if reference is None:
            return Span(precision=precision, basis="published", calendar=calendar)
        distance = self.expression.cue_distance if self.expression else None
        alone = self.expression is not None and self.expression.alone
        return yearless.nearest(node, calendar, reference, self.tense, distance or 0, self.series or alone)

    def _calendar(self, node: s.Date) -> str:
        """The calendar said, or the one that the year fits: 1443 is Hijri, 1400 in a Persian text solar."""
        if node.calendar:
            return node.calendar
        if node.year is not None and self.context.persian and 1250 <= node.year <= 1450:
            return "persian"
        published = self.context.published
        latest = calendars.year_of("hijri", published) + 6 if published else 1452
        return "hijri" if node.year is not None and 1390 <= node.year <= latest else "gregorian"

    def _absolute(self, calendar: str, year: int, month: int | None, day: int | None) -> Span:
        days = calendars.days_of(calendar, year, month, day)
        precision = "day" if day else "month" if month else "year"
        if not days:
            return Span(precision=precision, calendar=calendar)
        mod = "approx" if calendars.is_approximate(calendar, year) else None
        return Span(*days, precision, mod=mod, calendar=calendar)

    def _inside(self, node: s.Date, calendar: str) -> Span:
        """A month of the last year, a day of the next month, a Hijri month of a Gregorian year."""
        if node.same and node.of is None:
            outer = self.previous or UNKNOWN
            outer = replace(outer, basis="previous")
        else:
            outer = self.span(cast(s.Node, node.of))
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
        found = self._absolute(calendar, year, month, node.day)
        return replace(found, basis=outer.basis)

    def _day_of_month(self, node: s.Date) -> Span:
        """25 الجاري: a day of this, the last or the next month; a bare day number: the nearest in the tense's direction."""
        base = self.context.published
        if base is None or node.day is None:
            return Span(basis="published")
        steps = (node.shift,) if node.shift is not None else (0, 1, 2) if self.tense == "future" else (0, -1, -2)
        for step in steps:
            month = calendars.add_months(base.replace(day=1), step)
            days = calendars.days_of("gregorian", month.year, month.month, node.day) if month else None
            if days and (node.shift is not None or (days[0] >= base if self.tense == "future" else days[0] <= base)):
                return Span(*days, basis="published")
        return Span(basis="published")

    def weekday(self, node: s.Weekday) -> Span:
        if node.nth is not None and node.of is not None:
            return self._nth_weekday(node)
        base = self.context.published
        if node.of is not None:
            week = self.span(node.of)
            days = [week.first + _DAY * step for step in range(7)] if week.first else []
            day = next((one for one in days if one.weekday() == node.day), None)
            return Span(day, day, basis=week.basis)
        if base is None:
            return Span(basis="published")
        day = self._weekday_from(base, node)
        if node.second is not None and day:
            return Span(day, day + _DAY, kind="interval", basis="published", part="night")
        return Span(day, day, basis="published")

    def _weekday_from(self, base: dt.date, node: s.Weekday) -> dt.date | None:
        back, ahead = (base.weekday() - node.day) % 7, (node.day - base.weekday()) % 7
        if node.shift == -1:
            return calendars.add_days(base, -(back or 7))
        if node.shift == 1:
            return calendars.add_days(base, ahead or 7)
        if not self._ahead(back):
            return calendars.add_days(base, -back)
        return calendars.add_days(base, ahead)

    def _ahead(self, back: int) -> bool:
        """Is a bare weekday, last seen `back` days ago, the coming one? Papers speak of yesterday's day, never of six days
        ago, without saying so; only a verb or noun of the future near by makes it the next week's. A text that is
        nothing but a day (a query, an entry of a calendar) asks for the coming one."""
        if back == 0:
            return False
        expression = self.expression
        if self.tense == "future":
            return back > 1 or (expression is not None and expression.cue_before and (expression.cue_distance or 0) <= _BESIDE)
        if expression is not None and expression.alone and self.tense is None:
            return not isinstance(expression.node, s.DayPart)
        if self.tense == "past":
            return back == 6 and expression is not None and (expression.cue_distance or 0) > _OWN_VERB
        if self.tense == "present":
            return back >= 3
        return back == 6 or (back == 5 and expression is not None and expression.tense in ("future", "present"))

    def _nth_weekday(self, node: s.Weekday) -> Span:
        outer = self.span(cast(s.Node, node.of))
        if outer.first is None or outer.last is None or node.nth is None:
            return Span(basis=outer.basis)
        if node.after:
            start = outer.last + _DAY
            day = calendars.add_days(start, (node.day - start.weekday()) % 7 + 7 * (node.nth - 1))
        else:
            day = calendars.nth_weekday(outer.first, outer.last, node.day, node.nth)
        return Span(day, day, basis=outer.basis)

    def both(self, node: s.Both) -> Span:
        """A day said twice. The weekday decides the year of a date without one; an adverb yields to the weekday."""
        first, second = node.first, node.second
        if isinstance(first, s.Weekday) and isinstance(second, s.Date):
            return self._weekday_date(first, second)
        adverb = self.span(first)
        if isinstance(second, s.Weekday):
            return self._adverb_weekday(adverb, second)
        other = self.span(second)
        if adverb.first and other.first and adverb.is_day and not other.first <= adverb.first <= (other.last or other.first):
            near = yearless.close_to(second, adverb.first) if isinstance(second, s.Date) else None
            if near:
                return near
            self.flags.append("relative-conflict")
            return other
        return other if other.resolved and other.is_day else adverb if adverb.resolved else other

    def _weekday_date(self, weekday: s.Weekday, date: s.Date) -> Span:
        span = self.span(date)
        if span.first is None or not span.is_day or span.first.weekday() == weekday.day:
            return span
        if date.year is None and date.of is None and date.shift is None and self.context.published:
            agreeing = yearless.with_weekday(date, span, self.context.published, weekday.day)
            if agreeing:
                return agreeing
        if span.calendar == "hijri" and abs((span.first.weekday() - weekday.day + 3) % 7 - 3) == 1:
            return span  # the moon is sighted a day earlier or later than it is calculated
        self.flags.append("weekday-date")
        return span

    def _adverb_weekday(self, adverb: Span, weekday: s.Weekday) -> Span:
        """غد الأحد in a paper of Sunday: within two days of publication the weekday wins, and the flag says so."""
        base = self.context.published
        if base is None or adverb.first is None or adverb.first.weekday() == weekday.day:
            return adverb
        self.flags.append("relative-conflict")
        near = sorted((base + _DAY * step for step in (-2, -1, 0, 1, 2)), key=lambda day: abs((day - adverb.first).days))
        day = next((day for day in near if day.weekday() == weekday.day), None)
        return replace(adverb, first=day, last=day) if day else adverb

    # -- periods -------------------------------------------------------------------------------------------------

    def period(self, node: s.Period) -> Span:
        base, basis = self.context.published, "published"
        if node.previous and self.previous is not None and self.previous.first is not None:
            base, basis = self.previous.first if (node.shift or 0) <= 0 else self.previous.last or self.previous.first, "previous"
        precision = periods.PRECISION.get(node.unit, node.unit)
        if base is None:
            kind = "interval" if node.open or node.count else "date"
            return Span(precision=precision, basis=basis, kind=kind)
        shift = node.shift if node.shift is not None else 0
        if node.open or (node.count is not None and node.count == 0):
            ends = (None, base) if shift < 0 else (base, None) if shift > 0 else (None, None)
            return Span(*ends, precision, kind="interval", basis=basis)
        if node.count is not None and shift:
            return replace(periods.counted(base, node.unit, node.count, shift, self.context.weekend), basis=basis)
        if self.context.persian and node.unit in ("month", "year"):
            return replace(_persian_period(base, node.unit, shift), basis=basis)
        return replace(periods.shifted(base, node.unit, shift, self.context.weekend), basis=basis)

    def offset(self, node: s.Offset) -> Span:
        """Three days ago: that day; two months ago: that month; counted from an event: unknown."""
        unit = node.amount.parts[-1][1]
        precision = periods.PRECISION.get(unit, unit)
        anchor = self.span(node.anchor) if node.anchor else None
        base = self.context.published if anchor is None else anchor.first
        basis = "published" if anchor is None else anchor.basis
        if node.previous or base is None:
            return Span(precision=precision, basis="previous" if node.previous else basis)
        day = periods.moved(base, node.amount.parts, node.sign)
        if day is None:
            return Span(precision=precision, basis=basis)
        mod = "approx" if node.amount.approx else None
        if unit in ("month", "year", "decade", "century") and node.amount.parts[-1][0] is not None:
            days = periods.containing(day, "year" if unit in ("decade", "century") else unit, self.context.weekend)
            if days:
                return Span(*days, "year" if unit in ("decade", "century") else unit, mod=mod, basis=basis)
        return Span(day, day, "day" if unit in ("hour", "minute", "second") else precision, mod=mod, basis=basis)

    def part(self, node: s.Part) -> Span:
        return periods.part_of(self.span(node.of), node.part, self.context.published)

    def nth(self, node: s.Nth) -> Span:
        outer = self.span(node.of) if node.of else self.span(s.Period("year", 0))
        precision = periods.PRECISION.get(node.unit, node.unit)
        if outer.first is None or outer.last is None:
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

    def era(self, node: s.Era) -> Span:
        if node.unit == "century":
            first, last = max((node.number - 1) * 100, 1), node.number * 100 - 1
        else:
            first = node.number
            if first < 100:
                century = self.span(node.of).first if node.of else None
                first += century.year // 100 * 100 if century else 2000 if node.number == 10 else 1900
            last = first + 9
        if not 1 <= first <= last <= 9999:
            return Span(precision=node.unit)
        edtf = periods.era_edtf(node.number * 100 - 100 if node.unit == "century" else first, node.unit)
        return Span(dt.date(first, 1, 1), dt.date(last, 12, 31), node.unit, edtf=edtf)

    def season(self, node: s.Season) -> Span:
        month, code = self.context.calendar["seasons"][node.season]
        if node.year is not None:
            outer = self.span(node.year)
            year = outer.first.year if outer.first else None
            return _season(year, month, code, outer.basis)
        base = self.context.published
        if base is None:
            return Span(precision="season", basis="published")
        spans = [_season(base.year + step, month, code, "published") for step in (-2, -1, 0, 1)]
        return _directed(spans, base, node.shift, self.tense)

    def named(self, node: s.Named) -> Span:
        feast = self.context.calendar["feasts"][node.id]
        if node.year is not None:
            outer = self.span(node.year)
            found = yearless.feast(feast, outer) if outer.first else Span(basis=outer.basis)
            return replace(found, basis=outer.basis)
        base = self.context.published
        if base is None:
            return Span(basis="published")
        years = (Span(dt.date(base.year + step, 1, 1), dt.date(base.year + step, 12, 31)) for step in (-1, 0, 1))
        spans = [replace(yearless.feast(feast, year), basis="published") for year in years]
        return _directed([span for span in spans if span.resolved], base, node.shift, self.tense)

    # -- open and mixed ------------------------------------------------------------------------------------------

    def range(self, node: s.Range) -> Span:
        first = self.span(node.first)
        if isinstance(node.last, s.Weekday) and first.first and node.last.shift is None and node.last.of is None:
            day = first.first + _DAY * ((node.last.day - first.first.weekday()) % 7)
            last = replace(first, first=day, last=day)
        else:
            last = self.span(node.last)
        if isinstance(node.first, s.Clock):
            return replace(first, kind="time")
        if isinstance(node.first, s.Date) and isinstance(node.last, s.Date):
            first, last = self._same_year(node.first, node.last, first, last)
        precision = last.precision if first.precision == last.precision else "day"
        basis = first.basis if first.basis != "absolute" else last.basis
        if first.first and last.last and first.first > last.last:
            self.flags.append("date-order")
        return Span(first.first, last.last, precision, kind="interval", basis=basis, calendar=first.calendar)

    def _same_year(self, one: s.Date, other: s.Date, first: Span, last: Span) -> tuple[Span, Span]:
        """27 … 30 December: both ends in one year, or the second in the next where it would else come first."""
        if one.year is None and other.year is None and first.first and last.last and one.month and other.month:
            if first.first > last.last:
                year = calendars.year_of(first.calendar, first.first)
                moved = self._absolute(last.calendar, year + 1, other.month, other.day)
                if moved.first:
                    return first, replace(moved, basis=last.basis)
            if (last.last - first.first).days > 366:
                year = calendars.year_of(last.calendar, last.last)
                return replace(self._absolute(first.calendar, year, one.month, one.day), basis=first.basis), last
        return first, last

    def open(self, node: s.Open) -> Span:
        """Since, until, by, before, after X: the days of X itself with `mod`, the other end is never made up."""
        if node.mod == "before" and isinstance(node.of, s.Weekday) and self.tense != "past":
            span = self._coming(node.of)
        elif node.endless:
            span = self.span(node.of)
            return replace(span, last=None, mod="after") if node.mod == "after" else replace(span, first=None, mod="before")
        else:
            span = self.span(node.of)
        return replace(span, mod=node.mod)

    def _coming(self, node: s.Weekday) -> Span:
        """حتى الجمعة: until the coming Friday, where nothing says otherwise."""
        base = self.context.published
        if base is None or node.shift is not None or node.of is not None:
            return self.span(node)
        day = calendars.add_days(base, (node.day - base.weekday()) % 7)
        return Span(day, day, basis="published")

    def duration(self, node: s.Duration) -> Span:
        unit = node.amount.parts[-1][1]
        return Span(precision=periods.PRECISION.get(unit, unit), kind="duration", mod="approx" if node.amount.approx else None)

    def within(self, node: s.Within) -> Span:
        base = self.context.published
        duration = self.duration(s.Duration(node.amount))
        if self.expression is None or not self.expression.deadline:
            return duration
        end = periods.moved(base, node.amount.parts, 1) if base else None
        return replace(duration, first=base if end else None, last=end, kind="interval", basis="published")

    def recurring(self, node: s.Recurring) -> Span:
        unit = node.unit if isinstance(node.unit, str) else "week"
        return Span(precision=unit if unit in _PRECISIONS else "day", kind="recurring")

    def vague(self, node: s.Vague) -> Span:
        span = self.span(node.of)
        return replace(span, mod="approx", kind="interval", precision="year")

    # -- the day's parts and the clock ---------------------------------------------------------------------------

    def daypart(self, node: s.DayPart) -> Span:
        if node.of is None:
            return Span(precision="day", basis="published", part=node.part)
        return replace(self.span(node.of), part=node.part)

    def clock(self, node: s.Clock) -> Span:
        outer = self.span(node.of) if node.of is not None else UNKNOWN
        return clock_span(node, outer, half_of(node, outer.part))

    def either(self, node: s.Either) -> Span:
        """Month first in an American source, day first in another known one, unknown where the source is."""
        date, source = node.date, self.context.source_country
        if source is None or date.day is None:
            return Span(precision="day")
        return self.date(replace(date, month=date.day, day=date.month) if source in _MONTH_FIRST else date)

    def nothing(self, node: s.Nothing) -> Span:
        return UNKNOWN


_MONTH_FIRST = frozenset(("USA", "PHL"))
_PRECISIONS = frozenset(("minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"))


def _persian_period(base: dt.date, unit: str, shift: int) -> Span:
    """A month or year of the solar calendar, so many from the one of `base`."""
    year, month = calendars.year_of("persian", base), calendars.month_of("persian", base)
    if unit == "year":
        days = calendars.days_of("persian", year + shift)
    else:
        step, month = divmod(month - 1 + shift, 12)
        days = calendars.days_of("persian", year + step, month + 1)
    return Span(*days, unit, calendar="persian") if days else Span(precision=unit)


def _nth_of(first: dt.date, last: dt.date, unit: str, nth: int) -> tuple[dt.date, dt.date] | None:
    """The nth unit inside a period, counted from its end where negative."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    size = {"month": 1, "quarter": 3, "half": months // 2, "third": months // 3, "year": 12, "decade": 120}.get(unit, 0)
    if unit == "half" and months == 1:
        middle = first + 14 * _DAY
        return (first, middle) if nth == 1 else (middle + _DAY, last)
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
    ordered = sorted((span for span in spans if span.first and span.last), key=lambda span: cast(dt.date, span.first))
    if shift == 0 or (shift is None and tense is None):
        holding = [span for span in ordered if span.first and span.last and span.first <= base <= span.last]
        if holding:
            return holding[0]
    if shift == 1 or (shift is None and tense == "future"):
        ahead = [span for span in ordered if span.last and span.first and (span.first > base if shift else span.last >= base)]
        return ahead[0] if ahead else UNKNOWN
    if shift == 0:
        near = [span for span in ordered if span.first and span.first.year == base.year]
        return near[0] if near else UNKNOWN
    back = [span for span in ordered if span.first and span.last and (span.last < base if shift else span.first <= base)]
    return back[-1] if back else UNKNOWN


_HANDLERS: dict[type, Callable[[Evaluator, Any], Span]] = {
    s.Day: Evaluator.day, s.Date: Evaluator.date, s.Weekday: Evaluator.weekday, s.Both: Evaluator.both,
    s.Period: Evaluator.period, s.Offset: Evaluator.offset, s.Part: Evaluator.part, s.Nth: Evaluator.nth,
    s.Era: Evaluator.era, s.Season: Evaluator.season, s.Named: Evaluator.named, s.Range: Evaluator.range,
    s.Open: Evaluator.open, s.Duration: Evaluator.duration, s.Within: Evaluator.within,
    s.Recurring: Evaluator.recurring, s.Vague: Evaluator.vague, s.DayPart: Evaluator.daypart, s.Clock: Evaluator.clock,
    s.Either: Evaluator.either, s.Nothing: Evaluator.nothing,
}  # fmt: skip
