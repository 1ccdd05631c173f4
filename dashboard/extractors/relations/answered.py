"""Stances: towards what the sentence has just told (كما أدانته السعودية, وهو قرار رفضته لندن), towards what somebody
does (رفضت أي خطوة من جانب إثيوبيا)."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .subjects import main_subject
from .told import Told

_STANCES = {"REJECT", "SUPPORT", "ACCUSE", "PROTEST"}
# What stands right after a verb for what it is about.
_ABOUT = {"به", "بها", "عليه", "عليها", "منه", "منها"}
# What ends the phrase that a stance is about.
_PARTING = {"comma", "stop", "sub", "rel"}
# How long a word is that a clitic may stand before.
_LONG = 4
_ITSELF = {"وهو", "وهي"}


def answered(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """Fill the open targets of stances, in place: who does what they are about."""
    for number, one in enumerate(told):
        slots, at = one.slots, one.at
        if one.event.type not in _STANCES or one.reading.pos == "noun" or not slots.source or slots.target:
            continue
        asking = next((two.slots for two in reversed(told[:number]) if two.event.type == "REQUEST"), None)
        if asking is not None and one.event.type == "REJECT" and _turns_down(clause, one):
            who = [name for name in asking.source if name not in slots.source]
            if len(who) == 1 and (not asking.target or asking.target == slots.source):
                slots.target, slots.confidence = who, 0.6  # طلبت واشنطن عقد لقاء، لكن بكين رفضت
                continue
        if (doer := _doer_behind(clause, one, units)) is not None:
            slots.target, slots.confidence = list(doer.ids), 0.65
            slots.cover(doer)
            continue
        after = at + one.reading.length
        if not (one.reading.pronoun or clause.word_at(after) in _ABOUT) or slots.doer is None or slots.doer.first < at:
            continue
        same = next((two for two in reversed(told[:number]) if two.event.type == one.event.type), None)
        if (owner := _owner_of_it(clause, at, units)) is not None:
            target = list(owner.ids)
        elif clause.word_at(at - 1) == "كما" and same is not None:
            target = list(same.slots.target)
        elif takes_up(clause, at):
            main = main_subject(clause, [unit for unit in units if unit.end < at])
            target = list(main[0].ids) if main is not None and main[0].end < at else []
        else:
            continue
        if target and not set(target) & set(slots.source):
            slots.target, slots.confidence = target, 0.6


def _turns_down(clause: Clause, one: Told) -> bool:
    """Whether nothing but the request itself follows what refuses."""
    at = max(one.at + one.reading.length, one.slots.end)
    return clause.tag(at) in ("stop", "comma", "time") or clause.word_at(at) in ("ذلك", "الطلب", "طلبها", "طلبه")


def _doer_behind(clause: Clause, one: Told, units: Sequence[Unit]) -> Unit | None:
    """رفضت الخرطوم أي خطوة أحادية من جانب إثيوبيا: who does what the stance is about."""
    doer = one.slots.doer
    first = max(one.at + one.reading.length, doer.end if doer is not None else 0)
    offers = clause.index.sets["offers"]
    for unit in units:
        offered = unit.marker == "من" and offers.holds(clause.word_at(unit.head - 2)) and unit.head - 2 >= first
        if offered and unit.head - first <= 3 and not set(unit.ids) & set(one.slots.source):
            return unit  # رفضت بيونغ يانغ عرضا من سيول
        if unit.marker == "agent" and unit.head - first > 1 and not set(unit.ids) & set(one.slots.source):
            between = range(first, unit.head)
            parted = any(clause.tag(at) in _PARTING and clause.word(at) != "ما" for at in between)  # ما سمته انتهاكا
            return None if parted else unit
    return None


def _owner_of_it(clause: Clause, at: int, units: Sequence[Unit]) -> Unit | None:
    """بدأ العمل بقواعد صينية جديدة، وهي قواعد رفضتها مانيلا: whose the thing is that the statement names once more."""
    thing = clause.word_at(at - 1)
    if clause.word_at(at - 2) not in _ITSELF or len(thing) < _LONG:
        return None
    before = [unit for unit in units if unit.end < at - 2 and unit.how == "demonym"]
    return next((unit for unit in reversed(before) if clause.word(unit.head).endswith(thing)), None)


def takes_up(clause: Clause, at: int) -> bool:
    """Whether the words before a verb make the whole statement its object: وهو ما رفضته …, وهو اتهام سبق أن نفته …"""
    if clause.word_at(at - 1) == "ان" and clause.word_at(at - 2) == "سبق":
        at -= 2
    before, further = clause.word_at(at - 1), clause.word_at(at - 2)
    if before == "ما":
        return further in _ITSELF or clause.tag(at - 2) == "comma"
    if clause.tag(at - 1) == "rel":
        return further == "الامر"
    return before in clause.index.sets["matters"].exact and further in (*_ITSELF, "في")
