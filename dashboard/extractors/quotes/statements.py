"""What a verb of saying introduces: a clause, a quotation, what its preposition governs, or its object."""

from __future__ import annotations

from . import content
from .scene import COMMAS, QUOTE_MARKS, Scene
from .vocabulary import Cue

# Verbs with other senses report only what begins within as many tokens.
_NEAR = 10


def read(scene: Scene, at: int, cue: Cue, next_token: int, end: int, sure: bool) -> content.Statement | None:
    """What a verb introduces: a clause, a quotation, or the object that its preposition governs."""
    opener = content.opening(scene, next_token, end)
    prepositions = scene.words.governed.get(cue.lemma)
    objects = prepositions is not None and (not prepositions or "+" in prepositions)
    if prepositions is not None and (opener is None or not _near(scene, next_token, opener)):
        behind = content.governed(scene, next_token, end, prepositions, near=objects) if prepositions else None
        if behind is not None and (opener is None or behind <= opener):
            return content.read(scene, behind)
        if objects and sure and not cue.transitive:
            start = _object(scene, next_token, end)
            if start is not None:
                return content.read(scene, start)
    if opener is None or (cue.lemma in scene.words.needs_clause and opener - next_token > _NEAR):
        return None
    return content.read(scene, opener)


def _object(scene: Scene, at: int, end: int) -> int | None:
    """Where a verb's object begins behind its subject, days and «، في حديث مع …،» stepped over."""
    words = scene.doc.words
    for _ in range(2):
        while at < end and (words[at] in COMMAS or words[at] in scene.words.leads):
            at += 1
        if at < end and (words[at] in QUOTE_MARKS or words[at] in scene.words.these):
            return at
        if at < end and words[at] not in scene.words.functions and words[at][0].isalpha():
            return at
        at = next((i for i in range(at, min(end, at + 12)) if words[i] in COMMAS), end)
    return None


def _near(scene: Scene, at: int, opener: int) -> bool:
    """Whether nothing but the verb's preposition stands before the clause: «أشار إلى أن»."""
    return opener - at <= 1 or all(
        word in COMMAS or word in scene.words.leads for word in scene.doc.words[at : opener - 1]
    )
