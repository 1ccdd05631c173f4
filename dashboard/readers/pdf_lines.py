"""Runs on a page → lines → columns → paragraphs, in reading order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from statistics import median

from .bidi import folded, has_arabic, logical, mostly_arabic, within_latin
from .pdf_runs import Run

_SAME_LINE = 0.45  # of the sign's height: how far base lines of one line lie apart
_GUTTER = 1.0  # heights: a gap this wide may part two columns
_BLANK, _WIDE_BLANK = 0.16, 0.45  # heights: a gap that is a blank, where none are drawn and where they are
_COLUMN_LINES = 5  # lines side by side that make columns
_COLUMN_CHARACTERS = 18  # a line in a column; shorter ones are a table's cells
_APART = 1.35  # usual line distances: a paragraph begins below a wider one
_SHORT = 0.12  # of the column's width: a line that ends so far from its edge ends a paragraph
_RAGGED = 0.4  # so far a long word may keep a line from its edge
_SENTENCE_END = re.compile(r"[.!?؟…:»”\"')\]]\s*$")
_OPENING_SIGNS = re.compile(r"^([.,،:;؛!?؟]+)\s*(.*)$")


@dataclass(slots=True)
class Line:
    """A line of one column: its text in reading order, its place, its height."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(slots=True)
class _Segment:
    """Signs of one line without a wide gap among them, from left to right as printed."""

    runs: list[Run] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def length(self) -> int:
        return sum(len(run.text) for run in self.runs)


_Row = list[_Segment]


def lines(runs: list[Run], arabic: bool) -> list[Line]:
    """The lines of a page, column after column; `arabic`: the document runs from right to left."""
    blank = _WIDE_BLANK if 12 * sum(run.text.isspace() for run in runs) > len(runs) else _BLANK
    blocks = _blocks(_rows(runs), arabic)
    return [line for block in blocks for row in block if (line := _line(row, arabic, blank)).text]


def printed(runs: list[Run]) -> str:
    """All that stands on a page, in no order that matters: for judging its language."""
    return "".join(run.text for run in runs)


def paragraphs(page: list[Line]) -> list[list[Line]]:
    """The lines of one page parted where the next one begins a paragraph."""
    pairs = [(a, b) for a, b in zip(page, page[1:], strict=False) if 0 < a.y - b.y < 4 * a.size]
    # Below a line that reaches the edge its paragraph goes on: where paragraphs are of one line or two, that tells how
    # far lines lie apart, and most gaps are between paragraphs.
    within = [(a, b) for a, b in pairs if abs(a.size - b.size) < 0.5 and open_ended_line(a, page)]
    usual = min((median(a.y - b.y for a, b in some) for some in (pairs, within) if some), default=0.0)
    body = median(line.size for line in page)
    found: list[list[Line]] = []
    for index, line in enumerate(page):
        before = page[index - 1] if index else None
        # Lines of a heading lie as much further apart as its signs are larger.
        if before is None or _begins(before, line, usual * max(min(before.size, line.size) / body, 1.0), page):
            found.append([])
        found[-1].append(line)
    return found


def joined(block: list[Line]) -> str:
    """A paragraph's lines as one, words parted at a line's end put together."""
    text = ""
    for line in block:
        if re.search(r"[a-z]-$", text) and line.text[:1].islower():
            text = text[:-1] + line.text
        elif re.search(r"\w[-/]$", text) and line.text[:1].isdigit():  # 2022-|09-03, COVID-|19
            text += line.text
        else:
            text = f"{text} {line.text}".strip()
    return " ".join(text.split())


def open_ended(text: str) -> bool:
    """Whether a paragraph breaks off at a page's end."""
    return not _SENTENCE_END.search(text)


def _begins(before: Line, line: Line, usual: float, page: list[Line]) -> bool:
    gap = before.y - line.y
    if gap <= 0:  # the next column: a line set ragged may end well before the edge, and no sentence with it
        return not open_ended_line(before, page, _RAGGED if open_ended(before.text) else _SHORT)
    if gap > max(usual * _APART, 1.0) + 0.1 * line.size:
        return True
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return True
    return not open_ended(before.text) and not open_ended_line(before, page)


def open_ended_line(line: Line, page: list[Line], short: float = _SHORT) -> bool:
    """Whether a line reaches the edge that it is read towards, but for a share of the column's width."""
    near = [other for other in page if other.left < line.right and other.right > line.left]
    left, right = min(other.left for other in near), max(other.right for other in near)
    slack = short * (right - left)
    return line.left - left <= slack if has_arabic(line.text) else right - line.right <= slack


