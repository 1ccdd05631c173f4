"""The first word of an office or title, and what is read of one."""

from __future__ import annotations

from dataclasses import dataclass

from ...clean.clitics import variants
from .scene import Scene
from .words import GIVEN, OFFICE, TITLE, WEAK

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
    for letters, form in variants(scene.doc.words[i]):
        kind = scene.words.kind(form)
        if kind & TITLE:
            return letters, form, kind
        if kind & GIVEN and not kind & WEAK:
            return None
    for letters, form in variants(scene.doc.words[i]):
        for ending in OWNERS:
            stem = form[: -len(ending)] if form.endswith(ending) else ""
            stem = stem.removesuffix("ت") if len(stem) > 4 else stem  # مندوبتها
            if len(stem) > 3 and scene.words.kind(stem) & OFFICE and stem not in scene.words.titles["vague"]:
                return letters, form, OFFICE
    return None
