"""The table of articles: one row each, in the order a reader goes through them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import newest, select


@memo
def table(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Articles left, the newest first: id, title, source, published, how, language, states, themes, flags.

    `states` and `themes` are tuples of ids, the most frequent first; `flags` is how many there are to check.
    """
    order = newest(corpus, filters)
    left = corpus.articles.loc[order, ["id", "title", "source", "published", "published_how", "language"]]
    chosen = select(corpus, filters)
    states = _lists(corpus.state_sentences, "state", chosen.articles)
    themes = _lists(corpus.theme_sentences, "theme", chosen.articles)
    flags = corpus.facts["flags"]["code"].value_counts()
    out = left.rename(columns={"published_how": "how"})
    return out.assign(
        states=[states.get(code, ()) for code in order],
        themes=[themes.get(code, ()) for code in order],
        flags=flags.reindex(order, fill_value=0).to_numpy(),
    ).reset_index(drop=True)


def _lists(facts: pd.DataFrame, column: str, keep: np.ndarray) -> dict[int, tuple[str, ...]]:
    facts = facts[keep[facts["code"].to_numpy()]] if len(facts) else facts
    ids, names = pd.factorize(facts[column].astype(str), sort=True)
    counts = pd.DataFrame({"code": facts["code"].to_numpy(), "id": ids}).value_counts().rename("n").reset_index()
    counts = counts.sort_values(["code", "n", "id"], ascending=[True, False, True])
    codes, starts = np.unique(counts["code"].to_numpy(), return_index=True)
    parts = np.split(np.asarray(names, dtype=object)[counts["id"].to_numpy()], starts[1:])
    return {int(code): tuple(part) for code, part in zip(codes, parts, strict=bool(len(codes)))}


def neighbours(ids: list[str], current: str) -> tuple[str | None, str | None]:
    """The articles before and after one in the table's order."""
    if current not in ids:
        return None, (ids[0] if ids else None)
    at = ids.index(current)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


@memo
def undated(corpus: Corpus) -> pd.DataFrame:
    """Articles whose day of publication nobody knows: id, title, source."""
    left = corpus.articles[pd.to_datetime(corpus.articles["published"]).isna()]
    return left[["id", "title", "source"]].reset_index(drop=True)
