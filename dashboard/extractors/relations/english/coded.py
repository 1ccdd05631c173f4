"""From what a sentence tells to the relations of the record: ends, status, attribution, date."""

from __future__ import annotations

from collections.abc import Sequence

from ....model import DateMention, Mention, Quote, Relation
from .. import coding
from ..record import quote_at
from ..weighing import rule_of, surety
from .clauses import Sentence
from .items import Told
from .memory import state_of
from .reported import suffered

_Ends = tuple[str | None, str | None, tuple[str, ...]]  # source, target, actors
_MADE = ("occurred", "ongoing", "announced", "approved")
_OPEN = ("occurred", "ongoing")
_PAST, _PAST_REACH = frozenset(("after", "following")), 5
_DATED = 4  # how far behind a date its "when" stands
# What somebody says to have done by force remains a claim.
_FORCEFUL = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST")


def code(
    sentence: Sentence, events: Sequence[Told], quotes: Sequence[Quote], dates: Sequence[DateMention],
    mentions: Sequence[Mention],
) -> list[Relation]:  # fmt: skip
    """The relations, one event told once."""
    found: dict[tuple[object, ...], Relation] = {}
    words = sentence.tagged.words
    condition = not sentence.tagged.voc.sets["conditions"].isdisjoint(words)
    for told in events:
        for row in _rows(sentence, told, condition, quotes, dates, mentions):
            ends = frozenset(row.actors) if row.reciprocal else (row.source, row.target)
            # A deed still to come is not the one done, nor one of another day.
            when = row.date if not told.noun and not row.reciprocal else None
            apart = row.status if row.status in ("announced", "denied") else ""
            key = (row.type, ends, row.announces, apart, when)
            known = found.get(key)
            if known is None or surety(known) < surety(row):
                found[key] = row
    complete = {(row.type, row.source) for row in found.values() if row.target is not None}
    rows = [row for row in found.values() if row.target is not None or (row.type, row.source) not in complete]
    hit = {(row.type, row.target) for row in rows if row.source is not None}
    rows = [row for row in rows if row.source is not None or (row.type, row.target) not in hit]
    return sorted(rows, key=lambda row: row.start or 0)


def _rows(
    sentence: Sentence, told: Told, condition: bool, quotes: Sequence[Quote], dates: Sequence[DateMention],
    mentions: Sequence[Mention],
) -> list[Relation]:  # fmt: skip
    event, voc = told.event, sentence.tagged.voc
    kind, mode = event.type, event.mode
    pairs: list[_Ends]
    reciprocal = event.mutual
    if reciprocal:
        parties = list(dict.fromkeys([*told.source, *told.actors, *told.target]))
        if len(parties) > 1:
            pairs = [(parties[0], parties[1], tuple(parties))]
            if event.data.get("pairwise"):  # spoke by phone with the two
                pairs = [(parties[0], other, (parties[0], other)) for other in parties[1:]]
        elif parties and event.data.get("own") and told.status != "hypothetical":
            own = event.data["own"]
            kind, mode, reciprocal = own["type"], own.get("mode"), False
            pairs = [(parties[0], None, (parties[0],))]
        else:
            return []
    else:
        sources = list(dict.fromkeys(told.source))
        targets = list(dict.fromkeys(told.target))
        if event.data.get("own_only"):
            targets = []
        alone = suffered(sentence, told)
        if event.data.get("each") and len(sources) == 2 and not targets:  # the two broke off ties
            targets = sources[1:]
        kept = event.kept and (event.type != "SANCTION" or _carried(told))
        if (not sources and not alone) or (not targets and (not kept or told.status == "hypothetical")):
            return []
        if event.data.get("organisations"):
            targets = [name for name in targets if name in voc.organisations]
            if not targets:
                return []
        each = bool(event.data.get("each")) and targets == sources[1:] and len(sources) == 2
        sources = sources[:1] if each else sources
        reciprocal = each or bool(event.data.get("reciprocal"))
        pairs = [(a, b, (a, b)) for a in sources for b in targets if a != b or kind in ("ASSAULT", "COERCE", "PROTEST")]
        if not targets:
            pairs = [(a, None, (a,)) for a in sources]
        if alone:
            pairs = [(None, b, (b,)) for b in targets]
    if not pairs:
        return []
    tagged = sentence.tagged
    start, end = tagged.doc.span(tagged.first + told.first, tagged.first + told.end)
    status = told.status or "occurred"
    quote = quote_at(quotes, tagged.doc.field, tagged.doc.starts[tagged.first + told.at])
    date = _date(sentence, dates, told)
    if date is not None and status == "occurred" and dates[date].tense == "future" and _present(sentence, told):
        status = "announced"
    kind, mode, status, announces = coding.code_of(voc.types, kind, mode, status, condition)
    if quote is not None and status in _OPEN and not _performed(kind, quotes[quote], pairs, mentions):
        # What is condemned or welcomed has happened, whoever does so.
        status = status if (quotes[quote].verb or "").lower() in voc.sets["presupposing"] else "claimed"
    contexts = list(event.context)
    known = voc.context_memo
    for word in tagged.words[told.first : told.end + 4]:
        names = known[word] if word in known else voc.contexts_of(word)
        if names:
            contexts.extend(name for name in names if name not in contexts)
    return [Relation(
        source=source, target=target, actors=actors, reciprocal=reciprocal, type=kind, mode=mode,
        context=tuple(contexts), sign=voc.types[kind]["sign"], status=status, announces=announces,
        attributed_to=quote, date=date, start=start, end=end,
        field=tagged.doc.field, sentence=tagged.doc.sentence_at(start),
        rule=rule_of(event.id, noun=told.noun, weighed=told.weighed),
        confidence=told.confidence,
    ) for source, target, actors in pairs]  # fmt: skip


