"""Speed, measured: `python -m tests.benchmarks [ARTICLES.jsonl]`. Prints figures; asserts none, machines differ.

Without a file it takes the shared development articles where they lie beside the repository, else the samples.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from . import camel

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "data" / "news_world.dev.jsonl"
# What "an article" is where articles of all lengths are counted together.
CHARACTERS = 1600


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED if SHARED.exists() else ROOT / "sample_articles"
    for line in (*extraction(path), *ingestion(path), *start(path), *camel.names(path)):
        print(line, flush=True)


def extraction(path: Path) -> Iterator[str]:
    """Cleaning and extraction in this process, one core, after a warm-up."""
    from dashboard.pipeline import extract_article
    from dashboard.readers import walk

    articles = [article for article in walk([path]) if not isinstance(article, Exception)][:500]
    for article in articles[:20]:
        extract_article(article)
    began = time.perf_counter()
    for article in articles:
        extract_article(article)
    seconds = time.perf_counter() - began
    characters = sum(len(article.text) for article in articles)
    yield f"extraction: {len(articles)} articles, {characters / len(articles):.0f} characters each on average"
    even = characters / CHARACTERS / seconds
    yield f"extraction: {len(articles) / seconds:.0f} articles/s, {even:.0f} articles of {CHARACTERS} characters/s"


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


def start(path: Path) -> Iterator[str]:
    """One article through the extract command, from a cold start of Python."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text("عنوان\n\nقالت إيران وروسيا أمس إنهما ستجريان مناورات بحرية.", "utf-8")
        times = sorted(_run("extract", str(one), "--published", "2021-08-24")[0] for _ in range(5))
        yield f"extract, one article from a cold start: median {times[2]:.2f} s of 5"


def _run(*arguments: str) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "dashboard", *arguments], cwd=ROOT, capture_output=True, text=True)
    return time.perf_counter() - began, (done.stdout.splitlines() or [done.stderr[-200:]])[-1]


if __name__ == "__main__":
    main()
