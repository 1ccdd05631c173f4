"""Streamlit's own widgets speak the desk's language and run its way, whatever the browser's language is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Desk

TURNED = "matrix(-1, 0, 0, 1, 0, 0)"


def calendar(page: Any) -> str:
    page.locator("[data-testid=stSidebar] [data-testid=stDateInputCalendarButton]").first.click()
    return str(page.get_by_role("dialog").first.inner_text())


@pytest.mark.parametrize(("language", "locale"), [("ar", "en-US"), ("ar", "ar-EG"), ("en", "ar-EG")])
def test_calendars_and_sliders_are_the_desks(desk: Desk, language: str, locale: str) -> None:
    page = desk.visit(f"network?lang={language}", locale=locale)
    slider = page.locator(".st-key-player [data-testid=stSlider]")
    slider.wait_for()
    begins, within = "", False
    for _ in range(40):  # it may turn round a moment after it is drawn
        whole, thumb = (
            slider.bounding_box(),
            slider.get_by_role("slider").locator("xpath=ancestor::div[2]").bounding_box(),
        )
        said = slider.locator("[data-testid=stSliderThumbValue]").bounding_box()
        begins = "right" if thumb["x"] - whole["x"] > whole["width"] / 2 else "left"
        within = whole["x"] - 2 <= said["x"] and said["x"] + said["width"] <= whole["x"] + whole["width"] + 2
        if within and begins == {"ar": "right", "en": "left"}[language]:
            break
        page.wait_for_timeout(250)
    assert begins == {"ar": "right", "en": "left"}[language]
    assert within  # off the buttons
    months = calendar(page)
    assert ("مارس" in months, "March" in months) == (language == "ar", language == "en")
    assert not set(months) & set("٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("path", ["add", "overview", "review"])
def test_whoever_is_told_the_language_gets_to_draw(desk: Desk, path: str) -> None:
    page = desk.visit(f"{path}?lang=ar", locale="en-US")
    page.locator("[data-testid=stSidebar] [data-testid=stDateInputField]").first.wait_for()
    page.wait_for_timeout(1000)
    assert page.locator("[data-testid=stSkeleton]").count() == 0


def test_a_date_is_asked_for_in_arabic_from_its_day_at_the_right(desk: Desk) -> None:
    page = desk.visit("overview?lang=ar")
    field = page.locator("[data-testid=stSidebar] [data-testid=stDateInputField]").first
    parts = field.get_by_role("spinbutton")
    parts.last.wait_for()
    told = [part.evaluate("(part) => getComputedStyle(part, '::after').content") for part in parts.all()]
    places = [part.bounding_box()["x"] for part in parts.all()]
    assert told == ['"يوم"', '"شهر"', '"سنة"']
    assert places == sorted(places, reverse=True)
    parts.first.click()
    page.keyboard.type("24")
    assert parts.first.evaluate("(part) => getComputedStyle(part, '::after').content") in ("none", "normal")


@pytest.mark.parametrize(("language", "way", "turned"), [("ar", "rtl", TURNED), ("en", "ltr", "none")])
def test_the_calendar_below_a_date_that_is_typed_runs_as_the_language(
    desk: Desk, language: str, way: str, turned: str
) -> None:
    page = desk.visit(f"overview?lang={language}")
    page.locator("[data-testid=stSidebar] [data-testid=stDateInputField]").first.get_by_role("spinbutton").first.click()
    month = page.locator("[data-testid=stDateInputCalendar]")
    expect(month.locator("table")).to_have_css("direction", way)
    expect(month.locator("button[slot=previous]")).to_have_css("transform", turned)


def test_arrows_point_the_way_that_is_read(desk: Desk) -> None:
    closed = "[data-testid=stExpander] details:not([open]) > summary [data-testid=stIconMaterial]"
    opens = "[data-testid=stExpandSidebarButton] [data-testid=stIconMaterial]"
    for language, way in (("ar", TURNED), ("en", "none")):
        page = desk.visit(f"overview?lang={language}")
        expect(page.locator(closed).first).to_have_css("transform", way)
        phone = desk.visit(f"overview?lang={language}", viewport={"width": 390, "height": 844})
        expect(phone.locator(opens).first).to_have_css("transform", way)


def test_what_stands_on_the_accent_is_read_in_the_dark(desk: Desk) -> None:
    page = desk.visit("brief?lang=en", color_scheme="dark")
    button = page.locator("[data-testid^=stBaseButton-primary]").first
    ink, ground = button.evaluate(
        "(b) => [getComputedStyle(b.querySelector('p')).color, getComputedStyle(b).backgroundColor]"
    )
    assert contrast(ink, ground) >= 4.5
    idle = desk.visit("add?lang=en", color_scheme="light").locator("[data-testid^=stBaseButton-primary]:disabled")
    assert idle.first.evaluate("(b) => getComputedStyle(b.querySelector('p')).color") != "rgb(255, 255, 255)"


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours written as `rgb(r, g, b)`."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(",")]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("locale", "path", "heading"),
    [
        ("en-GB", "", "Overview"),
        ("ar-EG", "", "نظرة عامة"),
        ("fr-FR", "", "نظرة عامة"),
        ("en-GB", "?themes=sanctions", "نظرة عامة"),  # a copied link says nothing of Arabic
        ("en-GB", "?lang=ar", "نظرة عامة"),
    ],
)
def test_a_bare_address_answers_in_the_browsers_language(desk: Desk, locale: str, path: str, heading: str) -> None:
    page = desk.visit(path, locale=locale)
    expect(page.locator("[data-testid=stMain] h1")).to_have_text(heading)


def test_a_language_chosen_against_the_browsers_stays_after_a_reload(desk: Desk) -> None:
    page = desk.visit("", locale="en-GB")
    page.locator(".st-key-w_language").get_by_text("العربية").click()
    heading = page.locator("[data-testid=stMain] h1")
    expect(heading).to_have_text("نظرة عامة")
    desk.settle(page)
    page.reload()
    expect(heading).to_have_text("نظرة عامة")


def test_a_list_of_choices_offers_choices_only(desk: Desk) -> None:
    """Streamlit's own «Select all» is English, and one key would choose every state."""
    page = desk.visit("overview?lang=ar")
    page.locator(".st-key-w_states input").first.click()
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("إيران")
    assert "Select all" not in options.all_inner_texts()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_buttons_with_a_note_are_as_wide_as_those_without(desk: Desk, language: str) -> None:
    page = desk.visit(f"add?lang={language}")
    link, reset = (page.locator(f".st-key-{key} button:visible").first.bounding_box() for key in ("link", "reset"))
    assert (link["x"], link["width"]) == (reset["x"], reset["width"])
