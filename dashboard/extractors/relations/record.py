"""From a trigger with its parties to the relation of the record: ends, status, attribution, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model import DateMention, Quote, Relation
from . import coding
from .clauses import Clause
from .days import date_of
from .onesided import launched, owned, stands
from .parties import arrested, soldiers, victims
from .phrases import Unit
from .slots import Slots
from .status import protasis, status_of
from .told import Told
from .vocabulary import Reading
from .weighing import rule_of

# What a present verb says now, whatever day is named with it.
_SAID = {"REJECT", "ACCUSE", "THREATEN", "REQUEST"}
# How far after a threat what is threatened with may stand.
_DEED = 16
# What is claimed although its own doer tells it.
_TOLD = {"ASSAULT", "COERCE", "ACCUSE"}


def relation_of(
    sentence: Clause, told: Told, condition: bool, quotes: Sequence[Quote], dates: Sequence[DateMention]
) -> Relation | None:
    """The relation of a filled trigger; None where an end is missing that its type needs."""
    compiled, at, reading, event, slots = sentence.index, told.at, told.reading, told.event, told.slots
    if slots.empty:
        return None
    kind, mode = event.type, event.mode
    if slots.doer is not None and _private(sentence, slots.doer):
        return None  # طالبت محامية هولندية قطر بتعويض …
    reciprocal = event.kind == "mutual"
    source: str | None
    target: str | None
    if reciprocal:
        parties = list(dict.fromkeys([*slots.source, *slots.parties, *slots.target]))
        if len(parties) > 1:
            source, target, actors = parties[0], parties[1], tuple(parties)
        elif parties and event.data.get("own") and slots.doer is not None and slots.doer.marker != "agent":
            own = event.data["own"]
            kind, mode, reciprocal = own["type"], own.get("mode"), False
            source, target, actors = parties[0], None, (parties[0],)
        else:
            return None
    else:
        source = slots.source[0] if slots.source else None
        if (
            event.type == "ACCUSE"
            and event.data.get("content")
            and slots.hit is not None
            and victims(sentence, slots.hit)
        ):
            slots.target = []
        target = slots.target[0] if slots.target else None
        if slots.weighed and (source is None or target is None):
            return None  # what was weighed were both ends together
        if source is not None and target is None and launched(sentence, told):
            pass
        elif source is not None and target is None and owned(sentence, told):
            kind, mode = event.data["own"]["type"], event.data["own"].get("mode")
        elif not stands(sentence, told, condition):
            return None
        if event.data.get("organisations") and not _joins(sentence, slots, target):
            if target not in compiled.states or source not in compiled.states or "instead" not in event.data:
                return None
            event = compiled.events[event.data["instead"]]  # انسحبت … من النيجر
            kind, mode = event.type, event.mode
        if event.type == "SANCTION" and slots.doer is not None and _company(sentence, slots.doer):
            return None  # علقت شركة لوفتهانزا الألمانية رحلاتها
        if event.data.get("troops") and not (slots.doer is not None and soldiers(sentence, slots.doer)):
            return None
        if event.data.get("humans") and slots.hit is not None and not arrested(sentence, slots.hit):
            return None
        carried = slots.doer is not None and slots.doer.how == "carried"
        at_home = kind in ("ASSAULT", "PROTEST") or event.id == "arrest"
        if source == target and (carried or not at_home or event.data.get("abroad")):
            return None
        actors = tuple(dict.fromkeys([*slots.source, *slots.target]))
        reciprocal = bool(event.data.get("reciprocal"))
    if kind == "THREATEN" and mode is None:
        mode = threat_mode(sentence, told)
    status = slots.status or status_of(sentence, at, reading, event, slots)
    open_denial = status == "denied" and target is None and not reciprocal and not event.data.get("refused")
    if open_denial and not _disowned(sentence, event.type, slots):
        return None
    if event.data.get("negated_only") and status != "denied":
        return None
    start, end = sentence.doc.span(slots.first, slots.end)
    if status == "denied" and event.data.get("refused"):
        kind, mode, status = event.data["refused"], None, "occurred"
    quote = quote_at(quotes, sentence.doc.field, sentence.doc.starts[at])
    date = date_of(sentence, dates, at, slots)
    if date is not None and status == "occurred" and reading.pos == "past" and dates[date].tense == "future":
        date = None  # اتفق … على إجراء تمرين أواخر العام: the day is that of what is agreed on
    fact = reading.pos == "noun" and sentence.word_at(at - 1) in compiled.sets["facts"].exact
    if (
        status == "occurred"
        and date is not None
        and not fact
        and kind not in _SAID
        and _ahead(sentence, reading, at, dates[date])
    ):
        status = "announced"
    if condition:
        heads = [at] if slots.carrier is None else [at, slots.carrier]
        condition = not any(sentence.tag(head) == "verb" and protasis(sentence, head) for head in heads)
    kind, mode, status, announces = coding.code(compiled, kind, mode, status, condition)
    voiced = quote is not None and _voiced(sentence, slots, quotes[quote])
    performed = bool(slots.source) and (
        (kind not in _TOLD and (voiced or _announced(sentence, slots))) or (kind == "ACCUSE" and voiced)
    )
    if quote is not None and reading.pos == "participle" and slots.doer is not None:
        performed = sentence.doc.starts[slots.doer.head] < (quotes[quote].start or 0)  # قال …، ملقيا باللوم على
    if quote is not None and status in ("occurred", "ongoing") and not performed:
        status = "claimed"
    return Relation(
        source=source, target=target, actors=actors, reciprocal=reciprocal, type=kind, mode=mode,
        context=coding.contexts(sentence, event, slots.first, slots.end), sign=compiled.types[kind]["sign"],
        status=status, announces=announces, attributed_to=quote, date=date, start=start, end=end,
        field=sentence.doc.field, sentence=sentence.doc.sentence_at(start),
        rule=rule_of(event.id, noun=reading.pos == "noun", weighed=slots.weighed),
        confidence=slots.confidence,
    )  # fmt: skip


def _disowned(sentence: Clause, kind: str, slots: Slots) -> bool:
    """Whether a party denies an attack of its own: نفت إيران ضلوعها في العملية."""
    return kind == "ASSAULT" and sentence.carries(slots.carrier, "deny")


def _company(sentence: Clause, unit: Unit) -> bool:
    """Whether the party is a company of a state's, which sanctions nobody."""
    return unit.how == "demonym" and sentence.word_at(unit.head).removeprefix("ال").startswith("شرك")


