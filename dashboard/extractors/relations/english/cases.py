"""What a verb or noun is to the infinitive or -ing form behind it: one that judges, charges, asks, states."""

from __future__ import annotations

from .clauses import Sentence, roles
from .heads import governor_of
from .items import Group, Party, Phrase

# Nouns of asking, whose infinitive others are to do; prepositions before whoever does what follows in -ing.
_JUDGING = ("ACCUSE", "SUPPORT", "SANCTION", "COERCE")
_JUDGED = 14
_DEEDS = ("ASSAULT", "COERCE", "AID", "RETREAT", "MOBILIZE", "SANCTION")


def owner(phrase: Phrase) -> Phrase:
    made = Phrase(phrase.start, phrase.head, phrase.head, [
        Party(list(p.ids), p.first, p.end, p.how, "head") for p in phrase.parties if p.part in ("mod", "led")
    ])  # fmt: skip
    made.members = [made]
    return made


def joint(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    """Two phrases that do something together."""
    if one is None or other is None:
        return one
    made = Phrase(one.start, one.end, one.head, one.parties, one.event, one.of)
    made.members = [*one.members, *other.members]
    return made


def does(sentence: Sentence, group: Group) -> bool:
    """Whether a verb tells a deed and no words."""
    events = sentence.tagged.voc.events
    return any(form.role == "event" and events[form.name].type in _DEEDS for form in group.forms)


def takes(sentence: Sentence, group: Group, word: str) -> bool:
    """Whether a preposition brings in a party of what the verb tells."""
    event = sentence.tagged.voc.events.get(roles(group).get("event", ""))
    return event is not None and word in event.to


def paper(sentence: Sentence, at: int) -> bool:
    phrase, tagged = sentence.phrase(at), sentence.tagged
    return phrase is not None and tagged.words[phrase.head] in tagged.voc.sets["papers"]


def judges(sentence: Sentence, governor: Group) -> bool:
    """Whether a verb's object is who does what "of" or "for" brings: accused, arrested, praised, blacklisted for."""
    event = sentence.tagged.voc.events.get(roles(governor).get("event", ""))
    if event is None or event.object != "target" or event.type not in _JUDGING:
        return False
    behind = sentence.tagged.words[governor.end : governor.end + _JUDGED]
    return event.with_ is None or any(map(event.with_.holds, behind))  # held the prospect is no holding responsible


def charged(sentence: Sentence, at: int) -> bool:
    """Whether what "with" at item `at` brings in is a charge: charged three men with blowing up."""
    governor = governor_of(sentence, at)
    return governor is not None and any(form.name == "charge" for form in governor.forms)
