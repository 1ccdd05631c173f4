"""What a sentence's verbs tell, with their parties."""

from __future__ import annotations

from .choice import choose, suits
from .clauses import Complements, Sentence, complements, taken
from .items import Group, Phrase, Told
from .nouns import content_doer, prepositions, spanned
from .objects import passive_theme, take_objects
from .parties import doers, of_parties, owners, sufferers
from .subjects import solve
from .words import Event, events_of

# What the forces of a place may do there.
_STRIKES = ("air-strike", "hit")
_JUDGED_IN = ("ACCUSE", "REJECT", "SUPPORT")
_SENT_OUT = ("order-out", "give-leave")
_ENDED = ("suspend-aid", "ease")
_CALLED = {"summon": ("to",), "ban": ("from",), "ban-trade": ("from",), "bar-persons": ("from",)}
_BY_FORCE = ("COERCE", "ASSAULT", "SANCTION")


def of_verb(sentence: Sentence, group: Group) -> Told | None:
    """What a verb tells with its subject, objects and prepositions."""
    tagged = sentence.tagged
    reading = tagged.voc.reading(tagged.words[group.at])
    names = reading.events if reading is not None and reading.forms is group.forms else events_of(group.forms)
    if not names:
        return None
    around = complements(sentence, group.index)
    subject = solve(sentence, group)
    passive = group.passive and not group.progressive
    events = tagged.voc.events
    names = [name for name in names if not events[name].asks or suits(sentence, group, events[name], around)]
    if subject is not None and _crowd(sentence, subject):
        names = [name for name in names if events[name].data.get("crowd")] or names  # thousands protested
    first: Told | None = None
    theme = subject if passive else None if around.objects else taken(sentence, group)
    while event := choose(sentence, group.at, names, group.end, theme):
        told = _read(sentence, group, event, around, subject)
        implied = event.data.get("pair") or event.data.get("answers")  # its target is still to come
        if event.id in _STRIKES and not around.objects and not told.target and not passive and not around.prepositions:
            return None  # struck late
        if event.kept or event.mutual or told.target or not told.source or implied:
            return told
        first = first or told  # sent ships nowhere is no gift, but may be another event
        names = [name for name in names if name != event.id]
    return first


def _crowd(sentence: Sentence, subject: Phrase) -> bool:
    """Whether the subject is a crowd or a people: thousands, Kenyans."""
    people = any(p.how == "people" and p.part == "head" for p in subject.parties)
    return people or sentence.tagged.words[subject.head] in sentence.tagged.voc.sets["crowds"]


def _read(sentence: Sentence, group: Group, event: Event, around: Complements, subject: Phrase | None) -> Told:
    """What a verb tells as an event."""
    tagged = sentence.tagged
    told = Told(event, group.at, group=group, first=group.start, end=group.end)
    passive = group.passive and not group.progressive and not event.data.get("passive_doer")
    crowd = bool(event.data.get("crowd"))
    if event.data.get("passive"):
        told.target = doers(tagged, subject)
        if not told.target and subject is not None and event.type in ("ACCUSE", "ASSAULT"):
            told.target = sufferers(subject) if event.type == "ASSAULT" else owners(subject)
        felt = ("from", "by", "in") if event.type == "ACCUSE" else ("from", "by")  # sparked anger in Chad
        givers = [doers(tagged, phrase) for word, phrase in around.prepositions if word in felt]
        givers += [
            [*owners(phrase), *of_parties(tagged, phrase)] for phrase in around.objects if event.data.get("dative")
        ]
        givers += [_striking(sentence, around)] if event.type == "ASSAULT" else []
        told.source = [name for name in next(filter(None, givers), []) if name not in told.target]
        return spanned(sentence, told, subject, around)
    if passive:
        if event.object == "target":
            told.target = sufferers(subject)
            if not told.target and subject is not None and subject.event:
                told.target = content_doer(sentence, subject, None)
            if not told.target and subject is not None and event.data.get("content"):
                told.target = _whose(sentence, subject)
        elif event.mutual:
            told.actors += doers(tagged, subject)
            if not told.actors and subject is not None:  # ties between the two states were restored
                told.actors += [name for word, one in _after(sentence, subject) if event.to.get(word) == "party"
                                for name in doers(tagged, one)]  # fmt: skip
        for number, (word, phrase) in enumerate((*around.prepositions, *_beyond(sentence, around))):
            if word == "by":
                agents = doers(tagged, phrase)
                if not agents and phrase.event is not None:  # was hit by a Russian attack
                    agents = content_doer(sentence, phrase, None)
                if not agents:  # were hurt by shots from a Chinese ship
                    further = around.prepositions[number + 1 : number + 2]
                    agents = [name for by, one in further if by == "from" for name in doers(tagged, one)]
                told.source += [name for name in agents if name not in told.source]
        if not told.source and event.type == "ASSAULT":  # were killed in an Iraqi strike
            told.source = [n for n in _striking(sentence, around) if n not in told.target]
        if not told.source and event.type in _JUDGED_IN:  # was denounced in Kigali
            told.source = [n for word, one in around.prepositions[:1] if word == "in" for n in _capital(one)]
        if event.data.get("held") and not told.source and subject is not None:  # two held in Iran were freed
            held = [one for word, one in _after(sentence, subject) if word in ("in", "by")]
            told.source = [n for one in held[:1] for n in sufferers(one, places=True) if n not in told.target]
        if event.id == "recall" and subject is not None and not told.source:  # Oslo's envoy to Baku was recalled
            told.source, told.target = owners(subject), []
            posts = [one for word, one in _after(sentence, subject) if word in ("to", "in", "from")]
            told.target = [name for one in posts[:1] for name in sufferers(one) if name not in told.source]
        if not told.source:
            told.source = [name for name in _behind(sentence, group, event, subject, around) if name not in told.target]
        if event.type == "MOBILIZE" and not told.source:  # Bolivian troops were sent to
            told.source = doers(tagged, subject)
        if event.data.get("posted") and not told.source and subject is not None:  # the envoy in Baku was summoned
            at = next((n for n, item in enumerate(sentence.items) if item.phrase is subject), 0) + 1
            post = sentence.phrase(at + 1) if sentence.word(at) in ("in", "to") else None
            places = [post] if post is not None else []
            told.source = [name for one in places[:1] for name in sufferers(one) if name not in told.target]
    else:
        told.source = doers(tagged, subject, crowd=crowd) or _at_home(sentence, subject, event, around)
        if not told.source and subject is not None and event.data.get("by"):
            told.source = owners(subject)  # Peruvian aid arrived
        deed = tagged.voc.events[subject.event].type if subject is not None and subject.event is not None else ""
        if not told.source and subject is not None and event.type == deed == "ASSAULT":  # Israel's offensive killed
            told.source = content_doer(sentence, subject, None)
        take_objects(sentence, group, event, around, told)
    prepositions(sentence, event, around, told)
    if passive and event.object != "target" and event.object != "party" and not told.target:
        passive_theme(sentence, event, subject, told)
    return spanned(sentence, told, subject, around)


