"""English places that no list knows: «the town of X», «near X», «in X,», one unknown word with a capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Candidate
from .named import nouns, place


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """A word with a capital behind a noun of place that is nothing that `candidates` know."""
    taken = {token for c in candidates for token in range(c.first, c.end)}
    return [place(doc, at, at + 1, doc.starts[at], candidates) for at in _english(doc, lexicon) if at not in taken]


def _english(doc: Document, lexicon: Lexicon) -> Iterator[int]:
    """«the town of X», «near X», «in X,»: one unknown word with a capital, by itself."""
    data, never = nouns(lexicon), _unplaced(lexicon)
    for at in range(2, len(doc.words)):
        before, word = doc.words[at - 1], doc.words[at]
        noun = before == "of" and doc.words[at - 2] in data["en_nouns"]
        if not noun and before not in data["en_prepositions"]:
            continue
        if len(word) < 4 or not word.isalpha() or not _capital(doc, at) or word in never or _all_capitals(doc, at):
            continue
        if at + 1 < len(doc.words) and (_capital(doc, at + 1) or doc.words[at + 1] in ("'", "’", "-", "and")):
            continue
        yield at


def _capital(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper()


def _all_capitals(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at] : doc.ends[at]].isupper()


@lru_cache(maxsize=2)
def _unplaced(lexicon: Lexicon) -> frozenset[str]:
    """English words with capitals that are no places: those that are no names either, given names, months, tongues."""
    english, given = lexicon.data("name_parts")["en"], lexicon.data("given_names")["english"]
    return frozenset(split([english["never"], english["given"], given["names"], given["weak"]]))
