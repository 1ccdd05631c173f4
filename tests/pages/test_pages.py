"""Every page in both languages, full and empty, and what its filters and clicks do."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import Store
from dashboard.views import frame
from dashboard.views.words import words
from tests.deskdata import DRAFTS

from .conftest import PAGES, Open

LANGUAGES = ("ar", "en")
FAILED = frame.failed  # as whoever opens a faulty page meets it
INVISIBLE = dict.fromkeys(map(ord, "\\\u200e\u200f\u2068\u2069"))


def param(app: AppTest, name: str) -> list[str]:
    """A URL parameter's values; AppTest gives one as a string and several as a list."""
    value = app.query_params[name]
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_draws(open_page: Open, page: str, language: str) -> None:
    app = open_page(page, lang=language)
    assert app.title[0].value == words(language)(f"page.{page}")
    assert not app.error


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_to_do_when_empty(open_page: Open, page: str, language: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "empty.db")
    app = open_page(page, workspace=store.url, lang=language)
    said = " ".join(item.value for item in app.markdown)
    if page != "add":
        assert words(language)("empty.workspace") in said


def test_a_first_visit_is_shown_the_way_on(open_page: Open, tmp_path: Path) -> None:
    """Beside the sample articles, and only where nothing else is there yet."""
    store = Store(tmp_path / "samples.db")
    store.put([DRAFTS[0].record()], store.add_batch("samples", samples=True))

    def ways(page: str) -> list[str]:
        app = open_page(page, workspace=store.url, lang="ar")
        return [link.proto.label for link in app.sidebar.get("page_link")]

    assert ways("statements") == [words("ar")("workspace.own")] and ways("add") == []
    store.put([DRAFTS[1].record()], store.add_batch("own"))
    assert ways("statements") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_fails_says_so_in_the_language(
    open_page: Open, language: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("the trace is the terminal's")

    monkeypatch.setattr(frame, "failed", FAILED)
    with monkeypatch.context() as faulty:
        faulty.setattr("dashboard.views.overview.show", fails)
        app = open_page(lang=language, q="Iran")
    said = " ".join(item.value for item in app.markdown)
    assert words(language)("failed.said") in said and "ZeroDivision" not in said
    assert "ZeroDivisionError" in capfd.readouterr().err
    app.button(key="failed_reset").click().run()
    assert "q" not in app.query_params


def test_a_link_opens_the_view_it_says(open_page: Open) -> None:
    app = open_page(lang="en", theme=["naval-drills"], state=["IRN", "RUS"], match="all", q="الأسطول")
    labels = {button.label for button in app.button}
    assert {"Naval drills", "naming also Iran", "naming also Russia"} <= labels
    assert "One of 4 articles" in " ".join(item.value for item in app.markdown)
    assert param(app, "theme") == ["naval-drills"]


def test_a_part_of_the_sentence_takes_itself_out(open_page: Open) -> None:
    app = open_page(lang="en", theme=["naval-drills"], source=["وكالة الساحل"])
    next(button for button in app.button if button.label == "Naval drills").click().run()
    assert "theme" not in app.query_params
    assert param(app, "source") == ["وكالة الساحل"]


def test_clearing_keeps_the_language(open_page: Open) -> None:
    app = open_page(lang="en", theme=["naval-drills"])
    app.button(key="reset").click().run()
    assert set(app.query_params) == {"lang"} and param(app, "lang") == ["en"]


def test_search_filters(open_page: Open) -> None:
    app = open_page(lang="en")
    app.text_input(key="w_query").set_value("sanctions").run()
    assert param(app, "q") == ["sanctions"]
    assert "One of 4 articles" in " ".join(item.value for item in app.markdown)


def test_filters_that_leave_nothing_say_so(open_page: Open) -> None:
    app = open_page(lang="en", q="nowhere-at-all")
    assert words("en")("empty.filters") in " ".join(item.value for item in app.markdown)
    app.button(key="empty_reset").click().run()
    assert "q" not in app.query_params


def test_choosing_a_state_in_the_sidebar(open_page: Open) -> None:
    app = open_page(lang="en")
    app.multiselect(key="w_states").set_value(["SAU"]).run()
    assert param(app, "state") == ["SAU"]
    assert "One of 4 articles" in " ".join(item.value for item in app.markdown)


def test_a_person_in_a_link_is_said_and_taken_out(open_page: Open) -> None:
    app = open_page(lang="en", actor="no:Somebody")
    assert "None of 4 articles" in " ".join(item.value for item in app.markdown)
    app.button(key="said_actors_no:Somebody").click().run()
    assert "actor" not in app.query_params
    assert "All 4 articles" in " ".join(item.value for item in app.markdown)


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("overview", {"show": "state:IRN"}, "**Iran** · 3 articles"),
        ("overview", {"show": "dyad:IRN-RUS"}, "**Iran – Russia** · 2 articles"),
        ("overview", {"show": "period:2023-03-06:diplomacy"}, "**Diplomacy, 6 Mar 2023 to 12 Mar 2023** · one article"),
        (
            "timeline",
            {"show": "mark:naval-drills:2023-03-01..2023-03-31:a"},
            "**Naval drills, March 2023** · one sentence",
        ),
        (
            "timeline",
            {"show": "mark:sanctions:2023-10-01..2023-12-31:av", "lanes": "themes"},
            "**Sanctions, 1 Oct 2023 to 31 Dec 2023** · one sentence",
        ),
        (
            "timeline",
            {"show": "box:2023-12-01..2024-01-05:sanctions+naval-drills", "zoom": "2023-01-01..2024-12-31"},
            "**Sanctions, 1 Dec 2023 to 5 Jan 2024** · one sentence",
        ),
        (
            "timeline",
            {"show": "box:2023-01-01..2023-12-31:RUS+IRN", "lanes": "states", "times": "published"},
            "**Iran and Russia, 2023** · 3 sentences",
        ),
        ("network", {"show": "edge:IRN|RUS"}, "**Iran – Russia · 2 independent reports** · 2 sentences"),
        ("network", {"show": "node:CHN"}, "**China** · 2 articles"),
        ("network", {"show": "edge:CHN|IRN", "month": "2023-03"}, "**China – Iran · no reports** · no sentences"),
        (
            "network",
            {"show": "edge:IRN|RUS", "month": "2023-03", "also": "people"},
            "**Iran – Russia · one independent report** · one sentence",
        ),
        (
            "network",
            {"edges": "relations", "show": "edge:RUS>IRN"},
            "**Russia → Iran · one independent report** · one sentence",
        ),
    ],
)
def test_what_is_asked_is_counted_in_the_panel(open_page: Open, page: str, params: dict[str, str], said: str) -> None:
    app = open_page(page, lang="en", **params)
    shown = [item.value.translate(INVISIBLE) for item in app.markdown]
    assert said in shown


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "x",
        "state:",
        "dyad:IRN",
        "edge:",
        "period:never:x",
        "announced:9",
        "node:<b>",
        "mark:",
        "mark:x:y:z",
        "box:",
        "box:never..now:x",
        "box:2023-01-01..2023-02-01:",
        "box:2023-01-01:sanctions",
    ],
)
@pytest.mark.parametrize("page", ["overview", "network", "timeline"])
def test_a_question_nobody_asked_breaks_nothing(open_page: Open, page: str, nonsense: str) -> None:
    open_page(page, lang="en", show=nonsense)


