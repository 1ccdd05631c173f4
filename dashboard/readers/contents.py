"""What a file is by its own bytes, where they say so beyond doubt: its ending is only a name."""

from __future__ import annotations

import io
import re
import zipfile

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_PLAIN = (".txt", ".md")
_OFFICE = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}


def ending(name: str, data: bytes) -> str:
    """The ending that these contents should have: a page saved as text is a page, a document named PDF a document."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return next((of for part, of in _OFFICE.items() if part in _parts(data)), name)
    if name in _PLAIN and _PAGE.match(data[:2000]):
        return ".html"
    return name


def _parts(data: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return set()  # its own reader says what is wrong with it
