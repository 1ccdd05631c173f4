"""Cities of GeoNames, all of them weak, behind a preposition where they are no word of the language: «في أليكانتي»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Candidate
from ..people.words import NAME, Words, words_of
from .named import nouns

_SHORTEST = 5


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The weak cities of `candidates` that are surely meant, as such; where several bear the name, all of them."""
    words, toward = words_of(lexicon), nouns(lexicon)["toward"]
    shown = [c for c in candidates if c.weak and c.first and doc.words[c.first - 1] in toward
             and c.start == doc.starts[c.first] and c.entry.id.startswith("geonames:")]  # fmt: skip
    shown = [c for c in shown if _city(doc, c, words)]
    if not shown:
        return []
    # «طرابلس» is a capital or another listed city, or is not told at all.
    taken = {token for c in candidates if not c.weak or c.entry.type != "city" for token in range(c.first, c.end)}
    taken |= {c.first for c in candidates if c.entry.kind == "place" and not c.entry.id.startswith("geonames:")}
    return [
        replace(c, entry=replace(c.entry, weak=False), weak=False, rule="place.city", confidence=0.7)
        for c in shown
        if c.first not in taken
    ]


def _city(doc: Document, city: Candidate, words: Words) -> bool:
    """Whether a city's name is no word of the language and no part of somebody's name."""
    name = doc.words[city.first : city.end]
    if len(" ".join(name)) < _SHORTEST or words.kind(name[0]) & NAME:
        return False
    if name[0].startswith("ال") or name[0].endswith("يه"):
        return False
    if city.end < len(doc.words) and words.kind(doc.words[city.end]) & NAME:  # «من براون جونسون»
        return False
    return not any(words.common(word) for word in name)
