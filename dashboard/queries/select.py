"""Filters answered: which articles and which facts are left, and how many each other choice would leave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo


@dataclass(frozen=True)
class Selection:
    """What a view leaves: `articles` is a mask by code; `sentences` are sorted keys, None meaning all of theirs."""

    articles: np.ndarray
    sentences: np.ndarray | None

    @property
    def count(self) -> int:
        return int(self.articles.sum())

    def of(self, facts: pd.DataFrame) -> pd.DataFrame:
        """The facts (with `code` and `key`) that the view leaves."""
        keep = self.articles[facts["code"].to_numpy()] if len(facts) else np.empty(0, bool)
        if self.sentences is not None:
            keep = keep & np.isin(facts["key"].to_numpy(), self.sentences)
        return facts[keep]


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
    """Articles per choice of themes, states, sources and languages, each under all the *other* filters."""
    themed = _themed(corpus, filters)
    # With `all`, a further state narrows: its count is of articles that name it beside the chosen ones.
    base = filters if filters.match == "all" else filters.without("states")
    stated = select(corpus, base).of(corpus.state_sentences)
    out = {
        "themes": _articles_by(themed, "theme"),
        "states": _articles_by(stated, "state"),
    }
    for name, column in (("sources", "source"), ("languages", "language")):
        left = corpus.articles[select(corpus, filters.without(name)).articles]
        out[name] = left[column].dropna().astype(str).value_counts()
    return out


def _themed(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Sentences on a theme, of the articles that the theme alone would leave: a state must be named on the theme."""
    left = select(corpus, filters.without("themes", "states", "match")).of(corpus.theme_sentences)
    if not filters.states or left.empty:
        return left
    named = corpus.state_sentences
    number, themes = pd.factorize(left["theme"])
    pair = left["code"].to_numpy() * len(themes) + number
    held = []
    for state in filters.states:
        keys = named["key"].to_numpy()[(named["state"] == state).to_numpy()]
        held.append(np.unique(pair[np.isin(left["key"].to_numpy(), keys)]))
    kept = held[0]
    for more in held[1:]:
        kept = np.intersect1d(kept, more) if filters.match == "all" else np.union1d(kept, more)
    return left[np.isin(pair, kept)]


def _articles_by(facts: pd.DataFrame, column: str) -> pd.Series:
    pairs = facts[["code", column]].drop_duplicates()
    return pairs[column].astype(str).value_counts()


@memo
def bounds(corpus: Corpus) -> tuple[dt.date, dt.date] | None:
    """First and last day of publication in the workspace; None where no article has one."""
    days = pd.to_datetime(corpus.articles["published"]).dropna()
    return None if days.empty else (days.min().date(), days.max().date())


@memo
def newest(corpus: Corpus, filters: Filters) -> np.ndarray:
    """Codes of the articles left, the newest first; those without a date come last, then by title."""
    left = corpus.articles[select(corpus, filters).articles]
    order = left.assign(day=pd.to_datetime(left["published"])).sort_values(
        ["day", "title"], ascending=[False, True], na_position="last", kind="stable"
    )
    return np.asarray(order.index)
