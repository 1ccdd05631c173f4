"""English statements: «X said that …», «"…," X said», «said X», «according to X»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...clean.document import Document
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Mention, Quote

_MARKS = {'"': '"', "“": "”", "«": "»"}
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_LONGEST_SUBJECT = 14
# What follows a verb whose statement stands before it.
_ASIDE = frozenset((".", ",", "on", "in", "at", "late", "last", "this"))

Named = tuple[str, int | None]  # a speaker's name and mention
Span = tuple[int, int, bool]  # first and end token of a statement, whether it is quoted


class _English:
    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data("reporting_verbs")["en"]
        self.verbs, self.needs = frozenset(split(data["verbs"])), frozenset(split(data["needs_clause"]))
        self.inverted = frozenset(split(data["inverted"]))
        self.participles, self.sources = frozenset(split(data["participles"])), frozenset(split(data["sources"]))


@lru_cache(maxsize=2)
def _english(lexicon: Lexicon) -> _English:
    return _English(lexicon)


def statements(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """The statements of an English document in text order."""
    yield from _Reader(doc, _english(lexicon), mentions).statements()


class _Reader:
    def __init__(self, doc: Document, data: _English, mentions: Sequence[Mention]) -> None:
        self.doc, self.words, self.data, self.mentions = doc, doc.words, data, mentions
        self.last: Named | None = None
        self.at: dict[int, tuple[int, int]] = {}
        self.names: dict[str, str] = {}  # the fullest form that the article writes of each person
        for mention in mentions:
            known = len(self.names.get(mention.id, "").split())
            if mention.kind == "person" and len(mention.text.split()) > max(1, known):
                self.names[mention.id] = mention.text
        self.ending: dict[int, int] = {}
        for index, mention in enumerate(mentions):
            if mention.field == doc.field and mention.start is not None and mention.end is not None:
                first, end = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
                self.at[first], self.ending[end] = (index, end), index

    def statements(self) -> Iterator[Quote]:
        for at, word in enumerate(self.words):
            quote = None
            if word in self.data.verbs:
                quote = self._verb(at)
            elif word in self.data.participles and at and self.words[at - 1] == ",":
                quote = self._participle(at)
            elif word == "according" and at + 1 < len(self.words) and self.words[at + 1] == "to":
                quote = self._according(at)
            if quote is not None:
                yield quote

    def _bounds(self, at: int) -> tuple[int, int]:
        return self.doc.bounds[self.doc.sentence_of[at]]

    def _verb(self, at: int) -> Quote | None:
        start, end = self._bounds(at)
        speaker, after = self._before(at, start), at + 1
        if speaker is None and self.words[at] in self.data.inverted:
            speaker, after = self._after(at + 1, end)
        if speaker is None:
            return None
        span = self._quoted(at, start)
        if span is None and (after >= end or self.words[after] in _ASIDE):  # «…, an official said on Tuesday»
            span = self._behind(at, start)
        span = span or self._ahead(at, after, end) or self._behind(at, start)
        if span is None:
            return None
        self.last = speaker
        return self._quote(span, speaker, self.doc.surface(at, at + 1), "quotes.en.verb", 0.85)

    def _before(self, at: int, start: int) -> Named | None:
        """The subject that ends at the verb."""
        index = self.ending.get(at)
        if index is None and at > start and self.words[at - 1] == ",":  # «X, the ambassador to Tehran, said»
            index = next((self.at[i][0] for i in range(max(start, at - _LONGEST_SUBJECT), at) if i in self.at
                          and self.mentions[self.at[i][0]].kind == "person"), None)  # fmt: skip
        if index is not None and self.mentions[index].kind in ("country", "organization"):  # «X of Sweden said»
            first = self.doc.token_at(self.mentions[index].start or 0)
            if first > start and self.words[first - 1] == "of" and first - 1 in self.ending:
                index = self.ending[first - 1]
        if index is not None:
            return self._named(index)
        if at > start and self.words[at - 1] in _PRONOUNS:
            return self.last
        return self._source(at, start)

    def _named(self, index: int) -> Named | None:
        mention = self.mentions[index]
        if mention.kind == "place" or mention.via == "demonym":
            return None
        return (self.names.get(mention.id, mention.name) if mention.kind == "person" else mention.text), index

    def _source(self, at: int, start: int) -> Named | None:
        """An unnamed source or institution before the verb: «A senior Iranian official said»."""
        first = at
        while first > start and at - first < _LONGEST_SUBJECT and self.words[first - 1][0].isalpha():
            if self.words[first - 1] in ("that", "but", "and", "while", "as", "when", "who"):
                break
            first -= 1
        heads = [i for i in range(first, at) if self.words[i] in self.data.sources]
        if not heads or at - first > 8:
            return None
        definite = self.words[first] == "the"
        first += self.words[first] in ("the", "a", "an")
        holder = self._holder(self.words[first:at], at) if definite else None
        return holder or (self.doc.surface(first, at), None)

    def _holder(self, called: list[str], at: int) -> Named | None:
        """The person named before token `at` whose office is called so: «the ambassador»."""
        for token in range(at - 1, -1, -1):
            found = self.at.get(token)
            role = self.mentions[found[0]].role if found else None
            if found and role and all(word in role.lower().split() for word in called):
                return self._named(found[0])
        return None

    def _after(self, at: int, end: int) -> tuple[Named | None, int]:
        """The subject behind the verb: «said Gen. Kenneth McKenzie»."""
        for token in range(at, min(end, at + _LONGEST_SUBJECT)):
            found = self.at.get(token)
            if found is not None and self.mentions[found[0]].kind in ("person", "organization"):
                return self._named(found[0]), found[1]
            if self.words[token] in ("that", ",", ":", '"', "“"):
                break
        return None, at

    def _ahead(self, at: int, after: int, end: int) -> Span | None:
        """What follows the verb: a quotation, a clause with that, or a bare clause."""
        clause = False
        for token in range(after, min(end, after + 16)):
            word = self.words[token]
            if word in _MARKS and (token == after or self.words[token - 1] in (",", ":")):
                return (token + 1, self._close(token), True)
            if word in ("that", ":"):
                if token + 1 < end and self.words[token + 1] in _MARKS:
                    return (token + 2, self._close(token + 1), True)
                return (token + 1, self._clause_end(token + 1, end), False)
            clause = clause or word.isalpha()
        if self.words[at] in self.data.needs or not clause or after >= end or self.words[after] in (",", "."):
            return None
        return (after, self._clause_end(after, end), False)

    def _quoted(self, at: int, start: int) -> Span | None:
        """The quotation before «," X said»."""
        token = at
        while token > max(0, at - _LONGEST_SUBJECT) and self.words[token - 1] not in ('"', "”", "»"):
            token -= 1
        mark = token - 1
        closed = mark > 0 and self.words[mark] in ('"', "”", "»") and not self.doc.spaced[mark]
        closed = closed and not any(word in self.data.verbs for word in self.words[mark + 1 : at])
        if closed and self.words[mark - 1] in ",!?" and (mark >= start or self.words[mark - 1] == ","):
            for first in range(token - 2, max(-1, token - 200), -1):
                if self.words[first] in ('"', "“", "«"):
                    return first + 1, token - 1, True
        return None

    def _behind(self, at: int, start: int) -> Span | None:
        """The clause before «, X said»."""
        comma = next((i for i in range(at - 1, max(start, at - 8), -1) if self.words[i] == ","), None)
        return (start, comma, False) if comma is not None and comma - start > 3 else None

    def _close(self, mark: int) -> int:
        close = _MARKS[self.words[mark]]
        for token in range(mark + 1, len(self.words)):
            if "\n" in self.doc.text[self.doc.ends[token - 1] : self.doc.starts[token]]:
                break
            if self.words[token] == close:
                return token
        return self._bounds(mark)[1]

    def _clause_end(self, first: int, end: int) -> int:
        for token in range(first + 1, end):
            if self.words[token] in self.data.participles and self.words[token - 1] == ",":
                return token
        return end

    def _participle(self, at: int) -> Quote | None:
        _, end = self._bounds(at)
        span = self._ahead(at, at + 1, end)
        if self.last is None or span is None:
            return None
        return self._quote(span, self.last, self.doc.surface(at, at + 1), "quotes.en.participle", 0.75)

    def _according(self, at: int) -> Quote | None:
        start, end = self._bounds(at)
        token = at + 2 + (at + 2 < end and self.words[at + 2] in ("the", "a", "an"))
        found = next((self.at[i] for i in range(token, min(end, token + 8)) if i in self.at), None)
        speaker = self._named(found[0]) if found else None
        if found is None or speaker is None:
            return None
        stop = found[1]
        if at == start:
            stop += stop < end and self.words[stop] == ","
            span = (stop, end, False)
        else:
            span = (start, at, False)
        return self._quote(span, speaker, "according to", "quotes.en.according", 0.8)

    def _quote(self, span: Span, speaker: Named, verb: str, rule: str, sure: float) -> Quote | None:
        first, end, direct = span
        while end > first and self.words[end - 1] in ",.:;":
            end -= 1
        if end - first < 2:
            return None
        start, stop = self.doc.span(first, end)
        return Quote(
            start=start, end=stop, field=self.doc.field, sentence=self.doc.sentence_at(start), rule=rule,
            confidence=sure, speaker=speaker[0], speaker_mention=speaker[1], verb=verb, direct=direct,
        )  # fmt: skip
