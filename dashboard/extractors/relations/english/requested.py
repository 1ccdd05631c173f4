"""Who asked for what a clause tells: the Security Council met at Cambodia's request."""

from __future__ import annotations

from .clauses import Sentence
from .items import Told
from .parties import doers, of_parties, owners
from .subjects import solve

_ASKED = ("request", "behest")


def requests(sentence: Sentence, taken: set[int]) -> list[Told]:
    """The requests that "at … request" tells; the heads of their nouns are taken. Of whom is who did what was asked."""
    found = []
    for at, item in enumerate(sentence.items[:-1]):
        phrase = sentence.items[at + 1].phrase
        if item.kind != "PREP" or item.word != "at" or phrase is None:
            continue
        if sentence.tagged.words[phrase.head] not in _ASKED:
            continue
        taken.add(phrase.head)
        source = owners(phrase) or of_parties(sentence.tagged, phrase)
        if not source:
            continue
        told = Told(sentence.tagged.voc.events["demand"], phrase.head, source, noun=True, status="occurred")
        told.target = [name for name in _asked(sentence, at) if name not in source]
        told.first, told.end, told.confidence = phrase.start, phrase.end, 0.65
        found.append(told)
    return found


def _asked(sentence: Sentence, at: int) -> list[str]:
    """The subject of the verb before the phrase, else of the sentence's first."""
    before = [one for one in sentence.groups if one.index < at]
    if before and before[-1].shape != "fin" and (ids := doers(sentence.tagged, solve(sentence, before[-1]))):
        return ids  # accused Togo of arming rebels at the behest of Mali
    before = [one for one in before if one.shape == "fin"]
    group = before[-1] if before else next((one for one in sentence.groups if one.shape == "fin"), None)
    return doers(sentence.tagged, solve(sentence, group)) if group is not None and not group.passive else []
