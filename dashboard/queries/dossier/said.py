"""What a subject said, and what others said of it: lines as the statements page shows them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .. import statements
from ..corpus import Corpus
from ..memo import memo
from ..statement_lines import Lines
from ..stories import Texts
from .subjects import Subject, facts

_APART = np.int64(1) << 32  # characters that no field has


def by(corpus: Corpus, filters: Filters, subject: Subject, texts: Texts) -> Lines:
    """Its statements: of a state, by itself, its organs and its people; of a dyad, by one side naming the other."""
    return statements.told(corpus, filters, texts).of(_spoken(corpus, filters, subject))


def about(corpus: Corpus, filters: Filters, subject: Subject, texts: Texts) -> Lines:
    """What others said with its name in their words; of a dyad, with both names; of a theme, with its evidence."""
    inside = _inside(corpus, filters, subject)
    return statements.told(corpus, filters, texts).of(inside & ~_spoken(corpus, filters, subject))


@memo
def _spoken(corpus: Corpus, filters: Filters, subject: Subject) -> np.ndarray:
    """Which rows of `statements` the subject speaks."""
    said = statements.statements(corpus, filters)
    if subject.kind == "theme":
        return np.zeros(len(said), dtype=bool)
    if not subject.states:
        return np.asarray((said["speaker"] == subject.id).to_numpy(dtype=bool))
    whose = said["state"]
    if subject.kind == "state":
        return np.asarray(whose == subject.id, dtype=bool)
    one, other = subject.states
    out = (whose == one).to_numpy(dtype=bool) & _inside(corpus, filters, Subject("state", other))
    return np.asarray(out | (whose == other).to_numpy(dtype=bool) & _inside(corpus, filters, Subject("state", one)))


@memo
def _inside(corpus: Corpus, filters: Filters, subject: Subject) -> np.ndarray:
    """Which statements have the subject's name (of a dyad, both names) in their own words."""
    if subject.kind == "dyad":
        one, other = (_inside(corpus, filters, Subject("state", state)) for state in subject.states)
        return np.asarray(one & other)
    said, own = statements.statements(corpus, filters), facts(corpus, filters, subject)
    located = own["start"].notna().to_numpy()
    low, high = _spans(own if located.all() else own[located])
    order = np.argsort(low, kind="stable")
    # The least end of what begins there or later: places are further apart than offsets, so the next place's is more.
    least = np.minimum.accumulate(high[order][::-1])[::-1]
    start, end = _spans(said)
    first = np.searchsorted(low[order], start)
    out = np.zeros(len(said), dtype=bool)
    some = first < len(low)
    out[some] = least[first[some]] <= end[some]
    return out


def _spans(found: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Where each span begins and ends, counted through all fields of all articles."""
    place = found["code"].to_numpy(dtype=np.int64) * 2 + (found["field"] == "title").to_numpy(dtype=np.int64)
    ends = (found[end] if found[end].dtype == np.int64 else found[end].fillna(0) for end in ("start", "end"))
    low, high = (place * _APART + end.to_numpy(dtype=np.int64) for end in ends)
    return low, high
