"""The table of articles and the reader, by mouse, by keyboard and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import Desk


def test_a_line_of_the_table_opens_the_reader(desk: Desk) -> None:
    page = desk.visit("articles?lang=en")
    line = page.locator(".st-key-articles_table tr.row", has_text="استئناف العلاقات")
    line.locator("td.c-states").click()
    page.locator(".reader h2", has_text="استئناف العلاقات").wait_for()
    page.locator(".st-key-next button:visible").click()
    page.locator(".reader h2", has_text="مناورة بحرية مرتقبة").wait_for()
    page.locator(".st-key-back button:visible").click()
    page.locator(".st-key-articles_table tr.row").first.wait_for()


def test_a_head_of_the_table_sorts_it(desk: Desk) -> None:
    page = desk.visit("articles?lang=en")
    titles = page.locator(".st-key-articles_table tr.row a")
    page.locator("th.c-published button").click()  # it is by day already: now the oldest first
    page.wait_for_url(re.compile("sort=published"))
    desk.settle(page)
    expect(titles.first).to_have_text("مناورة بحرية مرتقبة")
    assert page.locator("th.c-published").get_attribute("aria-sort") == "ascending"
    page.locator("th.c-title button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("sort=title"))
    desk.settle(page)
    titles.nth(1).click()
    page.locator(".reader h2", has_text="New sanctions").wait_for()
    page.locator(".st-key-next button:visible").click()  # on in the order of the titles
    page.locator(".reader h2", has_text="استئناف العلاقات").wait_for()


def test_a_phone_gets_cards_instead_of_columns(desk: Desk) -> None:
    page = desk.visit("articles?lang=en", viewport={"width": 390, "height": 800})
    line = page.locator(".st-key-articles_table tr.row", has_text="New sanctions")
    assert line.evaluate("e => getComputedStyle(e).display") == "flex"
    line.click()
    page.locator(".reader h2", has_text="New sanctions").wait_for()


def test_a_finding_explains_itself_by_mouse_and_by_keyboard(desk: Desk) -> None:
    page = desk.visit("articles?lang=en&article=a1")
    page.locator(".reader .m.k-country").first.hover()
    expect(page.locator(".tip")).to_contain_text("Iran")
    expect(page.locator(".tip")).to_contain_text("rule test")
    page.locator(".reader .m.k-date").first.focus()
    expect(page.locator(".tip")).to_contain_text("March 2023")
    page.keyboard.press("Escape")
    assert page.locator(".tip").is_hidden()


def test_hostile_texts_stay_texts(desk: Desk) -> None:
    """A script, an image with a handler and a link in Markdown are shown as they were written (see `desk.errors`)."""
    page = desk.visit("articles?article=a4&lang=en")
    assert "<script>alert(1)</script>" in page.locator(".reader h2").inner_text()
    assert page.locator(".reader img, .reader script, .reader a").count() == 0
    desk.open(page, "?lang=en")
    assert page.locator("a[href^='javascript']").count() == 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_text_is_whole_and_what_was_found_stays_beside_it(desk: Desk, language: str) -> None:
    page = desk.visit(f"articles?article=a1&lang={language}", viewport={"width": 1366, "height": 500})
    reader = page.locator(".reader")
    reader.locator("p").first.wait_for()
    assert reader.evaluate("text => text.scrollHeight <= text.clientHeight + 1")
    main = page.locator("[data-testid=stMain]")
    reader.evaluate("text => (text.style.minHeight = '1600px')")  # as a long article
    main.evaluate("page => page.scrollTo(0, 700)")
    page.wait_for_timeout(400)
    box = page.locator(".st-key-reader_side").bounding_box()
    assert box and 0 < box["y"] < 150
