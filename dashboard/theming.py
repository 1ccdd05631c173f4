"""A workspace's themes: the lexicon with them, and its articles read again with them.

What ships stays as it is: a workspace holds what it has added, changed or switched off, and findings say by the
lexicon's hash which themes they were read with.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from . import __version__
from .errors import UsageError
from .extractors import engines
from .lexicon import Lexicon, load
from .model import Mention, plain
from .pipeline import extract_prepared, themes_of

if TYPE_CHECKING:
    from .store import Store

_CHUNK = 50  # articles a transaction


def themed(store: Store) -> Lexicon:
    """The lexicon with the workspace's themes; the one that ships where it has none of its own."""
    return _themed(json.dumps(changes(store), sort_keys=True, ensure_ascii=False))


@lru_cache(maxsize=4)
def _themed(told: str) -> Lexicon:
    # One object a set of themes: what is compiled of a lexicon is kept with it.
    return load().with_themes(json.loads(told))


def changes(store: Store) -> dict[str, Any]:
    """Id → the theme as the workspace has it, None where it is switched off."""
    held = store.themes()
    known = load().themes
    return {id: (one["body"] or known.get(id)) if one["active"] else None for id, one in held.items()}


def named(store: Store) -> dict[str, Any]:
    """Every theme that findings may bear, those switched off too: id → what its file would say."""
    return {**load().themes, **{id: one["body"] for id, one in store.themes().items() if one["body"]}}


def known_ids() -> set[str]:
    """The ids that a theme may name as cues: of states, organisations, places."""
    gazetteer = load().gazetteer
    return {*gazetteer.states, *gazetteer.ids}


def waiting(store: Store) -> int:
    """How many articles were read with other themes, or with another lexicon, than today's."""
    now = themed(store).hash
    return sum(count for hash, count in store.lexicons().items() if hash != now)


def reread(store: Store, report: Callable[[int, int], None] = lambda done, whole: None) -> int:
    """Read again what was read with other themes or another lexicon, by the engine that read it; how many articles.

    Where only the themes differ, only they are looked for. `report` hears how many are done, and of how many.
    """
    lexicon = themed(store)
    ids = store.waiting(lexicon.hash)
    for at in range(0, len(ids), _CHUNK):
        part, whole = [], []
        for article in store.articles(ids[at : at + _CHUNK]):
            record = store.article(str(article.id), corrected=False)
            if record is None:
                continue  # taken back in the meantime
            engine = _engine(record)
            if _only_themes(record, engine):
                mentions = [Mention(**mention) for mention in record["mentions"]]
                found = [plain(theme) for theme in themes_of(article, mentions, engine, lexicon)]
                part.append((str(article.id), found))
            else:
                whole.append(extract_prepared(article, engine, today=dt.date.today(), themed=lexicon))
        if part:
            store.replace_themes(part, lexicon.hash)
        if whole:
            store.replace_findings(whole)
        report(min(at + _CHUNK, len(ids)), len(ids))
    return len(ids)


def _engine(record: dict[str, Any]) -> str:
    """The engine that read an article; the rules where it is not installed here."""
    name = str(record["engine"]["name"] or "rules")
    try:
        engines.require(name)
    except UsageError:
        return "rules"
    return name


def _only_themes(record: dict[str, Any], engine: str) -> bool:
    """Whether all but the themes is as today's engine and data would find it."""
    made = record["engine"]
    version = "+".join((__version__, *engines.load(engine).parts))
    same = (made["name"], made["version"]) == (engine, version)
    return same and str(made["lexicon"]).split("+")[0] == load().hash
