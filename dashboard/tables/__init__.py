"""The workspace as pandas frames: one row each per article, sentence, mention, date, relation, quote, evidence, flag.

Frames hold no body text. They are built from the records of one import at a time and kept as Parquet in the user's
cache, by import and its revision, so opening a large workspace reads columns and not rows; growth reads what is new.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import union_categoricals

from ..identities import replay
from ..store import Store
from . import corrected

# Column types: id = categorical, text = Arrow string, day = datetime64, int/float nullable, flag = bool, list = as is.
_LOCATED = {"article": "id", "field": "id", "start": "int", "end": "int", "sentence": "int", "rule": "id",
            "confidence": "float", "verdict": "id"}  # fmt: skip
COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "id": "id", "title": "text", "source": "id", "url": "text", "author": "text", "language": "id",
        "published": "day", "published_how": "id", "published_evidence": "text", "batch": "id", "imported": "time",
        "origin": "text", "characters": "int", "story": "id",
    },
    "sentences": {"article": "id", "sentence": "int", "start": "int", "end": "int"},
    "mentions": {
        **_LOCATED, "index": "int", "text": "text", "kind": "id", "id": "id", "name": "id", "name_en": "id",
        "country": "id", "via": "id", "role": "text", "lat": "float", "lon": "float", "nonstate": "flag",
        "acts_for_state": "flag", "counts": "flag", "ambiguous": "flag",
    },
    "countries": {"article": "id", "id": "id", "name": "id", "name_en": "id", "count": "int", "via": "list"},
    "dates": {
        **_LOCATED, "index": "int", "text": "text", "from": "day", "to": "day", "edtf": "text", "precision": "id",
        "mod": "id", "kind": "id", "basis": "id", "part": "id", "at": "text", "tz": "text", "alternative": "int",
        "tense": "id", "calendar": "id",
    },
    "relations": {
        **_LOCATED, "index": "int", "source": "id", "target": "id", "actors": "list", "reciprocal": "flag",
        "type": "id", "mode": "id", "context": "list", "sign": "id", "status": "id", "announces": "id",
        "attributed_to": "int", "date": "int",
    },
    "quotes": {
        **_LOCATED, "index": "int", "speaker": "text", "speaker_mention": "int", "relayed_by": "text", "verb": "text",
        "direct": "flag",
    },
    "themes": {"article": "id", "id": "id", "score": "float", "field": "id", "start": "int", "end": "int",
               "sentence": "int", "rule": "id", "confidence": "float"},
    "flags": {**_LOCATED, "index": "int", "kind": "id", "message": "text", "message_ar": "text"},
}  # fmt: skip


def frames(workspace: str | os.PathLike[str] | Store | None = None) -> dict[str, pd.DataFrame]:
    """The contract's frames by name; `workspace` is a Store, a path, a SQLAlchemy URL, or None for the default."""
    store = workspace if isinstance(workspace, Store) else Store(workspace)
    parts = [_batch(store, batch["id"], batch["revision"]) for batch in reversed(store.batches()) if batch["articles"]]
    whole = {name: _concat([part[name] for part in parts], name) for name in COLUMNS}
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
    flags = _frame("flags", [{**flag, "article": id} for id, flag in copies.items()])
    whole["flags"] = _concat([whole["flags"], flags], "flags")


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
        whole[name] = _concat([corrected.without(whole[name], articles), anew[name]], name)


def unpack(records: Iterable[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Records of the contract as frames; what `frames` does for one import before anybody corrects it."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for record in records:
        id = record["id"]
        published = record["published"]
        rows["articles"].append({
            **record, "published": published["date"], "published_how": published["how"],
            "published_evidence": published["evidence"], "characters": len(record["text"]), "story": id,
        })  # fmt: skip
        rows["sentences"] += [
            {"article": id, "sentence": index, "start": start, "end": end}
            for index, (start, end) in enumerate(record["sentences"])
        ]
        for name in ("mentions", "countries", "dates", "relations", "quotes", "flags"):
            rows[name] += [{**item, "article": id, "index": index} for index, item in enumerate(record[name])]
        for theme in record["themes"]:
            rows["themes"] += [
                {"confidence": 1.0, **piece, "article": id, "id": theme["id"], "score": theme["score"]}
                for piece in theme["evidence"]
            ]
    return {name: _frame(name, rows[name]) for name in COLUMNS}


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = COLUMNS[name].items()
    return pd.DataFrame({name: column([row.get(name) for row in rows], kind) for name, kind in columns})


def column(values: list[Any], kind: str) -> pd.Series:
    """Values as a column of a kind of `COLUMNS`."""
    if kind == "id":
        return pd.Series(values, dtype="str").astype("category")
    if kind == "text":
        return pd.Series(values, dtype="str")
    if kind in ("day", "time"):
        stamps = pd.to_datetime(pd.Series(values, dtype="str"), errors="coerce", utc=kind == "time", format="ISO8601")
        return (stamps.dt.tz_convert(None) if kind == "time" else stamps).astype("datetime64[us]")
    if kind == "list":
        return pd.Series([list(value or ()) for value in values], dtype="object")
    if kind == "flag":
        return pd.Series([bool(value) for value in values], dtype="bool")
    return pd.Series(values, dtype={"int": "Int64", "float": "Float64"}[kind])


def _concat(parts: list[pd.DataFrame], name: str) -> pd.DataFrame:
    """Rows of several imports as one frame. Appending to a categorical turns it into strings: unite the categories."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return _frame(name, [])
    if len(parts) == 1:
        return parts[0].reset_index(drop=True)
    columns = {}
    for column, kind in COLUMNS[name].items():
        series = [part[column] for part in parts]
        columns[column] = (
            pd.Series(union_categoricals(series)) if kind == "id" else pd.concat(series, ignore_index=True)
        )
    return pd.DataFrame(columns)


def _batch(store: Store, batch: str, revision: int) -> dict[str, pd.DataFrame]:
    folder = _cache() / store.identity / f"{batch}-{revision}-{_SHAPE}"
    try:
        return {name: _typed(pd.read_parquet(folder / f"{name}.parquet"), name) for name in COLUMNS}
    except (OSError, ValueError, KeyError):
        made = unpack(store.records(batch))
        _keep(folder, made)
        return made


# A change of columns or of their types makes a new cache.
_SHAPE = f"{zlib.crc32(repr(COLUMNS).encode()):08x}"


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Parquet gives lists back as arrays and forgets the type of empty categories; the rest keeps its type."""
    for column, kind in COLUMNS[name].items():
        if kind == "id":
            series = frame[column].astype("category")
            frame[column] = series.cat.rename_categories(series.cat.categories.astype("str"))
        elif kind == "list":
            frame[column] = pd.Series([list(value) for value in frame[column]], dtype="object")
    return frame


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
