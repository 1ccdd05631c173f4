"""Where an office ends: before a title of its holder's own, and behind a demonym that is a common word too."""

from __future__ import annotations

from functools import lru_cache

from ..clean.clitics import readings
from ..clean.document import Document
from ..clean.fold import fold_key
from . import load

# Words of the longest list of departments.
_LONGEST = 8


def closes_office(doc: Document, at: int, heads: frozenset[str]) -> bool:
    """Whether token `at`, with ال, ends an office that begins with one of `heads` and goes on in definite words.

    It agrees with the head, which is not right before it: «وزيرة الثقافة المالية», never «وزير المالية».
    """
    word = doc.words[at]
    if not word.startswith("ال") or word.endswith(("ين", "ون", "ات")):
        return False
    for back in range(at - 1, max(at - 1 - _LONGEST, doc.bounds[doc.sentence_of[at]][0] - 1), -1):
        head = next((form for form in readings(doc.words[back]) if form in heads), None)
        if head is not None:
            return back < at - 1 and head.endswith("ه") == word.endswith("ه")
        if not doc.words[back].startswith(("ال", "وال", "لل", "ولل")):
            return False
    return False


@lru_cache(maxsize=4096)
def office(role: str) -> str:
    """A role, as texts write it, without its holder's own title behind the office: «وزير الخارجية الأمير» is the
    foreign minister. «الأمير» alone stays, and so does what is somebody's: «نائب الأمير», Crown Prince."""
    own, ranks = _titles()
    words = role.split()
    while len(words) > 1 and _key(words[-1]) in own:
        before = [_key(word) for word in words[:-1]]
        if words[-1].isascii():
            whole = not ranks.isdisjoint(before)
        else:
            whole = before[-1].startswith("ال") or bool(load().gazetteer.entries(words[-2]))
        if not whole:
            break
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1)
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Titles of people in both languages, and the English offices and ranks that are none."""
    titles = load().data("titles")
    own = frozenset(_key(word) for language in ("ar", "en") for word in titles[language]["honorifics"].split())
    return own, frozenset(map(_key, titles["en"]["ranks"].split())) - own


def _key(word: str) -> str:
    return fold_key(word).strip(".")
