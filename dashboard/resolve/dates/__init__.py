"""Expressions of time to days: relative ones against publication or the date before.

Where a text contradicts itself (weekday and date, adverb and weekday, two calendars), a flag says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ... import timex as s
from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import DateMention, Flag
from ...timex import TimeExpression
from . import clock
from .evaluate import Context, Evaluator
from .flags import article_flag, located_flag
from .pointing import pointed
from .quoted import said_on
from .span import Span, to_edtf

__all__ = ["resolve"]

Found = list[tuple[Document, list[TimeExpression]]]
# A resolved expression on its way to the record.
_Row = tuple[Document, TimeExpression, Span]


def resolve(
    found: Found, published: dt.date | None, lexicon: Lexicon, source_country: str | None = None
) -> tuple[list[DateMention], list[Flag]]:
    """The record's dates, in the order of `found`, and the flags on them.

    `found` is the title's and the text's expressions, in that order; `source_country` (ISO 3166-1 alpha-3) decides the
    weekend. Days are None where they can't be known; without `published` the flag `no-publication-date` says why.
    """
    data = lexicon.data("calendar")
    weekend = _weekends(lexicon).get(source_country or "", tuple(data["weekend"]["default"]))
    rows: list[_Row] = []
    flags: list[Flag] = []
    for doc, expressions in found:
        context = Context(published, data, weekend, source_country, persian=doc.language == "fa")
        previous: Span | None = None
        counted: Span | None = None
        here: list[_Row] = []
        for expression in expressions:
            series = bool(here) and _goes_on(here[-1], expression, doc, published)
            day = said_on(doc, expression, here, published)
            around = context if day == published else replace(context, published=day)
            evaluator = Evaluator(around, counted if _steps(expression) else previous, expression, series)
            span = evaluator.span(expression.node)
            if around is not context:
                span = replace(span, basis="previous")
            flags += [located_flag(kind, doc, expression) for kind in dict.fromkeys(evaluator.flags)]
            if span.first and span.kind in ("date", "time", "interval"):
                previous = span
                if expression.rule != "open-ever" or counted is None:  # «منذ 2017» compares; it tells of no other time
                    counted = span
            here.append((doc, expression, span))
        here = _clocks(here, published)
        flags += _mismatches(here)
        rows += here
    dates = _mentions(rows, published)
    if published is None:
        flags.append(article_flag(sum(1 for date in dates if date.from_day is None and date.basis == "published")))
    return dates, flags


def _steps(expression: TimeExpression) -> bool:
    """The month before, the day after: counted from what the text tells of, not from what it compares with."""
    return isinstance(expression.node, s.Period) and bool(expression.node.shift)


@lru_cache(maxsize=4)
def _weekends(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """Weekend days of the states whose weekend differs."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    table: dict[str, Any] = lexicon.data("calendar")["weekend"]
    return {
        state: tuple(names.index(day) for day in key.split("-"))
        for key, states in table.items() if key != "default" for state in states
    }  # fmt: skip


def _goes_on(before: _Row, expression: TimeExpression, doc: Document, published: dt.date | None) -> bool:
    """Did the date before lie ahead, an alternative to this one or in the same sentence and without a year too?"""
    _, earlier, span = before
    if published is None or span.first is None or span.first <= published:
        return False
    if earlier.group is not None and earlier.group == expression.group:
        return True
    yearless = isinstance(earlier.node, s.Date) and earlier.node.year is None
    return yearless and doc.sentence_of[earlier.first] == doc.sentence_of[expression.first]


