"""English organisations by pattern: frames of words around a portfolio {p}, a proper name {n} or a state {s}."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...clean.document import Document, tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...model import Candidate, Entry

_MOST_NAME_WORDS = 6


@dataclass(frozen=True)
class _Frame:
    rule: dict[str, Any]
    before: tuple[str, ...]  # slots before the first literal word, nearest last
    after: tuple[str, ...]  # the first literal word and what follows, slots and words


@dataclass(frozen=True)
class _Patterns:
    frames: dict[str, list[_Frame]]  # by first literal word
    portfolios: frozenset[tuple[str, ...]]
    longest: int
    stop: frozenset[str]
    small: frozenset[str]
    generic: frozenset[str]


@dataclass
class _View:
    """What frames look at: the document, and its states by first and by last token."""

    doc: Document
    patterns: _Patterns
    starting: dict[int, Candidate]
    ending: dict[int, Candidate]
    listed: dict[int, Candidate]  # organisations of the lexicon by last token

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.doc.words) and self.doc.text[self.doc.starts[at]].isupper()


def find(doc: Document, lexicon: Lexicon, candidates: list[Candidate]) -> list[Candidate]:
    """The longest organisation at each literal word of a frame."""
    patterns = _compile(lexicon)
    anchors = doc.where(patterns.frames.__contains__)
    if not anchors:
        return []
    states = [c for c in candidates if c.entry.kind == "country" and c.entry.via in ("name", "demonym") and not c.weak]
    listed = {c.end: c for c in candidates if c.entry.kind == "organization" and not c.weak}
    states.sort(key=lambda state: state.end - state.first)  # South Sudan, not Sudan
    view = _View(doc, patterns, {c.first: c for c in states}, {c.end: c for c in states}, listed)
    found = []
    for at in anchors:
        made = [organ for frame in patterns.frames[doc.words[at]] if (organ := _match(view, frame, at))]
        if made:
            found.append(max(made, key=lambda organ: organ.end - organ.first))
    return found


def _match(view: _View, frame: _Frame, anchor: int) -> Candidate | None:
    doc, rule, state = view.doc, frame.rule, None
    if rule.get("capitals", True) and not view.capital(anchor):
        return None
    first = end = anchor
    for slot in reversed(frame.before):
        if slot == "{s}":
            state = view.ending.get(first) or view.ending.get(_before_possessive(doc, first))
            if state is None:
                return None
            first = state.first
        else:
            reached = _portfolio_before(view, first) if slot == "{p}" else _name_before(view, first)
            if reached is None:
                return None
            first = reached
    for slot in frame.after:
        if slot == "{s}":
            state = view.starting.get(end)
            if state is None:
                return None
            end = state.end
        elif slot.startswith("{"):
            reached = _portfolio_after(view, end) if slot == "{p}" else _name_after(view, end)
            if reached is None:
                return None
            end = reached
        elif end < len(doc.words) and doc.words[end] == slot:
            end += 1
        else:
            return None
    if state is None and rule["state"] != "never":
        state, first, end = _optional_state(view, first, end)
    if state is None and rule["state"] == "required":
        return None
    start, stop = doc.span(first, end)
    text = doc.text[start:stop]
    if text.lower() in view.patterns.generic or doc.sentence_of[first] != doc.sentence_of[end - 1]:
        return None
    country = state.entry.country if state and rule["state"] != "never" else None
    listed = view.listed.get(end)
    known = listed if listed and listed.first >= first and listed.entry.country == country else None
    entry = known.entry if known else Entry(
        "organization", f"organization:{fold_key(text)}", text, country=country, via="pattern", type=rule["type"],
        nonstate=rule["type"] == "nonstate", acts_for_state=bool(rule.get("acts_for_state") and country),
    )  # fmt: skip
    return Candidate(first, end, start, stop, entry, f"organ.{rule['id']}", rule.get("confidence", 0.9))


def _optional_state(view: _View, first: int, end: int) -> tuple[Candidate | None, int, int]:
    state = view.ending.get(first) or view.ending.get(_before_possessive(view.doc, first))
    if state:
        return state, state.first, end
    words = view.doc.words
    if end < len(words) and words[end] == "of" and (state := view.starting.get(end + 1)):
        return state, first, state.end
    return None, first, end


def _before_possessive(doc: Document, at: int) -> int:
    """The token before a possessive 's that ends at `at`, else -1."""
    return at - 2 if at >= 2 and doc.words[at - 1] == "s" and doc.words[at - 2] in ("'", "’") else -1


def _portfolio_before(view: _View, end: int) -> int | None:
    words = view.doc.words
    for length in range(view.patterns.longest, 0, -1):
        first = end - length
        if first >= 0 and tuple(words[first:end]) in view.patterns.portfolios and view.capital(first):
            return first
    return None


def _portfolio_after(view: _View, at: int) -> int | None:
    words = view.doc.words
    for length in range(view.patterns.longest, 0, -1):
        if tuple(words[at : at + length]) in view.patterns.portfolios and view.capital(at):
            return at + length
    return None


def _name_before(view: _View, end: int) -> int | None:
    """Where the run of capitalised words before `end` begins; small words may stand inside."""
    doc, first, at = view.doc, None, end - 1
    while at >= 0 and end - at <= _MOST_NAME_WORDS and doc.sentence_of[at] == doc.sentence_of[end]:
        word = doc.words[at]
        if view.capital(at) and word.isalpha():
            if word in view.patterns.stop:
                break
            first = at
        elif not (first is not None and word in view.patterns.small) or _another(doc, at):
            break
        at -= 1
    return first


def _another(doc: Document, at: int) -> bool:
    """Whether another party begins at an article: Iran and | the Atomic Energy Agency."""
    return doc.words[at] == "the" and at > 0 and doc.words[at - 1] in ("and", "with", "between")


def _name_after(view: _View, at: int) -> int | None:
    """Where the run of capitalised words from `at` ends."""
    doc, end = view.doc, None
    first = at
    while at < len(doc.words) and at - first < _MOST_NAME_WORDS and doc.sentence_of[at] == doc.sentence_of[first]:
        word = doc.words[at]
        if view.capital(at) and word.isalpha():
            if word in view.patterns.stop:
                break
            end = at + 1
        elif not (end is not None and word in view.patterns.small) or _another(doc, at):
            break
        at += 1
    return end


@lru_cache(maxsize=2)
def _compile(lexicon: Lexicon) -> _Patterns:
    data = lexicon.data("organ_patterns")["english"]
    frames: dict[str, list[_Frame]] = defaultdict(list)
    for rule in data["rules"]:
        for written in rule["frames"]:
            parts: list[str] = []
            for piece in written.split():
                parts += [piece] if piece.startswith("{") else tokens_of(piece)
            literal = next(index for index, part in enumerate(parts) if not part.startswith("{"))
            frames[parts[literal]].append(_Frame(rule, tuple(parts[:literal]), tuple(parts[literal:])))
    portfolios = frozenset(tuple(tokens_of(item)) for item in data["lists"]["portfolios"])
    return _Patterns(
        dict(frames), portfolios, max(map(len, portfolios)), frozenset(fold_key(word) for word in data["stop"]),
        frozenset(data["small_words"]), frozenset(item.lower() for item in data["generic"]),
    )  # fmt: skip
