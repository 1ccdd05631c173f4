"""The date grammar of a language, and the calendar's feasts, seasons and weekends."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Word = Annotated[str, Field(min_length=1, max_length=60)]


class Strict(BaseModel):
    """A model that refuses unknown keys: a misspelt key would otherwise be data that nobody reads."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Rule(Strict):
    """One rule: a pattern over classes, the class it yields, the action that builds its value, conditions beside it."""

    id: str
    out: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]*$")]
    match: str
    do: str
    with_: dict[str, Any] | None = Field(None, alias="with")
    skip: int = 0
    tight: bool = False
    confidence: Annotated[float, Field(gt=0, le=1)] = 1.0
    previous_not: list[str] = []
    previous_in: list[str] = []  # "" where a sentence begins
    near_not: list[Word] = []
    near_in: list[Word] = []
    next_not: list[Word] = []
    next_in: list[str] = []


class Tense(Strict):
    """Cues of the tense that decides between the past and the coming September."""

    past: list[Word] = []
    present: list[Word] = []
    future: list[Word] = []
    prefixes: dict[str, Literal["past", "present", "future"]] = {}
    none: list[Word] = []
    not_prefixed: list[Word] = []
    joined: list[Word] = []
    stops: list[Word] = []
    openers: list[Word] = []
    auxiliaries: list[Word] = []
    infinitives: list[Word] = []
    nominals: list[Word] = []
    deadline: list[Word] = []


class Dates(Strict):
    clitics: dict[str, list[str]] = {}
    no_clitics: list[str] = []
    whole: list[Word] = []
    not_written: list[Word] = []
    cased: list[str] = []
    zone_of_city: dict[str, Word] = {}  # class → how a capital's time is said: {ZONE: "توقيت {}"}
    triggers: list[str]
    emit: list[str]
    tokens: dict[str, dict[int | str, list[Word]]]
    words: dict[str, list[Word]]
    classes: dict[str, list[str]]
    levels: list[list[Rule]]
    tense: Tense


class Language(Strict):
    dates: Dates


class Feast(Strict):
    """How a day is found: fixed in a calendar, so many days after Easter, or the nth weekday of a month."""

    fixed: list[str | int] | None = None
    easter: int | None = None
    nth: list[int] | None = None


class Calendar(Strict):
    feasts: dict[str, Feast]
    seasons: dict[str, list[int]]
    weekend: dict[str, list[int | str]]
