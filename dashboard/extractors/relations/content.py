"""Events that lean on one another: what is condemned or welcomed, and attacks told with their victims apart."""

from __future__ import annotations

from dataclasses import dataclass

from .arguments import Slots
from .clauses import Clause
from .lexemes import Event, Reading

# How far apart an attack and its victims may be told.
_REACH = 25


@dataclass(slots=True)
class Told:
    """A trigger of a sentence with what it tells and whom."""

    at: int
    reading: Reading
    event: Event
    slots: Slots


def connect(clause: Clause, told: list[Told]) -> None:
    """Fill open ends from the other triggers of the sentence, in place."""
    for number, one in enumerate(told):
        if one.event.data.get("content") and one.slots.source and not one.slots.target:
            _from_content(clause, one, told[number + 1 :])
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            if one.event.type == other.event.type == "ASSAULT" and other.at - one.at <= _REACH:
                _join_attack(clause, one, other)


def _from_content(clause: Clause, one: Told, later: list[Told]) -> None:
    """أدانت أنقرة القصف الإسرائيلي: the doer of what is condemned is the target."""
    edge = clause.right_edge(one.at)
    for other in later:
        if other.at >= edge:
            return
        if other.reading.pos == "noun":
            doer = [who for who in other.slots.source if who not in one.slots.source]
            if doer and other.slots.carrier is None:
                one.slots.target = doer
                one.slots.end = max(one.slots.end, other.slots.end)
                one.slots.confidence = min(one.slots.confidence, 0.7)
            return


def _join_attack(clause: Clause, one: Told, other: Told) -> None:
    """قتل مدنيان أفغانيان في ضربات أميركية: one names the victims, the other who struck."""
    a, b = one.slots, other.slots
    between = range(one.at + 1, other.at)
    causes = clause.index.sets["causes"]
    linked = any(clause.word(here) in causes.exact for here in between)
    if not linked or any(clause.tag(here) == "stop" for here in between):
        return
    if a.target and not a.source and b.source and not b.target:
        a.source, a.end = list(b.source), max(a.end, b.end)
        a.confidence = 0.65
    elif a.source and not a.target and b.target and not b.source:
        b.source, b.first = list(a.source), min(a.first, b.first)
        b.confidence = 0.65
