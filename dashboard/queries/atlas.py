"""What a map shows: states by articles, places by sentences, coded relations between states; and where to look."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import geography, network, overview
from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select

ARCS = 40  # more can't be told apart
RATIO = 1.6  # width by height of a map, on Mercator's projection
CORE = 0.8  # of what is named, the share that the map shows at first
CAPITAL = "capital:"


@dataclass(frozen=True)
class Box:
    """What part of the world is shown, in degrees; `world` where it is all of it."""

    west: float
    east: float
    south: float
    north: float
    world: bool = False

    def holds(self, lat: float, lon: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


WORLD = Box(-180.0, 180.0, -58.0, 80.0, world=True)


@memo
def states(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """States by the articles that name them: id, articles, lat, lon (NaN where nobody knows), shaped."""
    found = overview.states(corpus, filters)[["id", "articles"]]
    spots, shapes = geography.spots(), geography.shapes()
    where = [spots.get(id, (math.nan, math.nan)) for id in found["id"]]
    return found.assign(
        lat=[lat for lat, _ in where], lon=[lon for _, lon in where], shaped=[id in shapes for id in found["id"]]
    )


@memo
def located(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Mentions of places and of capitals with where they lie: the facts, with `place`, `ar`, `en`, `lat`, `lon`.

    A dateline or a source names no place that is written about, so it does not count.
    """
    found = corpus.facts["mentions"]
    capital = (found["kind"].astype(str) == "country") & (found["via"].astype(str) == "capital")
    place = found["kind"].astype(str) == "place"
    known = found["lat"].notna() & found["lon"].notna() & found["counts"].astype(bool)
    left = select(corpus, filters).of(found.assign(capital=capital)[(capital | place) & known])
    named = [
        _named(row) for row in left[["capital", "id", "name", "name_en", "lat", "lon"]].itertuples(index=False)
    ]  # fmt: skip
    out = left.assign(
        place=[n[0] for n in named], ar=[n[1] for n in named], en=[n[2] for n in named],
        lat=left["lat"].astype(float), lon=left["lon"].astype(float), unsure=left["ambiguous"].astype(bool),
    )  # fmt: skip
    return out[out["place"].notna()]


def _named(row) -> tuple[str | None, str, str]:  # type: ignore[no-untyped-def]
    if row.capital:
        known = geography.capital(str(row.id), float(row.lat), float(row.lon))
        return (CAPITAL + known[0], known[1], known[2]) if known else (None, "", "")
    return str(row.id), str(row.name), str(row.name_en) if isinstance(row.name_en, str) else str(row.name)


@memo
def places(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Points by sentences: id, ar, en, lat, lon, sentences, unsure (of these, those that may mean another), wide."""
    found = located(corpus, filters)
    columns = ["id", "ar", "en", "lat", "lon", "sentences", "unsure", "wide"]
    if found.empty:
        return pd.DataFrame(columns=columns)
    groups = found.groupby("place", as_index=False).agg(
        ar=("ar", "first"), en=("en", "first"), lat=("lat", "first"), lon=("lon", "first"), sentences=("key", "nunique")
    )
    unsure = found[found["unsure"]].groupby("place")["key"].nunique()
    out = groups.rename(columns={"place": "id"})
    out["unsure"] = out["id"].map(unsure).fillna(0).astype(int)
    out["wide"] = [geography.wide(id) for id in out["id"]]
    return out[columns].sort_values(["sentences", "id"], ascending=[False, True], ignore_index=True)


@memo
def arcs(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Coded relations between states whose place is known: the columns of `network.relations`, the most first."""
    found, spots = network.relations(corpus, filters), geography.spots()
    return found[found["source"].isin(spots) & found["target"].isin(spots)].reset_index(drop=True)


def of_state(corpus: Corpus, filters: Filters, state: str) -> Hits:
    """The articles behind a state's shade."""
    return overview.naming(corpus, filters, (state,))


def of_place(corpus: Corpus, filters: Filters, place: str) -> Hits:
    """The sentences behind a point's size."""
    found = located(corpus, filters)
    return Hits(found[found["place"] == place])


@memo
def window(corpus: Corpus, filters: Filters) -> Box:
    """The part of the world that most of the view speaks of, widened to the map's shape; or the world."""
    named = states(corpus, filters).dropna(subset=["lat"])
    points = places(corpus, filters)
    lat = np.concatenate([named["lat"], points["lat"]]).astype(float)
    lon = np.concatenate([named["lon"], points["lon"]]).astype(float)
    weight = np.concatenate([named["articles"], points["sentences"]]).astype(int)
    if not weight.sum():
        return WORLD
    west, east = _densest(lon, weight)
    south, north = _densest(lat[(lon >= west) & (lon <= east)], weight[(lon >= west) & (lon <= east)])
    high, low = mercator(min(north + 6, 78.0)), mercator(max(south - 6, -56.0))
    width = max(math.radians(east - west + 14), RATIO * (high - low), math.radians(36))
    if width > math.radians(190):
        return WORLD
    middle, half = (high + low) / 2, width / RATIO / 2
    centre = (west + east) / 2
    reach = math.degrees(width) / 2
    return Box(centre - reach, centre + reach, latitude(middle - half), latitude(middle + half))


def _densest(values: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """The shortest interval that holds `CORE` of the weight: a far capital in every second article widens nothing."""
    order = np.argsort(values, kind="stable")
    values, total = values[order], np.cumsum(weight[order])
    # Every value begins one interval; it ends where enough weight has been passed.
    ends = np.searchsorted(total, total - weight[order] + CORE * total[-1] - 1e-9)
    whole = ends < len(values)
    starts, ends = np.flatnonzero(whole), ends[whole]
    best = int(np.argmin(values[ends] - values[starts]))
    return float(values[starts[best]]), float(values[ends[best]])


def mercator(lat: float) -> float:
    """Mercator's ordinate of a latitude, in radians."""
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def latitude(ordinate: float) -> float:
    """The latitude in degrees of a Mercator ordinate."""
    return math.degrees(2 * math.atan(math.exp(ordinate)) - math.pi / 2)
