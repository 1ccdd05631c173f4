"""What a map shows: states by articles, places by sentences, coded relations between states; and where to look."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import geography, network, overview
from .corpus import Corpus
from .distinct import firsts, tally
from .evidence import Hits
from .memo import memo
from .select import select

ARCS = 40  # more can't be told apart
RATIO, UPRIGHT = 1.6, 0.95  # width by height of a map, on Mercator's projection; and on a screen held upright
ROUND = 1.95  # of the whole world, which is drawn round
CORE, CLOSE = 0.8, 0.6  # of what is named, the share that the map shows at first; and on such a screen
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
    return select(corpus, filters).of(_located(corpus))


@memo
def _located(corpus: Corpus) -> pd.DataFrame:
    found = corpus.facts["mentions"]
    capital = ((found["kind"] == "country") & (found["via"] == "capital")).to_numpy(dtype=bool)
    keep = capital | (found["kind"] == "place").to_numpy(dtype=bool)
    keep = keep & (found["lat"].notna() & found["lon"].notna()).to_numpy() & found["counts"].to_numpy(dtype=bool)
    out = found[["code", "key", "at", "field", "start", "end"]][keep]
    said = found[["id", "name", "name_en", "lat", "lon"]][keep].assign(capital=capital[keep])
    # A place is named again and again: what is one by all of these is looked up once.
    ids, names, english = (said[name].cat.codes.to_numpy() for name in ("id", "name", "name_en"))
    lat, lon = (said[name].to_numpy(dtype=np.float64) for name in ("lat", "lon"))
    one = pd.DataFrame({"id": ids, "ar": names, "en": english, "lat": lat, "lon": lon, "capital": capital[keep]})
    number = one.groupby(list(one.columns), sort=False).ngroup().to_numpy()
    known = [_named(row) for row in said.iloc[firsts(number)].itertuples(index=False)]
    where, arabic, other = (pd.Categorical([place[at] for place in known])[number] for at in range(3))
    unsure = found["ambiguous"].to_numpy(dtype=bool)[keep]
    out = out.assign(place=where, ar=arabic, en=other, lat=lat, lon=lon, unsure=unsure)
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
    number, names = found["place"].cat.codes.to_numpy(), found["place"].cat.categories
    out = found.iloc[firsts(number)][["place", "ar", "en", "lat", "lon"]]
    out = out.astype({"place": object, "ar": object, "en": object}).rename(columns={"place": "id"})
    unsure, at = found["unsure"].to_numpy(), found["at"].to_numpy()
    each = out["id"].map(dict(zip(names, range(len(names)), strict=True))).to_numpy()
    out["sentences"] = tally(number, at, len(names))[each]
    out["unsure"] = tally(number[unsure], at[unsure], len(names))[each]
    out["wide"] = [geography.wide(id) for id in out["id"]]
    return out[columns].sort_values(["sentences", "id"], ascending=[False, True], ignore_index=True)


def unsure(corpus: Corpus, filters: Filters) -> pd.Series:
    """Sentences that name a place and may mean another, by the place's id, the most first."""
    return select(corpus, filters).counts(_unsure(corpus), "place", "at")


@memo
def _unsure(corpus: Corpus) -> pd.DataFrame:
    found = _located(corpus)
    return found[["code", "at", "place"]][found["unsure"].to_numpy()]


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
def window(corpus: Corpus, filters: Filters, upright: bool = False) -> Box:
    """The part of the world that most of the view speaks of, widened to the map's shape; or the world."""
    ratio, share = (UPRIGHT, CLOSE) if upright else (RATIO, CORE)
    named = states(corpus, filters).dropna(subset=["lat"])
    points = places(corpus, filters)
    lat = np.concatenate([named["lat"], points["lat"]]).astype(float)
    lon = np.concatenate([named["lon"], points["lon"]]).astype(float)
    weight = np.concatenate([named["articles"], points["sentences"]]).astype(int)
    if not weight.sum():
        return WORLD
    west, east = _densest(lon, weight, share)
    south, north = _densest(lat[(lon >= west) & (lon <= east)], weight[(lon >= west) & (lon <= east)], share)
    high, low = mercator(min(north + 6, 78.0)), mercator(max(south - 6, -56.0))
    width = max(math.radians(east - west + 14), ratio * (high - low), math.radians(36))
    if width > math.radians(190):
        return WORLD
    middle, half = (high + low) / 2, width / ratio / 2
    centre = (west + east) / 2
    reach = math.degrees(width) / 2
    return Box(centre - reach, centre + reach, latitude(middle - half), latitude(middle + half))


def _densest(values: np.ndarray, weight: np.ndarray, share: float) -> tuple[float, float]:
    """The shortest interval that holds a share of the weight: a far capital in every second article widens nothing."""
    order = np.argsort(values, kind="stable")
    values, total = values[order], np.cumsum(weight[order])
    # Every value begins one interval; it ends where enough weight has been passed.
    ends = np.searchsorted(total, total - weight[order] + share * total[-1] - 1e-9)
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
