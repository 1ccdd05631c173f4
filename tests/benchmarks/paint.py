"""The desk's first paint beside a bare page of Streamlit's with one chart: `python -m tests.benchmarks.paint [ROUNDS]`.

Each round starts one server after the other and opens its page in a browser that has nothing cached, until the chart
is drawn: once right after the start, when the server's own imports are in it, and then a few times more.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent
ROUNDS, VISITS = 3, 3
DRAWN = ".js-plotly-plot .barlayer path, .js-plotly-plot .scatterlayer path"
# Chromium's own errands are switched off: they would compete with the page.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BARE = """
import plotly.express as px
import streamlit as st

st.plotly_chart(px.bar(x=["a", "b", "c"], y=[1, 3, 2]))
"""


def paint(rounds: int = ROUNDS) -> Iterator[str]:
    """Medians of both, right after the start and later, and how many times longer the desk takes."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None or find_spec("playwright") is None:
        yield "first paint: not measured, there is no Chromium or no playwright"
        return
    from playwright.sync_api import sync_playwright

    seconds: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = Path(folder) / "bare.py"
        script.write_text(BARE, "utf-8")
        servers = {
            "bare": ["streamlit", "run", str(script), "--server.headless", "true", "--server.fileWatcherType", "none",
                     "--browser.gatherUsageStats", "false", "--server.address", "127.0.0.1", "--server.port"],
            "desk": ["dashboard", "--workspace", str(Path(folder) / "w.db"), "--port"],
        }  # fmt: skip
        folders = {"bare": Path(folder), "desk": ROOT}  # the desk's theme stands in its root
        with _served(servers["desk"], ROOT):
            pass  # a new workspace takes the samples in; that is no part of the first paint
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for _ in range(rounds):
            for name, command in servers.items():
                with _served(command, folders[name]) as address:
                    for when in ["first", *["later"] * VISITS]:
                        seconds.setdefault((name, when), []).append(_visit(browser, address))
        browser.close()
    for when, label in (("first", "right after the start"), ("later", "on a running server")):
        bare, desk = (median(seconds[name, when]) for name in ("bare", "desk"))
        yield f"first paint {label}: bare page with a chart {bare:.2f} s, desk {desk:.2f} s: {desk / bare:.2f} times"


def _visit(browser: Any, address: str) -> float:
    """Seconds until a page's chart is drawn, in a context without anything cached."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(DRAWN, state="attached", timeout=120_000)
    took = time.perf_counter() - began
    context.close()
    return took


@contextmanager
def _served(command: list[str], folder: Path) -> Iterator[str]:
    """A module of Python's run in a folder, a free port its last argument; its address, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MARSAD_")}
    process = subprocess.Popen(
        [sys.executable, "-m", *command, str(port)], cwd=folder, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback needs no proxy
    try:
        for _ in range(600):
            try:
                with opener.open(f"{address}/_stcore/health", timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        os.killpg(process.pid, 15)  # the desk's launcher, and the server it has started
        process.wait()


if __name__ == "__main__":
    for line in paint(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        print(line, flush=True)
