"""What people are looked for in: a document with the kinds of its words and what is already known to stand where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...clean.clitics import readings, variants
from ...clean.document import Document
from ...lexicon.offices import closes_office
from ...model import Candidate
from .known import known_people
from .things import thing_of
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, NAME, SURNAME, WEAK, Words

COMMAS = frozenset("،,")
DASHES = frozenset("-–‐")
BRACKETS = frozenset("()[]")
_ALI = "علي"
_NO_ARTICLE = frozenset("آأإ")
_OPENERS = ("عبد", "ابو")  # of compounds that may bear a clitic: وعبد الله
_JOINED_ARTICLE = ("وال", "لل", "ولل", "وبال")


def unarticled(doc: Document, at: int) -> bool:
    """Whether what a token begins with as with ال is written آل, أل or إل, which is no article: آلدار."""
    return doc.text[doc.starts[at]] in _NO_ARTICLE


@dataclass(slots=True)
class Scene:
    """A document, its words' kinds, and by token: what covers it (`taken`), which leader or name starts there."""

    doc: Document
    words: Words
    kinds: list[int]
    taken: dict[int, Candidate]  # first token → a state, place or organisation that surely stands there
    covered: set[int]  # every token of those, demonyms left out
    weak: dict[int, Candidate]  # first token → a state that may stand there (قطر): enough within an office
    demonyms: dict[int, Candidate]
    leaders: dict[int, list[Candidate]]  # first token → the people whom the longest known form there may name
    named: frozenset[str]  # ids of those whom a strong form names
    opens: list[int]  # tokens at which a name or an office may begin
    told: frozenset[int]  # tokens behind a verb of saying
    things: dict[int, int]  # token → what its word may be that is called after people
    _families: dict[str, list[int]] | None = None

    def sentence(self, i: int) -> int:
        return self.doc.sentence_of[i]

    def plausible(self, i: int) -> bool:
        """Whether token i may be a name of which nothing is known: a word, and none of the language's."""
        word = self.doc.words[i]
        if len(word) < 2 or not word[0].isalpha() or word.isascii() or i in self.covered or i in self.demonyms:
            return False
        if len(word) > 5 and word.startswith(_JOINED_ARTICLE) and not self.kinds[i] & NAME:
            return False
        if word.startswith("ال") and unarticled(self.doc, i):
            return not self.kinds[i] & COMMON
        return not self.words.common(word)

    def article(self, i: int) -> bool:
        """Whether token i bears ال: آلدار and إلمدين do not."""
        return self.doc.words[i].startswith("ال") and not unarticled(self.doc, i)

    def paired(self, i: int, word: str) -> bool:
        """Whether `word` at token i is one given name with the next: «عوض الكريم»."""
        pairs = self.words.pairs.get(word)
        return pairs is not None and i + 1 < len(self.doc.words) and self.doc.words[i + 1] in pairs

    def leader(self, i: int) -> Candidate | None:
        """The person whom a strong form that begins at token i names."""
        for rival in self.leaders.get(i, ()):
            if not rival.weak:
                return rival
        return None

    def listed(self, i: int) -> bool:
        """Whether token i is a listed name that is not also a word of the language."""
        kind = self.kinds[i]
        return bool(kind & NAME) and not kind & (WEAK | FUNCTION) and i not in self.covered

    def recurs(self, i: int) -> bool:
        """Whether the word at token i stands elsewhere behind a listed given name, as the family's."""
        if self._families is None:
            self._families = {}
            words = self.doc.words
            for at in self.opens:
                if self.kinds[at] & GIVEN and not self.kinds[at] & WEAK and at + 1 < len(words):
                    self._families.setdefault(words[at + 1], []).append(at + 1)
        places = self._families.get(self.doc.words[i])
        return places is not None and (len(places) > 1 or places[0] != i)

    def _syllable(self, i: int) -> bool:
        """Whether token i goes on an East Asian name: «وكيم يونغ شول»."""
        return self.doc.words[i] in self.words.syllables and not self.kinds[i] & FUNCTION

    def cut(self, i: int) -> int:
        """Letters of clitics before a listed name or known person at token i (وبوتين → 1); 0 where there are none."""
        word = self.doc.words[i]
        if self.kinds[i] & (GIVEN | SURNAME | COMMON) or len(word) < 4 or i in self.covered:
            return 0
        for letters, form in variants(word):
            if letters and word[letters - 1] != "ك":  # كاسياس is not «like Asias»
                kind = self.words.kind(form)
                if (kind & GIVEN and not kind & WEAK) or form in _OPENERS:
                    return letters
                after = self.kinds[i + 1] if i + 1 < len(self.doc.words) else 0
                if kind & GIVEN and (after & BEFORE or (after & NAME and not (after & WEAK and after & COMMON))):
                    return letters
                if kind & ASIAN and len(form) > 2 and self.doc.words[i + 1 : i + 2] and self._syllable(i + 1):
                    return letters
        return 0


