"""The interpreter: tokens to readings by one look-up each, readings to expressions level by level.

A run of neighbouring words that the grammar knows, with at least one trigger (a month, a weekday, a unit, a date in
digits) in it, becomes a chart: slots (clitics have their own) with the readings that begin there. A level adds what its
rules find, from right to left, so that a rule may build on its own output. Nothing is thrown away until the end, when
the longest expressions win.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from ...clean.document import Document
from ...clean.fold import fold
from . import digits, patterns
from .actions import ACTIONS, Args
from .grammar import Grammar

# A reading of a slot: where it ends, its value, the rule that made it (None: the lexicon).
Reading = tuple[int, Any, "patterns.Rule | None"]
Cell = dict[str, list[Reading]]
# A rule that matches: where it ends, the rule, its captures' names, its readings.
Match = tuple[int, "patterns.Rule", tuple[str | None, ...], tuple[Reading, ...]]

LATIN = "latin*"  # in `previous_not`: a word in Latin letters (Mirage 2000)
_NEAR = 7  # words back that `near_not` and `near_in` look at


@dataclass(slots=True)
class Chart:
    """Slots of one run: `cells[s]` class → readings; `tokens[s]` and `letters[s]` (of that token) say where s is.

    `slots` are those at which a class has readings.
    """

    first: int
    cells: list[Cell] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)
    slot_of: dict[int, int] = field(default_factory=dict)
    slots: dict[str, list[int]] = field(default_factory=dict)
    triggered: bool = False


def charts(doc: Document, grammar: Grammar) -> Iterator[Chart]:
    """A chart for every run of known words that has a trigger."""
    words, known, sentence_of, end = doc.words, grammar.known, doc.sentence_of, 0
    for spark in doc.where(grammar.promising):
        if spark < end or not _may_begin(words, spark, grammar):
            continue
        first, end = spark, spark + 1
        # A run goes on in one sentence, or behind an abbreviation.
        while first and ((word := words[first - 1]) in known or word.isdecimal()):
            if sentence_of[first] != sentence_of[first - 1] and word != ".":
                break
            first -= 1
        while end < len(words) and ((word := words[end]) in known or word.isdecimal()):
            if sentence_of[end] != sentence_of[end - 1] and words[end - 1] != ".":
                break
            end += 1
        chart = _chart(doc, grammar, first, end)
        if chart.triggered:
            yield chart


def _may_begin(words: list[str], at: int, grammar: Grammar) -> bool:
    """Whether a trigger may begin here: its first words, or figures no words of the grammar, as a year or a date."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in grammar.sparks:
        heads = grammar.sparks[word]
        return heads is None or following in heads or word.isdecimal()
    return word not in grammar.known and (len(word) == 4 or following in digits.SIGNS)


def _chart(doc: Document, grammar: Grammar, first: int, end: int) -> Chart:
    """Slots and lexical readings of tokens first … end-1."""
    chart, words, triggers = Chart(first), doc.words, grammar.triggers
    index, clitic_letters, not_written = grammar.index, grammar.clitic_letters, grammar.not_written
    slot_of, tokens, letters = chart.slot_of, chart.tokens, chart.letters
    for at in range(first, end):
        slot_of[at] = len(tokens)
        tokens.append(at)
        letters.append(0)
        for letter in range(clitic_letters.get(words[at], 0)):
            tokens.append(at)
            letters.append(letter + 1)
    slot_of[end] = len(tokens)
    tokens.append(end)
    letters.append(0)
    chart.cells = [{} for _ in tokens]
    number = first  # tokens before it are in a number that was read
    for at in range(first, end):
        slot, word = slot_of[at], words[at]
        if not (word in not_written and doc.surface(at, at + 1) in not_written[word]):
            for clitics, trie in index.get(word, ()):
                for offset, cls in enumerate(clitics):
                    _put(chart, slot + offset, cls, slot + offset + 1, None)
                _follow(doc, chart, grammar, trie, slot + len(clitics), at, end)
        if number <= at and word.isdecimal():
            number, found = digits.readings(doc, at)
            for cls, value in found if number <= end else ():
                _put(chart, slot, cls, slot_of[number], value)
                chart.triggered = chart.triggered or cls in triggers
    return chart


def _follow(doc: Document, chart: Chart, grammar: Grammar, trie: dict[str, Any], slot: int, at: int, end: int) -> None:
    """Put every form that begins here, along its further words."""
    token, words, cased, triggers = at + 1, doc.words, grammar.cased, grammar.triggers
    while True:
        for cls, value in trie.get("", ()):
            if cls in cased and not doc.text[doc.starts[at]].isupper():
                continue
            _put(chart, slot, cls, chart.slot_of[token], value)
            chart.triggered = chart.triggered or cls in triggers
        if token >= end or words[token] not in trie:
            return
        trie = trie[words[token]]
        token += 1


