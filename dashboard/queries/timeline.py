"""Facts on lanes of time: days and intervals that the texts speak of, or the days on which articles came out."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .evidence import Hits
from .memo import memo
from .select import select

Lanes = Literal["themes", "states", "dyads"]
Time = Literal["event", "published"]
CROWDED = 1200  # marks; above, days are drawn together by month
LANES = 8
NONE = "none"


@memo
def facts(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time) -> pd.DataFrame:
    """A row a fact and lane: code, key, field, start, end, lane, low, high, announced, vague, alternative.

    `event`: dated expressions on the lanes of their own sentence (`none` where it has no theme or state).
    `published`: what puts an article on a lane, on the article's day.
    """
    view = select(corpus, filters)
    lane = _lanes(corpus, filters, lanes)
    if time == "published":
        found = view.of(_marks(corpus, lanes)).merge(lane, on="key")
        found = found[found["lane"] == found["own"]] if "own" in found else found
        day = pd.to_datetime(corpus.articles["published"]).to_numpy()[found["code"].to_numpy()]
        found = found.assign(low=day, high=day, announced=False, vague=False, alternative=pd.NA)
        return found[found["low"].notna()].reset_index(drop=True)
    found = view.of(corpus.dated).merge(lane, on="key", how="left")
    vague = found["mod"].notna() | found["precision"].isin(["season", "half", "quarter", "decade", "century"])
    found = found.assign(lane=found["lane"].fillna(NONE), announced=found["tense"] == "future", vague=vague)
    if filters.themes if lanes == "themes" else filters.states:  # lanes were chosen: what is on none is not asked for
        found = found[found["lane"] != NONE]
    return found.reset_index(drop=True)


def _marks(corpus: Corpus, lanes: Lanes) -> pd.DataFrame:
    if lanes == "themes":
        return corpus.facts["themes"].rename(columns={"id": "own"}).astype({"own": str})
    named = corpus.state_mentions
    return named.assign(own=named["state"].astype(str)) if lanes == "states" else named


def _lanes(corpus: Corpus, filters: Filters, lanes: Lanes) -> pd.DataFrame:
    if lanes == "themes":
        out = corpus.theme_sentences.rename(columns={"theme": "lane"})[["key", "lane"]]
        chosen = filters.themes
    else:
        out = corpus.state_sentences.rename(columns={"state": "lane"})[["key", "lane"]]
        chosen = filters.states
    out = out.assign(lane=out["lane"].astype(str))
    if lanes == "dyads":
        pairs = out.merge(out, on="key", suffixes=("", "_b"))
        pairs = pairs[pairs["lane"] < pairs["lane_b"]]
        if chosen:
            pairs = pairs[pairs["lane"].isin(chosen) | pairs["lane_b"].isin(chosen)]
        return pairs.assign(lane=pairs["lane"] + "-" + pairs["lane_b"])[["key", "lane"]]
    return out[out["lane"].isin(chosen)] if chosen else out


@memo
def marks(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, limit: int = LANES) -> pd.DataFrame:
    """What is drawn: mark, lane, low, high, announced, vague, alternative, count (sentences), together (by month?).

    Facts with the same lane, window and standing are one mark. The lanes with most facts are kept, at most `limit`.
    """
    found = grouped(corpus, filters, lanes, time, limit)
    if found.empty:
        return pd.DataFrame(columns=["mark", "lane", "low", "high", "announced", "vague", "alternative", "count"])
    out = found.groupby("mark", sort=True).agg(
        lane=("lane", "first"), low=("low", "first"), high=("high", "first"), announced=("announced", "first"),
        vague=("vague", "first"), alternative=("link", "first"), count=("key", "nunique"), text=("text", "first"),
    )  # fmt: skip
    return out.reset_index()


@memo
def grouped(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, limit: int = LANES) -> pd.DataFrame:
    """`facts` on the lanes that are drawn, each with the number of its mark and `together` where months are merged."""
    found = facts(corpus, filters, lanes, time)
    if "text" not in found:
        found = found.assign(text=pd.NA)
    top = found.drop_duplicates(["key", "lane"])["lane"].value_counts().index
    top = [lane for lane in top if lane != NONE][:limit] + [NONE] * (NONE in top)
    found = found[found["lane"].isin(top)]
    keys = ["lane", "low", "high", "announced", "vague"]
    together = found[keys].drop_duplicates().shape[0] > CROWDED
    if together:
        found = _merged(found)
    link = found["code"].astype(str) + ":" + found["alternative"].astype(str)
    found = found.assign(link=link.where(found["alternative"].notna()), together=together)
    return found.assign(mark=found.groupby(keys, dropna=False, sort=True).ngroup())


def _merged(found: pd.DataFrame) -> pd.DataFrame:
    """Days and intervals up to a month as their month, intervals up to a year as the year of their middle."""
    length = (found["high"] - found["low"]).dt.days
    middle = found["low"] + (found["high"] - found["low"]) / 2
    month, year = middle.dt.to_period("M"), middle.dt.to_period("Y")
    short, medium = length.between(0, 31), length.between(32, 366)
    low = found["low"].where(~short, month.dt.start_time).where(~medium, year.dt.start_time)
    high = found["high"].where(~short, month.dt.end_time.dt.normalize()).where(~medium, year.dt.end_time.dt.normalize())
    return found.assign(low=low, high=high, vague=found["vague"] & ~(short | medium), alternative=pd.NA)


def behind(corpus: Corpus, filters: Filters, lanes: Lanes, time: Time, numbers: tuple[int, ...]) -> Hits:
    """The facts behind drawn marks."""
    found = grouped(corpus, filters, lanes, time)
    return Hits(found[found["mark"].isin(numbers)])


def window(corpus: Corpus, filters: Filters, found: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """What to show first: the filtered period, else all but what lies far out, so that a lone 1979 hides nothing."""
    if filters.basis == "event" and filters.start and filters.end:
        return pd.Timestamp(filters.start), pd.Timestamp(filters.end) + pd.Timedelta(days=1)
    weighed = found.loc[found.index.repeat(found["count"])]
    days = pd.concat([weighed["low"], weighed["high"]]).dropna()
    if len(days) < 8:
        return None
    low, high = days.quantile(0.05), days.quantile(0.95)
    reach = max((high - low) * 0.4, pd.Timedelta(days=30))
    margin = max((high - low) * 0.03, pd.Timedelta(days=3))
    near = days[(days >= low - reach) & (days <= high + reach)]
    return near.min() - margin, near.max() + margin