def _striking(sentence: Sentence, around: Complements) -> list[str]:
    """Whose the attack is in which somebody was hit."""
    for word, phrase in around.prepositions:
        deed = sentence.tagged.voc.events[phrase.event] if phrase.event is not None else None
        if word in ("in", "during") and deed is not None and deed.type == "ASSAULT" and not deed.mutual:
            return content_doer(sentence, phrase, None)
    return []


def _behind(
    sentence: Sentence, group: Group, event: Event, subject: Phrase | None, around: Complements
) -> list[str]:  # fmt: skip
    """Who does what a passive tells without "by": ordered to leave Egypt, summoned to its ministry, barred from it."""
    at = around.end
    following = sentence.items[at].group if at < len(sentence.items) else None
    if event.id in _SENT_OUT and following is not None and following.shape == "inf":
        return [name for one in complements(sentence, at).objects[:1] for name in sufferers(one)]
    prepositions = _CALLED.get(event.id, ())
    for word, phrase in around.prepositions:
        if word in prepositions:
            return doers(sentence.tagged, phrase) or sufferers(phrase)
    if event.id in _ENDED and subject is not None and subject.event is not None:
        return owners(subject)  # Egypt's aid to Chad was cut
    return []


def _capital(phrase: Phrase) -> list[str]:
    """Whose capital a phrase names."""
    return [name for party in phrase.parties if party.how == "capital" and party.part == "head" for name in party.ids]


def _at_home(sentence: Sentence, subject: Phrase | None, event: Event, around: Complements) -> list[str]:
    """Police broke into the embassy in Quito: forces that are nobody's by name are those of the place."""
    if subject is None or subject.parties:
        return []
    sets, head = sentence.tagged.voc.sets, sentence.tagged.words[subject.head]
    if event.type == "PROTEST" and head not in sets["crowds"]:
        return []
    if event.type != "PROTEST" and (event.type not in _BY_FORCE or subject.of is not None or head not in sets["home"]):
        return []
    for word, phrase in (*_after(sentence, subject), *around.prepositions):
        if word in ("in", "across", "through", "throughout"):
            return sufferers(phrase, places=True)
        if event.type == "PROTEST" and word == "with" and sentence.tagged.words[phrase.head] in sets["home"]:
            return [name for p in phrase.parties if p.how == "capital" for name in p.ids]  # with police in Sofia
    opens = sentence.word(0) == "in" and sentence.kind(1) == "NP"  # In Bolivia, teachers went on strike
    return sufferers(sentence.phrase(1), places=True) if opens else []


def _after(sentence: Sentence, subject: Phrase) -> list[tuple[str, Phrase]]:
    """The phrases behind a subject: a court in Moscow."""
    at = next((n for n, item in enumerate(sentence.items) if item.phrase is subject), None)
    return complements(sentence, at, noun=True).prepositions if at is not None else []


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
    at = around.end + (sentence.kind(around.end) == "CONJ")
    following = sentence.items[at].group if at < len(sentence.items) else None
    joined = at > around.end and following is not None and any(form.form == "pp" for form in following.forms)
    if following is None or not (joined or following.shape == "inf"):
        return []  # nor were rammed and doused by
    return complements(sentence, at).prepositions
