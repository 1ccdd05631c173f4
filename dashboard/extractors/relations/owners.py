"""Whose a deed is that a noun tells: by its own pronoun, or by that of a resolve, a part, a denial before it."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .participles import going_on
from .phrases import Unit
from .slots import Slots, role_of
from .subjects import subject_of
from .vocabulary import Event, Reading

# What joins involvement to a deed (تورطها في, مسؤوليتها عن), and what makes it somebody's (دور لها).
_INVOLVED = {"location", "عن", "على", "ل"}
_OWN = {"لها", "له", "لهم"}
# What a deed may be done for: دعما, تضامنا, احتجاجا, تنديدا, رفضا.
_REASONS = {"SUPPORT", "ACCUSE", "REJECT", "PROTEST"}
# How a party is named that does it as such; of «دولة صربية» the deed may be another's.
_NAMED = {"name", "capital", "organization", "person"}
# Ends as a feminine noun does, but with its pronoun.
_PEER = "نظيره"


def is_feminine(clause: Clause, unit: Unit) -> bool:
    """Whether a party takes feminine pronouns: a state by its name does, its minister doesn't."""
    head = clause.word(unit.head)
    if unit.how in ("name", "capital") and unit.head == unit.first:
        return not clause.index.masculine.intersection(unit.ids)
    return (head.endswith("ه") and head != _PEER) or (
        unit.how == "organization" and head.removeprefix("ال") in ("قوات", "كتائب", "امم")
    )


def expressed(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """أعربت الخارجية … عن رفضها: the noun's pronoun is the subject of the verb that expresses it."""
    for here in range(at - 2, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            subject, _ = subject_of(clause, units, here, clause.readings[here][0], at)
            told = clause.tag(at - 1) != "على" or _agrees(clause, at, subject)
            if subject is not None and subject.end <= at and clause.speech(here) is not None and told:
                found.put("source", subject)
                found.carrier = here
            return
        if clause.tag(here) in ("stop", "sub", "rel"):
            return


def _agrees(clause: Clause, at: int, subject: Unit | None) -> bool:
    """Whether a noun's pronoun may be the party: شددت باريس على دعمها, شدد الرئيسان على دعمهما."""
    word = clause.word(at)
    if subject is None or len(subject.ids) > 1:
        return subject is not None and word.endswith(("هما", "هم"))
    return word.endswith("ها") == is_feminine(clause, subject) and not word.endswith(("هما", "هم"))


def of_speaker(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, found: Slots) -> None:
    """أكدت باكستان أن ضرباتها أصابت …: whose they are, the subject of the verb that reports it."""
    pronoun = next((one for one in ("ها", "هم", "ه") if clause.word(at).endswith(one)), "")
    if not reading.pronoun or not pronoun:
        return
    acting = ("name", "capital", "organization", "person")
    blamed = next((unit for unit in units if unit.end == at and unit.how in acting), None)
    if reading.clitic == "ل" and blamed is not None and (pronoun == "ها") == is_feminine(clause, blamed):
        found.put("source", blamed)  # انتقدت واشنطن روسيا لدعمها الأسد
        return
    if clause.tag(at - 1) != "sub":
        return
    verb = clause.verb_before(at - 1)
    if verb is None:
        return
    subject, _ = subject_of(clause, units, verb, clause.readings[verb][0], at)
    if subject is not None and subject.first < at and (pronoun == "ها") == is_feminine(clause, subject):
        found.put("source", subject)


def purposed(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> None:
    """سحبت الكويت سفيرها تضامنا مع الرياض: an accusative says why the verb's subject did it."""
    bare = not (reading.article or reading.clitic or reading.conjunction or reading.pronoun)
    if event.type not in _REASONS or not bare or not clause.word(at).endswith("ا"):
        return
    verb = clause.verb_before(at)
    if verb is None or at - verb < 2:
        return
    told = clause.readings[verb][0]
    if any(_protests(clause, here) for here in range(verb + 1, at)):
        return  # دعا إلى التهدئة إثر تظاهرات احتجاجا على …
    subject, _ = subject_of(clause, units, verb, told, at)
    acts = told.role == "event" and not told.pronoun and (subject is None or subject.definite or subject.how in _NAMED)
    if subject is not None and subject.end <= at and acts and subject.head <= verb + told.length:
        found.put(role_of(event, "source"), subject)
        found.status, found.confidence = "occurred" if told.pos == "past" else None, 0.65


def attending(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> None:
    """استدعت باريس سفيرها، مجددة تضامنها مع …: the attitude behind a comma's participle is that of the main subject."""
    here = at - 1
    while clause.tag(here) in ("عن", "quote", "على"):
        here -= 1
    word = clause.word_at(here)
    if not reading.pronoun or not clause.index.sets["attending"].holds(word) or clause.tag(here - 1) != "comma":
        return
    main = going_on(clause, units, here)
    if main is not None and word.endswith("ه") == clause.word(at).endswith("ها"):
        found.put(role_of(event, "source"), main)
        found.status, found.confidence = "occurred", 0.65


def _protests(clause: Clause, at: int) -> bool:
    """Whether a noun of protest stands there, whose reason what follows is."""
    if clause.tag(at) != "noun":
        return False
    events = (clause.index.events.get(one.name) for one in clause.readings.get(at, ()))
    return any(event is not None and event.type == "PROTEST" for event in events)


def possessed(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """نفت إيران تورطها في الهجوم, أي دور لها في اغتيال …, تمسكها بدعم …: whose pronoun it is, the verb's subject."""
    here = at - 1
    while clause.index.sets["carrier_nouns"].holds(clause.word_at(here)):
        here -= 1
    if clause.is_marker(here) and clause.tag(here) in _INVOLVED:
        here -= 1
    word = clause.word_at(here)
    if word in _OWN:
        pronoun = word[1:] if clause.index.controls(clause.word_at(here - 1)) == "" else None
    else:
        pronoun = clause.index.controls(word)
    if not pronoun or (verb := clause.verb_before(here)) is None:
        return
    reading = clause.readings[verb][0]
    subject, _ = subject_of(clause, units, verb, reading, here)
    if subject is None or subject.first >= here or (pronoun == "ها") != is_feminine(clause, subject):
        return
    rivals = [unit for unit in units if subject.end <= unit.first < here and unit.ids != subject.ids]
    if any((pronoun == "ها") == is_feminine(clause, unit) for unit in rivals):
        return  # فرضت واشنطن عقوبات على دمشق، مشيرة إلى دورها في …
    found.put(role_of(event, "source"), subject)
    if clause.carries(verb, "deny"):
        found.status = "denied"
    elif event.kind == "mutual":
        found.status = clause.index.status_nouns.get(word)
