"""PDFs with a text layer: paragraphs in reading order, the largest lines at the top as the title.

Properties are the program's and nothing is taken from them: `CreationDate` is when the file was made, `Title` mostly
a file's name. A page printed by a browser says its address at the bottom, and the day of printing at the top, which
is no publication.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..errors import RejectedInput
from ..model import Article
from .bidi import folded, mostly_arabic
from .fields import check_text, without_surrogates
from .limits import Limits
from .pdf_lines import Line, joined, lines, open_ended, paragraphs, printed
from .pdf_runs import Run, runs
from .refused import refused

if TYPE_CHECKING:
    from pypdf import PdfReader

_REMEDY = "pdf"
_RECOGNISE = "pdf.recognise"
_LARGE = 1.2  # times the body's height: a title
_TITLE_LINES, _TITLE_CHARACTERS = 4, 250
_APART = 1.8  # heights between a running head and the body
_EDGE = 2  # lines at a page's top and bottom that may be its furniture
_UNREADABLE = 0.2  # of the signs
_NUMBER_LINE = re.compile(
    r"[\s\-–—|(\[]*(?:page|صفحة|ص)?\s*\d{1,4}(?:\s*(?:/|of|من)\s*\d{1,4})?[\s\-–—|)\].]*", re.IGNORECASE
)
_PRINTED_FROM = re.compile(r"(https?://\S+)")
_PRINTED_PAGE = re.compile(r"(?:^|\s)\d{1,3}/\d{1,3}(?:\s|$)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


def read_pdf(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One PDF: one article."""
    if not data.strip():
        raise refused(origin, "empty", _REMEDY)
    if b"%PDF-" not in data[:1024]:
        raise refused(origin, "pdf.none", _REMEDY)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = _opened(data, origin, limits)
    pages = _pages(reader, origin)
    url = _without_furniture(pages)
    blocks = [block for page in pages for block in _blocks_of(page)]
    text_size = _body_size(blocks)
    title = _title(blocks, text_size)
    body = without_surrogates(_text(blocks))
    if not body and not title:
        raise refused(origin, "pdf.pictures", _RECOGNISE)
    _check_signs(body or title, origin)
    check_text(body, origin, limits)
    yield Article(text=body, title=title, url=url, origin=origin)


def _opened(data: bytes, origin: str, limits: Limits) -> PdfReader:
    import io

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        # Many are locked against printing and copying alone: those open with an empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise refused(origin, "password", "password")
        count = len(reader.pages)
    except DependencyError:
        raise refused(origin, "pdf.encrypted", "pdf.print") from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, AssertionError) as error:
        raise _unread(origin, error) from None
    if not count:
        raise refused(origin, "page.none", _REMEDY)
    if count > limits.pages:
        raise refused(origin, "pdf.pages", "pdf.pages", count=count, most=limits.pages)
    return reader


def _pages(reader: PdfReader, origin: str) -> list[list[Line]]:
    """The lines of each page; a page that can't be taken apart gives its text as pypdf reads it, or nothing."""
    found: list[list[Run] | str] = []
    failed: Exception | None = None
    for page in reader.pages:
        drawn: list[Run] | str = []
        try:
            drawn = runs(page)
        except MemoryError:
            raise
        except Exception as error:  # an engine that is not public, on any file: the plain one may still do
            failed = error
        if not drawn:
            try:
                drawn = folded(page.extract_text())
            except MemoryError:
                raise
            except Exception as error:
                failed = error
        found.append(drawn)
    if failed and not any(found):
        raise _unread(origin, failed)
    arabic = mostly_arabic("".join(drawn if isinstance(drawn, str) else printed(drawn) for drawn in found))
    return [_plain(drawn) if isinstance(drawn, str) else lines(drawn, arabic) for drawn in found]


def _unread(origin: str, error: Exception) -> RejectedInput:
    """What is said of a file that pypdf gives up: it is broken, or unpacks to more than any article does."""
    from pypdf.errors import LimitReachedError

    if isinstance(error, LimitReachedError):
        return refused(origin, "pdf.bomb", "anew")
    reason = " ".join(str(error).split())[:160] or type(error).__name__
    return refused(origin, "broken", _REMEDY, kind="PDF", error=reason)


def _plain(text: str) -> list[Line]:
    """Lines whose place is unknown."""
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return [Line(row, 0.0, 1.0, -12.0 * number, 10.0) for number, row in enumerate(rows) if row]


def _without_furniture(pages: list[list[Line]]) -> str | None:
    """Take page numbers, running heads and a browser's print marks off; the address among the latter."""
    edges = Counter(text for page in pages for text in {_shape(line) for line in (page[:_EDGE] + page[-_EDGE:])})
    url = None
    for page in pages:
        for line in page[-1:]:
            address = _PRINTED_FROM.search(line.text)
            if address and _PRINTED_PAGE.search(line.text.replace(address.group(), " ")):
                url = url or address.group(1)
                page.remove(line)
                if page and _CLOCK.search(page[0].text) and _DAY.search(page[0].text):
                    del page[0]
        repeated = {shape for shape, count in edges.items() if len(pages) > 2 and 2 * count > len(pages)}
        _trim(page, repeated)
        page.reverse()
        _trim(page, repeated)
        page.reverse()
    return url


def _trim(page: list[Line], repeated: set[str]) -> None:
    """Take page numbers and running heads off the beginning of `page`; a head stands apart from the body."""
    for count in range(min(_EDGE, len(page) - 1), 0, -1):
        last, body = page[count - 1], page[count]
        apart = abs(last.y - body.y) > _APART * body.size or abs(last.size - body.size) > 0.08 * body.size
        marks = [_NUMBER_LINE.fullmatch(line.text) or (apart and _shape(line) in repeated) for line in page[:count]]
        if all(marks):
            del page[:count]
            return


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _blocks_of(page: list[Line]) -> list[list[Line]]:
    return [*paragraphs(page), []] if page else []  # an empty block marks the page's end


def _body_size(blocks: list[list[Line]]) -> float:
    """The height in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        for line in block:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _title(blocks: list[list[Line]], size: float) -> str:
    """The first block set in larger signs than the body, taken out of the blocks."""
    for index, block in enumerate(blocks[:4]):
        if block and block[0].size >= _LARGE * size and len(block) <= _TITLE_LINES:
            title = joined(block)
            if len(title) <= _TITLE_CHARACTERS and sum(char.isalpha() for char in title) > 3:
                del blocks[index]
                return title
    return ""


def _text(blocks: list[list[Line]]) -> str:
    """Paragraphs parted by blank lines; one that a page's end cut is put together."""
    out: list[str] = []
    cut = False
    for before, block in pairwise([[], *blocks]):
        text = joined(block)
        if not text:
            continue
        if cut and not before and out:
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
        cut = len(text) > 60 and open_ended(text)
    return "\n\n".join(out)


def _check_signs(text: str, origin: str) -> None:
    """Refuse a text whose fonts don't say which letters they draw."""
    sample = text[:20_000]
    strange = sum(
        char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\n\t") for char in sample
    )
    if strange > _UNREADABLE * len(sample):
        raise refused(origin, "pdf.fonts", _RECOGNISE)
