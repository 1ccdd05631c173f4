"""Parts of a message (e-mail, saved page): walked within bounds, their bytes decoded here and not by `email`.

`email` takes a part without a charset for ASCII and loses its Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from itertools import islice

from .encoding import decode
from .fields import inline
from .refused import refused

_PARTS = 500
_LINES = 3  # of a file in which a header must stand
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9_-]{1,60}:")


def message(data: bytes, origin: str, remedy: str) -> EmailMessage:
    """The parsed message; raises RejectedInput where the bytes are none."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n \t")
    if not data:
        raise refused(origin, "empty", remedy)
    if b"\x00" in data[:2000] or not any(map(_HEADER.match, data[:2000].splitlines()[:_LINES])):
        raise refused(origin, "mail.no_header", remedy)
    try:
        parsed = message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, LookupError, IndexError, AttributeError) as error:
        raise refused(origin, "mail.broken", remedy, error=error) from None
    if not isinstance(parsed, EmailMessage):
        raise refused(origin, "mail.none", remedy)
    return parsed


def parts(whole: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are no containers; a message inside it is one part, and its parts are its own."""
    waiting: list[EmailMessage] = [whole]
    seen = 0
    while waiting and seen < _PARTS:
        part = waiting.pop(0)
        seen += 1
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = [inner for inner in islice(part.iter_parts(), _PARTS) if isinstance(inner, EmailMessage)]
        else:
            yield part


def content(part: EmailMessage) -> bytes:
    """A part's bytes, its transfer encoding undone."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""


def text(part: EmailMessage, origin: str) -> str:
    """A part's text by the charset it states, where that fits, else told from the bytes."""
    return as_text(content(part), stated_charset(part), origin, markup=part.get_content_subtype() == "html")


def as_text(data: bytes, charset: str, origin: str, *, markup: bool) -> str:
    """`data` by `charset` if that is more than a guess, else by what the bytes look like."""
    if charset not in ("", "us-ascii", "ascii", "iso-8859-1", "latin-1"):  # programs write these without looking
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    return decode(data, origin, markup=markup)


def stated_charset(part: EmailMessage) -> str:
    """The charset in a part's header, lower case; empty where none is stated."""
    return (header(part, "content-type", "charset") or "").strip(" \"'").lower()


def header(part: EmailMessage, name: str, parameter: str | None = None) -> str:
    """A header's value, or one of its parameters, on one line; empty where it is missing or can't be read."""
    try:
        value = part.get_param(parameter, "", header=name) if parameter else part.get(name, "")
    except (ValueError, LookupError, AttributeError, TypeError):  # `email` stumbles over broken headers
        return ""
    if isinstance(value, tuple):
        value = value[2]
    return inline(str(value or ""))
