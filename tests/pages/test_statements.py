"""The statements page: speakers with counts, their statements, and what it says when there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.store import Store
from dashboard.views.words import words

from .conftest import Open
from .test_pages import INVISIBLE, LANGUAGES, component, copied, param  # noqa: F401


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_with_its_speaker_and_its_place(open_page: Open, language: str) -> None:
    app = open_page("statements", lang=language)
    (line,) = component(app, "statements_rows")["rows"]
    assert line["lead"].translate(INVISIBLE) == {"ar": "قائد الأسطول", "en": "“قائد الأسطول”"}[language]
    assert line["id"].startswith("a1|text:") and "article=a1" in line["href"]
    assert [piece for piece in line["body"][0] if piece[1]] == [["إن التدريب يحمي الملاحة", "hit"]]
    assert line["meta"][0] == words(language)("quote.indirect")
    assert words(language)("statements.title", n=1) in [item.value for item in app.subheader]
    (who,) = component(app, "statements_speakers")["rows"]
    assert who["number"] == "1"


def test_a_speaker_is_kept_in_the_url_and_let_go(open_page: Open) -> None:
    app = open_page("statements", lang="en", speaker="said:قايد الاسطول")
    speaker = component(app, "statements_speakers")["rows"][0]["id"]
    app = open_page("statements", lang="en", speaker=speaker)
    assert param(app, "speaker") == [speaker]
    assert "One statement by “قائد الأسطول”" in [item.value.translate(INVISIBLE) for item in app.subheader]
    app.button(key="everybody").click().run()
    assert "speaker" not in app.query_params and not app.exception


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", [{"who": "institution"}, {"speaker": "nobody"}, {"wording": "direct"}])
def test_choices_that_leave_nothing_say_what_to_do(open_page: Open, language: str, asked: dict[str, str]) -> None:
    app = open_page("statements", lang=language, **asked)
    assert words(language)("statements.none_chosen") in [item.value for item in app.info]


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_apply_and_none_is_said(open_page: Open, language: str) -> None:
    app = open_page("statements", lang=language, theme=["sanctions"])
    assert f"{words(language)('statements.none')} {words(language)('none.filters')}" in [
        item.value for item in app.info
    ]
    app = open_page("statements", lang=language, theme=["maritime-security"], who="nonsense")
    assert len(component(app, "statements_rows")["rows"]) == 1


def test_copies_are_folded_below(open_page: Open, copied: str) -> None:  # noqa: F811
    (line,) = component(open_page("statements", workspace=copied, lang="ar"), "statements_rows")["rows"]
    assert [more["id"].split("|")[0] for more in line["more"]] == ["raw-id-b2", "a1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples(open_page: Open, samples: Store, language: str) -> None:
    app = open_page("statements", workspace=samples.url, lang=language)
    lines = component(app, "statements_rows")["rows"]
    assert len(lines) == 40 and all(line["lead"] and line["href"] for line in lines)
    assert component(app, "statements_speakers")["rows"][0]["bar"] == 1.0


def test_an_empty_workspace(open_page: Open, tmp_path: Path) -> None:
    app = open_page("statements", workspace=Store(tmp_path / "empty.db").url, lang="ar", speaker="x")
    assert words("ar")("empty.workspace") in " ".join(item.value for item in app.markdown)
