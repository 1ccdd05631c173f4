"""Decisions in a workspace: kept, laid over records and frames, taken back; an older workspace brought up for them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import inspect, text

from dashboard import deciding
from dashboard.__main__ import main
from dashboard.ingest import store_all
from dashboard.model import Article
from dashboard.store import Store
from dashboard.store.schema import VERSION
from dashboard.tables import frames, renewed
from tests.deskdata import fill


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return fill(Store(tmp_path / "w.db"))


def judge(store: Store, id: str, name: str, index: int, said: deciding.Said, /, **now: object) -> int:
    record = store.article(id)
    assert record
    return deciding.judge(store, name, record, record[name][index], said, now, queue="names", by="ليلى")


def same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two frames hold the same rows, in whatever order."""

    def told(frame: pd.DataFrame) -> list[str]:
        return sorted(repr([None if pd.isna(v) is True else v for v in row]) for row in frame.astype(object).to_numpy())

    return told(one) == told(other)


def test_a_workspace_of_version_3_is_brought_up(store: Store) -> None:
    with store._write() as connection:
        for statement in (
            "DROP INDEX ix_corrections_article", "DROP INDEX ix_corrections_undoes",
            "CREATE TABLE entities (id TEXT PRIMARY KEY, kind TEXT, name TEXT, name_en TEXT)",
            "CREATE TABLE aliases (id INTEGER PRIMARY KEY, local TEXT, article TEXT, entity TEXT REFERENCES entities)",
            "UPDATE meta SET value = '3' WHERE key = 'schema'",
        ):  # fmt: skip
            connection.execute(text(statement))
    before = store.article("a1")
    opened = Store(store.url)
    with opened._read() as connection:
        assert connection.scalar(text("SELECT value FROM meta WHERE key = 'schema'")) == str(VERSION)
        found = inspect(connection)
        assert not {"entities", "aliases"} & set(found.get_table_names())
        assert {index["column_names"][0] for index in found.get_indexes("corrections")} == {"article", "undoes"}
    assert opened.article("a1") == before
    judge(opened, "a1", "dates", 0, "wrong")
    assert len(opened.article("a1")["dates"]) == 1


@pytest.mark.parametrize("name", ["mentions", "dates", "relations", "quotes"])
@pytest.mark.parametrize("said", ["right", "wrong"])
def test_records_and_frames_heed_a_verdict_until_it_is_taken_back(store: Store, name: str, said: deciding.Said) -> None:
    before, revision = frames(store), store.revision()
    number = judge(store, "a1", name, 0, said)
    after = frames(store)
    assert store.revision() == revision, "nothing that is stored has changed"
    assert len(after[name]) == len(before[name]) - (said == "wrong")
    assert len(after[name]) == sum(len(store.article(id)[name]) for id in before["articles"]["id"])
    assert (after[name]["verdict"] == "right").sum() == (said == "right")
    for other in set(before) - {name, "countries"}:
        assert other in ("quotes", "relations") or same(before[other], after[other]), other
    deciding.take_back(store, [{"id": number, "article": "a1", "action": deciding.VERDICT}])
    assert all(same(before[other], frame) for other, frame in frames(store).items())


def test_a_state_that_was_misread_moves(store: Store) -> None:
    judge(store, "a1", "mentions", 0, "other", id="SAU", country="SAU", name="السعودية", name_en="Saudi Arabia")
    found = frames(store)["countries"]
    assert set(found.loc[found["article"] == "a1", "id"]) == {"SAU", "RUS", "CHN"}
    mention = store.article("a1")["mentions"][0]
    assert (mention["verdict"], mention["was"]["id"]) == ("other", "IRN")


def test_frames_renewed_are_the_frames_read_anew(store: Store) -> None:
    before = frames(store)
    judge(store, "a1", "mentions", 1, "wrong")
    judge(store, "a4", "flags", 0, "right")
    new, whole = renewed(before, store, store.corrected_since(0)), frames(store)
    assert new and all(same(new[name], whole[name]) for name in whole)
    assert len(new["mentions"]) == len(before["mentions"]) - 1


@pytest.mark.parametrize("renew", [False, True])
def test_relations_follow_who_is_named_until_that_is_taken_back(store: Store, renew: bool) -> None:
    before = frames(store)

    def told() -> list[list[str]]:
        found = renewed(before, store, store.corrected_since(0)) if renew else frames(store)
        assert found
        return [sorted(actors) for actors in found["relations"]["actors"]]

    number = judge(store, "a1", "mentions", 0, "wrong")
    assert sorted(told()) == [["CHN", "RUS"], ["IRN", "RUS"], ["IRN", "SAU"]]
    other = judge(store, "a3", "mentions", 1, "wrong")
    assert sorted(told()) == [["CHN", "RUS"], ["IRN", "SAU"]]
    both = [{"id": n, "article": id, "action": deciding.VERDICT} for n, id in ((number, "a1"), (other, "a3"))]
    deciding.take_back(store, both)
    assert sorted(told()) == [["CHN", "IRN", "RUS"], ["IRN", "RUS"], ["IRN", "SAU"]]


def test_the_flag_of_a_copy_outlives_a_verdict_beside_it(tmp_path: Path) -> None:
    words = "اتفق الوفدان على خطة مشتركة لإدارة المياه في الحوض الشرقي وعلى لقاء آخر في الربيع المقبل بعد مشاورات طويلة"
    store = Store(tmp_path / "copies.db")
    store_all([Article(text=words, source=source) for source in ("أ", "ب")], store, label="t")
    copy = next(iter(store.copies()))
    record = store.article(copy)
    index = next(at for at, flag in enumerate(record["flags"]) if flag["kind"] == "no-publication-date")
    before = frames(store)
    deciding.judge(store, "flags", record, record["flags"][index], "wrong")
    for found in (frames(store), renewed(before, store, store.corrected_since(0))):
        assert found
        kinds = found["flags"].loc[found["flags"]["article"] == copy, "kind"].tolist()
        assert kinds == ["near-duplicate"]


