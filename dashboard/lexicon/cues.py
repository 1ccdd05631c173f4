"""Phrases of cue words over a document: one token trie for all of them, with the reading of Arabic clitics.

A cue is written plainly (`مناورات بحرية`, `naval drill*`). A word of it matches with or without ال and the proclitics
و ف ب ل ك, and as an indefinite accusative (تمرينا); a trailing `*` matches any ending, and a `*` by itself stands for
up to three words. Words are looked up once: each word of a text is reduced, by a memo, to the few cue words it may be,
for almost every word none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from ..clean.document import Document, tokens_of
from ..clean.fold import remembered

Payload = TypeVar("Payload")
# What a word may begin: (letters cut, payload) of cues of one word; the words that may follow, None: any; (letters
# cut, node) of longer cues.
_Opened = tuple[list[tuple[int, Payload]], frozenset[str] | None, list[tuple[int, dict[str, Any]]]]
_Found = list[tuple[int, int, int, Payload]]

_CONJUNCTIONS = ("و", "ف")
# What may stand before a cue word, and how many of its letters are no part of the cue's span: the article is.
_PREFIXES = (("لل", 2), ("ال", 0), ("بال", 1), ("كال", 1), ("ل", 1), ("ب", 1), ("ك", 1))
_GAP, _GAP_WORDS = "*", 3
# A longer word that ends in ا may be the accusative of a cue.
_SHORTEST_CASED = 4


def bare(word: str) -> str:
    """A folded cue word without the article, so that both of its forms match."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def readings(word: str) -> list[tuple[str, int]]:
    """The words that a folded token may be, with how many letters before them are clitics outside the span."""
    found = [(word, 0)]
    if word.isascii():
        return found
    heads = [(word, 0)]
    if len(word) > 3 and word.startswith(_CONJUNCTIONS):
        heads.append((word[1:], 1))
        found.append((word[1:], 1))
    for head, cut in heads:
        if head[0] not in "لابك":
            continue
        for prefix, outside in _PREFIXES:
            if head.startswith(prefix) and len(head) - len(prefix) > 2:
                found.append((head[len(prefix) :], cut + outside))
    return found


class CueTrie(Generic[Payload]):
    """Phrases → payloads. `add` them all, then `find` over documents; a trie is not changed afterwards."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._exact: set[str] = set()
        self._stems: dict[str, list[str]] = {}  # first two letters → stems of `stem*`
        self._cuts, self._opened = remembered(self._read), remembered(self._open)
        self._keys = remembered(lambda word: tuple([key for key, _ in self._cuts(word)]))

    def add(self, phrase: str, payload: Payload) -> None:
        """Add a phrase; a word with a trailing `*` matches every ending."""
        node = self._root
        for written in phrase.split():
            if written == "*":
                node = node.setdefault(_GAP, {})
                continue
            open_ended = written.endswith("*")
            parts = tokens_of(written.rstrip("*"))
            for index, part in enumerate(parts):
                key = bare(part)
                if open_ended and index == len(parts) - 1:
                    stems = self._stems.setdefault(key[:2], [])
                    if key not in stems:
                        stems.append(key)
                    key += "*"
                else:
                    self._exact.add(key)
                node = node.setdefault(key, {})
        if node is not self._root:
            node.setdefault("", []).append(payload)

    def _read(self, word: str) -> tuple[tuple[str, int], ...]:
        """The (cue word, letters cut) that a word may be."""
        found = []
        for reading, cut in readings(word):
            if reading in self._exact:
                found.append((reading, cut))
            elif len(reading) > _SHORTEST_CASED and reading[-1] == "ا" and reading[:-1] in self._exact:
                found.append((reading[:-1], cut))  # تدريبا ميدانيا
            stems = self._stems.get(reading[:2], ())
            found.extend((f"{stem}*", cut) for stem in stems if reading.startswith(stem))
        return tuple(found)

    def find(self, doc: Document) -> _Found[Payload]:
        """(first token, end token, letters cut off the first, payload) of every phrase, overlapping ones too."""
        found: _Found[Payload] = []
        words, keys, opened, last = doc.words, self._keys, self._opened, len(doc.words) - 1
        for first in doc.where(opened):
            begun = opened(words[first])
            if begun is None:
                continue
            alone, following, nodes = begun
            for cut, payload in alone:
                found.append((first, first + 1, cut, payload))
            if nodes and first < last and (following is None or not following.isdisjoint(keys(words[first + 1]))):
                for cut, node in nodes:
                    self._walk(node, words, first + 1, first, cut, found)
        return found

    def _open(self, word: str) -> _Opened[Payload] | None:
        """What a word may begin; None for almost every word."""
        nodes = [(cut, self._root[key]) for key, cut in self._cuts(word) if key in self._root]
        alone = [(cut, payload) for cut, node in nodes for payload in node.get("", ())]
        longer = [(cut, node) for cut, node in nodes if node.keys() - {""}]
        following = frozenset(key for _, node in longer for key in node)
        return (alone, None if _GAP in following else following, longer) if nodes else None

    def _walk(
        self, node: dict[str, Any], words: list[str], at: int, first: int, cut: int, found: _Found[Payload]
    ) -> None:
        """Add every phrase from token `first` that goes on from a node at token `at`."""
        if at == len(words):
            return
        for key in self._keys(words[at]):
            if key in node:
                self._reach(node[key], words, at + 1, first, cut, found)
        if _GAP in node:
            gap = node[_GAP]
            for skipped in range(at + 1, min(at + 1 + _GAP_WORDS, len(words))):
                for key in self._keys(words[skipped]):
                    if key in gap:
                        self._reach(gap[key], words, skipped + 1, first, cut, found)

    def _reach(
        self, node: dict[str, Any], words: list[str], end: int, first: int, cut: int, found: _Found[Payload]
    ) -> None:
        ending = node.get("", ())
        for payload in ending:
            found.append((first, end, cut, payload))
        if len(node) > bool(ending):
            self._walk(node, words, end, first, cut, found)


def offset(doc: Document, token: int, cut: int) -> int:
    """Where the token's letters start in the text when `cut` folded letters are taken off, marks skipped."""
    at = doc.starts[token]
    while cut and at < doc.ends[token]:
        at += 1
        cut -= 1
        while at < doc.ends[token] and not doc.text[at].isalnum():
            at += 1
    return at


def longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that don't overlap, the longer before the shorter, in order of their starts."""
    kept: list[tuple[int, int]] = []
    for first, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= low or first >= high for low, high in kept):
            kept.append((first, end))
    return sorted(kept)
