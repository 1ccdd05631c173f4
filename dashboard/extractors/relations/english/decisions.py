"""Whose the step is that somebody welcomes, condemns or rejects: "the decision", "the strikes" told of just before."""

from __future__ import annotations

from .clauses import Sentence, complements
from .implied import opening
from .items import Phrase, Told
from .memory import Memory

_JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
_DEFINITE = ("the", "this", "these", "that")
# How many items the verb is from the noun at most: a step, that, Chad, denounced.
_CLAUSE = 4
# How many sentences back the step may have been told.
_BACK = 3


def judged(sentence: Sentence, told: Told, found: list[Told], memory: Memory) -> list[str]:
    """Who took the step that a verb without a target judges; nothing where it is not the last told of its kind."""
    group, event = told.group, told.event
    if event.type not in _JUDGING or group is None or told.noun or not event.data.get("content"):
        return []
    phrase = _step(sentence, told)
    kinds = _kinds(sentence, phrase) if phrase is not None else ()
    if not kinds:
        return []
    here = [one for one in found if one is not told and one.at < told.at and one.source]
    near = len(memory.seen) - _BACK
    for one in (*reversed(here), *(deed for deed in reversed(memory.steps) if deed.when >= near)):
        real = one.status not in ("hypothetical", "denied")
        if real and one.event.type in kinds and not set(one.source) & set(told.source):
            return list(one.source) if len(one.source) == 1 else []
    return []


def summed_up(sentence: Sentence, told: Told, found: list[Told]) -> list[str]:
    """A plan that was criticised by Chad, a step Chad denounced: who did what the words before tell and a noun in
    apposition sums up."""
    noun = _apposition(sentence, told) if told.event.type in _JUDGING and not told.noun else None
    if noun is None:
        return []
    before, kinds = [one for one in found if one.at < noun.start], _types(sentence, noun)
    if any(one.event.type in kinds and set(one.source) & set(told.source) for one in before):
        return []  # had requested it, a request it refused: "it" is somebody else
    doing = [list(dict.fromkeys([*one.source, *one.actors])) for one in before]
    others = [ids for ids in doing if ids and not set(ids) & set(told.source)]
    about = opening(sentence, noun.start)
    if about in others or (not others and len(about) == 1 and about[0] not in told.source):
        return about
    return others[-1] if others else []


def _apposition(sentence: Sentence, told: Told) -> Phrase | None:
    """The noun in apposition that a relative clause, or a participle, is about."""
    assert told.group is not None
    voc, words = sentence.tagged.voc, sentence.tagged.words
    for at in range(told.group.index - 1, max(told.group.index - _CLAUSE, 0), -1):
        if sentence.kind(at) not in ("NP", "SUB", "REL"):
            return None
        phrase = sentence.phrase(at)
        if phrase is not None and sentence.kind(at - 1) == "COMMA" and not phrase.parties and phrase.of is None:
            known = words[phrase.head] in voc.steps or words[phrase.head] in voc.sets["summing"]
            alone = words[phrase.start] in ("a", "an") or words[phrase.head].endswith("s")
            return phrase if known and alone and words[phrase.start] not in _DEFINITE else None
    return None


def _step(sentence: Sentence, told: Told) -> Phrase | None:
    """The object, or the subject of the passive: the move was condemned."""
    group = told.group
    assert group is not None
    objects = complements(sentence, group.index).objects
    return group.subject if group.passive and not group.progressive else objects[0] if objects else None


def _kinds(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The types of deed that the phrase takes up: it is definite, names nobody and is of no other thing."""
    words = sentence.tagged.words
    if phrase.parties or phrase.of is not None or words[phrase.start] not in _DEFINITE or len(phrase.members) > 1:
        return ()
    return _types(sentence, phrase)


def _types(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    return sentence.tagged.voc.steps.get(sentence.tagged.words[phrase.head], ())
