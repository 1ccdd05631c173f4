"""Files under a wrong ending: read as what they are where their bytes leave no doubt."""

from __future__ import annotations

import pytest

from dashboard.errors import RejectedInput
from dashboard.model import Article
from dashboard.readers import read_bytes

from ..browser.test_upload import document, packed, page, said, title, workbook
from .pdfs import pdf

LINES = [(40.0, 700.0 - 20 * at, 12.0, word) for at, word in enumerate(("Delegation", "arrives", "in", "port"))]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("page.txt", page(1).encode(), title(1)),
        ("page.md", b"\xef\xbb\xbf\n" + page(1).encode(), title(1)),
        ("report.pdf", document(2), title(2)),
        ("report.txt", document(2), title(2)),
        ("report.docx.zip", document(2), title(2)),
        ("table.csv", workbook(3), title(3)),
        ("printed.txt", pdf([LINES]), ""),
    ],
)
def test_contents_tell_what_a_file_is(name: str, data: bytes, told: str) -> None:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Article), found
    assert (found.title or "") == told and found.origin.startswith(name)
    assert "<p>" not in found.text and found.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"{title(4)}\n\nكتب <html> في خبره: {said(4)}".encode()),  # a text that speaks of markup
        ("a.zip", packed(b_txt=f"{title(4)}\n\n{said(4)}".encode())),
    ],
)
def test_what_they_leave_open_the_ending_tells(name: str, data: bytes) -> None:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Article) and said(4) in found.text


def test_a_refused_ending_stays_refused() -> None:
    (found,) = read_bytes("a.docm", document(5))
    assert isinstance(found, RejectedInput)
