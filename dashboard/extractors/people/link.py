"""Who is who within a document: full names, their short forms, and one entry, role and state for each person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...clean.clitics import variants
from ...clean.fold import fold_key
from ...model import Candidate, Entry
from .arabic import Span
from .scene import Scene, offset
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, PARTICLE, SUFFIX

Key = tuple[str, ...]


@dataclass(slots=True)
class _Person:
    """A person of the document: entry, what is known of the office, the tokens at which a full name stands."""

    entry: Entry
    parts: Key
    role: str | None = None
    country: str | None = None
    places: list[int] = field(default_factory=list)


def link(scene: Scene, spans: list[Span]) -> list[Candidate]:
    """Candidates of all spans and of the short forms of the people among them, in text order."""
    people: dict[str, _Person] = {}
    shorts: dict[Key, list[_Person]] = {}
    owners: dict[int, _Person] = {}
    for span in sorted(spans, key=lambda s: s.first - 1000 * len(_parts(scene, s))):  # longest names first
        person = _person(scene, span, people, shorts)
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
            found.append(_candidate(scene, span, owners[id(span)]))
    if scene.doc.language == "en":
        _family_first(scene, people, shorts)
    found += _repeats(scene, spans, shorts)
    return sorted(found, key=lambda c: c.start)


def _inform(span: Span, person: _Person) -> None:
    """Give the lexicon's own candidate what the text says of the person; a title makes a weak form sure."""
    assert span.leader is not None
    span.leader.role = span.role or person.role
    if span.role and span.leader.weak:
        span.leader.weak, span.leader.rule, span.leader.confidence = False, span.rule, span.confidence


def _parts(scene: Scene, span: Span) -> Key:
    """The folded tokens of a name, clitics, signs and the article of a family's name as they are."""
    words = scene.doc.words[span.first : span.end]
    cut = fold_key(scene.doc.text[span.start : scene.doc.ends[span.first]])
    return tuple(word for word in (cut, *words[1:]) if word[0].isalnum())


def _person(scene: Scene, span: Span, people: dict[str, _Person], shorts: dict[Key, list[_Person]]) -> _Person:
    """The person a span names: one known from a longer name, or a new one."""
    parts = _parts(scene, span)
    if span.leader is not None and len(parts) == 1 and span.role is None:
        namesakes = [known for known in shorts.get(parts, ()) if known.places and min(known.places) < span.first]
        if namesakes and _overrides(scene, namesakes[-1], span.first):
            span.leader = None
            return namesakes[-1]
    if span.leader is None and len(parts) > 1:
        span.leader = _respelt(scene, span, parts)
    if span.leader is not None:
        name, ident = span.leader.entry.name, span.leader.entry.id
        entry = span.leader.entry
    else:
        name = _name(scene, span)
        ident = f"person:{fold_key(name)}"
        known_people: list[_Person] = [*shorts.get(parts, ()), *people.values()]
        for known in known_people:
            if known.parts == parts or (len(parts) < len(known.parts) and _part_of(scene, parts, known.parts)):
                return known
        entry = Entry("person", ident, name, country=None, via="name" if len(parts) > 1 else "short")
    person: _Person | None = people.get(ident)
    if person is None:
        person = people[ident] = _Person(entry, parts if span.leader is None else tuple(fold_key(name).split()))
        short = _short(scene, person.parts)
        # The lexicon lists the short forms of its own people, save families' names that come first (كيم).
        if short is not None and (span.leader is None or short == person.parts[:1]):
            shorts.setdefault(short, []).append(person)
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
            if known.end == span.end and not known.weak and alike:
                return Candidate(span.first, span.end, span.start, known.stop, known.entry, span.rule, span.confidence)
    return None


def _part_of(scene: Scene, parts: Key, longer: Key) -> bool:
    """Whether a shorter name is the longer one with parts left out: its end, or its first and last part."""
    if parts == longer[-len(parts) :]:
        return len(parts) > 1 or _short(scene, longer) == parts
    if len(parts) == 1:  # «فلاديمير بادرينو لوبيز»: «وقال بادرينو»
        middle = parts[0] in longer[1:-1] and not scene.words.kind(parts[0]) & (GIVEN | BEFORE | PARTICLE | COMMON)
        return middle or _short(scene, longer) == parts
    return len(parts) == 2 and parts[0] == longer[0] and parts[-1] == longer[-1]


def _short(scene: Scene, parts: Key) -> Key | None:
    """The part by which the press goes on calling somebody: the family's name, with the words that join it."""
    if len(parts) < 2:
        return None
    kind = scene.words.kind
    if kind(parts[0]) & ASIAN and len(parts) < 4 and not parts[0].isascii() and not kind(parts[-1]) & 4:
        return None if kind(parts[0]) & FUNCTION or len(parts[0]) < 3 else parts[:1]
    joined = kind(parts[-2]) & (BEFORE | PARTICLE) or kind(parts[-1]) & SUFFIX
    return parts[-2:] if joined else parts[-1:]


