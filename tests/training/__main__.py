"""Make the weights of `data/attachment.yml`: `python -m tests.training [--check]`.

Prints, for articles left out in turn, how many open ends would be filled and how many of them rightly, by how likely
the least likely may be; then writes the weights, unless told only to check.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import dashboard
from dashboard.extractors.relations.company import Act
from dashboard.extractors.relations.weighing import Role, Weights

from .examples import Example, examples

DATA = Path(dashboard.__file__).parent / "data" / "attachment.yml"
ROLES = ("source", "target", "party")
# How likely an end must be to be told: from where on, in real articles that were read for it, three in four are right;
# lower, they soon were half wrong, and those who follow a region leave a desk that is often wrong.
LEAST = {
    "ar": {"source": 0.7, "target": 0.7, "both": 0.6, "party": 0.6},
    "en": {"source": 0.7, "target": 0.75, "both": 0.6, "party": 0.7},
}
_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
# What an example counts in which the rules' own findings are hidden; how much features may say when they are chosen
# and when they are weighed (scikit-learn's C); the weight below which one is left out; in how many acts it must be met.
_HIDDEN, _CHOICE, _PRIOR, _SMALL, _SEEN = 0.3, 0.8, 0.3, 0.02, 4
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
        print(*report(known), sep="\n")
        made[language] = {role: trained(known, role) for role in ROLES} | {"least": LEAST[language]}
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


def report(known: Sequence[Example]) -> Iterator[str]:
    """A line a kind of open end and threshold: how many were wanted, filled, right."""
    groups = [one.article for one in known]
    results: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    wanted: dict[str, int] = defaultdict(int)
    for kept, left in GroupKFold(5).split(groups, groups=groups):
        kept_examples = [known[at] for at in kept]
        roles = {role: Role(**trained(kept_examples, role)) for role in ROLES}
        weights = Weights(**roles, least=dict.fromkeys(("source", "target", "both", "party"), 0.0))
        acts: dict[int, list[Example]] = defaultdict(list)
        for at in left:
            if known[at].real:
                acts[known[at].act].append(known[at])
        for act in acts.values():
            chance, right, sought = outcome(weights, act)
            results[act[0].case].append((chance, right))
            wanted[act[0].case] += sought
    for case, told in results.items():
        for step in _STEPS:
            filled = [right for chance, right in told if chance >= step]
            yield f"  {case:7} ≥ {step}: {len(filled):4} filled, {sum(filled):4} right, of {wanted[case]} wanted"


def outcome(weights: Weights, act: Sequence[Example]) -> tuple[float, bool, bool]:
    """How likely the likeliest ends of an act are, whether they are right, and whether there were any to be found."""
    one, parties, features = act[0], [sorted(other.ids) for other in act], [other.features for other in act]
    told = {role: one.wanted.get(role, frozenset()) for role in ROLES}
    if one.case == "party":
        ids, chance = set(one.source), 0.0
        chances = [weights.party.chance(here) for here in features]
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
    ends = weights.ends(Act(0, "", "", False, one.source, one.target, ()), parties, features)
    if ends is None:
        return 0.0, False, sought
    chance, places = ends
    good = all(not told[role].isdisjoint(parties[at]) for role, found in places.items() for at in found)
    return chance, good and sought, sought


if __name__ == "__main__":
    main()
