"""Places that no list knows, by the noun before them: «بلدة أدري التشادية», «قرب أوفيرا». They have no coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..clean.clitics import readings
from ..clean.document import Document
from ..clean.fold import fold_key
from ..lexicon import Lexicon
from ..lexicon.verbs import split
from ..model import Candidate, Entry
from .people.words import COMMON, NAME, TITLE, VERB, Words, words_of

# Behind «منطقة», «إقليم» a participle (خاضعة, مشتعل), a verb (تبعد) or ل with a noun (لمحاكاة) describes it.
_DESCRIBES = re.compile(r"\wا\w\wه|م\wت\w\wه?|[تي]\w{3}|ل\w{4,}ه")


def find(doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """A word behind a noun of place that is no word of the language and nothing that `candidates` know."""
    places = _english(doc, lexicon) if doc.language == "en" else _arabic(doc, lexicon)
    first = next(places, None)
    if first is None:
        return []
    taken = {token for c in candidates for token in range(c.first, c.end)}
    return [_place(doc, at, candidates) for at in (first, *places) if at not in taken]


def _arabic(doc: Document, lexicon: Lexicon) -> Iterator[int]:
    """«بلدة أدري», «قرب أوفيرا»: the tokens of unknown words."""
    data, words = _nouns(lexicon), words_of(lexicon)
    heads, beside = data["heads"], data["beside"]
    for at in range(1, len(doc.words)):
        before = doc.words[at - 1]
        near = before in beside
        if not near and heads.isdisjoint(readings(before)):
            continue
        word = doc.words[at]
        if len(word) < 4 or not word[0].isalpha() or word.isascii() or doc.sentence_of[at] != doc.sentence_of[at - 1]:
            continue
        if _used(doc, at, words) or words.kind(word) & (TITLE | NAME if near else TITLE):
            continue
        if at > 1 and f"{doc.words[at - 2]} {before}" in data["said"]:  # «من ناحية غسيل الأموال»
            continue
        if not (near and (word.startswith("ال") or _DESCRIBES.fullmatch(word))):
            yield at


def _english(doc: Document, lexicon: Lexicon) -> Iterator[int]:
    """«the town of X», «near X», «in X,»: one unknown word with a capital, by itself."""
    data, never = _nouns(lexicon), _unplaced(lexicon)
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


def _used(doc: Document, at: int, words: Words) -> bool:
    """Whether the language uses the word; a verb before a demonym (بلدة أدري التشادية) is none."""
    word, behind = doc.words[at], doc.words[at + 1] if at + 1 < len(doc.words) else ""
    if words.kind(word) & COMMON == VERB and behind.startswith("ال") and behind.endswith("يه"):
        return False
    return words.common(word)


def _place(doc: Document, at: int, candidates: Sequence[Candidate]) -> Candidate:
    """The place at a token, its state that of a demonym right behind it."""
    demonym = next((c for c in candidates if c.first == at + 1 and c.entry.via == "demonym"), None)
    country = demonym.entry.country if demonym is not None and doc.words[at + 1].startswith("ال") else None
    name = doc.text[doc.starts[at] : doc.ends[at]].replace("_", " ")
    entry = Entry("place", f"place:{fold_key(name)}", name, country=country, via="pattern")
    return Candidate(at, at + 1, doc.starts[at], doc.ends[at], entry, "place.noun", 0.7)


@lru_cache(maxsize=2)
def _nouns(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    return {key: frozenset(split(value)) for key, value in lexicon.data("shared_names")["place_nouns"].items()}


@lru_cache(maxsize=2)
def _unplaced(lexicon: Lexicon) -> frozenset[str]:
    """English words with capitals that are no places: those that are no names either, given names, months, tongues."""
    english, given = lexicon.data("name_parts")["en"], lexicon.data("given_names")["english"]
    return frozenset(split([english["never"], english["given"], given["names"], given["weak"]]))
