"""The frames of one revision, indexed for counting: articles by code, sentences by key, states and themes by sentence.

An article's *code* is its row in `articles`. A sentence's *key* is `code * SPAN + sentence + 1`; 0 stands for the
title. Everything a page counts is counted over these integers, and joins happen on sorted keys, never on rows.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import Any

import numpy as np
import pandas as pd

from dashboard.errors import QueryError

from .search import matching
from .search.grammar import words_of

SPAN = 1 << 20
LOCATED = ("sentences", "mentions", "dates", "relations", "quotes", "themes", "flags")


@dataclass(eq=False)
class Corpus:
    """What the pages count from. `search` gives the ids of the articles that an FTS5 expression matches, and
    `known_words` which of some words the index has (`Store`'s methods of these names); `themes` are those of the
    workspace by id, where it has some of its own."""

    frames: dict[str, pd.DataFrame]
    revision: object = 0
    search: Callable[[str], Iterable[str]] = lambda match: ()
    known_words: Callable[[Iterable[str]], set[str]] = set
    themes: Mapping[str, Any] = field(default_factory=dict)
    cache: OrderedDict[Any, Any] = field(default_factory=OrderedDict, repr=False)
    lock: RLock = field(default_factory=RLock, repr=False)
    _folded: dict[str, pd.Series] = field(default_factory=dict, repr=False)
    _named: dict[str, dict[str, list[list[str]]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        articles = self.frames["articles"].reset_index(drop=True)
        self.articles = articles.assign(id=articles["id"].astype(str))
        self.codes = pd.Series(np.arange(len(articles)), index=self.articles["id"].to_numpy())
        self.facts = {name: self.keyed(self.frames[name]) for name in LOCATED}

    def keyed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """A frame of findings with its articles' codes and its sentences' keys."""
        ids = frame["article"].astype("category")
        lookup = self.codes.reindex(ids.cat.categories.astype(str)).fillna(-1).to_numpy(dtype=np.int64)
        codes = lookup[ids.cat.codes.to_numpy()] if len(frame) else np.empty(0, np.int64)
        place = pd.to_numeric(frame["sentence"], errors="coerce").fillna(-1).to_numpy(dtype=np.int64) + 1
        return frame.assign(code=codes, key=codes * SPAN + place).reset_index(drop=True)

    # -- what stands in which sentence ------------------------------------------------------------------------

    @cached_property
    def stories(self) -> np.ndarray:
        """For each code, the code of the first stored copy of the article; its own where there is none."""
        own = np.arange(len(self.articles))
        if "story" not in self.articles:
            return own
        found = self.codes.reindex(self.articles["story"].astype(str)).to_numpy(dtype=np.float64, na_value=-1)
        return np.where(found < 0, own, found).astype(np.int64)

    @cached_property
    def state_mentions(self) -> pd.DataFrame:
        """Mentions that count for a state: code, key, state, field, start, end."""
        found = self.facts["mentions"]
        kind = found["kind"].astype(str)
        organ = (kind == "organization") & _true(found, "acts_for_state", False)
        keep = ((kind == "country") | organ) & _true(found, "counts", True)
        state = found["id"].astype(object).where(kind == "country", found["country"].astype(object))
        out = found.assign(state=state)[keep & state.notna()]
        return out.assign(state=out["state"].astype("category"))

    @cached_property
    def state_sentences(self) -> pd.DataFrame:
        """One row for each sentence and state it names: code, key, state."""
        return self.state_mentions[["code", "key", "state"]].drop_duplicates(ignore_index=True)

    @cached_property
    def theme_sentences(self) -> pd.DataFrame:
        """One row for each sentence and theme evidenced in it: code, key, theme."""
        found = self.facts["themes"].rename(columns={"id": "theme"})
        return found[["code", "key", "theme"]].drop_duplicates(ignore_index=True)

    @cached_property
    def dated(self) -> pd.DataFrame:
        """Expressions of time that were resolved on at least one side; `low`, `high` are days, open sides endless."""
        found = self.facts["dates"]
        low, high = pd.to_datetime(found["from"]), pd.to_datetime(found["to"])
        out = found.assign(low=low, high=high)
        return out[(low.notna() | high.notna()).to_numpy()]

    # -- what `Filters` asks ----------------------------------------------------------------------------------

    def all_articles(self) -> np.ndarray:
        return np.ones(len(self.articles), dtype=bool)

    def both(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        return np.asarray(np.intersect1d(left, right, assume_unique=True))

    def published_between(self, start: dt.date | None, end: dt.date | None) -> np.ndarray:
        day = pd.to_datetime(self.articles["published"])
        keep = day.notna()
        if start:
            keep &= day >= pd.Timestamp(start)
        if end:
            keep &= day < pd.Timestamp(end) + pd.Timedelta(days=1)
        return np.asarray(keep.to_numpy())

    def sentences_dated(self, start: dt.date | None, end: dt.date | None) -> np.ndarray:
        found = self.dated
        keep = np.ones(len(found), dtype=bool)
        if start:
            keep &= (found["high"].isna() | (found["high"] >= pd.Timestamp(start))).to_numpy()
        if end:
            keep &= (found["low"].isna() | (found["low"] <= pd.Timestamp(end))).to_numpy()
        return np.unique(found["key"].to_numpy()[keep])

    def sentences_on(self, themes: Iterable[str]) -> np.ndarray:
        found = self.theme_sentences
        return np.unique(found["key"].to_numpy()[found["theme"].isin(list(themes)).to_numpy()])

    def naming(self, states: tuple[str, ...], every: bool, within: np.ndarray | None = None) -> np.ndarray:
        """Articles that name one of the states, or each of them; with `within`, in one of these sentences."""
        found = self.state_sentences
        found = found[found["state"].isin(states).to_numpy()]
        if within is not None:
            found = found[np.isin(found["key"].to_numpy(), within)]
        seen = found[["code", "state"]].drop_duplicates()
        count = np.bincount(seen["code"].to_numpy(), minlength=len(self.articles))
        return np.asarray(count >= (len(states) if every else 1))

    def having(self, column: str, values: tuple[str, ...]) -> np.ndarray:
        return np.asarray(self.articles[column].astype(object).isin(values).to_numpy())

    def of_sentences(self, keys: np.ndarray) -> np.ndarray:
        return self.of_codes(keys // SPAN)

    def of_codes(self, codes: np.ndarray) -> np.ndarray:
        keep = np.zeros(len(self.articles), dtype=bool)
        keep[codes] = True
        return keep

    # -- what a search asks (`queries.search`) ----------------------------------------------------------------

    def matching(self, query: str) -> np.ndarray:
        """The articles that answer a query; none where it can't be read, which the search box says."""
        try:
            return matching(self, query)
        except QueryError:
            return ~self.all_articles()

    def found(self, match: str) -> np.ndarray:
        return self.of_codes(self.codes.reindex(list(self.search(match))).dropna().to_numpy(dtype=np.int64))

    def folded(self, column: str) -> pd.Series:
        """A text column as folded words between single blanks, one at each end."""
        with self.lock:
            if column not in self._folded:
                said = self.articles[column].astype(object).fillna("")
                self._folded[column] = said.map(lambda value: f" {' '.join(words_of(value))} ")
            return self._folded[column]

    def named(self, kind: str) -> dict[str, list[list[str]]]:
        """Id → the folded words of each name under which the mentions of a kind go."""
        with self.lock:
            if kind not in self._named:
                found = self.facts["mentions"]
                found = found.loc[(found["kind"] == kind).to_numpy(), ["id", "name", "name_en"]].drop_duplicates()
                names: dict[str, list[list[str]]] = {}
                for id, *said in found.astype(object).itertuples(index=False):
                    names.setdefault(str(id), []).extend(words_of(name) for name in said if isinstance(name, str))
                self._named[kind] = names
            return self._named[kind]


def _true(frame: pd.DataFrame, column: str, default: bool) -> pd.Series:
    if column not in frame:
        return pd.Series(default, index=frame.index)
    return frame[column].astype("boolean").fillna(default).astype(bool)
