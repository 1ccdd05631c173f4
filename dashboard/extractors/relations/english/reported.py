"""What a report tells of two at once: who complains of whom, and whom an attack hit whose doer nobody names."""

from __future__ import annotations

from .clauses import Sentence, complements
from .items import Phrase, Told
from .parties import doers
from .status import governing
from .subjects import solve

_FORCE = ("ASSAULT", "COERCE")
# Verbs that tell violence by themselves; of the others something around them must.
_VIOLENT = ("attack", "air-strike", "abduct", "shoot", "set-ablaze", "beat", "explode", "land-on")
_OPEN = ("occurred", "ongoing", "claimed")
# What an attack that has happened is told behind: after, condemned.
_TOLD_BEHIND = ("after", "since", "following", "in", "during", "over")
_JUDGING = ("condemn", "regret", "support", "accuse", "claim-attack", "voice-concern")


def complaints(sentence: Sentence, found: list[Told]) -> list[Told]:
    """Kyiv said that Moscow had shelled its port: who says that force was used on him accuses who used it."""
    made: list[Told] = []
    for told in found:
        group = told.group
        if told.event.type not in _FORCE or told.noun or group is None or told.status not in _OPEN:
            continue
        outer = governing(sentence, group) if group.shape == "fin" else None
        if outer is None or outer.negated or not any(form.role == "say" for form in outer.forms):
            continue
        said = doers(sentence.tagged, solve(sentence, outer))
        if len(said) != 1 or len(told.source) != 1 or said[0] not in told.target or said == told.source:
            continue
        if any(one.event.type == "ACCUSE" and one.source == said for one in (*found, *made)):
            continue
        one = Told(sentence.tagged.voc.events["accuse"], outer.at, said, list(told.source), group=outer)
        one.status, one.first, one.end, one.confidence = "occurred", outer.start, told.end, 0.6
        made.append(one)
    return made


def suffered(sentence: Sentence, told: Told) -> bool:
    """Whether an attack counts by whom it hit, though no doer is named: soldiers killed in an ambush."""
    if told.source or not told.target or told.event.type != "ASSAULT" or told.event.mutual or told.status not in _OPEN:
        return False
    if told.noun:
        return _happened(sentence, told)
    group = told.group
    if group is None or group.negated or not sentence.tagged.voc.sets["conditions"].isdisjoint(sentence.tagged.words):
        return False
    by = [one for word, one in complements(sentence, group.index).prepositions if word == "by"]
    if by and not _assailants(sentence, by[0]):
        return False  # was ravaged by a civil war
    subject = solve(sentence, group)
    if not (group.passive and not group.progressive) and not _assailants(sentence, subject):
        return False
    return told.event.id in _VIOLENT or _assailants(sentence, subject) or _violence(sentence, told)


def _assailants(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Whether the phrase is of those who attack, or of what they attack with."""
    if phrase is None or phrase.parties:
        return False
    return sentence.tagged.words[phrase.head] in sentence.tagged.voc.sets["assailants"]


def _violence(sentence: Sentence, told: Told) -> bool:
    """Whether what stands with the verb tells of force: in an ambush, by gunmen, shot dead."""
    group, voc = told.group, sentence.tagged.voc
    assert group is not None
    if {"shot", "gunned", "stabbed", "downed"}.intersection(sentence.tagged.words[group.start : group.end]):
        return True
    return any(
        (one.event is not None and voc.events[one.event].type == "ASSAULT" and not voc.events[one.event].mutual)
        or sentence.tagged.words[one.head] in voc.sets["assailants"]
        for word, one in complements(sentence, group.index).prepositions
        if word in ("in", "by", "during", "from")
    )


def _happened(sentence: Sentence, told: Told) -> bool:
    """Whether a noun tells an attack that has happened: after the raid on, condemned the attack on."""
    for at, item in enumerate(sentence.items):
        if item.phrase is None or all(one.head != told.at for one in item.phrase.members):
            continue
        before = sentence.word(at - 1)
        if sentence.kind(at - 1) in ("PREP", "SUB"):
            return before in _TOLD_BEHIND
        group = sentence.items[at - 1].group if at else None
        return group is not None and any(form.name in _JUDGING for form in group.forms) and not group.modal
    return False
