"""What is filtered: one frozen value whose table of fields gives URL parameters, mask and sentence.

`TERMS` is the table. A term names the fields it reads, its URL parameter and how a corpus answers it: `articles`
is a boolean mask over the corpus' articles, `sentences` one over its sentences. A fact has the themes and the days
of its own sentence, so these two leave sentences; every other term leaves whole articles. What an article names, it
must name in the sentences that are left, so that "Iran" under "sanctions" is what sanctions name; a person or an
organisation may stand anywhere in it, as who speaks in one sentence is "he" in the next.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

Basis = Literal["published", "event"]
Match = Literal["any", "all"]


@dataclass(frozen=True, slots=True)
class Filters:
    """The view as one value: hashable, so that it keys caches; empty means everything.

    `start` and `end` are inclusive days of publication or, with `basis="event"`, of what the text speaks of.
    """

    basis: Basis = "published"
    start: dt.date | None = None
    end: dt.date | None = None
    themes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    match: Match = "any"
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    query: str = ""

    def to_params(self) -> dict[str, str | list[str]]:
        """The URL parameters that say this view; defaults are left out."""
        out: dict[str, str | list[str]] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value != item.default:
                out[PARAMS[item.name]] = [str(v) for v in value] if isinstance(value, tuple) else str(value)
        return out

    @classmethod
    def from_params(cls, params: Mapping[str, list[str]]) -> Filters:
        """The view a URL says; what can't be read is left out rather than guessed."""
        found: dict[str, Any] = {}
        for item in fields(cls):
            values = [v for v in params.get(PARAMS[item.name], []) if v]
            if not values:
                continue
            if isinstance(item.default, tuple):
                found[item.name] = tuple(dict.fromkeys(values))
            elif item.name in ("start", "end"):
                found[item.name] = _day(values[-1])
            elif item.name not in _CHOICES or values[-1] in _CHOICES[item.name]:
                found[item.name] = values[-1]
        return cls(**found)

    def without(self, *names: str, value: str | None = None) -> Filters:
        """The same view with fields back at their defaults or, with `value`, with that one choice taken out."""
        if value is not None:
            less: dict[str, Any] = {n: tuple(v for v in getattr(self, n) if v != value) for n in names}
            return replace(self, **less)
        bare: dict[str, Any] = {item.name: item.default for item in fields(self) if item.name in names}
        return replace(self, **bare)

    def parts(self) -> Iterator[tuple[Term, str | None]]:
        """What is filtered, part by part, for the sentence that says so: the term, and its one choice of many."""
        for term in TERMS:
            values = [getattr(self, name) for name in term.fields]
            if isinstance(values[0], tuple):
                yield from ((term, value) for value in values[0])
            elif any(values):
                yield term, None

    def articles(self, corpus: Any, sentences: Any | None = None) -> Any:
        """Boolean mask over the articles of a corpus (see `queries.corpus`), of which `sentences` are left."""
        keep = corpus.all_articles()
        for term in TERMS:
            if term.articles and any(getattr(self, name) for name in term.fields):
                keep &= term.articles(corpus, self, sentences)
        return keep

    def sentences(self, corpus: Any) -> Any | None:
        """Boolean mask over the sentences of a corpus, or None where no term looks at sentences."""
        keep = None
        for term in TERMS:
            if term.sentences and any(getattr(self, name) for name in term.fields):
                found = term.sentences(corpus, self)
                keep = found if keep is None or found is None else keep & found
        return keep


@dataclass(frozen=True, slots=True)
class Term:
    """One line of the table. `fields[0]` names it; a term with several fields is shown and removed as one."""

    fields: tuple[str, ...]
    articles: Callable[[Any, Filters, Any | None], Any] | None = None
    sentences: Callable[[Any, Filters], Any] | None = None


def _published(corpus: Any, filters: Filters, _left: Any | None) -> Any:
    if filters.basis == "event":
        return corpus.all_articles()
    return corpus.published_between(filters.start, filters.end)


def _events(corpus: Any, filters: Filters) -> Any:
    return corpus.sentences_dated(filters.start, filters.end) if filters.basis == "event" else None


TERMS: tuple[Term, ...] = (
    Term(("start", "end"), _published, _events),
    Term(("themes",), None, lambda corpus, f: corpus.sentences_on(f.themes)),
    Term(("states",), lambda corpus, f, left: corpus.naming(f.states, every=f.match == "all", within=left)),
    Term(("actors",), lambda corpus, f, _: corpus.naming_any(f.actors)),
    Term(("sources",), lambda corpus, f, _: corpus.having("source", f.sources)),
    Term(("languages",), lambda corpus, f, _: corpus.having("language", f.languages)),
    Term(("query",), lambda corpus, f, _: corpus.matching(f.query)),
)

PARAMS: dict[str, str] = {
    "basis": "time", "start": "from", "end": "to", "themes": "theme", "states": "state", "match": "match",
    "actors": "actor", "sources": "source", "languages": "language", "query": "q",
}  # fmt: skip

_CHOICES: dict[str, tuple[str, ...]] = {"basis": ("published", "event"), "match": ("any", "all")}


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
