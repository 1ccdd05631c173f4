"""The parties of a sentence: mentions that can act, joined where coordinated, with what governs each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Mention
from .clauses import Clause

# Organisations that are spoken of more than they act, and those that act for nobody in this ontology.
_IDLE = {"news", "company", "bank", "university", "sport", "religious", "ngo", "party"}
# How many plain words a coordinated member may have before its state's name (والمتمردين الأكراد).
_MEMBER = 4


# Token → (first token of the mention that covers it, the id it acts under).
Covered = dict[int, tuple[int, str | None]]


@dataclass(slots=True)
class Unit:
    """A party: tokens first … end-1 of its mentions, `head` where its noun phrase begins, `marker` what governs it.

    `marker` is "" for a subject or object, else a preposition; `outer` the preposition one phrase further out;
    `how` is how its first mention names it (name, demonym, people, capital, organization, person, both, own).
    """

    first: int
    end: int
    head: int
    ids: list[str]
    marker: str
    how: str
    outer: str = ""
    joined: bool = False  # coordinated to the unit before
    definite: bool = False


def actor_of(mention: Mention, idle: set[str]) -> str | None:
    """The id under which a mention acts, None where it can't: datelines, companies, stateless persons.

    A place gives its state, but only as where something was done to it or from it (`how` place).
    """
    if not mention.counts:
        return None
    if mention.kind == "country":
        return mention.id
    if mention.kind == "organization":
        if mention.acts_for_state and mention.country:
            return mention.country
        return None if mention.id in idle or (":" in mention.id and not mention.nonstate) else mention.id
    return mention.country if mention.kind in ("person", "place") and not mention.ambiguous else None


def idle_organisations(organisations: Sequence[dict[str, object]]) -> set[str]:
    """Ids of the listed organisations that are no party to events between states."""
    return {str(item["id"]) for item in organisations if item["type"] in _IDLE and not item.get("nonstate")}


def units(clause: Clause, mentions: Sequence[Mention], idle: set[str]) -> list[Unit]:
    """The parties of a sentence in order. `mentions` are those of the sentence, by offset."""
    doc, found = clause.doc, []
    spans = []
    for mention in mentions:
        assert mention.start is not None and mention.end is not None
        first, last = doc.token_at(mention.start), doc.token_at(mention.end - 1)
        spans.append((first, last + 1, mention.start - doc.starts[first], mention))
    covered = {at: (first, actor_of(mention, idle)) for first, end, _, mention in spans for at in range(first, end)}
    for first, end, cut, mention in spans:
        for at in range(first, end):  # a verb's form inside a name is no verb
            clause.tags.pop(at, None)
            clause.readings.pop(at, None)
    for first, end, cut, mention in spans:
        actor = actor_of(mention, idle)
        if actor is None:
            continue
        how = (mention.via or "name") if mention.kind == "country" else mention.kind
        unit = _unit(clause, first, end, cut, actor, how, covered, found)
        if unit is None:
            continue
        if found and _same_phrase(clause, found[-1], unit):
            found[-1].end = end
            if actor not in found[-1].ids:
                found[-1].ids.append(actor)
            continue
        found.append(unit)
    return found


def _unit(
    clause: Clause, first: int, end: int, cut: int, actor: str, how: str, covered: Covered, found: list[Unit]
) -> Unit | None:
    """The unit of a mention; None where it only says who leads the force named before."""
    word = clause.word(first)
    prefix = word[:cut]
    unit = Unit(first, end, first, [actor], "", how)
    if how in ("demonym", "people"):
        unit.definite = word[cut:].startswith("ال") or prefix.endswith(("لل", "ال")) or "ال" in word[: cut + 2]
    conjunction = prefix[:1] == "و" and len(prefix) >= 1
    clitic = prefix.lstrip("وف")[:1] if prefix else ""
    if clitic in ("ل", "ب", "ك"):
        unit.marker = clitic
        unit.outer = _outer(clause, first - 1)
        return unit
    if conjunction and found and _adjoins(clause, found[-1], first):
        unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
        return unit
    if conjunction:
        return unit
    _climb(clause, unit, covered, found)
    return None if unit.outer == "led" else unit


def _climb(clause: Clause, unit: Unit, covered: Covered, found: list[Unit]) -> None:
    """Find the head of the unit's noun phrase and what governs it, leftwards from its mention."""
    at, constructs = unit.first, 0
    adjectival = unit.how in ("demonym", "people")
    whole = clause.index.sets["whole_words"].exact
    while at > clause.first and clause.tag(at - 1) == "":
        if at - 1 in covered:
            named, actor = covered[at - 1]
            if adjectival and actor in (None, *unit.ids) and named < at:  # عفرين السورية
                at = named
                continue
            break
        word = clause.word(at - 1)
        if word.isascii():
            if word in ("and", "&"):
                break
            at -= 1
            continue
        core, conjunction, clitic = _strip(word, whole)
        article = core.startswith("ال") or clitic == "لل" or clitic == "بال"
        if word.isdigit():
            at -= 1
            break
        if adjectival and unit.definite:
            if article and constructs:
                break
            if not article:
                if constructs >= 3 or _absolute(core):
                    break
                constructs += 1
        elif article:
            break
        elif not adjectival and _absolute(core):
            break
        at -= 1
        if clitic:
            unit.marker = clitic[0]
            unit.outer = _outer(clause, at - 1)
            break
        if conjunction:
            if found and _adjoins(clause, found[-1], at):
                unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
            unit.head = at
            return
    unit.head = at
    if unit.marker:
        return
    before = at - 1
    led = clause.index.sets["leading"]
    if before > clause.first and clause.word(before) in led.exact:
        # The force that a state leads is the state's: its phrase stands before.
        before -= 1 + (clause.tag(before - 1) == "rel")
        if found and found[-1].end == before + 1:
            unit.outer = "led"
            return
        while before > clause.first and clause.tag(before) == "":
            before -= 1
        unit.head = unit.first = before + 1
    if before >= clause.first and clause.is_marker(before):
        unit.marker = clause.tag(before)
        quantity = clause.word(before - 1) if before > clause.first else ""
        counted = clause.index.sets["quantities"].holds(quantity) or quantity.isdigit()
        if unit.marker in ("من", "of") and counted:
            unit.head = before - 1
            unit.marker = clause.tag(before - 2) if clause.is_marker(before - 2) else ""
        else:
            while unit.marker == "location" and clause.tag(before - 1) == "location":
                before -= 1
            unit.outer = _outer(clause, before - 1)
    elif found and clause.word(before) in ("and", "و", "&") and _adjoins(clause, found[-1], before):
        unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
    elif found and clause.tag(before) == "comma" and found[-1].end == before:
        unit.outer = "comma"


