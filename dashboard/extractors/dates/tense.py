"""The tense of a clause, as far as it decides which September or which Tuesday is meant.

The nearest cue decides: first the words before the expression back to the clause's start, then those after it.
Verbs of the future are known by their prefix (س), the others by lists in the data.
"""

from __future__ import annotations

from typing import Literal, cast

from ...clean.document import Document
from .grammar import TenseCues

Tense = Literal["past", "present", "future"]
_FAR_BACK, _FAR_AHEAD = 14, 10


def tense_at(doc: Document, first: int, end: int, cues: TenseCues) -> Tense | None:
    """The tense around tokens first … end-1, None without a cue."""
    sentence_first, sentence_end = doc.bounds[doc.sentence_of[first]] if doc.bounds else (0, len(doc.words))
    before = _scan(doc, range(first - 1, max(sentence_first, first - _FAR_BACK) - 1, -1), cues)
    if before:
        return before
    return _scan(doc, range(end, min(sentence_end, end + _FAR_AHEAD)), cues)


def deadline_at(doc: Document, first: int, cues: TenseCues) -> bool:
    """Does a verb or noun of deadline stand before token `first` in its sentence?"""
    start = doc.bounds[doc.sentence_of[first]][0] if doc.bounds else 0
    return any(word in cues.deadline or word[1:] in cues.deadline for word in doc.words[start:first])


def _scan(doc: Document, tokens: range, cues: TenseCues) -> Tense | None:
    for at in tokens:
        word = doc.words[at]
        if word in cues.stops:
            return None
        found = _tense_of(doc, at, cues)
        if found:
            return found
    return None


def _tense_of(doc: Document, at: int, cues: TenseCues) -> Tense | None:
    word = doc.words[at]
    for phrase, tense in cues.phrases.get(word, ()):
        if tuple(doc.words[at : at + len(phrase)]) == phrase:
            return cast(Tense, tense)
    for form in (word, word[1:]) if word[0] in "وف" else (word,):
        known = cues.words.get(form)
        if known:
            return cast(Tense, known)
        if len(form) >= cues.least and not form.startswith(cues.not_prefixed):
            prefixed = cues.prefixes.get(form[:2])
            if prefixed:
                return cast(Tense, prefixed)
    return None
