"""Whose an act is where no rule says so: chances of parties by weights trained on our own annotated articles.

A party's chance to be an end of an act is the logistic of a bias and of the weights of the features that hold of the
two, for each role by itself. `python -m tests.training` makes the weights, `data/attachment.yml` keeps them. What comes
of them carries its chance as its confidence and `weighed` in its rule, so that review asks about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, repeat
from math import exp

from ...lexicon import Lexicon
from ...model import Relation
from .company import Act, threatened

# The parties of an act by role, and how likely all of them together are.
Ends = tuple[float, dict[str, list[int]]]
# How the rule of a relation ends whose parties were not all found by rules.
_WEIGHED = ":weighed"


@dataclass(frozen=True, slots=True)
class Role:
    """What makes a party the source, the target or one of the parties of an act."""

    bias: float
    weights: Mapping[str, float]

    def chance(self, features: Iterable[str]) -> float:
        """How likely a party of these features has the role, 0–1."""
        return 1 / (1 + exp(-self.bias - sum(map(self.weights.get, features, repeat(0.0)))))


@dataclass(frozen=True, slots=True)
class Weights:
    """The roles of a language, and how likely each must be, at the least, for an end to be told."""

    source: Role
    target: Role
    party: Role
    least: Mapping[str, float]

    def fill(
        self, acts: Sequence[Act], who: Sequence[Sequence[str]], features: Callable[[int], Sequence[Sequence[str]]]
    ) -> Iterator[tuple[int, Ends]]:
        """The number of each act of a sentence whose open ends are likely enough, with these.

        `who` has the ids of each party of the sentence; `features` says by an act's number what holds of each and it.
        """
        if len({name for ids in who for name in ids}) < 2:
            return
        whole = {act.name for act in acts if not act.is_open}
        for number, act in enumerate(acts):
            if act.is_open and act.name not in whole:  # المناورات …، في هذه المناورات: one and the same
                likely = self.ends(act, who, features(number))
                if likely is not None and not threatened(acts, number, who, likely[1]):
                    yield number, likely

    def ends(self, act: Act, who: Sequence[Sequence[str]], features: Sequence[Sequence[str]]) -> Ends | None:
        """The open ends of an act by the numbers of the parties that fill them; None where no party is likely enough.

        `who` has the ids of each party of the sentence, `features` what holds of each and the act.
        """
        if act.mutual:
            return self._together(act, who, features)
        if not (act.source or act.target):
            return self._both(who, features)
        name, role, told = ("target", self.target, act.source) if act.source else ("source", self.source, act.target)
        known = set(told)
        chances = [(role.chance(features[number]), -number) for number, ids in enumerate(who) if known.isdisjoint(ids)]
        chance, number = max(chances, default=(0.0, 0))
        return (chance, {name: [-number]}) if chance >= self.least[name] else None

    def _both(self, who: Sequence[Sequence[str]], features: Sequence[Sequence[str]]) -> Ends | None:
        doing = [self.source.chance(one) for one in features]
        if max(doing) < self.least["both"]:
            return None
        suffering = [self.target.chance(one) for one in features]
        pairs = [
            (doing[one] * suffering[other], -one, -other)
            for one, other in product(range(len(who)), repeat=2)
            if set(who[one]).isdisjoint(who[other])
        ]
        chance, one, other = max(pairs, default=(0.0, 0, 0))
        return (chance, {"source": [-one], "target": [-other]}) if chance >= self.least["both"] else None

    def _together(self, act: Act, who: Sequence[Sequence[str]], features: Sequence[Sequence[str]]) -> Ends | None:
        chances = [self.party.chance(one) for one in features]
        found, ids = [], act.ends
        for number in sorted(range(len(who)), key=lambda one: -chances[one]):
            if chances[number] >= self.least["party"] and not ids.issuperset(who[number]):
                found.append(number)
                ids.update(who[number])
        likely = min((chances[number] for number in found), default=0.0)
        return (likely, {"party": sorted(found)}) if len(ids) > 1 and found else None


def rule_of(event: str, *, noun: bool, weighed: bool) -> str:
    """The rule of a relation: its event, what told it, and whether an end was weighed."""
    return f"relation:{event}:{'noun' if noun else 'verb'}{_WEIGHED * weighed}"


def surety(relation: Relation) -> tuple[bool, float]:
    """By what one of two readings of the same is kept: what a rule tells before what was weighed, then the surer."""
    return not relation.rule.endswith(_WEIGHED), relation.confidence


@lru_cache(maxsize=4)
def weights(lexicon: Lexicon, language: str) -> Weights:
    """The weights of a language's acts."""
    data = lexicon.data("attachment")[language]
    source, target, party = (Role(**data[role]) for role in ("source", "target", "party"))
    return Weights(source, target, party, data["least"])
