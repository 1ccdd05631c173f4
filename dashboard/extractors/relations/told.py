"""A trigger of a sentence with what it tells and whom."""

from __future__ import annotations

from dataclasses import dataclass

from .slots import Slots
from .vocabulary import Event, Reading


@dataclass(slots=True)
class Told:
    """A trigger of a sentence with what it tells and whom."""

    at: int
    reading: Reading
    event: Event
    slots: Slots
