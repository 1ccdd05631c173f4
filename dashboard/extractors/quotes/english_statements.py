"""What is said in English: the quotation or clause before the verb, or what follows it."""

from __future__ import annotations

from .english_endings import clause_end, skip, told
from .english_scene import CLOSERS, MARKS, EnglishScene, Span

_FAR = 16
_LONGEST_QUOTE = 300


def quoted(scene: EnglishScene, at: int, start: int) -> Span | None:
    """The quotation before «," X said» at token `at`."""
    words, mark = scene.words, at - 1
    while mark > max(0, at - _FAR) and words[mark] not in CLOSERS:
        if words[mark] in scene.data.verbs and words[mark + 1] not in CLOSERS:
            return None
        mark -= 1
    outside = mark + 1 < at and words[mark + 1] == ","  # "…", he said
    if outside and words[mark + 2] in scene.data.breaks:  # "…", while the Kremlin said it saw
        return None
    if mark < 2 or words[mark] not in CLOSERS or scene.doc.spaced[mark]:
        return None
    if words[mark - 1] not in ",!?." and not outside:
        return None
    if mark < start and words[mark - 1] == ".":
        return None
    for first in range(mark - 1, max(-1, mark - _LONGEST_QUOTE), -1):
        if words[first] in MARKS:
            if outside and first > start and words[first - 1] not in ",.:":
                return start, mark, False  # Trade "should not be politicised", she said
            return first + 1, mark, True
    return None


def further(scene: EnglishScene, after: int, end: int) -> Span | None:
    """The quotation that goes on behind «"…," said X, 54, "…»."""
    words = scene.words
    token = skip(scene, after, end)
    aside = next((i for i in range(token + 1, min(end, token + 6)) if words[i] == ","), None)
    if aside is not None and aside + 1 < end and words[token] == "," and words[aside + 1] in MARKS:  # , in tears, "…
        token = aside
    while token < end and (words[token] == "," or words[token].isdigit()):
        token += 1
    if token >= end or words[token] not in MARKS or token == after or words[token - 1] not in ",":
        return None
    return _quotation(scene, token)


def is_aside(scene: EnglishScene, at: int, subject: int, start: int, end: int) -> bool:
    """Whether «, he said,» stands between a short opening and what is said."""
    words = scene.words
    opens = words[start] in scene.data.prepositions or words[start] in scene.data.adverbs or words[start] == "since"
    return opens and at + 3 < end and words[at + 1] == words[subject - 1] == "," and 0 < subject - 1 - start <= 3


def behind(scene: EnglishScene, subject: int, start: int) -> Span | None:
    """The clause before «, X said», whose subject begins at token `subject`."""
    comma = subject - 1
    if comma <= start or scene.words[comma] != ",":
        return None
    opens = scene.words[start] in scene.data.prepositions or scene.words[start] in scene.data.adverbs
    if any(scene.day(i) for i in range(start, comma)) and comma - start < 7:  # As late as October 19, X said
        return None
    return (start, comma, False) if comma - start > (3 if opens else 2) else None


def ahead(scene: EnglishScene, at: int, after: int, end: int) -> Span | None:
    """What follows the verb at token `at`: a quotation, a clause with that, what its preposition governs, or a bare
    clause; `after` is the token behind the verb and a subject there."""
    words, verb = scene.words, scene.words[at]
    if verb == "quoted":
        near = range(after, min(end, after + _FAR))
        said = next((i for i in near if words[i - 1] == "as" and words[i] == "saying"), 0)
        first = said + 1 + (said + 1 < end and words[said + 1] == "that")
        return (first, clause_end(scene, first, end), False) if said and first < end else None
    opened = () if verb in scene.data.governed else ("of", "as")  # spoke of "…"
    for token in range(after, min(end, after + _FAR)):
        word = words[token]
        if word in MARKS and (token == after or words[token - 1] in (",", ":") or words[token - 1] in opened):
            return _quotation(scene, token)
        if word in MARKS and verb in scene.data.namings:  # called it "barbarism"
            return after, min(_quotation(scene, token)[1] + 1, len(words)), False
        if word in ("that", ":"):
            if token + 1 < end and words[token + 1] in MARKS:
                return _quotation(scene, token + 1)
            if token + 1 < end and token > after and words[token - 1] in scene.data.prepositions:
                break
            if word == "that" and not _opens_statement(scene, at, after, token, end):
                break
            return token + 1, clause_end(scene, token + 1, end), False
        if word in scene.data.verbs and token > after:
            break
    governed = scene.data.governed.get(verb)
    if governed is not None:
        return _governed(scene, after, end, governed)
    if verb in scene.data.needs:
        return None
    first = told(scene, after, end) if verb in ("told", "tells") else after
    first = skip(scene, first, end)
    if first >= end or not words[first][0].isalnum():
        return None
    close = clause_end(scene, first, end)
    warning = verb in scene.data.tellers and verb not in ("told", "tells")
    if warning and scene.data.finite.isdisjoint(words[first:close]):
        return None  # warned oil companies working in the country
    return first, close, False


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


def _quotation(scene: EnglishScene, mark: int) -> Span:
    close = scene.close(mark)
    return mark + 1, close if close is not None else scene.bounds(mark)[1], True


def _governed(scene: EnglishScene, after: int, end: int, openers: frozenset[str]) -> Span | None:
    """«accused X of | …», «denied | …»: behind the preposition, or the object where the verb has one (`+`)."""
    near = range(after, min(end, after + _FAR))
    stop = next((i for i in near if scene.words[i] in ",;"), after + _FAR)
    doing = next((i for i in near if i + 1 < min(end, stop) and scene.words[i] in openers == {"of"}
                  and scene.words[i + 1].endswith("ing")), None)  # fmt: skip
    for token in near:
        if scene.words[token] in openers and token + 1 < end and (doing is None or token == doing):
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
