"""What an event's noun tells with the verb that carries it or the words that govern it."""

from __future__ import annotations

from .clauses import Sentence, complements, roles
from .governed import declined, governed, with_whom
from .items import Group, Phrase, Told
from .memory import Memory
from .nouns import of_noun, struck
from .parties import doers, owners, sufferers
from .status import of_group
from .subjects import solve

# Whose subject wants of others, or judges of them, what the object tells.
_OTHERS = ("call-for", "demand", "support", "reject", "insist-on")
_TAKE_PLACE = ("CONSULT", "COOPERATE", "ASSAULT", "PROTEST", "AGREE", "MOBILIZE")


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
            if names.get("carrier") != "prevented" and (told.event.mutual or names.get("event") not in _OTHERS):
                _give(told, subject, with_whom(sentence, index))
            if told.event.data.get("place") and told.source and not told.target:
                told.target = struck(sentence, told, complements(sentence, index, noun=True))
            given = of_group(sentence, carrier)
            given = "occurred" if given == "ongoing" and names.get("carrier") == "hypothetical" else given
            kind = _by_type(told, names.get("carrier", ""))
            status = given if given != "occurred" else kind if kind not in ("", "occurred") else "occurred"
            if carrier.negated and kind in ("denied", "cancelled", "suspended"):
                status = "hypothetical"
            _dative(sentence, carrier, phrase, told)
        else:
            status = _of_subject(sentence, carrier, names, sentence.tagged.words[phrase.start] in ("a", "an", "any"))
            real = names.get("carrier", "") not in ("", "hypothetical", "denied", "prevented")
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
        status = governed(sentence, index, phrase, told, status)
    if told.event.type == "THREATEN" and not told.target and not nested:
        told.target = [name for name in _aimed(sentence, index + 1) if name not in told.source]
    if told.event.id in ("accuse", "demand") and not told.target and not nested:
        told.target = [name for name in _alleged(sentence, index) if name not in told.source]
    asked = carrier is not None and any(form.name in ("call-for", "demand") for form in carrier.forms)  # of others
    if (
        told.event.type == "CONSULT"
        and told.event.mutual
        and len(told.actors) == 1
        and not asked
        and not owners(phrase)
    ):
        said = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + phrase.head])
        if said and said[0] not in told.actors and not told.event.data.get("own"):
            told.actors, told.confidence = [*said, *told.actors], 0.6
    if told.event.id == "support" and not told.source and sentence.word(index - 1) == "in":  # in solidarity with
        told.source = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + phrase.head])
    if told.event.type == "ASSAULT" and told.event.mutual and len(told.actors) < 2:  # fighting along their border
        around = complements(sentence, index, noun=True).prepositions
        told.actors += [n for _, one in around if one.pronoun == "their" for n in owners(one) if n not in told.actors]
    if declined(sentence, phrase):
        status = "denied"
    told.status = status
    return told


def _alleged(sentence: Sentence, index: int) -> list[str]:
    """Israeli allegations that Iran had: who does what the clause behind the noun tells."""
    at = index + 1
    if sentence.word(at) != "that" or sentence.kind(at + 1) != "NP":
        return []
    phrase = sentence.phrase(at + 1)
    return doers(sentence.tagged, phrase) if phrase is not None and not phrase.pronoun else []


def _aimed(sentence: Sentence, at: int) -> list[str]:
    """A threat to attack Egypt: whom the infinitive at an item is done to."""
    group = sentence.items[at].group if at < len(sentence.items) else None
    if group is None or group.shape != "inf":
        return []
    return [name for one in complements(sentence, at).objects[:1] if one.event is None for name in sufferers(one)]


def _by_type(told: Told, kind: str) -> str:
    """What a carrier says of a kind of event: a drill that is ended has taken place, an approved sale is to come."""
    if kind == "ended":
        return "occurred" if told.event.type in _TAKE_PLACE and told.event.id != "cooperation" else "cancelled"
    if kind == "prevented":
        return "hypothetical"
    if kind == "approved":
        return "announced" if told.event.type in ("COOPERATE", "AID") else "occurred"
    return kind


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
    if sentence.kind(following) == "COMMA" and sentence.kind(following + 1) == "PREP":
        aside = following + 3  # the duties, of up to 80%, were imposed
        following = aside + 1 if sentence.kind(aside) == "COMMA" else following
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
