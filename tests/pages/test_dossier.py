"""The dossier page: chosen, opened by link and from other pages, its numbers and what they open."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.store import Store
from dashboard.views.words import words
from tests.deskdata import Draft, fill

from .conftest import Open
from .test_pages import INVISIBLE, LANGUAGES, component, param

SUBJECTS = {
    "state": ("IRN", "إيران", "Iran"),
    "dyad": ("RUS-IRN", "إيران – روسيا", "Iran – Russia"),
    "theme": ("sanctions", "العقوبات", "Sanctions"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SUBJECTS)
def test_a_link_opens_the_dossier_it_says(open_page: Open, kind: str, language: str) -> None:
    id, arabic, english = SUBJECTS[kind]
    app = open_page("dossier", lang=language, kind=kind, id=id)
    name = app.header[0].value.translate(INVISIBLE)
    assert name == (arabic if language == "ar" else english)
    assert param(app, "kind") == [kind]
    tiles = {row["id"]: row["title"] for row in component(app, "dossier_numbers")["rows"]}
    assert set(tiles) == {"articles", "sentences", "first", "last"} and not app.error


@pytest.mark.parametrize(
    ("subject", "show", "said"),
    [
        (("state", "IRN"), "articles", "**Iran** · 3 articles"),
        (("state", "IRN"), "sentences", "**Iran** · 3 sentences"),
        (("state", "IRN"), "first", "**Iran, 10 Feb 2023** · one article"),
        (("state", "IRN"), "period:2023-03-20", "**Iran, 20 Mar 2023 to 26 Mar 2023** · one article"),
        (("state", "IRN"), "with:RUS", "**Iran + Russia** · 2 sentences"),
        (("state", "IRN"), "sign:+", "**Iran, cooperation** · 2 sentences"),
        (("state", "IRN"), "coded:REJECT:occurred:-", "**Iran · reject · occurred** · one sentence"),
        (("state", "IRN"), "edge:RUS>IRN", "**Russia → Iran** · one sentence"),
        (("state", "IRN"), "mark:naval-drills:2023-03-01..2023-03-31:a", "**Iran, March 2023** · one sentence"),
        (("theme", "sanctions"), "box:2023-01-01..2024-12-31:RUS+IRN", "2 sentences"),
    ],
)
def test_numbers_open_their_sentences(open_page: Open, subject: tuple[str, str], show: str, said: str) -> None:
    app = open_page("dossier", lang="en", kind=subject[0], id=subject[1], show=show)
    head = [item.value.translate(INVISIBLE) for item in app.markdown if item.value.startswith("**\u2068")]
    if show.startswith("box"):  # one sentence stands on the lanes of both its states
        assert len(component(app, "evidence_rows")["rows"]) == 1
    else:
        assert said in head


@pytest.mark.parametrize(
    "show", ["coded:x", "coded:AGREE:nonsense", "period:x", "edge:", "mark:", "sign:x", "nonsense"]
)
def test_a_question_nobody_asks_opens_nothing_wrong(open_page: Open, show: str) -> None:
    app = open_page("dossier", lang="ar", kind="state", id="IRN", show=show)
    assert not app.error and not app.exception


def test_the_period_before_is_a_number_too(open_page: Open) -> None:
    dates = {"from": "2023-03-10", "to": "2023-04-09"}
    app = open_page("dossier", lang="en", kind="state", id="IRN", show="before", **dates)
    tiles = {row["id"]: row for row in component(app, "dossier_numbers")["rows"]}
    assert (tiles["articles"]["title"], tiles["before"]["title"]) == ("2", "1")
    assert tiles["articles"]["meta"][0].translate(INVISIBLE) == "+1 against the period before"
    assert len(component(app, "evidence_rows")["rows"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["state", "dyad", "organization", "person", "theme"])
def test_nobody_chosen_offers_the_commonest(open_page: Open, kind: str, language: str) -> None:
    app = open_page("dossier", lang=language, kind=kind)
    say = words(language)
    if kind in ("organization", "person"):
        assert say("dossier.none") in [item.value for item in app.info]
        return
    assert app.subheader[0].value == say(f"dossier.begin.{kind}")
    first = component(app, "dossier_begin")["rows"][0]
    assert f"kind={kind}" in first["href"] and first["bar"] == 1.0


@pytest.mark.parametrize("params", [{"kind": "dyad", "id": "IRN-"}, {"kind": "dyad", "id": "IRN-IRN"}, {"kind": "x"}])
def test_half_a_subject_is_still_to_be_chosen(open_page: Open, params: dict[str, str]) -> None:
    assert component(open_page("dossier", lang="en", **params), "dossier_begin")["rows"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subject_that_the_filters_leave_nothing_of_says_so(open_page: Open, language: str) -> None:
    app = open_page("dossier", lang=language, kind="state", id="SAU", theme=["sanctions"])
    assert words(language)("dossier.empty") in [item.value for item in app.markdown]
    app.button(key="empty_reset").click().run()
    assert "theme" not in app.query_params and param(app, "id") == ["SAU"]


def test_choosing_one_and_the_second_of_two(open_page: Open) -> None:
    app = open_page("dossier", lang="en")
    app.selectbox(key="w_subject_state_one").set_value("RUS").run()
    assert (param(app, "kind"), param(app, "id")) == (["state"], ["RUS"])
    app = open_page("dossier", lang="en", kind="dyad", id="IRN-")
    app.selectbox(key="w_subject_state_other").set_value("RUS").run()
    assert param(app, "id") == ["IRN-RUS"] and app.header


def test_the_panel_leads_to_the_dossier_from_other_pages(open_page: Open) -> None:
    for page, show, key in (
        ("overview", "state:IRN", "dossier_state_IRN"), ("overview", "dyad:IRN-RUS", "dossier_dyad_IRN-RUS"),
        ("network", "node:CHN", "dossier_state_CHN"), ("network", "edge:IRN|RUS", "dossier_dyad_IRN-RUS"),
        ("map", "state:RUS", "dossier_state_RUS"),
    ):  # fmt: skip
        app = open_page(page, lang="en", show=show)
        app.button(key=key).click().run()
        assert app.title[0].value == "Dossier" and not app.exception
        assert param(app, "id") == [key.rsplit("_", 1)[1]] and "show" not in app.query_params


def test_the_reader_leads_to_the_dossiers_of_whom_it_names(open_page: Open) -> None:
    lines = component(open_page("articles", lang="ar", article="a1"), "reader_entities")["rows"]
    also = lines[0]["also"]
    assert also["id"] == f"dossier:state:{also['href'].split('id=')[1].split('&')[0]}"
    assert also["label"] == words("ar")("dossier.short")


def test_a_speaker_leads_to_his_dossier(open_page: Open, samples: Store) -> None:
    speaker = next(
        row["id"] for row in component(open_page("statements", workspace=samples.url, who="person"),
                                       "statements_speakers")["rows"] if not row["id"].startswith("said:")
    )  # fmt: skip
    app = open_page("statements", workspace=samples.url, lang="en", speaker=speaker)
    app.button(key="speaker_dossier").click().run()
    assert (param(app, "kind"), param(app, "id")) == (["person"], [speaker]) and app.header
    app = open_page("statements", workspace=samples.url, lang="en", speaker="said:nobody")
    assert "speaker_dossier" not in {button.key for button in app.button}


def test_beside_a_state_the_panel_leads_to_both(open_page: Open) -> None:
    app = open_page("dossier", lang="en", kind="state", id="IRN", show="with:RUS")
    assert {"dossier_state_RUS", "dossier_dyad_IRN-RUS"} <= {button.key for button in app.button}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples(open_page: Open, samples: Store, language: str) -> None:
    app = open_page("dossier", workspace=samples.url, lang=language, kind="state", id="IRN")
    for key in ("states", "organizations", "people", "said_by", "said_about", "kinds", "partners", "articles"):
        assert component(app, f"dossier_{key}")["rows"], key
    person = component(open_page("dossier", workspace=samples.url, kind="person"), "dossier_begin")["rows"][0]["id"]
    app = open_page("dossier", workspace=samples.url, lang=language, kind="person", id=person)
    assert app.header and not app.exception


def test_a_further_page_of_what_was_said_is_in_the_link(
    open_page: Open, samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.views.dossier_lists.SAID", 3)

    def rows(**leaf: str) -> list[list[str]]:
        app = open_page("dossier", workspace=samples.url, lang="en", kind="state", id="IRN", **leaf)
        assert all(param(app, name) == [at] for name, at in leaf.items())
        lists = (component(app, f"dossier_said_{which}")["rows"] for which in ("by", "about"))
        return [[row["id"] for row in found] for found in lists]

    (by, about), (further, same) = rows(), rows(said_by="2")
    assert same == about and not set(by) & set(further) and len(further) == 3
    assert not set(about) & set(rows(said_about="2")[1])


RELEASE = Draft(
    "r1", "تبادل", "أفرجت [RUS:روسيا] عن محتجزين من [IRN:إيران]. وسحبت [RUS:روسيا] جنودا من [IRN:إيران].", "2023-03-22",
    relations=[
        (words_, {"source": "RUS", "target": "IRN", "actors": ("RUS", "IRN"), "reciprocal": False, "type": "RETREAT",
                  "mode": mode, "sign": "+", "status": "occurred"})
        for words_, mode in (("أفرجت", "release"), ("وسحبت", "withdraw"))
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "release", "withdrawal"),
    [("ar", "إفراج (تراجع)", "انسحاب (تراجع)"), ("en", "release (retreat)", "withdraw (retreat)")],
)
def test_a_release_reads_as_one_and_not_as_a_retreat(
    open_page: Open, tmp_path: Path, language: str, release: str, withdrawal: str
) -> None:
    """In the list of kinds, in the panel's title, and above each sentence of a pair."""
    workspace = fill(Store(tmp_path / "r.db"), (RELEASE,)).url
    of_pair = {"lang": language, "kind": "dyad", "id": "IRN-RUS"}
    app = open_page("dossier", workspace, **of_pair, show="coded:RETREAT:occurred:+:release")
    assert {row["title"] for row in component(app, "dossier_kinds")["rows"]} == {release, withdrawal}
    (row,) = component(app, "evidence_rows")["rows"]
    assert release in row["lead"] and any(release in item.value.translate(INVISIBLE) for item in app.markdown)
    for page, show in (("dossier", "edge:RUS>IRN"), ("network", "edge:RUS>IRN"), ("map", "arc:RUS>IRN")):
        app = open_page(page, workspace, **(of_pair if page == "dossier" else {"lang": language}), show=show,
                        edges="relations")  # fmt: skip
        leads = [row["lead"] for row in component(app, "evidence_rows")["rows"]]
        assert [release in lead for lead in leads] == [True, False] and withdrawal in leads[1]
    # A link of an older version names no mode, and still opens both.
    app = open_page("dossier", workspace, **of_pair, show="coded:RETREAT:occurred:+")
    assert len(component(app, "evidence_rows")["rows"]) == 2


def test_sentences_without_relations_say_nothing_above_them(open_page: Open) -> None:
    app = open_page("dossier", lang="en", kind="state", id="IRN", show="sentences")
    assert all("lead" not in row for row in component(app, "evidence_rows")["rows"])
