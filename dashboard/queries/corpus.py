"""A corpus as it is asked: which articles and sentences are left by what `Filters` and searches ask for.

Every answer is a boolean mask over the articles by code, or over the sentences by number (see `indexed`).
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.errors import QueryError
from dashboard.identities import Identities
from dashboard.lexicon.query.grammar import words_of

from .distinct import among
from .indexed import Indexed
from .search import matching


@dataclass(eq=False)
class Corpus(Indexed):
    """What the pages count from. `search` gives the ids of the articles that an FTS5 expression matches, and
    `known_words` which of some words the index has (`Store`'s methods of these names); `themes` are those of the
    workspace by id, where it has some of its own, `identities` the names that people have merged, renamed or split."""

    revision: object = 0
    search: Callable[[str], Iterable[str]] = lambda match: ()
    known_words: Callable[[Iterable[str]], set[str]] = set
    themes: Mapping[str, Any] = field(default_factory=dict)
    identities: Identities = field(default_factory=Identities)
    cache: OrderedDict[Any, Any] = field(default_factory=OrderedDict, init=False, repr=False)
    _folded: dict[str, pd.Series] = field(default_factory=dict, init=False, repr=False)
    _latest: tuple[str, np.ndarray, QueryError | None] | None = field(default=None, init=False, repr=False)
    _named: dict[str, dict[str, list[list[str]]]] = field(default_factory=dict, init=False, repr=False)

    def all_articles(self) -> np.ndarray:
        return np.ones(len(self.articles), dtype=bool)

    def published_between(self, start: dt.date | None, end: dt.date | None) -> np.ndarray:
        keep = ~np.isnat(self.days)
        if start:
            keep &= self.days >= np.datetime64(start)
        if end:
            keep &= self.days < np.datetime64(end) + np.timedelta64(1, "D")
        return np.asarray(keep)

    def sentences_dated(self, start: dt.date | None, end: dt.date | None) -> np.ndarray:
        found = self.dated
        keep = np.ones(len(found), dtype=bool)
        if start:
            keep &= (found["high"].isna() | (found["high"] >= pd.Timestamp(start))).to_numpy()
        if end:
            keep &= (found["low"].isna() | (found["low"] <= pd.Timestamp(end))).to_numpy()
        return self.standing_in(found["at"].to_numpy()[keep])

    def sentences_on(self, themes: Iterable[str]) -> np.ndarray:
        found = self.theme_sentences
        return self.standing_in(found["at"].to_numpy()[among(found["theme"], themes)])

    def sentences_naming(self, state: str) -> np.ndarray:
        found = self.state_sentences
        return self.standing_in(found["at"].to_numpy()[(found["state"] == state).to_numpy()])

    def naming(self, states: tuple[str, ...], every: bool, within: np.ndarray | None = None) -> np.ndarray:
        """Articles that name one of the states, or each of them; with `within`, in one of these sentences."""
        count = np.zeros(len(self.articles), dtype=np.int64)
        for state in dict.fromkeys(states):
            named = self.sentences_naming(state)
            count += self.of_sentences(named if within is None else named & within)
        return np.asarray(count >= (len(states) if every else 1))

    def having(self, column: str, values: tuple[str, ...]) -> np.ndarray:
        return np.asarray(self.articles[column].isin(values).to_numpy(dtype=bool))

    def naming_any(self, actors: Iterable[str]) -> np.ndarray:
        """Articles that name one of these people and organisations."""
        found = self.others
        return self.of_codes(found["code"].to_numpy()[among(found["actor"], actors)])

    def standing_in(self, at: np.ndarray) -> np.ndarray:
        """Mask over all sentences of those that are given by their numbers."""
        keep = np.zeros(len(self.owner), dtype=bool)
        keep[at] = True
        return keep

    def of_sentences(self, sentences: np.ndarray) -> np.ndarray:
        return self.of_codes(self.owner[np.flatnonzero(sentences)])

    def of_codes(self, codes: np.ndarray) -> np.ndarray:
        keep = np.zeros(len(self.articles), dtype=bool)
        keep[codes] = True
        return keep

    # -- what a search asks (`queries.search`) ----------------------------------------------------------------

    def matching(self, query: str) -> np.ndarray:
        """The articles that answer a query; none where it can't be answered, which the search box says."""
        return self._answered(query)[1]

    def fault(self, query: str) -> QueryError | None:
        """Why a query can't be answered; None where it can."""
        return self._answered(query)[2]

    def _answered(self, query: str) -> tuple[str, np.ndarray, QueryError | None]:
        """The latest query is kept: a page asks more than once, and names that come near take half a second to find."""
        known = self._latest
        if known is None or known[0] != query:
            try:
                known = query, matching(self, query), None
            except QueryError as error:
                known = query, ~self.all_articles(), error
            self._latest = known
        return known

    def found(self, match: str) -> np.ndarray:
        return self.of_codes(self.codes.reindex(list(self.search(match))).dropna().to_numpy(dtype=np.int64))

    def folded(self, column: str) -> pd.Series:
        """A text column as folded words between single blanks, one at each end."""
        with self.lock:
            if column not in self._folded:
                said = self.articles[column].astype(object).fillna("")
                self._folded[column] = said.map(lambda value: f" {' '.join(words_of(value))} ")
            return self._folded[column]

    @cached_property
    def formerly(self) -> dict[str, tuple[str, ...]]:
        """Of those whom people have merged, renamed or split, what the texts call them."""
        found = self.facts["mentions"]
        found = found[["id", "text"]][found["id"].isin(list(self.identities.names)).to_numpy()].drop_duplicates()
        said: dict[str, tuple[str, ...]] = {}
        for id, text in found.astype(object).itertuples(index=False):
            said[str(id)] = (*said.get(str(id), ()), str(text))
        return said

    def named(self, kind: str) -> dict[str, list[list[str]]]:
        """Id → the folded words of each name under which the mentions of a kind go, or went before it was changed."""
        with self.lock:
            if kind not in self._named:
                found = self.facts["mentions"]
                found = found.loc[(found["kind"] == kind).to_numpy(), ["id", "name", "name_en"]].drop_duplicates()
                names: dict[str, list[list[str]]] = {}
                for id, *said in found.astype(object).itertuples(index=False):
                    names.setdefault(str(id), []).extend(words_of(name) for name in said if isinstance(name, str))
                for id in names.keys() & self.formerly.keys():
                    names[id].extend(map(words_of, self.formerly[id]))
                self._named[kind] = names
            return self._named[kind]
