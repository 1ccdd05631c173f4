"""What each filter leaves, and that counts beside choices are what choosing them would give."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import PARAMS, TERMS, Filters
from dashboard.queries import overview
from dashboard.queries.corpus import Corpus
from dashboard.queries.select import bounds, facets, newest, select

D = dt.date


def ids(corpus: Corpus, filters: Filters) -> set[str]:
    return set(corpus.articles["id"][select(corpus, filters).articles])


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), {"a1", "a2", "a3", "a4"}),
        (Filters(start=D(2023, 3, 11)), {"a2", "a3"}),  # an article without a date is in no period
        (Filters(end=D(2023, 3, 11)), {"a1", "a2"}),
        (Filters(start=D(2023, 3, 11), end=D(2023, 3, 11)), {"a2"}),
        (Filters(basis="event", start=D(2023, 3, 15), end=D(2023, 3, 16)), {"a1"}),  # inside the announced month
        (Filters(basis="event", start=D(2023, 11, 1), end=D(2024, 2, 1)), {"a3"}),
        (Filters(basis="event", start=D(2025, 1, 1)), set()),
        (Filters(themes=("naval-drills",)), {"a1"}),
        (Filters(themes=("naval-drills", "sanctions")), {"a1", "a3"}),
        (Filters(states=("CHN",)), {"a1", "a2"}),
        (Filters(states=("RUS", "CHN")), {"a1", "a2", "a3", "a4"}),
        (Filters(states=("RUS", "CHN"), match="all"), {"a1"}),
        (Filters(sources=("Harbour Post",)), {"a3"}),
        (Filters(languages=("ar",)), {"a1", "a2", "a4"}),
        (Filters(query="الأسطول"), {"a1"}),
        (Filters(query="الاسطول الميناء"), {"a1"}),  # folded; every word must be there
        (Filters(query="استئناف"), {"a2"}),
        (Filters(query='" OR * NEAR('), set()),
        (Filters(query="الأسطول", languages=("en",)), set()),
        # The drill's day is in the sentence that speaks of the drill; yesterday's visit is in another.
        (Filters(basis="event", start=D(2023, 2, 9), end=D(2023, 2, 9), themes=("naval-drills",)), set()),
        (Filters(basis="event", start=D(2023, 3, 1), end=D(2023, 3, 31), themes=("naval-drills",)), {"a1"}),
    ],
)
def test_filters_leave(corpus: Corpus, filters: Filters, left: set[str]) -> None:
    assert ids(corpus, filters) == left


VIEWS = [
    Filters(),
    Filters(themes=("naval-drills",)),
    Filters(themes=("maritime-security", "diplomacy")),
    Filters(states=("IRN",)),
    Filters(themes=("diplomacy",), states=("IRN", "CHN")),
    Filters(states=("IRN", "RUS"), match="all", languages=("ar",)),
    Filters(basis="event", start=D(2023, 3, 1), end=D(2023, 3, 31)),
    Filters(basis="event", start=D(2023, 2, 9), end=D(2023, 2, 9), states=("CHN",)),
    Filters(query="روسيا"),
]


@pytest.mark.parametrize("filters", VIEWS)
@pytest.mark.parametrize("name", ["themes", "states", "sources", "languages"])
def test_a_facets_count_is_what_choosing_it_leaves(corpus: Corpus, filters: Filters, name: str) -> None:
    counts = facets(corpus, filters)[name]
    for choice, count in counts.items():
        more = getattr(filters, name) if name == "states" and filters.match == "all" else ()
        chosen = Filters(**{**_values(filters.without(name)), name: tuple(dict.fromkeys((*more, choice)))})
        assert select(corpus, chosen).count == count, (name, choice)


@pytest.mark.parametrize("filters", VIEWS)
def test_a_states_number_in_a_list_is_what_adding_it_as_a_filter_leaves(corpus: Corpus, filters: Filters) -> None:
    for row in overview.states(corpus, filters).itertuples():
        if not filters.states:
            assert select(corpus, replace(filters, states=(row.id,))).count == row.articles, row.id


def test_under_a_theme_a_state_must_be_named_on_the_theme(corpus: Corpus) -> None:
    """The first article names Iran, but not where it speaks of maritime security."""
    view = Filters(themes=("maritime-security",))
    assert ids(corpus, view) == {"a1"}
    assert ids(corpus, replace(view, states=("IRN",))) == set()
    assert "maritime-security" not in facets(corpus, Filters(states=("IRN",)))["themes"]


def test_with_all_a_further_state_counts_beside_the_chosen(corpus: Corpus) -> None:
    counts = facets(corpus, Filters(states=("IRN",), match="all"))["states"]
    assert dict(counts) == {"IRN": 3, "RUS": 2, "CHN": 2, "SAU": 1}


def test_bounds_and_order(corpus: Corpus) -> None:
    assert bounds(corpus) == (D(2023, 2, 10), D(2023, 3, 20))
    assert list(corpus.articles["id"].iloc[newest(corpus, Filters())]) == ["a3", "a2", "a1", "a4"]


def test_an_answer_is_kept_for_a_revision(corpus: Corpus) -> None:
    assert select(corpus, Filters(query="إيران")) is select(corpus, Filters(query="إيران"))


def _values(filters: Filters) -> dict[str, object]:
    return {name: getattr(filters, name) for name in PARAMS}


filters_made = st.builds(
    Filters,
    basis=st.sampled_from(["published", "event"]),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    themes=st.lists(st.text(min_size=1), unique=True).map(tuple),
    states=st.lists(st.text(min_size=1), unique=True).map(tuple),
    match=st.sampled_from(["any", "all"]),
    sources=st.lists(st.text(min_size=1), unique=True).map(tuple),
    query=st.text(),
)


@given(filters_made)
def test_a_view_survives_its_url(filters: Filters) -> None:
    params = {key: [value] if isinstance(value, str) else value for key, value in filters.to_params().items()}
    assert Filters.from_params(params) == filters


@given(filters_made)
def test_taking_every_part_out_leaves_everything(filters: Filters) -> None:
    bare = filters
    for term, value in filters.parts():
        bare = bare.without(*term.fields, value=value)
    assert not list(bare.parts())


@pytest.mark.parametrize(
    "params", [{"from": ["yesterday"]}, {"time": ["never"]}, {"match": [""]}, {"unknown": ["x"]}, {"theme": [""]}]
)
def test_what_a_url_says_wrongly_is_left_out(params: dict[str, list[str]]) -> None:
    assert Filters.from_params(params) == Filters()


def test_every_field_has_a_parameter_and_every_choice_a_term() -> None:
    assert set(PARAMS) == set(Filters.__dataclass_fields__)
    assert {name for term in TERMS for name in term.fields} | {"basis", "match"} == set(PARAMS)
