"""Which reports of what is announced tell of one event: by their windows, and by copies of one article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

Days = tuple[pd.Timestamp, pd.Timestamp]


class Report(NamedTuple):
    """One sentence that tells of an event: its row among the facts, and when the event is to be."""

    row: int
    windows: tuple[Days, ...]
    length: pd.Timedelta


def days_of(fact: Any, windows: dict[tuple[int, int], tuple[Days, ...]]) -> tuple[Days, ...]:
    return () if pd.isna(fact.date) else windows.get((int(fact.code), int(fact.date)), ())


def grouped(group: pd.DataFrame, windows: dict[tuple[int, int], tuple[Days, ...]]) -> list[tuple[Report, list[int]]]:
    """Reports of one kind and one set of actors as events: the one that says when most closely, and the rows of all."""
    reports = []
    for fact in group.itertuples():
        spans = days_of(fact, windows)
        length = sum((end(span) - start(span) for span in spans), pd.Timedelta(0))
        reports.append(Report(int(fact.Index), spans, length))
    out: list[tuple[Report, list[int]]] = []
    known: dict[frozenset[Days], list[int]] = {}  # the same windows: the rows of the one event that has them
    for report in sorted(reports, key=lambda report: (report.length, report.row)):
        rows = known.get(frozenset(report.windows))
        if rows is None:
            # Two are enough to know that it fits none: of many reports most overlap the first few.
            fits = list(islice((rows for seed, rows in out if overlap(seed.windows, report.windows)), 2))
            rows = fits[0] if len(fits) == 1 else None
        if rows is not None:
            rows.append(report.row)
        else:
            out.append((report, [report.row]))
            known[frozenset(report.windows)] = out[-1][1]
    return out


class Copies:
    """Reports whose date stayed open for want of their article's day, put to what copies of the article tell."""

    def __init__(self, facts: pd.DataFrame, stories: np.ndarray) -> None:
        self._codes = facts["code"].to_numpy()
        self._story = stories[self._codes]
        self._waits = (facts["date"].notna() & facts["day"].isna()).to_numpy(dtype=bool)

    def joined(self, found: list[tuple[Report, list[int]]]) -> list[tuple[Report, list[int]]]:
        """The same events (what `grouped` gives), but that such reports are of the one event with known days that a
        copy of their article tells of; where it tells of several, they stay where they are."""
        waiting = {row for seed, rows in found if not seed.windows for row in rows if self._waits[row]}
        if not waiting:
            return found
        known: dict[int, list[list[int]]] = {}
        for seed, rows in found:
            for story in {int(self._story[row]) for row in rows} if seed.windows else ():
                known.setdefault(story, []).append(rows)
        out = []
        for seed, rows in found:
            left = rows
            if not seed.windows:
                left = [row for row in rows if row not in waiting or not self._joins(row, known)]
            if left:
                out.append((seed if seed.row in left else seed._replace(row=left[0]), left))
        return out

    def _joins(self, row: int, known: dict[int, list[list[int]]]) -> bool:
        own = self._codes[row]
        fits = [event for event in known.get(int(self._story[row]), ()) if own not in self._codes[event]]
        if len(fits) == 1:
            fits[0].append(row)
        return len(fits) == 1


def overlap(one: Iterable[Days], other: Iterable[Days]) -> bool:
    """Whether a window of one touches a window of the other; a side that is open counts where the other side lies."""
    others = list(other)
    return any(start(a) <= end(b) and start(b) <= end(a) for a in one for b in others)


def start(span: Days) -> pd.Timestamp:
    return span[0] if pd.notna(span[0]) else span[1]


def end(span: Days) -> pd.Timestamp:
    return span[1] if pd.notna(span[1]) else span[0]
