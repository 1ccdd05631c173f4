"""Queries as cues of a theme: the sentences that answer one, in the grammar of the search, and what in them does.

Within a sentence every word must stand that a query joins by AND; `country:`, `person:`, `org:` and `place:` ask for
somebody named in it, `title:` for words of the headline, `language:` for the article's. What a sentence can't say
(source, days, other themes) no theme may ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from ..clean.document import Document
from ..lexicon import Lexicon
from ..lexicon.query.grammar import words_of
from ..lexicon.query.terms import Term, length, places
from ..lexicon.query.tree import And, In, Near, Node, Not, Or, Phrase, Word
from ..model import Mention

Span = tuple[int, int]  # tokens first … end-1
_KINDS = {"person": "person", "org": "organization", "place": "place"}
# Of the places where the terms of a NEAR stand, so many combinations are looked at.
_MOST = 400


class Sentences:
    """The sentences of a document, asked what answers a query in them; `title` is the headline's words."""

    def __init__(self, doc: Document, title: Sequence[str], mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.doc, self.title, self.lexicon = doc, title, lexicon
        self.named: dict[int, list[tuple[Mention, Span]]] = {}
        for mention in mentions:
            if mention.field == doc.field and mention.start is not None and mention.end is not None:
                span = doc.token_at(mention.start), doc.token_at(mention.end - 1) + 1
                self.named.setdefault(doc.sentence_of[span[0]], []).append((mention, span))

    def answering(self, tree: Node) -> Iterator[list[Span]]:
        """For each sentence that answers the query, what in it does; sentences that only lack something don't."""
        for number, (first, end) in enumerate(self.doc.bounds):
            tokens = [at for at in range(first, end) if any(map(str.isalnum, self.doc.words[at]))]
            found = self._found(tree, number, tokens)
            if found:
                yield sorted(set(found))

    def _found(self, node: Node, number: int, tokens: list[int]) -> list[Span] | None:
        """The spans that answer, none for what is only absent; None where the sentence doesn't answer."""
        match node:
            case Word() | Phrase():
                return _spans(node, tokens, self.doc.words) or None
            case Near(terms, apart):
                return _near([_spans(term, tokens, self.doc.words) for term in terms], apart, tokens)
            case Not(inner):
                return [] if self._found(inner, number, tokens) is None else None
            case And(nodes):
                parts = [self._found(one, number, tokens) for one in nodes]
                return None if None in parts else [span for part in parts for span in part or ()]
            case Or(nodes):
                parts = [self._found(one, number, tokens) for one in nodes]
                some = [part for part in parts if part is not None]
                return [span for part in some for span in part] if some else None
        return self._field(node, number)

    def _field(self, node: In, number: int) -> list[Span] | None:
        if node.field == "title":
            return [] if places(node.value, self.title) else None
        if node.field == "language":
            return [] if self.doc.language == node.raw.lower() else None
        named = self.named.get(number, [])
        if node.field == "country":
            wanted = self._ids(node.raw, "country")
            return [span for mention, span in named if mention.country in wanted or mention.id in wanted] or None
        kind = _KINDS.get(node.field)
        ids, words = self._ids(node.raw, kind), set(words_of(node.raw))
        meant = [(one.id in ids or words <= {*words_of(one.name), *words_of(one.text)}) for one, _ in named]
        return [span for (one, span), it in zip(named, meant, strict=True) if it and one.kind == kind] or None

    def _ids(self, raw: str, kind: str | None) -> set[str]:
        entries = self.lexicon.gazetteer.entries(raw)
        return {raw, raw.upper(), *(entry.id for entry in entries if entry.kind == kind)}


def _spans(term: Term, tokens: list[int], words: Sequence[str]) -> list[Span]:
    """Where a term stands among the tokens that are no signs."""
    found = places(term, [words[at] for at in tokens])
    return [(tokens[at], tokens[at + length(term) - 1] + 1) for at in found]


def _near(choices: list[list[Span]], apart: int, tokens: list[int]) -> list[Span] | None:
    """The spans of the first combination with at most `apart` other words between all of them."""
    rank = {at: number for number, at in enumerate(tokens)}
    for chosen in islice(product(*choices), _MOST):
        held = sum(rank[end - 1] - rank[first] + 1 for first, end in chosen)
        first, last = min(rank[one[0]] for one in chosen), max(rank[one[1] - 1] for one in chosen)
        if len(set(chosen)) == len(chosen) and last - first + 1 - held <= apart:
            return list(chosen)
    return None


def leads(node: Node) -> tuple[Term, ...] | None:
    """Terms of which a text must hold one to answer at all; None where names alone may answer."""
    match node:
        case Word() | Phrase():
            return (node,)
        case Near(terms):
            return terms
        case And(nodes):
            return next((found for found in map(leads, nodes) if found), None)
        case Or(nodes):
            parts = [leads(one) for one in nodes]
            return None if None in parts else tuple(term for part in parts for term in part or ())
    return None
