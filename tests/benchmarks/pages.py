"""What the desk's pages ask of a large workspace: seconds a question, each asked for the first time of its view.

The workspace is synthetic: the sample articles' findings many times over, on other days and under other ids. What is
measured is the server's share of a page, without the browser's.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.filters import Filters
from dashboard.ingest import open_workspace
from dashboard.queries import (
    announced,
    articles,
    atlas,
    namesakes,
    network,
    overview,
    pending,
    select,
    statements,
    timeline,
)
from dashboard.queries.corpus import Corpus
from dashboard.tables import frames

ALL = Filters()
ONE = replace(ALL, states=("IRN",))


def pages(count: int) -> Iterator[str]:
    """A line a page: how long all that it asks takes, of everything and of one state's articles."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_workspace(str(Path(folder) / "w.db"))
        tiled = _tiled(frames(store), count)
    began = time.perf_counter()
    corpus = Corpus(tiled)
    select.facets(corpus, ALL)
    took, rows = time.perf_counter() - began, sum(map(len, tiled.values()))
    yield f"{len(corpus.articles)} articles, {rows} rows: indexed in {took:.2f} s, once a revision"
    for name, asked in _questions(corpus).items():
        whole, one = _seconds(asked, ALL), _seconds(asked, ONE)
        yield f"{name}: {whole:.2f} s for everything, {one:.2f} s for one state, {_seconds(asked, ONE):.3f} s again"


def _questions(corpus: Corpus) -> dict[str, Callable[[Filters], object]]:
    today = overview.as_of(corpus, ALL) or dt.date.max
    return {
        "filters": lambda f: select.facets(corpus, f),
        "overview": lambda f: (
            overview.per_period(corpus, f), overview.states(corpus, f), overview.dyads(corpus, f),
            overview.flags(corpus, f), select.newest(corpus, f),
        ),
        "timeline": lambda f: timeline.marks(corpus, f, "themes", "event"),
        "network": lambda f: network.graph(corpus, f, "together", network.legible(network.together(corpus, f))),
        "network of relations": lambda f: network.relations(corpus, f),
        "map": lambda f: (atlas.states(corpus, f), atlas.places(corpus, f), atlas.arcs(corpus, f)),
        "statements": lambda f: statements.statements(corpus, f),
        "announced": lambda f: announced.events(corpus, f, today),
        "articles": lambda f: articles.table(corpus, f),
        "review": lambda f: (pending.rows(corpus, f), namesakes.pairs(corpus, f, "person")),
    }  # fmt: skip


def _seconds(asked: Callable[[Filters], object], filters: Filters) -> float:
    began = time.perf_counter()
    asked(filters)
    return time.perf_counter() - began


def _tiled(found: dict[str, pd.DataFrame], count: int) -> dict[str, pd.DataFrame]:
    """The frames of `count` articles: the given ones over and over, each time some days later."""
    times = -(-count // len(found["articles"]))
    return {name: _copies(frame, times) for name, frame in found.items()}


def _copies(frame: pd.DataFrame, times: int) -> pd.DataFrame:
    out = pd.concat([frame] * times, ignore_index=True)
    turn = np.repeat(np.arange(times), len(frame))
    for column in {"article", "id", "story"} & set(out.columns):
        if column == "id" and "article" in out:
            continue  # an entity's
        out[column] = pd.Categorical(out[column].astype(str) + "-" + turn.astype(str))
    for column in ("published", "from", "to"):
        if column in out:
            out[column] = out[column] + pd.to_timedelta(turn % 365, unit="D")
    return out
