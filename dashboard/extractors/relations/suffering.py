"""Attacks that are told of those they hit only: their doers have no name."""

from __future__ import annotations

from .clauses import Clause
from .phrases import Unit
from .told import Told

# How far behind the victims the blow may stand that struck them.
_BLOW = 6


def suffered(clause: Clause, told: Told) -> bool:
    """Whether an attack counts whose doer has no name: اقتحم مسلحون السفارة القطرية, قتل جنود فرنسيون في كمين."""
    event, hit, sets = told.event, told.slots.hit, clause.index.sets
    if event.type != "ASSAULT" or event.kind != "directed" or hit is None or told.reading.pos != "past":
        return False
    if told.reading.pronoun or not _official(clause, hit):
        return False
    if event.data.get("voice") == "passive" or event.id == "kill":
        after = range(told.at + 1, min(clause.right_edge(told.at), max(hit.end, told.at) + _BLOW))
        return event.id == "suffer" or any(sets["blows"].holds(clause.word(here)) for here in after)
    between = range(told.at + told.reading.length, hit.head)
    return hit.head > told.at and any(sets["attackers"].holds(clause.word(here)) for here in between)


def _official(clause: Clause, unit: Unit) -> bool:
    """Whether the party that suffers is a state's forces, mission or official, and not just its people."""
    if unit.how == "organization":
        return True
    listed = [clause.index.sets[name] for name in ("officials", "members", "forces", "embassies", "belonging")]
    return any(one.holds(clause.word(here)) for one in listed for here in range(unit.head, unit.first))
