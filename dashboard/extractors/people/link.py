"""Who is who within a document: full names, their short forms, and one entry, role and state for each person."""

from __future__ import annotations

from ...clean.fold import fold_key
from ...model import Candidate, Entry
from .persons import Key, Person, candidate, name_of, nearest, parts_of, short_of, unlisted
from .repeats import family_first, given_first, overrides, repeats
from .scene import Scene
from .spans import Span
from .words import BEFORE, COMMON, GIVEN, NAME, PARTICLE


def link(scene: Scene, spans: list[Span]) -> list[Candidate]:
    """Candidates of all spans and of the short forms of the people among them, in text order."""
    people: dict[str, Person] = {}
    shorts: dict[Key, list[Person]] = {}
    owners: dict[int, Person] = {}
    named = [(parts_of(scene, span), span) for span in spans]
    for parts, span in sorted(named, key=lambda one: one[1].first - 1000 * len(one[0])):  # longest names first
        person = _person(scene, span, parts, people, shorts)
        owners[id(span)] = person
        person.places.append(span.first)
    for span in sorted(spans, key=lambda s: s.first):
        person = owners[id(span)]
        person.role, person.country = person.role or span.role, person.country or span.country
    found = []
    for span in spans:
        if span.leader is not None and span.leader.rule.startswith("lexicon"):
            _inform(span, owners[id(span)])
        else:
            found.append(candidate(scene, span, owners[id(span)]))
    if scene.doc.language == "en":
        family_first(scene, people, shorts)
    else:
        given_first(scene, people, shorts)
    found += repeats(scene, spans, shorts)
    return sorted(found, key=lambda c: c.start)


def _inform(span: Span, person: Person) -> None:
    """Give the lexicon's own candidate what the text says of the person; a title makes a weak form sure."""
    assert span.leader is not None
    span.leader.role = span.role or person.role
    if span.role and span.leader.weak:
        span.leader.weak, span.leader.rule, span.leader.confidence = False, span.rule, span.confidence


def _person(scene: Scene, span: Span, parts: Key, people: dict[str, Person], shorts: dict[Key, list[Person]]) -> Person:
    """The person a span names: one known from a longer name, or a new one."""
    if span.leader is not None and len(parts) == 1 and span.role is None:
        namesakes = [known for known in shorts.get(parts, ()) if known.places and min(known.places) < span.first]
        if namesakes and overrides(scene, namesakes[-1], span.first):
            span.leader = None
            return namesakes[-1]
    if span.leader is None and len(parts) > 1:
        span.leader = _respelt(scene, span, parts)
    if span.leader is not None:
        name, ident = span.leader.entry.name, span.leader.entry.id
        entry = span.leader.entry
    else:
        name = name_of(scene, span)
        ident = f"person:{fold_key(name)}"
        if len(parts) == 1 and parts in shorts:
            return nearest(shorts[parts], span.first)
        for known in people.values():
            if known.parts == parts or (len(parts) < len(known.parts) and _part_of(scene, parts, known.parts)):
                return known
        entry = Entry("person", ident, name, country=None, via="name" if len(parts) > 1 else "short")
    person: Person | None = people.get(ident)
    if person is None:
        person = people[ident] = Person(entry, parts if span.leader is None else tuple(fold_key(name).split()))
        short = short_of(scene, person.parts)
        # The lexicon lists the short forms of its own people, save families' names that come first (كيم), and spellings
        # that it does not know (بوتن).
        if span.leader is not None and parts[-1:] != person.parts[-1:] and len(parts) > 1:
            shorts.setdefault(parts[-1:], []).append(person)
        if span.leader is not None and span.end - span.first > 1 and short is not None and unlisted(scene, short):
            shorts.setdefault(short, []).append(person)  # «باسيرو ديوماي فاي»: «وخرج فاي من السجن»
        elif short is not None and (span.leader is None or short == person.parts[:1]):
            shorts.setdefault(short, []).append(person)
            if span.leader is None:  # «وصخر الماطري», whose first part is a word too
                shorts.setdefault(person.parts, []).append(person)
            if span.leader is None and len(person.parts) > 2 and len(short) == 1:  # «أوكامبو دياز»
                shorts.setdefault(person.parts[-2:], []).append(person)
            if span.leader is None and short[-1] in scene.words.titles["alone"] and len(short) > 1:
                shorts.setdefault(short[-1:], []).append(person)  # «سهيل محمود خان»: «وكشف خان عن»
    return person


def _respelt(scene: Scene, span: Span, parts: Key) -> Candidate | None:
    """The person of the lexicon whose name this is in another spelling («ستيف منوشين»): the same family's name, a given
    name that begins alike, and no other state."""
    for first in range(span.first + 1, span.end):
        for known in scene.leaders.get(first, ()):
            given = fold_key(known.entry.name).split()[0]
            alike = given[:2] == parts[0][:2] and span.country in (None, known.entry.country)
            if known.end == span.end and (not known.weak or given == parts[0]) and alike:
                return Candidate(span.first, span.end, span.start, known.stop, known.entry, span.rule, span.confidence)
    kind = scene.words.kind
    listed = kind(parts[-1]) & NAME or kind(parts[0]) & BEFORE
    entry = None if listed else scene.words.leaders.respelt(parts, span.country)
    stop = scene.doc.ends[span.end - 1]
    return Candidate(span.first, span.end, span.start, stop, entry, span.rule, span.confidence) if entry else None


def _part_of(scene: Scene, parts: Key, longer: Key) -> bool:
    """Whether a shorter name is the longer one with parts left out: its end, or its first and last part."""
    if parts == longer[-len(parts) :]:
        return len(parts) > 1 or short_of(scene, longer) == parts
    if len(parts) == 1:  # «فلاديمير بادرينو لوبيز»: «وقال بادرينو»
        middle = parts[0] in longer[1:-1] and not scene.words.kind(parts[0]) & (GIVEN | BEFORE | PARTICLE | COMMON)
        return middle or short_of(scene, longer) == parts
    return len(parts) == 2 and parts[0] == longer[0] and parts[-1] == longer[-1]
