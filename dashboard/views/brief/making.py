"""A brief as files: a page as full as mail takes it, and a Word document with fewer sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.views.desk import Desk

from . import content, webpage, word

LARGEST = 4_700_000  # bytes of a page
MOST_ROWS = 15_000  # of all numbers together, to be read and written in some seconds
PRINTED = 3  # rows of evidence for a number, in the Word document
STEPS = (5000, 2000, 1000, 400, 150, 60, 25, 10, 4)


def web(desk: Desk, chosen: Sequence[str], title: str, note: str, today: dt.date) -> bytes:
    """The page with every sentence in full; where that is too much, repeated ones as links, then fewer of them."""
    numbers = content.numbers(desk, chosen, today)
    first = next((most for most in STEPS if sum(min(n, most) for n in numbers) <= MOST_ROWS), STEPS[-1])
    document = content.document(desk, chosen, title, note, today, first)
    page = webpage.page(document)
    if len(page) > LARGEST:
        page = webpage.page(document, thrifty=True)
    for most in STEPS:
        if len(page) <= LARGEST:
            break
        if most < first:
            page = webpage.page(content.limited(desk, document, most), thrifty=True)
    return page


def docx(desk: Desk, chosen: Sequence[str], title: str, note: str, today: dt.date) -> bytes:
    """The Word document."""
    return word.file(content.document(desk, chosen, title, note, today, PRINTED))