@pytest.mark.parametrize(
    "params",
    [
        {"lanes": "nope", "zoom": "yesterday..now"},
        {"zoom": "0101-01-01..9999-12-31"},
        {"times": "published", "lanes": "dyads"},
        {"least": "x"},
        {"edges": "relations", "around": "IRN"},
        {"also": "people+organizations+nobody", "month": "2023-13"},
        {"edges": "relations", "also": "none", "month": "2023-02"},
    ],
)
@pytest.mark.parametrize("page", ["timeline", "network"])
def test_a_pages_own_choices(open_page: Open, page: str, params: dict[str, str]) -> None:
    open_page(page, **params)


def test_months_are_stepped_through_and_played(open_page: Open) -> None:
    app = open_page("network", lang="en")
    app.button(key="month_after").click().run()
    assert param(app, "month") == ["2023-02"]
    app.button(key="month_after").click().run()
    assert param(app, "month") == ["2023-03"] and app.button(key="month_after").disabled
    app.button(key="month_play").click().run()  # from the last month it begins again
    assert param(app, "month") == ["2023-02"] and app.button(key="month_play").help == words("en")("network.pause")
    app.button(key="month_play").click().run()
    assert app.button(key="month_play").help == words("en")("network.play")
    app.select_slider(key="w_month").set_value("").run()
    assert "month" not in app.query_params


