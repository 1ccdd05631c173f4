"""From a number, a bar, a node, a day to its sentences: the panel has as many as the chart said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import Desk
from .panel import in_view, press, rows, told


def test_a_state_opens_as_many_rows_as_it_counts(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    line = page.locator(".st-key-overview_states .row", has_text="Iran")
    number = int(line.locator(".number").inner_text())
    line.click()
    told(page, number)
    assert number == 3
    page.wait_for_url(re.compile("show=state"))


def test_a_node_and_an_edge_open_their_sentences(desk: Desk) -> None:
    page = desk.visit("network?lang=en")
    page.wait_for_selector(".stage[data-drawn]")
    middle = """(e, id) => {
        const between = ([a, b]) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});
        const n = e.__network, spot = n.canvasToDOM(id.includes('|')
            ? between(Object.values(n.getPositions(id.split('|'))))
            : n.getPositions([id])[id]);
        const box = e.getBoundingClientRect(); return [box.left + spot.x, box.top + spot.y] }"""
    stage = page.locator(".stage")
    page.mouse.click(*stage.evaluate(middle, "SAU"))
    told(page, 1)
    page.wait_for_timeout(800)  # the graph makes room for the sentences
    page.mouse.click(*stage.evaluate(middle, "IRN|SAU"))
    page.locator(".st-key-evidence", has_text="Iran – Saudi Arabia").wait_for()
    told(page, 1)
    expect(rows(page).locator("mark")).to_have_text(["السعودية", "إيران"])  # its title changes before its rows do


def test_evidence_opens_the_reader_at_its_place(desk: Desk) -> None:
    page = desk.visit("?lang=en&show=dyad:IRN-SAU")
    rows(page).first.click()
    page.wait_for_url(re.compile("/articles.*article=a2"))
    page.locator(".reader .here").first.wait_for()
    expect(page.locator(".reader .here")).to_have_text(["السعودية"])
    assert page.locator(".reader").get_attribute("dir") == "rtl"


def test_a_bar_opens_its_articles(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    press(page, page.locator(".st-key-overview_periods .bars .point path").last)
    told(page, 1)


@pytest.mark.parametrize("width", [1920, 1366, 768, 390])
def test_a_timeline_mark_opens_its_sentences_in_view_and_in_the_link(desk: Desk, width: int) -> None:
    page = desk.visit("timeline?lang=en", viewport={"width": width, "height": 800})
    press(page, page.locator(".plot[data-drawn] .bars .point path").first)
    number = told(page)
    assert in_view(page)
    page.wait_for_url(re.compile("show=mark"))  # the address is written last
    other = desk.visit(page.url.removeprefix(desk.address + "/"))
    told(other, number)
    other.locator(".st-key-evidence_close button:visible").click()
    other.locator(".st-key-evidence").wait_for(state="hidden")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_box_on_the_timeline_reads_what_it_touches_and_the_wheel_zooms(desk: Desk, language: str) -> None:
    page = desk.visit(f"timeline?lang={language}", viewport={"width": 1366, "height": 800})
    layer = page.locator(".plot[data-drawn] .nsewdrag").first
    layer.wait_for()
    tip = page.locator(".plot .modebar-btn").first.get_attribute("data-title")
    assert tip == {"ar": "رسم إطار", "en": "Draw a box"}[language]
    box = layer.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("show=box"))
    page.locator(".st-key-evidence").wait_for()
    box = layer.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30)
    for _ in range(4):
        page.mouse.wheel(0, -300)
    page.wait_for_url(re.compile("zoom="))


def test_the_panel_stays_below_the_navigation_at_the_pages_end(desk: Desk) -> None:
    """There the page ends above the window's edge, which must not push the panel's title under the bar."""
    page = desk.visit("map?lang=en&show=state:IRN", viewport={"width": 1366, "height": 420})
    told(page, 3)
    top = """() => { const main = document.querySelector("[data-testid=stMain]"); main.scrollTop = main.scrollHeight;
        const [panel, bar] = [".st-key-evidence", "[data-testid=stHeader]"].map(at => document.querySelector(at));
        const [one, other] = [panel, bar].map(e => e.getBoundingClientRect());
        return [panel.scrollHeight > panel.clientHeight, one.top - other.bottom] }"""
    page.wait_for_timeout(1500)  # the map takes its place
    full, apart = page.evaluate(top)
    assert full and apart >= 0


AT = """() => { let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.dataset.id ?? (at.classList.contains("st-key-evidence") ? "evidence" : at.tagName) }"""


@pytest.mark.parametrize(
    ("path", "row", "width"),
    [
        ("?lang=ar", ".st-key-overview_states .row", 1366),
        ("?lang=en", ".st-key-overview_dyads .row", 390),
        ("announced?lang=en", ".st-key-announced .row, [class*=st-key-announced] .row", 1366),
        ("dossier?kind=state&id=IRN&lang=ar", "[class*=st-key-dossier_] .row", 1366),
    ],
)
@pytest.mark.parametrize("shut", ["Escape", "button"])
def test_the_keyboard_goes_to_the_evidence_and_back(desk: Desk, path: str, row: str, width: int, shut: str) -> None:
    """Else it stays on the row, and the sentences are as far from it as the page has controls."""
    page = desk.visit(path, viewport={"width": width, "height": 800})
    line = page.locator(row).first
    line.wait_for()
    id = line.get_attribute("data-id")
    line.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"({AT})() === 'evidence'")
    region = page.get_by_role("region", name=re.compile("^(Evidence|الشواهد): ."))
    expect(region).to_have_class(re.compile("st-key-evidence"))
    assert "solid 2px" in region.evaluate(
        "e => `${getComputedStyle(e).outlineStyle} ${getComputedStyle(e).outlineWidth}`"
    )
    rows(page).first.wait_for()
    page.keyboard.press("Tab")
    assert region.evaluate("e => e.contains(document.activeElement)")
    if shut == "Escape":
        page.keyboard.press("Escape")
    else:
        page.keyboard.press("Enter")  # the first to come to is what closes it
    expect(region).to_have_count(0)
    page.wait_for_function(f"id => ({AT})() === id", arg=id)


def test_a_link_to_evidence_leaves_the_keyboard_at_the_pages_beginning(desk: Desk) -> None:
    page = desk.visit("?lang=en&show=state:IRN")
    told(page, 3)
    assert page.evaluate(AT) == "BODY"
