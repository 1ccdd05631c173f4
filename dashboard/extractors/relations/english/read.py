"""All that a sentence tells: its verbs, its events' nouns, who backs whom."""

from __future__ import annotations

from .answers import complete
from .carried import noun
from .clauses import Sentence, complements
from .events import of_verb
from .gapped import gapped
from .goals import goals, unless
from .items import Group, Party, Phrase, Told
from .memory import Memory
from .nouns import of_noun
from .obliged import must
from .reported import complaints
from .requested import requests
from .spoken import spoken
from .status import of_group
from .takenup import take_up
from .turned import turned

# Not having said something is nothing told.
_VERBAL = ("REJECT", "REQUEST", "THREATEN", "ACCUSE")


def told_by(sentence: Sentence, memory: Memory) -> list[Told]:
    """The events of a sentence in text order."""
    found: list[Told] = []
    taken: set[int] = set()  # heads of nouns that a verb has told already
    for group in sentence.groups:
        told = of_verb(sentence, group)
        if told is None:
            continue
        told.status = of_group(sentence, group)
        if told.event.data.get("by_speaker"):
            spoken(sentence, group, told, memory)
        turned(sentence, group, told)
        if not _keep(sentence, group, told):
            continue
        _own_phrases(sentence, group, told, taken)
        found.append(told)
    found += gapped(sentence, found)
    found += must(sentence, memory)
    found += requests(sentence, taken)
    goals(sentence, found)
    unless(sentence, found)
    for index, item in enumerate(sentence.items):
        for phrase in _inner(item.phrase) if item.phrase is not None else ():
            if phrase.event is None or phrase.head in taken:
                continue
            told = noun(sentence, index, phrase, memory, nested=phrase is not item.phrase)
            if told is not None:
                found.append(told)
    if "H" in sentence.tagged.tags:
        found += _backers(sentence)
    take_up(sentence, found, memory)
    complete(sentence, found, memory)
    found += complaints(sentence, found)
    return sorted(found, key=lambda one: one.at)


def _inner(phrase: Phrase) -> list[Phrase]:
    """A phrase, those coordinated to it and those in its of-phrase."""
    if phrase.of is None and len(phrase.members) == 1:
        return phrase.members
    found: list[Phrase] = []
    for one in phrase.members:
        found.append(one)
        if one.of is not None:
            found += _inner(one.of)
    return found


def _keep(sentence: Sentence, group: Group, told: Told) -> bool:
    """Whether a verb that only governs another's infinitive tells something itself."""
    before = group.index - 1
    if group.shape == "ing" and sentence.kind(before) == "PREP" and sentence.word(before) in ("against", "without"):
        return False  # advised against travelling to
    if group.shape == "ing" and sentence.word(before) == "as" and sentence.kind(before - 1) == "NP":
        return False  # described it as kidnapping
    return not (told.status == "denied" and group.negated and told.event.type in _VERBAL)


def _own_phrases(sentence: Sentence, group: Group, told: Told, taken: set[int]) -> None:
    """Nouns behind a verb that are part of its event: signed an agreement, lifted sanctions."""
    absorbed = set(told.event.data.get("absorbs", ()))
    if not told.event.data.get("content"):  # welcomed the support is not the support
        absorbed.add(told.event.id)
    around = complements(sentence, group.index)
    subject = [group.subject] if group.subject is not None and group.passive else []
    for phrase in (*around.objects, *subject, *(one for _, one in around.prepositions)):
        for one in (*phrase.members, *(inner for inner in (phrase.of,) if inner is not None)):
            if one.event in absorbed:
                taken.add(one.head)
                _borrow(sentence, told, one)


def _borrow(sentence: Sentence, told: Told, phrase: Phrase) -> None:
    """Parties that stand with the noun a verb has absorbed: signed a deal with, lifted sanctions on."""
    inner = of_noun(sentence, phrase, None)
    if inner is None:
        return
    if told.event.mutual:
        told.actors += [name for name in inner.actors if name not in told.actors and name not in told.source]
    elif not told.target:
        told.target = [name for name in inner.target if name not in told.source]


def _before_aside(sentence: Sentence, start: int, phrase: Phrase) -> list[Party]:
    """Hezbollah, the Iran-backed movement: the group that an aside describes."""
    tagged = sentence.tagged
    if tagged.words[phrase.head] not in tagged.voc.sets["group_words"] or tagged.word(start - 1) != ",":
        return []
    before = next((item.phrase for item in sentence.items if item.phrase is not None and item.end == start - 1), None)
    return [p for p in before.parties if p.part == "head" and p.how == "organization"] if before is not None else []


def _backers(sentence: Sentence) -> list[Told]:
    """US-backed rebels: who backs whom, where the backed are named."""
    found = []
    for item in sentence.items:
        for phrase in _inner(item.phrase) if item.phrase is not None else ():
            for party in phrase.parties:
                if party.part != "backer":
                    continue
                backed = [
                    p
                    for p in phrase.parties
                    if p is not party and p.part in ("head", "mod") and p.how == "organization"
                ]
                backed = backed or _before_aside(sentence, item.start, phrase)
                if backed and backed[0].ids != party.ids:
                    event = sentence.tagged.voc.events["support"]
                    told = Told(event, phrase.head, list(party.ids), list(backed[0].ids), noun=True, status="ongoing")
                    told.first, told.end, told.confidence = party.first, backed[0].end, 0.65
                    found.append(told)
    return found
