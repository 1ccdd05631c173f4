"""Directed state pairs on event sentences: `python -m tests.evaluation.dyads [--errors]`.

Recall over sentences whose annotators agree on who did something to whom; false pairs over those without a pair. A
predicted pair is the source and target of a relation, with both orders for a reciprocal one, states only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

from dashboard.lexicon import load
from dashboard.model import Article, Published, Record
from dashboard.pipeline import extract_prepared

DATA = Path(__file__).parents[2] / ".." / "shared" / "data" / "dyads_arabic_event_gsr.dev.jsonl"


def pairs(record: Record) -> set[tuple[str, str]]:
    """The directed pairs of states that a record's relations tell, denied and hypothetical ones left out."""
    found = set()
    for relation in record.relations:
        ends = (relation.source, relation.target)
        if relation.status in ("denied", "hypothetical") or not set(ends) <= set(load().gazetteer.states):
            continue
        found.add((str(ends[0]), str(ends[1])))
        if relation.reciprocal:
            found.update((a, b) for a in relation.actors for b in relation.actors if a != b)
    return found


def read(item: dict[str, Any]) -> Record:
    """The record of one sentence of the data."""
    published = Published(dt.date.fromisoformat(item["published"]), "given") if item.get("published") else Published()
    return extract_prepared(Article(text=item["text"], published=published, language="ar"))


def measure(items: list[dict[str, Any]], errors: list[str] | None = None) -> dict[str, float]:
    """recall of pairs, false pairs in sentences without one, and how many sentences of each there are."""
    right = wrong = positive = negative = 0
    for item in items:
        found = pairs(read(item))
        if item["pair"]:
            positive += 1
            hit = tuple(item["pair"]) in found
            right += hit
            if not hit and errors is not None:
                errors.append(f"MISSED {item['pair']} found {sorted(found)}: {item['text']}")
        else:
            negative += 1
            wrong += bool(found)
            if found and errors is not None:
                errors.append(f"FALSE {sorted(found)}: {item['text']}")
    return {"recall": right / max(1, positive), "pairs": positive, "false": wrong, "without": negative}


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list every missed and every false pair")
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    if not arguments.data.exists():
        print(f"{arguments.data.name} is not here: nothing measured")
        return
    items = [json.loads(line) for line in arguments.data.read_text("utf-8").splitlines()]
    errors: list[str] = []
    figures = measure(items, errors)
    if arguments.errors:
        print("\n".join(errors))
    print(
        f"directed state pairs: recall {figures['recall']:.2f} of {figures['pairs']};"
        f" sentences with a pair among {figures['without']} without: {figures['false']}"
    )


if __name__ == "__main__":
    main()
