"""The overview's numbers: what came in, who is in the news and how that changed, what to check."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import SPAN, Corpus
from .evidence import Hits
from .memo import memo
from .select import bounds, newest, select

GRAINS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
OTHER = "other"
Window = tuple[pd.Timestamp, pd.Timestamp]


def grain_of(days: int) -> str:
    """The step that keeps a bar chart between a handful of bars and about a hundred and fifty."""
    return "day" if days <= 31 else "week" if days <= 3 * 366 else "month" if days <= 12 * 366 else "year"


def last_day(period: pd.Timestamp, grain: str) -> pd.Timestamp:
    """The last day of the period that begins on a day."""
    return period.to_period(GRAINS[grain]).end_time.normalize()


@memo
def per_period(corpus: Corpus, filters: Filters, top: int = 6) -> tuple[str, pd.DataFrame, Window]:
    """Grain; period, theme and articles by day of publication, the rarer themes as one; the window to show.

    The window is what lies together: one old article would make a line of all the others.
    """
    facts = _themed(corpus, filters)
    if facts.empty:
        return "week", pd.DataFrame({"period": [], "theme": [], "articles": []}), (pd.NaT, pd.NaT)
    shown = window(facts["day"])
    grain = grain_of((shown[1] - shown[0]).days)
    counts = facts[["code", "theme"]].drop_duplicates()["theme"].value_counts()
    facts = facts.assign(
        period=facts["day"].dt.to_period(GRAINS[grain]).dt.start_time,
        theme=facts["theme"].where(facts["theme"].isin(counts.index[:top]), OTHER),
    )
    pairs = facts[["code", "period", "theme"]].drop_duplicates()
    tidy = pairs.groupby(["period", "theme"], observed=True).size().rename("articles").reset_index()
    order = [*counts.index[:top], OTHER]
    tidy = tidy.assign(rank=tidy["theme"].map(order.index)).sort_values(["rank", "period"], ignore_index=True)
    return grain, tidy, shown


def window(days: pd.Series) -> Window:
    """First and last day without what lies far out."""
    low, high = days.quantile(0.02), days.quantile(0.98)
    reach = max((high - low) * 0.5, pd.Timedelta(days=31))
    near = days[(days >= low - reach) & (days <= high + reach)]
    return near.min(), near.max()


def in_period(corpus: Corpus, filters: Filters, period: pd.Timestamp, theme: str | None, top: int = 6) -> Hits:
    """The evidence behind one bar of `per_period` or, without a theme, behind all that stand on one another."""
    grain, tidy, _ = per_period(corpus, filters, top)
    shown = set(tidy["theme"]) - {OTHER}
    facts = _themed(corpus, filters)
    same = facts["day"].dt.to_period(GRAINS[grain]).dt.start_time == period
    if theme is not None:
        same &= ~facts["theme"].isin(shown) if theme == OTHER else facts["theme"] == theme
    return Hits(facts[same], "article")


def _themed(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    facts = select(corpus, filters).of(corpus.facts["themes"]).rename(columns={"id": "theme"})
    day = pd.to_datetime(corpus.articles["published"]).to_numpy()[facts["code"].to_numpy()]
    facts = facts.assign(theme=facts["theme"].astype(str), day=day)
    return facts[facts["day"].notna()]


def previous(filters: Filters) -> Filters | None:
    """The same view over the equally long period just before; None where the view has no period on both sides."""
    if not filters.start or not filters.end:
        return None
    length = filters.end - filters.start + dt.timedelta(days=1)
    return replace(filters, start=filters.start - length, end=filters.start - dt.timedelta(days=1))


@memo
def states(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Articles per state, now and in the previous equal period (`before`, NA without a period), the most first."""
    return _compared(corpus, filters, _state_counts)


@memo
def dyads(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Articles that name two states in one sentence; `id` is "IRN-RUS". Columns as `states`."""
    return _compared(corpus, filters, _dyad_counts)


def _compared(corpus: Corpus, filters: Filters, count) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    now = count(corpus, filters)
    then = previous(filters)
    before = count(corpus, then).reindex(now.index, fill_value=0).to_numpy() if then else pd.NA
    out = pd.DataFrame({"id": now.index.astype(str), "articles": now.to_numpy()}).assign(before=before)
    return out.astype({"before": "Int64"}).sort_values(["articles", "id"], ascending=[False, True], ignore_index=True)


def _state_counts(corpus: Corpus, filters: Filters) -> pd.Series:
    left = select(corpus, filters).of(corpus.state_sentences)
    return left[["code", "state"]].drop_duplicates()["state"].astype(str).value_counts()


def _dyad_counts(corpus: Corpus, filters: Filters) -> pd.Series:
    left = select(corpus, filters).of(corpus.state_sentences)
    number, states = pd.factorize(left["state"].astype(str), sort=True)
    named = pd.DataFrame({"key": left["key"].to_numpy(), "state": number})
    pairs = named.merge(named, on="key", suffixes=("_a", "_b"))  # sentences name few states: small groups
    pairs = pairs[pairs["state_a"] < pairs["state_b"]]
    pair = pairs["state_a"].to_numpy() * len(states) + pairs["state_b"].to_numpy()
    once = pd.DataFrame({"code": pairs["key"].to_numpy() // SPAN, "pair": pair}).drop_duplicates()
    counts = once["pair"].value_counts()
    counts.index = pd.Index(
        [f"{states[p // len(states)]}-{states[p % len(states)]}" for p in counts.index], dtype=object
    )
    return counts


def naming(corpus: Corpus, filters: Filters, states: tuple[str, ...], unit: str = "article") -> Hits:
    """The mentions of these states in sentences that name all of them."""
    facts = select(corpus, filters).of(corpus.state_mentions)
    facts = facts[facts["state"].isin(states)]
    together = facts.groupby("key")["state"].nunique()
    keys = together.index[together == len(states)]
    return Hits(facts[facts["key"].isin(keys)], unit)  # type: ignore[arg-type]


def as_of(corpus: Corpus, filters: Filters) -> dt.date | None:
    """The day a view looks from: its last day, otherwise the newest publication in the workspace."""
    if filters.end and filters.basis == "published":
        return filters.end
    known = bounds(corpus)
    return known[1] if known else None


@memo
def flags(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """What a careful reader should check, the newest article first."""
    order = {int(code): rank for rank, code in enumerate(newest(corpus, filters))}
    left = corpus.facts["flags"]
    left = left[select(corpus, filters).articles[left["code"].to_numpy()]] if len(left) else left
    rank = np.array([order[int(code)] for code in left["code"]], dtype=np.int64)
    return left.assign(rank=rank).sort_values("rank", ignore_index=True)
