"""Exports open where they should and calculate nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import openpyxl
import pandas as pd
import pytest

from dashboard.export import export, inert_cell
from dashboard.ingest import store_all
from dashboard.model import Article
from dashboard.store import Store
from dashboard.tables import COLUMNS, frames
from tests.deskdata import DRAFTS, fill


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("export") / "w.db")
    text = "أجرت إيران وروسيا محادثات في موسكو أمس. وقالت الصين إنها ترحب.\x07"
    article = Article(title='=HYPERLINK("x")', text=text, source="@مصدر")
    store_all([article], Store(path), label="test")
    return path


@pytest.mark.parametrize("kind", ["parquet", "csv", "xlsx"])
def test_a_file_a_frame(workspace: str, tmp_path: Path, kind: str) -> None:
    made = {path.name for path in export(workspace, tmp_path / "new" / "folder", kind)}
    assert made == {f"{name}.{kind}" for name in COLUMNS} | {"network.graphml", "network.gexf"}


def test_parquet_is_the_frame_itself(workspace: str, tmp_path: Path) -> None:
    list(export(workspace, tmp_path, "parquet"))
    mentions = frames(workspace)["mentions"]
    again = pd.read_parquet(tmp_path / "mentions.parquet")
    assert list(again["text"]) == list(mentions["text"])
    assert list(again.columns) == list(mentions.columns)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_formulas_are_inert(workspace: str, tmp_path: Path, kind: str) -> None:
    list(export(workspace, tmp_path, kind))
    path = tmp_path / f"articles.{kind}"
    table = pd.read_csv(path) if kind == "csv" else pd.read_excel(path)
    assert table["title"][0] == '\'=HYPERLINK("x")'
    assert table["source"][0] == "'@مصدر"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_sign_is_the_records_and_no_formula(tmp_path: Path, kind: str) -> None:
    workspace = fill(Store(tmp_path / "w.db")).url
    list(export(workspace, tmp_path, kind))
    path = tmp_path / f"relations.{kind}"
    table = pd.read_csv(path) if kind == "csv" else pd.read_excel(path)
    assert list(table["sign"]) == list(frames(workspace)["relations"]["sign"]) == ["+", "+", "-"]
    if kind == "xlsx":
        (sheet,) = openpyxl.load_workbook(path)
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert [inert_cell(value) for value in ("+", "-", "+1", "-x", "=")] == ["+", "-", "'+1", "'-x", "'="]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", ["relations", "dates", "quotes"])
def test_what_people_read_brings_its_sentence(tmp_path: Path, kind: str, name: str) -> None:
    """Titles too; the frames themselves hold no text."""
    headed = replace(DRAFTS[0].record(), relations=())
    store = fill(Store(tmp_path / "w.db"), DRAFTS[1:])
    relation, date = DRAFTS[0].record().relations[0], DRAFTS[0].record().dates[0]
    titled = {"start": 0, "end": 6, "field": "title", "sentence": None}
    headed = replace(
        headed, relations=(relation, replace(relation, **titled)), dates=(*headed.dates, replace(date, **titled))
    )
    store.put([headed], store.add_batch("own"))
    list(export(store.url, tmp_path, kind))
    path = tmp_path / f"{name}.{kind}"
    table = pd.read_csv(path) if kind == "csv" else pd.read_excel(path)
    texts = store.texts(table["article"].unique())
    assert len(table) == len(frames(store)[name]) > 0
    for row in table.itertuples():
        title, text = texts[row.article]
        words = (title if row.field == "title" else text)[int(row.start) : int(row.end)]
        assert words in row.sentence_text and row.sentence_text in (title if row.field == "title" else text)
    if name != "quotes":
        assert "title" in set(table["field"])


def test_the_network_opens_with_arabic_labels(workspace: str, tmp_path: Path) -> None:
    list(export(workspace, tmp_path, "csv"))
    for graph in (nx.read_graphml(tmp_path / "network.graphml"), nx.read_gexf(tmp_path / "network.gexf")):
        assert {"IRN", "RUS"} <= set(graph.nodes)
    assert nx.read_graphml(tmp_path / "network.graphml").nodes["IRN"]["label"] == "إيران"
