"""The text as it is stored: one form of each character, no junk, words and letters as written."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

# Byte-order and direction marks, zero-width blanks, soft hyphens, controls. Joiners stay between letters, for Persian.
_JUNK = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_LOOSE_JOINER = re.compile(r"(?<![^\W\d_])[\u200c\u200d]+|[\u200c\u200d]+(?![^\W\d_])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_NESTED = re.compile(r"&(?:amp;)+", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")  # all but a blank by itself, which is most of them
_BLANK_LINES = re.compile(r"\n{3,}")
_PASSES = 6  # one change can uncover another: an entity a blank, a mark a pair that composes


@lru_cache(maxsize=64)  # cleaning asks again of what it has just normalised
def normalise(text: str) -> str:
    """NFC, one kind of line end and blank, entities decoded, invisible junk gone. A fixed point of itself."""
    for _ in range(_PASSES):
        once = _once(text)
        if once == text:
            break
        text = once
    return text


def _once(text: str) -> str:
    if "&" in text:
        text = _NESTED.sub("&", text)
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = _JUNK.sub("", _LINE_ENDS.sub("\n", text))
    if "\u200c" in text or "\u200d" in text:
        text = _LOOSE_JOINER.sub("", text)
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str) -> str:
    """A title or name, normalised, on one line."""
    return normalise(" ".join(normalise(text).split()))
