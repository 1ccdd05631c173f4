"""The page of events announced: a line an event, its announcements beside it, and what it says when there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.store import Store
from dashboard.views.words import words

from .conftest import Open
from .test_pages import INVISIBLE, LANGUAGES, component, copied, param  # noqa: F401

EVENT = "event:drill:CHN+IRN+RUS:2023-03-01..2023-03-31"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_opens_what_announces_it(open_page: Open, language: str) -> None:
    say = words(language)
    app = open_page("announced", lang=language, show=EVENT)
    (line,) = component(app, "announced_rows")["rows"]
    assert line["id"] == EVENT and line["tag"] == say("announced.due.past") and "more" not in line
    assert line["title"].startswith(say("announced.kind.drill") + ":")
    assert say("announced.reports", n=1) in line["meta"]
    assert len(component(app, "evidence_rows")["rows"]) == 1
    assert say("announced.title", n=1) in [item.value for item in app.subheader]


def test_copies_are_one_report(open_page: Open, copied: str) -> None:  # noqa: F811
    app = open_page("announced", workspace=copied, lang="en", show=EVENT)
    (line,) = component(app, "announced_rows")["rows"]
    assert "one report" in line["meta"] and len(component(app, "evidence_rows")["rows"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_and_choices_that_leave_nothing_say_so(open_page: Open, language: str) -> None:
    app = open_page("announced", lang=language, theme=["sanctions"])
    assert f"{words(language)('announced.none')} {words(language)('none.filters')}" in [item.value for item in app.info]
    app = open_page("announced", lang=language, due="future")
    assert words(language)("announced.none_due") in [item.value for item in app.info]
    assert param(app, "due") == ["future"]


@pytest.mark.parametrize("nonsense", ["", "event:", "event:9", "x", "event:<b>"])
def test_a_question_nobody_asked_breaks_nothing(open_page: Open, nonsense: str) -> None:
    open_page("announced", lang="en", show=nonsense, due="nonsense")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples(open_page: Open, samples: Store, language: str) -> None:
    app = open_page("announced", workspace=samples.url, lang=language)
    lines = component(app, "announced_rows")["rows"]
    assert len(lines) >= 8 and all(line["lead"] and line["title"] for line in lines)
    either = next(line for line in lines if "2021-10-01..2022-03-31" in line["id"])
    assert words(language)("date.or") in either["lead"]
    assert "nan" not in str(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_day_stands_last_by_itself(open_page: Open, samples: Store, language: str) -> None:
    say = words(language)
    app = open_page("announced", workspace=samples.url, lang=language)
    dated, rest = (component(app, f"announced_{part}")["rows"] for part in ("rows", "undated"))
    assert all(line["id"].endswith("..") for line in rest) and not any(line["id"].endswith(":..") for line in dated)
    heads = [item.value for item in app.subheader]
    assert heads == [say("announced.title", n=len(dated) + len(rest)), say("announced.undated", n=len(rest))]
    assert all(line["lead"] for line in dated) and not any(line["lead"] for line in rest)
    alone = open_page("announced", workspace=samples.url, lang=language, due="open")
    assert [item.value for item in alone.subheader] == [say("announced.title", n=len(rest))]
    past = open_page("announced", workspace=samples.url, lang=language, due="past")
    assert not [item for item in past.get("bidi_component") if "announced_undated" in item.proto.id]


def test_an_empty_workspace(open_page: Open, tmp_path: Path) -> None:
    app = open_page("announced", workspace=Store(tmp_path / "empty.db").url, lang="ar", show=EVENT)
    assert words("ar")("empty.workspace") in " ".join(item.value for item in app.markdown)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_overview_lists_the_same_events(open_page: Open, samples: Store, language: str) -> None:
    page = open_page("announced", workspace=samples.url, lang=language)
    here = [line for part in ("rows", "undated") for line in component(page, f"announced_{part}")["rows"]]
    there = component(open_page(workspace=samples.url, lang=language), "overview_announced")["rows"]
    assert there and [row["id"] for row in there] == [row["id"] for row in here][: len(there)]
    app = open_page(workspace=samples.url, lang=language, show=here[0]["id"])
    assert component(app, "evidence_rows")["rows"]
