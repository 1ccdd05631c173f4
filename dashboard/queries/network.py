"""States (and other actors) as a graph: named together in a sentence, or joined by coded relations."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from dashboard.filters import Filters

from . import layout, overview
from .actors import EVERYBODY, Also, actors_of, kinds, named, paired
from .corpus import Corpus
from .distinct import firsts, labels, tally
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
        kind = kinds(corpus)
        out = [id for id in pd.unique(found[["source", "target"]].to_numpy().ravel()) if kind.get(id) in left]
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
    sizes = pd.Series(_articles(corpus, filters, edges, also, ids), index=ids)
    sizes = sizes.sort_values(ascending=False, kind="stable")
    kind = kinds(corpus)
    return pd.DataFrame({
        "id": sizes.index, "articles": sizes.to_numpy(), "kind": [kind.get(id, "states") for id in sizes.index],
    })  # fmt: skip


def places(corpus: Corpus, edges: Edges, ids: tuple[str, ...], also: Also = ()) -> list[tuple[float, float]]:
    """Where nodes stand, whatever is filtered; those who join stand between the states, which keep their pattern."""
    beside = bool(also) and edges == "together"
    known, homes = (_beside(corpus), layout.joined(corpus)) if beside else (_placed(corpus, edges), {})
    return [known.get(id) or layout.around(known, homes.get(id), id) for id in ids]


@memo
def _beside(corpus: Corpus) -> layout.Places:
    return layout.beside(_placed(corpus, "together"), layout.joined(corpus))


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
    found, actors = select(corpus, filters).of(paired(corpus, also)), actors_of(corpus, also)
    found = folded(corpus, found, ["a", "b"])
    pair, ties = pd.factorize(found["a"].to_numpy() * np.int64(len(actors)) + found["b"].to_numpy())
    sentences, reports = np.bincount(pair, minlength=len(ties)), tally(pair, found["code"].to_numpy(), len(ties))
    order = np.lexsort((ties, -sentences, -reports))  # as `_ordered` has them: actors are numbered in their order
    one, other = np.divmod(ties[order], max(len(actors), 1))
    return pd.DataFrame({
        "source": actors[one], "target": actors[other], "sentences": sentences[order], "reports": reports[order],
        "directed": False, "score": np.nan,
    }).astype({"source": object, "target": object})  # fmt: skip


def _ordered(found: pd.DataFrame) -> pd.DataFrame:
    by = ["reports", "sentences", "source", "target", "directed"]
    return found.sort_values(by, ascending=[False, False, True, True, True], ignore_index=True)


def coded(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Coded relations as pairs of actors: source, target, directed, value (1, 0, −1), type, status, their place, and
    `relation`, their row in the frame of relations."""
    return select(corpus, filters).of(_coded(corpus))


@memo
def _coded(corpus: Corpus) -> pd.DataFrame:
    found = corpus.facts["relations"]
    mutual = found["reciprocal"].to_numpy(dtype=bool)
    ends = [found[end].astype(object) for end in ("source", "target")]
    known = ends[0].notna() & ends[1].notna() & (ends[0] != ends[1])
    directed = np.flatnonzero(known.to_numpy() & ~mutual)
    # Relations have few sets of parties: each is paired once.
    number, sets = pd.factorize(pd.Series(list(map(tuple, found["actors"][mutual])), dtype=object))
    each = [[sorted(pair) for pair in combinations(dict.fromkeys(actors), 2)] for actors in sets]
    many = np.array([len(pairs) for pairs in each], dtype=np.int64)[number] if len(sets) else number
    together = [pair for at in number for pair in each[at]]
    rows = np.concatenate([directed, np.repeat(np.flatnonzero(mutual), many)])
    sides = [[*end.iloc[directed], *(pair[side] for pair in together)] for side, end in enumerate(ends)]
    out = found[["type", "status", "code", "key", "at", "field", "start", "end"]].iloc[rows].reset_index(drop=True)
    value = found["sign"].map({"+": 1, "-": -1, "−": -1}).astype(object).fillna(0).to_numpy(dtype=np.int64)[rows]
    out = out.assign(
        source=pd.Categorical(sides[0]),
        target=pd.Categorical(sides[1]),
        directed=~mutual[rows],
        value=value,
        relation=rows,
    )
    return out.iloc[np.argsort(rows, kind="stable")].reset_index(drop=True)


@memo
def relations(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """`coded` by pair and direction, copies once: source, target, directed, sentences, reports, score (mean sign)."""
    found = folded(corpus, coded(corpus, filters), ["source", "target", "directed"])
    if found.empty:
        return pd.DataFrame(columns=["source", "target", "directed", "sentences", "reports", "score"])
    edge = labels(found, ["source", "target", "directed"])
    first = found[["source", "target", "directed"]].iloc[firsts(edge)]
    out = first.astype({"source": object, "target": object}).assign(
        sentences=tally(edge, found["at"].to_numpy(), len(first)),
        reports=tally(edge, found["code"].to_numpy(), len(first)),
        score=np.bincount(edge, found["value"]) / np.bincount(edge),
    )  # fmt: skip
    return _ordered(out)


def _articles(corpus: Corpus, filters: Filters, edges: Edges, also: Also, ids: np.ndarray) -> np.ndarray:
    """How many articles of the view name each of these actors or, by relations, tell what it did or met with."""
    if edges == "together" and not also:
        known = overview.states(corpus, filters).set_index("id")["articles"]
        return np.asarray(known.reindex(ids, fill_value=0))
    if edges == "together":
        found = select(corpus, filters).of(named(corpus, also)[["code", "at", "actor"]])
        actor, codes = found["actor"].cat, found["code"].to_numpy()
    else:
        found = coded(corpus, filters)
        actor = pd.Series(union_categoricals([found["source"], found["target"]])).cat
        codes = np.tile(found["code"].to_numpy(), 2)
    counts = tally(actor.codes.to_numpy(), codes, len(actor.categories))
    return np.asarray(np.append(counts, 0)[actor.categories.get_indexer(ids)])


def of_edge(corpus: Corpus, filters: Filters, edges: Edges, source: str, target: str, directed: bool = False) -> Hits:
    """The sentences behind one edge; a pair may have an edge each way and one without direction."""
    if edges == "relations":
        found = coded(corpus, filters)
        same = (found["source"] == source) & (found["target"] == target) & (found["directed"] == directed)
        return Hits(folded(corpus, found[same], ["source", "target", "directed"]))
    facts = select(corpus, filters).of(named(corpus, EVERYBODY))
    facts = facts[facts["actor"].isin([source, target])]
    at = facts["at"].to_numpy()
    both = [corpus.standing_in(at[(facts["actor"] == end).to_numpy()]) for end in (source, target)]
    facts = facts[(both[0] & both[1])[at]]
    return Hits(folded(corpus, facts.assign(pair=0), ["pair"]))


def of_node(corpus: Corpus, filters: Filters, edges: Edges, node: str) -> Hits:
    """The articles behind one node's size."""
    if edges == "relations":
        found = coded(corpus, filters)
        return Hits(found[(found["source"] == node) | (found["target"] == node)], "article")
    facts = select(corpus, filters).of(named(corpus, EVERYBODY))
    return Hits(facts[facts["actor"] == node], "article")
