"""Events told by pointing at others: who joins in (تنضم إليها), who does the same (حذت حذوها)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import DateMention, Relation
from .clauses import Clause
from .days import date_of
from .phrases import Unit
from .slots import Slots, is_bare
from .told import Told
from .vocabulary import Reading

# The pronouns that take up what is joined in.
_INTO = frozenset(("اليها", "فيها", "بها", "اليه", "فيه", "به"))
# How far back in the text a deed may be told whose doer is named again: حذت حذو مكسيكو.
_RECENT = 6
# How far after its verb the imitated thing may stand.
_SAME = 4
# What may join in.
_JOINED = {"COOPERATE", "CONSULT"}


def join_in(clause: Clause, told: list[Told], units: Sequence[Unit], before: Sequence[Relation]) -> None:
    """Add who joins in what a noun tells: المناورات التي تجريها روسيا والصين، والتي قد تنضم إليها الهند."""
    joining = clause.index.sets["joining"].exact
    for here in range(clause.first, clause.end - 2):
        if clause.tag(here) != "rel":
            continue
        verb = here + 1
        while clause.word_at(verb) in ("قد", "ربما", "سوف"):
            verb += 1
        if clause.word_at(verb) not in joining or clause.word_at(verb + 1) not in _INTO:
            continue
        unit = next((one for one in units if one.head == verb + 2 and is_bare(one)), None)
        noun = _noun(clause, here)
        if unit is None or noun is None:
            continue
        at, reading = noun
        event = clause.index.events[reading.name]
        others = next((one.slots for one in told if one.at == at), None)
        those = list(dict.fromkeys([*others.source, *others.parties])) if others is not None else []
        if not those:
            same = (one for one in reversed(before) if one.reciprocal and one.rule.split(":")[1] == event.id)
            those = list(next((one.actors for one in same), ()))
        if others is not None and others.carrier is not None and others.status is None:
            others.status = _begins(clause, unit.end)
        if not those or set(unit.ids) <= set(those):
            continue
        status, more = _joining(clause, here, verb), [one for one in unit.ids if one not in those]
        told[:] = [one for one in told if one.at != verb]
        if others is not None and others.status == status:  # all are to take part: one event
            others.parties.extend(more)
            others.end = max(others.end, unit.end)
            continue
        slots = Slots(parties=[*those, *more], first=at, end=unit.end, status=status, confidence=0.65)
        told.append(Told(at, reading, event, slots))


def _noun(clause: Clause, rel: int) -> tuple[int, Reading] | None:
    """The noun of a mutual event that a relative pronoun takes up."""
    for at in range(rel - 1, clause.first - 1, -1):
        if clause.tag(at) == "noun":
            for reading in clause.readings[at]:
                event = clause.index.events.get(reading.name)
                if event is not None and event.kind == "mutual" and event.type in _JOINED:
                    return at, reading
            return None
        if clause.tag(at) in ("sub", "stop"):
            return None
    return None


def _begins(clause: Clause, first: int) -> str | None:
    """Announced where the main verb after a relative clause is of the future: …، ستبدأ في مايو."""
    for here in range(first, clause.end):
        if clause.tag(here) == "verb":
            return "announced" if any(one.future for one in clause.readings[here]) else None
        if clause.tag(here) not in ("comma", "time", "location"):
            return None
    return None


def _joining(clause: Clause, rel: int, verb: int) -> str:
    """The status of joining in: may join, will join, joined."""
    word = clause.word(verb)
    present = word[:1] in "يت" and not word.endswith("ت")
    if present and clause.word(rel + 1) in ("قد", "ربما"):
        return "hypothetical"
    return "announced" if present or word[:1] == "س" else "occurred"


def imitated(
    clause: Clause,
    units: Sequence[Unit],
    here: Sequence[Relation],
    before: Sequence[Relation],
    dates: Sequence[DateMention],
) -> list[Relation]:
    """What a party did as another did: قطعت هندوراس علاقاتها مع تايوان، وحذت نيكاراغوا حذوها, وكذلك فعلت بنما."""
    found: list[Relation] = []
    for at in clause.where(clause.index.sets["imitating"].exact.__contains__):
        if (same := _same(clause, at)) is not None:
            found += _copied(clause, units, at, same, before, [*here, *found], dates)
    return found


def _same(clause: Clause, at: int) -> int | None:
    """The token of what says that it is the same: حذوها, الأمر نفسه, خطوة مماثلة, كذلك before the verb."""
    sets = clause.index.sets
    for one in range(at + 1, min(clause.end, at + _SAME)):
        if clause.word(one).startswith("حذو") and clause.word(at).endswith(("حذت", "حذا", "حذوا", "حذتا", "حذو")):
            return one
    if clause.word_at(at - 1) in sets["likewise"].exact:
        return at
    for one in range(at + 1, min(clause.end, at + 2 * _SAME)):
        if clause.tag(one) in ("stop", "comma", "sub", "rel"):
            return None
        if sets["same"].holds(clause.word(one)) and sets["steps"].holds(clause.word_at(one - 1)):
            return one
        if clause.word(one) == "بالمثل":
            return one
    return None


def _copied(
    clause: Clause,
    units: Sequence[Unit],
    at: int,
    same: int,
    before: Sequence[Relation],
    here: Sequence[Relation],
    dates: Sequence[DateMention],
) -> list[Relation]:
    """The last deed told before token `at`, of another doer: the party right behind the verb."""
    unit = next((one for one in units if at < one.first <= at + _SAME and is_bare(one)), None)
    start = clause.doc.starts[at]
    whose = next((one.ids for one in units if one.first == same + 1 and one is not unit), None)  # حذت حذو مكسيكو
    known = whose is not None
    told = [*before[-_RECENT if known else -1 :], *here]
    deeds = (one for one in reversed(told) if (one.start or 0) < start and (one.target or known) and not one.reciprocal)
    model = next((one for one in deeds if whose is None or one.source in whose), None)
    if unit is None or model is None or set(unit.ids) & {model.source, model.target}:
        return []
    last = max(same, unit.end - 1)
    date = date_of(clause, dates, at, Slots(first=at, end=last + 1))
    return [
        replace(
            model, source=who, actors=tuple(one for one in (who, model.target) if one), date=date, start=start,
            end=clause.doc.ends[last], sentence=clause.doc.sentence_at(start), confidence=0.65,
        )
        for who in unit.ids
    ]  # fmt: skip
