"""Who does beside another what a noun tells, and whom it was with."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import THAT, Clause
from .phrases import Unit
from .slots import Slots
from .subjects import main_subject, unsaid
from .vocabulary import Reading

# What opens a statement's content, what else ends a look back for it, and how far in the talks stand.
_OPENERS = ("sub", "rel", "stop")
_CONTENT = 8
_ASIDE = {"location", "other"}
# Verbs of meeting that take an object, as اجتمع does not.
_MEETS = ("التق", "يلتق", "تلتق", "قابل")


def beside_carrier(clause: Clause, units: Sequence[Unit], after: Sequence[Unit], carrier: int, found: Slots) -> None:
    """ضربات نفذتها كندا مع هولندا, ضربات نفذتها مع هولندا: who does it beside the carrier's subject does it too."""
    first = found.doer.end if found.doer is not None and found.doer.first > carrier else carrier + 1
    unit = next((one for one in after if one.marker == "مع" and one.head == first + 1), None)
    if unit is None:
        return
    if not found.source and (main := main_subject(clause, [one for one in units if one.end <= carrier])) is not None:
        found.put("source", main[0])
    if found.source:
        found.source.extend(one for one in unit.ids if one not in found.source)
        found.cover(unit)


def opponent(clause: Clause, units: Sequence[Unit], right: Sequence[Unit], verb: int, found: Slots) -> None:
    """وعن الاشتباكات التي وقعت مع أرمينيا، قال الوزير الأذربيجاني: whose state's they were is who speaks of them."""
    if len(right) != 1 and not any(unit.marker == "مع" for unit in right[:1]):
        return
    main = main_subject(clause, units, after=verb)
    if right and right[0].marker == "مع" and main is not None and not set(main[0].ids) & set(right[0].ids):
        found.put("party", main[0])
        found.confidence = 0.65


def talks_of_speaker(clause: Clause, units: Sequence[Unit], at: int, partners: list[str], found: Slots) -> None:
    """قال الوزير الإيراني إن المفاوضات مع واشنطن ستعقد في روما: where nobody else is named, they are the speaker's."""
    sub = next((here for here in range(at - 1, clause.first - 1, -1) if clause.tag(here) in _OPENERS), None)
    if sub is None or clause.word(sub) not in THAT or at - sub > _CONTENT:
        return
    main = main_subject(clause, [unit for unit in units if unit.end <= sub])
    sides = {who for unit in units if unit.how != "place" and unit.marker not in _ASIDE for who in unit.ids}
    if main is None or main[0].how == "place" or len(main[0].ids) != 1 or set(main[0].ids) & set(partners):
        return
    if sides == {*main[0].ids, *partners}:
        found.parties = [*main[0].ids, *partners]
        found.first, found.confidence = min(found.first, main[0].first), 0.6


def met(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, subject: Unit | None, before: bool, found: Slots
) -> None:  # fmt: skip
    """وصل … إلى القاهرة والتقى الرئيس المصري: one party after a verb that goes on is whom its subject met."""
    goes_on = clause.tag(at - 1) == "sub" or any(one.conjunction for one in clause.readings[at])
    transitive = any(stem in clause.word(at) for stem in _MEETS)
    if before or subject is None or not goes_on or not transitive:
        return
    doer = unsaid(clause, units, at, reading)
    if doer is not None and not set(doer.ids) & set(found.parties):
        found.parties.insert(0, doer.ids[0])
        found.confidence = 0.65
