"""What is said in English before «, X said», and what goes on behind it."""

from __future__ import annotations

from .english_endings import clause_end, setting, skip, told
from .english_scene import CLOSERS, MARKS, EnglishScene, Span

_FAR = 16
_LONGEST_QUOTE = 300


def quoted(scene: EnglishScene, at: int, start: int) -> Span | None:
    """The quotation before «," X said» at token `at`."""
    words, mark = scene.words, at - 1
    while mark > max(0, at - _FAR) and words[mark] not in CLOSERS and mark not in scene.closing:
        if words[mark] in scene.data.verbs and words[mark + 1] not in CLOSERS:
            return None
        mark -= 1
    outside = mark + 1 < at and words[mark + 1] == ","  # "…", he said
    if outside and words[mark + 2] in scene.data.breaks:  # "…", while the Kremlin said it saw
        return None
    if mark < 2 or (words[mark] not in CLOSERS and mark not in scene.closing) or scene.doc.spaced[mark]:
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
    token = skip(scene, told(scene, after, end) if words[after - 1] in ("told", "tells") else after, end)
    if token < end and words[token] == ",":  # , in tears, "…" and , who sells rice there, "…"
        near = range(token + 1, min(end, token + _FAR))
        aside = next((i for i in near if words[i] in MARKS or words[i] in scene.data.verbs), None)
        token = aside - 1 if aside is not None and words[aside] in MARKS and words[aside - 1] == "," else token
    while token < end and (words[token] == "," or words[token].isdigit()):
        token += 1
    if token >= end or words[token] not in MARKS or token == after or words[token - 1] not in ",":
        return None
    return scene.quotation(token)


def remainder(scene: EnglishScene, after: int, end: int) -> Span | None:
    """What goes on behind «…, X said, …»: nothing that another clause or a participle begins."""
    words, data = scene.words, scene.data
    if after + 3 >= end or words[after] != "," or not words[after + 1].isalpha():
        return None
    if setting(scene, after + 1, end):
        return None
    opens = words[after + 1] in data.breaks or words[after + 1] in data.participles or words[after + 1].endswith("ing")
    return None if opens else (after + 1, clause_end(scene, after + 1, end), False)


def is_aside(scene: EnglishScene, at: int, subject: int, start: int, end: int) -> bool:
    """Whether «, he said,» stands between a short opening and what is said."""
    words = scene.words
    opens = words[start] in scene.data.prepositions or words[start] in scene.data.adverbs or words[start] == "since"
    short = subject - 1 - start
    return at + 3 < end and words[at + 1] == words[subject - 1] == "," and 0 < short <= (3 if opens else 2)


def behind(scene: EnglishScene, subject: int, start: int) -> Span | None:
    """The clause before «, X said», whose subject begins at token `subject`."""
    comma = subject - 1
    if comma <= start or scene.words[comma] != ",":
        return None
    opens = scene.words[start] in scene.data.prepositions or scene.words[start] in scene.data.adverbs
    if any(scene.day(i) for i in range(start, comma)) and comma - start < 7:  # As late as October 19, X said
        return None
    return (start, comma, False) if comma - start > (3 if opens else 2) else None
