"""The workspace for other programs: frames as Parquet, CSV or Excel, the network as GraphML and GEXF."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from .errors import UsageError
from .filters import Filters
from .lexicon import load
from .queries.corpus import Corpus
from .queries.network import relations, together
from .store import Store
from .tables import COLUMNS, frames

# A cell that begins with one of these is a formula to a spreadsheet, wherever the text came from.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# What Excel's file format refuses, and the most that a cell takes.
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}
_LONGEST_CELL = 32_767


def export(workspace: str | None, folder: str | os.PathLike[str], kind: str) -> Iterator[Path]:
    """Write a file a frame and the two network files into `folder`; yields their paths as they are done."""
    store = Store(workspace, create=False)
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: can't be made a folder ({error.strerror})") from None
    found = frames(store)
    for name, frame in found.items():
        path = target / f"{name}.{kind}"
        if kind == "parquet":
            frame.to_parquet(path)
        elif kind == "csv":
            inert(frame, name).to_csv(path, index=False, encoding="utf-8-sig")
        else:
            _excel(inert(frame, name), path, name)
        yield path
    graph = network(Corpus(found, store.revision(), store.search))
    for path, write in ((target / "network.graphml", nx.write_graphml), (target / "network.gexf", nx.write_gexf)):
        write(graph, path)
        yield path


def inert(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame as plain cells: lists joined by |, text that a spreadsheet would calculate led by an apostrophe."""
    out = {}
    for column, kind in COLUMNS[name].items():
        values = frame[column]
        if kind == "list":
            values = pd.Series(["|".join(map(str, value)) for value in values], index=frame.index, dtype="str")
        if kind in ("list", "text", "id"):
            values = values.astype("str").map(inert_cell, na_action="ignore").astype("str")
        out[column] = values
    return pd.DataFrame(out, index=frame.index)


def inert_cell(value: str) -> str:
    value = value.translate(_CONTROL)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _excel(frame: pd.DataFrame, path: Path, name: str) -> None:
    texts = [column for column, kind in COLUMNS[name].items() if kind in ("text", "id", "list")]
    frame = frame.assign(**{column: frame[column].str.slice(0, _LONGEST_CELL) for column in texts})
    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        frame.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
        writer.sheets[name].sheet_view.rightToLeft = True


def network(corpus: Corpus) -> nx.MultiDiGraph:
    """States and other actors; an edge a pair and kind: named together in sentences, or joined by coded relations."""
    entries = load().gazetteer.ids
    graph = nx.MultiDiGraph()
    for kind, edges in (("together", together(corpus, Filters())), ("relations", relations(corpus, Filters()))):
        for edge in edges.itertuples(index=False):
            values: dict[str, Any] = {"kind": kind, "sentences": int(edge.sentences), "directed": bool(edge.directed)}
            if pd.notna(edge.score):
                values["score"] = float(edge.score)
            for end in (edge.source, edge.target):
                known = entries.get(end)
                graph.add_node(end, label=known.name if known else end, label_en=(known and known.name_en) or end)
            graph.add_edge(edge.source, edge.target, **values)
    return graph
