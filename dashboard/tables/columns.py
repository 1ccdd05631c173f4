"""What each frame's columns are, and records as such frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from pandas.api.types import union_categoricals

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
    return {name: frame_of(name, rows[name]) for name in COLUMNS}


def frame_of(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
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


def concat(parts: list[pd.DataFrame], name: str) -> pd.DataFrame:
    """Rows of several imports as one frame. Appending to a categorical turns it into strings: unite the categories."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return frame_of(name, [])
    if len(parts) == 1:
        return parts[0].reset_index(drop=True)
    columns = {}
    for column, kind in COLUMNS[name].items():
        series = [part[column] for part in parts]
        columns[column] = (
            pd.Series(union_categoricals(series)) if kind == "id" else pd.concat(series, ignore_index=True)
        )
    return pd.DataFrame(columns)


def typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Parquet gives lists back as arrays and forgets the type of empty categories; the rest keeps its type."""
    for column, kind in COLUMNS[name].items():
        if kind == "id":
            series = frame[column].astype("category")
            frame[column] = series.cat.rename_categories(series.cat.categories.astype("str"))
        elif kind == "list":
            frame[column] = pd.Series([value.tolist() for value in frame[column]], dtype="object")
    return frame
