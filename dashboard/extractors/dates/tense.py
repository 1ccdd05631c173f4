"""The tense of a clause, as far as it decides which September or which Tuesday is meant.

The nearest cue decides: among the words before the expression back to the sentence's start, and, where the expression
opens the clause, those right after it. Verbs are known by lists in the data and by their prefix (س of the future, ي of
the present); كان before a future makes it past (كان من المقرر).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from ...clean.document import Document
from .grammar import TenseCues

Tense = Literal["past", "present", "future"]
_FAR_BACK, _FAR_AHEAD = 30, 4
_AUXILIARY_BACK = 5
_OBJECTS = ("ها", "هم", "ه")
_MAY, _IMPERFECT = "قد", "يتن"


@dataclass(slots=True)
class Cue:
    """A tense and how many words away its cue stands; `before` the expression or after it."""

    tense: Tense
    distance: int
    before: bool = True


def cue_at(doc: Document, first: int, end: int, cues: TenseCues) -> Cue | None:
    """The cue for tokens first … end-1, None without one."""
    sentence_first, sentence_end = doc.bounds[doc.sentence_of[first]] if doc.bounds else (0, len(doc.words))
    opens = first == sentence_first or (doc.words[first - 1] in cues.openers and first - 1 == sentence_first)
    if opens:
        after = _scan(doc, range(end, min(sentence_end, end + _FAR_AHEAD)), cues, False)
        if after:
            return after
    back = _scan(doc, range(first - 1, max(sentence_first, first - _FAR_BACK) - 1, -1), cues, True)
    if back:
        return back
    return _scan(doc, range(end, min(sentence_end, end + _FAR_AHEAD * 2)), cues, False)


def deadline_at(doc: Document, first: int, cues: TenseCues) -> bool:
    """Does a verb or noun of deadline stand before token `first` in its sentence?"""
    start = doc.bounds[doc.sentence_of[first]][0] if doc.bounds else 0
    return any(word in cues.deadline or word[1:] in cues.deadline for word in doc.words[start:first])


def _scan(doc: Document, tokens: range, cues: TenseCues, before: bool) -> Cue | None:
    words = doc.words
    distance = -1
    for at in tokens:
        word = words[at]
        distance += word.isalpha()  # figures and signs don't separate a verb from its date
        if word in cues.stops:
            return None
        tense = _tense_of(words, at, cues)
        if tense == "past" and at and words[at - 1] in cues.infinitives:
            tense = "future"
        elif tense == "future" and at and words[at - 1].endswith(_MAY) and word[0] not in f"س{_IMPERFECT}":
            tense = "past"  # «قد أرجأ»
        elif tense in ("future", "present") and before:
            tense = _governed(words, range(max(at - _AUXILIARY_BACK, tokens.stop + 1), at), tense, cues)
        if tense:
            return Cue(tense, max(distance, 0), before)
    return None


def _governed(words: list[str], near: range, tense: Tense, cues: TenseCues) -> Tense:
    """What an auxiliary before a verb makes of it: كان … سيبدأ is past, من المقرر أن يبدأ future."""
    if any(words[at] in cues.auxiliaries or words[at][1:] in cues.auxiliaries for at in near):
        return "past"
    if tense == "present" and any(_tense_of(words, at, cues) == "future" for at in near):
        return "future"
    return tense


def _tense_of(words: list[str], at: int, cues: TenseCues) -> Tense | None:
    word = words[at]
    for phrase, tense in cues.phrases.get(word, ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return cast(Tense, tense)
    for form in (word, word[1:]) if word[0] in cues.joined else (word,):
        known = cues.words.get(form)
        if form == _MAY and at + 1 < len(words) and words[at + 1][0] in _IMPERFECT:
            return "past" if _tense_of(words, at + 1, cues) == "past" else "present"  # قد تؤدي; قد تعهد
        if known:
            return cast(Tense, known) if known != "none" else None
        for ending in _OBJECTS:  # behind ت they are no verbal noun's (عقدها)
            if form.endswith(f"ت{ending}") and cues.words.get(form[: -len(ending)]) == "past":
                return "past"  # نشرتها
            if form.endswith(ending) and form[0] in _IMPERFECT and cues.words.get(form[: -len(ending)]) == "present":
                return "present"  # تنظمه
        for size, tense in cues.prefixes.get(form[:1], ()):
            if len(form) > len(size) + 2 and form.startswith(size) and not form.startswith(cues.not_prefixed):
                return cast(Tense, tense)
    return None