def _name(scene: Scene, span: Span) -> str:
    """The name as written, without hashtags' signs."""
    text = scene.doc.text[span.start : scene.doc.ends[span.end - 1]]
    return " ".join(text.replace("_", " ").replace("#", "").split())


def _candidate(scene: Scene, span: Span, person: _Person) -> Candidate:
    entry = person.entry
    if person.country and entry.country is None:
        entry = person.entry = Entry(
            "person", entry.id, entry.name, entry.name_en, person.country, entry.via, entry.type
        )
    return Candidate(
        span.first, span.end, span.start, scene.doc.ends[span.end - 1], entry, span.rule, span.confidence,
        role=span.role or person.role,
    )  # fmt: skip


def _repeats(scene: Scene, spans: list[Span], shorts: dict[Key, list[_Person]]) -> Iterable[Candidate]:
    """Later mentions by the family's name alone of people who are named in full."""
    if not shorts:
        return
    firsts: dict[str, list[Key]] = {}
    for key in shorts:
        firsts.setdefault(key[0], []).append(key)
    covered = {token for span in spans for token in range(span.first, span.end)}
    words = scene.doc.words
    # A form with its clitics ends as the form does, ال aside, which ل may have swallowed.
    endings = tuple(first.removeprefix("ال") for first in firsts)
    for at, word in enumerate(words):
        if not word.endswith(endings) or at in covered or at in scene.covered:
            continue
        if word.isascii() and word in firsts and not scene.doc.text[scene.doc.starts[at]].isupper():
            continue  # «water» is not Clear Water
        for letters, form in variants(word):
            for key in firsts.get(form, ()):
                end = at + len(key)
                if tuple(words[at + 1 : end]) != key[1:] or not _surely(scene, at, key):
                    continue
                person = _nearest(shorts[key], at)
                if at in scene.leaders and not _overrides(scene, person, at):
                    continue
                span = Span(at, end, offset(scene.doc, at, letters), "people.short", 0.85)
                yield _candidate(scene, span, person)
                break
            else:
                continue
            break


def _family_first(scene: Scene, people: dict[str, _Person], shorts: dict[Key, list[_Person]]) -> None:
    """«Li Ming … Li told reporters», «Ignacio Quispe Mamani … Quispe said»: another part of a name than the last, where
    a verb of saying shows that it is the family's."""
    words, says = scene.doc.words, scene.words.says_en
    parts: dict[str, _Person] = {}
    for person in people.values():
        for part in person.parts[:-1] if person.places else ():
            if len(part) > 1 and part.isascii() and (part,) not in shorts and part not in scene.words.given_en:
                parts.setdefault(part, person)
    for at in range(1, len(words) - 1) if parts else ():
        owner = parts.get(words[at])
        if owner is None or (words[at],) in shorts or at <= owner.places[0]:
            continue
        beside = {words[at - 1], words[at + 1]}
        if not says.isdisjoint(beside) or not beside.isdisjoint(("mr", "ms", "mrs", "that", "also")):
            shorts[(words[at],)] = [owner]


def _overrides(scene: Scene, person: _Person, at: int) -> bool:
    """Whether the family's name at token `at` is a person's of this text rather than the namesake's of the lexicon:
    named in full before, the namesake neither in full nor by that name any earlier. The namesake's becomes weak."""
    rivals = scene.leaders[at]
    first = min(person.places)
    ids = {rival.entry.id for rival in rivals}
    named = (c for group in scene.leaders.values() for c in group if c.entry.id in ids and not c.weak)
    if first >= at or any(c.end - c.first > 1 or c.first < first for c in named):
        return False
    for rival in rivals:
        rival.weak = True
    return True


def _surely(scene: Scene, at: int, key: Key) -> bool:
    """A family's name that is a word of the language needs a verb of saying beside it."""
    if scene.kinds[at] & FUNCTION:
        return False
    end = at + len(key)
    arabic = not key[0].isascii()
    if arabic and end < len(scene.kinds) and scene.kinds[end] & GIVEN and not scene.kinds[end] & COMMON:
        return False  # another person's name begins so
    if len(key) > 1 or not (scene.words.kind(key[0]) & COMMON or key[0] in scene.words.titles["alone"]):
        return at not in scene.demonyms or scene.demonyms[at].end == at
    before = scene.doc.words[at - 1] if at else ""
    after = scene.doc.words[at + 1] if at + 1 < len(scene.doc.words) else ""
    return bool(before and scene.words.says(before)) or after in scene.words.clause


def _nearest(people: list[_Person], at: int) -> _Person:
    """Of several people of one family's name, the one named last before token `at`."""

    def last(person: _Person) -> tuple[int, bool]:
        known = not person.entry.id.startswith("person:")
        return max((place for place in person.places if place < at), default=-1), known

    return max(people, key=last)
