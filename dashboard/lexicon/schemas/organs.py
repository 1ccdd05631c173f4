"""organ_patterns.yml: organisations whose names are built from a head and what completes it."""

from __future__ import annotations

from typing import Any, Literal

from .names import Form, Strict


class ArabicRule(Strict):
    id: str
    heads: list[Form]
    before_state: list[Form] = []
    type: str
    acts_for_state: bool = False
    complement: Literal["none", "listed", "name", "adjectives"]
    complements: list[str] = []
    between: str | None = None
    state: Literal["required", "optional", "never"]
    state_gender: Literal["feminine"] | None = None
    confidence: float = 0.9
    after: list[Literal["verb"]] = []
    not_after: list[Form] = []
    only_with: list[Form] = []
    min_words: int = 1
    goes_on: str | None = None
    never_first: str | None = None
    tail: str | None = None
    first: list[Literal["definite", "latin", "quoted", "unknown", "place"]] = []


class EnglishRule(Strict):
    id: str
    frames: list[str]
    complements: list[str] = []
    type: str
    acts_for_state: bool = False
    state: Literal["required", "optional", "never"]
    capitals: bool = True
    confidence: float = 0.9


class Arabic(Strict):
    max_words: int
    state: dict[str, Any]
    name: dict[str, Any]
    lists: dict[str, list[Form]]
    rules: list[ArabicRule]
    stop: list[Form]
    generic: list[list[Form]]


class English(Strict):
    max_words: int
    capitals: bool
    small_words: list[str]
    state: dict[str, Any]
    lists: dict[str, list[Form]]
    rules: list[EnglishRule]
    stop: list[str]
    generic: list[str]


class OrganPatterns(Strict):
    arabic: Arabic
    english: English
