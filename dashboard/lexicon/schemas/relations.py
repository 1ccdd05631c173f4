"""Relations: the events of `relation_verbs.yml` and PLOVER itself in `plover.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from .names import Form, IsoState, Strict
from .themes import Cues

ArabicVerb = Annotated[str, StringConstraints(pattern=r"^\S+/([يت]\S+|-)$")]
Slot = Literal["source", "target", "party", "none"]
Status = Literal["occurred", "announced", "ongoing", "hypothetical", "denied", "suspended", "cancelled"]
Alone = Literal["verb", "object", "struck", "needy", "nonstate", "genitive"]
Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


def agree(ids: Iterable[str], absorbed: Iterable[str]) -> None:
    """Raise ValueError where two events have one id, or one absorbs an event that there is not."""
    known = list(ids)
    if len(set(known)) != len(known):
        raise ValueError("two events have the same id")
    unknown = set(absorbed) - set(known)
    if unknown:
        raise ValueError(f"absorbs names no event: {sorted(unknown)}")


class ArabicWords(Strict):
    verbs: list[ArabicVerb] = []
    nouns: list[Form] = []
    participles: list[Form] = []


class Verbs(Strict):
    ar: list[ArabicVerb]


class Own(Strict):
    type: Type
    mode: str | None = None
    words: Cues | None = None


class Event(Strict):
    id: str
    type: Type
    kind: Literal["directed", "mutual"]
    mode: str | None = None
    context: list[str] = []
    own: Own | None = None
    ar: ArabicWords = ArabicWords()
    with_: Cues | None = Field(None, alias="with")
    without: Cues | None = None
    noun_with: dict[Form, list[Form]] = {}
    loose: bool = False
    to: dict[str, Slot] = {}
    genitive: Literal["source", "target", "either"] = "source"
    object: Literal["source", "target", "none"] = "target"
    absorbs: list[str] = []
    passive: bool = False
    through: bool = False
    next: bool = False
    future: bool = False
    local: bool = False
    content: bool = False
    ongoing: bool = False
    standing: bool = False
    reciprocal: bool = False
    partner: bool = False
    alone: bool | Alone | None = None
    refused: Type | None = None
    negated_only: bool = False
    carried: bool = False
    attribute: bool = False
    declared: Status | None = None
    conditional: bool = False
    grave: Cues | None = None
    dative: bool = False
    people: bool = False
    humans: bool = False
    troops: bool = False
    also: Cues | None = None
    persons: bool = False
    traveller: bool = False
    somewhere: bool = False
    seated: bool = False
    others: bool = False
    organisations: bool = False
    instead: str | None = None
    returned: bool = False
    abroad: bool = False
    owned: bool = False
    voice: Literal["active", "passive"] = "active"


class WordLists(Strict):
    """Whatever keys a model doesn't name are lists of words, that `tests/test_lexicon.py` holds against the code."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Cues] = Field(init=False)


class ArabicEvents(WordLists):
    events: list[Event]
    realms: dict[Form, list[str]]
    of_organisations: dict[str, list[Form]]
    threats: dict[str, Cues]
    wrongs: Verbs
    seeking: Verbs
    masculine: list[str]

    @model_validator(mode="after")
    def _ids_differ(self) -> ArabicEvents:
        agree((event.id for event in self.events), ())
        return self


class Carrier(Strict):
    id: str
    status: Status | None = None
    ar: list[ArabicVerb]


class Prepositions(Strict):
    ar: dict[str, list[Form]]


class RelationVerbs(WordLists):
    events: list[Event]
    carriers: list[Carrier]
    alone: dict[Type, Alone]
    status_nouns: dict[Status, Cues]
    reporting: Verbs
    auxiliaries: Verbs
    prepositions: Prepositions
    agents: Cues
    subordinators: Cues
    relatives: Cues
    conditions: Cues
    both: Cues
    leaders: Cues
    latter: Cues
    neighbour: Cues
    statement: Cues
    own: Cues
    all: dict[int, Cues]

    @model_validator(mode="after")
    def _ids_agree(self) -> RelationVerbs:
        agree((event.id for event in self.events), (name for event in self.events for name in event.absorbs))
        return self


