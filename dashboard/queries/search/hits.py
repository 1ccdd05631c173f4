"""Where a text says what was searched for: the spans that the reader marks."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.clean.document import analyse

from .forms import exact, forms_of
from .grammar import And, In, Near, Node, Or, Phrase, Word


def spans(text: str, node: Node | None) -> list[tuple[int, int]]:
    """Half-open offsets in `text` of every word and phrase that the query wants there, in order."""
    terms = list(_wanted(node)) if node is not None else []
    if not terms:
        return []
    doc = analyse(text)
    # The index knows no signs, so neither does a phrase.
    places = [at for at, word in enumerate(doc.words) if any(map(str.isalnum, word))]
    words = [doc.words[at] for at in places]
    found = set()
    for term in terms:
        firsts, prefix, rest = _forms(term)
        for at, word in enumerate(words):
            begins = word.startswith(firsts) if prefix else word in firsts
            if begins and tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                found.add((doc.starts[places[at]], doc.ends[places[at + len(rest)]]))
    return sorted(found)


def _forms(term: Word | Phrase) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The first word's forms, whether they are prefixes, and the words that must follow."""
    if isinstance(term, Phrase):
        return exact(term.words[0]), False, term.words[1:]
    return (exact(term.text), True, ()) if term.prefix else (forms_of(term.text), False, ())


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
