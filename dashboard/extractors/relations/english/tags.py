"""Which tokens of an English sentence are verbs, and by which of their forms."""

from __future__ import annotations

from collections.abc import Mapping

from ....clean.document import Document
from .marks import APOSTROPHES, Marks
from .words import Form, Vocabulary

# Before these a word that may be noun or verb is a verb.
_NOMINAL = ("D", "M", "J", "O")
# What may stand behind a verb's object and still be its own, and how many tokens behind the verb.
_PARTICLES = frozenset((
    "over", "out", "back", "off", "up", "down", "home", "away", "aside", "apart", "hostage", "captive", "prisoner",
))  # fmt: skip
_IDIOMS = frozenset(("task", "trial", "notice"))
_OBJECT = 8
_COUNTED = ("two", "three", "four", "both", "pair")  # the two signed
_DOING = ("do", "does", "did")
_BEFORE_GERUNDS = ("of", "for", "by", "from", "without")
_AFTER_SUBJECT = ("N", "M", "T", "Q", "P", "O", "R", "A", "W", "C", "S")


class Tags(Marks):
    """The tags of one sentence, its verbs decided."""

    def __init__(
        self, doc: Document, vocabulary: Vocabulary, bounds: tuple[int, int], named: Mapping[int, int],
        times: frozenset[int] | set[int],
    ) -> None:  # fmt: skip
        super().__init__(doc, vocabulary, bounds, named, times)
        self.forms: dict[int, list[Form]] = {}
        for at, tag in enumerate(self.tags):
            if tag == "N":
                self._decide(at)
            elif tag == "D" and self.words[at] in ("all", "both") and at and self._floats(at):
                self.tags[at] = "A"  # have all called on
            elif tag == "X" and self.words[at] in ("do", "have") and at and self.words[at - 1] == "to" and (
                self.tag(at + 1) in "DAJO" and not self._may_be(self._after(at), "pp")
            ):  # fmt: skip
                self.tags[at], self.forms[at] = "V", [Form("other", self.words[at], "base")]  # to do all it can
            elif tag == "X" and self.words[at : at + 3][1:] == ["the", "same"] and self.words[at] in _DOING:
                self.tags[at], self.forms[at] = "V", vocabulary.verbs[self.words[at]]
            elif tag == "X" and self.words[at] in vocabulary.sets["have"] and self._holds(at):
                self.tags[at] = "V"
                self.forms[at] = vocabulary.verbs["have" if self.words[at] == "has" else self.words[at]]

    def _floats(self, at: int) -> bool:
        """Whether "both" at a token stands with the verb: have both called on, Egypt both expelled."""
        if self.tags[at - 1] == "X":
            return True
        known = self.voc.reading(self.word(at + 1)) if self.tags[at - 1] in ("M", "O") else None
        return known is not None and "past" in known.shapes

    def _holds(self, at: int) -> bool:
        """Whether "have" carries a noun of talking: had talks with, has serious concerns about."""
        for here in range(at + 1, min(at + 6, len(self.words))):
            known = self.voc.reading(self.words[here])
            done = known is not None and "pp" in known.shapes and not known.noun  # has rejected a call by
            if self.tags[here] in ("X", "P", "S", "W", "M", "I", "O") or done:
                return False
            if any(not rest and (self.voc.events[name].type == "CONSULT" or name == "regret")
                   for rest, name in self.voc.nouns.get(self.words[here], ())):  # fmt: skip
                return self.word(here + 1) in ("with", "in", "about", "on", "by", "over", "that")
        return False

    def _decide(self, at: int) -> None:
        """Whether the word at `at` is a verb, and by which of its forms."""
        word = self.words[at]
        reading = self.voc.reading(word)
        if reading is None:
            form = self._unknown(at, word)
            if form:
                self.tags[at], self.forms[at] = "V", [Form("other", word, form)]
            return
        forms, shapes = reading.forms, reading.shapes
        if reading.longer:
            near = {rest for rest in {one.rest for one in forms} if not rest or self._rest(at, rest)}
            forms = [one for one in forms if one.rest in near]
            shapes = frozenset(one.form for one in forms)
        if not forms or (at and self.tags[at - 1] == "H"):
            return  # US-backed, Saudi-led
        if self.word(at + 1) == "d" and self.word(at + 2) in APOSTROPHES:
            return  # the charge d'affaires
        if reading.second and any(rest == (word,) for rest, _ in self.voc.nouns.get(self.word(at - 1), ())):
            return  # an asset freeze
        before = self._before(at)
        phrasal = bool(forms[0].rest) and self.tag(before) == "M" and not self._demonym(before)  # Peru hits back
        if phrasal or self._is_verb(at, word, shapes, before, self.tag(before), reading.noun):
            self.tags[at] = "V"
            self.forms[at] = forms

    def _unknown(self, at: int, word: str) -> str:
        """The form of a verb that the data does not list, by what stands around it; nothing where it is none."""
        before = self.tags[at - 1] if at else "S"
        if word.endswith("ing"):
            be = before == "X" and self.words[at - 1] in self.voc.sets["be"]
            return "ing" if be or self._gerund(at) else ""
        if before == "X":
            return "base" if self.words[at - 1] in self.voc.sets["modals"] or self.words[at - 1] in _DOING else ""
        if before == "I" and self.words[at - 1] == "to":
            plural = word.endswith("s") and not word.endswith("ss")
            return "base" if not plural and self.tag(at + 1) in ("D", "O") else ""  # agreed to respect the border
        third = before == "M" and word.endswith("s") and not self._demonym(at - 1)
        return "s" if third and len(word) > 4 and self.tag(at + 1) == "D" else ""  # Peru respects the border

    def _gerund(self, at: int) -> bool:
        """Whether an unknown word in -ing is what "of" or "by" governs: of stirring up, of sowing the seeds."""
        known = self.word(at - 1) in _BEFORE_GERUNDS and len(self.words[at]) > 5
        return known and (self.tag(at + 1) in "DMO" or self.word(at + 1) in _PARTICLES)

    def _rest(self, at: int, rest: tuple[str, ...]) -> bool:
        """Whether the further words of a form follow: at once, or one particle behind a short object."""
        if self.tag(at + 1) == "A" and self.word(at + 1).endswith("ly"):
            at += 1  # stood firmly by
        near = tuple(self.words[at + 1 : at + 1 + len(rest)])
        if near == rest:
            return True
        if len(rest) == 1 and rest[0] in _PARTICLES:
            return rest[0] in self.words[at + 1 : at + 1 + _OBJECT] and self._particle(at + 1, rest[0])
        if len(rest) == 2 and rest[1] in _IDIOMS:
            return self._idiom(at + 1, rest)
        if near and len(rest) > 1 and rest[0] == near[0] and rest[1:] == tuple(self.words[at + 3 : at + 2 + len(rest)]):
            return self.tag(at + 2) in ("N", "D")  # came under heavy criticism
        return False

    def _idiom(self, at: int, rest: tuple[str, ...]) -> bool:
        """Whether "to task", "on trial" stand behind the short object that begins at `at`."""
        for here in range(at, min(at + _OBJECT, len(self.words))):
            if tuple(self.words[here : here + 2]) == rest:
                return here > at
            if self.tags[here] not in "DMNJGHO":
                return False
        return False

    def _particle(self, at: int, word: str) -> bool:
        """Whether a particle stands behind the short object that begins at `at`: handed the two men over."""
        for here in range(at, min(at + _OBJECT, len(self.words))):
            if self.words[here] == word and here > at:
                return self.tag(here + 1) not in "DMNJO" or word in ("home", "back", "away", "aside")
            if self.tags[here] not in "DMNJGHOT":
                return False
        return False

    def _is_verb(self, at: int, word: str, shapes: frozenset[str], before: int, previous: str, noun: bool) -> bool:
        voc = self.voc
        if previous in ("D", "J", "G"):
            return (
                previous == "D"
                and self.word(before) in ("that", "this", "some", "all", "many", "most")
                and ("past" in shapes)
            )
        if previous == "X":
            auxiliary = self.word(before)
            if auxiliary in voc.sets["be"]:
                return bool(shapes & {"pp", "ing"})
            if auxiliary in voc.sets["have"]:
                return "pp" in shapes
            return "base" in shapes or "pp" in shapes
        if previous == "V" and noun and not shapes & {"past", "pp"}:
            return "ing" in shapes and self.tag(self._after(at)) in ("D", "M")  # denied backing the rebels
        here = self.word(before)
        if previous == "I":
            if here == "to" and "base" in shapes:
                return not (noun and self.word(at + 1) in ("from", "of"))  # bowed to pressure from
            if here in _BEFORE_GERUNDS and "ing" in shapes and self._things(self._after(at)):
                return True  # by firing mortars
            return "ing" in shapes and not (noun and self.tag(self._after(at)) not in _NOMINAL)
        if previous == "O" or (previous == "R" and here != "where"):
            return bool(shapes & {"past", "base", "s"})
        following = self._after(at)
        after = "J" if self.word(following) in voc.sets["counts"] else self.tag(following)
        if shapes & {"past", "pp"} and not (noun and "base" in shapes):
            if previous == "N" and at - before == 1 and after == "N" and not self._nominal_before(before):
                several = self.word(following).endswith("s") and self.tag(following + 1) in ("I", "S", "P")
                return (
                    "pp" not in shapes or several or not word.endswith("ed")
                )  # the pact drew fire, the move prompted protests from
            if previous == "M" and self._demonym(before) and after == "N" and "past" not in shapes:
                return False
            if previous in ("N", "S", "P", "C") and self.word(at + 1) and after == "N" and previous != "N":
                return not self._attributive(at, previous)
            return True
        if "ing" in shapes:
            if previous == "N" and here.endswith("s") and here in voc.sets["people"] and not self._indefinite(before):
                return after in ("I", "T")  # ministers meeting in Brussels
            if noun and previous == "P" and after == "I" and self.word(before - 1) in voc.sets["people"]:
                return self.word(before - 1).endswith("s")  # their presidents, meeting in Riga, told
            if noun and (previous in ("N", "M") or after == "I" or self._may_be(following, "past")):
                return False
            if previous == "T" and self.tag(before - 1) == "D":
                return False  # a 2016 ruling
            return previous in ("P", "S", "C", "W", "M", "N", "Q", "V", "R", "T")
        if not noun:
            return previous in _AFTER_SUBJECT and not (previous == "M" and self._demonym(before))
        # A base or third person that may be a noun.
        infinitive = self.word(following) == "to" and self._may_be(following + 1, "base")
        if self.word(following) == "that" and previous in ("M", "N") and "s" in shapes and not self._demonym(before):
            return not here.endswith("s") or previous == "M"  # Moscow claims that
        if infinitive and previous in ("M", "C") and not self._demonym(before):
            return True  # Brazil and Chile plan to hold
        if previous == "C":
            return self._verb_like(before) and after in _NOMINAL
        if at == len(self.words) - 1 and "base" in shapes and self.doc.field == "title" and here.endswith("s"):
            return here in voc.sets["agents"]  # Afghan forces clash
        if previous == "M" and "s" in shapes and self.tag(before - 1) == "W" and after in ("P", "S", "T"):
            return True  # if Peru attacks, it will
        if previous == "M":
            if self._demonym(before) or (word in voc.also_nouns and self._indefinite(before)):
                return False
            if "base" in shapes and "past" not in shapes and self._joined(before):
                return True  # Kuwait and Qatar claim
            if after == "N" and self.doc.field == "title" and "base" in shapes and self._two(before):
                return True  # China, Russia sign accord
            if after in ("N", "J") and "past" in shapes and at - before == 1:  # Sudan cut ties
                return not self._may_be(following, "past") and self.tag(following + 1) != "X"
            if after == "N":
                return word.endswith("s") and self.word(at - 1) != "s" and not self._may_be(following, "past")
            return after in _NOMINAL
        if (
            previous == "N"
            and "past" in shapes
            and (after in ("D", "O") or (after == "M" and here in voc.sets["crafts"]))
        ):
            return True  # a drone hit a hotel, a missile hit Chad
        if previous == "N":
            agent = here in voc.sets["agents"]
            plural = here.endswith("s") and not here.endswith("ss")
            return agent and plural != word.endswith("s") and after in ("D", "M", "O")
        if previous in ("P", "W"):
            return after in ("D", "O") and "s" in shapes
        return False

    def _things(self, at: int) -> bool:
        """Whether a plain plural, no event's noun and no verb, stands at `at`."""
        word = self.word(at)
        known = word in self.voc.nouns or word in self.voc.verbs or word in self.voc.also_nouns
        return self.tag(at) == "N" and word.endswith("s") and not known

    def _indefinite(self, at: int) -> bool:
        """Whether "a" stands before the mention that ends at `at`: a U.S. arms embargo."""
        while self.tag(at) == "M":
            at -= 1
        return self.word(at) in ("a", "an")

    def _two(self, at: int) -> bool:
        """Whether a headline begins with two names joined, the second of which ends at `at`."""
        while self.tag(at) == "M":
            at -= 1
        return at > 0 and self.word(at) in ("and", ",", "&") and all(self.tag(one) in "MPC" for one in range(at))

    def _joined(self, at: int) -> bool:
        """Whether the mention that ends at `at` is the second of two joined by "and"."""
        while self.tag(at) == "M":
            at -= 1
        at -= self.word(at) == "the"
        return self.word(at) == "and" and self.tag(at - 1) == "M"

    def _may_be(self, at: int, form: str) -> bool:
        """Whether the word at `at` has a verb's form."""
        return any(one.form == form for one in self.voc.verbs.get(self.word(at), ()))

    def _nominal_before(self, at: int) -> bool:
        return self.word(at) in self.voc.sets["agents"] or self.word(at).endswith("s") or self.word(at) in _COUNTED

    def _attributive(self, at: int, previous: str) -> bool:
        """Whether a participle after a stop, comma or conjunction only describes the noun behind it."""
        return self.tag(at + 2) in (("V", "X", "N", "I") if previous == "S" else ("V", "X") if previous == "P" else ())

    def _verb_like(self, conjunction: int) -> bool:
        """Whether a verb stands a few words before the conjunction."""
        return any(self.tags[here] == "V" for here in range(max(0, conjunction - 8), conjunction))

    def _demonym(self, at: int) -> bool:
        """Whether the mention that ends at `at` is an adjective."""
        return self.named.get(self.first + at, 0) < 0
