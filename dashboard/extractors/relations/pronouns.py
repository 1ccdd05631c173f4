"""Object pronouns of verbs: whom they take up."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import feminine
from .clauses import Clause
from .owners import is_feminine
from .phrases import Unit
from .slots import is_bare
from .vocabulary import Event, Reading

# Whoever is called so is one man.
_PEER = {"نظيره", "نظيرها"}


def antecedent(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The party that the verb's object pronoun stands for in a relative clause: الحوثيين الذين تدعمهم طهران."""
    here = at - 1
    while clause.tag(here) == "verb" and clause.readings[here].aux:
        here -= 1
    if clause.tag(here) != "rel":
        return _topic(clause, units, at) if clause.tag(here) == "comma" else None
    last = next((unit for unit in reversed(units) if unit.end <= here), None)
    if last is None or last.how == "place" or here - last.end > 1:
        return None
    return last if all(clause.tag(one) in ("", "quote") for one in range(last.end, here)) else None


def _topic(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The state that a sentence begins with, which a feminine pronoun takes up behind its comma: استقبلت الجزائر الوفد،
    واتهمتها باريس …"""
    first = next((unit for unit in units if unit.end < at and unit.how != "place"), None)
    return first if first is not None and not first.marker and _may_be(clause, first, at) else None


def _may_be(clause: Clause, unit: Unit, at: int) -> bool:
    """Whether the verb's pronoun may be the party: ها of a state by its name, ه of one man, of the army."""
    word, head = clause.word(at), clause.word(unit.head)
    if word.endswith("ها"):
        return is_feminine(clause, unit) or _womanly(clause, unit)
    titled = head.removeprefix("ال") in clause.index.sets["titles"].exact
    titled = titled and not clause.doc.surface(unit.head, unit.head + 1).endswith("ة")
    manly = unit.how == "organization" and clause.index.sets["men"].holds(head)
    one = titled or manly or unit.how == "person" or head in _PEER
    return one and word.endswith("ه") and len(unit.ids) == 1


def _womanly(clause: Clause, unit: Unit) -> bool:
    """Whether the text takes a state for feminine that others call masculine: تستضيف تشاد …"""
    verb = unit.head - 1
    if unit.how != "name" or unit.head != unit.first or clause.tag(verb) != "verb":
        return False
    return feminine(clause.word(verb), clause.readings[verb][0])


def agrees(clause: Clause, unit: Unit, pronoun: str) -> bool:
    """Whether a pronoun may take up a party: إياه no state by a feminine name, إياها no man."""
    if pronoun.endswith("ها"):
        return (
            unit.how != "person" and clause.word(unit.head).removeprefix("ال") not in clause.index.sets["titles"].exact
        )
    return not pronoun.endswith("ه") or not is_feminine(clause, unit)


def resumed(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, subject: Unit, before: bool
) -> Unit | None:
    """Whom the pronoun of a verb takes up whose subject stands before it or is left out; None where that is open."""
    if not reading.pronoun or not before or event.object != "target":
        return None
    if subject.how == "carried" and reading.conjunction and clause.tag(at - 1) != "rel":
        return None if event.data.get("content") else _other(clause, units, at, subject)
    if event.kind != "directed":
        return None
    if subject.how == "carried":
        return _accused(clause, units, at, subject) if event.id == "accuse" else None
    return spoken_of(clause, units, at, subject)


def _accused(clause: Clause, units: Sequence[Unit], at: int, subject: Unit) -> Unit | None:
    """قررت الجزائر إغلاق الحدود مع المغرب الذي تتهمه بـ…: the antecedent, where nobody else has been named."""
    accused = antecedent(clause, units, at) if clause.tag(at - 1) == "rel" else None
    others = [unit for unit in units if accused is not None and unit.end <= accused.first and unit.ids != subject.ids]
    return None if others else accused


def _other(clause: Clause, units: Sequence[Unit], at: int, subject: Unit) -> Unit | None:
    """التقى الرئيس نظيره المصري واتهمه بـ…: the one other party named, of the pronoun's gender."""
    others = [unit for unit in units if unit.end <= at and not set(unit.ids) & set(subject.ids)]
    if not others or any(unit.ids != others[0].ids for unit in others):
        return None
    fits = [unit for unit in others if _may_be(clause, unit, at)]
    return fits[-1] if fits else None


def spoken_of(clause: Clause, units: Sequence[Unit], at: int, subject: Unit) -> Unit | None:
    """تقدم بكين نفسها وسيطا، لكن واشنطن تتهمها بـ…: the state that the sentence begins with."""
    first = next((unit for unit in units if is_bare(unit)), None)
    if first is None or set(first.ids) & set(subject.ids) or clause.tag(at - 1) == "rel":
        return None
    apart = any(clause.tag(here) in ("sub", "comma") for here in range(first.end, subject.head))
    beside = subject.end == at or subject.head == at + 1
    acts = subject.how != "demonym" and not subject.marker and beside  # not مواقع إيرانية استهدفتها
    return first if apart and acts and _may_be(clause, first, at) else None
