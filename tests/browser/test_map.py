"""The map in a browser: its geometry comes from this host (see `desk.outside`), and a click opens what was counted."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard.views.words import words

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


@pytest.mark.parametrize(
    ("width", "state", "spot", "articles"), [(1440, "Saudi Arabia", (42.0, 28.0), 1), (390, "Iran", (57.5, 30.0), 3)]
)
def test_a_state_and_an_arc_open_what_they_count(
    desk: Desk, width: int, state: str, spot: tuple[float, float], articles: int
) -> None:
    page = desk.visit("map?lang=en", viewport={"width": width, "height": 1000})
    page.locator(".st-key-map .choroplethlayer path").first.wait_for(state="attached")
    page.wait_for_timeout(800)
    press(page, *spot)
    page.locator(".st-key-evidence", has_text=state).wait_for()
    told(page, articles)
    press(page, *page.evaluate(MIDDLE, "arc:RUS>IRN"))
    page.locator(".st-key-evidence", has_text="Russia → Iran").wait_for()
    told(page, 1)
    expect(page.locator(".st-key-evidence mark")).to_have_text(["rejected"])  # the rows come after the heading


@pytest.mark.parametrize(("language", "size", "show"), [
    ("ar", (1440, 900), ""), ("en", (1440, 900), ""), ("ar", (1366, 768), "state:IRN"), ("en", (390, 844), ""),
    ("en", (1920, 1080), ""), ("en", (800, 900), ""), ("ar", (360, 740), ""),
])  # fmt: skip
def test_no_name_is_cut_by_an_edge_of_the_map(desk: Desk, language: str, size: tuple[int, int], show: str) -> None:
    """And what is drawn is what was reckoned with: from the southern to the northern edge."""
    page = desk.visit(f"map?lang={language}&show={show}", viewport={"width": size[0], "height": size[1]})
    names = page.locator(".st-key-map .scatterlayer text")
    names.first.wait_for()
    page.wait_for_timeout(1000)
    held = page.locator(".st-key-map .layer.frame path").bounding_box()
    boxes = [box for one in names.all() if (box := one.bounding_box()) and box["width"]]
    assert boxes
    for box in boxes:
        assert held["x"] <= box["x"] and box["x"] + box["width"] <= held["x"] + held["width"]
        assert held["y"] <= box["y"] and box["y"] + box["height"] <= held["y"] + held["height"]
    wanted, shown = page.evaluate("""() => {
      const plot = document.querySelector(".st-key-map .js-plotly-plot"), { lataxis, _subplot } = plot._fullLayout.geo;
      const at = plot.getBoundingClientRect(), edge = plot.querySelector(".layer.frame path").getBoundingClientRect();
      const ends = [edge.bottom, edge.top].map((y) => _subplot.projection.invert([edge.left - at.left, y - at.top])[1]);
      return [lataxis.range, ends];
    }""")
    assert shown == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_on_a_phone_it_is_as_high_as_wide_and_names_keep_off_each_other(desk: Desk, language: str) -> None:
    page = desk.visit(f"map?lang={language}", viewport={"width": 390, "height": 844}, has_touch=True)
    names = page.locator(".st-key-map .scatterlayer text")
    names.first.wait_for()
    page.wait_for_timeout(500)
    held = page.locator(".st-key-map").bounding_box()
    assert 340 <= held["height"] <= 430 and held["width"] > 350
    boxes = [box for one in names.all() if (box := one.bounding_box()) and box["width"]]
    assert len(boxes) >= 2
    for at, box in enumerate(boxes):
        assert held["x"] - 2 <= box["x"] and box["x"] + box["width"] <= held["x"] + held["width"] + 2
        for other in boxes[:at]:
            apart = box["x"] >= other["x"] + other["width"] or other["x"] >= box["x"] + box["width"]
            assert apart or box["y"] >= other["y"] + other["height"] or other["y"] >= box["y"] + box["height"]


def test_a_finger_scrolls_the_page_until_the_map_is_zoomed(desk: Desk) -> None:
    page = desk.visit("map?lang=ar", viewport={"width": 390, "height": 844}, has_touch=True)
    tools = page.locator(".st-key-map .modebar-btn")
    tools.first.wait_for()
    drag = "() => document.querySelector('.st-key-map .js-plotly-plot')._fullLayout.dragmode"
    assert page.evaluate(drag) is False
    say = words("ar")
    assert [one.get_attribute("data-title") for one in tools.all()] == [
        say(f"chart.{name}") for name in ("in", "out", "reset")
    ]
    tools.nth(0).click()
    page.wait_for_function(f"({drag})() === 'pan'")
    tools.nth(2).click()
    page.wait_for_function(f"({drag})() === false")


def test_a_second_click_closes_the_sentences_and_what_was_zoomed_stays(desk: Desk) -> None:
    page = desk.visit("map?lang=en", viewport={"width": 1440, "height": 1000})
    page.locator(".st-key-map .choroplethlayer path").first.wait_for(state="attached")
    page.locator(".st-key-map .modebar-btn").nth(1).click()
    page.wait_for_timeout(500)
    scale = "() => document.querySelector('.st-key-map .js-plotly-plot')._fullLayout.geo.projection.scale"
    zoomed = page.evaluate(scale)
    press(page, 57.5, 30.0)
    page.locator(".st-key-evidence", has_text="Iran").wait_for()
    desk.settle(page)
    assert page.evaluate(scale) == zoomed
    press(page, 57.5, 30.0)
    page.locator(".st-key-evidence").wait_for(state="detached")


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
