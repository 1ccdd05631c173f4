"""`--share` as somebody on the network meets it: a password first, and a reload that doesn't ask again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.store import Store
from tests.deskdata import fill

from .conftest import ROOT, Desk, _free_port
from .readers import Readers


@pytest.fixture
def shared(readers: Readers, tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """The desk, and what was printed up to its address."""
    workspace = tmp_path / "w.db"
    fill(Store(workspace))
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "--share", "--workspace", str(workspace), "--port", str(port)],
        cwd=ROOT, env={**os.environ, "MARSAD_READER_PASSWORD": "look-only"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl+C" in line:
            break
    made = Desk(f"http://127.0.0.1:{port}", str(workspace), readers)
    yield made, printed
    process.terminate()
    process.wait(10)
    for context in made.contexts:
        context.close()


def test_a_password_lets_in_and_a_reload_does_not_ask_again(shared: tuple[Desk, str]) -> None:
    desk, printed = shared
    assert re.search(r"shared at http://\d+\.\d+\.\d+\.\d+:\d+", printed)
    made = re.search(r"editors' password, shown only now: (\S+)", printed)
    assert made and "look-only" not in printed

    opened = desk.context()
    page = opened.new_page()
    page.goto(f"{desk.address}/articles?lang=en&state=IRN")
    page.fill(".st-key-door input", "look-only")
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-way_out", timeout=60_000)
    page.wait_for_url(re.compile("state=IRN"))
    for _ in range(40):  # the cookie is written by the page's own script
        if any(cookie["name"] == "marsad_door" for cookie in opened.cookies()):
            break
        page.wait_for_timeout(250)
    page.reload()
    page.wait_for_selector(".st-key-way_out", timeout=60_000)
    page.click(".st-key-leave button")
    page.wait_for_selector(".st-key-door input")
    page.reload()
    page.wait_for_selector(".st-key-door input", timeout=60_000)

    other = desk.context().new_page()  # another browser: nothing of the first's
    other.goto(f"{desk.address}/add?lang=en")
    other.fill(".st-key-door input", made[1])
    other.keyboard.press("Enter")
    other.wait_for_selector(".st-key-start_empty, .st-key-undo, [data-testid=stFileUploader]", timeout=60_000)
