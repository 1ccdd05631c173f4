"""The parties of an event that a verb or a participle tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .carried import pronoun_subject
from .clauses import Clause
from .companions import met
from .objects import (
    apposed,
    attack_before,
    beside,
    charged,
    endangered,
    fallen,
    gap,
    has_object,
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
from .scenes import besieged, protesters, struck
from .slots import FAVOURING, Slots, between, fill_from_prepositions, is_bare, only_companions, role_of
from .subjects import going_on, main_subject, subject_of, unsaid
from .vocabulary import Event, Reading

# How near behind a verb its own agent stands: من قبل …
_BY = 3
# Verbs of addressing, whose object a circumstance may part from them.
_ADDRESSING = {"accuse", "demand"}


def fill_from_verb(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """Subject, object and complements of a verb; the object only as far as another event's noun."""
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
    elif subject is not None and not before and gap(clause, at, reading, event) and not _resumes(clause, subject, at):
        subject = None  # الصواريخ التي تهدد السعودية
    if reading.pronoun and not before and subject is not None and event.object == "target" and event.kind == "directed":
        taken_up = antecedent(clause, units, at) or spoken_of(clause, units, at, subject)
        if taken_up is not None and taken_up is not subject:
            found.put("source", subject)
            found.put("target", taken_up)
            return
    if subject is not None and (object_ := resumed(clause, units, at, reading, event, subject, before)) is not None:
        found.put(role_of(event, "source"), subject)
        found.put(role_of(event, "target"), object_)
        return
    if subject is not None and not before and event.type == "THREATEN" and endangered(clause, subject):
        return  # مخاطر قد تهدد الأمن القومي الأميركي
    if subject is not None and event.type == "ASSAULT" and attack_before(clause, at, reading):
        subject = None  # غارات استهدفت مواقع إيرانية: the raids are the subject
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
        return
    if subject is not None and event.data.get("traveller") and not traveller(clause, subject):
        return
    if subject is not None and not before and clause.tag(at - 1) == "rel" and clause.word_at(at + 1) in RESUMED:
        bare = [
            unit for unit in bare if unit is subject
        ]  # لم تشمل الهدنة التي دعا إليها المجلس داعش: not of the clause
    agents = [unit for unit in right if unit.marker == "agent"]
    own = agents and subject is not None and agents[0].head - subject.end <= 4 and agents[0].head > subject.end
    if own and subject is not None and event.kind == "directed":
        found.put("source", agents[0])  # اتهمت إيران من قبل واشنطن
        found.put("target", subject)
        return
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
            return
        found.put("target" if victim or antecedes else role_of(event, "source"), subject)
        bare = [unit for unit in bare if unit is not subject]
        if bare and event.data.get("people") and not person(clause, bare[0]):
            return
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
    if not found.target and found.source and event.object == "target" and event.kind == "directed":
        _possessed(clause, units, at, subject, found)
    if not found.target and found.source and event.type in ("ASSAULT", "COERCE") and event.object == "target":
        _victims(clause, right, found)
    if event.data.get("dative") and found.source and subject is not None:
        given = [unit for unit in bare if unit is not subject and unit.end > (at if before else subject.end)]
        if given and follows(clause, at + reading.length if before else subject.end, given[0].head):
            found.put("target", given[0])
    if event.type == "PROTEST" and subject is None and not found.source:
        _crowd(clause, right, at, found)
    if event.type == "PROTEST" and found.source and not found.target:
        besieged(clause, right, at, found)
    if found.source and subject is not None and (before or subject.end <= at + 6):
        found.active = has_object(clause, at + reading.length if before else subject.end, edge)
    if event.data.get("partner"):
        right = [unit for unit in right if unit.marker != "مع" or beside(clause, found.end, unit)]
    through = {"مع"} if event.data.get("partner") else ()  # those that are left stand beside, if in a talk's phrase
    tail = [
        unit
        for unit in right
        if not is_bare(unit) and (unit.head <= stop or event.data.get("through") or unit.marker in through)
    ]
    if pronoun_subject(clause, at):  # وأنها ترفض أي خطوة من جانب إثيوبيا: she refuses
        tail = [unit for unit in tail if unit.marker != "agent" or unit.head - at <= _BY]  # but: أنها استهدفت من قبل …
    if event.data.get("future"):
        found.status = "occurred"  # who vows to answer threatens already
    if event.data.get("next"):
        first = at + reading.length if before or subject is None else subject.end
        tail = [unit for unit in tail if unit.head - 1 == first]
    fill_from_prepositions(clause, event, found, tail)
    if subject is not None and subject.how == "author" and found.hit is not None and found.hit.how == "own":
        found.target.clear()  # في خطاب أشاد فيه بأسلحة بلاده: his own, not that of who speaks of him
    if event.kind == "mutual" and found.doer is None and only_companions(found, tail):
        found.parties.clear()
    if event.kind == "mutual" and event.object == "target" and len(found.parties) == 1 and not reading.pronoun:
        met(clause, units, at, reading, subject, before, found)
    counted = event.id == "kill" and bool(found.source) and subject is not None and not before
    if counted and subject is not None and not found.target and _counted(clause, subject.end):
        struck(clause, right, found)  # قتلت الصواريخ الإيرانية 28 شخصا في إسرائيل
    if event.data.get("somewhere") and found.active and not found.target:
        struck(clause, right, found)  # قصف الطيران … موقعا قرب دمشق
    if event.type == "ASSAULT" and found.source and not found.target and subject is not None and not reading.pronoun:
        first = at + reading.length if before else subject.end
        hit = next((unit for unit in right if unit.first >= first), None)
        if hit is not None and hit.how == "place" and not hit.marker and _at_once(clause, first, hit.head):
            found.put("target", hit)  # قصف الحرس الثوري مساء الاثنين أربيل
    if event.id == "visit" and found.source and not found.target and not reading.pronoun:
        first = at + reading.length if before or subject is None else subject.end
        place = next((unit for unit in right if unit.how == "place" and not unit.marker and unit.head == first), None)
        if place is not None:
            found.put("target", place)  # التي تزور سوتشي
    if found.source and not found.target and subject is not None and event.id in _ADDRESSING:
        _displaced(clause, [unit for unit in right if unit.first >= subject.end], found)
    if event.data.get("local") and found.target and not found.source:
        _locally(clause, right, found)
    if subject is not None and not before and not found.target and event.type == "REQUEST":
        _adviser(clause, subject, right, found)


