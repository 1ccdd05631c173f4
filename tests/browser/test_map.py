"""The map in a browser: its geometry comes from this host (see `desk.outside`), and a click opens what was counted."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Desk
from .panel import told

# Where a place lies on the page, as the drawn projection says.
SPOT = """([lon, lat]) => {
    const chart = document.querySelector('.st-key-map .js-plotly-plot');
    const [x, y] = chart._fullLayout.geo._subplot.projection([lon, lat]);
    const box = chart.getBoundingClientRect(); return [box.left + x, box.top + y] }"""
# The middle of an arc, of the unseen points by which it is picked.
MIDDLE = """(arc) => {
    const data = document.querySelector('.st-key-map .js-plotly-plot')._fullData;
    const trace = data.find(one => one.customdata && [...one.customdata].includes(arc));
    const at = [...trace.customdata].indexOf(arc) + 10; return [trace.lon[at], trace.lat[at]] }"""


def press(page: Any, lon: float, lat: float) -> None:
    x, y = page.evaluate(SPOT, [lon, lat])
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(300)  # a mark is clickable once it is hovered
    page.mouse.click(x, y)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_state_and_an_arc_open_what_they_count(desk: Desk, width: int) -> None:
    page = desk.visit("map?lang=en", viewport={"width": width, "height": 1000})
    page.locator(".st-key-map .choroplethlayer path").first.wait_for(state="attached")
    page.wait_for_timeout(800)
    press(page, 44.0, 24.0)
    page.locator(".st-key-evidence", has_text="Saudi Arabia").wait_for()
    told(page, 1)
    press(page, *page.evaluate(MIDDLE, "arc:RUS>IRN"))
    page.locator(".st-key-evidence", has_text="Russia → Iran").wait_for()
    told(page, 1)
    expect(page.locator(".st-key-evidence mark")).to_have_text(["rejected"])  # the rows come after the heading


def test_a_map_beside_sentences_takes_no_more_room_than_it_fills(desk: Desk) -> None:
    page = desk.visit("map?lang=en&show=state:IRN", viewport={"width": 1366, "height": 768})
    page.locator(".st-key-map .main-svg").first.wait_for()
    page.locator(".st-key-evidence").wait_for()
    page.wait_for_timeout(1000)
    held = page.locator(".st-key-map").bounding_box()
    tools = page.locator(".st-key-map .modebar").bounding_box()
    assert held["width"] < 700
    assert abs(held["height"] - held["width"] / 1.6) < 20
    assert held["y"] <= tools["y"] and tools["y"] + tools["height"] <= held["y"] + 60  # in sight, at the top
