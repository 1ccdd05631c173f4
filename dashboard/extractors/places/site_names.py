"""How far the name behind a noun of a site goes: foreign words, a person's name, a known place and its adjective."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Candidate
from ..people.words import BEFORE, FUNCTION, NAME, PARTICLE, SUFFIX, TITLE, VERB, WEAK, words_of
from .named import nouns

_QUOTES = dict(zip('"«“', '"»”', strict=True))
# Joined words, verbs, plurals and verbal nouns, what bears a pronoun: «سد احتياجات», «مستشفى مراعاة لصحته».
_NO_NAME = re.compile(
    r"و\w+|ل\w{3,}ه|[يت]ت\w+|ا\wت\w\wت?|\w{3,}(?:ها|هم|ات)|م\wا\w\w?[هاة]\w?|\w{3}ه|(?:م\w{3,}|\wا\w\w)(?:ين|ون)"
)
_MOST_WORDS, _MOST_FOREIGN = 5, 3


@lru_cache(maxsize=2)
def sites(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The lists of `shared_names.yml: sites`, folded."""
    return {key: frozenset(split(value)) for key, value in lexicon.data("shared_names")["sites"].items()}


class SiteNames:
    """Where the names behind a document's nouns of sites end, by what is known of its words.

    `known`: the places and states that are surely meant, by first token; `taken`: tokens of all such but persons.
    """

    def __init__(self, doc: Document, lexicon: Lexicon, candidates: Sequence[Candidate]) -> None:
        self.doc, self.data, self.words = doc, sites(lexicon), words_of(lexicon)
        self.openers = nouns(lexicon)["openers"]  # «حي كفر سوسة»
        self.known: dict[int, Candidate] = {}  # places and states by name that are surely meant, by first token
        self.taken: set[int] = set()  # tokens of all that is surely meant but persons
        self.weak: set[int] = set()  # first tokens of places that a noun before them shows
        self.nisbas: set[int] = set()
        self.located: set[int] = set()  # tokens that a known place behind a clitic begins
        self.bearers: set[str] = set()  # last words of persons' names
        for c in candidates:
            kind = c.entry.kind
            if kind == "person":
                self.bearers.add(doc.words[c.end - 1])
            elif c.entry.via in ("demonym", "people"):
                self.nisbas.add(c.first)
            elif c.weak:
                self.weak |= {c.first} if kind == "place" else set()
                continue
            elif kind != "organization":
                if c.start == doc.starts[c.first]:
                    self.known[c.first] = c
                else:
                    self.located.add(c.first)
            self.taken.update(range(c.first, c.end) if kind != "person" else ())

    def end(self, noun: str, at: int) -> int | None:
        """The end of the name at token `at` behind `noun`, or None where none is."""
        data, limit = self.data, min(self._bound(at), at + _MOST_WORDS)
        inside = self.known.get(at)
        if inside is not None:
            named = inside.entry.kind == "country" or inside.entry.type == "city"
            return self._beyond(noun, inside.end, limit) if named else None
        end = self._quoted(noun, at) or self._named(noun, at, limit)
        if end is None or not self.taken.isdisjoint(range(at, end)):
            return None
        sealed = self._seal(end)
        if sealed == end and (noun in data["sealed"] or (noun in data["towns"] and at in self.weak)):
            return None
        return sealed

    def _beyond(self, noun: str, end: int, limit: int) -> int | None:
        """The end of a name that begins with a known place: sealed, going on in a foreign word, or a street's."""
        sealed = self._seal(end)
        if sealed > end or noun in self.data["streets"]:
            return sealed
        word = self.doc.words[end] if end < limit and end not in self.taken | self.nisbas else ""
        foreign = len(word) > 3 and word[0].isalpha() and not word.isascii() and not word.startswith(("ال", "و"))
        if not foreign or noun in self.data["towns"] or self.words.kind(word) & NAME or self.words.common(word):
            return None
        return end + 1

    def _named(self, noun: str, at: int, limit: int) -> int | None:
        data, words = self.data, self.words
        titled = at
        while noun in data["persons"] and titled < limit - 1 and self.doc.words[titled] in data["honours"]:
            titled += 1
        first = self.doc.words[titled]
        if not self._wordlike(titled) or titled in self.nisbas or first in data["ordinary"]:
            return None
        if first in self.openers and titled + 1 < limit and self._wordlike(titled + 1):
            return titled + 2
        kind = words.kind(first)
        somebody = kind & (NAME | BEFORE) and (titled > at or not (kind & WEAK and words.common(first)))
        if noun in data["persons"] and (somebody or (titled > at and not words.common(first))):
            return self._chain(titled, limit)
        if noun in data["figurative"] and titled == at and self._article(at):
            return at + 1 if first in data["usual"] or self._located(self._seal(at + 1)) else None
        if titled == at and not words.common(first) and noun in data["foreign"]:
            if noun in data["prisons"] and (first in self.bearers or kind & NAME):
                return None
            told = _NO_NAME.fullmatch(first) or (noun in data["bare"] and self._article(at))
            return None if told else self._foreign(at, limit)
        common = noun in data["articled"] and self._article(at) and len(first) > 4 and not first.endswith("ات")
        return at + 1 if titled == at and common and not kind & (VERB | FUNCTION | TITLE) else None

    def _located(self, end: int) -> bool:
        """Whether it says behind the name where the site lies: «ساحة المرجة وسط دمشق», but «ساحة الإبداع العالمي»."""
        word = self.doc.words[end] if end < len(self.doc.words) else ""
        return word in self.data["lies"] or (word[:1] == "ب" and end in self.located)

    def _joined(self, at: int) -> bool:
        """Whether a word bears و, or ب or ل before what is known without: «الهادي النيفر بباردو»."""
        word = self.doc.words[at]
        rest = word[1:]
        if word[0] == "و" and len(word) > 3:
            return True
        known = len(rest) > 3 and (
            self.words.listed_form(rest) or self.words.kind(rest) & NAME or self.words.common(rest)
        )
        return word[0] in "بل" and bool(known)

    def _article(self, at: int) -> bool:
        return self.doc.words[at].startswith("ال") and self.doc.text[self.doc.starts[at]] == "ا"

    def _wordlike(self, at: int) -> bool:
        word = self.doc.words[at]
        return len(word) > 2 and word[0].isalpha() and not word.isascii()

    def _chain(self, at: int, limit: int) -> int:
        """The end of somebody's name: its parts, its particles, words that the language does not use."""
        end, words = at + 1, self.words
        while end < limit and end not in self.taken and self.doc.words[end][0].isalpha():
            word = self.doc.words[end]
            kind = words.kind(word)
            opened = words.kind(self.doc.words[end - 1]) & (BEFORE | PARTICLE)
            part = kind & (NAME | BEFORE | PARTICLE | SUFFIX) or word in words.ordinals
            if not (opened or part or not words.common(word)) or self._joined(end):
                break
            # «طلعت حرب», but «محمد علي كبير»
            if not opened and words.common(word) and (end > at + 1 or kind & (VERB | FUNCTION)) and kind & WEAK:
                break
            end += 1
        while end > at + 1 and words.kind(self.doc.words[end - 1]) & (BEFORE | PARTICLE) & ~NAME:
            end -= 1
        return end

    def _foreign(self, at: int, limit: int) -> int:
        end = at + 1
        while end < min(limit, at + _MOST_FOREIGN) and end not in self.taken and end not in self.nisbas:
            word = self.doc.words[end]
            if len(word) < 2 or not word[0].isalpha() or word.isascii() or self._joined(end) or self._article(end):
                break
            if self.words.common(word) and not self.words.kind(word) & PARTICLE:
                break
            end += 1
        return end

    def _quoted(self, noun: str, at: int) -> int | None:
        """The end of a name in quotation marks that would be one without them."""
        closing = _QUOTES.get(self.doc.words[at])
        bound = self._bound(at)
        if closing is None or at + 1 >= bound:
            return None
        end = self._named(noun, at + 1, min(bound, at + 1 + _MOST_WORDS))
        return end + 1 if end is not None and end < bound and self.doc.words[end] == closing else None

    def _bound(self, at: int) -> int:
        return self.doc.bounds[self.doc.sentence_of[at]][1]

    def _seal(self, end: int) -> int:
        """The end with the definite adjectives that belong to a site's name: «الدولي», «الوطني الكبير»."""
        bound = self._bound(end - 1)
        while end < bound and self.doc.words[end] in self.data["seals"]:
            end += 1
        return end
