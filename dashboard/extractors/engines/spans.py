"""A document's words as the model reads them, and its labels as spans of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...clean.document import Document
from .tagger import Label, Tagger

# The model's labels and the kinds of mention that they may mean; MISC (nationalities, events) is none of them.
KINDS = {"PERS": ("person",), "LOC": ("place", "country"), "ORG": ("organization",)}


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` … `end`-1 that the model takes for a name of `kind`, and how sure it is of them (0–1)."""

    first: int
    end: int
    kind: str
    sure: float


def spans(docs: Sequence[Document], tagger: Tagger) -> list[list[Span]]:
    """The model's names in each document. It was trained on Arabic: documents of other languages have none."""
    places = [(i, first, end) for i, doc in enumerate(docs) if doc.language == "ar" for first, end in doc.bounds]
    labelled = tagger.label([written(docs[i], first, end) for i, first, end in places])
    found: list[list[Span]] = [[] for _ in docs]
    for (i, first, _), labels in zip(places, labelled, strict=True):
        found[i] += _decode(docs[i], first, labels)
    return found


def written(doc: Document, first: int, end: int) -> list[str]:
    """Tokens as written, in camel-tools' normalisation: no harakat, tatweel or marks, no presentation forms."""
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import normalize_unicode

    words = []
    for token in range(first, end):
        word = dediac_ar(normalize_unicode(doc.surface(token, token + 1)))
        words.append("".join(char for char in word if char != "ـ" and char.isprintable()))
    return words


def _decode(doc: Document, offset: int, labels: Sequence[Label]) -> list[Span]:
    """Runs of one kind; B begins a new one, and so does an I of another kind."""
    found: list[Span] = []
    start, kind = 0, ""
    for at, (label, _) in enumerate([*labels, ("O", 1.0)]):
        mark, _, of = label.partition("-")
        if kind and (mark != "I" or of != kind):
            span = _trimmed(doc, offset + start, offset + at, kind, labels[start:at])
            found += [span] if span else []
            kind = ""
        if of in KINDS and not kind:
            start, kind = at, of
    return found


def _trimmed(doc: Document, first: int, end: int, kind: str, labels: Sequence[Label]) -> Span | None:
    """Without signs at its ends; None where no word of two letters is left."""
    sure = sum(probability for _, probability in labels) / len(labels)
    while first < end and not doc.words[first][0].isalnum():
        first += 1
    while first < end and not doc.words[end - 1][0].isalnum():
        end -= 1
    if not any(len(word) > 1 and word.isalpha() for word in doc.words[first:end]):
        return None
    return Span(first, end, kind, sure)
