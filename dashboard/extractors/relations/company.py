"""What a text tells of a party beside an act, in any language: in the sentence's other acts, and before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from ...model import Relation

# Features that hold together, by their names; the same few hold again and again, so that names are put together once.
Group = tuple[str, ...]
remembered = lru_cache(maxsize=1 << 14)


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
) -> list[list[Group]]:
    """Features beside an act of the parties at some places; `who` are the ids of each party of the sentence, `past` is
    what the text has told before it."""
    act = acts[number]
    kind, filled, known = act.kind, act.filled, act.ends
    rivals = min(len({tuple(ids) for ids in who if known.isdisjoint(ids)}), 4)
    around = [_Beside.of(acts, number, other) for other in range(len(acts)) if other != number]
    paired = past.paired(known)
    last = next((one for one in past.relations[-1:] if not known.isdisjoint(one.actors)), None)
    found: dict[tuple[str, ...], list[Group]] = {}
    asked = [tuple(who[place]) for place in places]
    for ids in set(asked):
        mine = set(ids)
        told = tuple(not mine.isdisjoint(those) for those in (past.doers, past.sufferers, paired))
        groups = found[ids] = [_alone(rivals, known.isdisjoint(mine), told, filled, kind)]
        for other, order, beside, shared, new in around:
            if shared and not mine.isdisjoint(other.ends):
                groups.append(_paired(order, beside, other.kind, new, kind, filled))
            for role, there in (("S", other.source), ("T", other.target), ("P", other.parties)):
                if not mine.isdisjoint(there):
                    groups.append(_also(role, order, beside, other.kind, kind, filled))
        if last is not None and not mine.isdisjoint(last.actors):
            groups.append((f"answers {last.type} {kind} {last.source in mine} {last.reciprocal}",))
    return [[*found[ids]] for ids in asked]


@remembered
def _alone(rivals: int, free: bool, told: tuple[bool, ...], filled: str, kind: str) -> Group:
    """How many others there are, whether the party stands at no end yet, and in what it stood before."""
    before = " ".join(map(str, told))
    return f"rivals {rivals} {filled} {free}", f"rivals {rivals} {filled} {kind}", f"told {before} {filled}"


@remembered
def _paired(order: str, beside: str, other: str, new: bool, kind: str, filled: str) -> Group:
    """Another act has the party and an end of this one."""
    return f"paired {order} {other} {kind}", f"paired {order}{beside} {filled} {new}"


@remembered
def _also(role: str, order: str, beside: str, other: str, kind: str, filled: str) -> Group:
    """The party has a role in another act."""
    return f"also {role} {order}{beside} {other} {kind}", f"also {role} {order}{beside} {filled}"


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


def claim(acts: Sequence[Act], number: int, party: int, where: str, marker: str) -> Group:
    """Features of whether an act or another stands next to a party, which begins at token `party`, on the act's side of
    it."""
    act = acts[number]
    if len(acts) == 1:
        return _own(where, marker)
    before = act.at < party
    nearest = min((other for other in acts if (other.at < party) == before), key=lambda other: abs(other.at - party))
    if nearest.at == act.at:
        return _own(where, marker)
    return _nearer(nearest.kind, nearest.filled, nearest.is_open, act.kind, act.filled, before, where, marker)


@remembered
def _own(where: str, marker: str) -> Group:
    """No other act is as near to the party."""
    return (f"claim True {where}:{marker}",)


@remembered
def _nearer(
    other: str, others: str, is_open: bool, kind: str, filled: str, before: bool, where: str, marker: str
) -> Group:
    """Another act is nearer to the party."""
    return (
        f"claim False {where}:{marker}",
        f"claim {other} {kind} {before}",
        f"claim {others} {filled} {where}",
        f"claim open {is_open} {where}:{marker}",
    )


def threatened(acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], filled: Iterable[int]) -> bool:
    """Whether the act, its open end filled, is what a threat of the sentence tells: لوحت كندا بعقوبات على كوبا."""
    act, found = acts[number], [name for place in filled for name in who[place]]
    source, target = set(act.source or found), set(act.target or found)
    threats = [one for one in acts if one.kind == "THREATEN"]
    return not act.mutual and any(source <= set(one.source) and target <= set(one.target) for one in threats)
