"""How often a subject is named and when: counts against the period before, bars by period, the days spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .. import lanes, timeline
from ..corpus import Corpus
from ..evidence import Hits
from ..lanes import Lanes
from ..memo import memo
from ..overview import begun, grain_of, previous, window
from ..spread import Window
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
    days = corpus.days[_articles(corpus, found)]
    days = days[~np.isnat(days)]
    return Numbers(
        *_counts(corpus, found), *(_counts(corpus, facts(corpus, then, subject)) if then else (None, None)),
        *((pd.Timestamp(days.min()), pd.Timestamp(days.max())) if len(days) else (None, None)),
    )  # fmt: skip


def _articles(corpus: Corpus, found: pd.DataFrame) -> np.ndarray:
    """The codes of the articles that facts stand in, each once."""
    return np.flatnonzero(corpus.of_codes(found["code"].to_numpy()))


def _counts(corpus: Corpus, found: pd.DataFrame) -> tuple[int, int]:
    sentences = corpus.standing_in(found["at"].to_numpy())
    return len(_articles(corpus, found)), int(np.count_nonzero(sentences))


def before(corpus: Corpus, filters: Filters, subject: Subject) -> Hits:
    """What named it in the previous equal period."""
    then = previous(filters)
    return Hits(facts(corpus, then, subject) if then else facts(corpus, filters, subject).iloc[:0], "article")


def edge_of(corpus: Corpus, filters: Filters, subject: Subject, which: str) -> Hits:
    """The articles of the `first` or of the `last` day."""
    found, known = facts(corpus, filters, subject), numbers(corpus, filters, subject)
    return Hits(found[_days(corpus, found) == getattr(known, which)], "article")


def _days(corpus: Corpus, found: pd.DataFrame) -> np.ndarray:
    return np.asarray(corpus.days[found["code"].to_numpy()])


@memo
def per_period(corpus: Corpus, filters: Filters, subject: Subject) -> tuple[str, pd.DataFrame, Window]:
    """Grain; period and articles that name it by day of publication; the window to show (see `overview`)."""
    found = facts(corpus, filters, subject)
    days = corpus.days[_articles(corpus, found)]
    days = days[~np.isnat(days)]
    if not len(days):
        return "week", pd.DataFrame({"period": [], "articles": []}), (pd.NaT, pd.NaT)
    shown = window(days, np.ones(len(days), dtype=np.int64))
    grain = grain_of((shown[1] - shown[0]).days)
    period = pd.Series(begun(days, grain))
    return grain, period.value_counts().sort_index().rename_axis("period").rename("articles").reset_index(), shown


def in_period(corpus: Corpus, filters: Filters, subject: Subject, period: pd.Timestamp) -> Hits:
    """The evidence behind one bar of `per_period`."""
    grain = per_period(corpus, filters, subject)[0]
    found = facts(corpus, filters, subject)
    days = begun(_days(corpus, found), grain)
    return Hits(found[days == period.to_datetime64()], "article")


def lanes_of(subject: Subject) -> Lanes:
    """What tells the days of a subject apart: a theme's by state, the others' by theme."""
    return "states" if subject.kind == "theme" else "themes"


@memo
def _dated(corpus: Corpus, filters: Filters, subject: Subject, span: Span | None) -> timeline.Placed:
    own, on = corpus.standing_in(facts(corpus, filters, subject)["at"].to_numpy()), lanes_of(subject)
    found = lanes.laid(corpus, filters, on, "event", own, timeline.LANES)
    return timeline.placed(lanes.told(corpus, on, "event"), found, span)


@memo
def spoken_of(corpus: Corpus, filters: Filters, subject: Subject, span: Span | None = None) -> pd.DataFrame:
    """The days and intervals that its sentences speak of, as marks of a timeline (see `timeline.marks`)."""
    told = lanes.told(corpus, lanes_of(subject), "event")
    return timeline.marked(told, _dated(corpus, filters, subject, span))


def on_days(corpus: Corpus, filters: Filters, subject: Subject, ids: Iterable[str], span: Span | None = None) -> Hits:
    """The facts behind drawn marks."""
    marks = spoken_of(corpus, filters, subject, span)
    told = lanes.told(corpus, lanes_of(subject), "event")
    wanted = marks.loc[marks["id"].isin(set(ids)), "mark"]
    return _dated(corpus, filters, subject, span).facts(told, wanted)
