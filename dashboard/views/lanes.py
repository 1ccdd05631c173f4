"""Marks packed into lanes: those that overlap in time get rows of their own within their lane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
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
    known = marks["low"].fillna(marks["high"]).reset_index(drop=True)
    begins, ends = (days.to_numpy().astype("datetime64[s]").astype(np.int64).tolist() for days in (
        known, marks["high"].fillna(marks["low"])))  # fmt: skip
    beyond = int(room.total_seconds() // 1)
    band = marks["band"].to_numpy() if "band" in marks else np.zeros(len(marks), dtype=np.int64)
    rows, y = np.zeros(len(marks), dtype=np.int64), np.zeros(len(marks))
    middle: dict[str, float] = {}
    edges: list[float] = [0.0]
    top = 0.0
    for lane in order:
        inside = np.flatnonzero((marks["lane"] == lane).to_numpy())
        used = 0
        for _, group in known.iloc[inside].groupby(band[inside]):
            free: list[int] = []
            for mark in group.sort_values().index.tolist():
                row = next((i for i, end in enumerate(free) if end < begins[mark]), len(free))
                row = min(row, most - 1)
                if row == len(free):
                    free.append(ends[mark] + beyond)
                else:
                    free[row] = max(free[row], ends[mark] + beyond)
                rows[mark] = used + row
            used += len(free)
        used = max(used, 1)
        y[inside] = top + GAP / 2 + rows[inside] * ROW + ROW / 2
        middle[lane] = top + (used * ROW + GAP) / 2
        top += used * ROW + GAP
        edges.append(top)
    return Packed(marks.assign(y=y), middle, edges, top)
