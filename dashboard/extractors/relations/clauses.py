"""A sentence as relations see it: a tag for every token, and where clauses end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...clean.document import Document
from .vocabulary import Index, Reading, Readings

if TYPE_CHECKING:
    from .phrases import Unit

# A parenthesis between two commas is stepped over when it is no longer than this.
ASIDE = 9
# An aside that opens with these only says who told it, with a verb of its own: ، بحسب ما نقلت وكالة …،
_SOURCES = {"بحسب", "وفق", "وفقا", "حسب", "حسبما", "كما", "نقلا", "بحسبما"}
# What opens the content of a statement, a plan, a denial, a hope.
THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها"))
# The particle that makes a past verb sure and a present one doubtful, with what may open the clause.
PERHAPS = frozenset(("قد", "وقد", "فقد", "لقد", "ولقد"))
MODAL = PERHAPS | {"سوف"}
# What ends a look back for the verb.
_OPENING = {"verb", "stop", "sub", "rel"}
# Where a clause may end; nothing else does.
_PARTING = {"stop", "sub", "rel", "verb", "comma"}


# The subject of a sentence's main verb and whether it is feminine, looked for when it is asked for: it seldom is.
Subject = Callable[[], "tuple[Unit, bool] | None"]


def _nobody() -> None:
    """What the first sentence has before it."""


class Tags(dict[int, str]):
    """Token → its tag: those of a sentence have one, if an empty one, and all others end it."""

    def __missing__(self, at: int) -> str:
        return "stop"


@dataclass(slots=True)
class Clause:
    """One sentence: tokens first … end-1, their tags and readings.

    Tags: "" a plain word; "stop", "comma", "quote" marks; "sub" and "rel" what opens a clause; "verb", "noun" a word of
    the lexicon; "time" part of a date; otherwise the marker of a preposition.
    """

    doc: Document
    index: Index
    first: int
    end: int
    tags: dict[int, str] = field(init=False)  # Tags
    readings: dict[int, Readings] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)  # tokens of mentions
    subjects: dict[int, Unit | None] = field(default_factory=dict)  # of its verbs, as they are asked for
    before: Subject = _nobody  # of the sentence before
    known: list[str] = field(default_factory=list)  # the parties of the sentence before
    gathered: list[str] = field(default_factory=list)  # who met or agreed last: whose the joint statement is
    heads: set[int] = field(default_factory=set)  # where its parties' phrases begin
    idle: set[int] = field(default_factory=set)  # nouns of events whose company is not there
    # Asked for a thousand times an article, so without a call of Python's: the tag, the word of a token.
    tag: Callable[[int], str] = field(init=False)
    word: Callable[[int], str] = field(init=False)

    def __post_init__(self) -> None:
        self.tags = Tags.fromkeys(range(self.first, self.end), "")
        self.tag, self.word = self.tags.__getitem__, self.doc.words.__getitem__

    def word_at(self, at: int) -> str:
        """The word, "" beyond the sentence."""
        return self.doc.words[at] if self.first <= at < self.end else ""

    def where(self, question: Callable[[str], object]) -> list[int]:
        """The tokens of whose words `question`, one for all documents, says something."""
        return self.doc.within(question, self.first, self.end)

    def verb_before(self, at: int) -> int | None:
        """The nearest verb before a token, where no sentence, subordinator or relative pronoun stands between."""
        tag_of = self.tag
        for here in range(at - 1, self.first - 1, -1):
            tag = tag_of(here)
            if tag in _OPENING:
                return here if tag == "verb" else None
        return None

    def qualified(self, at: int) -> bool:
        """Whether a definite adjective follows the word at a token: السفير السابق. إلى is written with ال, too."""
        return self.word_at(at + 1).startswith("ال") and self.tag(at + 1) == ""

    def goes_on(self, at: int) -> bool:
        """Whether an adjective, a name or a quotation says more of a noun: السفير السابق, الرئيس "المنتخب"."""
        return at + 1 in self.named or self.qualified(at) or self.tag(at + 1) == "quote"

    def speech(self, at: int) -> Reading | None:
        """The reading as which a verb tells what somebody says or plans; None where it has none."""
        readings = self.readings.get(at)
        return readings.speech if readings is not None else None

    def carries(self, at: int | None, name: str) -> bool:
        """Whether the verb at a token may be the carrier of that name: declare, deny."""
        readings = self.readings.get(at) if at is not None else None
        return readings is not None and any(one.role == "carrier" and one.name == name for one in readings)

    def clear(self, *tokens: int) -> None:
        """Make tokens plain words."""
        tags, readings = self.tags, self.readings
        for at in tokens:
            if tags.get(at):
                tags[at] = ""
                readings.pop(at, None)

    def is_marker(self, at: int) -> bool:
        """Whether the token is a preposition."""
        return self.tag(at) not in PLAIN

    def right_edge(self, at: int, *, verbs: bool = True) -> int:
        """The end of the clause that goes on after token `at`."""
        here, end, tag_of = at + 1, self.end, self.tag
        instances = False  # whether some of a group are named between commas: دول، بينها ألمانيا، …
        while here < end:
            tag = tag_of(here)
            if tag not in _PARTING:
                here += 1
                continue
            if tag in ("stop", "sub", "rel") or (verbs and tag == "verb"):
                return here
            timed = self.tag(here - 1) == "time"
            if tag == "comma" and timed and self.is_marker(here + 1):
                here = self.aside(here) or here  # مساء الخميس، في مطار كيتو، …
            elif tag == "comma" and self.tag(here + 1) == "among":
                instances = self.tag(at) == "verb"
            elif tag == "comma" and instances and not self.conjoined(here + 1):
                instances = False
            elif tag == "comma" and not timed:
                closing = here if self._placed(at, here) else self.aside(here)
                if closing is None:
                    return here
                here = closing
            here += 1
        return self.end

    def _placed(self, verb: int, comma: int) -> bool:
        """Whether only a time and a place stand between a verb and the comma: التقى السبت في موسكو، وزراء …"""
        here = verb + 1
        while self.tag(here) == "time":
            here += 1
        if self.tag(verb) != "verb" or self.tag(here) != "location" or comma - here > 3 or self.conjoined(comma + 1):
            return False
        rest = range(here + 1, comma)
        return self.tag(comma + 1) in ("", "quote") and all(self.tag(one) in ("", "time") for one in rest)

    def left_edge(self, at: int) -> int:
        """The first token of the clause that leads up to token `at`."""
        here, first, tag_of = at, self.first, self.tag
        while here > first:
            tag = tag_of(here - 1)
            if tag in _PARTING:
                opening = self._bracket(here - 1) if tag == "comma" else None
                if opening is None:
                    return here
                here = opening
            else:
                here -= 1
        return first

    def _bracket(self, closing: int) -> int | None:
        """Where the bracket that closes at `closing` was opened: القوات الجوية (…) ستنفذ."""
        if self.word(closing) != ")":
            return None
        near = range(closing - 1, max(self.first, closing - ASIDE) - 1, -1)
        return next((here for here in near if self.word(here) == "("), None)

    def opening(self, closing: int) -> int | None:
        """The comma that opens the aside which the comma at `closing` ends; None where none does."""
        if self.word(closing) not in ("،", ","):
            return None
        for here in range(closing - 1, max(self.first, closing - 2 * ASIDE) - 1, -1):
            tag = self.tag(here)
            if tag == "comma":
                told = self.word_at(here + 1) in _SOURCES or self.tag(here + 1) == "rel"
                plain = closing - here <= ASIDE and not any(
                    self.tag(one) in ("verb", "sub", "rel", "stop") for one in range(here + 1, closing)
                )
                return here if told or plain else None
            if tag == "stop":
                return None
        return None

    def conjoined(self, at: int) -> bool:
        """Whether the word begins with the conjunction و, and not with a و of its own (وزير)."""
        word = self.word_at(at)
        return word[:1] == "و" and len(word) > 3 and word not in self.index.sets["whole_words"].exact

    def aside(self, comma: int) -> int | None:
        """The comma that closes a short aside opened at `comma`; None where it opens something else."""
        if self.tag(comma + 1) == "time":  # a day between a comma and the rest: ، أمس خمسة …
            return comma + 1
        source = self.word_at(comma + 1) in _SOURCES
        for here in range(comma + 1, min(self.end, comma + (ASIDE * 2 if source else ASIDE))):
            tag = self.tag(here)
            if source and tag in ("sub", "verb", "rel"):
                continue
            if tag == "comma":
                return here
            if tag == "verb" and here == comma + 3 and self.tag(comma + 1) == "location":
                continue  # ، في ندوة عقدت صباح اليوم،
            if tag in ("stop", "sub", "rel", "verb"):
                return None
        return None


PLAIN = {"", "stop", "comma", "quote", "sub", "rel", "verb", "noun", "time"}
