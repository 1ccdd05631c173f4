"""What is counted once: pairs of small numbers (an article's, a sentence's, a theme's) without repetition.

A compressed sparse matrix sorts by counting, in one pass over the rows and in memory of their size; general sorts and
hashes take ten times as long over a million of them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

Pairs = tuple[np.ndarray, np.ndarray]


def distinct(rows: np.ndarray, columns: np.ndarray) -> Pairs:
    """Each pair of numbers (from 0 on) once, by row and then by column."""
    found = _matrix(rows, columns)
    return np.repeat(np.arange(found.shape[0]), np.diff(found.indptr)), found.indices.astype(np.int64)


def tally(groups: np.ndarray, things: np.ndarray, many: int) -> np.ndarray:
    """How many different things each of `many` groups (numbers from 0 on) has."""
    counts = np.zeros(many, dtype=np.int64)
    found = np.diff(_matrix(groups, things).indptr)
    counts[: len(found)] = found
    return counts


def couples(groups: np.ndarray, things: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each two things of a group, once: group, the one, the other of the larger number.

    Neighbours in sorted order, then those two apart, and so on: as many steps as the fullest group has things.
    """
    group, thing = distinct(groups, things)
    found: list[np.ndarray] = []
    for step in range(1, len(group)):
        same = np.flatnonzero(group[step:] == group[:-step])
        if not len(same):
            break
        found.append(np.stack([group[same], thing[same], thing[same + step]]).astype(np.int32))  # there are millions
    one, two, three = np.concatenate(found, axis=1) if found else np.empty((3, 0), np.int32)
    return one, two, three


def matched(left: np.ndarray, right: np.ndarray, every: bool = False) -> Pairs:
    """Where each number of `left` stands in `right`, which is sorted: places in the one, places in the other.

    With `every`, what stands nowhere is there once, with −1.
    """
    first, last = np.searchsorted(right, left, "left"), np.searchsorted(right, left, "right")
    many = last - first
    rows = np.maximum(many, 1) if every else many
    places = np.repeat(np.arange(len(left)), rows)
    within = np.arange(len(places)) - np.repeat(np.cumsum(rows) - rows, rows)
    return places, np.where(many[places] > 0, first[places] + within, -1)


def firsts(groups: np.ndarray) -> np.ndarray:
    """Where each number stands first, in the order of appearance."""
    return np.flatnonzero(~pd.Series(groups).duplicated().to_numpy())


def _matrix(rows: np.ndarray, columns: np.ndarray) -> sparse.csr_matrix:
    shape = (int(rows.max()) + 1, int(columns.max()) + 1) if len(rows) else (1, 1)
    found = sparse.csr_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=shape)
    found.sum_duplicates()
    return found
