"""The compiled form of `relation_verbs.yml`: which event, carrier or reporting verb a word of a text may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ...clean.document import tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from . import morphology as forms

_MEMO_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some with open endings."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    memo: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def __contains__(self, word: str) -> bool:
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))

    def holds(self, word: str) -> bool:
        """Whether the word, with its conjunction or article off too, is one of these."""
        known = self.memo.get(word)
        if known is None:
            known = self.memo[word] = self._holds(word)
            if len(self.memo) > _MEMO_LIMIT:
                self.memo.clear()
        return known

    def _holds(self, word: str) -> bool:
        if word in self:
            return True
        for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
            if word.startswith(prefix) and len(word) > len(prefix) + 2 and word[len(prefix) :] in self:
                return True
        return False


def words_of(cues: Mapping[str, Iterable[str]] | None) -> Words:
    """The cue lists of all languages as one set; multi-word cues are not for this."""
    exact, stems = set(), []
    for listed in (cues or {}).values():
        for cue in listed:
            folded = fold_key(cue)
            bare = folded[2:] if folded.startswith("ال") and len(folded) > 5 else folded
            for form in {folded, bare}:
                stems.append(form[:-1]) if form.endswith("*") else exact.add(form)
    return Words(frozenset(exact), tuple(stems))


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the data: what it codes and how its parties stand."""

    id: str
    type: str
    kind: str
    mode: str | None
    context: tuple[str, ...]
    with_: Words | None
    without: Words | None
    to: dict[str, str]
    genitive: str
    object: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word of a text may be: `name` of an event, of a carrier, or "say"; `length` in tokens."""

    role: str  # event | carrier | say
    name: str
    pos: str  # past | present | noun | participle | ing
    length: int = 1
    conjunction: bool = False
    clitic: str = ""
    article: bool = False
    future: bool = False
    pronoun: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexical:
    """A word by itself: its tag as a function word, its readings with the words that must follow, compounds it begins."""

    function: str | None
    readings: tuple[tuple[tuple[str, ...], Reading], ...]
    compounds: tuple[tuple[tuple[str, ...], str], ...]

    def read(self, words: list[str], at: int) -> list[Reading]:
        """The readings whose further words do follow."""
        return [reading for rest, reading in self.readings if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest]


@dataclass(slots=True)
class Index:
    """All events, all forms, all function words."""

    events: dict[str, Event]
    carriers: dict[str, str | None]
    first: dict[str, list[tuple[tuple[str, ...], Reading, bool]]] = field(default_factory=dict)
    memo: dict[str, Lexical] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    sets: dict[str, Words] = field(default_factory=dict)
    status_nouns: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    types: dict[str, dict[str, Any]] = field(default_factory=dict)
    contexts: dict[str, Words] = field(default_factory=dict)
    # First word, clitics and all → (the other words, "both" or "own", the clitics) of descriptions of states.
    descriptions: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    owned: dict[str, bool] = field(default_factory=dict)
    context_memo: dict[str, tuple[str, ...]] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()

    def lexical(self, word: str) -> Lexical:
        """All that the data says of a word by itself, remembered."""
        known = self.memo.get(word)
        if known is None:
            if len(self.memo) > _MEMO_LIMIT:
                self.memo.clear()
            known = self.memo[word] = self._lexical(word)
        return known

    def _lexical(self, word: str) -> Lexical:
        bare = word[1:] if word[0] in forms.CONJUNCTIONS and len(word) > 2 else word
        function = self.functions.get(word) or self.functions.get(bare)
        readings = () if self.sets["quantities"].holds(word) else tuple(self._read_word(word))
        compounds = (*self.compounds.get(word, ()), *(self.compounds.get(bare, ()) if bare != word else ()))
        return Lexical(function, readings, compounds)

    def contexts_of(self, word: str) -> tuple[str, ...]:
        """The contexts that a word speaks of."""
        found = self.context_memo.get(word)
        if found is None:
            found = tuple(name for name, cues in self.contexts.items() if cues.holds(word))
            self.context_memo[word] = found
        return found

    def is_owned_force(self, word: str) -> bool:
        """Whether the word is a force with a pronoun: قواته, طائراتها."""
        found = self.owned.get(word)
        if found is None:
            pronoun = next((one for one in ("ها", "هم", "ه") if word.endswith(one)), "")
            found = bool(pronoun) and self.sets["forces"].holds(word[: -len(pronoun)])
            self.owned[word] = found
        return found

    def describes(self, words: Iterable[str]) -> bool:
        """Whether any of the words may stand for a state that is not named."""
        return any(word in self.descriptions or self.is_owned_force(word) for word in words)

    def _read_word(self, word: str) -> Iterable[tuple[tuple[str, ...], Reading]]:
        if word.isascii():
            return [(rest, reading) for rest, reading, _ in self.first.get(word, ())]
        found = []
        heads = [(word, False)]
        if word[0] in forms.CONJUNCTIONS and word not in self.sets["whole_words"].exact:
            heads.append((word[1:], True))
        for head, conjunction in heads:
            for core, pronoun in self._cores(head):
                for rest, reading, bound in self.first.get(core, ()):
                    if reading.pos != "noun" and (pronoun or not bound):
                        found.append((rest, _with(reading, conjunction, pronoun=pronoun)))
                if core[:1] in ("س", "ل"):
                    for rest, reading, _ in self.first.get(core[1:], ()):
                        if reading.pos == "present":
                            found.append((rest, _with(reading, conjunction, pronoun=pronoun, future=core[0] == "س")))
                for prefix, clitic, article in forms.NOUN_PREFIXES:
                    if not core.startswith(prefix) or (pronoun and article):
                        continue
                    for rest, reading, bound in self.first.get(core[len(prefix) :], ()):
                        if reading.pos == "noun" and (pronoun or not bound):
                            found.append((rest, _with(reading, conjunction, clitic, article, pronoun)))
        return found

    @staticmethod
    def _cores(head: str) -> Iterable[tuple[str, bool]]:
        yield head, False
        for suffix in forms.SUFFIXES:
            if head.endswith(suffix) and len(head) > len(suffix) + 2:
                yield head[: -len(suffix)], True


def _with(
    reading: Reading, conjunction: bool, clitic: str = "", article: bool = False, pronoun: bool = False, future: bool = False
) -> Reading:
    return replace(
        reading, conjunction=conjunction, clitic=clitic, article=article, future=future, pronoun=pronoun
    )


@lru_cache(maxsize=2)
def index(lexicon: Lexicon) -> Index:
    """The compiled data, once a lexicon."""
    data, plover = lexicon.data("relation_verbs"), lexicon.data("plover")
    found = Index({item["id"]: _event(item) for item in data["events"]}, {})
    for item in data["events"]:
        _add(found, "event", item["id"], item)
    for item in data["carriers"]:
        found.carriers[item["id"]] = item.get("status")
        _add(found, "carrier", item["id"], {"ar": {"verbs": item["ar"]}, "en": {"verbs": item["en"]}})
    _add(found, "aux", "aux", {"ar": {"verbs": data["auxiliaries"]["ar"]}, "en": {}})
    _add(found, "say", "say", {"ar": {"verbs": data["reporting"]["ar"]}, "en": {"verbs": data["reporting"]["en"]}})
    for language in ("ar", "en"):
        for marker, words in data["prepositions"][language].items():
            for first, *rest in map(tokens_of, words):
                if rest:
                    found.compounds.setdefault(first, []).append((tuple(rest), marker))
                else:
                    found.functions[first] = marker
    for tag in ("subordinators", "relatives"):
        for word in words_of(data[tag]).exact:
            if tag == "subordinators" or not word.isascii():
                found.functions[word] = "sub" if tag == "subordinators" else "rel"
    names = ("negations", "future", "hypothetical", "ongoing", "topics", "forces", "whole_words", "quantities", "people", "leading", "causes", "pronouns", "apart", "sites", "carrier_nouns")
    found.sets = {name: words_of(data[name]) for name in names}
    for status, cues in data["status_nouns"].items():
        found.status_nouns.update((word, status) for word in words_of(cues).exact)
    for listed_agents in data["agents"].values():
        for first, *rest in map(tokens_of, listed_agents):
            if rest:
                found.compounds.setdefault(first, []).append((tuple(rest), "agent"))
            else:
                found.functions[first] = "agent"
    for phrase in (tokens_of(cue) for cues in data["conditions"].values() for cue in cues):
        found.conditions.setdefault(phrase[0], []).append(tuple(phrase[1:]))
    for kind in ("both", "own"):
        for first, *rest in (tokens_of(cue) for cues in data[kind].values() for cue in cues):
            for clitic in ("",) if first.isascii() else ("", "و", "ل", "ب", "ول", "وب"):
                stem = "ل" + first.removeprefix("ال") if clitic.endswith("ل") and first.startswith("ال") else first
                found.descriptions.setdefault(clitic + stem, []).append((tuple(rest), kind, clitic))
    found.types = plover["types"]
    found.states = frozenset(lexicon.gazetteer.states)
    found.organisations = frozenset(item["id"] for item in lexicon.data("organisations"))
    found.contexts = {name: words_of(cues) for name, cues in plover["contexts"].items()}
    return found


def _event(item: dict[str, Any]) -> Event:
    return Event(
        id=item["id"], type=item["type"], kind=item["kind"], mode=item.get("mode"), context=tuple(item.get("context", ())),
        with_=words_of(item["with"]) if item.get("with") else None,
        without=words_of(item["without"]) if item.get("without") else None,
        to=item.get("to", {}),
        genitive=item.get("genitive", "source"), object=item.get("object", "target"), data=item,
    )  # fmt: skip


def _add(found: Index, role: str, name: str, item: dict[str, Any]) -> None:
    """The written forms of an entry's verbs, nouns and participles."""
    arabic, english = item.get("ar") or {}, item.get("en") or {}
    for verb in arabic.get("verbs", ()):
        for form, tense, bound, plural in forms.verb_forms(verb):
            _put(found, form, Reading(role, name, tense, plural=plural), bound)
    for noun in arabic.get("nouns", ()):
        for form, bound in forms.noun_forms(noun):
            _put(found, form, Reading(role, name, "noun"), bound)
    for participle in arabic.get("participles", ()):
        for form in forms.participle_forms(participle):
            _put(found, form, Reading(role, name, "participle"), False)
    for verb in english.get("verbs", ()):
        for form, tense in forms.english_verb(verb):
            _put(found, form, Reading(role, name, tense), False)
    for noun in english.get("nouns", ()):
        for form in forms.english_noun(noun):
            _put(found, form, Reading(role, name, "noun"), False)


def _put(found: Index, form: str, reading: Reading, bound: bool) -> None:
    tokens = tokens_of(form)
    if len(tokens) > 1:
        reading = replace(reading, length=len(tokens))
    entries = found.first.setdefault(tokens[0], [])
    entry = (tuple(tokens[1:]), reading, bound)
    if entry not in entries:
        entries.append(entry)
