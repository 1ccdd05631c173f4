"""Exact F1 of persons, places and organisations on annotated sentences: `python -m tests.evaluation.names`.

The data stands beside the checkout and never enters it; nothing was trained or fitted on it. Gold spans are whole
words, so a clitic that we leave out is added back before comparing. Where gold nests entities the outermost of a type
counts. Each type is told twice: sentence by sentence as annotated; and by the contract, whole articles where the data
keeps them together (a surname is its bearer's, who is named in full elsewhere), names drawn as `mapped` says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from dashboard import lexicon as lexicons
from dashboard.clean.document import Document, analyse
from dashboard.extractors import organs, people, phrases, places
from dashboard.model import Article, Mention
from dashboard.resolve import mentions as resolving

from .mapped import by_contract

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SETS = ("ner_aqmar.dev.jsonl", "ner_wojood_sample.dev.jsonl")
_TYPES = {"person": "PER", "place": "LOC", "country": "LOC", "organization": "ORG"}

# Sets whose sentences, in order, are articles: the id but for its last part names the article.
_ARTICLES = frozenset(("ner_aqmar.dev.jsonl",))

Span = tuple[int, int, str]


def predict(text: str, lexicon: lexicons.Lexicon) -> set[Span]:
    """(start, end, type) of the names of a text; demonyms and peoples are no names here."""
    doc = analyse(text)
    candidates = phrases.find(doc, lexicon)
    candidates += organs.find(doc, lexicon, candidates)
    found = [*candidates, *people.find(doc, lexicon, candidates)]
    found += places.find(doc, lexicon, found)
    return {_widen(doc, m) for m in resolving.resolve([(doc, found)], lexicon, Article(text=text))
            if m.via not in ("demonym", "people")}  # fmt: skip


def _widen(doc: Document, mention: Mention) -> Span:
    """A mention's span with the clitics of its first word."""
    assert mention.start is not None and mention.end is not None
    return doc.starts[doc.token_at(mention.start)], mention.end, _TYPES[mention.kind]


def gold(item: dict[str, Any]) -> set[Span]:
    """The annotated spans of the three types, outermost ones."""
    spans = {(e["start"], e["end"], e["type"]) for e in item["entities"] if e["type"] in _TYPES.values()}
    return {s for s in spans if not any(o != s and o[2] == s[2] and o[0] <= s[0] and s[1] <= o[1] for o in spans)}


def items(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The items of a file, those of one article joined, a line each."""
    if path.name not in _ARTICLES:
        yield from items(path)
        return
    for _, sentences in groupby(items(path), key=lambda item: item["id"].rpartition("-")[0]):
        text, entities = "", []
        for item in sentences:
            shift = len(text)
            entities += [{**e, "start": e["start"] + shift, "end": e["end"] + shift} for e in item["entities"]]
            text += item["text"] + "\n"
        yield {"text": text, "entities": entities}


def measure(
    path: Path, lexicon: lexicons.Lexicon, errors: str | None = None, contract: bool = False
) -> dict[str, tuple[float, float, float]]:
    """Type → (precision, recall, F1) on one file; with `errors`, prints what differs of that type."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for item in articles(path) if contract else items(path):
        want, got = gold(item), predict(item["text"], lexicon)
        if contract:
            want, got = (by_contract(item["text"], spans, lexicon) for spans in (want, got))
        for span in got:
            ours[span[2]] += 1
            right[span[2]] += span in want
        theirs.update(kind for _, _, kind in want)
        if errors:
            _show(item["text"], want, got, errors)
    for table in (right, ours, theirs):
        table["all"] = sum(table.values())
    return {kind: _scores(right[kind], ours[kind], theirs[kind]) for kind in ("PER", "LOC", "ORG", "all")}


def _scores(right: int, ours: int, theirs: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, ours), right / max(1, theirs)
    return precision, recall, 2 * right / max(1, ours + theirs)


def _show(text: str, want: set[Span], got: set[Span], kind: str) -> None:
    for sign, spans in (("+", got - want), ("-", want - got)):
        for start, end, found in sorted(spans):
            if found == kind:
                print(f"{sign} {text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 25]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=("PER", "LOC", "ORG"), help="list what differs of this type")
    parser.add_argument("--set", choices=SETS, help="only this file")
    options = parser.parse_args()
    lexicon = lexicons.load()
    for name in SETS:
        path = DATA / name
        if not path.exists() or options.set not in (None, name):
            continue
        annotated = measure(path, lexicon)
        for kind, (precision, recall, f1) in measure(path, lexicon, options.errors, contract=True).items():
            told = "P {:.3f} R {:.3f} F1 {:.3f}".format(*annotated[kind])
            print(f"{name} {kind}: {told}; by the contract P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
