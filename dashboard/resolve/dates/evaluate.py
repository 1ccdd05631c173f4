"""Symbolic expressions to spans of days, counted from publication or from the date spoken of before.

One `Evaluator` serves one expression; it knows publication, the previous span, the clause's tense and the feasts, and
collects the flags that two contradicting parts raise. Nothing is ever counted from today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ... import timex as s
from ...timex import TimeExpression
from . import absolute, relative, together
from .span import Span

# How many words a cue of tense may stand from the date it governs, before and after it.
_REACH_BEFORE, _REACH_AFTER = 14, 3


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


_HANDLERS: dict[type, Callable[[Evaluator, Any], Span]] = {
    s.Day: relative.day, s.Date: absolute.date, s.Weekday: relative.weekday, s.Both: together.both,
    s.Period: relative.period, s.Offset: relative.offset, s.Part: together.part, s.Nth: absolute.nth,
    s.Era: absolute.era, s.Season: absolute.season, s.Named: absolute.named, s.Range: together.interval,
    s.Open: together.bounded, s.Duration: together.duration, s.Within: together.within,
    s.Recurring: together.recurring, s.Vague: together.vague, s.DayPart: together.daypart, s.Clock: together.clock,
    s.Either: absolute.either, s.Nothing: together.nothing,
}  # fmt: skip
