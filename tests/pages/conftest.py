from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard.store import Store
from dashboard.views import door, frame
from tests.deskdata import fill

APP = Path(__file__).parent.parent.parent / "dashboard" / "app.py"
PAGES = (
    "overview", "timeline", "network", "map", "dossier", "statements", "announced", "articles", "brief", "themes",
    "review", "add",
)  # fmt: skip
Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def components() -> Iterator[None]:
    """What is installed stays so: `AppTest` would look through all of it for components at each opening of a page."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan))
        yield


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    return fill(Store(tmp_path_factory.mktemp("pages") / "w.db")).url


@pytest.fixture(autouse=True)
def faults_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that fails says so to whoever looks at it; here its test is to fail."""

    def failed(words: object, error: Exception) -> None:
        raise error

    monkeypatch.setattr(frame, "failed", failed)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, filled: str) -> Open:
    """Run the app on a page with URL parameters, as a browser that follows a link would."""

    def run(page: str = "overview", workspace: str | None = None, **params: str | list[str]) -> AppTest:
        monkeypatch.setenv("MARSAD_WORKSPACE", workspace or filled)
        door._door.clear()  # made of the environment, which is the test's; a corpus is its workspace's and stays
        app = AppTest.from_file(str(APP), default_timeout=60)
        for key, value in params.items():
            app.query_params[key] = value
        if page != "overview":
            app.switch_page(f"app_pages/{page}.py")
        app.run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    return run
