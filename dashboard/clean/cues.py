"""Cues from the data, compiled: lists of phrases in which `*` stands for one to six words, matched word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..errors import LexiconError
from .fold import fold_key, folded

_WORD = re.compile(r"[^\W_]+")
# What parts words in a folded text besides blanks; most characters are told by the set alone.
_SIGN = re.compile(r"[^ء-ي\sa-z0-9](?<!\w)")
_GAP = r"[^\W_]+(?: [^\W_]+){0,5}"
NEVER = r"(?!)"  # an empty list of cues matches nothing


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """The folded words of a text, one blank between them: what cues are compared with."""
    return " ".join(_WORD.findall(fold_key(text)))


def words_of_lines(text: str) -> list[list[str]]:
    """The folded words of each line of a text, which is folded in one go."""
    return [line.split() for line in _SIGN.sub(" ", folded(text)).split("\n")]


def first_words(cues: Iterable[str]) -> frozenset[str]:
    """The words with which cues begin: where none of them stands, the long patterns needn't be tried.

    A cue can't begin with `*`, which no word tells. Raises LexiconError.
    """
    found = set()
    for cue in map(str, cues):
        if cue.lstrip().startswith("*"):
            raise LexiconError(f"data/boilerplate.yml: {cue!r} begins with *: write the words that come first")
        found.update(words(cue).split()[:1])
    return frozenset(found)


def alternatives(cues: Iterable[str]) -> str:
    """A pattern for any of the cues, the longest first."""
    forms = {" ".join(_GAP if part == "*" else words(part) for part in str(cue).split()) for cue in cues}
    return "|".join(sorted(forms - {""}, key=len, reverse=True)) or NEVER


def begins(cues: Iterable[str]) -> re.Pattern[str]:
    """Matches folded words that begin with one of the cues."""
    return re.compile(rf"(?:{alternatives(cues)})(?= |$)")


def holds(cues: Iterable[str]) -> re.Pattern[str]:
    """Finds one of the cues anywhere in folded words."""
    return re.compile(rf"(?:^|(?<= ))(?:{alternatives(cues)})(?= |$)")


def nothing_but(cues: Iterable[str]) -> re.Pattern[str]:
    """Full-matches folded words that are one or several of the cues and nothing else."""
    return re.compile(rf"(?:(?:{alternatives(cues)})(?: |$))+")
