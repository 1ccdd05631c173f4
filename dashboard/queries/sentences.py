"""The words of sentences, and what else each of them names: for tables that stand without the desk."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .corpus import Corpus
from .indexed import SPAN
from .stories import Texts

_AT_ONCE = 2000  # articles whose texts are held together


class Around(NamedTuple):
    """For each fact its sentence, and the ids of the states and themes in it."""

    words: list[str | None]
    states: pd.Series
    themes: pd.Series


def around(corpus: Corpus, keys: np.ndarray, texts: Texts) -> Around:
    """The sentences of facts, by their keys (`Corpus`); None for an article that has gone in the meantime."""
    words = sentences(corpus, np.unique(keys), texts)
    return Around(
        [words.get(int(key)) for key in keys],
        _listed(corpus.state_sentences, "state", keys), _listed(corpus.theme_sentences, "theme", keys),
    )  # fmt: skip


def sentences(corpus: Corpus, keys: np.ndarray, texts: Texts) -> dict[int, str]:
    """Key → the sentence as written, or the title."""
    found = corpus.facts["sentences"]
    found = found[np.isin(found["key"].to_numpy(), keys)]
    bounds = dict(zip(found["key"], zip(found["start"], found["end"], strict=True), strict=True))
    ids = corpus.articles["id"].to_numpy()
    codes = keys // SPAN
    out: dict[int, str] = {}
    some = np.unique(codes)
    for first in range(0, len(some), _AT_ONCE):
        part = some[first : first + _AT_ONCE]
        read = texts(ids[part])
        for key in keys[np.isin(codes, part)]:
            text = read.get(ids[key // SPAN])
            if text:
                start, end = bounds.get(key, (0, 0))
                out[int(key)] = text[1][int(start) : int(end)] if key % SPAN else text[0]
    return out


def _listed(facts: pd.DataFrame, column: str, keys: np.ndarray) -> pd.Series:
    near = facts[np.isin(facts["key"].to_numpy(), keys)]
    lists = near[column].astype(str).groupby(near["key"].to_numpy()).agg(tuple)
    return pd.Series([lists.get(key, ()) for key in keys], dtype=object)
