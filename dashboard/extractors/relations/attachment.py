"""The parties of Arabic acts that no rule has found, by the company that act and party keep in the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Relation
from .clauses import Clause
from .company import Act, company, threatened
from .phrases import Unit
from .told import Told
from .weighing import Weights

# Distances in tokens at which another step begins.
_STEPS = (1, 2, 3, 5, 8, 12, 18)
# What parts an act from a party.
_PARTING = ("verb", "comma", "sub")


def attach(
    clause: Clause, told: Sequence[Told], units: Sequence[Unit], before: Sequence[Relation], weights: Weights
) -> None:
    """Fill the ends that are open with who most likely stands there, in place."""
    who = [unit.ids for unit in units]
    if len({name for ids in who for name in ids}) < 2:
        return
    acts, found = acts_of(told), []
    whole = {one.event.id for one in told if not is_open(one)}
    for number, one in enumerate(told):
        if is_open(one) and one.event.id not in whole:  # المناورات …، في هذه المناورات: one and the same
            features = [features_of(clause, told, acts, number, units, at, before) for at in range(len(units))]
            likely = weights.ends(one.event.kind == "mutual", acts[number], who, features)
            if likely is not None and not threatened(acts, number, who, likely[1]):
                found.append((one, likely))
    for one, (chance, filled) in found:
        for role, places in filled.items():
            for at in places:
                one.slots.put(role, units[at])
        one.slots.confidence, one.slots.weighed = round(chance, 2), True


def acts_of(told: Sequence[Told]) -> list[Act]:
    """What is told so far, one for one."""
    slots = [(one, one.slots) for one in told]
    return [Act(one.at, one.event.type, tuple(s.source), tuple(s.target), tuple(s.parties)) for one, s in slots]


def is_open(one: Told) -> bool:
    """Whether an end of an act is still to be found."""
    slots = one.slots
    if one.event.kind == "mutual":
        return len({*slots.source, *slots.parties, *slots.target}) < 2
    return not (slots.source and slots.target)


def features_of(
    clause: Clause, told: Sequence[Told], acts: Sequence[Act], number: int, units: Sequence[Unit], place: int,
    before: Sequence[Relation],
) -> Iterator[str]:  # fmt: skip
    """What holds of an act and a party. `told` are the sentence's acts, `before` the relations of earlier sentences."""
    one, unit = told[number], units[place]
    at, event, kind = one.at, one.event, one.event.type
    pos, tag, word_at = one.reading.pos, clause.tag, clause.word_at
    end, head = at + one.reading.length, min(unit.head, unit.first)
    behind = unit.first > at
    gap = range(end, head) if behind else range(unit.end, at)
    side = "R" if behind else "L"
    marker = unit.marker or "0"
    mine = set(unit.ids)
    filled = acts[number].filled
    base = f"{side}{pos}:{marker}"
    bare = f"{side}{pos}:{unit.marker == ''}"
    slot = event.to.get(unit.marker, "-") if unit.marker else "bare"
    yield f"type {base} {kind}"
    yield f"event {base} {event.id}"
    yield f"slot {slot} {side}{pos} {filled}"
    yield f"how {unit.how} {base}"
    yield f"how {unit.how} {kind}"
    yield f"genitive {event.genitive} {event.object} {base}"
    yield f"far {bisect_right(_STEPS, len(gap))} {bare}"
    counts = Counter(map(tag, gap))
    for parting in _PARTING:
        yield f"{parting} {min(counts[parting], 3)} {bare}"
    between = [other for other in units if gap.start <= other.first < gap.stop]
    nearest = not any(not other.marker and other.how != "place" for other in between)
    yield f"nearest {nearest} {not between} {side}{pos} {kind}"
    yield f"nearest {nearest} {not between} {bare} {filled}"
    yield f"first {place == 0} {bare}"
    yield f"governed {tag(at - 1)} {base}"
    yield f"clitic {one.reading.clitic} {one.reading.article} {one.reading.pronoun} {side}{pos}"
    state = clause.index.states.issuperset(unit.ids)
    yield f"state {state} {kind}"
    yield f"before {word_at(head - 1)} {kind}"
    yield f"heads {word_at(head)}"
    verb = clause.verb_before(at) if pos == "noun" else None
    if verb is not None:
        reading = next(iter(clause.readings.get(verb, ())), None)
        name = f"{reading.role} {reading.name}" if reading is not None else ""
        where = "before" if unit.first < verb else "between" if not behind else "after"
        yield f"verb {name} {where}"
        yield f"verb {where} {marker}"
    yield from company(acts, number, mine, [other.ids for other in units], before)
