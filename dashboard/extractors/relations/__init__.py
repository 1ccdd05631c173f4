"""Relations from clauses: who did what to whom, coded in PLOVER, with status and date.

A trigger (verb, verbal noun, participle) of the data, the parties that grammar puts around it, the status that tense,
negation and governing words give. Co-occurrence alone makes no relation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import DateMention, Mention, Quote, Relation
from . import coding, english
from .actors import idle_organisations, units
from .answered import answered
from .arguments import slots_of
from .attachment import attach
from .bodies import named_bodies, resolve_adjectives, resolve_bodies
from .charges import hand_over
from .choice import absorb, choose, qualifies
from .clauses import Clause
from .content import connect, denials, resume
from .decisions import replies, reprisals, take_up
from .echoes import imitated, join_in
from .heads import acting
from .judged import judgements
from .lexemes import index
from .obliged import obligations
from .offices import note, resolve_locals, resolve_offices
from .onesided import BLOWS
from .phrases import Unit
from .reasons import brokered, reasons
from .recall import Recall
from .record import relation_of, rows
from .referents import resolve_descriptions
from .requested import expectations, requests
from .tagging import clause
from .takenup import accusers, carried_over, imposed, laid_at, summoned, together
from .told import Told
from .weighing import surety

# What a sentence of sport tells in the words of politics.
_GAMES = {"CONSULT", "ASSAULT", "THREATEN", "AGREE"}

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
        return english.find(doc, lexicon, mentions, quotes, dates, headline)
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
    recall = Recall()
    found: list[Relation] = []
    for number, bounds in enumerate(doc.bounds):
        named, last = by_sentence.get(number, []), recall.last
        taken_up = bodies or titled or adjectival or number in described
        if not named and not (recall.known and (taken_up or (last and last()))):
            recall.last = None
            continue
        sentence = clause(doc, compiled, bounds, times)
        parties = units(sentence, named, idle)
        if bodies:
            parties = resolve_bodies(sentence, parties, bodies, recall.offices)
        if adjectival:
            parties = resolve_adjectives(sentence, parties)
        if parties and parties[0].marker == "location":
            parties = resolve_locals(sentence, parties)
        if titled:
            parties = resolve_offices(sentence, parties, recall.offices, here)
            note(sentence, parties, recall.offices)
        recall.lend(sentence)
        if number in described:
            parties = resolve_descriptions(sentence, parties, recall.known, quotes, mentions, recall.met)
        recall.last = None
        if parties:
            told = _sentence(sentence, parties, found, quotes, dates, headline)
            recall.keep(sentence, parties, told)
            found.extend(told)
    return found


def _sentence(
    sentence: Clause, parties: list[Unit], before: Sequence[Relation], quotes: Sequence[Quote],
    dates: Sequence[DateMention], headline: Sequence[Relation],
) -> list[Relation]:  # fmt: skip
    """The relations of a sentence, one event told once. `before` are those of earlier sentences."""
    found: dict[tuple[object, ...], Relation] = {}
    pointing = bool(sentence.where(sentence.index.points))
    events = _told(sentence, parties, pointing)
    if pointing:
        join_in(sentence, events, parties, before)
    if all(one.slots.empty and one.event.kind == "directed" for one in events):  # half of the sentences
        return _fullest(imitated(sentence, parties, (), before, dates)) if pointing else []
    accusers(sentence, events, before)
    take_up(sentence, events, before, headline)
    reprisals(sentence, events, parties, before, headline)
    replies(sentence, events, before, headline)
    attach(sentence, events, parties, [*headline, *before], sentence.index.weights)
    condition = coding.conditional(sentence)
    sport = any(not _elected(sentence, at) for at in sentence.where(sentence.index.is_sport))
    for told in events:
        if sport and told.event.type in _GAMES:
            continue
        relation = relation_of(sentence, told, condition, quotes, dates)
        if relation is None:
            continue
        for row in rows(sentence, told, resume(sentence, told, relation, before)):
            ends = frozenset(row.actors) if row.reciprocal else (row.source, row.target)
            key = (row.type, ends, frozenset(row.actors), row.announces)
            if key not in found or surety(found[key]) < surety(row):
                found[key] = row
    told_here = list(found.values())
    denied = denials(sentence, told_here) if told_here else []
    rejected = {(one.source, one.target) for one in denied if one.type == "REJECT"}
    told_here = [one for one in told_here if one.type != "REJECT" or (one.source, one.target) not in rejected]
    copies = imitated(sentence, parties, told_here, before, dates) if pointing else []
    return _fullest([*told_here, *denied, *copies])


def _fullest(rows: list[Relation]) -> list[Relation]:
    """The relations without those that another tells more fully."""
    return [one for one in rows if not any(_is_fuller(other, one) for other in rows)]


def _is_fuller(one: Relation, other: Relation) -> bool:
    """Whether one tells with its target what another tells without: شن هجوما استهدف ناقلة نفط سعودية."""
    same = (one.type, one.source) == (other.type, other.source) and one.target is not None and other.target is None
    return same and (one.type in BLOWS or ((one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)))


def _elected(sentence: Clause, at: int) -> bool:
    """Whether what may be a team is an elected official: الرئيس المنتخب, الحكومة المنتخبة."""
    official = sentence.index.sets["officials"].holds(sentence.word_at(at - 1))
    return sentence.word(at).removeprefix("ال").startswith("منتخب") and official


def _told(sentence: Clause, parties: list[Unit], pointing: bool) -> list[Told]:
    """The triggers of a sentence with their parties. `pointing` says whether a word may point at another's act."""
    found: list[Told] = []
    absorbed: set[tuple[str, int]] = set()
    free = 0
    choices = {at: choose(sentence, at) for at in sentence.readings if sentence.tag(at) in ("verb", "noun")}
    sentence.idle.update([at for at, choice in choices.items() if choice is None and sentence.tag(at) == "noun"])
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
    if not all(one.slots.empty for one in found):  # who does one of them may do another
        connect(sentence, found, parties)
        together(found)
        reasons(sentence, found, parties)
        carried_over(sentence, found, parties)
        answered(sentence, found, parties)
        imposed(sentence, found)
        summoned(found)
    laid_at(sentence, found, parties)
    hand_over(sentence, found, parties)
    if pointing:
        found.extend(brokered(sentence, found, parties))
        found.extend(requests(sentence, parties))
        found.extend(expectations(sentence, parties))
    found.extend(judgements(sentence, parties, found))
    found.extend(obligations(sentence, parties))
    return found
