"""Whose an act is: chances of parties by weights trained on our own annotated articles.

A party's chance to be an end of an act is the logistic of a bias and of the weights of the features that hold of the
two, for each role by itself. `python -m tests.training` makes the weights, `data/attachment.yml` keeps them. Where no
rule says whose an act is, the likeliest are told: they carry their chance as their confidence and `weighed` in their
rule, so that review asks about them. Where a rule does, the chance that the weights give its finding says how sure it
is: rules alone know no more than that they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, repeat
from math import exp, prod

from ...lexicon import Lexicon
from ...model import Relation
from .company import Act, threatened

# What holds of an act, by its number among all of a sentence, and of each of some parties of the sentence, by theirs.
Features = Callable[[Sequence[Act], int, Sequence[int]], Sequence[Sequence[str]]]
# The parties of an act by role, and how likely all of them together are.
Ends = tuple[float, dict[str, list[int]]]
ROLES = ("source", "target", "party")
# An end of which it is less sure than this is not told, though a rule says so.
_DOUBT = 0.3
# How the rule of a relation ends whose parties were not all found by rules.
_WEIGHED = ":weighed"


@dataclass(frozen=True, slots=True)
class Role:
    """What makes a party the source, the target or one of the parties of an act."""

    bias: float
    weights: Mapping[str, float]
    trust: tuple[float, float] = (
        0.0,
        1.0,
    )  # of the log odds of a chance: how often rules that find the party are right

    def chance(self, features: Iterable[str]) -> float:
        """How likely a party of these features has the role, 0–1."""
        return _logistic(self._odds(features))

    def sure(self, features: Iterable[str]) -> float:
        """How likely a rule is right that gives a party of these features the role, 0–1."""
        bias, slope = self.trust
        return _logistic(bias + slope * self._odds(features))

    def _odds(self, features: Iterable[str]) -> float:
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))


@dataclass(frozen=True, slots=True)
class Weights:
    """The roles of a language, and how likely each must be, at the least, for an end to be told."""

    source: Role
    target: Role
    party: Role
    least: Mapping[str, float]

    def fill(
        self, acts: Sequence[Act], who: Sequence[Sequence[str]], features: Features, sure: Mapping[int, float]
    ) -> Iterator[tuple[int, Ends]]:
        """The number of each act of a sentence whose ends are likely enough, all together, with those that were open.

        `who` has the ids of each party of the sentence; `sure` says of an act how sure the end is that it has.
        """
        if len({name for ids in who for name in ids}) < 2:
            return
        whole = {act.name for act in acts if not act.is_open}
        for number, act in enumerate(acts):
            if act.is_open and act.name not in whole:  # المناورات …، في هذه المناورات: one and the same
                likely = self.ends(act, who, features(acts, number, range(len(who))))
                if likely is None or threatened(acts, number, who, likely[1]):
                    continue
                chance, filled = likely[0] * sure.get(number, 1.0), likely[1]
                if chance >= self.least[next(iter(filled)) if len(filled) == 1 else "both"]:
                    yield number, (chance, filled)

    def judge(
        self, acts: Sequence[Act], who: Sequence[Sequence[str]], features: Features
    ) -> Iterator[tuple[int, float, set[str]]]:
        """The number of each act of which rules have told an end; how sure that is, 0–1; and the ends not to be told.

        An end that is no party of the sentence but of an earlier one can't be judged; an act of only such is left out.
        """
        for number, act in enumerate(acts):
            sure = dict(self._sure(acts, number, who, features))
            if sure:
                doubted = {name for name, chance in sure.items() if chance < _DOUBT and not act.mutual}
                yield number, prod(chance for name, chance in sure.items() if name not in doubted), doubted

    def _sure(
        self, acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], features: Features
    ) -> Iterator[tuple[str, float]]:
        act = acts[number]
        told = {"party": act.ends} if act.mutual else {"source": {*act.source}, "target": {*act.target}}
        for name, ids in told.items():
            places = [place for place, named in enumerate(who) if not ids.isdisjoint(named)]
            if not places:
                continue
            role: Role = getattr(self, name)
            bare = act.without(name)
            rows = features([*acts[:number], bare, *acts[number + 1 :]], number, places)
            sure = [(who[place], role.sure(row)) for place, row in zip(places, rows, strict=True)]
            each = [[chance for named, chance in sure if one in named] for one in ids]
            best = [max(chances) for chances in each if chances]
            yield name, min(best) if act.mutual else max(best)

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


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


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
    source, target, party = (Role(**data[role] | {"trust": tuple(data[role]["trust"])}) for role in ROLES)
    return Weights(source, target, party, data["least"])
