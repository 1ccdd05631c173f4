"""Deeds told beside another of the same parties: why it was done, what else was done, who brought both together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .clauses import Clause
from .owners import is_feminine
from .parties import traveller
from .phrases import Unit
from .slots import Slots, is_bare
from .status import status_of
from .told import Told
from .vocabulary import Reading

# How far before what follows from it a deed may stand.
_REACH = 25
# Events of two sides that somebody may bring about, and who does.
_BROKERED = {"CONSULT", "AGREE", "RETREAT", "COOPERATE", "SUPPORT"}
_BROKER = "mediate"
_TELLING = {"inform", "tell", "message-to"}
_STANCES = {"AGREE", "REJECT", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN"}
_HOSTILE = {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN"}
# Deeds that are answered whoever suffered them: ردا على استخدام النظام السوري أسلحة كيميائية.
_ON_ANYBODY = {"use-force", "kill"}
_ITSELF = {"اياها", "اياه", "اياهم"}
# What a state does for a reason is no demonstration: سحبت سفيرها احتجاجا على …
_INDIGNANT = {"احتجاجا", "تنديدا"}


def reasons(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """Fill, in place, the open ends of deeds that another deed of the sentence explains or goes with."""
    for number, one in enumerate(told):
        slots, reading = one.slots, one.reading
        if reading.pos == "participle":
            _itself(clause, one, told[:number])
        if reading.pos != "noun" or one.event.kind != "directed":
            continue
        if one.event.id == "protest" and clause.word(one.at) in _INDIGNANT and _of_state(clause, one):
            one.event, one.reading = clause.index.events["condemn"], replace(reading, pos="participle")
        last = _before(clause, told[:number], one)
        if last is None:
            continue
        if slots.source:
            told_whom = slots.target or one.event.id in _ON_ANYBODY
            if not told_whom and _reply(clause, one.at) and one.event.type in _HOSTILE and _others(one, last):
                slots.target, slots.confidence = list(last.slots.source), 0.6
        elif reading.pronoun and _told_to(clause, last, one):
            slots.source, slots.status = list(last.slots.source), "occurred"
            slots.target, slots.confidence = slots.target or list(last.slots.target), 0.65
        elif reading.pronoun and reading.conjunction and one.event.genitive == "target" and not slots.target:
            if one.at - last.slots.end <= 1 and one.event.object == "target" and last.reading.pos == "noun":
                slots.source, slots.target = list(last.slots.source), list(last.slots.target)
                slots.confidence = 0.65
        elif reading.pronoun and _reason(clause, one, last):
            _own(clause, one, last, units)


def _before(clause: Clause, told: Sequence[Told], one: Told) -> Told | None:
    """The last deed before in the same statement whose both ends are known."""
    last = next((two for two in reversed(told) if two.slots.source and two.slots.target), None)
    if last is None or one.at - max(last.at, last.slots.end) > _REACH or one.at < last.slots.end:
        return None
    parted = any(clause.tag(here) in ("stop", "sub", "rel") for here in range(last.slots.end, one.at))
    return None if parted else last


def _itself(clause: Clause, one: Told, told: Sequence[Told]) -> None:
    """قطعت مصر علاقاتها مع قطر متهمة إياها: whom the verb's deed was done to."""
    slots = one.slots
    if slots.target or not slots.source or clause.word_at(one.at + 1) not in _ITSELF:
        return
    last = next((two for two in reversed(told) if two.slots.source == slots.source and two.slots.target), None)
    hit = last.slots.hit if last is not None else None
    agrees = hit is not None and is_feminine(clause, hit) == clause.word(one.at + 1).endswith("ها")
    if last is not None and agrees and one.at - last.at <= _REACH:
        slots.target, slots.end, slots.confidence = list(last.slots.target), one.at + 2, 0.65


def _of_state(clause: Clause, one: Told) -> bool:
    """Whether a state or its office does the deed before whose reason it is: no crowd."""
    doer = one.slots.doer
    return doer is not None and doer.end <= one.at and traveller(clause, doer)


def _reply(clause: Clause, at: int) -> bool:
    """ردا على, انتقاما من."""
    here = at - 1
    while clause.index.sets["carrier_nouns"].holds(clause.word_at(here)):
        here -= 1
    return clause.word_at(here - 1).lstrip("و") in ("ردا", "انتقاما") or clause.word_at(here).lstrip("و") in ("ردا",)


def _others(one: Told, last: Told) -> bool:
    """Whether it is a deed of another than who answers it."""
    return set(one.slots.source).isdisjoint(last.slots.source) and len(last.slots.source) == 1


def _told_to(clause: Clause, last: Told, one: Told) -> bool:
    """أبلغت طهران الدوحة استعدادها لـ: an attitude that one is told of is towards him."""
    near = one.at - last.slots.end <= 2
    return last.event.id in _TELLING and last.reading.pos != "noun" and one.event.type in _STANCES and near


def _reason(clause: Clause, one: Told, last: Told) -> bool:
    """Whether the noun says why: بسبب غزوها, على خلفية دعمها, ردا على قصفها, لدعمها, شكرت … على دعمها."""
    reasons = clause.index.sets["reasons"].exact
    before, further = clause.word_at(one.at - 1).lstrip("و"), clause.word_at(one.at - 2).lstrip("و")
    thanked = last.event.type in ("SUPPORT", "SANCTION", "ACCUSE") and last.reading.pos != "noun"
    praised = thanked and clause.tag(one.at - 1) == "على" and further not in reasons and one.at - last.slots.end <= 1
    led = one.reading.clitic == "ل" and one.at - last.slots.end <= 3
    return before in reasons or (clause.is_marker(one.at - 1) and further in reasons) or led or praised


def _own(clause: Clause, one: Told, last: Told, units: Sequence[Unit]) -> None:
    """Who suffers the deed before has done what explains it, where the pronoun agrees with him."""
    hit, slots = last.slots.hit, one.slots
    if hit is None or clause.word(one.at).endswith("ها") != is_feminine(clause, hit) or len(last.slots.target) != 1:
        return
    first = one.at + one.reading.length
    if not slots.target and one.event.object == "target":
        after = next((unit for unit in units if unit.head == first and is_bare(unit)), None)
        if after is not None:
            slots.put("target", after)
    if slots.target and set(slots.target).isdisjoint(last.slots.target):
        slots.source, slots.status, slots.confidence = list(last.slots.target), "occurred", 0.65


def brokered(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> list[Told]:
    """محادثات بين روسيا وأوكرانيا بوساطة تركية: who brings two together mediates between them."""
    found = []
    brokering = clause.index.sets["brokering"].exact
    for at in clause.where(brokering.__contains__):
        broker = next((one for one in units if one.marker == "other" and one.head == at + 1), None)
        pairs = [two for two in told if two.event.kind == "mutual" and two.event.type in _BROKERED and two.at < at]
        last = pairs[-1] if pairs else None
        if broker is None or last is None or at - max(last.at, last.slots.end) > _REACH // 2:
            continue
        parties = [who for who in dict.fromkeys([*last.slots.source, *last.slots.parties]) if who not in broker.ids]
        if len(parties) < 2 or any(clause.tag(here) == "stop" for here in range(last.at, at)):
            continue
        status = last.slots.status or status_of(clause, last.at, last.reading, last.event, last.slots)
        slots = Slots(first=at, end=at + 1, confidence=0.65, status=status)
        slots.put("source", broker)
        slots.target = parties
        reading = Reading("event", _BROKER, "noun")
        found.append(replace(last, at=at, reading=reading, event=clause.index.events[_BROKER], slots=slots))
    return found
