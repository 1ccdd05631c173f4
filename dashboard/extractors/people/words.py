"""What a folded word may be in a name: a name's part, a title, or a word of the language at which a name ends.

Arabic has no capitals, so a name is told from what follows it by knowing the language's own words. Those are kept as
lemmas in `data/name_parts.yml`; their forms are recognised here (endings, the article, verb persons), each word once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ...clean.clitics import variants
from ...clean.fold import fold_key, remembered
from ...lexicon import Lexicon
from ...lexicon.verbs import Verbs, split
from .leaders import Leaders

GIVEN, WEAK, SURNAME = 1, 2, 4
FUNCTION, VERB, NOUN = 8, 16, 32
BEFORE, PARTICLE, SUFFIX = 64, 128, 256
RANK, OFFICE, COURTESY = 512, 1024, 2048
ASIAN = 4096
NAME = GIVEN | WEAK | SURNAME
COMMON = FUNCTION | VERB | NOUN
TITLE = RANK | OFFICE | COURTESY

_NOUN_ENDINGS = (
    "", "ه", "ات", "ون", "ين", "ان", "ا", "ي", "يه", "يا", "يين", "يون", "يات", "تين", "تان", "ها", "هم", "هما", "نا",
    "ته", "تها", "تهم", "تنا", "اته", "اتها", "اتهم", "يها", "يهم", "وا", "و", "يتين", "ائه", "ائها", "ائهم",
)  # fmt: skip


@remembered
def _endings_at(tail: str) -> tuple[str, ...]:
    """The endings, in order, that a word with these last two letters may bear."""
    return tuple([one for one in _NOUN_ENDINGS if tail.endswith(one[-2:])])


# «مسؤولو», «ناشطوا»: only people are counted so, and their words are longer (ريفو is a name, no villages).
_SHORTEST_STEM = {"و": 3, "وا": 3}


class Words:
    """Look-ups of folded words, each answered once and remembered.

    `kind(word)` gives the bits above of the word as it is, clitics not taken off; `common(word)` whether the language
    uses it as a word; `says(word)` whether it is a form of a verb of saying; `opens(word)` whether a name or an office
    may begin with it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        parts, titles = lexicon.data("name_parts"), lexicon.data("titles")["ar"]
        self._exact: dict[str, int] = {}
        self._trie = lexicon.gazetteer.trie
        for stem in ("given_names", "surnames"):
            data = lexicon.data(stem)
            self._names(data.get("names", data), GIVEN if stem == "given_names" else SURNAME)
        compounds = parts["compounds"]
        for bit, value in (
            (BEFORE, compounds["before"]), (PARTICLE, compounds["particles"]), (SUFFIX, compounds["suffixes"]),
            (ASIAN, parts["east_asian"]["surnames"]), (FUNCTION, parts["functions"]), (RANK, titles["ranks"]),
            (COURTESY, titles["courtesy"]), (OFFICE, titles["offices"]),
        ):  # fmt: skip
            self._mark(split(value), bit)
        for word in split(parts["never"]):  # listed names that news uses for something else
            self._exact[word] = NOUN
        for office in split(titles["offices"]):
            self._mark([f"ال{office}"], OFFICE)
        self._mark(split(titles["seniors"]), OFFICE)
        # «عوض الكريم», «تاج السر»: first word → the second words with which it is one given name.
        self.pairs: dict[str, set[str]] = {}
        for pair in compounds["pairs"]:
            opener, *seconds = split(pair)
            self.pairs.setdefault(opener, set()).update(seconds)
        self.syllables = frozenset(split(parts["east_asian"]["syllables"]))
        self._mark(split(titles["counterparts"]), OFFICE)
        self._nouns = frozenset(split(parts["nouns"]))
        self.verbs = Verbs(parts["verbs"].split())
        self._shapes = re.compile("|".join(parts["shapes"]))
        self.leaders = Leaders(lexicon)
        self.kind, self.common = remembered(self._classify), remembered(self._is_common)
        self.unarticled, self.family = remembered(self._without_article), remembered(self._is_family)
        self.says = remembered(self._is_saying)
        self.described = {fold_key(word): states for word, states in titles["described"].items()}
        self.titles = {key: frozenset(split(value)) for key, value in titles.items() if key != "described"}
        self._endings = [
            (int(item["min"]), tuple(split(item["strong"])))
            for item in lexicon.data("surnames").get("endings", {}).values()
            if item.get("strong")
        ]
        self.prophets = frozenset(split(parts["prophets"]))
        self.ordinals = frozenset(split(parts["ordinals"]))
        self.ships = frozenset(form for word in split(parts["ships"]) for form in (word, f"ال{word}"))
        self.named_after = frozenset(split(parts["named_after"])) | self.ships
        reporting = lexicon.data("reporting_verbs")["ar"]
        # Demonyms that are common words (المالية) → the words behind which they are demonyms all the same.
        self.dropped: dict[str, frozenset[str]] = {}
        self.closing: dict[str, frozenset[str]] = {}  # … → the heads of offices which they close
        for item in lexicon.data("ambiguity")["forms"]:
            if item["default"] == "drop":
                keep = frozenset(split(item.get("keep_before"))) - frozenset(split(parts["functions"]))
                self.dropped.update((fold_key(form), keep) for form in item["forms"])
                heads = frozenset(split(item.get("keep_office")))
                self.closing.update((fold_key(form), heads) for form in item["forms"] if heads)
        self.occasions = frozenset(split(reporting["occasions"]))
        self.clause = frozenset(split(reporting["clause"]))
        self._nouns |= frozenset(split(reporting["participles"]))
        self.says_en = frozenset(split(lexicon.data("reporting_verbs")["en"]["verbs"]))
        self.given_en = frozenset(split(parts["en"]["given"]))
        self._saying = Verbs(reporting["verbs"].split())

    def _names(self, data: dict[str, Any], bit: int) -> None:
        for origin in data.values():
            if not isinstance(origin, dict):
                continue
            self._mark((word for word in split(origin.get("names")) if " " not in word), bit)
            self._mark((word for word in split(origin.get("weak")) if " " not in word), bit | WEAK)

    def _mark(self, words: Iterable[str], bit: int) -> None:
        for word in words:
            if word:
                self._exact[word] = self._exact.get(word, 0) | bit

    def _classify(self, word: str, *, article: bool = True) -> int:
        bits = self._exact.get(word, 0)
        if not word[0].isalpha() or word.isascii():
            return bits
        if self.verbs.lemma(word):
            bits |= VERB
        if self._is_noun(word, shapes=not bits & NAME, article=article):
            bits |= NOUN
        if article and word.startswith("ال") and len(word) > 5 and self._exact.get(word[2:], 0) & FUNCTION:
            bits |= FUNCTION
        # A listed name that is a word too is a weak one, whoever listed it.
        if bits & (GIVEN | SURNAME) and bits & (FUNCTION | VERB):
            bits |= WEAK
        return bits

    def _without_article(self, word: str) -> int:
        """The kind of a word whose first letters are written آل, أل or إل, which is no article: آلدار is not الدار."""
        return self._classify(word, article=False)

    def opens(self, word: str) -> bool:
        """Whether a name or an office may begin with the word, clitics taken off."""
        return any(self.kind(form) & (NAME | BEFORE | TITLE) for _, form in variants(word))

    def altered(self, word: str) -> bool:
        """Whether the word is of another kind where its first letters are no article."""
        return word.startswith("ال") and self.unarticled(word) != self.kind(word)

    def _is_noun(self, word: str, *, shapes: bool, article: bool) -> bool:
        """Whether it is a listed noun; with `shapes` also whether it has a noun's shape, as محمود has too."""
        bare = word[2:] if article and word.startswith("ال") and len(word) > 3 else word
        for ending in _endings_at(bare[-2:]):
            if bare.endswith(ending) and len(bare) - len(ending) > _SHORTEST_STEM.get(ending, 2 if ending else 1):
                stem = bare[: len(bare) - len(ending)] if ending else bare
                if stem in self._nouns or (ending and ending[0] == "ت" and f"{stem}ه" in self._nouns):
                    return True
                if ending in ("ات", "ي", "يه", "يين", "يون") and f"{stem}ه" in self._nouns:
                    return True
        return shapes and (bool(self._shapes.fullmatch(bare)) or self.verbs.participle(bare) is not None)

    def _is_common(self, word: str) -> bool:
        """Whether some reading of the word, clitics taken off, is a word of the language."""
        for cut, form in variants(word):
            if cut and len(form) < 3 and form not in self._nouns and not self._exact.get(form, 0) & FUNCTION:
                continue
            kind = self.kind(form) & COMMON
            # No verb bears ب, ك or ل (but a present one): كاراسين and لامولا are names. Short words only look like one.
            if kind == VERB and cut and len(form) > 4 and word[cut - 1] in "بكل" and form[0] not in "ين":
                continue
            if kind or (cut and self.kind(form) & (OFFICE | RANK) and not self.kind(form) & NAME):
                return True
        return False

    def _is_family(self, word: str) -> bool:
        """Whether an unknown word ends as families' names of some origin do: جاغريان, شعبانزاده."""
        return any(len(word) >= least and word.endswith(endings) for least, endings in self._endings)

    def listed_form(self, word: str) -> bool:
        """Whether the lexicon knows something by this one word."""
        return "" in self._trie.get(word, {})

    def _is_saying(self, word: str) -> bool:
        """Whether the word, و and ف taken off, is a form of a verb of saying."""
        forms = [word, word[1:]] if word[0] in "وف" and len(word) > 3 else [word]
        return word[0].isalpha() and any(self._saying.lemma(form) for form in forms)


@lru_cache(maxsize=2)
def words_of(lexicon: Lexicon) -> Words:
    """The vocabulary of a lexicon, compiled once."""
    return Words(lexicon)
