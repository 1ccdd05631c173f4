"""The candidate of a place that no list knows, and the nouns by which such places are told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Candidate, Entry

_UNQUOTED = str.maketrans('"«»“”', "     ")


def place(
    doc: Document, first: int, end: int, start: int, candidates: Sequence[Candidate], *, confidence: float = 0.7
) -> Candidate:
    """The place at tokens `first` … `end`-1 whose letters begin at `start`.

    Its state is that of a demonym with ال behind it, or behind one adjective there: «قاعدة كالغالا الجوية التشادية».
    """
    at = end
    words = doc.words
    demonyms = {c.first: c for c in candidates if c.entry.via == "demonym" and end <= c.first <= end + 1}
    if at not in demonyms and at < len(words) and words[at].startswith("ال") and words[at].endswith("يه"):
        at += 1
    demonym = demonyms.get(at)
    country = demonym.entry.country if demonym is not None and words[at].startswith("ال") else None
    name = " ".join(doc.text[start : doc.ends[end - 1]].replace("_", " ").translate(_UNQUOTED).split())
    if start > doc.starts[first] and name.startswith("ل") and doc.text[start - 1] == "ل":
        name = f"ا{name}"
    entry = Entry("place", f"place:{fold_key(name)}", name, country=country, via="pattern")
    return Candidate(first, end, start, doc.ends[end - 1], entry, "place.noun", confidence)


@lru_cache(maxsize=2)
def nouns(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The lists of `shared_names.yml: place_nouns`, folded."""
    return {key: frozenset(split(value)) for key, value in lexicon.data("shared_names")["place_nouns"].items()}
