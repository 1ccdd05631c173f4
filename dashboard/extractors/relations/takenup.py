"""Ends of an event that something else takes up: a pronoun (عليها), an accusation before, who is blamed (نسبها إلى)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Relation
from .clauses import Clause
from .phrases import Unit
from .pronouns import agrees
from .told import Told

# Prepositions with a pronoun → the slot's preposition of an event; إياها is an object.
_TO = {
    "على": ("عليها", "عليه", "عليهم"), "ضد": ("ضدها", "ضده", "ضدهم"), "إلى": ("اليها", "اليه", "اليهم"),
    "مع": ("معها", "معه", "معهم"), "ل": ("لها", "له", "لهم"), "من": ("منها", "منه", "منهم"),
}  # fmt: skip
_ITSELF = {"اياها", "اياه", "اياهم"}
# How far after an event's word the pronoun may stand.
_NEAR = 4


def _closes(clause: Clause, one: Told, at: int) -> bool:
    """Whether the pronoun ends its phrase: عقوبات عليها، not مواقع لها علاقة; إياها stands right after its verb."""
    if clause.word(at) in _ITSELF:
        return at == one.at + one.reading.length
    if one.event.type == "REQUEST" and at == one.at + one.reading.length:
        return True  # وطلب منه طرد …
    if one.event.type == "SANCTION" and at > one.at and clause.word(at) not in _TO["ل"]:
        return True
    if at < one.at:
        return clause.word(at) not in _TO["ل"]
    return clause.tag(at + 1) in ("stop", "comma", "time", "quote", "sub", "verb") or clause.is_marker(at + 1)


def _land(clause: Clause, at: int, taking: set[str]) -> bool:
    """Whether the word is the country that is spoken of: فرضت عقوبات على البلاد."""
    return clause.word(at) == "البلاد" and clause.tag(at - 1) in taking and not clause.word_at(at + 1).startswith("ال")


def accusers(clause: Clause, told: Sequence[Told], before: Sequence[Relation]) -> None:
    """ونفت أثينا هذه الاتهامات: whom she contradicts is who accused her last in the article."""
    accusations = clause.index.sets["accusations"]
    for one in told:
        slots = one.slots
        if one.event.type != "REJECT" or len(slots.source) != 1 or slots.target or one.reading.pos == "noun":
            continue
        near = range(one.at + 1, min(clause.end, max(one.at + 1, slots.end) + _NEAR))
        if one.event.id == "deny-part" or any(accusations.holds(clause.word(here)) for here in near):
            last = [rel for rel in before if rel.type == "ACCUSE" and slots.source[0] == rel.target and rel.source]
            if last:
                slots.target, slots.confidence = [str(last[-1].source)], 0.6


def summoned(told: Sequence[Told]) -> None:
    """استدعت لندن القائم بالأعمال الإيراني وطالبت بالإفراج عن …: the envoy's state is asked."""
    for number, one in enumerate(told):
        slots = one.slots
        if one.event.type != "REQUEST" or one.reading.pos == "noun" or not slots.source or slots.target:
            continue
        last = next((two for two in reversed(told[:number]) if two.event.id == "summon-envoy"), None)
        if last is not None and last.slots.source == slots.source:
            slots.target, slots.confidence = list(last.slots.target), 0.65


