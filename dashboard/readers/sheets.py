"""Excel workbooks: on each visible sheet a header row that names a column of text, then one article a row.

Formulas are not run: a cell is what the program that saved the file last saw in it.
"""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import RejectedInput
from ..model import Article
from .fields import accepted, article, known_day_field, known_text_field
from .limits import Limits
from .office import looked_over
from .refused import refused

_HEADER_ROWS = 20  # above the header stand a title, a logo, a note
_ROWS, _COLUMNS = 1_048_576, 256  # Excel's own bound; columns beyond hold nothing of ours
_SERIALS = range(20_000, 80_000)  # days of 1954 to 2119 as Excel counts them, where a column has no format of days
_GAP = 50_000  # empty rows after which nothing is expected
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
_REMEDY = "xlsx"


def read_xlsx(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The articles of every sheet that has a column of text."""
    import openpyxl  # late: only workbooks need it

    file = looked_over(data, origin, limits, ".xlsx", "xl")
    warnings.simplefilter("ignore")  # on styles and extensions that it leaves out
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise refused(origin, "broken", _REMEDY, kind=".xlsx", error=_said(error)) from None
    tables, seen = 0, ""
    for sheet in sheets:
        place = f"{origin}: {sheet.title}" if len(sheets) > 1 else origin
        try:
            sheet.reset_dimensions()  # some programs write a wrong size, and nothing would be read
            rows = _rows(sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True))
            header, first = _header(rows)
            if not known_text_field(first):
                seen = seen or ", ".join(name[:40] for name in first[:10] if name)
                continue
            tables += 1
            yield from _articles(_with_days(rows, first, book.epoch), first, header, place, limits)
        except RejectedInput as rejection:
            yield rejection
        except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, IndexError, OSError) as error:
            tables += 1
            yield refused(place, "sheet.broken", _REMEDY, error=_said(error))
    if not tables:
        reason = "table.no_text" if seen else "sheet.no_text"
        raise refused(origin, reason, "column", columns=seen, names=accepted("text"))


def _rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, list[Any]]]:
    """(number as Excel shows it, values) of each row that holds something."""
    last = 0
    for number, row in enumerate(rows, start=1):
        if number - last > _GAP:  # a row number beyond reason: the library fills all rows before it
            return
        if any(value not in (None, "") for value in row):
            last = number
            yield number, [_value(value) for value in row]


def _header(rows: Iterator[tuple[int, list[Any]]]) -> tuple[int, list[str]]:
    """The first row among the first that names a column of text; else the first row that holds anything."""
    found: tuple[int, list[str]] = (0, [])
    for number, values in rows:
        names = [str(value).strip() if value is not None else "" for value in values]
        if known_text_field(names):
            return number, names
        found = found if found[1] else (number, names)
        if number >= _HEADER_ROWS:
            break
    return found


def _with_days(
    rows: Iterator[tuple[int, list[Any]]], names: list[str], epoch: dt.datetime
) -> Iterator[tuple[int, list[Any]]]:
    """The rows with the numbers in columns of days as the days that they stand for."""
    from openpyxl.utils.datetime import from_excel

    columns = [place for place, name in enumerate(names) if known_day_field(name)]
    for number, values in rows:
        for place in columns:
            value = values[place] if place < len(values) else None
            if isinstance(value, (int, float)) and int(value) in _SERIALS:
                values[place] = _value(from_excel(value, epoch))
        yield number, values


def _articles(
    rows: Iterator[tuple[int, list[Any]]], names: list[str], header: int, place: str, limits: Limits
) -> Iterator[Article | RejectedInput]:
    number = header
    for number, values in rows:
        record = {name: value for name, value in zip(names, values, strict=False) if name and value is not None}
        if not record:
            continue
        try:
            yield article(record, f"{place}: row {number}", limits)
        except RejectedInput as rejection:
            yield rejection
    if number == header:
        raise refused(place, "table.no_rows", "rows")


def _value(value: Any) -> Any:
    """A cell's value: a day without a clock as a day, text without Excel's escapes, its errors as nothing."""
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value.replace(microsecond=0)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        from openpyxl.utils.escape import unescape

        text = unescape(value).replace("\r\n", "\n").replace("\r", "\n")
        return None if text.strip() in _ERRORS or not text.strip() else text
    return value


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"
