"""From an event and its status to PLOVER: type, mode, contexts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .clauses import Clause
from .vocabulary import Event, Index

# A condition turns these into a threat.
_HARSH = {"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "THREATEN"}


def conditional(clause: Clause) -> bool:
    """Whether the sentence sets a condition (ما لم, شريطة)."""
    words, conditions = clause.doc.words, clause.index.conditions
    for here in clause.where(conditions.__contains__):
        for ahead in conditions[words[here]]:
            if words[max(here - len(ahead), 0) : here] == ahead:
                return True
    return False


def code(
    index: Index, kind: str, mode: str | None, status: str, condition: bool
) -> tuple[str, str | None, str, str | None]:
    """(type, mode, status, announces) as PLOVER has it for an event of a type with a status."""
    return code_of(index.types, kind, mode, status, condition)


def code_of(
    types: Mapping[str, Mapping[str, Any]], kind: str, mode: str | None, status: str, condition: bool
) -> tuple[str, str | None, str, str | None]:
    """The same with PLOVER's types given; the mode is that of what is done or announced."""
    announces = None
    if condition and kind in _HARSH and status in ("announced", "hypothetical"):
        return "THREATEN", "violence" if kind == "ASSAULT" else None, "hypothetical", None
    if condition and (status == "announced" or (kind == "THREATEN" and status == "occurred")):
        status = "hypothetical"
    if status == "announced":
        future = types[kind].get("future")
        if future:
            announces, kind = kind, future
        elif kind == "ASSAULT":
            kind, mode = "THREATEN", "violence"
    return kind, mode, status, announces


def contexts(clause: Clause, event: Event, first: int, end: int) -> tuple[str, ...]:
    """The event's own contexts and those that the words of its span and just after give."""
    found, contexts_of = list(event.context), clause.index.contexts_of
    for at in clause.doc.within(contexts_of, max(clause.first, first), min(clause.end, end + 4)):
        for name in contexts_of(clause.word(at)):
            if name not in found:
                found.append(name)
    return tuple(found)
