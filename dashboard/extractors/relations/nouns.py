"""The parties of an event that a noun tells: genitives, adjectives, carrier verbs, prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .carriers import carrier_after, carrier_before, gathers, relative_carrier, resumed, took_place
from .clauses import Clause
from .companions import beside_carrier, opponent
from .genitives import genitive
from .governors import circumstance, expressed, joined_by_verb, nominal_carrier, of_speaker, possessed
from .phrases import Unit
from .scenes import protesters, struck
from .slots import Slots, between, fill_from_prepositions, is_bare, only_companions, role_of
from .subjects import main_subject, subject_of
from .vocabulary import Event, Reading

# Carriers whose subject does even what is told by its victim (رد بطرد دبلوماسيين); one who only declares need not.
_DOES = {"do", "begin", "intend", "ongoing", "consider", "deny"}
# How far before the noun the verb may stand whose subject suffers it.
_SUFFERED = 8
# What may join parties to another noun that stands between.
_JOINS = ("بين", "مع")


def fill_from_noun(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """A noun's own genitive or adjectives, the subject of the verb that carries it, its complements."""
    first = at + reading.length
    if event.data.get("attribute"):
        _attribute(units, at, first, found)
        return
    edge = _noun_edge(clause, first)
    carrier = relative_carrier(clause, first)
    right = between(units, first, edge)
    genitive(clause, units, right, first, reading, event, found)
    if carrier is not None:
        subject, _ = subject_of(clause, units, carrier[0], carrier[1], clause.right_edge(carrier[0]))
        after = between(units, carrier[0] + 1, clause.right_edge(carrier[0]))
        if after and is_bare(after[0]):
            found.put(role_of(event, "source"), after[0])
            if event.kind == "mutual":
                _guest(clause, units, at, found)
        elif subject is not None and subject.first > at:
            found.put(role_of(event, "source"), subject)
        elif event.kind == "mutual" and gathers(clause, carrier[0]):
            main = main_subject(clause, [unit for unit in units if unit.end <= at])
            main = main or main_subject(clause, units, after=carrier[0]) or clause.before
            for unit in after:
                if unit.marker == "ب" and not found.parties:
                    found.put("party", unit)  # القمة التي تجمعه بزعيم …
            if main is not None:  # وفي لقاء جمعه بالسفير، بحث الوزير …
                found.put("party", main[0])
        elif event.kind == "mutual" and (told := carrier_before(clause, at)) is not None:
            subject, _ = subject_of(clause, units, told[0], told[1], at)
            if subject is not None:  # أعلنت سول تأجيل مناورة كانت ستجريها مع …
                found.put("party", subject)
        elif event.kind == "mutual" and clause.tag(at - 1) == "location":
            main = main_subject(clause, [unit for unit in units if unit.end <= at])
            if main is not None:  # شكر … المملكة، في اتصال أجراه مع نظيره
                found.put("party", main[0])
        right = after
        found.carrier = carrier[0]
        if event.kind == "directed":
            beside_carrier(clause, units, after, carrier[0], found)
    elif (before := carrier_before(clause, at)) is not None:
        found.carrier = before[0]
        subject, _ = subject_of(clause, units, before[0], before[1], at)
        suffers = before[1].name == "undergo" and event.kind == "directed"
        if subject is not None and suffers:
            found.put("target", subject)  # تتلقى دعما من …
        elif subject is not None and (
            event.genitive != "target" or before[1].name in _DOES or _ordered(event, before[1])
        ):
            found.put(role_of(event, "source"), subject)
        if suffers:
            found.put_from(unit for unit in right if unit.marker == "من")
        _given(clause, units, before, at, subject, event, found)
        done_to = not found.target and event.kind == "directed" and event.to.get("على") == "target"
        if done_to and (antecedent := resumed(clause, units, before[0])) is not None:
            found.put("target", antecedent)
    elif event.kind == "mutual" and (verb := took_place(clause, first)) is not None:
        right = between(units, verb + 1, clause.right_edge(verb))
        opponent(clause, units, right, verb, found)
    elif (later := carrier_after(clause, units, first)) is not None:
        found.carrier = later
        after = between(units, later + 1, clause.right_edge(later))
        if event.kind == "mutual" and gathers(clause, later) and after and is_bare(after[0]):
            found.put("party", after[0])  # مناورات ستجمع ميانمار وروسيا والهند
            right = [*right, *after[1:]]  # لقاء جمع الوزير السوداني بنظيره
        elif event.kind == "mutual":
            right = [*right, *after]
    own = found.doer is not None and found.doer.how == "own"  # أعرب … عن رفض بلاده
    quoted = clause.tag(at - 1) == "quote" and clause.tag(at - 2) == "عن"  # أعرب عن "قلقه"
    about = clause.tag(at - 1) == "عن" or quoted
    if event.kind == "directed" and about and (own or not found.source):
        expressed(clause, units, at, found)
    if not found.source and not found.parties:
        circumstance(clause, units, at, reading, event, found)
    if not found.source and not found.parties:
        nominal_carrier(clause, units, at, event, found)
    if not found.source and not found.parties:
        possessed(clause, units, at, event, found)
    if event.kind == "directed" and event.genitive != "target" and not found.source:
        of_speaker(clause, units, at, reading, found)
    if event.kind == "mutual" and event.type == "COOPERATE" and found.carrier is None:
        joined_by_verb(clause, units, at, found)
    if event.type == "PROTEST" and not found.source:
        protesters(clause, right, at, found)
    right = [unit for unit in right if unit.marker not in _JOINS or not _others(clause, first, unit, event)]
    if reading.pronoun and found.source and not found.target and event.kind == "directed":
        _own_object(clause, right, first, event, found)
    if event.kind == "directed" and not found.target and (nested := _nested(clause, right, at, event)) is not None:
        found.put("target", nested[0])
        found.end = max(found.end, nested[1].end)
        right = [unit for unit in right if unit is not nested[1]]
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])
    if event.kind == "mutual" and found.doer is None and only_companions(found, right):
        found.parties.clear()  # مباحثات ستجريها مع …: with whom is told, who is not
    if event.type == "ASSAULT" and found.doer is not None and not found.target:
        place = next((one for one in right if one.how == "place" and one.head == found.doer.end), None)
        if place is not None and not place.marker and place.ids != found.source:
            found.put("target", place)  # قصف إسرائيل مطار دمشق
    if event.data.get("somewhere") and found.source and not found.target and _done(clause, at, found):
        struck(clause, right, found)


