"""Relations from clauses: who did what to whom, coded in PLOVER, with status and date.

A trigger (verb, verbal noun, participle) of the data, the parties that grammar puts around it, the status that tense,
negation and governing words give. Co-occurrence alone makes no relation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache, partial

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import DateMention, Mention, Quote, Relation
from . import coding, english
from .actors import idle_organisations, units
from .answered import answered
from .arguments import slots_of
from .bodies import named_bodies, resolve_adjectives, resolve_bodies
from .charges import hand_over
from .choice import absorb, choose, qualifies
from .clauses import Clause, Subject
from .content import connect, denials, resume
from .decisions import INFERRED, replies, reprisals, take_up
from .echoes import imitated, join_in
from .heads import acting
from .judged import judgements
from .lexemes import index
from .obliged import obligations
from .offices import Offices, note, resolve_locals, resolve_offices
from .onesided import BLOWS
from .phrases import Unit
from .reasons import brokered, reasons
from .record import relation_of, rows
from .referents import resolve_descriptions
from .requested import expectations, requests
from .subjects import main_subject
from .tagging import clause
from .takenup import accusers, carried_over, imposed, laid_at, together
from .told import Told

# What a sentence of sport tells in the words of politics.
_GAMES = {"CONSULT", "ASSAULT", "THREATEN", "AGREE"}

# What those do together whose statement follows.
_GATHERED = {"CONSULT", "AGREE", "SUPPORT"}

__all__ = ["find"]


@lru_cache(maxsize=2)
def _idle(lexicon: Lexicon) -> set[str]:
    return idle_organisations(lexicon.data("organisations"))


def find(
    doc: Document, lexicon: Lexicon, mentions: Sequence[Mention], quotes: Sequence[Quote], dates: Sequence[DateMention],
    published: dt.date | None = None, headline: Sequence[Relation] = (),
) -> list[Relation]:  # fmt: skip
    """The relations of one field. `mentions`, `quotes`, `dates` are the record's lists; indexes point into them.

    `headline` is what the title tells, for the text to take up.
    """
    mentions = acting(mentions, lexicon, published)
    if doc.language == "en":
        return english.find(doc, lexicon, mentions, quotes, dates)
    compiled, idle = index(lexicon), _idle(lexicon)
    here = [mention for mention in mentions if mention.field == doc.field and mention.start is not None]
    if not here or not any(map(doc.where, (compiled.tells, compiled.judges, compiled.obliges))):
        return []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in here:  # in the order of the text; in a title, all are of its one sentence
        by_sentence.setdefault(mention.sentence or 0, []).append(mention)
    spans = [
        range(doc.token_at(date.start), doc.token_at((date.end or 1) - 1) + 1)
        for date in dates
        if date.field == doc.field and date.start is not None
    ]
    times = sorted({at for span in spans for at in span})
    bodies = named_bodies(compiled, doc, here, idle)
    titled = bool(doc.where(compiled.called.__contains__))
    described = {doc.sentence_of[at] for at in doc.where(compiled.stands)}
    adjectival = bool(doc.where(compiled.adjectives.__contains__))
    offices: Offices = {}
    found: list[Relation] = []
    known: list[list[str]] = []
    met: list[list[str]] = []
    last: Subject | None = None  # the subject of the sentence before
    gathered: list[str] = []
    for number, bounds in enumerate(doc.bounds):
        named = by_sentence.get(number, [])
        if not named and not (known and (bodies or titled or adjectival or number in described or (last and last()))):
            last = None
            continue
        sentence = clause(doc, compiled, bounds, times)
        parties = units(sentence, named, idle)
        parties = resolve_bodies(sentence, parties, bodies, offices)
        if adjectival:
            parties = resolve_adjectives(sentence, parties)
        parties = resolve_locals(sentence, parties) if parties else parties
        if titled:
            parties = resolve_offices(sentence, parties, offices, here)
            note(sentence, parties, offices)
        sentence.before, sentence.known = last or sentence.before, known[-1] if known else []
        sentence.gathered = gathered
        parties = resolve_descriptions(sentence, parties, known, quotes, mentions, met)
        if not parties:
            last = None
        else:
            told = _sentence(sentence, parties, found, quotes, dates, headline)
            # Two that did something together are who "both sides" are; else all that were named.
            two = (one for one in told if len(compiled.sides.intersection(one.actors)) == 2)
            pairs = [list(one.actors) for one in two if one.confidence > INFERRED]
            joint = [list(one.actors) for one in told if one.reciprocal and list(one.actors) in pairs]
            met.extend(joint)
            several = [one for one in told if one.reciprocal and one.type in _GATHERED and len(one.actors) > 1]
            gathered = list(several[-1].actors) if several else gathered
            pairs.extend(unit.ids for unit in parties if unit.how == "both" and len(unit.ids) == 2)
            if len(set(map(frozenset, pairs))) > 2:
                pairs = []  # each of several with another: none of them is "the two"
            # «الدول الثلاث» are who stood in one list, whoever else its sentence names.
            known.extend(list(unit.ids) for unit in parties if len(compiled.states.intersection(unit.ids)) > 2)
            known.append(pairs[-1] if pairs else [one for unit in parties for one in unit.ids])
            found.extend(told)
            last = partial(main_subject, sentence, parties)
    return found


def _sentence(
    sentence: Clause, parties: list[Unit], before: Sequence[Relation], quotes: Sequence[Quote],
    dates: Sequence[DateMention], headline: Sequence[Relation],
) -> list[Relation]:  # fmt: skip
    """The relations of a sentence, one event told once. `before` are those of earlier sentences."""
    found: dict[tuple[object, ...], Relation] = {}
    events = _told(sentence, parties)
    join_in(sentence, events, parties, before)
    accusers(sentence, events, before)
    take_up(sentence, events, before, headline)
    reprisals(sentence, events, before, headline)
    replies(sentence, events, before, headline)
    condition = bool(events) and coding.conditional(sentence)
    sport = bool(events) and any(not _elected(sentence, at) for at in sentence.where(sentence.index.is_sport))
    for told in events:
        if sport and told.event.type in _GAMES:
            continue
        relation = relation_of(sentence, told, condition, quotes, dates)
        if relation is None:
            continue
        for row in rows(sentence, told, resume(sentence, told, relation, before)):
            ends = frozenset(row.actors) if row.reciprocal else (row.source, row.target)
            key = (row.type, ends, frozenset(row.actors), row.announces)
            if key not in found or found[key].confidence < row.confidence:
                found[key] = row
    told_here = list(found.values())
    denied = denials(sentence, told_here)
    rejected = {(one.source, one.target) for one in denied if one.type == "REJECT"}
    told_here = [one for one in told_here if one.type != "REJECT" or (one.source, one.target) not in rejected]
    rows_here = [*told_here, *denied, *imitated(sentence, parties, told_here, before, dates)]
    return [one for one in rows_here if not any(_is_fuller(other, one) for other in rows_here)]


def _is_fuller(one: Relation, other: Relation) -> bool:
    """Whether one tells with its target what another tells without: شن هجوما استهدف ناقلة نفط سعودية."""
    same = (one.type, one.source) == (other.type, other.source) and one.target is not None and other.target is None
    return same and (one.type in BLOWS or ((one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)))


def _elected(sentence: Clause, at: int) -> bool:
    """Whether what may be a team is an elected official: الرئيس المنتخب, الحكومة المنتخبة."""
    official = sentence.index.sets["officials"].holds(sentence.word_at(at - 1))
    return sentence.word(at).removeprefix("ال").startswith("منتخب") and official


def _told(sentence: Clause, parties: list[Unit]) -> list[Told]:
    """The triggers of a sentence with their parties."""
    found: list[Told] = []
    absorbed: set[tuple[str, int]] = set()
    free = 0
    choices = {at: choose(sentence, at) for at in sorted(sentence.readings) if sentence.tag(at) in ("verb", "noun")}
    sentence.idle.update(at for at, choice in choices.items() if choice is None and sentence.tag(at) == "noun")
    for at, choice in choices.items():
        if at < free:
            continue
        if choice is not None and choice[0].pos == "participle" and qualifies(sentence, at):
            continue
        if choice is None or (choice[1].id, at) in absorbed:
            continue
        aimed = choice[0].pos == "participle" and choice[1].type == "ASSAULT"
        if aimed and any(one.event.type == "SANCTION" for one in found):
            continue  # فرضت واشنطن عقوبات، مستهدفة شركات روسية
        reading, event = choice
        free = at + reading.length
        absorbed.update(absorb(sentence, at, event))
        found.append(Told(at, reading, event, slots_of(sentence, parties, at, reading, event)))
    connect(sentence, found, parties)
    together(found)
    reasons(sentence, found, parties)
    carried_over(sentence, found, parties)
    answered(sentence, found, parties)
    imposed(sentence, found)
    laid_at(sentence, found, parties)
    hand_over(sentence, found, parties)
    found.extend(brokered(sentence, found, parties))
    found.extend(requests(sentence, parties))
    found.extend(expectations(sentence, parties))
    found.extend(judgements(sentence, parties, found))
    found.extend(obligations(sentence, parties))
    return found
