"""Frames under what people have said: names over whole columns, verdicts by reading the judged articles' records.

Only few articles are ever judged by hand, so theirs are unpacked anew; names may stand in any number of them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd

from ..identities import Identities

FINDINGS = ("mentions", "countries", "dates", "relations", "quotes", "themes", "flags")


def without(frame: pd.DataFrame, articles: Collection[str], column: str = "article") -> pd.DataFrame:
    """The rows that are not of these articles."""
    return frame[~frame[column].isin(list(articles)).to_numpy()]


def named(whole: dict[str, pd.DataFrame], names: Identities) -> None:
    """Give mentions and relations the workspace's ids and names, in place of their articles' own."""
    if not names.touched:
        return
    whole["mentions"] = _mentions(whole["mentions"], names)
    whole["relations"] = _relations(whole["relations"], names)


def _mentions(frame: pd.DataFrame, names: Identities) -> pd.DataFrame:
    here = frame["id"].isin(names.touched).to_numpy()
    if not here.any():
        return frame
    ids = frame["id"][here].astype(str).map(names.of)
    out = frame.assign(id=_put(frame["id"], here, ids))
    for column, which in (("name", 0), ("name_en", 1)):
        said = frame[column][here].astype(object)
        called = [names.names[id][which] if id in names.names else old for id, old in zip(ids, said, strict=True)]
        out[column] = _put(frame[column], here, pd.Series(called, index=ids.index, dtype=object))
    return out


def _relations(frame: pd.DataFrame, names: Identities) -> pd.DataFrame:
    here = np.array([not names.touched.isdisjoint(actors) for actors in frame["actors"]], dtype=bool)
    for end in ("source", "target"):
        here |= frame[end].isin(names.touched).to_numpy()
    if not here.any():
        return frame
    out = frame.copy()
    for end in ("source", "target"):
        old = frame[end][here].astype(object)
        out[end] = _put(frame[end], here, old.map(names.of, na_action="ignore"))
    actors: list[Any] = list(frame["actors"])
    for at in np.flatnonzero(here):
        actors[at] = names.actors(actors[at])
    out["actors"] = pd.Series(actors, index=frame.index, dtype=object)
    # Of somebody with himself there is no relation.
    source, target = out["source"].astype(object), out["target"].astype(object)
    alone = [len(new) < 2 <= len(old) for new, old in zip(out["actors"], frame["actors"], strict=True)]
    return out[~(here & ((source == target) & source.notna() | np.array(alone, dtype=bool)).to_numpy(dtype=bool))]


def _put(column: pd.Series, here: np.ndarray, values: pd.Series) -> pd.Series:
    """A categorical column with other values in some of its rows."""
    new = [value for value in values.dropna().unique() if value not in column.cat.categories]
    out = column.cat.add_categories(new)
    out[here] = values.where(values.notna(), None).to_numpy()
    return out.cat.remove_unused_categories()
