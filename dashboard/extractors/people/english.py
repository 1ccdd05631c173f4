"""English names: runs of capitalised words with a title, a given name, a verb of saying or an apposition."""

from __future__ import annotations

from functools import lru_cache

from ...lexicon import Lexicon
from ...lexicon.verbs import split
from .arabic import Span
from .scene import COMMAS, DASHES, Scene

_LONGEST_ROLE = 12
_DESCRIBES = frozenset(("a", "an", "who", "whose", "whom"))
_ENDS = COMMAS | {".", ";", ":", "who", "and"}


class _English:
    def __init__(self, lexicon: Lexicon) -> None:
        names, titles = lexicon.data("name_parts")["en"], lexicon.data("titles")["en"]
        verbs = lexicon.data("reporting_verbs")["en"]
        listed = lexicon.data("given_names")["english"]
        self.never = frozenset(split(names["never"]))
        self.given = frozenset(split(names["given"])) | frozenset(split(listed["names"]))
        # Given names that are words and places too (Jordan, Chad, Georgia): only with evidence beside the name.
        self.weak = frozenset(split(listed["weak"])) - self.given - self.never
        self.groups, self.possessors = frozenset(split(names["groups"])), frozenset(split(titles["possessors"]))
        self.retired = frozenset(split(titles["retired"]))
        self.particles, self.suffixes = frozenset(split(names["particles"])), frozenset(split(names["suffixes"]))
        self.ranks, self.courtesy = frozenset(split(titles["ranks"])), frozenset(split(titles["courtesy"]))
        self.parts = frozenset(split(titles["parts"]))
        self.joins = self.parts | frozenset(split(titles["host"])) | {".", "'", "’", "s"}
        self.plural, self.unsaid = frozenset(split(titles["plural"])), frozenset(split(titles["unsaid"]))
        self.host, self.postings = frozenset(split(titles["host"])), frozenset(split(titles["postings"]))
        self.says = frozenset(split(verbs["verbs"]))
        self.ships = frozenset(split(names["ships"]))


@lru_cache(maxsize=2)
def _english(lexicon: Lexicon) -> _English:
    return _English(lexicon)


def spans(scene: Scene, lexicon: Lexicon) -> list[Span]:
    """The names of an English document in text order."""
    if scene.doc.language != "en":
        return []
    return _Reader(scene, _english(lexicon)).spans()


