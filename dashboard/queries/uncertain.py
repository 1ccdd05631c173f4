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
from .memo import memo
from .select import select

UNSURE = 0.7  # a finding of less confidence is a weak one
NOT_EVENTS = ("claimed", "hypothetical", "denied")
LOCATED = ("mentions", "dates", "relations", "quotes")
Count = tuple[str, str, int, str]  # group, id of the line, number, unit


def counts(corpus: Corpus, filters: Filters) -> Iterator[Count]:
    """What there is of each kind, most first; kinds of which there is nothing are left out."""
    undated = len(_undated(corpus, filters))
    if undated:
        yield "days", "undated:", undated, "article"
    unresolved = _sentences(corpus, filters, "open")
    if unresolved:
        yield "days", "open:", unresolved, "sentence"
    for kind, number in overview.flags(corpus, filters)["kind"].astype(str).value_counts().items():
        yield "flags", f"flag:{kind}", int(number), "flag"
    for status in NOT_EVENTS:
        number = _sentences(corpus, filters, "status", status)
        if number:
            yield "claims", f"status:{status}", number, "sentence"
    for place, number in atlas.unsure(corpus, filters).items():
        yield "places", f"place:{place}", int(number), "sentence"
    for kind in LOCATED:
        number = _sentences(corpus, filters, "weak", kind)
        if number:
            yield "weak", f"weak:{kind}", number, "sentence"


def behind(corpus: Corpus, filters: Filters, kind: str, rest: str) -> Hits:
    """The facts behind one of these counts."""
    if kind == "undated":
        codes = _undated(corpus, filters)
        return Hits(pd.DataFrame({"code": codes, "key": codes * SPAN, "start": pd.NA, "end": pd.NA}), "article")
    if kind == "place":
        found = atlas.located(corpus, filters)
        return Hits(found[(found["place"] == rest) & found["unsure"]])
    name, rows = _unsure(corpus, kind, rest)
    return Hits(corpus.facts[name].iloc[rows[_left(corpus, filters, name, rows)]])


def _undated(corpus: Corpus, filters: Filters) -> np.ndarray:
    """The codes of the articles whose day nobody knows."""
    return np.flatnonzero(select(corpus, filters).articles & np.isnat(corpus.days))


def _sentences(corpus: Corpus, filters: Filters, kind: str, rest: str = "") -> int:
    """In how many sentences the facts `behind` stand."""
    name, rows = _unsure(corpus, kind, rest)
    at = corpus.facts[name]["at"].to_numpy()[rows]
    return len(pd.unique(at[_left(corpus, filters, name, rows)]))


def _left(corpus: Corpus, filters: Filters, name: str, rows: np.ndarray) -> np.ndarray:
    return select(corpus, filters).keeps(corpus.facts[name][["code", "at"]].iloc[rows])


@memo
def _unsure(corpus: Corpus, kind: str, rest: str) -> tuple[str, np.ndarray]:
    """A list of findings and which of all its rows are of a kind: few, so that filters look at these alone."""
    name = {"open": "dates", "status": "relations"}.get(kind, rest)
    found = corpus.facts[name]
    match kind:
        case "open":
            keep = unresolved(found)
        case "status":
            keep = (found["status"] == rest).to_numpy(dtype=bool)
        case _:
            keep = weak(found)
    return name, np.flatnonzero(keep)


def unresolved(dates: pd.DataFrame) -> np.ndarray:
    """Which expressions of time mean a day or days, and stay open on both sides."""
    when = dates["kind"].isin(["date", "interval", "time"]) & dates["from"].isna() & dates["to"].isna()
    return np.asarray(when.to_numpy(dtype=bool))


def weak(findings: pd.DataFrame) -> np.ndarray:
    """Which findings their rules are little sure of; a source or a dateline is no finding of the text."""
    unsure = (findings["confidence"].astype(float) < UNSURE).to_numpy(dtype=bool)
    return np.asarray(unsure & findings["counts"].to_numpy(dtype=bool) if "counts" in findings else unsure)
