"""Where a text has the words and phrases of a query."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .forms import exact, forms_of
from .tree import Phrase, Word

Term = Word | Phrase


def places(term: Term, words: Sequence[str]) -> list[int]:
    """Where a term begins in folded words without signs; a phrase's later words follow as written."""
    firsts, prefix, rest = sought(term)
    found = []
    for at, word in enumerate(words):
        begins = word.startswith(firsts) if prefix else word in firsts
        if begins and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            found.append(at)
    return found


def length(term: Term) -> int:
    """How many words it is."""
    return len(term.words) if isinstance(term, Phrase) else 1


@lru_cache(maxsize=1024)
def sought(term: Term) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The first word's forms, whether they are prefixes, and the words that must follow."""
    if isinstance(term, Phrase):
        return exact(term.words[0]), False, term.words[1:]
    return (exact(term.text), True, ()) if term.prefix else (forms_of(term.text), False, ())
