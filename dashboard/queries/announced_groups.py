"""Which reports of what is announced tell of one event: by their windows, and by copies of one article."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

import numpy as np
import pandas as pd

from .announced_reports import Windows
from .distinct import firsts


def grouped(reports: pd.DataFrame, windows: Windows) -> tuple[np.ndarray, np.ndarray]:
    """The event of each report (columns `what`, `window`), and of each event the row that says when most closely.

    Reports of one thing and one window are of one event; a window joins the event that it overlaps, if that is one.
    """
    what, window = reports["what"].to_numpy(), reports["window"].to_numpy()
    cell = pd.factorize(what * np.int64(len(windows.spans)) + window)[0]
    first = firsts(cell)  # the first row of each cell: a thing and a window
    order = np.lexsort((first, windows.length[window[first]], what[first]))
    event, seeds = np.empty(len(first), dtype=np.int64), list[int]()
    known = _Known()
    rows = first[order]
    cells = zip(*(each.tolist() for each in (order, rows, what[rows], window[rows])), strict=True)
    for at, row, thing, number in cells:
        known.of(thing)
        days = windows.days[number]
        found = known.only(days)
        if found is None:
            found = len(seeds)
            seeds.append(row)
            known.add(days, found)
        event[at] = found
    return event[cell], np.array(seeds, dtype=np.int64)


def laid(windows: Windows, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All windows of some numbers one after another: their first days, their last, and whose they are, by place."""
    each = [(low, high, at) for at, number in enumerate(numbers.tolist()) for low, high in windows.days[number]]
    low, high, whose = np.array(each, dtype=np.int64).reshape(-1, 3).T
    return low, high, whose


class _Known:
    """The windows of the events of one thing so far, by their first days: first day, last day, whose it is."""

    def __init__(self) -> None:
        self._what: int | None = None
        self._spans: list[tuple[int, int, int]] = []
        self._longest = 0  # days from a first to a last

    def of(self, what: int) -> None:
        """Forget the events of another thing."""
        if what != self._what:
            self._what, self._spans, self._longest = what, [], 0

    def add(self, days: Sequence[tuple[int, int]], event: int) -> None:
        for low, high in days:
            insort(self._spans, (low, high, event))
            self._longest = max(self._longest, high - low)

    def only(self, days: Sequence[tuple[int, int]]) -> int | None:
        """The one event that a window overlaps; None where there is none, or several."""
        fits: set[int] = set()
        for first, last in days:
            since = bisect_left(self._spans, (first - self._longest,))
            until = bisect_left(self._spans, (last + 1,), since)
            fits.update(event for _, high, event in self._spans[since:until] if high >= first)
            if len(fits) > 1:
                return None
        return fits.pop() if fits else None


def joined(
    reports: pd.DataFrame, stories: np.ndarray, event: np.ndarray, seeds: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same events (what `grouped` gives), but that reports whose date stayed open for want of their article's day
    are of the one event with known days that a copy of their article tells of; of several, they stay where they are.

    An event of which nothing is left has the seed −1.
    """
    waits = (reports["date"].notna() & reports["day"].isna()).to_numpy(dtype=bool)
    windowed = reports["window"].to_numpy()[seeds] > 0
    waiting = np.flatnonzero(waits & ~windowed[event])
    if not len(waiting):
        return event, seeds
    event, seeds = event.copy(), seeds.copy()
    what, codes = reports["what"].to_numpy(), reports["code"].to_numpy()
    story = stories[codes]
    told: dict[tuple[int, int], dict[int, set[int]]] = {}  # a thing and a story: its events with known days
    for row in np.flatnonzero(windowed[event] & np.isin(story, story[waiting])):
        told.setdefault((what[row], story[row]), {}).setdefault(event[row], set())
    whose = {one for events in told.values() for one in events}
    inside: dict[int, set[int]] = {one: set() for one in whose}
    for row in np.flatnonzero(np.isin(event, list(whose))):
        inside[event[row]].add(codes[row])
    for row in waiting:
        fits = [one for one in told.get((what[row], story[row]), ()) if codes[row] not in inside[one]]
        if len(fits) == 1:
            left = event[row]
            event[row] = fits[0]
            inside[fits[0]].add(codes[row])
            if seeds[left] == row:
                rest = np.flatnonzero(event == left)
                seeds[left] = rest[0] if len(rest) else -1
    return event, seeds
