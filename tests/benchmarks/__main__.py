"""Speed, measured: `python -m tests.benchmarks [ARTICLES.jsonl] [--growth]`. Prints figures; asserts none.

Machines differ, so what others do is measured in the same run: dateparser, `predict_sentence`, a bare Streamlit page.
`--growth` imports 50,000 articles, links 100,000 and asks pages of as many, for many minutes; else it is 10,000.
Without a file it takes the shared development articles where they lie beside the repository, else the samples.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from . import camel, copies
from .extraction import compare
from .growth import SAMPLES, growth
from .interactions import interactions
from .pages import pages
from .paint import paint

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "data" / "news_world.dev.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, default=SHARED if SHARED.exists() else SAMPLES)
    parser.add_argument("--growth", action="store_true", help="memory of an import of 50,000 articles, too")
    chosen = parser.parse_args()
    path, more = chosen.articles, growth(50_000) if chosen.growth else ()
    large = 100_000 if chosen.growth else 10_000
    linked, asked = copies.measure(large), chain(pages(large), interactions())
    for line in chain(start(), compare(path), ingestion(path), camel.names(path), linked, asked, paint(), more):
        print(line, flush=True)


def ingestion(path: Path) -> Iterator[str]:
    """The ingest command as a whole process: time, peak memory, and the same again when all is there already."""
    with tempfile.TemporaryDirectory() as folder:
        for label in ("ingestion", "ingestion again"):
            seconds, line = _run("ingest", str(path), "--workspace", str(Path(folder) / "w.db"))
            yield f"{label}: {seconds:.1f} s; {line}"
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        yield f"ingestion: peak memory {peak:.0f} MB"
        from dashboard.tables import frames

        for label in ("built", "from the cache"):
            began = time.perf_counter()
            rows = sum(map(len, frames(Path(folder) / "w.db").values()))
            yield f"frames {label}: {time.perf_counter() - began:.2f} s, {rows} rows"


def start() -> Iterator[str]:
    """One article through the extract command: the very first time, and from a cold start of Python ever after."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text("عنوان\n\nقالت إيران وروسيا أمس إنهما ستجريان مناورات بحرية.", "utf-8")
        caches = {"XDG_CACHE_HOME": folder, "LOCALAPPDATA": folder}
        first, *later = (_run("extract", str(one), "--published", "2021-08-24", **caches)[0] for _ in range(6))
        usual = sorted(later)[2]
        yield f"extract, one article: {usual:.2f} s from a cold start (median of 5), {first:.2f} s the first time"


def _run(*arguments: str, **environment: str) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - began, (done.stdout.splitlines() or [done.stderr[-200:]])[-1]


if __name__ == "__main__":
    main()
