"""What an event's noun tells with its parties, and those that prepositions bring in."""

from __future__ import annotations

from .choice import choose
from .clauses import Complements, Sentence, complements
from .items import Group, Phrase, Told
from .parties import doers, of_parties, owners, sufferers
from .words import Event

_ASKED = ("request", "behest", "invitation", "insistence")
_BORDERS = ("border", "borders", "frontier", "boundary")


def of_noun(sentence: Sentence, phrase: Phrase, carrier: Group | None, index: int | None = None) -> Told | None:
    """What an event's noun tells with its owner, its of-phrase and the prepositions behind it."""
    tagged = sentence.tagged
    assert phrase.event is not None
    names = [name for rest, name in tagged.voc.nouns.get(tagged.words[phrase.head], ()) if not rest]
    if phrase.event in names:
        names.remove(phrase.event)
        names.insert(0, phrase.event)
    else:
        names = [phrase.event]  # a travel ban is no other ban
    event = choose(sentence, phrase.head, names, phrase.head + 1)
    if event is None:
        return None
    told = Told(event, phrase.head, group=carrier, noun=True, first=phrase.head, end=phrase.head + 1)
    around = Complements()
    if index is None:
        index = next((n for n, item in enumerate(sentence.items) if item.phrase is phrase), None)
    if index is not None:
        around = complements(sentence, index, noun=True)
    own = owners(phrase)
    by = ("by", "from") if event.type == "REQUEST" else ("by",)  # pleas from Oslo
    agents = [name for word, one in around.prepositions if word in by for name in doers(tagged, one)]
    if event.mutual:
        told.actors += own
        if event.of == "party":
            told.actors += [n for n in of_parties(tagged, phrase) if n not in told.actors]
    elif event.owner == "target" and (agents or phrase.of is None or not of_parties(tagged, phrase)):
        possessive = tagged.tag(phrase.head - 1) == "G"
        told.target = own
        if not agents and possessive:
            told.target = own
    else:
        told.source = own
    ofs = of_parties(tagged, phrase, places=event.type == "ASSAULT")
    if not event.mutual and event.of != "none" and ofs:
        slot = event.of
        if slot == "target" and not told.target:
            told.target = [n for n in ofs if n not in told.source]
        elif slot == "source" and not told.source:
            told.source = ofs
    if agents:
        told.source = told.source or agents
    prepositions(sentence, event, around, told)
    if event.data.get("place") and told.source and not told.target:
        told.target = struck(sentence, told, around)
    return spanned(sentence, told, phrase, around)


def tagged_word(sentence: Sentence, phrase: Phrase) -> str:
    """The head of a phrase."""
    return sentence.tagged.words[phrase.head]


def struck(sentence: Sentence, told: Told, around: Complements) -> list[str]:
    """Where it happened: air strikes inside Chad."""
    for word, one in around.prepositions:
        if word in ("in", "near", "inside"):
            return [name for name in sufferers(one, places=True) if name not in told.source]
    return []


def content_doer(sentence: Sentence, phrase: Phrase, source: list[str] | None) -> list[str]:
    """Who did what is condemned or welcomed: the owner of the event's noun, its by-agent."""
    told = of_noun(sentence, phrase, None)
    done = owners(phrase) if told is None else told.source or told.actors
    return [name for name in done or _agent(sentence, phrase) if name not in (source or ())]


def _agent(sentence: Sentence, phrase: Phrase) -> list[str]:
    """Whose deed a noun is by the phrase right behind it: a call by Switzerland."""
    at = next((number for number, item in enumerate(sentence.items) if item.phrase is phrase), None)
    if at is None or sentence.kind(at + 1) != "PREP" or sentence.word(at + 1) not in ("by", "from"):
        return []
    return doers(sentence.tagged, sentence.phrase(at + 2))


def prepositions(sentence: Sentence, event: Event, around: Complements, told: Told) -> None:
    """The parties that prepositions bring in."""
    for number, (word, phrase) in enumerate(around.prepositions):
        slot = event.to.get(word)
        if event.type == "MOBILIZE" and not told.target:
            told.target = [name for name in _bordering(sentence, around, number) if name not in told.source]
        if slot is None and word == "between" and event.mutual:
            slot = "party"
        if slot is None and word == "alongside" and not event.mutual and not told.noun:
            told.source += [name for name in doers(sentence.tagged, phrase) if name not in told.source]
        if slot is None or slot == "none":
            continue
        if tagged_word(sentence, phrase) in _ASKED:
            continue  # at the behest of
        if phrase.event == "drill":
            return  # will send a ship to a drill with
        if slot == "party" and word == "in" and len({*told.source, *told.actors}) > 1:
            continue
        if event.type == "ACCUSE" and tagged_word(sentence, phrase) in sentence.tagged.voc.sets["neutral"]:
            continue  # concern about the crisis there
        places = event.type in ("ASSAULT", "AID")
        ids = doers(sentence.tagged, phrase)
        if not ids:
            mine = [name for one in phrase.members for name in owners(one)]
            ids = mine if phrase.event else sufferers(phrase, places=places)
            if not ids and phrase.event and slot == "target" and event.data.get("content"):
                ids = content_doer(sentence, phrase, told.source)  # outrage at the attack by
        if slot == "party":
            told.actors += [name for name in ids if name not in told.actors]
        elif slot == "source":
            told.source = told.source or ids
        elif not told.target and not ids and number + 1 < len(around.prepositions):
            further, inner = around.prepositions[number + 1]  # an embargo on arms sales to Vietnam
            if further in ("to", "from", "in", "against", "with") and not phrase.parties:
                told.target = [name for name in sufferers(inner) if name not in told.source]
        elif not told.target and ids:
            both = (
                len(ids) == 2 and set(ids) == set(told.source) and event.type != "CONSULT"
            )  # closed their skies to each other's aircraft
            never = () if both else (*told.source, *event.data.get("ignores", ()))
            told.target = [name for name in ids if name not in never]


def _bordering(sentence: Sentence, around: Complements, number: int) -> list[str]:
    """Massed troops on its border with Peru, near the Peruvian border: whose the border is besides."""
    word, phrase = around.prepositions[number]
    words = sentence.tagged.words
    if words[phrase.head] in _BORDERS and phrase.pronoun not in ("its", "their"):
        return owners(phrase)
    before = around.prepositions[number - 1][1] if number else None
    return sufferers(phrase) if word == "with" and before is not None and words[before.head] in _BORDERS else []


def spanned(sentence: Sentence, told: Told, subject: Phrase | None, around: Complements) -> Told:
    """Widen the span over the parties that were used."""
    ids = {*told.source, *told.target, *told.actors}
    phrases = [*around.objects, *(phrase for _, phrase in around.prepositions)]
    if subject is not None:
        phrases.append(subject)
    for phrase in phrases:
        for one in (*phrase.members, *(phrase.of.members if phrase.of is not None else ())):
            for party in one.parties:
                if ids.intersection(party.ids):
                    told.first, told.end = min(told.first, party.first), max(told.end, party.end)
    return told
