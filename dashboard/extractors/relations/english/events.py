"""What a sentence's verbs tell, with their parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from .clauses import Complements, Sentence, complements, roles, solve
from .items import Group, Phrase
from .parties import doers, of_parties, owners, sufferers
from .words import Event

_WINDOW = 14
_NEAR_BEFORE = 6
# What the forces of a place may do there.
_BY_FORCE = ("COERCE", "ASSAULT", "SANCTION")


@dataclass(slots=True)
class Told:
    """An event with its parties; tokens first … end-1 hold trigger and parties."""

    event: Event
    at: int
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    group: Group | None = None  # the verb that gives its status
    noun: bool = False
    status: str = ""
    first: int = 0
    end: int = 0
    confidence: float = 0.8
    type: str = ""
    mode: str | None = None


def choose(sentence: Sentence, at: int, names: list[str], end: int, subject: Phrase | None = None) -> Event | None:
    """The event among those a word may tell whose company is there; `at` its token, `end` where its own words end;
    `subject` of a passive verb, which counts as its object."""
    tagged = sentence.tagged
    stop = min(len(tagged.words), end + _WINDOW + tagged.tags[end : end + _WINDOW].count("M"))
    for here in range(end, stop):
        if tagged.tags[here] == "S":
            stop = here
            break
    after = tagged.words[end:stop]
    plain: Event | None = None
    for name in names:
        event = tagged.voc.events[name]
        near = after if subject is None else [*tagged.words[subject.start : subject.end], *after]
        if event.data.get("loose"):
            near = [*tagged.words[max(0, at - _NEAR_BEFORE) : at], *after]
        if event.without is not None and any(map(event.without.holds, near[: 8 + (len(near) - len(after))])):
            continue
        if event.only and not event.only.intersection(after):
            continue
        if event.with_ is None:
            plain = plain or event
        elif any(map(event.with_.holds, near)):
            return event
    return plain


def of_verb(sentence: Sentence, group: Group) -> Told | None:
    """What a verb tells with its subject, objects and prepositions."""
    tagged = sentence.tagged
    longest = max((len(form.rest) for form in group.forms if form.role == "event"), default=-1)
    if longest < 0:
        return None
    names = [form.name for form in group.forms if form.role == "event" and len(form.rest) == longest]
    around = complements(sentence, group.index)
    subject = solve(sentence, group)
    passive = group.passive and not group.progressive
    names = [name for name in dict.fromkeys(names) if _suits(sentence, group, tagged.voc.events[name], around)]
    event = choose(sentence, group.at, names, group.end, subject if passive else None)
    if event is None:
        return None
    told = Told(event, group.at, group=group, first=group.start, end=group.end)
    crowd = bool(event.data.get("crowd"))
    if event.data.get("passive"):
        told.target = doers(tagged, subject)
        told.source = [name for word, phrase in around.prepositions if word == "from" for name in doers(tagged, phrase)]
        return _spanned(sentence, told, subject, around)
    if passive:
        if event.object == "target":
            told.target = sufferers(subject)
            if not told.target and subject is not None and subject.event:
                told.target = _content_doer(sentence, subject, None)
            if not told.target and subject is not None and event.data.get("content"):
                told.target = _whose(sentence, subject)
        elif event.mutual:
            told.actors += doers(tagged, subject)
        for word, phrase in (*around.prepositions, *_beyond(sentence, around)):
            if word == "by":
                agents = doers(tagged, phrase)
                if not agents and phrase.event is not None:  # was hit by a Russian attack
                    agents = _content_doer(sentence, phrase, None)
                told.source += [name for name in agents if name not in told.source]
    else:
        told.source = doers(tagged, subject, crowd=crowd) or _at_home(sentence, subject, event, around)
        _take_objects(sentence, group, event, around, told)
    _prepositions(sentence, event, around, told)
    if passive and event.object != "target" and event.object != "party" and not told.target:
        _passive_theme(sentence, event, subject, told)
    return _spanned(sentence, told, subject, around)


def _at_home(sentence: Sentence, subject: Phrase | None, event: Event, around: Complements) -> list[str]:
    """Police broke into the embassy in Quito: forces that are nobody's by name are those of the place."""
    if subject is None or subject.parties:
        return []
    sets, head = sentence.tagged.voc.sets, sentence.tagged.words[subject.head]
    if event.type == "PROTEST" and head not in sets["crowds"]:
        return []
    if event.type != "PROTEST" and (event.type not in _BY_FORCE or subject.of is not None or head not in sets["home"]):
        return []
    for word, phrase in around.prepositions:
        if word == "in":
            return sufferers(phrase, places=True)
    return []


