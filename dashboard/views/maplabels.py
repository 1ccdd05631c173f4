"""Names on the map: as many as have room, beside the marks of places where they can be."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.queries.atlas import Box, latitude, mercator

LETTER, LINE = 7.4, 17.0  # pixels that a name takes
Frame = tuple[float, float, float, float]  # left, right, top, bottom in pixels
WIDTHS = (300.0, 360.0, 440.0, 540.0, 660.0, 800.0)  # pixels that the map takes, from a phone to a wide window


@dataclass(frozen=True)
class Label:
    text: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Mark:
    lat: float
    lon: float
    size: float  # pixels across


def apart(box: Box, labels: Iterable[Label], width: float, marks: Iterable[Mark] = ()) -> list[Label]:
    """The labels that, on a map of that width, touch neither a side of it nor an earlier one; one that would stand on a
    mark gives way to it, up or down, where that is free."""
    taken: list[Frame] = []
    covered = [_covered(box, mark, width) for mark in marks]
    found = []
    for label in labels:
        frame = _frame(box, label, width)
        if not _free(box, frame, width, taken):
            continue
        ways = (_shifted(box, label, width, step * LINE) for step in (0, 0.6, -0.6, 1.1, -1.1))
        spots = ((spot, _frame(box, spot, width)) for spot in ways)
        clear = (it for it in spots if _free(box, it[1], width, taken) and all(_clear(it[1], one) for one in covered))
        label, frame = next(clear, (label, frame))
        taken.append(frame)
        found.append(label)
    return found


def _free(box: Box, frame: Frame, width: float, taken: list[Frame]) -> bool:
    return _within(box, frame, width) and all(_clear(frame, other) for other in taken)


def _covered(box: Box, mark: Mark, width: float) -> Frame:
    x, y = _across(box, mark.lon, width), _down(box, mark.lat, width)
    return (x - mark.size / 2, x + mark.size / 2, y - mark.size / 2, y + mark.size / 2)


def _shifted(box: Box, label: Label, width: float, pixels: float) -> Label:
    """The label so many pixels further down."""
    if not pixels:
        return label
    y = mercator(label.lat) - pixels * math.radians(box.east - box.west) / width
    return Label(label.text, latitude(y), label.lon)


def _within(box: Box, frame: Frame, width: float) -> bool:
    """Whether a name is cut by no side; the whole world leaves room above and below what has names."""
    high = _down(box, box.south, width)
    return frame[0] >= 0 and frame[1] <= width and (box.world or (frame[2] >= 0 and frame[3] <= high))


def _down(box: Box, lat: float, width: float) -> float:
    """How many pixels below the upper edge a latitude lies."""
    return (mercator(box.north) - mercator(lat)) * width / math.radians(box.east - box.west)


def _across(box: Box, lon: float, width: float) -> float:
    return (lon - box.west) / (box.east - box.west) * width


def _frame(box: Box, label: Label, width: float) -> Frame:
    x = _across(box, label.lon, width)
    y = _down(box, min(max(label.lat, -80.0), 80.0), width)
    half = max(len(label.text), 3) * LETTER / 2
    return (x - half, x + half, y - LINE / 2, y + LINE / 2) if math.isfinite(x + y) else (0.0, 0.0, 0.0, 0.0)


def _clear(a: Frame, b: Frame) -> bool:
    return a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]
