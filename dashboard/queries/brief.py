"""What a brief holds: sections of groups of lines, each a number, as plain data: no words, no markup.

A line's number is one that a page shows too; `cited.behind` gives its evidence, as many rows as were counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import announced, network, overview, statements, uncertain
from .corpus import Corpus
from .distinct import firsts, labels, tally
from .evidence import Hits
from .memo import memo
from .select import select
from .stories import Texts

SECTIONS = ("incoming", "actors", "network", "dates", "announced", "statements", "relations", "themes", "uncertain")
ACTORS, TIES, DATES, EVENTS, SPEAKERS = 20, 30, 24, 60, 25  # lines; what is left out is said
KEY_SPAN = 92  # days; a longer interval is no date to remember


@dataclass(frozen=True)
class Line:
    """One number. `id` is what `cited.behind` answers, `unit` what was counted, `about` what else is known of it."""

    id: str
    number: int
    unit: str = "article"
    about: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """Lines of one kind, of `whole` that there are."""

    id: str
    lines: tuple[Line, ...]
    whole: int


@memo
def groups(corpus: Corpus, filters: Filters, section: str, texts: Texts, today: dt.date) -> tuple[Group, ...]:
    """The groups of a section, empty ones left out."""
    found = _MADE[section](corpus, filters, texts, today)
    return tuple(group for group in found if group.lines)


def ties(corpus: Corpus, filters: Filters) -> network.Graph:
    """The graph that a brief draws: states named together, its strongest edges and their ends."""
    whole = network.graph(corpus, filters, "together")
    edges = whole.edges.head(TIES)
    ends = set(edges["source"]) | set(edges["target"])
    return network.Graph(whole.nodes[whole.nodes["id"].isin(ends)].reset_index(drop=True), edges)


def _incoming(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    grain, tidy, _ = overview.per_period(corpus, filters)
    lines = []
    whole = overview.whole_periods(corpus, filters)
    for period, found in tidy.groupby("period", sort=True):
        number = whole[period]
        parts = tuple(zip(found["theme"], found["articles"], strict=True))
        about = {"low": period, "high": overview.last_day(period, grain), "themes": parts}
        lines.append(Line(f"period:{period.date()}", int(number), about=about))
    return [Group(grain, tuple(reversed(lines)), len(lines))]


def _actors(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    found = {"states": overview.states(corpus, filters), "dyads": overview.dyads(corpus, filters)}
    prefix = {"states": "state", "dyads": "dyad"}
    return [
        Group(kind, tuple(
            Line(f"{prefix[kind]}:{row['id']}", int(row["articles"]), about=row)
            for row in table.head(ACTORS).to_dict("records")
        ), len(table))
        for kind, table in found.items()
    ]  # fmt: skip


def _network(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    drawn, whole = ties(corpus, filters).edges, network.graph(corpus, filters, "together").edges
    lines = (
        Line(f"edge:{row['source']}|{row['target']}", int(row["reports"]), "report", row)
        for row in drawn.to_dict("records")
    )
    return [Group("ties", tuple(lines), len(whole))]


class Windows(NamedTuple):
    """Days and intervals short enough to be remembered: of each row of `corpus.dated` the number of its window, −1
    where it is none; and the windows: window (what it is called), low, high, ahead."""

    number: np.ndarray
    each: pd.DataFrame


@memo
def windows(corpus: Corpus) -> Windows:
    """The windows of the whole workspace."""
    found = corpus.dated[["low", "high"]]
    found = found.assign(ahead=(corpus.dated["tense"] == "future").to_numpy(dtype=bool))
    short = np.flatnonzero((found["high"] - found["low"]).dt.days.between(0, KEY_SPAN).to_numpy(dtype=bool))
    number = np.full(len(found), -1, dtype=np.int64)
    number[short] = labels(found.iloc[short], ["low", "high", "ahead"])
    each = found.iloc[short].iloc[firsts(number[short])].reset_index(drop=True)
    names = [f"{row.low.date()}..{row.high.date()}{':a' if row.ahead else ''}" for row in each.itertuples()]
    return Windows(number, each.assign(window=pd.Series(names, dtype=object)))


def in_window(corpus: Corpus, filters: Filters, window: str) -> Hits:
    """The facts behind a line of dates."""
    known = windows(corpus)
    mine = (known.each["window"] == window).to_numpy()
    found = corpus.dated[np.append(mine, False)[known.number]]
    return Hits(select(corpus, filters).of(found))


def _dates(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    known, found = windows(corpus), corpus.dated[["code", "at"]]
    keep = select(corpus, filters).keeps(found) & (known.number >= 0)
    number, code, at = known.number[keep], found["code"].to_numpy()[keep], found["at"].to_numpy()[keep]
    whole = known.each.assign(
        sentences=tally(number, at, len(known.each)), reports=tally(number, corpus.stories[code], len(known.each))
    )
    whole = whole[(whole["sentences"] > 0).to_numpy()]
    best = whole.sort_values(["reports", "sentences", "window"], ascending=[False, False, True]).head(DATES)
    columns = ["window", "low", "high", "ahead", "sentences", "reports"]
    lines = (
        Line(f"date:{row['window']}", int(row["sentences"]), "sentence", row)
        for row in best[columns].sort_values(["low", "high"]).to_dict("records")
    )
    return [Group("dates", tuple(lines), len(whole))]


def _announced(corpus: Corpus, filters: Filters, _: Texts, today: dt.date) -> list[Group]:
    found = announced.events(corpus, filters, today)
    lines = [
        Line(f"event:{row['id']}", int(row["reports"]), "event", row) for row in found.head(EVENTS).to_dict("records")
    ]
    return [Group("events", tuple(lines), len(found))]


def _statements(corpus: Corpus, filters: Filters, texts: Texts, _: dt.date) -> list[Group]:
    found = statements.speakers(corpus, filters, texts)
    lines = (
        Line(f"speaker:{row['speaker']}", int(row["count"]), "statement", row)
        for row in found.head(SPEAKERS).to_dict("records")
    )
    return [Group("speakers", tuple(lines), len(found))]


def _relations(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    counts = select(corpus, filters).counts(corpus.facts["relations"], "type", "at")
    return [Group("types", tuple(Line(f"type:{type}", int(n), "sentence") for type, n in counts.items()), len(counts))]


def _themes(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    view, found = select(corpus, filters), corpus.theme_sentences
    counts = view.counts(found, "theme").to_frame("articles")  # in the order that the desk has themes in everywhere
    counts = counts.assign(sentences=view.counts(found, "theme", "at"))
    lines = [Line(f"theme:{id}", int(row["sentences"]), "sentence", row) for id, row in counts.to_dict("index").items()]
    return [Group("themes", tuple(lines), len(lines))]


def _uncertain(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    found: dict[str, list[Line]] = {}
    for group, id, number, unit in uncertain.counts(corpus, filters):
        found.setdefault(group, []).append(Line(id, number, unit))
    return [Group(group, tuple(lines), len(lines)) for group, lines in found.items()]


_MADE: dict[str, Callable[..., list[Group]]] = {
    "incoming": _incoming, "actors": _actors, "network": _network, "dates": _dates, "announced": _announced,
    "statements": _statements, "relations": _relations, "themes": _themes, "uncertain": _uncertain,
}  # fmt: skip
