"""Whom a clause without a subject of its own takes up: the antecedent of its relative pronoun, or who opens it."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import feminine, masculine
from .clauses import THAT, Clause
from .edges import backed_at
from .openings import draft, plain_gap
from .phrases import Unit
from .slots import is_bare

# How far a subject's end may stand before its verb.
REACH = 9
# The most words of a state's name.
_NAME = 3


def of_relative(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The party that a relative pronoun right before the verb takes up, where the verb agrees with it."""
    opener = at - 1
    before = [unit for unit in units if unit.end <= opener]
    backed = backed_at(clause, before[-1].head) if before and before[-1].end == opener else None
    if backed is not None:  # الحوثيين المدعومين من إيران الذين …
        several = len(before) > 1 and before[-2].end == backed and clause.readings[at][0].plural
        return before[-2] if several else None
    if not before or not plain_gap(clause, before[-1].end, opener) or draft(clause, at) is not None:
        return None  # رفضت إيران القرار الذي يطالب …: the resolution does
    reading = clause.readings[at][0]
    if not reading.plural and feminine(clause.word(at), reading) != (clause.word(opener) == "التي"):
        return None  # بوتين الذي تدعم بلاده دمشق
    alone = before[-1].head == before[-1].first or clause.tag(before[-1].first - 1) == "among"
    named = before[-1].how in ("name", "capital") and alone
    state = named and before[-1].end - before[-1].first <= _NAME and len(before[-1].ids) == 1
    if state and clause.word(opener).removeprefix("و") == ("التي" if masculine(clause, before[-1]) else "الذي"):
        return None  # غولن المقيم في الولايات المتحدة الذي ينفي
    official = clause.index.sets["officials"].holds(clause.word(before[-1].head))
    official = official or before[-1].how == "person"
    named = named or official  # مع المستشارة التي …
    parted = clause.tag(opener - 1) == "comma" and official  # في مقابلة مع بوتين، الذي …
    if not is_bare(before[-1]) and not (named and before[-1].end == opener - parted):
        return None  # عن روسيا التي استخدمت … is read, عن مواقع روسيا التي … is not
    apposed = official and clause.tag(opener - 1) == "comma"  # غضب الرئيس التركي، فلان، الذي …
    owned = clause.tag(before[-1].head - 1) == "noun" and before[-1].marker in ("", "location")
    of_noun = owned and not apposed  # the war of X, which …; but: تضامنا مع X التي, دعما لـX التي
    return None if of_noun else before[-1]


def preceded(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """وسبق لواشنطن أن فرضت …: who has done it before the verb behind أن."""
    unit = next((one for one in units if one.end == at - 1 and one.marker == "ل"), None)
    return unit if unit is not None and clause.word_at(unit.head - 1).removeprefix("و") == "سبق" else None


def clause_beside(clause: Clause, units: Sequence[Unit], opener: int, at: int) -> Unit | None:
    """أكد الوزير أن الخرطوم رصدت …، وأنها ترفض …: whom the clause begins with that the pronoun's is joined to."""
    pronoun = clause.word(opener)
    if not (pronoun.startswith("و") and pronoun.endswith("ها")) or not feminine(
        clause.word(at), clause.readings[at][0]
    ):
        return None
    for here in range(opener - 1, clause.first, -1):
        if clause.tag(here) == "sub" and clause.word(here) in THAT:
            verb = clause.verb_before(here)
            if verb is None or feminine(clause.word(verb), clause.readings[verb][0]):
                return None  # the pronoun may be who speaks
            unit = next((one for one in units if one.head == here + 1 and is_bare(one)), None)
            named = unit is not None and unit.how in ("name", "capital") and unit.head == unit.first
            return unit if unit is not None and named and not masculine(clause, unit) else None
    return None


def circumstanced(clause: Clause, units: Sequence[Unit], comma: int) -> Unit | None:
    """أن إسرائيل ردا على القصف، هاجمت: whom the clause opens with, before a circumstance that only a comma closes."""
    edge = clause.left_edge(comma)
    unit = next((one for one in units if one.head == edge and is_bare(one)), None)
    return unit if unit is not None and clause.tag(unit.end) == "other" and comma - edge <= REACH else None