def _joins(sentence: Clause, slots: Slots, target: str | None) -> bool:
    """Whether a state joins an organisation of states, and not some of its people a group that fights."""
    index = sentence.index
    people = slots.doer is not None and slots.doer.how == "people"
    return target in index.organisations and target not in index.sides and not people


def threat_mode(sentence: Clause, told: Told) -> str | None:
    """PLOVER's mode of a threat, by the words for what is threatened with; None where no mode has them."""
    first = told.at + told.reading.length
    edge = max(sentence.right_edge(first - 1), told.slots.end)
    for here in range(first, min(edge, first + _DEED)):
        for mode, words in sentence.index.threats.items():
            if here not in sentence.named and words.holds(sentence.word(here)):
                return mode
    return None


def _announced(sentence: Clause, slots: Slots) -> bool:
    """Whether who does it is who announces it: أعلنت واشنطن فرض عقوبات."""
    return sentence.carries(slots.carrier, "declare") and slots.doer is not None


def _voiced(sentence: Clause, slots: Slots, quote: Quote) -> bool:
    """Whether doer and carrier introduce the statement: عبرت الجامعة عن تضامنها is solidarity, not a claim of it."""
    if slots.doer is None or slots.carrier is None:
        return False
    before = slots.carrier if slots.doer.how == "own" else max(slots.carrier, slots.doer.head)
    return sentence.doc.starts[before] < (quote.start or 0)


def rows(sentence: Clause, told: Told, relation: Relation) -> list[Relation]:
    """A relation for each doer and each that it was done to: four states cut their ties with a fifth."""
    slots = told.slots
    if relation.reciprocal and len(relation.actors) > 2 and (who := _apart(sentence, told)):
        others = [one for one in relation.actors if one != who]
        return [replace(relation, source=who, target=one, actors=(who, one)) for one in others]
    if relation.reciprocal or (len(slots.source) < 2 and len(slots.target) < 2):
        return [relation]
    pairs: list[tuple[str, str | None]] = [(a, b) for a in slots.source for b in slots.target if a != b]
    if not slots.target:
        pairs = [(a, None) for a in slots.source]
    return [replace(relation, source=a, target=b, actors=(a, b) if b else (a,)) for a, b in pairs] or [relation]


def _private(sentence: Clause, unit: Unit) -> bool:
    """Whether the party is somebody who acts for himself, whatever state he is of."""
    own = unit.how in ("demonym", "people") and unit.head < unit.first
    return own and sentence.index.sets["private"].holds(sentence.word(unit.head))


def _apart(sentence: Clause, told: Told) -> str | None:
    """Who talked with the others one by one: اتصالين بنظيريه, محادثات مع كل من المغرب والجزائر."""
    word, doer = sentence.word(told.at), told.slots.doer
    if doer is None or len(doer.ids) > 1:
        return None
    single = sentence.index.lexical(word[:-2]) if word.endswith(("ين", "ان")) and told.reading.pos == "noun" else None
    if single is not None and any(one.name == told.event.id for _, one in single.readings):
        return doer.ids[0]
    phrase = range(told.slots.first, told.slots.end - 2)
    each = any(sentence.tag(at) == "مع" and sentence.word(at + 1) == "كل" for at in phrase)
    return doer.ids[0] if told.event.type == "CONSULT" and each else None


def _ahead(sentence: Clause, reading: Reading, at: int, date: DateMention) -> bool:
    """Whether a date to come makes a noun's or a present verb's event one to come."""
    token = sentence.doc.token_at(date.start or 0)
    parted = any(sentence.tag(here) == "stop" for here in range(min(token, at), max(token, at)))
    return date.tense == "future" and reading.pos in ("noun", "present") and not parted


def quote_at(quotes: Sequence[Quote], field: str, offset: int) -> int | None:
    """The innermost quote that holds the offset."""
    best = None
    for number, quote in enumerate(quotes):
        if quote.field != field or quote.start is None or quote.end is None:
            continue
        length = quote.end - quote.start
        inner = best is None or length < (quotes[best].end or 0) - (quotes[best].start or 0)
        if inner and quote.start <= offset < quote.end:
            best = number
    return best
