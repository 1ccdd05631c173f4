"""How facts are drawn together when there are too many, and what a window touches."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries import timeline
from dashboard.queries.timeline import KEYS


def made(*spans: tuple[str | None, str | None]) -> pd.DataFrame:
    low, high = (pd.Series([span[side] for span in spans], dtype="datetime64[s]") for side in (0, 1))
    return pd.DataFrame({"low": low, "high": high}).assign(
        lane=pd.Categorical(["l"] * len(spans)),
        announced=False,
        vague=False,
        key=range(len(spans)),
    )


def spans(found: pd.DataFrame) -> list[tuple[str, str]]:
    return [
        tuple("" if pd.isna(day) else day.date().isoformat() for day in row)
        for row in zip(found["low"], found["high"], strict=True)
    ]  # type: ignore[misc]


FACTS = made(
    ("2023-03-05", "2023-03-05"), ("2023-03-01", "2023-03-31"), ("2023-02-27", "2023-03-20"),
    ("2023-01-01", "2023-12-31"), ("2019-01-01", "2024-12-31"), ("1967-06-05", "1967-06-10"), ("2023-03-05", None),
    (None, "2023-03-05"), ("0101-01-01", "0150-12-31"), ("9999-12-01", "9999-12-31"),
)  # fmt: skip


def test_by_month() -> None:
    assert spans(timeline.merged(FACTS, "month")) == [
        ("2023-03-01", "2023-03-31"), ("2023-03-01", "2023-03-31"), ("2023-03-01", "2023-03-31"),
        ("2023-01-01", "2023-12-31"), ("2019-01-01", "2024-12-31"), ("1967-06-01", "1967-06-30"), ("2023-03-05", ""),
        ("", "2023-03-05"), ("0101-01-01", "0150-12-31"), ("9999-12-01", "9999-12-31"),
    ]  # fmt: skip


def test_by_year() -> None:
    assert spans(timeline.merged(FACTS, "year")) == [
        ("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31"),
        ("2023-01-01", "2023-12-31"), ("2020-01-01", "2029-12-31"), ("1967-01-01", "1967-12-31"), ("2023-03-05", ""),
        ("", "2023-03-05"), ("0101-01-01", "0150-12-31"), ("9999-01-01", "9999-12-31"),
    ]  # fmt: skip


@pytest.mark.parametrize("grain", ["month", "year"])
def test_drawn_together_only_less_is_left(grain: timeline.Grain) -> None:
    many = made(*((f"20{year}-{month:02}-{day:02}",) * 2 for year in (21, 22) for month in (1, 2) for day in (3, 9)))
    assert len(timeline.merged(many, grain)[KEYS].drop_duplicates()) == {"month": 4, "year": 2}[grain]


def test_a_window_touches_what_overlaps_it() -> None:
    low, high = pd.Timestamp("2023-03-04"), pd.Timestamp("2023-03-06")
    assert list(timeline.touched(FACTS, ["l"], low, high).index) == [0, 1, 2, 3, 4, 6, 7]
    assert timeline.touched(FACTS, ["m"], low, high).empty


def test_what_is_drawn_together_far_off_reaches_not_into_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    days = pd.date_range("2018-01-01", "2019-12-31", freq="5D")
    found = made(*((str(day.date()),) * 2 for day in days), ("2018-01-01", "2018-12-30"), ("2018-06-01", "2018-09-30"))
    span = (pd.Timestamp("2018-03-01"), pd.Timestamp("2018-04-15"))
    monkeypatch.setattr(timeline, "CROWDED", 20)
    out = timeline._closer(found, span, "year")
    assert list(out.index) == list(found.index)
    assert set(timeline.touched(out, ["l"], *span)["grain"]) == {"day"}
    assert {("2018-07-01", "2018-07-31"), ("2019-01-01", "2019-12-31")} <= set(spans(out))
    assert len(out[KEYS].drop_duplicates()) < len(found) / 2
