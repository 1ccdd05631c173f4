"""What else stands around a verb, once its subject and object have their slots."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import pronoun_subject
from .clauses import Clause
from .companions import met
from .frame import Frame
from .objects import beside, has_object
from .openings import follows
from .phrases import Unit
from .pronouns import antecedent
from .scenes import besieged, protesters, struck
from .slots import FAVOURING, Slots, fill_from_prepositions, is_bare, only_companions

# How near behind a verb its own agent stands: من قبل …
_BY = 3
# Verbs of addressing, whose object a circumstance may part from them.
_ADDRESSING = {"accuse", "demand"}


def complete(frame: Frame) -> None:
    """Prepositions, and for what still lacks a party: places, victims, crowds, second objects."""
    clause, at, reading, event, found = frame.clause, frame.at, frame.reading, frame.event, frame.found
    units, right, bare, stop, edge = frame.units, frame.right, frame.bare, frame.stop, frame.edge
    subject, before = frame.subject, frame.before
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


def resumes(clause: Clause, subject: Unit, at: int) -> bool:
    """Whether a noun behind the subject has the pronoun of what a relative clause is about."""
    word = clause.word_at(subject.end)
    return subject.first > at and clause.word_at(at - 1) == "التي" and word.endswith("ها") and word[0] not in "لب"


def _possessed(clause: Clause, units: Sequence[Unit], at: int, subject: Unit | None, found: Slots) -> None:
    """سوريا التي علقت الجامعة العربية عضويتها: what is whose that the relative pronoun stands for."""
    owner = antecedent(clause, units, at) if subject is not None and resumes(clause, subject, at) else None
    if owner is not None and not set(owner.ids) & set(found.source):
        found.put("target", owner)
        found.confidence = 0.65


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
