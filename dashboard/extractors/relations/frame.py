"""A verb with what stands around it, while its parties find their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clause
from .phrases import Unit
from .slots import Slots
from .vocabulary import Event, Reading


@dataclass(slots=True)
class Frame:
    """The verb at token `at`: what follows it ends before `edge`, its objects before `stop`.

    `right` are the parties behind it, `bare` those without a preposition; `before`: the subject stands before the verb.
    """

    clause: Clause
    units: Sequence[Unit]
    at: int
    reading: Reading
    event: Event
    found: Slots
    edge: int
    stop: int
    right: list[Unit]
    bare: list[Unit]
    subject: Unit | None
    before: bool
