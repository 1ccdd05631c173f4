"""States (and other actors) as a graph: named together in a sentence, or joined by coded relations."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import layout
from .actors import EVERYBODY, Also, kinds, named, pairs
from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select
from .stories import folded

Edges = Literal["together", "relations"]
MOST_NODES = 200


@dataclass(frozen=True)
class Graph:
    """`nodes`: id, articles, kind, x, y. `edges`: source, target, sentences, reports, directed, score (−1 conflict … 1,
    or NaN)."""

    nodes: pd.DataFrame
    edges: pd.DataFrame


@memo
def graph(
    corpus: Corpus, filters: Filters, edges: Edges, threshold: int = 1, around: str | None = None, also: Also = ()
) -> Graph:
    """A view's graph: edges of at least `threshold` reports, and their nodes; `around` keeps one's own ties.

    States stand in it always, organisations and people where `also` says so.
    """
    found = together(corpus, filters, also) if edges == "together" else relations(corpus, filters)
    left = [kind for kind in EVERYBODY if kind not in also]
    if edges == "relations" and left:
        out = {id for id, kind in kinds(corpus).items() if kind in left}
        found = found[~found["source"].isin(out) & ~found["target"].isin(out)]
    found = found[found["reports"] >= threshold]
    if around:
        found = found[(found["source"] == around) | (found["target"] == around)]
    ends = _ends(corpus, filters, edges, found, also).head(MOST_NODES)
    found = found[found["source"].isin(ends["id"]) & found["target"].isin(ends["id"])].reset_index(drop=True)
    spots = np.array(places(corpus, edges, tuple(ends["id"]), also)).reshape(-1, 2)
    return Graph(ends.assign(x=spots[:, 0], y=spots[:, 1]), found)


def tied(corpus: Corpus, filters: Filters, edges: Edges) -> pd.DataFrame:
    """All edges of a view between states or, of coded relations, between all who have any."""
    return together(corpus, filters) if edges == "together" else relations(corpus, filters)


def nodes(corpus: Corpus, filters: Filters, edges: Edges) -> pd.DataFrame:
    """The ends of `tied`, those that most articles name first: id, articles, kind."""
    return _ends(corpus, filters, edges, tied(corpus, filters, edges), ())


def _ends(corpus: Corpus, filters: Filters, edges: Edges, found: pd.DataFrame, also: Also) -> pd.DataFrame:
    ids = pd.unique(found[["source", "target"]].to_numpy().ravel())
    sizes = _articles(corpus, filters, edges, also).reindex(ids).fillna(0).astype(int)
    sizes = sizes.sort_values(ascending=False, kind="stable")
    kind = kinds(corpus)
    return pd.DataFrame({
        "id": sizes.index, "articles": sizes.to_numpy(), "kind": [kind.get(id, "states") for id in sizes.index],
    })  # fmt: skip


def places(corpus: Corpus, edges: Edges, ids: tuple[str, ...], also: Also = ()) -> list[tuple[float, float]]:
    """Where nodes stand, whatever is filtered; those who join stand between the states, which keep their pattern."""
    known = _beside(corpus, edges) if also and edges == "together" else _placed(corpus, edges)
    return [known.get(id) or layout.around(known, None, id) for id in ids]


@memo
def _beside(corpus: Corpus, edges: Edges) -> layout.Places:
    return layout.beside(_placed(corpus, edges), layout.joined(corpus))


@memo
def _placed(corpus: Corpus, edges: Edges) -> layout.Places:
    return layout.layout(together(corpus, Filters()) if edges == "together" else relations(corpus, Filters()))


def legible(found: pd.DataFrame, most: int = 110) -> int:
    """The lowest threshold that leaves no more edges than can be told apart."""
    counts = found["reports"].sort_values(ascending=False).to_numpy()
    return 1 if len(counts) <= most else int(counts[most]) + 1


@memo
def together(corpus: Corpus, filters: Filters, also: Also = ()) -> pd.DataFrame:
    """Pairs by the sentences that name both, copies once: source, target, sentences, reports, directed, score.

    Reports are independent ones: the articles that say it, copies of one counted once.
    """
    left = select(corpus, filters).of(named(corpus, also))
    number, actors = pd.factorize(left["actor"], sort=True)
    found = folded(corpus, pairs(left.assign(actor=number)), ["a", "b"])
    pair = found["a"].to_numpy() * len(actors) + found["b"].to_numpy()
    once, sentences = np.unique(pair, return_counts=True)
    said = np.unique(np.stack([pair, found["code"].to_numpy()]), axis=1)[0] if len(pair) else pair
    reports = np.unique(said, return_counts=True)[1]
    out = pd.DataFrame({
        "source": actors[once // max(len(actors), 1)], "target": actors[once % max(len(actors), 1)],
        "sentences": sentences, "reports": reports,
    }).astype({"source": object, "target": object})  # fmt: skip
    return _ordered(out.assign(directed=False, score=np.nan))


def _ordered(found: pd.DataFrame) -> pd.DataFrame:
    by = ["reports", "sentences", "source", "target"]
    return found.sort_values(by, ascending=[False, False, True, True], ignore_index=True)


@memo
def coded(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Coded relations as pairs of actors: source, target, directed, value (1, 0, −1), type, status and their place."""
    left = select(corpus, filters).of(corpus.facts["relations"])
    rows = []
    for fact in left.itertuples(index=False):
        value = {"+": 1, "-": -1, "−": -1}.get(str(fact.sign), 0)
        if fact.reciprocal:
            pairs = [tuple(sorted(pair)) for pair in combinations(dict.fromkeys(fact.actors), 2)]
        else:
            known = isinstance(fact.source, str) and isinstance(fact.target, str) and fact.source != fact.target
            pairs = [(fact.source, fact.target)] if known else []
        rows += [
            (
                a,
                b,
                not fact.reciprocal,
                value,
                fact.type,
                fact.status,
                fact.code,
                fact.key,
                fact.field,
                fact.start,
                fact.end,
            )
            for a, b in pairs
        ]
    names = ["source", "target", "directed", "value", "type", "status", "code", "key", "field", "start", "end"]
    return pd.DataFrame(rows, columns=names)


