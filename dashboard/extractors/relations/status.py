"""Whether an event occurred, goes on, is announced, supposed, denied, suspended or cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from .attitudes import ATTITUDES, awaited, company, governor, ready, status_noun, stripped
from .clauses import PERHAPS, THAT, Clause
from .slots import Slots
from .vocabulary import Event, Reading

# How many tokens before a trigger tell its status.
_AHEAD = 4
# How far before a verb its condition may open: behind أو, and by itself.
_CONDITION, _NEAR = 20, 6
# What a carrier says of an event that was awaited, and is no more.
_UNDONE = {"suspended", "cancelled", "denied"}
# What is awaited, prepared, planned has not happened yet.
_AWAITED = {"CONSULT", "COOPERATE", "SUPPORT"}
# What is often no more than an aim.
_AIMS = {"COERCE"}


def status_of(clause: Clause, at: int, reading: Reading, event: Event, slots: Slots) -> str:
    """occurred, announced, ongoing, hypothetical, denied, suspended or cancelled, by the words around the trigger."""
    index = clause.index
    negations, future = index.sets["negations"], index.sets["future"]
    carrier_reading = None
    if slots.carrier is not None:
        carrier_reading = clause.readings[slots.carrier].carrier
    heads = [at] if slots.carrier is None or slots.carrier > at else [slots.carrier, at]
    for head in heads:
        before = _before(clause, head)
        feared = len(before) > 1 and reading.pos == "noun" and clause.word(before[0]) in ("من", "في", "علي")
        if feared and (status := _named_status(clause, before[1])) in ("hypothetical", "announced"):
            return status  # مخاوف من هجوم, رغبته في سحب القوات
        if before and clause.word(before[0]) in index.status_nouns:
            return index.status_nouns[clause.word(before[0])]
        if _unless(clause, head):
            return "hypothetical"
        near = before[: 1 if reading.pos == "noun" else 2]
        if any(clause.word(here) in negations.exact and clause.word_at(here + 1) not in THAT for here in near):
            denies = head == slots.carrier and carrier_reading is not None and carrier_reading.name == "deny"
            return "hypothetical" if denies else "denied"  # لا يستبعد استخدام القوة
        said = _planned(clause, before, reading.pos == "past")
        if said == "denied":
            return said
        if any(_hypothetical(clause, here, head, reading) for here in before[:3]):
            return "hypothetical"
        if not future.exact.isdisjoint(map(clause.word, before)):
            return "announced"
        if said:
            return said
    if reading.pos == "noun" and clause.tag(at - 1) == "إلى" and _striven(clause, at - 2):
        return "hypothetical"  # جهود للتوصل إلى اتفاق
    if clause.word_at(at - 1) in ("اي", "ايه"):
        return "hypothetical"  # سيرد على أي ضربة
    if _drafted(clause, at, reading) or (reading.pos != "noun" and protasis(clause, at)):
        return "hypothetical"
    if reading.pos == "noun" and ready(clause, at):
        return "announced"
    if event.type in _AIMS and _aimed(reading, at, slots):
        return "hypothetical"
    undone = carrier_reading is not None and index.carriers[carrier_reading.name] in _UNDONE
    if reading.pos == "noun" and event.type in _AWAITED and not undone and (waiting := awaited(clause, at, slots)):
        return waiting
    if slots.carrier is not None and slots.carrier > at and _future_before(clause, slots.carrier):
        return "announced"
    if carrier_reading is not None:
        said = index.carriers[carrier_reading.name]
        if carrier_reading.name == "declare" and event.data.get("declared"):
            return str(event.data["declared"])
        if carrier_reading.future and said in (None, "ongoing"):
            return "announced"
        if said is not None:
            return said
    if reading.future:
        return "announced"
    stem = stripped(clause.word(at - 1)) if at > clause.first else ""
    if stem in index.status_nouns:
        return index.status_nouns[stem]
    told = event.type == "ASSAULT" and reading.article and slots.carrier is not None and slots.carrier > at
    fact = told or (event.data.get("standing") and reading.article)
    fact = fact or (reading.pos != "noun" and (reading.conjunction or (slots.doer is not None and slots.doer.opens)))
    governing = status_noun(clause, at) or (None if fact else governor(clause, at, event))
    if governing:
        return governing
    around = clause.doc.words[max(clause.first, at - 3) : min(clause.end, at + 7)]
    if not index.sets["ongoing"].exact.isdisjoint(around):
        return "ongoing"
    if event.data.get("ongoing") or (event.data.get("standing") and slots.carrier is None and reading.pos == "noun"):
        return "ongoing"
    return "occurred"


def _striven(clause: Clause, at: int) -> bool:
    """Whether the word is a reaching that is only striven for: للتوصل, من أجل التوصل."""
    return clause.word_at(at) == "للتوصل" or (
        clause.word_at(at) == "التوصل" and clause.word_at(at - 1) in ("اجل", "بهدف", "سبيل", "بغيه", "يمكن", "محاوله")
    )


def _aimed(reading: Reading, at: int, slots: Slots) -> bool:
    """Whether it is only what something else is done for: بدأت القوات عملية للسيطرة على المدينة."""
    own = slots.doer is not None and slots.doer.head > at
    return reading.pos == "noun" and reading.clitic == "ل" and not reading.pronoun and not own


def _unless(clause: Clause, at: int) -> bool:
    """Whether the verb stands in a negative condition: ما لم تقبل, إن لم تنسحب."""
    return clause.word_at(at - 1) == "لم" and clause.word_at(at - 2) in ("ما", "ان", "اذا")


def protasis(clause: Clause, at: int) -> bool:
    """Whether the verb stands in a condition: إذا وجهت … صاروخا، أو قصفت …"""
    if any(reading.conjunction for reading in clause.readings.get(at, ())):
        return False
    joined = clause.word_at(at - 1) == "او"
    for here in range(at - 1, max(clause.first, at - (_CONDITION if joined else _NEAR)) - 1, -1):
        if clause.word(here).lstrip("وف") in ("اذا", "لو") and clause.tag(here + 1) != "sub":
            return True
        if clause.tag(here) in ("stop", "rel") and not joined:
            return False
        if clause.tag(here) == "comma" and clause.word(here + 1) != "او":
            return False
    return False


def _future_before(clause: Clause, at: int) -> bool:
    """Whether a word of the future stands right before a verb: من المقرر أن تعقد."""
    return not clause.index.sets["future"].exact.isdisjoint(clause.doc.words[max(clause.first, at - 3) : at])


def _before(clause: Clause, at: int) -> list[int]:
    """The tokens before the trigger within its clause, nearest first, at most four."""
    found = []
    for here in range(at - 1, max(clause.first, at - _AHEAD - 1) - 1, -1):
        if clause.tag(here) in ("stop", "rel", "comma"):
            break
        found.append(here)
        if clause.tag(here) == "sub":
            if clause.word(here) in THAT:  # من المقرر أن يلتقي
                found.extend(back for back in (here - 1, here - 2) if back >= clause.first)
            break
    return found


def _planned(clause: Clause, before: list[int], past: bool) -> str | None:
    """The status that a verb before «أن» gives the verb after it: قرر أن ينسحب, يحاول أن يقصف; not حذر من أن … حشدت."""
    openers = [here for here in before if clause.tag(here) == "sub" and clause.word(here) in THAT]
    if openers and _named_status(clause, openers[0] - 1) == "hypothetical":
        return "hypothetical"  # من إمكانية أن تغزو
    for here in _governing(clause, openers[0]) if openers else ():
        readings = clause.readings.get(here)
        if readings is not None and readings.carrier is not None:
            return clause.index.carriers[readings.carrier.name]
        for reading in readings or ():
            attitude = reading.role == "event" and clause.index.events[reading.name].type in ATTITUDES
            told = attitude and clause.index.events[reading.name].type == "THREATEN" and past
            if attitude and not told and company(clause, here, reading):
                return "hypothetical"
        if clause.tag(here) == "verb":
            return None
    return None


def _governing(clause: Clause, opener: int) -> Iterator[int]:
    """The tokens before «أن», nearest first; dates and names don't count: ونفت الخارجية … في يوليو/تموز أن."""
    left, here = _AHEAD + 1, opener
    while here > clause.first and left:
        here -= 1
        timed = clause.tag(here + 1) == "time" or clause.tag(here - 1) == "time"
        if clause.tag(here) in ("stop", "rel") or (clause.tag(here) in ("other", "comma") and not timed):
            return  # بعد أن هددت
        left -= not (here in clause.named or clause.tag(here) == "time" or clause.tag(here + 1) == "time")
        yield here


def _hypothetical(clause: Clause, here: int, at: int, reading: Reading) -> bool:
    word = clause.word(here)
    if word in PERHAPS:  # قد قصف happened, قد يقصف may
        return reading.pos == "present" or (
            reading.pos == "noun" and any(one.pos == "present" for one in clause.readings.get(at, ()))
        )
    return word in clause.index.sets["hypothetical"].exact


def _named_status(clause: Clause, at: int) -> str | None:
    word = clause.word(at)
    return clause.index.status_nouns.get(word) or clause.index.status_nouns.get(stripped(word))


def _drafted(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether a present verb only tells what a draft says: مشروع قرار يدين …"""
    if reading.pos != "present" or reading.conjunction:
        return False
    for here in range(at - 1, max(clause.first, at - 7) - 1, -1):
        if clause.tag(here) not in ("", "comma", "quote"):
            return False
        if clause.word(here).removeprefix("ب") in ("مشروع", "مسوده"):
            return True
    return False
