"""The day on which a quotation was said: its «today» is that day, where the words around it name one."""

from __future__ import annotations

import datetime as dt

from ... import timex as s
from ...clean.document import Document
from ...timex import TimeExpression
from .span import Span

_OPENS, _CLOSES = "«“", "»”"


Row = tuple[Document, TimeExpression, Span]
_LATELY = dt.timedelta(60)  # a quotation dated to a month or year further back was not said near publication


def said_on(doc: Document, expression: TimeExpression, rows: list[Row], published: dt.date | None) -> dt.date | None:
    """From which day اليوم, أمس and the like count in `expression`: publication, or inside a quotation the day that
    stands before its mark in the sentence («وقال الخميس: "اليوم نبدأ"»), None where only a past month or year does.

    `rows` are the resolved expressions before it.
    """
    node = expression.node.of if isinstance(expression.node, s.DayPart) else expression.node
    mark = _mark(doc.text, expression.start) if isinstance(node, s.Day) and rows else None
    if mark is None or published is None:
        return published
    sentence = doc.sentence_at(mark)
    for _, earlier, span in reversed(rows):
        if earlier.stop > mark or _mark(doc.text, earlier.start) is not None:
            continue
        if doc.sentence_of[earlier.first] != sentence or span.mod is not None or span.last is None:
            return published
        if span.is_day:
            return span.first
        return None if published - span.last > _LATELY else published
    return published


def _mark(text: str, at: int) -> int | None:
    """Where the quotation that holds offset `at` opens, within its paragraph."""
    start = text.rfind("\n", 0, at) + 1
    opened = None
    for index in range(start, at):
        char = text[index]
        if char in _OPENS or (char == '"' and opened is None):
            opened = index
        elif char in _CLOSES or char == '"':
            opened = None
    return opened
