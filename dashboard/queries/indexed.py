"""The frames of one revision, indexed for counting: articles by code, sentences by key, states and themes by sentence.

An article's *code* is its row in `articles`. A sentence's *key* is `code * SPAN + sentence + 1`; 0 stands for the
title. Its *at* is its number among all that there are, so that a choice of sentences is a mask, not a search. What a
page counts is counted over these integers; names are put to the few that are left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import Literal

import numpy as np
import pandas as pd

from .distinct import distinct, matched

SPAN = 1 << 20
PLACE = ["code", "key", "at", "field", "start", "end"]  # where a fact stands
_WHOLE = ("start", "end", "index")  # numbers that nothing located lacks; plain ones are looked up twice as fast
LOCATED = ("sentences", "mentions", "dates", "relations", "quotes", "themes", "flags")


@dataclass(eq=False)
class Indexed:
    """The tables by name (`tables.frames`), and what is worked out of them once."""

    frames: dict[str, pd.DataFrame]
    lock: RLock = field(default_factory=RLock, init=False, repr=False)
    _places: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict, init=False, repr=False)
    _sorted: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        articles = self.frames["articles"].reset_index(drop=True)
        self.articles = articles.assign(id=articles["id"].astype(str))
        self.codes = pd.Series(np.arange(len(articles)), index=self.articles["id"].to_numpy())
        placed = {name: self._placed(self.frames[name]) for name in LOCATED}
        places = np.ones(len(articles), dtype=np.int64)  # the title, and as many sentences as anything stands in
        for codes, place in placed.values():
            np.maximum.at(places, codes, place + 1)
        self._first = np.cumsum(places) - places
        self.owner = np.repeat(np.arange(len(articles)), places)
        self.facts = {name: self._numbered(self.frames[name], *found) for name, found in placed.items()}

    def keyed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """A frame of findings with its articles' codes and its sentences' keys and numbers."""
        return self._numbered(frame, *self._placed(frame))

    def _numbered(self, frame: pd.DataFrame, codes: np.ndarray, place: np.ndarray) -> pd.DataFrame:
        whole = {
            name: frame[name].to_numpy(dtype=np.int64) for name in _WHOLE if name in frame and frame[name].notna().all()
        }
        out = frame.assign(code=codes, key=codes * SPAN + place, at=self._first[codes] + place, **whole)
        return out.reset_index(drop=True)

    def _placed(self, frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Of each fact the code of its article and its sentence's place in it, 0 for the title."""
        ids = frame["article"].astype("category")
        lookup = self.codes.reindex(ids.cat.categories.astype(str)).fillna(-1).to_numpy(dtype=np.int64)
        codes = lookup[ids.cat.codes.to_numpy()] if len(frame) else np.empty(0, np.int64)
        place = pd.to_numeric(frame["sentence"], errors="coerce").to_numpy(dtype=np.float64, na_value=-1)
        return codes, place.astype(np.int64) + 1

    @cached_property
    def ids(self) -> np.ndarray:
        """The articles' ids by code."""
        return np.asarray(self.articles["id"], dtype=object)

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
    def days(self) -> np.ndarray:
        """For each code the day of publication, NaT where nobody knows it."""
        return np.asarray(pd.to_datetime(self.articles["published"]).to_numpy())

    @cached_property
    def ages(self) -> np.ndarray:
        """For each code how far back its day lies, in days before 1970; the unknown lie farthest."""
        day = self.days.astype("datetime64[D]").astype(np.int64)
        return np.where(np.isnat(self.days), np.iinfo(np.int64).max, -day)

    @cached_property
    def state_mentions(self) -> pd.DataFrame:
        """Mentions that count for a state: code, key, at, field, start, end, text, state."""
        found = self.facts["mentions"]
        country = (found["kind"] == "country").to_numpy(dtype=bool)
        organ = (found["kind"] == "organization").to_numpy(dtype=bool) & _true(found, "acts_for_state", False)
        keep = np.flatnonzero((country | organ) & _true(found, "counts", True))
        both = pd.concat([pd.Series(found[name].cat.categories) for name in ("id", "country")]).unique()
        states = pd.Index(both).sort_values()
        number = np.where(country[keep], *(_renumbered(found[name], states)[keep] for name in ("id", "country")))
        keep, number = keep[number >= 0], number[number >= 0]
        state = pd.Categorical.from_codes(number, states).remove_unused_categories()
        out = found[["code", "key", "at", "field", "start", "end", "text"]].iloc[keep]
        return out.assign(state=pd.Series(state, index=out.index))

    @cached_property
    def state_sentences(self) -> pd.DataFrame:
        """One row for each sentence and state it names: code, key, at, state, in the order of the sentences."""
        return self._sentences(self.state_mentions, "state")

    @cached_property
    def other_rows(self) -> np.ndarray:
        """The rows of the mentions that count for a known organisation or person. An organ that acts for its state is
        the state's."""
        found = self.facts["mentions"]
        keep = found["kind"].isin(["organization", "person"]).to_numpy(dtype=bool) & _true(found, "counts", True)
        return np.flatnonzero(keep & ~_true(found, "acts_for_state", False) & found["id"].notna().to_numpy())

    @cached_property
    def others(self) -> pd.DataFrame:
        """One row for each article and person or organisation that it names: code, actor."""
        found, keep = self.facts["mentions"], self.other_rows
        names = found["id"].cat.categories.sort_values()
        code, number = distinct(found["code"].to_numpy()[keep], _renumbered(found["id"], names)[keep])
        return pd.DataFrame({"code": code, "actor": pd.Categorical.from_codes(number, names)})

    @cached_property
    def theme_sentences(self) -> pd.DataFrame:
        """One row for each sentence and theme evidenced in it: code, key, at, theme, in the order of the sentences."""
        return self._sentences(self.facts["themes"].rename(columns={"id": "theme"}), "theme")

    def _sentences(self, facts: pd.DataFrame, what: str) -> pd.DataFrame:
        named = facts[what].astype("category")
        names = named.cat.categories.sort_values()
        at, number = distinct(facts["at"].to_numpy(), _renumbered(named, names))
        value = pd.Categorical.from_codes(number, names)
        return pd.DataFrame({"code": self.owner[at], "key": self.key(at), "at": at, what: value})

    def key(self, at: np.ndarray) -> np.ndarray:
        """The keys of sentences that are given by their numbers."""
        code = self.owner[at]
        return np.asarray(code * SPAN + at - self._first[code])

    @cached_property
    def dated(self) -> pd.DataFrame:
        """Expressions of time that were resolved on at least one side; `low`, `high` are days, open sides endless."""
        found = self.facts["dates"]
        low, high = pd.to_datetime(found["from"]), pd.to_datetime(found["to"])
        out = found.assign(low=low, high=high)
        return out[(low.notna() | high.notna()).to_numpy()]

    def find(self, name: str, code: np.ndarray, index: np.ndarray) -> np.ndarray:
        """Rows of the findings that stand at these places in the lists of articles; −1 where there is none."""
        with self.lock:
            if name not in self._places:
                found = self.facts[name]
                place = found["code"].to_numpy() * SPAN + found["index"].to_numpy(dtype=np.int64)
                order = np.argsort(place, kind="stable")
                self._places[name] = place[order], order
            places, order = self._places[name]
        wanted = code * SPAN + index.astype(np.int64)
        at = np.minimum(np.searchsorted(places, wanted), max(len(places) - 1, 0))
        there = (index >= 0) & (places[at] == wanted) if len(places) else np.zeros(len(wanted), dtype=bool)
        out = np.full(len(wanted), -1, dtype=np.int64)
        out[there] = order[at[there]]
        return out

    def of_articles(self, name: Literal["states", "dated"], codes: np.ndarray) -> pd.DataFrame:
        """Some articles' mentions of states or resolved expressions of time, without a look at all the others."""
        with self.lock:
            if name not in self._sorted:
                found = self.state_mentions if name == "states" else self.dated
                order = np.argsort(found["code"].to_numpy(), kind="stable")
                self._sorted[name] = found["code"].to_numpy()[order], order
            known, order = self._sorted[name]
        rows = order[matched(np.sort(codes), known)[1]]
        return (self.state_mentions if name == "states" else self.dated).iloc[rows]

    @cached_property
    def _bounds(self) -> tuple[np.ndarray, ...]:
        found = self.facts["sentences"].sort_values("key")
        return tuple(found[name].to_numpy(dtype=np.int64) for name in ("key", "start", "end"))

    def bounds(self, keys: np.ndarray) -> dict[int, tuple[int, int]]:
        """Key → start and end of the sentence in the text; titles have none."""
        known, start, end = self._bounds
        row, at = matched(keys, known)
        return dict(zip(keys[row].tolist(), zip(start[at].tolist(), end[at].tolist(), strict=True), strict=True))


def _true(frame: pd.DataFrame, column: str, default: bool) -> np.ndarray:
    if column not in frame:
        return np.full(len(frame), default)
    return np.asarray(frame[column].to_numpy(dtype=bool, na_value=default))


def _renumbered(column: pd.Series, names: pd.Index) -> np.ndarray:
    """A categorical's values as numbers among other names, −1 where it has none."""
    known = np.append(names.get_indexer(column.cat.categories), -1)
    return np.asarray(known[column.cat.codes.to_numpy()])
