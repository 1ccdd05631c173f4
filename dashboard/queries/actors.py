"""Who is named in which sentence, and beside whom: states always, organisations and persons where they are asked for.

An organ that acts for its state stands for the state, and is no actor of its own.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd
from pandas.api.types import union_categoricals

from .corpus import Corpus
from .distinct import couples
from .memo import memo

Kind = Literal["organizations", "people"]
Also = tuple[Kind, ...]
EVERYBODY: Also = ("organizations", "people")
_MENTIONED: dict[str, Kind] = {"organization": "organizations", "person": "people"}
_PLACE = ["code", "key", "at", "start", "end"]


@memo
def named(corpus: Corpus, also: Also = ()) -> pd.DataFrame:
    """A row a mention: code, key, at, actor (categorical, in the order of the ids), start, end."""
    states = corpus.state_mentions[[*_PLACE, "state"]].rename(columns={"state": "actor"})
    if not also:
        return states.reset_index(drop=True)
    found = corpus.facts["mentions"][["kind", *_PLACE, "id"]].iloc[corpus.other_rows]
    keep = found["kind"].isin([kind for kind, name in _MENTIONED.items() if name in also]).to_numpy(dtype=bool)
    others = found[[*_PLACE, "id"]][keep].rename(columns={"id": "actor"})
    parts = [states, others]
    used = [part["actor"].cat.remove_unused_categories() for part in parts]
    actors = union_categoricals(used, sort_categories=True)
    return pd.concat([part[_PLACE] for part in parts], ignore_index=True).assign(actor=actors)


@memo
def kinds(corpus: Corpus) -> dict[str, Kind]:
    """The actors that are no states: id → organizations or people."""
    found = corpus.facts["mentions"]
    out: dict[str, Kind] = {}
    for kind, name in _MENTIONED.items():
        ids = found["id"][(found["kind"] == kind).to_numpy(dtype=bool)].cat.remove_unused_categories()
        out.update(dict.fromkeys(ids.cat.categories.astype(str), name))
    return out


@memo
def paired(corpus: Corpus, also: Also = ()) -> pd.DataFrame:
    """Two actors of `named` in one sentence, each pair once a sentence: code, at, a, b, with a < b their numbers in
    `actors_of`."""
    facts = named(corpus, also)
    place, one, other = couples(facts["at"].to_numpy(), facts["actor"].cat.codes.to_numpy())
    return pd.DataFrame({"code": corpus.owner[place], "at": place, "a": one, "b": other})


@memo
def actors_of(corpus: Corpus, also: Also = ()) -> pd.Index:
    """The ids of `named`, sorted."""
    return named(corpus, also)["actor"].cat.categories.astype(object)
