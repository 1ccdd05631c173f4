"""Places of a graph's nodes: names don't stand on each other, and what is in nobody's way stays."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.queries.layout import cleared


def overlaps(at: np.ndarray, room: np.ndarray) -> int:
    over = (room[:, None] + room[None]) / 2 - np.abs(at[:, None] - at[None])
    return int((np.triu((over > 1).all(axis=-1), k=1)).sum())


@pytest.mark.parametrize(
    "at",
    [
        [[0, 0], [10, 4], [300, 300]],
        [[0, 0], [0, 0], [0, 0], [300, 300]],  # on one spot
        [[0, 0], [60, 0], [120, 0], [180, 0], [30, 10], [600, 300]],
    ],
)
def test_names_get_room_and_the_others_stay(at: list[list[float]]) -> None:
    places = np.array(at, dtype=float)
    room = np.full_like(places, 1.0) * [90, 40]
    found = cleared(places, room)
    assert overlaps(places, room) and not overlaps(found, room)
    assert (found[-1] == places[-1]).all()  # the last is far from all of them
    assert (cleared(places, room) == found).all()


def test_many_in_a_knot_come_apart() -> None:
    places = np.random.default_rng(5).normal(scale=260, size=(60, 2))
    room = np.column_stack([np.linspace(40, 190, 60), np.full(60, 44.0)])
    assert overlaps(places, room) > 40
    assert overlaps(cleared(places, room), room) <= 2


def test_nothing_is_no_error() -> None:
    assert cleared(np.empty((0, 2)), np.empty((0, 2))).shape == (0, 2)
