"""Findings are decided with the keyboard alone, and what was decided is undone with it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from dashboard import deciding
from dashboard.store import Store

from .conftest import Desk


def made(desk: Desk) -> list[str]:
    return [one["body"]["said"] for one in Store(desk.workspace).corrections(deciding.VERDICT)]


def lead(page: Any) -> Any:
    return page.locator(".st-key-judged_reading h4")


def test_a_key_decides_and_the_next_comes_and_another_takes_it_back(desk: Desk) -> None:
    page = desk.visit("review?lang=en&kind=flags")
    expect(page.get_by_text("1 of 1", exact=True)).to_be_visible()
    expect(lead(page)).to_have_text("No publication date")
    page.keyboard.press("y")
    expect(page.get_by_text("Everything that waited has been looked at.")).to_be_visible()
    assert made(desk) == ["right"]
    desk.settle(page)  # a key that is struck while the page is drawn anew is nobody's
    page.keyboard.press("z")
    expect(lead(page)).to_have_text("No publication date")
    assert made(desk) == []
    desk.settle(page)
    page.keyboard.press("n")
    expect(page.get_by_text("Everything that waited has been looked at.")).to_be_visible()
    desk.open(page, "review?lang=en&part=history")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("taken back", exact=True)).to_have_count(2)  # with the one that a key took back
    assert made(desk) == []
