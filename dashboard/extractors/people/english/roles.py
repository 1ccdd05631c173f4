"""The office or title beside an English name, and the state that its holder acts for."""

from __future__ import annotations

from ..scene import COMMAS, DASHES
from ..spans import Span
from .runs import Runs

_LONGEST = 12
_ENDS = COMMAS | {".", ";", ":", "who", "and"}


class Roles:
    """Reads what stands before and behind the names that `runs` finds."""

    def __init__(self, runs: Runs) -> None:
        self.scene, self.doc, self.data, self.runs = runs.scene, runs.doc, runs.data, runs

    def role_before(self, first: int) -> tuple[str | None, str | None, bool]:
        """(role, state, whether a form of address stands there) of what is written before a name."""
        words, at, data = self.doc.words, first, self.data
        ranked = courtesy = False
        if first and words[first - 1] in data.host:  # «a professor in Cuenca»
            return None, None, False
        while at and first - at < _LONGEST and self.doc.sentence_of[at - 1] == self.doc.sentence_of[first]:
            word = words[at - 1].rstrip(".") or words[at - 1]
            if word in data.courtesy and at == first - (words[first - 1] == "."):
                courtesy = True
            elif word in data.ranks:
                ranked = True
            elif word not in data.joins and word not in DASHES and not self._state_at(at - 1):
                break
            at -= 1
        if not ranked:
            return None, None, courtesy
        while at < first and not (self.runs.rank(at) or self._state_at(at) or self._office_word(at)):
            at += 1
        if at == first:
            return None, None, courtesy
        return self.doc.surface(at, first), self._state(at, first), False

    def outer(self, first: int, end: int, role: str) -> tuple[str | None, str | None]:
        """The office before a rank: «Kenya's high commissioner to Tanzania, retired Colonel X», else the rank alone."""
        words, at = self.doc.words, first
        while at and (self.runs.rank(at - 1) or words[at - 1] in self.data.parts or words[at - 1] == "."):
            at -= 1
        at -= at > 0 and words[at - 1] in self.data.retired
        if at < 2 or words[at - 1] not in COMMAS or not self.runs.closes(end):
            return role, None
        office, country, _ = self.role_before(at - 1)
        if office is None:
            return role, None
        return f"{office}, {self.doc.surface(at, first)}", country

    def owner(self, first: int, role: str, found: list[Span]) -> str | None:
        """The state of an office that does not say it: «his foreign minister» is that of the person named last, and «in
        New Delhi, a foreign ministry spokesman» of the capital at the sentence's head."""
        words, sentence = self.doc.words, self.doc.sentence_of[first]
        low = max(0, first - _LONGEST)
        if any(words[i] in self.data.possessors for i in range(low, first) if self.doc.sentence_of[i] == sentence):
            for span in reversed(found):
                country = span.country or (span.leader.entry.country if span.leader is not None else None)
                if country is not None:
                    return country
            named = [at for at in self.scene.leaders if at < first and self.scene.leaders[at][0].entry.country]
            return self.scene.leaders[max(named)][0].entry.country if named else None
        head = self.doc.bounds[sentence][0]
        place = self.scene.taken.get(head + 1)
        if words[head] == "in" and place is not None and place.entry.via == "capital" and "ministry" in role.lower():
            return place.entry.country
        return None

    def seat(self, end: int, role: str) -> str | None:
        """The state of «government spokesman X said in Kigali»."""
        words, lowered = self.doc.words, role.lower()
        if "ministry" not in lowered and "government" not in lowered and "army" not in lowered:
            return None
        if words[end : end + 1] and words[end] in self.data.says and words[end + 1 : end + 2] == ["in"]:
            place = self.scene.taken.get(end + 2)
            return place.entry.country if place is not None and place.entry.via == "capital" else None
        return None

    def apposition(self, span: Span) -> bool:
        """«X, the Russian ambassador to Tehran,»: gives the span its role; whether there is one."""
        words, at = self.doc.words, span.end
        if at >= len(words) or words[at] not in COMMAS:
            return False
        first = at + 1 + (at + 1 < len(words) and words[at + 1] in ("the", "a", "an"))
        end, last = first, min(len(words), first + _LONGEST)
        while end < last and words[end] not in _ENDS and words[end] not in self.data.says:
            if self.doc.sentence_of[end] != self.doc.sentence_of[span.first]:
                break
            end += 1
        if not any(self.runs.rank(i) for i in range(first, end)) or any(
            i in self.scene.leaders for i in range(first, end)
        ):
            return False
        span.role, span.country = self.doc.surface(first, end), self._state(first, end)
        return True

    def _state(self, first: int, end: int) -> str | None:
        """The state that the holder acts for; the one after «to», «in» is where an envoy sits."""
        posting = any(self.doc.words[i] in self.data.postings for i in range(first, end))
        hosted = False
        for at in range(first, end):
            found = self.scene.demonyms.get(at) or self.scene.taken.get(at)
            if found is not None and found.entry.country and not (hosted and posting):
                return found.entry.country
            hosted = hosted or self.doc.words[at] in self.data.host
        return None

    def _state_at(self, at: int) -> bool:
        return at in self.scene.covered or at in self.scene.demonyms

    def _office_word(self, at: int) -> bool:
        return self.doc.words[at] in self.data.parts and self.doc.words[at] not in ("of", "the", "for", "and")
