"""Independent reports: what copies of one article say is counted once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .corpus import Corpus


def shared(corpus: Corpus, facts: pd.DataFrame) -> np.ndarray:
    """Which facts stand in an article of which the workspace holds copies."""
    many = np.bincount(corpus.stories, minlength=len(corpus.stories)) > 1
    return np.asarray(many[corpus.stories[facts["code"].to_numpy()]], dtype=bool)


def folded(corpus: Corpus, facts: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The facts of one copy of each story: for each of `by`, of the one that says it in the most sentences."""
    many = shared(corpus, facts) if len(facts) else np.empty(0, bool)
    if not many.any():
        return facts
    part = facts[many]
    about = part.groupby(by, dropna=False, observed=True, sort=False).ngroup().to_numpy()
    told = pd.DataFrame({"about": about, "code": part["code"].to_numpy(), "key": part["key"].to_numpy()})
    counts = told.groupby(["about", "code"], as_index=False)["key"].nunique()
    counts = counts.assign(story=corpus.stories[counts["code"].to_numpy()])
    best = counts.sort_values(["key", "code"], ascending=[False, True]).drop_duplicates(["about", "story"])
    size = len(corpus.stories)
    chosen = np.isin(told["about"] * size + told["code"], best["about"] * size + best["code"])
    keep = ~many
    keep[many] = chosen
    return facts[keep]
