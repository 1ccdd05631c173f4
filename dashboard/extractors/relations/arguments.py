"""Who stands where around a trigger: subject, object, and what the prepositions bring in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .actors import Unit
from .clauses import Clause
from .lexemes import Event, Reading

# How far a subject's end may stand before its verb, how far a bare phrase may start after it.
_REACH = 9
# Prepositions that join parties of a mutual event.
_JOINING = {"مع", "بين", "with", "between"}


@dataclass(slots=True)
class Slots:
    """The parties that a trigger's clause gives; `clear` when grammar and not only nearness says so."""

    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    carrier: int | None = None
    first: int = 0
    end: int = 0
    confidence: float = 0.8

    def cover(self, unit: Unit) -> None:
        self.first, self.end = min(self.first, unit.first), max(self.end, unit.end)

    def put(self, slot: str, unit: Unit) -> None:
        """Fill a slot that is still free; parties gather."""
        if slot == "party" or not getattr(self, slot):
            listed = self.parties if slot == "party" else getattr(self, slot)
            listed.extend(one for one in unit.ids if one not in listed)
            self.cover(unit)


def slots_of(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event) -> Slots:
    """The slots of the trigger at token `at`."""
    found = Slots(first=at, end=at + reading.length)
    english = clause.word(at).isascii()
    if reading.pos == "noun":
        _noun(clause, units, at, reading, event, found, english)
    elif reading.pos == "participle" and not english:
        _participle(clause, units, at, event, found)
    else:
        _verb(clause, units, at, reading, event, found, english)
    return found


def subject_of(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, edge: int) -> tuple[Unit | None, bool]:
    """(the subject of a verb, whether it stands before it); `edge` is where what follows ends."""
    left = _left_subject(clause, units, at)
    if left is not None or clause.word(at).isascii():
        return left, True
    if reading.pos == "past" and clause.word(at).endswith(("وا", "نا")):
        return None, False
    for unit in _between(units, at + reading.length, edge):
        if not unit.marker:
            return (unit if _follows(clause, at + reading.length, unit.head) else None), False
    return None, False


