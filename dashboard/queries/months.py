"""The months of a view, to be stepped through: of publication or, where days spoken of are filtered, of these."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import select

MOST = 600  # months; what texts say of antiquity is no film


@memo
def months(corpus: Corpus, filters: Filters) -> tuple[str, ...]:
    """The months that hold something, the earliest first: "2023-03"."""
    left = select(corpus, filters)
    if filters.basis == "event":
        days = left.of(corpus.dated[["code", "at", "low"]])["low"].drop_duplicates()
    else:
        days = pd.Series(corpus.days[left.articles]).drop_duplicates()
    first, last = (pd.Timestamp(day) if day else None for day in (filters.start, filters.end))
    days = days.dropna()
    days = days[(days >= first if first else True) & (days <= last if last else True)] if first or last else days
    found = sorted({day.strftime("%Y-%m") for day in days.dt.to_period("M").unique() if 1800 <= day.year <= 2200})
    return tuple(found[-MOST:])


def within(filters: Filters, month: str | None) -> Filters:
    """The view of one month alone, within its own period; the whole view where no month is chosen."""
    if not month:
        return filters
    period = pd.Period(month, "M")
    start, end = period.start_time.date(), period.end_time.date()
    return replace(
        filters, start=max(start, filters.start) if filters.start else start,
        end=min(end, filters.end) if filters.end else end,
    )  # fmt: skip
