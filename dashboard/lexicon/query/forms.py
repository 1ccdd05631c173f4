"""The forms under which a text may write a word: what Arabic joins to it, and a light stem's other endings.

Light stemming may not make another word of a name (لبنان is not لبن with an ending, البحرين no two seas): words that
the gazetteer knows as names keep their ending. The spellings of a state's or a place's name are one word: سوريا and
سورية, أميركا and أمريكا.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...clean.clitics import variants
from ...clean.fold import fold_key
from .. import load

_CONJUNCTIONS = ("", "و", "ف")
_BEFORE = ("", "ب", "ل", "ك")
_BEFORE_ARTICLE = ("ال", "بال", "لل", "كال")
_PRONOUNS = ("ها", "هم", "هما", "هن", "ه", "نا")
# Class → (endings that tell it, the longest first; endings of the same word; letters its stem has at least).
_ENDINGS = (
    (("يتين", "يتان", "يات", "يين", "يون", "يه"), ("ي", "يا", "يه", "يين", "يون", "يات", "يتين", "يتان"), 3),
    (("تين", "تان", "ات", "ه"), ("ه", "ات", "تين", "تان", *("ت" + one for one in _PRONOUNS),
                                 *("ات" + one for one in _PRONOUNS)), 3),
    (("ين", "ون"), ("", "ا", "ين", "ون"), 4),
)  # fmt: skip
# Foreign names differ in vowels, in letters of one sound, and in the letter at their end.
_VOWELS, _SOUNDS = re.compile("(?<!^)[اوي]|ه$"), str.maketrans("طقج", "تكغ")
_PLAIN = ("", "ا", *_PRONOUNS)


@lru_cache(maxsize=1024)
def forms_of(word: str) -> tuple[str, ...]:
    """All written forms of a folded word; itself first."""
    if not is_arabic(word):
        return tuple(dict.fromkeys(_english(word)))
    return tuple(dict.fromkeys((word, *(form for one in (word, *_behind(word)) for form in _arabic(one)))))


def _arabic(word: str) -> Iterator[str]:
    """A word, all of it taken for its own, behind what may be joined to it and in its other endings."""
    stem = without_article(word)
    definite = stem != word
    name = any(load().gazetteer.entries(one) for one in (word, stem, "ال" + stem))
    stems = (stem, *sorted(_spellings().get(stem, ()))) if name else _stemmed(stem)
    # الهند is no هند: of a name the article is part, of another word it may be missing.
    yield from (head + form for form in stems for head in heads(definite and name))


def _behind(word: str) -> Iterator[str]:
    """A word that was taken from a text with what is joined to it there, without that: where an article follows, or a
    name is left that it is none with it (والمناورات, بإيران). وزير and بلد stay what they are."""
    entries = load().gazetteer.entries
    for _, rest in variants(word)[1:]:
        named = len(rest) > 3 and any(not entry.weak for entry in entries(rest)) and not entries(word)
        if named or without_article(rest) != rest:
            yield rest


def heads(definite: bool) -> list[str]:
    """What may be written before a word; with `definite`, the article among it."""
    before = _BEFORE_ARTICLE if definite else _BEFORE + _BEFORE_ARTICLE
    return [conjunction + head for conjunction in _CONJUNCTIONS for head in before]


def exact(word: str) -> tuple[str, ...]:
    """A word as written, behind what Arabic joins to it: how a phrase begins, and how a prefix does."""
    if not is_arabic(word):
        return (word,)
    stem = without_article(word)
    definite = stem != word
    return tuple(dict.fromkeys((word, *(head + stem for head in heads(definite)))))


def is_arabic(word: str) -> bool:
    return len(word) > 1 and "\u0621" <= word[0] <= "\u06cc"


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, set[str]]:
    """A name of a state or a place of one word, folded and without its article → the other ways to spell it.

    None that is another word as well: كيف is seldom كييف.
    """
    data = load()
    found: defaultdict[str, set[str]] = defaultdict(set)
    states = [(item["ar"].get("names", []), item["ar"].get("weak_names", [])) for item in data.data("states").values()]
    places = [item for kind in ("capitals", "cities", "places") for item in data.data(kind)]
    for names, weak in (*states, *((item["ar"], item.get("weak_ar", [])) for item in places)):
        stems = {without_article(fold_key(name)) for name in set(names) - set(weak) if " " not in name}
        for stem in stems:
            found[stem] |= {other for other in stems - {stem} if _sounds(other) == _sounds(stem)}
    return found


def without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _sounds(stem: str) -> str:
    return _VOWELS.sub("", stem).translate(_SOUNDS)


def _stemmed(stem: str) -> Iterator[str]:
    yield stem
    for endings, others, least in _ENDINGS:
        for ending in endings:
            if stem.endswith(ending) and len(stem) - len(ending) >= least:
                yield from (stem[: -len(ending)] + other for other in others)
                return
    if len(stem) > 2:
        yield from (stem + ending for ending in _PLAIN)


def _english(word: str) -> Iterator[str]:
    yield word
    if not word.isalpha() or len(word) < 4 or load().gazetteer.entries(word):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"
    else:
        yield word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
