"""Arabic-Indic digits where others draw them: Plotly's axes, Streamlit's pages, sliders and dates."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Desk

OURS, LATIN = re.compile("[٠-٩]"), re.compile("[0-9]")
TICKS = ".js-plotly-plot :is(.xtick, .ytick):is(text, g)"


def ticks(page: Any) -> list[str]:
    page.locator(TICKS).first.wait_for(state="attached")
    return [said for said in page.locator(TICKS).all_text_contents() if LATIN.search(said) or OURS.search(said)]


def choose(desk: Desk, page: Any, said: str) -> None:
    page.locator(".st-key-w_digits").get_by_text(said, exact=True).click()
    desk.settle(page)


@pytest.mark.parametrize("path", ["overview", "timeline", "dossier?kind=state&id=IRN"])
def test_axes_turn_and_turn_back(desk: Desk, path: str) -> None:
    page = desk.visit(path + ("&" if "?" in path else "?") + "lang=ar&digits=arab")
    found = ticks(page)
    assert len(found) > 2 and not any(LATIN.search(said) for said in found)
    choose(desk, page, "123")
    assert "digits" not in page.url
    expect(page.locator(TICKS).filter(has_text=OURS)).to_have_count(0)
    assert any(LATIN.search(said) for said in ticks(page))


def test_a_zoomed_axis_stays_in_its_digits(desk: Desk) -> None:
    page = desk.visit("timeline?lang=ar&digits=arab")
    before = ticks(page)
    page.evaluate("""() => globalThis.Plotly.relayout(document.querySelector('.js-plotly-plot'),
        { 'xaxis.range': ['2023-03-01', '2023-03-20'] })""")
    expect(page.locator(TICKS).filter(has_text="٠٣")).not_to_have_count(0)
    assert ticks(page) != before and not any(LATIN.search(said) for said in ticks(page))


def test_a_slider_says_its_number_and_a_name_with_digits_is_left(desk: Desk) -> None:
    page = desk.visit("network?lang=ar&digits=arab")
    slider = page.locator("[data-testid=stSlider]").first
    expect(slider).to_contain_text(OURS)
    assert not LATIN.search(slider.inner_text())
    page.evaluate("""() => { const axis = document.createElement('div');
        axis.innerHTML = '<div class="js-plotly-plot"><i class="ytick">G20</i><i class="ytick">1,234</i></div>';
        document.body.append(axis); }""")
    expect(page.locator("i.ytick").first).to_have_text("G20")
    expect(page.locator("i.ytick").last).to_have_text("١٬٢٣٤")


def test_a_date_is_typed_in_either_digits_and_kept(desk: Desk) -> None:
    """It is seen in the digits chosen and stays as it was typed for Streamlit, which reads it back from the page."""
    page = desk.visit("overview?lang=ar&digits=arab")
    field = page.locator("[data-testid=stSidebar] [data-testid=stDateInputField]").first
    for typed, kept in (("01032023", "2023-03-01"), ("٠٤٠٢٢٠٢٣", "2023-02-04")):
        field.get_by_role("spinbutton").first.click()
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        page.locator("[data-testid=stMain] h1").click()
        page.wait_for_url(re.compile(f"from={kept}"))
        desk.settle(page)
        parts = field.get_by_role("spinbutton").all()
        seen = [part.evaluate("(part) => getComputedStyle(part, '::after').content") for part in parts]
        year, month, day = (
            f'"{part.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))}"' for part in kept.split("-")
        )
        assert seen == [day, month, year]
        places = [part.bounding_box()["x"] for part in parts]
        assert places == sorted(places, reverse=True)  # the day first, where reading starts


def test_a_link_opens_the_same_digits_elsewhere(desk: Desk) -> None:
    page = desk.visit("overview?lang=ar")
    choose(desk, page, "١٢٣")
    other = desk.visit(page.url.removeprefix(f"{desk.address}/"))
    said = other.locator(".st-key-said").inner_text()
    assert OURS.search(said) and not LATIN.search(said)