def _carried(told: Told) -> bool:
    """Whether a verb tells it or carries its noun: imposed sanctions, not sanctions are possible."""
    forms = told.group.forms if told.group is not None else []
    return not told.noun or any(form.role == "carrier" and form.name in _MADE for form in forms)


def _performed(kind: str, quote: Quote, pairs: Sequence[_Ends], mentions: Sequence[Mention]) -> bool:
    """Whether who says it does it by saying so: announced sanctions, reiterated its support."""
    if kind in _FORCEFUL:
        return False
    own = state_of(quote, mentions)
    if own is None and quote.speaker_mention is not None:
        own = mentions[quote.speaker_mention].id
    return any(own == source for source, _, _ in pairs)


def _present(sentence: Sentence, told: Told) -> bool:
    group = told.group
    if told.noun and not _PAST.isdisjoint(sentence.tagged.words[max(0, told.at - _PAST_REACH) : told.at]):
        return False  # will leave, following a visit on Sunday
    while group is not None and group.shape in ("inf", "ing") and group.governor is not None and not group.modal:
        group = group.governor  # struck, killing; began to arrive
    if group is None and told.event.type == "ASSAULT":  # killed in an air strike
        group = next((one for one in reversed(sentence.groups) if one.at < told.at), None)
    return group is None or not any(form.form in ("past", "pp") for form in group.forms)


def _date(sentence: Sentence, dates: Sequence[DateMention], told: Told) -> int | None:
    """The date nearest to the event in its clause; the first of alternatives; no duration, no recurrence."""
    tagged = sentence.tagged
    doc = tagged.doc
    low, high = doc.starts[tagged.first], doc.ends[tagged.end - 1]
    best: tuple[int, int] | None = None
    for number, date in enumerate(dates):
        if date.field != doc.field or date.start is None or not low <= date.start < high:
            continue
        if date.kind in ("duration", "recurring"):
            continue
        token = doc.token_at(date.start) - tagged.first
        if not _same_clause(sentence, told, token):
            continue
        distance = token - told.end if token >= told.end else max(0, told.first - token) * 2
        if best is None or max(0, distance) < best[0]:
            best = (max(0, distance), number)
    if best is None:
        return None
    group = dates[best[1]].alternative
    if group is None:
        return best[1]
    return min(n for n, date in enumerate(dates) if date.alternative == group and date.field == doc.field)


def _same_clause(sentence: Sentence, told: Told, token: int) -> bool:
    """Whether no other clause begins between the event and a date."""
    first, end = (told.end, token) if token >= told.end else (token, told.first)
    tagged = sentence.tagged
    own = told.group.at if told.group is not None else -1
    for here in range(first, end):
        tag = tagged.tags[here]
        if tag == "W" and tagged.word(here) == "when" and token < here and here - token <= _DATED:
            continue  # on 18 October, when Oslo called on
        if (
            tag in ("S", "R")
            or (tag == "C" and tagged.tag(here + 1) == "X")
            or (tag == "W" and tagged.tag(here + 1) != "T")
            or (tag == "V" and here != own)
        ):
            return False
    return True
