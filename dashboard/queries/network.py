"""States (and other actors) as a graph: named together in a sentence, or joined by coded relations."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse

from dashboard.filters import Filters

from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select
from .stories import folded, shared

Edges = Literal["together", "relations"]
MOST_NODES = 150
STAGE = (820.0, 470.0)  # pixels
ROOM = (104.0, 62.0)  # pixels that a node takes with its name


@dataclass(frozen=True)
class Graph:
    """`nodes`: id, articles, x, y. `edges`: source, target, sentences, directed, score (−1 conflict … 1, or NaN)."""

    nodes: pd.DataFrame
    edges: pd.DataFrame


@memo
def graph(corpus: Corpus, filters: Filters, edges: Edges, threshold: int = 1, around: str | None = None) -> Graph:
    """A view's graph: edges of at least `threshold` sentences, and their nodes; `around` keeps one's own ties."""
    found = together(corpus, filters) if edges == "together" else relations(corpus, filters)
    found = found[found["sentences"] >= threshold]
    if around:
        found = found[(found["source"] == around) | (found["target"] == around)]
    ids = pd.unique(found[["source", "target"]].to_numpy().ravel())
    sizes = _articles(corpus, filters, edges).reindex(ids).fillna(0).astype(int)
    sizes = sizes.sort_values(ascending=False).head(MOST_NODES)
    found = found[found["source"].isin(sizes.index) & found["target"].isin(sizes.index)].reset_index(drop=True)
    places = layout(corpus, edges)
    nodes = pd.DataFrame({"id": sizes.index, "articles": sizes.to_numpy()})
    spots = np.array([places.get(i, (0.0, 0.0)) for i in nodes["id"]]).reshape(-1, 2)
    return Graph(nodes.assign(x=spots[:, 0], y=spots[:, 1]), found)


def legible(found: pd.DataFrame, most: int = 110) -> int:
    """The lowest threshold that leaves no more edges than can be told apart."""
    counts = found["sentences"].sort_values(ascending=False).to_numpy()
    return 1 if len(counts) <= most else int(counts[most]) + 1


@memo
def together(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Pairs of states by the sentences that name both, copies once: source, target, sentences, directed, score."""
    left = select(corpus, filters).of(corpus.state_sentences)
    rows, sentences = pd.factorize(left["key"])
    columns, states = pd.factorize(left["state"].astype(str), sort=True)
    copied = shared(corpus, left)
    alone = (~copied).astype(np.int64)
    named = sparse.csr_matrix((alone, (rows, columns)), (len(sentences), len(states)))
    # Copies are few: their pairs are made as rows, and of each pair the copy that names it most is counted.
    told = pd.DataFrame({"key": left["key"], "code": left["code"], "state": columns})[copied]
    pairs = told.merge(told[["key", "state"]], on="key", suffixes=("_a", "_b"))
    pairs = folded(corpus, pairs[pairs["state_a"] < pairs["state_b"]], ["state_a", "state_b"])
    once = (np.ones(len(pairs), np.int64), (pairs["state_a"], pairs["state_b"]))
    counts = sparse.triu(named.T @ named + sparse.csr_matrix(once, (len(states), len(states))), k=1).tocoo()
    counts.eliminate_zeros()
    out = pd.DataFrame({"source": states[counts.row], "target": states[counts.col], "sentences": counts.data})
    out = out.assign(directed=False, score=np.nan)
    return out.sort_values(["sentences", "source", "target"], ascending=[False, True, True], ignore_index=True)


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
    """`coded` by pair and direction, copies once: source, target, directed, sentences, score (mean of the signs)."""
    found = folded(corpus, coded(corpus, filters), ["source", "target", "directed"])
    if found.empty:
        return pd.DataFrame(columns=["source", "target", "directed", "sentences", "score"])
    out = found.groupby(["source", "target", "directed"], as_index=False).agg(
        sentences=("key", "nunique"), score=("value", "mean")
    )
    return out.sort_values(["sentences", "source", "target"], ascending=[False, True, True], ignore_index=True)


