"""Which reports of what is announced tell of one event: by their windows, and by copies of one article."""

from __future__ import annotations

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
    for at in order:
        row = first[at]
        known.of(what[row])
        found = known.only(windows, window[row])
        if found is None:
            found = len(seeds)
            seeds.append(row)
            known.add(windows, window[row], found)
        event[at] = found
    return event[cell], np.array(seeds, dtype=np.int64)


def laid(windows: Windows, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All windows of some numbers one after another: their first days, their last, and whose they are, by place."""
    if not len(numbers):
        return (np.empty(0, dtype=np.int64),) * 3
    low, high = ([each[number] for number in numbers] for each in (windows.low, windows.high))
    return np.concatenate(low), np.concatenate(high), np.repeat(np.arange(len(numbers)), list(map(len, low)))


class _Known:
    """The windows of the events of one thing so far: first and last days and whose they are, in growing arrays."""

    def __init__(self) -> None:
        self._what: int | None = None
        self._days = np.empty((3, 64), dtype=np.int64)
        self._many = 0

    def of(self, what: int) -> None:
        """Forget the events of another thing."""
        if what != self._what:
            self._what, self._many = what, 0

    def add(self, windows: Windows, window: int, event: int) -> None:
        for low, high in zip(windows.low[window], windows.high[window], strict=True):
            if self._many == self._days.shape[1]:
                self._days = np.concatenate([self._days, np.empty_like(self._days)], axis=1)
            self._days[:, self._many] = low, high, event
            self._many += 1

    def only(self, windows: Windows, window: int) -> int | None:
        """The one event that a window overlaps; None where there is none, or several."""
        low, high, event = self._days[:, : self._many]
        fits: set[int] = set()
        for first, last in zip(windows.low[window], windows.high[window], strict=True):
            some = event[(low <= last) & (high >= first)]
            if len(some) and (some != some[0]).any():
                return None
            fits.update(some[:1].tolist())
        return fits.pop() if len(fits) == 1 else None


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
