"""The pages' numbers on the sample articles, against the same reckoned plainly: merges and sets over whole frames."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import atlas, network, overview, select
from dashboard.queries.corpus import Corpus
from dashboard.queries.lanes import NONE, Lanes, facts
from dashboard.store import Store
from dashboard.tables import frames

VIEWS = {
    "all": Filters(),
    "a state": Filters(states=("IRN",)),
    "both states": Filters(states=("IRN", "RUS"), match="all"),
    "a theme": Filters(themes=("diplomacy",)),
    "a state on a theme": Filters(states=("RUS",), themes=("naval-drills", "diplomacy")),
    "a period": Filters(start=dt.date(2022, 1, 1), end=dt.date(2023, 6, 30)),
    "days spoken of": Filters(basis="event", start=dt.date(2022, 1, 1), end=dt.date(2023, 6, 30)),
    "a language": Filters(languages=("en",)),
    "nothing": Filters(sources=("no such source",)),
}
Plain = dict[str, pd.DataFrame]
PLACE = ["article", "sentence"]


@pytest.fixture(scope="module")
def corpus(samples: Store) -> Corpus:
    return Corpus(frames(samples), samples.revision(), samples.search, samples.known_words)


@pytest.fixture(scope="module", params=VIEWS.values(), ids=VIEWS.keys())
def filters(request: pytest.FixtureRequest) -> Filters:
    found: Filters = request.param
    return found


@pytest.fixture(scope="module")
def plain(corpus: Corpus, filters: Filters) -> Plain:
    """Articles, and the facts of the sentences left: mentions of states (`state`), themes, dates and mentions."""
    articles, facts = _facts(corpus)
    left = articles
    if filters.languages or filters.sources:
        left = left[left["language"].isin(filters.languages) | left["source"].isin(filters.sources)]
    if filters.basis == "published" and filters.start:
        left = left[left["published"].between(pd.Timestamp(filters.start), pd.Timestamp(filters.end))]
    if filters.basis == "event":
        dates = facts["dates"]
        told = dates[
            (dates["from"].isna() | (dates["from"] <= pd.Timestamp(filters.end)))
            & (dates["to"].isna() | (dates["to"] >= pd.Timestamp(filters.start)))
        ]
        facts = _standing(facts, told)
    if filters.themes:
        facts = _standing(facts, facts["themes"][facts["themes"]["id"].isin(filters.themes)])
    for wanted in [filters.states] if filters.match == "any" else [(state,) for state in filters.states]:
        named = facts["states"]
        left = left[left["id"].isin(named["article"][named["state"].isin(wanted)])] if wanted else left
    if filters.themes or filters.basis == "event":
        left = left[left["id"].isin(facts["sentences"]["article"])]
    kept = {name: found[found["article"].isin(left["id"])] for name, found in facts.items()}
    return {"articles": left, **kept}


def _facts(corpus: Corpus) -> tuple[pd.DataFrame, Plain]:
    found = {name: frame.copy() for name, frame in corpus.frames.items() if name != "countries"}
    for frame in found.values():
        for column in frame.select_dtypes("category"):
            frame[column] = frame[column].astype(object)
        if "sentence" in frame:
            frame["sentence"] = frame["sentence"].fillna(-1).astype(int)
    mentions = found["mentions"]
    mentions = mentions[mentions["counts"]]
    organs = mentions[(mentions["kind"] == "organization") & mentions["acts_for_state"] & mentions["country"].notna()]
    states = mentions[mentions["kind"] == "country"]
    found["states"] = pd.concat([states.assign(state=states["id"]), organs.assign(state=organs["country"])])
    dates = found["dates"]
    found["dates"] = dates[dates["from"].notna() | dates["to"].notna()]
    titles = pd.DataFrame({"article": found["articles"]["id"], "sentence": -1})
    found["sentences"] = pd.concat([found["sentences"][PLACE], titles])
    return found.pop("articles"), found


def _standing(facts: Plain, inside: pd.DataFrame) -> Plain:
    """The facts of the sentences that other facts stand in."""
    places = inside[PLACE].drop_duplicates()
    return {name: found.merge(places, on=PLACE) for name, found in facts.items() if name != "flags"}


def _articles(facts: pd.DataFrame, column: str) -> dict[str, int]:
    counts: dict[str, int] = facts.groupby(column)["article"].nunique().to_dict()
    return counts


def _together(facts: pd.DataFrame, column: str) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Two of a sentence → (article, sentence) of each sentence that has both."""
    out: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for place, names in facts.groupby(PLACE)[column]:
        for pair in combinations(sorted(set(names)), 2):
            out.setdefault(pair, []).append(place)
    return out


