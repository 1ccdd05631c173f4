"""Relations from clauses: who did what to whom, coded in PLOVER, with status and date.

A trigger (verb, verbal noun, participle) of the data, the parties that grammar puts around it, the status that tense,
negation and governing words give. Co-occurrence alone makes no relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import DateMention, Mention, Quote, Relation
from . import coding
from .actors import Unit, idle_organisations, units
from .arguments import Slots, slots_of
from .clauses import Clause, clause
from .content import Told, connect
from .lexemes import Event, Reading, index
from .referents import resolve_descriptions

# How far after a trigger the words that an entry asks for may stand.
_WINDOW = 5

__all__ = ["find"]


@lru_cache(maxsize=2)
def _idle(lexicon: Lexicon) -> set[str]:
    return idle_organisations(lexicon.data("organisations"))


def find(
    doc: Document, lexicon: Lexicon, mentions: Sequence[Mention], quotes: Sequence[Quote], dates: Sequence[DateMention]
) -> list[Relation]:
    """The relations of one field. `mentions`, `quotes`, `dates` are the record's lists; indexes point into them."""
    compiled, idle = index(lexicon), _idle(lexicon)
    here = [mention for mention in mentions if mention.field == doc.field and mention.start is not None]
    if not here:
        return []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in sorted(here, key=lambda mention: mention.start or 0):
        by_sentence.setdefault(doc.sentence_of[doc.token_at(mention.start or 0)], []).append(mention)
    times = [
        (doc.token_at(date.start), doc.token_at((date.end or 1) - 1) + 1)
        for date in dates
        if date.field == doc.field and date.start is not None
    ]
    found: list[Relation] = []
    known: list[list[str]] = []
    for number, bounds in enumerate(doc.bounds):
        named = by_sentence.get(number, [])
        if not named and not (known and compiled.describes(doc.words[slice(*bounds)])):
            continue
        sentence = clause(doc, compiled, bounds, times)
        parties = units(sentence, named, idle)
        parties = resolve_descriptions(sentence, parties, known, quotes, mentions)
        if parties:
            found.extend(_sentence(sentence, parties, quotes, dates))
            known.append([one for unit in parties for one in unit.ids])
    return found


def _sentence(
    sentence: Clause, parties: list[Unit], quotes: Sequence[Quote], dates: Sequence[DateMention]
) -> list[Relation]:
    """The relations of a sentence, one event told once."""
    found: dict[tuple[object, ...], Relation] = {}
    events = _told(sentence, parties)
    condition = bool(events) and coding.conditional(sentence)
    for told in events:
        relation = _relation(sentence, told, condition, quotes, dates)
        if relation is None:
            continue
        key = (relation.type, relation.source, relation.target, frozenset(relation.actors), relation.announces)
        if key not in found or found[key].confidence < relation.confidence:
            found[key] = relation
    return list(found.values())


def _told(sentence: Clause, parties: list[Unit]) -> list[Told]:
    """The triggers of a sentence with their parties."""
    found: list[Told] = []
    absorbed: set[tuple[str, int]] = set()
    free = 0
    for at in sorted(sentence.readings):
        if sentence.tag(at) not in ("verb", "noun") or at < free:
            continue
        choice = _choose(sentence, at)
        if choice is None or (choice[1].id, at) in absorbed:
            continue
        reading, event = choice
        free = at + reading.length
        absorbed.update(_absorb(sentence, at, event))
        found.append(Told(at, reading, event, slots_of(sentence, parties, at, reading, event)))
    connect(sentence, found)
    return found


def _choose(sentence: Clause, at: int) -> tuple[Reading, Event] | None:
    """The event that the token tells: the one whose company is there, else one that needs none."""
    plain = None
    for reading in sentence.readings[at]:
        if reading.role != "event":
            continue
        event = sentence.index.events[reading.name]
        after = range(at + reading.length, min(sentence.end, at + reading.length + _WINDOW))
        near = after if not event.data.get("loose") else range(max(sentence.first, at - 3), min(sentence.end, at + 13))
        if event.without and any(event.without.holds(sentence.word(here)) for here in after):
            continue
        wanted = (event.data.get("noun_with") or {}).get(sentence.word(at).removeprefix("ال"))
        if wanted and not any(sentence.word(here).removeprefix("ال").startswith(tuple(w.rstrip("*") for w in wanted)) for here in after[:2]):
            continue
        if event.with_ is None:
            plain = plain or (reading, event)
        elif any(event.with_.holds(sentence.word(here)) for here in near if here != at):
            return reading, event
    return plain


def _absorb(sentence: Clause, at: int, event: Event) -> list[tuple[str, int]]:
    """Nouns after the trigger that are part of this event and none of their own (رفع العقوبات)."""
    return [
        (name, here)
        for name in event.data.get("absorbs", ())
        for here in range(at + 1, min(sentence.end, at + 1 + _WINDOW))
    ]


