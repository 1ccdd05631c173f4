"""Who speaks in English: the subject before a verb of saying, or behind it, and where that subject begins."""

from __future__ import annotations

from .english_scene import CLOSERS, EnglishScene, Named

_LONGEST = 16
_LONGEST_SOURCE = 12
_APOSTROPHES = frozenset(("'", "’"))

Subject = tuple[Named, int]  # the speaker and the first token of the words that say who it is


def before(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """The subject that ends at token `at`."""
    words = scene.words
    if at <= start:
        return None
    if words[at - 1] == "," or words[at - 1] in scene.data.adverbs:
        return _aside(scene, at - 1, start) if words[at - 1] == "," else before(scene, at - 1, start)
    index = scene.ending.get(at)
    if index is not None:
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        person = scene.mentions[index].kind == "person"
        behind = words[first - 1] if first > start else ""
        if behind in ("the",) and first - 1 > start:
            behind = words[first - 2]
        if not person and behind in scene.data.prepositions:  # «Officials in Dhaka said», «X of Sweden said»
            holder = scene.ending.get(first - 1)
            if behind == "of" and holder is not None and scene.mentions[holder].kind == "person":
                return _subject(scene, holder, start)
            return source(scene, at, start)
        member = None if person else _member(scene, first, start)
        return _subject(scene, index if member is None else member, start)
    if words[at - 1] in ("and", "but") and words[at] in scene.data.conjuncts:
        return _conjoined(scene, at - 1, start)
    if words[at - 1] in ("has", "had", "have") or (words[at - 1] in ("was", "were") and words[at] == "quoted"):
        return before(scene, at - 1, start)
    if words[at - 1] in scene.data.pronouns:
        named = _just_named(scene, at, start) if words[at - 1] in ("he", "she") else None
        return (named or scene.last, at - 1) if named or scene.last is not None else None  # type: ignore[return-value]
    return _identified(scene, at, start) or source(scene, at, start) or _written(scene, at, start)


def _conjoined(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """«X met Y and | said»: who spoke in this sentence already, else the name that it begins with."""
    if scene.last is not None and scene.last_at >= start:
        return scene.last, at
    if not {"was", "were", "been", "be", "is", "are"}.isdisjoint(scene.words[max(start, at - 8) : at]):
        return None
    for token in range(start, min(at, start + 8)):
        found = scene.at.get(token)
        if found is not None:
            named = scene.named(found[0])
            return (named, at) if named is not None else None
        if scene.words[token] in scene.data.prepositions:
            return None
    return None


def _just_named(scene: EnglishScene, at: int, start: int) -> Named | None:
    """The person whom the sentence before is about, where nobody has spoken since."""
    if start == 0 or scene.last_at >= scene.bounds(start - 1)[0]:
        return None
    first, _ = scene.bounds(start - 1)
    for token in range(first, min(start, first + 8)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind == "person":
            return scene.named(found[0])
        if scene.words[token] in scene.data.prepositions:
            return None
    return None


def _identified(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """«an official who asked not to be named | said»: the subject before a relative clause without commas."""
    who = next((i for i in range(at - 1, max(start, at - _LONGEST), -1) if scene.words[i] == "who"), None)
    if who is None or any(scene.words[i] == "," for i in range(who, at)):
        return None
    return source(scene, who, start)


def _written(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """A name that no rule has found, written with capitals right before the verb; a person's of the article if one
    is called so."""
    first = at
    while first > start and at - first < 4 and scene.words[first - 1].isalpha() and scene.capital(first - 1):
        if scene.day(first - 1) or first - 1 in scene.inside:
            break
        first -= 1
    if first == at or (first == start and at - first == 1 and scene.words[first] in scene.data.openers):
        return None
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "person" and mention.name.split()[-1:] == [scene.doc.surface(at - 1, at)]:
            return (scene.names.get(mention.id, mention.name), index), first
    return (scene.doc.surface(first, at), None), first


def _subject(scene: EnglishScene, index: int, start: int) -> Subject | None:
    named = scene.named(index)
    first = scene.doc.token_at(scene.mentions[index].start or 0)
    return (named, _opens(scene, index, first, start)) if named is not None else None


def _member(scene: EnglishScene, first: int, start: int) -> int | None:
    """The person of «X of the aid group Y», whose organisation begins at token `first`."""
    for token in range(first - 1, max(start, first - 5), -1):
        if scene.words[token] in ("of", "from", "with"):
            holder = scene.ending.get(token)
            return holder if holder is not None and scene.mentions[holder].kind == "person" else None
        if not scene.words[token].isalpha() or scene.words[token] in scene.data.breaks:
            return None
    return None


def _opens(scene: EnglishScene, index: int, first: int, start: int) -> int:
    """Where the words for a speaker begin: behind the comma before the name, or before the office in front of it."""
    words, role = scene.words, scene.mentions[index].role
    if first > start and words[first - 1] == "," and role:
        gap = scene.doc.text[: scene.doc.starts[first - 1]]
        if gap.endswith(role):
            first = scene.doc.token_at(len(gap) - len(role))
    while first > start and words[first - 1] != "," and words[first - 1] not in CLOSERS:
        if words[first - 1] in scene.data.breaks:
            break
        first -= 1
    return first


def _aside(scene: EnglishScene, comma: int, start: int) -> Subject | None:
    """The subject of «X, the ambassador to Tehran, said», «the ambassador, X, said», «X, which borders Y, said»."""
    index = scene.ending.get(comma)
    opening = next((i for i in range(comma - 1, max(start, comma - _LONGEST), -1) if scene.words[i] == ","), None)
    if index is not None and scene.mentions[index].kind == "person":
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        if opening is None or first == opening + 1 or scene.mentions[index].role or not _apposed(scene, opening):
            return _subject(scene, index, start)
    if opening is None:
        return None
    return before(scene, opening, start) if _apposed(scene, opening) else None


def _apposed(scene: EnglishScene, comma: int) -> bool:
    """Whether what begins behind the comma tells of the noun before it and is no clause of its own."""
    following = scene.words[comma + 1]
    if following in ("who", "which", "whose", "also", "a", "an", "the", "speaking"):
        return True
    found = scene.at.get(comma + 1)
    return scene.ending.get(comma) is not None and (found is None or scene.mentions[found[0]].kind != "person")


def source(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """An unnamed source or institution that ends at token `at`: «A senior Iranian official | said»."""
    words, first = scene.words, at
    while first > start and at - first < _LONGEST_SOURCE:
        word = words[first - 1]
        if not (word[0].isalpha() or word in _APOSTROPHES) or word in scene.data.breaks or word in scene.data.verbs:
            break
        first -= 1
    opens = first
    if first < at and words[first] in scene.data.prepositions:  # «On Tuesday the army said»
        first = next((i for i in range(first, at) if words[i] in scene.data.articles), at)
        if first < at and words[first - 1] in scene.data.prepositions:
            return None
    heads = [i for i in range(first, at) if words[i] in scene.data.sources]
    if not heads:
        return None
    if any(words[i] in scene.data.prepositions and i < heads[0] for i in range(first, at)):
        return None  # «the visit to the ministry»
    definite = words[first] == "the"
    first += words[first] in ("the", "a", "an")
    holder = _holder(scene, words[first:at], at) if definite else None
    return holder or (scene.doc.surface(first, at), None), opens


def _holder(scene: EnglishScene, called: list[str], at: int) -> Named | None:
    """The person named before token `at` whose office is called so: «the ambassador»."""
    for token in range(at - 1, -1, -1):
        found = scene.at.get(token)
        role = scene.mentions[found[0]].role if found else None
        if found and not scene.data.companions.isdisjoint(scene.words[scene.bounds(at)[0] : token]):
            continue  # speaking beside X, the minister said
        if found and role and all(word in role.lower().split() for word in called):
            return scene.named(found[0])
    return None


def after(scene: EnglishScene, at: int, end: int) -> tuple[Named | None, int]:
    """The subject behind the verb: «said Gen. Kenneth McKenzie», «said a diplomat»."""
    for token in range(at, min(end, at + _LONGEST)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind in ("person", "organization"):
            return scene.named(found[0]), found[1]
        if scene.words[token] in ("that", ",", ":", "who", '"', "“") or token == end - 1:
            first = at + (at < end and scene.words[at] in ("the", "a", "an"))
            known = any(scene.words[i] in scene.data.sources for i in range(first, token))
            return ((scene.doc.surface(first, token), None), token) if known else (None, at)
    return None, at
