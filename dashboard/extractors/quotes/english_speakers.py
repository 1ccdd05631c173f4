"""Who speaks in English: the subject before a verb of saying, or behind it, and where that subject begins."""

from __future__ import annotations

from .english_scene import MARKS, EnglishScene, Named
from .english_sources import LONGEST, Subject, identified, member, noun, source, subject, written
from .english_topics import conjoined, just_named, subject_of, topic

# Before a verb these say that nobody said so; auxiliaries of what is going on; hours of a day.
_DENYING = frozenset(("not", "never", "nor", "neither"))
_BEING = frozenset(("is", "are", "was", "were", "been"))
_NO_ADVERBS = frozenset(("family", "assembly", "monthly", "weekly", "supply", "anomaly"))
_HOURS = frozenset(("morning", "afternoon", "evening", "night"))


def before(scene: EnglishScene, at: int, start: int) -> Subject | None:
    """The subject that ends at token `at`."""
    words = scene.words
    if at <= start:
        return None
    if words[at - 1] == "," or words[at - 1] in scene.data.adverbs or _manner(scene, at - 1):
        return _aside(scene, at - 1, start) if words[at - 1] == "," else before(scene, at - 1, start)
    index = scene.ending.get(at)
    if index is not None:
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        person = scene.mentions[index].kind == "person"
        behind = words[first - 1] if first > start else ""
        if behind in ("the",) and first - 1 > start:
            behind = words[first - 2]
        if not person and behind in scene.data.prepositions:  # «Officials in Dhaka said», «X of Sweden said»
            if (of := member(scene, first, start)) is not None:
                return of
            holder = scene.ending.get(first - 1)
            if behind == "of" and holder is not None and scene.mentions[holder].kind == "person":
                return subject(scene, holder, start)
            return source(scene, at, start)
        of = None if person else member(scene, first, start) or _of_several(scene, first, start)
        return of or subject(scene, index, start)
    if words[at - 1] in _DENYING:
        return None
    if (day := _undated(scene, at, start)) != at:  # «Egypt on Wednesday | called for»
        return before(scene, day, start)
    if words[at - 1] in MARKS and at - 1 in scene.quotations:  # the ministry | "strongly condemned" the vote
        return before(scene, at - 1, start)
    if words[at - 1] == ")":  # «The Aviation Authority (AA) says»
        opening = next((i for i in range(at - 2, max(start, at - 8), -1) if words[i] == "("), start)
        return before(scene, opening, start)
    if words[at - 1] == "to" and at - 3 > start and words[at - 2] == "on" and words[at - 3] in ("went", "goes"):
        return before(scene, at - 3, start)
    if (
        words[at - 1] in ("who", "which") and at - 2 > start and words[at - 2] == ","
    ):  # «by Queen Elizabeth, who | said»
        taken = scene.ending.get(at - 2)
        named = scene.named(taken) if taken is not None else None
        return (named, at - 1) if named is not None else None
    if words[at - 1] in ("and", "but") and words[at] in scene.data.conjuncts:
        return conjoined(scene, at - 1, start)
    if words[at - 1].isdigit() and at - 2 > start and words[at - 2] == ",":  # X, 54, who leads Y, said
        return before(scene, at - 2, start)
    going_on = words[at] == "quoted" or words[at] in scene.data.ongoing or words[at - 1] == "been"
    if words[at - 1] in ("has", "had", "have") or (words[at - 1] in _BEING and going_on):
        return before(scene, at - 1, start)
    if words[at - 1] in _BEING:
        return None  # one of them was said to be ill
    if words[at - 1] in scene.data.pronouns:
        human = words[at - 1] in ("he", "she")
        named = (subject_of(scene, start, at) or just_named(scene, at, start)) if human else None
        named = named or (scene.last_person if human else None) or scene.last
        if words[at - 1] == "it" and named is not None and named == scene.last_person:
            named = topic(scene, start, at - 1)  # what is called so has not spoken yet
        return (named, at - 1) if named is not None else None
    found = identified(scene, at, start) or source(scene, at, start) or written(scene, at, start)
    return found or (noun(scene, at, start) if _human(scene, at) else None)


def _of_several(scene: EnglishScene, first: int, start: int) -> Subject | None:
    """Officials of several states, the last of which begins at the token: «the ministers of Peru, Chile and | Togo»."""
    words, at = scene.words, first
    if words[at - 1] != "and":
        return None
    while at - 1 > start and (words[at - 1] in (",", "and", "the") or at in scene.ending):
        at = at - 1 if at not in scene.ending else scene.doc.token_at(scene.mentions[scene.ending[at]].start or 0)
    found = source(scene, at - 1, start) if words[at - 1] == "of" else None
    if found is None:
        return None
    opens = found[1] + (words[found[1]] in scene.data.articles)
    return (scene.doc.surface(opens, scene.at[first][1]), None), found[1]


def _human(scene: EnglishScene, at: int) -> bool:
    """Whether a verb that only people do follows, behind auxiliaries and adverbs, or behind an aside."""
    words = scene.words
    while at + 1 < len(words) and (words[at] in ("has", "had", "have") or words[at] in scene.data.adverbs):
        at += 1
    return words[at] in scene.data.human or words[at] == ","


def _manner(scene: EnglishScene, at: int) -> bool:
    """Whether an adverb in -ly stands at the token: no name, no source."""
    word = scene.words[at]
    return len(word) > 5 and word.endswith("ly") and not scene.capital(at) and word not in _NO_ADVERBS


