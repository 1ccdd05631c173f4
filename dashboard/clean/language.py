"""Which language a text is in: Arabic, Persian or English, by its script, its letters and its commonest words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import filterfalse

from ..lexicon import load
from .fold import fold_key, folded

_SAMPLE = 1500  # characters: a language shows itself early
_NOT_ARABIC = re.compile("[^\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_WORD = re.compile(r"[ء-ي]++(?![^\W\d_])|[^\W\d_]+")  # Arabic letters alone are found sooner


def detect(text: str, title: str = "") -> str | None:
    """`ar`, `fa`, `en`, or None where neither script is there or the Latin text has none of English's words."""
    sample = f"{title}\n{text}"[:_SAMPLE]
    # The text is folded as a whole, since it will be read so.
    found = _words(f"{folded(title)}\n{folded(text)}"[:_SAMPLE])
    latin = len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if sample.count("ا") * 2 <= latin:  # one letter alone tells most Arabic texts; in others all of them are counted
        arabic = len(_NOT_ARABIC.sub("", sample))
        if not arabic and not latin:
            return None
        if arabic * 2 < latin:  # Arabic names in an English text are few; Latin ones in an Arabic text too
            return "en" if latin < 40 or _score("en", sample, found) > 0.05 else None
    return "fa" if _score("fa", sample, found) > _score("ar", sample, found) else "ar"


def _words(text: str) -> list[str]:
    """The runs of letters of a text, in no order: only what bears a sign or a figure has to be cut."""
    parts = text.split()
    return [*filter(str.isalpha, parts), *_WORD.findall(" ".join(filterfalse(str.isalpha, parts)))]


def _score(language: str, sample: str, found: list[str]) -> float:
    """The share of the folded words `found` that are the language's own, its letters added at a fifth of theirs."""
    letters, common = _marks()[language]
    own = sum(sample.count(letter) for letter in letters)
    return sum(map(common.__contains__, found)) / (len(found) or 1) + 0.2 * own / (len(found) or 1)


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[str, frozenset[str]]]:
    data = load().data("boilerplate")["languages"]
    return {code: (marks["letters"], frozenset(map(fold_key, marks["words"]))) for code, marks in data.items()}
