"""The process that reads hostile formats: reused, replaced when it fails, of no harm to the others."""

from __future__ import annotations

import datetime as dt
import io
import threading

import pytest

from dashboard.errors import RejectedInput
from dashboard.model import Article, Published
from dashboard.readers import Limits, read_bytes, worker
from dashboard.readers.frames import FrameError, message_of, outcome_of, receive, send

from .pdfs import document, pdf

GOOD = pdf([[(40, 700, 10, "The ministers met in the capital and spoke of ships.")]])
SLOW = document([b"BT /F1 9 Tf " + b"<00610062> Tj 0 -9 Td " * 600_000 + b"ET"])


def idle() -> list[int]:
    return [one.process.pid for one in worker._idle]


def test_one_worker_serves_many_files() -> None:
    list(read_bytes("a.pdf", GOOD))
    before = idle()
    for _ in range(5):
        (found,) = read_bytes("a.pdf", GOOD)
        assert isinstance(found, Article)
    list(read_bytes("a.docx", b"PK"))
    assert idle() == before


def test_a_worker_that_was_ended_is_replaced() -> None:
    list(read_bytes("a.pdf", GOOD))
    for one in worker._idle:
        one.process.kill()
        one.process.wait()
    (found,) = read_bytes("a.pdf", GOOD)
    assert isinstance(found, Article)


def test_a_late_one_is_ended_and_not_used_again() -> None:
    list(read_bytes("a.pdf", GOOD))
    before = idle()
    (found,) = read_bytes("a.pdf", SLOW, limits=Limits(seconds=0.5))
    assert isinstance(found, RejectedInput) and "0.5 seconds" in found.reason
    assert before[-1] not in idle()


def test_a_large_page_is_bounded_too() -> None:
    page = "<html><body><h1>لقاء في المرفأ</h1>" + "<p>بحث الوزيران أمن الملاحة في البحر.</p>" * 90_000
    (found,) = read_bytes("a.html", page.encode(), limits=Limits(seconds=0.5))
    assert isinstance(found, RejectedInput) and "0.5 seconds" in found.reason


def test_a_reader_left_in_the_middle_does_not_garble_the_next() -> None:
    table = pdf([[(40, 700, 10, "The ministers met in the capital and spoke of ships.")]] * 2)
    begun = read_bytes("a.pdf", table)
    next(begun)
    begun.close()
    (found,) = read_bytes("b.pdf", GOOD)
    assert isinstance(found, Article) and found.origin == "b.pdf"


def test_threads_have_workers_of_their_own() -> None:
    found: list[str] = []

    def read(name: str) -> None:
        found.extend(item.origin for item in read_bytes(name, GOOD))

    threads = [threading.Thread(target=read, args=(f"{number}.pdf",)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["0.pdf", "1.pdf", "2.pdf"]


@pytest.mark.parametrize(
    "outcome",
    [
        Article("نص", title="عنوان", dateline=(0, 3), published=Published(None, "unknown", "soon")),
        Article("نص \ud800", published=Published(dt.date(2022, 8, 24), "given", "x", "2022-08-24T10:00")),
    ],
)
def test_outcomes_come_back_as_they_went(outcome: Article) -> None:
    assert outcome_of(message_of(outcome)) == outcome


def test_a_refusal_comes_back_as_it_went() -> None:
    found = outcome_of(message_of(RejectedInput("a", "b", "c")))
    assert isinstance(found, RejectedInput) and (found.origin, found.reason, found.remedy) == ("a", "b", "c")


def test_frames() -> None:
    pipe = io.BytesIO()
    send(pipe, b"abc")
    pipe.seek(0)
    assert receive(pipe) == b"abc"
    for broken in (b"", b"\x00" * 7, b"\x00" * 7 + b"\x05abc", b"\xff" * 9):
        with pytest.raises(FrameError):
            receive(io.BytesIO(broken))
