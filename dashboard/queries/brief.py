"""What a brief holds: sections of groups of lines, each a number, as plain data: no words, no markup.

A line's number is one that a page shows too; `cited.behind` gives its evidence, as many rows as were counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashboard.filters import Filters

from . import announced, network, overview, statements, uncertain
from .corpus import Corpus
from .distinct import firsts, tally
from .memo import memo
from .select import select
from .statements import Texts

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


@memo
def windows(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Dated facts of days and intervals short enough to be remembered, with the `window` that makes two one."""
    found = select(corpus, filters).of(corpus.dated)
    short = (found["high"] - found["low"]).dt.days.between(0, KEY_SPAN)
    found = found[short.to_numpy(dtype=bool, na_value=False)]
    found = found.assign(ahead=(found["tense"] == "future").to_numpy(dtype=bool))
    number = found.groupby(["low", "high", "ahead"], sort=False).ngroup().to_numpy()
    each = found[["low", "high", "ahead"]].iloc[firsts(number)].itertuples(index=False)
    names = [f"{low.date()}..{high.date()}{':a' if later else ''}" for low, high, later in each]
    return found.assign(window=pd.Categorical.from_codes(number, names))


def _dates(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    found = windows(corpus, filters)
    number = found["window"].cat.codes.to_numpy()
    whole = found[["window", "low", "high", "ahead"]].iloc[firsts(number)].astype({"window": object})
    whole = whole.assign(
        sentences=tally(number, found["at"].to_numpy(), len(whole)),
        reports=tally(number, corpus.stories[found["code"].to_numpy()], len(whole)),
    )
    best = whole.sort_values(["reports", "sentences", "window"], ascending=[False, False, True]).head(DATES)
    lines = (
        Line(f"date:{row['window']}", int(row["sentences"]), "sentence", row)
        for row in best.sort_values(["low", "high"]).to_dict("records")
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
    found = select(corpus, filters).of(corpus.facts["relations"])
    counts = found.assign(type=found["type"].astype(str)).groupby("type")["key"].nunique()
    counts = counts.sort_values(ascending=False, kind="stable")
    return [Group("types", tuple(Line(f"type:{type}", int(n), "sentence") for type, n in counts.items()), len(counts))]


def _themes(corpus: Corpus, filters: Filters, *_: Any) -> list[Group]:
    found = select(corpus, filters).of(corpus.theme_sentences)
    counts = found.assign(theme=found["theme"].astype(str)).groupby("theme").agg(
        sentences=("key", "nunique"), articles=("code", "nunique")
    ).sort_values(["articles", "sentences"], ascending=False, kind="stable")  # fmt: skip
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
