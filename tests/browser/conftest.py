"""A running desk and a browser that may speak to nobody else. Skipped where there is no Chromium, unless required."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dashboard.store import Store
from tests.deskdata import fill

from .readers import Handlers, Readers

ROOT = Path(__file__).parent.parent.parent
# Chromium's own errands (updates, sync) are no requests of the page, and are switched off.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


def _chromium() -> str | None:
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)
    path = _chromium()
    if path is None:
        if os.environ.get("MARSAD_BROWSER_TESTS") == "required":
            pytest.fail("browser tests are required here, and no Chromium is installed")
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def readers(browser: Any) -> Readers:
    return Readers(browser)


@dataclass
class Desk:
    """A served workspace; `visit` opens a page as a reader who was never here and notes what it asked and said."""

    address: str
    workspace: str
    readers: Readers
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    visits: list[tuple[Any, Handlers]] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def visit(self, path: str = "", **brings: Any) -> Any:
        # A bare address is answered in the browser's language; a view in it is not.
        usual = {"viewport": {"width": 1440, "height": 1000}, "locale": "en-US" if "?" in path else "ar"}
        handlers: Handlers = {
            "request": lambda request: self._asked(request.url),
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": self._said,
            "dialog": lambda dialog: self.errors.append(f"dialog: {dialog.message}"),
        }
        page = self.readers.take(handlers, **{**usual, **brings})
        self.visits.append((page, handlers))
        self.open(page, path)
        return page

    def context(self, **options: Any) -> Any:
        """A browser of its own that nobody was in or will be, closed with the desk."""
        self.contexts.append(self.readers.browser.new_context(**options))
        return self.contexts[-1]

    def open(self, page: Any, path: str) -> None:
        page.goto(f"{self.address}/{path}")
        first = "[data-testid=stSidebar] .st-key-w_language, [data-testid=stMain] h1"
        page.wait_for_selector(first, state="attached", timeout=120_000)  # a cold server on a busy machine
        self.settle(page)

    def settle(self, page: Any) -> None:
        """Until the script has run to its end and all is drawn."""
        page.wait_for_timeout(150)
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
        page.wait_for_timeout(150)
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
        page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")

    def _said(self, message: Any) -> None:
        # Of an address with a page Streamlit first asks below it whether a server is there.
        url = str(message.location.get("url"))
        if message.type == "error" and not url.endswith(("/_stcore/health", "/_stcore/host-config")):
            self.errors.append(f"console: {message.text} ({url})")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.outside.append(url)

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        for page, handlers in self.visits:
            self.readers.give_back(page, handlers)
        assert self.outside == [], "the page asked another host"
        assert self.errors == []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Address and workspace of a desk started as `python -m dashboard` starts it."""
    home = tmp_path_factory.mktemp("served")
    workspace = home / "w.db"
    fill(Store(workspace))
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "--workspace", str(workspace), "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(240):
        try:
            opener.open(f"{address}/_stcore/health", timeout=1).close()
            break
        except OSError:
            if process.poll() is not None:
                pytest.fail(f"the dashboard ended: {process.stdout.read() if process.stdout else ''}")
            time.sleep(0.25)
    yield address, str(workspace)
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture
def desk(readers: Readers, served: tuple[str, str]) -> Iterator[Desk]:
    made = Desk(*served, readers)
    yield made
    made.close()
