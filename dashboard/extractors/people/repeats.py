"""Later mentions by a part of the name: the family's, or where a text goes on by it the given one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, compress, count

from ...clean.clitics import bearers, variants
from ...model import Candidate
from .persons import Key, Person, candidate, nearest
from .scene import Scene, offset
from .spans import Span
from .words import ASIAN, BEFORE, COMMON, FUNCTION, GIVEN, NOUN, TITLE, VERB

_RELATIVE = frozenset(("ما", "من", "هو", "ان"))


def repeats(scene: Scene, spans: list[Span], shorts: dict[Key, list[Person]]) -> Iterable[Candidate]:
    """Later mentions by the family's name alone of people who are named in full."""
    if not shorts:
        return
    firsts: dict[str, list[Key]] = {}
    for key in shorts:
        firsts.setdefault(key[0], []).append(key)
    covered = {token for span in spans for token in range(span.first, span.end)}
    words = scene.doc.words
    bearing = frozenset(chain.from_iterable(map(bearers, firsts)))
    for at in compress(count(), map(bearing.__contains__, words)):
        if at in covered or at in scene.covered:
            continue
        word = words[at]
        if word.isascii() and word in firsts and not scene.doc.text[scene.doc.starts[at]].isupper():
            continue  # «water» is not Clear Water
        for letters, form in variants(word):
            for key in firsts.get(form, ()):
                end = at + len(key)
                if tuple(words[at + 1 : end]) != key[1:] or not _surely(scene, at, key):
                    continue
                person = nearest(shorts[key], at)
                if at in scene.leaders and not overrides(scene, person, at):
                    continue
                span = Span(at, end, offset(scene.doc, at, letters), "people.short", 0.85)
                yield candidate(scene, span, person)
                break
            else:
                continue
            break


def family_first(scene: Scene, people: dict[str, Person], shorts: dict[Key, list[Person]]) -> None:
    """«Li Ming … Li told reporters», «Ignacio Quispe Mamani … Quispe said»: another part of a name than the last, where
    a verb of saying shows that it is the family's."""
    words, says = scene.doc.words, scene.words.says_en
    parts: dict[str, Person] = {}
    for person in people.values():
        for part in person.parts[:-1] if person.places else ():
            if len(part) > 1 and part.isascii() and (part,) not in shorts and part not in scene.words.given_en:
                parts.setdefault(part, person)
    for at in compress(range(1, len(words) - 1), map(parts.__contains__, words[1:-1])) if parts else ():
        if (words[at],) in shorts or at <= parts[words[at]].places[0]:
            continue
        beside = {words[at - 1], words[at + 1]}
        if not says.isdisjoint(beside) or not beside.isdisjoint(("mr", "ms", "mrs", "that", "also")):
            shorts[(words[at],)] = [parts[words[at]]]


def given_first(scene: Scene, people: dict[str, Person], shorts: dict[Key, list[Person]]) -> None:
    """Features go on by the given name («مريم شعبانزاده … وعادت مريم»): of the one person so called, no known leader,
    and where the name is no word and none of the commonest, which begin many names."""
    owners: dict[str, list[Person]] = {}
    for person in people.values():
        if len(person.parts) > 1:
            owners.setdefault(person.parts[0], []).append(person)
    for given, persons in owners.items():
        kind = scene.words.kind(given)
        sure = kind & GIVEN and not kind & (COMMON | ASIAN | BEFORE) and given not in scene.words.prophets
        unknown = persons[0].entry.id.startswith("person:") and persons[0].places
        if len(persons) == 1 and sure and unknown and (given,) not in shorts and len(given) > 3:
            shorts[(given,)] = persons


def overrides(scene: Scene, person: Person, at: int) -> bool:
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


def _subject(scene: Scene, at: int) -> bool:
    """Whether a short that may be a particle is a subject: «وجدد لي دعم بلاده», «وقال لي إن», not «قال لي صديقي»,
    «وأكد ما قيل», nor within what is quoted, where لي is «to me»."""
    words, first = scene.doc.words, scene.doc.bounds[scene.sentence(at)][0]
    if at != first + 1 or at + 1 >= len(words) or scene.words.kind(words[at]) & TITLE:
        return False
    verb = words[first].removeprefix("و")
    if not (scene.words.says(words[first]) or scene.words.kind(verb) & VERB):
        return False
    if words[at + 1] in scene.words.clause:
        return True
    behind = scene.kinds[at + 1]
    return (
        words[at] not in _RELATIVE and bool(behind & NOUN) and not words[at + 1].startswith("ال") and not behind & TITLE
    )


def _surely(scene: Scene, at: int, key: Key) -> bool:
    """A family's name that is a word of the language needs a verb of saying beside it."""
    end = at + len(key)
    if len(key) == 1 and (scene.kinds[at] & FUNCTION or (len(key[0]) < 3 and not key[0].isascii())):
        return _subject(scene, at)
    if scene.kinds[at] & FUNCTION:
        return False
    arabic = not key[0].isascii()
    if arabic and end < len(scene.kinds) and scene.kinds[end] & GIVEN and not scene.kinds[end] & COMMON:
        return False  # another person's name begins so
    if len(key) > 1 or not (scene.words.kind(key[0]) & COMMON or key[0] in scene.words.titles["alone"]):
        return at not in scene.demonyms or scene.demonyms[at].end == at
    before = scene.doc.words[at - 1] if at else ""
    after = scene.doc.words[at + 1] if at + 1 < len(scene.doc.words) else ""
    return bool(before and scene.words.says(before)) or after in scene.words.clause
