"""The text as it is stored: one form of each character, no junk, words and letters as written."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

# Byte-order and direction marks, zero-width blanks, soft hyphens, controls. Joiners stay between letters, for Persian.
_JUNK_SIGNS = (
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
)
_JUNK = re.compile(f"[{_JUNK_SIGNS}]")
_LOOSE_JOINER = re.compile(r"(?<![^\W\d_])[\u200c\u200d]+|[\u200c\u200d]+(?![^\W\d_])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_NESTED = re.compile(r"&(?:amp;)+", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BROKEN = re.compile(f"[{_JUNK_SIGNS}\r\x0b\x0c\x85\u2028\u2029\u200c\u200d]")
_ODD_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char not in " \n")
_ODD = re.compile(f"[{_JUNK_SIGNS}{_ODD_BLANKS}\u200c\u200d]")  # junk, joiners, line ends and blanks of other kinds
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
    odd = _ODD.search(text) is not None  # most texts have nothing of it, and one look says so
    if odd and _BROKEN.search(text) is not None:  # and not only blanks of other kinds
        text = _LOOSE_JOINER.sub("", _JUNK.sub("", _LINE_ENDS.sub("\n", text)))
    text = unicodedata.normalize("NFC", text)
    if odd or "  " in text:
        text = _single_blanks(text)
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return (_BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text).strip()


def _single_blanks(text: str) -> str:
    """One blank for each run of blanks of any kind, line ends left alone; replacing is quicker than a pattern."""
    for char in _ODD_BLANKS:
        if char in text:
            text = text.replace(char, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def one_line(text: str) -> str:
    """A title or name, normalised, on one line."""
    return normalise(" ".join(normalise(text).split()))