class PloverType(Strict):
    quadrant: Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
    sign: Literal["+", "-", "0"]
    score: float | int
    modes: dict[str, float | int] = {}
    future: Type | None = None
    ar: Form
    en: Form


class Plover(Strict):
    types: dict[Type, PloverType]
    seats: dict[IsoState, str]
    contexts: dict[str, Cues]


EnglishPattern = Annotated[str, StringConstraints(pattern=r"^[a-z-]+(/[a-z-]+/[a-z-]+)?( [a-z]+){0,6}$")]
Starred = Annotated[str, StringConstraints(pattern=r"^[a-z-]+(/[a-z-]+/[a-z-]+)?\*?$")]


class EnglishEvent(Strict):
    id: str
    type: Type
    mode: str | None = None
    kind: Literal["directed", "mutual"] = "directed"
    context: list[str] = []
    verbs: list[EnglishPattern] = []
    nouns: list[Form] = []
    object: Literal["target", "party", "source", "none"] = "target"
    to: dict[str, Slot] = {}
    of: Literal["target", "party", "source", "none"] = "target"
    owner: Literal["source", "target"] = "source"
    with_: list[Form] | None = Field(None, alias="with")
    without: list[Form] | None = None
    only: list[Form] = []
    loose: bool = False
    kept: bool | None = None
    own: Own | None = None
    absorbs: list[str] = []
    people: bool = False
    traveller: bool = False
    possessed: bool = False
    dative: bool = False
    place: bool = False
    content: bool = False
    ongoing: bool = False
    reciprocal: bool = False
    organisations: bool = False
    by_organisation: bool = False
    by: list[Form] = []
    by_speaker: bool = False
    predicates: list[Form] = []
    passive_doer: bool = False
    future: bool = False
    promised: str | None = None
    negated: str | None = None
    negated_only: bool = False
    answers: bool = False
    pair: bool = False
    nationals: bool = False
    ignores: list[str] = []
    alone: bool = False
    pronoun_only: bool = False
    future_only: bool = False
    orders: bool = False
    pairwise: bool = False
    posted: bool = False
    held: bool = False
    echo: Literal["back", "same"] | None = None
    claims: bool = False
    bare: bool = False
    each: bool = False
    passive: bool = False
    dry: bool = False
    crowd: bool = False
    own_only: bool = False


class Step(Strict):
    words: list[Form]
    types: list[Type]


class EnglishEvents(Strict):
    lists: dict[str, list[Form]]
    events: list[EnglishEvent]
    one_sided: list[Type]
    carriers: dict[Status | Literal["ended", "approved", "prevented"], list[EnglishPattern]]
    control: dict[Status, list[EnglishPattern]]
    object_control: list[EnglishPattern]
    harm: list[EnglishPattern]
    offering: list[EnglishPattern]
    say: list[EnglishPattern]
    other_verbs: list[Starred]
    steps: list[Step]
    realms: dict[Form, list[IsoState]]
    words: dict[str, list[Form] | dict[Status, list[Form]]]

    @model_validator(mode="after")
    def _ids_agree(self) -> EnglishEvents:
        named = (name for e in self.events for name in (*e.absorbs, e.promised, e.negated) if name is not None)
        agree((event.id for event in self.events), named)
        return self


class Trust(Strict):
    """How often rules are right that find a party of a role, by its log odds, and what an event of its own adds."""

    bias: float
    slope: float
    events: dict[str, float]


class Role(Strict):
    """The weights of one role; a feature begins with the name of its template."""

    bias: float
    weights: dict[str, float]
    trust: Trust


class Attachment(Strict):
    source: Role
    target: Role
    party: Role
    least: float  # how likely the ends of an act must be, all together, to be told