def _left_subject(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The bare party that the verb's clause begins with, or the antecedent of its relative pronoun."""
    edge = clause.left_edge(at)
    english = clause.word(at).isascii()
    opener = edge - 1
    if clause.tag(opener) == "rel" and opener == at - 1:
        before = [unit for unit in units if unit.end <= opener]
        return before[-1] if before and _plain_gap(clause, before[-1].end, opener) and not before[-1].marker else None
    subject = None
    for unit in _between(units, edge, at):
        if unit.marker or (not english and unit.head > edge + 2):
            continue
        if not english and any(clause.is_marker(here) for here in range(edge, unit.head)):
            continue
        if subject is None or english:
            subject = unit
    if subject is None or at - subject.end > _REACH:
        return None
    return subject


def _plain_gap(clause: Clause, first: int, end: int) -> bool:
    return all(clause.tag(here) in ("", "time", "quote", "comma") for here in range(first, end))


def _follows(clause: Clause, first: int, head: int) -> bool:
    """Whether a phrase at `head` comes right after `first`: only dates, asides and short adverbs between."""
    loose, here = 0, first
    while here < head:
        tag = clause.tag(here)
        if tag == "comma":
            return _aside_then(clause, here, head)
        if clause.is_marker(here):  # a prepositional phrase between verb and subject: في وقت مبكر
            return head - here <= 6
        if tag not in ("time", "quote"):
            loose += 1
        here += 1
    return loose == 0


def _aside_then(clause: Clause, comma: int, head: int) -> bool:
    closing = [here for here in range(comma + 1, head) if clause.tag(here) == "comma"]
    return bool(closing) and head - closing[-1] <= 1 and all(clause.tag(h) != "" for h in range(comma, closing[-1] + 1))


def _between(units: Sequence[Unit], first: int, end: int) -> list[Unit]:
    return [unit for unit in units if first <= unit.first and unit.end <= end]


def _agent(clause: Clause, unit: Unit) -> bool:
    """Whether the unit is what «من قبل», «على يد» or "by" brings in."""
    for phrase in clause.index.phrases["agents"]:
        head = unit.head - len(phrase)
        if head >= clause.first and tuple(clause.doc.words[head : unit.head]) == phrase:
            return True
    return False


def _slot(event: Event, unit: Unit) -> str | None:
    """What the unit's preposition makes it in this event."""
    slot = event.to.get(unit.marker)
    if slot is None and event.to.get(unit.outer) == "target" and unit.marker in ("ل", "من", "of"):
        slot = "target"
    if slot is None and event.kind == "mutual" and unit.marker in _JOINING:
        slot = "party"
    return None if slot == "none" else slot


def _prepositions(clause: Clause, event: Event, found: Slots, units: Iterable[Unit]) -> None:
    """Fill slots from units that a preposition or an agent phrase brings in."""
    for unit in units:
        if _agent(clause, unit):
            found.put("source", unit)
        elif unit.marker:
            slot = _slot(event, unit)
            if slot == "place" and not found.target:
                found.confidence = 0.5
                slot = "target"
            if slot and slot != "place":
                found.put(slot, unit)


def _verb(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots, english: bool
) -> None:
    edge = clause.right_edge(at + reading.length - 1)
    right = _between(units, at + reading.length, edge)
    stop = _inner_noun(clause, at + reading.length, edge, event)
    bare = [unit for unit in right if not unit.marker and unit.head <= stop]
    passive = english and reading.pos == "participle" and _passive(clause, at)
    subject, before = subject_of(clause, units, at, reading, edge)
    if passive:
        if subject is not None:
            found.put("target", subject)
    elif subject is not None:
        victim = event.data.get("passive") and not before and len(bare) == 1 and _individual(clause, subject)
        found.put("target" if victim or (reading.pronoun and before) else _role(event, "source"), subject)
        bare = [unit for unit in bare if unit is not subject]
        if bare and event.object == "target" and not victim:
            found.put("party" if event.kind == "mutual" else "target", bare[0])
        if reading.pronoun and before and bare:
            found.source, found.target = list(bare[0].ids), list(subject.ids)
    elif bare and event.object == "target" and not english:
        found.put("party" if event.kind == "mutual" else "target", bare[0])
    tail = [unit for unit in right if unit.marker and (unit.head <= stop or event.data.get("through"))]
    _prepositions(clause, event, found, tail)


def _role(event: Event, slot: str) -> str:
    return "party" if event.kind == "mutual" else slot


def _inner_noun(clause: Clause, first: int, edge: int, event: Event) -> int:
    """Where another event's noun begins: what follows it is its own, not the verb's."""
    for here in range(first, edge):
        if clause.tag(here) == "noun" and not (event.with_ and event.with_.holds(clause.word(here))):
            names = {reading.name for reading in clause.readings.get(here, ())}
            if event.id not in names and not names & set(event.data.get("absorbs", ())):
                return here
    return edge


def _individual(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase names persons by number or kind, and no organ: after قتل, they are who was killed."""
    people = clause.index.sets["people"]
    head = range(unit.head, unit.end)
    return any(clause.word(at).isdigit() or people.holds(clause.word(at)) for at in head)


def _passive(clause: Clause, at: int) -> bool:
    return any(clause.word(here) in ("was", "were", "been", "being", "be", "is", "are") for here in range(max(clause.first, at - 3), at))


def _participle(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """متهما إيران بـ…: the subject is that of the sentence's main verb."""
    subjects = [unit for unit in units if unit.end <= at and not unit.marker]
    edge = clause.right_edge(at)
    right = _between(units, at + 1, edge)
    stop = _inner_noun(clause, at + 1, edge, event)
    if subjects:
        found.put(_role(event, "source"), subjects[0])
        found.confidence = 0.65
    bare = [unit for unit in right if not unit.marker and unit.head <= stop]
    if bare and event.object == "target" and _follows(clause, at + 1, bare[0].head):
        found.put("target", bare[0])
    _prepositions(clause, event, found, [unit for unit in right if unit.marker])


def _noun(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots, english: bool
) -> None:
    first = at + reading.length
    edge = _noun_edge(clause, first)
    carrier = _relative_carrier(clause, first)
    right = _between(units, first, edge)
    own = [unit for unit in right if not unit.marker and unit.head <= first]
    if own and not english:
        unit = own[0]
        if event.kind == "mutual":
            found.put("party", unit)
        elif event.genitive == "target" and not (unit.how == "demonym" and unit.definite and unit.first == first and reading.article):
            found.put("target", unit)
        elif reading.pos == "noun":
            found.put("source", unit)
            bare = [other for other in right[1:] if not other.marker and other is not unit and not other.joined]
            if bare and event.object == "target" and event.data.get("content"):
                found.put("target", bare[0])
    elif english:
        _english_owner(clause, units, at, event, found)
    if carrier is not None:
        subject, _ = subject_of(clause, units, carrier[0], carrier[1], clause.right_edge(carrier[0]))
        after = _between(units, carrier[0] + 1, clause.right_edge(carrier[0]))
        if after and not after[0].marker:
            found.put(_role(event, "source"), after[0])
        elif subject is not None and subject.first > at:
            found.put(_role(event, "source"), subject)
        right = after
        found.carrier = carrier[0]
    elif (before := _carrier_before(clause, at)) is not None:
        found.carrier = before[0]
        subject, _ = subject_of(clause, units, before[0], before[1], at)
        if subject is not None and event.genitive != "target":
            found.put(_role(event, "source"), subject)
    _prepositions(clause, event, found, [unit for unit in right if unit.marker])


def _noun_edge(clause: Clause, first: int) -> int:
    """Where a noun's own complements end: a clause's end, a topic, or a preposition of other matter."""
    edge = clause.right_edge(first - 1)
    for here in range(first, edge):
        if clause.word(here) in clause.index.sets["topics"].exact or (clause.tag(here) == "other" and clause.word(here) not in ("قبل", "بعد")):
            return here
        if clause.tag(here) == "noun" and here > first and clause.tag(here - 1) in ("other", "عن", "location"):
            return here
    return edge


def _relative_carrier(clause: Clause, first: int) -> tuple[int, Reading] | None:
    """The carrier verb with a pronoun right after the noun: ضربة جوية نفذها …, الهجوم الذي شنته …"""
    for here in range(first, min(clause.end, first + 5)):
        if clause.tag(here) in ("stop", "sub", "comma"):
            return None
        if clause.tag(here) == "verb":
            for reading in clause.readings[here]:
                if reading.role == "carrier" and reading.pronoun:
                    return here, reading
            return None
    return None


def _carrier_before(clause: Clause, at: int) -> tuple[int, Reading] | None:
    """The carrier verb whose object the noun is."""
    for here in range(at - 1, clause.first - 1, -1):
        tag = clause.tag(here)
        if tag in ("stop", "sub", "rel") or (tag == "noun" and here < at - 3):
            return None
        if tag == "verb":
            carriers = [reading for reading in clause.readings[here] if reading.role == "carrier"]
            return (here, carriers[0]) if carriers else None
    return None


def _english_owner(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """Russian-Turkish talks, US air strikes, Iran's support: the parties right before the noun."""
    before = [unit for unit in units if unit.end <= at]
    if not before:
        return
    unit = before[-1]
    gap = range(unit.end, at)
    possessive = any(clause.word(here) in ("'", "’", "s") for here in gap)
    if len(gap) > (5 if possessive else 2) or any(clause.tag(here) not in ("", "quote") for here in gap):
        return
    if any(clause.word(here) in ("and", "or", "to") for here in gap):
        return
    if event.genitive == "target" and not possessive and unit.how != "demonym":
        return
    found.put(_role(event, "source"), unit)
