"""What is made of other expressions: one day said twice, ranges, open ends, parts, clocks; and what has no days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ... import timex as s
from . import absolute, calendars, periods, yearless
from .clock import clock_span, half_of
from .span import UNKNOWN, Span

if TYPE_CHECKING:
    from .evaluate import Evaluator

_DAY = dt.timedelta(1)
_PRECISIONS = frozenset(
    ("minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
)


def both(e: Evaluator, node: s.Both) -> Span:
    """A day said twice. The weekday decides the year of a date without one; an adverb yields to the weekday."""
    first, second = node.first, node.second
    if isinstance(first, s.Weekday) and isinstance(second, s.Date):
        return _weekday_date(e, first, second)
    adverb = e.span(first)
    if isinstance(second, s.Weekday):
        return _adverb_weekday(e, adverb, second)
    other = e.span(second)
    if (
        adverb.first
        and other.first
        and adverb.is_day
        and not other.first <= adverb.first <= (other.last or other.first)
    ):
        near = yearless.close_to(second, adverb.first) if isinstance(second, s.Date) else None
        if near:
            return near
        e.flags.append("relative-conflict")
        return other
    return other if other.resolved and other.is_day else adverb if adverb.resolved else other


def _weekday_date(e: Evaluator, weekday: s.Weekday, date: s.Date) -> Span:
    span = e.span(date)
    if span.first is None or not span.is_day or span.first.weekday() == weekday.day:
        return span
    if date.year is None and date.of is None and date.shift is None and e.context.published:
        agreeing = yearless.with_weekday(date, span, e.context.published, weekday.day)
        if agreeing:
            return agreeing
    if date.year is None and date.month is None and date.of is None and date.shift is None and date.day:
        near = _nearest_month(e, date.day, weekday.day)
        if near:
            return Span(near, near, basis="published")
    if span.calendar == "hijri" and abs((span.first.weekday() - weekday.day + 3) % 7 - 3) == 1:
        return span  # the moon is sighted a day earlier or later than it is calculated
    e.flags.append("weekday-date")
    return span


def _nearest_month(e: Evaluator, number: int, weekday: int) -> dt.date | None:
    """الثلاثاء الحادي والثلاثين: the month near publication, in the tense's direction, in which it is one."""
    base = e.context.published
    if base is None:
        return None
    found = []
    for step in (-1, 0, 1):
        month = calendars.add_months(base.replace(day=1), step)
        days = calendars.days_of("gregorian", month.year, month.month, number) if month else None
        if days and days[0].weekday() == weekday:
            found.append(days[0])
    wanted = [day for day in found if (day > base) == (e.tense == "future")] or found
    return min(wanted, key=lambda day: abs((day - base).days)) if wanted else None


def _adverb_weekday(e: Evaluator, adverb: Span, weekday: s.Weekday) -> Span:
    """غد الأحد in a paper of Sunday: within two days of publication, on the adverb's side, the weekday wins."""
    base = e.context.published
    if base is None or adverb.first is None or adverb.first.weekday() == weekday.day:
        return adverb
    e.flags.append("relative-conflict")
    said, side = adverb.first, (adverb.first - base).days
    near = sorted(
        (base + _DAY * step for step in (-2, -1, 0, 1, 2) if step * side >= 0), key=lambda day: abs(day - said)
    )
    day = next((day for day in near if day.weekday() == weekday.day), None)
    return replace(adverb, first=day, last=day) if day else adverb


def interval(e: Evaluator, node: s.Range) -> Span:
    first = e.span(node.first)
    if isinstance(node.last, s.Weekday) and first.first and node.last.shift is None and node.last.of is None:
        day = first.first + _DAY * ((node.last.day - first.first.weekday()) % 7)
        last = replace(first, first=day, last=day)
    else:
        last = e.span(node.last)
    if isinstance(node.first, s.Clock):
        return replace(first, kind="time")
    if isinstance(node.first, s.Date) and isinstance(node.last, s.Date):
        first, last = _same_year(e, node.first, node.last, first, last)
    elif first.first and last.last and first.first > last.last and _yearless(node.first) and _yearless(node.last):
        last = _following(e, node.last, first.first)
    precision = last.precision if first.precision == last.precision else "day"
    basis = first.basis if first.basis != "absolute" else last.basis
    if _backwards(node, first, last):
        e.flags.append("date-order")
    return Span(first.first, last.last, precision, kind="interval", basis=basis, calendar=first.calendar)


def _yearless(node: s.Node) -> bool:
    """A month or day of some year, or a part of one."""
    node = node.of if isinstance(node, s.Part) else node
    return isinstance(node, s.Date) and node.year is None and node.shift is None and node.month is not None


def _following(e: Evaluator, node: s.Node, start: dt.date) -> Span:
    """The first one of a month (or part of one) without a year that ends after a day."""
    date = node.of if isinstance(node, s.Part) else node
    spans = []
    for year in (start.year, start.year + 1):
        dated = replace(cast(s.Date, date), year=year)
        spans.append(e.span(replace(node, of=dated) if isinstance(node, s.Part) else dated))
    return replace(next((span for span in spans if span.last and span.last >= start), spans[-1]), basis="published")


