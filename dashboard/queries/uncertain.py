"""What a view can't be sure of: unknown days, flags, claims that are no events, ambiguous places, weak findings."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import atlas, overview
from .corpus import Corpus
from .evidence import Hits
from .indexed import SPAN
from .select import select

UNSURE = 0.7  # a finding of less confidence is a weak one
NOT_EVENTS = ("claimed", "hypothetical", "denied")
LOCATED = ("mentions", "dates", "relations", "quotes")
Count = tuple[str, str, int, str]  # group, id of the line, number, unit


def counts(corpus: Corpus, filters: Filters) -> Iterator[Count]:
    """What there is of each kind, most first; kinds of which there is nothing are left out."""
    undated = behind(corpus, filters, "undated", "").facts["code"].nunique()
    if undated:
        yield "days", "undated:", undated, "article"
    unresolved = behind(corpus, filters, "open", "").facts["key"].nunique()
    if unresolved:
        yield "days", "open:", unresolved, "sentence"
    for kind, number in overview.flags(corpus, filters)["kind"].astype(str).value_counts().items():
        yield "flags", f"flag:{kind}", int(number), "flag"
    for status in NOT_EVENTS:
        number = behind(corpus, filters, "status", status).facts["key"].nunique()
        if number:
            yield "claims", f"status:{status}", number, "sentence"
    places = atlas.places(corpus, filters)
    for place in places[places["unsure"] > 0].sort_values("unsure", ascending=False, kind="stable").itertuples():
        yield "places", f"place:{place.id}", int(place.unsure), "sentence"
    for kind in LOCATED:
        number = behind(corpus, filters, "weak", kind).facts["key"].nunique()
        if number:
            yield "weak", f"weak:{kind}", number, "sentence"


def behind(corpus: Corpus, filters: Filters, kind: str, rest: str) -> Hits:
    """The facts behind one of these counts."""
    left = select(corpus, filters)
    match kind:
        case "undated":
            unknown = pd.to_datetime(corpus.articles["published"]).isna().to_numpy()
            codes = np.flatnonzero(left.articles & unknown)
            return Hits(pd.DataFrame({"code": codes, "key": codes * SPAN, "start": pd.NA, "end": pd.NA}), "article")
        case "open":
            found = left.of(corpus.facts["dates"])
            return Hits(found[unresolved(found)])
        case "status":
            found = left.of(corpus.facts["relations"])
            return Hits(found[(found["status"] == rest).to_numpy(dtype=bool)])
        case "place":
            found = atlas.located(corpus, filters)
            return Hits(found[(found["place"] == rest) & found["unsure"]])
    found = left.of(corpus.facts[rest])
    return Hits(found[weak(found)])


def unresolved(dates: pd.DataFrame) -> np.ndarray:
    """Which expressions of time mean a day or days, and stay open on both sides."""
    when = dates["kind"].isin(["date", "interval", "time"]) & dates["from"].isna() & dates["to"].isna()
    return np.asarray(when.to_numpy(dtype=bool))


def weak(findings: pd.DataFrame) -> np.ndarray:
    """Which findings their rules are little sure of; a source or a dateline is no finding of the text."""
    unsure = (findings["confidence"].astype(float) < UNSURE).to_numpy(dtype=bool)
    return np.asarray(unsure & findings["counts"].to_numpy(dtype=bool) if "counts" in findings else unsure)