def test_history_says_what_was_taken_back(store: Store) -> None:
    first, second = judge(store, "a1", "dates", 0, "wrong"), judge(store, "a1", "quotes", 0, "right")
    before = store.decided()
    deciding.take_back(store, [{"id": first, "article": "a1", "action": deciding.VERDICT}])
    whole, made = store.history()
    assert whole == 2 and [(one["id"], bool(one["undone"])) for one in made] == [(second, False), (first, True)]
    assert made[0]["author"] == "ليلى" and made[0]["body"]["text"] == "إن التدريب يحمي الملاحة"
    assert [one["id"] for one in store.corrections(deciding.VERDICT)] == [second]
    assert [(one["article"], one["undoes"]) for one in store.corrected_since(before)] == [("a1", first)]
    assert store.history(1, 1)[1][0]["id"] == first


PERSON = "قال وزير الخارجية الإيراني حسين أمير عبد اللهيان إن بلاده ترحب بالاتفاق. وأضاف عبد اللهيان أن الوفد عاد أمس."


@pytest.fixture
def read(tmp_path: Path) -> Store:
    store = Store(tmp_path / "read.db")
    texts = [PERSON, PERSON.replace("ترحب بالاتفاق", "ترفض الاقتراح الجديد"), "زار وفد من النرويج الميناء أمس."]
    store_all([Article(text=text, language="ar", id=f"p{n}") for n, text in enumerate(texts)], store, label="t")
    return store


def ids(store: Store) -> dict[str, set[str]]:
    found = frames(store)["mentions"]
    found = found[found["kind"] == "person"]
    return {str(article): set(rows["id"]) for article, rows in found.groupby("article", observed=True)}


def test_names_merge_are_renamed_and_split_in_records_and_frames(read: Store) -> None:
    (id,) = ids(read)["p0"]
    deciding.rename(read, id, "أمير عبداللهيان", "Amir-Abdollahian")
    found = frames(read)["mentions"]
    assert set(found.loc[found["id"] == id, "name_en"]) == {"Amir-Abdollahian"}
    assert {item["name"] for item in read.article("p1")["mentions"] if item["id"] == id} == {"أمير عبداللهيان"}
    into = deciding.split(read, "person", id, ["p1"], "شخص آخر")
    assert ids(read) == {"p0": {id}, "p1": {into}}
    deciding.merge(read, [into], id, "عبد اللهيان")
    assert ids(read) == {"p0": {id}, "p1": {id}}
    deciding.merge(read, [id], "person:x", "س")
    assert ids(read) == {"p0": {"person:x"}, "p1": {"person:x"}}
    assert {item["local"]["id"] for item in read.article("p1")["mentions"] if item["kind"] == "person"} == {id}
    for one in read.history()[1]:
        deciding.take_back(read, [one])
    assert ids(read) == {"p0": {id}, "p1": {id}} and not read.identities().steps


def test_frames_under_new_names_are_the_frames_read_anew(read: Store) -> None:
    (id,) = ids(read)["p0"]
    found, at = frames(read), 0
    for step in (
        lambda: deciding.rename(read, id, "أمير عبداللهيان"), lambda: deciding.split(read, "person", id, ["p1"], "س"),
        lambda: judge(read, "p0", "dates", 0, "wrong"), lambda: deciding.merge(read, ["person:س"], id, "ع"),
    ):  # fmt: skip
        step()
        found = renewed(found, read, read.corrected_since(at)) or {}
        at, whole = read.decided(), frames(read)
        assert all(same(found[name], whole[name]) for name in whole)
    deciding.take_back(read, read.history()[1][:1])
    assert renewed(found, read, read.corrected_since(at)) is None


def test_a_namesake_of_the_same_name_is_another(read: Store) -> None:
    (id,) = ids(read)["p0"]
    name = read.article("p0")["mentions"][0]["name"]
    into = deciding.split(read, "person", id, ["p1"], id.partition(":")[2] or name)
    assert into != id and ids(read)["p1"] == {into}


def test_reading_again_keeps_decisions_and_tells_those_that_no_longer_fit(
    read: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    record = read.article("p0")
    person = next(at for at, item in enumerate(record["mentions"]) if item["kind"] == "person")
    judge(read, "p0", "mentions", person, "wrong")
    kept = judge(read, "p0", "dates", 0, "other", **{"from": "2021-08-23", "to": "2021-08-23"})
    count = len(read.article("p0")["mentions"])
    assert main(["reextract", "--workspace", read.url]) == 0
    assert len(read.article("p0")["mentions"]) == count
    assert read.article("p0")["dates"][0]["from"] == "2021-08-23" and deciding.unfit(read) == []
    with read._write() as connection:  # as if the engine found no day in it any more
        connection.execute(
            text("UPDATE findings SET body = json_set(body, '$.dates', json('[]')) WHERE article = 'p0'")
        )
    assert [one["id"] for one in deciding.unfit(read)] == [kept]
    assert main(["reextract", "--workspace", read.url]) == 0 and not capsys.readouterr().err
    with read._write() as connection:
        connection.execute(
            text("UPDATE corrections SET body = json_set(body, '$.text', 'غدًا') WHERE id = :id"), {"id": kept}
        )
    assert main(["reextract", "--workspace", read.url]) == 0
    assert "no longer fit: 1" in capsys.readouterr().err
    read.remove("p0")
    assert deciding.unfit(read) == []
