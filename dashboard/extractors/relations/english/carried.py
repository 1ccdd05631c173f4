"""What an event's noun tells with the verb that carries it or the words that govern it."""

from __future__ import annotations

from .clauses import Sentence, complements, roles
from .items import Group, Phrase, Told
from .memory import Memory
from .nouns import of_noun
from .parties import doers, owners, sufferers
from .status import of_group
from .subjects import solve

_TAKE_PLACE = ("CONSULT", "COOPERATE", "ASSAULT", "PROTEST", "AGREE", "MOBILIZE")
_ON = ("during", "on", "after", "in", "for")  # a visit
_AFTER = ("after", "during", "in", "for", "at", "following", "ahead", "before", "on", "to")


def noun(sentence: Sentence, index: int, phrase: Phrase, memory: Memory, *, nested: bool) -> Told | None:
    """What an event's noun tells, with the verb that carries it."""
    carrier, place = _carrier(sentence, index) if not nested else (None, "")
    told = of_noun(sentence, phrase, carrier, index if not nested else None)
    if told is None:
        return None
    status = "ongoing" if told.event.data.get("ongoing") else "occurred"
    if carrier is not None:
        names = roles(carrier)
        if place == "object":
            subject = doers(sentence.tagged, solve(sentence, carrier), crowd=bool(told.event.data.get("crowd")))
            _give(told, subject, _with(sentence, index))
            given = of_group(sentence, carrier)
            kind = _by_type(told, names.get("carrier", ""))
            status = given if given != "occurred" else kind if kind not in ("", "occurred") else "occurred"
            if carrier.negated and kind in ("denied", "cancelled", "suspended"):
                status = "hypothetical"
            _dative(sentence, carrier, phrase, told)
        else:
            status = _of_subject(sentence, carrier, names, sentence.tagged.words[phrase.start] in ("a", "an", "any"))
            real = names.get("carrier", "") not in ("", "hypothetical", "denied")
            if carrier.passive:
                for word, one in complements(sentence, carrier.index).prepositions:
                    if word == "by" and real:
                        _give(told, doers(sentence.tagged, one))
                    else:
                        _more(sentence, told, word, one)
            elif names.get("carrier") is not None:
                for word, one in complements(sentence, carrier.index).prepositions:
                    _more(sentence, told, word, one)
    else:
        status = _around(sentence, index, phrase, told, status)
    if told.event.type == "CONSULT" and told.event.mutual and len(told.actors) == 1 and not owners(phrase):
        said = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + phrase.head])
        if said and said[0] not in told.actors and not told.event.data.get("own"):
            told.actors, told.confidence = [*said, *told.actors], 0.6
    if told.event.id == "support" and not told.source and sentence.word(index - 1) == "in":  # in solidarity with
        told.source = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + phrase.head])
    if told.event.type == "ASSAULT" and told.event.mutual and len(told.actors) < 2:  # fighting along their border
        around = complements(sentence, index, noun=True).prepositions
        told.actors += [n for _, one in around if one.pronoun == "their" for n in owners(one) if n not in told.actors]
    if _no(sentence, phrase):
        status = "denied"
    told.status = status
    return told


def _by_type(told: Told, kind: str) -> str:
    """What a carrier says of a kind of event: a drill that is ended has taken place, an approved sale is to come."""
    if kind == "ended":
        return "occurred" if told.event.type in _TAKE_PLACE and told.event.id != "cooperation" else "cancelled"
    if kind == "approved":
        return "announced" if told.event.type in ("COOPERATE", "AID") else "occurred"
    return kind


