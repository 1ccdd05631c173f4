"""How often a subject is named and when: counts against the period before, bars by period, the days spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from dashboard.filters import Filters

from .. import lanes, timeline
from ..corpus import Corpus
from ..evidence import Hits
from ..lanes import Lanes
from ..memo import memo
from ..overview import Window, begun, grain_of, previous, window
from ..timeline import Span
from .subjects import Subject, facts


class Numbers(NamedTuple):
    """Articles and sentences that name it, the same in the previous equal period (None where the view has no period),
    and the first and last day on which such an article was published."""

    articles: int
    sentences: int
    articles_before: int | None
    sentences_before: int | None
    first: pd.Timestamp | None
    last: pd.Timestamp | None


@memo
def numbers(corpus: Corpus, filters: Filters, subject: Subject) -> Numbers:
    """The numbers at the head of a dossier."""
    found, then = facts(corpus, filters, subject), previous(filters)
    old = facts(corpus, then, subject) if then else None
    days = _days(corpus, found).dropna()
    return Numbers(
        found["code"].nunique(), found["key"].nunique(),
        None if old is None else old["code"].nunique(), None if old is None else old["key"].nunique(),
        *((days.min(), days.max()) if len(days) else (None, None)),
    )  # fmt: skip


def before(corpus: Corpus, filters: Filters, subject: Subject) -> Hits:
    """What named it in the previous equal period."""
    then = previous(filters)
    return Hits(facts(corpus, then, subject) if then else facts(corpus, filters, subject).iloc[:0], "article")


def edge_of(corpus: Corpus, filters: Filters, subject: Subject, which: str) -> Hits:
    """The articles of the `first` or of the `last` day."""
    found, known = facts(corpus, filters, subject), numbers(corpus, filters, subject)
    return Hits(found[(_days(corpus, found) == getattr(known, which)).to_numpy()], "article")


def _days(corpus: Corpus, found: pd.DataFrame) -> pd.Series:
    return pd.Series(corpus.days[found["code"].to_numpy()], index=found.index)


@memo
def per_period(corpus: Corpus, filters: Filters, subject: Subject) -> tuple[str, pd.DataFrame, Window]:
    """Grain; period and articles that name it by day of publication; the window to show (see `overview`)."""
    found = facts(corpus, filters, subject)
    dated = pd.DataFrame({"code": found["code"], "day": _days(corpus, found)}).drop_duplicates().dropna()
    if dated.empty:
        return "week", pd.DataFrame({"period": [], "articles": []}), (pd.NaT, pd.NaT)
    shown = window(dated["day"])
    grain = grain_of((shown[1] - shown[0]).days)
    period = pd.Series(begun(dated["day"].to_numpy(), grain))
    return grain, period.value_counts().sort_index().rename_axis("period").rename("articles").reset_index(), shown


def in_period(corpus: Corpus, filters: Filters, subject: Subject, period: pd.Timestamp) -> Hits:
    """The evidence behind one bar of `per_period`."""
    grain = per_period(corpus, filters, subject)[0]
    found = facts(corpus, filters, subject)
    days = begun(_days(corpus, found).to_numpy(), grain)
    return Hits(found[days == period.to_datetime64()], "article")


def lanes_of(subject: Subject) -> Lanes:
    """What tells the days of a subject apart: a theme's by state, the others' by theme."""
    return "states" if subject.kind == "theme" else "themes"


@memo
def _dated(corpus: Corpus, filters: Filters, subject: Subject, span: Span | None) -> pd.DataFrame:
    found = lanes.facts(corpus, filters, lanes_of(subject), "event")
    own = corpus.standing_in(facts(corpus, filters, subject)["at"])
    return timeline.placed(found[own[found["at"]]], span)


@memo
def spoken_of(corpus: Corpus, filters: Filters, subject: Subject, span: Span | None = None) -> pd.DataFrame:
    """The days and intervals that its sentences speak of, as marks of a timeline (see `timeline.marks`)."""
    return timeline.marked(_dated(corpus, filters, subject, span))


def on_days(corpus: Corpus, filters: Filters, subject: Subject, ids: Iterable[str], span: Span | None = None) -> Hits:
    """The facts behind drawn marks."""
    marks = spoken_of(corpus, filters, subject, span)
    found = _dated(corpus, filters, subject, span)
    return Hits(found[found["mark"].isin(marks.loc[marks["id"].isin(set(ids)), "mark"])] if len(marks) else found)