def _relation(
    sentence: Clause, told: Told, condition: bool, quotes: Sequence[Quote], dates: Sequence[DateMention]
) -> Relation | None:
    """The relation of a filled trigger; None where an end is missing that its type needs."""
    compiled, at, reading, event, slots = sentence.index, told.at, told.reading, told.event, told.slots
    kind, mode = event.type, event.mode
    reciprocal = event.kind == "mutual"
    source: str | None
    target: str | None
    if reciprocal:
        parties = list(dict.fromkeys([*slots.source, *slots.parties, *slots.target]))
        if len(parties) > 1:
            source, target, actors = parties[0], parties[1], tuple(parties)
        elif parties and event.data.get("own"):
            own = event.data["own"]
            kind, mode, reciprocal = own["type"], own.get("mode"), False
            source, target, actors = parties[0], None, (parties[0],)
        else:
            return None
    else:
        source = slots.source[0] if slots.source else None
        target = slots.target[0] if slots.target else None
        if source is None or (target is None and not event.data.get("alone")):
            return None
        if event.data.get("organisations") and target not in sentence.index.organisations:
            return None
        if source == target and kind not in ("ASSAULT", "COERCE", "PROTEST"):
            return None
        actors = tuple(dict.fromkeys([*slots.source, *slots.target]))
        reciprocal = bool(event.data.get("reciprocal"))
    status = coding.status_of(sentence, at, reading, event, slots)
    start, end = sentence.doc.span(slots.first, slots.end)
    quote = _quote(quotes, sentence.doc.field, sentence.doc.starts[at])
    date = _date(sentence, dates, at, slots)
    if status == "occurred" and date is not None and _ahead(sentence, reading, at, dates[date]):
        status = "announced"
    kind, mode, status, announces = coding.code(compiled, kind, mode, status, condition)
    if quote is not None and status in ("occurred", "ongoing"):
        status = "claimed"
    return Relation(
        source=source, target=target, actors=actors, reciprocal=reciprocal, type=kind, mode=mode,
        context=coding.contexts(sentence, event, slots.first, slots.end), sign=compiled.types[kind]["sign"],
        status=status, announces=announces, attributed_to=quote, date=date, start=start, end=end,
        field=sentence.doc.field, sentence=sentence.doc.sentence_at(start),
        rule=f"relation:{event.id}:{'noun' if reading.pos == 'noun' else 'verb'}", confidence=slots.confidence,
    )  # fmt: skip


def _ahead(sentence: Clause, reading: Reading, at: int, date: DateMention) -> bool:
    """Whether a date to come makes a noun's or a present verb's event one to come."""
    token = sentence.doc.token_at(date.start or 0)
    parted = any(sentence.tag(here) == "stop" for here in range(min(token, at), max(token, at)))
    return date.tense == "future" and reading.pos in ("noun", "present") and not parted


def _quote(quotes: Sequence[Quote], field: str, offset: int) -> int | None:
    """The innermost quote that holds the offset."""
    best = None
    for number, quote in enumerate(quotes):
        if quote.field != field or quote.start is None or quote.end is None:
            continue
        if quote.start <= offset < quote.end:
            if best is None or quote.end - quote.start < (quotes[best].end or 0) - (quotes[best].start or 0):
                best = number
    return best


def _date(sentence: Clause, dates: Sequence[DateMention], at: int, slots: Slots) -> int | None:
    """The date nearest to the trigger in its clause; the first of alternatives; no duration, no recurrence."""
    doc = sentence.doc
    low, high = doc.starts[sentence.first], doc.ends[sentence.end - 1]
    best: tuple[int, int] | None = None
    for number, date in enumerate(dates):
        if date.field != doc.field or date.start is None or not low <= date.start < high:
            continue
        token = doc.token_at(date.start)
        if date.kind in ("duration", "recurring") or not _same_clause(sentence, at, slots, token):
            continue
        # What follows is nearer than what stands before: a date opens a sentence that tells several things.
        distance = token - slots.end if token >= slots.end else max(0, slots.first - token) * 2
        if best is None or max(0, distance) < best[0]:
            best = (max(0, distance), number)
    if best is None:
        return None
    group = dates[best[1]].alternative
    if group is None:
        return best[1]
    return min(n for n, date in enumerate(dates) if date.alternative == group and date.field == doc.field)


def _same_clause(sentence: Clause, at: int, slots: Slots, token: int) -> bool:
    """Whether no other clause begins between the event and a date."""
    first, end = (slots.end, token) if token >= slots.end else (token, slots.first)
    for here in range(first, end):
        tag = sentence.tag(here)
        if tag in ("stop", "sub", "rel") or (tag == "verb" and here not in (at, slots.carrier)):
            return False
    return True