class _Reader:
    def __init__(self, scene: Scene, data: _English) -> None:
        self.scene, self.doc, self.data = scene, scene.doc, data

    def spans(self) -> list[Span]:
        found: list[Span] = []
        at, total = 0, len(self.doc.words)
        while at < total:
            span = self._span(at, found) if self._capital(at) else None
            if span is None and found and self._capital(at):
                span = self._joined(found[-1], at)
            if span is None:
                at += 1
            else:
                found.append(span)
                at = span.end
        return found

    def _capital(self, at: int) -> bool:
        return self.doc.text[self.doc.starts[at]].isupper()

    def _title(self, at: int) -> bool:
        word = self.doc.words[at].rstrip(".")
        return word in self.data.ranks or word in self.data.courtesy or word in self.data.parts

    def _part(self, at: int) -> bool:
        """Whether token `at` may be a part of a name."""
        word = self.doc.words[at]
        if not word[0].isalpha() or not self._capital(at) or word in self.data.never or self._title(at):
            return False
        if at in self.scene.covered and word not in self.data.given:
            return self._namesake(at)
        return at not in self.scene.demonyms

    def _namesake(self, at: int) -> bool:
        """Whether the state or city at token `at` is half of a person's name: «Hamish Mali, a grower», «Jordan Baptiste
        said». One word, beside a given name or a word that is a name too, and evidence behind both."""
        words, scene = self.doc.words, self.scene
        place = scene.taken.get(at)
        if place is None or place.end - place.first > 1 or place.entry.kind == "organization":
            return False
        if at and words[at - 1] in self.data.given and self._capital(at - 1) and at - 1 not in scene.covered:
            return self._evident(at + 1)
        if words[at] not in self.data.weak or at + 1 >= len(words) or not self._capital(at + 1):
            return False
        following = words[at + 1]
        if at + 1 in scene.covered or at + 1 in scene.demonyms or following in self.data.never or self._title(at + 1):
            return False
        before = words[at - 1] if at else ""
        return before in self.data.says or self._evident(at + 2)

    def _evident(self, end: int) -> bool:
        """Whether what follows at `end` is said of a person: a verb of saying, «, who», «, a grower», «, 41»."""
        words = self.doc.words
        if end + 1 >= len(words):
            return False
        if words[end] in self.data.says:
            return True
        if words[end] == "of":  # «X of the aid group Clear Water said»
            return any(word in self.data.says for word in words[end + 1 : end + 9])
        return words[end] in COMMAS and (words[end + 1] in _DESCRIBES or words[end + 1].isdigit())

    def _end(self, first: int) -> int:
        """The end of the run of name parts that begins at `first`."""
        words, at = self.doc.words, first + 1
        while at < len(words) and self.doc.sentence_of[at] == self.doc.sentence_of[first]:
            word = words[at]
            if word == "." and len(words[at - 1]) == 1 or self._part(at) or word.rstrip(".") in self.data.suffixes:
                at += 1
            elif at + 1 < len(words) and (self._hyphen(at) or (word in self.data.particles and self._part(at + 1))):
                at += 2
            else:
                break
        return at

    def _hyphen(self, at: int) -> bool:
        return self.doc.words[at] in DASHES and not self.doc.spaced[at] and not self.doc.spaced[at + 1]

    def _closes(self, end: int) -> bool:
        """Whether a comma or a verb of saying stands behind a name."""
        return end < len(self.doc.words) and (self.doc.words[end] in COMMAS or self.doc.words[end] in self.data.says)

    def _span(self, first: int, found: list[Span]) -> Span | None:
        words = self.doc.words
        leader = self.scene.leader(first)
        if (leader is None and not self._part(first)) or self._ship(first) or self._group(first):
            return None
        end = self._end(first) if leader is None or self._part(first) else leader.end
        if leader is not None and leader.end >= end:
            end = leader.end
        elif leader is not None:
            leader = None
        role, country, courtesy = self._role_before(first)
        if role is None and first > 1 and words[first - 1] in COMMAS and self._closes(end):
            role, country, _ = self._role_before(first - 1)  # «Turkey's defence minister, X, said»
        elif role is not None and country is None:
            role, country = self._outer(first, end, role)
        if role is not None and country is None:
            country = self._owner(first, role, found) or self._seat(end, role)
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
        apposition = (country is None or role is None) and self._apposition(span)
        if role or courtesy or counterpart:
            return span
        if leader is not None:
            return None if leader.weak else span
        given = words[first] in self.data.given
        weak = words[first] in self.data.weak or not given
        # «Romania's Angel Tilvar,»
        owned = country is not None and words[first] in self.data.weak and self._closes(end)
        evidence = given or apposition or owned or self._said(first, end) or (weak and self._who(end))
        if end - first > 1 and evidence:
            span.rule, span.confidence = "people.en.name", 0.85
            return span
        return None

    def _joined(self, before: Span, first: int) -> Span | None:
        """The second of «foreign ministers X and Y», who shares the office."""
        joined = self.doc.words[first - 1] == "and" and before.end == first - 1 and self._part(first)
        if not joined or before.role is None or self.data.plural.isdisjoint(before.role.lower().split()):
            return None
        end = self._end(first)
        role, country = before.role, before.country
        return Span(first, end, self.doc.starts[first], before.rule, 0.85, role, country) if end - first > 1 else None

    def _who(self, end: int) -> bool:
        """«X, who», «X, whose», «X, 41,»: nothing but people is spoken of so."""
        words = self.doc.words
        behind = words[end + 1] if end + 1 < len(words) and words[end] in COMMAS else ""
        aged = behind.isdigit() and len(behind) == 2 and words[end + 2 : end + 3] == [","]
        return aged or behind in ("who", "whose")

    def _group(self, first: int) -> bool:
        """Whether the name is that of a group, as the word before it says: «the aid group Clear Water»."""
        return first > 0 and self.doc.words[first - 1] in self.data.groups

    def _outer(self, first: int, end: int, role: str) -> tuple[str | None, str | None]:
        """The office before a rank: «Kenya's high commissioner to Tanzania, retired Colonel X», else the rank alone."""
        words, at = self.doc.words, first
        while at and (self._rank(at - 1) or words[at - 1] in self.data.parts or words[at - 1] == "."):
            at -= 1
        at -= at > 0 and words[at - 1] in self.data.retired
        if at < 2 or words[at - 1] not in COMMAS or not self._closes(end):
            return role, None
        office, country, _ = self._role_before(at - 1)
        if office is None:
            return role, None
        return f"{office}, {self.doc.surface(at, first)}", country

    def _owner(self, first: int, role: str, found: list[Span]) -> str | None:
        """The state of an office that does not say it: «his foreign minister» is that of the person named last, and «in
        New Delhi, a foreign ministry spokesman» of the capital at the sentence's head."""
        words, sentence = self.doc.words, self.doc.sentence_of[first]
        low = max(0, first - _LONGEST_ROLE)
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

    def _seat(self, end: int, role: str) -> str | None:
        """The state of «government spokesman X said in Kigali»."""
        words, lowered = self.doc.words, role.lower()
        if "ministry" not in lowered and "government" not in lowered and "army" not in lowered:
            return None
        if words[end : end + 1] and words[end] in self.data.says and words[end + 1 : end + 2] == ["in"]:
            place = self.scene.taken.get(end + 2)
            return place.entry.country if place is not None and place.entry.via == "capital" else None
        return None

    def _ship(self, first: int) -> bool:
        """Whether the name is a ship's: «the frigate Admiral X», «HMS X»."""
        words, at = self.doc.words, first
        while at and self._rank(at - 1):
            at -= 1
        return at > 0 and words[at - 1] in self.data.ships

    def _said(self, first: int, end: int) -> bool:
        before = self.doc.words[first - 1] if first else ""
        after = self.doc.words[end] if end < len(self.doc.words) else ""
        if after == "of" and end + 2 < len(self.doc.words) and end + 1 in self.scene.taken:  # «X of Sweden said»
            behind = self.scene.taken[end + 1].end
            after = self.doc.words[behind] if behind < len(self.doc.words) else ""
        weak = self.doc.words[first] in self.data.weak or self.doc.words[first] in self.data.given
        if after == "of" and weak and self._evident(end):
            return True
        source = first > 1 and before == "to" and self.doc.words[first - 2] == "according"
        return before in self.data.says or after in self.data.says or source

    def _role_before(self, first: int) -> tuple[str | None, str | None, bool]:
        """(role, state, whether a form of address stands there) of what is written before a name."""
        words, at, data = self.doc.words, first, self.data
        ranked = courtesy = False
        if first and words[first - 1] in data.host:  # «a professor in Cuenca»
            return None, None, False
        while at and first - at < _LONGEST_ROLE and self.doc.sentence_of[at - 1] == self.doc.sentence_of[first]:
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
        while at < first and not (self._rank(at) or self._state_at(at) or self._office_word(at)):
            at += 1
        if at == first:
            return None, None, courtesy
        return self.doc.surface(at, first), self._state(at, first), False

    def _state_at(self, at: int) -> bool:
        return at in self.scene.covered or at in self.scene.demonyms

    def _rank(self, at: int) -> bool:
        return self.doc.words[at].rstrip(".") in self.data.ranks

    def _office_word(self, at: int) -> bool:
        return self.doc.words[at] in self.data.parts and self.doc.words[at] not in ("of", "the", "for", "and")

    def _apposition(self, span: Span) -> bool:
        """«X, the Russian ambassador to Tehran,»: gives the span its role; whether there is one."""
        words, at = self.doc.words, span.end
        if at >= len(words) or words[at] not in COMMAS:
            return False
        first = at + 1 + (at + 1 < len(words) and words[at + 1] in ("the", "a", "an"))
        end, last = first, min(len(words), first + _LONGEST_ROLE)
        while end < last and words[end] not in _ENDS and words[end] not in self.data.says:
            if self.doc.sentence_of[end] != self.doc.sentence_of[span.first]:
                break
            end += 1
        if not any(self._rank(i) for i in range(first, end)) or any(i in self.scene.leaders for i in range(first, end)):
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
