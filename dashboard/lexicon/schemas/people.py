"""Names of people: what they are made of, titles and offices, given names and family names."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from .names import Strict

Words = Annotated[str, StringConstraints(min_length=1)]  # words separated by blanks; `_` joins the parts of one


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return value


Pattern = Annotated[str, AfterValidator(_is_pattern)]


class Compounds(Strict):
    before: Words
    particles: Words
    suffixes: Words
    pairs: list[Words]


class EastAsian(Strict):
    surnames: Words
    syllables: Words


class EnglishNames(Strict):
    given: Words
    particles: Words
    suffixes: Words
    groups: Words  # a name behind these is a group's
    ships: Words  # a name behind these is a ship's
    never: Words


class NameParts(Strict):
    compounds: Compounds
    east_asian: EastAsian
    shapes: list[Pattern] = Field(min_length=1)
    functions: Words
    nouns: Words
    verbs: Words
    never: Words
    prophets: Words
    ordinals: Words
    named_after: Words
    ships: Words
    en: EnglishNames


class ArabicTitles(Strict):
    courtesy: Words
    honorifics: Words
    ranks: Words
    rank_parts: Words
    offices: Words
    postings: Words
    host: Words
    departments: Words
    counterparts: Words
    organs: Words
    led_by: Words
    introduces: Words
    vague: Words
    families: Words
    alone: Words
    seniors: Words
    parties: Words
    described: dict[Words, list[str]]  # what a text calls a state by → the states it may be, the likeliest first
    modifiers: Words
    held: Words
    relatives: Words
    holds: Words
    posts: Words
    prepositions: Words
    tells: Words
    wholes: Words
    joints: Words
    describers: Words


class EnglishTitles(Strict):
    plural: Words
    unsaid: Words
    courtesy: Words
    honorifics: Words
    ranks: Words
    parts: Words
    host: Words
    possessors: Words
    retired: Words
    postings: Words


class Titles(Strict):
    ar: ArabicTitles
    en: EnglishTitles
