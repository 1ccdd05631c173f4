"""What each token of an English sentence is, and which tokens are verbs with which auxiliaries.

Tags: M part of a mention, T of a date, P comma or dash, S stop, Q quotation mark, G genitive mark, H hyphen,
D determiner, I preposition, W subordinator, R relative, C conjunction, O pronoun, X auxiliary, A adverb, J number,
V verb, N any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from ....clean.document import Document
from .items import Group
from .words import Form, Vocabulary

_MARKS = {
    **dict.fromkeys(".;!?:…*•|", "S"), **dict.fromkeys(",()–—[]/", "P"), **dict.fromkeys("\"“”«»", "Q"),
}  # fmt: skip
_COMPASS = (
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "ahead",
    "outside",
    "inside",
)
_APOSTROPHES = ("'", "’", "‘")
# Before these a word that may be noun or verb is a verb.
_NOMINAL = ("D", "M", "J", "O")
_AFTER_SUBJECT = ("N", "M", "T", "Q", "P", "O", "R", "A", "W", "C", "S")


class Tagged:
    """The tags of one sentence, tokens `first` … `end`-1 of a document; lists are by token minus `first`."""

    def __init__(
        self, doc: Document, vocabulary: Vocabulary, bounds: tuple[int, int], named: Mapping[int, int],
        times: frozenset[int] | set[int],
    ) -> None:  # fmt: skip
        self.doc, self.voc, self.first, self.end = doc, vocabulary, bounds[0], bounds[1]
        self.words = doc.words[bounds[0] : bounds[1]]
        self.named, self.times = named, times
        self.tags = [self._tag(at) for at in range(len(self.words))]
        self.forms: dict[int, list[Form]] = {}
        for at in range(len(self.words)):
            self._decide(at)
        self.groups = self._group()

    def tag(self, at: int) -> str:
        return self.tags[at] if 0 <= at < len(self.tags) else "S"

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _tag(self, at: int) -> str:
        token, word = self.first + at, self.words[at]
        if token in self.named:
            return "M"
        if token in self.times:
            return "T"
        mark = _MARKS.get(word)
        spaced = self.doc.spaced
        if mark is not None:
            if mark == "P" and self.word(at + 1)[:1].isdigit() and self.word(at - 1)[:1].isdigit():
                return "J" if not spaced[token + 1] else mark
            return "Q" if word == "." and at + 1 < len(self.words) else mark
        if word in _APOSTROPHES:
            following = self.word(at + 1)
            if following in ("s", "t", "re", "ve", "ll", "d") and not spaced[token + 1]:
                return "G" if following == "s" else "A"
            if not spaced[token] and self.word(at - 1).endswith("s"):
                return "G"
            return "Q"
        if (
            word in ("s", "t", "re", "ve", "ll", "d")
            and at
            and self.words[at - 1] in _APOSTROPHES
            and not spaced[token]
        ):
            return "G" if word == "s" else "X" if word in ("re", "ve", "ll") else "A"
        if word == "-":
            return "H" if not spaced[token] and token + 1 < self.end and not spaced[token + 1] else "P"
        if word[0].isdigit():
            return "J"
        if at and self.words[at - 1] == "-" and not spaced[token] and not spaced[token - 1]:
            return "N" if self.voc.tags.get(word) == "I" else self.voc.tags.get(word, "N")  # air-to-air
        if word in _COMPASS and self.word(at + 1) == "of":
            return "I"
        return self.voc.tags.get(word, "N")

    def _before(self, at: int) -> int:
        """The token before, adverbs and quotation marks left out."""
        here = at - 1
        while here >= 0 and self.tags[here] in ("Q", "A"):
            here -= 1
        return here

    def _after(self, at: int) -> int:
        here = at + 1
        while here < len(self.tags) and self.tags[here] in ("Q", "A"):
            here += 1
        return here

    def _decide(self, at: int) -> None:
        """Whether the word at `at` is a verb, and by which of its forms."""
        word, tag = self.words[at], self.tags[at]
        if tag not in ("N", "I", "W") or (tag != "N" and word not in self.voc.verbs):
            return
        forms = self.voc.verbs.get(word)
        if tag != "N":
            return
        if forms is None:
            if not (word.endswith("ed") and len(word) > 4 and word not in self.voc.sets["not_verbs"]):
                return
            forms = [Form("other", word, "past"), Form("other", word, "pp")]
        forms = [one for one in forms if self._rest(at, one)]
        if not forms:
            return
        if "H" in (self.tag(at - 1), self.tag(at + 1)) and self.tag(at - 1) == "H":
            return  # US-backed, Saudi-led
        shapes = {one.form for one in forms}
        before = self._before(at)
        previous = self.tag(before)
        noun = word in self.voc.also_nouns or word in self.voc.sets["agents"] or self._event_noun(at)
        if any(rest == (word,) for rest, _ in self.voc.nouns.get(self.word(at - 1), ())):
            return  # an asset freeze
        if not self._is_verb(at, word, shapes, before, previous, noun):
            return
        self.tags[at] = "V"
        longest = max(len(one.rest) for one in forms)
        self.forms[at] = sorted(forms, key=lambda one: -len(one.rest)) if longest else forms

    def _event_noun(self, at: int) -> bool:
        """Whether an event's noun of this one word begins here."""
        return any(not rest for rest, _ in self.voc.nouns.get(self.words[at], ()))

    def _rest(self, at: int, form: Form) -> bool:
        """Whether the further words of a form follow: at once, or one particle behind a short object."""
        rest = form.rest
        if not rest:
            return True
        near = tuple(self.words[at + 1 : at + 1 + len(rest)])
        if near == rest:
            return True
        if near and len(rest) > 1 and rest[0] == near[0] and rest[1:] == tuple(self.words[at + 3 : at + 2 + len(rest)]):
            return self.tag(at + 2) in ("N", "D")  # came under heavy criticism
        return False

    def _is_verb(self, at: int, word: str, shapes: set[str], before: int, previous: str, noun: bool) -> bool:
        voc = self.voc
        if previous in ("D", "J") or self.tag(at - 1) == "G":
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
                return True
            return "ing" in shapes and not (noun and self.tag(self._after(at)) not in _NOMINAL)
        if previous == "O" or (previous == "R" and here != "where"):
            return bool(shapes & {"past", "base", "s"})
        following = self._after(at)
        after = self.tag(following)
        if shapes & {"past", "pp"} and not (noun and "base" in shapes):
            if previous == "N" and at - before == 1 and after == "N" and not self._nominal_before(before):
                return False
            if previous == "M" and self._demonym(before) and after == "N" and "past" not in shapes:
                return False
            if previous in ("N", "S", "P", "C") and self.word(at + 1) and after == "N" and previous != "N":
                return not self._attributive(at, previous)
            return True
        if "ing" in shapes:
            if noun and (previous in ("N", "M") or after == "I" or self._may_be(following, "past")):
                return False
            return previous in ("P", "S", "C", "W", "M", "N", "Q", "V", "R", "T")
        if not noun:
            return previous in _AFTER_SUBJECT and not (previous == "M" and self._demonym(before))
        # A base or third person that may be a noun.
        infinitive = self.word(following) == "to" and self._may_be(following + 1, "base")
        if infinitive and previous in ("M", "C") and not self._demonym(before):
            return True  # Brazil and Chile plan to hold
        if previous == "C":
            return self._verb_like(before) and after in _NOMINAL
        if previous == "M":
            if self._demonym(before) or (word in voc.also_nouns and self._indefinite(before)):
                return False
            if after == "N" and self.doc.field == "title" and "base" in shapes and self._two(before):
                return True  # China, Russia sign accord
            if after == "N":
                return word.endswith("s") and self.word(at - 1) != "s" and not self._may_be(following, "past")
            return after in _NOMINAL
        if previous == "N":
            agent = here in voc.sets["agents"]
            plural = here.endswith("s")
            return agent and plural != word.endswith("s") and after in ("D", "M", "O")
        if previous in ("P", "W"):
            return after in ("D", "O") and "s" in shapes
        return False

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

    def _may_be(self, at: int, form: str) -> bool:
        """Whether the word at `at` has a verb's form."""
        return any(one.form == form for one in self.voc.verbs.get(self.word(at), ()))

    def _nominal_before(self, at: int) -> bool:
        return self.word(at) in self.voc.sets["agents"] or self.word(at).endswith("s")

    def _attributive(self, at: int, previous: str) -> bool:
        """Whether a participle after a stop, comma or conjunction only describes the noun behind it."""
        return self.tag(at + 2) in (("V", "X", "N", "I") if previous == "S" else ("V", "X") if previous == "P" else ())

    def _verb_like(self, conjunction: int) -> bool:
        """Whether a verb stands a few words before the conjunction."""
        return any(self.tags[here] == "V" for here in range(max(0, conjunction - 8), conjunction))

    def _demonym(self, at: int) -> bool:
        """Whether the mention that ends at `at` is an adjective."""
        return self.named.get(self.first + at, 0) < 0

    def _group(self) -> list[Group]:
        """The verb groups, left to right."""
        found = []
        for at in sorted(self.forms):
            group = self._one(at)
            if group is not None:
                found.append(group)
        found = self._copulas(found)
        self._reduce(found)
        return found

    def _copulas(self, groups: list[Group]) -> list[Group]:
        """Add the forms of "be" that no verb follows: were in talks, is at war."""
        taken = {at for group in groups for at in range(group.start, group.end)}
        be = self.voc.sets["be"]
        for at, tag in enumerate(self.tags):
            if tag != "X" or at in taken or self.words[at] not in be or self.tag(at + 1) == "X":
                continue
            start = at
            while self.tag(start - 1) == "X" and start - 1 not in taken:
                start -= 1
            words = self.words[start:at]
            negated = self.tag(at + 1) == "A" and self.word(at + 1) == "not"
            modal = "future" if "will" in words else "possible" if self.voc.sets["possible"].intersection(words) else ""
            self.forms[at] = [Form("other", "be", "past")]
            groups.append(Group(start, at + 1, at, self.forms[at], "fin", False, negated, modal))
        return sorted(groups, key=lambda group: group.at)

    def _one(self, at: int) -> Group | None:
        voc, words = self.voc, self.words
        be = have = to = do = False
        modal, negated, progressive = "", False, False
        here = at - 1
        start = at
        while here >= 0:
            word, tag = words[here], self.tags[here]
            if tag == "X":
                if not (be or have or modal or do):
                    be, have = word in voc.sets["be"], word in voc.sets["have"]
                elif word in voc.sets["have"]:
                    have = True
                elif word in voc.sets["be"] and to:
                    modal = modal or "future"
                if word in voc.sets["future"] or word in ("won", "wouldn"):
                    modal = "future" if word != "wouldn" else "would"
                elif word in voc.sets["possible"]:
                    modal = "would" if word in ("would", "wouldn") else "possible"
                negated = negated or word in voc.sets["negations"] and word not in ("can",)
                negated = negated or (to and word in voc.sets["have"] and "yet" in words[here:at])  # has yet to
                start = here
            elif tag == "A" or tag == "G" and words[here] in _APOSTROPHES:
                if tag == "A":
                    negated = negated or word in voc.sets["negations"] or word == "t" or word == "n"
                if tag == "A" and word == "longer":
                    negated = True
            elif tag == "I" and word == "to" and not to and (be or have or self._may_be(at, "base")):
                to, start = True, here
            elif to and word in voc.sets["ahead"]:
                modal, start = "future", here
            elif tag == "Q":
                pass
            else:
                break
            here -= 1
        shapes = {form.form for form in self.forms[at]}
        near_be = be
        yet = to and have and "yet" in words[start:at]
        if to and self.doc.field == "title" and not any(one < start for one in self.forms) and (
            self.tag(start - 1) == "M" or self.word(start - 1) in voc.sets["agents"]
        ):  # fmt: skip
            modal = modal or "future"  # China to join drill
        if to and not modal and not yet:
            shape = "inf"
        elif near_be or have or modal or do or self.tag(self._before(at)) == "X" or shapes & {"past", "base", "s"}:
            shape = "fin"
        elif "ing" in shapes:
            shape = "ing"
        else:
            shape = "pp"
        passive = near_be and "pp" in shapes and "ing" not in shapes
        progressive = near_be and "ing" in shapes
        if have and not near_be:
            passive = False
        forms = self.forms[at]
        rest = (
            len(forms[0].rest)
            if tuple(words[at + 1 : at + 1 + len(forms[0].rest)]) == forms[0].rest
            else len(forms[0].rest) + 1
        )
        end = at + 1 + (rest if forms[0].rest else 0)
        return Group(start, end, at, forms, shape, passive, negated, modal, progressive)

    def _reduce(self, groups: list[Group]) -> None:
        """Past forms that only qualify the noun before them: diplomats expelled by Poland."""
        for number, group in enumerate(groups):
            shapes = {form.form for form in group.forms}
            if group.shape != "fin" or group.start != group.at or "pp" not in shapes:
                continue
            if self.tag(self._before(group.at)) in ("O", "R", "C"):
                continue
            following = group.end
            while self.tag(following) in ("A", "T"):
                following += 1
            by = self.word(following) == "by"
            prep = self.tag(following) == "I"
            if by and self.tag(self._before(group.at)) in ("N", "M", "T"):
                group.shape, group.passive = "pp", True
                continue
            previous = groups[number - 1] if number else None
            if previous is not None and prep and self._same_segment(previous.end, group.start):
                says = any(form.role == "say" for form in previous.forms)
                if previous.shape in ("fin", "inf", "ing") and not says:
                    group.shape, group.passive = "pp", True
                    continue
            later = groups[number + 1] if number + 1 < len(groups) else None
            if later is None or not prep or later.shape != "fin" or not self._same_segment(group.end, later.start):
                continue
            if self.tag(self._before(later.start)) in ("N", "M", "T") and later.start > later.at - 3:
                group.shape, group.passive = "pp", True

    def _same_segment(self, first: int, end: int) -> bool:
        """Whether no comma, stop, conjunction or clause word stands between."""
        return not any(self.tags[here] in ("P", "S", "C", "W", "R") for here in range(first, end))
