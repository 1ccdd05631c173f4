"""Events announced: which reports are of one event, when it is to be, who said so first; and what is none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

from dashboard.filters import Filters
from dashboard.model import Article, Published
from dashboard.pipeline import extract_article
from dashboard.queries import announced
from dashboard.queries.announced_groups import grouped
from dashboard.queries.announced_reports import Windows
from dashboard.queries.corpus import Corpus
from dashboard.queries.evidence import gather
from dashboard.queries.stories import fold_rows
from dashboard.store import Store
from dashboard.tables import frames
from dashboard.views import announced as view
from dashboard.views.desk import Desk
from dashboard.views.words import words
from tests.deskdata import Draft, drill

ALL, TODAY = Filters(), dt.date(2023, 2, 1)


def day(low: str | None, high: str | None, **more: Any) -> dict[str, Any]:
    return {"from_day": low, "to_day": high, "precision": "month", "tense": "future", **more}


MARCH = day("2023-03-01", "2023-03-31")


# Each report in words of its own: articles of the same words would be copies.
WORDS = {
    "a": "وقال البيان الصادر في العاصمة إن السفن ستتدرب على الإنقاذ ومكافحة الحرائق قبالة الساحل الجنوبي",
    "b": "ونشرت الصحيفة صورا لمدمرة قديمة ترسو منذ أسبوع عند رصيف خال لا يقترب منه الصيادون",
    "c": "أما المراقبون فرأوا أن الطقس والميزانية ونقص الوقود قد تؤخر كل ما خطط له القادة هذا العام",
    "d": "ولم يذكر المتحدث عدد الجنود المشاركين ولا أسماء القطع ولا كلفة التمرين على الطرفين",
    "e": "وكان مجلس المدينة قد أغلق الشاطئ أمام المصطافين وطلب من الفنادق القريبة إلغاء الحجوزات",
}


def report(id: str, published: str | None, window: dict[str, Any] | None = MARCH, **more: Any) -> Draft:
    values: dict[str, Any] = {"status": "announced", "announces": "COOPERATE", **more}
    if window:
        values["date"] = 0
    return Draft(
        id, f"خبر {id}", f"أعلنت [IRN:إيران] و[RUS:روسيا] مناورة بحرية في الموعد. {WORDS[id]}.", published,
        source=f"مصدر {id}", themes={"naval-drills": ["مناورة بحرية"]},
        dates=[("الموعد", window)] if window else [], relations=[("أعلنت", drill(**values))],
        quotes=[("مناورة بحرية", f"قائل {id}")] if values.get("attributed_to") == 0 else [],
    )  # fmt: skip


@pytest.fixture
def make(tmp_path: Path) -> Any:
    def made(*drafts: Any) -> Corpus:
        store = Store(tmp_path / "w.db")
        store.put([one.record() if isinstance(one, Draft) else one for one in drafts], store.add_batch("test"))
        corpus = Corpus(frames(store), store.revision(), store.search)
        corpus.texts = store.texts  # type: ignore[attr-defined]
        return corpus

    return made


def found(corpus: Corpus, filters: Filters = ALL, today: dt.date = TODAY) -> pd.DataFrame:
    return announced.events(corpus, filters, today)


def test_reports_of_overlapping_windows_are_one_event(make: Any) -> None:
    week = day("2023-03-06", "2023-03-12")
    corpus = make(report("a", "2023-01-20"), report("b", "2023-01-10", week, attributed_to=0))
    (event,) = found(corpus).to_dict("records")
    assert (event["kind"], event["actors"], event["reports"]) == ("drill", ("IRN", "RUS"), 2)
    assert event["windows"] == ((pd.Timestamp("2023-03-06"), pd.Timestamp("2023-03-12")),)  # the one that says most
    assert (event["day"], event["speaker"], event["source"]) == (pd.Timestamp("2023-01-10"), "قائل b", "مصدر b")
    assert event["themes"] == ("naval-drills",) and event["state"] == "future"


@pytest.mark.parametrize(
    "other",
    [
        {"window": day("2023-05-01", "2023-05-31")},
        {"window": None},
        {"actors": ("IRN", "RUS", "CHN")},
        {"announces": "CONSULT"},
        {"announces": "CONSULT", "mode": "visit"},
    ],
)
def test_another_window_other_actors_or_another_kind_is_another_event(make: Any, other: dict[str, Any]) -> None:
    assert len(found(make(report("a", "2023-01-20"), report("b", "2023-01-10", **other)))) == 2


@pytest.mark.parametrize("status", ["occurred", "ongoing", "claimed", "hypothetical", "denied", "cancelled"])
def test_what_is_not_announced_is_none(make: Any, status: str) -> None:
    assert found(make(report("a", "2023-01-20", status=status))).empty


@pytest.mark.parametrize("type", ["ACCUSE", "REJECT", "REQUEST", "THREATEN"])
def test_words_still_to_be_said_are_no_event(make: Any, type: str) -> None:
    assert found(make(report("a", "2023-01-20", type=type, announces=None))).empty
    assert len(found(make(report("b", "2023-01-20", type="SANCTION", announces=None)))) == 1


def test_both_without_a_window_are_one_and_stay_open(make: Any) -> None:
    (event,) = found(make(report("a", "2023-01-20", None), report("b", "2023-01-10", None))).to_dict("records")
    assert event["state"] == "open" and event["windows"] == () and event["reports"] == 2
    assert pd.isna(event["low"]) and pd.isna(event["high"])


def test_a_wide_window_over_several_events_joins_none(make: Any) -> None:
    year = day("2023-01-01", "2023-12-31")
    drafts = (report("a", "2023-01-20"), report("b", "2023-01-10", day("2023-10-01", "2023-10-31")))
    assert found(make(*drafts, report("c", "2023-01-05", year)))["reports"].to_list() == [1, 1, 1]


def test_a_wide_window_over_one_event_is_of_it(make: Any) -> None:
    year = day("2023-01-01", "2023-12-31")
    assert found(make(report("a", "2023-01-20"), report("c", "2023-01-05", year)))["reports"].to_list() == [2]


def test_alternatives_are_both_told(make: Any) -> None:
    draft = report("a", "2023-01-20", day("2023-10-01", "2023-12-31", alternative=1))
    draft = replace(draft, dates=[*draft.dates, ("السفن", day("2024-01-01", "2024-03-31", alternative=1))])
    (event,) = found(make(draft)).to_dict("records")
    assert [low.year for low, _ in event["windows"]] == [2023, 2024]
    assert announced.standing(event["windows"], dt.date(2024, 1, 15)) == "running"


@pytest.mark.parametrize(
    ("low", "high", "state"),
    [
        ("2023-03-01", "2023-03-31", "future"), ("2023-01-15", "2023-02-01", "running"),
        ("2023-01-01", "2023-01-31", "past"), (None, "2023-03-01", "running"), ("2023-01-01", None, "running"),
        ("2023-05-01", None, "future"), (None, "2023-01-31", "past"),
    ],
)  # fmt: skip
def test_where_it_stands(low: str | None, high: str | None, state: str) -> None:
    assert announced.standing([(pd.Timestamp(low), pd.Timestamp(high))], TODAY) == state


def test_copies_are_one_report_and_the_evidence_has_as_many_rows(make: Any) -> None:
    base = report("a", "2023-01-20")
    base = replace(base, text=base.text + " " + "سطر طويل من كلام المقال نفسه لا يتغير في شيء " * 15 + ".")
    corpus = make(base, replace(base, id="a2", source="ناسخ", published="2023-01-25"), report("b", "2023-01-22"))
    (event,) = found(corpus).to_dict("records")
    assert event["reports"] == 2 and event["day"] == pd.Timestamp("2023-01-20")
    hits = announced.behind(corpus, ALL, TODAY, event["id"])
    shown = gather(corpus, hits)
    assert len(shown) == 3
    assert len(fold_rows(corpus, shown, hits.unit, corpus.texts)) == event["reports"]  # type: ignore[attr-defined]


def test_a_headline_counts_only_where_its_text_says_no_such_thing(make: Any) -> None:
    made = report("a", "2023-01-20").record()
    title = replace(made.relations[0], field="title", sentence=None, start=0, end=3, date=None)
    assert len(found(make(replace(made, relations=(title, *made.relations))))) == 1
    (event,) = found(make(replace(made, relations=(title,)))).to_dict("records")
    assert event["state"] == "open"


def test_what_takes_it_back_is_told_after_it_and_of_it(make: Any) -> None:
    cancelled = report("c", "2023-02-15", status="cancelled", type="COOPERATE", announces=None)
    corpus = make(report("a", "2023-01-20"), cancelled)
    (event,) = found(corpus).to_dict("records")
    assert announced.after(corpus, ALL, event["later"])["status"].astype(str).to_list() == ["cancelled"]
    assert event["reports"] == 1


@pytest.mark.parametrize(
    "other",
    [
        {"published": "2023-01-05"},  # before it was announced
        {"window": day("2022-03-01", "2022-03-31")},  # last year's
        {"window": None, "published": "2023-06-01"},  # of no day, long after
        {"actors": ("IRN", "RUS", "CHN")},
    ],
)
def test_what_takes_something_else_back_is_not_of_it(make: Any, other: dict[str, Any]) -> None:
    values = {"published": "2023-02-15", "status": "cancelled", "type": "COOPERATE", "announces": None, **other}
    (event,) = found(make(report("a", "2023-01-20"), report("c", **values))).to_dict("records")
    assert event["later"] == ()


def test_the_filters_apply_and_the_order_is_by_window(make: Any) -> None:
    corpus = make(
        report("a", "2023-01-20"), report("b", "2022-01-10", day("2022-10-01", "2022-10-31")),
        report("c", "2023-01-20", None), report("d", "2023-01-20", day("2023-02-01", "2023-02-02")),
        report("e", "2021-01-10", day("2021-10-01", "2021-10-31")),
    )  # fmt: skip
    assert found(corpus)["state"].to_list() == ["running", "future", "past", "past", "open"]
    assert found(corpus)["low"].dt.year.to_list()[2:4] == [2022, 2021]
    assert len(found(corpus, Filters(sources=("مصدر a",)))) == 1
    assert found(corpus, Filters(themes=("sanctions",))).empty


def test_what_falls_due_next_comes_first(make: Any) -> None:
    """Of what runs, that which ends next; then what begins next; an open end falls due at no day that is known."""
    windows = {
        "ends later": ("2023-01-01", "2023-06-30"), "ends next": ("2022-06-01", "2023-02-20"),
        "no end": ("2022-01-01", None), "begins later": ("2023-08-01", "2023-08-02"),
        "begins next": ("2023-02-05", "2023-12-31"),
        "long past": ("2020-01-01", "2020-01-02"), "just past": ("2023-01-30", "2023-01-31"),
    }  # fmt: skip
    actors = dict(
        zip(windows, ("CHN RUS", "IRN RUS", "IRN CHN", "IRN SAU", "CHN SAU", "RUS SAU", "IRN OMN"), strict=True)
    )
    drafts = (
        replace(report("a", "2019-05-01", day(*windows[id]), actors=tuple(actors[id].split())), id=id) for id in windows
    )
    corpus = make(*drafts)
    order = ["ends next", "ends later", "no end", "begins next", "begins later", "just past", "long past"]
    assert found(corpus)["actors"].map(" ".join).to_list() == [actors[id] for id in order]


def test_what_has_no_day_comes_as_lately_as_it_was_told(make: Any) -> None:
    actors = {"a": ("IRN", "RUS"), "b": ("IRN", "CHN"), "c": ("CHN", "RUS"), "d": ("IRN", "OMN")}
    days = {"a": "2020-06-17", "b": "2023-01-20", "c": None, "d": "2021-08-16"}
    events = found(make(*(report(id, days[id], None, actors=actors[id]) for id in actors)))
    assert set(events["state"]) == {"open"}
    assert events["actors"].to_list() == [actors[id] for id in "bdac"]


UNRESOLVED = day(None, None)


@pytest.mark.parametrize(
    ("undated", "events"),
    [
        (report("a", None, UNRESOLVED), 1),  # a copy whose day is wanting
        (report("a", None, None), 2),  # one that names no date at all
        (report("b", None, UNRESOLVED), 2),  # another article
        (report("a", "2023-01-25", UNRESOLVED), 2),  # a date that stays open though the day is known
    ],
)
@pytest.mark.parametrize("first", [False, True])
def test_a_date_open_for_want_of_a_day_is_its_copys(make: Any, undated: Draft, events: int, first: bool) -> None:
    rows = found(make(*((report("a", "2023-01-20"), replace(undated, id="z"))[:: -1 if first else 1])))
    assert len(rows) == events
    if events == 1:
        (event,) = rows.to_dict("records")
        assert event["reports"] == 1 and event["low"] == pd.Timestamp("2023-03-01") and len(event["facts"]) == 2


def test_many_reports_are_put_together_as_one_would_by_hand() -> None:
    chance = np.random.default_rng(3)
    low = [np.sort(chance.integers(0, 400, size)) for size in [0, *chance.integers(1, 3, 149)]]
    high = [first + chance.integers(0, 25, len(first)) for first in low]
    length = np.array([(last - first).sum() for first, last in zip(low, high, strict=True)])
    days = [list(zip(first.tolist(), last.tolist(), strict=True)) for first, last in zip(low, high, strict=True)]
    windows = Windows([()] * 150, days, length)
    reports = pd.DataFrame({"what": chance.integers(0, 6, 900), "window": chance.integers(0, 150, 900)})
    expected: dict[tuple[int, int], int] = {}
    events: list[tuple[int, int]] = []  # what, window
    for row in reports.assign(length=length[reports["window"]]).sort_values("length", kind="stable").itertuples():
        if (row.what, row.window) in expected:
            continue
        fits = [
            number for number, (what, window) in enumerate(events)
            if what == row.what and any(
                a <= d and c <= b
                for a, b in zip(low[window], high[window], strict=True)
                for c, d in zip(low[row.window], high[row.window], strict=True)
            )
        ]  # fmt: skip
        if len(fits) != 1:
            fits = [len(events)]
            events.append((row.what, row.window))
        expected[row.what, row.window] = fits[0]
    event, seeds = grouped(reports, windows)
    assert len(seeds) == len(events) > 100
    cells = zip(reports["what"], reports["window"], strict=True)
    assert len(set(zip(event, (expected[cell] for cell in cells), strict=True))) == len(events)


@pytest.mark.parametrize(("today", "state"), [
    ("2026-11-26", "future"), ("2026-11-27", "running"), ("2026-11-28", "running"), ("2026-11-29", "running"),
    ("2026-11-30", "past"),
])  # fmt: skip
@pytest.mark.parametrize("text", [
    "ستجري إيران وروسيا محادثات خلال الـ48 ساعة المقبلة.", "Iran and Russia will hold talks in the next 48 hours.",
])  # fmt: skip
def test_a_window_told_in_hours_is_past_only_when_its_last_day_is(make: Any, text: str, today: str, state: str) -> None:
    article = Article(text=text, published=Published(dt.date(2026, 11, 27), "given"))
    (event,) = found(make(extract_article(article)), today=dt.date.fromisoformat(today)).to_dict("records")
    assert event["state"] == state


@pytest.mark.parametrize("text", [
    "ستعقد إيران وروسيا محادثات اليوم الجمعة الساعة الخامسة مساء.", "ستعقد إيران وروسيا محادثات الليلة.",
])  # fmt: skip
def test_an_hour_of_today_is_today_until_the_day_is_over(make: Any, text: str) -> None:
    article = Article(text=text, published=Published(dt.date(2026, 11, 27), "given"))
    corpus = make(extract_article(article))
    states = [found(corpus, today=dt.date(2026, 11, day))["state"].to_list() for day in (26, 27, 28)]
    assert states == [["future"], ["running"], ["past"]]


@pytest.mark.parametrize(("mode", "kind"), [
    ("expel", "expulsion"), ("withdraw", "break"), ("discontinue", "suspension"), (None, "sanctions"),
])  # fmt: skip
def test_an_expulsion_is_announced_as_one(make: Any, mode: str | None, kind: str) -> None:
    coded = {"type": "SANCTION", "mode": mode, "announces": None, "reciprocal": False, "sign": "-"}
    (event,) = found(make(report("a", "2023-01-20", **coded))).to_dict("records")
    assert event["kind"] == kind


@pytest.mark.parametrize(("mode", "kind"), [
    ("ceasefire", "ceasefire"), ("withdraw", "withdrawal"), ("release", "RETREAT"), (None, "RETREAT"),
])  # fmt: skip
def test_a_release_is_announced_as_no_withdrawal(make: Any, mode: str | None, kind: str) -> None:
    coded = {"type": "CONCEDE", "mode": mode, "announces": "RETREAT", "reciprocal": False, "sign": "+"}
    (event,) = found(make(report("a", "2023-01-20", **coded))).to_dict("records")
    assert event["kind"] == kind


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "نشر قوات أو تدريبها (حشد)"), ("en", "Deploy or drill troops (mobilise)")]
)
def test_what_has_no_kind_of_its_own_is_told_by_its_mode(make: Any, language: str, said: str) -> None:
    corpus = make(report("a", "2023-01-20", type="MOBILIZE", mode="troops", announces=None, sign="-"))
    (event,) = found(corpus).to_dict("records")
    desk = cast(Desk, SimpleNamespace(words=words(language), actor=str))
    assert view.title(desk, event).partition(":")[0] == said
