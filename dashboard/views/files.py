"""The tables of a view as files: CSV for spreadsheets, one workbook of all, Parquet for programs."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard.export import Sheet, csv, workbook
from dashboard.queries.extracts import STORIES, TABLES, TIES, View
from dashboard.queries.extracts.counts import stories, ties
from dashboard.queries.extracts.view import Filled, typed
from dashboard.queries.network import Graph

from .desk import Desk
from .words import Words

__all__ = ["bundle", "graph_csv", "stories_csv", "table_csv", "view"]


def view(desk: Desk) -> View:
    """What a table is filled from: the desk's corpus and filters, and its names."""
    return View(desk.corpus, desk.filters, desk.store.texts, desk.actor, desk.words.theme, desk.words.source,
                dt.date.today())  # fmt: skip


def table_csv(desk: Desk, name: str) -> bytes:
    """One table, a formula in it inert."""
    return csv(TABLES[name].frame(view(desk)), TABLES[name].kinds)


def bundle(desk: Desk, kind: str, names: Iterable[str] = tuple(TABLES)) -> bytes:
    """Tables as one file: a workbook (xlsx), or a zip of CSV or Parquet files."""
    frames = {name: TABLES[name].frame(view(desk)) for name in names}
    if kind == "xlsx":
        return workbook(_sheet(desk.words, name, frame) for name, frame in frames.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, frame in frames.items():
            made = _parquet(frame) if kind == "parquet" else csv(frame, TABLES[name].kinds)
            archive.writestr(f"{name}.{kind}", made)
    return out.getvalue()


def stories_csv(desk: Desk, found: pd.DataFrame) -> bytes:
    """The table of articles in the order that it is shown in."""
    return _csv(stories(view(desk), found), STORIES)


def graph_csv(desk: Desk, graph: Graph) -> bytes:
    """The edges of a graph as it is drawn."""
    return _csv(ties(graph.edges, desk.actor), TIES)


def _csv(found: Filled, kinds: Mapping[str, str]) -> bytes:
    return csv(typed(found, kinds), kinds)


def _sheet(words: Words, name: str, frame: pd.DataFrame) -> Sheet:
    kinds = TABLES[name].kinds
    heads = {head: words(f"field.{head}") for head in kinds}
    return Sheet(words(f"table.{name}"), frame, kinds, heads, words.rtl)


def _parquet(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()