def _articles(corpus: Corpus, filters: Filters, edges: Edges) -> pd.Series:
    if edges == "together":
        left = select(corpus, filters).of(corpus.state_sentences)[["code", "state"]].drop_duplicates()
        return left["state"].astype(str).value_counts()
    found = coded(corpus, filters)
    ends = [found[["code", end]].rename(columns={end: "id"}) for end in ("source", "target")]
    return pd.concat(ends).drop_duplicates()["id"].value_counts()


@memo
def layout(corpus: Corpus, edges: Edges) -> dict[str, tuple[float, float]]:
    """A place in pixels for each node, once a revision and over the whole workspace: filters move nothing."""
    found = together(corpus, Filters()) if edges == "together" else relations(corpus, Filters())
    net = nx.Graph()
    # Weights would pull the busiest states into one knot, which is where names have to be read.
    net.add_edges_from(zip(found["source"], found["target"], strict=True))
    if not net:
        return {}
    # Groups without a tie to the others would drift off and leave the rest no room.
    groups = sorted(nx.connected_components(net), key=len, reverse=True)
    hubs = [max(sorted(group), key=net.degree) for group in groups]
    net.add_edges_from((hubs[0], hub) for hub in hubs[1:])
    spots = nx.spring_layout(net, seed=7, iterations=120 if len(net) < 200 else 50)
    places = _apart(_spread(np.array([spots[node] for node in net])))
    return {str(node): (float(x), float(y)) for node, (x, y) in zip(net, places, strict=True)}


def _spread(places: np.ndarray) -> np.ndarray:
    """Fill the stage, grown with the number of nodes: half by where a node is, half by its rank on that axis."""
    stage = np.array(STAGE) * max(1.0, (len(places) / 18) ** 0.5)
    ranks = places.argsort(axis=0).argsort(axis=0) / max(len(places) - 1, 1)
    room = np.where(np.ptp(places, axis=0) > 0, np.ptp(places, axis=0), 1.0)
    return np.asarray((((places - places.min(axis=0)) / room + ranks) / 2 - 0.5) * stage)


def _apart(places: np.ndarray) -> np.ndarray:
    """Push nodes off each other until each has room for its name."""
    unit = places / np.array(ROOM)
    for _ in range(80):
        gaps = unit[:, None] - unit[None]
        far = np.hypot(gaps[..., 0], gaps[..., 1])
        np.fill_diagonal(far, np.inf)
        push = np.clip(1 - far, 0, None) / 2
        if not push.any():
            break
        unit = unit + (gaps / np.maximum(far, 1e-9)[..., None] * push[..., None]).sum(axis=1)
    return np.asarray(unit * np.array(ROOM))


def of_edge(corpus: Corpus, filters: Filters, edges: Edges, source: str, target: str, directed: bool = False) -> Hits:
    """The sentences behind one edge; a pair may have an edge each way and one without direction."""
    if edges == "relations":
        found = coded(corpus, filters)
        same = (found["source"] == source) & (found["target"] == target) & (found["directed"] == directed)
        return Hits(folded(corpus, found[same], ["source", "target", "directed"]))
    facts = select(corpus, filters).of(corpus.state_mentions)
    facts = facts[facts["state"].isin([source, target])]
    both = facts.groupby("key")["state"].nunique()
    facts = facts[facts["key"].isin(both.index[both == 2])]
    return Hits(folded(corpus, facts.assign(pair=0), ["pair"]))


def of_node(corpus: Corpus, filters: Filters, edges: Edges, node: str) -> Hits:
    """The articles behind one node's size."""
    if edges == "relations":
        found = coded(corpus, filters)
        return Hits(found[(found["source"] == node) | (found["target"] == node)], "article")
    facts = select(corpus, filters).of(corpus.state_mentions)
    return Hits(facts[facts["state"] == node], "article")
