"""Collective nouns that stand for a party: forces that a preposition makes its own (سفن من مصر), a body, a group whose
members are listed, a ship under its flag."""

from __future__ import annotations

from collections.abc import Container

from .clauses import Clause
from .edges import BELONGING

# How many words a collective noun may have of its own: القوات البحرية, سفنا حربية كبيرة.
_ADJECTIVES = 3
# How far before it an event may stand whose complement the preposition brings in.
_REACH = 6
# The prepositions after those who come from a party, and after its organs.
_FROM = {"من"}
_OF = {"location", "ل"}
_GOVERNING = _FROM | _OF
# Before the members of a group that has just been counted: أربع دول هي …
LISTING = {"هي", "هم", "هما", "وهي", "وهم", "وهما"}
# What a ship flies.
FLAG = {"علم", "بعلم"}
# Before a group whose number is not told.
_SEVERAL = {"عده", "معظم", "جميع", "سائر", "مختلف"}
# How many plain words may part the group's or the ship's noun from that.
_MEMBERS = 4


def head_of(clause: Clause, before: int, covered: Container[int]) -> int | None:
    """Where the phrase of a collective noun begins that the preposition at `before` follows; None where none does."""
    marker, at = clause.tag(before), before - 1
    if at > clause.first and clause.word(at) in ("لكل", "كل"):  # القوات الجوية لكل من …
        marker, at = "ل", at - 1
    if marker not in _GOVERNING or (marker == "location" and clause.word(before) != "في"):
        return None
    sets = clause.index.sets
    head = None
    for here in range(at, max(clause.first, at - _ADJECTIVES) - 1, -1):
        word = clause.word(here)
        if here in covered or not (clause.tag(here) == "" or sets["members"].holds(word)):
            break
        if (marker in _FROM and sets["members"].holds(word)) or (marker in _OF and _organ(clause, here, at)):
            head = here  # the leftmost: القوات, of القوات البحرية
    if head is None or _wanted(clause, head, marker):
        return None
    while clause.tag(head - 1) == "" and head - 1 not in covered and sets["members"].holds(clause.word(head - 1)):
        head -= 1  # أعضاء المجلس العسكري في غينيا
    return head


def arm_of(clause: Clause, before: int, covered: Container[int]) -> int | None:
    """Where a body's phrase begins that the word with ل at `before` follows: القيادة العليا للحوثيين."""
    sets = clause.index.sets
    if before - 1 in covered or not sets["arming"].holds(clause.word(before - 1)):
        return None  # not القوات الموالية لإيران
    for here in range(before - 2, max(clause.first, before - _ADJECTIVES) - 1, -1):
        if here in covered or clause.tag(here) != "":
            return None
        core, _, _ = clause.index.stripped(clause.word(here))
        if sets["arms"].holds(core):
            return here
        if not core.startswith("ال"):
            return None
    return None


def owned_by(clause: Clause, before: int, covered: Container[int]) -> int | None:
    """Where the phrase begins of those who belong to whom ل at `before` brings in: زوارق حربية تابعة للحرس الثوري."""
    if before - 1 in covered or not clause.word_at(before - 1).startswith(BELONGING):
        return None
    head = None
    for here in range(before - 2, max(clause.first, before - 2 - _MEMBERS) - 1, -1):
        if here in covered or clause.tag(here) != "":
            break
        head = here
    acts = head is not None and clause.index.sets["belonging"].holds(clause.word(head))
    return head if acts else None  # a newspaper, a company need not act for whom it belongs to


def group_of(clause: Clause, at: int, covered: Container[int]) -> int | None:
    """Where the group begins whose members a pronoun at `at` lists: قطعت أربع دول عربية، هي السعودية و…"""
    at -= 1 + (clause.tag(at - 1) == "comma")
    sets = clause.index.sets
    for here in range(at, max(clause.first, at - _MEMBERS) - 1, -1):
        if clause.tag(here) != "" or here in covered:
            return None
        if sets["groups"].holds(clause.word(here)):
            counted = sets["quantities"].holds(clause.word_at(here - 1)) or clause.word_at(here - 1).isdigit()
            return here - counted
    return None


def instanced(clause: Clause, at: int, covered: Container[int]) -> int | None:
    """Where the group begins of which those behind `at` are some: طردت دول أوروبية عدة، بينها ألمانيا، دبلوماسيين."""
    while clause.tag(at) == "among":
        at -= 1
    at -= clause.tag(at) == "comma"
    sets = clause.index.sets
    for here in range(at, max(clause.first, at - _MEMBERS) - 1, -1):
        if clause.tag(here) not in ("", "location") or here in covered:
            return None  # جماعات في المنطقة، على رأسها …
        if sets["groups"].holds(clause.word(here)):
            before = clause.word_at(here - 1)
            return here - (sets["quantities"].holds(before) or before.removeprefix("ل") in _SEVERAL)
    return None


def ship_of(clause: Clause, at: int, covered: Container[int]) -> int | None:
    """Where the ship begins that flies the flag at `at`: ناقلة نفط ترفع علم ليبيريا."""
    if not clause.index.sets["flying"].holds(clause.word_at(at - 1)):
        return None
    for here in range(at - 2, max(clause.first, at - 2 - _MEMBERS) - 1, -1):
        if clause.tag(here) not in ("", "quote") or here in covered:
            return None
        if clause.index.sets["sites"].holds(clause.word(here)):
            clause.clear(at - 1)  # the ship's verb is no clause of its own
            return here
    return None


def _organ(clause: Clause, here: int, last: int) -> bool:
    """Whether the word is an organ of a state: forces by their branch only, since forces in a state need not be its,
    and of councils those that rule (المجلس العسكري الحاكم في …)."""
    sets, word = clause.index.sets, clause.word(here)
    if not sets["organs"].holds(word):
        return False
    if not sets["forces"].holds(word) and not word.endswith("المجلس"):
        return True
    return any(sets["branches"].holds(clause.word(at)) for at in range(here + 1, last + 1))


def _wanted(clause: Clause, head: int, marker: str) -> bool:
    """Whether an event told before has a slot for the preposition: withdrew troops from, شراء طائرات من."""
    if marker != "من":
        return False
    for here in range(max(clause.first, head - _REACH), head):
        for reading in clause.readings.get(here, ()):
            event = clause.index.events.get(reading.name) if reading.role == "event" else None
            if event is None or event.to.get(marker, "none") == "none":
                continue
            near = range(here + 1, min(clause.end, here + _REACH))
            if event.with_ is None or any(event.with_.holds(clause.word(one)) for one in near):
                return True
    return False
