"""What rests on a finding, and goes or is changed with it where it is called wrong.

Nothing is said here of how: the verdict is laid on the record as it would be, and the two are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .verdicts import body, lay

# What can rest on a finding, in the order in which it is told: relations that go with it, that are left with fewer
# parties, without their day, without who told of them; statements that keep their speaker only as it is written;
# articles that name the state no more.
KINDS = ("relations", "parties", "days", "tellers", "speakers", "articles")
_POINTS = (("days", "relations", "date"), ("tellers", "relations", "attributed_to"),
           ("speakers", "quotes", "speaker_mention"))  # fmt: skip
_LISTS = ("relations", "quotes")
_PARTIES = ("source", "target", "actors")
_AT = "at of the record"  # no field's name


def resting(name: str, findings: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Counter[str]:
    """How much of each kind rests on findings of list `name`, each with its record; 0 where nothing does."""
    records: dict[str, tuple[Mapping[str, Any], list[Mapping[str, Any]]]] = {}
    for record, item in findings:  # together: two that name one party rest on each other
        records.setdefault(record["id"], (record, []))[1].append(item)
    return sum((_of(name, record, items) for record, items in records.values()), Counter())


def _of(name: str, record: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> Counter[str]:
    before = {**record, **{part: [{**one, _AT: at} for at, one in enumerate(record[part])] for part in _LISTS}}
    after, _ = lay(before, [{"body": body(name, record, item, "wrong")} for item in items])
    left = {part: {one[_AT]: one for one in after[part]} for part in _LISTS}
    found: Counter[str] = Counter()
    found["relations"] = len(before["relations"]) - len(after["relations"]) - len(items) * (name == "relations")
    pairs = [(one, left["relations"][one[_AT]]) for one in before["relations"] if one[_AT] in left["relations"]]
    found["parties"] = sum(any(one[key] != other[key] for key in _PARTIES) for one, other in pairs)
    for kind, part, key in _POINTS:
        found[kind] = sum(one[key] is not None and left[part].get(one[_AT], one)[key] is None for one in before[part])
    states = {state["id"] for state in record["countries"]}
    found["articles"] = len(states - {state["id"] for state in after["countries"]})
    return found
