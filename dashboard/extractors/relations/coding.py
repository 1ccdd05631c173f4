"""From a trigger and its parties to PLOVER: status, type, mode, contexts, sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .clauses import Clause
from .slots import Slots
from .vocabulary import Event, Index, Reading

# A condition turns these into a threat.
_HARSH = {"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "THREATEN"}
# What follows these is asked for, threatened or refused, and has not happened.
_ATTITUDES = ("REQUEST", "THREATEN", "REJECT")
_AHEAD = 4
# How far before a verb its condition may open.
_CONDITION = 20
_NEAR = 6
# What is awaited, prepared, planned has not happened yet.
_UNDONE = {"suspended", "cancelled", "denied"}
_AWAITED = {"CONSULT", "COOPERATE", "SUPPORT"}
# What opens the content of a plan, a denial, a hope.
_CONTENT = {"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها"}


def status_of(clause: Clause, at: int, reading: Reading, event: Event, slots: Slots) -> str:
    """occurred, announced, ongoing, hypothetical, denied, suspended or cancelled, by the words around the trigger."""
    index = clause.index
    negations, future = index.sets["negations"], index.sets["future"]
    carrier_reading = None
    if slots.carrier is not None:
        carrier_reading = next((r for r in clause.readings[slots.carrier] if r.role == "carrier"), None)
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
        if any(clause.word(here) in negations.exact for here in before[: 1 if reading.pos == "noun" else 2]):
            return "denied"
        said = _planned(clause, before)
        if said == "denied":
            return said
        if any(_hypothetical(clause, here, head, reading) for here in before[:3]):
            return "hypothetical"
        if any(clause.word(here) in future.exact for here in before):
            return "announced"
        if said:
            return said
    if clause.word_at(at - 1) in ("اي", "ايه"):
        return "hypothetical"  # سيرد على أي ضربة
    if _drafted(clause, at, reading) or (reading.pos != "noun" and protasis(clause, at)):
        return "hypothetical"
    if reading.pos == "noun" and _ready(clause, at):
        return "announced"
    undone = carrier_reading is not None and index.carriers[carrier_reading.name] in _UNDONE
    if reading.pos == "noun" and event.type in _AWAITED and not undone and (awaited := _awaited(clause, at, slots)):
        return awaited
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
    stem = _stripped(clause.word(at - 1)) if at > clause.first else ""
    if stem in index.status_nouns:
        return index.status_nouns[stem]
    told = event.type == "ASSAULT" and reading.article and slots.carrier is not None and slots.carrier > at
    fact = told or (event.data.get("standing") and reading.article)
    fact = fact or (reading.pos != "noun" and reading.conjunction)
    governor = _status_noun(clause, at) or (None if fact else _governor(clause, at, event))
    if governor:
        return governor
    around = range(max(clause.first, at - 3), min(clause.end, at + 7))
    if any(clause.word(here) in index.sets["ongoing"].exact for here in around):
        return "ongoing"
    if event.data.get("ongoing") or (event.data.get("standing") and slots.carrier is None and reading.pos == "noun"):
        return "ongoing"
    return "occurred"


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


def _awaited(clause: Clause, at: int, slots: Slots) -> str | None:
    """The status that a word of waiting with the noun gives: القمة المرتقبة, محادثات محتملة, الاستعدادات للقاء."""
    sets = clause.index.sets
    for here in range(at + 1, min(clause.end, max(at, slots.end - 1) + 3)):
        if clause.tag(here) in ("stop", "comma", "sub", "rel", "verb"):
            break
        if clause.tag(here) == "time":
            continue
        if sets["awaited"].holds(clause.word(here)):
            return "announced"
        if sets["possible"].holds(clause.word(here)):
            return "hypothetical"
    near = (at - 1, at - 2) if slots.carrier is None or slots.carrier < at else ()
    if any(sets["preparing"].holds(clause.word_at(here)) and clause.tag(here) in ("", "other") for here in near):
        return "announced"
    return None


def _ready(clause: Clause, at: int) -> bool:
    """Whether somebody is only ready or resolved to do it: استعداد الجيش لشن هجوم, مستعدة لإجراء محادثات."""
    carriers = clause.index.sets["carrier_nouns"]
    here = at
    while here > clause.first and carriers.holds(clause.word(here - 1)):
        here -= 1
    if clause.word(here)[:1] != "ل":
        return False
    for back in range(here - 1, max(clause.first, here - _NEAR - 1) - 1, -1):
        word = _stripped(clause.word(back))
        owned = next((word[: -len(one)] for one in ("هما", "ها", "هم", "ه") if word.endswith(one)), word)
        if "announced" in (clause.index.status_nouns.get(word), clause.index.status_nouns.get(owned)):
            return True
        if clause.tag(back) not in ("", "quote", "time"):
            return False
    return False


def _future_before(clause: Clause, at: int) -> bool:
    """Whether a word of the future stands right before a verb: من المقرر أن تعقد."""
    near = range(max(clause.first, at - 3), at)
    return any(clause.word(here) in clause.index.sets["future"].exact for here in near)


def _before(clause: Clause, at: int) -> list[int]:
    """The tokens before the trigger within its clause, nearest first, at most four."""
    found = []
    for here in range(at - 1, max(clause.first, at - _AHEAD - 1) - 1, -1):
        if clause.tag(here) in ("stop", "rel", "comma"):
            break
        found.append(here)
        if clause.tag(here) == "sub":
            if clause.word(here) in _CONTENT:  # من المقرر أن يلتقي
                found.extend(back for back in (here - 1, here - 2) if back >= clause.first)
            break
    return found


def _planned(clause: Clause, before: list[int]) -> str | None:
    """The status that a verb before «أن» gives the verb after it: قرر أن ينسحب, يحاول أن يقصف."""
    openers = [here for here in before if clause.tag(here) == "sub" and clause.word(here) in _CONTENT]
    for here in range(openers[0] - 1, max(clause.first, openers[0] - 5) - 1, -1) if openers else ():
        readings = clause.readings.get(here, ())
        if carried := next((one for one in readings if one.role == "carrier"), None):
            return clause.index.carriers[carried.name]
        for reading in readings:
            attitude = reading.role == "event" and clause.index.events[reading.name].type in _ATTITUDES
            if attitude and _company(clause, here, reading):
                return "hypothetical"
        if clause.tag(here) == "verb":
            return None
    return None


def _hypothetical(clause: Clause, here: int, at: int, reading: Reading) -> bool:
    word = clause.word(here)
    if word == "قد":  # قد قصف happened, قد يقصف may
        return any(one.pos == "present" for one in clause.readings.get(at, ()))
    return word in clause.index.sets["hypothetical"].exact


def _named_status(clause: Clause, at: int) -> str | None:
    word = clause.word(at)
    return clause.index.status_nouns.get(word) or clause.index.status_nouns.get(_stripped(word))


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


def _stripped(word: str) -> str:
    for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word


def _governor(clause: Clause, at: int, event: Event) -> str | None:
    """The status that a verb of denial, demand or threat before an event's noun gives it."""
    here, last = at, max(clause.first, at - 8)
    while here > last:
        here -= 1
        tag = clause.tag(here)
        if tag == "comma" and (opening := clause.opening(here)) is not None:
            here, last = opening, max(clause.first, opening - 8)  # حذر … الرئيس، الأحد، من سحب القوات
            continue
        if tag in ("stop", "sub", "rel", "comma") or clause.word(here) in clause.index.sets["facts"].exact:
            return None
        joins = event.data.get("organisations")
        if tag in ("noun", "verb") and not joins and clause.index.sets["welcomes"].holds(clause.word(here)):
            return None  # what is welcomed has happened
        if tag == "noun" and any(_contains(clause, reading) for reading in clause.readings[here]):
            return "hypothetical"  # support for a membership is no membership
        if tag == "noun":
            return None
        if tag == "verb":
            readings = clause.readings[here]
            if carried := next((one for one in readings if one.role == "carrier"), None):
                return clause.index.carriers[carried.name]
            return "hypothetical" if any(_contains(clause, one) for one in readings) else None
    return None


