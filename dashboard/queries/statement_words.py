"""What a statement speaks of in its own words: states, but not those that its speaker is called by, and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .corpus import Corpus

Days = tuple[pd.Timestamp, pd.Timestamp]


def about(corpus: Corpus, facts: pd.DataFrame) -> list[str]:
    """The states that a statement (its rows, one a speaker) speaks of: those named in its sentence, but not in what
    the speaker is called (الرئيس الإيراني, وسائل الإعلام الإيرانية)."""
    return abouts(corpus, facts, [tuple(range(len(facts)))])[0]


def abouts(corpus: Corpus, facts: pd.DataFrame, lines: Iterable[Iterable[int]]) -> list[list[str]]:
    """`about` of many statements, each given as the numbers of its rows in `facts`: plain values, for thousands."""
    rows = list(facts[list(_Spoken._fields)].astype(object).itertuples(index=False, name=None))
    named = _states_of(corpus, facts["code"].unique())
    return [_about([_Spoken(*rows[at]) for at in line], named) for line in lines]


class _Spoken(NamedTuple):
    """Where a statement stands, and where its speaker is named in what role."""

    code: int
    key: int
    field: str
    start: int
    end: int
    name: str
    role: str | None
    who_field: str
    who_start: Any
    who_end: Any


def _about(rows: list[_Spoken], named: dict[int, list[tuple[int, str, int, int, str, str]]]) -> list[str]:
    one = rows[0]
    found: dict[str, None] = {}
    for key, field, start, end, state, text in named.get(one.code, ()):
        inside = field == one.field and start >= one.start and end <= one.end
        if not (inside or key == one.key):
            continue
        for row in rows:
            if pd.isna(row.who_start):
                if not inside and text in row.name:
                    break
            elif field == row.who_field:
                reach = len(row.role) + 2 if row.role else 0
                if start >= row.who_start - reach and end <= row.who_end + reach:
                    break
        else:
            found[state] = None
    return list(found)


def _states_of(corpus: Corpus, codes: np.ndarray) -> dict[int, list[tuple[int, str, int, int, str, str]]]:
    """Code → its mentions of states: key, field, start, end, state, text."""
    columns = ["code", "key", "field", "start", "end", "state", "text"]
    found = corpus.of_articles("states", codes)[columns].astype(object)
    out: dict[int, list[tuple[int, str, int, int, str, str]]] = {}
    for code, *rest in found.itertuples(index=False, name=None):
        out.setdefault(code, []).append(tuple(rest))
    return out


def days(corpus: Corpus, facts: pd.DataFrame) -> list[Days]:
    """The days named in the words of a statement (its rows, one a speaker): first and last of each.

    A day outside them (قال أمس) is when it was said.
    """
    return days_of_each(corpus, facts, [tuple(range(len(facts)))])[0]


def days_of_each(corpus: Corpus, facts: pd.DataFrame, lines: Iterable[Sequence[int]]) -> list[list[Days]]:
    """`days` of many statements, each given as the numbers of its rows in `facts`."""
    found = corpus.of_articles("dated", facts["code"].unique())
    named: dict[int, list[tuple[str, int, int, Days]]] = {}
    places = found[["code", "field", "start", "end"]].astype(object).itertuples(index=False, name=None)
    for (code, *place), low, high in zip(places, found["low"], found["high"], strict=True):
        named.setdefault(code, []).append((*place, (low, high)))
    spans = facts[["code", "field", "start", "end"]].astype(object)
    out = []
    for line in lines:
        code, field, start, end = spans.iloc[line[0]]
        out.append(list(dict.fromkeys(
            days for where, first, last, days in named.get(code, ())
            if where == field and start <= first and last <= end
        )))  # fmt: skip
    return out
