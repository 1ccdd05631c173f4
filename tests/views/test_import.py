"""The desk's import, as it runs: a child process of the ingest command, what it says, and a day given later."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import Any

from dashboard import dating
from dashboard.store import Store
from dashboard.views import add, jobs
from dashboard.views.words import words

TEXT = "عودة السفير\n\nقال وزير الخارجية التونسي إن السفير سيعود إلى الرباط غدًا.\n"


def ended(job: jobs.Job) -> jobs.Job:
    for _ in range(1200):  # a bound for what hangs, far above what a busy machine needs
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

    (done,) = dating.give(store, [str(next(iter(store.records()))["id"])], dt.date(2022, 6, 1))
    assert len(done.resolved) == 1
    assert store.count() == 1
    assert tomorrow(store)["from"] == "2022-06-02"


def test_an_import_that_fails_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)
    job = ended(jobs.start(jobs.stage([("a.txt", TEXT.encode())]), 1, str(broken), "test"))
    assert job.error is not None and "broken.db" in job.error
    assert job.failure is not None and "تعذّر فتح" in words("ar").told(job.failure)


def test_what_was_refused_is_said_in_the_interfaces_language(tmp_path: Path) -> None:
    store = Store(tmp_path / "w.db")
    job = imported(store, [("فارغ.txt", b""), ("جدول.csv", b"a,b\n1,2\n")])
    told = {result["origin"]: [words("ar").told(part) for part in add._messages(result)] for result in job.results}
    assert told["فارغ.txt"] == ["ملف فارغ", "ملف فيه مقال"]
    assert told["جدول.csv"][0].startswith("لا عمود للنص") and "a، b" in told["جدول.csv"][0]
    job = imported(store, [("صحف.csv", "النص,العنوان\nوصل الوفد إلى العاصمة أمس.,أول\n,ثان\n".encode())])
    (refused,) = [result for result in job.results if result["status"] == "rejected"]
    assert add._place(words("ar"), refused["origin"]) == "\u200f\u2068صحف.csv\u2069، الصف 3"
    assert "فارغ" in words("ar").told(add._messages(refused)[0])
    assert add._refusal(words("en"), refused)[1] == "try: an article with at least a sentence"
    assert add._refusal(words("ar"), {"reason": "as an older import said it"}) == ["as an older import said it"]
    assert add._place(words("ar"), "pasted.json") == "نص ملصق"
    assert add._place(words("en"), "a: b.txt") == "a: b.txt"
    assert add._messages({"reason": "as an older import said it"}) == ["as an older import said it"]
