"""The page of the brief: what is picked, what each part holds, and that a click makes the files of just that."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.queries.brief import SECTIONS
from dashboard.store import Store
from dashboard.views.brief.room import MADE
from dashboard.views.words import words

from .conftest import Open
from .test_pages import LANGUAGES, param


def previews(app: AppTest) -> str:
    return " ".join(item.proto.body for item in app.get("html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_says_what_it_holds(open_page: Open, language: str) -> None:
    say, app = words(language), open_page("brief", lang=language)
    shown = previews(app)
    assert all(say(f"brief.section.{name}") in shown for name in SECTIONS)
    assert say("brief.holds.states", n=4) in shown and say("brief.holds.speakers", n=1) in shown
    assert MADE not in app.session_state  # nothing is made before it is asked for


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_chosen_and_what_is_shown_of_it_are_told_apart(open_page: Open, language: str) -> None:
    """Their labels stand beside each other, and share no word."""
    app = open_page("brief", lang=language)
    chosen, shown = app.pills(key="w_parts").label, app.subheader[0].value
    assert set(chosen.lower().split()).isdisjoint(shown.lower().split()), (chosen, shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_makes_what_was_picked(open_page: Open, language: str) -> None:
    say = words(language)
    app = open_page("brief", lang=language, parts="actors+uncertain")
    assert say("brief.section.network") not in previews(app)
    app.text_input(key="brief_title").set_value("أسبوع <b>الميناء</b>")
    app.text_area(key="brief_note").set_value("للاطلاع")
    next(button for button in app.button if button.label == say("brief.make")).click().run()
    assert not app.exception
    made = app.session_state[MADE][1].decode()
    assert "أسبوع &lt;b&gt;الميناء&lt;/b&gt;" in made and "للاطلاع" in made
    assert made.count("<h2>") == 3 and say("brief.section.actors") in made  # two sections, and the articles cited
    assert {"HTML", "DOCX"} <= {button.label for button in app.get("download_button")}
    assert param(app, "parts") == ["actors+uncertain"]
    app.session_state["open_parts"] = "actors"
    app.run()
    assert "DOCX" not in {button.label for button in app.get("download_button")}  # the old one is not this one


def test_filters_narrow_it_and_nothing_picked_says_so(open_page: Open) -> None:
    say = words("en")
    app = open_page("brief", lang="en", theme=["sanctions"])
    assert say("brief.holds.themes", n=1) in previews(app)
    app = open_page("brief", lang="en", parts="none")
    assert say("brief.nothing") in [item.value for item in app.info]
    assert next(button for button in app.button if button.label == say("brief.make")).disabled
    open_page("brief", lang="en", parts="nonsense+<b>")


def test_an_empty_workspace(open_page: Open, tmp_path: Path) -> None:
    app = open_page("brief", workspace=Store(tmp_path / "empty.db").url, lang="ar")
    assert words("ar")("empty.workspace") in " ".join(item.value for item in app.markdown)
