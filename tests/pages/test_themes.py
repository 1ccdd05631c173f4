"""The themes page: what shows a theme, an edit tried and saved, a bad one told, files in and out, reading again."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import theming
from dashboard.ingest import store_all
from dashboard.lexicon import load
from dashboard.lexicon.theme_files import dump, parse
from dashboard.model import Article
from dashboard.store import Store
from dashboard.views import jobs
from dashboard.views.words import words

from .conftest import Open
from .test_pages import INVISIBLE, LANGUAGES, component, param

TEXTS = (
    "فرضت النرويج عقوبات جديدة على الشركة. وقالت تونس إن العقوبات لا تنفع.",
    "افتتح وزير الري الخزان الجديد أمس. وزار وفد من تونس الميناء.",
)
FILE = "group: society\nar: المياه\nen: Water\nstrong:\n  ar: [خزان جديد]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    store = Store(tmp_path / "themes.db")
    store_all([Article(text=text, language="ar", title=f"مقال {n}") for n, text in enumerate(TEXTS)], store, label="t")
    return store.url


def told(app: AppTest) -> str:
    return " ".join(item.value for item in app.error).translate(INVISIBLE).replace("\\", "")


def number(app: AppTest) -> list[str]:
    return [row["title"] for row in component(app, "theme_numbers")["rows"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_theme_is_listed_by_group_with_its_articles(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language)
    lines = component(app, "themes_rows")["rows"]
    say = words(language)
    assert {line["id"] for line in lines} == set(load().themes)
    groups = [line["meta"][0] for line in lines]
    assert groups == sorted(groups, key=groups.index) and groups[0] == say("theme.group.military")
    assert next(line for line in lines if line["id"] == "sanctions")["number"] == "1"
    assert say("themes.begin") in [item.value for item in app.info]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_shows_a_theme(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language, id="sanctions", part="evidence")
    cue = component(app, "theme_cues")["rows"][0]
    app = open_page("themes", workspace=workspace, lang=language, id="sanctions", part="evidence", show=cue["id"])
    assert len(component(app, "evidence_rows")["rows"]) == int(cue["number"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_that_nothing_shows_says_so(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language, id="space", part="evidence")
    assert words(language)("themes.no_evidence") in [item.value for item in app.caption]


@pytest.mark.parametrize("id", ["nonsense", "new'", ""])
def test_a_link_to_no_theme_offers_the_list(open_page: Open, workspace: str, id: str) -> None:
    app = open_page("themes", workspace=workspace, lang="en", id=id)
    assert app.info and component(app, "themes_rows")["rows"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edit_is_tried_saved_and_read_with(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language, id="sanctions")
    assert number(app) == ["1", "2"] and app.button(key="theme_save").disabled
    area = app.text_area(key="theme_strong_ar")
    area.set_value(f"{area.value}\nالخزان الجديد").run()
    assert number(app) == ["2", "3"] and not app.button(key="theme_save").disabled
    row = component(app, "theme_trial")["rows"]
    assert [piece for piece in row[0]["body"][0] if piece[1]] == [["الخزان الجديد", "hit"]] and len(row) == 1
    store = Store(workspace)
    assert store.themes() == {}
    app.button(key="theme_save").click().run()
    assert "الخزان الجديد" in store.themes()["sanctions"]["body"]["strong"]["ar"]
    assert next(row for row in component(app, "themes_rows")["rows"] if row["id"] == "sanctions")["tag"]
    assert any(words(language)("themes.outdated", n=2) in item.value for item in app.markdown)
    app.button(key="theme_restore").click().run()
    assert store.themes() == {} and "الخزان الجديد" in str(
        app.text_area(key="theme_strong_ar").value
    )  # to be saved again


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_becomes_a_theme_s_query(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language, id="sanctions", q="وزير NEAR/5 خزان")
    assert number(app) == ["0", "0"]  # the search is a filter: no article of it has the theme yet
    app.button(key="theme_take_query").click().run()
    assert app.text_area(key="theme_queries").value == "وزير NEAR/5 خزان"
    assert number(app) == ["1", "1"] and not app.button(key="theme_save").disabled
    (row,) = component(app, "theme_trial")["rows"]
    assert [piece for piece in row["body"][0] if piece[1]] == [["وزير", "hit"], ["الخزان", "hit"]]
    assert "theme_take_query" not in {button.key for button in app.button}
    app.text_area(key="theme_queries").set_value("date:2021 وزير").run()
    assert app.button(key="theme_save").disabled and "date:" in told(app)


BAD = [("strong_ar", "سد *", "«سد *»", "“سد *”"), ("with_en", "w*", "«w*»", "“w*”"), ("ar", "", "العربي", "Arabic")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("field", "typed", "arabic", "english"), BAD)
def test_a_bad_edit_is_told_and_loses_nothing(
    open_page: Open, workspace: str, language: str, field: str, typed: str, arabic: str, english: str
) -> None:
    app = open_page("themes", workspace=workspace, lang=language, id="sanctions")
    (app.text_area if "_" in field else app.text_input)(key=f"theme_{field}").set_value(typed).run()
    app.text_area(key="theme_weak_en").set_value("penalty").run()
    name = "Sanctions" if language == "en" or field == "ar" else "العقوبات"
    assert (arabic if language == "ar" else english) in told(app) and name in told(app)
    assert app.button(key="theme_save").disabled
    assert (app.text_area if "_" in field else app.text_input)(key=f"theme_{field}").value == typed
    app.switch_page("app_pages/overview.py").run()
    app.switch_page("app_pages/themes.py").run()
    app.query_params["id"] = "sanctions"
    app.session_state["open_id"] = "sanctions"
    app.run()
    assert app.text_area(key="theme_weak_en").value == "penalty"
    app.button(key="theme_discard").click().run()
    assert not told(app) and "penalty" not in str(app.text_area(key="theme_weak_en").value).splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_theme(open_page: Open, workspace: str, language: str) -> None:
    app = open_page("themes", workspace=workspace, lang=language)
    app.button(key="theme_new").click().run()
    app.text_input(key="theme_ar").set_value("المياه").run()
    app.text_area(key="theme_strong_ar").set_value("خزان جديد").run()
    assert told(app) and app.button(key="theme_save").disabled  # it has no English name yet
    app.text_input(key="theme_en").set_value("Sanctions").run()
    assert "Sanctions" in told(app) or "المياه" in told(app)  # there is one of this name
    app.text_input(key="theme_en").set_value("Water").run()
    assert not told(app) and number(app) == ["1", "1"] and not app.button(key="theme_save").disabled
    app.button(key="theme_save").click().run()
    assert param(app, "id") == ["water"]
    body = Store(workspace).themes()["water"]["body"]
    assert body["strong"] == {"ar": ["خزان جديد"]} and app.header[0].value == (
        "Water" if language == "en" else "المياه"
    )
    app.button(key="theme_restore").click().run()
    assert Store(workspace).themes() == {} and app.text_area(key="theme_strong_ar").value == "خزان جديد"


def test_switched_off_and_on(open_page: Open, workspace: str) -> None:
    app = open_page("themes", workspace=workspace, lang="en", id="sanctions")
    app.button(key="theme_switch").click().run()
    store = Store(workspace)
    assert theming.changes(store) == {"sanctions": None}
    line = next(row for row in component(app, "themes_rows")["rows"] if row["id"] == "sanctions")
    assert (line["tag"], line["quiet"]) == ("off", True)
    app.button(key="theme_switch").click().run()
    assert store.themes() == {}


def upload(app: AppTest, name: str, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    app.file_uploader(key="themes_in").upload(name, data, "application/yaml").run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "said"),
    [("ar: [", "2"), ("- x", "strong"), (FILE + "srtong: {}\nneed: [IRN]\n", "need"), (b"\xff\xfe\xfa", "UTF-8"),
     (FILE + "weak: {ar: 5}\n", "Water")],
)  # fmt: skip
def test_a_bad_file_is_told_by_its_name(
    open_page: Open, workspace: str, language: str, content: str | bytes, said: str
) -> None:
    app = open_page("themes", workspace=workspace, lang=language)
    upload(app, "water.yml", content)
    expected = "المياه" if said == "Water" and language == "ar" else said
    assert "water.yml" in told(app) and expected in told(app)
    assert component(app, "themes_rows")["rows"][0]["id"] != "water"


def test_a_file_opens_as_an_edit_and_comes_out_the_same(open_page: Open, workspace: str) -> None:
    app = open_page("themes", workspace=workspace, lang="en")
    upload(app, "water.yml", FILE)
    assert param(app, "id") == ["water"] and Store(workspace).themes() == {} and number(app) == ["1", "1"]
    assert component(app, "themes_rows")["rows"][0] == {"id": "water", "title": "Water", "tag": "not saved"}
    app.button(key="theme_save").click().run()
    body = Store(workspace).themes()["water"]["body"]
    assert parse(dump(body), "water.yml") == parse(FILE, "water.yml")
    upload(app, "sanctions.yml", FILE + "weak: {ar: [سد *]}\n")  # what can be mended in the fields is opened in them
    assert param(app, "id") == ["sanctions"] and app.text_area(key="theme_weak_ar").value == "سد *" and told(app)


def test_reading_again_in_a_process_of_its_own(workspace: str) -> None:
    store = Store(workspace)
    store.put_theme("water", parse(FILE, "water.yml"))
    job = jobs.reread(store.url)
    until = time.monotonic() + 90
    while not job.done and time.monotonic() < until:
        time.sleep(0.1)
    assert (job.error, job.summary, job.progress) == (None, {"event": "end", "done": 2, "lost": 0}, (2, 2))
    assert theming.waiting(store) == 0
    assert "water" in json.dumps([record["themes"] for record in store.records()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workspace_can_have_themes(open_page: Open, tmp_path: Path, language: str) -> None:
    app = open_page("themes", workspace=Store(tmp_path / "e.db").url, lang=language, id="energy")
    assert app.text_area(key="theme_strong_ar").value and number(app) == ["0", "0"]
    assert words(language)("themes.no_kept") in [item.value for item in app.caption]
