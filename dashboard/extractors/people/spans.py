"""A name as it was read, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Candidate
from .heads import Role
from .scene import Scene


@dataclass(slots=True)
class Span:
    """A name: tokens `first` … `end`-1, where its letters start, the rule, and the office said beside it."""

    first: int
    end: int
    start: int
    rule: str
    confidence: float
    role: str | None = None
    country: str | None = None
    leader: Candidate | None = None


def role_text(scene: Scene, role: Role) -> str:
    """An office as a record says it: on one line, without hashtags' signs and clitics."""
    text = " ".join(scene.doc.text[role.start : role.stop].replace("_", " ").replace("#", "").split())
    # «للرئيس» is ل and الرئيس: the article's alef is not written.
    return f"ا{text}" if role.head.startswith("ال") and text.startswith("ل") else text
