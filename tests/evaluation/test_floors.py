"""No kind of finding may fall below what it had reached on our own annotated articles."""

from __future__ import annotations

import pytest

from . import floors
from .annotated import Annotated, load
from .compare import Outcome, any_of, compare


def test_nothing_falls_below_its_floor() -> None:
    kept = floors.read()
    assert all(kept[half] for half in floors.HALVES)
    assert floors.below(floors.scores(floors.outcomes()), kept) == []


def test_what_an_annotation_points_at_stands_in_its_article() -> None:
    missing = []
    for article in load():
        whole = f"{article.title}\n{article.text}"
        whole += whole.replace("_", " ")  # names in hashtags
        strings = [date["text"] for date in article.must.get("dates", [])]
        strings += [p for person in article.must.get("persons", []) for p in (person["name"], *person.get("also", []))]
        strings += [quote["words"] for quote in article.must.get("quotes", [])]
        strings += [flag["text"] for flag in article.must.get("flags", []) if "text" in flag]
        strings += [any_of(place)[0] for place in article.must.get("places", [])]
        strings += [*article.wrong.get("text", []), *article.wrong.get("dates", [])]
        missing += [(article.name, string) for string in strings if string not in whole]
    assert missing == []


def test_enough_is_held_out_in_both_languages() -> None:
    held_out = [article.language for article in load() if article.held_out]
    assert held_out.count("ar") >= 8 and held_out.count("en") >= 6


def date(text: str, start: int, day: str) -> dict[str, object]:
    return {"text": text, "field": "text", "start": start, "end": start + len(text), "from": day, "to": day,
            "kind": "date", "mod": None, "part": None, "at": None, "alternative": None}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"), [("2020-01-02", ["hit"]), ("2020-01-03", ["miss", "false"]), (None, ["miss"])]
)
def test_a_date_of_other_days_is_a_miss_and_wrong(day: str | None, expected: list[str]) -> None:
    article = Annotated("a", "en", "", "He left on 2 January.", None, complete=frozenset({"dates"}),
                        must={"dates": [{"text": "2 January", "day": "2020-01-02"}]})  # fmt: skip
    record = {"title": "", "text": article.text, "sentences": [[0, 21]], "mentions": [], "countries": [], "themes": [],
              "flags": [], "relations": [], "quotes": [],
              "dates": [date("2 January", 11, day)] if day else []}  # fmt: skip
    assert [o.result for o in compare(article, record) if o.kind == "dates"] == expected


def test_pinning_raises_and_lowers_only_when_asked() -> None:
    now = {"open": {"dates": 0.5, "flags": 0.9}, "held_out": {}}
    kept = {"open": {"dates": 0.7, "flags": 0.8}, "held_out": {}}
    assert floors.pinned(now, kept)["open"] == {"dates": 0.7, "flags": 0.9}
    assert floors.pinned(now, kept, lower=True)["open"] == {"dates": 0.5, "flags": 0.9}
    assert floors.below(now, kept) == ["open dates: 0.500 below the floor 0.700"]


def test_measures_count_misses_and_false_findings() -> None:
    found = [Outcome("a", "dates", result, "") for result in ("hit", "hit", "miss", "false", "false")]
    assert floors.measures(found, "dates") == (0.5, pytest.approx(2 / 3), pytest.approx(4 / 7), 3)
