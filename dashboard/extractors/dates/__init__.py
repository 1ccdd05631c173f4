"""Expressions of time in a document, symbolically: the grammar stands in data/languages/*.yml, here it is interpreted.

`find` says what a text says ("the next September", "two weeks ago"); which days that is, `resolve.dates` decides.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from ... import timex
from ...clean.document import Document
from ...lexicon import Lexicon
from ...timex import TimeExpression
from . import matcher
from .actions import Several
from .grammar import Grammar, compiled
from .tense import cue_at, deadline_at

__all__ = ["TimeExpression", "find"]

# Of a chart: first slot, end slot, value, rule, confidence.
Chosen = list[tuple[int, int, Any, str, float]]
# Runs that are remembered; a few thousand articles have so many that others have too.
_ROOM = 2**13


def find(doc: Document, lexicon: Lexicon) -> list[TimeExpression]:
    """Every expression of time in `doc`, in the order of the text; spans never overlap."""
    grammar = compiled(lexicon, doc.language)
    found: list[TimeExpression] = []
    group = 0
    for first, end in matcher.runs(doc, grammar):
        chart, chosen = _read(doc, first, end, grammar)
        for start, stop, value, rule, confidence in chosen:
            if isinstance(value, Several):
                group += 1
                for node, begin, last, made in value.items:
                    expression = _expression(doc, first, chart, grammar, begin, last, node, made, confidence)
                    expression.group = group if value.kind == "alternative" else None
                    expression.equal = group if value.kind == "equal" else None
                    found.append(expression)
            else:
                found.append(_expression(doc, first, chart, grammar, start, stop, value, rule, confidence))
    return found


def _read(doc: Document, first: int, end: int, grammar: Grammar) -> tuple[matcher.Chart, Chosen]:
    """The chart of a run and what is chosen from it; what depends on the words alone (الأسبوع الماضي) is read once."""
    run = " ".join(doc.words[first:end])
    known: tuple[matcher.Chart, Chosen] | None = grammar.read.get(run)
    if known is not None:
        return known
    chart = matcher.read(doc, first, end, grammar)
    found = chart, _chosen(chart, grammar)
    if not chart.asked:
        if len(grammar.read) >= _ROOM:
            grammar.read.clear()
        chart.cells.clear()
        grammar.read[run] = found
    return found


def _chosen(chart: matcher.Chart, grammar: Grammar) -> Chosen:
    """The longest expressions of a chart that don't overlap, in order."""
    spans = [
        (slot - end, rank, rule.order, slot, end, value, rule)
        for cls, slots in chart.slots.items()
        if (rank := grammar.emit.get(cls)) is not None
        for slot in slots
        for end, value, rule in chart.cells[slot][cls]
        if rule is not None
    ]
    if len(spans) > 1:
        spans.sort(key=_preference)
    taken: Chosen = []
    for *_, slot, end, value, rule in spans:
        if all(end <= other[0] or slot >= other[1] for other in taken):
            taken.append((slot, end, value, rule.id, rule.confidence))
    taken.sort(key=_start)
    return [span for span in taken if span[2] is not timex.NOTHING]


# Of two readings of the same words the class that `emit` names first.
_preference, _start = itemgetter(0, 1, 2, 3), itemgetter(0)


def _expression(
    doc: Document, run: int, chart: matcher.Chart, grammar: Grammar, slot: int, end: int, node: Any, rule: str,
    confidence: float,
) -> TimeExpression:  # fmt: skip
    """The expression of a chart's slots in the run that begins at token `run`, where its chart may be another's."""
    shift = run - chart.first
    first, last = chart.tokens[slot] + shift, chart.tokens[end - 1] + shift + 1
    start = matcher.place(doc, first, chart.letters[slot])
    stop = doc.ends[last - 1]
    cue = cue_at(doc, first, last, grammar.tense)
    return TimeExpression(
        first, last, start, stop, node, rule, confidence,
        tense=cue.tense if cue else None, cue_distance=cue.distance if cue else None,
        cue_before=cue.before if cue else True,
        deadline=isinstance(node, timex.Within) and deadline_at(doc, first, grammar.tense),
        alone=run == 0 and chart.tokens[-1] + shift == len(doc.words),
    )  # fmt: skip
