"""Copies of one article count once in the network and in what is announced, and are one line in every list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.filters import Filters
from dashboard.queries import announced, articles, network, overview
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import Hits, Row, Unit, cut, gather
from dashboard.queries.select import newest
from dashboard.queries.stories import copies, fold_rows, heads
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
    plain, copied = (announced.events(corpus, Filters(), dt.date(2023, 2, 1)) for corpus in corpora)
    assert list(plain["id"]) == list(copied["id"]) and list(plain["reports"]) == list(copied["reports"])


@pytest.fixture(scope="module")
def reworked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Corpus]:
    """The drafts; the first again two days later elsewhere, and once more, undated, with a sentence of its own."""
    later = replace(EXTRA[0], published="2023-02-12")
    more = replace(EXTRA[1], published=None, text=EXTRA[1].text + " ولم تعلق [SAU:السعودية] على المناورة.")
    store = fill(Store(tmp_path_factory.mktemp("reworked") / "w.db"), (*DRAFTS, later, more))
    return store, Corpus(frames(store), store.revision(), store.search)


def test_a_story_is_one_line_with_its_copies_and_its_window(reworked: tuple[Store, Corpus]) -> None:
    _, corpus = reworked
    found = articles.table(corpus, Filters()).set_index("id")
    assert list(found.index) == ["a3", "a2", "b1", "a4"]
    story = found.loc["b1"]
    assert (story["copies"], str(story["low"].date()), str(story["high"].date())) == (2, "2023-02-10", "2023-02-12")
    assert found["copies"].sum() + len(found) == len(corpus.articles)
    among = newest(corpus, Filters())
    assert [corpus.articles["id"].iloc[code] for code in copies(corpus, int(story["code"]), among)] == ["a1", "b2"]
    # Filters decide which copies a line holds: of those that are left, the newest comes first.
    left = articles.table(corpus, Filters(sources=("وكالة الساحل", "نسخة ثانية")))
    assert dict(zip(left["id"], left["copies"], strict=True)) == {"a1": 1}


def test_going_on_from_a_copy_is_going_on_from_its_story(reworked: tuple[Store, Corpus]) -> None:
    _, corpus = reworked
    found = articles.table(corpus, Filters())
    for id in ("a1", "b1", "b2"):
        assert articles.place(corpus, found, id) == 2
        assert articles.neighbours(corpus, found, id) == ("a2", "a4")


@pytest.mark.parametrize(
    ("order", "first"),
    [("published", "b1"), ("-published", "a3"), ("title", "a4"), ("-copies", "b1"), ("nonsense", "a3"),
     ("states", "a4"), ("-states", "a3"), ("source", "a4")],
)  # fmt: skip
def test_the_table_by_its_columns(reworked: tuple[Store, Corpus], order: str, first: str) -> None:
    _, corpus = reworked
    table = articles.table(corpus, Filters())
    found = articles.ordered(corpus, table, order, lambda id: {"RUS": "a"}.get(id, "b"), lambda id: id)
    assert sorted(found["id"]) == sorted(table["id"])
    assert found["id"].iloc[0] == first
    assert found.loc[found["id"] == "a4", "published"].isna().all()
    if order.endswith("published"):
        assert found["id"].iloc[-1] == "a4"  # without a day: last either way


@pytest.mark.parametrize("unit", ["sentence", "article"])
def test_evidence_folds_and_loses_nothing(reworked: tuple[Store, Corpus], unit: Unit) -> None:
    store, corpus = reworked
    texts = store.texts(corpus.articles["id"])

    def words(row: Row) -> str:
        return "".join(text for piece in row.pieces for text, _ in cut(piece, texts[row.article]))

    for state in ("IRN", "SAU"):
        rows = gather(corpus, overview.naming(corpus, Filters(), (state,), unit))
        found = fold_rows(corpus, rows, unit, store.texts)
        shown = [row for one in found for row in (one.row, *one.copies)]
        assert sorted(row.key for row in shown) == sorted(row.key for row in rows)
        for one in found:
            assert all(corpus.stories[row.code] == corpus.stories[one.row.code] for row in one.copies)
            if unit == "sentence":
                assert all(words(row) == words(one.row) for row in one.copies)
    # The sentence that one copy alone has is a row of its own; as articles, the three are one.
    alone = [one.row.article for one in found if not one.copies]
    assert alone == ["a2", "b2"]


def test_nothing_to_fold(corpora: tuple[Corpus, Corpus]) -> None:
    plain = corpora[0]
    assert heads(plain, newest(plain, Filters(query="nowhere"))).empty
    rows = gather(plain, Hits(plain.state_mentions))

    def none(ids: object) -> dict[str, tuple[str, str]]:
        raise AssertionError("no text is needed where there are no copies")

    assert [one.row for one in fold_rows(plain, rows, "sentence", none)] == list(rows)
