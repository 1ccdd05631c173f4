"""What one accuses another of, and what a promise or an agreement is about: events that another verb hands over."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .objects import own_people
from .phrases import Unit
from .status import status_of
from .threats import asked, conditioned, denied, threatened, warned
from .told import Told

# What is charged with is no more than this far from the charge.
_NEAR = 12
# What is threatened with stands right after the threat and who threatens.
_THREAT = 4
# Whose content is to come, and the events that may be it.
_PROMISES = {"agreement", "approve", "promise", "consent", "commit", "readiness", "offer"}
_PROMISED = {"AID", "COOPERATE", "RETREAT", "SUPPORT"}
# Events of threatening whose complement tells what with.
_VOWS = {"threaten", "vow-harm", "wave-threat"}
# Events of two that are agreed on for a day to come.
_PLANNED = {"drill", "summit", "meeting", "talks", "joint-patrol", "visit"}
# What leads from involvement to the deed.
_TO_DEED = {"وراء", "خلف", "عن", "في", "علي", "ل"}
_CHARGED = {"ASSAULT", "SUPPORT", "AID", "COERCE", "MOBILIZE"}


def hand_over(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """Give the events that a charge or a promise of the sentence tells their doer and their status, in place."""
    for number, one in enumerate(told):
        if one.event.id == "accuse" and one.slots.target and not _open(clause, one):
            _charge(clause, one, told[number + 1 :])
        elif one.event.type == "THREATEN" and one.event.id != "warn" and one.slots.source and not one.slots.target:
            _threat(clause, one, told[number + 1 :])
            if not one.slots.target and one.event.id in _VOWS:
                threatened(clause, one, units)
            if not one.slots.target and one.event.id in _VOWS:
                conditioned(clause, one, units)
        elif one.event.id == "warn" and one.slots.source and not one.slots.target:
            warned(clause, one, units)
        elif one.event.data.get("next"):
            continue  # اقترحت أنقرة إخراج المقاتلين من منبج: of whom is told right behind or not at all
        elif one.event.type == "REQUEST" and one.slots.source and not one.slots.target:
            asked(clause, one, [unit for unit in units if not own_people(clause, one.at, unit.head)])
            if not one.slots.target:
                denied(clause, one, units)
        elif one.event.id in _PROMISES:
            _promise(clause, one, told[number + 1 :])
            if one.event.id in ("approve", "promise", "commit") and one.slots.source and not one.slots.target:
                _pledged(clause, one, units)


def _open(clause: Clause, one: Told) -> bool:
    """Whether it is left open if anybody accuses at all."""
    return status_of(clause, one.at, one.reading, one.event, one.slots) in ("hypothetical", "denied")


def _charge(clause: Clause, one: Told, later: Sequence[Told]) -> None:
    """اتهمت كييف موسكو بقصف …: that Moscow shelled is claimed."""
    for other in later:
        if other.at - one.slots.end > _NEAR or not _within(clause, one.at, other.at):
            return
        if other.event.type not in _CHARGED or other.event.kind != "directed":
            continue
        linked = any(reading.clitic == "ب" for reading in clause.readings.get(other.at, ())) or _by(clause, other.at)
        if other.reading.pos != "noun" or not linked:
            return
        slots = other.slots
        if slots.source and not slots.target and slots.doer is not None and slots.doer.first > other.at:
            slots.source, slots.target = [], slots.source  # بدعم الحوثيين: who is supported
        if slots.source:
            return
        target = [who for who in other.slots.target if who not in one.slots.target]
        if not target and other.event.type == "ASSAULT" and _theirs(clause, other.at):
            target = [who for who in one.slots.source if who not in one.slots.target]
        if target or other.event.type == "ASSAULT":
            other.slots.source, other.slots.target = list(one.slots.target), target
            other.slots.first, other.slots.status = min(other.slots.first, one.at), "claimed"
            other.slots.confidence = 0.65
        return


def _theirs(clause: Clause, at: int) -> bool:
    """Whether what was attacked is the accuser's: بقصف موقع له, بقصف مواقع قواته."""
    near = [clause.word(here) for here in range(at + 1, min(clause.end, at + 4))]
    return any(word in ("له", "لها", "لهم") or clause.index.is_owned_force(word) for word in near)


