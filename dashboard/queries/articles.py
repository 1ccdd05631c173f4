"""The table of articles: one row a story, in the order a reader goes through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import newest
from .stories import heads

ORDERS = ("published", "title", "source", "states", "themes", "copies", "flags")
NEWEST = "-published"
Named = Callable[[str], str]


@memo
def table(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Stories left, the newest first: id, title, source, published, how, language, flags, copies.

    A story's row is of its newest copy; `copies` is how many more the view leaves, `low` and `high` the first and the
    last day of them all, `code` the article's. `flags` is how many there are to check.
    """
    found = heads(corpus, newest(corpus, filters))
    order = found["code"].to_numpy()
    left = corpus.articles.loc[order, ["id", "title", "source", "published", "published_how", "language"]]
    flags = np.bincount(corpus.facts["flags"]["code"].to_numpy(), minlength=len(corpus.articles))
    return left.rename(columns={"published_how": "how"}).reset_index(drop=True).assign(
        flags=flags[order], copies=found["copies"], low=found["low"], high=found["high"], code=order
    )  # fmt: skip


def ordered(corpus: Corpus, table: pd.DataFrame, order: str, state: Named, theme: Named) -> pd.DataFrame:
    """The table by a column (`-` before it: downwards); what has nothing in it comes last either way.

    Names are compared as they are read: `state` and `theme` say them. Rows that are alike keep their order.
    """
    down, by = order.startswith("-"), order.removeprefix("-")
    if by not in ORDERS or order == NEWEST:
        return table
    if by in ("states", "themes"):
        known = listed(corpus, "state" if by == "states" else "theme")
        names = map(state if by == "states" else theme, known.names)
        values = pd.Series([*map(fold_key, names), None], dtype=object).rank(method="dense")
        values = values.iloc[known.first[table["code"].to_numpy()]].reset_index(drop=True)
    elif by in ("title", "source"):
        values = _ranks(corpus, by).iloc[table["code"].to_numpy()].reset_index(drop=True)
    else:
        values = table[by]
    rank = values.rank(method="dense", ascending=not down, na_option="bottom")
    return table.iloc[np.argsort(rank.to_numpy(), kind="stable")].reset_index(drop=True)


@memo
def _ranks(corpus: Corpus, by: str) -> pd.Series:
    """By article where a text of it stands among those of all; folding that many takes a while."""
    number, texts = pd.factorize(corpus.articles[by].astype(object))
    folded = pd.Series([fold_key(text) or None for text in texts] + [None], dtype=object)
    return folded.rank(method="dense").iloc[number].reset_index(drop=True)


class Listed:
    """What each article names, the most frequent first: `names` the ids by number, `first` an article's first of them
    (−1 for none)."""

    def __init__(self, many: int, facts: pd.DataFrame, column: str) -> None:
        self.names = facts[column].cat.categories.to_numpy(dtype=object)
        pair = np.sort(facts["code"].to_numpy() * np.int64(len(self.names)) + facts[column].cat.codes.to_numpy())
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        counts = np.diff(starts, append=len(pair))
        code, number = np.divmod(pair[starts], max(len(self.names), 1))
        order = np.lexsort((number, -counts, code))
        self._number = number[order]
        self._edges = np.searchsorted(code[order], np.arange(many + 1))
        self.first = np.full(many, -1, dtype=np.int64)
        some = self._edges[1:] > self._edges[:-1]
        self.first[some] = self._number[self._edges[:-1][some]]

    def of(self, codes: Iterable[int]) -> list[tuple[str, ...]]:
        """The ids that each of some articles names."""
        return [tuple(self.names[self._number[self._edges[code] : self._edges[code + 1]]]) for code in codes]


@memo
def listed(corpus: Corpus, column: Literal["state", "theme"]) -> Listed:
    """The states or themes of all articles."""
    facts = corpus.state_sentences if column == "state" else corpus.theme_sentences
    return Listed(len(corpus.articles), facts, column)


def place(corpus: Corpus, table: pd.DataFrame, id: str) -> int | None:
    """Where a table has an article, or the story that it is a copy of; None where it has neither."""
    code = corpus.codes.get(id)
    if code is None:
        return None
    at = np.flatnonzero(corpus.stories[table["code"].to_numpy()] == corpus.stories[int(code)])
    return int(at[0]) if len(at) else None


def neighbours(corpus: Corpus, table: pd.DataFrame, id: str) -> tuple[str | None, str | None]:
    """The stories before and after an article in the table's order."""
    at, ids = place(corpus, table, id), table["id"]
    if at is None:
        return None, (str(ids.iloc[0]) if len(ids) else None)
    return (str(ids.iloc[at - 1]) if at else None), (str(ids.iloc[at + 1]) if at + 1 < len(ids) else None)


@memo
def undated(corpus: Corpus) -> pd.DataFrame:
    """Articles whose day of publication nobody knows: id, title, source, and of how many other articles it is a copy
    or has copies (`copies`)."""
    without = pd.to_datetime(corpus.articles["published"]).isna()
    left = corpus.articles.loc[without, ["id", "title", "source"]].astype(object)
    told = np.bincount(corpus.stories, minlength=len(corpus.stories))
    copies = told[corpus.stories[np.flatnonzero(without.to_numpy())]] - 1
    return left.where(left.notna(), None).assign(copies=copies).reset_index(drop=True)


def undated_copies(corpus: Corpus, ids: tuple[str, ...]) -> list[str]:
    """The other articles of these articles' stories whose day of publication nobody knows."""
    given = {int(corpus.codes[id]) for id in ids if id in corpus.codes}
    if not given:
        return []
    same = np.isin(corpus.stories, corpus.stories[sorted(given)])
    without = pd.to_datetime(corpus.articles["published"]).isna().to_numpy()
    return [str(corpus.articles["id"].iloc[code]) for code in np.flatnonzero(same & without) if code not in given]
