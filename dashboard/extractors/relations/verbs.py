"""The parties of an event that a verb or a participle tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .clauses import Clause
from .completions import complete, resumes
from .frame import Frame
from .objects import (
    apposed,
    attack_before,
    charged,
    endangered,
    fallen,
    gap,
    individual,
    inner_noun,
    lone,
    of_another,
    own_people,
    person,
)
from .openings import RESUMED, follows
from .parties import traveller
from .phrases import Unit
from .pronouns import antecedent, resumed, spoken_of
from .slots import Slots, between, is_bare, role_of
from .subjects import subject_of, unsaid
from .vocabulary import Event, Reading


def fill_from_verb(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """Subject, object and complements of a verb; the object only as far as another event's noun."""
    frame = _frame(clause, units, at, reading, event, found)
    if not _settled(frame) and _seated(frame):
        complete(frame)


def _frame(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> Frame:
    """What stands around the verb."""
    edge = clause.right_edge(at + reading.length - 1)
    right = list(takewhile(lambda unit: not unit.opens, between(units, at + reading.length, edge)))
    if event.type == "REQUEST" and right and own_people(clause, at, right[-1].head):
        right = [unit for unit in right if not own_people(clause, at, unit.head)]
    stop = inner_noun(clause, at + reading.length, edge, event)
    bare = [unit for unit in right if is_bare(unit) and unit.head <= stop]
    bare = [unit for unit in bare if not (clause.tag(unit.head - 1) == "comma" and clause.conjoined(unit.head))]
    bare = [unit for unit in bare if not of_another(clause, unit, event) and not apposed(clause, unit, bare)]
    subject, before = subject_of(clause, units, at, reading, edge)
    whole = clause.tag(at - 1) == "rel" and len(bare) > 1 and not reading.pronoun
    if whole and bare[0].head == at + reading.length and bare[1].head == bare[0].end:
        subject, before = bare[0], False  # الذي تتهم لندن موسكو بمحاولة اغتياله: the clause has both
    elif subject is not None and not before and gap(clause, at, reading, event) and not resumes(clause, subject, at):
        subject = None  # الصواريخ التي تهدد السعودية
    return Frame(clause, units, at, reading, event, found, edge, stop, right, bare, subject, before)


def _settled(frame: Frame) -> bool:
    """Whether subject and object are found by what is not their usual order, or the verb tells nothing of them."""
    clause, at, reading, event, found = frame.clause, frame.at, frame.reading, frame.event, frame.found
    units, right, bare = frame.units, frame.right, frame.bare
    subject, before = frame.subject, frame.before
    if reading.pronoun and not before and subject is not None and event.object == "target" and event.kind == "directed":
        taken_up = antecedent(clause, units, at) or spoken_of(clause, units, at, subject)
        if taken_up is not None and taken_up is not subject:
            found.put("source", subject)
            found.put("target", taken_up)
            return True
    if subject is not None and (object_ := resumed(clause, units, at, reading, event, subject, before)) is not None:
        found.put(role_of(event, "source"), subject)
        found.put(role_of(event, "target"), object_)
        return True
    if subject is not None and not before and event.type == "THREATEN" and endangered(clause, subject):
        return True  # مخاطر قد تهدد الأمن القومي الأميركي
    if subject is not None and event.type == "ASSAULT" and attack_before(clause, at, reading):
        frame.subject = subject = None  # غارات استهدفت مواقع إيرانية: the raids are the subject
    if (
        subject is not None
        and not before
        and event.id == "accuse"
        and not reading.pronoun
        and charged(clause, subject, bare)
    ):
        found.put("target", subject)  # وتتهم باريس بالتبعية: who accuses is the one before
        if (doer := unsaid(clause, units, at, reading)) is not None and doer.ids != subject.ids:
            found.put("source", doer)
        return True
    if subject is not None and event.data.get("traveller") and not traveller(clause, subject):
        return True
    if subject is not None and not before and clause.tag(at - 1) == "rel" and clause.word_at(at + 1) in RESUMED:
        # لم تشمل الهدنة التي دعا إليها المجلس داعش: not of the clause
        frame.bare = [unit for unit in bare if unit is subject]
    agents = [unit for unit in right if unit.marker == "agent"]
    own = agents and subject is not None and agents[0].head - subject.end <= 4 and agents[0].head > subject.end
    if own and subject is not None and event.kind == "directed":
        found.put("source", agents[0])  # اتهمت إيران من قبل واشنطن
        found.put("target", subject)
        return True
    return False


def _seated(frame: Frame) -> bool:
    """Give subject and object their slots; False where nothing else around the verb is read."""
    clause, at, reading, event, found = frame.clause, frame.at, frame.reading, frame.event, frame.found
    bare, subject, before = frame.bare, frame.subject, frame.before
    if event.data.get("voice") == "passive":
        close = bare and before and bare[0].head == at + reading.length
        suffers = bare[0] if close else subject or next(iter(bare), None)
        if suffers is not None:
            found.put("target", suffers)
    elif subject is not None:
        victim = event.data.get("passive") and not before and lone(bare, subject) and individual(clause, subject)
        victim = victim or (event.data.get("passive") and before and not bare and fallen(clause, subject, at, reading))
        antecedes = reading.pronoun and before and subject.how != "carried"
        means = antecedes and event.type == "ASSAULT" and event.object == "none" and event.own_words is None
        if means:  # القوة التي استخدمتها إسرائيل: the pronoun is what is used
            if bare:
                found.put("source", bare[0])
            return False
        found.put("target" if victim or antecedes else role_of(event, "source"), subject)
        frame.bare = bare = [unit for unit in bare if unit is not subject]
        if bare and event.data.get("people") and not person(clause, bare[0]):
            return False
        reached = (
            event.kind == "mutual"
            and bare
            and not follows(clause, subject.end if not before else at + reading.length, bare[0].head)
        )
        if bare and event.object == "target" and not victim and not reached and not (reading.pronoun and not before):
            found.put("party" if event.kind == "mutual" else "target", bare[0])
        if antecedes and bare:
            found.source, found.target = list(bare[0].ids), list(subject.ids)
    elif bare and event.object == "target":
        found.put("party" if event.kind == "mutual" else "target", bare[0])
    return True
