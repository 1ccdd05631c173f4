"""The overview's numbers: what came in, who is in the news and how that changed, what to check."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from . import spread
from .actors import actors_of, paired
from .corpus import Corpus
from .distinct import among, distinct, tally
from .evidence import Hits
from .indexed import PLACE
from .memo import memo
from .select import bounds, counted, newest, select
from .spread import Window

GRAINS = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
OTHER = "other"


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
    facts, known = corpus.facts["themes"], ~np.isnat(corpus.days)
    code = facts["code"].to_numpy()[select(corpus, filters).keeps(facts)]
    weight = np.bincount(code, minlength=len(known)) * known
    if not weight.any():
        return "week", pd.DataFrame({"period": [], "theme": [], "articles": []}), (pd.NaT, pd.NaT)
    shown = window(corpus.days[weight > 0], weight[weight > 0])
    grain = grain_of((shown[1] - shown[0]).days)
    facts = corpus.theme_sentences
    code, theme = facts["code"].to_numpy(), facts["theme"].cat
    keep = select(corpus, filters).keeps(facts) & known[code]
    counts = counted(facts, "theme", keep=keep)
    order = [*counts.index[:top], OTHER]
    rank = counts.index.get_indexer(theme.categories).clip(max=top)[theme.codes.to_numpy()[keep]]
    code, rank = distinct(code[keep], rank)
    tidy = pd.DataFrame({"rank": rank, "period": begun(corpus.days, grain)[code]}).value_counts(sort=False)
    tidy = tidy.rename("articles").reset_index().sort_values(["rank", "period"], ignore_index=True)
    names = pd.Series([order[at] for at in tidy["rank"]], dtype=object)
    return grain, tidy.assign(theme=names)[["period", "theme", "articles", "rank"]], shown


@memo
def whole_periods(corpus: Corpus, filters: Filters) -> dict[pd.Timestamp, int]:
    """Articles behind all that stand on one another at a period of `per_period`, whatever their themes."""
    facts = corpus.theme_sentences
    on = np.flatnonzero(corpus.of_codes(facts["code"].to_numpy()[select(corpus, filters).keeps(facts)]))
    grain = per_period(corpus, filters)[0]
    counts = pd.Series(begun(corpus.days[on], grain)).value_counts()
    return {period: int(number) for period, number in counts.items()}


def begun(days: np.ndarray, grain: str) -> np.ndarray:
    """The first day of the period that each day is in."""
    number, known = pd.factorize(days)  # workspaces have few days
    starts = pd.DatetimeIndex(known).to_period(GRAINS[grain]).start_time.to_numpy()
    return np.asarray(np.append(starts, np.datetime64("NaT"))[number])


def window(days: np.ndarray, weight: np.ndarray) -> Window:
    """First and last day without what lies far out."""
    return spread.near(days, weight, 0.02, widen=0.5, least=31)


def in_period(corpus: Corpus, filters: Filters, period: pd.Timestamp, theme: str | None, top: int = 6) -> Hits:
    """The evidence behind one bar of `per_period` or, without a theme, behind all that stand on one another."""
    grain, tidy, _ = per_period(corpus, filters, top)
    shown = set(tidy["theme"]) - {OTHER}
    facts = _themed(corpus, filters)
    same = begun(facts["day"].to_numpy(), grain) == period
    if theme is not None:
        same &= (~facts["theme"].isin(shown) if theme == OTHER else facts["theme"] == theme).to_numpy()
    return Hits(facts[same], "article")


def reach(corpus: Corpus, filters: Filters) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of publication behind the bars of `per_period`, of which there has to be one."""
    days = _themed(corpus, filters)["day"]
    return days.min(), days.max()


def _themed(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    facts = select(corpus, filters).of(corpus.facts["themes"]).rename(columns={"id": "theme"})
    facts = facts.assign(day=corpus.days[facts["code"].to_numpy()])
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
    return select(corpus, filters).counts(corpus.state_sentences, "state")


def _dyad_counts(corpus: Corpus, filters: Filters) -> pd.Series:
    facts, states = paired(corpus), actors_of(corpus)
    keep = select(corpus, filters).keeps(facts)
    one, other, code = (facts[name].to_numpy()[keep] for name in ("a", "b", "code"))
    counts = tally(one * np.int64(len(states)) + other, code, len(states) ** 2)
    found = np.flatnonzero(counts)
    names = [f"{states[pair // len(states)]}-{states[pair % len(states)]}" for pair in found]
    return pd.Series(counts[found], index=pd.Index(names, dtype=object))


def naming(corpus: Corpus, filters: Filters, states: tuple[str, ...], unit: str = "article") -> Hits:
    """The mentions of these states in sentences that name all of them."""
    facts = corpus.state_mentions
    keep = among(facts["state"], states)
    for state in states if len(states) > 1 else ():
        keep = keep & corpus.sentences_naming(state)[facts["at"].to_numpy()]
    return Hits(select(corpus, filters).of(facts[PLACE][keep]), unit)  # type: ignore[arg-type]


def as_of(corpus: Corpus, filters: Filters) -> dt.date | None:
    """The day a view looks from: its last day, otherwise the newest publication in the workspace."""
    if filters.end and filters.basis == "published":
        return filters.end
    known = bounds(corpus)
    return known[1] if known else None


@memo
def flags(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """What a careful reader should check, the newest article first."""
    left = corpus.facts["flags"]
    left = left[select(corpus, filters).articles[left["code"].to_numpy()]] if len(left) else left
    order = newest(corpus, filters)
    rank = np.zeros(len(corpus.articles), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return left.assign(rank=rank[left["code"].to_numpy()]).sort_values("rank", ignore_index=True)
