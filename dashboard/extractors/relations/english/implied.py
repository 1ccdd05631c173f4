"""Ends that a sentence gives without saying: whose ministry says it is done, of whom "it" was said before."""

from __future__ import annotations

from .clauses import Sentence, complements
from .items import Phrase, Told
from .memory import Memory
from .parties import doers
from .spoken import sayer
from .subjects import solve

_DONE = ("SANCTION", "RETREAT", "COERCE")
_CALLS = ("call-names", "call-false")


def said_done(sentence: Sentence, told: Told, memory: Memory) -> None:
    """Three envoys have been expelled, Egypt's foreign ministry said: the ministry's state has done it."""
    group = told.group
    if told.source or not told.target or told.noun or group is None or not group.passive or group.negated:
        return
    if told.event.type not in _DONE and told.event.id != "shoot-down":
        return
    said = sayer(sentence)
    if len(said) == 1 and said[0] in memory.states and said[0] not in told.target and not _held(sentence, told):
        told.source, told.confidence = said, 0.6


def _held(sentence: Sentence, told: Told) -> bool:
    """Whether somebody else holds whom it is done to: sailors held by pirates."""
    return any(one.shape == "pp" and one.at < told.at for one in sentence.groups)


def of_it(sentence: Sentence, told: Told, found: list[Told]) -> None:
    """Condemned the move, while Kenya called it a stab in the back: whose "it" is, who was judged just before."""
    objects = complements(sentence, told.group.index).objects if told.group is not None and not told.noun else []
    if told.event.id not in _CALLS or not objects or objects[0].pronoun != "it":
        return
    before = [one for one in found if one.at < told.at and one.event.type == "ACCUSE" and len(one.target) == 1]
    if before and before[-1].target[0] not in told.source:
        told.target = list(before[-1].target)


def ahead(sentence: Sentence, told: Told) -> None:
    """Following the expulsion of its envoy by Egypt, Chad protested: "its" is the subject still to come."""
    if not told.noun or told.target or not told.source or sentence.kind(0) not in ("PREP", "SUB"):
        return
    phrase = _noun_of(sentence, told.at)
    if phrase is not None and phrase.of is not None and phrase.of.pronoun in ("its", "their"):
        told.target = [name for name in main(sentence, told.source[0]) if name not in told.source]


def _noun_of(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase whose head is the token `at`."""
    phrases = (one for item in sentence.items if item.phrase is not None for one in item.phrase.members)
    return next((one for one in phrases if one.head == at), None)


def main(sentence: Sentence, source: str) -> list[str]:
    """The one party that the sentence's first clause is about."""
    ids = opening(sentence)
    return ids if len(ids) == 1 and source not in ids else []


def opening(sentence: Sentence, before: int | None = None) -> list[str]:
    """The parties that the sentence's first clause is about, where its verb stands before a token."""
    first = next((group for group in sentence.groups if group.shape == "fin"), None)
    if first is None or (before is not None and first.at >= before):
        return []
    return doers(sentence.tagged, solve(sentence, first))
