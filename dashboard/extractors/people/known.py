"""The people whom the lexicon knows, in a document: told apart from namesakes, fathers and things called after them."""

from __future__ import annotations

from collections.abc import Sequence

from ...clean.document import Document
from ...model import Candidate
from .words import BEFORE, FUNCTION, VERB, Words

QUOTES = frozenset('"«»“”')


def known_people(doc: Document, words: Words, candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """First token → those whom the longest known form there may name; one that is surely not meant is weak."""
    leaders: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.entry.kind != "person":
            continue
        if candidate.first and doc.words[candidate.first - 1] == "بن":
            candidate.weak = True  # the father in «محمد بن سلمان بن عبد العزيز»
            continue
        _lineage(doc, words, candidate)
        rivals = leaders.setdefault(candidate.first, [])
        if rivals and candidate.end > rivals[0].end:
            rivals.clear()
        if not rivals or candidate.end == rivals[0].end:
            rivals.append(candidate)
    _told_apart(leaders)
    _things(doc, words, leaders)
    return leaders


def _lineage(doc: Document, words: Words, person: Candidate) -> None:
    """Let a known person's full name go on over the father's and the house's: «… بن عبد العزيز», «… آل سعود»."""
    if person.end - person.first < 2 and person.entry.via != "titled":
        return
    at, total = person.end, len(doc.words)
    while at + 1 < total and doc.words[at] in ("بن", "ال") and doc.sentence_of[at + 1] == doc.sentence_of[at]:
        if not doc.words[at + 1].isalpha() or words.kind(doc.words[at + 1]) & (FUNCTION | VERB):
            break
        compound = words.kind(doc.words[at + 1]) & BEFORE and at + 2 < total and doc.words[at + 2].isalpha()
        at += 3 if compound else 2
    if at > person.end:
        person.end, person.stop = at, doc.ends[at - 1]


def _told_apart(leaders: dict[int, list[Candidate]]) -> None:
    """Of several people whom one word may name, the one named in full last before it stands: after «نصر الحريري»,
    «الحريري» is he, and Saad Hariri is weak."""
    full: dict[str, list[int]] = {}
    for at, rivals in leaders.items():
        for rival in rivals:
            if rival.end - rival.first > 1:
                full.setdefault(rival.entry.id, []).append(at)
    for at, rivals in leaders.items():
        if len(rivals) < 2 or rivals[0].end - rivals[0].first > 1:
            continue
        places = {
            rival.entry.id: max((i for i in full.get(rival.entry.id, ()) if i < at), default=-1) for rival in rivals
        }
        last = max(places.values())
        for rival in rivals if last >= 0 else ():
            rival.weak = places[rival.entry.id] < last


def _things(doc: Document, words: Words, leaders: dict[int, list[Candidate]]) -> None:
    """A known surname alone in quotation marks names a ship or a film, there and wherever it stands in a text that does
    not name its bearer in full."""
    total = len(doc.words)
    things: set[str] = set()
    for at, rivals in leaders.items():
        if not at or rivals[0].end > at + 1:
            continue
        before = doc.words[at - 1]
        quoted = before in QUOTES and at + 1 < total and doc.words[at + 1] in QUOTES
        if quoted or before in words.ships:
            things.update(rival.entry.id for rival in rivals)
    if not things:
        return
    things -= {rival.entry.id for rivals in leaders.values() for rival in rivals if rival.end - rival.first > 1}
    for rivals in leaders.values():
        for rival in rivals:
            rival.weak = rival.weak or rival.entry.id in things
