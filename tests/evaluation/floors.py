"""Floors: the F1 that a kind of finding had reached, below which it must not fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

from .annotated import KINDS, Annotated, load, record, sentences
from .compare import Outcome, compare

FLOORS = Path(__file__).parent / "floors.yml"
HALVES = ("open", "held_out")

Scores = dict[str, dict[str, float]]


def outcomes(articles: Iterable[Annotated] | None = None) -> dict[str, list[Outcome]]:
    """All outcomes of both halves."""
    found: dict[str, list[Outcome]] = {half: [] for half in HALVES}
    for article in (*load(), *sentences()) if articles is None else articles:
        found["held_out" if article.held_out else "open"] += compare(article, record(article))
    return found


def measures(found: Iterable[Outcome], kind: str) -> tuple[float, float, float, int]:
    """Precision, recall, F1 of one kind, and how many were annotated; 1.0 where there was nothing to be wrong about."""
    count = Counter(o.result for o in found if o.kind == kind)
    hit, miss, false = count["hit"], count["miss"], count["false"]
    precision = hit / (hit + false) if hit + false else 1.0
    recall = hit / (hit + miss) if hit + miss else 1.0
    f1 = 2 * hit / (2 * hit + miss + false) if hit + miss + false else 1.0
    return precision, recall, f1, hit + miss


def scores(found: dict[str, list[Outcome]]) -> Scores:
    """Half → kind → F1, rounded down so that a pinned floor is never above what was measured."""
    return {half: {kind: int(measures(found[half], kind)[2] * 1000) / 1000 for kind in KINDS} for half in HALVES}


def read(path: Path = FLOORS) -> Scores:
    """The pinned floors; empty where none were pinned."""
    if not path.exists():
        return {half: {} for half in HALVES}
    return {half: dict(kinds) for half, kinds in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader).items()}


def below(now: Scores, floors: Scores) -> list[str]:
    """What stands below its floor, in words."""
    return [f"{half} {kind}: {now[half][kind]:.3f} below the floor {floor:.3f}"
            for half, kinds in floors.items() for kind, floor in kinds.items() if now[half][kind] < floor]  # fmt: skip


def pinned(now: Scores, floors: Scores, lower: bool = False) -> Scores:
    """New floors: what is reached now, and never less than before unless lowering is asked for."""
    return {half: {kind: value if lower else max(value, floors.get(half, {}).get(kind, 0.0))
                   for kind, value in now[half].items()} for half in HALVES}  # fmt: skip


def write(floors: Scores, path: Path = FLOORS) -> None:
    """Keep the floors."""
    head = "# F1 a kind must not fall below; raised by `python -m tests.evaluation --pin`, lowered only with --lower.\n"
    path.write_text(head + yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")
