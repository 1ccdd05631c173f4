"""Who stands where around a trigger, by what kind of word the trigger is."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .nouns import fill_from_noun
from .participles import fill_from_participle
from .phrases import Unit
from .slots import Slots, is_bare
from .verbs import fill_from_verb
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
    if event.id == "arms-purchase":
        _seller(clause, units, at, event, found)
    return found


def _seller(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """شراء مقاتلات كورية: whose make the arms are is who sells them, and not who buys."""
    edge = clause.right_edge(at)
    for unit in units:
        arms = event.with_ is not None and at < unit.head < edge and event.with_.holds(clause.word(unit.head))
        if arms and not unit.marker and unit.how == "demonym":
            if found.source == unit.ids:
                found.source.clear()
                found.put_from(one for one in units if one.end <= at and is_bare(one))
            found.put("target", unit)
            return
