"""A document: one field of an article cut into tokens and sentences, folded, with offsets into the text as written.

Every extractor works on the tokens of a `Document`, so a text is folded and cut once. Tokens are parallel lists, not
objects: an article has some 300 and each extractor walks them all.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from .fold import fold, fold_key, opens
from .sieve import Question, sift

# A word keeps inner dots of abbreviations (U.S.) and apostrophes apart from letters; digits and letters are told apart,
# so that 24أغسطس and 5.5 can be read by the date grammar token by token.
# Blanks are seen first, so that nothing else is tried at them; then words of Arabic letters alone, which most are, and
# signs: so a text is cut in two thirds of the time.
_TOKEN = re.compile(r"(?=\S)([ء-ي]++(?![^\W\d_])|[^\w\s]|\d+|(?:[a-z]\.){2,}|[^\W\d_]+|_)")
# Sentence ends: . ! ? ؟ … and line ends; a dot between digits, in an abbreviation or after one Latin letter is none.
# The first character is asked for first, and then again: so the pattern's engine skips to the next such character.
_SENTENCE_END = re.compile(
    r"[.!?؟…\n](?:"
    r"(?<=[!?؟…])[!?؟…]*[\"'”»)\]]*(?=\s)"
    r"|(?<=\.)(?<![\W_][A-Za-z]\.)(?<!\d\.)\.*[\"'”»)\]]*(?=\s|$)"
    r"|(?<=\d\.)(?=\s+\D|$)"
    r"|(?<=\n)\n*)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|St|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|No|vs|Inc|Ltd|Co|Corp|Prof|Adm|Brig|Maj|Capt)"
    r"|\b[A-Z](?:\.[A-Z])*|(?<!\d)[ \n(][\u0621-\u064a])\.$"
)


@dataclass(frozen=True, slots=True)
class Document:
    """One field of an article.

    `words[i]` is the folded token; `starts[i]`, `ends[i]` its place in `text`; `spaced[i]` whether white space or the
    text's start precedes it; `sentences` are (start, end) in `text`; `sentence_of[i]` is the token's sentence;
    `bounds[s]` the (first, end) tokens of sentence s.
    """

    field: Literal["title", "text"]
    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    spaced: list[bool]
    sentences: tuple[tuple[int, int], ...]
    sentence_of: list[int]
    bounds: list[tuple[int, int]]
    language: str = "ar"
    _places: dict[Question, list[int]] = attribute(default_factory=dict, init=False, repr=False, compare=False)

    def where(self, question: Question) -> list[int]:
        """The tokens of whose words `question` says something, in order; the list is not to be changed.

        `question` is pure, and one function for all documents: what it said of a word is remembered.
        """
        places = self._places.get(question)
        if places is None:
            self._places.update(sift(self.words, question))
            places = self._places[question]
        return places

    def within(self, question: Question, first: int, end: int) -> list[int]:
        """Those of the tokens `where` it says something that are among first … end-1."""
        places = self._places.get(question)
        if places is None:
            places = self.where(question)
        if not places or places[-1] < first or places[0] >= end:
            return []
        return places[bisect_left(places, first) : bisect_left(places, end)]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Where tokens first … end-1 stand in `text`."""
        return self.starts[first], self.ends[end - 1]

    def surface(self, first: int, end: int) -> str:
        """Tokens first … end-1 as written."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def token_at(self, offset: int) -> int:
        """The token that holds `offset`, or the last one before it (0 at least)."""
        return (bisect_right(self.starts, offset) or 1) - 1

    def sentence_at(self, offset: int) -> int | None:
        """The sentence that holds `offset` of `text`; None in the title, which has none."""
        if self.field == "title" or not self.sentences:
            return None
        return (bisect_right(self.sentences, (offset + 1,)) or 1) - 1


def analyse(text: str, field: Literal["title", "text"] = "text", language: str = "ar") -> Document:
    """Fold and cut `text`. Pure; the longest text takes time linear in its length."""
    folded, offsets = fold(text)
    # Gaps and tokens in turns, so that no object is made for a token: whatever is no white space is in a token.
    parts = _TOKEN.split(folded)
    words = parts[1::2]
    spaced = [True, *map(bool, parts[2:-1:2])][: len(words)]
    places = list(accumulate(map(len, parts)))
    starts, ends = places[:-1:2], places[1::2]
    if offsets is not None:
        # The end is the place after the last character, not the next one's: marks between two tokens belong to neither
        # … but a word's own closing harakat do belong to it, and the map gives exactly that.
        folded_ends = ends
        starts, ends = (list(map(offsets.__getitem__, places)) for places in (starts, ends))
        if opens(text) or any(char in text for char in _EDGE):
            ends = [_end(text, offsets, last) for last in folded_ends]
    sentences = _sentences(text) if field == "text" else ((0, len(text)),)
    # What stands before the first sentence's start (signs) is counted to it.
    heads = [0, *(bisect_left(starts, start) for start, _ in sentences[1:])]
    bounds = list(pairwise([*heads, len(starts)])) if sentences else []
    sentence_of = [0] * len(starts)
    for index, (first, end) in enumerate(bounds):
        sentence_of[first:end] = [index] * (end - first)
    return Document(field, text, folded, words, starts, ends, spaced, sentences, sentence_of, bounds, language)


def tokens_of(form: str) -> list[str]:
    """The folded tokens of a name or cue: what a document's `words` are compared with."""
    return list(_tokens(form))


@lru_cache(maxsize=2**12)  # names that recur, in articles as in the data
def _tokens(form: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(fold_key(form)))


def _end(text: str, offsets: array[int], last: int) -> int:
    """The end of a folded position in the text, invisible ornament before white space left out."""
    end = offsets[last]
    previous = offsets[last - 1]
    if end == previous:  # inside a ligature: take it whole
        return end + 1
    while end > previous + 1 and not text[end - 1].isalnum() and text[end - 1] in _EDGE:
        end -= 1
    return end


_EDGE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c\u00ad"


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences as (start, end) without surrounding white space; headings and list lines are sentences of their own."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        # Before the dot of one stands a Latin letter, or a letter alone.
        dotted = text[end - 1] == "." and (text[end - 2].isascii() or not text[end - 3].isalpha())
        if dotted and _ABBREVIATION.search(text, max(start, end - 8), end):
            continue
        spans.append((start, end))
        start = end
    spans.append((start, len(text)))
    trimmed = []
    for first, last in spans:
        piece = text[first:last].lstrip()
        first = last - len(piece)
        body = piece.rstrip()
        if body[:1].isalnum() or any(map(str.isalnum, body)):
            trimmed.append((first, first + len(body)))
    return tuple(trimmed)
