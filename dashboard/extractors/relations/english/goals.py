"""Verbs that govern an infinitive or a clause: what is vowed, threatened, refused, complained of."""

from __future__ import annotations

from .clauses import Sentence, complements
from .items import Group, Told
from .memory import PERSON
from .parties import doers, sufferers
from .subjects import solve

_COOPERATION = ("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "RETREAT", "CONCEDE")
# Verbs by which a party takes something upon itself; what is agreed has been.
_TAKEN_ON = ("agree", "agree-all", "pledge", "accept")
_STATUS = "occurred"
_FEW = 3
# What it is warned that somebody will do who is threatened.
_SUFFER = ("pay", "face", "suffer", "regret", "bear")
_HARMFUL = ("ASSAULT", "SANCTION", "COERCE", "THREATEN", "MOBILIZE")


def goals(sentence: Sentence, found: list[Told]) -> None:
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
        if (
            kind == "pledge"
            and not any(form.role == "offer" for form in outer.forms)
            and (harm or (inner is not None and inner.event.type in _HARMFUL and not inner.event.data.get("promised")))
        ):
            governing.event = sentence.tagged.voc.events["threaten"]
            governing.target = inner.target if inner is not None else _reach(sentence, group)
            if inner is not None:
                drop.add(id(inner))
        elif kind in ("threaten", "reject") and not governing.target:
            governing.target = list(inner.target) if inner is not None and inner.target else _reach(sentence, group)
            if inner is not None and inner.event.mutual:
                governing.target = [n for n in inner.actors if n not in governing.source]
            if inner is not None and (kind == "reject" or inner.event.type in _COOPERATION):
                drop.add(id(inner))
        elif kind in ("pledge", "agree") and inner is not None and (inner.target or inner.actors):
            drop.update({id(governing)} if kind == "pledge" or len(governing.source) < 2 else ())
    found[:] = [one for one in found if id(one) not in drop]
    found += _promised(sentence, found)
    _charged(sentence, by_group)


def _promised(sentence: Sentence, found: list[Told]) -> list[Told]:
    """Agreed to cut duties, promised a reply: what a party takes upon itself where the deed is no event of its own."""
    made: list[Told] = []
    for group in sentence.groups:
        outer = group.governor
        if group.relation != "inf" or outer is None or outer.shape != "fin" or outer.negated or outer.passive:
            continue
        if not any(form.name in _TAKEN_ON for form in outer.forms) or _told(found, group, outer):
            continue
        source = doers(sentence.tagged, solve(sentence, outer))
        others = [name for name in _others(sentence, group) if name not in source]
        alone = "promise" if not others else "pledge"  # offered to host a summit
        if not source or (alone == "promise" and len(source) == 1 and _idle(sentence, outer, group, found)):
            continue
        event = sentence.tagged.voc.events["agree-all" if len(source) > 1 else alone]
        one = Told(event, outer.at, source, [] if len(source) > 1 else others[:_FEW], group=outer, status=_STATUS)
        one.first, one.end, one.confidence = outer.start, group.end, 0.65
        made.append(one)
    return made


def _idle(sentence: Sentence, outer: Group, group: Group, found: list[Told]) -> bool:
    """Whether nobody is promised an event: pensions raised, words of harm, a promise that another verb hangs on."""
    if outer.governor is not None or sentence.tagged.doc.field == "title":
        return True
    if any(form.role == "harm" for form in group.forms):
        return True
    objects = complements(sentence, group.index).objects
    return all(one.event is None for one in objects) and all(one.group is not group for one in found)


def _told(found: list[Told], group: Group, outer: Group) -> bool:
    """Whether the infinitive or the verb that governs it tells an event with its ends."""
    return any(
        one.source
        and (one.target or one.event.id == "pledge-help" or (one.event.mutual and len({*one.source, *one.actors}) > 1))
        for one in found if one.group is group or one.group is outer
    )  # fmt: skip


def _others(sentence: Sentence, group: Group) -> list[str]:
    """Who stands behind an infinitive in its clause."""
    around = complements(sentence, group.index)
    phrases = [*around.objects, *(phrase for _, phrase in around.prepositions)]
    return [name for phrase in phrases if phrase.pronoun not in PERSON for name in sufferers(phrase)]


def unless(sentence: Sentence, found: list[Told]) -> None:
    """Threatened to expel more unless Paris apologised: whom the condition is set."""
    for told in found:
        if told.event.type != "THREATEN" or told.target:
            continue
        for index, item in enumerate(sentence.items[:-1]):
            if item.kind == "SUB" and item.word in ("unless", "if") and item.start > told.at:
                phrase = sentence.phrase(index + 1)
                ids = [n for n in doers(sentence.tagged, phrase) if n not in told.source]
                if phrase is None or not phrase.pronoun or set(ids) <= _named_in(sentence):
                    told.target = ids
                break


def _named_in(sentence: Sentence) -> set[str]:
    """Who is named in the sentence, pronouns left out."""
    return {
        name for item in sentence.items if item.phrase is not None
        for one in item.phrase.members for party in one.parties if party.how != "pronoun" for name in party.ids
    }  # fmt: skip


def _charged(sentence: Sentence, by_group: dict[int, Told]) -> None:
    """Complained that a Chinese vessel had rammed: the charge is against who did it."""
    for group in sentence.groups:
        told = by_group.get(id(group))
        if told is None or told.event.type not in ("ACCUSE", "THREATEN", "REQUEST") or told.target:
            continue
        here = group.index + 1
        if sentence.word(here) != "that":
            continue
        while here < len(sentence.items) and sentence.items[here].group is None:
            here += 1
        inner = sentence.items[here].group if here < len(sentence.items) else None
        if told.event.type == "THREATEN":
            _doomed(sentence, told, here, by_group)
        elif inner is not None:
            subject = solve(sentence, inner)
            named = doers(sentence.tagged, subject) or sufferers(subject)
            told.target = [n for n in named if n not in told.source]
            if named and not told.target and subject is not None and subject.pronoun in ("it", "they"):
                before = [
                    one for one in by_group.values() if one.at < told.at and one.source == told.source and one.target
                ]
                told.target = list(before[-1].target) if before else []  # blamed Oslo and demanded that it pay


def _doomed(sentence: Sentence, told: Told, at: int, by_group: dict[int, Told]) -> None:
    """Warned that any Russian jet that came near would be shot down: whom what is warned of befalls."""
    for item in sentence.items[at:]:
        one = by_group.get(id(item.group)) if item.group is not None else None
        if item.kind == "STOP":
            return
        if one is not None and one.event.type in _HARMFUL and one.target and set(one.source) <= set(told.source):
            told.target = [name for name in one.target if name not in told.source]
            return
        if item.group is not None and sentence.tagged.words[item.group.at] in _SUFFER:
            told.target = [n for n in doers(sentence.tagged, solve(sentence, item.group)) if n not in told.source]
            return
        if item.group is not None and item.group.passive and item.group.modal in ("future", "would"):
            lead = next(
                (one.phrase for one in sentence.items[told_at(sentence, told) :] if one.phrase is not None), None
            )
            told.target = [name for name in sufferers(lead) if name not in told.source]
            return


def told_at(sentence: Sentence, told: Told) -> int:
    """The item behind the verb that tells."""
    return told.group.index + 1 if told.group is not None else 0


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
