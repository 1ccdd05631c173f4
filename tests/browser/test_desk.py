"""The frame of the desk in a browser: both directions of writing, links, filters from page to page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.views.words import words

from .conftest import Desk
from .panel import told

PAGES = (
    "", "timeline", "network", "map", "dossier?kind=state&id=IRN", "themes?id=sanctions", "articles", "add",
    "articles?article=a1", "articles?article=a4",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_clipped_on_a_phone(desk: Desk, path: str) -> None:
    page = desk.visit(path, viewport={"width": 390, "height": 800})
    wide = page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stMainBlockContainer]')]"
        ".flatMap(e => [e, ...e.querySelectorAll('h1, h3')])"
        ".filter(e => { const b = e.getBoundingClientRect(); return b.left < -1 || b.right > innerWidth + 1 }).length"
    )
    assert wide == 0


def test_a_copied_link_opens_the_same_view_elsewhere(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    page.get_by_role("button", name=re.compile("Naval drills")).first.click()
    page.wait_for_url(re.compile("theme=naval-drills"))
    row = page.locator(".st-key-overview_states .row", has_text="Russia")
    expect(row).to_have_count(1)  # the list of the view before may stand for a moment beside the new one
    row.click()
    page.wait_for_url(re.compile("show=state"))
    other = desk.visit(page.url.removeprefix(desk.address + "/"))
    other.locator(".st-key-said button:visible", has_text="Naval drills").wait_for()
    told(other, 1)


@pytest.mark.parametrize("safe", [True, False])
def test_the_link_is_copied_and_says_the_language(desk: Desk, safe: bool) -> None:
    """Also where the browser has no clipboard for pages, as on a network without a certificate."""
    page = desk.visit("?theme=naval-drills", permissions=["clipboard-read", "clipboard-write"])
    read = page.evaluate_handle("navigator.clipboard")
    if not safe:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator(".st-key-link button:visible").click()
    page.locator("[data-testid=stToast]", has_text=words("ar")("link.copied")).wait_for()
    link = read.evaluate("(clipboard) => clipboard.readText()")
    assert link == f"{desk.address}/?theme=naval-drills&lang=ar"
    other = desk.visit(link.removeprefix(f"{desk.address}/"), locale="en-US")
    other.locator("h1", has_text=words("ar")("page.overview")).wait_for()


def test_filters_and_language_stay_from_page_to_page(desk: Desk) -> None:
    page = desk.visit("?lang=en&theme=naval-drills")
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_url(re.compile("/timeline"))
    desk.settle(page)
    page.wait_for_url(re.compile("theme=naval-drills"))
    assert "lang=en" in page.url
    page.locator(".st-key-said button:visible", has_text="Naval drills").wait_for()
    page.locator(".st-key-w_language button", has_text="العربية").click()
    page.locator("h1", has_text="الخط الزمني").wait_for()
    page.wait_for_url(re.compile("theme=naval-drills"))


def test_the_back_button_goes_back(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    page.get_by_role("button", name=re.compile("Naval drills")).first.click()
    page.wait_for_url(re.compile("theme=naval-drills"))
    page.go_back()
    page.wait_for_function("!location.href.includes('theme=')")
    desk.settle(page)
    assert "theme=" not in page.url
    page.locator(".st-key-said button:visible", has_text="Naval drills").wait_for(state="hidden")


@pytest.mark.parametrize(("path", "title"), [("overview", "نظرة عامة"), ("overvieew", "لا صفحة بهذا العنوان")])
def test_an_address_without_a_page_keeps_language_and_filters(desk: Desk, path: str, title: str) -> None:
    """Streamlit alone answers with a dialog in English, and with the first page for the first page's own name."""
    page = desk.visit(f"{path}?state=IRN")
    page.locator("h1", has_text=title).wait_for()
    desk.settle(page)
    assert page.locator("[role=dialog]").count() == 0
    page.wait_for_url(re.compile("state=IRN"))


def test_a_list_that_goes_on_shows_it(desk: Desk) -> None:
    """Its last line fades while there is more, and no longer at the end. Many screens show no scroll bar."""
    page = desk.visit("?lang=en")
    rows = page.locator(".st-key-overview_newest .rows")
    rows.locator(".row").first.wait_for()
    assert rows.get_attribute("data-below") is None
    rows.evaluate("list => (list.style.maxHeight = '60px')")
    page.locator(".st-key-overview_newest .rows[data-below]").wait_for()
    rows.evaluate("list => list.scrollTo(0, list.scrollHeight)")
    page.locator(".st-key-overview_newest .rows[data-above]:not([data-below])").wait_for()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_dark_is_chosen_in_the_menu_for_every_page_and_what_is_drawn_follows(desk: Desk, language: str) -> None:
    page = desk.visit(f"?lang={language}", viewport={"width": 1366, "height": 800}, color_scheme="light")
    tick = page.locator(".st-key-overview_periods .xtick text").first
    tick.wait_for()
    ink = tick.evaluate("e => getComputedStyle(e).fill")
    names = page.locator("[data-testid=stTopNavLink]:visible")
    assert names.count() == 12 and all(name.bounding_box()["width"] > 20 for name in names.all())  # beside the menu
    page.locator("[data-testid=stMainMenu] button").click()
    dark = page.get_by_role("menuitemradio").nth(2)
    assert words(language)("menu.dark") in dark.evaluate("e => getComputedStyle(e, '::after').content")
    dark.click()
    expect(tick).not_to_have_css("fill", ink)
    desk.open(page, f"network?lang={language}")
    expect(page.locator("[data-testid=stApp]")).to_have_css("color-scheme", "dark")
