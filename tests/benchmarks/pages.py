"""What the desk's pages ask of a large workspace: seconds a page, by filter, each asked for the first time.

The workspace is synthetic: the sample articles' findings many times over, on other days, under other ids and from
other sources. What is measured is the server's share of a page, without the browser's and without the texts.
"""

from __future__ import annotations

import datetime as dt
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.filters import Filters
from dashboard.ingest import open_workspace
from dashboard.queries import (
    announced,
    articles,
    atlas,
    dossier,
    namesakes,
    network,
    overview,
    pending,
    select,
    statements,
    themes,
    timeline,
)  # fmt: skip
from dashboard.queries.actors import EVERYBODY
from dashboard.queries.corpus import Corpus
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import gather
from dashboard.queries.stories import heads
from dashboard.queries.warm import warm
from dashboard.tables import frames

ALL = Filters()
SOURCES = 40


def pages(count: int) -> Iterator[str]:
    """A line a page: how long all that it asks takes, under each filter for the first time, and once again."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_workspace(str(Path(folder) / "w.db"))
        tiled = _tiled(frames(store), count)
    began = time.perf_counter()
    corpus = Corpus(tiled)
    select.facets(corpus, ALL)
    took, rows = time.perf_counter() - began, sum(map(len, tiled.values()))
    yield f"{len(corpus.articles)} articles, {rows} rows: indexed in {took:.2f} s, once a revision"
    began = time.perf_counter()
    if (thread := warm(corpus, _texts)) is not None:
        thread.join()
        yield f"first questions answered ahead of the pages, in the background: {time.perf_counter() - began:.2f} s"
    views = _views(corpus)
    left = ", ".join(f"{name} {select.select(corpus, view).count}" for name, view in views.items())
    yield f"articles left: {left}"
    yield f"{'seconds':<22}{''.join(f'{name:>10}' for name in views)}{'again':>10}"
    for name, asked in _questions(corpus).items():
        first = [_seconds(asked, view) for view in views.values()]
        again = _seconds(asked, ALL)
        yield f"{name:<22}{''.join(f'{took:>10.2f}' for took in (*first, again))}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory, the making of the workspace included: {peak:.0f} MB"


def _views(corpus: Corpus) -> dict[str, Filters]:
    """One filter of each kind, such as a reader sets one after the other."""
    _, last = select.bounds(corpus) or (dt.date.min, dt.date.max)
    months = {"start": last - dt.timedelta(days=89), "end": last}
    counts = select.facets(corpus, ALL)
    theme, state, source = (str(counts[name].index[0]) for name in ("themes", "states", "sources"))
    # Words are the index's own work; a query of fields is the corpus'.
    return {
        "all": ALL, "state": Filters(states=(state,)), "theme": Filters(themes=(theme,)), "period": Filters(**months),
        "days": Filters(basis="event", **months), "source": Filters(sources=(source,)),
        "search": Filters(query=f"country:{state} AND theme:{theme}"),
    }  # fmt: skip


def _questions(corpus: Corpus) -> dict[str, Callable[[Filters], object]]:
    today = overview.as_of(corpus, ALL) or dt.date.max
    state = Subject("state", str(select.facets(corpus, ALL)["states"].index[0]))

    def of(subject: Subject) -> Callable[[Filters], object]:
        return lambda f: (
            dossier.numbers(corpus, f, subject), dossier.per_period(corpus, f, subject),
            dossier.spoken_of(corpus, f, subject), dossier.company(corpus, f, subject),
            dossier.by(corpus, f, subject, _texts), dossier.about(corpus, f, subject, _texts),
            dossier.by_kind(corpus, f, subject), dossier.partners(corpus, f, subject),
        )  # fmt: skip

    return {
        "filters": lambda f: select.facets(corpus, f),
        "overview": lambda f: (
            overview.per_period(corpus, f), overview.states(corpus, f), overview.dyads(corpus, f),
            announced.events(corpus, f, today), overview.flags(corpus, f), heads(corpus, select.newest(corpus, f)),
        ),
        "timeline": lambda f: timeline.marks(corpus, f, "themes", "event"),
        "timeline of pairs": lambda f: timeline.marks(corpus, f, "dyads", "event"),
        "network": lambda f: network.graph(corpus, f, "together", network.legible(network.together(corpus, f))),
        "network of everybody": lambda f: network.graph(corpus, f, "together", 2, None, EVERYBODY),
        "network of relations": lambda f: network.graph(corpus, f, "relations"),
        "map": lambda f: (
            atlas.states(corpus, f), atlas.places(corpus, f), atlas.arcs(corpus, f), atlas.window(corpus, f)
        ),
        "dossier of a state": of(state),
        "statements": lambda f: (statements.speakers(corpus, f, _texts), statements.chosen(corpus, f, _texts)[:40]),
        "announced": lambda f: announced.events(corpus, f, today),
        "articles": lambda f: articles.table(corpus, f),
        "articles by title": lambda f: articles.ordered(corpus, articles.table(corpus, f), "title", str, str),
        "themes": lambda f: [themes.cues(corpus, f, str(id)) for id in select.facets(corpus, ALL)["themes"].index[:1]],
        "review": lambda f: (pending.rows(corpus, f), namesakes.pairs(corpus, f, "person")),
        "evidence of a state": lambda f: gather(corpus, overview.naming(corpus, f, state.states))[:40],
    }  # fmt: skip


def _texts(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    return {}


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
    if "batch" in out:  # an article's
        out["source"] = pd.Categorical(out["source"].astype(str) + " " + (turn % SOURCES).astype(str))
    for column in ("published", "from", "to"):
        if column in out:
            out[column] = out[column] + pd.to_timedelta(turn % 365, unit="D")
    return out
