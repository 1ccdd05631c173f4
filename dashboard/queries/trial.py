"""A theme tried on stored articles before it is saved: what it finds as it stands, and as it is edited.

Both are looked for in the same texts by the same rules, so that only the edit makes a difference. Nothing is stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.clean.document import analyse, tokens_of
from dashboard.clean.fold import fold_key
from dashboard.extractors import themes
from dashboard.extractors.theme_queries import leads
from dashboard.filters import Filters
from dashboard.lexicon import Lexicon, load
from dashboard.lexicon.cues import bare
from dashboard.lexicon.query.grammar import parse
from dashboard.lexicon.query.terms import sought
from dashboard.model import Evidence, Mention

from .corpus import Corpus
from .evidence import Hits
from .indexed import SPAN
from .memo import memo
from .select import newest, select

MOST = 2000  # articles, the newest; a trial is waited for
TRIED = "tried"
Texts = Callable[[Iterable[str]], Mapping[str, tuple[str, str]]]
_PLACE = ["code", "key", "field", "start", "end"]


@dataclass(frozen=True)
class Trial:
    """How many articles were looked through, of how many; the evidence (code, key, field, start, end) of both."""

    read: int
    whole: int
    before: pd.DataFrame
    after: pd.DataFrame

    def split(self) -> dict[str, Hits]:
        """The sentences that the edit adds, those it takes away, those that stay."""
        old, new = self.before["key"].unique(), self.after["key"].unique()
        return {
            "added": Hits(self.after[~np.isin(self.after["key"], old)]),
            "lost": Hits(self.before[~np.isin(self.before["key"], new)]),
            "kept": Hits(self.after[np.isin(self.after["key"], old)]),
        }


def tried(
    corpus: Corpus, filters: Filters, texts: Texts, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None,
    others: Mapping[str, Any],
) -> Trial:  # fmt: skip
    """Try a theme: `old` as it stands, `new` as edited (None: there is none); `others` are all themes as they are."""
    whole = select(corpus, filters).count
    before, after = (_found(corpus, filters, texts, *_told(theme, others)) for theme in (old, new))
    return Trial(min(whole, MOST), whole, before, after)


def _told(theme: Mapping[str, Any] | None, others: Mapping[str, Any]) -> tuple[str, str]:
    """A theme and those it yields to, as texts that can be remembered."""
    beside = {id: others[id] for id in (theme or {}).get("yields_to", []) if id in others}
    return tuple(json.dumps(one, sort_keys=True, ensure_ascii=False) for one in (theme, beside))  # type: ignore[return-value]


@memo
def _found(corpus: Corpus, filters: Filters, texts: Texts, told: str, beside: str) -> pd.DataFrame:
    """The evidence of a theme in the newest articles; remembered, so that an edit costs one search and not two."""
    theme = json.loads(told)
    rows: list[tuple[Any, ...]] = []
    if theme:
        lexicon = _lexicon(theme, json.loads(beside))
        codes = newest(corpus, filters)[:MOST]
        ids, languages = corpus.articles["id"].to_numpy(), corpus.articles["language"].astype(object).to_numpy()
        found, wanted, mentions = texts(ids[codes]), _Wanted(theme), _mentions(corpus, theme)
        for code in codes:
            title, text = found.get(ids[code], ("", ""))
            here = mentions.get(code, [])
            if not wanted(title, text, here):
                continue
            language = languages[code] if isinstance(languages[code], str) else "ar"
            docs = [analyse(title, "title", language), analyse(text, "text", language)]
            evidence = [theme.evidence for theme in themes.find(docs, lexicon, here) if theme.id == TRIED]
            rows += [(code, _key(code, one), one.field, one.start, one.end) for listed in evidence for one in listed]
    return pd.DataFrame(rows, columns=_PLACE)


def _key(code: int, one: Evidence) -> int:
    return int(code) * SPAN + (0 if one.sentence is None else one.sentence + 1)


def _lexicon(theme: dict[str, Any], beside: dict[str, Any]) -> Lexicon:
    """A lexicon of nothing but the theme and those it yields to."""
    files = {f"themes/{id}": other for id, other in beside.items()} | {f"themes/{TRIED}": theme}
    return Lexicon(files, load().gazetteer, "")


class _Wanted:
    """Whether an article can have a theme at all: it has every word of a cue somewhere, or names one that is a cue.

    Looking for pieces of text is a tenth of the work of reading it.
    """

    def __init__(self, theme: dict[str, Any]) -> None:
        cues = [cue for kind in ("strong", "weak") for listed in theme.get(kind, {}).values() for cue in listed]
        self._cues = {
            frozenset(bare(token) for word in cue.split() for token in tokens_of(word.strip("*"))) for cue in cues
        }
        self._words = {word for cue in self._cues for word in cue}
        asked = [leads(tree) for tree in map(parse, theme.get("queries", ())) if tree is not None]
        self._open = None in asked
        self._leads = {form for first in asked for term in first or () for form in sought(term)[0]}
        self._ids = {id for ids in theme.get("entities", {}).values() for id in ids}

    def __call__(self, title: str, text: str, mentions: list[Mention]) -> bool:
        if self._open or any(mention.id in self._ids for mention in mentions):
            return True
        said = fold_key.__wrapped__(f"{title} {text}")
        if any(form in said for form in self._leads):
            return True
        there = {word for word in self._words if word in said}
        return any(cue <= there for cue in self._cues)


def _mentions(corpus: Corpus, theme: dict[str, Any]) -> dict[int, list[Mention]]:
    """Code → the mentions that a theme looks at, of the articles that have some."""
    wanted = {id for ids in theme.get("entities", {}).values() for id in ids} | set(theme.get("needs", []))
    if not wanted:
        return {}
    found = corpus.facts["mentions"]
    found = found[(found["id"].isin(wanted) | found["country"].isin(wanted)).to_numpy()]
    out: dict[int, list[Mention]] = {}
    for row in found.to_dict("records"):
        country = row["country"] if isinstance(row["country"], str) else None
        out.setdefault(int(row["code"]), []).append(
            Mention(start=int(row["start"]), end=int(row["end"]), field=row["field"], rule="", text="",
                    kind=row["kind"], id=str(row["id"]), name="", country=country, counts=bool(row["counts"]))
        )  # fmt: skip
    return out
