"""Whom an English sentence is about, for what is said in it without a subject of its own."""

from __future__ import annotations

from .english_scene import EnglishScene, Named
from .english_sources import APOSTROPHES, Subject


def topic(scene: EnglishScene, start: int, at: int) -> Named | None:
    """Whom a sentence is about in which nobody has spoken before token `at`: the name or «he» that it opens with."""
    words, token = scene.words, start
    if words[start] in scene.data.prepositions:  # On Tuesday, in Doha, Somalia rejected …, calling it
        token = next((i + 1 for i in range(start, min(at, start + 8)) if words[i] == ","), start)
    if words[token] in ("he", "she", "it", "they"):
        return scene.last
    for here in range(token, min(at, token + 8)):
        found = scene.at.get(here)
        if found is not None and not _holds(scene, found[1]):
            return scene.named(_apposition(scene, found[1], at) or _titled(scene, found[1]) or found[0])
        if _heads(scene, here):  # Reid's campaign hit back, saying
            first = token + (words[token] in ("the", "a", "an"))
            return scene.doc.surface(first, here + 1), None
        if words[here] in scene.data.prepositions or words[here] in scene.data.breaks:
            return None
    return None


def _heads(scene: EnglishScene, at: int) -> bool:
    """Whether a source that no name follows ends at the token: «the judge», not «Prime | Minister X»."""
    named = any(scene.words[i][0].isalpha() and i in scene.at for i in range(at + 1, min(at + 4, len(scene.words))))
    return scene.words[at] in scene.data.sources and not named and scene.words[at + 1] not in (",", "-")


def subject_of(scene: EnglishScene, start: int, at: int) -> Named | None:
    """The person whom the sentence is about, where nobody has spoken in it: «X praised what he | called»."""
    found = topic(scene, start, at - 1) if scene.last_at < start < at - 1 else None
    person = found is not None and found[1] is not None and scene.mentions[found[1]].kind == "person"
    return found if person else None


def just_named(scene: EnglishScene, at: int, start: int) -> Named | None:
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


def conjoined(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """«X met Y and | said»: who spoke in this sentence already, else the name that it begins with."""
    if scene.last is not None and scene.last_at >= start:
        return scene.last, at
    if scene.words[start] in ("he", "she", "it", "they"):  # she thanked the government and said
        return (scene.last, at) if scene.last is not None else None
    if not {"was", "were", "been", "be", "is", "are"}.isdisjoint(scene.words[max(start, at - 8) : at]):
        return None
    for token in range(start, min(at, start + 8)):
        found = scene.at.get(token)
        if found is not None and not _holds(scene, found[1]):
            named = scene.named(_apposition(scene, found[1], at) or found[0])
            return (named, at) if named is not None else None
        if _heads(scene, token):  # the judge leaned over and asked
            first = start + (scene.words[start] in ("the", "a", "an"))
            return (scene.doc.surface(first, token + 1), None), at
        if scene.words[token] in scene.data.prepositions or scene.words[token] in scene.data.verbs:
            return None
    return None


def _holds(scene: EnglishScene, end: int) -> bool:
    """Whether the mention that ends there only says whose the subject is: «Russia's Gazprom», «Swedish Minister X»."""
    index = scene.ending[end]
    return scene.mentions[index].via == "demonym" or scene.words[end] in APOSTROPHES


def _titled(scene: EnglishScene, end: int) -> int | None:
    """The person whose office begins with the state that ends there: «US | President X»."""
    for token in range(end, min(end + 4, len(scene.words))):
        found = scene.at.get(token)
        if found is not None or not scene.words[token].isalpha():
            return found[0] if found is not None and scene.mentions[found[0]].kind == "person" else None
    return None


def _apposition(scene: EnglishScene, end: int, at: int) -> int | None:
    """The person between commas behind an office: «A Kremlin spokesman, Dmitry Peskov, declined … but | noted»."""
    for token in range(end, min(at, end + 4)):
        if scene.words[token] == ",":
            found = scene.at.get(token + 1)
            person = found is not None and scene.mentions[found[0]].kind == "person" and scene.words[found[1]] == ","
            return found[0] if found is not None and person else None
    return None