def _threat(clause: Clause, one: Told, later: Sequence[Told]) -> None:
    """هدد ترامب بقصف سوريا: who would suffer what is threatened is the target, and nothing else is told."""
    for other in later:
        if other.at - max(one.at, one.slots.end) > _THREAT or not _within(clause, one.at, other.at):
            return
        by = any(reading.clitic == "ب" for reading in clause.readings.get(other.at, ())) or _led(clause, other.at)
        if other.reading.pos != "noun" or other.event.kind != "directed" or not by:
            return
        slots = other.slots
        own = slots.doer is not None and slots.doer.first > other.at
        target = slots.target or (slots.source if own else [])
        if target and not set(target) & set(one.slots.source):
            one.slots.target, one.slots.end = list(target), max(one.slots.end, slots.end)
            slots.source, slots.target, slots.parties = [], [], []
        return


def _led(clause: Clause, at: int) -> bool:
    """Whether a word with ب stands before the noun, as a verbal noun of it or a negation: بشن, بفرض, بعدم تمديد."""
    sets = clause.index.sets
    for here in range(at - 1, at - 4, -1):
        word = clause.word_at(here)
        if word[:1] == "ب" and (sets["carrier_nouns"].holds(word) or word in sets["deeds"].exact or word == "بعدم"):
            return True
    return False


def _by(clause: Clause, at: int) -> bool:
    """Whether a word with ب brings the noun in: بشن هجوم, بارتكاب …, بالوقوف وراء هجوم, بالضلوع في …"""
    sets, before = clause.index.sets, at - 1
    if clause.word_at(before) in sets["deeds"].exact:
        return True
    if sets["carrier_nouns"].holds(clause.word_at(before)):  # بالمسؤولية عن تنفيذ هجوم
        before -= 1
    word = clause.word_at(before - 1)
    return clause.word_at(before) in _TO_DEED and word[:1] == "ب" and sets["involved"].holds(word[1:])


def _promise(clause: Clause, one: Told, later: Sequence[Told]) -> None:
    """اتفقت الرياض وأبوظبي على تقديم مساعدات للأردن: the promised is announced, of all who promise."""
    doers = one.slots.source or one.slots.parties
    for other in later:
        if other.at - max(one.slots.end, one.at) > _NEAR or not _within(clause, one.at, other.at):
            return
        if _planned(clause, one, other, doers):
            other.slots.parties, other.slots.status = list(doers), "announced"
            other.slots.confidence = 0.7
            return
        if other.reading.pos == "noun" and other.event.type in _PROMISED and other.event.kind == "directed":
            slots = other.slots
            given = slots.doer is not None and slots.doer.first > other.at and not set(slots.source) & set(doers)
            by = other.reading.clitic == "ب" or _by(clause, other.at)
            if given and slots.source and not slots.target and by:
                slots.source, slots.target = [], slots.source  # تعهد … بدعم قوات …: who is supported
            if doers and other.slots.source in ([], doers) and other.slots.target:
                other.slots.source = [who for who in doers if who not in other.slots.target]
                other.slots.first, other.slots.status = min(other.slots.first, one.at), "announced"
                other.slots.confidence = 0.65
                if one.event.kind == "directed":  # the promise is what it promises, told once
                    one.slots.source, one.slots.target, one.slots.parties = [], [], []
            return


def _planned(clause: Clause, one: Told, other: Told, doers: Sequence[str]) -> bool:
    """Whether two agree on something that they will do together: اتفقت الرياض وطهران على عقد قمة الشهر المقبل."""
    free = not (other.slots.source or other.slots.parties or other.slots.target or other.reading.article)
    known = other.reading.pos == "noun" and other.event.id in _PLANNED and one.event.id == "agreement"
    first = other.at - (1 + clause.index.sets["carrier_nouns"].holds(clause.word_at(other.at - 1)))
    return known and free and len(doers) > 1 and clause.tag(first) == "على"


def _pledged(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """تعهدت السعودية وقطر في 27 أبريل بسداد متأخرات سوريا: for whose good it is."""
    for unit in units:
        if unit.first <= one.at or not clause.word(unit.head).startswith("ب") or unit.marker not in ("ب", ""):
            continue
        good = unit.head < unit.first and clause.index.sets["pledged"].holds(clause.word(unit.head))
        if good and _within(clause, one.at, unit.head) and not set(unit.ids) & set(one.slots.source):
            one.slots.put("target", unit)
            one.slots.confidence = 0.65
        return


def _within(clause: Clause, first: int, last: int) -> bool:
    """Whether nothing opens another clause between."""
    return not any(clause.tag(here) in ("stop", "rel", "sub", "verb") for here in range(first + 1, last))
