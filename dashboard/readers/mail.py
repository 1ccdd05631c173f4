"""E-mails: the subject is the title, the body the text, attached articles are articles of their own.

`Date` is when the text was sent out: it is its publication, unless the message passes on another's (a reply, a
forward), whose day it does not know. `From` names where the text came from, its source, under the same condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from functools import lru_cache
from pathlib import PurePosixPath

from ..clean.fold import fold_key
from ..errors import RejectedInput
from ..lexicon import load
from ..model import Article, Published
from .fields import body_text, check_text, inline, published
from .limits import Limits
from .mime import content, header, message, parts, text
from .refused import refused
from .web import read_html

_REMEDY = "mail"
_WORDLESS = ("text.none", "text.little", "page.no_text")
_SEPARATOR = re.compile(r"^[\s>*_-]*([^\n>*_-]{4,40}?)[\s:*_-]*$", re.MULTILINE)
_QUOTED = re.compile(r"^>[ >]?", re.MULTILINE)
_ATTACHMENTS = 50
_SIGNATURE = 20  # lines at most
_INSIDE = (".zip", ".eml", ".mhtml", ".mht")  # not opened from within a message


def read_eml(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The message as an article, then its attachments of a known format as theirs."""
    whole = message(data, origin, _REMEDY)
    if whole.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise refused(origin, "encrypted", "mail.decrypt")
    attached = list(_attached(whole))
    try:
        yield _article(whole, origin, limits)
    except RejectedInput as rejection:
        if not attached:  # a covering note without a word is no loss
            raise
        if getattr(rejection.reason, "code", "") not in _WORDLESS:
            yield rejection
    for name, part in attached[:_ATTACHMENTS]:
        yield from _read_attachment(name, content(part), f"{origin}: {name}", limits)


def _article(whole: EmailMessage, origin: str, limits: Limits) -> Article:
    body = _body(whole, origin, limits)
    subject = header(whole, "subject")
    marks, passed_on = _marks()
    others = any(fold_key(found) in marks for found in _SEPARATOR.findall(body[:20_000]))
    title = subject
    while (opening := title.partition(":"))[1] and fold_key(opening[0]) in passed_on:
        others, title = True, opening[2].strip()
    check_text(body, origin, limits)
    name, address = parseaddr(header(whole, "from"))
    return Article(
        text=body,
        title=title,
        source=None if others else inline(name) or address.rpartition("@")[2] or None,
        url=_archived(whole),
        published=Published() if others else published(header(whole, "date"), "metadata"),
        origin=origin,
    )


def _body(whole: EmailMessage, origin: str, limits: Limits) -> str:
    """The plain version of the body, where it says as much as the HTML version; that one otherwise."""
    plain = html = ""
    for part in parts(whole):
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text":
            continue
        if not content(part).strip():
            continue
        if part.get_content_subtype() == "html":
            html = html or _from_html(text(part, origin), origin, limits)
        elif part.get_content_subtype() == "plain" and not part.get_filename():
            plain = f"{plain}\n\n{_unwrapped(text(part, origin), part)}".strip()
    body = html if _letters(html) > 1.5 * _letters(plain) else plain
    if not body:
        raise refused(origin, "text.none", _REMEDY)
    return body


def _from_html(page: str, origin: str, limits: Limits) -> str:
    try:
        (found,) = read_html(page.encode("utf-8", "replace"), origin, limits)
    except RejectedInput:
        return ""
    return found.text if isinstance(found, Article) else ""


def _unwrapped(body: str, part: EmailMessage) -> str:
    """Lines that the mail program broke at its width joined again, quotation marks of a reply off."""
    body = _without_signature(_QUOTED.sub("", body.replace("\r\n", "\n")))
    lines = body_text(body).split("\n")
    flowed = header(part, "content-type", "format").lower() == "flowed"
    out: list[str] = []
    for line in lines:
        before = out[-1] if out else ""
        full = 55 <= len(before) <= 80 and not before.endswith((".", ":", "؟", "!"))
        wrapped = before.endswith(" ") if flowed else full
        if before.strip() and line.strip() and wrapped:
            out[-1] = f"{before.rstrip()} {line.lstrip() if not flowed else line}"
        else:
            out.append(line)
    return "\n".join(out).strip()


def _without_signature(body: str) -> str:
    """A body without what its program set below the standard's line of two dashes and a blank."""
    text, mark, signature = body.rpartition("\n-- \n")
    return text if mark and text.strip() and signature.count("\n") <= _SIGNATURE else body


def _letters(body: str) -> int:
    return sum(char.isalpha() for char in body)


def _attached(whole: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    from . import FORMATS  # the table of formats, which knows this module

    for part in parts(whole):
        name = inline(PurePosixPath((part.get_filename() or "").replace("\\", "/")).name)
        ending = PurePosixPath(name).suffix.lower()
        if name and ending in FORMATS and ending not in _INSIDE and part.get_content_disposition() == "attachment":
            yield name, part


def _read_attachment(name: str, data: bytes, place: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    from . import read_bytes

    yield from read_bytes(name, data, origin=place, limits=limits)


def _archived(whole: EmailMessage) -> str | None:
    """The address under which a list keeps the message for reading in a browser."""
    address = header(whole, "archived-at").strip("<>")
    return address if address.startswith(("http://", "https://")) else None


@lru_cache(maxsize=1)
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    data = load().data("mail")
    return frozenset(map(fold_key, data["separators"])), frozenset(map(fold_key, data["passed_on"]))
