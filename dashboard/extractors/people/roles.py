"""Offices and titles beside a name: how far they go, and for which state their holder acts."""

from __future__ import annotations

from . import states
from .heads import Role, head
from .scene import Scene, offset
from .walk import Walk
from .words import COURTESY, NOUN, VERB


def parse(scene: Scene, first: int, *, described: bool = False) -> Role | None:
    """The role whose first word stands at `first`; None where that word has a use that is no role.

    `described`: it describes a name before it, where an indefinite one is a role too («، رئيسة جمعية»).
    """
    found = head(scene, first)
    if found is None:
        return None
    letters, form, kind = found
    if form in ("طيار", "طيارين") and first and scene.doc.words[first - 1] in ("بدون", "دون", "بلا"):
        return None  # «طائرة بدون طيار»
    walk = Walk(scene, first, form, kind)
    walk.run()
    end = max(walk.last, first + 1)
    if not walk.whole and walk.name is None:
        while end > first + 1 and scene.kinds[end - 1] & VERB and not scene.kinds[end - 1] & NOUN:
            end -= 1  # «ناشط كردي استقال»
        if not described or end == first + 1:
            return None
    start = offset(scene.doc, first, letters)
    country, department = states.state(scene, first, end, form)
    country = country or states.party(scene, first)
    if country is None and walk.owned:
        country = states.owner(scene, first)
    if country is None and department is not None:
        country = states.department_state(scene, first, department)
    unsaid = form in scene.words.titles["counterparts"] or (bool(kind & COURTESY) and end == first + 1)
    return Role(first, end, start, scene.doc.ends[end - 1], walk.name, country, unsaid, form)
