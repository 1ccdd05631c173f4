"""Where a text says what was searched for: the spans that the reader marks."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.clean.document import analyse
from dashboard.lexicon.query.terms import length, places
from dashboard.lexicon.query.tree import And, In, Near, Node, Or, Phrase, Word


def spans(text: str, node: Node | None) -> list[tuple[int, int]]:
    """Half-open offsets in `text` of every word and phrase that the query wants there, in order."""
    terms = list(_wanted(node)) if node is not None else []
    if not terms:
        return []
    doc = analyse(text)
    # The index knows no signs, so neither does a phrase.
    tokens = [at for at, word in enumerate(doc.words) if any(map(str.isalnum, word))]
    words = [doc.words[at] for at in tokens]
    found = {
        (doc.starts[tokens[at]], doc.ends[tokens[at + length(term) - 1]])
        for term in terms
        for at in places(term, words)
    }
    return sorted(found)


def _wanted(node: Node) -> Iterator[Word | Phrase]:
    """The words and phrases that a text must or may hold; what is excluded is nowhere, a field's value elsewhere."""
    match node:
        case Word() | Phrase():
            yield node
        case Near(terms):
            yield from terms
        case And(nodes) | Or(nodes):
            for one in nodes:
                yield from _wanted(one)
        case In("title", value):
            yield value
