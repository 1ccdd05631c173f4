"""What `relation_verbs.yml` says, ready for use: which event, carrier or reporting verb a word may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Any

from ...clean.fold import remembered
from . import morphology as forms
from .cues import Words
from .weighing import Weights

MARKS = {
    **dict.fromkeys(".;؛!?؟:…*•|", "stop"),
    **dict.fromkeys("،,()-–—[]/", "comma"),
    **dict.fromkeys("\"'“”«»‘’", "quote"),
}
# The adverb, and the verb written as it is.
HERE = frozenset(("هنا", "وهنا"))
# What is no promise where it is due.
PLEDGES = frozenset(("readiness",))
_NO_PREFIX = forms.NOUN_PREFIXES[:1]
# The sets of words that tell who has part in what others do.
_POINTING = ("brokering", "at_request", "expecting", "joining", "imitating")
# The pronouns of an owner: قواته.
_OWNERS = ("ها", "هم", "ه")


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
    noun_with: dict[str, Words]
    own_words: Words | None
    grave: Words | None
    also: Words | None
    alone: bool | str  # in which construction it counts when only its doer is told
    data: dict[str, Any]
    loose: bool = False  # its company may stand before it
    future: bool = False  # only a verb of the future tells it
    negated_only: bool = False  # only a negated verb tells it
    others: bool = False  # its company is another's, without a pronoun
    plain: bool = False  # asks for no company, and for no tense


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word of a text may be: `name` of an event, of a carrier, or "say"; `length` in tokens."""

    role: str  # event | carrier | aux | say
    name: str
    pos: str  # past | present | noun | participle | ing
    length: int = 1
    conjunction: bool = False
    clitic: str = ""
    article: bool = False
    future: bool = False
    pronoun: bool = False
    plural: bool = False


class Readings(list[Reading]):
    """What a word may be, not to be changed. What every sentence asks of that is said once a word: slots, which a tuple
    can't have, are the quickest to read."""

    __slots__ = ("acts", "adjective", "asking", "aux", "bare", "carrier", "kind", "kinds", "plain", "settled", "speech")

    def __init__(self, readings: Iterable[Reading], events: Mapping[str, Event]) -> None:
        """The readings; `events` are the entries of the data by their names."""
        super().__init__(readings)
        nouns, verbs = ([one for one in self if (one.pos == "noun") == noun] for noun in (True, False))
        self.kind = "noun" if not verbs else "" if nouns else "verb"  # "" where they are both
        self.kinds = {self.kind: self}
        if not self.kind:
            self.kinds = {"noun": Readings(nouns, events), "verb": Readings(verbs, events)}
        # Those that tell an event, with it, and the first of them; whether none of them asks for anything around.
        self.acts = [(one, events[one.name]) for one in self if one.role == "event"]
        self.plain = self.acts[0] if self.acts else None
        self.settled = all(event.plain for _, event in self.acts)
        # The events, where each asks for company.
        company = len(self.acts) == len(self) and all(event.with_ is not None for _, event in self.acts)
        self.asking = [event for _, event in self.acts] if company else []
        self.adjective = all(one.pos == "participle" for one in self)
        # Those that are no verb with a pronoun.
        bare = [one for one in self if not (one.pronoun and one.pos in ("past", "present"))]
        self.bare = Readings(bare, events) if len(bare) < len(self) else self
        self.aux = any(one.role == "aux" for one in self)
        self.carrier = next((one for one in self if one.role == "carrier"), None)
        # As which it tells what somebody says or plans.
        self.speech = next((one for one in self if one.role in ("say", "carrier")), None)


