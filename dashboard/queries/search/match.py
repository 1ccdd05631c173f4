"""A tree of words, as FTS5 takes it. Forms that no text has are left out first, so that NEAR stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from itertools import islice, product

from dashboard.lexicon.query.forms import exact, forms_of
from dashboard.lexicon.query.tree import And, Near, Node, Not, Or, Phrase, Word

# Which of these words the index has.
Known = Callable[[Iterable[str]], Set[str]]
NOTHING = '"\u0001"'  # a word that no text has
# More combinations than this are not asked for: the commonest forms come first.
_MOST = 400


def is_text(node: Node) -> bool:
    """Whether the index can answer all of it: words, no fields, and nothing that only excludes."""
    match node:
        case Word() | Phrase() | Near():
            return True
        case And(nodes):
            return all(is_text(one.node if isinstance(one, Not) else one) for one in nodes) and not all(
                isinstance(one, Not) for one in nodes
            )
        case Or(nodes):
            return all(map(is_text, nodes))
    return False


def fts(node: Node, known: Known) -> str:
    """The FTS5 expression of a tree for which `is_text` holds."""
    match node:
        case Word() | Phrase():
            return _any(_written(node, known))
        case Near(terms, apart):
            choices = [_written(term, known) for term in terms]
            combined = [f"NEAR({' '.join(chosen)}, {apart})" for chosen in islice(product(*choices), _MOST)]
            return _any(combined)
        case And(nodes):
            wanted = [fts(one, known) for one in nodes if not isinstance(one, Not)]
            unwanted = [fts(one.node, known) for one in nodes if isinstance(one, Not)]
            joined = " AND ".join(wanted)
            return f"(({joined}) NOT {_any(unwanted)})" if unwanted else f"({joined})"
        case Or(nodes):
            return _any([fts(one, known) for one in nodes])
    raise AssertionError(node)


def _written(term: Word | Phrase, known: Known) -> list[str]:
    """A term's written forms, each as FTS5 quotes it."""
    if isinstance(term, Phrase):
        firsts = [form for form in exact(term.words[0]) if form in known(exact(term.words[0]))]
        return [f'"{" ".join((form, *term.words[1:]))}"' for form in firsts] or [NOTHING]
    if term.prefix:
        return [f'"{form}"*' for form in exact(term.text)]
    there = known(forms_of(term.text))
    return [f'"{form}"' for form in forms_of(term.text) if form in there] or [NOTHING]


def _any(expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"
