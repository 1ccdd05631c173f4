"""Which facts stand on which lanes of time: days and intervals that the texts speak of, or the days of articles."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .actors import actors_of, paired
from .corpus import Corpus
from .distinct import firsts, labels, matched
from .indexed import PLACE
from .memo import memo
from .select import select

Lanes = Literal["themes", "states", "dyads"]
Time = Literal["event", "published"]
NONE = "none"
_WHEN = ["low", "high", "announced", "vague"]


class Told(NamedTuple):
    """Facts that are of some day: their table, and for each the number of what `whens` (few: low, high, announced,
    vague) says of it, −1 where its day is unknown."""

    facts: pd.DataFrame
    when: np.ndarray
    whens: pd.DataFrame


class Laid(NamedTuple):
    """Such facts on lanes, by their rows in the table (there are millions), once for each lane; `lane` numbers `names`,
    the last of which is `NONE`."""

    row: np.ndarray
    lane: np.ndarray
    names: pd.Index


def facts(
    corpus: Corpus, filters: Filters, lanes: Lanes, time: Time,
    within: np.ndarray | None = None, most: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """A row a fact and lane, as `laid` has them: code, key, at, field, start, end, text, lane, low, high, announced,
    vague and, of events, alternative, which names those that are of one set of alternatives."""
    return taken(told(corpus, lanes, time), laid(corpus, filters, lanes, time, within, most))


def taken(of: Told, found: Laid, keep: np.ndarray | slice = slice(None)) -> pd.DataFrame:
    """Facts on lanes as a table of their own."""
    row = found.row[keep]
    whens = of.whens.take(of.when[row])
    columns = [name for name in (*PLACE, "text", "alternative") if name in of.facts]
    return of.facts.iloc[row][columns].reset_index(drop=True).assign(
        lane=pd.Categorical.from_codes(found.lane[keep], found.names), **{name: whens[name].array for name in _WHEN}
    )  # fmt: skip


def laid(
    corpus: Corpus, filters: Filters, lanes: Lanes, time: Time,
    within: np.ndarray | None = None, most: int | None = None,
) -> Laid:  # fmt: skip
    """What a view leaves on its lanes; with a mask of sentences, of these alone; on so many lanes at the most: those
    with facts in most sentences, and `NONE`.

    `event`: dated expressions on the lanes of their own sentence (`NONE` where it has no theme or state).
    `published`: what puts an article on a lane, on the article's day; between two states, both.
    """
    of, on = told(corpus, lanes, time), _lanes(corpus, lanes)
    chosen = filters.themes if lanes == "themes" else filters.states
    names = on["lane"].cat.categories
    drawn = _chosen(corpus, lanes, names, chosen)  # what is on no chosen lane isn't asked for
    at, place = of.facts["at"].to_numpy(), on["at"].to_numpy()
    number = on["lane"].cat.codes.to_numpy().astype(np.int64)
    keep = select(corpus, filters).keeps(of.facts) & (of.when >= 0)
    row = np.flatnonzero(keep if within is None else keep & within[at])
    if most is not None:
        drawn = _fullest(number[corpus.standing_in(at[row])[place]], drawn, most)
    if time == "published" and lanes != "dyads":
        own = of.facts["id" if lanes == "themes" else "state"].cat
        lane = names.get_indexer(own.categories)[own.codes.to_numpy()[row]]
        row, lane = row[drawn[lane]], lane[drawn[lane]]
    else:
        shown = np.flatnonzero(drawn[number])
        where, hit = matched(at[row], place[shown], every=time == "event" and not chosen)
        row, lane = row[where], np.where(hit < 0, len(names), number[shown][hit] if len(shown) else -1)
        nowhere = hit < 0
        if len(shown) < len(on) and nowhere.any():  # of lanes that aren't drawn
            kept = ~(nowhere & corpus.standing_in(place)[at[row]])
            row, lane = row[kept], lane[kept]
    return Laid(row, lane, names.append(pd.Index([NONE])))


def _chosen(corpus: Corpus, lanes: Lanes, names: pd.Index, chosen: tuple[str, ...]) -> np.ndarray:
    if not chosen:
        return np.ones(len(names), dtype=bool)
    ends = _pairs(corpus)[1] if lanes == "dyads" else names.to_frame()
    return np.asarray(ends.isin(chosen).any(axis=1).to_numpy())


def _fullest(number: np.ndarray, of: np.ndarray, most: int) -> np.ndarray:
    """Which of some lanes are the fullest, at most so many; a lane has each of its sentences once."""
    counts = np.where(of, np.bincount(number, minlength=len(of)), 0)
    out = np.zeros(len(of), dtype=bool)
    out[np.argsort(-counts, kind="stable")[: min(most, np.count_nonzero(counts))]] = True
    return out


def told(corpus: Corpus, lanes: Lanes, time: Time) -> Told:
    """What has a day: expressions that are resolved, or what puts an article on a lane."""
    if time == "event":
        return _dated(corpus)
    found = corpus.facts["themes"] if lanes == "themes" else corpus.state_mentions
    day, known = pd.factorize(corpus.days)
    whens = pd.DataFrame({"low": known, "high": known, "announced": False, "vague": False})
    return Told(found, day[found["code"].to_numpy()], whens)


@memo
def _dated(corpus: Corpus) -> Told:
    found = corpus.dated
    vague = found["mod"].notna() | found["precision"].isin(["season", "half", "quarter", "decade", "century"])
    announced = (found["tense"] == "future").to_numpy(dtype=bool)
    either = np.flatnonzero(found["alternative"].notna().to_numpy(dtype=bool))
    code, number = (found[name].iloc[either].astype(str) for name in ("code", "alternative"))
    alternative = pd.Series(index=found.index, dtype=object)
    alternative.iloc[either] = code + ":" + number
    whens = found[["low", "high"]].assign(announced=announced, vague=vague)
    when = labels(whens, _WHEN)
    out = found[[*PLACE, "text"]].assign(
        text=found["text"].astype("category"), alternative=alternative.astype("category")
    )
    return Told(out.reset_index(drop=True), when, whens.iloc[firsts(when)].reset_index(drop=True))


def _lanes(corpus: Corpus, lanes: Lanes) -> pd.DataFrame:
    """A row a sentence and lane, in the order of the sentences: at, lane."""
    if lanes == "dyads":
        return _pairs(corpus)[0]
    found = corpus.theme_sentences if lanes == "themes" else corpus.state_sentences
    return found[["at", "theme" if lanes == "themes" else "state"]].set_axis(["at", "lane"], axis=1)


@memo
def _pairs(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs of states in each sentence as lanes, and the two states of each lane by its number."""
    found, states = paired(corpus), actors_of(corpus)
    number, known = pd.factorize(found["a"].to_numpy() * np.int64(len(states)) + found["b"].to_numpy(), sort=True)
    ends = pd.DataFrame({"one": states[known // max(len(states), 1)], "other": states[known % max(len(states), 1)]})
    lanes = pd.Categorical.from_codes(number, ends["one"] + "-" + ends["other"])
    return found[["at"]].assign(lane=lanes), ends
