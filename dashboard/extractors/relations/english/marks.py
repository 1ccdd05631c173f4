"""What each token of an English sentence is, verbs left aside.

Tags: M part of a mention, T of a date, P comma or dash, S stop, Q quotation mark, G genitive mark, H hyphen,
D determiner, I preposition, W subordinator, R relative, C conjunction, O pronoun, X auxiliary, A adverb, J number,
V verb, N any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from ....clean.document import Document
from .words import MEMO, Vocabulary

_MARKS = {
    **dict.fromkeys(".;!?:…*•|", "S"), **dict.fromkeys(",()–—[]/", "P"), **dict.fromkeys("\"“”«»", "Q"),
}  # fmt: skip
_COMPASS = frozenset((
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "ahead", "outside", "inside",
))  # fmt: skip
APOSTROPHES = ("'", "’", "‘")

# Before a number these are no prepositions.
_ROUGHLY = ("about", "around", "over")
_EXACT = frozenset((*_ROUGHLY, "at", "to"))
_BOUND = frozenset(("since", "than"))


class Marks:
    """The tags of one sentence, tokens `first` … `end`-1 of a document; lists are by token minus `first`."""

    def __init__(
        self, doc: Document, vocabulary: Vocabulary, bounds: tuple[int, int], named: Mapping[int, int],
        times: frozenset[int] | set[int],
    ) -> None:  # fmt: skip
        self.doc, self.voc, self.first, self.end = doc, vocabulary, bounds[0], bounds[1]
        self.words = doc.words[bounds[0] : bounds[1]]
        self.named, self.times = named, times
        self.size = len(self.words)
        self.tags = tags = [""] * self.size
        plain, first, before = vocabulary.plain, self.first, ""
        for at, word in enumerate(self.words):
            token = first + at
            own = before == "-" or token in named or token in times
            tag = "" if own else plain.get(word)
            if tag is None:
                tag = self._plain(word)
                if len(plain) < MEMO:
                    plain[word] = tag
            tags[at] = tag or self._tag(at)
            if word == "to" and before == "up" and tags[at] == "J":
                tags[at - 1] = "J"  # up to 4,000 men
            before = word

    def _plain(self, word: str) -> str:
        """What a word is wherever it stands, verbs left aside; nothing where that depends on its neighbours."""
        known = self.voc.tags.get(word)
        if word == "won":
            return ""
        if len(word) < 3 or word[0] < "a" or word in _COMPASS or word in _EXACT or word in _BOUND or known == "A":
            return ""
        return known or ("A" if word.endswith("ly") and self._manner(word) else "N")

    def tag(self, at: int) -> str:
        return self.tags[at] if 0 <= at < self.size else "S"

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < self.size else ""

    def _tag(self, at: int) -> str:
        token, word = self.first + at, self.words[at]
        if token in self.named:
            return "M"
        if token in self.times:
            return "T"
        if word in _EXACT and self._about(at, word):
            return "J"  # at least 49 soldiers, over 300 drones, up to 2,000 men
        if len(word) > 2 and word[0] >= "a" and word not in _COMPASS and not (at and self.words[at - 1] == "-"):
            known = self.voc.tags.get(word)
            if word == "won" and self.word(at + 1) not in APOSTROPHES:
                return "N"  # won support; won't is will not
            if word == "since" and at and self.words[at - 1] in self.voc.sets["have"]:
                return "A"  # have since asked
            if word == "than" and at and self.words[at - 1] in ("more", "less", "fewer"):
                return "J"  # more than 300 drones
            if known == "A" and at and self.voc.tags.get(self.words[at - 1]) == "D":
                return "J"  # an earlier proposal
            return known or ("A" if word.endswith("ly") and self._manner(word) else "N")
        mark = _MARKS.get(word)
        spaced = self.doc.spaced
        if mark is not None:
            if mark == "P" and self.word(at + 1)[:1].isdigit() and self.word(at - 1)[:1].isdigit():
                return "J" if not spaced[token + 1] else mark
            return "Q" if word == "." and at + 1 < len(self.words) else mark
        if word in APOSTROPHES:
            following = self.word(at + 1)
            if following in ("s", "t", "re", "ve", "ll", "d") and not spaced[token + 1]:
                return "G" if following == "s" else "A"
            if not spaced[token] and self.word(at - 1).endswith("s"):
                return "G"
            return "Q"
        if word in ("s", "t", "re", "ve", "ll", "d") and at and self.words[at - 1] in APOSTROPHES and not spaced[token]:
            return "G" if word == "s" else "X" if word in ("re", "ve", "ll") else "A"
        if word == "-":
            return "H" if not spaced[token] and token + 1 < self.end and not spaced[token + 1] else "P"
        if word[0].isdigit():
            return "J"
        if at and self.words[at - 1] == "-" and not spaced[token] and not spaced[token - 1]:
            return "N" if self.voc.tags.get(word) == "I" else self.voc.tags.get(word, "N")  # air-to-air
        if word in _COMPASS and self.word(at + 1) == "of":
            return "I"
        return self.voc.tags.get(word, "N")

    def _about(self, at: int, word: str) -> bool:
        """Whether a preposition only says how exact the number behind it is."""
        following = self.word(at + 1)
        if word == "at":
            return following in ("least", "most") and self.word(at + 2)[:1].isalnum()
        before = self.words[at - 1] if at else ""
        number = following[:1].isdigit() and (word in _ROUGHLY or (word == "to" and before == "up"))
        return number and self.first + at + 1 not in self.times and before not in _ROUGHLY

    def _manner(self, word: str) -> bool:
        """Whether a word in -ly says how: permanently; not an ally, a reply, the Italian assembly."""
        return len(word) > 5 and word not in self.voc.sets["not_adverbs"] and word not in self.voc.verbs

    def _before(self, at: int) -> int:
        """The token before, adverbs and quotation marks left out."""
        here = at - 1
        while here >= 0 and self.tags[here] in ("Q", "A"):
            here -= 1
        return here

    def _after(self, at: int) -> int:
        here = at + 1
        while here < len(self.tags) and self.tags[here] in ("Q", "A"):
            here += 1
        return here
