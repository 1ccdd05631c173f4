"""The words that English names are read by, compiled from the lexicon once."""

from __future__ import annotations

from functools import lru_cache

from ....lexicon import Lexicon
from ....lexicon.verbs import split


class English:
    """Sets of words as the data lists them: parts of names, titles, verbs of saying, nouns of ships and groups."""

    def __init__(self, lexicon: Lexicon) -> None:
        names, titles = lexicon.data("name_parts")["en"], lexicon.data("titles")["en"]
        verbs = lexicon.data("reporting_verbs")["en"]
        listed = lexicon.data("given_names")["english"]
        self.never = frozenset(split(names["never"]))
        self.given = frozenset(split(names["given"])) | frozenset(split(listed["names"]))
        # Given names that are words and places too (Jordan, Chad, Georgia): only with evidence beside the name.
        self.weak = frozenset(split(listed["weak"])) - self.given - self.never
        self.groups, self.possessors = frozenset(split(names["groups"])), frozenset(split(titles["possessors"]))
        self.retired = frozenset(split(titles["retired"]))
        self.particles, self.suffixes = frozenset(split(names["particles"])), frozenset(split(names["suffixes"]))
        self.ranks, self.courtesy = frozenset(split(titles["ranks"])), frozenset(split(titles["courtesy"]))
        self.parts = frozenset(split(titles["parts"]))
        self.joins = self.parts | frozenset(split(titles["host"])) | {".", "'", "’", "s"}
        self.plural, self.unsaid = frozenset(split(titles["plural"])), frozenset(split(titles["unsaid"]))
        self.host, self.postings = frozenset(split(titles["host"])), frozenset(split(titles["postings"]))
        self.says = frozenset(split(verbs["verbs"]))
        self.ships = frozenset(split(names["ships"]))


@lru_cache(maxsize=2)
def english(lexicon: Lexicon) -> English:
    """The vocabulary of a lexicon."""
    return English(lexicon)
