"""The tables of a view as files: read back as written, as many rows as the pages count, and no cell calculates."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.queries import announced, articles, atlas, lanes, network, overview, statements
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import Hits, gather
from dashboard.queries.extracts import TABLES
from dashboard.queries.select import facets, select
from dashboard.store import Store
from dashboard.tables import frames
from dashboard.views import files
from dashboard.views.desk import Desk
from dashboard.views.words import LANGUAGES, words
from tests.deskdata import DRAFTS, Draft, fill

HOSTILE = Draft(
    "-evil", "=cmd|'/c calc'!A0", "قالت [RUS:روسيا] كلامًا. +SUM(A1) عن [IRN:إيران] \x07و\x1fغيرها.", "2023-03-21",
    source="@حد|ود", themes={"diplomacy": ["+SUM(A1)"]}, quotes=[("+SUM(A1)", "=HYPERLINK(0)")],
    flags=[("+SUM(A1)", "date-order", "-1+1")],
)  # fmt: skip
VIEWS = (
    Filters(),
    Filters(themes=("diplomacy",)),
    Filters(states=("RUS", "IRN"), match="all"),
    Filters(query="لا شيء كهذا"),
)
TODAY = dt.date.today()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(Store(tmp_path_factory.mktemp("files") / "w.db"), (*DRAFTS, HOSTILE))


@pytest.fixture(params=VIEWS, ids=str)
def desk(store: Store, request: pytest.FixtureRequest) -> Desk:
    corpus = Corpus(frames(store), store.revision(), store.search, store.known_words)
    return Desk(store, corpus, request.param, words("ar"))


def read(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_digits_are_the_desks_and_no_files(desk: Desk) -> None:
    """A file is for programs: whatever digits the desk reads in, it is the same file."""
    arabic = replace(desk, words=words("ar", "arab"))
    for name in TABLES:
        assert files.table_csv(arabic, name) == files.table_csv(desk, name)
    sheets = [openpyxl.load_workbook(io.BytesIO(files.bundle(one, "xlsx"))) for one in (desk, arabic)]
    assert [[*map(str, sheet.iter_rows(values_only=True))] for sheet in sheets[0]] == [
        [*map(str, sheet.iter_rows(values_only=True))] for sheet in sheets[1]
    ]


def lists(values: pd.Series) -> list[list[str]]:
    return [list(value) for value in values]


def test_parquet_gives_back_what_was_written_typed(desk: Desk) -> None:
    found = read(files.bundle(desk, "parquet"))
    assert set(found) == {f"{name}.parquet" for name in TABLES}
    for name, table in TABLES.items():
        made, again = table.frame(files.view(desk)), pd.read_parquet(io.BytesIO(found[f"{name}.parquet"]))
        assert list(again) == list(made) and len(again) == len(made)
        for column, kind in table.kinds.items():
            if kind == "list":
                assert lists(again[column]) == lists(made[column])
            else:
                assert list(again[column].dropna()) == list(made[column].dropna()), column
            if kind in ("int", "float", "flag", "day"):
                assert again[column].dtype == made[column].dtype, column


def test_csv_gives_back_the_same_rows(desk: Desk) -> None:
    for name, content in read(files.bundle(desk, "csv")).items():
        made = TABLES[name.removesuffix(".csv")].frame(files.view(desk))
        assert content.startswith(b"\xef\xbb\xbf")
        again = pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str)
        assert list(again) == list(made) and len(again) == len(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_reads_in_its_language_and_direction(desk: Desk, language: str) -> None:
    say = words(language)
    spoken = Desk(desk.store, desk.corpus, desk.filters, say)
    book = openpyxl.load_workbook(io.BytesIO(files.bundle(spoken, "xlsx")))
    assert book.sheetnames == [say(f"table.{name}") for name in TABLES]
    for sheet, (_, table) in zip(book, TABLES.items(), strict=True):
        head, *rows = sheet.iter_rows(values_only=True)
        assert list(head) == [say(f"field.{name}") for name in table.kinds]
        assert len(set(head)) == len(head) and sheet.freeze_panes == "A2"
        assert sheet.sheet_view.rightToLeft is (language == "ar")
        assert len(rows) == len(table.frame(files.view(spoken)))
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def cells(content: bytes) -> Iterator[str]:
    for text in read(content).values():
        yield from pd.read_csv(io.BytesIO(text), keep_default_na=False, dtype=str).to_numpy().ravel()


def test_what_looks_like_a_formula_is_inert(store: Store) -> None:
    desk = Desk(store, Corpus(frames(store), store.revision(), store.search), Filters(), words("en"))
    found = list(cells(files.bundle(desk, "csv")))
    assert "'=cmd|'/c calc'!A0" in found and "'-evil" in found and "'@حد|ود" in found and "'-1+1" in found
    numbers = {"-1.0", "+", "-"}  # a sign of −1 is a number, and stays one; one alone has nothing to calculate
    assert not [cell for cell in found if cell.startswith(("=", "+", "-", "@", "\t")) and cell not in numbers]
    assert not any(ord(letter) < 32 and letter not in "\n\r\t" for cell in found for letter in cell)
    ours = files.stories_csv(desk, articles.table(desk.corpus, desk.filters)).decode()
    assert "'=cmd" in ours and "\n=cmd" not in ours


def test_as_many_rows_as_the_pages_count(desk: Desk) -> None:
    corpus, filters, view = desk.corpus, desk.filters, files.view(desk)
    rows = {name: table.frame(view) for name, table in TABLES.items()}
    count = {name: len(frame) for name, frame in rows.items()}
    assert count["articles"] == len(articles.table(corpus, filters))
    assert count["articles"] + rows["articles"]["copies"].sum() == select(corpus, filters).count
    assert count["states"] == len(overview.states(corpus, filters))
    assert count["pairs"] == len(overview.dyads(corpus, filters))
    assert count["places"] == len(atlas.places(corpus, filters))
    assert count["statements"] == len(statements.told(corpus, filters, desk.store.texts))
    assert count["announced"] == len(announced.events(corpus, filters, TODAY))
    assert count["flags"] == len(overview.flags(corpus, filters))
    for kind in ("together", "relations"):
        also = () if kind == "together" else ("organizations", "people")
        graph = network.graph(corpus, filters, kind, also=also)
        assert (rows["edges"]["edges"] == kind).sum() == len(graph.edges)
        assert (rows["nodes"]["edges"] == kind).sum() == len(graph.nodes)
    drawn = lanes.facts(corpus, filters, "themes", "event") if not filters.themes else None
    if drawn is not None:
        assert rows["dates"][["article", "sentence"]].drop_duplicates().shape[0] == drawn["key"].nunique()
    by_theme = rows["themes"].groupby("theme", observed=True)["article"].nunique()
    if not filters.states and not filters.themes:
        assert by_theme.to_dict() == facets(corpus, filters)["themes"].to_dict()
    facts = select(corpus, filters).of(corpus.facts["relations"])
    assert count["relations"] == len(facts)
    assert rows["relations"].groupby(["article", "sentence"], observed=True).ngroups == len(gather(corpus, Hits(facts)))


def test_a_row_says_where_it_stands(store: Store) -> None:
    desk = Desk(store, Corpus(frames(store), store.revision(), store.search), Filters(), words("en"))
    view = files.view(desk)
    said = TABLES["statements"].frame(view).set_index("article").loc["a1"]
    assert said["speakers"] == ["قائد الأسطول"] and said["words"] == "إن التدريب يحمي الملاحة"
    assert said["sentence"].startswith("وقال قائد الأسطول")
    assert said["themes"] == [words("en").theme("maritime-security")]
    dates = TABLES["dates"].frame(view)
    month = dates[dates["text"] == "مارس المقبل"].iloc[0]
    assert (month["from"], month["to"]) == (pd.Timestamp("2023-03-01"), pd.Timestamp("2023-03-31"))
    assert month["announced"] and set(month["states"]) == {"Iran", "Russia", "China"}
    coded = TABLES["relations"].frame(view)
    assert list(coded.loc[coded["type"] == "REJECT", "actor_name"]) == ["Russia"]
    assert coded.loc[coded["article"] == "a1", "from"].iloc[0] == pd.Timestamp("2023-03-01")


def test_a_frame_longer_than_a_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard import export

    monkeypatch.setattr(export, "_LONGEST_SHEET", 2)
    frame = pd.DataFrame({"a": pd.Series(["x", "y", "z"], dtype="str")})
    book = openpyxl.load_workbook(io.BytesIO(export.workbook([export.Sheet("t", frame, {"a": "text"})])))
    assert [[row[0] for row in sheet.values] for sheet in book] == [["a", "x", "y"], ["a", "z"]]


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("رويترز", {"ar": "رويترز", "en": "Reuters"}),
        ("Reuters", {"ar": "رويترز", "en": "Reuters"}),
        ("جريدة المرفأ", {"ar": "جريدة المرفأ", "en": "جريدة المرفأ"}),  # not listed: as it is written
        (None, {"ar": None, "en": None}),
    ],
)
def test_outlets_are_called_as_on_the_screen(tmp_path: Path, source: str | None, named: dict[str, str | None]) -> None:
    store = fill(Store(tmp_path / "w.db"), (replace(DRAFTS[0], source=source),))
    corpus = Corpus(frames(store), store.revision(), store.search, store.known_words)
    for language in LANGUAGES:
        desk = Desk(store, corpus, Filters(), words(language))
        for name in ("articles", "relations", "announced", "dates"):
            found = TABLES[name].frame(files.view(desk))["source"].astype(object)
            assert [one if isinstance(one, str) else None for one in found.unique()] == [named[language]], name
