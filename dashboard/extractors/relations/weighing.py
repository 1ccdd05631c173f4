"""Whose an act is: chances of parties by weights trained on our own annotated articles.

A party's chance to be an end of an act is the logistic of a bias and of the weights of the features that hold of the
two, for each role by itself. `python -m tests.training` makes the weights, `data/attachment.yml` keeps them. Where no
rule says whose an act is, the likeliest are told: they carry their chance as their confidence and `weighed` in their
rule, so that review asks about them. Where a rule does, the chance that the weights give its finding says how sure it
is: rules alone know no more than that they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import repeat
from math import exp, prod

from ...lexicon import Lexicon
from ...model import Relation
from .company import Act, Group, threatened

# What holds of an act, by its number among all of a sentence, and of each of some parties of the sentence, by theirs.
Features = Callable[[Sequence[Act], int, Sequence[int]], Sequence[Sequence[Group]]]
ROLES = ("source", "target", "party")
# How sure an end is that is no party of the sentence but of an earlier one.
_EARLIER = 0.65
# An end of which it is less sure than this is not told, though a rule says so.
_DOUBT = 0.3
# How many groups of features are remembered.
_MANY = 1 << 16
# How the rule of a relation ends whose parties were not all found by rules.
_WEIGHED = ":weighed"


@dataclass(frozen=True, slots=True)
class Trust:
    """How often rules that find a party are right, by its chance's log odds, and what an event of its own adds."""

    bias: float = 0.0
    slope: float = 1.0
    events: Mapping[str, float] = field(default_factory=dict)


class _Sums(dict[Group, float]):
    """What features that hold together weigh, added up once for each group of them."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, group: Group) -> float:
        if len(self) >= _MANY:
            self.clear()
        self[group] = found = sum(map(self.weights.get, group, repeat(0.0)))
        return found


@dataclass(frozen=True, slots=True)
class Role:
    """What makes a party the source, the target or one of the parties of an act."""

    bias: float
    weights: Mapping[str, float]
    trust: Trust = field(default_factory=Trust)
    _sums: _Sums = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sums", _Sums(self.weights))

    def chance(self, features: Iterable[Group]) -> float:
        """How likely a party of these features has the role, 0–1."""
        return _logistic(self._odds(features))

    def sure(self, event: str, features: Iterable[Group]) -> float:
        """How likely a rule is right that gives a party of these features the role in an event, 0–1."""
        known = self.trust
        return _logistic(known.bias + known.slope * self._odds(features) + known.events.get(event, 0.0))

    def _odds(self, features: Iterable[Group]) -> float:
        return round(self.bias + sum(map(self._sums.__getitem__, features)), 9)  # of two alike neither is likelier


@dataclass(frozen=True, slots=True)
class Weights:
    """The roles of a language, and how likely the ends of an act must be, all together, to be told."""

    source: Role
    target: Role
    party: Role
    least: float

    def judge(
        self, acts: Sequence[Act], who: Sequence[Sequence[str]], features: Features
    ) -> Iterator[tuple[int, float, set[str]]]:
        """The number of each act of which rules have told all; how sure that is, 0–1; and the ends not to be told.

        `who` has the ids of each party of the sentence. An end that is no party of it but of an earlier one can't be
        judged; an act of only such is left out.
        """
        for number, act in enumerate(acts):
            sure = {} if act.is_open else self._sure(acts, number, who, features)
            if sure:
                doubted = {name for name, chance in sure.items() if chance < _DOUBT and not act.mutual}
                yield number, prod(chance for name, chance in sure.items() if name not in doubted), doubted

    def fill(
        self, acts: Sequence[Act], who: Sequence[Sequence[str]], features: Features, alone: Callable[[int], bool]
    ) -> Iterator[tuple[int, float, list[int]]]:
        """The number of each act with an open end; how likely its ends are, all together; and the parties of the
        sentence that fill it, by their numbers: none where nobody is likely enough.

        `alone` says whether an act is told of its one end as well. Where rules have told nobody, nobody is sought but
        the parties of a mutual act: hardly any two others are likely enough.
        """
        whole = {act.name for act in acts if not act.is_open}
        several = len({name for ids in who for name in ids}) > 1
        for number, act in enumerate(acts):
            if not act.is_open or not (act.ends or act.mutual):
                continue
            chance, found = 0.0, list[int]()
            if several and act.name not in whole:  # المناورات …، في هذه المناورات: one and the same
                chance, found = self.ends(act, who, partial(features, acts, number))
            by_itself = bool(act.ends) and alone(number)
            if not (found or by_itself):
                continue
            sure = self._sure(acts, number, who, features)
            known = prod(sure.values()) if sure or not act.ends else _EARLIER
            if found and chance * known >= self.least and not threatened(acts, number, who, found):
                yield number, chance * known, found
            elif sure and by_itself:
                yield number, known, []

    def _sure(
        self, acts: Sequence[Act], number: int, who: Sequence[Sequence[str]], features: Features
    ) -> dict[str, float]:
        """How sure each end of an act is that rules have told, by its role."""
        act, found = acts[number], {}
        told = {"party": act.ends} if act.mutual else {"source": {*act.source}, "target": {*act.target}}
        for name, ids in told.items():
            places = [place for place, named in enumerate(who) if not ids.isdisjoint(named)]
            if not places:
                continue
            role: Role = getattr(self, name)
            bare = act.without(name)
            rows = features([*acts[:number], bare, *acts[number + 1 :]], number, places)
            sure = [(who[place], role.sure(act.name, row)) for place, row in zip(places, rows, strict=True)]
            each = [[chance for named, chance in sure if one in named] for one in ids]
            best = [max(chances) for chances in each if chances]
            found[name] = min(best) if act.mutual else max(best)
        return found

    def ends(
        self, act: Act, who: Sequence[Sequence[str]], features: Callable[[Sequence[int]], Sequence[Sequence[Group]]]
    ) -> tuple[float, list[int]]:
        """Who most likely fills the open end of an act, by the numbers of the parties, and how likely the least likely
        of them does; nobody where no party is likely enough. `features` says what holds of the act and parties."""
        role: Role = getattr(self, act.asks)
        ids = act.ends
        known = ids.issuperset if act.mutual else lambda names: not ids.isdisjoint(names)
        free = [number for number, names in enumerate(who) if not known(names)]
        chances = {number: role.chance(one) for number, one in zip(free, features(free), strict=True)}
        if not act.mutual:
            best = max(free, key=chances.__getitem__, default=None)
            return (0.0, []) if best is None or chances[best] < self.least else (chances[best], [best])
        found = list[int]()
        for number in sorted(free, key=lambda one: -chances[one]):
            if chances[number] >= self.least and not ids.issuperset(who[number]):
                found.append(number)
                ids.update(who[number])
        return (chances[found[-1]], sorted(found)) if len(ids) > 1 and found else (0.0, [])


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
    source, target, party = (Role(**data[role] | {"trust": Trust(**data[role]["trust"])}) for role in ROLES)
    return Weights(source, target, party, data["least"])
