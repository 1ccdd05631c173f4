"""The status and parties of an event's noun by what governs it where no verb carries it."""

from __future__ import annotations

from .clauses import Sentence, complements, roles
from .items import Group, Phrase, Told
from .parties import doers, owners, sufferers
from .status import of_group
from .subjects import solve

_ON = ("during", "on", "after", "in", "for")  # a visit
_ANSWERS = ("will-respond", "retaliate", "respond", "react", "answer*", "threaten", "follow", "in-kind")
_LATER = ("after", "following", "during")
_KILLING = ("kill", "attack", "shoot-down", "air-strike")
_ARRANGED = ("host", "mediate", "join", "reopen-ties", "restore-ties", "exchange-visits")
_AFTER = ("after", "during", "in", "for", "at", "following", "ahead", "before", "on", "to")


def governed(sentence: Sentence, index: int, phrase: Phrase, told: Told, status: str) -> str:
    """The status of a noun without a carrying verb, by the verb or preposition that governs it."""
    here = index - 1
    if sentence.kind(here) == "PREP" or sentence.word(here) in ("after", "before"):
        word = sentence.word(here)
        lead = sentence.phrase(here - 1) if here else None
        if lead is not None and lead.event is None:  # no plans for a meeting
            intended = sentence.tagged.voc.intentions.get(sentence.tagged.words[lead.head])
            if intended is not None:
                return "denied" if declined(sentence, lead) else intended
        back = here - 1
        while back >= 0 and sentence.kind(back) in ("NP", "PREP"):
            back -= 1
        group = sentence.items[back].group if back >= 0 else None
        if sentence.kind(back) == "COMMA" and word in _LATER:  # signed it, after talks with
            group = next((one for one in sentence.groups if one.shape == "fin" and one.index < back), None)
        if group is not None:
            _paid(sentence, told, group, word)
            joins = told.event.id == "drill" and word in ("to", "in", "for", "at")
            beside = (joins or (told.event.type == "CONSULT" and not owners(phrase))) and with_whom(sentence, index)
            by_same = told.event.type == "ASSAULT" and word in ("in", "with") and not told.event.mutual
            if (
                by_same
                and not told.source
                and roles(group).get("event") in ("kill", "attack", "shoot-down", "air-strike")
            ):
                hit = solve(sentence, group)
                if group.passive:  # were killed in an attack: it hit them
                    told.target = told.target or sufferers(hit)
                else:
                    told.source = [n for n in doers(sentence.tagged, hit) if n not in told.target]
            answers = word in ("with", "by") and any(form.name in _ANSWERS for form in group.forms)
            if answers and not told.event.mutual and not told.source and "source" not in told.event.to.get(word, ""):
                told.source = [n for n in doers(sentence.tagged, solve(sentence, group)) if n not in told.target]
            if answers and told.event.id == "drill" and word == "with":  # answered with an exercise
                told.actors = list(dict.fromkeys([*doers(sentence.tagged, solve(sentence, group)), *told.actors]))
            if told.event.id == "visit" and not told.source and word in _ON:
                told.source = [n for n in doers(sentence.tagged, solve(sentence, group)) if n not in told.target]
            inside = all(phrase is not one for one in (sentence.phrase(index) or phrase).members)
            asks = any(
                form.name in ("call-for", "demand") for form in group.forms
            )  # called for dialogue: not their own
            if (
                not inside
                and not asks
                and told.event.mutual
                and (beside or len(set(told.actors)) < 2)
                and word in _AFTER
                and not (word == "on" and told.event.type == "ASSAULT")  # talks on the fighting
            ):
                subject = doers(sentence.tagged, solve(sentence, group))
                around = complements(sentence, group.index)
                if any(form.name == "join" for form in group.forms):
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
        visits = told.event.id == "visit" and word in _ON and not told.source
        if visits and group is None and sentence.kind(back) == "COMMA":  # the president, on a visit to Chad, praised
            told.source = [n for n in doers(sentence.tagged, sentence.phrase(back - 1)) if n not in told.target]
        if group is None and here <= 0 and word == "under":
            _under(sentence, index, told)
        if group is None and here <= 0 and told.event.id == "visit" and not told.source:
            main = next((one for one in sentence.groups if one.shape == "fin" and one.index > index), None)
            if main is not None:  # on a visit to Hanoi the president promised
                told.source = [n for n in doers(sentence.tagged, solve(sentence, main)) if n not in told.target]
        if group is None and here and _attitude(sentence, here - 1):
            return "hypothetical"
        if group is None and sentence.tagged.doc.field == "title" and told.event.mutual and word in _AFTER:
            told.actors = list(dict.fromkeys([*doers(sentence.tagged, sentence.phrase(0)), *told.actors]))
        return status
    group = sentence.items[here].group if here >= 0 else None
    if group is None:
        return status
    names = roles(group)
    event = names.get("event", "")
    if event == "reject" and told.event.type == "REQUEST" and told.source:  # what is turned down has been asked
        asked = doers(sentence.tagged, solve(sentence, group))
        told.target = told.target or [name for name in asked if name not in told.source]
        return status
    if event in ("demand", "call-for", "threaten", "reject", "discuss") or names.get("say") == "warn":
        return "hypothetical"
    if event == "deny" or names.get("say") == "deny":
        return "denied"
    if names.get("control") in ("hypothetical", "announced") and group.shape != "pp":
        return names["control"]
    if any(form.name in _ARRANGED for form in group.forms):  # offered to host talks between
        given = of_group(sentence, group)
        return given if given in ("announced", "hypothetical", "denied") else status
    return status


def _under(sentence: Sentence, index: int, told: Told) -> None:
    """Under a deal with Egypt, under pressure from it, Chad will: the main clause's subject is the other."""
    main = next((one for one in sentence.groups if one.shape == "fin" and one.index > index), None)
    subject = doers(sentence.tagged, solve(sentence, main)) if main is not None else []
    if told.event.type == "AGREE" and told.event.mutual and len(told.actors) == 1:
        told.actors += [name for name in subject if name not in told.actors]
    elif told.event.id == "pressure" and not told.target:
        told.target = [name for name in subject if name not in told.source]


def _paid(sentence: Sentence, told: Told, group: Group, word: str) -> None:
    """Will leave the pact, following a visit by Rubio: whom a visit is paid, where only the visitor is named."""
    if told.event.id == "visit" and told.source and not told.target and word in _LATER:
        told.target = [n for n in doers(sentence.tagged, solve(sentence, group)) if n not in told.source][:1]


def _attitude(sentence: Sentence, at: int) -> bool:
    """Whether the noun at item `at` tells an attitude to what follows: support for an admission, threat of a strike."""
    phrase = sentence.phrase(at)
    name = phrase.event if phrase is not None else None
    return name in ("support", "threaten", "demand", "reject", "warn", "pledge", "condemn")


def declined(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "no" stands before the noun."""
    return sentence.tagged.words[phrase.start] == "no"


def with_whom(sentence: Sentence, index: int) -> bool:
    """Whether the noun at item `index` says with whom: its verb's subject is a party."""
    return any(word in ("with", "alongside") for word, _ in complements(sentence, index, noun=True).prepositions)
