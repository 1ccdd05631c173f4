"""Relations in English: sentences cut into noun phrases and verb groups, parties by grammar, coded in PLOVER."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....clean.document import Document
from ....lexicon import Lexicon
from ....model import DateMention, Mention, Quote, Relation
from ..actors import actor_of, idle_organisations
from .attachment import attach
from .clauses import Sentence
from .coded import code
from .memory import Memory
from .phrases import Named, items_of
from .read import told_by
from .subjects import solve
from .tagging import Tagged
from .words import Vocabulary, vocabulary

__all__ = ["find"]


@lru_cache(maxsize=2)
def _idle(lexicon: Lexicon) -> set[str]:
    return idle_organisations(lexicon.data("organisations"))


def find(
    doc: Document, lexicon: Lexicon, mentions: Sequence[Mention], quotes: Sequence[Quote], dates: Sequence[DateMention],
    headline: Sequence[Relation] = (),
) -> list[Relation]:  # fmt: skip
    """The relations of one English field; indexes of the result point into the lists given."""
    voc, idle = vocabulary(lexicon), _idle(lexicon)
    named, sign = _named(doc, mentions, idle, voc)
    if not named:
        return []
    times = {
        token
        for date in dates
        if date.field == doc.field and date.start is not None and date.end is not None
        for token in range(doc.token_at(date.start), doc.token_at(date.end - 1) + 1)
    }
    here = [quote for quote in quotes if quote.field == doc.field]
    nonstate = frozenset(m.id for m in mentions if m.nonstate)
    memory = Memory(voc.states, voc.organisations, here, mentions, nonstate, idle=frozenset(idle))
    found: list[Relation] = []
    for bounds in doc.bounds:
        memory.begin()
        tells = not voc.interesting.isdisjoint(doc.words[bounds[0] : bounds[1]])
        any_named = any(token in sign for token in range(*bounds))
        if not tells or not (any_named or memory.subject):
            words = doc.words[bounds[0] : bounds[0] + 2]
            _skim(bounds, named, memory, words[0] == "the" and words[-1] in voc.sets["agents"])
            continue
        found += _sentence(doc, voc, bounds, named, sign, times, memory, quotes, dates, [*headline, *found])
    return found


def _home(doc: Document, mentions: Sequence[Mention]) -> str | None:
    """The state from whose capital a text is dated and of which it speaks first: ANKARA – Turkey has …"""
    states = [one for one in mentions if one.field == doc.field and one.kind == "country" and one.start is not None]
    dated = bool(states) and states[0].start == 0 and states[0].via == "capital" and states[0].text.isupper()
    return states[0].id if dated and len(states) > 1 and states[1].id == states[0].id else None


def _official(mention: Mention, voc: Vocabulary) -> bool:
    """Whether a person bears an office of a state that the text need not name where it is dated: Prime Minister X."""
    role = (mention.role or "").lower().split()
    return mention.rule == "people.en.title" and bool(role) and role[0] not in ("former", "ex") and (
        not voc.sets["offices"].isdisjoint(role)
    )  # fmt: skip


def _named(
    doc: Document, mentions: Sequence[Mention], idle: set[str], voc: Vocabulary
) -> tuple[dict[int, Named], dict[int, int]]:
    """Mentions by first token, and for every token of one 1, or -1 where it is an adjective."""
    home = _home(doc, mentions)
    named: dict[int, Named] = {}
    sign: dict[int, int] = {}
    for mention in mentions:
        if mention.field != doc.field or mention.start is None or mention.end is None:
            continue
        first, end = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
        how = (mention.via or "name") if mention.kind == "country" else mention.kind
        actor = actor_of(mention, idle)
        if (
            actor is None
            and how == "person"
            and home is not None
            and mention.country is None
            and _official(mention, voc)
        ):
            actor = home
        named[first] = (first, end, actor, how)
        for token in range(first, end):
            sign[token] = -1 if how == "demonym" else 1
    return named, sign


def _skim(bounds: tuple[int, int], named: dict[int, Named], memory: Memory, agent: bool) -> None:
    """Remember who is named in a sentence that tells nothing."""
    if agent and not any(token in named for token in range(bounds[0], bounds[0] + 3)):
        memory.subject, memory.single = [], None  # the army did not comment: "it" is nobody before
    for token in range(*bounds):
        if token in named:
            _, _, actor, how = named[token]
            if actor is not None and how != "place":
                memory.here.append(actor)
                if len(memory.here) == 1 and how != "demonym":
                    memory.subject = [actor]
                if how == "person":
                    memory.person, memory.faceless = [actor], False
                    if len(memory.here) == 1:
                        memory.agent, memory.acted = [actor], len(memory.seen)
            elif how == "person":
                memory.person, memory.agent, memory.faceless = [], [], True
    if not memory.pair:
        memory.two()


def _sentence(
    doc: Document, voc: Vocabulary, bounds: tuple[int, int], named: dict[int, Named], sign: dict[int, int],
    times: set[int], memory: Memory, quotes: Sequence[Quote], dates: Sequence[DateMention], before: Sequence[Relation],
) -> list[Relation]:  # fmt: skip
    sport = voc.sets["sport"].intersection(doc.words[bounds[0] : bounds[1]])
    if sport and any(doc.words[at] in sport and at not in sign for at in range(*bounds)):  # not the Arab League
        return []
    tagged = Tagged(doc, voc, bounds, sign, times)
    items = items_of(tagged, named, memory)
    sentence = Sentence(tagged, items, tagged.groups)
    sentence.groups = [item.group for item in items if item.group is not None]
    for group in sentence.groups:
        solve(sentence, group)
    events = told_by(sentence, memory)
    acts = [list(dict.fromkeys([*one.source, *one.actors])) for one in events if one.event.mutual]
    memory.end(sentence.groups, tagged, next((ids for ids in acts if len(ids) == 2), ()))
    attach(sentence, events, before, voc.weights)
    return code(sentence, events, quotes, dates, memory.mentions)
