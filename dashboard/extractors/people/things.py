"""Names that are those of things: schools and ships called after people, works and drills in quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...clean.clitics import readings
from ...clean.fold import remembered
from .known import QUOTES
from .words import TITLE, Words

if TYPE_CHECKING:
    from .scene import Scene

_THING, _SHIP, _PLACE = 1, 2, 4


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
    if scene.things.get(before, 0) & _THING:
        return True
    # «حاملة الطائرات جورج واشنطن», but not «قائد السفينة العقيد سليم»
    kind = scene.things.get(before - 1)
    if kind is None or not words[before].startswith("ال") or scene.kinds[before] & TITLE:
        return False
    # «المستشفى الجهوي الحسين بوزيان», but «مدير المستشفى الجهوي سليم بوزيان»
    return bool(kind & (_SHIP if titled or words[before][-1] not in "يه" else _PLACE))


@lru_cache(maxsize=2)
def thing_of(words: Words) -> Callable[[str], int]:
    """A look-up of what a word may be: a thing called after people, and the same, or a ship, with ال."""

    @remembered
    def thing(word: str) -> int:
        forms = readings(word)
        bare = [form.removeprefix("ال") for form in forms]
        ship, place = not words.ships.isdisjoint(bare), not words.named_after.isdisjoint(bare)
        return (
            (0 if words.named_after.isdisjoint(forms) else _THING) | (_SHIP if ship else 0) | (_PLACE if place else 0)
        )

    return thing
