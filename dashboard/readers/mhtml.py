"""Web pages saved as one file (MHTML): the page among its parts, read as any saved page.

The message's own Date is the day of saving and never that of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from ..errors import RejectedInput
from ..model import Article
from .limits import Limits
from .mime import as_text, content, header, message, parts, stated_charset
from .refused import refused
from .web import read_html
from .web_metadata import without_outlet

_REMEDY = "mhtml"
_FRAMES = 5  # pages in it that are tried: the first is the page, the others its frames


def read_mhtml(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One saved page: one article."""
    whole = message(data, origin, _REMEDY)
    pages = _pages(whole)
    if not pages:
        raise refused(origin, "page.none", _REMEDY)
    rejection: RejectedInput | None = None
    for page in pages[:_FRAMES]:
        try:
            yield _article(page, whole, origin, limits)
            return
        except RejectedInput as problem:
            rejection = rejection or problem
    assert rejection
    raise rejection


def _article(page: EmailMessage, whole: EmailMessage, origin: str, limits: Limits) -> Article:
    text = as_text(content(page), stated_charset(page), origin, markup=True)
    (article,) = read_html(text.encode("utf-8", "replace"), origin, limits)
    if isinstance(article, RejectedInput):
        raise article
    places = header(page, "content-location"), header(whole, "snapshot-content-location")
    address = next(filter(_public, places), None)
    title = article.title or without_outlet(header(whole, "subject"), article.source or "")
    return replace(article, title=title, url=article.url or address)


def _pages(whole: EmailMessage) -> list[EmailMessage]:
    """The HTML parts, the one that the message names as its root first."""
    root = header(whole, "content-type", "start").strip("<>")
    found = [part for part in parts(whole) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    return sorted(found, key=lambda part: not root or header(part, "content-id").strip("<>") != root)


def _public(address: str) -> bool:
    return address.startswith(("http://", "https://"))
