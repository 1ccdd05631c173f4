"""The day of an event: that of its own clause."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import DateMention
from .clauses import Clause
from .slots import Slots

# What says that something happened on the day named before it.
_WHEN = {"حين", "عندما", "حينما"}


def date_of(sentence: Clause, dates: Sequence[DateMention], at: int, slots: Slots) -> int | None:
    """The date nearest to the trigger in its clause; the first of alternatives; no duration, no recurrence."""
    doc = sentence.doc
    low, high = doc.starts[sentence.first], doc.ends[sentence.end - 1]
    best: tuple[int, int] | None = None
    for number, date in enumerate(dates):
        if date.field != doc.field or date.start is None or not low <= date.start < high:
            continue
        token = doc.token_at(date.start)
        if date.kind in ("duration", "recurring") or not _same_clause(sentence, at, slots, token):
            continue
        # What follows is nearer than what stands before: a date opens a sentence that tells several things.
        distance = token - slots.end if token >= slots.end else max(0, slots.first - token) * 2
        if best is None or max(0, distance) < best[0]:
            best = (max(0, distance), number)
    if best is None:
        return None
    group = dates[best[1]].alternative
    if group is None:
        return best[1]
    return min(n for n, date in enumerate(dates) if date.alternative == group and date.field == doc.field)


def _same_clause(sentence: Clause, at: int, slots: Slots, token: int) -> bool:
    """Whether no other clause begins between the event and a date."""
    first, end = (slots.end, token) if token >= slots.end else (token, slots.first)
    token_end = token
    while sentence.tag(token_end) == "time":
        token_end += 1
    for here in range(first, end):
        tag = sentence.tag(here)
        if tag == "sub" and here == token_end and sentence.word(here) in _WHEN:
            continue  # اندلعت أمس حين قطعت …
        if tag in ("stop", "sub", "rel") or (tag == "verb" and here not in (at, slots.carrier)):
            return False
    return True
