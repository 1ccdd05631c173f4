"""Arabic places told in a row behind one noun: «بلدات سقبا وكلفارو وعين الرمانة», of which some are on no list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ...clean.clitics import readings
from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from ..people.words import COMMON, FUNCTION, TITLE, Words, words_of
from .named import nouns, place

_MOST = 8
# What is said of the places before: «بلدتي نبل والزهراء، الخاضعتين», «الواقعتان».
_DESCRIBES = re.compile(r"ال\wا\w\wه|ال\w+(?:تين|تان|ين|ون)|\w+(?:ها|هما|هم)")


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names of rows of two and more that `candidates` are not sure of."""
    found = list[Candidate]()
    reader: _Row | None = None
    for noun in doc.where(_nouns(lexicon)):
        if noun + 1 == len(doc.words):
            continue
        reader = reader or _Row(doc, lexicon, candidates)
        row = list(reader.names(noun + 1))
        found += [one for one in row if one is not None] if len(row) > 1 else ()
    return found


@lru_cache(maxsize=2)
def _nouns(lexicon: Lexicon) -> Callable[[str], bool]:
    """Whether a word, clitics taken off, is a noun of several places."""
    rows = nouns(lexicon)["rows"]
    return lambda word: not rows.isdisjoint(readings(word))


class _Row:
    def __init__(self, doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> None:
        self.doc, self.candidates = doc, candidates
        self.words: Words = words_of(lexicon)
        self.openers = nouns(lexicon)["openers"]
        places = [c for c in candidates if c.entry.kind in ("place", "country") and c.entry.via != "demonym"]
        self.weak = {c.first: c for c in places if c.weak}
        self.known = {c.first: c for c in places if not c.weak}
        self.taken = {token for c in candidates if not c.weak for token in range(c.first, c.end)}

    def names(self, at: int) -> Iterator[Candidate | None]:
        """The names from token `at` on, joined by و and commas; None for one that is surely known."""
        doc, first, limit = self.doc, at, self.doc.bounds[self.doc.sentence_of[at]][1]
        while at < limit and at - first < 2 * _MOST:
            joined = at > first
            comma = joined and doc.words[at] in ("،", ",")
            at += comma
            if at == limit or (joined and not comma and not doc.words[at].startswith("و")):
                return
            cut = int(joined and doc.words[at].startswith("و"))
            known, weak = self.known.get(at), self.weak.get(at)
            if known is not None:
                yield None
                at = known.end
            elif weak is not None and at not in self.taken:
                yield replace(weak, entry=replace(weak.entry, weak=False), weak=False, rule="place.row")
                at = weak.end
            else:
                end = None if at in self.taken else self._end(at, cut, limit)
                if end is None:
                    return
                yield place(doc, at, end, doc.starts[at] + cut, self.candidates)
                at = end

    def _end(self, at: int, cut: int, limit: int) -> int | None:
        written = self.doc.words[at]
        name, behind = written[cut:], at + 1
        if name in self.openers and behind < limit and behind not in self.taken and self.doc.words[behind].isalpha():
            return behind + 1
        if len(name) < 4 or not name[0].isalpha() or name.isascii() or _DESCRIBES.fullmatch(name):
            return None
        kind = self.words.kind(name) & (TITLE | FUNCTION) | self.words.kind(written) & COMMON
        return None if kind or self.words.common(name) else behind