def _objects_fit(sentence: Sentence, group: Group, event: Event, around: Complements) -> bool:
    """Whether the object is of the kind that the event needs: persons received, crowds in protest."""
    if event.data.get("people"):
        subject = solve(sentence, group) if group.passive and not group.progressive else None
        if subject is not None:
            return subject.event is None
        if not around.objects:
            return False
        one = around.objects[0]
        if any(p.part == "head" and p.how == "person" for p in one.parties):
            return True
        return sentence.tagged.words[one.head] in sentence.tagged.voc.sets["people"]
    return True


def _suits(sentence: Sentence, group: Group, event: Event, around: Complements) -> bool:
    """Whether the verb has the subject or object that an event asks for: an organisation, troops, none (`bare`)."""
    tagged, data, subject = sentence.tagged, event.data, solve(sentence, group)
    if not _objects_fit(sentence, group, event, around):
        return False
    if data.get("bare") and around.objects:
        return False
    if data.get("by_troops"):
        return subject is not None and tagged.words[subject.head] in tagged.voc.sets["forces"]
    if data.get("by_organisation"):
        return any(name in tagged.voc.organisations for name in doers(tagged, subject))
    return True


def _whose(sentence: Sentence, subject: Phrase) -> list[str]:
    """The move by Israel was condemned: who stands behind the noun that a passive verb is about."""
    for at, item in enumerate(sentence.items[:-2]):
        if item.phrase is subject:
            if sentence.kind(at + 1) == "PREP" and sentence.word(at + 1) in ("by", "of"):
                return doers(sentence.tagged, sentence.phrase(at + 2))
            return []
    return []


def _beyond(sentence: Sentence, around: Complements) -> list[tuple[str, Phrase]]:
    """Were ordered to leave by Belgium: what stands behind the infinitive that follows."""
    following = sentence.items[around.end].group if around.end < len(sentence.items) else None
    if following is None or following.shape != "inf":
        return []
    return complements(sentence, around.end).prepositions


def _take_objects(sentence: Sentence, group: Group, event: Event, around: Complements, told: Told) -> None:
    objects = around.objects
    if not objects:
        return
    first = objects[0]
    if event.object == "party":
        told.actors += [name for name in doers(sentence.tagged, first) if name not in told.source]
    elif event.object == "target":
        if first.event is not None:
            told.target = _content_doer(sentence, first, told.source) if event.data.get("content") else []
        else:
            told.target = sufferers(first, places=event.type == "ASSAULT")
            if not told.target and event.data.get("content"):
                told.target = [name for word, one in around.prepositions[:1] if word in ("by", "from")
                               for name in doers(sentence.tagged, one)]  # fmt: skip
            if not told.target and event.data.get("place"):
                told.target = [name for word, one in around.prepositions if word in ("in", "near")
                               for name in sufferers(one, places=True)]  # fmt: skip
    elif event.data.get("dative") and (given := _given(sentence, objects, around)):
        told.target = given
    elif event.data.get("content"):
        told.target = [name for name in owners(first) if name not in told.source]
    if event.object == "none" and event.data.get("dry") and not told.target:
        told.target = [
            name for name in [*owners(first), *of_parties(sentence.tagged, first)] if name not in told.source
        ]
    if len(told.source) == 2 and set(told.target) == set(told.source):
        return  # each expelled the other's diplomats
    told.target = [name for name in told.target if name not in told.source]


