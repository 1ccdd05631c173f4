"""What a sentence takes up from those before: the talks, the deal, the attack, a step answered in kind."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Sentence, complements
from .items import Phrase, Told
from .memory import Memory
from .nouns import of_noun
from .parties import doers

_DEFINITE = ("the", "this", "these", "both", "it", "its", "their")
# How many sentences back two may have met for "the meeting" to be theirs.
_BACK = 2


def take_up(sentence: Sentence, found: list[Told], memory: Memory) -> None:
    """Give what is told again its parties: who met, whom "the attack" hit, what "in kind" and "suit" stand for."""
    number = len(memory.seen)
    for told in tuple(found):
        data = told.event.data
        if data.get("echo"):
            if not _echo(told, found, memory, back=data["echo"] == "back"):
                found.remove(told)
        elif data.get("claims"):
            _claimed(sentence, told)
        if told.event.mutual and not (told.source or told.actors or told.target):
            when, parties = memory.together.get(_family(told), (0, []))
            if number - when <= _BACK and _again(sentence, told):
                told.actors, told.confidence = list(parties), 0.6
        elif told.event.type == "ASSAULT" and told.source and not told.target and _again(sentence, told):
            told.target = [name for name in memory.harmed if name not in told.source]
        elif told.noun and told.event.type == "ASSAULT" and told.target and not told.source:
            told.source = _blamed(sentence, told, found)
        elif told.event.type == "ASSAULT" and told.target and not told.source:
            told.source = [name for name in _in_which(sentence, told, found) if name not in told.target]
        if told.event.type == "ASSAULT" and told.target:
            memory.harmed = told.target
        found += _similar(sentence, told)
        parties = list(dict.fromkeys([*told.source, *told.actors]))
        if told.event.mutual and len(parties) > 1:
            memory.together[_family(told)] = (number, parties)


def _in_which(sentence: Sentence, told: Told, found: list[Told]) -> list[str]:
    """An attack in which two were killed: who made it."""
    words = sentence.tagged.words
    for one in found:
        near = words[one.at + 1 : told.at]
        if one.noun and one.event.type == "ASSAULT" and one.at < told.at and near[:2] == ["in", "which"]:
            return one.source
    return []


def _similar(sentence: Sentence, told: Told) -> list[Told]:
    """Expelled two envoys in response to a similar step by Oslo: the deed that was answered."""
    if told.noun or told.group is None or len(told.source) != 1 or not told.target or told.event.mutual:
        return []
    around = complements(sentence, told.group.index).prepositions
    for (word, step), (by, phrase) in zip(around, around[1:], strict=False):
        alike = "similar" in sentence.tagged.words[step.start : step.end] and word in ("to", "for", "after")
        agents = doers(sentence.tagged, phrase) if alike and by == "by" else []
        if agents and not set(agents) & set(told.source):
            one = replace(told, source=agents, target=list(told.source), at=step.head)
            one.first, one.end, one.confidence = step.start, phrase.end, 0.6
            return [one]
    return []


def _family(told: Told) -> str:
    """Events that one word may take up: a treaty is agreed and signed."""
    return "AGREE" if told.event.id == "sign" else told.event.id if told.event.type == "COOPERATE" else told.event.type


def _again(sentence: Sentence, told: Told) -> bool:
    """Whether what tells it is known: the talks, claimed the attack, it was signed."""
    if told.noun:
        phrase = _phrase_of(sentence, told)
        return phrase is not None and sentence.tagged.words[phrase.start] in _DEFINITE
    group = told.group
    if group is not None and told.event.data.get("claims"):
        return any(
            sentence.tagged.words[one.start] in _DEFINITE for _, one in complements(sentence, group.index).prepositions
        )
    return group is not None and group.passive and group.subject is not None and (
        sentence.tagged.words[group.subject.start] in _DEFINITE
    )  # fmt: skip


def _phrase_of(sentence: Sentence, told: Told) -> Phrase | None:
    """The noun phrase whose head tells it."""
    for item in sentence.items:
        for one in item.phrase.members if item.phrase is not None else ():
            if one.head == told.at:
                return one
    return None


def _blamed(sentence: Sentence, told: Told, found: list[Told]) -> list[str]:
    """Cut ties with Iran over an attack on its ships: who is made to answer for what was done."""
    phrase = _phrase_of(sentence, told)
    if phrase is None or sentence.tagged.word(phrase.start - 1) not in ("over", "for", "after", "following"):
        return []
    for one in found:
        answer = one.event.type in ("ACCUSE", "SANCTION", "THREATEN", "REJECT") and one.at < told.at
        if answer and set(one.source) == set(told.target) and len(one.target) == 1:
            return list(one.target)
    return []


def _claimed(sentence: Sentence, told: Told) -> None:
    """Claimed responsibility for a raid on Chad: whom it hit."""
    assert told.group is not None
    for word, phrase in complements(sentence, told.group.index).prepositions:
        inner = of_noun(sentence, phrase, None) if word == "for" and phrase.event is not None else None
        if inner is not None:
            told.target = [name for name in inner.target if name not in told.source]


def _echo(told: Told, found: list[Told], memory: Memory, *, back: bool) -> bool:
    """Make of "replied in kind" the deed it answers, of "followed suit" the deed it repeats; False where none is."""
    before = [one for one in found if one.at < told.at and one.source and one.target and not one.event.mutual]
    for one in (*reversed(before), *reversed(memory.deeds)):
        if back and set(told.source) & set(one.target):
            told.event, told.target = one.event, [name for name in one.source if name not in told.source]
            return bool(told.target)
        if not back and told.source and not set(told.source) & set(one.source):
            told.event = one.event
            told.target = told.target or [name for name in one.target if name not in told.source]
            return bool(told.target)
    return False
