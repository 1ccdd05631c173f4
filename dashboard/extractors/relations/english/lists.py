"""Noun phrases joined: with their of-phrases, by "and" and commas, in headlines."""

from __future__ import annotations

from .items import Item, Party, Phrase
from .parties import doers
from .tagging import Tagged

_JOINING = ("of", "from", "in", "to")
_LOYAL = ("loyal", "allied", "faithful")  # to whom troops are


def attach_of(tagged: Tagged, items: list[Item]) -> list[Item]:
    """Join phrases with the of-phrases behind them, right to left."""
    found = list(items)
    at = len(found) - 2
    while at > 0:
        at -= 1
        if at + 2 >= len(found):
            continue
        of = found[at + 1]
        if of.kind != "PREP" or of.word not in _JOINING:
            continue
        left, right = found[at], found[at + 2]
        if left.phrase is None or right.phrase is None:
            continue
        if of.word in ("in", "to"):
            _seat(tagged, found, at)
        elif of.word == "of" or _comers(tagged, left):
            left.phrase.end, left.end = right.phrase.end, right.end
            if _measures(tagged, left.phrase) and right.phrase.event is not None and of.word == "of":
                _measured(left.phrase, right.phrase)
            else:
                left.phrase.of = right.phrase
            del found[at + 1 : at + 3]
            rest = [one.kind for one in found[at + 1 : at + 4]]
            if rest == ["CONJ", "PREP", "NP"] and found[at + 2].word == "of" and left.phrase.of is not None:
                more = found[at + 3].phrase  # envoys of the army and of the rebels
                assert more is not None
                if more.parties:
                    left.phrase.of.members = [*left.phrase.of.members, more]
                    left.end = left.phrase.end = found[at + 3].end
                    del found[at + 1 : at + 4]
    return found


def _seat(tagged: Tagged, items: list[Item], at: int) -> None:
    """The government in Tbilisi, police in Lahore, troops loyal to Haftar: who stands behind says whose they are."""
    phrase, right = items[at].phrase, items[at + 2]
    place = right.phrase.parties[0] if right.phrase is not None and right.phrase.parties else None
    if phrase is None or phrase.parties or place is None:
        return
    head, sets = tagged.words[phrase.head], tagged.voc.sets
    if items[at + 1].word == "to":
        if head not in _LOYAL:
            return
        phrase.head -= 1
    elif head not in sets["seated"] or place.part != "head" or not (
        place.how in ("capital", "name") or (place.how == "place" and head in sets["home"])
    ):  # fmt: skip
        return
    phrase.parties.append(Party(list(place.ids), right.start, right.end, "capital", "mod"))
    phrase.end = items[at].end = right.end
    del items[at + 1 : at + 3]


def _measures(tagged: Tagged, phrase: Phrase) -> bool:
    return phrase.event is None and tagged.words[phrase.head] in tagged.voc.sets["measures"]


def _measured(phrase: Phrase, inner: Phrase) -> None:
    """A round of talks: the phrase is about what its head only counts."""
    phrase.event, phrase.head, phrase.of = inner.event, inner.head, inner.of
    phrase.parties = [*phrase.parties, *inner.parties]
    phrase.members = [phrase, *inner.members[1:]]


def _comers(tagged: Tagged, item: Item) -> bool:
    """Whether "from" says whose fighters or officials they are: gunmen from Boko Haram."""
    phrase = item.phrase
    return phrase is not None and not phrase.parties and tagged.words[phrase.head] in tagged.voc.sets["comers"]


def coordinate(tagged: Tagged, items: list[Item]) -> list[Item]:
    """Join phrases that "and" or commas make one party: France, Germany and Italy; not across clauses."""
    at = 0
    while at < len(items):
        if items[at].kind != "NP":
            at += 1
            continue
        end = _listed(items, at)
        if end is not None and not _next_clause(items, at, end) and not _dated(tagged, items, end):
            first = items[at].phrase
            assert first is not None
            inner = [other.phrase for other in items[at : end + 1] if other.phrase is not None]
            if _alike(tagged, inner) and not _apart(items, at, inner):
                first.members = inner
                items[at].end = items[end].end
                _spread(inner)
                del items[at + 1 : end + 1]
            elif (
                first.of is not None
                and (_shared(tagged, first) or (end == at + 2 and _thing(tagged, first)))
                and _alike(tagged, [first.of, *inner[1:]])
            ):
                first.of.members = [first.of, *inner[1:]]  # an exercise of China, Iran and Russia
                items[at].end = first.end = items[end].end
                del items[at + 1 : end + 1]
        at += 1
    # A list within an of-phrase: the navies of Chile and Peru.
    return items


def _dated(tagged: Tagged, items: list[Item], end: int) -> bool:
    """Whether dates stand on both sides of the last phrase: cut ties with Peru in 2007 and Chile in 2021."""
    last = items[end].end
    return tagged.tag(items[end - 1].start - 1) == "T" and "T" in (tagged.tag(last), tagged.tag(last + 1))


