"""Marks packed into lanes: those that overlap in time get rows of their own within their lane."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

ROW = 1.0
GAP = 0.7  # between lanes, in rows
MOST_ROWS = 9


@dataclass(frozen=True)
class Packed:
    """`marks` with `y`; the middle, top and bottom of each lane; how many rows there are in all."""

    marks: pd.DataFrame
    middle: dict[str, float]
    edges: list[float]
    height: float


def pack(marks: pd.DataFrame, order: list[str]) -> Packed:
    """Give each mark the first row of its lane that is free when it begins; `y` grows downwards.

    A point takes a little room to both sides (a hundredth of the whole span), so that neighbours don't touch.
    """
    known = marks["low"].fillna(marks["high"])
    until = marks["high"].fillna(marks["low"])
    room = (until.max() - known.min()) / 90 if len(marks) else pd.Timedelta(0)
    rows = pd.Series(0, index=marks.index)
    middle: dict[str, float] = {}
    edges: list[float] = [0.0]
    top = 0.0
    y = pd.Series(0.0, index=marks.index)
    for lane in order:
        inside = marks.index[marks["lane"] == lane]
        free: list[pd.Timestamp] = []
        for mark in known[inside].sort_values().index:
            row = next((i for i, end in enumerate(free) if end < known[mark]), len(free))
            row = min(row, MOST_ROWS - 1)
            if row == len(free):
                free.append(until[mark] + room)
            else:
                free[row] = max(free[row], until[mark] + room)
            rows[mark] = row
        used = max(len(free), 1)
        y[inside] = top + GAP / 2 + rows[inside] * ROW + ROW / 2
        middle[lane] = top + (used * ROW + GAP) / 2
        top += used * ROW + GAP
        edges.append(top)
    return Packed(marks.assign(y=y), middle, edges, top)
