"""The table of articles: one row a story, in the order a reader goes through them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from dashboard.clean.fold import fold_key
from dashboard.filters import Filters

from .corpus import Corpus
from .memo import memo
from .select import newest
from .stories import heads

ORDERS = ("published", "title", "source", "states", "themes", "copies", "flags")
NEWEST = "-published"
Named = Callable[[str], str]


@memo
def table(corpus: Corpus, filters: Filters) -> pd.DataFrame:
    """Stories left, the newest first: id, title, source, published, how, language, states, themes, flags, copies.

    A story's row is of its newest copy; `copies` is how many more the view leaves, `low` and `high` the first and the
    last day of them all, `code` the article's. `states` and `themes` are tuples of ids, the most frequent first;
    `flags` is how many there are to check.
    """
    found = heads(corpus, newest(corpus, filters))
    order = found["code"].to_numpy()
    left = corpus.articles.loc[order, ["id", "title", "source", "published", "published_how", "language"]]
    keep = np.zeros(len(corpus.articles), dtype=bool)
    keep[order] = True
    states = _lists(corpus.state_sentences, "state", keep)
    themes = _lists(corpus.theme_sentences, "theme", keep)
    flags = corpus.facts["flags"]["code"].value_counts()
    out = left.rename(columns={"published_how": "how"}).reset_index(drop=True)
    return out.assign(
        states=[states.get(code, ()) for code in order],
        themes=[themes.get(code, ()) for code in order],
        flags=flags.reindex(order, fill_value=0).to_numpy(),
        copies=found["copies"],
        low=found["low"],
        high=found["high"],
        code=order,
    )


def ordered(table: pd.DataFrame, order: str, state: Named, theme: Named) -> pd.DataFrame:
    """The table by a column (`-` before it: downwards); what has nothing in it comes last either way.

    Names are compared as they are read: `state` and `theme` say them. Rows that are alike keep their order.
    """
    down, by = order.startswith("-"), order.removeprefix("-")
    if by not in ORDERS or order == NEWEST:
        return table
    names = {"states": state, "themes": theme}.get(by)
    if names:
        values = pd.Series([fold_key(names(ids[0])) if ids else None for ids in table[by]], dtype=object)
    elif by in ("title", "source"):
        values = table[by].astype(object).map(lambda text: fold_key(text) or None, na_action="ignore")
    else:
        values = table[by]
    rank = values.where(values.notna(), None).rank(method="dense", ascending=not down, na_option="bottom")
    return table.iloc[np.argsort(rank.to_numpy(), kind="stable")].reset_index(drop=True)


def _lists(facts: pd.DataFrame, column: str, keep: np.ndarray) -> dict[int, tuple[str, ...]]:
    facts = facts[keep[facts["code"].to_numpy()]] if len(facts) else facts
    ids, names = pd.factorize(facts[column].astype(str), sort=True)
    counts = pd.DataFrame({"code": facts["code"].to_numpy(), "id": ids}).value_counts().rename("n").reset_index()
    counts = counts.sort_values(["code", "n", "id"], ascending=[True, False, True])
    codes, starts = np.unique(counts["code"].to_numpy(), return_index=True)
    parts = np.split(np.asarray(names, dtype=object)[counts["id"].to_numpy()], starts[1:])
    return {int(code): tuple(part) for code, part in zip(codes, parts, strict=bool(len(codes)))}


def place(corpus: Corpus, table: pd.DataFrame, id: str) -> int | None:
    """Where a table has an article, or the story that it is a copy of; None where it has neither."""
    code = corpus.codes.get(id)
    if code is None:
        return None
    at = np.flatnonzero(corpus.stories[table["code"].to_numpy()] == corpus.stories[int(code)])
    return int(at[0]) if len(at) else None


def neighbours(corpus: Corpus, table: pd.DataFrame, id: str) -> tuple[str | None, str | None]:
    """The stories before and after an article in the table's order."""
    at, ids = place(corpus, table, id), table["id"]
    if at is None:
        return None, (str(ids.iloc[0]) if len(ids) else None)
    return (str(ids.iloc[at - 1]) if at else None), (str(ids.iloc[at + 1]) if at + 1 < len(ids) else None)


@memo
def undated(corpus: Corpus) -> pd.DataFrame:
    """Articles whose day of publication nobody knows: id, title, source, and of how many other articles it is a copy
    or has copies (`copies`)."""
    without = pd.to_datetime(corpus.articles["published"]).isna()
    left = corpus.articles.loc[without, ["id", "title", "source"]].astype(object)
    told = np.bincount(corpus.stories, minlength=len(corpus.stories))
    copies = told[corpus.stories[np.flatnonzero(without.to_numpy())]] - 1
    return left.where(left.notna(), None).assign(copies=copies).reset_index(drop=True)


def undated_copies(corpus: Corpus, ids: tuple[str, ...]) -> list[str]:
    """The other articles of these articles' stories whose day of publication nobody knows."""
    given = {int(corpus.codes[id]) for id in ids if id in corpus.codes}
    if not given:
        return []
    same = np.isin(corpus.stories, corpus.stories[sorted(given)])
    without = pd.to_datetime(corpus.articles["published"]).isna().to_numpy()
    return [str(corpus.articles["id"].iloc[code]) for code in np.flatnonzero(same & without) if code not in given]
