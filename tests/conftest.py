"""Every test runs in a home of its own: no workspace, cache or settings of the user is read or written."""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from dashboard.store import Store

# The compiled lexicon is made once for all workers; it is keyed by the data's hash, so it can't be stale.
_CACHE = Path(tempfile.gettempdir()) / f"marsad-tests-{os.getuid() if hasattr(os, 'getuid') else 0}"
os.environ["XDG_CACHE_HOME"] = str(_CACHE)

# CI judges a commit, so it draws the same examples each time; elsewhere each run looks at new ones, and
# MARSAD_FUZZ=20000 looks at many.
settings.register_profile("marsad", derandomize=bool(os.environ.get("CI")), deadline=None,
                          max_examples=int(os.environ.get("MARSAD_FUZZ", "120")))  # fmt: skip
settings.load_profile("marsad")


_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def own_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of its own, not yet a folder: few tests keep anything, and `mktemp` reads all names there to find one."""
    monkeypatch.delenv("MARSAD_WORKSPACE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(homes / str(next(_NUMBERS))))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A workspace of the sample articles, read once for all who look and change nothing."""
    from dashboard.ingest import open_workspace  # late: the variables above are set before the dashboard is loaded

    return open_workspace(str(tmp_path_factory.mktemp("samples") / "w.db"))
