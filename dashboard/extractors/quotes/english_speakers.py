"""Who speaks in English: the subject before a verb of saying, or behind it, and where that subject begins."""

from __future__ import annotations

from .english_scene import EnglishScene, Named
from .english_sources import APOSTROPHES, LONGEST, Subject, identified, member, noun, source, subject, written


def before(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """The subject that ends at token `at`."""
    words = scene.words
    if at <= start:
        return None
    if words[at - 1] == "," or words[at - 1] in scene.data.adverbs:
        return _aside(scene, at - 1, start) if words[at - 1] == "," else before(scene, at - 1, start)
    index = scene.ending.get(at)
    if index is not None:
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        person = scene.mentions[index].kind == "person"
        behind = words[first - 1] if first > start else ""
        if behind in ("the",) and first - 1 > start:
            behind = words[first - 2]
        if not person and behind in scene.data.prepositions:  # «Officials in Dhaka said», «X of Sweden said»
            holder = scene.ending.get(first - 1)
            if behind == "of" and holder is not None and scene.mentions[holder].kind == "person":
                return subject(scene, holder, start)
            return source(scene, at, start)
        of = None if person else member(scene, first, start)
        return of or subject(scene, index, start)
    if words[at - 1] == "to" and at - 3 > start and words[at - 2] == "on" and words[at - 3] in ("went", "goes"):
        return before(scene, at - 3, start)
    if words[at - 1] in ("and", "but") and words[at] in scene.data.conjuncts:
        return _conjoined(scene, at - 1, start)
    if words[at - 1].isdigit() and at - 2 > start and words[at - 2] == ",":  # X, 54, who leads Y, said
        return before(scene, at - 2, start)
    if words[at - 1] in ("has", "had", "have") or (words[at - 1] in ("was", "were") and words[at] == "quoted"):
        return before(scene, at - 1, start)
    if words[at - 1] in scene.data.pronouns:
        named = _just_named(scene, at, start) if words[at - 1] in ("he", "she") else None
        return (named or scene.last, at - 1) if named or scene.last is not None else None  # type: ignore[return-value]
    found = identified(scene, at, start) or source(scene, at, start) or written(scene, at, start)
    return found or (noun(scene, at, start) if words[at] in scene.data.human else None)


def _conjoined(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """«X met Y and | said»: who spoke in this sentence already, else the name that it begins with."""
    if scene.last is not None and scene.last_at >= start:
        return scene.last, at
    if not {"was", "were", "been", "be", "is", "are"}.isdisjoint(scene.words[max(start, at - 8) : at]):
        return None
    for token in range(start, min(at, start + 8)):
        found = scene.at.get(token)
        if found is not None and not _holds(scene, found[1]):
            named = scene.named(_apposition(scene, found[1], at) or found[0])
            return (named, at) if named is not None else None
        if scene.words[token] in scene.data.prepositions:
            return None
    return None


def _holds(scene: EnglishScene, end: int) -> bool:
    """Whether the mention that ends there only says whose the subject is: «Russia's Gazprom», «Swedish Minister X»."""
    index = scene.ending[end]
    return scene.mentions[index].via == "demonym" or scene.words[end] in APOSTROPHES


def _apposition(scene: EnglishScene, end: int, at: int) -> int | None:
    """The person between commas behind an office: «A Kremlin spokesman, Dmitry Peskov, declined … but | noted»."""
    for token in range(end, min(at, end + 4)):
        if scene.words[token] == ",":
            found = scene.at.get(token + 1)
            person = found is not None and scene.mentions[found[0]].kind == "person" and scene.words[found[1]] == ","
            return found[0] if found is not None and person else None
    return None


def _just_named(scene: EnglishScene, at: int, start: int) -> Named | None:
    """The person whom the sentence before is about, where nobody has spoken since."""
    if start == 0 or scene.last_at >= scene.bounds(start - 1)[0]:
        return None
    first, _ = scene.bounds(start - 1)
    for token in range(first, min(start, first + 8)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind == "person":
            return scene.named(found[0])
        if scene.words[token] in scene.data.prepositions:
            return None
    return None


def _aside(scene: EnglishScene, comma: int, start: int) -> Subject | None:
    """The subject of «X, the ambassador to Tehran, said», «the ambassador, X, said», «X, which borders Y, said»."""
    index = scene.ending.get(comma)
    opening = next((i for i in range(comma - 1, max(start, comma - LONGEST), -1) if scene.words[i] == ","), None)
    if index is not None and scene.mentions[index].kind == "person":
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        if opening is None or first == opening + 1 or scene.mentions[index].role or not _apposed(scene, opening):
            return subject(scene, index, start)
    if opening is None:
        return None
    return before(scene, opening, start) if _apposed(scene, opening) else None


def _apposed(scene: EnglishScene, comma: int) -> bool:
    """Whether what begins behind the comma tells of the noun before it and is no clause of its own."""
    following = scene.words[comma + 1]
    if following in ("who", "which", "whose", "also", "a", "an", "the", "speaking", "among", "including", "one"):
        return True
    found = scene.at.get(comma + 1)
    return scene.ending.get(comma) is not None and (found is None or scene.mentions[found[0]].kind != "person")


def after(scene: EnglishScene, at: int, end: int) -> tuple[Named | None, int]:
    """The subject behind the verb: «said Gen. Kenneth McKenzie», «said a diplomat»."""
    for token in range(at, min(end, at + LONGEST)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind in ("person", "organization"):
            return scene.named(found[0]), found[1]
        if scene.words[token] in ("that", ",", ":", "who", '"', "“") or token == end - 1:
            first = at + (at < end and scene.words[at] in ("the", "a", "an"))
            known = any(scene.words[i] in scene.data.sources for i in range(first, token))
            return ((scene.doc.surface(first, token), None), token) if known else (None, at)
    return None, at
