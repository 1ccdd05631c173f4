"""The words that report speech, from `data/reporting_verbs.yml`: verbs with their gender and number, sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...clean.fold import fold_key, remembered
from ...lexicon import Lexicon
from ...lexicon.verbs import Verbs, split
from ..people.words import Words, words_of

QUOTE_MARKS = {'"': '"', "«": "»", "“": "”", "”": "”", "„": "”", "'": "'", "‘": "’"}
STOPS = frozenset(".!?؟؛;")
COMMAS = frozenset("،,")
_PARTICIPLE_ENDINGS = ("ا", "ه", "ين", "ان", "")
# The shortest word for which a conjunction is taken off: «ورد» is و and رد.
_SHORTEST = 2
_OBJECTS = ("ه", "ها", "هم", "هما")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: its kind, lemma, whether it joins (و, ف before it), and whom it agrees with."""

    kind: Literal["verb", "participle", "according", "relay"]
    lemma: str
    joined: bool
    feminine: bool
    plural: bool
    transitive: bool = False  # bears an object pronoun: «اعتبرها»
    ours: bool = False  # first person: «نرى»


class Vocabulary:
    """Looks words up, each once; sets of folded words for everything else."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data("reporting_verbs")["ar"]
        parts, titles = lexicon.data("name_parts"), lexicon.data("titles")["ar"]
        self._verbs = Verbs(data["verbs"].split())
        self._relays = Verbs(data["relays"].split())
        self._participles = {fold_key(word): fold_key(lemma) for word, lemma in data["participles"].items()}
        self._according = frozenset(split(data["according"]))
        self.language: Words = words_of(lexicon)
        self.governed = {fold_key(lemma): frozenset(split(words)) for lemma, words in data["governed"].items()}
        sources = split(data["sources"])
        self.sources = frozenset([*sources, *(f"ال{word}" for word in sources if not word.startswith("ال"))])
        sets = {key: frozenset(split(value)) for key, value in data.items() if isinstance(value, str | list)}
        self.needs_clause, self.addressed, self.human = sets["needs_clause"], sets["addressed"], sets["human"]
        self.clause, self.bare_clause = sets["clause"], sets["bare_clause"]
        self.occasions, self.documents, self.stands = sets["occasions"], sets["documents"], sets["stands"]
        self.openers, self.between, self.connectives = sets["openers"], sets["between"], sets["connectives"]
        self.leads, self.inner, self.masculine = sets["leads"], sets["inner"], sets["masculine"]
        self.these, self.vague = sets["these"], sets["vague"]
        self.times, self.paired = sets["times"], sets["paired"]
        self.subordinators, self.passives, self.bodies = sets["subordinators"], sets["passives"], sets["bodies"]
        self.negations, self.titles_before = sets["negations"], sets["titles_before"]
        self.saying_nouns, self.own_words, self.words_of = sets["saying_nouns"], sets["own_words"], sets["words_of"]
        self.relatives, self.asides, self.breaks = sets["relatives"], sets["asides"], sets["breaks"]
        self.attached, self.anybody, self.manners = sets["attached"], sets["anybody"], sets["manners"]
        self.rooted = tuple(split(data["rooted"]))
        self.asserting, self.judging = sets["asserting"], sets["judging"]
        self.attitudes, self.calls = sets["attitudes"], sets["calls"]
        self.ranking, self.states = sets["ranking"], sets["states"]
        self.accusative, self.platforms, self.feminine = sets["accusative"], sets["platforms"], sets["feminine"]
        self.chartered, self.homographs = sets["chartered"], sets["homographs"]
        self._bysaying = sets["bysaying"]
        self._nouns, self.papers, self.crediting = sets["nouns"], sets["papers"], sets["crediting"]
        self.leading, self.owned, self.weightless = sets["leading"], sets["owned"], sets["weightless"]
        self.excepting, self.but, self.bare_participles = sets["excepting"], sets["but"], sets["bare_participles"]
        self.functions = frozenset(split(parts["functions"]))
        offices = split(titles["offices"])
        others = [*split(titles["counterparts"]), *split(titles["ranks"]), *split(titles["seniors"])]
        self.offices = frozenset([*offices, *(f"ال{word}" for word in offices), *others])
        self.courtesy, self.modifiers = frozenset(split(titles["courtesy"])), frozenset(split(titles["modifiers"]))
        # What may end a gap between speaker and statement, and a statement, besides the words that report.
        self.turning = self.relatives | self.clause | COMMAS | STOPS | QUOTE_MARKS.keys() | {":"}
        self.closing = self.but | self.breaks | QUOTE_MARKS.keys() | {"وجاء", "وورد", "في", "علي", "كما"}
        self.cue = remembered(self._find)

    def opens(self, word: str) -> bool:
        """Whether a report or a quotation may begin with the word."""
        return word in QUOTE_MARKS or word in self.stands or word in self.crediting or self.cue(word) is not None

    def _find(self, word: str) -> Cue | None:
        """What the word reports, or None."""
        if len(word) < 3 or not word[0].isalpha() or word.isascii() or word in self._nouns:
            return None
        for joined, form in ((False, word), (True, word[1:])):
            if joined and (word[0] not in "وف" or len(form) < _SHORTEST):
                break
            found = self._read(form, joined)
            if found is not None:
                return found
        return None

    def _read(self, form: str, joined: bool) -> Cue | None:
        if form in self._bysaying:
            return Cue("participle", "قال", joined, False, False)
        if form in self._according:
            return Cue("according", form, joined, False, False)
        for ending in _PARTICIPLE_ENDINGS:
            if ending and form.endswith(ending) and (stem := form[: -len(ending)]) in self._participles:
                return Cue("participle", self._participles[stem], joined, ending == "ه", ending in ("ين", "ان"))
        relay = self._relays.lemma(form)
        if relay:
            return Cue("relay", relay, joined, _feminine(form, self._relays), False)
        lemma = self._verbs.lemma(form)
        if lemma:
            plural = form != lemma and (form.endswith(("وا", "ون", "تا", "ان")) or form == f"{lemma}ا")
            transitive = form != lemma and any(_bears(form, lemma, ending) for ending in _OBJECTS)
            ours = form[0] in "نا" and self._verbs.past(form) is None
            if ours and transitive:  # «أعدها»: prepared, not promised her
                return None
            return Cue("verb", lemma, joined, _feminine(form, self._verbs), plural, transitive, ours)
        return None


def _bears(form: str, lemma: str, ending: str) -> bool:
    """Whether a verb's form ends in an object pronoun, not in the verb's own letters: «تتهمهم», not «تتهم»."""
    return form.endswith(ending) and (not lemma.endswith(ending) or form[: -len(ending)].endswith(lemma[-2:]))


def _feminine(form: str, verbs: Verbs) -> bool:
    lemma = verbs.past(form)
    if lemma is None:
        return form.startswith(("ت", "ست"))
    return form[len(lemma) - (lemma[-1] in "اي") :].startswith("ت")  # «لفتت», «دعت», not «لفت»


@lru_cache(maxsize=2)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, compiled once."""
    return Vocabulary(lexicon)
