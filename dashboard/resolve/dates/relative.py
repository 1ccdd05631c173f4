"""Days, weekdays and periods counted from publication or from the date spoken of before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ... import timex as s
from . import calendars, periods
from .span import Span

if TYPE_CHECKING:
    from .evaluate import Evaluator

_DAY = dt.timedelta(1)
_BESIDE = 2  # how many words off a future verb may be to make yesterday's weekday the next week's
_CLOCKED = ("second", "minute")  # «بعد دقيقتين» goes on with a day's story, no paper foretells it
_OWN_VERB = 5  # a past verb further off than this is likely not the weekday's own


def day(e: Evaluator, node: s.Day) -> Span:
    base = e.context.published
    day = calendars.add_days(base, node.shift) if base else None
    return Span(day, day, basis="published")


def weekday(e: Evaluator, node: s.Weekday) -> Span:
    if node.nth is not None and node.of is not None:
        return _nth_weekday(e, node)
    base = e.context.published
    if node.of is not None:
        week = e.span(node.of)
        days = [week.first + _DAY * step for step in range(7)] if week.first else []
        day = next((one for one in days if one.weekday() == node.day), None)
        return Span(day, day, basis=week.basis)
    if base is None:
        return Span(basis="published")
    day = _weekday_from(e, base, node)
    if node.second is not None and day:
        return Span(day, day + _DAY, kind="interval", basis="published", part="night")
    return Span(day, day, basis="published")


def _weekday_from(e: Evaluator, base: dt.date, node: s.Weekday) -> dt.date | None:
    back, ahead = (base.weekday() - node.day) % 7, (node.day - base.weekday()) % 7
    if node.shift is not None and node.shift < 0:
        return calendars.add_days(base, -(back or 7) + 7 * (node.shift + 1))
    if node.shift:
        return calendars.add_days(base, (ahead or 7) + 7 * (node.shift - 1))
    if not _ahead(e, back):
        return calendars.add_days(base, -back)
    return calendars.add_days(base, ahead)


def _ahead(e: Evaluator, back: int) -> bool:
    """Is a bare weekday, last seen `back` days ago, the coming one? Papers speak of yesterday's day, never of six days
    ago, without saying so; only a verb or noun of the future near by makes it the next week's. A text that is
    nothing but a day (a query, an entry of a calendar) asks for the coming one."""
    if back == 0:
        return False
    expression = e.expression
    if e.tense == "future":
        return back > 1 or (
            expression is not None and expression.cue_before and (expression.cue_distance or 0) <= _BESIDE
        )
    if expression is not None and expression.alone and e.tense is None:
        return not isinstance(expression.node, s.DayPart)
    if e.tense == "past":
        return back == 6 and expression is not None and (expression.cue_distance or 0) > _OWN_VERB
    if e.tense == "present":
        return back >= 3
    return back == 6 or (back == 5 and expression is not None and expression.tense in ("future", "present"))


def _nth_weekday(e: Evaluator, node: s.Weekday) -> Span:
    outer = e.span(cast(s.Node, node.of))
    if outer.first is None or outer.last is None or node.nth is None:
        return Span(basis=outer.basis)
    if node.after:
        start = outer.last + _DAY
        day = calendars.add_days(start, (node.day - start.weekday()) % 7 + 7 * (node.nth - 1))
    else:
        day = calendars.nth_weekday(outer.first, outer.last, node.day, node.nth)
    return Span(day, day, basis=outer.basis)


def period(e: Evaluator, node: s.Period) -> Span:
    base, basis = e.context.published, "published"
    # The day before is that of a day told before, never of a month (منذ نوفمبر 2014 … في اليوم السابق).
    counted = node.unit != "day" or not node.shift or (e.previous is not None and e.previous.is_day)
    if node.previous and e.previous is not None and e.previous.first is not None and counted:
        base, basis = e.previous.first if (node.shift or 0) <= 0 else e.previous.last or e.previous.first, "previous"
    elif node.previous and not (node.shift and (e.tense == "future" or _alone(e))):
        base, basis = (
            None,
            "previous",
        )  # «في ذلك اليوم», «في العام التالي» of something that has no date: never publication's
    precision = periods.PRECISION.get(node.unit, node.unit)
    if base is None:
        kind = "interval" if node.open or node.count else "date"
        return Span(precision=precision, basis=basis, kind=kind)
    shift = node.shift if node.shift is not None else 0
    if node.open or (node.count is not None and node.count == 0):
        first, last = base if shift > 0 else None, base if shift < 0 else None
        return Span(first, last, precision, kind="interval", basis=basis)
    if node.count is not None and shift:
        return replace(periods.counted(base, node.unit, node.count, shift, e.context.weekend), basis=basis)
    if e.context.persian and node.unit in ("month", "year"):
        return replace(_persian_period(base, node.unit, shift), basis=basis)
    return replace(periods.shifted(base, node.unit, shift, e.context.weekend), basis=basis)


def _alone(e: Evaluator) -> bool:
    return e.expression is not None and e.expression.alone


def offset(e: Evaluator, node: s.Offset) -> Span:
    """Three days ago: that day; two months ago: that month. After so long, in a story of the past, counts from the date
    told before; counted from an event it is unknown."""
    unit = node.amount.parts[-1][1]
    precision = periods.PRECISION.get(unit, unit)
    anchor = e.span(node.anchor) if node.anchor else None
    base = e.context.published if anchor is None else anchor.first
    basis = "published" if anchor is None else anchor.basis
    onward = node.sign > 0 and e.tense != "future" and (node.onward or unit in _CLOCKED or e.tense == "past")
    if (node.told or onward) and anchor is None:
        base, basis = (
            e.previous.first if e.previous and (e.previous.is_day or unit not in _CLOCKED) else None,
            "previous",
        )
    if node.previous or base is None:
        return Span(precision=precision, basis="previous" if node.previous else basis)
    day = periods.moved(base, node.amount.parts, node.sign)
    published = e.context.published
    past = e.tense == "past" or (node.onward and onward)
    if day is None or (past and published and day > published):  # what is past did not happen after it
        return Span(precision=precision, basis=basis)
    mod = "approx" if node.amount.approx else None
    if unit in ("month", "year", "decade", "century") and node.amount.parts[-1][0] is not None:
        days = periods.containing(day, "year" if unit in ("decade", "century") else unit, e.context.weekend)
        if days:
            return Span(*days, "year" if unit in ("decade", "century") else unit, mod=mod, basis=basis)
    return Span(day, day, "day" if unit in ("hour", "minute", "second") else precision, mod=mod, basis=basis)


def _persian_period(base: dt.date, unit: str, shift: int) -> Span:
    """A month or year of the solar calendar, so many from the one of `base`."""
    year, month = calendars.year_of("persian", base), calendars.month_of("persian", base)
    if unit == "year":
        days = calendars.days_of("persian", year + shift)
    else:
        step, month = divmod(month - 1 + shift, 12)
        days = calendars.days_of("persian", year + step, month + 1)
    return Span(*days, unit, calendar="persian") if days else Span(precision=unit)