def _backwards(node: s.Range, first: Span, last: Span) -> bool:
    """Whether a range ends before it starts: as resolved, else by two days of one month, whichever month it is."""
    if first.first and last.last:
        return first.first > last.last
    one, other = node.first, node.last
    if not isinstance(one, s.Date) or not isinstance(other, s.Date) or not one.day or not other.day:
        return False
    return one.day > other.day and replace(one, day=other.day) == other


def _same_year(e: Evaluator, one: s.Date, other: s.Date, first: Span, last: Span) -> tuple[Span, Span]:
    """27 … 30 December: both ends in one year, or the second in the next where it would else come first."""
    if one.year is None and other.year is None and first.first and last.last and one.month and other.month:
        if first.first > last.last and one.month != other.month:
            year = calendars.year_of(first.calendar, first.first)
            moved = absolute.absolute(e, last.calendar, year + 1, other.month, other.day)
            if moved.first:
                return first, replace(moved, basis=last.basis)
        if last.last and first.first and (last.last - first.first).days > 366:
            year = calendars.year_of(last.calendar, last.last)
            return replace(absolute.absolute(e, first.calendar, year, one.month, one.day), basis=first.basis), last
    return first, last


def bounded(e: Evaluator, node: s.Open) -> Span:
    """Since, until, by, before, after X: the days of X itself with `mod`, the other end is never made up."""
    if node.mod == "before" and isinstance(node.of, s.Weekday) and e.tense != "past":
        span = _coming(e, node.of)
    elif node.endless:
        span = e.span(node.of)
        return replace(span, last=None, mod="after") if node.mod == "after" else replace(span, first=None, mod="before")
    else:
        within = _begun(e) if node.past else _due(e) if node.mod == "before" else e
        span = within.span(node.of)
    published, started = e.context.published, node.mod == "after" and isinstance(node.of, s.Part)
    if started and published and span.first and span.last and span.first <= published < span.last:
        span = replace(span, last=published)  # «منذ مطلع العام» in February
    return replace(span, mod=node.mod)


def _begun(e: Evaluator) -> Evaluator:
    """منذ فبراير in January is last year's, whatever the tense: what has begun is past."""
    if e.expression is None:
        return e
    return replace(e, expression=replace(e.expression, tense="past", cue_distance=0, cue_before=True), series=False)


def _due(e: Evaluator) -> Evaluator:
    """بحلول 12 مايو: a verb of the past beside it tells who set the day, not on which side of publication it lies."""
    if e.expression is None or e.tense != "past":
        return e
    distance = max(e.expression.cue_distance or 0, yearless.PAST_VERB + 1)
    return replace(e, expression=replace(e.expression, cue_distance=distance))


def _coming(e: Evaluator, node: s.Weekday) -> Span:
    """حتى الجمعة: until the coming Friday, where nothing says otherwise."""
    base = e.context.published
    if base is None or node.shift is not None or node.of is not None:
        return e.span(node)
    day = calendars.add_days(base, (node.day - base.weekday()) % 7)
    return Span(day, day, basis="published")


def part(e: Evaluator, node: s.Part) -> Span:
    if isinstance(node.of, s.Vague):  # whoever knows no first day of a school year knows none of its beginning
        return replace(e.span(node.of), first=None, last=None)
    return periods.part_of(e.span(node.of), node.part, e.context.published)


def duration(e: Evaluator, node: s.Duration) -> Span:
    unit = node.amount.parts[-1][1]
    return Span(
        precision=periods.PRECISION.get(unit, unit), kind="duration", mod="approx" if node.amount.approx else None
    )


def within(e: Evaluator, node: s.Within) -> Span:
    base = e.context.published
    length = duration(e, s.Duration(node.amount))
    if e.expression is None or not e.expression.deadline:
        return length
    end = periods.moved(base, node.amount.parts, 1) if base else None
    return replace(length, first=base if end else None, last=end, kind="interval", basis="published")


def recurring(e: Evaluator, node: s.Recurring) -> Span:
    return Span(precision=node.unit if node.unit in _PRECISIONS else "day", kind="recurring")


def vague(e: Evaluator, node: s.Vague) -> Span:
    if node.of is None:
        return Span(precision=periods.PRECISION.get(node.unit, node.unit), kind="interval")
    return replace(e.span(node.of), mod="approx", kind="interval", precision="year")


def daypart(e: Evaluator, node: s.DayPart) -> Span:
    if node.of is None:
        return Span(precision="day", basis="published", part=node.part)
    return replace(e.span(node.of), part=node.part)


def clock(e: Evaluator, node: s.Clock) -> Span:
    outer = e.span(node.of) if node.of is not None else UNKNOWN
    return clock_span(node, outer, half_of(node, outer.part))


def nothing(e: Evaluator, node: s.Nothing) -> Span:
    return UNKNOWN
