"""English places that no list knows, by words with capitals: «the town of X», «near X», «X province», «X Y Shoal»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Candidate
from .named import nouns, place

_MOST_WORDS = 3


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Names beside a noun of place or behind a preposition that are nothing that `candidates` know."""
    taken = {token for c in candidates for token in range(c.first, c.end)}
    sure = {token for c in candidates if not c.weak and c.entry.kind != "person" for token in range(c.first, c.end)}
    found: list[Candidate] = []
    for first, end, strict in sorted(_english(doc, lexicon, sure), key=lambda name: (name[0], -name[1])):
        if not (taken if strict else sure).isdisjoint(range(first, end)):
            continue
        found.append(place(doc, first, end, doc.starts[first], candidates))
        taken.update(range(first, end))
        sure.update(range(first, end))
    return found


def _english(doc: Document, lexicon: Lexicon, sure: set[int]) -> Iterator[tuple[int, int, bool]]:
    """(first, end, whether what is weakly known stands against it too) of names by what stands beside them."""
    data, never = nouns(lexicon), _unplaced(lexicon)
    beside, behind = _cues(lexicon)
    after = (at + 1 for at in doc.where(behind.__contains__) if at + 1 < len(doc.words))
    for at in sorted({*doc.where(beside.__contains__), *after}):
        word, before = doc.words[at], doc.words[at - 1] if at else ""
        if word in data["en_features"] and _capital(doc, at):
            first = _back(doc, at, lexicon, sure)
            if first < at and not data["en_plain"].issuperset(doc.words[first:at]) and _based(doc, at):
                yield first, at + 1, False
        elif word in data["en_openers"] and _capital(doc, at) and (end := _run(doc, at + 1, never)) > at + 1:
            yield at, end, False
        elif word in data["en_regions"] and (not _capital(doc, at) or word in data["en_capitals"]):
            first = _back(doc, at, lexicon, sure)
            if first < at and not data["en_plain"].issuperset(doc.words[first:at]):
                yield first, at, False
        elif before == "of" and at > 1 and doc.words[at - 2] in data["en_nouns"]:
            end = _run(doc, at, never)
            if end > at and not (end < len(doc.words) and doc.words[end] in ("'", "’", "-")):
                yield at, end, True
        elif at > 1 and doc.words[at - 2] in data["en_stakes"]:  # «shares in Nike»
            continue
        elif at > 1 and before in data["en_prepositions"] and _alone(doc, at, never):
            yield at, at + 1, True


def _alone(doc: Document, at: int, never: frozenset[str]) -> bool:
    """Whether one unknown word with a capital stands by itself."""
    if not _named(doc, at, never) or len(doc.words[at]) < 4:
        return False
    return at + 1 >= len(doc.words) or not (_capital(doc, at + 1) or doc.words[at + 1] in ("'", "’", "-", "and"))


def _run(doc: Document, at: int, never: frozenset[str]) -> int:
    """The end of the words with capitals from token `at` on; `at` itself where they are none or too many."""
    end = at
    while end < len(doc.words) and doc.sentence_of[end] == doc.sentence_of[at] and _named(doc, end, never):
        end += 1
    return end if end - at <= _MOST_WORDS and (end - at > 1 or (end > at and len(doc.words[at]) > 3)) else at


def _back(doc: Document, noun: int, lexicon: Lexicon, sure: set[int]) -> int:
    """The first of the words with capitals before a noun that nothing else is known of."""
    first, sentence, plain = noun, doc.sentence_of[noun], nouns(lexicon)["en_plain"]
    never = _words_of_the_language(lexicon)
    small = nouns(lexicon)["en_particles"]
    while first and noun - first < _MOST_WORDS and doc.sentence_of[first - 1] == sentence:
        step = 2 if first < noun and doc.words[first - 1] in small and first > 1 else 1  # «Surigao del Sur»
        if first - step in sure or not _named(doc, first - step, never):
            break
        first -= step
    opens = first == doc.bounds[sentence][0] and first < noun and doc.words[first] in plain
    return first + 1 if opens else first  # «Nearby Thitu Island»


def _based(doc: Document, noun: int) -> bool:
    """«Hmeimim Air Base», but no party's base."""
    return doc.words[noun] != "base" or doc.words[noun - 1] in ("air", "naval", "force")


def _named(doc: Document, at: int, never: frozenset[str]) -> bool:
    word = doc.words[at]
    return word.isalpha() and _capital(doc, at) and word not in never and not _all_capitals(doc, at)


def _capital(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper()


def _all_capitals(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at] : doc.ends[at]].isupper()


@lru_cache(maxsize=2)
def _words_of_the_language(lexicon: Lexicon) -> frozenset[str]:
    """Words that have a capital only where a sentence begins, months, days, courtesies; not those of places' names."""
    return frozenset(split(lexicon.data("name_parts")["en"]["never"])) - nouns(lexicon)["en_plain"]


@lru_cache(maxsize=2)
def _cues(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The words that are a part of a place's name or stand behind it, and those before it."""
    data = nouns(lexicon)
    return data["en_features"] | data["en_openers"] | data["en_regions"], data["en_prepositions"] | {"of"}


@lru_cache(maxsize=2)
def _unplaced(lexicon: Lexicon) -> frozenset[str]:
    """English words with capitals that are no places: those that are no names either, given names, months, tongues."""
    english, given = lexicon.data("name_parts")["en"], lexicon.data("given_names")["english"]
    return frozenset(split([english["never"], english["given"], given["names"], given["weak"]]))