@dataclass(frozen=True, slots=True)
class Lexical:
    """A word by itself: its tag as a sign or function word; its readings and compounds with what must follow."""

    mark: str | None
    function: str | None
    readings: tuple[tuple[tuple[str, ...], Reading], ...]
    compounds: dict[str, list[tuple[tuple[str, ...], str]]]  # by the word that must follow
    tells: bool = False  # whether it may tell an event
    alone: Readings | None = None  # its readings where none of them asks for further words
    fixed: str | None = None  # its tag where it begins no compound: no word around could give it another
    events: Mapping[str, Event] = field(default_factory=dict)
    followed: dict[tuple[bool, ...], Readings] = field(default_factory=dict)  # by which of their further words follow

    def read(self, words: list[str], at: int) -> Readings:
        """The readings whose further words do follow."""
        if self.alone is not None:
            return self.alone
        follows = tuple(not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest for rest, _ in self.readings)
        if follows not in self.followed:
            self.followed[follows] = Readings(compress((one for _, one in self.readings), follows), self.events)
        return self.followed[follows]


@dataclass(slots=True)
class Index:
    """All events, all forms, all function words."""

    events: dict[str, Event]
    carriers: dict[str, str | None]
    first: dict[str, list[tuple[tuple[str, ...], Reading, bool]]] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    sets: dict[str, Words] = field(default_factory=dict)
    status_nouns: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, list[list[str]]] = field(default_factory=dict)  # last word → the words before it
    types: dict[str, dict[str, Any]] = field(default_factory=dict)
    contexts: dict[str, Words] = field(default_factory=dict)
    # First word, clitics and all → (the other words, "both" or "own", the clitics) of descriptions of states.
    descriptions: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    judging: Words = Words(frozenset(), ())  # what may judge or charge what a statement is about
    threats: dict[str, Words] = field(default_factory=dict)  # PLOVER's mode of a threat → what is threatened with
    organisations: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()  # companies and banks of a state
    states: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    called: dict[str, tuple[str, str]] = field(default_factory=dict)  # a title, a realm as written → it, its clitic
    adjectives: dict[str, str] = field(default_factory=dict)  # an organisation's adjective as written → its id
    realms: dict[str, frozenset[str]] = field(default_factory=dict)  # المملكة → the states that may be meant
    sides: frozenset[str] = frozenset()  # states and those that fight without one
    chiefs: dict[str, str] = field(default_factory=dict)  # a leader's id → the non-state actor that he leads
    weights: Weights = field(init=False)  # of parties that no rule finds
    # What the data says of a word by itself, None for most; the contexts that it speaks of.
    lexical: Callable[[str], Lexical | None] = field(init=False)
    contexts_of: Callable[[str], tuple[str, ...]] = field(init=False)
    # Whose a noun is by which one does what follows: "" of the next word, "ها" of a pronoun, None of no such noun.
    controls: Callable[[str], str | None] = field(init=False)
    # A plain word without its clitics, whether it had a conjunction, and its preposition.
    stripped: Callable[[str], tuple[str, bool, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.lexical = remembered(self._lexical)
        self.contexts_of = remembered(self._contexts)
        self.controls = remembered(self._controls)
        self.stripped = remembered(lambda word: forms.strip(word, self.sets["whole_words"].exact))

    def _lexical(self, word: str) -> Lexical | None:
        if word in MARKS:
            return Lexical(MARKS[word], None, (), {}, alone=Readings((), self.events))
        joined = word[0] in forms.CONJUNCTIONS and len(word) > 2 and word not in self.sets["whole_words"].exact
        bare = word[1:] if joined else word
        function = self.functions.get(word) or self.functions.get(bare)
        # What lays an attack at another's door is read with the attack (`takenup.laid_at`); نسبتها is a quantity too.
        idle = self.sets["quantities"].look(word) or any(word in self.sets[one].exact for one in ("adverbs", "laying"))
        readings = () if idle else tuple(self._read_word(word))
        compounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for form in dict.fromkeys((word, bare)):
            for rest, marker in self.compounds.get(form, ()):
                compounds.setdefault(rest[0], []).append((rest, marker))
        tells = any(reading.role == "event" for _, reading in readings)
        further = any(rest for rest, _ in readings)
        alone = None if further else Readings((reading for _, reading in readings), self.events)
        known = function or readings or compounds
        fixed = function if not readings and word not in HERE and function != "نحو" else None
        return Lexical(None, function, readings, compounds, tells, alone, fixed, self.events) if known else None

    # Texts are asked where words are that these hold of (`Document.where`), so none needs a memory.

    def concerns(self, word: str) -> bool:
        """Whether the data says anything of the word."""
        return word in HERE or self.lexical(word) is not None

    def tells(self, word: str) -> bool:
        """Whether the word may tell an event."""
        lexical = self.lexical(word)
        return word == "هنا" or (lexical is not None and lexical.tells)

    def stands(self, word: str) -> bool:
        """Whether the word may stand for a state that is not named."""
        return word in self.descriptions or self.is_owned_force(word)

    def is_body(self, word: str) -> bool:
        """Whether the word is the definite noun of a body: الحركة, وللتنظيم."""
        return forms.body(word) in self.sets["bodies"].exact

    def is_sport(self, word: str) -> bool:
        """Whether the word is one of sport's."""
        return self.sets["sport"].look(word)

    def points(self, word: str) -> bool:
        """Whether the word may tell who has part in what others do: a broker, who asks or expects it, joins in, does
        the same."""
        return any(word in self.sets[one].exact for one in _POINTING)

    def judges(self, word: str) -> bool:
        """Whether the word may judge or charge what a statement is about."""
        return self.judging.look(word)

    def obliges(self, word: str) -> bool:
        """Whether the word may say what another must do."""
        return word == "علي" or word in self.sets["obliging"].exact

    def _contexts(self, word: str) -> tuple[str, ...]:
        return tuple(name for name, cues in self.contexts.items() if cues.holds(word))

    def _controls(self, word: str) -> str | None:
        controls = self.sets["controls"]
        if controls.holds(word):
            return ""
        pronoun = next((one for one in _OWNERS if word.endswith(one)), "")
        owned = word[: -len(pronoun)]
        known = pronoun and (controls.holds(owned) or (owned[-1:] == "ت" and controls.holds(owned[:-1] + "ه")))
        return pronoun if known else None  # قرارها, رغبتها

    def is_owned_force(self, word: str) -> bool:
        """Whether the word is a force with a pronoun: قواته, طائراتها."""
        if not word.endswith(_OWNERS):
            return False
        pronoun = next(one for one in _OWNERS if word.endswith(one))
        return self.sets["forces"].look(word[: -len(pronoun)])

    def _read_word(self, word: str) -> Iterable[tuple[tuple[str, ...], Reading]]:
        if word.isascii():
            return ()
        found = []
        heads = [(word, False)]
        if word[0] in forms.CONJUNCTIONS and word not in self.sets["whole_words"].exact:
            heads.append((word[1:], True))
        for head, conjunction in heads:
            for core, pronoun in self._cores(head):
                for rest, reading, bound in self.first.get(core, ()):
                    if reading.pos != "noun" and (pronoun or not bound):
                        found.append((rest, replace(reading, conjunction=conjunction, pronoun=pronoun)))
                if core[:1] in ("س", "ل"):
                    for rest, reading, _ in self.first.get(core[1:], ()):
                        if reading.pos == "present":
                            future = core[0] == "س"
                            one = replace(reading, conjunction=conjunction, pronoun=pronoun, future=future)
                            found.append((rest, one))
                for prefix, clitic, article in forms.NOUN_PREFIXES if core[:1] in "البك" else _NO_PREFIX:
                    if not core.startswith(prefix) or (pronoun and article):
                        continue
                    for rest, reading, bound in self.first.get(core[len(prefix) :], ()):
                        if reading.pos == "noun" and (pronoun or not bound):
                            one = replace(
                                reading, conjunction=conjunction, clitic=clitic, article=article, pronoun=pronoun
                            )
                            found.append((rest, one))
        return found

    @staticmethod
    def _cores(head: str) -> Iterable[tuple[str, bool]]:
        yield head, False
        if not head.endswith(forms.SUFFIXES):
            return
        for suffix in forms.SUFFIXES:
            if head.endswith(suffix) and len(head) > len(suffix) + 1:
                yield head[: -len(suffix)], True
