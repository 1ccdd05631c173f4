"""Speakers in English whom nothing lists: sources, institutions, names as written, members of a body."""

from __future__ import annotations

from .english_scene import CLOSERS, EnglishScene, Named

LONGEST = 16
_LONGEST_SOURCE = 12
# The most words of a noun with its article before said.
_NOUN = 5
_JOINTS = frozenset(("and", "but", "while", "as", "though"))
APOSTROPHES = frozenset(("'", "’"))

Subject = tuple[Named, int]  # the speaker and the first token of the words that say who it is


def identified(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """«an official who asked not to be named | said»: the subject before a relative clause without commas."""
    who = next((i for i in range(at - 1, max(start, at - LONGEST), -1) if scene.words[i] == "who"), None)
    if who is None or any(scene.words[i] == "," for i in range(who, at)):
        return None
    speaks = scene.words[at] in scene.data.human or scene.words[at] in scene.data.clausal
    return source(scene, who, start) or (noun(scene, who, start) if speaks else None)


def noun(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """Whoever stands with an article between a clause's beginning and said: «…, the harbour master | said»."""
    words, first = scene.words, at - 1
    if (several := _several(scene, at, start)) is not None:
        return several
    while first > start and at - first < _NOUN and words[first].isalpha() and words[first] not in scene.data.articles:
        if (
            words[first] in scene.data.breaks
            or words[first] in scene.data.prepositions
            or words[first] in scene.data.verbs
        ):
            return _counted(scene, at, start)
        first -= 1
    if words[first] not in scene.data.articles or at - first < 2:
        return _counted(scene, at, start)
    if not _opens_clause(scene, first, start):
        return _counted(scene, at, start)
    return (scene.doc.surface(first + 1, at), None), first


def _counted(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """So many of them: «one of the drivers present | said»."""
    words = scene.words
    for first in range(at - 2, max(start - 1, at - 9), -1):
        if words[first] in scene.data.verbs or not words[first].isalpha():
            return None
        if words[first] in scene.data.counting and _opens_clause(scene, first, start):
            return (scene.doc.surface(first, at), None), first
    return None


def _several(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """Several without an article: «Local commanders | said»."""
    words, first = scene.words, at
    while first > start and at - first < _NOUN and words[first - 1].isalpha() and first - 1 not in scene.inside:
        if (
            words[first - 1] in _JOINTS
            or words[first - 1] in scene.data.openers
            or words[first - 1] in scene.data.verbs
        ):
            break
        first -= 1
    plural = first < at and words[at - 1].endswith("s") and not scene.capital(at - 1) and not scene.day(at - 1)
    plural = plural or (at - first == 1 and first == start and words[first].endswith("s"))
    return ((scene.doc.surface(first, at), None), first) if plural and _opens_clause(scene, first, start) else None


def _opens_clause(scene: EnglishScene, first: int, start: int) -> bool:
    before = scene.words[first - 1] if first > start else ","
    return before in ",;" or before in CLOSERS or before in _JOINTS


def written(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """A name that no rule has found, written with capitals right before the verb; a person's of the article if one
    is called so."""
    first = at
    while first > start and at - first < 4 and scene.words[first - 1].isalpha() and scene.capital(first - 1):
        if scene.day(first - 1) or first - 1 in scene.inside:
            break
        first -= 1
    if first == at or scene.words[first] in ("i", "we"):
        return None
    if first == start and at - first == 1 and scene.words[first] in scene.data.openers:
        return None
    person = member(scene, first, start)
    if person is not None:
        return person
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "person" and mention.name.split()[-1:] == [scene.doc.surface(at - 1, at)]:
            return (scene.names.get(mention.id, mention.name), index), first
    return (scene.doc.surface(first, at), None), first


def subject(scene: EnglishScene, index: int, start: int) -> Subject | None:
    named = scene.named(index)
    first = scene.doc.token_at(scene.mentions[index].start or 0)
    return (named, _opens(scene, index, first, start)) if named is not None else None


def member(scene: EnglishScene, first: int, start: int) -> Subject | None:
    """The person, listed or not, of «X of the aid group Y», whose organisation begins at token `first`."""
    for token in range(first - 1, max(start, first - 5), -1):
        if scene.words[token] in ("of", "from", "with"):
            holder = scene.ending.get(token)
            if holder is not None:
                return subject(scene, holder, start) if scene.mentions[holder].kind == "person" else None
            name = token
            while name > start and token - name < 4 and scene.words[name - 1].isalpha() and scene.capital(name - 1):
                name -= 1
            return ((scene.doc.surface(name, token), None), name) if 1 < token - name < 4 else None
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


def source(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """An unnamed source or institution that ends at token `at`: «A senior Iranian official | said»."""
    words, first = scene.words, at
    while first > start and at - first < _LONGEST_SOURCE:
        word = words[first - 1]
        if (
            not (word[0].isalpha() or word in APOSTROPHES or _compound(scene, first - 1))
            or word in scene.data.breaks
            or word in scene.data.verbs
        ):
            break
        first -= 1
        if word in scene.data.articles and first > start and words[first - 1] not in scene.data.prepositions:
            break  # a charge | the army called a lie
    opens = first
    if first - 1 > start and words[first - 1] == "and" and (other := scene.ending.get(first - 1)) is not None:
        mention = scene.mentions[other]
        if mention.via == "demonym":  # Russian and Iranian officials
            opens = first = scene.doc.token_at(mention.start or 0)
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


def _compound(scene: EnglishScene, at: int) -> bool:
    """Whether a hyphen or a number before one stands at the token: a 10-year study."""
    return scene.words[at] == "-" or (scene.words[at].isdigit() and scene.words[at + 1] == "-")


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
