"""An English document as its quotes' rules see it: tokens, mentions on them, quotations, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Mention

MARKS = {'"': '"', "“": "”", "«": "»"}
CLOSERS = frozenset(('"', "”", "»"))

Named = tuple[str, int | None]  # a speaker's name and mention
Span = tuple[int, int, bool]  # first and end token of a statement, whether it is quoted


class English:
    """The words that report speech, from `data/reporting_verbs.yml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data("reporting_verbs")["en"]
        self.verbs, self.needs = frozenset(split(data["verbs"])), frozenset(split(data["needs_clause"]))
        self.inverted = frozenset(split(data["inverted"]))
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
        self.human = frozenset(split(data["human"]))
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
        self.inside = self._inside()  # and what mentions cover: «the United States»
        for first, (_, end) in self.at.items():
            self.inside.update(range(first, end))

    def _inside(self) -> set[int]:
        """The tokens within quotations of more than two words, whose verbs are the quoted one's."""
        inside: set[int] = set()
        token = 0
        while token < len(self.words):
            if self.words[token] in MARKS:
                close = self.close(token)
                if close is not None and close - token > 3:
                    inside.update(range(token + 1, close))
                token = close if close is not None else token
            token += 1
        return inside

    def bounds(self, at: int) -> tuple[int, int]:
        """First and end token of the token's sentence."""
        return self.doc.bounds[self.doc.sentence_of[at]]

    def close(self, mark: int) -> int | None:
        """The mark that closes the quotation opened at `mark`, in the same paragraph."""
        wanted = MARKS[self.words[mark]]
        for token in range(mark + 1, len(self.words)):
            if "\n" in self.doc.text[self.doc.ends[token - 1] : self.doc.starts[token]]:
                return None
            if self.words[token] == wanted:
                return token
        return None

    def named(self, index: int) -> Named | None:
        """The speaker that a mention is; None for places and demonyms."""
        mention = self.mentions[index]
        if mention.kind == "place" or mention.via == "demonym":
            return None
        return (self.names.get(mention.id, mention.name) if mention.kind == "person" else mention.text), index

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital."""
        return self.doc.text[self.doc.starts[token]].isupper()

    def day(self, token: int) -> bool:
        """Whether a weekday or month stands at the token."""
        return token < len(self.words) and self.words[token] in self.data.days
