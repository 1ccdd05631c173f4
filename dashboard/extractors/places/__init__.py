"""Places that no list knows, by the noun before them: «بلدة أدري التشادية», «نهر إسفارا». They have no coordinates."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from . import arabic, english, sites

__all__ = ["find"]


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Names behind a noun of place in text order, where nothing stands that `candidates` know."""
    if doc.language == "en":
        return english.find(doc, lexicon, candidates)
    found = sites.find(doc, lexicon, candidates)
    return found + arabic.find(doc, lexicon, [*candidates, *found])