def _put(chart: Chart, slot: int, cls: str, end: int, value: Any, rule: patterns.Rule | None = None) -> None:
    cell = chart.cells[slot]
    if cls not in cell:
        cell[cls] = [(end, value, rule)]
        chart.slots.setdefault(cls, []).append(slot)
        return
    readings = cell[cls]
    for known_end, known, _ in readings:
        if known_end == end and (rule is not None or known == value):
            return
    readings.append((end, value, rule))


def parse(doc: Document, chart: Chart, grammar: Grammar) -> None:
    """Run every level of the grammar over the chart."""
    slots = chart.slots
    for root in grammar.levels:
        # What a level puts, it puts at the slot it is at or behind it: where it begins is known before.
        begun: set[int] = set()
        for cls in root.next.keys() & slots.keys():
            further = root.next[cls]
            if further.leads or not further.next.keys().isdisjoint(slots):
                begun.update(slots[cls])
        for slot in sorted(begun, reverse=True) if len(begun) > 1 else begun:
            matches: list[Match] = []
            _walk(chart.cells, root, slot, (), matches)
            if len(matches) > 1:
                matches.sort(key=_order)
            for end, rule, names, path in matches:
                if rule.guarded and not _allowed(doc, chart, rule, slot, end):
                    continue
                value = ACTIONS[rule.action](_args(slot, names, path, rule))
                if value is not None:
                    _put(chart, path[rule.skip - 1][0] if rule.skip else slot, rule.out, end, value, rule)


def _order(match: Match) -> int:
    return match[1].order


def _walk(cells: list[Cell], node: patterns.Node, slot: int, path: tuple[Reading, ...], matches: list[Match]) -> None:
    cell, following = cells[slot], node.next
    shared: Collection[str] = following.keys() & cell.keys()
    if len(shared) > 1:
        # Of two ways to one reading the first stays: what rules have put together before bare words.
        shared = [cls for cls in reversed(cell) if cls in following]
    for cls in shared:
        further = following[cls]
        for reading in cell[cls]:
            end, taken = reading[0], (*path, reading)
            for rule, names in further.leaves:
                matches.append((end, rule, names, taken))
            if not further.next.keys().isdisjoint(cells[end]):
                _walk(cells, further, end, taken, matches)


def _args(slot: int, names: tuple[str | None, ...], path: tuple[Reading, ...], rule: patterns.Rule) -> Args:
    values: dict[str, Any] = dict(rule.constants)
    spans = {}
    at = slot
    for name, (end, value, made) in zip(names, path, strict=True):
        if name:
            values[name] = value
            spans[name] = (at, end, made.id if made else rule.id)
        at = end
    return Args(values, spans)


def _allowed(doc: Document, chart: Chart, rule: patterns.Rule, slot: int, end: int) -> bool:
    """The rule's conditions on the words around, and on blanks within."""
    words, first, last = doc.words, chart.tokens[slot], chart.tokens[end]
    if rule.previous_not or rule.previous_in:
        if letters := chart.letters[slot]:
            before = words[first][:letters]  # a clitic of its own word stands before it: المجلس للعام المقبل
        else:
            before = words[first - 1] if first and doc.sentence_of[first - 1] == doc.sentence_of[first] else ""
        if (
            before in rule.previous_not
            or (before.isascii() and before.isalpha() and LATIN in rule.previous_not)
            or (rule.previous_in and before not in rule.previous_in)
        ):
            return False
    if rule.next_not or rule.next_in:
        after = words[last] if last < len(words) and doc.sentence_of[last] == doc.sentence_of[first] else ""
        if after in rule.next_not or (
            rule.next_in and after not in rule.next_in and not after.startswith(rule.next_begins)
        ):
            return False
    if rule.near_not or rule.near_in:
        near = words[max(0, first - _NEAR) : first]
        if not rule.near_not.isdisjoint(near) or (rule.near_in and rule.near_in.isdisjoint(near)):
            return False
    return not (rule.tight and any(doc.spaced[first + 1 : last]))


def place(doc: Document, token: int, letters: int) -> int:
    """The offset in the text of a token's letter: clitics are left out of spans, whatever harakat they bear."""
    start = doc.starts[token]
    if not letters:
        return start
    _, offsets = fold(doc.text[start : doc.ends[token]])
    return start + (letters if offsets is None else offsets[letters])
