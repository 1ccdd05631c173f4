"""Marks packed into lanes: those that overlap in time get rows of their own within their lane."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

ROW = 1.0
GAP = 0.7  # between lanes, in rows
MOST_ROWS = 6  # a band
NO_ROOM = pd.Timedelta(0)


@dataclass(frozen=True)
class Packed:
    """`marks` with `y`; the middle, top and bottom of each lane; how many rows there are in all."""

    marks: pd.DataFrame
    middle: dict[str, float]
    edges: list[float]
    height: float


def pack(marks: pd.DataFrame, order: list[str], room: pd.Timedelta = NO_ROOM, most: int = MOST_ROWS) -> Packed:
    """Give each mark the first row of its lane that is free when it begins; `y` grows downwards.

    Marks of different `band` (a column that may be missing) never share a row, the lowest band on top.
    `room` is what a mark takes beyond its end, so that neighbours don't touch; rows beyond `most` overlap in the last.
    """
    known = marks["low"].fillna(marks["high"])
    until = marks["high"].fillna(marks["low"])
    room = room.as_unit("s")  # in nanoseconds, days of antiquity overflow
    rows = pd.Series(0, index=marks.index)
    middle: dict[str, float] = {}
    edges: list[float] = [0.0]
    top = 0.0
    y = pd.Series(0.0, index=marks.index)
    band = marks.get("band", rows)
    for lane in order:
        inside = marks.index[marks["lane"] == lane]
        used = 0
        for _, group in known[inside].groupby(band[inside]):
            free: list[pd.Timestamp] = []
            for mark in group.sort_values().index:
                row = next((i for i, end in enumerate(free) if end < known[mark]), len(free))
                row = min(row, most - 1)
                if row == len(free):
                    free.append(until[mark] + room)
                else:
                    free[row] = max(free[row], until[mark] + room)
                rows[mark] = used + row
            used += len(free)
        used = max(used, 1)
        y[inside] = top + GAP / 2 + rows[inside] * ROW + ROW / 2
        middle[lane] = top + (used * ROW + GAP) / 2
        top += used * ROW + GAP
        edges.append(top)
    return Packed(marks.assign(y=y), middle, edges, top)
