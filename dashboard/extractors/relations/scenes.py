"""Where something is done: the state whose place is struck, whose people protest and against whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import Slots, is_bare
from .subjects import subject_of

# How far behind its verb the protest that a land saw may stand.
_SEEN = 4


def struck(clause: Clause, right: Iterable[Unit], found: Slots) -> None:
    """ضربة جوية في سوريا, داخل الأراضي السورية by another: whose state the place of the strike itself is, is struck."""
    for unit in right:
        land = unit.how in ("name", "capital", "place") or clause.word(unit.head).removeprefix("ال") == "اراضي"
        if any(clause.tag(here) == "comma" for here in range(found.end, unit.head)):
            return
        if unit.marker == "location" and unit.outer in ("", "location") and land and unit.ids != found.source:
            found.put("target", unit)
            found.confidence = 0.55
            return


def protesters(clause: Clause, right: Iterable[Unit], at: int, found: Slots) -> None:
    """Whose people protest where, and against whom: before an embassy, against that state."""
    for unit in right:
        if unit.marker not in ("location", "ب") or unit.how == "person":
            continue
        near = range(max(at, unit.head - 1), unit.end)
        embassy = any(clause.index.sets["embassies"].holds(clause.word(here)) for here in near)
        found.put("target" if embassy else "source", unit)


def witnessed(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """تشهد إيران احتجاجات: whose land saw protests, its people protested."""
    verb = clause.verb_before(at)
    if verb is None or not clause.index.sets["witnessing"].holds(clause.word(verb)):
        return
    subject, _ = subject_of(clause, units, verb, clause.readings[verb][0], at)
    land = subject is not None and subject.how in ("name", "capital") and subject.head == subject.first
    if subject is not None and land and at - max(verb, subject.end - 1) <= _SEEN:
        found.put("source", subject)


def besieged(clause: Clause, right: Iterable[Unit], at: int, found: Slots) -> None:
    """تظاهر أردنيون أمام السفارة الإسرائيلية: whose embassy people protest before, they protest against."""
    for unit in right:
        near = range(max(at, unit.head - 1), unit.end)
        if unit.marker == "location" and any(clause.index.sets["embassies"].holds(clause.word(here)) for here in near):
            found.put("target", unit)
            return


def weighed(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """تعيش مالي تحت وطأة عقوبات فرضتها …: who lives under what others impose."""
    under = at - 1
    if clause.index.sets["under"].holds(clause.word_at(under)):
        under -= 1
    if clause.word_at(under) != "تحت":
        return
    unit = next((one for one in reversed(units) if one.end <= under and is_bare(one)), None)
    if unit is not None and unit.ids != found.source:
        found.put("target", unit)
        found.confidence = 0.6
