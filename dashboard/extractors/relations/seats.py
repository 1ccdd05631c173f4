"""A seat that speaks for an organisation: ونددت بروكسل, Brussels rejected, where the text does not name its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...lexicon import Lexicon
from ...model import Mention, Relation

# What happens in a city happens to its state, and who goes there visits it.
_THERE = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "CONSULT"}


def speaking(relations: Sequence[Relation], mentions: Sequence[Mention], lexicon: Lexicon) -> list[Relation]:
    """The relations with an organisation in place of the state that only its seat's name stands for."""
    seats: dict[str, str] = lexicon.data("plover")["seats"]
    named = {one.id for one in mentions if one.kind == "country" and one.via != "capital" and one.counts}
    named |= {one.country for one in mentions if one.country and (one.kind == "person" or one.acts_for_state)}
    silent = {state: seat for state, seat in seats.items() if state not in named}
    if not silent:
        return list(relations)
    return [_spoken(one, silent) if one.type not in _THERE else one for one in relations]


def _spoken(one: Relation, seats: dict[str, str]) -> Relation:
    if not seats.keys() & set(one.actors):
        return one
    actors = tuple(dict.fromkeys(seats.get(actor, actor) for actor in one.actors))
    source, target = (seats.get(end, end) if end is not None else None for end in (one.source, one.target))
    return one if source == target else replace(one, source=source, target=target, actors=actors)
