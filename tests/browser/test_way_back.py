"""The browser's own buttons and keyboard: back and forward keep the view; a choice is found as it is usually typed."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from dashboard.views.words import words

from .conftest import Desk

MAIN = "[data-testid=stMain]"


def arrived(desk: Desk, page: Any, path: str, *params: str) -> None:
    """At this page, with these and no other parameters beside the language."""
    page.wait_for_url(re.compile(f"/{path}\\?" + "".join(f"(?=.*{param})" for param in params)))
    desk.settle(page)
    asked = page.url.partition("?")[2].split("&")
    assert len(asked) == len(params) + 1, page.url


def test_back_leads_to_the_view_one_came_from(desk: Desk) -> None:
    page = desk.visit("?lang=en&theme=naval-drills")
    page.locator(f"{MAIN} .row").filter(has_text="Iran").first.click()
    arrived(desk, page, "", "theme=naval-drills", "show=")
    page.locator(".st-key-evidence a[href*='article=']").first.click()
    page.locator(".st-key-reader").wait_for()
    desk.settle(page)
    page.go_back()
    arrived(desk, page, "", "theme=naval-drills", "show=")
    expect(page.locator(".st-key-evidence")).to_be_visible()
    page.go_back()
    arrived(desk, page, "", "theme=naval-drills")
    expect(page.locator(".st-key-evidence")).to_have_count(0)
    page.go_forward()
    arrived(desk, page, "", "theme=naval-drills", "show=")


def test_pages_of_the_menu_take_the_view_along_and_back_again(desk: Desk) -> None:
    page = desk.visit("?lang=en&theme=naval-drills")
    for path in ("timeline", "statements"):
        page.get_by_role("link", name=words("en")(f"page.{path}")).click()
        arrived(desk, page, path, "theme=naval-drills")
    page.go_back()
    arrived(desk, page, "timeline", "theme=naval-drills")
    page.go_back()
    arrived(desk, page, "", "theme=naval-drills")


def test_a_choice_is_found_as_it_is_usually_typed(desk: Desk) -> None:
    page = desk.visit("?lang=ar")
    box = page.locator(".st-key-w_states input")
    box.click()
    box.type("ايرا")
    found = page.get_by_role("option")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("إيران")
    box.fill("zzz")
    nothing = page.locator("[role=listbox] [role=option] span").last
    expect(nothing).to_have_css("font-size", "0px")  # "No results", over which the style sheet writes
    said = nothing.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert said == f'"{words("ar")("choice.none")}"'


def test_on_a_phone_the_list_of_pages_makes_room_for_the_one_chosen(desk: Desk) -> None:
    page = desk.visit("?lang=ar", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    more = page.locator("[data-testid=stExpandSidebarButton]")
    said = more.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert said == f'"{words("ar")("menu.open")}"'
    more.click()
    page.get_by_role("link", name=words("ar")("page.statements")).click()
    expect(page.locator(f"{MAIN} h1")).to_have_text(words("ar")("page.statements"))
    expect(more).to_be_visible()
    page.locator(f"{MAIN} .row").first.click(timeout=10_000)  # nothing lies over it
