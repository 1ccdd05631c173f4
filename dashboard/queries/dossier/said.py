"""What a subject said, and what others said of it: lines as the statements page shows them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .. import statements
from ..corpus import Corpus
from ..memo import memo
from ..statement_lines import Lines
from ..statements import Texts
from .subjects import Subject, facts


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
    whose = _states(corpus, said)
    if subject.kind == "state":
        return np.asarray(whose == subject.id)
    one, other = subject.states
    out = (whose == one) & _inside(corpus, filters, Subject("state", other))
    return np.asarray(out | (whose == other) & _inside(corpus, filters, Subject("state", one)))


def _states(corpus: Corpus, said: pd.DataFrame) -> np.ndarray:
    """The state that each speaker is, is an organ of, or comes from; empty where none is known.

    A company or a party of a state does not speak for it; a person is taken to, as in the coding of relations.
    """
    known = corpus.facts["mentions"]
    mention = said["speaker_mention"].to_numpy(dtype=np.float64, na_value=-1)
    at = corpus.find("mentions", said["code"].to_numpy(), mention)
    out = np.full(len(said), "", dtype=object)
    who = known[["id", "kind", "country", "acts_for_state"]].iloc[at[at >= 0]]
    state = who["id"].astype(object).where(who["kind"] == "country", who["country"].astype(object))
    state = state.where((who["kind"] != "organization") | who["acts_for_state"].astype(bool))
    out[at >= 0] = state.fillna("")
    return out


@memo
def _inside(corpus: Corpus, filters: Filters, subject: Subject) -> np.ndarray:
    """Which statements have the subject's name (of a dyad, both names) in their own words."""
    if subject.kind == "dyad":
        one, other = (_inside(corpus, filters, Subject("state", state)) for state in subject.states)
        return np.asarray(one & other)
    said = statements.statements(corpus, filters)
    spans = said[["code", "field", "start", "end"]].assign(field=said["field"].astype(str), row=np.arange(len(said)))
    own = facts(corpus, filters, subject)
    own = own.assign(field=own["field"].astype(str)).rename(columns={"start": "low", "end": "high"})
    both = spans.merge(own[["code", "field", "low", "high"]], on=["code", "field"])
    held = both.loc[((both["low"] >= both["start"]) & (both["high"] <= both["end"])).to_numpy(dtype=bool), "row"]
    out = np.zeros(len(said), dtype=bool)
    out[held.to_numpy()] = True
    return out
