"""Names that the lexicon knows: states, capitals, places, organisations and leaders, with or without clitics.

Finds candidates only; which of two overlapping ones stands, and whether a weak form means what it could, is decided
in `resolve`, where the whole article is known.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from ..clean.clitics import openings
from ..clean.document import Document
from ..clean.fold import fold_key, remembered
from ..lexicon import Lexicon
from ..model import Candidate, Entry

Payload = list[tuple[Entry, bool]]
Readings = tuple[tuple[int, str, Any], ...]
# Of a word: the letters of clitics and what the rest names by itself, the words that go on a form, the readings.
Opening = tuple[int, Payload, frozenset[str], Readings]

_rule = remembered("lexicon.{}".format)


def find(doc: Document, lexicon: Lexicon) -> list[Candidate]:
    """Every longest form at every token, in text order; all entries of an ambiguous form."""
    words, text, starts, ends = doc.words, doc.text, doc.starts, doc.ends
    last = len(words) - 1
    found: list[Candidate] = []
    opening_of = _openings(lexicon)
    for first in doc.where(opening_of):
        opening = opening_of(words[first])
        if opening is None:
            continue
        cut, payload, following, readings = opening
        end = first + 1
        if first < last and words[end] in following:
            end, cut, payload = _longest(words, first, readings)
        if not payload:
            continue
        # A clitic is cut from the token as written, where it may bear harakat: count letters, not characters.
        start, stop = _after_clitic(doc, first, cut) if cut else starts[first], ends[end - 1]
        if words[first].isascii() and text[start:stop].islower():  # sale, nice, turkey: a Latin name has a capital
            continue
        for entry, cased in payload:
            if cased and not _capitals(text[start:stop]):
                continue
            weak = entry.weak
            one = Candidate(first, end, start, stop, entry, _rule(entry.via), 0.6 if weak else 0.95, None, weak)
            if entry.via == "titled":  # الملك سلمان: the name is the person, the title the role
                one.role, one.first, one.start = text[start : ends[first]], first + 1, starts[first + 1]
            found.append(one)
    return found + _ellipses(doc, lexicon, found)


def _longest(words: list[str], first: int, readings: Readings) -> tuple[int, int, Payload]:
    """(end, letters of clitics, what it may name) of the longest form at token `first`."""
    best: tuple[int, int, Payload] = (0, 0, [])
    for cut, _, node in readings:
        at = end = first + 1
        payload: Payload = node.get("", [])
        while at < len(words):
            node = node.get(words[at])
            if node is None:
                break
            at += 1
            if "" in node:
                end, payload = at, node[""]
        if payload and (end > best[0] or (end == best[0] and _weak(best[2]) and not _weak(payload))):
            best = (end, cut, payload)
    return best


@lru_cache(maxsize=2)
def _openings(lexicon: Lexicon) -> Callable[[str], Opening | None]:
    """A look-up of what a word opens; None for the two words of three that open nothing.

    Seven of ten openings are not gone on with: what such a word names by itself is known beforehand.
    """
    look = openings(lexicon.gazetteer.trie)

    @remembered
    def opening(word: str) -> Opening | None:
        readings = look(word)
        if not readings:
            return None
        _, cut, payload = _longest([word], 0, readings)
        following = frozenset(form for _, _, node in readings for form in node if form)
        return (cut, payload, following, readings) if payload or following else None

    return opening


def _ellipses(doc: Document, lexicon: Lexicon, found: list[Candidate]) -> list[Candidate]:
    """States that a joined word names beside another: «كوريا الشمالية والجنوبية», "North and South Korea" apart."""
    words, (after, joined) = doc.words, _after(lexicon)
    more = list[Candidate]()
    if not doc.where(joined.__contains__):
        return more
    for state in found:
        if state.entry.id not in after or state.entry.kind != "country" or state.end >= len(words):
            continue
        at = state.end
        for form, entry in after[state.entry.id]:
            if words[at] == form:
                start = _after_clitic(doc, at, 1)
                more.append(Candidate(at, at + 1, start, doc.ends[at], entry, "lexicon.ellipsis", 0.8))
    return more


@lru_cache(maxsize=2)
def _after(lexicon: Lexicon) -> tuple[dict[str, list[tuple[str, Entry]]], frozenset[str]]:
    """State → what may name another behind it: the word, joined, and the other; and all such words."""
    out: dict[str, list[tuple[str, Entry]]] = {}
    for item in lexicon.data("shared_names")["ellipses"]:
        entry = lexicon.gazetteer.states[item["state"]]
        forms = [f"{joint}{fold_key(form)}" for form in item["forms"] for joint in ("و", "او")]
        out.setdefault(item["after"], []).extend((form, entry) for form in forms)
    return out, frozenset(form for forms in out.values() for form, _ in forms)


def _weak(payload: Payload) -> bool:
    return all(entry.weak for entry, _ in payload)


def _after_clitic(doc: Document, token: int, cut: int) -> int:
    """Where the token's form begins in the text when `cut` letters of clitics are left out."""
    at = doc.starts[token]
    while cut:
        at += 1
        if at >= doc.ends[token]:
            return doc.starts[token]
        if _is_letter(doc.text[at]):
            cut -= 1
    return at


def _is_letter(char: str) -> bool:
    return char.isalnum() and char != "ـ"


def _capitals(surface: str) -> bool:
    letters = [char for char in surface if char.isalpha()]
    return bool(letters) and all(char.isupper() or not char.isascii() for char in letters)
