"""Months, days and feasts without a year: which of the years around publication is meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from ... import timex as s
from . import calendars
from .span import Span

# Without a verb near by the past is meant, unless the past one lies so far back and the next one so near (days) that
# no paper would leave out the year.
_SOON, _LONG_AGO = 60, 250
# How many words a verb may stand off to be the date's own.
PAST_VERB, _PRESENT_VERB = 3, 5
# A cue of the future further off than this does not make last week's day next year's.
_OWN_CUE = 3


def _around(calendar: str, node: s.Date, reference: dt.date) -> list[Span]:
    """The month or day in the years around a reference, in order; a 29th of February where there is one."""
    year = calendars.year_of(calendar, reference)
    spans = []
    for candidate in range(year - 4, year + 5) if node.day == 29 and node.month == 2 else range(year - 2, year + 3):
        days = calendars.days_of(calendar, candidate, node.month, node.day)
        if days:
            spans.append(Span(*days, "day" if node.day else "month", basis="published", calendar=calendar))
    return spans


def nearest(node: s.Date, calendar: str, reference: dt.date, tense: str | None, distance: int, series: bool) -> Span:
    """سبتمبر المقبل, الماضي, الجاري; or the nearest in the direction of the tense; without a cue the nearest past.

    `distance` is how many words off the tense's cue stands; `series`: without a cue the coming one is meant,
    since the date before in the sentence lies ahead too, or the text is nothing but a date.
    """
    spans = _around(calendar, node, reference)
    nothing = Span(precision="day" if node.day else "month", basis="published", calendar=calendar)
    if node.shift == 0:
        return _current(spans, node, calendar, reference) or nothing
    if node.shift == 1:
        return next((span for span in spans if span.first and span.first > reference), nothing)
    past = [span for span in spans if span.first and span.first <= reference]
    if node.shift == -1:
        past = [span for span in past if span.last and span.last < reference]
        return past[-1] if past else nothing
    ahead = [span for span in spans if span.last and span.last >= reference]
    if not past or (ahead and _is_ahead(tense, distance, series, ahead[0], past[-1], reference)):
        return ahead[0] if ahead else nothing
    return past[-1]


def _is_ahead(tense: str | None, distance: int, series: bool, ahead: Span, past: Span, reference: dt.date) -> bool:
    """Is the coming one meant rather than the past one?"""
    soon = (ahead.first - reference).days if ahead.first else 0
    ago = (reference - past.last).days if past.last else 0
    if tense == "future":
        return not (distance > _OWN_CUE and ago <= _SOON and soon >= _LONG_AGO)
    if tense == "past" and distance <= PAST_VERB:
        return False
    if tense == "present" and distance <= _PRESENT_VERB:
        return soon < ago
    if series:
        return not (ago <= _SOON and soon >= _LONG_AGO)
    return soon <= _SOON and ago >= _LONG_AGO


def _current(spans: list[Span], node: s.Date, calendar: str, reference: dt.date) -> Span | None:
    """مارس الجاري: publication's own month, else nothing is known. هذا سبتمبر in another month: this year's."""
    if node.month != calendars.month_of(calendar, reference):
        return None
    year = calendars.year_of(calendar, reference)
    return next((span for span in spans if span.first and calendars.year_of(calendar, span.first) == year), None)


def with_weekday(node: s.Date, meant: Span, reference: dt.date, weekday: int) -> Span | None:
    """The date's neighbour year in which it falls on that weekday.

    None where the one that is meant lies so near publication that the weekday must be the mistake.
    """
    if meant.first is None or abs((meant.first - reference).days) <= _SOON:
        return None
    spans = [span for span in _around(meant.calendar, node, reference) if span.first]
    past = [span for span in spans if span.first and span.first <= reference][-1:]
    ahead = [span for span in spans if span.first and span.first > reference][:1]
    return next((span for span in past + ahead if span.first and span.first.weekday() == weekday), None)


def close_to(node: s.Date, day: dt.date) -> Span | None:
    """A date without a year that is this very day."""
    if node.year is not None or (node.month, node.day) != (day.month, day.day):
        return None
    return Span(day, day, basis="published")


def feast(item: dict[str, Any], year: Span) -> Span:
    """A feast in a year (a Gregorian one may hold a Hijri feast twice: its first is meant)."""
    assert year.first is not None
    number = year.first.year
    if "easter" in item:
        day = calendars.easter(number) + dt.timedelta(item["easter"]) if number > 325 else None
        return Span(day, day)
    if "nth" in item:
        month, weekday, nth = item["nth"]
        days = calendars.days_of("gregorian", number, month)
        day = calendars.nth_weekday(*days, weekday, nth) if days else None
        return Span(day, day)
    calendar, month, *rest = item["fixed"]
    wanted = rest[0] if rest else None
    first_year = calendars.year_of(calendar, year.first)
    for candidate in (first_year, first_year + 1):
        days = calendars.days_of(calendar, candidate, month, wanted)
        if days and days[0] >= year.first:
            return Span(*days, "day" if wanted else "month", calendar="gregorian")
    return replace(year, first=None, last=None)
