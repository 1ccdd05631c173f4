"""What is counted once: pairs of small numbers (an article's, a sentence's, a theme's) without repetition.

A compressed sparse matrix sorts by counting, in one pass over the rows and in memory of their size; general sorts and
hashes take ten times as long over a million of them.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def labels(found: pd.DataFrame, by: list[str]) -> np.ndarray:
    """A number for each row, the same for rows that are alike in all of some columns, from 0 on as they appear.

    Categories are compared by their codes; nothing is alike to nothing.
    """
    out = np.zeros(len(found), dtype=np.int64)
    for name in by:
        column = found[name]
        if column.dtype == "category":
            codes, many = column.cat.codes.to_numpy() + np.int64(1), len(column.cat.categories) + 1
        else:
            codes, known = pd.factorize(column, use_na_sentinel=False)
            many = len(known)
        out = appearing(out * many + codes)[0]
    return out


def appearing(groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A number for each row by its group, from 0 on as the groups appear, and where each of them stands first.

    Groups that are small numbers are looked up by them, several times as fast as by a hash.
    """
    rows = len(groups)
    most = int(groups.max()) if rows else 0
    if most > 4 * rows + 1024 or (rows and groups.min() < 0):
        return pd.factorize(groups)[0], np.flatnonzero(~pd.Series(groups).duplicated().to_numpy())
    place = np.full(most + 1, rows)
    place[groups[::-1]] = np.arange(rows)[::-1]  # what is laid down last stays: the first row of each
    first = np.sort(place[place < rows])
    place[groups[first]] = np.arange(len(first))
    return place[groups], first


def couples(groups: np.ndarray, things: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each two things of a group, once, in the order of the groups: group, the one, the other of the larger number.

    Neighbours in sorted order, then those two apart, and so on: as many steps as the fullest group has things.
    """
    group, thing = (part.astype(np.int32) for part in distinct(groups, things))  # there are millions
    near, first, step = np.arange(len(group)), [np.empty(0, np.int64)], 0
    while len(near):
        step += 1
        near = near[near < len(group) - step]
        near = near[group[near] == group[near + step]]  # whose neighbours are of another group, all further ones are
        first.append(near)
    one = np.concatenate(first)
    other = one + np.repeat(np.arange(len(first)), list(map(len, first)))
    order = np.argsort(group[one], kind="stable")  # what is counted by groups in their order is counted faster
    one, other = one[order], other[order]
    return group[one], thing[one], thing[other]


def matched(left: np.ndarray, right: np.ndarray, every: bool = False) -> Pairs:
    """Where each number of `left` stands in `right`, which is sorted: places in the one, places in the other.

    With `every`, what stands nowhere is there once, with −1.
    """
    most = max(int(left.max()), int(right[-1])) if len(left) and len(right) else -1
    if 0 <= most < 4 * (len(left) + len(right)) and left.min() >= 0 <= right[0]:  # looked up: a search takes many steps
        edges = np.concatenate([[0], np.cumsum(np.bincount(right, minlength=most + 1))])
        first, last = edges[left], edges[left + 1]
    else:
        first, last = np.searchsorted(right, left, "left"), np.searchsorted(right, left, "right")
    many = last - first
    rows = np.maximum(many, 1) if every else many
    places = np.repeat(np.arange(len(left)), rows)
    within = np.arange(len(places)) - np.repeat(np.cumsum(rows) - rows, rows)
    return places, np.where(many[places] > 0, first[places] + within, -1)


def among(column: pd.Series, values: Iterable[str]) -> np.ndarray:
    """Which rows of a categorical column have one of some values: looked for among the categories, not in every row."""
    wanted = np.append(column.cat.categories.isin(list(values)), False)  # the last is what has no value
    return np.asarray(wanted[column.cat.codes.to_numpy()])


def firsts(groups: np.ndarray) -> np.ndarray:
    """Where each number stands first, in the order of appearance."""
    return appearing(groups)[1]


def _matrix(rows: np.ndarray, columns: np.ndarray) -> sparse.csr_matrix:
    shape = (int(rows.max()) + 1, int(columns.max()) + 1) if len(rows) else (1, 1)
    found = sparse.csr_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=shape)
    found.sum_duplicates()
    return found
