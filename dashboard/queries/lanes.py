"""Which facts stand on which lanes of time: days and intervals that the texts speak of, or the days of articles."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .actors import actors_of, paired
from .corpus import Corpus
from .distinct import matched, tally
from .indexed import PLACE
from .memo import memo
from .select import select

Lanes = Literal["themes", "states", "dyads"]
Time = Literal["event", "published"]
NONE = "none"


@memo
def facts(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time) -> pd.DataFrame:
    """A row a fact and lane: code, key, at, field, start, end, lane, low, high, announced, vague, alternative.

    `event`: dated expressions on the lanes of their own sentence (`none` where it has no theme or state); `alternative`
    names those that are of one set of alternatives.
    `published`: what puts an article on a lane, on the article's day.
    """
    if time == "event":
        return spoken_of(corpus, filters, lanes)
    view, chosen = select(corpus, filters), _chosen(filters, lanes)
    found = view.of(_named(corpus, lanes))
    if lanes == "dyads":
        found = _on(found, np.arange(len(found)), _lanes(corpus, lanes, chosen))
    elif chosen:
        found = found[found["lane"].isin(chosen).to_numpy()]
    day = corpus.days[found["code"].to_numpy()]
    found = found.assign(low=day, high=day, announced=False, vague=False, alternative=pd.NA)
    return found[~np.isnat(day)].reset_index(drop=True)


def spoken_of(
    corpus: Corpus, filters: Filters, lanes: Lanes, within: np.ndarray | None = None, most: int | None = None
) -> pd.DataFrame:  # fmt: skip
    """The `facts` of events; with a mask of sentences, of these alone; on so many lanes at the most (see `fullest`)."""
    found, chosen = _dated(corpus), _chosen(filters, lanes)
    keep = select(corpus, filters).keeps(found)
    rows = np.flatnonzero(keep if within is None else keep & within[found["at"].to_numpy()])
    # What is on no chosen lane isn't asked for.
    return _on(found, rows, _lanes(corpus, lanes, chosen), every=not chosen, most=most)


def _chosen(filters: Filters, lanes: Lanes) -> tuple[str, ...]:
    return filters.themes if lanes == "themes" else filters.states


@memo
def _dated(corpus: Corpus) -> pd.DataFrame:
    found = corpus.dated
    vague = found["mod"].notna() | found["precision"].isin(["season", "half", "quarter", "decade", "century"])
    announced = (found["tense"] == "future").to_numpy(dtype=bool)
    either = np.flatnonzero(found["alternative"].notna().to_numpy(dtype=bool))
    code, number = (found[name].iloc[either].astype(str) for name in ("code", "alternative"))
    alternative = pd.Series(index=found.index, dtype=object)
    alternative.iloc[either] = code + ":" + number
    return found[[*PLACE, "text", "low", "high"]].assign(
        text=found["text"].astype("category"), announced=announced, vague=vague,
        alternative=alternative.astype("category"),
    )  # fmt: skip


def _named(corpus: Corpus, lanes: Lanes) -> pd.DataFrame:
    """What puts an article on a lane; between two states, both."""
    if lanes == "themes":
        return corpus.facts["themes"][[*PLACE, "id"]].rename(columns={"id": "lane"})
    return corpus.state_mentions[[*PLACE, "text", "state"]].rename(columns={"state": "lane"})


def _on(
    found: pd.DataFrame, rows: np.ndarray, lanes: pd.DataFrame, every: bool = False, most: int | None = None
) -> pd.DataFrame:  # fmt: skip
    """Some of the facts once for each lane of their sentence; with `every`, those without one too, on `NONE`."""
    row, at = matched(found["at"].to_numpy()[rows], lanes["at"].to_numpy(), every)
    names = lanes["lane"].cat.categories
    number = np.append(lanes["lane"].cat.codes.to_numpy().astype(np.int64), len(names))[at]
    names, rows = names.append(pd.Index([NONE])), rows[row]
    if most is not None:  # before any column is touched: there are millions of rows
        kept = np.isin(number, fullest(number, found["at"].to_numpy()[rows], names, most))
        number, rows = number[kept], rows[kept]
    out = found.iloc[rows].set_axis(range(len(rows)))
    return out.assign(lane=pd.Categorical.from_codes(number, names))


def fullest(number: np.ndarray, at: np.ndarray, names: pd.Index, most: int) -> np.ndarray:
    """The numbers of the lanes with facts in most sentences, at most so many, and of `NONE` where anything is on it."""
    counts = tally(number, at, len(names))
    order = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    nowhere = names[order] == NONE
    return np.append(order[~nowhere][:most], order[nowhere])


def _lanes(corpus: Corpus, lanes: Lanes, chosen: tuple[str, ...]) -> pd.DataFrame:
    """A row a sentence and lane, in the order of the sentences: at, lane."""
    if lanes == "dyads":
        out, ends = _pairs(corpus)
        return out[ends.isin(chosen).any(axis=1).to_numpy()[out["lane"].cat.codes]] if chosen else out
    found = corpus.theme_sentences if lanes == "themes" else corpus.state_sentences
    out = found[["at", "theme" if lanes == "themes" else "state"]].set_axis(["at", "lane"], axis=1)
    return out[out["lane"].isin(chosen).to_numpy()] if chosen else out


@memo
def _pairs(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs of states in each sentence as lanes, and the two states of each lane by its number."""
    found, states = paired(corpus).sort_values("at", kind="stable"), actors_of(corpus)
    number, known = pd.factorize(found["a"].to_numpy() * np.int64(len(states)) + found["b"].to_numpy(), sort=True)
    ends = pd.DataFrame({"one": states[known // max(len(states), 1)], "other": states[known % max(len(states), 1)]})
    lanes = pd.Categorical.from_codes(number, ends["one"] + "-" + ends["other"])
    return found[["at"]].assign(lane=lanes), ends
