"""A trigger of a sentence with what it tells and whom."""

from __future__ import annotations

from dataclasses import dataclass

from .phrases import Unit
from .slots import Slots
from .vocabulary import Event, Reading


@dataclass(slots=True)
class Told:
    """A trigger of a sentence with what it tells and whom."""

    at: int
    reading: Reading
    event: Event
    slots: Slots


def implied(first: int, end: int, event: Event, source: Unit, target: Unit | None) -> Told:
    """What tokens first … end-1 tell without a trigger's grammar: a judgement, a duty, an expectation of another's."""
    slots = Slots(first=first, end=end, confidence=0.65, status="occurred")
    slots.put("source", source)
    if target is not None:
        slots.put("target", target)
    return Told(first, Reading("event", event.id, "past"), event, slots)
