"""The tense of a clause, as far as it decides which September or which Tuesday is meant.

The nearest cue decides: among the words before the expression back to the sentence's start, and, where the expression
opens the clause, those right after it. Verbs are known by lists in the data and by their prefix (س of the future, ي of
the present); كان before a future makes it past (كان من المقرر).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...clean.document import Document
from .tense_cues import IMPERFECT, MAY, Tense, TenseCues

_FAR_BACK, _FAR_AHEAD = 30, 4
_AUXILIARY_BACK = 5


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
    words, bearing_of = doc.words, cues.bearing
    for at in tokens:
        bearing = bearing_of(words[at])
        if bearing is None:
            continue
        if bearing.stops:
            return None
        if not before and at > tokens.start and words[at].startswith("ال"):
            continue  # of another noun: في أبريل بضمان المبيعات المقبلة
        tense = _tense_of(words, at, cues)
        if tense == "past" and at and words[at - 1] in cues.infinitives:
            tense = "future"
        elif tense == "past" and at and words[at - 1] in cues.nominals:
            tense = None
        elif tense == "future" and at and words[at - 1].endswith(MAY) and words[at][0] not in f"س{IMPERFECT}":
            tense = "past"  # «قد أرجأ»
        elif tense in ("future", "present") and before:
            tense, at = _governed(words, at, range(max(at - _AUXILIARY_BACK, tokens.stop + 1), at), tense, cues)
        if tense:
            between = words[at + 1 : tokens.start + 1] if before else words[tokens.start : at]
            # Figures and signs don't separate a verb from its date.
            return Cue(tense, max(sum(map(str.isalpha, between)) + words[at].isalpha() - 1, 0), before)
    return None


def _governed(words: list[str], at: int, near: range, tense: Tense, cues: TenseCues) -> tuple[Tense, int]:
    """What an auxiliary before the verb at `at` makes of it, and where the cue then stands: كان … سيبدأ is past (but
    what was planned may lie ahead, the past is that of كان), من المقرر أن يبدأ future."""
    for before in near:
        if words[before] in cues.auxiliaries or words[before][1:] in cues.auxiliaries:
            return "past", before if tense == "future" or _planned(words, range(before, at), cues) else at
    if tense == "present" and _planned(words, near, cues):
        return "future", at
    return tense, at


def _planned(words: list[str], near: range, cues: TenseCues) -> bool:
    return any(_tense_of(words, at, cues) == "future" for at in near)


def _tense_of(words: list[str], at: int, cues: TenseCues) -> Tense | None:
    bearing = cues.bearing(words[at])
    if bearing is None or not bearing.unsettled:
        return bearing.tense if bearing else None
    for phrase, tense in cues.phrases.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return cast(Tense, tense)
    forms = cues.readings(words[at])
    if MAY in forms and at + 1 < len(words) and words[at + 1][0] in IMPERFECT:
        ahead = cues.first_said(forms[: forms.index(MAY)])
        return ahead or ("past" if _tense_of(words, at + 1, cues) == "past" else "present")  # قد تؤدي; قد تعهد
    return bearing.tense
