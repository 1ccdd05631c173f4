"""Verdicts and names laid over a record: what each does to each list, and what is found again after another reading."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from dashboard.identities import replay
from dashboard.model import Article, CountryCount, Mention, Record, Relation
from dashboard.verdicts import Said, body, lay
from tests.deskdata import DRAFTS
from tests.every import every

LISTS = ("mentions", "dates", "relations", "quotes", "flags")


def record(number: int = 0) -> dict[str, Any]:
    return DRAFTS[number].record().to_dict()


def given(read: dict[str, Any], name: str, index: int, said: Said, /, **now: Any) -> dict[str, Any]:
    return {"id": 1, "body": body(name, read, read[name][index], said, now)}


@pytest.mark.parametrize(
    ("number", "name", "now"),
    [
        (0, "mentions", {"id": "SAU", "name": "السعودية", "name_en": "Saudi Arabia", "country": "SAU"}),
        (0, "dates", {"from": "2024-03-01", "to": "2024-03-31"}),
        (0, "relations", {"type": "CONSULT"}),
        (0, "quotes", {"speaker": "ناطق آخر"}),
        (3, "flags", {}),
    ],
)
def test_each_verdict_on_each_list(number: int, name: str, now: dict[str, Any]) -> None:
    read = record(number)
    whole = len(read[name])
    right, _ = lay(read, [given(read, name, 0, "right")])
    assert right[name][0]["verdict"] == "right" and right[name][0]["confidence"] == 1.0 and len(right[name]) == whole
    wrong, _ = lay(read, [given(read, name, 0, "wrong")])
    assert wrong[name] == read[name][1:]
    if now:
        other, _ = lay(read, [given(read, name, 0, "other", **now)])
        assert {key: other[name][0][key] for key in now} == now
        assert other[name][0]["was"] == {key: read[name][0].get(key) for key in now}
    assert read == record(number), "the record itself stays"


def test_no_verdict_changes_nothing() -> None:
    read = record()
    assert lay(read, []) == (read, [])


def test_what_points_at_places_in_lists_follows() -> None:
    read = record()
    read["quotes"][0]["speaker_mention"] = 2
    read["relations"][0] |= {"attributed_to": 0, "date": 1}
    out, _ = lay(read, [given(read, "mentions", 0, "wrong"), given(read, "dates", 0, "wrong")])
    assert out["quotes"][0]["speaker_mention"] == 1 and out["relations"][0]["date"] == 0
    out, _ = lay(read, [given(read, "mentions", 2, "wrong"), given(read, "quotes", 0, "wrong")])
    assert out["relations"][0]["attributed_to"] is None and out["relations"][0]["date"] == 1
    assert out["quotes"] == []


def test_a_speaker_is_said_by_its_place() -> None:
    read = record()
    at = {key: read["mentions"][1][key] for key in ("field", "start", "end")}
    said = [given(read, "quotes", 0, "other", speaker="روسيا", speaker_mention=at), given(read, "mentions", 0, "wrong")]
    out, _ = lay(read, said)
    assert out["mentions"][out["quotes"][0]["speaker_mention"]]["text"] == "روسيا"


def states(read: dict[str, Any]) -> dict[str, int]:
    return {state["id"]: state["count"] for state in read["countries"]}


def test_states_are_counted_anew() -> None:
    mentions = [
        Mention(start=at, end=at + 1, text="x", kind="country", id=id, name=id, country=id, via="name", rule="t")
        for at, id in ((0, "IRN"), (2, "IRN"), (4, "RUS"))
    ]
    counts = [CountryCount(id=id, name=id, name_en=id, count=n, via=("name",)) for id, n in (("IRN", 2), ("RUS", 1))]
    article = Article(id="x", text="a b c d")
    read = Record(article=article, mentions=tuple(mentions), countries=tuple(counts)).to_dict()
    assert states(lay(read, [given(read, "mentions", 0, "wrong")])[0]) == {"IRN": 1, "RUS": 1}
    assert states(lay(read, [given(read, "mentions", 2, "wrong")])[0]) == {"IRN": 2}
    moved = lay(read, [given(read, "mentions", 2, "other", id="SAU", country="SAU", name="السعودية")])[0]
    assert states(moved) == {"IRN": 2, "SAU": 1}
    assert states(lay(read, [given(read, "mentions", 0, "right")])[0]) == {"IRN": 2, "RUS": 1}


# -- relations follow the mentions that they rest on ----------------------------------------------------------------

# A sentence after the other; of each mention the kind, the id and the state.
NAMED = ((0, "country", "IRN", "IRN"), (0, "country", "RUS", "RUS"), (0, "country", "CHN", "CHN"),
         (0, "country", "IRN", "IRN"), (1, "person", "person:a", "RUS"), (1, "organization", "HOUTHIS", None),
         (1, "place", "Tehran", "IRN"),
         (2, "organization", "ministry", "CHN"), (2, "country", "IRN", "IRN"))  # fmt: skip


def told(*parties: str, sentence: int = 0, mutual: bool = False, **more: Any) -> dict[str, Any]:
    """A record in which one relation is told in one of the sentences."""
    mentions = tuple(
        Mention(start=2 * at, end=2 * at + 1, text="x", kind=kind, id=id, name=id, country=state, rule="t",
                sentence=where, acts_for_state=id == "ministry")  # type: ignore[arg-type]
        for at, (where, kind, id, state) in enumerate(NAMED)
    )  # fmt: skip
    relation = Relation(source=parties[0], target=parties[1], actors=parties, reciprocal=mutual, type="AID",
                        start=0, end=3, rule="t", sentence=sentence)  # fmt: skip
    read = Record(article=Article(id="x", text="a " * 12), mentions=mentions, relations=(relation,)).to_dict()
    read["mentions"][3] |= more
    return read


SAU = {"id": "SAU", "country": "SAU", "name": "السعودية"}


@every(
    [
        # who is named nowhere else in the sentence has done nothing in it
        (told("RUS", "CHN"), [1], None, None), (told("CHN", "RUS"), [1], None, None),
        (told("RUS", "IRN", sentence=1), [4], None, None), (told("HOUTHIS", "RUS", sentence=1), [5], None, None),
        (told("CHN", "IRN", sentence=2), [7], None, None),
        # named twice, named elsewhere, told in another sentence, no party: the relation stays as it is
        (told("IRN", "RUS"), [0], None, ["IRN", "RUS"]), (told("IRN", "RUS"), [0, 3], None, None),
        (told("IRN", "RUS", counts=False), [0], None, None),  # a dateline names nobody who acts
        (told("RUS", "CHN"), [0], None, ["RUS", "CHN"]), (told("RUS", "CHN", sentence=1), [1], None, ["RUS", "CHN"]),
        (told("RUS", "HOUTHIS", sentence=1), [6], None, ["RUS", "HOUTHIS"]),
        (told("SAU", "CHN"), [1], None, ["SAU", "CHN"]),  # what is told by a pronoun rests on none of these
        # of several parties the others are left
        (told("IRN", "RUS", "CHN", mutual=True), [1], None, ["IRN", "CHN"]),
        (told("RUS", "CHN", "IRN"), [0, 3], None, ["RUS", "CHN"]), (told("IRN", "RUS", mutual=True), [1], None, None),
        # who is named instead has done it
        (told("RUS", "CHN"), [1], SAU, ["SAU", "CHN"]), (told("IRN", "RUS", "CHN", mutual=True), [1], SAU,
                                                        ["IRN", "SAU", "CHN"]),
        (told("RUS", "CHN"), [1], {**SAU, "id": "CHN", "country": "CHN"}, None),  # nobody does it to himself
        (told("RUS", "CHN"), [1], {**SAU, "id": "Riyadh", "kind": "place"}, None),
        (told("IRN", "RUS"), [0], SAU, ["IRN", "RUS"]),
    ]
)  # fmt: skip
def test_relations_follow_who_is_named(
    read: dict[str, Any], judged: list[int], now: dict[str, Any] | None, left: list[str] | None
) -> None:
    before = copy.deepcopy(read)
    said: list[Any] = [given(read, "mentions", at, "other" if now else "wrong", **(now or {})) for at in judged]
    out, unfit = lay(read, said)
    assert [[item["source"], item["target"]] for item in out["relations"]] == ([left[:2]] if left else [])
    assert [item["actors"] for item in out["relations"]] == ([left] if left else [])
    assert not unfit and read == before
    kept, _ = lay(read, [given(read, "relations", 0, "right"), *said])
    assert [item["actors"] for item in kept["relations"]] == [read["relations"][0]["actors"]], "judged by itself"
    for one in out["relations"]:  # judged as it stands now
        sure, unfit = lay(read, [*said, {"id": 2, "body": body("relations", out, one, "right")}])
        assert [(item["actors"], bool(item["verdict"])) for item in sure["relations"]] == [(left, True)] and not unfit
    again, unfit = lay(read, [*said, given(read, "relations", 0, "wrong")])
    assert again["relations"] == [] and not unfit


@pytest.mark.parametrize(
    ("said", "change", "fits"),
    [
        ("right", {}, True), ("wrong", {}, True), ("other", {}, True),
        ("right", {"rule": "a better one", "confidence": 0.2}, True),
        ("wrong", {"id": "SAU"}, True),  # the wrong reading has gone by itself
        ("right", {"id": "SAU"}, False),
        ("other", {"id": "SAU"}, True),  # what was said of the words holds, whatever they are read as
        ("right", {"start": 1}, False),
        ("other", {"start": 1}, False),
    ],
)  # fmt: skip
def test_what_is_found_again_after_another_reading(said: Said, change: dict[str, Any], fits: bool) -> None:
    read = record()
    verdict = given(read, "mentions", 0, said, **({"id": "CHN", "country": "CHN"} if said == "other" else {}))
    again = record()
    again["mentions"][0] |= change
    out, unfit = lay(again, [verdict])
    assert unfit == ([] if fits else [verdict])
    if said == "wrong" and change.get("id"):
        assert len(out["mentions"]) == len(read["mentions"])
    if said == "other" and fits:
        assert out["mentions"][0]["id"] == "CHN"


def test_the_same_place_in_another_text_is_no_fit() -> None:
    read, changed = record(), record()
    changed["text"] = "تصحيح: " + changed["text"]
    verdict = given(read, "dates", 0, "right")
    assert lay(changed, [verdict])[1] == [verdict]


def test_of_two_findings_at_one_place_the_one_that_was_meant() -> None:
    read = record()
    read["relations"].append({**read["relations"][0], "status": "denied"})
    out, _ = lay(read, [given(read, "relations", 1, "wrong")])
    assert [item["status"] for item in out["relations"]] == ["announced"]
    out, _ = lay(read, [given(read, "relations", 0, "other", type="AID"), given(read, "relations", 1, "right")])
    assert [(item["type"], item["verdict"]) for item in out["relations"]] == [("AID", "other"), ("AGREE", "right")]


@pytest.mark.parametrize("said", ["right", "wrong", "other"])
def test_what_was_judged_is_judged_again(said: Said) -> None:
    read = record()
    first = given(read, "dates", 0, "other", **{"from": "2024-01-01"})
    out, _ = lay(read, [first])
    now = {"to": "2024-12-31"} if said == "other" else {}
    again, unfit = lay(read, [first, {"id": 2, "body": body("dates", out, out["dates"][0], said, now)}])
    assert not unfit and len(again["dates"]) == len(read["dates"]) - (said == "wrong")
    if said != "wrong":  # what stands is confirmed or judged further, and not what it was read as at first
        assert {**out["dates"][0], **now} == {**again["dates"][0], "was": out["dates"][0]["was"]}


def test_who_speaks_is_judged_again() -> None:
    read = record()
    at = {key: read["mentions"][1][key] for key in ("field", "start", "end")}
    first = given(read, "quotes", 0, "other", speaker="روسيا", speaker_mention=at)
    out, _ = lay(read, [first])
    again, _ = lay(read, [first, {"id": 2, "body": body("quotes", out, out["quotes"][0], "right")}])
    assert again["quotes"] == out["quotes"]


def test_the_later_verdict_holds() -> None:
    read = record()
    said = [given(read, "dates", 0, "other", **{"from": "2024-01-01"}), given(read, "dates", 0, "right")]
    out, unfit = lay(read, said)
    assert out["dates"][0]["from"] == read["dates"][0]["from"] and not unfit
    assert len(lay(read, [*said, given(read, "dates", 0, "wrong")])[0]["dates"]) == len(read["dates"]) - 1


# -- names ---------------------------------------------------------------------------------------------------------

MERGE = {"do": "merge", "ids": ["person:a"], "id": "person:b", "name": "ب", "name_en": "B"}
RENAME = {"do": "rename", "ids": [], "id": "person:b", "name": "باء", "name_en": None}
SPLIT = {"do": "split", "id": "person:b", "articles": ["x"], "into": "person:c", "name": "ج", "name_en": None}


@pytest.mark.parametrize(
    ("steps", "id", "article", "expected"),
    [
        ([MERGE], "person:a", "x", "person:b"), ([MERGE], "person:z", "x", "person:z"),
        ([MERGE, SPLIT], "person:a", "x", "person:c"), ([MERGE, SPLIT], "person:a", "y", "person:b"),
        ([SPLIT, MERGE], "person:a", "x", "person:b"),  # what was split off before the merge came stays apart from it
        ([SPLIT, MERGE], "person:b", "x", "person:c"),
        ([MERGE, {**MERGE, "ids": ["person:b"], "id": "person:d"}], "person:a", "x", "person:d"),
    ],
)  # fmt: skip
def test_steps_are_replayed_in_order(steps: list[Any], id: str, article: str, expected: str) -> None:
    assert replay(steps).of(id, article) == expected


def people() -> dict[str, Any]:
    def named(at: int, id: str) -> Mention:
        return Mention(start=at, end=at + 1, text="x", kind="person", id=id, name=id, rule="t")

    def relation(source: str, target: str, *more: str) -> Relation:
        return Relation(source=source, target=target, actors=(source, target, *more), reciprocal=False, type="AID",
                        start=0, end=1, rule="t")  # fmt: skip

    return Record(
        article=Article(id="x", text="a b c"), mentions=(named(0, "person:a"), named(2, "person:b")),
        relations=(relation("person:a", "IRN"), relation("person:a", "person:b"), relation("RUS", "IRN")),
    ).to_dict()  # fmt: skip


def test_a_merged_name_is_one_everywhere() -> None:
    out = replay([MERGE, RENAME]).lay(people())
    assert [(item["id"], item["name"]) for item in out["mentions"]] == [("person:b", "باء")] * 2
    assert out["mentions"][0]["local"] == {"id": "person:a"} and "local" not in out["mentions"][1]
    assert [item["actors"] for item in out["relations"]] == [["person:b", "IRN"], ["RUS", "IRN"]]


def test_a_verdict_on_a_merged_name_outlives_the_merge() -> None:
    read = people()
    merged = replay([MERGE]).lay(read)
    verdict = given(merged, "mentions", 0, "wrong")
    assert len(lay(read, [verdict])[0]["mentions"]) == 1
    verdict = given(merged, "relations", 0, "right")
    assert lay(read, [verdict])[0]["relations"][0]["verdict"] == "right"
