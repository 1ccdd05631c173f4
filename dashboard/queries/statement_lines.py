"""Statements as lines of a list: several speakers of one statement together, its copies below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from .evidence import Row
from .stories import Folds


@dataclass(frozen=True)
class Told:
    """A statement as one line: its rows in `statements` (one a speaker), its words, its copies in other articles."""

    index: tuple[int, ...]
    row: Row
    copies: tuple[Row, ...]


class Lines(Sequence[Told]):
    """Statements as lines, made when they are looked at: `line` numbers those of `statements`' rows, in their order."""

    def __init__(self, folds: Folds, line: np.ndarray, listed: tuple[np.ndarray, np.ndarray] | None = None) -> None:
        self._folds, self._line = folds, line
        if listed is None:
            order = np.argsort(line, kind="stable")
            listed = order, np.searchsorted(line[order], np.arange(len(folds.rows) + 1))
        self._listed = listed  # the rows of all lines in their order, and where each line's begin

    def __len__(self) -> int:
        return len(self._folds)

    @overload
    def __getitem__(self, at: int) -> Told: ...
    @overload
    def __getitem__(self, at: slice) -> list[Told]: ...
    def __getitem__(self, at: int | slice) -> Told | list[Told]:
        if not isinstance(at, slice):
            return self[at : at + 1 or None][0]
        firsts = self._folds.firsts[at].tolist()
        order, edges = self._listed
        rows = ((order[edges[one] : edges[one + 1]]).tolist() for one in firsts)
        return [Told(tuple(row), one.row, one.copies) for row, one in zip(rows, self._folds[at], strict=True)]

    def __iter__(self) -> Iterator[Told]:
        return iter(self[:])

    def of(self, keep: np.ndarray) -> Lines:
        """The lines of which one of their own rows (a mask over `statements`) is kept."""
        kept = np.zeros(len(self._folds.rows), dtype=bool)
        kept[self._line[keep]] = True
        firsts = self._folds.firsts
        return Lines(Folds(self._folds.rows, firsts[kept[firsts]], self._folds.below), self._line, self._listed)

    def rows(self) -> np.ndarray:
        """Which rows of `statements` are the lines' own, as a mask."""
        first = np.zeros(len(self._folds.rows), dtype=bool)
        first[self._folds.firsts] = True
        return np.asarray(first[self._line])

    @property
    def line(self) -> np.ndarray:
        return self._line
