"""Tables of what stands in sentences: dates, statements, relations, evidence of themes, flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from .. import overview, sentences, statement_words, statements
from ..evidence import Piece
from ..select import select
from .view import Filled, View, names

FOUND = {"rule": "id", "confidence": "float"}
OF_DATES = {"text": "text", "from": "day", "to": "day", "edtf": "text", "precision": "id", "mod": "id", "kind": "id",
             "basis": "id", "alternative": "int", "tense": "id", **FOUND}  # fmt: skip
OF_RELATIONS = {"type": "id", "mode": "id", "context": "list", "sign": "id", "status": "id", "announces": "id",
                 "reciprocal": "flag", **FOUND}  # fmt: skip


def _located(view: View, facts: pd.DataFrame) -> dict[str, Any]:
    """Where facts stand: article, place, the sentence in words, the states and themes of it."""
    about = view.corpus.articles.iloc[facts["code"].to_numpy()]
    near = sentences.around(view.corpus, facts["key"].to_numpy(), view.texts)
    where = {name: facts[name] for name in ("field", "start", "end") if name in facts}
    return {
        "article": about["id"], "title": about["title"], "source": view.sources(about["source"]),
        "published": about["published"],
        **where, "sentence": near.words, "states": names(near.states, view.actor),
        "themes": names(near.themes, view.theme),
    }  # fmt: skip


def of_dates(view: View) -> Filled:
    found = select(view.corpus, view.filters).of(view.corpus.dated)
    ahead = found["tense"] == "future"
    return {**_located(view, found), **{name: found[name] for name in OF_DATES}, "announced": ahead}


def of_statements(view: View) -> Filled:
    facts = statements.statements(view.corpus, view.filters)
    lines = statements.told(view.corpus, view.filters, view.texts)
    spoken = [one.index for one in lines]
    firsts = facts.iloc[[index[0] for index in spoken]]
    texts = view.texts({one.row.article for one in lines})
    who = [_speaker(view, *named) for named in zip(facts["speaker"], facts["name"], strict=True)]
    roles = [role or "" for role in facts["role"]]
    return {
        **_located(view, firsts), **{name: firsts[name] for name in ("direct", "verb", "relayed_by")},
        "words": [_cut(texts, one.row.article, one.row.pieces[0]) for one in lines],
        "speakers": [[who[at] for at in index] for index in spoken],
        "roles": [[roles[at] for at in index] for index in spoken],
        "about": [[view.actor(id) for id in ids] for ids in statement_words.abouts(view.corpus, facts, spoken)],
        "copies": [len(one.copies) for one in lines],
    }  # fmt: skip


def _speaker(view: View, speaker: str, name: str) -> str:
    return name if speaker.startswith(statements.WRITTEN) else view.actor(speaker)


def _cut(texts: Mapping[str, tuple[str, str]], article: str, piece: Piece) -> str | None:
    found = texts.get(article)
    return found[piece.field == "text"][piece.start : piece.end] if found else None


def of_relations(view: View) -> Filled:
    found = select(view.corpus, view.filters).of(view.corpus.facts["relations"])
    days = view.corpus.facts["dates"].set_index(["code", "index"])[["from", "to"]]
    at = days.reindex(pd.MultiIndex.from_arrays([found["code"], found["date"].fillna(-1).astype(int)]))
    ends = {end: found[end].astype(object).where(found[end].notna(), None) for end in ("source", "target")}
    return {
        **_located(view, found), **{name: found[name] for name in OF_RELATIONS},
        "actor": ends["source"], "actor_name": [view.actor(id) if id else None for id in ends["source"]],
        "acted_on": ends["target"], "acted_on_name": [view.actor(id) if id else None for id in ends["target"]],
        "parties": found["actors"], "from": at["from"], "to": at["to"],
    }  # fmt: skip


def of_evidence(view: View) -> Filled:
    found = select(view.corpus, view.filters).of(view.corpus.theme_sentences).sort_values(["theme", "key"])
    return {**_located(view, found), "theme": found["theme"], "theme_name": map(view.theme, found["theme"].astype(str))}


def of_flags(view: View) -> Filled:
    found = overview.flags(view.corpus, view.filters)
    named = ("kind", "message", "message_ar", "rule", "confidence")
    return {**_located(view, found), **{name: found[name] for name in named}}
