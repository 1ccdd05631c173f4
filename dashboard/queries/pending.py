"""Findings that somebody should look at: flagged, ambiguous, open, or of rules that are little sure; and how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import newest, select
from .uncertain import unresolved, weak

Facts = Mapping[str, pd.DataFrame]
Mask = Callable[[pd.DataFrame], np.ndarray]
# A copy is no finding of a text, and is told from the texts anew with each import.
_NO_QUESTION = ("near-duplicate",)
# Question → list of findings, and which of them; a finding stands under the first that it belongs to.
_QUESTIONS: Mapping[str, tuple[str, Mask]] = {
    "flags": ("flags", lambda flags: ~flags["kind"].isin(_NO_QUESTION).to_numpy()),
    "places": ("mentions", lambda found: found["ambiguous"].to_numpy(dtype=bool)),
    "names": ("mentions", lambda found: weak(found) & ~found["ambiguous"].to_numpy(dtype=bool)),
    "open": ("dates", unresolved),
    "dates": ("dates", lambda found: weak(found) & ~unresolved(found)),
    "relations": ("relations", weak),
    "quotes": ("quotes", weak),
}
KINDS = tuple(_QUESTIONS)
_COLUMNS = ["code", "key", "start", "index"]
_WORDS = ["text", "id"]


def rows(
    corpus: Corpus, filters: Filters, since: Sequence[str] = (), anew: Facts | None = None
) -> pd.DataFrame:  # fmt: skip
    """What waits: code, key, start, index in the list, `list`, `kind`, and of names `text` and `id`; by article, the
    newest first, then by place.

    `since` are the articles that were judged since the corpus was read, and `anew` what is found in them now, keyed.
    """
    found = _rows(corpus, filters)
    if not anew:
        return found
    fresh = _left(corpus, filters, _pending(anew))
    touched = corpus.codes.reindex(list(since)).dropna().to_numpy(dtype=np.int64)
    both = pd.concat([found[~np.isin(found["code"].to_numpy(), touched)], fresh], ignore_index=True)
    return _ordered(corpus, filters, both)


@memo
def _rows(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    return _ordered(corpus, filters, _left(corpus, filters, waiting(corpus)))


@memo
def waiting(corpus: Corpus) -> pd.DataFrame:
    """What waits in the whole workspace: few of the findings, so that filters look at these alone."""
    return _pending(corpus.facts)


def _left(corpus: Corpus, filters: Filters, found: pd.DataFrame) -> pd.DataFrame:
    return select(corpus, filters).of(found).drop(columns="at")


def _pending(facts: Facts) -> pd.DataFrame:
    parts = []
    for kind, (name, asked) in _QUESTIONS.items():
        found = facts[name]
        words = _WORDS if name == "mentions" else []
        part = found[[*_COLUMNS, "at", *words]][asked(found) & found["verdict"].isna().to_numpy()]
        said = {key: part[key].astype(object) if words else None for key in _WORDS}
        parts.append(part.assign(list=name, kind=kind, **said))
    return pd.concat(parts, ignore_index=True)


def _ordered(corpus: Corpus, filters: Filters, found: pd.DataFrame) -> pd.DataFrame:
    rank = np.empty(len(corpus.articles), dtype=np.int64)
    order = newest(corpus, filters)
    rank[order] = np.arange(len(order))
    found = found.assign(rank=rank[found["code"].to_numpy(dtype=np.int64)])
    return found.sort_values(["rank", "key", "start"], kind="stable", na_position="first", ignore_index=True)


def alike(found: pd.DataFrame, at: int) -> pd.DataFrame:
    """The row at a place, and those that read the same words as the same name; words that are no name stand alone."""
    row = found.iloc[at]
    if row["id"] is None:
        return found.iloc[[at]]
    return found[((found["id"] == row["id"]) & (found["text"] == row["text"])).to_numpy()]


def counts(found: pd.DataFrame) -> dict[str, int]:
    """How many wait of each kind that there are any of."""
    number = found["kind"].value_counts()
    return {kind: int(number[kind]) for kind in KINDS if kind in number.index}


def decided(corpus: Corpus, filters: Filters, verdicts: Sequence[Mapping[str, object]], kind: str | None) -> int:
    """How many of these verdicts are of a kind (None: any) and of an article that the filters leave."""
    ids = [str(one["article"]) for one in verdicts if kind in (None, one["body"]["queue"])]  # type: ignore[index]
    codes = corpus.codes.reindex(ids).dropna().to_numpy(dtype=np.int64)
    return int(select(corpus, filters).articles[codes].sum())
