"""The number on a chart is the number of rows behind it, and each row shows the words that were counted."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import network, overview, timeline
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import Hits, cut, gather, place
from dashboard.queries.lanes import Lanes, Time
from dashboard.store import Store

VIEWS = [
    Filters(),
    Filters(states=("IRN",)),
    Filters(themes=("naval-drills", "sanctions")),
    Filters(start=dt.date(2023, 3, 1), end=dt.date(2023, 3, 31)),
    Filters(basis="event", start=dt.date(2023, 3, 1), end=dt.date(2023, 3, 31)),
    Filters(query="روسيا"),
]
views = pytest.mark.parametrize("view", VIEWS)


def shown(corpus: Corpus, store: Store, hits: Hits) -> list[list[str]]:
    """The marked words of each row."""
    texts = store.texts(corpus.articles["id"])
    return [
        [text for piece in row.pieces for text, mark in cut(piece, texts[row.article]) if mark]
        for row in gather(corpus, hits)
    ]


@views
def test_bars(corpus: Corpus, view: Filters) -> None:
    _, tidy, _ = overview.per_period(corpus, view)
    for bar in tidy.itertuples():
        assert len(gather(corpus, overview.in_period(corpus, view, bar.period, bar.theme))) == bar.articles


@views
def test_states_and_dyads(corpus: Corpus, view: Filters) -> None:
    for row in overview.states(corpus, view).itertuples():
        assert len(gather(corpus, overview.naming(corpus, view, (row.id,)))) == row.articles
    for row in overview.dyads(corpus, view).itertuples():
        assert len(gather(corpus, overview.naming(corpus, view, tuple(row.id.split("-"))))) == row.articles


@views
@pytest.mark.parametrize("lanes", ["themes", "states", "dyads"])
@pytest.mark.parametrize("time", ["event", "published"])
def test_timeline_marks_at_every_nearness(corpus: Corpus, view: Filters, lanes: Lanes, time: Time,
                                         monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Crowded, and drawn together: whole, near and far; each mark has an id of its own and opens what it counts."""
    monkeypatch.setattr(timeline, "CROWDED", 2)
    corpus.cache.clear()
    for span in (None, (pd.Timestamp("2023-02-01"), pd.Timestamp("2023-03-15"))):
        found = timeline.marks(corpus, view, lanes, time, span)
        assert found["id"].is_unique
        for mark in found.to_dict("records"):
            assert len(gather(corpus, timeline.behind(corpus, view, lanes, time, (mark["id"],), span))) == mark["count"]
    corpus.cache.clear()


@views
@pytest.mark.parametrize("lanes", ["themes", "states", "dyads"])
@pytest.mark.parametrize("time", ["event", "published"])
def test_timeline_marks(corpus: Corpus, view: Filters, lanes: Lanes, time: Time) -> None:
    for mark in timeline.marks(corpus, view, lanes, time).to_dict("records"):
        assert len(gather(corpus, timeline.behind(corpus, view, lanes, time, (mark["id"],)))) == mark["count"]


@views
@pytest.mark.parametrize("edges", ["together", "relations"])
def test_nodes_and_edges(corpus: Corpus, view: Filters, edges: network.Edges) -> None:
    graph = network.graph(corpus, view, edges)
    for edge in graph.edges.itertuples():
        hits = network.of_edge(corpus, view, edges, edge.source, edge.target, edge.directed)
        found = gather(corpus, hits)
        assert len(found) == edge.sentences
        assert len({row.code for row in found}) == edge.reports
    for node in graph.nodes.itertuples():
        assert len(gather(corpus, network.of_node(corpus, view, edges, node.id))) == node.articles


def test_rows_show_what_was_counted(corpus: Corpus, store: Store) -> None:
    assert shown(corpus, store, overview.naming(corpus, Filters(), ("SAU", "IRN"))) == [["السعودية", "إيران"]]
    theme = overview.in_period(corpus, Filters(), dt.datetime(2023, 3, 6), "diplomacy")  # type: ignore[arg-type]
    assert shown(corpus, store, theme) == [["استئناف العلاقات", "المحادثات"]]


def test_rows_come_newest_first_and_know_their_place(corpus: Corpus) -> None:
    rows = gather(corpus, overview.naming(corpus, Filters(), ("IRN",)))
    assert [row.article for row in rows] == ["a3", "a2", "a1"]
    assert place(rows[2]) == ("text", 6, 11)


def test_overlapping_marks_are_cut_once() -> None:
    from dashboard.queries.evidence import Piece

    piece = Piece("text", 0, 10, ((2, 6), (4, 8), (2, 4)))
    segments = cut(piece, ("", "0123456789"))
    assert "".join(text for text, _ in segments) == "0123456789"
    assert [text for text, mark in segments if mark] == ["23", "45", "67"] or "".join(
        t for t, m in segments if m
    ) == "234567"
