"""Where what is said in English ends, and what may stand between a verb and it: who is told, days, occasions."""

from __future__ import annotations

from .english_scene import CLOSERS, EnglishScene


def clause_end(scene: EnglishScene, first: int, end: int) -> int:
    """Where a clause that begins at token `first` ends: at its sentence's end, before a participle of saying or before
    what somebody else replies («, which Serbia denied»)."""
    words = scene.words
    for token in range(first + 1, end):
        comma = words[token - 1] == "," or (words[token - 1] in CLOSERS and words[token - 2] == ",")
        if comma and words[token] in scene.data.participles:
            return token
        if words[token] == ";":
            return token
        if words[token - 1] == "," and setting(scene, token, end):
            return token - 1
        if words[token] in ("and", "but") and token + 1 < end and words[token + 1] in scene.data.conjuncts:
            return token
        if words[token] == "," and _said_behind(scene, token, end):
            return token
        if words[token - 1] == "," and _replied(scene, token, end):
            return token - 1
    return end


def setting(scene: EnglishScene, token: int, end: int) -> bool:
    """Whether «a day after …», «hours before …» begins at the token: what the reporter adds."""
    for here in range(token, min(end, token + 5)):
        if scene.words[here] in ("after", "before"):
            return True
        if scene.words[here] not in scene.data.spans and not scene.words[here].isdigit():
            return False
    return False


def _said_behind(scene: EnglishScene, comma: int, end: int) -> bool:
    """Whether «, X told reporters» ends the sentence behind the comma."""
    words = scene.words
    for token in range(comma + 2, min(end, comma + 14)):
        if words[token] == ",":
            return False
        if words[token] in scene.data.verbs and token not in scene.inside:
            here = skip(scene, token + 1, end)
            if words[token] in ("told", "tells"):
                here = skip(scene, told(scene, token + 1, end), end)
            return here >= end or words[here] == "."
    return False


def _replied(scene: EnglishScene, token: int, end: int) -> bool:
    """Whether «which Serbia denied», «a claim Beijing rejected», «but X said» begins at the token."""
    words = scene.words
    if words[token] in ("which", "a", "an", "the"):
        return any(words[i] in scene.data.replies for i in range(token + 1, min(end, token + 8)))
    if words[token] in ("but", "while", "and"):
        near = range(token + 1, min(end, token + 8))
        said = next((i for i in near if words[i] in scene.data.verbs), None)
        return said is not None and _named(scene, token + 1, said)
    return False


def _named(scene: EnglishScene, first: int, at: int) -> bool:
    """Whether somebody is named, or a source stands, between a joint and the verb at token `at`."""
    sources = scene.data.sources
    while at - 1 > first and scene.words[at - 1] in scene.data.adverbs:  # but X himself said
        at -= 1
    return (
        at in scene.ending
        or any(scene.words[i] in sources for i in range(first, at))
        or (scene.words[at] in scene.data.human and scene.words[first] in ("the", "a", "an") and at - first > 1)
    )


def told(scene: EnglishScene, after: int, end: int) -> int:
    """Behind the one who is told: «told | reporters», «told | visiting Prime Minister X»."""
    for token in range(after, min(end, after + 10)):
        if scene.words[token] in scene.data.addressees:
            return token + 1
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind in ("person", "organization"):
            return found[1]
    return end


def skip(scene: EnglishScene, token: int, end: int) -> int:
    """Behind «on Tuesday», «late on Monday», «in a statement», «at a news conference in X»."""
    words, data = scene.words, scene.data
    while token < end:
        at = token
        while at < end and (words[at] in data.prepositions or words[at] in data.adverbs or words[at] in data.articles):
            at += 1
        opened = words[token] in data.prepositions or words[token] in data.adverbs or scene.day(token)
        if at < end and opened and (words[at] in data.occasions or scene.day(at)):
            while at < end and (words[at] in data.occasions or scene.day(at) or words[at].isdigit()):
                at += 1
            token = at
            continue
        if at < end and at > token and words[at - 1] in data.prepositions and at in scene.at and token > 0:
            token = scene.at[at][1]  # «with CNN», «in Rome»
            continue
        break
    return token
