"""Times of day: which half of the day is meant, and a moment on two clocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ... import timex as s
from .span import Span

# The hours (0–11) that belong to the second half of the day, by the part of the day that is named.
_AFTER_NOON = {"noon": range(0, 6), "afternoon": range(0, 12), "evening": range(0, 12), "night": range(6, 12)}
# No clock on earth is further from Greenwich than this.
_WEST, _EAST = dt.timedelta(hours=-12), dt.timedelta(hours=14)


def half_of(node: s.Clock, part: str | None = None) -> int:
    """The hour on 24 hours: from ص and م, or from the part of the day; as written where nothing says."""
    hour = node.hour
    if hour > 12 or (hour == 12 and node.half is None and node.part is None and part is None):
        return hour % 24
    if node.half is not None:
        return hour % 12 + node.half
    named = node.part or part
    if named in ("dawn", "morning"):
        return hour % 12
    if named in _AFTER_NOON and hour % 12 in _AFTER_NOON[named]:
        return hour % 12 + 12
    return hour % 12 if named == "night" else hour


def clock_span(node: s.Clock, outer: Span, hour: int) -> Span:
    """The clock on the day of `outer`; without a day only the time's zone and precision are known."""
    precision = "minute" if node.minute else "hour"
    day = outer.first if outer.is_day else None
    at = f"{day}T{hour:02}:{node.minute:02}" if day else None
    return Span(day, day, precision, kind="time", basis=outer.basis, part=node.part or outer.part, at=at, tz=node.zone)


def on_day(span: Span, node: s.Clock, day: Span) -> Span:
    """A clock without a day of its own, put on one."""
    return replace(clock_span(node, day, half_of(node, day.part)), mod=span.mod)


def agree(local: Span, universal: Span) -> Span:
    """The second of two clocks, on the day the first asks for (05:55 local is 20:55 GMT of the day before)."""
    if not local.at or not universal.at or universal.tz == local.tz:
        return universal
    here, there = dt.datetime.fromisoformat(local.at), dt.datetime.fromisoformat(universal.at)
    for days in (0, -1, 1):
        moved = there + dt.timedelta(days)
        ahead = here - moved if universal.tz == "+00:00" else moved - here
        if _WEST <= ahead <= _EAST:
            return replace(universal, first=moved.date(), last=moved.date(), at=moved.strftime("%Y-%m-%dT%H:%M"))
    return universal
