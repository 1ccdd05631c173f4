"""Ends that the clause leaves unsaid and the talk has told: what is answered, the other of two, who is quoted."""

from __future__ import annotations

from .clauses import Complements, Sentence, complements
from .decisions import judged, summed_up
from .implied import ahead, main, of_it, said_done
from .items import Group, Phrase, Told
from .memory import Memory
from .parties import doers, owners
from .spoken import sayer
from .subjects import solve

# What somebody answers by rejecting, retaliating, threatening.
_ANSWERED = ("ACCUSE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "REQUEST", "MOBILIZE", "PROTEST", "REJECT")
_ANSWERING = ("ACCUSE", "REJECT", "THREATEN", "SANCTION", "REQUEST")
_HARM = ("ASSAULT", "COERCE", "THREATEN")
_DEFINITE = ("the", "this", "that", "these", "those", "it", "them", "any", "all", "such")
_REPORTS = ("report", "reports", "claim", "claims", "suggestion", "suggestions", "rumour", "rumours", "idea", "notion")
_CHARGES = ("accuse", "demand", "threaten", "condemn", "warn", "sanctions")


def complete(sentence: Sentence, found: list[Told], memory: Memory) -> None:
    """Give what was told without a target the one that the talk implies; remember what was told."""
    for told in found:
        said_done(sentence, told, memory)
        ahead(sentence, told)
    for told in sorted(found, key=lambda one: not one.event.data.get("pair")):  # what is answered before the answer
        if not told.event.mutual and told.source and not told.target and told.group is not None:
            told.target = (
                judged(sentence, told, found, memory)
                or summed_up(sentence, told, found)
                or _target(sentence, told, found, memory)
            )
        elif told.event.mutual and told.event.data.get("pair") and len({*told.source, *told.actors}) == 1:
            told.actors += _other(memory, (told.source or told.actors)[0])
    for told in found:
        if told.event.type == "SUPPORT" and not told.target and _itself(sentence, told):
            told.source = []  # defended his decision
    for told in found:
        of_it(sentence, told, found)
        told.when = len(memory.seen)
    memory.steps += [one for one in found if one.source and not one.event.mutual]
    del memory.steps[:-8]
    memory.deeds += [one for one in found if one.source and one.target and not one.event.mutual]
    del memory.deeds[:-8]
    for item in sentence.items:
        if item.phrase is not None and len(item.phrase.members) > 2:
            ids = doers(sentence.tagged, item.phrase)
            memory.listed.pop(len(ids), None)  # the last list stands last
            memory.listed[len(ids)] = ids


def _target(sentence: Sentence, told: Told, found: list[Told], memory: Memory) -> list[str]:
    group, data, source = told.group, told.event.data, told.source[0]
    assert group is not None
    around = complements(sentence, group.index)
    first = around.objects[0] if around.objects else None
    bare = first is None or not _named(first)
    if data.get("content") and not told.noun:
        ids = _relative(sentence, around.end, found)
        if ids and source not in ids:
            return ids
    if told.event.id == "suspend-aid" and first is not None:
        inner = _clause_behind(sentence, around.end, found)
        if inner is not None and source in inner.source:
            return list(inner.target)  # cut the power it sells to Chad
    if group.shape == "ing" and group.relation == "and" and bare and told.event.type in _ANSWERING:
        outer = next((one for one in found if one.group is group.governor and one.target), None)
        if outer is not None and source in outer.source:
            return list(outer.target)  # lodged a note with Chile objecting to
    if group.shape == "fin" and group.relation == "and" and bare and told.event.id == "demand":
        charges = [
            one for one in found if one.at < told.at and one.event.type == "ACCUSE" and one.source == told.source
        ]
        if charges and first is not None and (charges[-1].event.id == "summon" or _redress(sentence, first)):
            return list(charges[-1].target)  # summoned the Kenyan envoy and demanded
    if told.event.id in ("demand", "call-for") and bare and _redress(sentence, first):
        for other in (*reversed(found), *reversed(memory.deeds)):
            late = other is not told and (other.when == 0 or other.when >= len(memory.seen) - 1)
            if late and other.event.type in _ANSWERED and source in other.target and source not in other.source:
                return list(other.source)  # seized a boat. Baghdad demanded an inquiry
    if data.get("organisations") and first is None:  # applied to join NATO; Finland joined in May
        earlier = [*memory.deeds, *(one for one in found if one.at < told.at)]
        return [name for one in earlier[-1:] for name in one.target if name in memory.organisations]
    if told.event.type == "AID" and bare and group.relation == "ing":  # thanked Egypt for sending doctors
        thanks = [one for one in found if one.group is group.governor and set(one.target) == set(told.source)]
        if thanks:
            return list(thanks[0].source)
    if told.event.type == "AID" and bare:
        beside = next((one.target for one in found if one.event.type == "AID" and one.target), [])
        if beside:
            return [name for name in beside if name not in told.source]
    if told.event.type == "AID" and bare and memory.deeds and memory.deeds[-1].event.type in ("REQUEST", "AID"):
        last = memory.deeds[-1]
        return [name for name in (last.source if last.event.type == "REQUEST" else last.target) if name != source]
    near = sentence.tagged.words[max(0, told.at - 2) : told.at]
    if told.noun and told.event.type == "SANCTION" and not {"the", "these"}.isdisjoint(near):  # the Chinese levies
        return next((one.target for one in reversed(memory.deeds) if one.source == told.source), [])
    if told.event.type in _ANSWERING and bare and _prompted(group):
        before = [one.source or one.actors for one in found if one.at < told.at]
        provoked = [ids for ids in before if len(ids) == 1 and ids[0] not in told.source]
        if provoked:
            return list(provoked[-1])  # fired a rocket, prompting Peru to protest
    if told.event.id == "mediate":
        here = [name for name in memory.here if name in (*memory.states, *memory.nonstate) and name not in told.source]
        return here if len(here) in (1, 2) else list(memory.pair) if source not in memory.pair else []
    if len(told.source) > 1:
        return []
    what = sentence.word(around.end) == "what"  # criticised what he called an insult
    if data.get("answers") and not told.noun and not what and bare and _open(sentence, told, first):
        for other in (*(one for one in reversed(found) if one is not told), *reversed(memory.deeds)):
            answered = other.event.type in _ANSWERED and other.status not in ("hypothetical", "denied")
            if answered and source in other.target and source not in other.source:
                return list(other.source)
        if first is not None and first.pronoun in ("it", "them"):
            return main(sentence, source)
    if (told.event.type in _HARM or told.event.id == "troops-leave") and _possessed(around, told.source):
        said = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + told.at]) or sayer(sentence)
        if said and said[0] != source:
            return said[:1]  # Armenia said that Azeri troops had fired on its positions
    own = first is not None and first.pronoun in ("its", "their") and not told.noun
    if own and told.event.type in ("REJECT", "ACCUSE") and data.get("content"):
        return _other(memory, source)  # vetoed its return
    if data.get("pair") and bare and not told.noun:
        return _other(memory, source)
    victims = first is not None and bare and sentence.tagged.words[first.head] in sentence.tagged.voc.sets["home"]
    if told.event.type == "ASSAULT" and source in memory.nonstate and victims:
        return [name for name in main(sentence, source) if name in memory.states]
    return []


