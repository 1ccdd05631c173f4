"""Places that no list knows, by the noun before them («بلدة أدري التشادية», «نهر إسفارا», «مستشفى الشفاء»), and cities
that only their place in the sentence shows."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from . import arabic, cities, english, rows, sites

__all__ = ["find"]


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Names behind a noun of place in text order, where nothing stands that `candidates` know."""
    if doc.language == "en":
        return english.find(doc, lexicon, candidates)
    found = cities.find(doc, lexicon, candidates)
    found += sites.find(doc, lexicon, [*candidates, *found])
    found += rows.find(doc, lexicon, [*candidates, *found])
    return found + arabic.find(doc, lexicon, [*candidates, *found])
