"""Tables of what is counted: articles, states, pairs, edges, nodes, places, announced events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import pandas as pd

from dashboard.filters import Filters

from .. import announced, articles, atlas, network
from ..corpus import Corpus
from ..network import Edges
from ..select import newest
from ..stories import copies
from .view import Filled, Named, View, names

EVENTS = {"id": "id", "kind": "id", "actors": "list", "actor_ids": "list", "from": "day", "to": "day",
           "windows": "list", "state": "id", "reports": "int", "day": "day", "speaker": "text", "source": "id",
           "themes": "list", "later": "list"}  # fmt: skip


def stories(view: View, found: pd.DataFrame) -> Filled:
    """The rows of `articles.table` in any order."""
    about = view.corpus.articles.iloc[found["code"].to_numpy()]
    among = newest(view.corpus, view.filters)
    ids = view.corpus.articles["id"].to_numpy()
    counted = zip(found["code"], found["copies"], strict=True)
    inside = [[ids[other] for other in copies(view.corpus, code, among)] if more else [] for code, more in counted]
    return {
        **{name: about[name] for name in ("id", "title", "url", "author", "language", "published")},
        "source": view.sources(about["source"]),
        "how": found["how"], "flags": found["flags"], "copies": found["copies"], "copied_in": inside,
        "states": names(_listed(view, found, "state"), view.actor),
        "themes": names(_listed(view, found, "theme"), view.theme),
        "first": found["low"], "last": found["high"],
    }  # fmt: skip


def _listed(view: View, found: pd.DataFrame, column: Literal["state", "theme"]) -> pd.Series:
    ids = articles.listed(view.corpus, column).of(found["code"])
    return pd.Series(ids, index=found.index, dtype=object)


def ties(edges: pd.DataFrame, actor: Named) -> Filled:
    """The edges of `network.Graph` with the names of their ends."""
    names = ("source", "target", "sentences", "reports", "directed", "score")
    return {**{name: edges[name] for name in names}, "source_name": map(actor, edges["source"]),
            "target_name": map(actor, edges["target"])}  # fmt: skip


def of_articles(view: View) -> Filled:
    return stories(view, articles.table(view.corpus, view.filters))


def of_counted(
    query: Callable[[Corpus, Filters], pd.DataFrame], name: Callable[[View, str], str]
) -> Callable[[View], Filled]:
    def fill(view: View) -> Filled:
        found = query(view.corpus, view.filters)
        return {"id": found["id"], "name": [name(view, id) for id in found["id"]], "articles": found["articles"],
                "before": found["before"]}  # fmt: skip

    return fill


def pair(view: View, id: str) -> str:
    return " – ".join(map(view.actor, id.split("-", 1)))


def of_edges(view: View) -> Filled:
    found = pd.concat([network.tied(view.corpus, view.filters, kind).assign(edges=kind) for kind in get_args(Edges)])
    return {"edges": found["edges"], **ties(found, view.actor)}


def of_nodes(view: View) -> Filled:
    each = {kind: network.nodes(view.corpus, view.filters, kind) for kind in get_args(Edges)}
    found = pd.concat([frame.assign(edges=kind) for kind, frame in each.items()])
    return {**{name: found[name] for name in found}, "name": map(view.actor, found["id"])}


def of_places(view: View) -> Filled:
    found = atlas.places(view.corpus, view.filters)
    return {"name": found["ar"], "name_en": found["en"], **{name: found[name] for name in found}}


def of_announced(view: View) -> Filled:
    found = announced.events(view.corpus, view.filters, view.today)
    if found.empty:
        return dict.fromkeys(EVENTS, ())
    after = [announced.after(view.corpus, view.filters, rows)["status"].astype(str).unique() for rows in found["later"]]
    return {
        **{name: found[name] for name in ("id", "kind", "state", "reports", "day", "speaker")},
        "source": view.sources(found["source"]),
        "from": found["low"], "to": found["high"], "windows": [_windows(spans) for spans in found["windows"]],
        "actors": names(found["actors"], view.actor), "actor_ids": found["actors"],
        "themes": names(found["themes"], view.theme), "later": after,
    }  # fmt: skip


def _windows(spans: tuple[tuple[pd.Timestamp, pd.Timestamp], ...]) -> list[str]:
    return ["..".join("" if pd.isna(day) else day.date().isoformat() for day in span) for span in spans]
