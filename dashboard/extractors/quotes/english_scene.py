"""An English document as its quotes' rules see it: tokens, mentions on them, quotations, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Mention
from .english_marks import CLOSERS, MARKS, quotations

__all__ = ["CLOSERS", "MARKS", "English", "EnglishScene", "Named", "Span", "english"]

Named = tuple[str, int | None]  # a speaker's name and mention
Span = tuple[int, int, bool]  # first and end token of a statement, whether it is quoted


class English:
    """The words that report speech, from `data/reporting_verbs.yml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data("reporting_verbs")["en"]
        self.verbs, self.needs = frozenset(split(data["verbs"])), frozenset(split(data["needs_clause"]))
        self.inverted = frozenset(split(data["inverted"]))
        self.inverted_quoted = self.inverted | frozenset(split(data["inverted_quoted"]))
        self.participles, self.sources = frozenset(split(data["participles"])), frozenset(split(data["sources"]))
        self.occasions, self.days = frozenset(split(data["occasions"])), frozenset(split(data["days"]))
        self.addressees, self.pronouns = frozenset(split(data["addressees"])), frozenset(split(data["pronouns"]))
        self.adverbs, self.prepositions = frozenset(split(data["adverbs"])), frozenset(split(data["prepositions"]))
        self.articles, self.breaks = frozenset(split(data["articles"])), frozenset(split(data["breaks"]))
        self.governed = {verb: frozenset(split(words)) for verb, words in data["governed"].items()}
        self.replies = frozenset(split(data["replies"]))
        self.agencies = frozenset(item["id"] for item in lexicon.data("organisations") if item["type"] == "news")
        self.conjuncts, self.tellers = frozenset(split(data["conjuncts"])), frozenset(split(data["tellers"]))
        self.contents, self.finite = frozenset(split(data["contents"])), frozenset(split(data["finite"]))
        self.companions = frozenset(split(data["companions"]))
        self.namings = frozenset(split(data["namings"]))
        self.clausal = frozenset(split(data["clausal"]))
        self.auxiliaries = frozenset(split(data["auxiliaries"]))
        self.phrasal: dict[str, str] = data["phrasal"]
        self.carrying = frozenset(split(data["carrying"]))
        self.counting = frozenset(split(data["counting"]))
        self.spans = frozenset(split(data["spans"]))
        self.ongoing: dict[str, str] = data["ongoing"]
        self.human = frozenset(split(data["human"]))
        self.phrases = frozenset(split(data["phrases"]))
        # All that may report: other words are passed over at once.
        self.cues = (
            self.verbs
            | self.participles
            | self.ongoing.keys()
            | self.phrasal.keys()
            | {*MARKS, ":", "according"}
            | self.phrases
        )
        self.openers = self.pronouns | self.adverbs | self.articles | self.breaks | self.prepositions


@lru_cache(maxsize=2)
def english(lexicon: Lexicon) -> English:
    """The vocabulary of a lexicon, compiled once."""
    return English(lexicon)


class EnglishScene:
    """Look-ups over one document; `mentions` is the record's list, of which those of this field count."""

    def __init__(self, doc: Document, data: English, mentions: Sequence[Mention]) -> None:
        self.doc, self.words, self.data, self.mentions = doc, doc.words, data, mentions
        self.last: Named | None = None
        self.last_person: Named | None = None
        self.last_at = -1  # the token of the verb that it spoke with
        self.at: dict[int, tuple[int, int]] = {}  # first token → mention and its end token
        self.ending: dict[int, int] = {}  # end token → mention
        self.names: dict[str, str] = {}  # the fullest form that the article writes of each person
        for mention in mentions:
            known = len(self.names.get(mention.id, "").split())
            if mention.kind == "person" and len(mention.text.split()) > max(1, known):
                self.names[mention.id] = mention.text
        for index, mention in enumerate(mentions):
            if mention.field == doc.field and mention.start is not None and mention.end is not None:
                first, end = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
                self.at[first], self.ending[end] = (index, end), index
        self.quotations = quotations(doc)
        self.closing = {quoted.end: mark for mark, quoted in self.quotations.items() if quoted.onward is None}
        # The mark before the one that opens a quotation again, and those whose words somebody has been given.
        self.onward = {quoted.onward: mark for mark, quoted in self.quotations.items() if quoted.onward is not None}
        self.given: set[int] = set()
        # The tokens within quotations of more than two words, whose verbs are the quoted one's …
        self.inside = {i for mark, quoted in self.quotations.items() if quoted.end - mark > 3
                       for i in range(mark + 1, quoted.end)}  # fmt: skip
        for first, (_, end) in self.at.items():  # … and what mentions cover: «the United States»
            self.inside.update(range(first, end))

    def spoke(self, speaker: Named, at: int) -> None:
        """Takes note of who speaks with the verb at token `at`."""
        self.last, self.last_at = speaker, at
        name, index = speaker
        if self.mentions[index].kind == "person" if index is not None else not name.endswith("s"):
            self.last_person = speaker

    def quotation(self, mark: int) -> Span:
        """The words that are quoted from a mark on."""
        quoted = self.quotations.get(mark)
        return mark + 1, quoted.end if quoted is not None else self.bounds(mark)[1], True

    def within(self, at: int) -> int | None:
        """The mark of the short quotation that a verb stands in."""
        marks = range(at - 1, max(-1, at - 4), -1)
        mark = next((i for i in marks if i in self.quotations), None)
        return mark if mark is not None and self.quotations[mark].end > at else None

    def bounds(self, at: int) -> tuple[int, int]:
        """First and end token of the token's sentence."""
        return self.doc.bounds[self.doc.sentence_of[at]]

    def named(self, index: int) -> Named | None:
        """The speaker that a mention is; None for places and demonyms."""
        mention = self.mentions[index]
        if mention.kind == "place" or mention.via == "demonym":
            return None
        return (self.names.get(mention.id, mention.name) if mention.kind == "person" else mention.text), index

    def verb(self, at: int) -> str:
        """The verb at a token as the vocabulary has it: «accusing» is accused."""
        return self.data.ongoing.get(self.words[at], self.words[at])

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital."""
        return self.doc.text[self.doc.starts[token]].isupper()

    def day(self, token: int) -> bool:
        """Whether a weekday or month stands at the token."""
        return token < len(self.words) and self.words[token] in self.data.days
