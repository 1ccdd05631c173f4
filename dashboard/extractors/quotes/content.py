"""What is said: where the statement begins after its introduction, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from ...clean.clitics import readings
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene

# Tokens between the speaker and the statement («في حديث مع مراسل ارنا في موسكو اليوم الثلاثاء،»).
_FAR = 26
# A quotation that never closes ends with its sentence; one that closes may be this long, in tokens.
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Statement:
    """Tokens `first` … `end`-1 of what is said, whether they are somebody's own words, and where reading goes on."""

    first: int
    end: int
    direct: bool
    after: int


def opening(scene: Scene, at: int, end: int) -> int | None:
    """The token of the first clause word, colon or quotation mark from `at` on; None where another verb comes first."""
    words = scene.doc.words
    passed = at
    for token in range(at, min(end, at + _FAR)):
        word = words[token]
        if token < passed:
            continue
        if word in QUOTE_MARKS and not is_speech(scene, token):  # a name: «في مقابلة مع "فوكس نيوز"»
            passed = (closing(scene, token) or token) + 1
            continue
        if word in scene.words.clause and words[token - 1] in scene.words.subordinators:
            continue  # «قبل أن»
        if word in scene.words.clause or word == ":" or word in QUOTE_MARKS:
            return token
        if word in STOPS:
            return None
        cue = scene.words.cue(word)
        if cue is None or cue.kind not in ("verb", "participle"):
            continue
        other = cue.feminine or cue.plural or word[0] == "ي" or cue.lemma not in scene.words.needs_clause
        if cue.joined or cue.kind == "participle" or other:
            return None
    return None


def is_speech(scene: Scene, mark: int) -> bool:
    """Whether words in marks are speech and not a name or title: more than two words, and no «فيلم» before them."""
    close = closing(scene, mark)
    before = scene.doc.words[mark - 1] if mark else ""
    if before and not scene.words.titles_before.isdisjoint(readings(before)):
        return False
    return close is None or close - mark > 3 or before == ":"


def governed(scene: Scene, at: int, end: int, prepositions: frozenset[str], *, near: bool) -> int | None:
    """The token behind the preposition that opens the statement: «عن | ارتياحه»; with `near` only at `at` itself."""
    words = scene.doc.words
    for token in range(at, min(end, at + (1 if near else _FAR))):
        word = words[token]
        if word in prepositions:
            return token + 1 if token + 1 < end else None
        if "ب" in prepositions and word[0] == "ب" and token == at:
            return token
        if word in STOPS or (word in scene.words.clause and token > at):
            return None
    return None


def read(scene: Scene, opener: int) -> Statement | None:
    """The statement that the clause word, colon, mark or first word at `opener` begins."""
    words, total = scene.doc.words, len(scene.doc.words)
    first = opener
    while first < total and (words[first] in scene.words.bare_clause or words[first] == ":" or words[first] == "#"):
        first += 1
    if first >= total:
        return None
    if words[first] in QUOTE_MARKS:
        return _quoted(scene, first)
    if scene.doc.sentence_of[first] != scene.doc.sentence_of[opener] and words[opener] != ":":
        return None
    return _clause(scene, first)


def _quoted(scene: Scene, mark: int) -> Statement | None:
    """The words in quotation marks, or the whole clause where it goes on behind them."""
    close = closing(scene, mark)
    end = scene.sentence_end(mark)
    if close is None:
        return trim(scene, mark + 1, end, True, end)
    after = close + 1
    words, total = scene.doc.words, len(scene.doc.words)
    sentence = scene.sentence_end(close)
    ends = after >= min(sentence, total) or words[after] in STOPS or words[after] in COMMAS or words[after] in "()[]-–:"
    if not ends:
        cue = scene.words.cue(words[after])
        ends = cue is not None and (cue.joined or cue.kind != "verb")
    if ends or close - mark > 12:
        return trim(scene, mark + 1, close, True, after)
    return _clause(scene, mark)


def before(scene: Scene, at: int) -> Statement | None:
    """The quotation that ends before the verb at token `at`: «"…"، قال X», «"…"، هكذا قال X»."""
    words, mark = scene.doc.words, at - 1
    while mark > at - 4 and mark > 0 and (words[mark] in COMMAS or words[mark] in scene.words.connectives):
        mark -= 1
    if mark < 1 or words[mark] not in QUOTE_MARKS.values() or scene.doc.spaced[mark]:
        return None
    for token in range(mark - 1, max(-1, mark - _LONGEST_QUOTE), -1):
        if "\n" in scene.doc.text[scene.doc.ends[token] : scene.doc.starts[token + 1]]:
            return None
        if words[token] in QUOTE_MARKS and (QUOTE_MARKS[words[token]] == words[mark] or words[mark] in '"”'):
            return Statement(token + 1, mark, True, mark + 1) if mark - token > 3 else None
    return None


def closing(scene: Scene, mark: int) -> int | None:
    """The token that closes the quotation opened at `mark`, in the same paragraph; None where none does."""
    words = scene.doc.words
    close = QUOTE_MARKS[words[mark]]
    limit = min(len(words), mark + _LONGEST_QUOTE)
    last = scene.doc.ends[mark]
    for token in range(mark + 1, limit):
        if "\n" in scene.doc.text[last : scene.doc.starts[token]]:
            return None
        last = scene.doc.ends[token]
        if words[token] == close or (close in '"”' and words[token] in '"”'):
            return token
    return None


def _clause(scene: Scene, first: int) -> Statement | None:
    """To the sentence's end, or to the next word that reports («، مشيرا», «، وقال», «بحسب»)."""
    words, end = scene.doc.words, scene.sentence_end(first)
    token = first
    while token < end:
        word = words[token]
        if word in QUOTE_MARKS:
            close = closing(scene, token)
            if close is not None and close < end:
                token = close + 1
                continue
        if token > first:
            cue = scene.words.cue(word)
            if cue is not None and (
                cue.kind == "participle" or (cue.kind == "according" and words[token - 1] in COMMAS)
                or (cue.kind in ("verb", "relay") and cue.joined and _new_statement(scene, token, end))
            ):  # fmt: skip
                break
        token += 1
    return trim(scene, first, token, False, token)


def _new_statement(scene: Scene, at: int, end: int) -> bool:
    """Whether a joined verb of saying opens a statement of its own within a few tokens."""
    cue = scene.words.cue(scene.doc.words[at])
    if cue is not None and cue.lemma in scene.words.governed and scene.doc.words[at - 1] in COMMAS:
        return True
    return opening(scene, at + 1, min(end, at + 10)) is not None


def trim(scene: Scene, first: int, end: int, direct: bool, after: int) -> Statement | None:
    words = scene.doc.words
    closers = QUOTE_MARKS.keys() if direct else ()
    while end > first and (words[end - 1] in COMMAS or words[end - 1] in ".:؛;" or words[end - 1] in closers):
        end -= 1
    while first < end and words[first] in COMMAS:
        first += 1
    return Statement(first, end, direct, max(after, end)) if end > first else None
