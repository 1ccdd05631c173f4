"""States, capitals, places, organisations, leaders: who and what can be named."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

IsoState = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Form = Annotated[str, StringConstraints(min_length=1, max_length=90)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Strict(BaseModel):
    """A model that refuses unknown keys: a misspelt key would otherwise be data that nobody reads."""

    model_config = ConfigDict(extra="forbid", strict=True)


class StateNames(Strict):
    names: list[Form] = []
    weak_names: list[Form] = []
    demonyms: list[Form] = []
    weak_demonyms: list[Form] = []
    people: list[Form] = []
    weak_people: list[Form] = []


class Abbreviations(Strict):
    ar: list[Form] = []
    en: list[Form] = []


class State(Strict):
    ar: StateNames
    en: StateNames
    fa: StateNames | None = None
    abbr: Abbreviations | None = None
    dissolved: bool = False


class Capital(Strict):
    state: IsoState
    id: str
    ar: list[Form]
    en: list[Form]
    lat: Latitude
    lon: Longitude
    seat: bool = False  # government sits there; the capital by law is elsewhere or disputed
    weak: bool = False
    weak_ar: list[Form] = []
    weak_en: list[Form] = []


class Place(Strict):
    id: str
    type: str
    ar: list[Form]
    en: list[Form]
    lat: Latitude
    lon: Longitude
    country: IsoState | None = None
    weak: bool = False
    weak_ar: list[Form] = []
    weak_en: list[Form] = []
    geoname: int | None = None
    metonym: IsoState | None = None
    note: str | None = None


class Organisation(Strict):
    id: str
    type: str
    ar: list[Form]
    en: list[Form]
    abbr: list[Form] = []
    weak_ar: list[Form] = []
    weak_en: list[Form] = []
    weak_abbr: list[Form] = []
    country: IsoState | None = None
    acts_for_state: bool = False
    nonstate: bool = False


class Role(Strict):
    ar: Form
    en: Form
    from_: dt.date | str | None = Field(None, alias="from")
    to: dt.date | str | None = None
    approx: bool = False


class Leader(Strict):
    id: str
    name: Form
    name_en: Form
    ar: list[Form] = []
    titled: list[Form] = []  # a title and a name that alone is too common (الملك سلمان); the span leaves the title out
    short: list[Form] = []
    weak_short: list[Form] = []
    en: list[Form] = []
    short_en: list[Form] = []
    weak_short_en: list[Form] = []
    country: IsoState | None = None
    org: str | None = None
    roles: list[Role] = []


class Dual(Strict):
    forms: list[Form]
    states: list[IsoState]


class Ellipsis(Strict):
    after: IsoState
    forms: list[Form]
    state: IsoState


class PlaceNouns(Strict):
    heads: str
    rows: str
    beside: str
    features: str
    articled: str
    ordinary: str
    openers: str
    toward: str
    bases: str
    arms: str
    within: str
    lies: str
    said: str
    en_nouns: str
    en_prepositions: str
    en_stakes: str
    en_features: str
    en_openers: str
    en_regions: str
    en_capitals: str
    en_particles: str
    en_plain: str


class Sites(Strict):
    foreign: str
    persons: str
    articled: str
    sealed: str
    streets: str
    towns: str
    guarded: str
    toward: str
    prisons: str
    bare: str
    figurative: str
    usual: str
    lies: str
    said: str
    honours: str
    seals: str
    ordinary: str


class SharedNames(Strict):
    duals: list[Dual]
    spellings: dict[str, str]
    ellipses: list[Ellipsis]
    place_nouns: PlaceNouns
    sites: Sites


class AmbiguousForm(Strict):
    """How a form that is also something else is judged: by the words around it and by what else the text names."""

    forms: list[Form]
    default: Literal["keep", "drop"]
    keep_before: list[Form] = []
    keep_after: list[Form] = []
    keep_office: list[Form] = []
    drop_before: list[Form] = []
    drop_after: list[Form] = []
    keep_with: list[str] = []
    drop_with: list[str] = []
    only: list[str] = []
    keep_marks: list[str] = []
    drop_marks: list[str] = []


class Ambiguity(Strict):
    cues: dict[str, list[Form]]
    forms: list[AmbiguousForm]
