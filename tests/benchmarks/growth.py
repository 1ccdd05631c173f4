"""Memory of an import as it goes on: `python -m tests.benchmarks.growth [ARTICLES]`, 50,000 take some minutes.

The articles are put together of the samples' sentences and of names and numbers that never come again, so that
whatever remembers words meets ever new ones.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dashboard.clean.document import analyse
from dashboard.ingest import Fate, store_all
from dashboard.model import Article
from dashboard.readers import walk
from dashboard.store import Store

SAMPLES = Path(__file__).parent.parent.parent / "sample_articles"
_FIRST = 2_000  # what later memory is compared with
_SENTENCES, _NEW_WORDS = 8, 12
_LETTERS = "ابتجحدرسصعفقكلمنهوي"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    for line in growth(count):
        print(line, flush=True)


def growth(count: int) -> Iterator[str]:
    """Resident memory after 2,000 articles, 5,000, and at each further fifth."""
    marks = sorted({_FIRST, 5_000, *(count * fifth // 5 for fifth in range(1, 6))})
    marks = [mark for mark in marks if mark >= _FIRST]
    seen: dict[int, float] = {}
    done = 0

    def report(_: Fate) -> None:
        nonlocal done
        done += 1
        if done in marks:
            seen[done] = _resident()

    with tempfile.TemporaryDirectory() as folder:
        store_all(synthetic(count), Store(Path(folder) / "w.db"), label="growth", report=report)
    yield "memory of ingestion: " + ", ".join(f"{size:.0f} MB at {at:,}" for at, size in seen.items())


def synthetic(count: int) -> Iterator[Article]:
    """So many articles, the same ones each time."""
    sentences = [
        article.text[start:end]
        for article in walk([SAMPLES])
        if isinstance(article, Article)
        for start, end in analyse(article.text).sentences
    ]
    chance = random.Random(1)
    for number in range(count):
        new = ("".join(chance.choices(_LETTERS, k=6)) for _ in range(_NEW_WORDS))
        text = "\n".join([*chance.sample(sentences, _SENTENCES), f"{' '.join(new)} {number}."])
        title = f"{chance.choice(sentences)[:60]} {number}"
        yield Article(text=text, title=title, origin=f"{number}.txt", language="ar")


def _resident() -> float:
    """Megabytes of the process in memory now; where the system doesn't say, the most there were."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
