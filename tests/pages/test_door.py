"""A shared desk: nothing of it is seen without a password; readers look, editors add."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import access
from dashboard.views.words import words

from .conftest import Open


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    made = access.Access({"reader": access.hashed("look-only"), "editor": access.hashed("look-and-add")})
    for name, value in made.to_environment().items():
        monkeypatch.setenv(name, value)


def enter(app: AppTest, password: str) -> AppTest:
    app.text_input(key="door_password").set_value(password)
    next(
        button for button in app.button if button.label in (words("ar")("door.enter"), words("en")("door.enter"))
    ).click()
    return app.run()


@pytest.mark.parametrize("page", ["overview", "articles", "add"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_seen_before_the_password(open_page: Open, shared: None, page: str, language: str) -> None:
    app = open_page(page, lang=language, state=["IRN"])
    say = words(language)
    assert [title.value for title in app.title] == [say("app.name")]
    assert say("door.said") in [item.value for item in app.markdown]
    assert not app.sidebar and not app.error
    app = enter(app, "look-onl")
    assert [error.value for error in app.error] == [say("door.wrong")]
    assert [title.value for title in app.title] == [say("app.name")]


def test_a_link_opens_its_view_once_the_password_is_said(open_page: Open, shared: None) -> None:
    app = enter(open_page("articles", lang="en", state=["IRN"]), "look-only")
    assert app.title[0].value == words("en")("page.articles")
    assert "naming Iran" in [button.label for button in app.button]


def test_readers_look_and_editors_add(open_page: Open, shared: None) -> None:
    say = words("en")
    reader = enter(open_page("add", lang="en"), "look-only")
    assert say("door.editors") in [item.value for item in reader.markdown]
    assert "undo" not in {button.key for button in reader.button}
    editor = enter(open_page("add", lang="en"), "look-and-add")
    assert editor.title[0].value == say("page.add")
    assert "undo" in {button.key for button in editor.button}


def test_readers_see_themes_and_editors_change_them(open_page: Open, shared: None) -> None:
    reader = enter(open_page("themes", lang="en", id="sanctions"), "look-only")
    assert reader.text_area(key="theme_strong_en").disabled and reader.multiselect(key="theme_needs").disabled
    assert not {"theme_save", "theme_new", "theme_switch", "reread"} & {button.key for button in reader.button}
    assert not reader.file_uploader
    editor = enter(open_page("themes", lang="en", id="sanctions"), "look-and-add")
    assert {"theme_save", "theme_new", "theme_switch"} <= {button.key for button in editor.button}


def test_readers_may_make_briefs(open_page: Open, shared: None) -> None:
    say = words("en")
    reader = enter(open_page("brief", lang="en", parts="actors"), "look-only")
    next(button for button in reader.button if button.label == say("brief.make")).click().run()
    assert {"HTML", "DOCX"} <= {button.label for button in reader.get("download_button")} and not reader.exception


def test_a_day_is_given_by_editors_only(open_page: Open, shared: None) -> None:
    """The reader of an article whose day is unknown offers to give it, on a shared desk to who may change it."""
    do = words("en")("dates.do", n=1)
    reader = enter(open_page("articles", lang="en", article="a4"), "look-only")
    assert do not in [button.label for button in reader.button]
    editor = enter(open_page("articles", lang="en", article="a4"), "look-and-add")
    assert do in [button.label for button in editor.button]


def test_leaving_shuts_the_door(open_page: Open, shared: None) -> None:
    app = enter(open_page(lang="en"), "look-only")
    app.button(key="leave").click().run()
    assert [title.value for title in app.title] == [words("en")("app.name")]


def test_a_desk_of_ones_own_asks_for_nothing(open_page: Open) -> None:
    app = open_page(lang="en")
    assert app.title[0].value == words("en")("page.overview")
    assert "leave" not in {button.key for button in app.button}