def _possessed(clause: Clause, units: Sequence[Unit], at: int, subject: Unit | None, found: Slots) -> None:
    """سوريا التي علقت الجامعة العربية عضويتها: what is whose that the relative pronoun stands for."""
    owner = antecedent(clause, units, at) if subject is not None and _resumes(clause, subject, at) else None
    if owner is not None and not set(owner.ids) & set(found.source):
        found.put("target", owner)
        found.confidence = 0.65


def _resumes(clause: Clause, subject: Unit, at: int) -> bool:
    """Whether a noun behind the subject has the pronoun of what a relative clause is about."""
    word = clause.word_at(subject.end)
    return subject.first > at and clause.word_at(at - 1) == "التي" and word.endswith("ها") and word[0] not in "لب"


def _displaced(clause: Clause, right: Sequence[Unit], found: Slots) -> None:
    """اتهم الرئيس في خطاب متلفز روسيا بسرقة …: the object behind a circumstance, its charge behind it."""
    for unit in right:
        apart = unit.first - unit.head > 1 or not clause.is_marker(unit.head - 1)  # not: في باريس, في مقر الحلف
        if unit.marker not in ("location", "other") or unit.how == "place" or not apart:
            continue
        word = clause.word_at(unit.end)
        long = len(word) > 4 or clause.tag(unit.end) == "noun"
        charge = word[:1] == "ب" and long and not clause.index.sets["whole_words"].holds(word)
        if (charge and unit.end not in clause.named) or clause.tag(unit.end) == "إلى":
            found.put("target", unit)
            found.confidence = 0.65
            return


