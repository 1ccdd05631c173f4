"""What a query names in a field: the states, themes, people, organisations and places that bear a name.

A name that nobody bears, here or in the data, is said at its character, with those that come nearest: it would find
nothing, as one does that is spelt well and that no article has.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.clean.fold import fold_key
from dashboard.errors import QueryError
from dashboard.lexicon import load
from dashboard.lexicon.query.forms import forms_of, without_article
from dashboard.lexicon.query.grammar import words_of
from dashboard.lexicon.query.tree import In, Phrase, Word
from dashboard.model import Entry

if TYPE_CHECKING:
    from ..corpus import Corpus

KINDS = {"country": "country", "person": "person", "org": "organization", "place": "place"}
_NEAREST, _ALIKE = 3, 0.7


def states(node: In) -> tuple[str, ...]:
    """The states that a code, a name, a demonym or a capital means."""
    if node.raw.upper() in load().gazetteer.states:
        return (node.raw.upper(),)
    return tuple({entry.id for entry in _entries(node) if entry.kind == "country"})


def themes(corpus: Corpus, node: In) -> list[str]:
    """The themes whose id or title has the words, in any of their forms: theme:عقوبات is العقوبات."""
    wanted = [set(map(without_article, forms_of(word))) for word in _words(node.value)]
    return [
        id
        for id, theme in _themes(corpus).items()
        for title in (id, theme["ar"], theme["en"])
        if all(forms & set(map(without_article, words_of(title))) for forms in wanted)
    ]


def ids(corpus: Corpus, node: In) -> list[str]:
    """The people, organisations or places of the corpus whose id is given or whose name says all the words."""
    kind = KINDS[node.field]
    wanted = _words(node.value)
    listed = {entry.id for entry in _entries(node) if entry.kind == kind}
    meant = {corpus.identities.of(id) for id in (node.raw, *listed)}
    return [
        id
        for id, names in corpus.named(kind).items()
        if id in meant or id.lower() == node.raw.lower() or any(_says(name, wanted) for name in names)
    ]


def check(corpus: Corpus, node: In) -> None:
    """Raise QueryError where a field's value, of which nothing was found, names nothing that is known at all."""
    match node.field:
        case "country":
            known = bool(states(node))
        case "theme":
            known = bool(themes(corpus, node))
        case "person" | "org" | "place":
            known = bool(ids(corpus, node)) or _is_listed(node)
        case _:
            return
    if not known:
        raise QueryError(f"unknown-{node.field}", node.at, node.raw, _nearest(corpus, node))


def _is_listed(node: In) -> bool:
    """Whether the data knows such a name, whole or by words of it; a capital is a place that it has under its state."""
    kind = KINDS[node.field]
    if any(entry.kind == kind or (kind == "place" and entry.via == "capital") for entry in _entries(node)):
        return True
    return any(_says(words_of(name), _words(node.value)) for name in _listed(kind))


def _entries(node: In) -> list[Entry]:
    return load().gazetteer.entries(node.raw)


def _nearest(corpus: Corpus, node: In) -> tuple[str, ...]:
    """Names that are written much like what nothing bears: whole ones, and those that have such a word."""
    names: dict[str, str] = {}
    for name in _names(corpus, node.field):
        folded = fold_key(name)
        for part in (folded, *folded.split()):
            names.setdefault(part, name)
    found = get_close_matches(fold_key(node.raw), names, _NEAREST, _ALIKE)
    return tuple(dict.fromkeys(names[one] for one in found))


def _names(corpus: Corpus, field: str) -> Iterator[str]:
    """What may have been meant: what the corpus names comes first."""
    if field == "theme":
        yield from (theme[language] for theme in _themes(corpus).values() for language in ("ar", "en"))
        return
    found = corpus.facts["mentions"]
    said = found.loc[(found["kind"] == KINDS[field]).to_numpy(), ["name", "name_en"]].drop_duplicates().astype(object)
    yield from (name for name in said.to_numpy().ravel() if isinstance(name, str))
    yield from _listed(KINDS[field])


@lru_cache(maxsize=len(KINDS))
def _listed(kind: str) -> tuple[str, ...]:
    """The names that the data has of a kind, in both languages."""
    data = load()
    entries = [entry for entry in data.gazetteer.ids.values() if entry.kind == kind]
    capitals = data.data("capitals") if kind == "place" else []
    return (
        *(name for item in capitals for language in ("ar", "en") for name in item[language][:1]),
        *(name for entry in entries for name in (entry.name, entry.name_en) if name),
    )


def _themes(corpus: Corpus) -> dict[str, dict[str, str]]:
    return dict(corpus.themes or load().themes)


def _words(value: Word | Phrase) -> tuple[str, ...]:
    return (value.text,) if isinstance(value, Word) else value.words


def _says(words: list[str], wanted: tuple[str, ...]) -> bool:
    return set(map(without_article, wanted)) <= set(map(without_article, words))
