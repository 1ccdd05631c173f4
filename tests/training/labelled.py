"""What the weights are trained on: our own articles and, act by act, who does what to whom, as people read them.

Articles stand in `articles/*.txt` (a line `### day | title`, then the text; what they tell is invented) and in the
open half of the evaluation. A line of `labels/*.jsonl` is a word that may tell an act: `article`, `field`, `at` (its
offset), `word`, and where an act is told, `source` and `target` (of a mutual act perhaps `source` alone) as pairs of a
party's offset and id. The labels were given from the text and a list of its parties, by readers who write no rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.evaluation import annotated

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Text:
    """An article to train on."""

    name: str
    language: str
    published: str | None
    title: str
    text: str


def texts() -> Iterator[Text]:
    """Every article that labels may be of."""
    for path in sorted((HERE / "articles").glob("*.txt")):
        for number, article in enumerate(path.read_text("utf-8").split("### ")[1:]):
            head, _, body = article.partition("\n")
            day, _, title = head.partition(" | ")
            yield Text(f"{path.stem}-{number}", path.stem[:2], day.strip(), title.strip(), body.strip())
    for one in [*annotated.load(), *annotated.sentences()]:
        if not one.held_out:
            yield Text(one.name, one.language, one.published, one.title, one.text)


def labels() -> dict[str, dict[tuple[str, int], dict[str, Any]]]:
    """Article → (field, offset of the act's word) → what the line says."""
    found: dict[str, dict[tuple[str, int], dict[str, Any]]] = {}
    for path in sorted((HERE / "labels").glob("*.jsonl")):
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            found.setdefault(line["article"], {})[line["field"], line["at"]] = line
    return found


def tables() -> Iterator[tuple[Text, frozenset[str]]]:
    """The sentences of the Arabic tables of tests, with the types of all that each tells: most are hard negatives."""
    for path in sorted((HERE.parent / "extractors").glob("arabic_*.yml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            types = frozenset(row.split(" ", 1)[0] for row in case["told"])
            yield Text(f"{path.stem}-{number}", "ar", "2020-05-01", "", case["text"]), types
