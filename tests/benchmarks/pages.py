"""What the desk's pages ask of a large workspace: seconds a page, by filter, each asked for the first time.

The workspace is synthetic: the sample articles' findings many times over, on other days, under other ids and from
other sources. What is measured is all that the server reckons for a page, the sidebar's counts with it, from nothing
that was kept under that filter: what a reader waits for who sets it on that page. The browser's share, the drawing of
figures and the texts are not in it (`interactions` has the whole of it, on the samples).
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
    brief,
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
from dashboard.queries.actors import EVERYBODY, Also
from dashboard.queries.corpus import Corpus
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import gather
from dashboard.queries.lanes import Lanes, Time
from dashboard.queries.months import months
from dashboard.queries.network import Edges
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
    filters = views(corpus)
    left = ", ".join(f"{name} {select.select(corpus, view).count}" for name, view in filters.items())
    yield f"articles left: {left}"
    yield f"{'seconds':<22}{''.join(f'{name:>10}' for name in filters)}{'again':>10}"
    for name, asked in _questions(corpus).items():
        first = [_first(corpus, asked, view) for view in filters.values()]
        asked(ALL)
        yield f"{name:<22}{''.join(f'{took:>10.2f}' for took in (*first, _seconds(asked, ALL)))}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory, the making of the workspace included: {peak:.0f} MB"


def views(corpus: Corpus) -> dict[str, Filters]:
    """One filter of each kind, such as a reader sets one after the other: of each the choice that leaves most."""
    year = int(pd.Series(corpus.days).dt.year.mode().iloc[0])
    days = {"start": dt.date(year, 1, 1), "end": dt.date(year, 12, 31)}
    counts = select.facets(corpus, ALL)
    theme, state, source = (str(counts[name].index[0]) for name in ("themes", "states", "sources"))
    # Words are the index's own work; a query of fields is the corpus'.
    return {
        "all": ALL, "state": Filters(states=(state,)), "theme": Filters(themes=(theme,)), "year": Filters(**days),
        "days": Filters(basis="event", **days), "source": Filters(sources=(source,)),
        "search": Filters(query=f"country:{state} AND theme:{theme}"),
    }  # fmt: skip


def _questions(corpus: Corpus) -> dict[str, Callable[[Filters], object]]:
    today = dt.date.today()
    state = Subject("state", str(select.facets(corpus, ALL)["states"].index[0]))

    def of(subject: Subject) -> Callable[[Filters], object]:
        return lambda f: (
            dossier.roles(corpus, subject), dossier.numbers(corpus, f, subject), dossier.per_period(corpus, f, subject),
            timeline.window(corpus, f, dossier.spoken_of(corpus, f, subject)), dossier.company(corpus, f, subject),
            dossier.by(corpus, f, subject, _texts)[:15], dossier.about(corpus, f, subject, _texts)[:15],
            dossier.by_kind(corpus, f, subject), dossier.signs(corpus, f, subject),
            dossier.partners(corpus, f, subject), heads(corpus, select.newest(corpus, f)),
        )  # fmt: skip

    def lanes(on: Lanes, by: Time) -> Callable[[Filters], object]:
        return lambda f: timeline.window(corpus, f, timeline.marks(corpus, f, on, by))

    def net(edges: Edges, also: Also = ()) -> Callable[[Filters], object]:
        def drawn(f: Filters) -> object:
            every = network.graph(corpus, f, edges, also=also)
            return months(corpus, f), network.graph(corpus, f, edges, network.legible(every.edges), None, also)

        return drawn

    return {
        "filters": lambda f: select.facets(corpus, f),
        "overview": lambda f: (
            overview.per_period(corpus, f), overview.whole_periods(corpus, f), overview.states(corpus, f),
            overview.dyads(corpus, f), announced.events(corpus, f, today), overview.flags(corpus, f),
            heads(corpus, select.newest(corpus, f)),
        ),
        "timeline": lanes("themes", "event"),
        "timeline of pairs": lanes("dyads", "event"),
        "timeline by article": lanes("dyads", "published"),
        "network": net("together"),
        "network of everybody": net("together", EVERYBODY),
        "network of relations": net("relations", ("organizations",)),
        "map": lambda f: (
            atlas.states(corpus, f), atlas.places(corpus, f), atlas.arcs(corpus, f),
            *(atlas.window(corpus, f, upright) for upright in (False, True)),
        ),
        "dossier of a state": of(state),
        "statements": lambda f: (statements.speakers(corpus, f, _texts), statements.chosen(corpus, f, _texts)[:40]),
        "announced": lambda f: announced.events(corpus, f, today),
        "articles": lambda f: articles.table(corpus, f),
        "articles by title": lambda f: articles.ordered(corpus, articles.table(corpus, f), "title", str, str),
        "themes": lambda f: [themes.cues(corpus, f, str(id)) for id in select.facets(corpus, ALL)["themes"].index[:1]],
        "review": lambda f: (pending.rows(corpus, f), namesakes.pairs(corpus, f, "person")),
        "brief": lambda f: [brief.groups(corpus, f, section, _texts, today) for section in brief.SECTIONS],
        "evidence of a state": lambda f: gather(corpus, overview.naming(corpus, f, state.states))[:40],
    }  # fmt: skip


def _texts(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    return {}


def _first(corpus: Corpus, asked: Callable[[Filters], object], filters: Filters) -> float:
    """What a page takes where nothing is kept of its filters, the sidebar's counts with it."""
    for key in [key for key, (_, taken) in corpus.cache.items() if taken]:
        del corpus.cache[key]  # what filters were asked of; what every page starts from stays
    return _seconds(lambda f: (select.facets(corpus, f), asked(f)), filters)


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
