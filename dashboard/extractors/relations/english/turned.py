"""What a status or an object makes another event of: not bowing is rejecting, the charge called a lie is denied."""

from __future__ import annotations

from .clauses import Sentence, complements
from .items import Group, Phrase, Told
from .parties import sufferers
from .status import of_group

# What one who says that he will not do it refuses.
_REFUSING = ("future", "would")
_REFUSED = ("CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE")


def turned(sentence: Sentence, group: Group, told: Told) -> None:
    """What a status makes another event of: not bowing is rejecting, troops promised to a state are help to it."""
    events, data = sentence.tagged.voc.events, told.event.data
    around = complements(sentence, group.index)
    outer = group.governor if group.shape == "ing" else None
    if outer is not None and not outer.negated and told.event.type in ("COOPERATE", "AID") and _stops(sentence, outer):
        told.event, told.status = events["suspend-aid"], of_group(sentence, outer)
    if told.status == "denied" and group.modal in _REFUSING and told.event.type in _REFUSED and len(told.source) == 1:
        if told.event.mutual:
            told.target = [name for name in told.actors if name not in told.source]
        told.event, told.status, told.actors = events["will-not"], "occurred", []  # will not talk to
    if told.event.id == "call-names" and any(_of_charge(sentence, one) for one in around.objects):
        told.event = events["deny"]  # called the charge outrageous
    if data.get("future") and told.status == "occurred":
        told.status = "announced"
    if data.get("negated") and told.status == "denied":
        told.event, told.status = events[data["negated"]], "occurred"
        for word, phrase in around.prepositions:
            if not told.target and word in told.event.to:
                told.target = [name for name in sufferers(phrase) if name not in told.source]
    if data.get("promised") and told.status == "announced":
        hosts = [
            name for word, phrase in around.prepositions if word in ("to", "in") for party in phrase.parties
            if party.part == "head" and party.how != "place" for name in party.ids if name not in told.source
        ]  # fmt: skip
        governor = group.governor
        pledged = governor is not None and any(form.name in ("pledge", "pledge-help") for form in governor.forms)
        if hosts or (pledged and not told.target):
            told.event, told.target = events[data["promised"]], hosts[:1]


def _of_charge(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase is of an accusation: of the charge, the charge outrageous."""
    nouns = sentence.tagged.voc.nouns
    words = sentence.tagged.words[phrase.start : phrase.end]
    return any(name == "accuse" for word in words for rest, name in nouns.get(word, ()) if not rest)


def _stops(sentence: Sentence, group: Group) -> bool:
    """Whether a verb ends what follows in -ing: stopped selling gas, not stopped short of it."""
    tagged = sentence.tagged
    return tagged.words[group.at] in tagged.voc.sets["ceasing"] and tagged.word(group.at + 1) != "short"