def _content_doer(sentence: Sentence, phrase: Phrase, source: list[str] | None) -> list[str]:
    """Who did what is condemned or welcomed: the owner of the event's noun, its by-agent."""
    told = of_noun(sentence, phrase, None)
    if told is None:
        return [name for name in owners(phrase) if name not in (source or ())]
    return [name for name in told.source or told.actors if name not in (source or ())]


def _given(sentence: Sentence, objects: list[Phrase], around: Complements) -> list[str]:
    """Whom something is given: the first of two objects, a name right before the thing (sold Ukraine missiles)."""
    first = objects[0]
    if len(objects) > 1:
        return sufferers(first) if first.parties else []  # sent a frigate, and China a destroyer
    if any(word == "with" for word, _ in around.prepositions[:1]):  # supplied Russia with drones
        return doers(sentence.tagged, first)
    lead = first.parties[0] if first.parties else None
    if lead is None or lead.first != first.start or lead.part != "mod" or lead.how not in ("name", "capital", "person"):
        return []
    return list(lead.ids) if sentence.tagged.tag(lead.end) in ("N", "J") else []


def _passive_theme(sentence: Sentence, event: Event, subject: Phrase | None, told: Told) -> None:
    """Duties were lifted, missiles were sold to: what the object says stands before."""
    if event.data.get("dry") and subject is not None:
        told.target = [name for name in owners(subject) if name not in told.source]


def _prepositions(sentence: Sentence, event: Event, around: Complements, told: Told) -> None:
    """The parties that prepositions bring in."""
    for number, (word, phrase) in enumerate(around.prepositions):
        slot = event.to.get(word)
        if slot is None and word == "between" and event.mutual:
            slot = "party"
        if slot is None or slot == "none":
            continue
        if phrase.event == "drill":
            return  # will send a ship to a drill with
        if slot == "party" and word == "in" and len({*told.source, *told.actors}) > 1:
            continue
        places = event.type == "ASSAULT"
        ids = doers(sentence.tagged, phrase)
        if not ids:
            ids = owners(phrase) if phrase.event else sufferers(phrase, places=places)
        if slot == "party":
            told.actors += [name for name in ids if name not in told.actors]
        elif slot == "source":
            told.source = told.source or ids
        elif not told.target and not ids and number + 1 < len(around.prepositions):
            further, inner = around.prepositions[number + 1]  # an embargo on arms sales to Vietnam
            if further in ("to", "from", "in", "against", "with") and not phrase.parties:
                told.target = [name for name in sufferers(inner) if name not in told.source]
        elif not told.target and ids:
            told.target = [name for name in ids if name not in told.source]


def _spanned(sentence: Sentence, told: Told, subject: Phrase | None, around: Complements) -> Told:
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


def of_noun(sentence: Sentence, phrase: Phrase, carrier: Group | None, index: int | None = None) -> Told | None:
    """What an event's noun tells with its owner, its of-phrase and the prepositions behind it."""
    tagged = sentence.tagged
    assert phrase.event is not None
    names = [phrase.event]
    names += [
        name for rest, name in tagged.voc.nouns.get(tagged.words[phrase.head], ()) if not rest and name != phrase.event
    ]
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
    agents = [name for word, one in around.prepositions if word == "by" for name in doers(tagged, one)]
    if event.mutual:
        told.actors += own
        if event.of == "party":
            told.actors += [n for n in of_parties(tagged, phrase) if n not in told.actors]
    elif event.owner == "target" and (agents or carrier is not None or phrase.of is None):
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
    _prepositions(sentence, event, around, told)
    if event.data.get("place") and told.source and not told.target:
        for word, one in around.prepositions:
            if word in ("in", "near"):
                told.target = [n for n in sufferers(one, places=True) if n not in told.source]
                break
    return _spanned(sentence, told, phrase, around)


def by_role(group: Group) -> dict[str, str]:
    """Role → name of a verb's readings."""
    return roles(group)
