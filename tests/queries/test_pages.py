"""What the pages are told: changes, announced days, lanes, graphs, the reader's stretches."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import Filters
from dashboard.queries import articles, lanes, layout, months, network, overview, reading, timeline
from dashboard.queries.actors import EVERYBODY
from dashboard.queries.corpus import Corpus
from dashboard.store import Store

MARCH = Filters(start=dt.date(2023, 3, 1), end=dt.date(2023, 3, 31))


def test_the_previous_period_is_as_long_and_just_before() -> None:
    before = overview.previous(MARCH)
    assert before is not None
    assert (before.start, before.end) == (dt.date(2023, 1, 29), dt.date(2023, 2, 28))
    assert overview.previous(Filters(start=dt.date(2023, 3, 1))) is None


def test_change_against_the_previous_period(corpus: Corpus) -> None:
    found = overview.states(corpus, MARCH).set_index("id")
    assert found.loc["IRN"].to_list() == [2, 1]
    assert found.loc["SAU"].to_list() == [1, 0]
    assert overview.states(corpus, Filters())["before"].isna().all()


@pytest.mark.parametrize(("days", "grain"), [(0, "day"), (31, "day"), (32, "week"), (1200, "month"), (9000, "year")])
def test_grain(days: int, grain: str) -> None:
    assert overview.grain_of(days) == grain


def test_a_view_looks_from_its_last_day(corpus: Corpus) -> None:
    assert overview.as_of(corpus, Filters(end=dt.date(2023, 12, 1))) == dt.date(2023, 12, 1)
    assert overview.as_of(corpus, Filters()) == dt.date(2023, 3, 20)


def test_lanes_are_those_of_the_sentence(corpus: Corpus) -> None:
    found = lanes.facts(corpus, Filters(), "themes", "event")
    on = {(str(row.text), row.lane) for row in found.itertuples()}
    assert on == {
        ("مارس المقبل", "naval-drills"),
        ("أمس", lanes.NONE),
        ("late this year", "sanctions"),
        ("early next year", "sanctions"),
    }


def test_marks_know_their_standing(corpus: Corpus) -> None:
    found = timeline.marks(corpus, Filters(), "themes", "event").set_index("low")
    assert found["announced"].to_dict() == {
        pd.Timestamp("2023-03-01"): True,
        pd.Timestamp("2023-02-09"): False,
        pd.Timestamp("2023-10-01"): True,
        pd.Timestamp("2024-01-01"): True,
    }
    late, early = found.loc[pd.Timestamp("2023-10-01")], found.loc[pd.Timestamp("2024-01-01")]
    assert late["vague"] and early["vague"] and late["alternative"] == early["alternative"]
    assert not found.loc[pd.Timestamp("2023-03-01")]["vague"]


def test_a_lane_of_pairs(corpus: Corpus) -> None:
    found = lanes.facts(corpus, Filters(states=("CHN",)), "dyads", "event")
    assert set(found["lane"]) == {"CHN-IRN", "CHN-RUS"}


def test_together_counts_sentences(corpus: Corpus) -> None:
    found = network.together(corpus, Filters()).set_index(["source", "target"])["sentences"]
    assert found.to_dict() == {("IRN", "RUS"): 2, ("CHN", "IRN"): 1, ("CHN", "RUS"): 1, ("IRN", "SAU"): 1}


def test_relations_keep_direction_and_sign(corpus: Corpus) -> None:
    found = network.relations(corpus, Filters())
    rows = {(row.source, row.target, bool(row.directed)): row.score for row in found.itertuples()}
    assert rows == {
        ("CHN", "IRN", False): 1,
        ("CHN", "RUS", False): 1,
        ("IRN", "RUS", False): 1,
        ("IRN", "SAU", False): 1,
        ("RUS", "IRN", True): -1,
    }


def test_threshold_and_ego(corpus: Corpus) -> None:
    assert list(network.graph(corpus, Filters(), "together", 2).nodes["id"]) == ["IRN", "RUS"]
    around = network.graph(corpus, Filters(), "together", 1, "SAU")
    assert set(around.nodes["id"]) == {"SAU", "IRN"}


def test_actors_who_join_move_nobody(corpus: Corpus) -> None:
    alone = network.graph(corpus, Filters(), "together").nodes.set_index("id")[["x", "y"]]
    beside = network.graph(corpus, Filters(), "together", also=EVERYBODY).nodes.set_index("id")[["x", "y"]]
    pd.testing.assert_frame_equal(beside.loc[alone.index], alone * layout.WIDER)  # the same pattern, with more room
    some = network.graph(corpus, Filters(states=("SAU",)), "together", also=("people",))
    part = some.nodes.set_index("id")[["x", "y"]]
    pd.testing.assert_frame_equal(part, beside.loc[part.index])


def test_who_joins_stands_near_its_state_and_off_the_others() -> None:
    places = {"AAA": (0.0, 0.0), "BBB": (400.0, 0.0)}
    found = layout.beside(places, {f"p{i}": (("AAA", "BBB")[i % 2], i // 2) for i in range(30)})
    assert found["AAA"] == (0.0, 0.0) and found["BBB"] == (400.0 * layout.WIDER, 0.0)
    spots = np.array(list(found.values())) / np.array(layout.ROOM)
    far = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) + np.eye(len(spots)) * 9
    assert far.min() > 0.8


def test_months_of_a_view(corpus: Corpus) -> None:
    assert months.months(corpus, Filters()) == ("2023-02", "2023-03")
    assert months.months(corpus, Filters(basis="event", start=dt.date(2023, 3, 1))) == ("2023-03", "2023-10", "2024-01")
    view = Filters(start=dt.date(2023, 2, 15))
    assert months.within(view, "2023-02") == Filters(start=dt.date(2023, 2, 15), end=dt.date(2023, 2, 28))
    assert months.within(view, None) is view


def test_filters_move_no_node(corpus: Corpus) -> None:
    whole = network.graph(corpus, Filters(), "together").nodes.set_index("id")[["x", "y"]]
    part = network.graph(corpus, Filters(states=("SAU",)), "together").nodes.set_index("id")[["x", "y"]]
    pd.testing.assert_frame_equal(part.sort_index(), whole.loc[part.index].sort_index())


def test_the_table(corpus: Corpus) -> None:
    found = articles.table(corpus, Filters())
    assert list(found["id"]) == ["a3", "a2", "a1", "a4"]
    states = articles.listed(corpus, "state").of(found["code"])
    assert set(states[2]) == {"CHN", "IRN", "RUS"} and states[2][0] == "CHN"  # in two sentences
    assert list(found["flags"]) == [0, 0, 0, 1]
    assert articles.neighbours(corpus, found, "a2") == ("a3", "a1")
    assert articles.neighbours(corpus, found, "gone") == (None, "a3")
    assert list(articles.undated(corpus)["id"]) == ["a4"]


def test_the_reader_keeps_every_character(store: Store) -> None:
    record = store.article("a1")
    assert record is not None
    found = [finding for finding in reading.findings(record) if finding.field == "text"]
    stretches = [s for line in reading.paragraphs(record["text"], found) for s in line]
    assert "".join(s.text for s in stretches) == record["text"]
    for finding in found:
        covered = "".join(s.text for s in stretches if finding in s.findings)
        assert covered == record["text"][finding.start : finding.end]


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8)


@given(st.text(alphabet="ab \nس", max_size=40), spans)
def test_any_findings_cover_exactly_their_text(text: str, made: list[tuple[int, int]]) -> None:
    found = [
        reading.Finding("place", "text", start, min(start + length, len(text)), i, {})
        for i, (start, length) in enumerate(made)
        if start < len(text)
    ]
    stretches = [s for line in reading.paragraphs(text, found) for s in line]
    for finding in found:
        covered = "".join(s.text for s in stretches if finding in s.findings)
        kept = [line for line in text.split("\n") if line.strip()]
        assert covered.replace("\n", "") in "".join(kept)
        if "\n" not in text:
            assert covered == (text[finding.start : finding.end] if text.strip() else "")


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        ("text:3-9", ("text", 3, 9)),
        ("title:0-2", ("title", 0, 2)),
        ("text:-1-4", None),
        ("body:1-2", None),
        ("", None),
        (None, None),
        ("text:1", None),
    ],
)
def test_places(place: str | None, spot: tuple[str, int, int] | None) -> None:
    assert reading.spot(place) == spot
