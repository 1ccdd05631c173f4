"""The map page: what a click asks is counted in the panel, layers go on and off, the lists hold the same numbers."""

from __future__ import annotations

import pytest

from dashboard.views.words import words

from .conftest import Open
from .test_pages import INVISIBLE, LANGUAGES


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("state:IRN", "**Iran** · 3 articles"),
        ("arc:RUS>IRN", "**Russia → Iran · one independent report** · one sentence"),
        ("arc:IRN|SAU", "**Iran – Saudi Arabia · one independent report** · one sentence"),
    ],
)
def test_what_is_asked_is_counted_in_the_panel(open_page: Open, show: str, said: str) -> None:
    app = open_page("map", lang="en", show=show)
    assert said in [item.value.translate(INVISIBLE) for item in app.markdown]


@pytest.mark.parametrize("nonsense", ["x", "state:", "place:nowhere", "arc:", "arc:IRN", "place:<b>"])
def test_a_question_nobody_asked_breaks_nothing(open_page: Open, nonsense: str) -> None:
    open_page("map", show=nonsense)


@pytest.mark.parametrize("language", LANGUAGES)
def test_layers_go_off_and_on_and_borders_are_credited(open_page: Open, language: str) -> None:
    say = words(language)
    app = open_page("map", lang=language)
    assert say("map.credits") in [item.value for item in app.caption]
    heads = {f"**{say(f'map.table.{layer}')}**" for layer in ("states", "arcs")}
    assert heads <= {item.value for item in app.markdown}
    app.pills(key="w_layers").set_value(["states"]).run()
    assert not app.exception
    assert f"**{say('map.table.arcs')}**" not in [item.value for item in app.markdown]
    app.pills(key="w_layers").set_value([]).run()
    assert not app.exception and app.info[0].value == say("map.no_layer")


def test_the_whole_world(open_page: Open) -> None:
    app = open_page("map", lang="en")
    app.segmented_control(key="w_extent").set_value("world").run()
    assert not app.exception
