"""What is said: the clause or quotation that a word opens."""

from __future__ import annotations

from dataclasses import dataclass

from . import endings
from .gap import LONGEST_QUOTE, closing
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene

# A quotation in a clause that is longer than this is the statement itself, whatever follows it, in tokens.
_LONG = 12


@dataclass(slots=True)
class Statement:
    """Tokens `first` … `end`-1 of what is said, whether they are somebody's own words, and where reading goes on."""

    first: int
    end: int
    direct: bool
    after: int


def read(scene: Scene, opener: int, *, noun: bool = False) -> Statement | None:
    """The statement that the clause word, colon, mark or first word at `opener` begins; `noun`: a noun phrase."""
    words, total = scene.doc.words, len(scene.doc.words)
    first = opener
    while first < total and (words[first] in scene.words.bare_clause or words[first] == ":" or words[first] == "#"):
        first += 1
    if first >= total:
        return None
    if words[first] in QUOTE_MARKS:
        return _quoted(scene, first, noun)
    if scene.doc.sentence_of[first] != scene.doc.sentence_of[opener] and words[opener] != ":":
        return None
    return _clause(scene, first, noun)


def _quoted(scene: Scene, mark: int, noun: bool) -> Statement | None:
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
        cue = scene.cues[after]
        ends = cue is not None and (cue.joined or cue.kind != "verb")
    if ends or close - mark > _LONG:
        return trim(scene, mark + 1, close, True, after)
    return _clause(scene, mark, noun)


def further(scene: Scene, statement: Statement) -> Statement | None:
    """What somebody says besides a quotation: «أكد أن "…"، وأن …»."""
    words, at = scene.doc.words, statement.after
    if not statement.direct or at + 2 >= len(words) or words[at] not in COMMAS:
        return None
    word = words[at + 1]
    if word[0] != "و" or word[1:] not in scene.words.clause:
        return None
    return _clause(scene, at + 2, False) if scene.doc.sentence_of[at + 2] == scene.doc.sentence_of[at] else None


def before(scene: Scene, at: int) -> Statement | None:
    """The quotation that ends before the verb at token `at`: «"…"، قال X», «"…"، هكذا قال X»."""
    words, mark = scene.doc.words, at - 1
    while mark > at - 4 and mark > 0 and (words[mark] in COMMAS or words[mark] in scene.words.connectives):
        mark -= 1
    if mark < 1 or words[mark] not in QUOTE_MARKS.values() or scene.doc.spaced[mark]:
        return None
    for token in range(mark - 1, max(-1, mark - LONGEST_QUOTE), -1):
        if "\n" in scene.doc.text[scene.doc.ends[token] : scene.doc.starts[token + 1]]:
            return None
        if words[token] in QUOTE_MARKS and (QUOTE_MARKS[words[token]] == words[mark] or words[mark] in '"”'):
            return Statement(token + 1, mark, True, mark + 1) if mark - token > 3 else None
    return None


def _clause(scene: Scene, first: int, noun: bool) -> Statement | None:
    end = endings.clause_end(scene, first, noun)
    return trim(scene, first, endings.before_tail(scene, first, end), False, end)


def trim(scene: Scene, first: int, end: int, direct: bool, after: int) -> Statement | None:
    span = endings.trim(scene, first, end, direct)
    return Statement(*span, direct, max(after, span[1])) if span is not None else None
