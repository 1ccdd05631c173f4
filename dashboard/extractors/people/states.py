"""For which state the holder of an office acts, by the words of the office and by its department in the text."""

from __future__ import annotations

from ...clean.clitics import readings
from .scene import Scene

_FOR = frozenset(("عن", "وعن"))


def state(scene: Scene, first: int, end: int, form: str) -> tuple[str | None, str | None]:
    """(the state that the holder acts for, the department where no state is said)."""
    titles = scene.words.titles
    posting = form in titles["postings"]
    hosted = False
    after_host: str | None = None
    at = first + 1
    while at < end:
        word = scene.doc.words[at]
        found = scene.demonyms.get(at) or scene.taken.get(at) or scene.weak.get(at)
        if found is not None and found.end <= end:
            country = found.entry.country
            if country and not (found.entry.kind == "organization" and not found.entry.acts_for_state and posting):
                if not hosted:
                    return country, None
                after_host = after_host or country
            at = found.end
            continue
        if not hosted and word in scene.words.described:
            country = _described(scene, scene.words.described[word])
            if country:
                return country, None
        hosted = hosted or word in titles["host"]
        at += 1
    words = scene.doc.words[first:end]
    organ = next((word for word in words if word in titles["organs"]), None)
    if after_host and not posting and ("باسم" not in words or organ):
        return after_host, None
    return None, department(scene, first, end) or organ


def _described(scene: Scene, states: list[str]) -> str | None:
    """Which of the states of one description the text names: the only one, or the first where it names none."""
    named = {found.entry.country for found in (*scene.taken.values(), *scene.demonyms.values())}
    among = [state for state in states if state in named]
    return states[0] if not among else among[0] if len(among) == 1 else None


def party(scene: Scene, first: int) -> str | None:
    """The state of «الجانب الصربي» before the office at token `first`, or of «عن كينشاسا»."""
    capital = scene.taken.get(first - 1)
    if capital is not None and capital.entry.kind == "country" and first > 1 and scene.doc.words[first - 2] in _FOR:
        return capital.entry.country
    demonym = scene.demonyms.get(first - 1)
    if demonym is None or first < 2 or scene.words.titles["parties"].isdisjoint(readings(scene.doc.words[first - 2])):
        return None
    return demonym.entry.country


def owner(scene: Scene, first: int) -> str | None:
    """The state of «وزير خارجيته» at token `first`: that of the sentence's last person, else its last state."""
    last: str | None = None
    for at in range(first - 1, -1, -1):
        if scene.sentence(at) != scene.sentence(first):
            break
        person = scene.leader(at)
        if person is not None and person.entry.country:
            return person.entry.country
        found = scene.demonyms.get(at) or scene.taken.get(at)
        if last is None and found is not None and found.entry.kind == "country":
            last = found.entry.country
    return last


def department(scene: Scene, first: int, end: int) -> str | None:
    """The word after a minister or ministry (الدفاع), by which another mention of it is recognised."""
    for at in range(first, end - 1):
        following = scene.doc.words[at + 1]
        if not following.startswith("ال"):
            continue
        if not scene.words.titles["departments"].isdisjoint(readings(scene.doc.words[at])):
            return following
    return None


def department_state(scene: Scene, before: int, word: str) -> str | None:
    """The state of the department called `word` (الدفاع), by its nearest mention with a state before token `before`.

    «قال مسؤول في وزارة الدفاع الإيرانية …» lets a later «مساعد وزير الدفاع» act for Iran.
    """
    words, titles = scene.doc.words, scene.words.titles
    if word in titles["organs"]:  # «المتحدث باسم الوزارة»: of the ministry named last
        heads = (word.removeprefix("ال"), word)
        named = (scene.taken[at] for at in range(before - 1, -1, -1) if at in scene.taken)
        organs = (c for c in named if c.entry.kind == "organization" and c.entry.country)
        return next((c.entry.country for c in organs if not set(heads).isdisjoint(readings(words[c.first]))), None)
    for at in range(before - 1, 0, -1):
        if words[at] != word:
            continue
        if titles["departments"].isdisjoint(readings(words[at - 1])):
            continue
        office = scene.taken.get(at - 1)
        if office is not None and office.entry.country:
            return office.entry.country
        after = at + 1
        found = scene.demonyms.get(after) or scene.taken.get(after)
        if found is not None and found.entry.kind == "country":
            return found.entry.country
    return None
