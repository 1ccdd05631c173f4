"""The first word of an office or title, what is read of one, and signs of its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ...clean.clitics import variants
from ...clean.fold import remembered
from .scene import Scene
from .words import GIVEN, OFFICE, RANK, TITLE, WEAK, Words

# «مندوبتها», «سفيرهم»: offices with whose they are.
OWNERS = ("هما", "ها", "هم")


@dataclass(slots=True)
class Role:
    """An office or title: tokens `first` … `end`-1, its text's offsets, the state, and where a name follows it.

    `name` is None where no name follows. `head` is the first word, clitics taken off.
    `unsaid`: a form of address or a counterpart (السيد, نظيره), evidence for a name and nothing to call an office.
    """

    first: int
    end: int
    start: int
    stop: int
    name: int | None
    country: str | None
    unsaid: bool
    head: str


def head(scene: Scene, i: int) -> tuple[int, str, int] | None:
    """(letters cut, form, kind) of a title word at token i, clitics taken off."""
    return title_of(scene.words)(scene.doc.words[i])


@lru_cache(maxsize=2)
def title_of(words: Words) -> Callable[[str], tuple[int, str, int] | None]:
    """A look-up of a word as a title: (letters cut, form, kind), clitics taken off."""

    @remembered
    def title(word: str) -> tuple[int, str, int] | None:
        for letters, form in variants(word):
            kind = words.kind(form)
            if kind & TITLE:
                return letters, form, kind
            if kind & GIVEN and not kind & WEAK:
                return None
        for letters, form in variants(word):
            for ending in OWNERS:
                stem = form[: -len(ending)] if form.endswith(ending) else ""
                stem = stem.removesuffix("ت") if len(stem) > 4 else stem  # مندوبتها
                if len(stem) > 3 and words.kind(stem) & OFFICE and stem not in words.titles["vague"]:
                    return letters, form, OFFICE
        return None

    return title


def another(scene: Scene, first: int, at: int) -> bool:
    """«الزعيم الكوري والرئيس الصيني X»: whether an office of another state joined at token `at` to the one that begins
    at `first` is another's."""
    word = scene.doc.words[at]
    if len(word) < 4 or word[0] != "و" or not scene.words.kind(word[1:]) & (RANK | OFFICE):
        return False
    theirs = scene.demonyms.get(at + 1)
    ours = [c for i, c in scene.demonyms.items() if first < i < at]
    return theirs is not None and bool(ours) and all(c.entry.country != theirs.entry.country for c in ours)


@remembered
def articles(word: str) -> tuple[bool, bool]:
    """(bears ال, has a clitic before it): «الدفاع», «لشؤون», «للأمم», «والمغتربين»."""
    for letters, form in variants(word):
        if form.startswith("ال") and len(form) > 4:
            return True, letters > 0
    return False, len(word) > 4 and word[0] in "لب"
