"""E-mails: the subject is the title, the body the text, attached articles and messages are articles of their own.

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
_DEPTH = 3  # messages within messages


def read_eml(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The message as an article, then its attachments of a known format as theirs."""
    yield from _outcomes(message(data, origin, _REMEDY), origin, limits, 0)


def _outcomes(whole: EmailMessage, origin: str, limits: Limits, depth: int) -> Iterator[Article | RejectedInput]:
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
        try:
            yield from _attachment(name, part, f"{origin}: {name}", limits, depth + 1)
        except RejectedInput as rejection:
            yield rejection
    if len(attached) > _ATTACHMENTS:
        yield refused(origin, "mail.many", "mail.save", count=len(attached), most=_ATTACHMENTS)


def _article(whole: EmailMessage, origin: str, limits: Limits) -> Article:
    body = _body(whole, origin, limits)
    subject = header(whole, "subject")
    marks, passed_on, heads = _marks()
    others = any(fold_key(found) in marks for found in _SEPARATOR.findall(body[:20_000]))
    if others:
        body = _without_head(body, marks, heads)
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


def _without_head(body: str, marks: frozenset[str], heads: frozenset[str]) -> str:
    """A body without what a program sets above a message passed on: its mark, whom from, whom to, about what. Its day
    stays: that is the text's own."""
    kept, above = list[str](), False
    for line in body.split("\n"):
        mark = _SEPARATOR.match(line)
        if mark and fold_key(mark[1]) in marks:
            above = True
        elif not (above and fold_key(line.partition(":")[0].strip(" *>")) in heads):
            kept.append(line)
            above = above and (not line.strip() or ":" in line[:20])
    return "\n".join(kept).strip() or body


def _letters(body: str) -> int:
    return sum(char.isalpha() for char in body)


def _attached(whole: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """The parts that may be articles, by name: messages, and files that are read or that are told how to save."""
    from . import FORMATS, REFUSED  # the tables of formats, which know this module

    for part in parts(whole):
        name = inline(PurePosixPath((part.get_filename() or "").replace("\\", "/")).name)
        ending = PurePosixPath(name).suffix.lower()
        if part.get_content_type() == "message/rfc822":
            yield name or header(_inner(part), "subject") or "message", part
        elif part.get_content_disposition() != "attachment" or part.get_content_maintype() == "image":
            continue
        elif ending in FORMATS or ending in REFUSED:
            yield name, part


def _attachment(
    name: str, part: EmailMessage, place: str, limits: Limits, depth: int
) -> Iterator[Article | RejectedInput]:
    from . import read_bytes

    ending = PurePosixPath(name).suffix.lower()
    within = part.get_content_type() == "message/rfc822"
    if ending == ".zip" or depth > _DEPTH and (within or ending == ".eml"):
        raise refused(place, "mail.inside", "mail.save")
    if within:
        yield from _outcomes(_inner(part), place, limits, depth)
    elif ending == ".eml":
        yield from _outcomes(message(content(part), place, _REMEDY), place, limits, depth)
    else:
        yield from read_bytes(name, content(part), origin=place, limits=limits)


def _inner(part: EmailMessage) -> EmailMessage:
    """The message that a part of kind message/rfc822 holds; an empty one where it is broken."""
    held = part.get_payload()
    found = held[0] if isinstance(held, list) and held else None
    return found if isinstance(found, EmailMessage) else EmailMessage()


def _archived(whole: EmailMessage) -> str | None:
    """The address under which a list keeps the message for reading in a browser."""
    address = header(whole, "archived-at").strip("<>")
    return address if address.startswith(("http://", "https://")) else None


@lru_cache(maxsize=1)
def _marks() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load().data("mail")
    separators, passed_on, heads = (frozenset(map(fold_key, data[key])) for key in ("separators", "passed_on", "heads"))
    return separators, passed_on, heads
