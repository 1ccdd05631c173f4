"""The office that stands behind a name: «X، المتحدث باسم الكرملين»، «X الذي يشغل منصب …»، «عن X رئيس لجنة …»."""

from __future__ import annotations

from . import roles
from .scene import COMMAS, Scene
from .spans import Span, role_text
from .words import OFFICE, RANK


def give(scene: Scene, span: Span) -> None:
    """Give the name the office that stands behind it, and its state where the office says one."""
    words, at = scene.doc.words, span.end
    comma = at < len(words) and words[at] in COMMAS
    at += comma
    if at < len(words) and words[at] in scene.words.titles["describers"]:
        at, comma = at + 1, True
    if at >= len(words) or scene.sentence(at) != scene.sentence(span.first):
        return
    word, kind = words[at], scene.kinds[at]
    post = _post(scene, at)
    if post is not None:
        at = post
    elif not kind & (OFFICE | RANK) or not (comma or word.startswith("ال") or _governed(scene, span)):
        return
    full = span.leader is None and span.end - span.first > 1
    role = roles.parse(scene, at, described=comma and full)
    if role is None or role.name is not None or (not comma and post is None and role.end - role.first < 2):
        return
    span.role = role_text(scene, role)
    span.country = role.country or span.country


def _post(scene: Scene, at: int) -> int | None:
    """Where the office begins in «الذي يشغل منصب مستشار الرئيس» at token `at`."""
    words, titles = scene.doc.words, scene.words.titles
    if words[at] not in titles["relatives"]:
        return None
    for step in range(at + 1, min(at + 5, len(words) - 1)):
        if words[step] in titles["posts"]:
            return step + 1 if scene.sentence(step + 1) == scene.sentence(at) else None
        if words[step] not in titles["holds"]:
            return None
    return None


def _governed(scene: Scene, span: Span) -> bool:
    """Whether what stands behind the name can only describe it: the name is that of who speaks, or is governed by a
    preposition («عن X رئيس لجنة الدفاع»). After any other verb an office there may be its object."""
    if span.start > scene.doc.starts[span.first]:
        return scene.doc.text[span.start - 1] in "لب"
    if not span.first:
        return False
    before, titles = scene.doc.words[span.first - 1], scene.words.titles
    speaks = scene.words.says(before) and titles["tells"].isdisjoint((before, before[1:]))
    return speaks or before in titles["prepositions"]
