"""Dossier and themes in a browser: numbers open as many rows, a typed name finds, an edit shows what it changes."""

from __future__ import annotations

from playwright.sync_api import expect

from .conftest import Desk
from .panel import told


def test_a_number_of_a_dossier_opens_as_many_rows(desk: Desk) -> None:
    page = desk.visit("dossier?kind=state&id=IRN&lang=en")
    tile = page.locator(".st-key-dossier_numbers .row", has_text="Articles")
    tile.click()
    told(page, 3)
    page.wait_for_function("location.search.includes('show=articles')")  # the address is written last
    link = page.url
    other = desk.visit(link.split("/", 3)[3])  # in another browser
    told(other, 3)
    page.locator(".st-key-dossier_states .row", has_text="Russia").click()
    told(page, 2)
    page.get_by_role("button", name="Dossier: Iran – Russia").click()
    page.locator("h2", has_text="Iran – Russia").wait_for()
    page.wait_for_function("location.search.includes('kind=dyad') && !location.search.includes('show=')")


def test_a_bar_and_a_day_of_a_dossier_open_their_sentences(desk: Desk) -> None:
    page = desk.visit("dossier?kind=state&id=IRN&lang=en&show=period:2023-03-20")
    assert told(page) == 1
    desk.open(page, "dossier?kind=state&id=IRN&lang=en&show=mark:naval-drills:2023-03-01..2023-03-31:a")
    assert told(page) == 1


def test_part_of_a_name_finds_its_dossier(desk: Desk) -> None:
    page = desk.visit("dossier?kind=state&lang=ar")
    box = page.locator(".st-key-w_subject_state_one input")
    box.fill("السعود")
    box.press("Enter")
    page.locator("h2", has_text="السعودية").wait_for()
    page.wait_for_function("location.search.includes('id=SAU')")


def test_an_edit_of_a_theme_shows_what_it_changes(desk: Desk) -> None:
    page = desk.visit("themes?id=sanctions&lang=en")
    tile = page.locator(".st-key-theme_numbers .row", has_text="Sentences").locator(".title")
    tile.wait_for()
    before = int(tile.inner_text())
    area = page.locator(".st-key-theme_strong_ar textarea")
    area.fill(f"{area.input_value()}\nالملاحة")
    area.press("Control+Enter")
    page.get_by_role("radio", name="Added 1").or_(page.get_by_text("Added 1")).first.wait_for()
    expect(tile).to_have_text(str(before + 1))
    expect(page.locator(".st-key-theme_trial mark").first).to_have_text("الملاحة")
    area.fill("سد *")
    area.press("Control+Enter")
    page.locator("[data-testid=stAlert]", has_text="سد").wait_for()
    assert area.input_value() == "سد *"
