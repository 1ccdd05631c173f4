"""Engines: the rules alone, or the rules with what camel-tools' models add where the user has installed them.

An engine has three things to say, which `pipeline` asks in turn: what else is named (`names`), how a document reads
when cues are looked for (`cue_documents`), and which evidence came of that (`told`). The rules alone add nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ...clean.document import Document
from ...errors import UsageError
from ...lexicon import Lexicon
from ...lexicon.said import said
from ...model import Candidate, Mention, Theme
from .installed import Part, available, installed
from .names import Found

__all__ = ["ENGINES", "Part", "Rules", "available", "lemma_of", "load", "require"]

ENGINES = ("rules", "camel")


class Rules:
    """The rules as they are."""

    name = "rules"
    parts: tuple[str, ...] = ()

    def names(
        self, found: Found, mentions: Sequence[Mention], lexicon: Lexicon
    ) -> tuple[Sequence[Mention], list[tuple[Document, list[Candidate]]]]:
        """The rules' mentions as this engine judges them, and candidates that it adds, by document."""
        return mentions, []

    def cue_documents(self, docs: Sequence[Document], lexicon: Lexicon) -> Sequence[Document]:
        """The documents in which themes are looked for: same tokens, same offsets."""
        return docs

    def told(self, themes: Sequence[Theme], docs: Sequence[Document], read: Sequence[Document]) -> Sequence[Theme]:
        """Themes found in `read`, saying which of their evidence is not in `docs`."""
        return themes


class Camel(Rules):
    """The rules with the names of camel-tools' model and the lemmas of its morphology, of whichever is installed."""

    name = "camel"

    def __init__(self, places: dict[str, Path]) -> None:
        from .camel_tools_late import analyser, recogniser
        from .lemmas import Lemmas
        from .tagger import Tagger

        self.parts = tuple(places)
        self._tagger = Tagger(recogniser(places["names"])) if "names" in places else None
        self.lemmas = Lemmas(analyser(places["lemmas"])) if "lemmas" in places else None

    def names(
        self, found: Found, mentions: Sequence[Mention], lexicon: Lexicon
    ) -> tuple[Sequence[Mention], list[tuple[Document, list[Candidate]]]]:
        if self._tagger is None:
            return mentions, []
        from . import names
        from .spans import spans

        docs = [doc for doc, _ in found]
        seen = spans(docs, self._tagger)
        return names.judge(mentions, docs, seen), names.additions(found, mentions, seen, lexicon)

    def cue_documents(self, docs: Sequence[Document], lexicon: Lexicon) -> Sequence[Document]:
        return docs if self.lemmas is None else self.lemmas.towards_cues(docs, lexicon)

    def told(self, themes: Sequence[Theme], docs: Sequence[Document], read: Sequence[Document]) -> Sequence[Theme]:
        from .lemmas import marked

        return marked(themes, docs, read)


_RULES = Rules()


def require(name: str) -> None:
    """Raise UsageError where an engine is unknown or has nothing installed; imports and loads nothing."""
    if name not in ENGINES:
        raise UsageError(said("engine.unknown", name=repr(name), names=", ".join(ENGINES)))
    if name == "camel":
        installed()


def load(name: str) -> Rules:
    """The engine of a name; models are loaded once a process (seconds). Raises UsageError as `require` does."""
    if name == "rules":
        return _RULES
    require(name)
    return _camel(tuple(sorted(installed().items(), reverse=True)), os.getpid())


def lemma_of(word: str) -> str | None:
    """The lemma of an Arabic word for whoever widens a search; None without a morphology, or where it has none."""
    path = next((part.path for part in available() if part.name == "lemmas"), None)
    lemmas = _camel((("lemmas", path),), os.getpid()).lemmas if path is not None else None
    return lemmas.lemma_of(word) if lemmas else None


@lru_cache(maxsize=2)
def _camel(places: tuple[tuple[str, Path], ...], process: int) -> Camel:
    """Keyed on the process besides: a torch that was forked may hang."""
    return Camel(dict(places))
