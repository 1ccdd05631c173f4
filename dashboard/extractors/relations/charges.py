"""What one accuses another of, and what a promise or an agreement is about: events that another verb hands over."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .coding import status_of
from .content import Told
from .phrases import Unit

# What is charged with is no more than this far from the charge.
_NEAR = 12
# What is threatened with stands right after the threat and who threatens.
_THREAT = 4
# Whose content is to come, and the events that may be it.
_PROMISES = {"agreement", "approve", "consent", "readiness", "offer"}
_PROMISED = {"AID", "COOPERATE", "RETREAT", "SUPPORT"}
# Events of threatening whose complement tells what with.
_VOWS = {"threaten", "vow-harm", "wave-threat"}
# What names who is threatened, and what opens the clause of a demand.
_AIMED = {"", "على", "ضد", "location", "مع", "باتجاه", "نحو", "ل"}
_UNLESS = {("ما", "لم"), ("ان", "لم"), ("اذا", "لم"), ("حال", "لم")}
_NAMED = ("name", "capital", "organization")
_THAT = {"ان", "بان"}
_CHARGED = {"ASSAULT", "SUPPORT", "AID", "COERCE", "MOBILIZE"}


def hand_over(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """Give the events that a charge or a promise of the sentence tells their doer and their status, in place."""
    for number, one in enumerate(told):
        if one.event.id == "accuse" and one.slots.target and not _open(clause, one):
            _charge(clause, one, told[number + 1 :])
        elif one.event.type == "THREATEN" and one.event.id != "warn" and one.slots.source and not one.slots.target:
            _threat(clause, one, told[number + 1 :])
            if not one.slots.target and one.event.id in _VOWS:
                _threatened(clause, one, units)
            if not one.slots.target and one.event.id in _VOWS:
                _conditioned(clause, one, units)
        elif one.event.id == "warn" and one.slots.source and not one.slots.target:
            _warned(clause, one, units)
        elif one.event.type == "REQUEST" and one.slots.source and not one.slots.target:
            _asked(clause, one, units)
        elif one.event.id in _PROMISES:
            _promise(clause, one, told[number + 1 :])


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
        if target or other.event.type == "ASSAULT":
            other.slots.source, other.slots.target = list(one.slots.target), target
            other.slots.first, other.slots.status = min(other.slots.first, one.at), "claimed"
            other.slots.confidence = 0.65
        return


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


def _threatened(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """هدد بضربات في سوريا, برد على الغارات الهندية: the first party that what is threatened names."""
    edge = clause.right_edge(one.at + one.reading.length - 1)
    last = max(one.slots.end - 1, one.at)
    if clause.tag(last + 1) == "comma" and (closing := clause.aside(last + 1)) is not None:
        last = closing  # هددت إسرائيل، على لسان وزير، بقصف …
    near = range(one.at + 1, min(edge, last + 1 + _THREAT))
    deed = next((at for at in near if clause.word(at)[:1] == "ب" and clause.tag(at) in ("", "noun")), edge)
    for unit in units:
        if unit.first <= deed or unit.first >= edge or set(unit.ids) & set(one.slots.source):
            continue
        apart = any(clause.tag(at) in ("other", "time", "comma") for at in range(deed, unit.head))
        at = unit.head
        answered = unit.how == "demonym" and clause.tag(at - 1) == "noun" and clause.tag(at - 2) == "على"
        entered = unit.head == deed and unit.how in ("place", "name", "capital")  # بدخول عفرين
        if not apart and (entered or unit.marker in _AIMED) and (unit.marker or answered or _suffers(clause, unit)):
            one.slots.put("target", unit)
            one.slots.confidence = 0.6
        return


def _conditioned(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """توعد … باتخاذ إجراءات ما لم تتراجع إثيوبيا: who is to meet the condition is who is threatened."""
    for here in range(one.at + 1, clause.end - 2):
        if clause.tag(here) == "stop":
            return
        verb = here + 2 if (clause.word(here), clause.word(here + 1)) in _UNLESS else here + 1
        if verb == here + 1 and clause.word(here) not in ("اذا", "ان"):
            continue
        if verb == here + 1 and (clause.word(here) == "ان" or clause.word(here - 1) in ("ما", "عما")):
            continue
        unit = next((unit for unit in units if unit.first == verb + 1 and unit.head >= verb), None)
        if unit is not None and not unit.marker and unit.how != "place" and not set(unit.ids) & set(one.slots.source):
            one.slots.put("target", unit)
            one.slots.confidence = 0.6
        return


def _suffers(clause: Clause, unit: Unit) -> bool:
    """Whether a bare party is what is threatened (القواعد الأميركية), and not whose weapons it is threatened with."""
    sets = clause.index.sets
    struck = any(sets[name].holds(clause.word(unit.head)) for name in ("sites", "officials", "people"))
    return unit.how != "demonym" or struck


def _warned(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """حذر من أن النظام السوري سيدفع الثمن: who is to suffer what the warning is of."""
    grave = one.event.grave
    opener = next((at for at in range(one.slots.end, one.slots.end + 4) if clause.tag(at) == "sub"), None)
    unit = next((one for one in units if opener is not None and one.head == opener + 1), None)
    if unit is None or grave is None or unit.marker or set(unit.ids) & set(one.slots.source):
        return
    after = range(unit.end, min(clause.end, unit.end + 4))
    if any(clause.word(at).startswith(("سيدفع", "ستدفع", "سيواجه", "ستواجه")) for at in after):
        one.slots.put("target", unit)


def _asked(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """تطالب لندن بأن تفكك إيران برنامجها: who is to do what is asked for."""
    claimed = clause.index.sets["claims"]
    for unit in units:
        near = 0 <= unit.head - one.slots.end <= 2 and unit.marker == "ب" and unit.how in _NAMED
        if near and claimed.holds(clause.word(unit.head)) and not set(unit.ids) & set(one.slots.source):
            one.slots.put("target", unit)  # تطالب واشنطن بتخلي كوريا الشمالية عن …
            one.slots.confidence = 0.7
            return
    opener = next((at for at in range(one.slots.end, one.slots.end + 3) if clause.tag(at) == "sub"), None)
    if opener is None or clause.word(opener) not in _THAT:
        return
    for unit in units:
        if unit.first == opener + 2 and unit.head > opener and not unit.marker and unit.how != "place":
            if not set(unit.ids) & set(one.slots.source):
                one.slots.put("target", unit)
                one.slots.confidence = 0.7
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
    """Whether a word with ب brings the noun in: بشن هجوم, بارتكاب …"""
    return clause.word_at(at - 1) in clause.index.sets["deeds"].exact


def _promise(clause: Clause, one: Told, later: Sequence[Told]) -> None:
    """اتفقت الرياض وأبوظبي على تقديم مساعدات للأردن: the promised is announced, of all who promise."""
    doers = one.slots.source or one.slots.parties
    for other in later:
        if other.at - max(one.slots.end, one.at) > _NEAR or not _within(clause, one.at, other.at):
            return
        if other.reading.pos == "noun" and other.event.type in _PROMISED and other.event.kind == "directed":
            slots = other.slots
            given = slots.doer is not None and slots.doer.first > other.at and not set(slots.source) & set(doers)
            if given and slots.source and not slots.target and other.reading.clitic == "ب":
                slots.source, slots.target = [], slots.source  # تعهد … بدعم قوات …: who is supported
            if doers and not other.slots.source and other.slots.target:
                other.slots.source = [who for who in doers if who not in other.slots.target]
                other.slots.first, other.slots.status = min(other.slots.first, one.at), "announced"
                other.slots.confidence = 0.65
                if one.event.kind == "directed":  # the promise is what it promises, told once
                    one.slots.source, one.slots.target, one.slots.parties = [], [], []
            return


def _within(clause: Clause, first: int, last: int) -> bool:
    """Whether nothing opens another clause between."""
    return not any(clause.tag(here) in ("stop", "rel", "sub", "verb") for here in range(first + 1, last))