def _strip(word: str, whole: frozenset[str]) -> tuple[str, bool, str]:
    """(core, conjunction, clitic preposition) of a plain Arabic word; only sure clitics are read off."""
    conjunction = word[0] == "و" and len(word) > 3 and word not in whole
    core = word[1:] if conjunction else word
    for clitic in ("لل", "بال"):
        if core.startswith(clitic) and len(core) > 4:
            return core[len(clitic) :], conjunction, clitic
    if core[0] in "لب" and len(core) > 3 and core not in whole:
        # A known head follows, or a verbal noun by its look: لإخراج, بتسميم, لمحاربة; few words have a ب of their own.
        if core[1:] in whole or (len(core) > 4 and (core[0] == "ب" or core[1] in "اتم")):
            return core[1:], conjunction, core[0]
    return core, conjunction, ""


def _absolute(core: str) -> bool:
    """Endings that no noun in construct has: it closes its phrase, and another begins."""
    return len(core) > 4 and core.endswith(("ون", "ين", "ان")) or (len(core) > 3 and core.endswith("ا"))


def _outer(clause: Clause, at: int) -> str:
    """The preposition of the phrase that ends at token `at`, past at most three plain words."""
    for back in range(4):
        if clause.is_marker(at - back):
            return clause.tag(at - back)
        if clause.tag(at - back) not in ("", "time"):
            return ""
    return ""


def _adjoins(clause: Clause, previous: Unit, at: int) -> bool:
    """Whether only a few plain words part a coordinated member from the unit before it."""
    gap = range(previous.end, at)
    return len(gap) <= _MEMBER and all(clause.tag(here) in ("", "quote") and not clause.word(here) == "و" for here in gap)


def _same_phrase(clause: Clause, previous: Unit, unit: Unit) -> bool:
    """Whether two mentions make one party: a list, a state and its minister, two adjectives side by side."""
    if "place" in (previous.how, unit.how):
        return False
    gap = range(previous.end, unit.first)
    if unit.joined:
        return True
    plain = all(clause.tag(at) in ("", "quote") for at in gap)
    if plain and unit.ids == previous.ids and unit.head <= previous.end:
        return True
    if plain and not gap and unit.how == previous.how == "demonym" and not unit.marker:
        return True
    comma = len(gap) == 1 and clause.tag(previous.end) == "comma"
    if comma and unit.ids == previous.ids and unit.how == "person":
        return True
    dash = len(gap) == 1 and clause.word(previous.end) in ("-", "–", "/")
    if dash and {unit.how, previous.how} <= {"demonym", "name"}:
        return True
    return comma and previous.how == unit.how == "name" and not unit.marker and _more_follow(clause, unit)


def _more_follow(clause: Clause, unit: Unit) -> bool:
    """Whether a list goes on after a comma-separated member (إيران، روسيا والصين)."""
    word = clause.word(unit.end) if unit.end < clause.end else ""
    return word in ("،", ",", "and", "و") or (word[:1] == "و" and len(word) > 3)
