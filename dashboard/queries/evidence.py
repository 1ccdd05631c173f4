"""From counted facts to the sentences they were counted from: one row a sentence or an article, marks in place.

`Hits` are facts (rows with `code`, `key`, `field`, `start`, `end`) and the unit that was counted. A chart's number
is `len(gather(corpus, hits))`, so number and rows can't differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal, overload

import numpy as np
import pandas as pd

from .corpus import Corpus
from .indexed import SPAN

Unit = Literal["sentence", "article"]
Segment = tuple[str, str]  # text, mark ("" for none)


@dataclass(frozen=True)
class Hits:
    """Facts and what was counted of them; those that are coded relations have a column `relation`, their rows."""

    facts: pd.DataFrame
    unit: Unit = "sentence"


@dataclass(frozen=True)
class Piece:
    """A sentence of a row: its bounds in title or text (end None: the title's), and the spans to mark in it."""

    field: str
    start: int
    end: int | None
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Row:
    """What was counted once: a sentence or an article, with the sentences that show it."""

    code: int
    article: str
    key: int  # of its first sentence
    pieces: tuple[Piece, ...]


class Rows(Sequence[Row]):
    """Rows that are made when they are looked at: a number may stand for hundreds of thousands, a page shows forty.

    `codes` are their articles, in their order; `made` makes those at some places.
    """

    def __init__(self, codes: np.ndarray, made: Callable[[np.ndarray], list[Row]]) -> None:
        self.codes = codes
        self.at = made

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """Rows that are made already."""
        return cls(np.array([row.code for row in rows], dtype=np.int64), lambda places: [rows[at] for at in places])

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        places = np.arange(len(self))[at]
        return self.at(places) if isinstance(at, slice) else self.at(np.array([places]))[0]

    def __iter__(self) -> Iterator[Row]:
        return iter(self[:])


def gather(corpus: Corpus, hits: Hits) -> Rows:
    """The rows behind a number, the newest article first, then by place."""
    facts = hits.facts[["code", "key", "start", "end"]]
    unit = facts["key" if hits.unit == "sentence" else "code"].to_numpy(dtype=np.int64)
    units = np.sort(pd.unique(unit))
    codes = units // SPAN if hits.unit == "sentence" else units
    order = np.argsort(corpus.ages[codes], kind="stable")
    units = units[order]
    ids = corpus.ids

    def made(places: np.ndarray) -> list[Row]:
        wanted = units[places]
        found = facts[pd.Series(unit).isin(wanted).to_numpy()].drop_duplicates().sort_values(["key", "start"])
        bounds = corpus.bounds(found["key"].unique())
        rows: dict[int, Row] = {}
        spans = zip(*(found[name].astype(object) for name in ("code", "key", "start", "end")), strict=True)
        for one, listed in groupby(spans, itemgetter(1 if hits.unit == "sentence" else 0)):
            pieces = []
            for key, inside in groupby(listed, itemgetter(1)):
                marks = tuple((int(s), int(e)) for _, _, s, e in inside if not (pd.isna(s) or pd.isna(e)))
                pieces.append((int(key), _piece(bounds.get(int(key)), marks)))
            code = pieces[0][0] // SPAN
            rows[int(one)] = Row(code, ids[code], pieces[0][0], tuple(piece for _, piece in pieces))
        return [rows[int(one)] for one in wanted]

    return Rows(codes[order], made)


def _piece(bounds: tuple[int, int] | None, marks: tuple[tuple[int, int], ...]) -> Piece:
    if bounds is None:  # the title, which is no numbered sentence
        return Piece("title", 0, None, marks)
    # A statement may run over its sentence's end: show it whole.
    return Piece("text", min([bounds[0], *(s for s, _ in marks)]), max([bounds[1], *(e for _, e in marks)]), marks)


def cut(piece: Piece, texts: tuple[str, str]) -> list[Segment]:
    """A piece as segments of (title, text): each with "hit" where it was counted, "" elsewhere."""
    text = texts[0] if piece.field == "title" else texts[1]
    end = len(text) if piece.end is None else piece.end
    segments: list[Segment] = []
    at = piece.start
    for start, stop in sorted(piece.marks):
        start = max(start, at)
        if start >= min(stop, end):
            continue
        segments += [(text[at:start], ""), (text[start : min(stop, end)], "hit")]
        at = min(stop, end)
    segments.append((text[at:end], ""))
    return [(part, mark) for part, mark in segments if part]


def place(row: Row) -> tuple[str, int, int] | None:
    """Where the reader should open: the first mark of a row, or its first sentence."""
    for piece in row.pieces:
        if piece.marks:
            return (piece.field, *piece.marks[0])
    return (row.pieces[0].field, row.pieces[0].start, row.pieces[0].end or 0) if row.pieces else None