def build(doc: Document, words: Words, candidates: Sequence[Candidate]) -> Scene:
    """The scene of a document; `candidates` are the lexicon's matches in it."""
    named = frozenset([c.entry.id for c in candidates if not c.weak])
    taken: dict[int, Candidate] = {}
    covered: set[int] = set()
    weak: dict[int, Candidate] = {}
    demonyms: dict[int, Candidate] = {}
    for candidate in candidates:
        entry = candidate.entry
        if entry.kind == "person":
            continue
        if entry.via in ("demonym", "people"):
            if not (candidate.weak and _common(doc, words, candidate, named)):
                demonyms[candidate.first] = candidate
        elif candidate.weak:
            if entry.kind == "country":
                weak.setdefault(candidate.first, candidate)
        else:
            known = taken.get(candidate.first)
            if known is None or candidate.end > known.end:
                taken[candidate.first] = candidate
                covered.update(range(candidate.first, candidate.end))
    told = frozenset([i + 1 for i in doc.where(words.says)])
    thing = thing_of(words)
    things = {i: thing(doc.words[i]) for i in doc.where(thing)}
    return Scene(doc, words, _kinds(doc, words), taken, covered, weak, demonyms, known_people(doc, words, candidates),
                 named, doc.where(words.opens), told, things)  # fmt: skip


def _common(doc: Document, words: Words, demonym: Candidate, named: frozenset[str]) -> bool:
    """Whether a demonym that is a common word too stands for the word: «وزير المالية», but «الرئيس المالي»."""
    heads = words.closing.get(doc.words[demonym.first])
    if heads and demonym.entry.id in named and closes_office(doc, demonym.first, heads):
        return False
    keep = next((words.dropped[form] for form in readings(doc.words[demonym.first]) if form in words.dropped), None)
    return keep is not None and (not demonym.first or keep.isdisjoint(readings(doc.words[demonym.first - 1])))


def _kinds(doc: Document, words: Words) -> list[int]:
    """The kinds of all words. Folding makes على (on) and علي (Ali) one: the letter as written tells them apart, as far
    as the text itself writes both letters."""
    kinds, text, ends = list(map(words.kind, doc.words)), doc.text, doc.ends
    for i in doc.where(words.altered):
        if unarticled(doc, i):
            kinds[i] = words.unarticled(doc.words[i])
    alike = [i for i in doc.where(words.opens) if doc.words[i] == _ALI]
    distinguished = any(text[end - 1] == "ى" for end in ends) if alike else False
    for i in alike:
        if text[ends[i] - 1] == "ى":
            kinds[i] = FUNCTION
        elif distinguished:
            kinds[i] = GIVEN
    return kinds


def offset(doc: Document, token: int, cut: int) -> int:
    """Where the token begins in the text when `cut` letters of clitics are left out, marks skipped."""
    at = doc.starts[token]
    while cut and at < doc.ends[token] - 1:
        at += 1
        if doc.text[at].isalnum() and doc.text[at] != "ـ":
            cut -= 1
    return at