def _prompted(group: Group) -> bool:
    """Whether something made the subject do it: prompting, leading, forcing Peru to."""
    outer = group.governor if group.relation == "inf" else None
    return outer is not None and any(form.role == "object" and form.name in ("prompt", "lead") for form in outer.forms)


def _possessed(around: Complements, source: list[str]) -> bool:
    """Whether what is hit is said to be its own: fired on its positions."""
    phrases = [*around.objects[:1], *(one for _, one in around.prepositions[:1])]
    return any(one.pronoun in ("its", "their") and set(owners(one)) <= set(source) for one in phrases)


def _itself(sentence: Sentence, told: Told) -> bool:
    """Whether the object is the source's own."""
    objects = complements(sentence, told.group.index).objects if told.group is not None and not told.noun else []
    return bool(objects) and objects[0].pronoun in ("its", "their", "his", "her") and not told.event.mutual


def _named(phrase: Phrase) -> bool:
    return bool(phrase.parties) and phrase.parties[0].how not in ("pronoun", "described")


def _open(sentence: Sentence, told: Told, first: Phrase | None) -> bool:
    """Whether the object is none, or takes up what was told: rejected the charge, it, accusations."""
    predicate = told.event.with_
    return (
        first is None
        or told.event.object == "none"
        or (predicate is not None and predicate.holds(sentence.tagged.words[first.head]))  # a charge it called a lie
        or sentence.tagged.words[first.start] in _DEFINITE
        or first.event in _CHARGES
    )


def _redress(sentence: Sentence, first: Phrase | None) -> bool:
    """Whether what is demanded makes good what was done: an apology, an inquiry, his release."""
    sought = sentence.tagged.voc.events["call-for"].with_
    return first is not None and sought is not None and sought.holds(sentence.tagged.words[first.head])


def _relative(sentence: Sentence, at: int, found: list[Told]) -> list[str]:
    """Rejected a memorandum that Turkey signed: who does what the clause behind the object tells."""
    if sentence.kind(at) not in ("REL", "SUB") or sentence.word(at) not in ("that", "which"):
        return []
    told_by = sentence.phrase(at - 1)
    if told_by is not None and sentence.tagged.words[told_by.head] in _REPORTS:
        return []  # rejected a report that China would
    here = at + 1
    while sentence.kind(here) in ("NP", "PREP"):
        here += 1
    group = sentence.items[here].group if here < len(sentence.items) else None
    told = next((one for one in found if group is not None and one.group is group), None)
    if told is not None:
        return told.source or told.actors
    return doers(sentence.tagged, solve(sentence, group)) if group is not None and here > at + 1 else []


def _clause_behind(sentence: Sentence, at: int, found: list[Told]) -> Told | None:
    """What the relative clause that begins at item `at` tells: that it sells, it sells."""
    at += sentence.kind(at) in ("REL", "SUB") and sentence.word(at) in ("that", "which")
    group = sentence.items[at + 1].group if sentence.kind(at) == "NP" and at + 1 < len(sentence.items) else None
    return next((one for one in found if group is not None and one.group is group), None)


def _other(memory: Memory, source: str) -> list[str]:
    """The only other state that the sentence names, else the other of the two last told of together."""
    named = {name for name in memory.here if name in memory.states} - {source}
    if not named and source in memory.pair:
        named = {*memory.pair} - {source}
    return sorted(named) if len(named) == 1 else []
