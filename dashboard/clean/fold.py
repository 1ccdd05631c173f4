"""Folding: the form of a text in which things are compared, with the way back to the text as written.

Folding unites what Arabic and Persian writers use for one another (أ إ آ ٱ ا, ى ی ي, ک گ ك, ة ه), takes away what
is only pronunciation or ornament (harakat, tatweel, bidi marks), opens presentation forms and ligatures, makes every
digit ASCII, reads `_` as a blank, and lowers Latin letters without their accents.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import TypeVar

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍےۓ", "ي"),
    **dict.fromkeys("کگڪګڬڭڮڰ", "ك"),
    **dict.fromkeys("ةۀہەھ", "ه"),
    "ۆ": "و", "ۇ": "و", "ۈ": "و", "_": " ", "\u00a0": " ", "\t": " ",
}  # fmt: skip
# Bidi controls, joiners, soft hyphen, BOM: invisible, and never part of a name.
_INVISIBLE = {0x00AD, 0x061C, 0xFEFF, 0x0640, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}


def _fold_char(char: str) -> str:
    """The folded form of one character: usually one, sometimes none or several characters."""
    if char < "\x80":
        return " " if char in "_\t" else char.lower()
    if ord(char) in _INVISIBLE:
        return ""
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if category in ("Mn", "Me"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs":
        return " "
    if category[0] in "LN" or category == "So":
        if unicodedata.decomposition(char):
            if "؀" <= char <= "ۿ":  # ؤ ئ stay: folding them would join words that differ
                return char
            opened = unicodedata.normalize("NFKD", char)
            return "".join(_fold_char(part) if part != char else part for part in opened)
        return char.lower()
    return char


class _Table(dict[int, str]):
    """A translation table that fills itself as characters are met."""

    def __missing__(self, code: int) -> str:
        value = _fold_char(chr(code))
        self[code] = value
        return value


_TABLE = _Table()


Value = TypeVar("Value")
_ROOM = 2**15  # words: full after some thousand articles, and then no longer growing


class _Remembered(dict[str, Value]):
    """Word → what `make` makes of it; when full it begins anew, so that it doesn't grow with the corpus.

    What it held is kept aside, and taken back where it is asked for again: words in use are not made anew.
    """

    def __init__(self, make: Callable[[str], Value]) -> None:
        self._make = make
        self._aside: dict[str, Value] = {}

    def __missing__(self, word: str) -> Value:
        if len(self) >= _ROOM:
            self._aside = dict(self)
            self.clear()
        value = self[intern(word)] = self._aside[word] if word in self._aside else self._make(word)
        return value


def remembered(make: Callable[[str], Value]) -> Callable[[str], Value]:
    """`make` for single words, with a memory: quicker than an lru_cache, which keeps an order nobody needs."""
    return _Remembered(make).__getitem__


@lru_cache(maxsize=2**12)  # lines too, which take room
def fold_key(text: str) -> str:
    """The folded form of a name or word, blanks collapsed: what dictionaries are keyed by."""
    return " ".join((text.translate(_TABLE) if len(text) < _SHORT else folded(text)).split())


def folded(text: str) -> str:
    """The folded text alone, its blanks and line ends as they are."""
    return _changed(text)[0]


# Whatever isn't known to stay as it is. Few kinds of characters of a text change: replacing one after the other takes a
# third of the time of `translate`, which asks for every character.
_STAYING = [chr(code) for code in (*range(0x7F), *range(0x600, 0x700), *range(0x2010, 0x2040))]
# What changes in nearly every text is looked for one by one, which is quicker still; all else in one pass.
_USUAL = "ةأإآىًّـ\u00a0_" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_UNUSUAL = re.compile(f"[^{re.escape(''.join(char for char in _STAYING if _fold_char(char) == char) + _USUAL)}]")


_SHORT = 60  # characters up to which `translate` is the quicker


class _Forms(dict[str, str]):
    """Character → its folded form; `unsteady` are those whose form would be folded again (İ)."""

    unsteady: set[str] = set()

    def __missing__(self, char: str) -> str:
        form = self[char] = _TABLE[ord(char)]
        if any(_TABLE[ord(part)] != part for part in form):
            self.unsteady.add(char)
        return form


_FORMS = _Forms()


@lru_cache(maxsize=8)  # cleaning folds a text, and then it is read
def _changed(text: str) -> tuple[str, dict[str, str]]:
    """The folded text, and what has changed in it: character → its folded form."""
    forms = {char: _FORMS[char] for char in _USUAL if char in text}
    if _UNUSUAL.search(text) is not None:
        forms.update((char, _FORMS[char]) for char in set(_UNUSUAL.findall(text)))
    if not _FORMS.unsteady.isdisjoint(forms):
        return text.translate(_TABLE), forms
    for char, form in forms.items():
        text = text.replace(char, form)
    return text, forms


def fold(text: str) -> tuple[str, array[int] | None]:
    """The folded text and its offset map: `offsets[i]` is where folded character `i` stands in `text`.

    The map has one entry more than the folded text (its end). It is None where nothing moved.
    """
    folded, forms = _changed(text)
    resizing = "".join(sorted(char for char, form in forms.items() if len(form) != 1))
    if not resizing:
        return folded, None
    offsets, places, last = array("I"), _places(len(text) + 1), 0
    for match in re.finditer(f"[{re.escape(resizing)}]", text):
        at = match.start()
        offsets += places[last:at]
        offsets.extend([at] * len(_TABLE[ord(text[at])]))
        last = at + 1
    offsets += places[last : len(text) + 1]
    return folded, offsets


def opens(text: str) -> bool:
    """Whether a character of the text is folded to several, as ligatures are."""
    return any(len(form) > 1 for form in _changed(text)[1].values())


_KEPT = array("I", range(2**14))  # 0, 1, 2 …: pieces of it are copied much quicker than they are counted


def _places(count: int) -> array[int]:
    return _KEPT if count <= len(_KEPT) else array("I", range(count))
