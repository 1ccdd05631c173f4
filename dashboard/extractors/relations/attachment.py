"""The parties of Arabic acts that no rule has found, by the company that act and party keep in the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...model import Relation
from .carried import feminine, masculine
from .clauses import Clause
from .company import Act, Group, Past, claim, company, remembered
from .onesided import stands
from .phrases import Unit
from .slots import SIDES, is_bare
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
    def _states(self) -> list[bool]:
        return [self.clause.index.states.issuperset(unit.ids) for unit in self.units]

    @cached_property
    def _lead(self) -> int:
        """Where the first party begins that may be a subject."""
        return next((unit.first for unit in self.units if is_bare(unit)), -1)

    @cached_property
    def _parting(self) -> _Row:
        """The tokens that part acts from parties, by kind."""
        tag, tokens = self.clause.tag, range(self.clause.first, self.clause.end)
        return _Row.of((at, sort) for at in tokens if (sort := tag(at)) in _PARTING)

    @cached_property
    def _standing(self) -> _Row:
        """Where parties begin, by whether one may be a subject."""
        return _Row.of((unit.first, "bare" if is_bare(unit) else "") for unit in self.units)

    @cached_property
    def _past(self) -> Past:
        return Past.of(self.before)

    def features(self, acts: Sequence[Act], number: int, places: Sequence[int]) -> list[list[Group]]:
        """What holds of an act and each party at some places."""
        clause, units = self.clause, self.units
        one, filled = self.told[number], acts[number].filled
        at, event, reading = one.at, one.event, one.reading
        kind, pos, end, word_at = event.type, reading.pos, at + reading.length, clause.word_at
        verb = clause.verb_before(at) if pos == "noun" else None
        known = next(iter(clause.readings.get(verb, ())), None) if verb is not None else None
        carrier = f"{known.role} {known.name}" if known is not None else ""
        form = _form(clause.word(at), reading)
        about = f"{clause.tag(at - 1)}", f"clitic {reading.clitic} {reading.article} {reading.pronoun}"
        found = company(acts, number, self.who, places, self._past)
        for place, features in zip(places, found, strict=True):
            unit = units[place]
            start, marker, behind = unit.first, unit.marker, unit.first > at
            head = min(unit.head, start)
            first, last = (end, head) if behind else (unit.end, at)
            side = f"R{pos}" if behind else f"L{pos}"
            bare, shown = marker == "", marker or "0"
            between = self._standing.between(first, last)
            alone = "bare" not in between, not between
            slot = event.to.get(marker, "-") if marker else "bare"
            far, parting = bisect_right(_STEPS, max(last - first, 0)), self._parting.between(first, last)
            features += (
                _fitting(event.id, kind, side, shown, slot, unit.how, event.genitive, event.object, filled),
                _apart(far, parting, side, bare),
                _placed(*alone, place == 0, start == self._lead, start < self._lead, side, bare, kind, filled),
                _alike(*about, form, self._genders[place], self._states[place], side, shown, kind, filled),
                claim(acts, number, start, side, shown),
                (f"before {word_at(head - 1)} {kind}",),
                (f"heads {word_at(head)}",),
            )
            if verb is not None:
                where = "before" if start < verb else "after" if behind else "between"
                features.append((f"verb {carrier} {where}", f"verb {where} {shown}"))
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


class _Row(NamedTuple):
    """What stands at some tokens of a sentence, in their order."""

    at: list[int]
    sorts: list[str]

    @classmethod
    def of(cls, found: Iterable[tuple[int, str]]) -> _Row:
        ordered = sorted(found)
        return cls([at for at, _ in ordered], [sort for _, sort in ordered])

    def between(self, first: int, last: int) -> tuple[str, ...]:
        """What stands from one token up to another."""
        return tuple(self.sorts[bisect_left(self.at, first) : bisect_left(self.at, last)])


@remembered
def _fitting(
    event: str, kind: str, side: str, marker: str, slot: str, how: str, genitive: str, own: str, filled: str
) -> Group:
    """What an event says of a party with such a marker on such a side."""
    return (
        f"type {side}:{marker} {kind}",
        f"event {side}:{marker} {event}",
        f"slot {slot} {side} {filled}",
        f"how {how} {side}:{marker}",
        f"how {how} {kind}",
        f"genitive {genitive} {own} {side}:{marker}",
    )


@remembered
def _apart(steps: int, parting: tuple[str, ...], side: str, bare: bool) -> Group:
    """How far an act and a party stand from each other, and what parts them."""
    counts = (f"{sort} {min(parting.count(sort), 3)} {side}:{bare}" for sort in _PARTING)
    return f"far {steps} {side}:{bare}", *counts


@remembered
def _placed(
    plain: bool, nearest: bool, first: bool, leads: bool, ahead: bool, side: str, bare: bool, kind: str, filled: str
) -> Group:
    """Where a party stands among all of the sentence."""
    return (
        f"nearest {plain} {nearest} {side} {kind}",
        f"nearest {plain} {nearest} {side}:{bare} {filled}",
        f"first {first} {side}:{bare}",
        f"lead {leads} {ahead} {side}:{bare}",
    )


@remembered
def _alike(
    governor: str, clitic: str, form: str, gender: str, state: bool, side: str, marker: str, kind: str, filled: str
) -> Group:
    """What the act's own form says of such a party."""
    return (
        f"governed {governor} {side}:{marker}",
        f"{clitic} {side}",
        f"state {state} {kind}",
        f"agree {form} {gender} {side}",
        f"agree {form} {gender} {marker == '0'} {side} {filled}",
    )
