"""The map's numbers are the rows behind them; states and places stand where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dashboard.filters import Filters
from dashboard.lexicon import load
from dashboard.model import Mention
from dashboard.queries import atlas, geography, network
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import gather
from dashboard.store import Store
from dashboard.tables import frames
from tests.deskdata import DRAFTS

from .test_evidence import VIEWS


def placed(store: Store) -> Corpus:
    """The desk's drafts, in the first of which two capitals and three places are named beside the states."""
    records = [draft.record() for draft in DRAFTS]
    text = records[0].article.text

    def mention(words: str, sentence: int, **more: object) -> Mention:
        start = text.index(words)
        return Mention(start=start, end=start + len(words), text=words, sentence=sentence, rule="test", **more)  # type: ignore[arg-type]

    tehran = {"kind": "country", "id": "IRN", "name": "إيران", "via": "capital", "lat": 35.69, "lon": 51.42}
    ocean = {"kind": "place", "id": "indian-ocean", "name": "المحيط الهندي", "lat": -10.0, "lon": 80.0}
    rasht = {"kind": "place", "id": "rasht", "name": "رشت", "lat": 37.28, "lon": 49.58}
    more = (
        mention("مناورة", 0, **tehran),
        mention("بحرية", 0, **tehran),
        mention("الأسطول", 1, **tehran, counts=False),
        mention("التدريب", 1, **rasht),
        mention("الميناء", 2, **rasht, ambiguous=True),
        mention("الملاحة", 1, **ocean),
        mention("وفد", 2, kind="place", id="nowhere", name="مكان"),
    )  # fmt: skip
    records[0] = replace(records[0], mentions=records[0].mentions + more)
    store.put(records, store.add_batch("test"))
    return Corpus(frames(store), store.revision(), store.search)


@pytest.fixture(scope="module")
def atlas_corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    yield placed(Store(tmp_path_factory.mktemp("atlas") / "w.db"))


@pytest.mark.parametrize("view", VIEWS)
def test_every_number_is_its_rows(atlas_corpus: Corpus, view: Filters) -> None:
    for row in atlas.states(atlas_corpus, view).itertuples():
        assert len(gather(atlas_corpus, atlas.of_state(atlas_corpus, view, row.id))) == row.articles
    for row in atlas.places(atlas_corpus, view).itertuples():
        assert len(gather(atlas_corpus, atlas.of_place(atlas_corpus, view, row.id))) == row.sentences
    for row in atlas.arcs(atlas_corpus, view).itertuples():
        hits = network.of_edge(atlas_corpus, view, "relations", row.source, row.target, row.directed)
        assert len(gather(atlas_corpus, hits)) == row.sentences


def test_places_and_capitals(atlas_corpus: Corpus) -> None:
    found = atlas.places(atlas_corpus, Filters()).set_index("id")
    assert found[["sentences", "unsure", "wide"]].to_dict("index") == {
        "rasht": {"sentences": 2, "unsure": 1, "wide": False},
        "capital:tehran": {"sentences": 1, "unsure": 0, "wide": False},  # the second is a dateline
        "indian-ocean": {"sentences": 1, "unsure": 0, "wide": True},
    }
    assert found.loc["capital:tehran", ["ar", "en"]].to_list() == ["طهران", "Tehran"]
    assert found.loc["rasht", "en"] == "رشت"  # the data has no other name


def test_filters_apply(atlas_corpus: Corpus) -> None:
    assert set(atlas.places(atlas_corpus, Filters(themes=("naval-drills",)))["id"]) == {"capital:tehran"}
    assert atlas.places(atlas_corpus, Filters(states=("SAU",))).empty
    assert set(atlas.states(atlas_corpus, Filters(states=("SAU",)))["id"]) == {"SAU", "IRN", "CHN"}


def test_actors_that_are_no_states_are_no_arcs(atlas_corpus: Corpus) -> None:
    found = atlas.arcs(atlas_corpus, Filters())
    assert len(found) == 5 and set(found["source"]) | set(found["target"]) <= set(geography.spots())


def test_every_state_has_its_place() -> None:
    states = {id for id, state in load().data("states").items() if not state.get("dissolved")}
    assert states <= set(geography.spots())
    bare = states - set(geography.shapes())
    assert "XKX" in bare and "BHR" not in bare and "SGP" not in bare
    assert len(bare) < 10


@pytest.mark.parametrize("state", ["IRN", "RUS", "FRA", "USA", "CHN", "BHR", "ZAF"])
def test_a_shapes_middle_is_near_its_capital(state: str) -> None:
    (lat, lon), (capital_lat, capital_lon) = geography.shapes()[state], geography.spots()[state]
    assert abs(lat - capital_lat) < 20 and abs(lon - capital_lon) < 70


def test_the_geometry_is_small_and_credited() -> None:
    folder: Path = geography.FOLDER
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2_000_000
    credits = (folder / "CREDITS.md").read_text("utf-8")
    assert "Natural Earth" in credits and "United Nations" in credits


def test_the_window_holds_what_is_near_and_lets_go_of_what_is_far(atlas_corpus: Corpus) -> None:
    box = atlas.window(atlas_corpus, Filters())
    assert not box.world
    assert box.holds(*geography.spots()["IRN"]) and box.holds(*geography.spots()["RUS"])
    assert not box.holds(*geography.spots()["USA"])
    width = np.radians(box.east - box.west)
    assert width / (atlas.mercator(box.north) - atlas.mercator(box.south)) == pytest.approx(atlas.RATIO)
    narrow = atlas.window(atlas_corpus, Filters(), upright=True)
    assert narrow.east - narrow.west < box.east - box.west and narrow.holds(*geography.spots()["IRN"])
    width = np.radians(narrow.east - narrow.west)
    assert width / (atlas.mercator(narrow.north) - atlas.mercator(narrow.south)) == pytest.approx(atlas.UPRIGHT)


def test_of_nothing_the_whole_world(tmp_path: Path) -> None:
    store = Store(tmp_path / "empty.db")
    assert atlas.window(Corpus(frames(store), store.revision(), store.search), Filters()).world


@pytest.mark.parametrize(
    ("values", "weight", "interval"),
    [
        ([5.0], [3], (5, 5)),
        ([0.0, 10.0, 12.0, 14.0, 100.0], [1, 3, 3, 3, 1], (10, 14)),
        ([-77.0, 37.0, 44.0, 51.0], [10, 20, 20, 20], (37, 51)),
        ([3.0, 1.0], [1, 1], (1, 3)),
    ],
)
def test_the_densest_interval(values: list[float], weight: list[int], interval: tuple[float, float]) -> None:
    assert atlas._densest(np.array(values), np.array(weight), atlas.CORE) == interval


@pytest.mark.parametrize("lat", [-70.0, -10.0, 0.0, 35.7, 79.0])
def test_mercator_and_back(lat: float) -> None:
    assert atlas.latitude(atlas.mercator(lat)) == pytest.approx(lat)
