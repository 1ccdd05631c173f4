"""What kind of party somebody is: one that acts, travels, can be arrested, suffers, fights."""

from __future__ import annotations

from .clauses import Clause
from .phrases import Unit

# Before each of several: كل من أيرلندا وهولندا.
_EACH = {"كل", "وكل", "كلا", "كلتا"}


def acts(clause: Clause, unit: Unit, *, nonstate: bool) -> bool:
    """Whether the party is a state, one of its organs, or an organisation, and not just somebody of theirs."""
    if nonstate:
        return unit.how == "organization" and not clause.index.states.intersection(unit.ids)
    if unit.how in ("people", "place"):
        return False
    if any(clause.index.sets["private"].holds(clause.word(at)) for at in range(unit.head, min(unit.end, clause.end))):
        return False
    officials = clause.index.sets["officials"]
    if unit.how == "demonym":
        return any(officials.holds(clause.word(at)) for at in range(unit.head, unit.first))
    instance = clause.tag(unit.first - 1) == "among"  # دول، بينها ألمانيا
    if (
        unit.head < unit.first
        and unit.how in ("name", "capital")
        and not instance
        and clause.word(unit.head) not in _EACH
    ):
        return officials.holds(clause.word(unit.head)) or officials.holds(clause.word(min(unit.head + 1, unit.first)))
    return True


def traveller(clause: Clause, unit: Unit) -> bool:
    """Whether the party is one that travels, and not some thing of a state's: weapons that arrive visit nobody."""
    return unit.how in ("person", "carried", "own") or acts(clause, unit, nonstate=False)


def arrested(clause: Clause, unit: Unit) -> bool:
    """Whether the party is people who can be arrested: no state as such, no organ of one, no statement or council."""
    if unit.how in ("people", "person", "own"):
        return True
    if unit.how == "organization":
        return not clause.index.states.intersection(unit.ids) and bool(clause.index.sides.intersection(unit.ids))
    if unit.how == "demonym" and unit.head == unit.first:
        return True
    persons = [clause.index.sets[name] for name in ("people", "officials", "private", "members", "quantities")]
    near = range(max(clause.first, unit.head - 1), unit.first)
    return any(one.holds(clause.word(at)) or clause.word(at).isdigit() for at in near for one in persons)


def victims(clause: Clause, unit: Unit) -> bool:
    """Whether the party is people who suffer what is condemned: نددت … بطرد لاجئين سوريين."""
    if unit.how not in ("demonym", "people"):
        return False
    sets, own = clause.index.sets, range(unit.head, unit.first)
    counted = any(sets["quantities"].holds(clause.word(at)) for at in (*own, max(clause.first, unit.head - 1)))
    return counted or any(sets["victims"].holds(clause.word(at)) for at in own)


def soldiers(clause: Clause, unit: Unit) -> bool:
    """Whether the party's own words name soldiers: آخر جندي فرنسي, القوات الألمانية."""
    event = clause.index.events["soldiers-leave"].with_
    return event is not None and any(event.holds(clause.word(at)) for at in range(unit.head, unit.end))