def _undated(scene: EnglishScene, at: int, start: int) -> int:
    """Where «on Friday», «late on Tuesday night» before token `at` begins, else `at` itself."""
    words, first = scene.words, at
    while first > start and (scene.day(first - 1) or words[first - 1].isdigit() or words[first - 1] in _HOURS):
        first -= 1
    if not any(scene.day(i) for i in range(first, at)):
        return at
    while first > start and (words[first - 1] in scene.data.prepositions or words[first - 1] in scene.data.adverbs):
        first -= 1
    return first


def joint(scene: EnglishScene, first: int, start: int) -> Subject | None:
    """Whoever speaks with the one whose words begin at token `first`: «X | and Y said», «witnesses | and police»; what
    states do together they need not say together."""
    if first - 1 <= start or scene.words[first - 1] != "and" or scene.words[first - 2] == ",":
        return None
    found = before(scene, first - 1, start)
    if found is None or (found[1] > start and scene.words[found[1] - 1].isalnum()):
        return None
    state = found[0][1] is not None and scene.mentions[found[0][1]].kind == "country"
    return found if not state else None


def _aside(scene: EnglishScene, comma: int, start: int) -> Subject | None:
    """The subject of «X, the ambassador to Tehran, said», «the ambassador, X, said», «X, which borders Y, said»."""
    index = scene.ending.get(comma)
    opening = next((i for i in range(comma - 1, max(start, comma - LONGEST), -1) if scene.words[i] == ","), None)
    if opening is not None and index is None and (named := _called(scene, opening + 1, comma)) and opening - start < 7:
        return named, start
    if index is not None and scene.mentions[index].kind == "person":
        first = scene.doc.token_at(scene.mentions[index].start or 0)
        role = len((scene.mentions[index].role or "").split())
        near = opening is not None and first - role <= opening + 2
        if opening is None or near or not _apposed(scene, opening):
            return subject(scene, index, start)
    if opening is None:
        return None
    found = before(scene, opening, start) if _apposed(scene, opening) else None
    found = found or _far(scene, opening, start)
    if found is None and scene.data.finite.isdisjoint(scene.words[opening + 1 : comma]):
        return before(scene, opening, start)  # the Turkish leader, furious with X, declared
    return found


def _far(scene: EnglishScene, comma: int, start: int) -> Subject | None:
    """The subject that opens the sentence, before an aside with commas of its own: «X, with Y, Z and W, said»."""
    token = next((i for i in range(start + 1, comma + 1) if scene.words[i] == ","), comma)
    found = before(scene, token, start) if comma - token < 3 * LONGEST else None
    return found if found is not None and _undated(scene, found[1], start) == start else None


def _called(scene: EnglishScene, first: int, end: int) -> Named | None:
    """The name that no rule has found between commas: «One bystander, Marius Duplessis, said»."""
    tokens = range(first, end)
    if not 1 < len(tokens) < 5 or not all(scene.words[i].isalpha() and i not in scene.at for i in tokens):
        return None
    named = scene.capital(first) and scene.capital(end - 1)
    return (scene.doc.surface(first, end), None) if named else None


def _apposed(scene: EnglishScene, comma: int) -> bool:
    """Whether what begins behind the comma tells of the noun before it and is no clause of its own."""
    following = scene.words[comma + 1]
    if following in ("who", "which", "whose", "also", "a", "an", "the", "speaking", "among", "including", "one", "from",
                     "of"):  # fmt: skip
        return True
    found = scene.at.get(comma + 1)
    return scene.ending.get(comma) is not None and (found is None or scene.mentions[found[0]].kind != "person")


def after(scene: EnglishScene, at: int, end: int) -> tuple[Named | None, int]:
    """The subject behind the verb: «said Gen. Kenneth McKenzie», «said a diplomat»."""
    if at < end and scene.words[at] in scene.data.prepositions:
        return None, at
    for token in range(at, min(end, at + LONGEST)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind in ("person", "organization"):
            return scene.named(found[0]), found[1]
        if scene.words[token] in ("that", ",", ":", "who", '"', "“") or token == end - 1:
            first = at + (at < end and scene.words[at] in scene.data.articles)
            known = any(scene.words[i] in scene.data.sources for i in range(first, token))
            known = known or (0 < token - first < 4 and (first > at or all(map(scene.capital, range(first, token)))))
            if known and scene.words[token] == "," and (named := _by_name(scene, token + 1, end)) is not None:
                return named
            return ((scene.doc.surface(first, token), None), token) if known else (None, at)
    return None, at


def _by_name(scene: EnglishScene, first: int, end: int) -> tuple[Named, int] | None:
    """The person between commas behind an office: «said the navy's spokesman, | Commander X»."""
    for token in range(first, min(end, first + 3)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].kind == "person":
            named = scene.named(found[0])
            closed = found[1] >= end or scene.words[found[1]] in ",.;"
            return (named, found[1]) if named is not None and closed else None
        if not scene.capital(token):
            return None
    return None


def capitals(scene: EnglishScene, at: int, end: int) -> tuple[Named | None, int]:
    """A name that nothing has found, written in capitals from the token on: «according to Energean»."""
    stop = at
    while stop < min(end, at + 4) and scene.words[stop].isalpha() and scene.capital(stop) and not scene.day(stop):
        stop += 1
    return ((scene.doc.surface(at, stop), None), stop) if stop > at else (None, at)