@memo
def relations(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """`coded` by pair and direction, copies once: source, target, directed, sentences, reports, score (mean sign)."""
    found = folded(corpus, coded(corpus, filters), ["source", "target", "directed"])
    if found.empty:
        return pd.DataFrame(columns=["source", "target", "directed", "sentences", "reports", "score"])
    out = found.groupby(["source", "target", "directed"], as_index=False).agg(
        sentences=("key", "nunique"), reports=("code", "nunique"), score=("value", "mean")
    )
    return _ordered(out)


def _articles(corpus: Corpus, filters: Filters, edges: Edges, also: Also) -> pd.Series:
    if edges == "together":
        left = select(corpus, filters).of(named(corpus, also))[["code", "actor"]].drop_duplicates()
        return left["actor"].value_counts()
    found = coded(corpus, filters)
    ends = [found[["code", end]].rename(columns={end: "id"}) for end in ("source", "target")]
    return pd.concat(ends).drop_duplicates()["id"].value_counts()


def of_edge(corpus: Corpus, filters: Filters, edges: Edges, source: str, target: str, directed: bool = False) -> Hits:
    """The sentences behind one edge; a pair may have an edge each way and one without direction."""
    if edges == "relations":
        found = coded(corpus, filters)
        same = (found["source"] == source) & (found["target"] == target) & (found["directed"] == directed)
        return Hits(folded(corpus, found[same], ["source", "target", "directed"]))
    facts = select(corpus, filters).of(named(corpus, EVERYBODY))
    facts = facts[facts["actor"].isin([source, target])]
    both = facts.groupby("key")["actor"].nunique()
    facts = facts[facts["key"].isin(both.index[both == 2])]
    return Hits(folded(corpus, facts.assign(pair=0), ["pair"]))


def of_node(corpus: Corpus, filters: Filters, edges: Edges, node: str) -> Hits:
    """The articles behind one node's size."""
    if edges == "relations":
        found = coded(corpus, filters)
        return Hits(found[(found["source"] == node) | (found["target"] == node)], "article")
    facts = select(corpus, filters).of(named(corpus, EVERYBODY))
    return Hits(facts[facts["actor"] == node], "article")
