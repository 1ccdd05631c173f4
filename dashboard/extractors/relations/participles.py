"""The parties of an event that a participle tells: متهما إيران بـ…, مضيفة أن …"""

from __future__ import annotations

from collections.abc import Sequence

from .carried import feminine
from .clauses import Clause
from .objects import inner_noun
from .openings import follows
from .phrases import Unit
from .slots import Slots, between, fill_from_prepositions, is_bare, role_of
from .subjects import main_subject, subject_at
from .vocabulary import Event

# What opens a clause beside the first, of a subject of its own: …، فيما اتهمت لندن موسكو; لكن روما أصرت.
_MEANWHILE = {"فيما", "بينما", "كما", "حين", "لكن", "ولكن", "غير", "الا", "بل"}


def fill_from_participle(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """متهما إيران بـ…: the subject is that of the sentence's main verb."""
    subjects = [unit for unit in units if unit.end <= at and is_bare(unit)]
    edge = clause.right_edge(at)
    right = between(units, at + 1, edge)
    stop = inner_noun(clause, at + 1, edge, event)
    if (who := going_on(clause, units, at)) is not None:
        subjects = [who]
    elif subjects:
        main = main_subject(clause, units)
        ahead = subjects[0].head <= clause.first + 2
        subjects = [main[0]] if main is not None and main[0].end <= at else subjects[:1] if ahead else []
    if subjects:
        found.put(role_of(event, "source"), subjects[0])
        found.confidence = 0.65
    bare = [unit for unit in right if is_bare(unit) and unit.head <= stop]
    if bare and event.object == "target" and follows(clause, at + 1, bare[0].head):
        found.put("target", bare[0])
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])


def going_on(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """Who goes on with a participle at a token, by its gender: the main subject before (قالت باريس …، مضيفة أن), else
    that of the nearest verb (غادر السفير بعدما طردته ليما، متهمة إياه), which alone no comma parts from it."""
    womanly, before = clause.word(at).endswith("ه"), [unit for unit in units if unit.end <= at]
    if clause.tag(at - 1) in ("comma", "quote"):
        apart = next((here for here in range(at - 1, clause.first, -1) if _parts(clause, here)), -1)
        main = main_subject(clause, before, after=apart) or main_subject(clause, before)
        if main is not None and main[1] == womanly:
            return main[0]
    for here in range(at - 1, clause.first - 1, -1):
        if clause.tag(here) != "verb" or clause.readings[here][0].role == "aux":
            continue
        told = clause.readings[here][0]
        subject = subject_at(clause, before, here) if feminine(clause.word(here), told) == womanly else None
        if subject is not None and not told.plural and subject.end <= at:
            return subject
    return None


def _parts(clause: Clause, at: int) -> bool:
    """Whether a clause beside those before begins behind a token: …، بينما روما …; …، فعلقت الصين …"""
    verb = clause.tag(at + 1) == "verb" and clause.word(at + 1).startswith("ف")
    return clause.word(at) in _MEANWHILE or (verb and any(one.conjunction for one in clause.readings[at + 1]))
