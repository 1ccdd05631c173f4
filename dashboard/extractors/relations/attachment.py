"""The parties of Arabic acts that no rule has found, by the company that act and party keep in the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import Relation
from .carried import feminine, masculine
from .clauses import Clause
from .company import Act, Past, claims, company
from .onesided import stands
from .phrases import Unit
from .slots import SIDES
from .told import Told
from .vocabulary import Reading
from .weighing import Weights

# Distances in tokens at which another step begins.
_STEPS = (1, 2, 3, 5, 8, 12, 18)
# What parts an act from a party.
_PARTING = ("verb", "comma", "sub")
# The pronouns of a noun's owner.
_OWNERS = (("هما", "2"), ("ها", "F"), ("هم", "P"), ("ه", "M"))


def attach(
    clause: Clause, told: Sequence[Told], units: Sequence[Unit], before: Sequence[Relation], weights: Weights
) -> None:
    """Say how sure what the rules have told is, and fill the ends that are open with who most likely stands there, in
    place."""
    if not told:
        return
    around = Around(clause, told, units, before)
    who, features = around.who, around.features
    for number, chance, doubted in list(weights.judge(acts_of(told), who, features)):
        told[number].slots.confidence = round(chance, 2)
        for role in doubted:
            told[number].slots.leave(role)
    acts = acts_of(told)
    for number, chance, found in list(weights.fill(acts, who, features, lambda at: stands(clause, told[at], True))):
        slots = told[number].slots
        for place in found:
            slots.put(acts[number].asks, units[place])
        slots.confidence, slots.weighed = round(chance, 2), bool(found)


def acts_of(told: Sequence[Told]) -> list[Act]:
    """What is told so far, one for one."""
    return [
        Act(
            one.at, one.event.id, one.event.type, one.event.kind == "mutual",
            tuple(one.slots.source), tuple(one.slots.target), tuple(one.slots.parties),
        )
        for one in told
    ]  # fmt: skip


@dataclass(frozen=True)
class Around:
    """What a sentence's acts and parties stand in, looked at once for all of them, and only where it is asked for.

    `told` are the sentence's acts, `before` what earlier sentences tell.
    """

    clause: Clause
    told: Sequence[Told]
    units: Sequence[Unit]
    before: Sequence[Relation]

    @cached_property
    def who(self) -> list[list[str]]:
        """The ids of each party."""
        return [unit.ids for unit in self.units]

    @cached_property
    def _genders(self) -> list[str]:
        return [_gender(self.clause, unit) for unit in self.units]

    @cached_property
    def _lead(self) -> int:
        """Where the first party begins that may be a subject."""
        return next((unit.first for unit in self.units if not unit.marker and unit.how != "place"), -1)

    @cached_property
    def _parting(self) -> list[tuple[int, str]]:
        """The tokens that part acts from parties, by kind."""
        tag, tokens = self.clause.tag, range(self.clause.first, self.clause.end)
        return [(at, sort) for at in tokens if (sort := tag(at)) in _PARTING]

    @cached_property
    def _past(self) -> Past:
        return Past.of(self.before)

    def features(self, acts: Sequence[Act], number: int, places: Sequence[int]) -> list[list[str]]:
        """What holds of an act and each party at some places."""
        clause, units = self.clause, self.units
        one, filled = self.told[number], acts[number].filled
        at, event, reading, tag = one.at, one.event, one.reading, clause.tag
        kind, pos, end = event.type, reading.pos, at + reading.length
        verb = clause.verb_before(at) if pos == "noun" else None
        known = next(iter(clause.readings.get(verb, ())), None) if verb is not None else None
        carrier = f"{known.role} {known.name}" if known is not None else ""
        form = _form(clause.word(at), reading)
        found = company(acts, number, self.who, places, self._past)
        for place, features in zip(places, found, strict=True):
            unit, gender = units[place], self._genders[place]
            head, marker, behind = min(unit.head, unit.first), unit.marker or "0", unit.first > at
            first, last = (end, head) if behind else (unit.end, at)
            sorts = [sort for here, sort in self._parting if first <= here < last]
            between = [other for other in units if first <= other.first < last]
            plain = not any(not other.marker and other.how != "place" for other in between)
            side = f"{'R' if behind else 'L'}{pos}"
            base, bare = f"{side}:{marker}", f"{side}:{unit.marker == ''}"
            features += (
                f"type {base} {kind}",
                f"event {base} {event.id}",
                f"slot {event.to.get(unit.marker, '-') if unit.marker else 'bare'} {side} {filled}",
                f"how {unit.how} {base}",
                f"how {unit.how} {kind}",
                f"genitive {event.genitive} {event.object} {base}",
                f"far {bisect_right(_STEPS, max(last - first, 0))} {bare}",
                *(f"{sort} {min(sorts.count(sort), 3)} {bare}" for sort in _PARTING),
                f"nearest {plain} {not between} {side} {kind}",
                f"nearest {plain} {not between} {bare} {filled}",
                f"first {place == 0} {bare}",
                f"governed {tag(at - 1)} {base}",
                f"clitic {reading.clitic} {reading.article} {reading.pronoun} {side}",
                f"state {clause.index.states.issuperset(unit.ids)} {kind}",
                *claims(acts, number, unit.first, side, marker),
                f"agree {form} {gender} {side}",
                f"agree {form} {gender} {unit.marker == ''} {side} {filled}",
                f"lead {unit.first == self._lead} {unit.first < self._lead} {bare}",
                f"before {clause.word_at(head - 1)} {kind}",
                f"heads {clause.word_at(head)}",
            )
            if verb is not None:
                where = "before" if unit.first < verb else "after" if behind else "between"
                features += f"verb {carrier} {where}", f"verb {where} {marker}"
        return found


def _form(word: str, reading: Reading) -> str:
    """Gender and number that an act's word shows of who does it: a verb or participle F or M, a noun by the pronoun of
    its owner F, M, P or 2."""
    if reading.pos in ("past", "present"):
        return "F" if feminine(word, reading) else "M"
    if reading.pos == "participle":
        return "F" if word.endswith("ه") else "M"
    return next((form for end, form in _OWNERS if reading.pronoun and word.endswith(end)), "")


def _gender(clause: Clause, unit: Unit) -> str:
    """Of a party F or M, P where it is several, N of what is somebody's."""
    if len(unit.ids) > 1 or unit.how in SIDES:
        return "P"
    if unit.how in ("name", "capital"):
        return "N" if unit.head < unit.first else "M" if masculine(clause, unit) else "F"
    word = clause.word(unit.head)
    return "P" if word.endswith(("ون", "ين")) else "F" if word.endswith("ه") else "M"
