"""People across the fields of one article: a headline says the surname of somebody whom the text names in full."""

from __future__ import annotations

from ..clean.clitics import variants
from ..clean.document import Document
from ..clean.fold import fold_key
from ..model import Candidate, Entry


def join_title(title: tuple[Document, list[Candidate]], text: tuple[Document, list[Candidate]]) -> list[Candidate]:
    """The title's candidates, its surnames joined to the people of the text.

    Only a surname that the text itself uses alone counts, and only of one person: any other word of a headline that
    happens to end somebody's name stays a word.
    """
    (doc, candidates), said = title, text[0]
    people = [c for c in text[1] if c.entry.kind == "person" and not c.weak]
    if not people:
        return candidates
    _namesakes(doc, candidates, said, people)
    candidates = [*candidates, *_whole(doc, candidates, said, people)]
    surnames = _surnames(said, people)
    if not surnames:
        return candidates
    joined: list[Candidate] = []
    taken: set[int] = set()
    for c in candidates:
        person = surnames.get(fold_key(doc.text[c.start : c.stop])) if c.end - c.first == 1 else None
        if person and c.entry.kind == "person":
            c.entry, c.rule, c.weak = person, "people.title-of-text", False
        joined.append(c)
        if not c.weak:
            taken.update(range(c.first, c.end))
    for at, word in enumerate(doc.words):
        if at in taken:
            continue
        for cut, form in variants(word):
            if form in surnames and doc.text[doc.ends[at] - len(form) : doc.ends[at]].isalpha():
                start = doc.ends[at] - len(form) if cut else doc.starts[at]
                joined.append(Candidate(at, at + 1, start, doc.ends[at], surnames[form], "people.title-of-text", 0.85))
                break
    return joined


def _whole(doc: Document, candidates: list[Candidate], text: Document, people: list[Candidate]) -> list[Candidate]:
    """Whole names of the text's people in a headline that does not show by itself that they are («وجمال العرفاوي»)."""
    full: dict[str, dict[tuple[str, ...], Entry]] = {}
    for c in people:
        if c.end - c.first == 1:
            continue
        words = tuple(fold_key(text.text[c.start : c.stop]).split())
        if len(words) > 1 and all(map(str.isalpha, words)):
            full.setdefault(words[1], {})[words] = c.entry
    starts = {c.first for c in candidates if c.entry.kind == "person" and c.end - c.first > 1}
    found = []
    for at, word in enumerate(doc.words[1:]):
        for words, entry in full.get(word, {}).items() if at not in starts else ():
            cut = next((letters for letters, form in variants(doc.words[at]) if form == words[0]), None)
            if cut is not None and tuple(doc.words[at + 1 : at + len(words)]) == words[1:]:
                start, end = doc.ends[at] - len(words[0]) if cut else doc.starts[at], at + len(words)
                found.append(Candidate(at, end, start, doc.ends[end - 1], entry, "people.title-of-text", 0.85))
                break
    return found


def _namesakes(doc: Document, candidates: list[Candidate], text: Document, people: list[Candidate]) -> None:
    """Whom the lexicon knows by a headline's surname, though the text names only another of that name, is the other."""
    ids = {c.entry.id for c in people}
    alone = [c for c in candidates if c.entry.kind == "person" and c.entry.id not in ids and c.end - c.first == 1]
    if not alone:
        return
    last: dict[str, dict[str, Entry]] = {}
    for c in people:
        if c.end - c.first > 1:
            last.setdefault(fold_key(text.text[text.starts[c.end - 1] : c.stop]), {})[c.entry.id] = c.entry
    for c in alone:
        owners = last.get(fold_key(doc.text[c.start : c.stop]), {})
        if len(owners) == 1:
            c.entry, c.rule, c.weak = next(iter(owners.values())), "people.title-of-text", False


def _surnames(text: Document, people: list[Candidate]) -> dict[str, Entry]:
    """Folded surname → the one person whom the text names in full and, elsewhere, by it alone."""
    full = {c.entry.id: c.entry for c in people if c.end - c.first > 1}
    alone = {(fold_key(text.text[c.start : c.stop]), c.entry.id) for c in people if c.end - c.first == 1}
    owners: dict[str, set[str]] = {}
    for surname, id in alone:
        if id in full and len(surname) > 3:
            owners.setdefault(surname, set()).add(id)
    return {surname: full[next(iter(ids))] for surname, ids in owners.items() if len(ids) == 1}
