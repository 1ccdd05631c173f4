"""What carries an event's noun: a relative clause, the verb before it, the verb behind it, and who stands with each."""

from __future__ import annotations

from collections.abc import Sequence

from .carriers import carrier_after, carrier_before, gathers, relative_carrier, resumed, took_place
from .clauses import Clause
from .companions import beside_carrier, opponent
from .genitives import genitive
from .governors import decider
from .phrases import Unit
from .slots import Slots, between, is_bare, role_of
from .subjects import main_subject, subject_of
from .vocabulary import Event, Reading

# Carriers whose subject does even what is told by its victim (رد بطرد دبلوماسيين); one who only declares need not.
_DOES = {"do", "begin", "intend", "ongoing", "consider", "deny"}
# Carriers whose subject does to another what the noun tells of the other.
_GOES_ON = {"ongoing", "intend"}


def by_carrier(
    clause: Clause, units: Sequence[Unit], at: int, first: int, reading: Reading, event: Event, found: Slots
) -> Sequence[Unit]:
    """Fill what the noun's genitive and its carrier give; the units among which its complements are."""
    right = between(units, first, _noun_edge(clause, first))
    genitive(clause, units, right, first, reading, event, found)
    if (relative := relative_carrier(clause, first, event)) is not None:
        return _told_after(clause, units, at, relative, event, found)
    if not found.source and decider(clause, units, at) is not None:
        return right  # وردت موسكو على قرار واشنطن طرد دبلوماسيين: not the sentence's subject does it
    if (before := carrier_before(clause, at)) is not None:
        _told_before(clause, units, at, before, right, event, found)
    elif event.kind == "mutual" and (verb := took_place(clause, first)) is not None:
        right = between(units, verb + 1, clause.right_edge(verb))
        opponent(clause, units, right, verb, found)
    elif (later := carrier_after(clause, units, first)) is not None:
        found.carrier = later
        after = between(units, later + 1, clause.right_edge(later))
        if event.kind == "mutual" and gathers(clause, later) and after and is_bare(after[0]):
            found.put("party", after[0])  # مناورات ستجمع ميانمار وروسيا والهند
            return [*right, *after[1:]]  # لقاء جمع الوزير السوداني بنظيره
        if event.kind == "mutual":
            return [*right, *after]
    return right


def _told_after(
    clause: Clause, units: Sequence[Unit], at: int, carrier: tuple[int, Reading], event: Event, found: Slots
) -> Sequence[Unit]:
    """ضربة جوية نفذها …: the subject of the relative clause does it, or whoever the sentence is about."""
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
        main = main or main_subject(clause, units, after=carrier[0]) or clause.before()
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
    found.carrier = carrier[0]
    if event.kind == "directed":
        beside_carrier(clause, units, after, carrier[0], found)
        undergone = None if found.target else carrier_before(clause, at)
        if undergone is not None and undergone[1].name == "undergo":  # تخضع مالي لحصار فرضته إيكواس
            subject, _ = subject_of(clause, units, undergone[0], undergone[1], at)
            if subject is not None and not set(subject.ids) & set(found.source):
                found.put("target", subject)
    return after


def _told_before(
    clause: Clause, units: Sequence[Unit], at: int, before: tuple[int, Reading], right: Sequence[Unit], event: Event,
    found: Slots,
) -> None:  # fmt: skip
    """فرضت واشنطن عقوبات: the subject of the verb whose object the noun is."""
    found.carrier = before[0]
    subject, _ = subject_of(clause, units, before[0], before[1], at)
    suffers = before[1].name == "undergo" and event.kind == "directed"
    done_to = before[1].name in _GOES_ON and event.kind == "directed" and event.object == "target"
    genitive_ = next((unit for unit in right[:1] if is_bare(unit) and unit.ids == found.source), None)
    if subject is not None and done_to and genitive_ is not None and not found.target and _bare(clause, at, genitive_):
        found.source.clear()  # تواصل باريس دعم كييف
        if set(genitive_.ids) != set(subject.ids):
            found.put("target", genitive_)
    if subject is not None and suffers:
        found.put("target", subject)  # تتلقى دعما من …
    elif subject is not None and (event.genitive != "target" or before[1].name in _DOES or _ordered(event, before[1])):
        found.put(role_of(event, "source"), subject)
    if suffers and (subject is not None or event.type != "SUPPORT"):  # not: تلقت الأسعار دعما من …
        found.put_from(unit for unit in right if unit.marker == "من")
    _given(clause, units, before, at, subject, event, found)
    done_to = not found.target and event.kind == "directed" and event.to.get("على") == "target"
    if done_to and (antecedent := resumed(clause, units, before[0])) is not None:
        found.put("target", antecedent)


def _bare(clause: Clause, at: int, unit: Unit) -> bool:
    """Whether the noun stands in the construct state right before the phrase, which is no adjective of it."""
    plain = not any(one.article or one.pronoun or one.clitic for one in clause.readings.get(at, ()))
    return plain and unit.head == at + 1 and (unit.how != "demonym" or unit.head < unit.first)


def _guest(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """شاركت قوات فرنسية في تمرين تستضيفه اليونان: who takes part in what another holds."""
    told = carrier_before(clause, at)
    if told is not None and told[1].name == "join":
        subject, _ = subject_of(clause, units, told[0], told[1], at)
        if subject is not None:
            found.put("party", subject)


def _ordered(event: Event, carrier: Reading) -> bool:
    """Whether who declares it is who does it: أعلنت كراكاس طرد السفير."""
    return carrier.name == "declare" and event.type == "SANCTION"


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
    planned = clause.tag(edge) == "verb" and clause.readings[edge].aux
    if planned and clause.word_at(edge + 1) in ("مقرره", "مقررا", "مقرر"):
        edge = clause.right_edge(edge)  # محادثات كانت مقررة مع تركيا
    for here in range(first, edge):
        other = clause.tag(here) == "other" and clause.word(here) not in ("قبل", "بعد")
        if other or clause.word(here) in clause.index.sets["topics"].exact:
            return here
        if clause.tag(here) == "noun" and here > first and clause.tag(here - 1) in ("other", "عن", "location"):
            return here
    return edge