def test_articles_left(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    left = corpus.articles["id"][select.select(corpus, filters).articles]
    assert set(left) == set(plain["articles"]["id"])


def test_states_and_dyads(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    states, dyads = overview.states(corpus, filters), overview.dyads(corpus, filters)
    assert dict(zip(states["id"], states["articles"], strict=True)) == _articles(plain["states"], "state")
    pairs = {"-".join(pair): len({id for id, _ in at}) for pair, at in _together(plain["states"], "state").items()}
    assert dict(zip(dyads["id"], dyads["articles"], strict=True)) == pairs


def test_bars_of_themes_by_period(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    grain, tidy, _ = overview.per_period(corpus, filters, top=4)
    facts = plain["themes"].merge(plain["articles"].rename(columns={"id": "article"}), on="article")
    facts = facts.dropna(subset=["published"])
    counts = _articles(facts, "id")
    top = sorted(counts, key=lambda id: (-counts[id], id))[:4]
    facts["theme"] = facts["id"].where(facts["id"].isin(top), overview.OTHER)
    facts["period"] = facts["published"].dt.to_period(overview.GRAINS[grain]).dt.start_time
    expected = facts.groupby(["period", "theme"])["article"].nunique().to_dict()
    assert {(row.period, row.theme): row.articles for row in tidy.itertuples()} == expected


def test_ties_of_the_network_with_copies_once(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    story = dict(zip(corpus.frames["articles"]["id"], corpus.frames["articles"]["story"], strict=True))
    expected = {}
    for pair, places in _together(plain["states"], "state").items():
        copies: dict[str, Counter[str]] = {}
        for article, _ in places:
            copies.setdefault(story[article], Counter())[article] += 1
        expected[pair] = (len(copies), sum(max(of.values()) for of in copies.values()))
    found = network.together(corpus, filters)
    assert {(row.source, row.target): (row.reports, row.sentences) for row in found.itertuples()} == expected


def test_coded_relations(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    expected: Counter[tuple[str, str, bool]] = Counter()
    for fact in plain["relations"].itertuples():
        if fact.reciprocal:
            expected.update((*sorted(pair), False) for pair in combinations(dict.fromkeys(fact.actors), 2))
        elif isinstance(fact.source, str) and isinstance(fact.target, str) and fact.source != fact.target:
            expected[fact.source, fact.target, True] += 1
    found = network.coded(corpus, filters)
    assert Counter(zip(found["source"], found["target"], found["directed"], strict=True)) == expected


def test_places(corpus: Corpus, filters: Filters, plain: Plain) -> None:
    found = plain["mentions"]
    found = found[(found["kind"] == "place") & found["counts"] & found["lat"].notna() & found["lon"].notna()]
    expected = found.drop_duplicates(["id", *PLACE])["id"].value_counts().to_dict()
    shown = atlas.places(corpus, filters)
    shown = shown[~shown["id"].str.startswith(atlas.CAPITAL)]
    assert dict(zip(shown["id"], shown["sentences"], strict=True)) == expected


@pytest.mark.parametrize("lanes", ["themes", "states", "dyads"])
def test_days_on_lanes(corpus: Corpus, filters: Filters, plain: Plain, lanes: Lanes) -> None:
    dates = plain["dates"]
    if lanes == "dyads":
        listed = [
            ("-".join(pair), *at) for pair, places in _together(plain["states"], "state").items() for at in places
        ]
        on = pd.DataFrame(listed, columns=["lane", *PLACE])
        on = on[on["lane"].str.contains("|".join(filters.states))] if filters.states else on
    else:
        name, column, chosen = ("themes", "id", filters.themes) if lanes == "themes" else (
            "states", "state", filters.states)  # fmt: skip
        on = plain[name][[column, *PLACE]].set_axis(["lane", *PLACE], axis=1)
        on = on[on["lane"].isin(chosen)] if chosen else on
    chosen = filters.themes if lanes == "themes" else filters.states
    both = dates.merge(on.drop_duplicates(), on=PLACE, how="inner" if chosen else "left")
    expected = both["lane"].fillna(NONE).value_counts().to_dict()
    found = facts(corpus, filters, lanes, "event")
    assert found["lane"].astype(str).value_counts().to_dict() == expected


@pytest.mark.parametrize("most", [0, 1, 3, 50])
@pytest.mark.parametrize("lanes", ["themes", "states", "dyads"])
def test_the_fullest_lanes_are_those_with_most_sentences(
    corpus: Corpus, filters: Filters, lanes: Lanes, most: int
) -> None:
    every = facts(corpus, filters, lanes, "event")
    told = every.groupby(every["lane"].astype(str))["at"].nunique()
    lane = told.drop(NONE, errors="ignore").sort_index().sort_values(ascending=False, kind="stable").index[:most]
    found = facts(corpus, filters, lanes, "event", most=most)
    kept = every[every["lane"].isin([*lane, NONE]).to_numpy()].reset_index(drop=True)
    assert found.astype({"lane": str}).equals(kept.astype({"lane": str}))


def test_facets_are_what_a_further_choice_leaves(corpus: Corpus, filters: Filters) -> None:
    found = select.facets(corpus, filters)
    bare = filters.without("themes")
    for theme, number in found["themes"].items():
        chosen = Filters(**{**{name: getattr(bare, name) for name in bare.__slots__}, "themes": (str(theme),)})
        assert select.select(corpus, chosen).count == number


def test_people_and_organisations_count_as_choosing_them_leaves(corpus: Corpus, filters: Filters) -> None:
    left = set(corpus.articles["id"][select.select(corpus, filters).articles])
    found = corpus.frames["mentions"]
    found = found[found["kind"].isin(["person", "organization"]) & found["id"].notna() & found["article"].isin(left)]
    found = found[found["counts"].astype(bool) & ~found["acts_for_state"].astype(bool)]
    named = found.astype({"article": str, "id": str}).groupby("id")["article"].nunique()
    counts = select.facets(corpus, filters)["actors"]
    assert counts.to_dict() == named.to_dict()
    for actor in (*counts.index[:5], *counts.index[-3:]):
        assert select.select(corpus, replace(filters, actors=(str(actor),))).count == counts[actor]
