"""The open workspace as the pages see it: one store and one indexed corpus a process, renewed when it has grown."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any, cast

import streamlit as st

from dashboard.errors import WorkspaceError
from dashboard.filters import Filters
from dashboard.ingest import open_workspace
from dashboard.lexicon import load
from dashboard.queries.corpus import Corpus
from dashboard.queries.memo import memo
from dashboard.queries.warm import warm
from dashboard.store import Store, as_url
from dashboard.tables import frames, renewed
from dashboard.theming import named

from . import door
from .words import Words

Revision = tuple[int, int]  # of what is stored, of what was judged
PATIENT = {"review"}  # pages that wait
MOST = 200  # articles that a patient page reads one by one


@dataclass(frozen=True)
class Desk:
    """What a page is given: the store, the corpus of its revision, the filters and the words."""

    store: Store
    corpus: Corpus
    filters: Filters
    words: Words
    since: tuple[str, ...] = ()  # articles in which findings were judged since the corpus was read, where a page waits

    def actor(self, id: str) -> str:
        """The name of a state, organisation or person in the interface's language, where it is known."""
        found = names(self.corpus).get(id)
        if found is None:
            return _state(id, self.words.language) or id.split(":", 1)[-1]
        arabic, english = found
        return (english or arabic) if self.words.language == "en" else arabic

    def pair(self, id: str) -> str:
        """A dyad's name from its id ("IRN-RUS")."""
        return " – ".join(self.actor(part) for part in id.split("-", 1))

    def may_edit(self) -> bool:
        """Whether this session may change the workspace: on a shared desk its role, anywhere the file itself."""
        return self.barred() is None

    def barred(self) -> str | None:
        """The string that says why this session may only look; None where it may edit."""
        if self.store.read_only:
            return "door.read_only"
        return None if door.role() == "editor" else "door.editors"

    def dark(self) -> bool:
        return st.context.theme.type == "dark"


class _Opened:
    """The process' store and its newest corpus; another analyst's import shows at the next rerun.

    A page on which one finding after another is judged waits (`patient`): its corpus stays, and the articles are named
    in which something was judged since.
    """

    def __init__(self, url: str) -> None:
        self.store = open_workspace(url)
        self._lock = Lock()
        self._corpus: Corpus | None = None

    def revision(self) -> Revision:
        return self.store.revision(), self.store.decided()

    def corpus(self, patient: bool) -> tuple[Corpus, tuple[str, ...]]:
        now = self.revision()
        with self._lock:
            if self._corpus is None or self._corpus.revision != now:
                made = self._made_since(now)
                if made and self._corpus and patient and all(one["action"] == "verdict" for one in made):
                    since = tuple(dict.fromkeys(str(one["article"]) for one in made))
                    if len(since) <= MOST:
                        return self._corpus, since
                old = renewed(self._corpus.frames, self.store, made) if made and self._corpus else None
                found = old or frames(self.store)
                self._corpus = Corpus(
                    found, now, self.store.search, self.store.known_words, named(self.store),
                    identities=self.store.identities(),
                )  # fmt: skip
                warm(self._corpus, self.store.texts)
            return self._corpus, ()

    def _made_since(self, now: Revision) -> list[dict[str, Any]]:
        """The corrections that alone were made since the corpus was read; none where what is stored has changed."""
        stored, decided = cast(Revision, self._corpus.revision) if self._corpus else (None, 0)
        return self.store.corrected_since(decided) if stored == now[0] else []


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> _Opened:
    return _Opened(url)


def current(filters: Filters, words: Words, patient: bool = False) -> Desk:
    """The desk as it is now; raises WorkspaceError where the workspace can't be opened."""
    opened = _opened(as_url(None))
    corpus, since = opened.corpus(patient)
    return Desk(opened.store, corpus, filters, words.of(corpus.themes), since)


def outdated(at: object, patient: bool) -> bool:
    """Whether the workspace has another revision than a corpus was read at; a patient page asks only for what is
    stored."""
    try:
        now = _opened(as_url(None)).revision()
    except WorkspaceError:
        return False
    return now[0] != cast(Revision, at)[0] if patient else now != at


@memo
def names(corpus: Corpus) -> dict[str, tuple[str, str | None]]:
    """Id → (name as the data or the text has it, English name where the data has one)."""
    found = corpus.facts["mentions"][["id", "name", "name_en"]].drop_duplicates("id")
    seen = zip(found["id"].astype(str), found["name"].astype(object), found["name_en"].astype(object), strict=True)
    return {id: (str(name), en if isinstance(en, str) else None) for id, name, en in seen}


def _state(iso3: str, language: str) -> str | None:
    """The data's first name of a state that the corpus names only through an organ of its."""
    found = load().data("states").get(iso3)
    return str(found[language]["names"][0]) if found and found.get(language, {}).get("names") else None
