"""A printed line back into reading order: the inverse of what the Unicode bidirectional algorithm does to a line.

A PDF knows where each sign stands and not in which order it is read. `logical` takes a line's signs from left to
right as the page shows them, for a paragraph that runs from right to left.
"""

from __future__ import annotations

import re
import unicodedata

_MARK = r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
_DIGITS = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_LATIN = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u0482\u048a-\u052f\u1e00-\u1fff"
_ARABIC = re.compile(r"[\u0590-\u05ff\u0620-\u064a\u066e-\u06d5\u06ee\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Signs that join digits on either side into one number, and those that do so only away from Arabic letters.
_NUMBER = re.compile(rf"{_DIGITS}+(?:[./:,\u066b\u066c\u060c]{_DIGITS}+)*")
_SIGNED = re.compile(rf"[%\u066a]?{_DIGITS}+(?:[./:,+\u066b\u066c\u060c-]{_DIGITS}+)*[+-]?")  # read backwards
# Latin words with what stands between them, the rest of an address, a number that belongs to the last (COVID 19).
_OTHER = r"[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\n]"
# The last hyphen is a word's that a line's end parts (COVID-).
_TAIL = r"(?:[^\s()\[\]\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*[0-9/=&_#+])?"
_TAIL += r"(?: [0-9]{1,3}(?![0-9/.:,%-]))?(?:-(?!\w))?"
_WESTERN = re.compile(rf"[{_LATIN}](?:{_OTHER}*[{_LATIN}])?{_TAIL}")
_STRETCH = re.compile(rf"{_ARABIC.pattern}(?:[^{_LATIN}\n]*{_ARABIC.pattern})?")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_FORMS = re.compile(r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")
_STRAY = re.compile(rf"(?<![^\W\d_])({_MARK}+)([^\W\d_])")


def has_arabic(text: str) -> bool:
    """Whether a letter that is read from right to left stands in `text`."""
    return _ARABIC.search(text) is not None


def mostly_arabic(text: str) -> bool:
    """Whether most of the letters of `text` are read from right to left."""
    return 2 * len(_ARABIC.findall(text)) > sum(char.isalpha() for char in text)


def folded(text: str) -> str:
    """Presentation forms and ligatures as the letters they stand for (NFKC, on these signs alone)."""
    # A vowel sign in isolation comes out behind a blank or a tatweel.
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]).lstrip(" ـ"), text)


def logical(line: str, *, mirrored: bool = True) -> str:
    """The reading order of a line that runs from right to left, given from left to right as printed.

    `mirrored`: brackets are named by their shape on the page, as nearly all programs do.
    """
    out: list[str] = []
    arabic = True  # the last letter before a number, in reading order: a paragraph begins with Arabic
    for piece, western in _pieces(line):
        if western:
            out.append(piece)
            arabic = False
            continue
        at = 0
        turned = piece[::-1].translate(_MIRROR) if mirrored else piece[::-1]
        while at < len(turned):
            number = (_NUMBER if arabic else _SIGNED).match(turned, at)
            if number and number.group():
                out.append(number.group()[::-1])
                at = number.end()
                continue
            arabic = arabic or _ARABIC.match(turned[at]) is not None
            out.append(turned[at])
            at += 1
    return _STRAY.sub(r"\2\1", "".join(out))


def within_latin(line: str) -> str:
    """The reading order of a printed line that runs from left to right: Arabic stretches in it turned around."""
    return _STRETCH.sub(lambda found: logical(found.group()), line)


def _pieces(line: str) -> list[tuple[str, bool]]:
    """The line in reading order of its pieces: (as printed, whether it is a Latin stretch that keeps its order)."""
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _WESTERN.finditer(line):
        start, stop = match.span()
        # A number that touches the word from the right was taken in; one glued to its left belongs to it too (3D, 5G).
        while start > end and line[start - 1].isdigit():
            start -= 1
        if start > end:
            found.append((line[end:start], False))
        found.append((line[start:stop], True))
        end = stop
    if end < len(line):
        found.append((line[end:], False))
    return found[::-1]
