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
    titles = clause.index.sets["titles"]
    for unit in parties:
        if unit.how not in _NAMED or len(unit.ids) != 1:
            continue
        for at in range(unit.head, min(unit.first, clause.end)):
            core = clause.word(at).removeprefix("و").removeprefix("ال")
            if core in titles.exact:
                offices.setdefault(core, set()).update(unit.ids)
                break


def resolve_offices(clause: Clause, parties: list[Unit], offices: Offices, mentions: Sequence[Mention]) -> list[Unit]:
    """The parties of a sentence with those added that a bare title or a form of government stands for."""
    called = clause.index.called
    added = []
    for at in clause.where(called.__contains__):
        if at in clause.named or clause.tag(at) != "" or _goes_on(clause, at):
            continue
        if any(unit.head <= at < unit.end for unit in parties):
            continue
        name, clitic = called[clause.word(at)]
        realm = clause.index.realms.get(name)
        ids = offices.get(name.removeprefix("ال"), set()) if realm is None else _meant(realm, mentions)
        whole = clitic or _begins(clause, at) or (realm is not None and at - 1 in clause.named)
        if len(ids) == 1 and whole:
            unit = Unit(at, at + 1, at, list(ids), clitic, "person" if realm is None else "name")
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
    """The parties with those added that are the state's where the sentence opens: وفي سول، أوقفت الشرطة 16 شخصا."""
    fronted = next((one for one in parties if one.marker == "location" and one.head - clause.first <= 2), None)
    if fronted is None or fronted is not parties[0] or len(fronted.ids) != 1 or clause.tag(fronted.end) != "comma":
        return parties
    added = [
        Unit(at, at + 1, at, list(fronted.ids), "", "organization")
        for at in clause.where(clause.index.sets["local_organs"].exact.__contains__)
        if clause.tag(at - 1) == "verb" and at not in clause.named and not _goes_on(clause, at) and at > fronted.end
    ]
    return sorted([*parties, *added], key=lambda unit: unit.first)


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether an adjective, a name or a quotation says more: السفير السابق, الرئيس "المنتخب"."""
    return at + 1 in clause.named or clause.qualified(at) or clause.tag(at + 1) == "quote"


def _begins(clause: Clause, at: int) -> bool:
    """Whether the title is a phrase of its own and not what another noun is of: ابن الرئيس, منزل السفير."""
    before = at - 1
    if before < clause.first or clause.tag(before) != "":
        return True
    light = clause.index.sets["adverbs"].exact
    return clause.word(before).startswith("ال") or clause.word(before) in light or clause.word(before).endswith("ا")
