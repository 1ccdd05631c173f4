"""Spans of days as a link writes them: `2023-03-01..2023-04-09`."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

Span = tuple[pd.Timestamp, pd.Timestamp]


def parsed(text: str) -> Span | None:
    """A written span in its order; None for what can't be read."""
    try:
        first, last = (pd.Timestamp(day) for day in text.split(".."))
    except ValueError:
        return None
    if pd.isna(first) or pd.isna(last):
        return None
    return span_of((first.as_unit("s"), last.as_unit("s")))  # in nanoseconds, antiquity overflows


def span_of(days: Iterable[pd.Timestamp]) -> Span:
    found = sorted(days)
    return found[0], found[-1]


def written(low: pd.Timestamp, high: pd.Timestamp) -> str:
    return f"{low.date().isoformat()}..{high.date().isoformat()}"
