"""What completes an organisation's head: an item of a list, a proper name, its adjectives, a state."""

from __future__ import annotations

from typing import Any

from ...clean.document import Document
from ...model import Candidate
from ..people.words import COMMON, GIVEN, TITLE, WEAK, Words
from .patterns import Node, Patterns

QUOTES = dict(zip("\"«“‘'", "\"»”’'", strict=True))
_QUOTED_WORDS = 6
_FOREIGN_WORDS = 4

States = dict[int, list[Candidate]]


def proper_name(
    doc: Document, patterns: Patterns, rule: dict[str, Any], at: int, limit: int, states: States,
    places: dict[int, Candidate], known: dict[int, Candidate], words: Words,
) -> tuple[int, Candidate | None] | None:  # fmt: skip
    """(end, state) of a proper name at token `at`, as far as the rule's `first` lets it begin so: in quotes, of Latin
    letters, of definite words up to the first demonym, a known place, words that the language does not know.
    A name that a list knows is one where a place's would be: «نادي ريال مدريد»."""
    if at >= limit:
        return None
    word, first = doc.words[at], rule.get("first") or patterns.first
    if rule.get("never_first") and longest(doc, patterns.lists[rule["never_first"]], at, word, limit):
        return None
    if word in QUOTES:
        if word == '"' and not doc.spaced[at] and at + 1 < limit and doc.spaced[at + 1]:
            return None  # it closes what opens before the head: «حزب "الجبهة الوطنية" ونائبه»
        for end in range(at + 2, min(at + 2 + _QUOTED_WORDS, len(doc.words))):
            if doc.words[end] == QUOTES[word]:
                return end + 1, None
        return None
    if word.isascii() and word.isalpha():
        end = at
        while end < limit and doc.words[end].isascii() and doc.words[end].isalpha():
            end += 1
        return end, None
    listed = known.get(at) if "place" in first else None
    if listed and listed.start == doc.starts[at] and (rule["type"] != "sport" or listed.entry.type == "sport"):
        return listed.end, None
    foreign = "unknown" in first and at not in states and _unknown(word, words)
    if foreign or ("place" in first and at in places):
        end = places[at].end if at in places and "place" in first else at + 1
        closed = at in places and rule.get("goes_on")
        if closed:
            joins = patterns.lists[rule["goes_on"]]
            while end < limit and (further := longest(doc, joins, end, doc.words[end], limit)):
                end = further
        if not closed or rule["type"] == "news":  # «نادي مانشستر سيتي», but «نادي ليفربول ستيفن» is a player's
            end = _foreign_end(doc, end, min(limit, at + _FOREIGN_WORDS), states, words)
        state = demonym_at(doc, states, end) if rule["type"] != "sport" else None  # «ريال مدريد» الإسباني
        return (state.end, state) if state and doc.words[end].startswith("ال") else (end, None)
    if "definite" not in first or not word.startswith("ال") or len(word) < 5 or word in patterns.stop:
        return None
    if demonym_at(doc, states, at):
        return None
    end = at + 1
    while end < min(limit, at + patterns.name_words):
        word = doc.words[end]
        if word in patterns.stop or not word.startswith(patterns.definite) or len(word) < 5:
            break
        state = demonym_at(doc, states, end)
        if state:
            return state.end, state
        end += 1
    return end, None


def _foreign_end(doc: Document, end: int, limit: int, states: States, words: Words) -> int:
    while end < limit and end not in states and _unknown(doc.words[end], words, least=2):
        end += 1
    return end


def _unknown(word: str, words: Words, least: int = 4) -> bool:
    """Whether a word is foreign to the language, and nobody's given name: «صحيفة هيرلاب», not «صحيفة محلية»."""
    if len(word) < least or not word.isalpha() or word.isascii() or word.startswith(("ال", "وال", "لل", "بال")):
        return False
    kind = words.kind(word)
    return not kind & (COMMON | TITLE) and not (kind & GIVEN and not kind & WEAK) and not words.common(word)


def adjectives(
    doc: Document, patterns: Patterns, rule: dict[str, Any], at: int, limit: int, states: States
) -> tuple[int, Candidate | None] | None:
    """(end, state) of the adjectives that make a definite head a name: «المجلس الإسلامي الأعلى», «الهيئة العليا للنشر».

    They are nisbas or say a rank; a demonym among them, though never the first, tells the state. Where the rule's
    `first` names `definite`, ل with what the body is for may follow, and its adjective.
    """
    end, state, aim = at, None, False
    while end < min(limit, at + patterns.name_words):
        word = doc.words[end]
        known = demonym_at(doc, states, end)
        nisba = word.startswith("ال") and (word.endswith(("ي", "يه")) or (word in patterns.ranks and not aim))
        begins_aim = end > at and not aim and word.startswith("لل") and "definite" in rule.get("first", ())
        if word in patterns.stop or len(word) < 4 or not (nisba or begins_aim) or (end == at and known):
            break
        if word == "العام" and end + 1 < limit and doc.words[end + 1] in patterns.stop:  # «زعامة الحزب العام الماضي»
            break
        state, aim = state or known, aim or begins_aim
        end += 1
    return (end, state) if end > at else None


def listed(doc: Document, patterns: Patterns, rule: dict[str, Any], at: int, cut: int, limit: int) -> int | None:
    """The end of an item of the rule's lists at token `at` (`cut` letters left out), with those joined to it."""
    end = None
    for name in rule["complements"]:
        reached = longest(doc, patterns.lists[name], at, doc.words[at][cut:] if at < limit else "", limit)
        if reached and (end is None or reached > end):
            end = reached
    while end is not None and end < limit and doc.words[end].startswith("و"):
        ends = (longest(doc, patterns.lists[name], end, doc.words[end][1:], limit) for name in rule["complements"])
        joined = max((reached for reached in ends if reached), default=None)
        if joined is None:
            break
        end = joined
    return end


def longest(doc: Document, node: Node, at: int, word: str, limit: int) -> int | None:
    end = None
    while word and at < limit and word in node:
        node, at = node[word], at + 1
        if "" in node:
            end = at
        word = doc.words[at] if at < len(doc.words) else ""
    return end


def state_of(
    doc: Document, patterns: Patterns, rule: dict[str, Any], at: int, limit: int, states: dict[int, list[Candidate]],
    indefinite: bool,
) -> tuple[Candidate | None, int]:  # fmt: skip
    """The state that completes a head and the end with it; adjectives between may come first."""
    if indefinite:
        for state in states.get(at, ()):
            if state.entry.via == "name" and state.start == doc.starts[at]:
                return state, state.end
    end = at
    if rule.get("between"):
        end = longest(doc, patterns.lists[rule["between"]], at, doc.words[at] if at < limit else "", limit) or at
    nisba = demonym_at(doc, states, end)
    if nisba and nisba.start == doc.starts[end]:
        return nisba, nisba.end
    listed = rule["complement"] == "listed" and rule["heads"]
    if listed and end + 1 < len(doc.words) and doc.words[end] in patterns.prepositions:
        for state in states.get(end + 1, ()):
            if state.entry.via == "name" and state.start == doc.starts[end + 1]:
                return state, state.end
    return None, at


def demonym_at(doc: Document, states: dict[int, list[Candidate]], at: int) -> Candidate | None:
    """The state of a nisba at a token; السعودية is a name and a nisba in one."""
    for state in states.get(at, ()):
        if state.entry.via == "demonym" or (state.end == at + 1 and doc.words[at].endswith("يه")):
            return state
    return None
