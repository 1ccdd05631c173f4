"""Events that are told of one party only: which count, and of whom."""

from __future__ import annotations

from .clauses import Clause
from .phrases import Unit
from .told import Told

# Before each of several: كل من أيرلندا وهولندا.
_EACH = {"كل", "وكل", "كلا", "كلتا"}
# The prepositions of what is fired at.
_AT = {"على", "باتجاه", "نحو", "صوب", "تجاه", "ضد"}


def stands_alone(clause: Clause, told: Told, condition: bool) -> bool:
    """Whether the event counts without a target: by its entry, under a condition, or for what a group's verb hits."""
    event, slots = told.event, told.slots
    alone = event.data.get("alone")
    unsaid = slots.doer is not None and slots.doer.how == "carried"
    if told.reading.pronoun and told.reading.pos != "noun" and unsaid:
        return False  # وحثه على …: its target is somebody, who is not told
    if slots.status == "claimed":
        return True
    if event.data.get("declared") and clause.carries(slots.carrier, "declare") and slots.doer is not None:
        return _acts(clause, slots.doer, nonstate=False)
    if event.id == "denounce" and _owes(clause, told):
        return False
    if alone is True or (event.data.get("conditional") and condition and _grave(clause, told)):
        return True
    struck = event.type == "ASSAULT" and bool(event.data.get("passive"))
    if struck and told.reading.pos == "past" and slots.active:
        return True
    if not alone or slots.doer is None:
        return False
    own = alone == "genitive" and slots.doer.head == told.at + told.reading.length  # انسحاب واشنطن من الاتفاق
    if told.reading.pos == "noun" and not own and not _carried(clause, slots.carrier):
        return False
    if alone == "object" and not _object_follows(clause, told):
        return False
    return _acts(clause, slots.doer, nonstate=alone == "nonstate")


def _grave(clause: Clause, told: Told) -> bool:
    """Whether a warning is of what the party itself will do, where its entry asks for that."""
    grave = told.event.grave
    after = range(told.at + 1, min(clause.end, max(told.at, told.slots.end) + 12))
    return grave is None or any(grave.holds(clause.word(here)) for here in after)


def _owes(clause: Clause, told: Told) -> bool:
    """Whether the verb is that of a debt: تدين … بفوزها إلى …"""
    doer = told.slots.doer
    word = clause.word_at(doer.end) if doer is not None and told.reading.pos != "noun" else ""
    return word[:1] == "ب" and word.endswith(("ها", "ه", "هم"))


def _carried(clause: Clause, carrier: int | None) -> bool:
    """Whether a verb carries the noun and does not deny it."""
    if carrier is None:
        return False
    said = [one.name for one in clause.readings.get(carrier, ()) if one.role == "carrier"]
    return not said or clause.index.carriers[said[0]] in (None, "ongoing")


def launched(clause: Clause, told: Told) -> bool:
    """Whether weapons were fired at something that the text tells, though no party: أطلقت … صواريخ على …"""
    if told.event.own_words is None or told.slots.doer is None or told.reading.pos == "noun":
        return False
    after = range(told.at + 1, min(clause.end, max(told.slots.end, told.at) + 14))
    aimed = any(
        clause.tag(here) in _AT or clause.word(here).lstrip("و").startswith(("استهدف", "مستهدف")) for here in after
    )
    return aimed and _acts(clause, told.slots.doer, nonstate=False)


def owned(clause: Clause, told: Told) -> bool:
    """Whether a directed event without a target is another one of its own: أطلقت كوريا الشمالية صاروخا is MOBILIZE."""
    words = told.event.own_words
    if words is None or told.slots.doer is None or told.reading.pos == "noun":
        return False
    after = range(told.at + 1, min(clause.end, max(told.slots.end, told.at) + 5))
    return any(words.holds(clause.word(here)) for here in after) and _acts(clause, told.slots.doer, nonstate=False)


def _acts(clause: Clause, unit: Unit, *, nonstate: bool) -> bool:
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
    if unit.head < unit.first and unit.how in ("name", "capital") and clause.word(unit.head) not in _EACH:
        return officials.holds(clause.word(unit.head)) or officials.holds(clause.word(min(unit.head + 1, unit.first)))
    return True


def traveller(clause: Clause, unit: Unit) -> bool:
    """Whether the party is one that travels, and not some thing of a state's: weapons that arrive visit nobody."""
    return unit.how in ("person", "carried", "own") or _acts(clause, unit, nonstate=False)


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


def _object_follows(clause: Clause, told: Told) -> bool:
    """Whether a plain word stands right after verb and subject: اتهمت الدوحة مسؤولين ب…, not تتهم إيران بـ…"""
    doer = told.slots.doer
    assert doer is not None
    here = max(told.at + told.reading.length, doer.end if doer.first > told.at else 0)
    while clause.tag(here) in ("time", "quote"):
        here += 1
    return here < clause.end and clause.tag(here) in ("", "noun") and clause.word(here)[:1] not in "بل"