def _status_noun(clause: Clause, at: int) -> str | None:
    """The status of a noun whose genitive stands before the event: إلغاء الرئيس زيارته."""
    if clause.tag(at) != "noun":
        return None
    for here in range(at - 1, max(clause.first, at - 9) - 1, -1):
        word = clause.word(here)
        status = clause.index.status_nouns.get(word) or clause.index.status_nouns.get(_stripped(word))
        if status in ("cancelled", "suspended"):
            return status
        if clause.tag(here) not in ("", "quote", "time", "comma"):
            return None
    return None


def _contains(clause: Clause, reading: Reading) -> bool:
    """Whether the word tells an attitude to what follows, not that it happened."""
    if reading.role != "event":
        return False
    event = clause.index.events[reading.name]
    return (event.type in _ATTITUDES or event.id == "support") and event.with_ is None


def _company(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether the words are there that the reading asks for."""
    wanted = clause.index.events[reading.name].with_
    return wanted is None or any(wanted.holds(clause.word(here)) for here in range(at + 1, min(clause.end, at + 6)))


def conditional(clause: Clause) -> bool:
    """Whether the sentence sets a condition (ما لم, شريطة)."""
    words, conditions = clause.doc.words, clause.index.conditions
    if conditions.keys().isdisjoint(words[clause.first : clause.end]):
        return False
    for here in range(clause.first, clause.end):
        for rest in conditions.get(words[here], ()):
            if tuple(words[here + 1 : here + 1 + len(rest)]) == rest:
                return True
    return False


def code(
    index: Index, kind: str, mode: str | None, status: str, condition: bool
) -> tuple[str, str | None, str, str | None]:
    """(type, mode, status, announces) as PLOVER has it for an event of a type with a status."""
    return code_of(index.types, kind, mode, status, condition)


def code_of(
    types: Mapping[str, Mapping[str, Any]], kind: str, mode: str | None, status: str, condition: bool
) -> tuple[str, str | None, str, str | None]:
    """The same with PLOVER's types given."""
    announces = None
    if condition and kind in _HARSH and status in ("announced", "hypothetical"):
        return "THREATEN", "violence" if kind == "ASSAULT" else None, "hypothetical", None
    if condition and (status == "announced" or (kind == "THREATEN" and status == "occurred")):
        status = "hypothetical"
    if status == "announced":
        future = types[kind].get("future")
        if future:
            announces, kind, mode = kind, future, None
        elif kind == "ASSAULT":
            kind, mode = "THREATEN", "violence"
    return kind, mode, status, announces


def contexts(clause: Clause, event: Event, first: int, end: int) -> tuple[str, ...]:
    """The event's own contexts and those that the words of its span and just after give."""
    found = list(event.context)
    for word in clause.doc.words[max(clause.first, first) : min(clause.end, end + 4)]:
        found.extend(name for name in clause.index.contexts_of(word) if name not in found)
    return tuple(found)
