"""A sentence in pieces: noun phrases, verb groups, prepositions, commas, what opens a clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from .words import Event, Form


@dataclass(slots=True)
class Party:
    """Ids that a noun phrase names: as its head, as a modifier before it, or in its of-phrase."""

    ids: list[str]
    first: int
    end: int
    how: str  # name, demonym, people, capital, organization, person, place, pronoun, described
    part: str = "head"  # head, mod, of, led, backer


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens start … end-1, its parties, its head token and the event that its head tells."""

    start: int
    end: int
    head: int
    parties: list[Party] = field(default_factory=list)
    event: str | None = None
    of: Phrase | None = None
    members: list[Phrase] = field(default_factory=list)  # the phrases coordinated to it, itself first
    pronoun: str = ""
    definite: bool = False


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries: tokens start … end-1, `at` the verb itself."""

    start: int
    end: int
    at: int
    forms: list[Form]
    shape: str  # fin, inf, ing, pp (a participle without "be")
    passive: bool = False
    negated: bool = False
    modal: str = ""  # "", future, would, possible
    progressive: bool = False
    index: int = 0  # its place among the items
    subject: Phrase | None = None
    solved: bool = False
    governor: Group | None = None
    relation: str = ""  # how it hangs on its governor: inf, that, ing, and, rel


@dataclass(slots=True)
class Item:
    """A piece: kind NP, VG, PREP, COMMA, STOP, SUB, REL, CONJ."""

    kind: str
    start: int
    end: int
    word: str = ""
    phrase: Phrase | None = None
    group: Group | None = None


@dataclass(slots=True)
class Told:
    """An event with its parties; tokens first … end-1 hold trigger and parties."""

    event: Event
    at: int
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    group: Group | None = None  # the verb that gives its status
    noun: bool = False
    status: str = ""
    first: int = 0
    end: int = 0
    confidence: float = 0.8
    type: str = ""
    mode: str | None = None
    when: int = 0  # the number of its sentence
    weighed: bool = False  # an end was found by its chance, not by a rule
