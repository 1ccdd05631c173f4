"""The review page: findings that need a look, one by one; who is who; and what was decided, each with its undo."""

from __future__ import annotations

from . import history, judging, naming
from .choices import choice
from .desk import Desk

PARTS = ("queue", "names", "history")


def show(desk: Desk) -> None:
    """Draw the page."""
    part = choice(desk, "review", "part", PARTS, kind=None, who=None, id=None, article=None, at=None)
    {"queue": judging.show, "names": naming.show, "history": history.show}[part](desk)