@pytest.mark.parametrize("article", ["a1", "a2", "a3", "a4"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_opens_every_article(open_page: Open, article: str, language: str) -> None:
    app = open_page("articles", lang=language, article=article)
    assert app.button(key="back").label == words(language)("article.back")
    assert param(app, "article") == [article]


def test_the_reader_goes_on_in_the_tables_order(open_page: Open) -> None:
    app = open_page("articles", lang="en", article="a2")
    app.button(key="next").click().run()
    assert param(app, "article") == ["a1"]
    app.button(key="back").click().run()
    assert "article" not in app.query_params


@pytest.fixture
def copied(tmp_path: Path) -> str:
    """The drafts, and the first of them again from two other sources."""
    from dataclasses import replace

    from tests.deskdata import fill

    more = (
        replace(DRAFTS[0], id="raw-id-b1", source="صحيفة النسخ", published="2023-02-12"),
        replace(DRAFTS[0], id="raw-id-b2", source="وكالة أخرى", published="2023-02-11"),
    )
    return fill(Store(tmp_path / "copied.db"), (*DRAFTS, *more)).url


def component(app: AppTest, name: str) -> Any:
    """The data that a component of the page was given."""
    return next(json.loads(item.proto.json) for item in app.get("bidi_component") if name in item.proto.id)


def test_copies_are_one_line_of_the_table(open_page: Open, copied: str) -> None:
    app = open_page("articles", workspace=copied, lang="en")
    lines = component(app, "articles_table")["rows"]
    assert [line["cells"].get("copies") for line in lines] == [None, None, "2", None]
    assert [line["id"] for line in lines[2]["more"]] == ["raw-id-b2|", "a1|"]
    assert lines[2]["more_label"].translate(INVISIBLE) == "2 more copies (10 Feb 2023 to 12 Feb 2023)"
    assert "6 articles" in " ".join(item.value for item in app.markdown)


def test_the_table_names_three_at_the_most_and_says_days_in_the_language(open_page: Open) -> None:
    app = open_page("articles", lang="ar", sort="-flags")
    data = component(app, "articles_table")
    assert [line["cells"]["flags"] for line in data["rows"]] == ["1", "", "", ""]
    assert data["rows"][1]["cells"]["published"] == "20 مارس 2023"
    assert [column["sorted"] for column in data["columns"] if column["id"] == "flags"] == ["descending"]
    assert "copies" not in [column["id"] for column in data["columns"]]  # there are none
    app.pills(key="w_columns").set_value(["states"]).run()
    assert [column["id"] for column in component(app, "articles_table")["columns"]] == ["title", "states"]


@pytest.mark.parametrize(
    ("opened", "key", "name", "chosen"),
    [({}, "w_columns", "columns", ["source", "states"]), ({"article": "a1"}, "w_marks", "marks", ["date", "flag"])],
)
def test_what_is_shown_of_articles_is_in_the_link(
    open_page: Open, opened: dict[str, str], key: str, name: str, chosen: list[str]
) -> None:
    app = open_page("articles", lang="en", **opened)
    usual = app.pills(key=key).value
    app.pills(key=key).set_value(chosen).run()
    (link,) = param(app, name)
    assert app.pills(key=key).value == chosen != usual
    assert open_page("articles", lang="en", **opened, **{name: link}).pills(key=key).value == chosen
    app.pills(key=key).set_value([]).run()
    assert app.pills(key=key).value == [] and param(app, name) == ["none"]
    app.pills(key=key).set_value(usual).run()
    assert name not in app.query_params


def test_a_further_page_of_sentences_is_in_the_link(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.views.evidence.PAGE", 2)
    first, second = (
        component(open_page(lang="en", show="state:IRN", leaf=leaf), "evidence_rows")["rows"] for leaf in ("1", "2")
    )
    assert (len(first), len(second)) == (2, 1)
    app = open_page(lang="en", show="state:IRN", leaf="2")
    assert param(app, "leaf") == ["2"]
    app.button(key="evidence_close").click().run()
    assert "leaf" not in app.query_params


def test_the_panel_folds_copies_and_says_so(open_page: Open, copied: str) -> None:
    app = open_page(workspace=copied, lang="ar", show="state:IRN")
    assert "**إيران** · 5 مقالات، اثنان منها نسختان" in [item.value.translate(INVISIBLE) for item in app.markdown]
    found = component(app, "evidence_rows")["rows"]
    assert len(found) == 3 and sum(1 + len(line.get("more", [])) for line in found) == 5
    newest = component(app, "overview_newest")["rows"]
    assert len(newest) == 4 and len(newest[2]["more"]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copys_flag_names_the_other_article_and_never_its_id(open_page: Open, copied: str, language: str) -> None:
    app = open_page("articles", workspace=copied, lang=language, article="raw-id-b1")
    flag = component(app, "reader_flags")["rows"][0]
    assert flag["id"] == "a1|" and "article=a1" in flag["href"]
    for part in ("مناورة بحرية مرتقبة", "وكالة الساحل", words(language).day(dt.date(2023, 2, 10))):
        assert part in flag["title"]
    copies = component(app, "reader_copies")["rows"]
    assert [line["id"] for line in copies] == ["a1|", "raw-id-b2|"]
    assert copies[1]["meta"] == ["وكالة أخرى", words(language).day(dt.date(2023, 2, 11))]
    app = open_page(workspace=copied, lang=language)
    for line in component(app, "overview_flags")["rows"]:
        assert not any("raw-id" in said or "a1" in said for said in (line["title"], line["lead"], *line["meta"]))


def test_going_on_steps_over_copies(open_page: Open, copied: str) -> None:
    app = open_page("articles", workspace=copied, lang="en", article="raw-id-b2")
    app.button(key="next").click().run()
    assert param(app, "article") == ["a4"]
    app.button(key="previous").click().run()
    assert param(app, "article") == ["raw-id-b1"]
    assert "3 of 4, copies folded" in [item.value for item in app.markdown]


def test_an_article_that_has_gone(open_page: Open) -> None:
    app = open_page("articles", lang="en", article="gone")
    assert app.warning[0].value == words("en")("article.gone")


def test_hostile_texts_are_never_markdown(open_page: Open) -> None:
    """Titles and sources of the fourth article try to be markup; what Streamlit reads as Markdown has them escaped."""
    for page, params in (
        ("overview", {}),
        ("articles", {"article": "a4"}),
        ("overview", {"source": ["<b>مصدر</b> $x$"]}),
    ):
        app = open_page(page, lang="en", **params)
        texts = [item.value for kind in ("markdown", "caption", "title", "subheader") for item in getattr(app, kind)]
        texts += [button.label for button in app.button]
        for text in texts:
            assert "<script" not in text and "<b>" not in text and "<i>" not in text and " $x$" not in text


def test_taking_back_the_last_import_and_starting_empty(open_page: Open, tmp_path: Path) -> None:

    store = Store(tmp_path / "w.db")
    store.put([DRAFTS[0].record()], store.add_batch("samples", samples=True))
    app = open_page("add", workspace=store.url, lang="en")
    app.button(key="start_empty").click().run()
    assert not app.exception and store.count() == 0
    store.put([DRAFTS[1].record()], store.add_batch("mine"))
    app.run()
    app.button(key="undo").click().run()
    assert not app.exception and store.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_for_several_articles_and_its_undoing(open_page: Open, tmp_path: Path, language: str) -> None:
    from dashboard.ingest import store_all
    from tests.test_dating import ARTICLES

    store, say = Store(tmp_path / "w.db"), words(language)
    store_all(ARTICLES, store, label="test")
    app = open_page("add", workspace=store.url, lang=language)
    assert say("dates.title", n=2) in [item.value for item in app.subheader]
    assert app.button(key="dates_do").disabled
    assert [line["checked"] for line in component(app, "undated")["rows"]] == [False, False]
    app.button(key="undated_all").click().run()
    assert [line["checked"] for line in component(app, "undated")["rows"]] == [True, True]
    app.date_input(key="dates_day").set_value(dt.date(2022, 6, 1))
    assert app.button(key="dates_do").label == say("dates.do", n=2)
    app.button(key="dates_do").click().run()
    assert not app.exception
    said = " ".join(item.value for item in app.markdown)
    assert say("dates.given", n=2, day=say.day(dt.date(2022, 6, 1))) in said and say("dates.resolved", n=3) in said
    assert {line["lead"] for line in component(app, "dates_resolved")["rows"]} >= {say.day(dt.date(2022, 6, 2))}
    assert store.article("two")["published"]["date"] == "2022-06-01"  # type: ignore[index]
    app.button(key="dates_undo").click().run()
    assert store.article("two")["published"]["date"] is None  # type: ignore[index]
    assert say("dates.title", n=2) in [item.value for item in app.subheader]


def test_the_reader_asks_for_the_day_where_it_is_unknown(open_page: Open, tmp_path: Path) -> None:
    from tests.deskdata import fill

    store = fill(Store(tmp_path / "w.db"))
    app = open_page("articles", workspace=store.url, lang="en", article="a4")
    app.button(key="date_a4_do").click().run()
    assert words("en")("dates.no_day") in [item.value for item in app.warning]
    app.date_input(key="date_a4_day").set_value(dt.date(2023, 3, 1))
    app.button(key="date_a4_do").click().run()
    assert not app.exception and store.article("a4")["published"]["date"] == "2023-03-01"  # type: ignore[index]
    assert "1 Mar 2023" in app.caption[-1].value or any("1 Mar 2023" in item.value for item in app.caption)


@pytest.mark.parametrize("query", ["date:2024-13", "(iran", "colour:red"])
@pytest.mark.parametrize("page", ["overview", "articles"])
def test_a_search_that_cannot_be_read_is_told_from_one_that_finds_nothing(
    open_page: Open, page: str, query: str
) -> None:
    app = open_page(page, lang="en", q=query)
    shown = " ".join(item.value for item in app.markdown)
    assert app.error and "can't be read" in shown and "Character" in shown
    assert "No article is left" not in shown and "None of" not in shown


@pytest.mark.parametrize(
    ("lang", "query", "told"),
    [
        ("en", "country:Irann", "Character 9: no state is called “Irann”. Did you mean Iran?"),
        ("ar", "دولة:روصيا", "الحرف 6: لا دولة باسم «روصيا». هل تقصد روسيا؟"),
    ],
)
def test_a_name_that_nothing_bears_is_told(open_page: Open, lang: str, query: str, told: str) -> None:
    app = open_page("overview", lang=lang, q=query)
    assert app.error[0].value.translate(INVISIBLE) == told
    assert told in " ".join(item.value.translate(INVISIBLE) for item in app.markdown)
    app = open_page("overview", lang=lang, q="country:Fiji")  # a state, though nobody writes of it
    assert not app.error


@pytest.mark.parametrize(("declined", "dated"), [(False, 2), (True, 1)])
def test_a_day_is_offered_to_the_copies_that_have_none(
    open_page: Open, tmp_path: Path, declined: bool, dated: int
) -> None:
    from tests.deskdata import fill

    first = replace(DRAFTS[0], published=None)
    store = fill(Store(tmp_path / "w.db"), (first, replace(first, id="z1", source="نسخة"), DRAFTS[3]))
    app = open_page("articles", workspace=store.url, lang="en", article="z1")
    if declined:
        app.checkbox(key="date_z1_copies").uncheck().run()
    app.date_input(key="date_z1_day").set_value(dt.date(2023, 3, 1))
    assert app.button(key="date_z1_do").label == words("en")("dates.do", n=dated)
    app.button(key="date_z1_do").click().run()
    days = [store.article(id)["published"]["date"] for id in ("a1", "z1", "a4")]  # type: ignore[index]
    assert not app.exception and days == [None if declined else "2023-03-01", "2023-03-01", None]


@pytest.mark.parametrize("page", ["overview", "timeline"])
def test_where_days_are_wanting_the_page_leads_to_giving_them(open_page: Open, tmp_path: Path, page: str) -> None:
    from tests.deskdata import fill

    store = fill(Store(tmp_path / "w.db"), (DRAFTS[3],))
    app = open_page(page, workspace=store.url, lang="ar")
    assert words("ar")("dates.missing", n=1) in [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize(("params", "told"), [({}, True), ({"source": ["Harbour Post"]}, False)])
def test_what_a_chart_of_days_cannot_place_is_counted_below_it(
    open_page: Open, params: dict[str, list[str]], told: bool
) -> None:
    app = open_page(lang="en", **params)
    assert (words("en")("frame.unplaced", n=1) in [item.value for item in app.caption]) is told


def test_names_of_an_import_keep_their_own_direction(open_page: Open, tmp_path: Path) -> None:

    store = Store(tmp_path / "w.db")
    store.put([DRAFTS[0].record()], store.add_batch("خبر.txt, Harbour Post.html…"))
    (row,) = component(open_page("add", workspace=store.url, lang="en"), "imports")["rows"]
    assert row["title"] == "\u200e\u2068خبر.txt\u2069, \u2068Harbour Post.html…\u2069"


def test_samples_are_offered_to_be_taken_away_right_after_the_first_import(open_page: Open, tmp_path: Path) -> None:
    from dashboard.views.jobs import Job

    store = Store(tmp_path / "w.db")
    store.put([DRAFTS[0].record(), DRAFTS[2].record()], store.add_batch("samples", samples=True))
    app = open_page("add", workspace=store.url, lang="ar")
    assert words("ar")("add.samples") in [item.value for item in app.markdown]
    store.put([DRAFTS[1].record()], store.add_batch("mine"))
    app.session_state["import_job"] = Job(1, summary={"added": 1}, done=True)
    app.run()
    assert [item.value for item in app.markdown].count(words("ar")("add.samples.own")) == 1
    assert app.button(key="own_away").label == "أزل مقالي العيّنة"
    app.button(key="own_away").click().run()
    assert not app.exception and store.count() == 1 and [batch["label"] for batch in store.batches()] == ["mine"]
    assert "own_away" not in [button.key for button in app.button]
    store.put([DRAFTS[2].record()], store.add_batch("samples", samples=True))
    app.session_state["import_job"] = Job(1, summary={"added": 0, "duplicates": 1}, done=True)
    app.run()  # an import that brought nothing says nothing of them: the page does
    assert [item.value for item in app.markdown].count(words("ar")("add.samples.own")) == 1


def test_bars_that_count_an_article_twice_say_so(open_page: Open) -> None:
    notes = [item.value for item in open_page(lang="en").caption]
    assert any(note.startswith("3 articles stand behind these bars") for note in notes), notes


def test_what_is_offered_of_many_says_of_how_many(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.views import sidebar

    every = [option.split(" · ") for option in open_page(lang="en").multiselect(key="w_states").options]
    assert len(every) == 4
    monkeypatch.setattr(sidebar, "MOST_STATES", 2)
    few = open_page(lang="en").multiselect(key="w_states")
    assert few.placeholder == "the 2 commonest of 4" and [o.split(" · ") for o in few.options] == every[:2]
    chosen = open_page(lang="en", state="CHN").multiselect(key="w_states")
    assert [o.split(" · ") for o in chosen.options][-1] == next(one for one in every if one[0] == "China")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_refused_stands_before_what_was_taken_in(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    from dashboard.views import jobs

    store, say = Store(tmp_path / "w.db"), words(lang)
    refused = {"status": "rejected", "origin": "scan.pdf", "reason": "no text layer", "remedy": "a text layer"}
    taken = {"status": "added", "origin": "a.txt", "id": "a1", "title": "A", "published": None}
    over = jobs.Job(2, [refused, taken], {"added": 1, "rejected": 1}, done=True, ended=time.monotonic())
    monkeypatch.setitem(jobs._latest, store.url, over)
    app = open_page("add", workspace=store.url, lang=lang)
    assert [len(component(app, key)["rows"]) for key in ("job_refused", "job_rows")] == [1, 1]
    said = [item.value for item in app.markdown]
    assert said.index(f"**{say('add.refused')}**") < said.index(f"**{say('add.taken')}**")
    silent = jobs.Job(1, done=True, ended=time.monotonic())
    jobs._run(silent, [sys.executable, "-c", "raise SystemExit(3)"], {}, None)
    monkeypatch.setitem(jobs._latest, store.url, silent)
    app = open_page("add", workspace=store.url, lang=lang)
    told = app.error[0].value.translate(INVISIBLE)
    assert (
        "3)" in told
        and "exit status" not in told
        and not [item for item in app.expander if item.label == say("add.details")]
    )
    assert bool(re.search("[a-z]", told)) is (lang == "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("where", [("articles", {"article": "a1"}), ("add", {})])
def test_filters_are_told_in_the_reader_and_where_articles_are_added(
    open_page: Open, lang: str, where: tuple[str, dict[str, str]]
) -> None:
    page, opened = where
    app = open_page(page, lang=lang, theme="naval-drills", **opened)
    part = app.button(key="said_themes_naval-drills")
    assert words(lang)("said.some", n=1, whole="4") in [item.value for item in app.markdown]
    part.click().run()
    assert not app.exception and "theme" not in app.query_params
    assert not [item for item in app.button if str(item.key).startswith("said_")]
    assert page == "add" or param(app, "article") == ["a1"]  # the reader stays where it is


@pytest.mark.parametrize(("ago", "told"), [(1, True), (3600, False)])
def test_a_page_loaded_anew_tells_what_became_of_the_import(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ago: float, told: bool
) -> None:
    from dashboard.views import jobs

    store = Store(tmp_path / "w.db")
    store.put([DRAFTS[0].record()], store.add_batch("mine"))
    refused = {"status": "rejected", "origin": "scan.pdf", "reason": "no text layer", "remedy": "a text layer"}
    over = jobs.Job(2, [refused], {"added": 1, "rejected": 1}, done=True, ended=time.monotonic() - ago)
    monkeypatch.setitem(jobs._latest, store.url, over)
    app = open_page("add", workspace=store.url, lang="en")
    assert ("one refused" in " ".join(item.value for item in app.markdown)) is told
    shown = [row["title"] for row in component(app, "job_refused")["rows"]] if told else []
    assert ("scan.pdf" in "".join(shown)) is told
    assert any("mine" in item.value for item in app.markdown)  # which import the question is about
    app.button(key="undo").click().run()
    assert store.count() == 0 and "one refused" not in " ".join(item.value for item in app.markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workspace_that_cannot_be_opened(open_page: Open, tmp_path: Path, language: str) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    app = open_page(workspace=str(broken), lang=language)
    assert app.title[0].value == words(language)("broken.title")
    said = app.error[0].value.translate(INVISIBLE)
    assert "broken.db" in said and ("can't be opened" if language == "en" else "تعذّر فتح") in said
