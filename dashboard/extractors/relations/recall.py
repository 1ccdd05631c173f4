"""What the sentences before have told, for those that take it up: البلدان, الدول الثلاث, كما فعل, الوزير."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from ...model import Relation
from .clauses import Clause, Subject
from .decisions import INFERRED
from .offices import Offices
from .phrases import Unit
from .subjects import main_subject

# Of what is done together, that after which a statement is a joint one.
_GATHERED = {"CONSULT", "AGREE", "SUPPORT"}


@dataclass(slots=True)
class Recall:
    """What is kept of a text, sentence by sentence.

    `offices`: who has been called by which; `known`: the parties of each sentence that named some, and before them each
    list of several; `met`: pairs that did something together; `gathered`: who met or agreed last; `last`: the subject
    of the sentence before, None where it had none.
    """

    offices: Offices = field(default_factory=dict)
    known: list[list[str]] = field(default_factory=list)
    met: list[list[str]] = field(default_factory=list)
    gathered: list[str] = field(default_factory=list)
    last: Subject | None = None

    def lend(self, sentence: Clause) -> None:
        """Let a sentence take up what is kept."""
        sentence.before = self.last or sentence.before
        sentence.known = self.known[-1] if self.known else []
        sentence.gathered = self.gathered

    def keep(self, sentence: Clause, parties: Sequence[Unit], told: Sequence[Relation]) -> None:
        """Remember a sentence's parties and what it told of them."""
        index = sentence.index
        # Two that did something together are who "both sides" are; else all that were named.
        pairs: list[list[str]] = []
        if told:
            two = (one for one in told if len(index.sides.intersection(one.actors)) == 2)
            pairs += [list(one.actors) for one in two if one.confidence > INFERRED]
            self.met.extend(list(one.actors) for one in told if one.reciprocal and list(one.actors) in pairs)
            several = [one for one in told if one.reciprocal and one.type in _GATHERED and len(one.actors) > 1]
            if several:
                self.gathered = list(several[-1].actors)
        named: list[str] = []
        for unit in parties:
            named += unit.ids
            if unit.how == "both" and len(unit.ids) == 2:
                pairs.append(unit.ids)
            # «الدول الثلاث» are who stood in one list, whoever else its sentence names.
            if len(unit.ids) > 2 and len(index.states.intersection(unit.ids)) > 2:
                self.known.append(list(unit.ids))
        if len(pairs) > 2 and len(set(map(frozenset, pairs))) > 2:
            pairs = []  # each of several with another: none of them is "the two"
        self.known.append(pairs[-1] if pairs else named)
        self.last = partial(main_subject, sentence, parties)
