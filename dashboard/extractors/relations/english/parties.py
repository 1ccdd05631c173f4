"""Which party a noun phrase is as one who acts and as one to whom something is done."""

from __future__ import annotations

from .items import Party, Phrase
from .tagging import Tagged


def doers(tagged: Tagged, phrase: Phrase | None, *, crowd: bool = False) -> list[str]:
    """The ids under which the members of a phrase act; a thing of a state's does not act for it."""
    if phrase is None:
        return []
    found: list[str] = []
    for one in phrase.members:
        if not one.parties and one.of is None:
            continue
        for name in _doer(tagged, one, crowd):
            if name not in found:
                found.append(name)
    return found


def _doer(tagged: Tagged, phrase: Phrase, crowd: bool) -> list[str]:
    head = [p for p in phrase.parties if p.part == "head"]
    if head:
        if head[-1].how == "place":
            return []
        if head[-1].how in ("demonym", "people") and not crowd:
            counted = all(tagged.tag(at) == "J" or tagged.word(at) in tagged.voc.sets["counts"]
                          for at in range(phrase.start + 1, head[-1].first))  # fmt: skip
            return list(head[-1].ids) if phrase.start < head[-1].first and phrase.definite and counted else []
        bodies = [p for p in phrase.parties if p.part == "mod" and p.how == "organization"]
        genitive = bool(bodies) and tagged.tag(bodies[-1].end) == "G"  # the EU's Kaja Kallas
        if head[-1].how == "person" and bodies and (genitive or _agents(tagged, bodies[-1].end, head[-1].first)):
            return list(bodies[-1].ids)  # European Commission chief Ursula von der Leyen
        return [name for p in head for name in p.ids]
    word = tagged.words[phrase.head]
    sets = tagged.voc.sets
    if phrase.event is not None and word not in ("force",):
        return []
    if word in sets["companions"] and all(p.how != "organization" for p in phrase.parties):
        return []  # Ukraine's allies are not Ukraine
    if word in sets["crowds"] and not crowd:
        if word in ("thousands", "hundreds", "dozens") and phrase.of is not None:
            return _doer(tagged, phrase.of, crowd)
        return []
    if word not in sets["agents"] and word not in sets["crowds"] and not _craft(tagged, phrase):
        owned = [p for p in phrase.parties if p.part == "mod" and tagged.tag(p.end) == "G"]
        place = tagged.doc.starts[tagged.first + phrase.head]
        titled = [p for p in phrase.parties if p.part == "mod" and p.how != "place"
                  and _agents(tagged, p.end, phrase.head)]  # fmt: skip
        if titled and tagged.tag(phrase.head) == "M":  # the UN rights chief, Volker Turk
            return list(titled[-1].ids)
        if owned and tagged.doc.text[place].isupper():  # Brazil's Lula
            return list(owned[-1].ids)
        return []
    led = [p for p in phrase.parties if p.part == "led"]
    mods = [p for p in phrase.parties if p.part == "mod" and p.how != "place"]
    organisations = [p for p in mods if p.how == "organization"]
    if (
        organisations
        and word in sets["several"]
        and not sets["counts"].isdisjoint(tagged.words[phrase.start : phrase.head])
    ):
        return []  # two NATO members are not NATO
    inside = phrase.of.parties if phrase.of is not None and word in sets["group_words"] and not organisations else []
    organisations = organisations or [p for p in inside if p.how == "organization"]  # Chadian rebels of the FACT
    chosen = organisations or mods or led
    if chosen:
        return list(dict.fromkeys(name for p in chosen for name in p.ids))
    if phrase.of is not None:
        inner = [p for one in phrase.of.members for p in one.parties if p.how != "place" and p.part in ("head", "mod")]
        return list(dict.fromkeys(name for p in inner for name in p.ids))
    return []


def _craft(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether the phrase is of aircraft by their type: American F-16s."""
    head = phrase.head - (tagged.words[phrase.head] == "s")
    return tagged.tag(head - 1) == "H" and tagged.words[head][:1].isdigit()


def _agents(tagged: Tagged, first: int, end: int) -> bool:
    """Whether a word of who acts for somebody stands among the tokens."""
    return not tagged.voc.sets["agents"].isdisjoint(tagged.words[first:end])


def sufferers(phrase: Phrase | None, *, places: bool = False) -> list[str]:
    """The ids of those to whom something is done: the head, else whose it is, else what it is of."""
    found: list[str] = []
    for one in phrase.members if phrase is not None else ():
        for name in _sufferer(one, places):
            if name not in found:
                found.append(name)
    return found


def _sufferer(phrase: Phrase, places: bool) -> list[str]:
    def usable(party: Party) -> bool:
        return party.part not in ("none", "backer") and (places or party.how != "place")

    head = [p for p in phrase.parties if p.part == "head" and usable(p)]
    if head:
        return [name for p in head for name in p.ids]
    mods = [p for p in phrase.parties if usable(p)]
    if mods:
        return list(dict.fromkeys(name for p in mods for name in p.ids))
    if phrase.of is not None and phrase.event is None:
        return [name for one in phrase.of.members for name in _sufferer(one, places)]
    return []


def owners(phrase: Phrase) -> list[str]:
    """The parties before the phrase's head: Russia's, Russian, US-led."""
    found = [p for p in phrase.parties if p.part in ("mod", "led") and p.how != "place"]
    return list(dict.fromkeys(name for p in found for name in p.ids))


def of_parties(tagged: Tagged, phrase: Phrase, *, places: bool = False) -> list[str]:
    """Who the of-phrase names."""
    return sufferers(phrase.of, places=places) if phrase.of is not None else []
