"""Whom an office or a noun with ال calls: «السفير الروسي», «المصدر», «العميد», «الوزارة»."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import tokens_of
from ...lexicon.cues import bare
from .memory import Speaker
from .scene import Scene


def known_as(scene: Scene, called: Sequence[str], at: int) -> Speaker | None:
    """The person known by an office, or the speaker called so before."""
    wanted = [bare(word) for word in called]
    whole = next((i for i, word in enumerate(called) if i > 1 and word.startswith("لل")), len(called))
    best: tuple[bool, int] | None = None
    bodies = called[0] in scene.words.sources and called[0] not in scene.words.offices  # «الاتحاد» is not its head
    for index, role in () if bodies else scene.roles.items():
        if _within(wanted, role) or (
            whole < len(called) and _within(wanted[:whole], role)
        ):  # «الأمين العام | للأمم المتحدة»
            mention = scene.mentions[index]
            earlier = mention.field == scene.doc.field and (mention.start or 0) < scene.doc.starts[at]
            key = (earlier, index if earlier else -index)
            best = max(best, key) if best else key
    if best is not None:
        index = abs(best[1])
        return Speaker(scene.name(index), index, tuple(called))
    if called[0] in scene.words.anybody and not _spoken(scene, wanted):
        return _nearest(scene, called, at)
    if len(wanted) == 1 and wanted[0] in scene.words.papers:
        named, memory = _institution(scene, wanted[0], at), scene.memory
        if named is not None and memory.last and memory.last[0].called[:1] == (wanted[0],):
            start = scene.mentions[named.mention].start if named.mention is not None else 0
            if memory.sentence >= (scene.doc.sentence_at(start or 0) or 0):
                return memory.last[0]
        return named or _spoken(scene, wanted)
    return _spoken(scene, wanted) or (_institution(scene, wanted[0], at) if len(wanted) == 1 else None)


def _nearest(scene: Scene, called: Sequence[str], at: int) -> Speaker | None:
    """«المسؤول الروسي» is who spoke last, if a person and a Russian one."""
    memory = scene.memory
    if len(memory.last) != 1 or memory.last[0].mention is None or len(called) > 2:
        return None
    person = scene.mentions[memory.last[0].mention]
    demonym = scene.at.get(at + 1) if len(called) > 1 else None
    state = scene.mentions[demonym].id if demonym is not None else None
    if person.kind != "person" or (len(called) > 1 and (state is None or state != person.country)):
        return None
    return memory.last[0] if scene.doc.sentence_of[at] - memory.sentence <= 2 else None


def _spoken(scene: Scene, wanted: list[str]) -> Speaker | None:
    for speaker in reversed(scene.memory.spoken):
        before = [bare(word) for word in speaker.called]
        if before and before[0] == wanted[0] and _within(wanted, before):
            return speaker
    return None


def _institution(scene: Scene, wanted: str, at: int) -> Speaker | None:
    """«الوزارة» is the last ministry named before token `at`."""
    for token in range(at - 1, -1, -1):
        index = scene.at.get(token)
        if index is None or scene.mentions[index].kind != "organization":
            continue
        text = scene.mentions[index].text
        head = token - 2 if token > 1 and scene.doc.words[token - 1] in ('"', "«") else token - 1
        paper = wanted in scene.words.papers and head >= 0 and bare(scene.doc.words[head]) == wanted
        if bare(tokens_of(text)[0]) == wanted or paper:
            return Speaker(text, index, (wanted,))
    return None


def surname(scene: Scene, words: Sequence[str], at: int) -> Speaker | None:
    """The person of the document whose name ends with these words: nearest before token `at`, else the first."""
    best: int | None = None
    wanted = list(words)
    for index, name in scene.names.items():
        if len(name) <= len(wanted) or wanted not in (name[-len(wanted) :], name[: len(wanted)]):
            continue
        mention = scene.mentions[index]
        earlier = mention.field == scene.doc.field and (mention.start or 0) < scene.doc.starts[at]
        if earlier or best is None:
            best = index
    return scene.speaker(best) if best is not None else None


def _within(wanted: list[str], role: list[str]) -> bool:
    """Whether all words called stand in the office in the same order, the first one being its head or its rank."""
    if not wanted or not role:
        return False
    at = 0
    for word in wanted:
        try:
            at = role.index(word, at) + 1
        except ValueError:
            return False
    return True
