"""Noun phrases with the parties in them, and the sentence as a row of pieces."""

from __future__ import annotations

from .items import Group, Item, Party, Phrase
from .lists import attach_of, coordinate, headline
from .memory import Memory
from .references import resolve
from .tagging import Tagged

_NAMES = {"name", "capital", "person"}
_KINDS = {"P": "COMMA", "S": "STOP", "W": "SUB", "R": "REL", "C": "CONJ", "I": "PREP"}
_INSIDE = ("D", "T", "M", "N", "J", "G", "H", "Q", "O")

Named = tuple[int, int, str | None, str]  # first and end token, id under which it acts, how it names it


def items_of(tagged: Tagged, mentions: dict[int, Named], memory: Memory) -> list[Item]:
    """The pieces of a sentence in order. `mentions` by first token; `memory` gives pronouns their parties."""
    found: list[Item] = []
    groups = {group.start: group for group in tagged.groups}
    tags, words = tagged.tags, tagged.words
    at, end = 0, len(words)
    while at < end:
        group = groups.get(at)
        if group is not None:
            group.index = len(found)
            found.append(Item("VG", at, group.end, tagged.words[group.at], group=group))
            at = max(group.end, at + 1)
            continue
        tag, word = tags[at], words[at]
        kind = _KINDS.get(tag)
        if kind is not None:
            if tag in "IW" and tagged.tag(at + 1) == "T" and not _owned(tagged, at + 1):
                at += 1  # on Monday, since 2015
                continue
            if tag == "P" and found and found[-1].kind == "COMMA":  # , however,
                found.pop()
            else:
                found.append(Item(kind, at, at + 1, word))
        elif tag in ("D", "M", "N", "J", "O", "H") or (tag == "T" and _owned(tagged, at)):
            phrase = _phrase(tagged, mentions, at, groups, memory)
            found.append(Item("NP", phrase.start, phrase.end, phrase=phrase))
            at = phrase.end
            continue
        elif tag == "T" and found and found[-1].kind == "VG" and (inner := _counted(tagged, at)):
            at = inner  # ended ten days of drills
            continue
        elif tag == "V":  # a verb whose group begins further on cannot be: keep it as a piece that ends phrases
            found.append(Item("STOP", at, at + 1, word))
        at += 1
    found = attach_of(tagged, found)
    if tagged.doc.field == "title":
        headline(tagged, found)
    found = coordinate(tagged, found)
    for number, item in enumerate(found):
        if item.group is not None:
            item.group.index = number
    return found


def _owned(tagged: Tagged, at: int) -> bool:
    """Whether a date at `at` is the owner or modifier of a noun: Sunday's meeting."""
    while tagged.tag(at) == "T":
        at += 1
    return tagged.tag(at) == "G"


def _counted(tagged: Tagged, at: int) -> int:
    """The token behind "ten days of", 0 where none stands at the token."""
    while tagged.tag(at) == "T":
        at += 1
    return at + 1 if tagged.word(at) == "of" and tagged.word(at - 1) in tagged.voc.sets["measures"] else 0


