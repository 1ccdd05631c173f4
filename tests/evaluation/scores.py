"""What the measures on data beside the checkout share: reading it, counting, and their commands."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def items(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


class Score:
    """Right, wrong and missed of a measure, with the lines that say what went wrong.

    A `wrong` one was asked for and got another value, so it is missed too; a `false` one nobody asked for.
    """

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, result: str, what: str) -> None:
        self.count[result] += 1
        if result != "right":
            self.errors.append(f"{result}: {what}")

    def say(self, name: str) -> str:
        right, wrong, missed, false = (self.count[key] for key in ("right", "wrong", "missed", "false"))
        total = right + wrong + missed
        recall, precision = right / max(total, 1), right / max(right + wrong + false, 1)
        return f"{name:34} {recall:6.3f} of {total:5}, precision {precision:6.3f}"


def command(measures: Mapping[str, Callable[[], Score]], module: str, doc: str | None) -> None:
    """Print every measure of a module, or with --errors one and what it counts as wrong."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.evaluation.{module}", description=doc)
    parser.add_argument("--errors", choices=measures)
    options = parser.parse_args()
    for name, measure in measures.items():
        if options.errors in (None, name):
            score = measure()
            print(score.say(name))
            if options.errors:
                print(*score.errors, sep="\n")
