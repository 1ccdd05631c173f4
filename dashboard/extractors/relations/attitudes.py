"""What others' attitudes make of an event: governed, awaited, prepared, only one's readiness."""

from __future__ import annotations

from .clauses import Clause
from .slots import Slots
from .vocabulary import Event, Reading

# How far before a noun the one may stand who is ready for it.
_NEAR = 6

# What follows these is asked for, threatened or refused, and has not happened.
ATTITUDES = ("REQUEST", "THREATEN", "REJECT")
# The same of who is to join: what is agreed to or supported is still to come.
_ON_JOINING = (*ATTITUDES, "AGREE", "SUPPORT")


def awaited(clause: Clause, at: int, slots: Slots) -> str | None:
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


def ready(clause: Clause, at: int) -> bool:
    """Whether somebody is only ready or resolved to do it: استعداد الجيش لشن هجوم, مستعدة لإجراء محادثات."""
    carriers = clause.index.sets["carrier_nouns"]
    here = at
    while here > clause.first and carriers.holds(clause.word(here - 1)):
        here -= 1
    if clause.word(here)[:1] != "ل":
        return False
    for back in range(here - 1, max(clause.first, here - _NEAR - 1) - 1, -1):
        word = stripped(clause.word(back))
        owned = next((word[: -len(one)] for one in ("هما", "ها", "هم", "ه") if word.endswith(one)), word)
        if "announced" in (clause.index.status_nouns.get(word), clause.index.status_nouns.get(owned)):
            return True
        if clause.tag(back) not in ("", "quote", "time"):
            return False
    return False


def stripped(word: str) -> str:
    for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word


def governor(clause: Clause, at: int, event: Event) -> str | None:
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
            if readings.carrier is not None:
                return clause.index.carriers[readings.carrier.name]
            stances = [clause.index.events[one.name].type for one in readings if one.role == "event"] if joins else ()
            if any(one in _ON_JOINING for one in stances):
                return "hypothetical"  # عرقلت أنقرة انضمام السويد, وافق البرلمان على انضمامها
            return "hypothetical" if any(_contains(clause, one) for one in readings) else None
    return None


def status_noun(clause: Clause, at: int) -> str | None:
    """The status of a noun whose genitive stands before the event: إلغاء الرئيس زيارته."""
    if clause.tag(at) != "noun":
        return None
    for here in range(at - 1, max(clause.first, at - 9) - 1, -1):
        word = clause.word(here)
        status = clause.index.status_nouns.get(word) or clause.index.status_nouns.get(stripped(word))
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
    return (event.type in ATTITUDES or event.id == "support") and event.with_ is None


def company(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether the words are there that the reading asks for."""
    wanted = clause.index.events[reading.name].with_
    return wanted is None or any(wanted.holds(clause.word(here)) for here in range(at + 1, min(clause.end, at + 6)))
