"""Whose the step is that somebody welcomes, condemns or rejects: "the decision", "the strikes" told of just before."""

from __future__ import annotations

from .clauses import Sentence, complements
from .items import Phrase, Told
from .memory import Memory

_JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
_DEFINITE = ("the", "this", "these", "that")
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


def _step(sentence: Sentence, told: Told) -> Phrase | None:
    """The object, or the subject of the passive: the move was condemned."""
    group = told.group
    assert group is not None
    objects = complements(sentence, group.index).objects
    return group.subject if group.passive and not group.progressive else objects[0] if objects else None


def _kinds(sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """The types of deed that the phrase takes up: it is definite, names nobody and is of no other thing."""
    words, steps = sentence.tagged.words, sentence.tagged.voc.steps
    if phrase.parties or phrase.of is not None or words[phrase.start] not in _DEFINITE or len(phrase.members) > 1:
        return ()
    return steps.get(words[phrase.head], ())
