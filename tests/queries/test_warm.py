"""What a large corpus answers ahead of its pages: the same as asked, and nothing for a corpus that has gone."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from collections.abc import Iterable

import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import announced, network, overview, pending, statements, warm
from dashboard.queries.actors import EVERYBODY
from dashboard.queries.corpus import Corpus


def no_texts(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    return {}


def test_a_small_corpus_is_asked_nothing(corpus: Corpus) -> None:
    assert warm.warm(corpus, no_texts) is None


def test_a_large_one_has_its_answers_ready(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "LARGE", 1)
    fresh = Corpus(corpus.frames)
    thread = warm.warm(fresh, no_texts)
    assert thread is not None
    thread.join(60)
    asked = {key[1] for key in fresh.cache}
    assert {"states", "dyads", "events", "marks", "graph", "statements"} <= asked
    before = len(fresh.cache)
    pd.testing.assert_frame_equal(overview.states(fresh, Filters()), overview.states(corpus, Filters()))
    announced.events(fresh, Filters(), dt.date.today())
    network.graph(fresh, Filters(), "relations")
    network.graph(fresh, Filters(), "together", also=EVERYBODY)
    statements.told(fresh, Filters(), no_texts)
    pending.rows(fresh, Filters())
    assert len(fresh.cache) == before  # nothing had to be counted again


def test_what_fails_leaves_the_rest_and_a_gone_corpus_is_let_go(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def fails(given: Corpus, _: object) -> None:
        raise ValueError(given.revision)

    monkeypatch.setattr(warm, "_QUESTIONS", (fails, lambda *_: asked.append(1)))
    fresh = Corpus(corpus.frames)
    held = weakref.ref(fresh)
    warm._ask(held, no_texts)
    assert asked == [1]
    del fresh
    gc.collect()
    warm._ask(held, no_texts)
    assert asked == [1]
