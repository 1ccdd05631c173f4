"""Which way an expression points by its own words (غدا, last week), whether or not a day of publication is known."""

from __future__ import annotations

from ... import timex as s
from ...timex import Node


def pointed(node: Node | None) -> str | None:
    """`past` or `future` seen from when it was written; None for today, for what the words leave open, for a reach
    across the present (until next week), and for what counts from a date told before (the following week)."""
    match node:
        case s.Period(previous=True) | s.Offset(previous=True) | s.Offset(told=True) | s.Date(same=True):
            return None
        case s.Offset(anchor=None):
            return _way(node.sign)
        case s.Day() | s.Date() | s.Period() | s.Weekday() | s.Season() | s.Named() if node.shift is not None:
            return _way(node.shift)
        case s.Date() | s.Weekday() | s.Part() | s.Nth() | s.DayPart() | s.Clock():
            return pointed(node.of)
        case s.Both():
            return pointed(node.first) or pointed(node.second)
        case s.Range():
            return "future" if pointed(node.first) == "future" else "past" if pointed(node.last) == "past" else None
        case s.Open(mod="after"):  # what began last week may go on
            return "future" if pointed(node.of) == "future" else None
        case s.Open(mod="approx"):
            return pointed(node.of)
    return None


def _way(shift: float) -> str | None:
    return "future" if shift > 0 else "past" if shift < 0 else None
