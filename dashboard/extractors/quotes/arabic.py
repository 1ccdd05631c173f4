"""Arabic statements: walks over a document and hands each word that reports to its rule."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quote
from . import according, others, relays, verbs
from .gap import closing
from .rows import Found
from .scene import QUOTE_MARKS, Scene

_RULES = {
    "verb": verbs.verb, "participle": others.participle, "according": according.according, "relay": relays.relay,
}  # fmt: skip


def statements(scene: Scene) -> Iterator[Quote]:
    """The statements of a document in text order."""
    words = scene.doc.words
    at, shut = 0, -1
    if scene.doc.field == "title":
        headline = others.headline(scene)
        if headline:
            yield from headline
            return
    for token in scene.openers:
        if token < at:
            continue
        found = _read(scene, token)
        if found is not None:
            quotes, after = found
            yield from quotes
            scene.stated = scene.doc.sentence_of[token]
            at = max(after, token + 1)
        elif words[token] in QUOTE_MARKS and token != shut:  # what is quoted is not read for reports of its own
            close = closing(scene, token)
            if close is not None and close - token > 3:
                at = close + 1
            elif close is not None:
                shut = close


def _read(scene: Scene, at: int) -> Found:
    word, cue = scene.doc.words[at], scene.cues[at]
    if word in scene.words.stands:
        found = relays.document(scene, at)
        if found is not None:
            return found
    if word in scene.words.crediting:
        return according.as_said(scene, at)
    return _RULES[cue.kind](scene, at, cue) if cue is not None else None
