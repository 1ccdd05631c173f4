"""Pairs of an act and a party as the engine meets them, with what the labels say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from unittest.mock import patch

from dashboard import extract
from dashboard.extractors import relations
from dashboard.extractors.relations import attachment as arabic
from dashboard.extractors.relations import english
from dashboard.extractors.relations.company import Act, Past
from dashboard.extractors.relations.english import attachment as english_attachment

from .labelled import Text, labels, tables, texts


@dataclass(frozen=True)
class Example:
    """A party beside an act: `act` numbers the act, `case` says which end is asked for; `real`: as it came to be, and
    not as it would be had the rules found less: then `hidden` is what they found."""

    act: int
    article: str
    case: str
    real: bool
    ids: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    features: tuple[str, ...]
    roles: frozenset[str]
    wanted: dict[str, frozenset[str]]  # role → all ids that the label gives it
    event: str = ""  # none where more than its parties decides whether it is told, or who is the source
    hidden: tuple[str, frozenset[str]] | None = None  # role, ids


@dataclass(frozen=True)
class Met:
    """A sentence at the moment when open ends are looked for: acts, parties (ids and offset), what was told before."""

    doc: Any
    bounds: tuple[int, int]  # tokens of the sentence
    first: int  # token from which acts and parties count
    told: list[Any]
    acts: list[Act]  # what is told of them as they are met
    parties: list[tuple[list[str], int, int, int]]  # ids; tokens: its phrase's first and end, its name's first
    ends: Sequence[Any]  # what holds the ends of each act
    features: Any  # number of the act → features of each party

    def at(self, token: int) -> int:
        """The offset of a token of the sentence's acts and parties."""
        return int(self.doc.starts[self.first + token])


def met(text: Text) -> list[Met]:
    """Each sentence of a text, as far as acts are told in it."""
    found: list[Met] = []

    def in_arabic(clause: Any, told: list[Any], units: list[Any], before: list[Any], _: object) -> None:
        told, before = list(told), list(before)
        found.append(Met(
            clause.doc, (clause.first, clause.end), 0, told, arabic.acts_of(told),
            [(one.ids, min(one.head, one.first), one.end, one.first) for one in units],
            [one.slots for one in told],
            lambda number: arabic.Around(clause, told, units, before).features(
                arabic.acts_of(told), number, range(len(units))
            ),
        ))  # fmt: skip

    def in_english(sentence: Any, told: list[Any], before: list[Any], _: object) -> None:
        told, before, places = list(told), list(before), english_attachment.places_of(sentence)
        tagged = sentence.tagged
        found.append(Met(
            tagged.doc, (tagged.first, tagged.end), tagged.first, told, english_attachment.acts_of(told),
            [(one.party.ids, one.party.first, one.party.end, one.party.first) for one in places], told,
            lambda number: english_attachment.features_of(
                sentence, told, english_attachment.acts_of(told), number, places, range(len(places)), Past.of(before)
            ),
        ))  # fmt: skip

    with patch.object(relations, "attach", in_arabic), patch.object(english, "attach", in_english):
        extract(text.text, title=text.title, published=text.published, language=text.language)
    return found


def examples(language: str) -> Iterator[Example]:
    """All examples of a language, article by article."""
    known, acts = labels(), 0
    for text in texts():
        if text.language == language and text.name in known:
            for sentence in met(text):
                for number, one in enumerate(sentence.told):
                    label = known[text.name].get((sentence.doc.field, sentence.at(one.at)))
                    if label is not None:
                        acts += 1
                        yield from _of_act(acts, text.name, sentence, number, label)
    for text, types in tables() if language == "ar" else ():
        for sentence in met(text):
            for number, act in enumerate(sentence.acts):
                if not act.is_open or act.kind not in types:
                    acts += 1
                    yield from _of_act(acts, text.name, sentence, number, _approved(act))


def _approved(act: Act) -> dict[str, Any]:
    """The label of an act of a table, which has all that its sentence tells: what the rules find, or nothing."""
    if act.is_open:
        return {}
    return {
        "source": [(-1, name) for name in (*act.source, *act.parties)],
        "target": [(-1, name) for name in act.target],
    }


def _of_act(act: int, article: str, met: Met, number: int, label: dict[str, Any]) -> Iterator[Example]:
    ends, mutual, data = met.ends[number], met.acts[number].mutual, met.told[number].event.data
    event = "" if data.get("reciprocal") or data.get("organisations") else met.acts[number].name
    if len({name for ids, *_ in met.parties for name in ids}) < 2:
        return
    said = {role: label.get(role, ()) for role in ("source", "target")}
    said = {"party": [*said["source"], *said["target"]]} if mutual else said
    wanted = {role: frozenset(name for _, name in named) for role, named in said.items()}
    starts = [met.at(first) for *_, first in met.parties]
    third = "actors" if hasattr(ends, "actors") else "parties"
    kept = ends.source, ends.target, getattr(ends, third)
    for hidden, (source, target, parties) in _states(kept, mutual):
        ends.source, ends.target = source, target
        setattr(ends, third, parties)
        case = "party" if mutual else "both" if not (source or target) else "target" if source else "source"
        for place, ((ids, *_), features) in enumerate(zip(met.parties, met.features(number), strict=True)):
            roles = {role for role, named in said.items() if _meant(ids, starts[place], starts, named)}
            yield Example(
                act, article, case, hidden is None, frozenset(ids), (*source, *parties), (*target,),
                tuple(chain.from_iterable(features)), frozenset(roles), wanted, event, hidden,
            )  # fmt: skip
    ends.source, ends.target = kept[:2]
    setattr(ends, third, kept[2])


def _states(
    ends: tuple[list[str], list[str], list[str]], mutual: bool
) -> Iterator[tuple[tuple[str, frozenset[str]] | None, tuple[Any, ...]]]:
    """What is hidden of the ends that the rules have found, and what is left: nothing is where one is open still."""
    source, target, parties = ends
    if mutual:
        told = frozenset((*source, *target, *parties))
        yield (("party", told), ([], [], [])) if len(told) > 1 else (None, ends)
        return
    if not (source and target):
        yield None, ends
    if source:
        yield ("source", frozenset(source)), ([], target, parties)
    if target:
        yield ("target", frozenset(target)), (source, [], parties)


def _meant(ids: Sequence[str], start: int, starts: Sequence[int], named: Sequence[tuple[int, str]]) -> bool:
    """Whether a label means the party: it stands at the offset, or has the id where no party stands there."""
    places = {at for at, name in named if name in ids}
    return bool(places) and (start in places or places.isdisjoint(starts))
