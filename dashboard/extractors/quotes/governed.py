"""What a verb's preposition governs: «أعرب عن | ارتياحه», «طالب روسيا | بالانسحاب», «دعا | للتهدئة»."""

from __future__ import annotations

from ..people.words import COMMON, FUNCTION, NAME
from . import gap
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene
from .vocabulary import Cue


def governed(scene: Scene, cue: Cue, at: int, end: int, prepositions: frozenset[str], opener: int | None) -> int | None:
    """The token behind the preposition that opens the statement, or that bears it: «عن | ارتياحه», «| بإلغاء القمة».

    Behind verbs that may have an object too it stands behind the subject and times alone.
    """
    words = scene.doc.words
    at = past_times(scene, at, end, prepositions)
    at += at < end and words[at] in scene.words.manners
    at += 2 * (words[at : at + 1] == ["بشكل"])
    at += 2 * (words[at : at + 1] == ["في"] and words[at + 2 : at + 3] != [] and words[at + 2] in prepositions)
    limit = min(end, at + (1 if "+" in prepositions else gap.FAR))
    bearing: int | None = None
    for token in range(at, limit):
        word = words[token]
        if word in prepositions:
            if _where(scene, token + 1) and opener is not None and token < opener - 1 and words[opener - 1] == word:
                continue  # «حذر | من تونس من أن»
            return token + 1 if token + 1 < end else None
        if word in STOPS or (token > at and (word in scene.words.clause or _further(scene, token))):
            break
        if bearing is not None or word[0] not in prepositions:
            continue
        told = cue.lemma in scene.words.addressed and words[opener or at][:2] != "با"
        aside = opener in (None, token + 1) and words[at] in scene.words.functions  # «تعهد في بيان بكذا»
        free = token == at or words[token - 1] in COMMAS or told or aside
        if (token == at and word[0] == "ب") or (free and bears(scene, token, loose=told)):
            bearing = token - (words[token - 1] in QUOTE_MARKS and not scene.doc.spaced[token])
            if not word.startswith("لل") or words[token + 1 : token + 2] and words[token + 1] in prepositions:
                break  # while «دعت اللجنة للسلامة | إلى» goes on
    return bearing


def _where(scene: Scene, token: int) -> bool:
    """Whether a place or state is named at the token."""
    index = scene.at.get(token)
    return index is not None and scene.mentions[index].kind in ("place", "country")


def _further(scene: Scene, token: int) -> bool:
    """Whether another report begins at the token: joined, or behind a comma."""
    cue = scene.cues[token]
    if cue is None or cue.kind == "according":
        return False
    return cue.joined or scene.doc.words[token - 1] in COMMAS


def bears(scene: Scene, token: int, *, loose: bool = False) -> bool:
    """Whether the first letter of the word is a preposition: «بإلغاء», not «بيان»; `loose`: behind a name too."""
    word, language = scene.doc.words[token], scene.words.language
    index = scene.at.get(token)
    if index is not None:
        return not scene.clean_start(token, index)
    if len(word) < 4 or language.kind(word) & (COMMON | NAME) or word[1:] in scene.words.sources:
        return False
    if word[0] == "ب" and (scene.doc.words[token - 1] in COMMAS or (loose and token in scene.ending)):
        return True
    rest = language.kind(word[1:])
    if word[0] == "ل" and (rest & FUNCTION or word[1] == "ي"):  # «لأن», «ليشهدوا»
        return False
    return word[:2] == "لل" or (bool(rest & COMMON) and not word.endswith("نا"))


def past_times(scene: Scene, at: int, end: int, prepositions: frozenset[str]) -> int:
    """Behind commas, days, «العام الماضي», «في وقت سابق», before one of the `prepositions`."""
    words = scene.doc.words
    while at < end and words[at] not in prepositions:
        if words[at : at + 2] == ["في", "وقت"]:
            at += 3
            continue
        if words[at] in ("في", "منذ", "خلال") and at + 1 < end and _month(scene, at + 1):
            at += 2
            while at < end and _dating(scene, at):
                at += 1
            continue
        known = words[at] in COMMAS or words[at] in scene.words.leads or words[at] in scene.words.times
        if words[at] == "ذلك" and words[at - 1] not in scene.words.subordinators:
            break  # «نفى ذلك», not «بعد ذلك»
        if not known and not (words[at] in scene.words.functions and words[at - 1] in scene.words.times):
            break
        at += 1
    return at


def _dating(scene: Scene, at: int) -> bool:
    """Whether a date goes on at the token: «/», «2020», «أيار», «| الثاني» of a month of two words."""
    word, dates = scene.doc.words[at], scene.words.functions
    known = word in "/-" or word.isdigit() or word in dates or word[2:] in dates
    return known or scene.doc.words[at - 1] in scene.words.paired


def _month(scene: Scene, at: int) -> bool:
    """Whether a month or year stands at the token."""
    word = scene.doc.words[at]
    return word.isdigit() or (word in scene.words.functions and scene.doc.words[at + 1 : at + 2] == ["/"])
