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
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    try:
        header = [name.strip() for name in next(rows, [])]
        if not known_text_field(header):
            named = ", ".join(name[:40] for name in header[:10]) or "–"
            raise refused(origin, "table.no_text", "column", columns=named, names=accepted("text"))
        for number, row in enumerate(rows, start=1):
            if not any(cell.strip() for cell in row):
                continue
            try:
                yield article(dict(zip(header, row, strict=False)), f"{origin}: row {number + 1}", limits)
            except RejectedInput as rejection:
                yield rejection
        if not number:
            raise refused(origin, "table.no_rows", "rows")
    except csv.Error as error:
        yield refused(f"{origin}: row {number + 2}", "table.broken", "csv", error=error)
