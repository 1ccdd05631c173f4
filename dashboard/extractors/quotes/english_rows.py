"""The rows of English statements."""

from __future__ import annotations

from ...model import Quote
from .english_scene import EnglishScene, Named, Span


def quote(
    scene: EnglishScene, span: Span, speaker: Named, verb: str, rule: str, sure: float
) -> tuple[Quote, Span] | None:
    first, end, direct = span
    while end > first and scene.words[end - 1] in ",.:;":
        end -= 1
    if end - first < (1 if direct else 2):
        return None
    start, stop = scene.doc.span(first, end)
    made = Quote(
        start=start, end=stop, field=scene.doc.field, sentence=scene.doc.sentence_at(start), rule=rule,
        confidence=sure, speaker=speaker[0], speaker_mention=speaker[1], verb=verb, direct=direct,
    )  # fmt: skip
    return made, (first, end, direct)


def ends(scene: EnglishScene, at: int, end: int) -> bool:
    return at >= end or scene.words[at] in ".,;"