def _phrase(
    tagged: Tagged, mentions: dict[int, Named], start: int, groups: dict[int, Group],
    memory: Memory,
) -> Phrase:  # fmt: skip
    """The noun phrase that begins at a token."""
    at, end = start, len(tagged.words)
    parties: list[Party] = []
    head = start
    sets, tags = tagged.voc.sets, tagged.tags
    last_mention_end = -1
    while at < end:
        if at in groups and at != start:
            break
        tag = tags[at]
        if tag == "N":  # most often
            head = at
            at += 1
            continue
        if tag == "D" and at != start and tagged.tags[at - 1] != "D" and not _further(tagged, at):
            break
        if tag == "T" and not _owned(tagged, at) and not (
            at > start and tagged.tags[at - 1] == "D" and tagged.tag(at + 1) in ("N", "T")
        ) and tagged.tag(at - 1) != "T":  # fmt: skip
            break
        if tag not in _INSIDE:
            break
        if tag == "O" and at != start:
            break
        if tag == "Q" and at + 1 < end and tagged.tags[at + 1] not in ("M", "N", "J"):
            break
        if tag == "M" and at > start and tagged.words[at - 1] in sets["measures"]:
            break  # for a second day Thai jets
        named = mentions.get(tagged.first + at) if tag == "M" else None
        if named is not None and at > start and _contact(tagged, start, at, named):
            break
        if named is not None:
            _, stop, actor, how = named
            first, stop = at, stop - tagged.first
            beside = bool(parties) and first == last_mention_end == parties[-1].end and at != start
            if beside and actor not in parties[-1].ids and {parties[-1].how, how} <= _NAMES and (
                "capital" in (parties[-1].how, how)
            ):  # fmt: skip
                break
            if actor is not None:
                parties.append(Party([actor], first, stop, how))
            elif how == "person":
                memory.person, memory.agent, memory.faceless = [], [], True  # "he" is nobody before
            last_mention_end = stop
            head, at = stop - 1, stop
            continue
        if tag in ("J", "O"):
            head = at
        if tag == "O":
            at += 1
            break
        at += 1
    phrase = Phrase(start, max(at, start + 1), head, parties)
    phrase.definite = tagged.words[start] in ("the", "both", "these", "those")
    while phrase.end - 1 > phrase.head and tagged.tags[phrase.end - 1] in ("Q", "H"):
        phrase.end -= 1
    for party in parties:
        _part(tagged, phrase, party)
    if not any(p.part == "head" for p in parties) and tagged.tags[head] == "N":
        phrase.event = _event(tagged, head, start)
    if tagged.words[start] in sets["possessives"] or tagged.tags[start] == "O" or not parties:
        phrase.pronoun = tagged.words[start]
        resolve(memory, tagged, phrase)
    phrase.members = [phrase]
    memory.note(tagged, phrase)
    return phrase


def _further(tagged: Tagged, at: int) -> bool:
    """Whether "more" or "other" at a token stands behind a number: four more fighters."""
    counted = tagged.tag(at - 1) == "J" or tagged.word(at - 1) in tagged.voc.sets["counts"]
    return counted and tagged.words[at] in ("more", "other")


def _contact(tagged: Tagged, start: int, at: int, named: Named) -> bool:
    """Whether a state's name behind a noun begins a relative clause without a pronoun: a raid Peru blamed on."""
    determined = tagged.tags[start] == "D" and tagged.tags[at - 1] == "N" and named[3] in ("name", "capital")
    return determined and tagged.tag(named[1] - tagged.first) == "V" and tagged.tag(at - 2) in "DN"


def _part(tagged: Tagged, phrase: Phrase, party: Party) -> None:
    """Whether a party is the phrase's head, its modifier, or in a compound that only qualifies (US-backed)."""
    if party.end - 1 == phrase.head:
        party.part = "head"
        if party.how in ("demonym",) and party.end == phrase.end and tagged.word(party.end - 1) != "":
            party.part = "head"
        return
    party.part = "mod"
    if party.how == "capital" and party.end == phrase.head and tagged.tag(party.end) == "N":
        place = tagged.doc.starts[tagged.first + party.end]
        if tagged.doc.text[place].isupper():  # the Vienna Convention
            party.part = "none"
    if tagged.tag(party.end) == "H":
        word = tagged.word(party.end + 1)
        if word == "led":
            party.part = "led"
        elif word in tagged.voc.sets["backs"]:
            party.part = "backer"
        elif word in tagged.voc.sets["qualifies"] or word.endswith("ed"):
            party.part = "none"
    if tagged.tag(party.first - 1) == "H" and tagged.word(party.first - 2) in ("pro", "anti", "ex", "non"):
        party.part = "none" if tagged.word(party.first - 2) != "pro" else "mod"


def _event(tagged: Tagged, head: int, start: int) -> str | None:
    """The event that the noun at `head` tells, with the words before it that belong to its name."""
    for first in range(max(start, head - 3), head + 1):
        for rest, event in tagged.voc.nouns.get(tagged.words[first], ()):
            if first + len(rest) == head and tuple(tagged.words[first + 1 : head + 1]) == rest:
                return event
    return None