def _locally(clause: Clause, right: Sequence[Unit], found: Slots) -> None:
    """اعتقل صحفي ألماني في تركيا: where nobody is told who does it, the state does in whose place it is done."""
    for unit in right:
        land = unit.how in ("name", "capital") and unit.head == unit.first
        if land and unit.marker == "location" and unit.outer in ("", "location"):
            near = found.hit is not None and all(clause.tag(at) == "" for at in range(found.hit.end, unit.head - 1))
            if near and clause.word(unit.head - 1) in ("في", "داخل") and not set(unit.ids) & set(found.target):
                found.put("source", unit)
                found.confidence = 0.6
            return


def _at_once(clause: Clause, first: int, end: int) -> bool:
    return all(clause.tag(here) == "time" for here in range(first, end))


def _counted(clause: Clause, at: int) -> bool:
    """Whether a number of people follows."""
    while clause.tag(at) == "time":
        at += 1
    number = clause.word_at(at).isdigit() or clause.index.sets["quantities"].holds(clause.word_at(at))
    return number and any(clause.index.sets["people"].holds(clause.word_at(here)) for here in (at + 1, at + 2))


def _adviser(clause: Clause, subject: Unit, right: Sequence[Unit], found: Slots) -> None:
    """حثت برلين كبير المستشارين للرئيس الصيني: the object is who the party after ل is served by."""
    unit = next((one for one in right if one.first >= subject.end and one.marker), None)
    if unit is None or unit.marker != "ل" or unit.how == "place":
        return
    gap = range(subject.end, unit.head)
    served = any(clause.index.sets["officials"].holds(clause.word(here)) for here in gap)
    if served and all(clause.tag(here) == "" for here in gap):
        found.put("target", unit)


def fill_from_participle(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """متهما إيران بـ…: the subject is that of the sentence's main verb."""
    subjects = [unit for unit in units if unit.end <= at and is_bare(unit)]
    edge = clause.right_edge(at)
    right = between(units, at + 1, edge)
    stop = inner_noun(clause, at + 1, edge, event)
    if (who := going_on(clause, units, at)) is not None:
        subjects = [who]
    elif subjects:
        main = main_subject(clause, units)
        ahead = subjects[0].head <= clause.first + 2
        subjects = [main[0]] if main is not None and main[0].end <= at else subjects[:1] if ahead else []
    if subjects:
        found.put(role_of(event, "source"), subjects[0])
        found.confidence = 0.65
    bare = [unit for unit in right if is_bare(unit) and unit.head <= stop]
    if bare and event.object == "target" and follows(clause, at + 1, bare[0].head):
        found.put("target", bare[0])
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])


def _crowd(clause: Clause, right: Sequence[Unit], at: int, found: Slots) -> None:
    """تظاهر الآلاف في تبليسي: the people of where they protest; أمام السفارة الأميركية: against that state."""
    sets = clause.index.sets
    if not any(sets["crowds"].holds(clause.word_at(here)) for here in range(at + 1, at + 4)):
        return
    protesters(clause, right, at, found)


def _victims(clause: Clause, right: Sequence[Unit], found: Slots) -> None:
    """قتلت ثلاثة متشددين من طالبان: the object names no party, what it belongs to does."""
    for unit in right:
        if unit.first < found.end:
            continue
        named = [here for here in range(found.end, unit.head) if clause.tag(here) not in ("time", "quote")]
        plain = [here for here in named if clause.tag(here) == "" or here in clause.idle]
        if clause.word(unit.head - 1) in FAVOURING:
            return  # احتجزته بتهمة التجسس لصالح إسرائيل
        if not plain or any(clause.tag(here) != unit.marker for here in set(named) - set(plain)) or unit.outer:
            return
        sites = clause.index.sets["sites"]
        within = unit.how == "organization" or any(sites.holds(clause.word(here)) for here in plain)
        if unit.marker in ("ل", "من") or (unit.marker == "location" and within):  # قياديا في حزب الله, موقعا في …
            found.put("target", unit)
        return
