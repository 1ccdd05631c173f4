from __future__ import annotations

import pytest

from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames
from tests.deskdata import fill


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(Store(tmp_path_factory.mktemp("desk") / "w.db"))


@pytest.fixture(scope="session")
def corpus(store: Store) -> Corpus:
    return Corpus(frames(store), store.revision(), store.search)
