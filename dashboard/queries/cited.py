"""The evidence behind each number of a brief: the rows that were counted, copies folded."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.filters import Filters

from . import announced, network, overview, statements, uncertain
from .brief import in_window
from .corpus import Corpus
from .evidence import Hits, Row, gather
from .select import select
from .statement_lines import Told
from .stories import Folded, Texts, fold_rows


def behind(
    corpus: Corpus, filters: Filters, id: str, texts: Texts, today: dt.date
) -> tuple[list[Folded], pd.DataFrame]:
    """The evidence of a line, copies folded, and the facts it was gathered from."""
    kind, _, rest = id.partition(":")
    if kind == "speaker":
        lines = statements.chosen(corpus, filters, texts, rest)
        facts = statements.statements(corpus, filters)
        return [_told(corpus, one) for one in lines], facts.iloc[[at for one in lines for at in one.index]]
    if kind == "flag":
        facts = overview.flags(corpus, filters)
        facts = facts[(facts["kind"].astype(str) == rest).to_numpy()]
        each = [gather(corpus, Hits(facts.iloc[[at]])) for at in range(len(facts))]
        return [Folded(rows[0], ()) for rows in each], facts
    hits = _hits(corpus, filters, kind, rest, today)
    return list(fold_rows(corpus, gather(corpus, hits), hits.unit, texts)), hits.facts


def later(corpus: Corpus, filters: Filters, rows: tuple[int, ...]) -> list[tuple[Row, str]]:
    """The sentences that take an announced event back (`later` of its row), each with the status that it gives it."""
    facts = announced.after(corpus, filters, rows)
    status = dict(zip(facts["key"], facts["status"].astype(str), strict=True))
    return [(row, status[row.key]) for row in gather(corpus, Hits(facts))]


def _told(corpus: Corpus, one: Told) -> Folded:
    def whole(row: Row) -> Row:
        return Row(row.code, row.article, row.key, (statements.shown(corpus, row),))

    return Folded(whole(one.row), tuple(map(whole, one.copies)))


def _hits(corpus: Corpus, filters: Filters, kind: str, rest: str, today: dt.date) -> Hits:
    match kind:
        case "period":
            return overview.in_period(corpus, filters, pd.Timestamp(rest), None)
        case "state" | "dyad":
            return overview.naming(corpus, filters, tuple(rest.split("-", 1)))
        case "edge":
            one, other = rest.split("|")
            return network.of_edge(corpus, filters, "together", one, other)
        case "date":
            return in_window(corpus, filters, rest)
        case "event":
            return announced.behind(corpus, filters, today, rest)
        case "type":
            facts = select(corpus, filters).of(corpus.facts["relations"])
            return Hits(facts[(facts["type"] == rest).to_numpy(dtype=bool)])
        case "theme":
            facts = select(corpus, filters).of(corpus.facts["themes"])
            return Hits(facts[(facts["id"] == rest).to_numpy()])
    return uncertain.behind(corpus, filters, kind, rest)
