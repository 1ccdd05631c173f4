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
from dashboard.filters import Filters
from dashboard.lexicon import Lexicon, load
from dashboard.lexicon.cues import bare
from dashboard.model import Evidence, Mention

from .corpus import SPAN, Corpus
from .evidence import Hits
from .memo import memo
from .select import newest

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
    stands, edited = (json.dumps(one, sort_keys=True, ensure_ascii=False) if one else "" for one in (old, new))
    before = {id for theme in (old, new) if theme for id in theme.get("yields_to", [])}
    beside = json.dumps({id: others[id] for id in sorted(before) if id in others}, sort_keys=True, ensure_ascii=False)
    return _tried(corpus, filters, texts, stands, edited, beside)


@memo
def _tried(corpus: Corpus, filters: Filters, texts: Texts, old: str, new: str, beside: str) -> Trial:
    both = [json.loads(theme) if theme else None for theme in (old, new)]
    lexicons = [_lexicon(theme, json.loads(beside)) if theme else None for theme in both]
    codes = newest(corpus, filters)
    shown = codes[:MOST]
    ids = corpus.articles["id"].to_numpy()
    found = texts(ids[shown])
    needles = _needles([theme for theme in both if theme])
    mentions = _mentions(corpus, [theme for theme in both if theme])
    cues = {id for theme in both if theme for ids in theme.get("entities", {}).values() for id in ids}
    rows: tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]] = ([], [])
    for code in shown:
        title, text = found.get(ids[code], ("", ""))
        said = fold_key.__wrapped__(f"{title} {text}")
        here = mentions.get(code, [])
        if not any(needle in said for needle in needles) and not any(mention.id in cues for mention in here):
            continue
        language = str(corpus.articles["language"].iloc[code] or "ar")
        docs = [analyse(title, "title", language), analyse(text, "text", language)]
        for lexicon, out in zip(lexicons, rows, strict=True):
            listed = themes.find(docs, lexicon, here) if lexicon else []
            for theme in listed:
                if theme.id == TRIED:
                    out += [(code, _key(code, one), one.field, one.start, one.end) for one in theme.evidence]
    before, after = (pd.DataFrame(out, columns=_PLACE) for out in rows)
    return Trial(len(shown), len(codes), before, after)


def _key(code: int, one: Evidence) -> int:
    return int(code) * SPAN + (0 if one.sentence is None else one.sentence + 1)


def _lexicon(theme: dict[str, Any], beside: dict[str, Any]) -> Lexicon:
    """A lexicon of nothing but the theme and those it yields to."""
    files = {f"themes/{id}": other for id, other in beside.items()} | {f"themes/{TRIED}": theme}
    return Lexicon(files, load().gazetteer, "")


def _needles(both: list[dict[str, Any]]) -> set[str]:
    """For each cue that can make the theme, its longest word: a text without any of them has no evidence."""
    out = set()
    for theme in both:
        for kind in ("strong", "weak"):
            for cue in (cue for cues in theme.get(kind, {}).values() for cue in cues):
                words = [bare(token) for word in cue.split() for token in tokens_of(word.strip("*"))]
                out.add(max(words, key=len, default=""))
    return out - {""}


def _mentions(corpus: Corpus, both: list[dict[str, Any]]) -> dict[int, list[Mention]]:
    """Code → the mentions that a theme looks at, of the articles that have some."""
    wanted = {id for theme in both for ids in theme.get("entities", {}).values() for id in ids}
    wanted |= {id for theme in both for id in theme.get("needs", [])}
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
