"""Answers kept by question: a query is a pure function of a corpus (one revision) and hashable arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import numpy as np
import pandas as pd

from dashboard.filters import Filters

from .corpus import Corpus

P = ParamSpec("P")
R = TypeVar("R")
_EVERYTHING = Filters()
KEPT = 256  # answers
ROOM = 512 << 20  # bytes that their tables may take: of 100,000 articles a dossier of everything takes half


def memo(query: Callable[Concatenate[Corpus, P], R]) -> Callable[Concatenate[Corpus, P], R]:
    """Keep the latest answers with the corpus itself, so that a new revision forgets the old one's.

    What no filters are asked of, and what is asked of everything, is what the other questions start from: there is
    little of it, and it stays, whatever readers filter by meanwhile.
    """

    @wraps(query)
    def ask(corpus: Corpus, *args: P.args, **kwargs: P.kwargs) -> R:
        key: Any = (query.__module__, query.__qualname__, args, tuple(sorted(kwargs.items())))
        with corpus.lock:
            if key in corpus.cache:
                corpus.cache.move_to_end(key)
                return cast(R, corpus.cache[key][0])
        answer = query(corpus, *args, **kwargs)
        with corpus.lock:
            corpus.cache[key] = answer, size(answer) if _passes((*args, *kwargs.values())) else 0
            _forget(corpus)
        return answer

    return cast(Callable[Concatenate[Corpus, P], R], ask)


def _passes(asked: tuple[object, ...]) -> bool:
    """Whether an answer may be forgotten: one under filters, or of everything about somebody or something."""
    filters = [value for value in asked if isinstance(value, Filters)]
    whole = all(value == _EVERYTHING if isinstance(value, Filters) else callable(value) for value in asked)
    return bool(filters) and not whole


def _forget(corpus: Corpus) -> None:
    passing = [(key, taken) for key, (_, taken) in corpus.cache.items() if taken]
    many, room = len(passing), sum(taken for _, taken in passing)
    for key, taken in passing[:-1]:  # the newest stays, whatever it takes
        if many <= KEPT and room <= ROOM:
            return
        del corpus.cache[key]
        many, room = many - 1, room - taken


def size(answer: object) -> int:
    """About how many bytes an answer's tables and arrays take; the strings in them belong to the corpus."""
    match answer:
        case pd.DataFrame() | pd.Series():
            return 64 + int(np.sum(answer.memory_usage(index=False)))
        case pd.Index():
            return 64 + int(answer.memory_usage())
        case np.ndarray():
            return 64 + answer.nbytes
        case tuple() | list():
            return 64 + sum(map(size, answer[:KEPT])) * max(1, len(answer) // KEPT)
        case dict():
            return 64 + size(list(answer.values()))
    return 64 + sum(map(size, getattr(answer, "__dict__", {}).values()))
