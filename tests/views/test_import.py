"""The desk's import, as it runs: a child process of the ingest command, what it says, and a day given later."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.filters import Filters
from dashboard.queries.corpus import Corpus
from dashboard.store import Store
from dashboard.tables import frames
from dashboard.views import add, jobs
from dashboard.views.desk import Desk
from dashboard.views.words import words

TEXT = "عودة السفير\n\nقال وزير الخارجية التونسي إن السفير سيعود إلى الرباط غدًا.\n"


def ended(job: jobs.Job) -> jobs.Job:
    for _ in range(400):
        if job.done:
            return job
        time.sleep(0.1)
    raise AssertionError("the import did not end")


def imported(store: Store, files: list[tuple[str, bytes]]) -> jobs.Job:
    folder = jobs.stage(files)
    job = ended(jobs.start(folder, len(files), store.url, "test"))
    assert not folder.exists()
    assert job.error is None
    return job


def tomorrow(store: Store) -> dict[str, Any]:
    record = next(iter(store.records()))
    return next(date for date in record["dates"] if date["text"].startswith("غد"))


def test_files_go_in_and_a_day_given_later_resolves_what_hung_on_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "w.db")
    job = imported(store, [("خبر.txt", TEXT.encode()), ("فارغ.txt", b"")])
    assert {(result["origin"], result["status"]) for result in job.results} == {
        ("خبر.txt", "added"),
        ("فارغ.txt", "rejected"),
    }
    assert job.summary is not None and (job.summary["added"], job.summary["rejected"]) == (1, 1)
    assert tomorrow(store)["from"] is None

    desk = Desk(store, Corpus(frames(store), store.revision(), store.search), Filters(), words("ar"))
    lines = add.dated(desk, list(desk.corpus.articles["id"]), [pd.Timestamp("2022-06-01")])
    job = imported(store, [("dates.jsonl", lines)])
    assert [result["status"] for result in job.results] == ["updated"]
    assert store.count() == 1
    assert tomorrow(store)["from"] == "2022-06-02"


def test_an_import_that_fails_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)
    job = ended(jobs.start(jobs.stage([("a.txt", TEXT.encode())]), 1, str(broken), "test"))
    assert job.error is not None and "broken.db" in job.error
