"""Filters answered: which articles and which facts are left, and how many each other choice would leave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .distinct import tally
from .memo import memo

Unit = Literal["code", "at"]


@dataclass(frozen=True)
class Selection:
    """What a view leaves: masks of articles (by code) and of sentences (by number), None meaning all of theirs."""

    articles: np.ndarray
    sentences: np.ndarray | None

    @property
    def count(self) -> int:
        return int(self.articles.sum())

    @cached_property
    def whole(self) -> bool:
        """Whether the view leaves everything."""
        return self.sentences is None and bool(self.articles.all())

    def of(self, facts: pd.DataFrame) -> pd.DataFrame:
        """The facts (with `code` and `at`) that the view leaves."""
        return facts if self.whole else facts[self.keeps(facts)]

    def keeps(self, facts: pd.DataFrame) -> np.ndarray:
        """Which of the facts it leaves."""
        keep = self.articles[facts["code"].to_numpy()] if len(facts) else np.empty(0, bool)
        return keep if self.sentences is None else keep & self.sentences[facts["at"].to_numpy()]

    def counts(self, facts: pd.DataFrame, column: str, unit: Unit = "code") -> pd.Series:
        """As `counted` counts the facts that the view leaves."""
        return counted(facts, column, unit, None if self.whole else self.keeps(facts))


@memo
def select(corpus: Corpus, filters: Filters) -> Selection:
    """The articles and sentences left by `filters`; an article stays while one of its sentences does."""
    sentences = filters.sentences(corpus)
    articles = filters.articles(corpus, sentences)
    if sentences is not None:
        articles &= corpus.of_sentences(sentences)
    return Selection(articles, sentences)


@memo
def facets(corpus: Corpus, filters: Filters) -> dict[str, pd.Series]:
    """Articles per choice of themes, states, actors (people and organisations), sources and languages, each under all
    the *other* filters."""
    # With `all`, a further state narrows: its count is of articles that name it beside the chosen ones.
    base = filters if filters.match == "all" else filters.without("states")
    out = {
        "themes": _themed(corpus, filters),
        "states": select(corpus, base).counts(corpus.state_sentences, "state"),
    }
    others, left = corpus.others, select(corpus, filters.without("actors")).articles
    out["actors"] = counted(others, "actor", keep=None if left.all() else left[others["code"].to_numpy()])
    for name, column in (("sources", "source"), ("languages", "language")):
        left = corpus.articles[column][select(corpus, filters.without(name)).articles]
        counts = left.value_counts()
        out[name] = counts.set_axis(counts.index.astype(str))[counts > 0]
    return out


def _themed(corpus: Corpus, filters: Filters) -> pd.Series:
    """Articles by theme, of those that the theme alone would leave: a state must be named on the theme."""
    view = select(corpus, filters.without("themes", "states", "match"))
    if not filters.states:
        return view.counts(corpus.theme_sentences, "theme")
    left = view.of(corpus.theme_sentences)
    number, at = left["theme"].cat.codes.to_numpy(), left["at"].to_numpy()
    many = len(left["theme"].cat.categories)
    held = np.zeros(many * len(corpus.articles), dtype=np.int16)
    pair = left["code"].to_numpy() * many + number
    for state in dict.fromkeys(filters.states):
        naming = np.zeros(len(held), dtype=bool)
        naming[pair[corpus.sentences_naming(state)[at]]] = True
        held += naming
    kept = held[pair] >= (len(filters.states) if filters.match == "all" else 1)
    return counted(left, "theme", keep=kept)


def counted(facts: pd.DataFrame, column: str, unit: Unit = "code", keep: np.ndarray | None = None) -> pd.Series:
    """How many articles (`code`) or sentences (`at`) each value of a categorical column has facts in, or those of the
    facts to keep: the most first, those with as many in the order of their names."""
    names, number, unit_of = facts[column].cat.categories, facts[column].cat.codes.to_numpy(), facts[unit].to_numpy()
    if keep is not None:
        number, unit_of = number[keep], unit_of[keep]
    counts = pd.Series(tally(number, unit_of, len(names)), names)
    return counts[counts > 0].sort_index().sort_values(ascending=False, kind="stable")


@memo
def bounds(corpus: Corpus) -> tuple[dt.date, dt.date] | None:
    """First and last day of publication in the workspace; None where no article has one."""
    days = pd.Series(corpus.days).dropna()
    return None if days.empty else (days.min().date(), days.max().date())


@memo
def newest(corpus: Corpus, filters: Filters) -> np.ndarray:
    """Codes of the articles left, the newest first; those without a date come last, then by title."""
    order = _newest(corpus)
    return np.asarray(order[select(corpus, filters).articles[order]])


@memo
def _newest(corpus: Corpus) -> np.ndarray:
    order = (
        corpus.articles[["title"]]
        .assign(day=corpus.days)
        .sort_values(["day", "title"], ascending=[False, True], na_position="last", kind="stable")
    )
    return np.asarray(order.index)
