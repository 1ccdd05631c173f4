"""Page furniture: lines that a saved page or a pasted text carries beside its article.

What a line is by itself, `furniture` says; here it is seen among the others. Only what is recognised goes; a line that
is not stays, since a lost sentence costs more than a kept button. Whether a line "ends like a paragraph" tells
headlines from sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, starmap

from ..bylines import publication_line
from ..days import only_a_day
from .cues import words, words_of_lines
from .dayline import day_line
from .fold import fold_key
from .furniture import HEADLINE, cut_off, furniture, only_cues, without_pointer

_CLOSED, _ENDED = ('"', "”", "»", "’"), tuple(".!…؛:؟?")
_CLOSING = " \t\n\"'”“»«’)]"  # what may stand behind a sentence's mark
_PARAGRAPH = 12  # words: the shortest paragraph that ends a block of furniture
_OPENING = 3  # lines at the top where the title may stand again
# Words of a line below the body, how many there may be (more are a list); how many paragraphs end, and what share.
_TRAILING, _FEW, _PARAGRAPHS, _SHARE = 8, 5, 3, 0.8
_ITEM = re.compile(r"\s*(?:[-–—•·▪◦*]|\(?\d{1,3}\s*[-–.):])\s*\S")
_FIGURE = re.compile(r"\d")
_NEXT_TO_POINTER = 8  # headlines that may follow a pointer which stands alone
_CELLS = 3  # in a line that may be a table's row or a menu's


def ends_like_paragraph(line: str) -> bool:
    """Whether a line ends with a sentence's mark; one cut off by an ellipsis does not."""
    return (line.endswith(_CLOSED) or line.rstrip(_CLOSING).endswith(_ENDED)) and not cut_off(line)


def without_furniture(text: str, title: str) -> str:
    """`text` (normalised) without its furniture; the text itself where nothing else would be left."""
    lines = text.split("\n")
    spelled = words_of_lines(text)
    rows = _table_rows(lines) if "|" in text else frozenset[int]()
    kept = _kept(lines, [*map(" ".join, spelled)], words(title), rows)
    _drop_trailing(lines, kept, rows)
    cleaned = "\n".join(starmap(without_pointer, compress(zip(lines, spelled, strict=True), kept)))
    return cleaned if any(char.isalpha() for char in cleaned) else text


def is_chrome(line: str) -> bool:
    """Whether a line above the body is a button, a menu or the day: never a title."""
    return _is_day(line) or publication_line(line) is not None or only_cues(line)


def _table_rows(lines: Sequence[str]) -> frozenset[int]:
    """The lines that are rows of a table of data: two at least of several cells in a row, with figures in one (a
    menu has none)."""
    rows, run = set[int](), list[int]()
    for index, line in [*enumerate(lines), (len(lines), "end")]:
        if line.count("|") >= _CELLS - 1:
            run.append(index)
        elif line.strip():
            if len(run) > 1 and any(_FIGURE.search(lines[row]) for row in run):
                rows.update(run)
            run = []
    return frozenset(rows)


def _kept(lines: Sequence[str], said: Sequence[str], title: str, rows: frozenset[int]) -> list[bool]:
    """Which lines stay; `said` are their folded words, `title` those of the title, `rows` a table's lines."""
    kept = [True] * len(lines)
    body, at = False, 0
    spoken = [index for index, line in enumerate(lines) if line.strip()]
    last_body = next((index for index in reversed(spoken) if _is_paragraph(lines[index])), -1)
    while at < len(spoken):
        index = spoken[at]
        line = lines[index]
        kind = None if index in rows else furniture(line, said[index])
        if kind is None and title and said[index] == title and at < _OPENING:
            kind = "title"
        if kind is None and (not body or index > last_body) and _is_day(line):
            kind = "day"
        if kind is None:
            body = True
            at += 1
            continue
        kept[index] = False
        at += 1
        if kind == "pointer" and body:
            at = _drop_headlines(lines, said, spoken, at, kept, _NEXT_TO_POINTER, block=False)
        elif kind == "block" and body:
            at = _drop_headlines(lines, said, spoken, at, kept, len(lines), block=True)
    return kept


def _drop_trailing(lines: Sequence[str], kept: list[bool], rows: frozenset[int]) -> None:
    """Drop the short lines below the body that are no sentences (Sign up for alerts), where paragraphs end as such."""
    spoken = [index for index, line in enumerate(lines) if kept[index] and line.strip()]
    body = len(spoken)
    while body and spoken[body - 1] not in rows and _is_trailing(lines[spoken[body - 1]]):
        body -= 1
    if body == len(spoken):
        return
    ended = sum(ends_like_paragraph(lines[index]) for index in spoken[:body])
    if len(spoken) - body <= _FEW and ended >= _PARAGRAPHS and ended >= _SHARE * body:
        for index in spoken[body:]:
            kept[index] = False


def _is_trailing(line: str) -> bool:
    sentence = ends_like_paragraph(line) or cut_off(line)
    return len(line.split()) <= _TRAILING and not sentence and not _ITEM.match(line)


def _drop_headlines(
    lines: Sequence[str], said: Sequence[str], spoken: list[int], at: int, kept: list[bool], most: int, *, block: bool
) -> int:
    """Drop the headlines (and, in a block, the furniture) that follow; stop at the first that may be a paragraph."""
    end = min(len(spoken), at + most)
    while at < end:
        line, spelled = lines[spoken[at]], said[spoken[at]]
        short = len(spelled.split()) <= HEADLINE
        headline = short and (not ends_like_paragraph(line) or line.rstrip().endswith(("؟", "?")))
        known = block and (furniture(line, spelled) is not None or _is_day(line))
        if not (headline or known or (block and cut_off(line))):
            break
        kept[spoken[at]] = False
        at += 1
    return at


def _is_day(line: str) -> bool:
    """Whether a line says nothing but the day, or the day with its place and agency."""
    if _FIGURE.search(line) is None:
        return False
    return only_a_day(fold_key(line)) is not None or day_line(line) is not None


def _is_paragraph(line: str) -> bool:
    return len(line.split()) >= _PARAGRAPH and ends_like_paragraph(line)
