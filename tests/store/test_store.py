"""The workspace: idempotent, transactional, searchable; imports and articles can be taken back."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dashboard.errors import UsageError, WorkspaceError
from dashboard.model import Article, Engine, Flag, Mention, Published, Record
from dashboard.store import Store
from dashboard.tables import COLUMNS, frames

DAY = dt.date(2021, 8, 24)
ARTICLE = Article(
    text="بدأت المناورات البحرية في بحر عُمان بمشاركة إيران.", title="مناورات بحرية", source="Marsad sample",
    published=Published(DAY, "given", "2021-08-24"),
)  # fmt: skip


def record(article: Article) -> Record:
    at = article.text.index("إيران") if "إيران" in article.text else 0
    mention = Mention(
        start=at, end=at + 5, sentence=0, rule="lexicon.name", text="إيران", kind="country", id="IRN", name="إيران",
        name_en="Iran", country="IRN", via="name",
    )  # fmt: skip
    flag = Flag(start=None, end=None, rule="test", kind="no-publication-date", message="m", message_ar="م")
    return Record(article=article, sentences=((0, len(article.text)),), mentions=(mention,), flags=(flag,))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "workspace.db")


def put(store: Store, *articles: Article) -> tuple[str, list[str]]:
    batch = store.add_batch("test")
    prepared = [store.stored(article)[1] for article in articles]
    store.put([record(article) for article in prepared], batch)
    return batch, [str(article.id) for article in prepared]


def test_the_same_twice_is_a_duplicate(store: Store) -> None:
    _, (id,) = put(store, ARTICLE)
    assert store.stored(ARTICLE)[0] == "duplicate"
    assert store.stored(replace(ARTICLE, published=Published()))[0] == "duplicate"
    assert store.count() == 1
    assert store.article(id)["published"] == {"date": "2021-08-24", "how": "given", "evidence": "2021-08-24"}


def test_the_id_stays_when_metadata_grow(store: Store) -> None:
    undated = replace(ARTICLE, published=Published())
    _, (id,) = put(store, undated)
    status, article = store.stored(ARTICLE)
    assert (status, article.id) == ("updated", id)
    put(store, ARTICLE)
    assert store.count() == 1
    assert store.article(id)["published"]["date"] == "2021-08-24"


def test_a_surer_date_is_not_replaced_by_a_guess(store: Store) -> None:
    put(store, ARTICLE)
    status, article = store.stored(replace(ARTICLE, published=Published(dt.date(2020, 1, 1), "text", "…")))
    assert (status, article.published.date) == ("duplicate", DAY)


def test_another_source_is_another_article_and_flagged(store: Store) -> None:
    _, (first, second) = put(store, ARTICLE, replace(ARTICLE, source="Another"))
    assert first != second
    assert [flag["kind"] for flag in store.article(first)["flags"]] == ["no-publication-date"]
    assert [flag["kind"] for flag in store.article(second)["flags"]] == ["no-publication-date", "near-duplicate"]
    flags = frames(store)["flags"]
    assert list(flags.loc[flags["kind"] == "near-duplicate", "article"]) == [second]


def test_another_engine_replaces_the_findings(store: Store) -> None:
    put(store, ARTICLE)
    again = record(store.stored(ARTICLE)[1])
    store.replace_findings([replace(again, engine=Engine(name="camel", version="1", lexicon="x"))])
    made = frames(store)
    assert (len(made["articles"]), len(made["mentions"])) == (1, 1)
    assert store.article(str(again.article.id))["engine"]["name"] == "camel"


def test_a_given_id_is_kept(store: Store) -> None:
    _, (id,) = put(store, replace(ARTICLE, id="رقم/7 '\""))
    assert id == "رقم/7 '\""
    assert store.article(id)["title"] == ARTICLE.title


def test_article_and_import_are_taken_back(store: Store) -> None:
    batch, (id, _) = put(store, ARTICLE, replace(ARTICLE, text="نص آخر عن إيران."))
    assert store.remove(id) == 1
    assert store.search("المناورات") == []
    assert store.remove(batch) == 1
    assert (store.count(), store.batches()) == (0, [])
    assert all(frame.empty for frame in frames(store).values())
    with pytest.raises(UsageError, match=id):
        store.remove(id)


def test_frames_have_the_contracts_columns_and_types(store: Store) -> None:
    put(store, ARTICLE)
    for made in (frames(store), frames(store)):  # built, then read from the cache
        assert set(made) == set(COLUMNS)
        for name, columns in COLUMNS.items():
            assert list(made[name].columns) == list(columns)
            for column, kind in columns.items():
                dtype = str(made[name][column].dtype)
                expected = {"id": "category", "text": "str", "day": "datetime64[us]", "flag": "bool", "list": "object",
                            "int": "Int64", "float": "Float64", "time": "datetime64[us]"}[kind]  # fmt: skip
                assert dtype == expected, (name, column)
        assert made["mentions"].iloc[0]["text"] == "إيران"


def test_frames_grow_with_imports(store: Store) -> None:
    put(store, ARTICLE)
    frames(store)
    put(store, replace(ARTICLE, text="قالت إيران شيئا.", title="آخر"))
    assert len(frames(store)["articles"]) == 2
    assert str(frames(store)["mentions"]["id"].dtype) == "category"


def test_two_writers_and_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    Store(path)
    problems: list[Exception] = []

    def write(name: str) -> None:
        try:
            own = Store(path)
            for number in range(8):
                put(own, replace(ARTICLE, text=f"{name} {number} إيران"))
                own.revision()
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    assert Store(path).count() == 16


def test_a_newer_workspace_is_refused(store: Store) -> None:
    with store._write() as connection:
        connection.execute(text("UPDATE meta SET value = '999' WHERE key = 'schema'"))
    with pytest.raises(WorkspaceError, match="newer"):
        Store(store.url)


def test_what_is_no_workspace_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("this is no database, it is a note of more than a hundred bytes " * 4)
    with pytest.raises(WorkspaceError, match=r"notes\.db"):
        Store(path)
    assert "note" in path.read_text()


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    batch = store.add_batch("test")
    good = store.stored(ARTICLE)[1]
    broken = record(replace(good, id="x", title=None))  # type: ignore[arg-type]
    with pytest.raises(Exception):  # noqa: B017 - whatever the database says
        store.put([record(good), broken], batch)
    assert store.count() == 0


READ_ONLY = """
import sys
from dashboard.__main__ import main
from dashboard.store import Store
workspace = sys.argv[1]
assert Store(workspace).read_only
for command in (["show", sys.argv[2]], ["search", "مناورات"], ["imports"]):
    assert main([*command, "--workspace", workspace]) == 0, command
