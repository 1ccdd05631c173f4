"""What a text tells of a party beside an act, in any language: in the sentence's other acts, and before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from ...model import Relation


class Act(NamedTuple):
    """An act of a sentence as far as its ends are told: the token of its word, its event, its PLOVER type, ids."""

    at: int
    name: str
    kind: str
    mutual: bool
    source: Sequence[str]
    target: Sequence[str]
    parties: Sequence[str]

    @property
    def ends(self) -> set[str]:
        """All that are told."""
        return {*self.source, *self.target, *self.parties}

    @property
    def is_open(self) -> bool:
        """Whether an end is still to be found."""
        return len(self.ends) < 2 if self.mutual else not (self.source and self.target)

    @property
    def filled(self) -> str:
        """Which ends are told."""
        return ("S" if self.source else "P" if self.parties else "-") + ("T" if self.target else "-")


def company(
    acts: Sequence[Act], number: int, mine: Set[str], others: Sequence[Sequence[str]], before: Sequence[Relation]
) -> Iterator[str]:
    """Features of a party with the ids `mine` beside an act; `others` are the ids of all parties of the sentence."""
    act = acts[number]
    kind, filled, known = act.kind, act.filled, act.ends
    rivals = min(len({tuple(ids) for ids in others if known.isdisjoint(ids)}), 4)
    yield f"rivals {rivals} {filled} {known.isdisjoint(mine)}"
    yield f"rivals {rivals} {filled} {kind}"
    for other_number, other in enumerate(acts):
        if other_number == number:
            continue
        order = "next" if other.at > act.at else "last"
        beside = " beside" if abs(other_number - number) == 1 else ""
        if not known.isdisjoint(other.ends) and not mine.isdisjoint(other.ends):
            yield f"paired {order} {other.kind} {kind}"
            yield f"paired {order}{beside} {filled} {known.isdisjoint(other.source)}"
        for role, ids in (("S", other.source), ("T", other.target), ("P", other.parties)):
            if not mine.isdisjoint(ids):
                yield f"also {role} {order}{beside} {other.kind} {kind}"
                yield f"also {role} {order}{beside} {filled}"
    yield f"told {_told(mine, known, before)} {filled}"
    for one in before[-1:]:
        if not mine.isdisjoint(one.actors) and not known.isdisjoint(one.actors):
            yield f"answers {one.type} {kind} {one.source in mine} {one.reciprocal}"


def threatened(acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], filled: Mapping[str, list[int]]) -> bool:
    """Whether the act, its open ends filled, is what a threat of the sentence tells: لوحت كندا بعقوبات على كوبا."""
    source, target = (
        {*told, *(name for at in filled.get(role, ()) for name in who[at])}
        for role, told in (("source", acts[number].source), ("target", acts[number].target))
    )
    threats = [one for one in acts if one.kind == "THREATEN"]
    return bool(source and target) and any(source <= set(one.source) and target <= set(one.target) for one in threats)


def _told(mine: Set[str], known: Set[str], before: Sequence[Relation]) -> str:
    """What relations tell of a party: as a doer, as one it was done to, together with a known end."""
    acted = suffered = paired = False
    for one in before:
        if not mine.isdisjoint(one.actors):
            acted = acted or one.reciprocal or one.source in mine
            suffered = suffered or one.reciprocal or one.target in mine
            paired = paired or not known.isdisjoint(one.actors)
    return f"{acted} {suffered} {paired}"
