"""Exports open where they should and calculate nothing."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from dashboard.export import export
from dashboard.ingest import store_all
from dashboard.model import Article
from dashboard.store import Store
from dashboard.tables import COLUMNS, frames


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


def test_the_network_opens_with_arabic_labels(workspace: str, tmp_path: Path) -> None:
    list(export(workspace, tmp_path, "csv"))
    for graph in (nx.read_graphml(tmp_path / "network.graphml"), nx.read_gexf(tmp_path / "network.gexf")):
        assert {"IRN", "RUS"} <= set(graph.nodes)
    assert nx.read_graphml(tmp_path / "network.graphml").nodes["IRN"]["label"] == "إيران"
