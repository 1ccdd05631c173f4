"""What a verb's objects are to what it tells: who suffers it, who is given something, who is not the subject."""

from __future__ import annotations

from .clauses import Complements, Sentence, taken
from .items import Group, Phrase, Told
from .nouns import content_doer
from .parties import doers, of_parties, owners, sufferers
from .words import Event


def take_objects(sentence: Sentence, group: Group, event: Event, around: Complements, told: Told) -> None:
    """Give what was told the parties that the verb's objects are, by what its event asks of them."""
    objects = around.objects
    if not objects:
        before = taken(sentence, group)
        objects = [before] if before is not None else []  # Maduro, whom it accuses of
    if not objects:
        return
    first = _or_apposed(sentence, group, objects[0])
    if first.pronoun in ("it", "them"):
        _not_itself(sentence, first, told.source)
    if event.object == "party":
        told.actors += [name for name in doers(sentence.tagged, first) if name not in told.source]
    elif event.object == "source":  # the move angered Egypt
        told.target = told.source or (owners(group.subject) if group.subject is not None else [])
        told.source = doers(sentence.tagged, first)
        told.target = [name for name in told.target if name not in told.source]
        return
    elif event.object == "target":
        if first.event is not None:
            told.target = content_doer(sentence, first, told.source) if event.data.get("content") else []
        else:
            told.target = sufferers(first, places=event.type == "ASSAULT")
            if not told.target and event.data.get("content"):
                told.target = [name for word, one in around.prepositions[:1] if word in ("by", "from")
                               for name in doers(sentence.tagged, one)]  # fmt: skip
            own = event.type == "SANCTION" and set(told.target) <= set(told.source)  # closed its consulate in Lyon
            if event.data.get("place") and (not told.target or own):
                told.target = [name for word, one in around.prepositions if word in ("in", "near", "inside")
                               for name in sufferers(one, places=True)]  # fmt: skip
    elif event.id == "pass-sentence" and first.parties:
        told.target = sufferers(first)  # handed a blogger four years in prison
    elif event.data.get("dative") and (given := _given(sentence, objects, around)):
        told.target = given
    elif event.data.get("content"):
        told.target = [name for name in owners(first) if name not in told.source]
    if event.object == "none" and event.data.get("dry") and not told.target:
        told.target = [
            name for name in [*owners(first), *of_parties(sentence.tagged, first)] if name not in told.source
        ]
    if len(told.source) == 2 and set(told.target) == set(told.source):
        if event.type == "REQUEST":
            told.target = []  # told their generals to pull back
        return  # each expelled the other's diplomats
    told.target = [name for name in told.target if name not in (*told.source, *event.data.get("ignores", ()))]


def _or_apposed(sentence: Sentence, group: Group, phrase: Phrase) -> Phrase:
    """The object, or who it is by the aside behind it: the permit of Belavia, the Belarusian carrier, was."""
    at = group.index + 1
    if sufferers(phrase) or phrase.event is not None or phrase.pronoun in ("it", "them"):
        return phrase
    while sentence.kind(at) == "NP" and sentence.phrase(at) is not phrase:
        at += 1
    aside = sentence.phrase(at + 2) if sentence.kind(at + 1) == "COMMA" else None
    closed = sentence.kind(at + 3) in ("COMMA", "STOP")
    return aside if aside is not None and closed and sufferers(aside) else phrase


def _not_itself(sentence: Sentence, pronoun: Phrase, source: list[str]) -> None:
    """Sudan cut ties with Kenya, accusing it: whom a verb's own subject is not, the only other one named before."""
    ids = [name for party in pronoun.parties for name in party.ids]
    if not ids or not set(ids) <= set(source):
        return
    for item in reversed(sentence.items):
        if item.phrase is not None and item.start < pronoun.start:
            before = [name for name in sufferers(item.phrase) if name not in source]
            if before:
                pronoun.parties[0].ids = before[:1]
                return


def _given(sentence: Sentence, objects: list[Phrase], around: Complements) -> list[str]:
    """Whom something is given: the first of two objects, a name right before the thing (sold Ukraine missiles)."""
    first = objects[0]
    if len(objects) > 1:
        return sufferers(first) if first.parties else []  # sent a frigate, and China a destroyer
    if any(word == "with" for word, _ in around.prepositions[:1]):  # supplied Russia with drones
        return doers(sentence.tagged, first)
    lead = first.parties[0] if first.parties else None
    if lead is not None and lead.part == "mod" and lead.how in ("demonym", "organization") and first.head > lead.end:
        sets, word = sentence.tagged.voc.sets, sentence.tagged.words[lead.end]
        return list(lead.ids) if word in sets["agents"] or word in sets["crowds"] else []  # gave EU fishermen access
    if lead is None or lead.first != first.start or lead.part != "mod" or lead.how not in ("name", "capital", "person"):
        return []
    return list(lead.ids) if sentence.tagged.tag(lead.end) in ("N", "J") else []


def passive_theme(sentence: Sentence, event: Event, subject: Phrase | None, told: Told) -> None:
    """Duties were lifted, missiles were sold to: what the object says stands before; Chad was given money."""
    if event.data.get("dative") and subject is not None and subject.event is None:
        told.target = [name for name in doers(sentence.tagged, subject) if name not in told.source]
    if event.data.get("dry") and subject is not None:
        told.target = [name for name in owners(subject) if name not in told.source]
