"""What a statement says that another must do: قالت برلين إن على طهران العودة, شددت لندن على ضرورة أن تنسحب روسيا."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .parties import traveller
from .phrases import Unit
from .slots import is_bare
from .subjects import subject_of
from .told import Told, implied

_EVENT = "obligation"
_TELLING = ("say", "carrier", "event")
# How far behind the verb that tells it an obligation may stand.
_REACH = 14
_THAT = {"ان", "الا", "بان"}


def obligations(clause: Clause, units: Sequence[Unit]) -> list[Told]:
    """The demands that a speaker of the sentence puts as another's duty."""
    found = []
    for at in clause.where(clause.index.obliges):
        bound = _bound(clause, units, at)
        if bound is None or bound.how in ("place", "carried"):
            continue
        verb, speaker = _speaker(clause, units, at, bound)
        if speaker is None:
            continue
        found.append(implied(verb, at + 1, clause.index.events[_EVENT], speaker, bound))
    return found


def _bound(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """Who must do it: يجب على إسرائيل, إن على إسرائيل أن, يجب أن توقف إسرائيل, إسرائيل يجب أن."""
    after = at + 1
    if clause.tag(at) == "على":  # إن على موسكو الانسحاب
        if clause.tag(at - 1) != "sub" or clause.word(at - 1) not in _THAT:
            return None
        unit = next((one for one in units if one.head == after and one.marker == "على"), None)
        return unit if unit is not None and _deed(clause, unit.end) else None
    if clause.tag(after) == "على":
        return next((one for one in units if one.head == after + 1 and one.marker == "على"), None)
    if clause.word_at(after) not in _THAT:
        return None
    before = next((one for one in units if one.end == at and is_bare(one)), None)
    if before is not None and clause.tag(before.head - 1) == "sub":
        return before  # إن إسرائيل يجب أن توقف …
    verb = after + 1
    while clause.word_at(verb) in ("لا", "لم"):
        verb += 1
    present = clause.word_at(verb)[:1] in ("ي", "ت") and verb not in clause.named
    unit = next((one for one in units if one.head == verb + 1 and is_bare(one)), None)
    return unit if present and unit is not None and traveller(clause, unit) else None


def _deed(clause: Clause, at: int) -> bool:
    """Whether a deed follows whose duty it is: أن تنسحب, الانسحاب, وقف القصف; not ضغوطا."""
    word = clause.word_at(at)
    claimed = clause.index.sets["claims"].holds(word) and not word.endswith("ا")
    return word in _THAT or claimed or (word.startswith(("الا", "الت", "الع", "الك")) and at not in clause.named)


def _speaker(clause: Clause, units: Sequence[Unit], at: int, bound: Unit) -> tuple[int, Unit | None]:
    """The verb that says so and its subject, where it acts for a party other than the bound one."""
    for here in range(at - 1, max(clause.first, at - _REACH) - 1, -1):
        if clause.tag(here) in ("stop", "rel"):
            break
        if clause.tag(here) != "verb":
            continue
        said = next((one for role in _TELLING for one in clause.readings[here] if one.role == role), None)
        if said is None or (said.role == "event" and clause.index.events[said.name].type != "REQUEST"):
            break
        who = subject_of(clause, units, here, said, clause.right_edge(here))[0]
        apart = who is not None and not set(who.ids) & set(bound.ids)
        return here, who if who is not None and apart and traveller(clause, who) else None
    return at, None