def _guest(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """شاركت قوات فرنسية في تمرين تستضيفه اليونان: who takes part in what another holds."""
    told = carrier_before(clause, at)
    if told is not None and told[1].name == "join":
        subject, _ = subject_of(clause, units, told[0], told[1], at)
        if subject is not None:
            found.put("party", subject)


def _nested(clause: Clause, right: Sequence[Unit], at: int, event: Event) -> tuple[Unit, Unit] | None:
    """(whose it is, what its preposition brings) of another event's noun that is what this one is about: دعم موسكو
    انضمام صربيا لبريكس supports Serbia, and the preposition is the joining's."""
    for own, brought in pairwise(right):
        inner = [clause.index.events.get(one.name) for one in clause.readings.get(own.first - 1, ())]
        takes = any(one is not None and one.to.get(brought.marker) == "target" for one in inner)
        near = own.first - 1 > at and clause.tag(own.first - 1) == "noun" and brought.first == own.end
        if is_bare(own) and near and takes and event.to.get(brought.marker) == "target":
            return own, brought
    return None


def _ordered(event: Event, carrier: Reading) -> bool:
    """Whether who declares it is who does it: أعلنت كراكاس طرد السفير."""
    return carrier.name == "declare" and event.type == "SANCTION"


def _done(clause: Clause, at: int, found: Slots) -> bool:
    """Whether the doer stands with the noun or with its verb, and no verb before tells who suffers it."""
    for here in range(at - 1, max(clause.first, at - _SUFFERED) - 1, -1):
        if clause.tag(here) == "verb":
            events = (clause.index.events.get(one.name) for one in clause.readings[here])
            if any(event is not None and event.data.get("voice") == "passive" for event in events):
                return False  # تعرضت ناقلة لهجوم إيراني قبالة …
    own = found.doer is not None and found.doer.head >= at
    if own or found.carrier is None or found.carrier > at:
        return own or found.carrier is not None
    last = max(found.carrier + 1, found.doer.end if found.doer is not None else 0)
    return not clause.is_marker(at - 1) or (clause.tag(at - 1) == "عن" and at - 1 <= last)  # تعلن عن غارات


def _own_object(clause: Clause, right: Sequence[Unit], first: int, event: Event, found: Slots) -> None:
    """أعلنت البحرين تأييدها قرار ترامب: the object right after a verbal noun with its pronoun."""
    unit = next((one for one in right if is_bare(one)), None)
    if unit is None or event.object != "target" or event.genitive == "target":
        return
    if unit.head - first <= 1 and all(clause.tag(here) in ("quote", "") for here in range(first, unit.head)):
        found.put("target", unit)


def _others(clause: Clause, first: int, unit: Unit, event: Event) -> bool:
    """Whether another event's noun stands between, whose parties these are: اجتماعات نوقش فيها التعاون بين …"""
    own = {event.id, *event.data.get("absorbs", ())}  # إلغاء اتفاق الصيد مع …: the pact's parties are those of its end
    for here in range(first, unit.head - 1):
        if clause.tag(here) == "noun" and here not in clause.idle:
            names = {one.name for one in clause.readings.get(here, ())} - own
            if any(clause.index.events[name].kind == "mutual" for name in names if name in clause.index.events):
                return True
    return False


def _attribute(units: Sequence[Unit], at: int, first: int, found: Slots) -> None:
    """الجماعة الحوثية المدعومة من إيران: the party right before is backed by the one right after."""
    before = next((unit for unit in units if unit.end == at and unit.how == "organization"), None)
    after = next((unit for unit in units if 0 <= unit.head - first <= 2), None)
    if before is not None and after is not None and after.marker in ("من", "agent"):
        found.put("target", before)
        found.put("source", after)
        found.status = "occurred"


def _given(
    clause: Clause, units: Sequence[Unit], carrier: tuple[int, Reading], at: int, subject: Unit | None, event: Event,
    found: Slots,
) -> None:  # fmt: skip
    """Who stands between a carrier and its noun: companions (مع نظيره), whom something is given (منحت A B مساعدات)."""
    between_them = [unit for unit in units if carrier[0] < unit.first and unit.end <= at and unit is not subject]
    for unit in between_them:
        beside = is_bare(unit) and clause.conjoined(unit.head) and subject is not None
        if event.kind == "mutual" and (unit.marker == "مع" or beside):
            found.put("party", unit)
        elif event.data.get("dative") and is_bare(unit) and subject is not None:
            found.put("target", unit)
        elif event.to.get("على") == "target" and unit.marker == clause.tag(carrier[0] + 1) == "على":
            found.put("target", unit)  # فرضت على إيران عقوبات


def _noun_edge(clause: Clause, first: int) -> int:
    """Where a noun's own complements end: a clause's end, a topic, or a preposition of other matter."""
    edge = clause.right_edge(first - 1)
    planned = clause.tag(edge) == "verb" and any(one.role == "aux" for one in clause.readings.get(edge, ()))
    if planned and clause.word_at(edge + 1) in ("مقرره", "مقررا", "مقرر"):
        edge = clause.right_edge(edge)  # محادثات كانت مقررة مع تركيا
    for here in range(first, edge):
        other = clause.tag(here) == "other" and clause.word(here) not in ("قبل", "بعد")
        if other or clause.word(here) in clause.index.sets["topics"].exact:
            return here
        if clause.tag(here) == "noun" and here > first and clause.tag(here - 1) in ("other", "عن", "location"):
            return here
    return edge
