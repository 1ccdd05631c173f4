"""All that a sentence tells: its verbs, its events' nouns with the verbs that carry them, what leans on what."""

from __future__ import annotations

from .clauses import Sentence, complements, roles, solve
from .events import Told, of_noun, of_verb
from .items import Group, Phrase
from .memory import Memory
from .parties import doers, owners, sufferers
from .status import of_group

_COOPERATION = ("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "RETREAT", "CONCEDE")
# Not having said something is nothing told.
_VERBAL = ("REJECT", "REQUEST", "THREATEN", "ACCUSE")
_HARMFUL = ("ASSAULT", "SANCTION", "COERCE", "THREATEN", "MOBILIZE")
_TAKE_PLACE = ("CONSULT", "COOPERATE", "ASSAULT", "PROTEST", "AGREE", "MOBILIZE")
_AFTER = ("after", "during", "in", "for", "at", "following", "ahead", "before", "on", "to")


def told_by(sentence: Sentence, memory: Memory) -> list[Told]:
    """The events of a sentence in text order."""
    found: list[Told] = []
    taken: set[int] = set()  # heads of nouns that a verb has told already
    for group in sentence.groups:
        told = of_verb(sentence, group)
        if told is None:
            continue
        told.status = of_group(sentence, group)
        if not _keep(sentence, group, told):
            continue
        _own_phrases(sentence, group, told, taken)
        found.append(told)
    _goals(sentence, found)
    _unless(sentence, found)
    for index, item in enumerate(sentence.items):
        for phrase in _inner(item.phrase):
            if phrase.event is None or phrase.head in taken:
                continue
            told = _noun(sentence, index, phrase, memory, nested=phrase is not item.phrase)
            if told is not None:
                found.append(told)
    found += _backers(sentence)
    return sorted(found, key=lambda one: one.at)


def _inner(phrase: Phrase | None) -> list[Phrase]:
    """A phrase, those coordinated to it and those in its of-phrase."""
    found: list[Phrase] = []
    for one in phrase.members if phrase is not None else ():
        found.append(one)
        if one.of is not None:
            found += _inner(one.of)
    return found


def _keep(sentence: Sentence, group: Group, told: Told) -> bool:
    """Whether a verb that only governs another's infinitive tells something itself."""
    return not (told.status == "denied" and group.negated and told.event.type in _VERBAL)


def _own_phrases(sentence: Sentence, group: Group, told: Told, taken: set[int]) -> None:
    """Nouns behind a verb that are part of its event: signed an agreement, lifted sanctions."""
    absorbed = set(told.event.data.get("absorbs", ()))
    if not told.event.data.get("content"):  # welcomed the support is not the support
        absorbed.add(told.event.id)
    around = complements(sentence, group.index)
    subject = [group.subject] if group.subject is not None and group.passive else []
    for phrase in (*around.objects, *subject, *(one for _, one in around.prepositions)):
        for one in phrase.members:
            if one.event in absorbed:
                taken.add(one.head)
                _borrow(sentence, told, one)


def _borrow(sentence: Sentence, told: Told, phrase: Phrase) -> None:
    """Parties that stand with the noun a verb has absorbed: signed a deal with, lifted sanctions on."""
    inner = of_noun(sentence, phrase, None)
    if inner is None:
        return
    if told.event.mutual:
        told.actors += [name for name in inner.actors if name not in told.actors and name not in told.source]
    elif not told.target:
        told.target = [name for name in inner.target if name not in told.source]


def _goals(sentence: Sentence, found: list[Told]) -> None:
    """Verbs that govern an infinitive: its target is theirs; vowing harm is a threat, pledging help an agreement."""
    by_group = {id(one.group): one for one in found if one.group is not None}
    drop: set[int] = set()
    for group in sentence.groups:
        outer = group.governor
        if group.relation != "inf" or outer is None:
            continue
        governing = by_group.get(id(outer))
        inner = by_group.get(id(group))
        harm = any(form.role == "harm" for form in group.forms)
        if governing is None:
            continue
        kind = governing.event.id
        if kind == "pledge" and (harm or (inner is not None and inner.event.type in _HARMFUL)):
            governing.event = sentence.tagged.voc.events["threaten"]
            governing.target = inner.target if inner is not None else _reach(sentence, group)
            if inner is not None:
                drop.add(id(inner))
        elif kind in ("threaten", "reject") and not governing.target:
            governing.target = list(inner.target) if inner is not None else _reach(sentence, group)
            if inner is not None and inner.event.mutual:
                governing.target = [n for n in inner.actors if n not in governing.source]
            if inner is not None and (kind == "reject" or inner.event.type in _COOPERATION):
                drop.add(id(inner))
        elif kind in ("pledge", "agree") and inner is not None and (inner.target or inner.actors):
            drop.update({id(governing)} if kind == "pledge" or len(governing.source) < 2 else ())
    found[:] = [one for one in found if id(one) not in drop]
    _charged(sentence, by_group)


def _unless(sentence: Sentence, found: list[Told]) -> None:
    """Threatened to expel more unless Paris apologised: whom the condition is set."""
    for told in found:
        if told.event.type != "THREATEN" or told.target:
            continue
        for index, item in enumerate(sentence.items[:-1]):
            if item.kind == "SUB" and item.word in ("unless", "if") and item.start > told.at:
                told.target = [n for n in doers(sentence.tagged, sentence.phrase(index + 1)) if n not in told.source]
                break


def _charged(sentence: Sentence, by_group: dict[int, Told]) -> None:
    """Complained that a Chinese vessel had rammed: the charge is against who did it."""
    for group in sentence.groups:
        told = by_group.get(id(group))
        if told is None or told.event.type != "ACCUSE" or told.target:
            continue
        here = group.index + 1
        if sentence.word(here) != "that":
            continue
        while here < len(sentence.items) and sentence.items[here].group is None:
            here += 1
        inner = sentence.items[here].group if here < len(sentence.items) else None
        if inner is not None:
            told.target = [n for n in doers(sentence.tagged, solve(sentence, inner)) if n not in told.source]


def _reach(sentence: Sentence, group: Group) -> list[str]:
    """Whom an infinitive that tells no event of its own is aimed at."""
    around = complements(sentence, group.index)
    for phrase in around.objects[:1]:
        if phrase.event is None:
            return sufferers(phrase)
    for word, phrase in around.prepositions:
        if word in ("against", "on", "at") or (word == "to" and sentence.tagged.words[group.at] == "respond"):
            return sufferers(phrase)
    return []


def _noun(sentence: Sentence, index: int, phrase: Phrase, memory: Memory, *, nested: bool) -> Told | None:
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
            status = _of_subject(sentence, carrier, names)
            given = names.get("carrier", "") not in ("", "hypothetical", "denied")
            if carrier.passive:
                for word, one in complements(sentence, carrier.index).prepositions:
                    if word == "by" and given:
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
    group = sentence.items[following].group if following < len(sentence.items) else None
    if group is not None and group.shape in ("fin", "pp"):
        return group, "subject"
    return None, ""


def _of_subject(sentence: Sentence, carrier: Group, names: dict[str, str]) -> str:
    """The status that a verb gives the event that is its subject: the drills were postponed, will begin."""
    kind = names.get("carrier", "")
    if kind in ("suspended", "cancelled"):
        return kind
    if kind in ("ended", "approved"):
        kind = "occurred"
    own = of_group(sentence, carrier)
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
            beside = told.event.id == "drill" and word in ("to", "in", "for", "at") and _with(sentence, index)
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


def _backers(sentence: Sentence) -> list[Told]:
    """US-backed rebels: who backs whom, where the backed are named."""
    found = []
    for item in sentence.items:
        for phrase in _inner(item.phrase):
            for party in phrase.parties:
                if party.part != "backer":
                    continue
                backed = [
                    p
                    for p in phrase.parties
                    if p is not party and p.part in ("head", "mod") and p.how == "organization"
                ]
                if backed and backed[0].ids != party.ids:
                    event = sentence.tagged.voc.events["support"]
                    told = Told(event, phrase.head, list(party.ids), list(backed[0].ids), noun=True, status="ongoing")
                    told.first, told.end, told.confidence = party.first, backed[0].end, 0.65
                    found.append(told)
    return found


__all__ = ["told_by", "owners"]
