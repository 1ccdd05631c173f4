"""The parties of English acts that no rule has found, by the company that act and party keep in the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....model import Relation
from ..company import Act, Group, Past, claim, company
from ..weighing import Weights
from .clauses import Sentence
from .items import Party, Phrase, Told
from .reported import suffered

# Distances in items at which another step begins.
_STEPS = (1, 2, 3, 4, 6, 8, 12)
# What parts an act from a party.
_PARTING = ("VG", "COMMA", "SUB", "CONJ", "PREP")


@dataclass(frozen=True, slots=True)
class Place:
    """A party where it stands: its phrase, the number of that phrase's item, the preposition before it."""

    party: Party
    phrase: Phrase
    item: int
    marker: str
    inner: bool  # in the of-phrase of another, or joined to it


def attach(sentence: Sentence, told: Sequence[Told], before: Sequence[Relation], weights: Weights) -> None:
    """Say how sure what the rules have told is, and fill the ends that are open with who most likely stands there, in
    place."""
    if not told:
        return
    places = places_of(sentence)
    who, past = [place.party.ids for place in places], Past.of(before)

    def features(acts: Sequence[Act], number: int, asked: Sequence[int]) -> list[list[Group]]:
        return features_of(sentence, told, acts, number, places, asked, past)

    for number, chance, doubted in list(weights.judge(acts_of(told), who, features)):
        one = told[number]
        one.confidence = round(chance, 2)
        one.source, one.target = (
            [] if name in doubted else ids for name, ids in (("source", one.source), ("target", one.target))
        )
    acts = acts_of(told)
    for number, chance, found in list(weights.fill(acts, who, features, lambda at: _alone(sentence, told[at]))):
        one = told[number]
        slot = {"party": one.actors, "source": one.source, "target": one.target}[acts[number].asks]
        for party in (places[place].party for place in found):
            slot += [name for name in party.ids if name not in slot]
            one.first, one.end = min(one.first, party.first), max(one.end, party.end)
        one.confidence, one.weighed = round(chance, 2), bool(found)


def _alone(sentence: Sentence, one: Told) -> bool:
    """Whether an act may be told of its one end alone."""
    return one.event.kept if one.source else suffered(sentence, one)


def acts_of(told: Sequence[Told]) -> list[Act]:
    """What is told so far, one for one."""
    return [
        Act(
            one.at, one.event.id, one.event.type, one.event.mutual,
            tuple(one.source), tuple(one.target), tuple(one.actors),
        )
        for one in told
    ]  # fmt: skip


def places_of(sentence: Sentence) -> list[Place]:
    """Every party of a sentence that stands for somebody, in the order of the text."""
    found: list[Place] = []
    for number, item in enumerate(sentence.items):
        if item.phrase is None:
            continue
        marker = sentence.word(number - 1) if sentence.kind(number - 1) == "PREP" else ""
        for phrase, inner in _phrases(item.phrase, inner=False):
            found += [
                Place(party, phrase, number, "of" if inner and phrase is not item.phrase else marker, inner)
                for party in phrase.parties
                if party.ids and party.part != "none"
            ]
    return sorted(found, key=lambda one: one.party.first)


def _phrases(phrase: Phrase, *, inner: bool) -> Iterator[tuple[Phrase, bool]]:
    for one in phrase.members or [phrase]:
        yield one, inner
        if one.of is not None:
            yield from _phrases(one.of, inner=True)


def features_of(
    sentence: Sentence, told: Sequence[Told], acts: Sequence[Act], number: int, places: Sequence[Place],
    asked: Sequence[int], past: Past,
) -> list[list[Group]]:  # fmt: skip
    """What holds of an act and each party at some places. `told` are the sentence's acts, `past` what earlier
    sentences tell."""
    one, filled = told[number], acts[number].filled
    event, group, kind, tagged = one.event, one.group, one.event.type, sentence.tagged
    home = _item_of(sentence, one.at)
    pos = "noun" if one.noun else group.shape if group is not None else "verb"
    pos += " passive" if group is not None and not one.noun and group.passive else ""
    subject = group.subject if group is not None else None
    lead = next((place.party.first for place in places if not place.marker and place.party.how != "place"), -1)
    found = company(acts, number, [place.party.ids for place in places], asked, past)
    for at, features in zip(asked, found, strict=True):
        place = places[at]
        party, phrase, marker = place.party, place.phrase, place.marker or "0"
        behind = party.first > one.at
        side = "R" if behind else "L"
        base, bare = f"{side}{pos}:{marker}", f"{side}{pos}:{place.marker == ''}:{party.part}"
        gap = range(min(home, place.item) + 1, max(home, place.item))
        kinds = [sentence.kind(here) for here in gap]
        low, high = sorted((one.at, party.first))
        between = [other for other in places if low < other.party.first < high]
        plain = not any(not other.marker and other.party.how != "place" for other in between)
        own = (
            f"type {base} {kind}",
            f"event {base} {event.id}",
            f"slot {event.to.get(place.marker, '-') if place.marker else 'bare'} {side}{pos} {filled}",
            f"how {party.how} {party.part} {base}",
            f"how {party.how} {kind}",
            f"genitive {event.owner} {event.of} {event.object} {base}",
            f"far {bisect_right(_STEPS, len(gap))} {bare}",
            *(f"{parting} {min(kinds.count(parting), 3)} {bare}" for parting in _PARTING),
            f"same {home == place.item} {party.part} {place.inner} {event.owner} {side}",
            f"subject {subject is phrase} {pos} {kind}",
            f"nearest {plain} {not between} {side}{pos} {kind}",
            f"nearest {plain} {not between} {bare} {filled}",
            f"first {at == 0} {bare}",
            f"governed {sentence.kind(home - 1)} {sentence.word(home - 1)} {base}",
            f"state {tagged.voc.states.issuperset(party.ids)} {kind}",
            f"inner {place.inner} {party.part} {side}{pos}",
            f"lead {party.first == lead} {party.first < lead} {bare}",
            f"before {tagged.word(phrase.start - 1)} {kind}",
            f"heads {tagged.word(phrase.head)}",
        )
        features += own, claim(acts, number, party.first, f"{side}{pos}", marker)
        if one.noun and group is not None:
            order = "before" if party.first < group.at else "after" if behind else "between"
            features.append((f"verb {tagged.word(group.at)} {order}", f"verb {order} {marker}"))
    return found


def _item_of(sentence: Sentence, token: int) -> int:
    """The number of the item that holds a token."""
    return next((number for number, item in enumerate(sentence.items) if item.start <= token < item.end), 0)
