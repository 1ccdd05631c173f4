"""A person of a document while it is read: entry, parts of the name, the form that goes on for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...clean.fold import fold_key
from ...model import Candidate, Entry
from .scene import Scene
from .spans import Span
from .words import ASIAN, BEFORE, COMMON, GIVEN, PARTICLE, SUFFIX, SURNAME

Key = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """A person of the document: entry, what is known of the office, the tokens at which a full name stands."""

    entry: Entry
    parts: Key
    role: str | None = None
    country: str | None = None
    places: list[int] = field(default_factory=list)


def parts_of(scene: Scene, span: Span) -> Key:
    """The folded tokens of a name, clitics, signs and the article of a family's name as they are."""
    words = scene.doc.words[span.first : span.end]
    if span.start > scene.doc.starts[span.first]:
        words[0] = fold_key(scene.doc.text[span.start : scene.doc.ends[span.first]])
    return tuple([word for word in words if word[0].isalnum()])


def short_of(scene: Scene, parts: Key) -> Key | None:
    """The part by which the press goes on calling somebody: the family's name, with the words that join it."""
    if len(parts) < 2:
        return None
    kind = scene.words.kind
    if kind(parts[0]) & ASIAN and len(parts) < 4 and not parts[0].isascii() and not kind(parts[-1]) & 4:
        return parts[:1]
    joined = kind(parts[-2]) & (BEFORE | PARTICLE) or kind(parts[-1]) & SUFFIX
    return parts[-2:] if joined else parts[-1:]


def unlisted(scene: Scene, short: Key) -> bool:
    """Whether a known person's family name is one that no list has for anybody or anything, and no given name."""
    kind = scene.words.kind(short[0])
    known = len(short) > 1 or scene.words.listed_form(short[0])
    return not known and bool(kind & SURNAME) and not kind & (GIVEN | COMMON)


def name_of(scene: Scene, span: Span) -> str:
    """The name as written, without hashtags' signs."""
    text = scene.doc.text[span.start : scene.doc.ends[span.end - 1]]
    return " ".join(text.replace("_", " ").replace("#", "").split())


def candidate(scene: Scene, span: Span, person: Person) -> Candidate:
    entry = person.entry
    if person.country and entry.country is None:
        entry = person.entry = Entry(
            "person", entry.id, entry.name, entry.name_en, person.country, entry.via, entry.type
        )
    return Candidate(
        span.first, span.end, span.start, scene.doc.ends[span.end - 1], entry, span.rule, span.confidence,
        role=span.role or person.role,
    )  # fmt: skip


def nearest(people: list[Person], at: int) -> Person:
    """Of several people of one family's name, the one named last before token `at`."""

    def last(person: Person) -> tuple[int, bool]:
        known = not person.entry.id.startswith("person:")
        return max((place for place in person.places if place < at), default=-1), known

    return max(people, key=last)