def _no(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tagged.words[phrase.start] == "no"


def _more(sentence: Sentence, told: Told, word: str, phrase: Phrase) -> None:
    """A preposition behind the carrying verb belongs to the noun: sanctions were imposed on."""
    slot = told.event.to.get(word)
    ids = doers(sentence.tagged, phrase) or sufferers(phrase)
    if slot == "party":
        told.actors += [name for name in ids if name not in told.actors]
    elif slot == "target" and not told.target:
        told.target = [name for name in ids if name not in told.source]


def _dative(sentence: Sentence, carrier: Group, phrase: Phrase, told: Told) -> None:
    """Gave Kyiv aid: the object before the noun."""
    around = complements(sentence, carrier.index)
    if len(around.objects) > 1 and around.objects[1] is phrase and told.event.data.get("dative") and not told.target:
        told.target = sufferers(around.objects[0])
    for word, one in around.prepositions:
        _more(sentence, told, word, one)


def _with(sentence: Sentence, index: int) -> bool:
    """Whether the noun at item `index` says with whom: its verb's subject is a party."""
    return any(word in ("with", "alongside") for word, _ in complements(sentence, index, noun=True).prepositions)


def _give(told: Told, subject: list[str], beside: bool = False) -> None:
    """The carrying verb's subject does what the noun says."""
    if told.event.mutual:
        if "between" in told.event.to and len(told.actors) > 1 and not beside:
            return  # who arranges talks between two is no party to them
        told.actors = list(dict.fromkeys([*subject, *told.actors]))
    elif told.event.owner == "target" or not told.source:
        told.source = [name for name in subject if name not in told.target]
    told.confidence = 0.8


def _carrier(sentence: Sentence, index: int) -> tuple[Group | None, str]:
    """The verb whose object or subject the noun phrase at item `index` is."""
    here = index - 1
    if sentence.kind(here) == "NP" and sentence.kind(here - 1) == "VG":
        here -= 1
    if sentence.kind(here) == "CONJ" and sentence.kind(here - 1) == "NP" and sentence.kind(here - 2) == "VG":
        here -= 2
    group = sentence.items[here].group if here >= 0 else None
    if group is not None:
        names = roles(group)
        if "carrier" in names and group.shape != "pp" and not (group.passive and not group.progressive):
            return group, "object"
        return None, ""
    following = index + 1
    while sentence.kind(following) == "PREP" and sentence.kind(following + 1) == "NP":
        following += 2
    while sentence.kind(following) == "VG" and sentence.items[following].group.shape == "pp":  # type: ignore[union-attr]
        following += 1
        while sentence.kind(following) == "PREP" and sentence.kind(following + 1) == "NP":
            following += 2
    relative = sentence.kind(following) in ("REL", "SUB") and sentence.word(following) in ("that", "which")
    if relative and sentence.kind(following + 1) == "NP" and sentence.kind(following + 2) == "VG":
        group = sentence.items[following + 2].group  # the embargo that Washington imposed on
        if group is not None and "carrier" in roles(group) and not group.passive:
            return group, "object"
        return None, ""
    group = sentence.items[following].group if following < len(sentence.items) else None
    if group is not None and group.shape in ("fin", "pp"):
        return group, "subject"
    return None, ""


def _of_subject(sentence: Sentence, carrier: Group, names: dict[str, str], indefinite: bool) -> str:
    """The status that a verb gives the event that is its subject: the drills were postponed, will begin."""
    kind = names.get("carrier", "")
    if kind in ("suspended", "cancelled"):
        return kind
    if kind in ("ended", "approved"):
        kind = "occurred"
    own = of_group(sentence, carrier)
    if own == "hypothetical" and carrier.modal in ("possible", "would") and indefinite:
        return own  # an attack could prompt
    if own in ("announced", "hypothetical") and (kind or "event" not in names):
        return own if kind or names.get("other") in ("be", "take", "last", "go") else "occurred"
    if own == "denied" and kind == "occurred":
        return "denied"
    if names.get("carrier") == "ongoing":
        return "ongoing"
    return "occurred"


def _around(sentence: Sentence, index: int, phrase: Phrase, told: Told, status: str) -> str:
    """The status of a noun without a carrying verb, by the verb or preposition that governs it."""
    here = index - 1
    if sentence.kind(here) == "PREP" or sentence.word(here) in ("after", "before"):
        word = sentence.word(here)
        lead = sentence.phrase(here - 1) if here else None
        if lead is not None and lead.event is None:  # no plans for a meeting
            intended = sentence.tagged.voc.intentions.get(sentence.tagged.words[lead.head])
            if intended is not None:
                return "denied" if _no(sentence, lead) else intended
        back = here - 1
        while back >= 0 and sentence.kind(back) in ("NP", "PREP"):
            back -= 1
        group = sentence.items[back].group if back >= 0 else None
        if group is not None:
            joins = told.event.id == "drill" and word in ("to", "in", "for", "at")
            beside = (joins or (told.event.type == "CONSULT" and not owners(phrase))) and _with(sentence, index)
            if told.event.id == "visit" and not told.source and word in _ON:
                told.source = [n for n in doers(sentence.tagged, solve(sentence, group)) if n not in told.target]
            inside = all(phrase is not one for one in (sentence.phrase(index) or phrase).members)
            if not inside and told.event.mutual and (beside or len(set(told.actors)) < 2) and word in _AFTER:
                subject = doers(sentence.tagged, solve(sentence, group))
                around = complements(sentence, group.index)
                if roles(group).get("event") == "join":
                    subject += [name for one in around.objects for name in doers(sentence.tagged, one)]
                subject += [
                    n
                    for w, one in around.prepositions
                    if w in ("alongside", "with")
                    for n in doers(sentence.tagged, one)
                ]
                told.actors = list(dict.fromkeys([*subject, *told.actors]))
                told.confidence = 0.7
                if word not in ("after", "during", "following") and group.shape == "fin":
                    return of_group(sentence, group)
            names = roles(group)
            if here and sentence.phrase(here - 1) is not None and _attitude(sentence, here - 1):
                return "hypothetical"
            if word in ("for", "to") and names.get("event") in ("call-for", "demand", "pledge"):
                return "hypothetical"
            if word == "of" and names.get("event") in ("warn", "accuse"):
                return "hypothetical" if names.get("event") == "warn" else "occurred"
            if word == "under" and told.event.type == "SANCTION" and not told.target:
                told.target = [n for n in doers(sentence.tagged, solve(sentence, group)) if n not in told.source]
            if word in ("ahead", "before"):
                return "announced"
        if group is None and here and _attitude(sentence, here - 1):
            return "hypothetical"
        return status
    group = sentence.items[here].group if here >= 0 else None
    if group is None:
        return status
    names = roles(group)
    event = names.get("event", "")
    if event in ("demand", "call-for", "threaten", "reject", "discuss") or names.get("say") == "warn":
        return "hypothetical"
    if event == "deny" or names.get("say") == "deny":
        return "denied"
    if names.get("control") in ("hypothetical", "announced") and group.shape != "pp":
        return names["control"]
    return status


def _attitude(sentence: Sentence, at: int) -> bool:
    """Whether the noun at item `at` tells an attitude to what follows: support for an admission, threat of a strike."""
    phrase = sentence.phrase(at)
    name = phrase.event if phrase is not None else None
    return name in ("support", "threaten", "demand", "reject", "warn", "pledge")
