"""Organisations that no list can hold: a head and what completes it (وزارة الدفاع الروسية, Russian Navy).

The patterns stand in `data/organ_patterns.yml`, which explains them.
"""

from __future__ import annotations

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from . import arabic, english

__all__ = ["find"]


def find(doc: Document, lexicon: Lexicon, candidates: list[Candidate]) -> list[Candidate]:
    """Organisations by pattern; `candidates` are the phrases of the same document, whose states complete a head."""
    found = arabic.find(doc, lexicon, candidates) if doc.language != "en" else []
    return found + english.find(doc, lexicon, candidates)
