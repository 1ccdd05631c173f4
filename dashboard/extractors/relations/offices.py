"""Titles and forms of government that stand for a state once the text has named whose: السفير, المملكة."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Mention
from .clauses import Clause
from .phrases import Unit

# Bare title → the states whose holders of it the text has named so far.
Offices = dict[str, set[str]]
# How many times as often a text names the state that it is about as another.
_ABOUT = 3
# How a party is named that may have holders of titles.
_NAMED = {"demonym", "name", "capital", "organization"}


def note(clause: Clause, parties: Sequence[Unit], offices: Offices) -> None:
    """Remember whose ambassador, minister, president a sentence names."""
    titles, organs = clause.index.sets["titles"].exact, clause.index.sets["organs_of_state"].exact
    for unit in parties:
        body = unit.how == "organization" and clause.index.states.issuperset(unit.ids)
        if (unit.head == unit.first and not body) or unit.how not in _NAMED or len(unit.ids) != 1:
            continue
        for at in range(unit.head, min(unit.end if body else unit.first, clause.end)):
            core = clause.word(at).removeprefix("و").removeprefix("لل").removeprefix("ال")
            if core in titles or core in organs:
                offices.setdefault(core, set()).update(unit.ids)
                break


def resolve_offices(clause: Clause, parties: list[Unit], offices: Offices, mentions: Sequence[Mention]) -> list[Unit]:
    """The parties of a sentence with those added that a bare title or a form of government stands for."""
    called = clause.index.called
    added = []
    for at in clause.where(called.__contains__):
        if at in clause.named or clause.tag(at) != "" or clause.goes_on(at + _ruling(clause, at)):
            continue
        if any(unit.head <= at < unit.end for unit in parties):
            continue
        name, clitic = called[clause.word(at)]
        realm = clause.index.realms.get(name)
        ids = offices.get(name.removeprefix("ال"), set()) if realm is None else _meant(realm, mentions)
        if not ids and _ruling(clause, at):
            ids = offices.get("سلطات", set())  # وصف المجلس العسكري …, of which only the authorities were named
        whole = clitic or _begins(clause, at) or (realm is not None and at - 1 in clause.named)
        if len(ids) == 1 and whole:
            organ = name.removeprefix("ال") in clause.index.sets["organs_of_state"].exact
            how = "organization" if organ else "person" if realm is None else "name"
            unit = Unit(at, at + 1 + _ruling(clause, at), at, list(ids), clitic, how)
            if not clitic and clause.is_marker(at - 1):
                unit.marker = clause.tag(at - 1)
            added.append(unit)
    return sorted([*parties, *added], key=lambda unit: unit.first) if added else parties


def _meant(realm: frozenset[str], mentions: Sequence[Mention]) -> set[str]:
    """The state of that form of government that the text names, of several the one that it is about."""
    named = Counter(one.id for one in mentions if one.kind == "country" and one.id in realm).most_common(2)
    if len(named) == 2 and named[0][1] < _ABOUT * named[1][1]:
        return set()
    return {named[0][0]} if named else set()


def resolve_locals(clause: Clause, parties: list[Unit]) -> list[Unit]:
    """The parties with those added that are the state's in whose place the sentence opens: وفي سول، أوقفت الشرطة 16
    شخصا. The first of the parties is such a place."""
    fronted = parties[0]
    if fronted.head - clause.first > 2 or len(fronted.ids) != 1 or clause.tag(fronted.end) != "comma":
        return parties
    organs, ministries = (clause.index.sets[name].exact for name in ("local_organs", "ministries"))
    taken = [range(unit.head, unit.end) for unit in parties]
    added = []
    for at in range(fronted.end, clause.end):
        if clause.tag(at - 1) != "verb" or any(at in span for span in taken):
            continue
        ministry = clause.word(at) in ministries and clause.qualified(at)  # وفي بكين، أعلنت وزارة التجارة …
        organ = clause.word(at) in organs and at not in clause.named
        if (ministry and not clause.qualified(at + 1)) or (organ and not clause.goes_on(at)):
            added.append(Unit(at, at + 1 + ministry, at, list(fronted.ids), "", "organization"))
    return sorted([*parties, *added], key=lambda unit: unit.first)


def _ruling(clause: Clause, at: int) -> bool:
    """Whether a council is said to be one of those that rule: المجلس العسكري, المجلس السيادي."""
    council = clause.word(at).endswith("مجلس")
    return (
        council
        and clause.word_at(at + 1).startswith("ال")
        and clause.index.sets["branches"].holds(clause.word_at(at + 1))
    )


def _begins(clause: Clause, at: int) -> bool:
    """Whether the title is a phrase of its own and not what another noun is of: ابن الرئيس, منزل السفير."""
    before = at - 1
    if before < clause.first or clause.tag(before) != "":
        return True
    light = clause.index.sets["adverbs"].exact
    return clause.word(before).startswith("ال") or clause.word(before) in light or clause.word(before).endswith("ا")
