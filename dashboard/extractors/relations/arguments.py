"""Who stands where around a trigger, by what kind of word the trigger is."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .nouns import fill_from_noun
from .phrases import Unit
from .slots import Slots
from .verbs import fill_from_participle, fill_from_verb
from .vocabulary import Event, Reading


def slots_of(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event) -> Slots:
    """The slots of the trigger at token `at`."""
    found = Slots(first=at, end=at + reading.length)
    if reading.pos == "noun":
        fill_from_noun(clause, units, at, reading, event, found)
    elif reading.pos == "participle":
        fill_from_participle(clause, units, at, event, found)
    else:
        fill_from_verb(clause, units, at, reading, event, found)
    return found
