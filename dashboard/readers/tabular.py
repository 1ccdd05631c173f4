"""CSV and TSV: a header row that names a column of text, then one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..errors import RejectedInput
from ..model import Article
from .encoding import decode
from .fields import accepted, article, known_text_field, without_surrogates
from .limits import Limits
from .refused import refused

_DELIMITERS = ",;\t|،"


def read_csv(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One article a row, whichever of the usual separators the file uses."""
    text = without_surrogates(decode(data, origin)).lstrip("\ufeff")
    first = text[:20_000].lstrip().split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # a line that Excel writes for itself
        yield from _rows(text.lstrip()[len(first) + 1 :], first.strip()[4], origin, limits)
        return
    # The header decides: text in the rows is full of commas.
    delimiter = max(_DELIMITERS, key=lambda mark: (known_text_field(_header(first, mark)), first.count(mark)))
    yield from _rows(text, delimiter, origin, limits)


def read_tsv(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One article a row, cells divided by tabs."""
    yield from _rows(without_surrogates(decode(data, origin)).lstrip("\ufeff"), "\t", origin, limits)


def _header(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _rows(text: str, delimiter: str, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    csv.field_size_limit(max(csv.field_size_limit(), min(limits.file, 2**31 - 1)))
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    try:
        header = [name.strip() for name in next(rows, [])]
        if header and lines.ended:
            raise refused(origin, "table.unclosed", "table.quotes", first=1, last=rows.line_num)
        if not known_text_field(header):
            named = ", ".join(name[:40] for name in header[:10]) or "–"
            raise refused(origin, "table.no_text", "column", columns=named, names=accepted("text"))
        lines.row.clear()
        first = rows.line_num + 1
        for number, row in enumerate(rows, start=1):
            taken, last = lines.row[:], rows.line_num
            lines.row.clear()
            place = f"{origin}: row {number + 1}"
            try:
                if lines.ended or _run_together(taken, len(header), delimiter):
                    raise refused(place, "table.unclosed", "table.quotes", first=first, last=last)
                if any(cell.strip() for cell in row):
                    yield article(dict(zip(header, row, strict=False)), place, limits)
            except RejectedInput as rejection:
                yield rejection
            first = last + 1
        if not number:
            raise refused(origin, "table.no_rows", "rows")
    except csv.Error as error:
        yield refused(f"{origin}: row {number + 2}", "table.broken", "csv", error=error)


class _Lines:
    """The lines of a table, those of the row that is being read, and whether it asked for more than there are: then a
    quotation mark in it was opened and not closed."""

    def __init__(self, text: str) -> None:
        self.row: list[str] = []
        self.ended = False
        self._left = iter(io.StringIO(text, newline=""))

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._left, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.row.append(line)
        return line


def _run_together(lines: list[str], columns: int, delimiter: str) -> bool:
    """Whether a quotation mark that is not closed in its row has swallowed others, up to one that opens a cell there.

    Paragraphs in a cell are read as they are, so are marks within it that nobody has doubled: what tells is that both
    come together, and that a line has all the cells of a row.
    """
    if len(lines) < 2 or columns < 2:
        return False
    try:
        next(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        # The last line may be the end of a text and the cells after it; with a mark before it, it is a row.
        whole = lines[1:] if lines[-1].startswith('"') else lines[1:-1]
        return any(len(row) == columns for row in csv.reader(whole, delimiter=delimiter))
    return False
