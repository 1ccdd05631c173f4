"""English names: runs of capitalised words with a title, a given name, a verb of saying or an apposition."""

from __future__ import annotations

from ....lexicon import Lexicon
from ..scene import COMMAS, Scene
from ..spans import Span
from .roles import Roles
from .runs import Runs
from .vocabulary import english

__all__ = ["spans"]


def spans(scene: Scene, lexicon: Lexicon) -> list[Span]:
    """The names of an English document in text order."""
    if scene.doc.language != "en":
        return []
    return _Reader(Runs(scene, english(lexicon))).spans()


class _Reader:
    def __init__(self, runs: Runs) -> None:
        self.scene, self.doc, self.data = runs.scene, runs.doc, runs.data
        self.runs, self.roles = runs, Roles(runs)

    def spans(self) -> list[Span]:
        found: list[Span] = []
        text, after = self.doc.text, 0
        for at in [at for at, start in enumerate(self.doc.starts) if text[start].isupper()]:
            if at < after:
                continue
            span = self._span(at, found)
            if span is None and found:
                span = self._joined(found[-1], at)
            if span is not None:
                found.append(span)
                after = span.end
        return found

    def _span(self, first: int, found: list[Span]) -> Span | None:
        words = self.doc.words
        leader = self.scene.leader(first)
        if (leader is None and not self.runs.part(first)) or self.runs.ship(first) or self.runs.group(first):
            return None
        end = self.runs.end(first) if leader is None or self.runs.part(first) else leader.end
        if leader is not None and leader.end >= end:
            end = leader.end
        elif leader is not None:
            leader = None
        role, country, courtesy = self.roles.role_before(first)
        if role is None and first > 1 and words[first - 1] in COMMAS and self.runs.closes(end):
            role, country, _ = self.roles.role_before(first - 1)  # «Turkey's defence minister, X, said»
        elif role is not None and country is None:
            role, country = self.roles.outer(first, end, role)
        if role is not None and country is None:
            country = self.roles.owner(first, role, found) or self.roles.seat(end, role)
        if end + 1 < len(words) and words[end] == "of" and country is None and end + 1 in self.scene.taken:
            country = self.scene.taken[end + 1].entry.country
        span = Span(first, end, self.doc.starts[first], "people.en.title", 0.9, role, country, leader)
        if country is None and first > 2 and words[first - 1] == "s":  # «Sweden's X»
            state = next((self.scene.taken[i] for i in (first - 3, first - 4) if i in self.scene.taken), None)
            country = state.entry.country if state is not None and state.end == first - 2 else None
            span.country = country
        counterpart = role is not None and not self.data.unsaid.isdisjoint(role.lower().split())
        if counterpart:
            role = span.role = None
        apposition = (country is None or role is None) and self.roles.apposition(span)
        if role or courtesy or counterpart:
            return span
        if leader is not None:
            return None if leader.weak else span
        given = words[first] in self.data.given
        weak = words[first] in self.data.weak or not given
        # «Romania's Angel Tilvar,»
        owned = country is not None and words[first] in self.data.weak and self.runs.closes(end)
        evidence = given or apposition or owned or self._said(first, end) or (weak and self._who(end))
        if end - first > 1 and evidence:
            span.rule, span.confidence = "people.en.name", 0.85
            return span
        return None

    def _joined(self, before: Span, first: int) -> Span | None:
        """The second of «foreign ministers X and Y», who shares the office."""
        joined = self.doc.words[first - 1] == "and" and before.end == first - 1 and self.runs.part(first)
        if not joined or before.role is None or self.data.plural.isdisjoint(before.role.lower().split()):
            return None
        end = self.runs.end(first)
        role, country = before.role, before.country
        return Span(first, end, self.doc.starts[first], before.rule, 0.85, role, country) if end - first > 1 else None

    def _who(self, end: int) -> bool:
        """«X, who», «X, whose», «X, 41,»: nothing but people is spoken of so."""
        words = self.doc.words
        behind = words[end + 1] if end + 1 < len(words) and words[end] in COMMAS else ""
        aged = behind.isdigit() and len(behind) == 2 and words[end + 2 : end + 3] == [","]
        return aged or behind in ("who", "whose")

    def _said(self, first: int, end: int) -> bool:
        before = self.doc.words[first - 1] if first else ""
        after = self.doc.words[end] if end < len(self.doc.words) else ""
        if after == "of" and end + 2 < len(self.doc.words) and end + 1 in self.scene.taken:  # «X of Sweden said»
            behind = self.scene.taken[end + 1].end
            after = self.doc.words[behind] if behind < len(self.doc.words) else ""
        weak = self.doc.words[first] in self.data.weak or self.doc.words[first] in self.data.given
        if after == "of" and weak and self.runs.evident(end):
            return True
        source = first > 1 and before == "to" and self.doc.words[first - 2] == "according"
        return before in self.data.says or after in self.data.says or source