sys.exit(main(["remove", sys.argv[2], "--workspace", workspace]))
"""
# The superuser writes what nobody may, unless that power is laid down.
LAID_DOWN = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
@pytest.mark.parametrize("folder_too", [False, True])
def test_a_file_that_can_only_be_read_is_read(tmp_path: Path, folder_too: bool) -> None:
    """A workspace on a colleague's share: commands that read do, one that changes says why it can't."""
    root = os.geteuid() == 0
    if root and not shutil.which("setpriv"):
        pytest.skip("as root, permissions bind only with setpriv")
    path = tmp_path / "share" / "w.db"
    written = Store(path)
    _, (id,) = put(written, ARTICLE)
    written._engine.dispose()  # the last connection takes the log into the file
    path.chmod(0o444)
    path.parent.chmod(0o555 if folder_too else 0o755)
    try:
        found = subprocess.run(
            [*(LAID_DOWN if root else ()), sys.executable, "-c", READ_ONLY, str(path), id],
            capture_output=True, encoding="utf-8", env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        )  # fmt: skip
    finally:
        path.parent.chmod(0o755)
    assert found.returncode == 2, found.stderr
    assert "can be read but not written" in found.stderr and "Traceback" not in found.stderr
    assert "مناورات بحرية" in found.stdout
