"""Word documents: paragraphs and tables as the page shows them.

Hidden text, deletions that were tracked, comments, headers and footers are left out, insertions are in. Properties
(title, author, `created`) belong to the file and its template: nothing is taken from them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from ..errors import RejectedInput
from ..model import Article
from .fields import check_text, without_surrogates
from .limits import Limits
from .office import looked_over
from .refused import refused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Taken away, hidden or the program's own: nothing in these is read.
_UNREAD = {_FALLBACK} | {
    f"{_W}{name}"
    for name in [
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "fldData",
        "rt",
        "pPr",
        "rPr",
        "tblPr",
        "tcPr",
        "sectPr",
        "sdtPr",
    ]
}
_BREAKS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": " ", _W + "noBreakHyphen": "-", _W + "ptab": " "}
_TITLE_STYLES = ("title", "heading 1", "العنوان", "عنوان 1")
_TITLE_CHARACTERS = 250
_OFF = ("0", "false", "off")
_REMEDY = "docx"


def read_docx(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One document: one article."""
    import docx  # late: only documents need it
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    file = looked_over(data, origin, limits, ".docx", "word")
    try:
        document = docx.Document(file)
        paragraphs = [pair for pair in _paragraphs(document.element.body, _styles(document)) if pair[0]]
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise refused(origin, "broken", _REMEDY, kind=".docx", error=" ".join(str(error).split())[:160]) from None
    title = ""
    if paragraphs and paragraphs[0][1] in _TITLE_STYLES and len(paragraphs[0][0]) <= _TITLE_CHARACTERS:
        title = " ".join(paragraphs.pop(0)[0].split())
    body = without_surrogates("\n\n".join(text for text, _ in paragraphs))
    if not body and not title:
        raise refused(origin, "text.pictures", "document.text")
    check_text(body, origin, limits)
    yield Article(text=body, title=title, origin=origin)


def _styles(document: Any) -> dict[str, str]:
    """Style id → its name, lower case."""
    found = document.styles.element
    return {
        style.get(f"{_W}styleId") or "": (name.get(f"{_W}val") or "").lower()
        for style in found.iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }


def _paragraphs(body: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(text, style) of every paragraph in reading order: a table's row is one, text boxes follow where they hang."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _UNREAD or not isinstance(tag, str):
            continue
        if tag == f"{_W}p":
            yield _text(element), _style(element, styles)
            boxes = [box for box in element.iter(f"{_W}txbxContent") if not _within_fallback(box)]
            waiting += reversed(boxes)
        elif tag == f"{_W}tr" and _is_data(element):
            yield " | ".join(filter(None, map(_cell, _cells(element)))), ""
        else:
            waiting += reversed(list(element))


def _is_data(row: Any) -> bool:
    """Whether a row's cells hold values; a table that lays the page out holds paragraphs."""
    return all(len(_cell(cell)) <= 200 for cell in _cells(row))


def _cells(row: Any) -> list[Any]:
    """A row's own cells: those of a table inside one of them are that cell's text."""
    return [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]


def _cell(cell: Any) -> str:
    return " ".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))))


def _text(paragraph: Any) -> str:
    """The words of a paragraph, those of text boxes in it left to them."""
    out: list[str] = []
    waiting = list(reversed(list(paragraph)))
    while waiting:
        element = waiting.pop()
        if element.tag in _UNREAD or element.tag == f"{_W}txbxContent" or not isinstance(element.tag, str):
            continue
        if element.tag == f"{_W}r" and _hidden(element):
            continue
        if element.tag == f"{_W}t":
            out.append(element.text or "")
        elif element.tag in _BREAKS:
            out.append(_BREAKS[element.tag])
        else:
            waiting += reversed(list(element))
    return "\n".join(" ".join(line.split()) for line in "".join(out).split("\n")).strip()


def _hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and (mark.get(f"{_W}val") or "1") not in _OFF


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
    key = mark.get(f"{_W}val") if mark is not None else ""
    return styles.get(key, key.lower())


def _within_fallback(element: Any) -> bool:
    return any(ancestor.tag == _FALLBACK for ancestor in element.iterancestors())
