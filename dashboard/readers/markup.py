"""HTML fragments to text: what stands in a field of a record, not a whole page."""

from __future__ import annotations

import re

_BLOCKS = "p|div|h[1-6]|ul|ol|li|blockquote|figure|table|tr|section|article"
_TAG = re.compile(rf"</?(?:{_BLOCKS}|br|span|strong|b|i|em|a|img|td)\b[^<>]{{0,2000}}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]{0,200}>", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_ANY = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
# No words of the article stand in these.
_UNREAD = ("script", "style", "noscript", "iframe", "figcaption")


def fragment_text(text: str) -> str:
    """`text` with its tags opened into line breaks; returned as it is where it holds none. Linear in its length."""
    if "<" not in text or not _TAG.search(text):
        return text
    for name in _UNREAD:
        text = _without(text, name)
    text = _BLOCK.sub("\n\n", _BREAK.sub("\n", _without_comments(text)))
    return _ANY.sub("", text)


def _without(text: str, name: str) -> str:
    """`text` without the elements `name`; one that is never closed stays."""
    opening, closing = re.compile(rf"<{name}\b", re.IGNORECASE), re.compile(rf"</{name}\s*>", re.IGNORECASE)
    kept, at = [], 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        kept.append(text[at : start.start()])
        at = end.end()
    return "".join([*kept, text[at:]])


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])