def _clocks(rows: list[_Row], published: dt.date | None) -> list[_Row]:
    """Clocks without a day take the sentence's day, else publication's; the second of two clocks follows the first, or
    the first the second where only that one has a day (07,40 local, 22,40 GMT Wednesday)."""
    done: list[_Row] = []
    for index, (doc, expression, span) in enumerate(rows):
        node = _clock_node(expression)
        ahead = rows[index + 1] if index + 1 < len(rows) else None
        if node is not None and span.at is None and node.of is None:
            other = _clock_node(ahead[1]) if ahead and _paired(expression, ahead[1]) else None
            if ahead and other is not None and other.of is not None and ahead[2].at and not _closes(doc, ahead[1]):
                span = clock.agree(ahead[2], clock.on_day(span, node, replace(ahead[2], part=None)))
            else:
                span = clock.on_day(span, node, _day_nearby(rows, index, published))
        partner = done[-1] if done else None
        if (
            partner
            and node is not None
            and _paired(partner[1], expression)
            and not (node.of and span.at and not _closes(doc, expression))
        ):
            span = clock.agree(partner[2], span)
        done.append((doc, expression, span))
    return done


def _clock_node(expression: TimeExpression) -> s.Clock | None:
    node = expression.node.of if isinstance(expression.node, s.Open) else expression.node
    node = node.first if isinstance(node, s.Range) else node
    return node if isinstance(node, s.Clock) else None


def _closes(doc: Document, expression: TimeExpression) -> bool:
    """Whether the day of a clock in brackets stands behind them, and so is the day of the clock before them."""
    return ")" in doc.text[expression.start : expression.stop]


def _paired(one: TimeExpression, other: TimeExpression) -> bool:
    return one.group is not None and one.group == other.group


def _day_nearby(rows: list[_Row], index: int, published: dt.date | None) -> Span:
    """The nearest day said in the same sentence, before or after; else publication's."""
    doc, expression, _ = rows[index]
    sentence = doc.sentence_of[expression.first]
    near = [
        (abs(other - index), other > index, span)
        for other, (_, candidate, span) in enumerate(rows)
        if other != index and span.is_day and doc.sentence_of[candidate.first] == sentence
    ]
    if near:
        return replace(min(near, key=lambda item: item[:2])[2], mod=None)
    return Span(published, published, basis="published")


def _mismatches(rows: list[_Row]) -> list[Flag]:
    """Dates given as one day in two calendars that are not (a day's difference is the moon's, two are a mistake)."""
    flags = []
    for (doc, one, first), (_, other, second) in zip(rows, rows[1:], strict=False):
        if one.equal is None or one.equal != other.equal or not first.first or not second.first:
            continue
        if (
            first.is_day
            and second.is_day
            and abs((first.first - second.first).days) > 1
            or not (first.is_day and second.is_day)
            and not (first.first <= (second.last or second.first) and second.first <= (first.last or first.first))
        ):
            flags.append(located_flag("calendar-mismatch", doc, other, start=one.start))
    return flags


def _mentions(rows: list[_Row], published: dt.date | None) -> list[DateMention]:
    numbers: dict[tuple[str, int], int] = {}
    mentions = []
    for doc, expression, span in rows:
        alternative = None
        if expression.group is not None:
            alternative = numbers.setdefault((doc.field, expression.group), len(numbers) + 1)
        mentions.append(
            DateMention(
                start=expression.start,
                end=expression.stop,
                field=doc.field,
                sentence=doc.sentence_at(expression.start),
                rule=f"dates:{expression.rule}",
                confidence=expression.confidence,
                text=doc.text[expression.start : expression.stop],
                from_day=span.first.isoformat() if span.first else None,
                to_day=span.last.isoformat() if span.last else None,
                edtf=to_edtf(span),
                precision=span.precision,
                mod=span.mod,
                kind=span.kind,
                basis=span.basis,
                part=span.part,
                at=span.at,
                tz=span.tz,
                alternative=alternative,
                tense=_tense(span, published) or _said(expression, span) or expression.tense,
                calendar=span.calendar,
            )
        )
    return mentions


def _tense(span: Span, published: dt.date | None) -> str | None:
    """Where a span lies, seen from publication."""
    if published is None or not span.resolved or span.kind == "duration":
        return None
    if span.last is not None and span.last < published:
        return "past"
    return "future" if span.first is not None and span.first > published else "present"


def _said(expression: TimeExpression, span: Span) -> str | None:
    """Where a span without a day lies by its own words: غدا is to come in an undated article too."""
    return None if span.resolved or span.kind in ("duration", "recurring") else pointed(expression.node)
