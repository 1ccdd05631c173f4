"""A second doer without a verb of its own: Peru cut ties in 2007 and Chile in 2021; Benin pledged 200 men, Togo 24."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Sentence
from .items import Phrase, Told
from .parties import doers


def gapped(sentence: Sentence, found: list[Told]) -> list[Told]:
    """What the verb before tells of whom a date or a number alone follows."""
    made: list[Told] = []
    if not found:
        return made
    items = sentence.items
    for at in range(2, len(items)):
        phrase = items[at].phrase
        if phrase is None or items[at - 1].kind not in ("CONJ", "COMMA") or not _alone(sentence, at, phrase):
            continue
        source = doers(sentence.tagged, phrase) or [name for party in phrase.parties[:1] for name in party.ids]
        before = [one for one in found if one.group is not None and not one.noun and one.at < phrase.start]
        if not source or not before:
            continue
        last = before[-1]
        if last.source and last.group is not None and last.group.shape == "fin" and not set(source) & set(last.source):
            target = [name for name in last.target if name not in source]
            one = replace(last, source=source, target=target, actors=list(last.actors), at=phrase.start)
            one.first, one.end, one.confidence = phrase.start, phrase.end, 0.6
            made.append(one)
    return made


def _alone(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether a name stands alone: behind a date and before one, or with nothing but a number."""
    tagged, party = sentence.tagged, phrase.parties[0] if phrase.parties else None
    if party is None or party.first != phrase.start or party.how not in ("name", "capital"):
        return False
    if sentence.kind(at + 1) not in ("STOP", "COMMA", "CONJ"):
        return False
    rest = tagged.tags[party.end : phrase.end]
    if rest and set(rest) <= {"J", "P"}:
        return sentence.kind(at - 1) == "COMMA"
    dated = tagged.tag(sentence.items[at - 1].start - 1) == "T"
    return not rest and dated and "T" in (tagged.tag(phrase.end), tagged.tag(phrase.end + 1))