def laid_at(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """هجمات نسبها الجيش إلى المتمردين: who is said to have attacked, as somebody's claim."""
    laying = clause.index.sets["laying"].exact
    for one in told:
        if one.event.type != "ASSAULT" or one.event.kind != "directed" or one.reading.pos != "noun" or one.slots.source:
            continue
        verb = next(
            (at for at in range(one.at + 1, min(clause.end, one.at + 3 * _NEAR)) if clause.word(at) in laying), None
        )
        unit = next((two for two in units if verb is not None and two.first > verb and two.marker == "إلى"), None)
        if unit is not None and verb is not None and unit.head - verb <= 2 * _NEAR:
            one.slots.source, one.slots.status, one.slots.confidence = list(unit.ids), "claimed", 0.65
            one.slots.cover(unit)


def _nominal(clause: Clause, at: int) -> bool:
    """Whether the word may be a noun with its pronoun as well: ودعمها للتنظيمات."""
    lexical = clause.index.lexical(clause.word(at))
    return lexical is not None and any(reading.pos == "noun" for _, reading in lexical.readings)


def _same(clause: Clause, one: Told, before: Sequence[Told]) -> None:
    """التي توفد مدربين إلى مالي وتزودها بالسلاح: the verb that goes on does it to the one that the verb before did; at
    the head of a sentence to the subject of the sentence before (وشكره نتنياهو)."""
    slots, word = one.slots, clause.word(one.at)
    last = before[-1].slots if before else None
    whom: Sequence[str] = ()
    if last is not None and last.target and set(last.source) & {*slots.source, *slots.parties}:
        whom, slots.first = last.target, min(slots.first, last.first)
    elif one.at == clause.first and not one.reading.plural and (told := clause.before()) is not None:
        subject, is_feminine = told
        whom = subject.ids if len(subject.ids) == 1 and word.endswith("ها") == is_feminine else ()
        whom = () if word.endswith(("هم", "هما", "نا")) else whom
    if not whom or not set(whom).isdisjoint({*slots.source, *slots.parties}):
        return
    slots.confidence = 0.65
    if one.event.kind == "mutual":
        slots.parties.extend(whom)
    else:
        slots.target = list(whom)


def carried_over(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """فرضت واشنطن عقوبات عليها: the one other state named before, here or in the sentence before, is who it is."""
    for number, one in enumerate(told):
        slots, event = one.slots, one.event
        alone = event.kind == "mutual" and len(slots.parties) == 1
        if one.reading.conjunction and one.reading.pronoun and one.reading.pos != "noun" and event.object == "target":
            if (alone or (slots.source and not slots.target)) and not _nominal(clause, one.at):
                _same(clause, one, told[:number])
            continue
        if event.kind != "directed" or not slots.source or slots.target or clause.tag(one.at - 1) == "rel":
            continue
        taking = {to for to in _TO if event.to.get(to) == "target" and (to != "من" or event.type == "REQUEST")}
        pronouns = {form for to in taking for form in _TO[to]}
        if event.object == "target" and one.reading.pos != "noun":
            pronouns |= _ITSELF
        first = max(one.at + one.reading.length, slots.end if slots.end > one.at else 0)
        near = list(range(one.at + 1, min(clause.end, first + _NEAR)))
        if slots.carrier is not None and slots.carrier < one.at and clause.tag(slots.carrier - 1) != "rel":
            near.insert(0, slots.carrier + 1)  # فرضت عليها واشنطن عقوبات
        at = next((here for here in near if clause.word(here) in pronouns or _land(clause, here, taking)), None)
        opens = max(one.at, slots.carrier or 0)  # العقوبات التي فرضتها واشنطن عليها
        if at is None or not _closes(clause, one, at):
            continue
        if any(clause.tag(here) in ("stop", "sub", "rel", "comma") for here in range(opens + 1, at)):
            continue
        states = clause.index.sides
        before = [unit for unit in units if unit.end <= at and agrees(clause, unit, clause.word(at))]
        named = _states(before, states) - set(slots.source)
        if len(named) > 1:  # where it happened is not who it is, if somebody else can be
            named = _states([unit for unit in before if unit.marker != "location"], states) - set(slots.source)
        known = _states(before, states)
        if not named and event.type != "REQUEST":
            known = {who for who in clause.known if who in states}
            named = known - set(slots.source)
        if len(named) > 1:  # قطعت مصر علاقاتها مع تركيا متهمة إياها بـ…: to whom the doer has just done something
            named = next(
                (set(two.slots.target) for two in reversed(told[:number]) if two.slots.source == slots.source), named
            )
        if len(named) == 1 and named <= known:
            slots.target, slots.end = list(named), max(slots.end, at + 1)
            slots.confidence = 0.6


def imposed(clause: Clause, told: Sequence[Told]) -> None:
    """دعت برلين أنقرة إلى رفع القيود التي فرضتها على …: who is asked to lift it has imposed it, not who asks."""
    for number, one in enumerate(told):
        carrier = one.slots.carrier
        carried = one.slots.doer is not None and one.slots.doer.how == "carried"
        if carrier is None or one.reading.pos != "noun" or clause.tag(carrier - 1) != "rel":
            continue
        asking = next((two for two in reversed(told[:number]) if two.event.type == "REQUEST"), None)
        if asking is None or not asking.slots.source or len(asking.slots.target) != 1:
            continue
        if (carried or not one.slots.source) and set(one.slots.source) <= set(asking.slots.source):
            one.slots.source, one.slots.confidence = list(asking.slots.target), 0.65


def _states(units: Sequence[Unit], states: frozenset[str]) -> set[str]:
    return {who for unit in units for who in unit.ids if who in states}


def together(told: Sequence[Told]) -> None:
    """والتقى الوزير نظيره التركي، واتفقا على …: a verb in the dual is of the two who have just met."""
    for number, one in enumerate(told):
        slots = one.slots
        if not one.reading.plural or one.reading.pos == "noun" or slots.source or slots.parties or not number:
            continue
        last = told[number - 1]
        two = list(dict.fromkeys([*last.slots.source, *last.slots.parties]))
        if last.event.kind == "mutual" and len(two) == 2 and one.reading.conjunction:
            slots.parties, slots.confidence = two if one.event.kind == "mutual" else [], 0.65
            slots.source = two if one.event.kind != "mutual" else []
            slots.first = min(slots.first, last.slots.first)
