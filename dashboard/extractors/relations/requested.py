"""Who asked for what a clause tells: عقد مجلس الأمن جلسة بطلب من روسيا."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import Slots
from .subjects import subject_of
from .told import Told
from .vocabulary import Reading

_EVENT = "at-request"
_READING = Reading("event", _EVENT, "noun")


def requests(clause: Clause, units: Sequence[Unit]) -> list[Told]:
    """The requests that prepositional phrases tell: by whom, and of whom, who is the subject of the clause."""
    found = []
    for at in clause.where(clause.index.sets["at_request"].exact.__contains__):
        if clause.tag(at) != "other":
            continue
        who = next((unit for unit in units if 0 < unit.head - at <= 3 and unit.marker in ("", "other", "من")), None)
        if who is None or who.how == "place":
            continue
        slots = Slots(first=at, end=at + 1)
        slots.put("source", who)
        doer = _doer(clause, units, at, who)
        if doer is not None and not set(doer.ids) & set(who.ids):
            slots.target = list(doer.ids)
        found.append(Told(at, _READING, clause.index.events[_EVENT], slots))
    return found


def _doer(clause: Clause, units: Sequence[Unit], at: int, who: Unit) -> Unit | None:
    """The subject of the verb before the phrase, or of the one behind it where the phrase opens the sentence."""
    for here in range(at - 1, clause.first - 1, -1):
        if clause.tag(here) in ("stop", "rel", "sub"):
            return None
        if clause.tag(here) == "verb":
            return subject_of(clause, units, here, clause.readings[here][0], clause.right_edge(here))[0]
    verb = next((here for here in range(who.end, clause.end) if clause.tag(here) not in ("comma", "time")), clause.end)
    if clause.tag(verb) != "verb":
        return None
    return subject_of(clause, units, verb, clause.readings[verb][0], clause.right_edge(verb))[0]
