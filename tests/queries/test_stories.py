"""Copies of one article count once in the network and in what is announced; the panel shows as many as the chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.filters import Filters
from dashboard.queries import network, overview
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import gather
from dashboard.store import Store
from dashboard.tables import frames
from tests.deskdata import DRAFTS, fill

MORE = "ثم التقى وفدا [SAU:السعودية] و[IRN:إيران] مرة أخرى في اليوم التالي."
EXTRA = (
    replace(DRAFTS[0], id="b1", source="نسخة"),
    replace(DRAFTS[0], id="b2", source="نسخة ثانية"),
)


@pytest.fixture
def corpora(tmp_path: Path) -> tuple[Corpus, Corpus]:
    def corpus(name: str, drafts: tuple) -> Corpus:  # type: ignore[type-arg]
        store = fill(Store(tmp_path / name), drafts)
        return Corpus(frames(store), store.revision(), store.search)

    return corpus("plain.db", DRAFTS), corpus("copied.db", (*DRAFTS, *EXTRA))


@pytest.mark.parametrize("edges", ["together", "relations"])
def test_copies_widen_no_edge(corpora: tuple[Corpus, Corpus], edges: network.Edges) -> None:
    plain, copied = (network.graph(corpus, Filters(), edges).edges for corpus in corpora)
    assert len(plain) and plain.equals(copied)
    for edge in copied.itertuples():
        hits = network.of_edge(corpora[1], Filters(), edges, edge.source, edge.target, edge.directed)
        assert len(gather(corpora[1], hits)) == edge.sentences


def test_another_report_does_widen(tmp_path: Path, corpora: tuple[Corpus, Corpus]) -> None:
    other = replace(DRAFTS[1], id="c1", text=MORE, themes={}, relations=[])
    store = fill(Store(tmp_path / "other.db"), (*DRAFTS, *EXTRA, other))
    corpus = Corpus(frames(store), store.revision(), store.search)

    def width(corpus: Corpus) -> int:
        found = network.together(corpus, Filters())
        return int(found.loc[(found["source"] == "IRN") & (found["target"] == "SAU"), "sentences"].iloc[0])

    assert width(corpus) == width(corpora[0]) + 1


def test_a_copy_is_counted_where_the_first_is_filtered_away(corpora: tuple[Corpus, Corpus]) -> None:
    only = Filters(sources=("نسخة",))
    assert len(network.together(corpora[1], only)) == 3


def test_what_is_announced_is_listed_once(corpora: tuple[Corpus, Corpus]) -> None:
    plain, copied = (overview.announced(corpus, Filters()) for corpus in corpora)
    assert list(plain["low"]) == list(copied["low"])
