"""Make the weights of `data/attachment.yml`: `python -m tests.training [--check]`.

Prints, for articles left out in turn, how many open ends would be filled and how many of them rightly, by how likely
the least likely may be; then writes the weights, unless told only to check.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import dashboard
from dashboard.extractors.relations.company import Act
from dashboard.extractors.relations.weighing import ROLES, Role, Weights

from .examples import Example, examples

DATA = Path(dashboard.__file__).parent / "data" / "attachment.yml"
# How likely the ends of an act must be, all together, to be told: in articles left out of training two in three are
# right from there on; lower, half of what is added is wrong, and those who follow a region leave a desk that is often
# wrong.
LEAST = 0.6
_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
# What an example counts in which the rules' own findings are hidden; how much features may say when they are chosen
# and when they are weighed (scikit-learn's C); the weight below which one is left out; in how many acts it must be met.
_HIDDEN, _CHOICE, _PRIOR, _SMALL, _SEEN = 0.3, 0.8, 0.3, 0.02, 4
# What an event must add to the log odds to be kept.
_OWN = 0.3
_HEAD = """# Chances of an act's parties where no rule tells them: weights by language, role and feature, made by
# `python -m tests.training` from our own labelled articles; do not edit by hand.
"""


def main() -> None:
    """Train and report; write the data file."""
    parser = argparse.ArgumentParser(prog="python -m tests.training", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only print, write nothing")
    options = parser.parse_args()
    made = {}
    for language in ("ar", "en"):
        known = list(examples(language))
        print(f"{language}: {len({one.article for one in known})} articles, {len({one.act for one in known})} acts")
        left_out = list(crossed(known))
        print(*report(left_out), sep="\n")
        made[language] = {
            role: trained(known, role) | {"trust": trusted(left_out, role)} for role in ROLES
        } | {"least": LEAST}  # fmt: skip
    if not options.check:
        told = yaml.safe_dump(made, allow_unicode=True, sort_keys=True, width=1000)
        DATA.write_text(_HEAD + told, "utf-8")


def trained(known: Sequence[Example], role: str) -> dict[str, Any]:
    """Bias and weights of a role: features that say something by themselves are chosen first, then weighed anew."""
    asked = [one for one in known if (one.case == "party") == (role == "party")]
    acts: dict[str, set[int]] = defaultdict(set)
    for one in asked:
        for feature in one.features:
            acts[feature].add(one.act)
    vectors = DictVectorizer(dtype=np.float64)
    seen = {feature for feature, numbers in acts.items() if len(numbers) >= _SEEN}
    rows = vectors.fit_transform([dict.fromkeys(seen.intersection(one.features), 1.0) for one in asked])
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    right, counts = [role in one.roles for one in asked], [1.0 if one.real else _HIDDEN for one in asked]
    choice = LogisticRegression(C=_CHOICE, l1_ratio=1, solver="liblinear", max_iter=500, random_state=0)
    chosen = np.flatnonzero(choice.fit(rows, right, sample_weight=counts).coef_[0])
    model = LogisticRegression(C=_PRIOR, solver="liblinear", max_iter=500, random_state=0)
    model.fit(rows[:, chosen], right, sample_weight=counts)
    weights = zip(vectors.get_feature_names_out()[chosen], model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 2) for name, weight in weights if abs(weight) >= _SMALL}
    return {"bias": round(float(model.intercept_[0]), 2), "weights": kept}


def crossed(known: Sequence[Example]) -> Iterator[tuple[dict[str, Role], list[list[Example]]]]:
    """Roles trained on four fifths of the articles, with what is asked of the acts of the fifth that was left out."""
    groups = [one.article for one in known]
    for kept, left in GroupKFold(5).split(groups, groups=groups):
        kept_examples = [known[at] for at in kept]
        asked: dict[tuple[object, ...], list[Example]] = defaultdict(list)
        for one in (known[at] for at in left):
            asked[one.act, one.case, one.hidden].append(one)
        yield {role: Role(**trained(kept_examples, role)) for role in ROLES}, list(asked.values())


def trusted(left_out: Sequence[tuple[dict[str, Role], list[list[Example]]]], role: str) -> dict[str, Any]:
    """How often the rules are right by the log odds that the weights give what they found: bias and slope, and what an
    event of its own adds, whose words put its parties where others do not (received, was told)."""
    odds, right = list[dict[str, float]](), list[bool]()
    for roles, acts in left_out:
        for act in acts:
            one = act[0]
            if (
                one.hidden is None or one.hidden[0] != role or one.article.startswith("arabic_")
            ):  # a table: all are right
                continue
            if not one.event or not (one.source or one.target or any(one.wanted.values())):
                continue  # a word that tells nothing there, of one party: nothing is told of it either
            ids_told = one.hidden[1]
            for ids in [{name} for name in ids_told] if role == "party" else [set(ids_told)]:
                chances = [roles[role].chance([other.features]) for other in act if not ids.isdisjoint(other.ids)]
                if chances:
                    odds.append({"": log(max(chances) / (1 - max(chances))), one.event: 1.0})
                    right.append(not ids.isdisjoint(one.wanted.get(role, ())))
    print(f"  {role}: of {len(right)} found by rules {sum(right)} right", *_deciles(odds, right), sep="\n    ")
    vectors = DictVectorizer(sparse=False)
    model = LogisticRegression(C=1, max_iter=1000).fit(vectors.fit_transform(odds), right)
    told = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    slope = told.pop("")
    events = {name: round(more, 1) for name, more in told.items() if abs(more) >= _OWN}
    return {"bias": round(float(model.intercept_[0]), 2), "slope": round(slope, 2), "events": events}


def _deciles(odds: Sequence[dict[str, float]], right: Sequence[bool]) -> Iterator[str]:
    ranked = sorted((one[""], good) for one, good in zip(odds, right, strict=True))
    for part in np.array_split(np.arange(len(ranked)), 10):
        chance = 1 / (1 + exp(-ranked[part[-1]][0]))
        yield f"chance up to {chance:.2f}: {sum(ranked[at][1] for at in part) / len(part):.2f} right"


def report(left_out: Sequence[tuple[dict[str, Role], list[list[Example]]]]) -> Iterator[str]:
    """A line a kind of open end and threshold: how many were wanted, filled, right."""
    results: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    wanted: dict[str, int] = defaultdict(int)
    for roles, acts in left_out:
        weights = Weights(**roles, least=0.0)
        for act in (act for act in acts if act[0].real and act[0].case != "both"):
            chance, right, sought = outcome(weights, act)
            results[act[0].case].append((chance, right))
            wanted[act[0].case] += sought
    for case, told in results.items():
        for step in _STEPS:
            filled = [right for chance, right in told if chance >= step]
            yield f"  {case:7} ≥ {step}: {len(filled):4} filled, {sum(filled):4} right, of {wanted[case]} wanted"


def outcome(weights: Weights, act: Sequence[Example]) -> tuple[float, bool, bool]:
    """How likely the likeliest ends of an act are, whether they are right, and whether there were any to be found."""
    one, parties = act[0], [sorted(other.ids) for other in act]
    told = {role: one.wanted.get(role, frozenset()) for role in ROLES}
    if one.case == "party":
        ids, chance = set(one.source), 0.0
        chances = [weights.party.chance([other.features]) for other in act]
        for at in sorted(range(len(act)), key=lambda at: -chances[at]):
            if not ids.issuperset(parties[at]):  # as many as make two
                ids.update(parties[at])
                chance = chances[at]
            if len(ids) > 1:
                break
        return chance, len(ids) > 1 and ids <= told["party"], len(told["party"]) > 1
    sought = all(told[role] for role in ("source", "target"))
    sought = sought and all(
        not ends or not told[role].isdisjoint(ends) for role, ends in (("source", one.source), ("target", one.target))
    )
    asked = Act(0, "", "", False, one.source, one.target, ())
    chance, places = weights.ends(asked, parties, lambda places: [[act[at].features] for at in places])
    good = all(not told[one.case].isdisjoint(parties[at]) for at in places)
    return chance, bool(places) and good and sought, sought


if __name__ == "__main__":
    main()
