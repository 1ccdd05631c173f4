"""Quotations in English: which mark opens one, where it ends, and which one goes on with it in the next paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from ...clean.document import Document

MARKS = {'"': '"', "“": "”", "«": "»"}
CLOSERS = frozenset(('"', "”", "»"))
# Behind these a mark opens a quotation although no space stands before it.
_BEFORE_OPENING = frozenset("([:—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """`end` is the token behind the last word quoted; `onward` the mark that opens it again where it was not closed."""

    end: int
    onward: int | None = None


def quotations(doc: Document) -> dict[int, Quotation]:
    """The quotations of a document by the token of their opening mark."""
    found: dict[int, Quotation] = {}
    token = 0
    while token < len(doc.words):
        quotation = _read(doc, token) if doc.words[token] in MARKS and _opens(doc, token) else None
        if quotation is None:
            token += 1
        else:
            found[token] = quotation
            token = quotation.end + (quotation.onward is None)
    return found


def _opens(doc: Document, mark: int) -> bool:
    """Whether a mark opens: white space or a bracket stands before it."""
    return mark == 0 or doc.spaced[mark] or doc.words[mark - 1] in _BEFORE_OPENING


def _read(doc: Document, mark: int) -> Quotation | None:
    """The quotation opened at `mark`: to its closing mark, or to where the next paragraph opens it again; a paragraph
    that ends without either holds none."""
    opening, closing = doc.words[mark], MARKS[doc.words[mark]]
    for token in range(mark + 1, len(doc.words)):
        word = doc.words[token]
        if word == opening and _again(doc, token):
            return Quotation(token, token)
        if "\n" in doc.text[doc.ends[token - 1] : doc.starts[token]]:
            return None
        if word == closing or (word == opening and not doc.spaced[token] and doc.words[token - 1] in ",.!?"):
            return Quotation(token)  # an opening mark that closes: «“We go,“ X said»
    return None


def _again(doc: Document, mark: int) -> bool:
    """Whether a mark within a quotation opens it again: it begins a sentence, and stands at its first word."""
    if not doc.spaced[mark] or doc.spaced[mark + 1 : mark + 2] != [False]:
        return False
    return doc.sentence_of[mark] != doc.sentence_of[mark - 1]
