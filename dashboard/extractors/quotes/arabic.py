"""Arabic statements: walks over a document and hands each word that reports to its rule."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quote
from . import content, others, verbs
from .scene import QUOTE_MARKS, Scene

_RULES = {"verb": verbs.verb, "participle": others.participle, "according": others.according, "relay": others.relay}


def statements(scene: Scene) -> Iterator[Quote]:
    """The statements of a document in text order."""
    words, total = scene.doc.words, len(scene.doc.words)
    at = 0
    if scene.doc.field == "title":
        headline = others.headline(scene)
        if headline:
            yield from headline
            return
    while at < total:
        cue = scene.words.cue(words[at])
        if cue is None:
            if words[at] in QUOTE_MARKS:  # what is quoted is not read for reports of its own
                close = content.closing(scene, at)
                if close is not None and close - at > 3:
                    at = close
            at += 1
            continue
        found = _RULES[cue.kind](scene, at, cue)
        if found is None:
            at += 1
            continue
        quotes, after = found
        yield from quotes
        at = max(after, at + 1)
