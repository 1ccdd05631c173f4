"""What stands after a verb: whose object it is, and whether it can be one."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import PERHAPS, Clause
from .openings import RESUMED
from .phrases import Unit
from .slots import SHOTS
from .vocabulary import Event, Reading

# What stands between the dead and how they died.
_MISHAPS = {"في", "خلال", "اثناء", "جراء", "اثر", "بسبب", "نتيجه"}


def beside(clause: Clause, first: int, unit: Unit) -> bool:
    """Whether only a place, a time or an aside stands before the companion: بحث … في نيقوسيا أمس مع نظيره."""
    if unit.head - first <= 2:
        return True
    gap = range(first, unit.head)
    inside = ("في", "خلال", "اثناء")
    talks = {here for here in gap if clause.word_at(here - 1) in inside and _consults(clause, here)}
    if any(clause.tag(here) in ("noun", "sub", "rel", "verb", "stop") for here in gap if here not in talks):
        return False
    return sum(clause.tag(here) == "" and here not in clause.named for here in gap) <= 2


def _consults(clause: Clause, at: int) -> bool:
    """Whether the noun is the talk itself in which something is discussed: بحث … في اتصال مع نظيره."""
    events = (clause.index.events.get(one.name) for one in clause.readings.get(at, ()))
    plain = not any(one.article or one.pronoun for one in clause.readings.get(at, ()))
    return plain and clause.tag(at) == "noun" and any(one is not None and one.type == "CONSULT" for one in events)


def apposed(clause: Clause, unit: Unit, bare: Sequence[Unit]) -> bool:
    """Whether a person or a bracket only names the party before: السفير الروسي لدى واشنطن، أناتولي أنتونوف،."""
    bracket = clause.word_at(unit.head - 1) == "("
    after = bracket or (unit.how == "person" and clause.tag(unit.head - 1) == "comma")
    return after and any(one.ids == unit.ids and one.end < unit.first for one in bare)


def of_another(clause: Clause, unit: Unit, event: Event) -> bool:
    """Whether the party stands in another event's phrase that the verb's entry asks for: تجهض إدانة سوريا."""
    before = unit.head - 1
    if event.with_ is None or clause.tag(before) != "noun" or before in clause.idle:
        return False
    names = {reading.name for reading in clause.readings.get(before, ())}
    return event.id not in names and not names & set(event.data.get("absorbs", ()))


def endangered(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase is what may be in danger and nobody who threatens."""
    head = clause.word(unit.head).removeprefix("ال")
    return unit.head < unit.first and head in ("امن", "مصالح", "استقرار", "سياده", "وجود", "اقتصاد", "حياه", "سلامه")


def charged(clause: Clause, subject: Unit, bare: Sequence[Unit]) -> bool:
    """Whether the one party after a verb of accusing is followed by the charge itself, and so is the accused."""
    word = clause.word_at(subject.end)
    charge = word[:1] == "ب" and len(word) > 4 and not clause.index.sets["whole_words"].holds(word)
    return charge and subject.end not in clause.named and bare == [subject]


def own_people(clause: Clause, at: int, head: int) -> bool:
    """Whether a state's own people stand between a verb and a party: دعت برلين رعاياها إلى مغادرة لبنان."""
    return any(clause.index.sets["nationals"].holds(clause.word(here)) for here in range(at + 1, head))


def lone(bare: Sequence[Unit], subject: Unit) -> bool:
    """Whether no object follows the party after the verb, but what goes on its phrase (ميليشيات الحوثي الإيرانية)."""
    return len(bare) == 1 or (len(bare) > 1 and bare[1].first == subject.end)


def fallen(clause: Clause, unit: Unit, at: int, reading: Reading) -> bool:
    """Whether people stand before a verb that only says where or by what they died: 60 فلسطينيا قتلوا في …"""
    if unit.how not in ("demonym", "people") or reading.pronoun or reading.conjunction or reading.pos != "past":
        return False
    after = at + reading.length
    while clause.tag(after) == "time":
        after += 1
    return clause.word_at(after) in _MISHAPS or clause.word_at(after) in SHOTS


def attack_before(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether an attack's noun stands right before the verb, which tells what it hit."""
    if reading.conjunction:
        return False
    for here in range(at - 1, max(clause.first, at - 8) - 1, -1):
        tag = clause.tag(here)
        if tag == "noun":
            events = (clause.index.events.get(one.name) for one in clause.readings.get(here, ()))
            return any(event is not None and event.type == "ASSAULT" for event in events)
        if tag not in ("", "quote", "time", "rel"):
            return False
    return False


def gap(clause: Clause, at: int, reading: Reading, event: Event) -> bool:
    """Whether the verb's subject is what its relative pronoun stands for, and its object follows."""
    here = at - 1
    while clause.word_at(here) in PERHAPS or (clause.tag(here) == "verb" and clause.readings[here].aux):
        here -= 1
    opens = clause.tag(here) == "rel" or clause.word_at(here) in ("ما", "مما", "وهو", "وهي")
    return (
        opens
        and not reading.pronoun
        and clause.word_at(at + reading.length) not in RESUMED
        and event.kind == "directed"
        and event.object == "target"
        and not event.data.get("voice")
        and not event.data.get("troops")  # القوات التي غادر آخر جنودها البلاد: they leave
    )


def has_object(clause: Clause, first: int, edge: int) -> bool:
    """Whether a thing of the kind that is attacked stands right after verb and subject: هاجموا نقطة تفتيش."""
    if first < edge and clause.word(first) in ("a", "an", "the"):
        first += 1
    return any(clause.index.sets["sites"].holds(clause.word(here)) for here in range(first, min(edge, first + 3)))


def inner_noun(clause: Clause, first: int, edge: int, event: Event) -> int:
    """Where another event's noun begins: what follows it is its own, not the verb's."""
    here = first - 1
    while (here := here + 1) < edge:
        closing = clause.aside(here) if clause.tag(here) == "comma" and clause.is_marker(here + 1) else None
        if closing is not None:
            here = closing  # واتهم الوزير، في حوار مع صحيفة، قطر
            continue
        if clause.tag(here) == "noun" and not (event.with_ and event.with_.holds(clause.word(here))):
            readings = clause.readings.get(here, ())
            names = {reading.name for reading in readings}
            if any(clause.index.events[name].data.get("attribute") for name in names if name in clause.index.events):
                continue  # المدعومة من إيران
            if _joined_word(clause, here) or (here in clause.idle and clause.word(here) in ("طلب", "عرض")):
                continue
            if event.id not in names and not names & set(event.data.get("absorbs", ())):
                return here
    return edge


def _joined_word(clause: Clause, at: int) -> bool:
    """Whether a noun only goes on a plain phrase: مقر قيادة ودعم لوجستي."""
    joined = any(reading.conjunction for reading in clause.readings.get(at, ()))
    plain = clause.tag(at - 1) == "" and clause.tag(at + 1) == ""
    return joined and plain and at - 1 not in clause.named and at + 1 not in clause.named


def person(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase's head is a person or a delegation, and not something of theirs."""
    if unit.head == unit.first:
        return True
    return clause.index.sets["whole_words"].holds(clause.word(unit.head))


def individual(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase names persons by number or kind, and no object follows: قتل جندي, not قتل جندي شابا."""
    people, quantities = clause.index.sets["people"], clause.index.sets["quantities"]
    if clause.tag(unit.end) == "" and unit.end < clause.end and clause.word(unit.end) not in SHOTS:
        return False
    head = range(unit.head, unit.end)
    words = [clause.word(at) for at in head]
    return any(word.isdigit() or people.holds(word) or quantities.holds(word) for word in words)
