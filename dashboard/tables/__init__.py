"""The workspace as pandas frames: one row each per article, sentence, mention, date, relation, quote, evidence, flag.

Frames hold no body text. They are built from the records of one import at a time and kept as Parquet in the user's
cache, by import and its revision, so opening a large workspace reads columns and not rows; growth reads what is new.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from ..identities import replay
from ..store import Store
from . import corrected
from .columns import COLUMNS, column, concat, frame_of, typed, unpack

__all__ = ["COLUMNS", "column", "frames", "renewed", "unpack"]


def frames(workspace: str | os.PathLike[str] | Store | None = None) -> dict[str, pd.DataFrame]:
    """The contract's frames by name; `workspace` is a Store, a path, a SQLAlchemy URL, or None for the default."""
    store = workspace if isinstance(workspace, Store) else Store(workspace)
    parts = [_batch(store, batch["id"], batch["revision"]) for batch in reversed(store.batches()) if batch["articles"]]
    whole = {name: concat([part[name] for part in parts], name) for name in COLUMNS}
    overlay(whole, store)
    copies = store.copies()
    if copies:  # they tie imports together, so no import's cache can hold them
        _flag_copies(whole, copies)
        ids = whole["articles"]["id"].astype("str")
        firsts = {id: flag["copy_of"] for id, flag in copies.items()}
        whole["articles"]["story"] = ids.map(firsts).fillna(ids).astype("category")
    return whole


def renewed(
    whole: dict[str, pd.DataFrame], store: Store, made: Sequence[Mapping[str, Any]]
) -> dict[str, pd.DataFrame] | None:
    """Frames under the corrections that were made since they were read (as `Store.corrected_since` has them).

    None where that takes reading all of them anew: a name's old ids can't be told from what it was merged into.
    """
    steps = [one for one in made if one["action"] == "identity"]
    if any(one["undoes"] for one in steps) or any(one["action"] == "published" for one in made):
        return None
    out = dict(whole)
    names = replay([one["body"] for one in steps])
    corrected.named(out, names)
    judged = [str(one["article"]) for one in made if one["action"] == "verdict"]
    articles = list(dict.fromkeys([*judged, *names.articles]))
    if articles:
        put(out, unpack(record for record, _ in store.corrected(articles)), articles)
        _flag_copies(out, store.copies(articles))
    return out


def _flag_copies(whole: dict[str, pd.DataFrame], copies: dict[str, dict[str, Any]]) -> None:
    flags = frame_of("flags", [{**flag, "article": id} for id, flag in copies.items()])
    whole["flags"] = concat([whole["flags"], flags], "flags")


def overlay(whole: dict[str, pd.DataFrame], store: Store) -> None:
    """Lay over frames what people have said of findings and names."""
    names = store.identities()
    apart = list(dict.fromkeys([*store.judged(), *names.articles]))
    corrected.named(whole, names)
    if apart:
        put(whole, unpack(record for record, _ in store.corrected(apart)), apart)


def put(whole: dict[str, pd.DataFrame], anew: dict[str, pd.DataFrame], articles: list[str]) -> None:
    """Findings of some articles in place of those that frames have of them."""
    for name in corrected.FINDINGS:
        whole[name] = concat([corrected.without(whole[name], articles), anew[name]], name)


def _batch(store: Store, batch: str, revision: int) -> dict[str, pd.DataFrame]:
    folder = _cache() / store.identity / f"{batch}-{revision}-{_SHAPE}"
    try:
        return {name: typed(pd.read_parquet(folder / f"{name}.parquet"), name) for name in COLUMNS}
    except (OSError, ValueError, KeyError):
        made = unpack(store.records(batch))
        _keep(folder, made)
        return made


# A change of columns or of their types makes a new cache.
_SHAPE = f"{zlib.crc32(repr(COLUMNS).encode()):08x}"


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(base) / "marsad" / "frames"


def _keep(folder: Path, made: dict[str, pd.DataFrame]) -> None:
    """Write an import's frames whole or not at all, and drop its earlier revisions. No cache is no error."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            for name, frame in made.items():
                frame.to_parquet(Path(scratch) / f"{name}.parquet")
            os.replace(scratch, folder)
            Path(scratch).mkdir()  # for TemporaryDirectory to remove
        batch = folder.name.split("-", 2)[:2]
        for old in folder.parent.glob("-".join(batch) + "-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
