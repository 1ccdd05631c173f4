"""Who is named in which sentence, and beside whom: states always, organisations and persons where they are asked for.

An organ that acts for its state stands for the state, and is no actor of its own.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from .corpus import Corpus
from .memo import memo

Kind = Literal["organizations", "people"]
Also = tuple[Kind, ...]
EVERYBODY: Also = ("organizations", "people")
_MENTIONED = {"organization": "organizations", "person": "people"}


@memo
def named(corpus: Corpus, also: Also = ()) -> pd.DataFrame:
    """A row a mention: code, key, actor, start, end."""
    states = corpus.state_mentions[["code", "key", "state", "start", "end"]].rename(columns={"state": "actor"})
    parts = [states.assign(actor=states["actor"].astype(str))]
    if also:
        found = corpus.facts["mentions"]
        kind = found["kind"].astype(str).map(_MENTIONED)
        keep = kind.isin(also) & found["id"].notna() & ~found["acts_for_state"].astype(bool)
        keep &= found["counts"].astype(bool)
        others = found.loc[keep, ["code", "key", "id", "start", "end"]].rename(columns={"id": "actor"})
        parts.append(others.astype({"actor": str}))
    return pd.concat(parts, ignore_index=True)


@memo
def kinds(corpus: Corpus) -> dict[str, Kind]:
    """The actors that are no states: id → organizations or people."""
    found = corpus.facts["mentions"][["id", "kind"]].drop_duplicates()
    kind = found["kind"].astype(str).map(_MENTIONED)
    return dict(zip(found["id"].astype(str)[kind.notna()], kind[kind.notna()], strict=True))


def pairs(facts: pd.DataFrame) -> pd.DataFrame:
    """Two numbered actors in one sentence, each pair once a sentence: key, code, a, b with a < b.

    Neighbours in sorted order, then those two apart, and so on: as many steps as the fullest sentence has actors.
    """
    once = facts[["key", "code", "actor"]].drop_duplicates(["key", "actor"]).sort_values(["key", "actor"])
    key, code, actor = (once[name].to_numpy() for name in ("key", "code", "actor"))
    found: list[np.ndarray] = []
    for step in range(1, len(key)):
        at = np.flatnonzero(key[step:] == key[:-step])
        if not len(at):
            break
        found.append(np.stack([key[at], code[at], actor[at], actor[at + step]]))
    out = np.concatenate(found, axis=1) if found else np.empty((4, 0), np.int64)
    return pd.DataFrame(dict(zip(("key", "code", "a", "b"), out.astype(np.int64), strict=True)))
