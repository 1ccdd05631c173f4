"""What a large corpus answers ahead of its pages: the same as asked, and nothing for a corpus that has gone."""

from __future__ import annotations

import gc
import weakref

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import network, overview, warm
from dashboard.queries.corpus import Corpus


def test_a_small_corpus_is_asked_nothing(corpus: Corpus) -> None:
    assert warm.warm(corpus) is None


def test_a_large_one_has_its_answers_ready(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "LARGE", 1)
    fresh = Corpus(corpus.frames)
    thread = warm.warm(fresh)
    assert thread is not None
    thread.join(60)
    asked = {key[1] for key in fresh.cache}
    assert {"states", "dyads", "events", "marks", "graph", "statements"} <= asked
    before = len(fresh.cache)
    pd.testing.assert_frame_equal(overview.states(fresh, Filters()), overview.states(corpus, Filters()))
    network.graph(fresh, Filters(), "relations")
    assert len(fresh.cache) == before  # nothing had to be counted again


def test_what_fails_leaves_the_rest_and_a_gone_corpus_is_let_go(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def fails(given: Corpus) -> None:
        raise ValueError(given.revision)

    monkeypatch.setattr(warm, "_QUESTIONS", (fails, lambda given: asked.append(1)))
    fresh = Corpus(corpus.frames)
    held = weakref.ref(fresh)
    warm._ask(held)
    assert asked == [1]
    del fresh
    gc.collect()
    warm._ask(held)
    assert asked == [1]