def _rows(runs: list[Run]) -> list[_Row]:
    """Runs on one base line, from the top down, each row parted at its wide gaps."""
    rows: list[list[Run]] = []
    marks = [run for run in runs if _is_mark(run)]
    for run in sorted((run for run in runs if not _is_mark(run)), key=lambda run: -run.y):
        # A raised or lowered sign is smaller: the row's own height decides.
        if rows and abs(rows[-1][0].y - run.y) <= _SAME_LINE * max(rows[-1][0].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    rows = [_in_place(row) for row in rows if any(run.text.strip() for run in row)]
    over: dict[int, list[Run]] = {}
    for mark in marks:  # they float above and below the base line
        near = min(range(len(rows)), key=lambda index: abs(rows[index][0].y - mark.y), default=None)
        if near is not None:
            over.setdefault(near, []).append(mark)
    return [_segments(_with_marks(row, over.get(index, []))) for index, row in enumerate(rows)]


def _segments(row: list[Run]) -> _Row:
    out: _Row = []
    reach = 0.0
    for run in row:
        if not out or (run.left - reach > _GUTTER * run.size and run.text.strip()):
            out.append(_Segment())
            reach = run.left
        out[-1].runs.append(run)
        reach = max(reach, run.right) if run.text.strip() else reach
    return out


def _in_place(row: list[Run]) -> list[Run]:
    """From left to right; what is drawn twice for weight once, a vowel sign to the left of its letter."""
    out: list[Run] = []
    for run in sorted(row, key=lambda run: run.left):
        last = out[-1] if out else None
        if last and last.text == run.text and run.text.strip() and run.left - last.left < 0.12 * run.size:
            continue
        out.append(run)
    return out


def _is_mark(run: Run) -> bool:
    return all(unicodedata.combining(char) for char in folded(run.text))


def _with_marks(row: list[Run], marks: list[Run]) -> list[Run]:
    """Vowel signs set to the left of the letter that they stand over: its left neighbours are read after it."""
    out = list(row)
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        letters = [run for run in row if run.text.strip() and not _is_mark(run)]
        if letters:
            base = min(letters, key=lambda run: abs((run.left + run.right) / 2 - middle))
            out.insert(out.index(base), mark)
    return out


def _blocks(rows: list[_Row], arabic: bool, depth: int = 3) -> list[list[_Row]]:
    """Rows in reading order: what spans the page, then its columns, right to left where the text runs so."""
    x = _gutter(rows) if depth else None
    if x is None:
        return [rows]
    out: list[list[_Row]] = []
    band: list[_Row] = []
    for row in [*rows, []]:
        if row and not any(segment.left < x < segment.right for segment in row):
            band.append(row)
            continue
        if _beside(band, x) >= _COLUMN_LINES:
            sides = [[[part for part in kept if (part.left < x) is left] for kept in band] for left in (True, False)]
            for side in reversed(sides) if arabic else sides:
                out += _blocks([kept for kept in side if kept], arabic, depth - 1)
        elif band:
            out.append(band)
        band = []
        if row:
            out.append([row])
    return out


def _gutter(rows: list[_Row]) -> float | None:
    """A place that parts most lines in two."""
    middles = [(a.right + b.left) / 2 for row in rows for a, b in zip(row, row[1:], strict=False)]
    best = max(middles, key=lambda x: _beside(rows, x), default=None)
    return best if best is not None and _beside(rows, best) >= _COLUMN_LINES else None


def _beside(rows: list[_Row], x: float) -> int:
    """How many rows have a line of text on either side of `x`."""
    count = 0
    for row in rows:
        left = sum(part.length for part in row if part.right <= x)
        right = sum(part.length for part in row if part.left >= x)
        crossed = any(part.left < x < part.right for part in row)
        count += not crossed and left >= _COLUMN_CHARACTERS and right >= _COLUMN_CHARACTERS
    return count


def _line(row: _Row, arabic: bool, blank: float) -> Line:
    runs = [run for segment in row for run in segment.runs]
    text, reach = "", runs[0].left
    for run in runs:
        if text and run.left - reach > blank * run.size and not text.endswith(" ") and not run.text.startswith(" "):
            text += " "
        text += run.text
        reach = max(reach, run.right)
    text = " ".join(text.split())
    if has_arabic(text) and (arabic or mostly_arabic(text)):
        text = logical(text)
    elif has_arabic(text):
        text = within_latin(text)
    elif arabic and not _SENTENCE_END.search(text):  # a Latin line set in a paragraph that runs the other way
        text = _OPENING_SIGNS.sub(r"\2\1", text)
    shown = [run for run in runs if run.text.strip()] or runs
    sizes = sorted(run.size for run in shown)
    return Line(
        folded(text), min(run.left for run in shown), max(run.right for run in shown), runs[0].y, sizes[len(sizes) // 2]
    )
