"""Days given to several articles at once: what hung on them is resolved, and all of it is taken back as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dashboard import dating
from dashboard.ingest import store_all
from dashboard.model import Article, Published
from dashboard.store import Store

DAY = dt.date(2022, 6, 1)
ARTICLES = (
    Article(id="one", title="عودة السفير", text="قال وزير الخارجية التونسي إن السفير سيعود إلى الرباط غدًا."),
    Article(id="two", title="زيارة", text="وصل وفد من عُمان أمس، ويغادر في الشهر المقبل بعد لقاء وزير الدفاع."),
    Article(id="known", title="قمة", text="تبدأ القمة العربية في جدة غدًا بحضور القادة.",
            published=Published(dt.date(2021, 1, 1), "metadata", "2021-01-01")),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "w.db")
    store_all(ARTICLES, made, label="test")
    return made


def windows(store: Store, id: str) -> dict[str, tuple[str | None, str | None]]:
    record = store.article(id)
    assert record is not None
    return {date["text"]: (date["from"], date["to"]) for date in record["dates"]}


def kinds(store: Store, id: str) -> list[str]:
    return [flag["kind"] for flag in (store.article(id) or {})["flags"]]


def test_one_day_for_several_and_back(store: Store) -> None:
    before = list(store.records())
    heard: list[int] = []
    done = dating.give(store, ["one", "gone", "two"], DAY, heard.append)
    assert [(one.id, len(one.resolved)) for one in done] == [("one", 1), ("two", 2)] and heard == [2]
    assert ("2022-06-02", "2022-06-02") in windows(store, "one").values()
    assert {("2022-05-31", "2022-05-31"), ("2022-07-01", "2022-07-31")} <= set(windows(store, "two").values())
    assert store.article("one")["published"] == {"date": "2022-06-01", "how": "given", "evidence": "2022-06-01"}
    assert "no-publication-date" not in kinds(store, "one") and store.count() == 3
    given = dating.last(Store(store.url))  # another analyst, another day
    assert {one["article"] for one in given} == {"one", "two"}
    assert dating.take_back(store, given) == 2
    assert list(store.records()) == before
    assert dating.last(store) == []


def test_the_latest_is_taken_back_first(store: Store) -> None:
    dating.give(store, ["one"], DAY)
    dating.give(store, ["two"], dt.date(2023, 1, 1))
    for id in ("two", "one"):
        given = dating.last(store)
        assert [one["article"] for one in given] == [id]
        dating.take_back(store, given)
    assert [store.article(id)["published"]["date"] for id in ("one", "two", "known")] == [None, None, "2021-01-01"]


def test_a_day_found_since_stays(store: Store) -> None:
    dating.give(store, ["one"], DAY)
    store_all([Article(id="one", text=ARTICLES[0].text, published=Published(dt.date(2020, 2, 2), "given", "x"))],
              store, label="again")  # fmt: skip
    assert dating.take_back(store, dating.last(store)) == 0
    assert store.article("one")["published"]["date"] == "2020-02-02"
    assert dating.last(store) == []


def test_what_has_gone_is_not_offered(store: Store) -> None:
    dating.give(store, ["one"], DAY)
    store.remove("one")
    assert dating.last(store) == []
    assert dating.give(store, ["one"], DAY) == []
