"""Whom a threat, a warning or a demand is aimed at, by what is threatened, warned of or asked for."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import is_bare
from .subjects import subject_of
from .told import Told

# What is threatened with stands right after the threat and who threatens.
_THREAT = 4
# How far before a demand its أن may stand: أن تكون روسيا الاتحادية قد طلبت.
_ASKED = 7

# What names who is threatened, and what opens the clause of a demand.
_AIMED = {"", "على", "ضد", "location", "مع", "باتجاه", "نحو", "ل"}
_UNLESS = {("ما", "لم"), ("ان", "لم"), ("اذا", "لم"), ("حال", "لم")}
_NAMED = ("name", "capital", "organization")
# What is to become of who is warned, or of what they do: أي هجوم إسرائيلي سيقابل برد.
_SUFFERS = ("سيدفع", "ستدفع", "سيواجه", "ستواجه", "سيقابل", "ستقابل", "سيجابه", "ستجابه")
_THAT = {"ان", "بان"}


def threatened(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
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


def conditioned(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
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
        if unit is not None and is_bare(unit) and not set(unit.ids) & set(one.slots.source):
            one.slots.put("target", unit)
            one.slots.confidence = 0.6
        return


def denied(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """نفت كوبا أن تكون روسيا قد طلبت …: who denies that another asked is who would have been asked."""
    back = range(one.at - 1, max(clause.first, one.at - _ASKED) - 1, -1)
    opener = next((at for at in back if clause.tag(at) == "sub"), None)
    if opener is None or clause.word(opener) not in _THAT:
        return
    for here in range(opener - 1, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            if not clause.carries(here, "deny"):
                return
            subject, _ = subject_of(clause, units, here, clause.readings[here][0], opener)
            if subject is not None and not set(subject.ids) & set(one.slots.source):
                one.slots.put("target", subject)
                one.slots.confidence = 0.65
            return
        if clause.tag(here) in ("stop", "sub", "rel"):
            return


def _suffers(clause: Clause, unit: Unit) -> bool:
    """Whether a bare party is what is threatened (القواعد الأميركية), and not whose weapons it is threatened with."""
    sets = clause.index.sets
    struck = any(sets[name].holds(clause.word(unit.head)) for name in ("sites", "officials", "people"))
    return unit.how != "demonym" or struck


def warned(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """حذر من أن النظام السوري سيدفع الثمن: who is to suffer what the warning is of."""
    if _retorts(clause, one, units):
        one.event = clause.index.events["threaten"]
        return
    grave = one.event.grave
    opener = next((at for at in range(one.slots.end, one.slots.end + 4) if clause.tag(at) == "sub"), None)
    unit = next((one for one in units if opener is not None and 0 < one.head - opener <= 2), None)
    if unit is None or grave is None or unit.marker or set(unit.ids) & set(one.slots.source):
        return
    after = range(unit.end, min(clause.end, unit.end + 4))
    if any(clause.word(at).startswith(_SUFFERS) for at in after):
        one.slots.put("target", unit)


def _retorts(clause: Clause, one: Told, units: Sequence[Unit]) -> bool:
    """Whether what is warned of is the warner's own deed: حذرت طهران من أنها سترد, من أن بلاده لن تقف …"""
    opener = next((at for at in range(one.slots.end, one.slots.end + 6) if clause.tag(at) == "sub"), None)
    if opener is None:
        return False
    verb = opener + 1
    if clause.word(opener) in _THAT:
        unit = next((two for two in units if two.head == verb and not two.marker), None)
        if unit is None or unit.ids != one.slots.source:
            return False
        verb = unit.end
    elif clause.word(opener) not in clause.index.sets["pronouns"].exact:
        return False
    verb += clause.word_at(verb) in ("لن", "سوف", "قد")
    return clause.index.sets["retorts"].holds(clause.word_at(verb))


def _leaves(clause: Clause, unit: Unit) -> bool:
    """Whether the party is whose leaving is asked for: طلبت النيجر رحيل القوات الأميركية, دعت إلى انسحاب روسي."""
    leaving = clause.index.sets["leaving"]
    return unit.marker in ("", "ب", "إلى") and any(
        leaving.holds(clause.word_at(at)) for at in (unit.head, unit.head - 1)
    )


def asked(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """تطالب لندن بأن تفكك إيران برنامجها: who is to do what is asked for."""
    claimed = clause.index.sets["claims"]
    for unit in units:
        near = 0 <= unit.head - one.slots.end <= 2 and not set(unit.ids) & set(one.slots.source)
        claim = unit.marker == "ب" and unit.how in _NAMED and claimed.holds(clause.word(unit.head))
        if near and (claim or _leaves(clause, unit)):
            one.slots.put("target", unit)  # تطالب واشنطن بتخلي كوريا الشمالية عن …
            one.slots.confidence = 0.7
            return
    opener = next((at for at in range(one.slots.end, one.slots.end + 3) if clause.tag(at) == "sub"), None)
    if opener is None or clause.word(opener) not in _THAT:
        return
    for unit in units:
        if unit.first == opener + 2 and unit.head > opener and is_bare(unit):
            if not set(unit.ids) & set(one.slots.source):
                one.slots.put("target", unit)
                one.slots.confidence = 0.7
            return
