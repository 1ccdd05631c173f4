"""Bodies that the article alone stands for once the text has named them: الحركة, التنظيم, الجيش."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from ...clean.document import Document
from ...clean.fold import fold_key
from ...model import Mention
from .actors import actor_of
from .clauses import Clause
from .collectives import head_of
from .morphology import body
from .phrases import Unit, armed
from .vocabulary import Index

# Definite noun → (offset, id) of the bodies of that kind that the text names, in order.
Bodies = dict[str, list[tuple[int, str]]]


def named_bodies(index: Index, doc: Document, mentions: Sequence[Mention], idle: set[str]) -> Bodies:
    """What the definite nouns of a text may stand for; empty where none of them stands there."""
    wanted = index.sets["bodies"].exact
    if not doc.where(index.is_body):
        return {}
    found: Bodies = {}
    for mention in mentions:
        if mention.kind != "organization" or mention.start is None:
            continue
        nouns = {_noun(mention.text), _noun(mention.name)}
        if nouns.isdisjoint(wanted) or (actor := actor_of(mention, idle)) is None:
            continue
        for noun in nouns & wanted:
            found.setdefault("ال" + noun, []).append((mention.start, actor))
    return found


@lru_cache(maxsize=2**12)
def _noun(name: str) -> str:
    """The noun with which a body's name begins, without the article."""
    return fold_key(name).split(" ")[0].removeprefix("ال")


def resolve_bodies(clause: Clause, parties: list[Unit], bodies: Bodies, of_states: Container[str]) -> list[Unit]:
    """The parties of a sentence with those added that a definite noun stands for; `of_states` are the kinds of which
    the text has named a state's own, too."""
    added = []
    states = {unit.first for unit in parties if unit.how in ("name", "capital")}  # وحث المجلس روسيا على …
    for at in clause.where(clause.index.is_body):
        core = body(clause.word(at))
        known = bodies.get(core)
        if (
            not known
            or core.removeprefix("ال") in of_states
            or at in clause.named
            or (at + 1 not in states and _goes_on(clause, at))
        ):
            continue
        before = [actor for start, actor in known if start < clause.doc.starts[at]]
        if not before:
            continue
        clause.clear(at)
        clitic = clause.word(at)[: clause.word(at).index(core[-3:])].lstrip("وف")[:1]
        unit = Unit(at, at + 1, at, [before[-1]], clitic if clitic in ("ل", "ب", "ك") else "", "organization")
        if unit.marker:
            armed(clause, unit, clause.named)  # عناصر تابعة للحركة
        elif clause.is_marker(at - 1):
            head = head_of(clause, at - 1, clause.named)
            if head is not None:
                unit.head = head  # مسؤول السياسة الخارجية في الاتحاد
            else:
                unit.marker = clause.tag(at - 1)
        elif clause.tag(at - 1) == "" and at > clause.first and not clause.word(at - 1).startswith("ال"):
            unit.head = at - 1
            if clause.is_marker(at - 2):
                unit.marker = clause.tag(at - 2)
        added.append(unit)
    return sorted([*parties, *added], key=lambda unit: unit.first) if added else parties


def resolve_adjectives(clause: Clause, parties: list[Unit]) -> list[Unit]:
    """The parties with those added that an organisation's adjective names: العقوبات الأممية, المبعوث الأممي."""
    added = []
    for at in clause.where(clause.index.adjectives.__contains__):
        actor = clause.index.adjectives[clause.word(at)]
        if at == clause.first or at in clause.named or clause.tag(at) != "" or at - 1 in clause.named:
            continue
        event = clause.tag(at - 1) == "noun" and at - 1 not in clause.idle
        official = clause.index.sets["officials"].holds(clause.word(at - 1))
        official = official and (actor == "UN" or clause.word(at).startswith("ال") and clause.word(at).endswith("ن"))
        sanctions = event and any(
            clause.index.events[one.name].type == "SANCTION"
            for one in clause.readings[at - 1]
            if one.name in clause.index.events
        )
        taken = clause.word(at - 1) in clause.index.sets["decisions"].exact
        decided = taken and (clause.tag(at - 2) == "verb" or at - 2 in clause.named)
        if not official and not decided and not (event if actor == "UN" else sanctions):
            continue
        unit = Unit(at, at + 1, at - 1 if official else at, [actor], "", "demonym")
        unit.definite = clause.word(at).startswith("ال")
        if official or decided:
            unit.head = at - 1
            if official and clause.tag(at - 2) == "" and clause.index.sets["officials"].holds(clause.word_at(at - 2)):
                unit.head = at - 2  # وزراء الخارجية الأوروبيون
            word, before = clause.word(unit.head), unit.head - 1
            unit.marker = "ل" if word.startswith("لل") else "ب" if word.startswith("بال") else ""
            if not unit.marker and clause.is_marker(before):
                unit.marker = clause.tag(before)
        holder = next((one for one in parties if official and one.how == "person" and one.head == at + 1), None)
        if holder is not None:  # المبعوث الأممي هانس غروندبرغ: one party
            unit.end = holder.end
            parties = [one for one in parties if one is not holder]
        added.append(unit)
    return sorted([*parties, *added], key=lambda unit: unit.first) if added else parties


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether an adjective or a name of its own says more of the noun at a token."""
    after = at + 1
    word = clause.word_at(after)
    if after in clause.named and word in clause.index.sets["whole_words"].exact:
        return False  # واتهم الجيش قوات …: another phrase begins
    if word.startswith("ال") and clause.index.sets["officials"].holds(word[2:]):
        return False  # ودعت المفوضية السلطات الجزائرية إلى …
    return clause.goes_on(at)
