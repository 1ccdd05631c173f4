"""The verbs of an English sentence with their auxiliaries."""

from __future__ import annotations

from collections.abc import Mapping

from ....clean.document import Document
from .items import Group
from .marks import APOSTROPHES
from .tags import Tags
from .words import Form, Vocabulary

_STANDING = ("stand", "stands", "stood", "remain", "remains", "remained")


class Tagged(Tags):
    """The tags of one sentence and its verb groups."""

    def __init__(
        self, doc: Document, vocabulary: Vocabulary, bounds: tuple[int, int], named: Mapping[int, int],
        times: frozenset[int] | set[int],
    ) -> None:  # fmt: skip
        super().__init__(doc, vocabulary, bounds, named, times)
        self.groups = self._group()

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
            end, forms = at + 1, [Form("other", "be", "past")]
            told = at + 1
            while self.tag(told) == "A":
                told += 1
            place = self.word(told) != "in" or self.tag(told + 1) == "M"  # is in Riga, not in talks
            if told not in taken and place and self.word(told) in self.voc.predicates:
                end, forms = told + 1, [Form("event", name, "past") for name in self.voc.predicates[self.word(told)]]
            self.forms[at] = forms
            aim = self.word(start) == "be" and self.word(start - 1) == "to" and not modal  # told Peru to be ready
            shape, start = ("inf", start - 1) if aim else ("fin", start)
            groups.append(Group(start, end, at, forms, shape, False, negated, modal))
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
                if to and word in voc.sets["be"] and not (be or have or modal or do):
                    modal = "future"  # is to visit
                elif not (be or have or modal or do):
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
                auxiliary = word in voc.sets["have"] or word in voc.sets["be"]
                negated = negated or (to and auxiliary and "yet" in words[here:at])  # has yet to, is yet to
                start = here
            elif tag == "A" or tag == "G" and words[here] in APOSTROPHES:
                if tag == "A":
                    negated = negated or word in voc.sets["negations"] or word == "t" or word == "n"
                if tag == "A" and word == "longer":
                    negated = True
            elif tag == "I" and word == "to" and not to and (be or have or self._may_be(at, "base")):
                to, start = True, here
            elif to and word in voc.sets["ahead"]:
                modal, start = "future", here
            elif modal == "future" and word in _STANDING and start == here + 1:
                start = here  # stands ready to
            elif tag == "Q":
                pass
            else:
                break
            here -= 1
        if modal == "would" and have and "pp" in {form.form for form in self.forms[at]}:
            modal = "possible"  # would have protested
        shapes = {form.form for form in self.forms[at]}
        near_be = be
        yet = to and have and "yet" in words[start:at]
        if to and self.doc.field == "title" and not any(one < start for one in self.forms) and (
            self.tag(start - 1) == "M" or self.word(start - 1) in voc.sets["agents"]
        ):  # fmt: skip
            modal = modal or "future"  # China to join drill
        if to and not modal and not yet:
            shape = "inf"
        elif words[start] == "having":
            shape = "ing"  # denied having offered
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
        return Group(start, self._end(at, forms[0].rest), at, forms, shape, passive, negated, modal, progressive)

    def _end(self, at: int, rest: tuple[str, ...]) -> int:
        """The token behind a verb and its further words; those that stand behind its object are left there."""
        if not rest or tuple(self.words[at + 1 : at + 1 + len(rest)]) == rest:
            return at + 1 + len(rest)
        # stood firmly by, came under heavy criticism
        inside = self.tag(at + 1) == "A" or (len(rest) > 1 and self.word(at + 1) == rest[0])
        return at + 2 + len(rest) if inside else at + 1

    def _reduce(self, groups: list[Group]) -> None:
        """Past forms that only qualify the noun before them: diplomats expelled by Poland."""
        for number, group in enumerate(groups):
            shapes = {form.form for form in group.forms}
            if group.shape != "fin" or group.start != group.at or "pp" not in shapes:
                continue
            if self.tag(self._before(group.at)) in ("O", "R", "C"):
                continue
            if group.at == 0 and self.doc.field == "text":
                group.shape, group.passive = "pp", True  # Denied a visa by Peru, the minister
                continue
            following = group.end
            while self.tag(following) in ("A", "T"):
                following += 1
            by = self.word(following) == "by" and not self._gerundial(following + 1)
            prep = self.tag(following) == "I"
            if by and self.tag(self._before(group.at)) in ("N", "M", "T", "P"):
                group.shape, group.passive = "pp", True
                continue
            if prep and self.tag(self._before(group.at)) == "P" and self._done_by(following):
                group.shape, group.passive = "pp", True  # ties, severed in January by Oslo, were
                continue
            if self._contact(self._before(group.at)) or self._relative(group.at - 1):
                continue
            previous = groups[number - 1] if number else None
            made = previous is not None and self.words[previous.at] in self.voc.sets["causing"] and not previous.passive
            if made and previous is not None and self._same_segment(previous.end, group.start):
                group.shape, group.passive = "pp", True  # ordered the consulate closed
                continue
            if previous is not None and prep and self._same_segment(previous.end, group.start):
                says = any(form.role == "say" for form in previous.forms)
                if previous.shape in ("fin", "inf", "ing") and not says:
                    group.shape, group.passive = "pp", True
                    continue
            later = groups[number + 1] if number + 1 < len(groups) else None
            if later is not None and self.word(later.end) == "by":
                later = None  # the raid the court blamed on rebels backed by Peru
            if later is None or not prep or later.shape != "fin" or not self._same_segment(group.end, later.start):
                group.passive = self.doc.field == "title" and self._undergone(group, following)
                continue
            if self.tag(self._before(later.start)) in ("N", "M", "T") and later.start > later.at - 3:
                group.shape, group.passive = "pp", True

    def _relative(self, at: int) -> bool:
        """Whether what ends at a token is the subject of a relative clause: the embargo that Egypt imposed on."""
        first = at
        while self.tag(at) in ("M", "N", "J", "G", "H") or (self.tag(at) == "D" and at != first):
            at -= 1
        return at < first and self.tag(at) in ("W", "R") and self.word(at) in ("that", "which", "whom") and (
            self.tag(at - 1) in ("N", "P", "I")
        )  # fmt: skip

    def _done_by(self, at: int) -> bool:
        """Whether the stretch that begins at a token says by whom, before any other verb."""
        for here in range(at, len(self.tags)):
            if self.tags[here] in ("V", "X", "P", "S", "C", "W", "R"):
                return False
            if self.words[here] == "by":
                return not self._gerundial(here + 1) and self.tag(here + 1) in ("M", "D", "N")
        return False

    def _gerundial(self, at: int) -> bool:
        """Whether a verb in -ing says how: retaliated by firing mortars."""
        return self.tag(at) == "V" and any(form.form == "ing" for form in self.forms[at])

    def _contact(self, at: int) -> bool:
        """Whether the name that ends at `at` is the subject of a relative clause: a raid Peru blamed."""
        if self.tag(at) != "M" or self._demonym(at):
            return False
        while self.tag(at) == "M":
            at -= 1
        return self.tag(at) == "N" and self.tag(at - 1) in ("D", "N")

    def _undergone(self, group: Group, following: int) -> bool:
        """Whether a headline's verb that needs an object has none: its subject suffers it."""
        events = [self.voc.events[form.name] for form in group.forms if form.role == "event" and not form.rest]
        done = bool(events) and all(one.object == "target" for one in events) and not group.passive
        return done and group.forms[0].form != "base" and self.tag(following) in ("S", "I", "W")

    def _same_segment(self, first: int, end: int) -> bool:
        """Whether no comma, stop, conjunction or clause word stands between."""
        return not any(self.tags[here] in ("P", "S", "C", "W", "R") for here in range(first, end))
