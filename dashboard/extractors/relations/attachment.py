"""The parties of Arabic acts that no rule has found, by the company that act and party keep in the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Relation
from .clauses import Clause
from .company import Act, company
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
    acts, who = acts_of(told), [unit.ids for unit in units]
    likely = weights.fill(acts, who, lambda number, at: features_of(clause, told, acts, number, units, at, before))
    for number, (chance, filled) in list(likely):
        slots = told[number].slots
        for role, places in filled.items():
            for at in places:
                slots.put(role, units[at])
        slots.confidence, slots.weighed = round(chance, 2), True


def acts_of(told: Sequence[Told]) -> list[Act]:
    """What is told so far, one for one."""
    return [
        Act(
            one.at, one.event.id, one.event.type, one.event.kind == "mutual",
            tuple(one.slots.source), tuple(one.slots.target), tuple(one.slots.parties),
        )
        for one in told
    ]  # fmt: skip


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
