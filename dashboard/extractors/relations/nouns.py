"""The parties of an event that a noun tells: genitives, adjectives, carrier verbs, prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .carrying import by_carrier
from .clauses import Clause
from .companions import talks_of_speaker
from .governors import circumstance, joined_by_verb, nominal_carrier
from .owners import attending, expressed, of_speaker, possessed, purposed
from .phrases import Unit
from .scenes import besieged, protesters, struck, weighed, witnessed
from .slots import Slots, fill_from_prepositions, is_bare, only_companions
from .vocabulary import Event, Reading

# How far before the noun the verb may stand whose subject suffers it.
_SUFFERED = 8
# What may join parties to another noun that stands between.
_JOINS = ("بين", "مع")


def fill_from_noun(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """A noun's own genitive or adjectives, the subject of the verb that carries it, its complements."""
    first = at + reading.length
    if event.data.get("attribute"):
        _attribute(clause, units, at, first, found)
        return
    right = by_carrier(clause, units, at, first, reading, event, found)
    _owner(clause, units, at, reading, event, found)
    if event.kind == "mutual" and event.type == "COOPERATE" and found.carrier is None:
        joined_by_verb(clause, units, at, found)
    if event.type == "PROTEST":
        if not found.source:
            witnessed(clause, units, at, found)
        if not found.source:
            protesters(clause, right, at, found)
        besieged(clause, right, at, found)
    right = [unit for unit in right if unit.marker not in _JOINS or not _others(clause, first, unit, event)]
    if reading.pronoun and found.source and not found.target and event.kind == "directed":
        _own_object(clause, right, first, event, found)
    if event.kind == "directed" and not found.target and (nested := _nested(clause, right, at, event)) is not None:
        found.put("target", nested[0])
        found.end = max(found.end, nested[1].end)
        right = [unit for unit in right if unit is not nested[1]]
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])
    if event.kind == "mutual" and found.doer is None and only_companions(found, right):
        partners, found.parties = found.parties, []  # مباحثات ستجريها مع …: with whom is told, who is not
        if event.type in ("CONSULT", "COOPERATE") and len(partners) == 1:
            talks_of_speaker(clause, units, at, partners, found)
    if event.type == "ASSAULT" and found.doer is not None and not found.target:
        place = next((one for one in right if one.how == "place" and one.head == found.doer.end), None)
        if place is not None and not place.marker and place.ids != found.source:
            found.put("target", place)  # قصف إسرائيل مطار دمشق
    if event.type in ("SANCTION", "COERCE") and found.source and not found.target:
        weighed(clause, units, at, found)
    if event.data.get("somewhere") and found.source and not found.target and _done(clause, at, found):
        struck(clause, right, found)


def _owner(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> None:
    """Who does it without standing in the noun's phrase or before a verb that carries it."""
    own = found.doer is not None and found.doer.how == "own"  # أعرب … عن رفض بلاده
    quoted = clause.tag(at - 1) == "quote" and clause.tag(at - 2) == "عن"  # أعرب عن "قلقه"
    about = clause.tag(at - 1) == "عن" or quoted or (clause.tag(at - 1) == "على" and reading.pronoun)  # شدد على دعمه
    if event.kind == "directed" and about and (own or not found.source):
        expressed(clause, units, at, found)
    if not found.source and not found.parties:
        circumstance(clause, units, at, reading, event, found)
    if not found.source and not found.parties:
        nominal_carrier(clause, units, at, event, found)
    if not found.source and not found.parties:
        possessed(clause, units, at, event, found)
    if event.kind == "directed" and event.genitive != "target" and not found.source:
        of_speaker(clause, units, at, reading, found)
    if event.kind == "directed" and not found.source:
        attending(clause, units, at, reading, event, found)
    if event.kind == "directed" and not found.source:
        purposed(clause, units, at, reading, event, found)


def _nested(clause: Clause, right: Sequence[Unit], at: int, event: Event) -> tuple[Unit, Unit] | None:
    """(whose it is, what its preposition brings) of another event's noun that is what this one is about: دعم موسكو
    انضمام صربيا لبريكس supports Serbia, and the preposition is the joining's."""
    for own, brought in pairwise(right):
        inner = [clause.index.events.get(one.name) for one in clause.readings.get(own.first - 1, ())]
        takes = any(one is not None and one.to.get(brought.marker) == "target" for one in inner)
        near = own.first - 1 > at and clause.tag(own.first - 1) == "noun" and brought.first == own.end
        if is_bare(own) and near and takes and event.to.get(brought.marker) == "target":
            return own, brought
    return None


def _done(clause: Clause, at: int, found: Slots) -> bool:
    """Whether the doer stands with the noun or with its verb, and no verb before tells who suffers it."""
    for here in range(at - 1, max(clause.first, at - _SUFFERED) - 1, -1):
        if clause.tag(here) == "verb":
            events = (clause.index.events.get(one.name) for one in clause.readings[here])
            if any(event is not None and event.data.get("voice") == "passive" for event in events):
                return False  # تعرضت ناقلة لهجوم إيراني قبالة …
    own = found.doer is not None and found.doer.head >= at
    if own or found.carrier is None or found.carrier > at:
        return own or found.carrier is not None
    last = max(found.carrier + 1, found.doer.end if found.doer is not None else 0)
    return not clause.is_marker(at - 1) or (clause.tag(at - 1) == "عن" and at - 1 <= last)  # تعلن عن غارات


def _own_object(clause: Clause, right: Sequence[Unit], first: int, event: Event, found: Slots) -> None:
    """أعلنت البحرين تأييدها قرار ترامب: the object right after a verbal noun with its pronoun."""
    unit = next((one for one in right if is_bare(one)), None)
    if unit is None or event.object != "target" or event.genitive == "target":
        return
    if unit.head - first <= 1 and all(clause.tag(here) in ("quote", "") for here in range(first, unit.head)):
        found.put("target", unit)


def _others(clause: Clause, first: int, unit: Unit, event: Event) -> bool:
    """Whether another event's noun stands between, whose parties these are: اجتماعات نوقش فيها التعاون بين …"""
    own = {event.id, *event.data.get("absorbs", ())}  # إلغاء اتفاق الصيد مع …: the pact's parties are those of its end
    for here in range(first, unit.head - 1):
        if clause.tag(here) == "noun" and here not in clause.idle:
            names = {one.name for one in clause.readings.get(here, ())} - own
            if any(clause.index.events[name].kind == "mutual" for name in names if name in clause.index.events):
                return True
    return False


def _attribute(clause: Clause, units: Sequence[Unit], at: int, first: int, found: Slots) -> None:
    """الجماعة الحوثية المدعومة من إيران: the party right before is backed by the one right after."""
    aside = at - (clause.tag(at - 1) == "comma")  # الجبهة، المدعومة من الجزائر،
    before = next((unit for unit in units if unit.end == aside and unit.how == "organization"), None)
    after = next((unit for unit in units if 0 <= unit.head - first <= 2), None)
    if before is not None and after is not None and after.marker in ("من", "agent"):
        found.put("target", before)
        found.put("source", after)
        found.status = "occurred"
