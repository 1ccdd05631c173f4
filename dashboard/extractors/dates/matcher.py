"""The interpreter: tokens to readings by one look-up each, readings to expressions level by level.

A run of neighbouring words that the grammar knows, with at least one trigger (a month, a weekday, a unit, a date in
digits) in it, becomes a chart: slots (clitics have their own) with the readings that begin there. A level adds what its
rules find, from right to left, so that a rule may build on its own output. Nothing is thrown away until the end, when
the longest expressions win.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...clean.document import Document
from ...clean.fold import fold
from . import digits, patterns
from .actions.args import Args, Reading
from .grammar import Grammar

Cell = dict[str, list[Reading]]
# A rule that matches: where it ends, the rule, its captures, its readings.
Match = tuple[int, "patterns.Rule", patterns.Captures, tuple[Reading, ...]]

LATIN = "latin*"  # in `previous_not`: a word in Latin letters (Mirage 2000)
_NEAR = 7  # words back that `near_not` and `near_in` look at


@dataclass(slots=True)
class Chart:
    """Slots of one run: `cells[s]` class → readings; `tokens[s]` and `letters[s]` (of that token) say where s is.

    `slots` are those at which a class has readings. `asked`: whether it depends on more than the run's folded words, on
    their spelling, on figures, which are told from codes by what stands beside them, or on the words around.
    """

    first: int
    cells: list[Cell]
    tokens: list[int]
    letters: list[int]
    slots: dict[str, list[int]]
    asked: bool

    def put(self, slot: int, cls: str, end: int, value: Any, rule: patterns.Rule | None = None) -> None:
        """Add a reading, unless a rule finds what is known, or the lexicon the same once more."""
        cell = self.cells[slot]
        readings = cell.get(cls)
        if readings is None:
            cell[cls] = [(end, value, rule)]
            if cls in self.slots:
                self.slots[cls].append(slot)
            else:
                self.slots[cls] = [slot]
            return
        for known_end, known, _ in readings:
            if known_end == end and (rule is not None or known == value):
                return
        readings.append((end, value, rule))


def runs(doc: Document, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """The first and the end token of every run of known words in which a trigger may begin."""
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
        yield first, end


def _may_begin(words: list[str], at: int, grammar: Grammar) -> bool:
    """Whether a trigger may begin here: its first words, or figures no words of the grammar, as a year or a date."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in grammar.sparks:
        heads = grammar.sparks[word]
        return heads is None or following in heads or word.isdecimal()
    return word not in grammar.known and (len(word) == 4 or following in digits.SIGNS)


def read(doc: Document, first: int, end: int, grammar: Grammar) -> Chart:
    """The chart of the run of tokens first … end-1; without a trigger nothing is looked for in it."""
    chart = _chart(doc, grammar, first, end)
    if not grammar.triggers.isdisjoint(chart.slots):
        _parse(doc, chart, grammar)
    return chart


def _chart(doc: Document, grammar: Grammar, first: int, end: int) -> Chart:
    """Slots and lexical readings of tokens first … end-1."""
    words, openings, cased, not_written = doc.words, grammar.openings, grammar.cased, grammar.not_written
    clitic_letters = grammar.clitic_letters
    slot_of: list[int] = []  # of the tokens from `first` on
    tokens: list[int] = []
    letters: list[int] = []
    for at in range(first, end):
        slot_of.append(len(tokens))
        tokens.append(at)
        letters.append(0)
        if words[at] in clitic_letters:
            more = clitic_letters[words[at]]
            tokens += [at] * more
            letters += range(1, more + 1)
    slot_of.append(len(tokens))
    tokens.append(end)
    letters.append(0)
    spelled = not not_written.keys().isdisjoint(words[first:end]) or any(map(str.isdecimal, words[first:end]))
    chart = Chart(first, [{} for _ in tokens], tokens, letters, {}, asked=spelled or bool(cased))
    number = first  # tokens before it are in a number that was read
    for at, slot in zip(range(first, end), slot_of, strict=False):
        word = words[at]
        if not (word in not_written and doc.surface(at, at + 1) in not_written[word]):
            for alone, letter, onward in openings.get(word, ()):
                for offset, cls, width, value in alone:
                    if not (cls in cased and not doc.text[doc.starts[at]].isupper()):
                        chart.put(slot + offset, cls, slot + width, value)
                if onward:
                    _follow(doc, chart, grammar, onward, slot + letter, at, slot_of)
        if number <= at and word.isdecimal():
            number, found = digits.readings(doc, at)
            for cls, value in found if number <= end else ():
                chart.put(slot, cls, slot_of[number - first], value)
    return chart


def _follow(
    doc: Document, chart: Chart, grammar: Grammar, trie: dict[str, Any], slot: int, at: int, slot_of: list[int]
) -> None:
    """Put every form of several words that begins here."""
    words, token, end = doc.words, at + 1, chart.tokens[-1]
    while token < end and (further := trie.get(words[token])) is not None:
        trie, token = further, token + 1
        for cls, value in trie.get("", ()):
            if not (cls in grammar.cased and not doc.text[doc.starts[at]].isupper()):
                chart.put(slot, cls, slot_of[token - chart.first], value)


def _parse(doc: Document, chart: Chart, grammar: Grammar) -> None:
    """Run every level of the grammar over the chart."""
    cells, slots, openings = chart.cells, chart.slots, grammar.beginnings
    waiting: list[list[tuple[str, patterns.Node]]] = [[] for _ in grammar.levels]
    for cls in slots:
        for level, node in openings.get(cls, ()):
            waiting[level].append((cls, node))
    for root, beginnings in zip(grammar.levels, waiting, strict=True):
        # What a level puts, it puts at the slot it is at or behind it: where it begins is known before.
        begun: set[int] = set()
        for cls, node in beginnings:
            if node.leads:
                begun.update(slots[cls])
                continue
            onward = node.next.keys()
            for slot in slots[cls]:
                for reading in cells[slot][cls]:
                    if not onward.isdisjoint(cells[reading[0]]):
                        begun.add(slot)
        for slot in sorted(begun, reverse=True) if len(begun) > 1 else begun:
            matches: list[Match] = []
            _walk(cells, root, slot, (), matches)
            if len(matches) > 1:
                matches.sort(key=_order)
            for end, rule, captures, path in matches:
                if rule.guarded:
                    chart.asked = True
                    if not _allowed(doc, chart, rule, slot, end):
                        continue
                value = rule.action(Args(rule, slot, captures, path))
                if value is None:
                    continue
                if rule.out not in slots:
                    for level, node in openings.get(rule.out, ()):
                        waiting[level].append((rule.out, node))
                chart.put(path[rule.skip - 1][0] if rule.skip else slot, rule.out, end, value, rule)


def _order(match: Match) -> int:
    return match[1].order


def _walk(cells: list[Cell], node: patterns.Node, slot: int, path: tuple[Reading, ...], matches: list[Match]) -> None:
    cell, following = cells[slot], node.next
    # Of two ways to one reading the first stays: what rules have put together before bare words.
    for cls in reversed(cell):
        further = following.get(cls)
        if further is None:
            continue
        onward = further.next.keys()
        for reading in cell[cls]:
            end, taken = reading[0], (*path, reading)
            for rule, captures in further.leaves:
                matches.append((end, rule, captures, taken))
            if onward and not onward.isdisjoint(cells[end]):
                _walk(cells, further, end, taken, matches)


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
