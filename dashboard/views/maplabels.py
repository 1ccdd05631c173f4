"""Names on the map: as many as have room."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.queries.atlas import Box, mercator

LETTER, LINE = 7.4, 17.0  # pixels that a name takes
WIDTHS = (300.0, 360.0, 440.0, 540.0, 660.0, 800.0)  # pixels that the map takes, from a phone to a wide window


@dataclass(frozen=True)
class Label:
    text: str
    lat: float
    lon: float


def apart(box: Box, labels: Iterable[Label], width: float) -> list[Label]:
    """The labels that, on a map of that width, touch neither a side of it nor an earlier one."""
    taken: list[tuple[float, ...]] = []
    found = []
    for label in labels:
        frame = _frame(box, label, width)
        if _within(box, frame, width) and all(_clear(frame, other) for other in taken):
            taken.append(frame)
            found.append(label)
    return found


def _within(box: Box, frame: tuple[float, ...], width: float) -> bool:
    """Whether a name is cut by no side; the whole world leaves room above and below what has names."""
    high = _down(box, box.south, width)
    return frame[0] >= 0 and frame[1] <= width and (box.world or (frame[2] >= 0 and frame[3] <= high))


def _down(box: Box, lat: float, width: float) -> float:
    """How many pixels below the upper edge a latitude lies."""
    return (mercator(box.north) - mercator(lat)) * width / math.radians(box.east - box.west)


def _frame(box: Box, label: Label, width: float) -> tuple[float, float, float, float]:
    """Left, right, top, bottom in pixels."""
    x = (label.lon - box.west) / (box.east - box.west) * width
    y = _down(box, min(max(label.lat, -80.0), 80.0), width)
    half = max(len(label.text), 3) * LETTER / 2
    return (x - half, x + half, y - LINE / 2, y + LINE / 2) if math.isfinite(x + y) else (0.0, 0.0, 0.0, 0.0)


def _clear(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]
