"""Counting once, against Python's own sets."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from dashboard.queries.distinct import among, appearing, couples, distinct, firsts, labels, matched, tally
from tests.every import every

ROWS = np.array([5, 5, 5, 5, 9, 9, 11, 9])
THINGS = np.array([3, 1, 1, 2, 1, 3, 2, 1])
NONE = np.empty(0, np.int64)


def test_each_pair_once_in_order() -> None:
    rows, things = distinct(ROWS, THINGS)
    assert list(zip(rows, things, strict=True)) == sorted(set(zip(ROWS, THINGS, strict=True)))


def test_different_things_of_each_group() -> None:
    assert tally(ROWS - 5, THINGS, 8).tolist() == [3, 0, 0, 0, 2, 0, 1, 0]
    assert tally(NONE, NONE, 2).tolist() == [0, 0]


def test_more_repetitions_than_a_byte_counts_are_still_one() -> None:
    assert tally(np.zeros(1000, np.int64), np.repeat([4, 7], 500), 1).tolist() == [2]


def test_every_two_of_a_group_once() -> None:
    found = zip(*couples(ROWS, THINGS), strict=True)
    assert sorted(found) == [(5, 1, 2), (5, 1, 3), (5, 2, 3), (9, 1, 3)]
    assert [len(part) for part in couples(NONE, NONE)] == [0, 0, 0]


@every(range(20))
def test_every_two_of_many_groups_in_the_order_of_the_groups(seed: int) -> None:
    chance = np.random.default_rng(seed)
    groups, things = chance.integers(0, 8, 40), chance.integers(0, 9, 40)
    found = list(zip(*couples(groups, things), strict=True))
    inside = {group: sorted(set(things[groups == group].tolist())) for group in set(groups.tolist())}
    assert len(found) == len(set(found)) and [group for group, *_ in found] == sorted(group for group, *_ in found)
    assert set(found) == {(group, *two) for group, held in inside.items() for two in combinations(held, 2)}


@every(
    [
        NONE, np.array([0]), np.array([7]), ROWS, np.array([3, -1, 3, 0, -1]), np.array([2**62, 5, 2**62, 0]),
        np.array([1, 0, 1], dtype=np.int8), *(np.random.default_rng(seed).integers(0, 60, 200) for seed in range(8)),
    ]
)  # fmt: skip
def test_groups_are_numbered_as_they_appear(groups: np.ndarray) -> None:
    """Looked up or hashed (what is large or below zero), in the order that a dictionary keeps."""
    known: dict[int, int] = {}
    first: list[int] = []
    for row, group in enumerate(groups.tolist()):
        if known.setdefault(group, len(known)) == len(first):
            first.append(row)
    number, places = appearing(groups)
    assert number.tolist() == [known[group] for group in groups.tolist()] and places.tolist() == first


def test_rows_alike_in_all_columns_have_one_number() -> None:
    found = pd.DataFrame({
        "kind": pd.Categorical(["b", "a", None, "b", None, "b", "a"]),
        "sure": [True, True, False, True, False, False, True],
        "said": ["x", "x", None, "x", None, "x", "y"],
    })  # fmt: skip
    assert labels(found, ["kind", "sure", "said"]).tolist() == [0, 1, 2, 0, 2, 3, 4]
    assert labels(found, ["sure"]).tolist() == [0, 0, 1, 0, 1, 1, 0]
    assert labels(found.iloc[:0], ["kind", "said"]).tolist() == []


@pytest.mark.parametrize(("every", "expected"), [
    (False, [(0, 1), (0, 2), (2, 0), (3, 1), (3, 2)]),
    (True, [(0, 1), (0, 2), (1, -1), (2, 0), (3, 1), (3, 2)]),
])  # fmt: skip
def test_where_numbers_stand_in_sorted_ones(every: bool, expected: list[tuple[int, int]]) -> None:
    for far in (8, 2**40):  # looked up, and searched for
        found = matched(np.array([4, 3, 1, 4]), np.array([1, 4, 4, far]), every)
        assert list(zip(*found, strict=True)) == expected


def test_rows_that_have_one_of_some_values() -> None:
    column = pd.Series(pd.Categorical(["b", "a", None, "c", "b"]))
    assert among(column, ["b", "z"]).tolist() == [True, False, False, False, True]
    assert among(column, []).tolist() == [False] * 5
    assert among(column.iloc[:0], ["b"]).tolist() == []


def test_where_each_stands_first() -> None:
    assert firsts(np.array([7, 2, 7, 2, 0])).tolist() == [0, 1, 4]
