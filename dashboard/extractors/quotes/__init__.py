"""Quotes: what somebody says, who says it, in which words it is introduced, and who passes it on."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Mention, Quote
from . import arabic, english
from .scene import Scene
from .vocabulary import vocabulary

__all__ = ["find"]

# Behind these a title goes on with somebody's words, or with who said them.
_HEADING = frozenset(":.…")


def find(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> list[Quote]:
    """The statements of a document in text order; `speaker_mention` is an index into `mentions`, the record's list.

    A statement is the content clause or the quoted words, without the verb. Joint speakers make a row each.
    """
    if not doc.words:
        return []
    if doc.language == "en":
        found = list(english.statements(doc, lexicon, mentions))
    else:
        words = vocabulary(lexicon)
        if doc.field == "title" and _HEADING.isdisjoint(doc.words) and not doc.where(words.opens):
            return []
        found = list(arabic.statements(Scene(doc, lexicon, words, mentions)))
    return [quote for quote in found if any(map(str.isalnum, doc.text[quote.start : quote.end]))]  # no mere «…»
