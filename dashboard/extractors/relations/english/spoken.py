"""Who says what stands in a sentence, and what is told of whoever says it."""

from __future__ import annotations

from .clauses import Sentence
from .items import Group, Told
from .memory import Memory
from .parties import doers, owners
from .status import governing
from .subjects import solve


def spoken(sentence: Sentence, group: Group, told: Told, memory: Memory) -> None:
    """Said that French bases were unacceptable, that Iran was behind the attack: who says it against whom."""
    subject = solve(sentence, group)
    told.target = doers(sentence.tagged, subject) or (owners(subject) if subject is not None else [])
    outer = governing(sentence, group)
    said = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + group.at])
    if not said and outer is not None and any(form.role == "say" for form in outer.forms):
        said = doers(sentence.tagged, solve(sentence, outer))
    told.source = [name for name in said if name not in told.target]


def sayer(sentence: Sentence) -> list[str]:
    """Who the sentence's only verb of saying has for its subject."""
    says = [one for one in sentence.groups if one.shape == "fin" and any(form.role == "say" for form in one.forms)]
    return doers(sentence.tagged, solve(sentence, says[0])) if len(says) == 1 else []
