"""The workspace for other programs: frames as Parquet, CSV or Excel, the network as GraphML and GEXF."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .errors import UsageError
from .filters import Filters
from .lexicon import load
from .queries.corpus import Corpus
from .queries.network import relations, together
from .queries.sentences import sentences
from .queries.stories import Texts
from .store import Store
from .tables import COLUMNS, frames

# A cell that begins with one of these is a formula to a spreadsheet, wherever the text came from.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_SIGNS = ("+", "-")  # of relations: there is nothing behind them that could be calculated
# What Excel's file format refuses, and the most that a cell takes.
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}
_LONGEST_CELL = 32_767
_LONGEST_SHEET = 1_000_000
WRITTEN = ("text", "id", "list")  # kinds of columns that somebody else's words stand in
TOLD = ("dates", "relations", "quotes")  # frames that are read beside the sentences that say them
SENTENCE = "sentence_text"


def export(workspace: str | None, folder: str | os.PathLike[str], kind: str) -> Iterator[Path]:
    """Write a file a frame and the two network files into `folder`; yields their paths as they are done."""
    store = Store(workspace, create=False)
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{target}: can't be made a folder ({error.strerror})") from None
    found = frames(store)
    corpus = Corpus(found, store.revision(), store.search)
    for name, frame in found.items():
        path = target / f"{name}.{kind}"
        if kind == "parquet":
            frame.to_parquet(path)
        else:
            kinds = COLUMNS[name]
            if name in TOLD:
                frame, kinds = _told(corpus, name, store.texts), {**kinds, SENTENCE: "text"}
            made = csv(frame, kinds) if kind == "csv" else workbook([Sheet(name, frame, kinds, rtl=True)])
            path.write_bytes(made)
        yield path
    graph = network(corpus)
    for path, write in ((target / "network.graphml", nx.write_graphml), (target / "network.gexf", nx.write_gexf)):
        write(graph, path)
        yield path


def _told(corpus: Corpus, name: str, texts: Texts) -> pd.DataFrame:
    """A frame for people, who have no text to look places up in: with the sentence, or the title, of each row."""
    keys = corpus.facts[name]["key"].to_numpy()
    words = sentences(corpus, np.unique(keys), texts)
    said = pd.Series([words.get(key) for key in keys.tolist()], dtype="str")
    return corpus.frames[name].reset_index(drop=True).assign(**{SENTENCE: said})


def inert(frame: pd.DataFrame, kinds: Mapping[str, str]) -> pd.DataFrame:
    """The frame as plain cells: lists joined by |, text that a spreadsheet would calculate led by an apostrophe.

    `kinds` are its columns' kinds, as `tables.COLUMNS` names them.
    """
    out = {}
    for column, kind in kinds.items():
        values = frame[column]
        if kind == "list":
            values = pd.Series(["|".join(map(str, value)) for value in values], index=frame.index, dtype="str")
        if kind in WRITTEN:
            values = values.astype("str").map(inert_cell, na_action="ignore").astype("str")
        out[column] = values
    return pd.DataFrame(out, index=frame.index)


def inert_cell(value: str) -> str:
    value = value.translate(_CONTROL)
    return f"'{value}" if value.startswith(_FORMULA) and value not in _SIGNS else value


def csv(frame: pd.DataFrame, kinds: Mapping[str, str]) -> bytes:
    """A table of inert cells; the byte-order mark makes spreadsheets read Arabic."""
    return str(inert(frame, kinds).to_csv(index=False)).encode("utf-8-sig")


@dataclass(frozen=True)
class Sheet:
    """A frame as a sheet of a workbook: `heads` are what its columns are called there, its own names otherwise."""

    title: str
    frame: pd.DataFrame
    kinds: Mapping[str, str]
    heads: Mapping[str, str] = field(default_factory=dict)
    rtl: bool = False


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """An Excel file of inert cells: heads in bold that stay in view; a frame too long for a sheet goes on in others."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        plain = inert(sheet.frame, sheet.kinds)
        for part in range(max(-(-len(plain) // _LONGEST_SHEET), 1)):
            page = book.create_sheet((sheet.title if not part else f"{sheet.title[:26]} {part + 1}")[:31])
            page.freeze_panes = "A2"
            page.sheet_view.rightToLeft = sheet.rtl
            for at, kind in enumerate(sheet.kinds.values(), 1):
                page.column_dimensions[get_column_letter(at)].width = 34 if kind in ("text", "list") else 15
            heads = [WriteOnlyCell(page, inert_cell(sheet.heads.get(name, name))) for name in sheet.kinds]
            for cell in heads:
                cell.font = Font(bold=True)
            page.append(heads)
            rows = plain.iloc[part * _LONGEST_SHEET : (part + 1) * _LONGEST_SHEET]
            for row in zip(*(_cells(rows[name], kind) for name, kind in sheet.kinds.items()), strict=True):
                page.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(values: pd.Series, kind: str) -> Iterator[Any]:
    """What openpyxl writes: None for what is missing, days as days."""
    for value in values.astype(object):
        if value is None or value is pd.NA or value is pd.NaT or value != value:
            yield None
        elif kind in WRITTEN:
            yield value[:_LONGEST_CELL]
        else:
            yield value.date() if kind == "day" else value.to_pydatetime() if kind == "time" else value


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
