"""What readers and cleaning read: field names, page furniture, outlets, and how pages state their date."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .names import Form, Strict

Cues = dict[str, list[Form]]  # by language


class Fields(Strict):
    text: list[Form]
    title: list[Form]
    published: list[Form]
    source: list[Form]
    url: list[Form]
    author: list[Form]
    language: list[Form]
    id: list[Form]
    wrappers: list[Form]
    languages: dict[str, list[Form]]


class Outlet(Strict):
    name: Form
    ar: Form | None = None  # what a desk in Arabic calls it, where `name` is not Arabic
    en: Form
    forms: list[Form] = []
    hosts: list[str] = []
    weak: bool = False  # a word too: only where an outlet may stand


class Outlets(Strict):
    outlets: list[Outlet]
    outlet_words: list[Form]
    dateline_places: list[Form]


class Publication(Strict):
    months: dict[Annotated[int, Field(ge=1, le=12)], list[Form]]
    weekdays: list[Form]
    companions: list[Form]
    hijri_months: list[Form]
    published: list[Form]
    updated: list[Form]
    byline: list[Form]
    wires: list[Form]
    before_source: list[Form]
    before_day: list[Form]
    capital_words: list[Form]
    city_states: list[Form]


class Names(Strict):
    """Names of one origin, separated by blanks; those that are also words stand in `weak`."""

    names: str = ""
    weak: str = ""


class Endings(Strict):
    min: int
    strong: str = ""
    weak: str = ""
    prefix: str = ""


class Surnames(Strict):
    names: dict[str, Names]
    endings: dict[str, Endings]


class Furniture(Strict):
    opening_words: int
    anywhere_words: int
    signs: list[str]
    whole: Cues
    opening: Cues
    anywhere: Cues
    home: list[Form]
    credits: list[Form]
    pointers: Cues
    pointers_with_comma: list[Form]
    blocks: Cues
    signature_words: list[Form]
    source_lines: list[Form]
    author_lines: list[Form]
    headline_openings: list[Form]
    anaphors: list[Form]
    own_waw: list[Form]
    body_openings: list[Form]
    languages: dict[str, object]


class Mail(Strict):
    passed_on: list[Form]
    separators: list[Form]
    heads: list[Form]
