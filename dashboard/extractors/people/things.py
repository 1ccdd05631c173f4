"""Names that are those of things: schools and ships called after people, works and drills in quotation marks."""

from __future__ import annotations

from ...clean.clitics import readings
from .known import QUOTES
from .scene import Scene
from .words import TITLE


def titled_work(scene: Scene, first: int, end: int) -> bool:
    """Whether the whole name stands in quotation marks, as names of ships, drills and films do."""
    words = scene.doc.words
    return first > 0 and end < len(words) and words[first - 1] in QUOTES and words[end] in QUOTES


def named_after(scene: Scene, at: int, *, titled: bool = False) -> bool:
    """Whether the word before token `at` makes the name there that of a thing: «جامعة الملك سعود»."""
    before, words = at - 1, scene.doc.words
    if before >= 0 and words[before] in QUOTES:
        before -= 1
    if before < 0:
        return False
    if not scene.words.named_after.isdisjoint(readings(words[before])):
        return True
    # «حاملة الطائرات جورج واشنطن», but not «قائد السفينة العقيد سليم»
    if not before or not words[before].startswith("ال") or scene.kinds[before] & TITLE:
        return False
    nouns = scene.words.ships if titled or words[before][-1] not in "يه" else scene.words.named_after
    # «المستشفى الجهوي الحسين بوزيان», but «مدير المستشفى الجهوي سليم بوزيان»
    return not nouns.isdisjoint(form.removeprefix("ال") for form in readings(words[before - 1]))
