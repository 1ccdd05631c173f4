"""What is said in English behind its verb: a quotation, a clause, what its preposition governs."""

from __future__ import annotations

from collections.abc import Sequence

from .english_endings import clause_end, skip, told
from .english_scene import CLOSERS, MARKS, EnglishScene, Span

# What is called something: «called it a sad day».
_THINGS = frozenset(("it", "this", "that", "them", "him", "her"))
_FAR = 16


def ahead(scene: EnglishScene, at: int, after: int, end: int) -> Span | None:
    """What follows the verb at token `at`: a quotation, a clause with that, what its preposition governs, or a bare
    clause; `after` is the token behind the verb and a subject there."""
    words, verb = scene.words, scene.verb(at)
    if verb == "quoted":
        near = range(after, min(end, after + _FAR))
        said = next((i for i in near if words[i - 1] == "as" and words[i] == "saying"), 0)
        first = said + 1 + (said + 1 < end and words[said + 1] == "that")
        return (first, clause_end(scene, first, end), False) if said and first < end else None
    if after < end and words[after] in CLOSERS and after not in scene.quotations:  # "strongly condemned" | the vote
        after += 1
    if _passive(scene, at, after, end):
        return None
    opened = () if verb in scene.data.governed else ("of", "as")  # spoke of "…"
    for token in range(after, min(end, after + _FAR)):
        word = words[token]
        if word in scene.data.participles:
            break
        if word in MARKS and token not in scene.quotations and token in scene.closing:
            continue
        if word in MARKS and (token == after or words[token - 1] in (",", ":") or words[token - 1] in opened):
            return scene.quotation(token)
        if word in MARKS and verb in scene.data.namings and words[after] not in scene.data.prepositions:
            return after, min(scene.quotation(token)[1] + 1, len(words)), False
        if word in ("that", ":"):
            if token + 1 < end and words[token + 1] in MARKS:
                return scene.quotation(token + 1)
            if token + 1 < end and token > after and words[token - 1] in scene.data.prepositions:
                break
            if word == "that" and not _opens_statement(scene, at, after, token, end):
                break
            return token + 1, clause_end(scene, token + 1, end), False
        if word in scene.data.verbs and token > after:
            break
    if verb in scene.data.namings and words[after : after + 1] and _names(scene, at, after):  # called it a sad day
        return after, clause_end(scene, after, end), False
    governed = scene.data.governed.get(verb)
    if governed is not None:
        found = _governed(scene, at, after, end, governed) or _bare(scene, at, after, end)
        if found is not None or verb not in scene.data.tellers:
            return found
    if verb in scene.data.needs:
        return _bare(scene, at, after, end)
    first = told(scene, after, end) if verb in ("told", "tells") else after
    first = skip(scene, first, end)
    if first >= end or not words[first][0].isalnum() or words[first] == "nothing":
        return None
    close = clause_end(scene, first, end)
    warning = verb in scene.data.tellers and verb not in ("told", "tells")
    if warning and scene.data.finite.isdisjoint(words[first:close]):
        return None  # warned oil companies working in the country
    return first, close, False


def _passive(scene: EnglishScene, at: int, after: int, end: int) -> bool:
    """Whether a verb that has an object beside its preposition stands without one: «militants accused of», who are."""
    governed = scene.data.governed.get(scene.verb(at), frozenset())
    if (
        after >= end
        or after != at + 1
        or scene.words[after] not in governed
        or scene.words[at - 1] in scene.data.pronouns
    ):
        return False  # what he described as
    named = scene.words[after] == "as" and scene.words[after + 1 : after + 2] != ["."] and after + 1 in scene.quotations
    return (scene.words[after] in ("of", "as") and not named) or scene.words[at] in ("urged", "urging")


def _bare(scene: EnglishScene, at: int, after: int, end: int) -> Span | None:
    """What a verb that needs an opener has without one: a clause («believes the talks failed»), or an object in which
    somebody's own words stand («condemned the "reckless action"»)."""
    words, data = scene.words, scene.data
    first = skip(scene, after, end)
    if (
        first >= end
        or words[first] in data.prepositions
        or not (words[first][0].isalnum() or first in scene.quotations)
    ):
        return None
    close = clause_end(scene, first, end)
    for token in range(first, close):
        if words[token] in MARKS and token in scene.quotations:
            near = token - first < 4 and words[first] not in data.counting  # declared X "dead"
            return (first, close, False) if near or scene.verb(at) not in data.clausal else None
        if words[token] in data.breaks or words[token] in ",;:" or words[token] in data.verbs:
            return None
        if words[token] in data.finite and token > first and scene.verb(at) in data.clausal:
            return first, close, False
    return None


def _opens_statement(scene: EnglishScene, at: int, after: int, token: int, end: int) -> bool:
    """Whether the "that" at `token` belongs to the verb at `at`: right behind it, its addressee, a date or an aside, or
    behind a noun of saying (denied reports that); else it opens a clause within what is said."""
    words, data = scene.words, scene.data
    if token == after or token in (skip(scene, after, end), skip(scene, told(scene, after, end), end)):
        return True
    between = words[after:token]
    if words[token - 1] in data.contents:
        return len(between) < 5
    if not data.finite.isdisjoint(between):
        return False
    if words[at] in data.tellers:
        return True
    relative = words[at] in data.governed or words[at] in data.replies or words[at] in data.namings
    first = words[after]
    return not relative and (first in data.prepositions or first in data.adverbs or first == "," or scene.day(after))


def _names(scene: EnglishScene, at: int, after: int) -> bool:
    """Whether something is called something: «called it a sad day», «, calling the pact a threat»."""
    word = scene.words[after]
    return word in _THINGS or (scene.words[at] == "calling" and word not in ("for", "on", "upon"))


def _governed(scene: EnglishScene, at: int, after: int, end: int, openers: frozenset[str]) -> Span | None:
    """«accused X of | …», «denied | …»: behind the preposition, or the object where the verb has one (`+`)."""
    near: Sequence[int] = range(after, min(end, after + _FAR))
    stop = next((i for i in near if scene.words[i] in ",;"), after + _FAR)
    doing = next((i for i in near if i + 1 < min(end, stop) and scene.words[i] in openers == {"of"}
                  and scene.words[i + 1].endswith("ing")), None)  # fmt: skip
    told_of = scene.verb(at) in scene.data.tellers  # warned of danger, not: operators of aircraft
    if told_of or openers == {"to"} and scene.verb(at) not in ("urged", "urges"):  # vowed to, not: vowed aid to
        first = skip(scene, after, end)
        beside = told(scene, after, min(end, after + 4)) if told_of else first
        near = [i for i in dict.fromkeys((first, beside)) if i < end]
    for token in near:
        if scene.words[token] in openers and token + 1 < end and (doing is None or token == doing):
            mark = scene.within(token)
            if mark is not None:
                return scene.quotation(mark)  # called on donors "not to leave"
            return token + 1, clause_end(scene, token + 1, end), False
        if scene.words[token] in ",;":
            break
    if "+" not in openers:
        return None
    first = skip(scene, after, end)
    if first >= end or not scene.words[first][0].isalnum():
        return None
    close = clause_end(scene, first, end)
    for token in range(first + 1, close - 1):  # condemned the exercises and scrambled jets
        if scene.words[token] == "and" and scene.words[token + 1].endswith("ed") and token + 1 not in scene.inside:
            return first, token, False
    return first, close, False
