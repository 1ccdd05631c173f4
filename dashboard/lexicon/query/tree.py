"""What a query asks, as a tree."""

from __future__ import annotations

from dataclasses import dataclass

# Fields that a single sentence can answer, with its article's headline and language.
OF_SENTENCES = ("title", "country", "person", "org", "place", "language")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms; with `prefix` every word that begins so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, as written."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases with at most `apart` other words between them, in any order."""

    terms: tuple[Word | Phrase, ...]
    apart: int


@dataclass(frozen=True, slots=True)
class In:
    """What a field must say; `at` is where its value stands in the query."""

    field: str
    value: Word | Phrase
    raw: str
    at: int


@dataclass(frozen=True, slots=True)
class Not:
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple[Node, ...]


Node = Word | Phrase | Near | In | Not | And | Or


def asked_in_vain(node: Node) -> In | None:
    """The first field of a query that no sentence can answer."""
    match node:
        case In(field):
            return None if field in OF_SENTENCES else node
        case Not(inner):
            return asked_in_vain(inner)
        case And(nodes) | Or(nodes):
            return next((found for found in map(asked_in_vain, nodes) if found), None)
    return None
