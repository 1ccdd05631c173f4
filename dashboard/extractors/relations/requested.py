"""Who asked for what a clause tells (عقد مجلس الأمن جلسة بطلب من روسيا), and who expects something of another (تنتظر
أنقرة من روسيا دعمها)."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import Slots, is_bare
from .subjects import main_subject, subject_of
from .told import Told, implied
from .vocabulary import Reading

_EVENT = "at-request"
_READING = Reading("event", _EVENT, "noun")
_EXPECTING = "expect-of"


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


def expectations(clause: Clause, units: Sequence[Unit]) -> list[Told]:
    """The requests that a party's expecting something of another tells."""
    found = []
    for at in clause.where(clause.index.sets["expecting"].exact.__contains__):
        behind = next((unit for unit in units if unit.head == at + 1 and is_bare(unit)), None)
        first = at + 1 if behind is None else behind.end
        of = next((unit for unit in units if unit.head == first + 1 and unit.marker == "من"), None)
        who = behind or next((unit for unit in units if unit.end == at and is_bare(unit)), None)
        if who is None and clause.word_at(at - 1) in clause.index.sets["pronouns"].exact:
            main = main_subject(clause, [unit for unit in units if unit.end < at])
            who = main[0] if main is not None and main[1] == clause.word(at).startswith("ت") else None
        if of is None or who is None or "place" in (of.how, who.how) or set(of.ids) & set(who.ids):
            continue
        found.append(implied(at, at + 1, clause.index.events[_EXPECTING], who, of))
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