def _thing(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether the phrase is of no one who acts: the entry of Chad and Mali is that of both."""
    return not phrase.parties and phrase.event is None and tagged.words[phrase.head] not in tagged.voc.sets["agents"]


def _shared(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether a phrase is an event's that several do together."""
    return phrase.event is not None and tagged.voc.events[phrase.event].mutual


def headline(tagged: Tagged, items: list[Item]) -> None:
    """Saudi Arabia, Iran agree: a headline's comma before its verb is an "and"."""
    for at in range(len(items) - 3):
        left, comma, right, verb = items[at : at + 4]
        if left.phrase is None or right.phrase is None or verb.group is None or comma.kind != "COMMA":
            continue
        first = at
        while first > 1 and items[first - 1].kind == "COMMA" and doers(tagged, items[first - 2].phrase):
            first -= 2  # Seoul, Tokyo, Washington hold
        before = items[first - 1].kind if first else "STOP"
        if before not in ("STOP", "SUB") or verb.group.shape != "fin" or tagged.word(comma.start) != ",":
            continue
        people = [party.how for party in left.phrase.parties] == ["demonym"]  # Pakistani, Afghan forces
        if (people or doers(tagged, left.phrase)) and doers(tagged, right.phrase):
            comma.kind, comma.word = "CONJ", "and"


def _listed(items: list[Item], at: int) -> int | None:
    """The last phrase of a list that begins at `at`."""
    here = at
    while here + 2 < len(items) and items[here + 1].kind == "COMMA" and items[here + 2].kind == "NP":
        here += 2
    tail = here + 1
    if tail < len(items) and items[tail].kind == "COMMA":
        tail += 1
    joined = tail + 1 < len(items) and items[tail].kind == "CONJ" and items[tail].word in ("and", "&", "or")
    if joined and items[tail + 1].kind == "NP":
        return tail + 1
    return None


def _next_clause(items: list[Item], at: int, end: int) -> bool:
    """Whether the last phrase is the subject of another clause: attacked Kyiv and Poland condemned it."""
    verb = end + 1
    if [one.kind for one in items[verb : verb + 4]] == ["COMMA", "NP", "COMMA", "VG"]:
        verb += 3  # and Peru's president, Dina Boluarte, called
    while [one.kind for one in items[verb : verb + 2]] == ["CONJ", "NP"]:
        verb += 2  # its terms, and Peru and Chile are considering them
    apart = end - 2 > at and items[end - 2].kind == "COMMA"  # , and the government in Kabul condemned
    while apart and [one.kind for one in items[verb : verb + 2]] == ["PREP", "NP"]:
        verb += 2
    if verb >= len(items) or items[verb].kind != "VG":
        return False
    group = items[verb].group
    if group is None or group.shape == "pp" or group.shape in ("inf", "ing"):
        return False
    opens = at == 1 or (at > 1 and items[at - 2].kind == "STOP")
    if opens and items[at - 1].kind == "PREP" and items[at + 1].kind == "COMMA":
        return True  # At the United Nations, France and Britain asked …
    for here in range(at - 1, -1, -1):
        kind = items[here].kind
        if kind == "VG":
            one = items[here].group
            main = any(item.group is not None and item.group.shape == "fin" for item in items[: here + 1])
            if one is not None and one.shape == "pp" and not main:
                return False  # the deal reached by Egypt and Chad was
            return (
                one is not None
                and here == at - 1
                and not any(f.role == "say" for f in one.forms)
                or (here != at - 1 and items[at - 1].kind == "PREP")
                or (items[at - 1].kind == "COMMA" and end == at + 3 and items[at + 1].kind == "COMMA")
            )
        if kind in ("SUB", "REL", "STOP"):
            return False
    return False


def _alike(tagged: Tagged, phrases: list[Phrase]) -> bool:
    """Whether coordinated phrases may be one party: each names parties, or they are plain things."""
    named = [bool(phrase.parties) or (phrase.of is not None and bool(phrase.of.parties)) for phrase in phrases]
    if all(named):
        heads = [any(p.part == "head" for p in phrase.parties) for phrase in phrases]
        agent = [bool(doers(tagged, phrase)) for phrase in phrases]
        if all(p.parties and p.parties[0].how == "demonym" for p in phrases):
            return True
        return all(head or acts for head, acts in zip(heads, agent, strict=True)) or not any(heads)
    return not any(named[1:]) or len(phrases) == 2


def _apart(items: list[Item], at: int, phrases: list[Phrase]) -> bool:
    """Whether a comma parts a thing from the states after it: had been a target, and Britain and Australia accused."""
    return len(phrases) == 2 and items[at + 1].kind == "COMMA" and bool(phrases[1].parties) != bool(phrases[0].parties)


def _spread(phrases: list[Phrase]) -> None:
    """South Korean and Japanese ministers: an adjective alone takes the head of the last phrase."""
    last = phrases[-1]
    for phrase in phrases[:-1]:
        for party in phrase.parties:
            if party.how == "demonym" and party.part == "head" and phrase.end - phrase.start <= 2:
                party.part = "mod"
                if last.event and not phrase.event:
                    phrase.event = last.event
                phrase.head = last.head
