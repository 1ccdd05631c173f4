"""Arabic organisations by pattern: head, complement, adjectives, state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from ...clean.clitics import readings
from ...clean.document import Document
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...model import Candidate, Entry
from ..people.words import Words, words_of
from .complements import QUOTES, States, adjectives, listed, longest, proper_name, state_of
from .naming import entry_of, letters_in
from .patterns import Node, Patterns, patterns_of


def find(doc: Document, lexicon: Lexicon, candidates: list[Candidate]) -> list[Candidate]:
    """The longest organisation at each head; one named without its state takes the state it has elsewhere."""
    patterns = patterns_of(lexicon)
    heads = doc.where(patterns.heads)
    if not heads:
        return []
    words, named = words_of(lexicon), _named(doc, patterns, candidates)
    found = []
    for first in heads:
        best: Candidate | None = None
        for cut, form, node in patterns.heads(doc.words[first]):
            if form in patterns.generic and _blocked(doc, first, form, patterns):
                continue
            for end, rule, construct in _heads(doc, node, first + 1):
                proper = rule["complement"] == "name"
                if first in named.known and (proper or rule["complement"] == "adjectives"):
                    continue  # a proper name that goes on only adds what is not in it (ميليشيات الحوثي الإيرانية)
                organ = _complete(doc, patterns, rule, construct, first, end, cut, named, words, lexicon)
                if organ is None:
                    continue
                if proper:
                    _take_listed(doc, organ, end, named.inside)
                if best is None or _says_more(organ, best):
                    best = organ
        realm = named.places.get(first)
        if best and not (realm and realm.entry.kind == "country" and realm.end >= best.end):  # «الاتحاد السوفياتي»
            found.append(best)
    return _inherit(doc, found, candidates) if found else found


def _says_more(one: Candidate, other: Candidate) -> bool:
    """The longer one; of two as long the organ of a state (البنك المركزي الفرنسي over البنك …)."""
    return one.end > other.end or (one.end == other.end and one.entry.acts_for_state and not other.entry.acts_for_state)


@dataclass(slots=True)
class _Named:
    """What the lexicon knows in a document."""

    states: States  # by first token
    places: dict[int, Candidate]  # by first token, no clitic on it: weak ones too, since a head is cue enough
    known: dict[int, Candidate]  # organisations that are surely meant, by first token
    inside: dict[int, Candidate]  # organisations by where they begin in the text


def _named(doc: Document, patterns: Patterns, candidates: list[Candidate]) -> _Named:
    states: States = defaultdict(list)
    named = _Named(states, {}, {}, {})
    places, starts = named.places, doc.starts
    for c in candidates:
        kind, via, first = c.entry.kind, c.entry.via, c.first
        if kind == "organization":
            named.inside[c.start] = c
            if not c.weak:
                named.known[first] = c
        elif kind == "person":
            continue
        elif via == "demonym":
            # A head is cue enough for التركية; المالية after الإدارة is finance all the same.
            if kind == "country" and not (c.weak and doc.words[first] in patterns.words):
                states[first].append(c)
        elif via != "people":
            if kind == "country" and via == "name":
                states[first].append(c)
            if c.start == starts[first] and (first not in places or c.end > places[first].end):
                places[first] = c
    return named


def _take_listed(doc: Document, organ: Candidate, name: int, inside: dict[int, Candidate]) -> None:
    """A name that a list knows keeps its identity: صحيفة "لوموند" is Le Monde."""
    at = name + (doc.words[name] in QUOTES)
    known = inside.get(doc.starts[at]) if at < len(doc.starts) else None
    if known and known.end >= organ.end - (doc.words[organ.end - 1] in QUOTES.values()):
        organ.entry = replace(known.entry, weak=False, via="pattern")


def _heads(doc: Document, node: Node, at: int) -> list[tuple[int, dict[str, Any], bool]]:
    out = [(at, rule, construct) for rule, construct in node.get("", ())]
    while at < len(doc.words) and doc.words[at] in node:
        node, at = node[doc.words[at]], at + 1
        out += [(at, rule, construct) for rule, construct in node.get("", ())]
    return out


def _complete(
    doc: Document, patterns: Patterns, rule: dict[str, Any], construct: bool, first: int, at: int, cut: int,
    named: _Named, words: Words, lexicon: Lexicon,
) -> Candidate | None:  # fmt: skip
    """The organisation that a head begins, or None."""
    if first:
        before = readings(doc.words[first - 1])
        if not rule["_not_after"].isdisjoint(before):
            return None
        if rule.get("after") and (patterns.stop.isdisjoint(before) or not words.says(doc.words[first - 1])):
            return None
    limit = min(len(doc.words), first + patterns.max_words, doc.bounds[doc.sentence_of[first]][1])
    state: Candidate | None = None
    indefinite = construct
    if rule["complement"] == "listed":
        end = listed(doc, patterns, rule, at if rule["heads"] else first, cut if not rule["heads"] else 0, limit)
        if end is None:
            return None
        item = at if rule["heads"] else first
        # «وزارة حقوق الإنسان»: its last word makes it definite.
        definite = doc.words[item][cut if item == first else 0 :].startswith("ال")
        indefinite = not definite and not (end - item > 1 and doc.words[end - 1].startswith(("ال", "وال")))
        at = end
    elif rule["complement"] == "name":
        name = proper_name(doc, patterns, rule, at, limit, named.states, named.places, named.known, words)
        if name is None or name[0] - at < rule.get("min_words", 1):
            return None
        at, state = name
    elif rule["complement"] == "adjectives":
        name = adjectives(doc, patterns, rule, at, limit, named.states)
        if name is None or name[0] - at < rule.get("min_words", 1):
            return None
        at, state = name
    if state is None and rule["state"] != "never":
        state, at = state_of(doc, patterns, rule, at, limit, named.states, indefinite)
    if state is None and (rule["state"] == "required" or (rule["complement"] == "listed" and indefinite)):
        return None
    if state and rule.get("state_gender") and not doc.words[at - 1].endswith("يه"):
        return None
    if state and rule.get("tail"):
        at = longest(doc, patterns.lists[rule["tail"]], at, doc.words[at] if at < limit else "", limit) or at
    if rule.get("only_with") and not any(cue in doc.folded for cue in rule["_only_with"]):
        return None
    start = doc.starts[first] if not cut else letters_in(doc, first, cut)
    return entry_of(doc, lexicon, rule, first, at, start, state)


def _blocked(doc: Document, first: int, form: str, patterns: Patterns) -> bool:
    """Whether a generic phrase (حركة المرور) of two words and more begins here."""
    end = longest(doc, patterns.generic, first, form, len(doc.words))
    return bool(end and end > first + 1)


def _inherit(doc: Document, found: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """A ministry without its state is that of the people beside it («مسؤول أمريكي في وزارة الدفاع»), else of the one
    state with which the text names it, if it is one."""
    stateless = [one for one in found if not one.entry.country and one.entry.id.startswith("organization:")]
    if not stateless:
        return found
    known: dict[str, set[Entry]] = defaultdict(set)
    for one in found:
        if one.entry.country:
            known[_stem(one)].add(one.entry)
    for one in stateless if known else ():
        owners, beside = known.get(_stem(one), set()), _beside(doc, one, candidates)
        if beside is not None:
            owners = {owner for owner in owners if owner.country == beside}
        if len({owner.country for owner in owners}) == 1:
            one.entry = replace(next(iter(owners)), via="pattern")
            one.rule, one.confidence = f"{one.rule}.inherited", one.confidence * 0.9
    return found


def _beside(doc: Document, organ: Candidate, candidates: list[Candidate]) -> str | None:
    """The state of the demonym before «في» and an organ."""
    before = organ.first - 1 if organ.start > doc.starts[organ.first] else organ.first - 2
    preposition = before == organ.first - 1 or (before >= 0 and doc.words[before + 1] in ("في", "من"))
    if not preposition:
        return None
    return next((c.entry.country for c in candidates if c.end == before + 1 and c.entry.via == "demonym"), None)


def _stem(organ: Candidate) -> str:
    """Head and complement, without the state."""
    return " ".join(fold_key(organ.entry.name).split()[:2])
