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
    if reading.plural or _nominal_subject(clause, at):
        return None, True
    for unit in _between(units, at + reading.length, edge):
        if not unit.marker and unit.how != "place":
            return (unit if _follows(clause, at + reading.length, unit.head) else None), False
    return None, False


def _nominal_subject(clause: Clause, at: int) -> bool:
    """Whether the verb's clause has a subject before it that is no party: أن مجهولين خطفوا."""
    edge = clause.left_edge(at)
    opener = clause.word(edge - 1) if edge > clause.first else ""
    emphatic = opener.endswith("ان") and clause.tag(edge - 1) == "sub"
    return emphatic and any(clause.tag(here) == "" for here in range(edge, at)) and not clause.is_marker(edge)


def _left_subject(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The bare party that the verb's clause begins with, or the antecedent of its relative pronoun."""
    edge = clause.left_edge(at)
    english = clause.word(at).isascii()
    opener = edge - 1
    if clause.tag(opener) == "rel" and opener == at - 1:
        before = [unit for unit in units if unit.end <= opener]
        if not before or not _bare(before[-1]) or not _plain_gap(clause, before[-1].end, opener):
            return None
        return None if clause.tag(before[-1].head - 1) == "noun" else before[-1]  # the war of X, which …
    if not english and clause.tag(opener) == "verb" and not _auxiliary(clause, opener):
        return None  # what stands between two verbs belongs to the first
    subject = None
    for unit in (unit for unit in units if edge < unit.end <= at):
        if unit.marker or unit.how == "place" or (not english and unit.head > edge + 2):
            continue
        if not english and any(clause.is_marker(here) for here in range(edge, unit.head)):
            continue
        if subject is None or english:
            subject = unit
    pronoun = opener if not english else at - 1
    if subject is None and (edge == at or english) and clause.word(pronoun) in clause.index.sets["pronouns"].exact:
        before = [unit for unit in units if unit.end <= opener and _bare(unit)]
        return before[-1] if before and _reported(clause, pronoun) else None
    if subject is None or at - subject.end > _REACH:
        return None
    return subject


def _reported(clause: Clause, opener: int) -> bool:
    """Whether the clause that a subordinator opens is what the verb before it reports."""
    for here in range(opener - 1, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            return any(r.role == "say" or r.name == "do" for r in clause.readings.get(here, ()))
        if clause.tag(here) in ("stop", "sub"):
            return False
    return False


def _auxiliary(clause: Clause, at: int) -> bool:
    """Whether the verb only gives another its time or phase: كانت القوات … قصفت."""
    return any(reading.role == "aux" for reading in clause.readings.get(at, ()))


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
    """The units within a range of tokens."""
    return [unit for unit in units if first <= unit.first < end]


def _bare(unit: Unit) -> bool:
    """Whether the unit may be subject or object: no preposition, no mere place."""
    return not unit.marker and unit.how != "place"


def _slot(event: Event, unit: Unit) -> str | None:
    """What the unit's preposition makes it in this event."""
    slot = event.to.get(unit.marker)
    assault = event.type == "ASSAULT"
    if unit.how == "place" and not assault:
        return None
    # على تجمع للمواطنين …, على مناطق بشمال …: the phrase within the target's phrase tells whose it is.
    if slot is None and event.to.get(unit.outer) == "target":
        if unit.marker in ("ل", "من", "of", "") or (assault and unit.marker in ("location", "ب", "in")):
            slot = "target"
    if slot is None and event.kind == "mutual" and unit.marker in _JOINING:
        slot = "party"
    return None if slot == "none" else slot


def _prepositions(clause: Clause, event: Event, found: Slots, units: Iterable[Unit]) -> None:
    """Fill slots from units that a preposition or an agent phrase brings in."""
    for unit in units:
        if unit.marker in ("بين", "between"):
            if clause.index.sets["apart"].holds(clause.word(unit.head - 2)):
                continue  # the border between two states joins no parties
            if event.kind == "mutual" and not found.parties:
                found.source.clear()  # who arranges talks between two is no party to them
        if unit.marker == "agent":
            found.put("source", unit)
        elif unit.marker or unit.how == "place":
            slot = _slot(event, unit)
            if slot:
                found.put(slot, unit)


def _verb(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots, english: bool
) -> None:
    edge = clause.right_edge(at + reading.length - 1)
    right = _between(units, at + reading.length, edge)
    stop = _inner_noun(clause, at + reading.length, edge, event)
    bare = [unit for unit in right if _bare(unit) and unit.head <= stop]
    passive = english and reading.pos in ("past", "participle") and _passive(clause, at)
    subject, before = subject_of(clause, units, at, reading, edge)
    if event.data.get("voice") == "passive":
        found.put("target", subject or bare[0]) if subject or bare else None
    elif passive:
        if subject is not None:
            found.put("target", subject)
    elif subject is not None:
        victim = event.data.get("passive") and not before and len(bare) == 1 and _individual(clause, subject)
        found.put("target" if victim or (reading.pronoun and before) else _role(event, "source"), subject)
        bare = [unit for unit in bare if unit is not subject]
        if bare and event.object == "target" and not victim and not (reading.pronoun and not before):
            found.put("party" if event.kind == "mutual" else "target", bare[0])
        if reading.pronoun and before and bare:
            found.source, found.target = list(bare[0].ids), list(subject.ids)
    elif bare and event.object == "target" and not english:
        found.put("party" if event.kind == "mutual" else "target", bare[0])
    if not found.target and found.source and event.type in ("ASSAULT", "COERCE") and event.object == "target":
        _victims(clause, right, found)
    if event.data.get("partner"):
        right = [unit for unit in right if unit.marker != "مع" or unit.head - found.end <= 2]
    tail = [unit for unit in right if not _bare(unit) and (unit.head <= stop or event.data.get("through"))]
    _prepositions(clause, event, found, tail)


def _victims(clause: Clause, right: Sequence[Unit], found: Slots) -> None:
    """قتلت ثلاثة متشددين من طالبان: the object names no party, what it belongs to does."""
    for unit in right:
        if unit.first < found.end:
            continue
        named = [here for here in range(found.end, unit.head) if clause.tag(here) not in ("time", "quote")]
        plain = [here for here in named if clause.tag(here) == ""]
        if not plain or any(clause.tag(here) not in ("", unit.marker) for here in named) or unit.outer:
            return
        sites = clause.index.sets["sites"]
        if unit.marker in ("ل", "من", "of") or (
            unit.marker in ("location", "in") and any(sites.holds(clause.word(here)) for here in plain)
        ):
            found.put("target", unit)
        return


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
    """Whether the phrase names persons by number or kind, no organ, and no object follows: قتل جندي, not قتل جندي شابا."""
    people = clause.index.sets["people"]
    if clause.tag(unit.end) == "" and unit.end < clause.end:
        return False
    head = range(unit.head, unit.end)
    return any(clause.word(at).isdigit() or people.holds(clause.word(at)) for at in head)


def _passive(clause: Clause, at: int) -> bool:
    """Whether a form of "be" stands right before an English participle."""
    near = range(max(clause.first, at - 3), at)
    return any(clause.word(here) in ("was", "were", "been", "being", "be", "is", "are") for here in near)


def _participle(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """متهما إيران بـ…: the subject is that of the sentence's main verb."""
    subjects = [unit for unit in units if unit.end <= at and _bare(unit)]
    edge = clause.right_edge(at)
    right = _between(units, at + 1, edge)
    stop = _inner_noun(clause, at + 1, edge, event)
    if subjects:
        found.put(_role(event, "source"), subjects[0])
        found.confidence = 0.65
    bare = [unit for unit in right if _bare(unit) and unit.head <= stop]
    if bare and event.object == "target" and _follows(clause, at + 1, bare[0].head):
        found.put("target", bare[0])
    _prepositions(clause, event, found, [unit for unit in right if not _bare(unit)])


def _noun(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots, english: bool
) -> None:
    first = at + reading.length
    edge = _noun_edge(clause, first)
    carrier = _relative_carrier(clause, first)
    right = _between(units, first, edge)
    own = [unit for unit in right if _bare(unit) and unit.head <= first and not reading.pronoun]
    if own and not english:
        unit = own[0]
        if event.kind == "mutual":
            found.put("party", unit)
        elif event.genitive == "target" and not (unit.how == "demonym" and unit.definite and unit.first == first and reading.article):
            found.put("target", unit)
        elif reading.pos == "noun":
            found.put("source", unit)
            bare = [other for other in right[1:] if _bare(other) and other is not unit and not other.joined]
            if bare and event.object == "target" and event.data.get("content"):
                found.put("target", bare[0])
    elif english:
        _english_owner(clause, units, at, event, found)
    if carrier is not None:
        subject, _ = subject_of(clause, units, carrier[0], carrier[1], clause.right_edge(carrier[0]))
        after = _between(units, carrier[0] + 1, clause.right_edge(carrier[0]))
        if after and _bare(after[0]):
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
    if not found.source and not found.parties:
        _nominal_carrier(clause, units, at, event, found)
    _prepositions(clause, event, found, [unit for unit in right if not _bare(unit)])
    if event.data.get("somewhere") and found.source and not found.target:
        _struck(right, found)


def _struck(right: Sequence[Unit], found: Slots) -> None:
    """ضربة جوية في سوريا by another state: a state named as the place of the strike itself is who was struck."""
    for unit in right:
        if unit.marker in ("location", "in") and not unit.outer and unit.how == "name" and unit.ids != found.source:
            found.put("target", unit)
            found.confidence = 0.55
            return


def _nominal_carrier(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """فرض واشنطن عقوبات, إجراء إيران مناورات: the party between a carrier's verbal noun and the event's noun."""
    before = [unit for unit in units if unit.end <= at and at - unit.end <= 1]
    if before and before[-1].how != "place" and event.genitive != "target":
        if clause.index.sets["carrier_nouns"].holds(clause.word(before[-1].head - 1)):
            found.put(_role(event, "source"), before[-1])


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
        if clause.tag(here) not in ("", "rel", "verb", "quote"):
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
        if tag in ("stop", "sub", "rel", "other", "مع", "عن") or (tag == "noun" and not _status(clause, here)):
            return None
        if tag == "verb":
            carriers = [reading for reading in clause.readings[here] if reading.role == "carrier"]
            if not carriers or (clause.is_marker(at - 1) and carriers[0].name != "join"):
                return None
            return here, carriers[0]
    return None


def _status(clause: Clause, at: int) -> bool:
    return clause.word(at) in clause.index.status_nouns


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
