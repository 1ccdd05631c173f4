"""What is remembered of answers, and for how long."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import memo
from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames

MEGABYTE = 1 << 20


@pytest.fixture
def fresh(store: Store) -> Corpus:
    return Corpus(frames(store))


def test_the_latest_answers_are_kept_within_their_room(fresh: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "ROOM", 11 * MEGABYTE)
    asked: list[int] = []

    @memo.memo
    def table(corpus: Corpus, filters: Filters, megabytes: int) -> pd.DataFrame:
        asked.append(megabytes)
        return pd.DataFrame({"n": np.zeros(megabytes * MEGABYTE // 8)})

    @memo.memo
    def base(corpus: Corpus, kind: str) -> np.ndarray:
        asked.append(0)
        return np.zeros(8 * MEGABYTE)

    base(fresh, "a")  # of no filters
    for megabytes in (3, 4, 3, 2):
        table(fresh, Filters(), megabytes)
    assert asked == [0, 3, 4, 2]
    table(fresh, Filters(), 5)  # 3, 4 and 2 leave no room for it: what was asked longest ago goes
    table(fresh, Filters(), 3), table(fresh, Filters(), 2), base(fresh, "a")
    assert asked == [0, 3, 4, 2, 5]
    table(fresh, Filters(), 4)
    assert asked == [0, 3, 4, 2, 5, 4]
    table(fresh, Filters(), 20)  # more than there is room for: kept while it is the newest
    table(fresh, Filters(), 20)
    assert asked.count(20) == 1


@pytest.mark.parametrize(("answer", "least"), [
    (np.zeros(MEGABYTE, dtype=bool), MEGABYTE),
    (("week", pd.DataFrame({"n": np.zeros(MEGABYTE // 8)}), None), MEGABYTE),
    ({"states": pd.Series(np.zeros(MEGABYTE // 8))}, MEGABYTE),
    (["a"] * 100_000, 100_000),
])  # fmt: skip
def test_about_how_large_an_answer_is(answer: object, least: int) -> None:
    assert least <= memo.size(answer) < 100 * least
