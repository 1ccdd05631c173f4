"""Near-duplicates, measured: `python -m tests.benchmarks.copies [ARTICLES]`; seconds per thousand must not grow.

Articles are made of words by chance, one in ten a cut copy of an earlier one, so that any number can be had.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median

from sqlalchemy import delete, insert, update

from dashboard.model import Article
from dashboard.store import Store, stories
from dashboard.store.rows import columns_of
from dashboard.store.schema import articles, bands
from dashboard.store.similar import signature

STEP = 1000
WORDS = 220
_VOCABULARY = [f"كلمة{rank}" for rank in range(50_000)]
_WEIGHTS = list(accumulate(1 / (rank + 3) for rank in range(50_000)))


def main() -> None:
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        print(line, flush=True)


def measure(count: int) -> Iterator[str]:
    """Signatures, linking as the workspace grows, and asking for all copies."""
    made = list(_texts(min(count, STEP)))
    signature(made[0])
    began = time.perf_counter()
    for text in made:
        signature(text)
    yield f"signature: {(time.perf_counter() - began) / len(made) * 1e3:.2f} ms an article of {WORDS} words"
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "w.db")
        batch, steps = store.add_batch("measured"), []
        for start in range(0, count, STEP):
            rows = [columns_of(Article(text=text, id=str(start + at))) for at, text in enumerate(_texts(STEP, start))]
            with store._write() as connection:
                connection.execute(insert(articles), [{"batch": batch, "imported": "", **row} for row in rows])
                began = time.process_time()
                for at, row in enumerate(rows):
                    stories.link(connection, start + at + 1, row["text_hash"], row["signature"])
                steps.append(time.process_time() - began)
        # The median of each fifth: single steps wait for the disk, or for others on the machine.
        fifth = max(len(steps) // 5, 1)
        told = ", ".join(f"{median(steps[at : at + fifth]):.2f} s" for at in range(0, len(steps), fifth))
        yield f"linking: {told} per {STEP} articles of processor time, at each fifth of {count:,}"
        began = time.perf_counter()
        found = len(store.copies())
        yield f"copies of {count}: {time.perf_counter() - began:.2f} s, {found} found"
        with store._write() as connection:
            connection.execute(delete(bands).where(bands.c.article <= STEP))
            connection.execute(update(articles).where(articles.c.key <= STEP).values(story=None, signature=None))
        began = time.perf_counter()
        store.copies()
        yield f"bringing up {STEP} articles of version 1: {time.perf_counter() - began:.2f} s"


def _texts(count: int, seed: int = 0) -> Iterator[str]:
    """Words fall about as they do in a language: each about as often as its rank is low (Zipf).

    With words too uneven, runs of the commonest ones make any two texts a bit alike: candidates, and the time they
    take, then grow with the workspace, as they don't in the press (0.05 of them an article among 2,000 of news).
    """
    chance = random.Random(seed)
    before: list[list[str]] = []
    for number in range(count):
        if number % 10 == 9:
            yield " ".join(chance.choice(before)[: WORDS - 40])
        else:
            before.append(chance.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=WORDS))
            yield " ".join(before[-1])


if __name__ == "__main__":
    main()
