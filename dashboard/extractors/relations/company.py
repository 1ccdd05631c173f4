"""What a text tells of a party beside an act, in any language: in the sentence's other acts, and before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
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

    def without(self, role: str) -> Act:
        """The same with no source, with no target, or with nobody (party)."""
        if role == "party":
            return self._replace(source=(), target=(), parties=())
        return self._replace(source=()) if role == "source" else self._replace(target=())

    @property
    def asks(self) -> str:
        """The role that its open end has."""
        return "party" if self.mutual else "target" if self.source else "source"

    @property
    def is_open(self) -> bool:
        """Whether an end is still to be found."""
        return len(self.ends) < 2 if self.mutual else not (self.source and self.target)

    @property
    def filled(self) -> str:
        """Which ends are told."""
        return ("S" if self.source else "P" if self.parties else "-") + ("T" if self.target else "-")


def company(
    acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], places: Iterable[int], past: Past
) -> list[list[str]]:
    """Features beside an act of the parties at some places; `who` are the ids of each party of the sentence, `past` is
    what the text has told before it."""
    act = acts[number]
    kind, filled, known = act.kind, act.filled, act.ends
    rivals = min(len({tuple(ids) for ids in who if known.isdisjoint(ids)}), 4)
    around = [_Beside.of(acts, number, other) for other in range(len(acts)) if other != number]
    paired = past.paired(known)
    found: dict[tuple[str, ...], list[str]] = {}
    asked = [tuple(who[place]) for place in places]
    for ids in set(asked):
        mine = set(ids)
        features = found[ids] = [
            f"rivals {rivals} {filled} {known.isdisjoint(mine)}",
            f"rivals {rivals} {filled} {kind}",
        ]
        for other, order, beside, shared, new in around:
            if shared and not mine.isdisjoint(other.ends):
                features += f"paired {order} {other.kind} {kind}", f"paired {order}{beside} {filled} {new}"
            for role, there in (("S", other.source), ("T", other.target), ("P", other.parties)):
                if not mine.isdisjoint(there):
                    features += (
                        f"also {role} {order}{beside} {other.kind} {kind}",
                        f"also {role} {order}{beside} {filled}",
                    )
        before = " ".join(str(not mine.isdisjoint(those)) for those in (past.doers, past.sufferers, paired))
        features.append(f"told {before} {filled}")
        for one in past.relations[-1:]:
            if not mine.isdisjoint(one.actors) and not known.isdisjoint(one.actors):
                features.append(f"answers {one.type} {kind} {one.source in mine} {one.reciprocal}")
    return [[*found[ids]] for ids in asked]


class _Beside(NamedTuple):
    """Another act of the sentence, as one of its acts sees it."""

    act: Act
    order: str
    beside: str
    shared: bool  # whether both have an end in common
    new: bool  # whether who does the other is no known end of this one

    @classmethod
    def of(cls, acts: Sequence[Act], number: int, other: int) -> _Beside:
        one, known = acts[other], acts[number].ends
        order = "next" if one.at > acts[number].at else "last"
        beside = " beside" if abs(other - number) == 1 else ""
        return cls(one, order, beside, not known.isdisjoint(one.ends), known.isdisjoint(one.source))


class Past(NamedTuple):
    """What a text has told before a sentence: its relations, who acted in them and who had it done to them."""

    relations: Sequence[Relation]
    doers: set[str]
    sufferers: set[str]

    @classmethod
    def of(cls, before: Sequence[Relation]) -> Past:
        past = cls(before, set(), set())
        for one in before:
            past.doers.update(one.actors if one.reciprocal else (one.source or "",))
            past.sufferers.update(one.actors if one.reciprocal else (one.target or "",))
        return past

    def paired(self, known: Set[str]) -> set[str]:
        """Who stands in one relation with an end of an act."""
        return {name for one in self.relations if not known.isdisjoint(one.actors) for name in one.actors}


def claims(acts: Sequence[Act], number: int, party: int, where: str, marker: str) -> Iterator[str]:
    """Features of whether an act or another stands next to a party, which begins at token `party`, on the act's side of
    it."""
    act = acts[number]
    side = [other for other in acts if (other.at < party) == (act.at < party)]
    nearest = min(side, key=lambda other: abs(other.at - party))
    yield f"claim {nearest.at == act.at} {where}:{marker}"
    if nearest.at != act.at:
        yield f"claim {nearest.kind} {act.kind} {act.at < party}"
        yield f"claim {nearest.filled} {act.filled} {where}"
        yield f"claim open {nearest.is_open} {where}:{marker}"


def threatened(acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], filled: Iterable[int]) -> bool:
    """Whether the act, its open end filled, is what a threat of the sentence tells: لوحت كندا بعقوبات على كوبا."""
    act, found = acts[number], [name for place in filled for name in who[place]]
    source, target = set(act.source or found), set(act.target or found)
    threats = [one for one in acts if one.kind == "THREATEN"]
    return not act.mutual and any(source <= set(one.source) and target <= set(one.target) for one in threats)
