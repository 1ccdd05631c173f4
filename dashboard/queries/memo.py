"""Answers kept by question: a query is a pure function of a corpus (one revision) and hashable arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from .corpus import Corpus

P = ParamSpec("P")
R = TypeVar("R")
KEPT = 256


def memo(query: Callable[Concatenate[Corpus, P], R]) -> Callable[Concatenate[Corpus, P], R]:
    """Keep the latest answers with the corpus itself, so that a new revision forgets the old one's."""

    @wraps(query)
    def ask(corpus: Corpus, *args: P.args, **kwargs: P.kwargs) -> R:
        key: Any = (query.__module__, query.__qualname__, args, tuple(sorted(kwargs.items())))
        with corpus.lock:
            if key in corpus.cache:
                corpus.cache.move_to_end(key)
                return cast(R, corpus.cache[key])
        answer = query(corpus, *args, **kwargs)
        with corpus.lock:
            corpus.cache[key] = answer
            while len(corpus.cache) > KEPT:
                corpus.cache.popitem(last=False)
        return answer

    return cast(Callable[Concatenate[Corpus, P], R], ask)
