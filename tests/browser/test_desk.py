"""The desk in a browser: from a dropped file to the sentence, both directions of writing, nobody asked outside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Desk

PAGES = (
    "", "timeline", "network", "map", "dossier?kind=state&id=IRN", "themes?id=sanctions", "articles", "add",
    "articles?article=a1", "articles?article=a4",
)  # fmt: skip
# Of our own making, in the manner of a wire.
ARTICLE = """اتفاق على رحلات جوية

الدوحة 5 مايو 2023 - قال وزير النقل التركي إن بلاده وقطر اتفقتا على زيادة الرحلات الجوية.
وأضاف أن التنفيذ يبدأ في يونيو المقبل.
"""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_in_its_direction(desk: Desk, path: str, language: str) -> None:
    page = desk.visit(f"{path}{'&' if '?' in path else '?'}lang={language}")
    page.wait_for_function(
        "wanted => getComputedStyle(document.querySelector('[data-testid=stApp]')).direction === wanted",
        arg="rtl" if language == "ar" else "ltr",
    )
    font = page.eval_on_selector("[data-testid=stApp]", "e => getComputedStyle(e).fontFamily")
    assert "IBM Plex Sans Arabic" in font
    page.wait_for_function("document.fonts.check('16px \"IBM Plex Sans Arabic\"', 'أب')")  # fonts come after the page
    assert not page.query_selector("[data-testid=stException]")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_clipped_on_a_phone(desk: Desk, path: str) -> None:
    page = desk.visit(path, viewport={"width": 390, "height": 800})
    wide = page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stMainBlockContainer]')]"
        ".flatMap(e => [e, ...e.querySelectorAll('h1, h3')])"
        ".filter(e => { const b = e.getBoundingClientRect(); return b.left < -1 || b.right > innerWidth + 1 }).length"
    )
    assert wide == 0


def rows(page: Any) -> Any:
    return page.locator(".st-key-evidence .row")


def told(page: Any, number: int | None = None) -> int:
    """The panel shows as many rows as it says, and as the chart said; while the page is redrawn, it may not yet."""
    rows(page).first.wait_for()
    for _ in range(40):
        if rows(page).count() == counted(page) and number in (None, counted(page)):
            return counted(page)
        page.wait_for_timeout(250)
    raise AssertionError(f"{rows(page).count()} rows, {counted(page)} said, {number} counted")


def counted(page: Any) -> int:
    said = page.locator(".st-key-evidence [data-testid=stMarkdownContainer] p").first.inner_text()
    found = re.search(r"· (\d+|one) ", said)
    assert found, said
    return 1 if found[1] == "one" else int(found[1])


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


def press(page: Any, mark: Any) -> None:
    """Click a chart's mark where it is: Plotly takes clicks on a layer above all marks."""
    mark.wait_for()
    page.wait_for_timeout(400)  # its layer is bound a moment after the marks are drawn
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(150)  # a mark is clickable once it is hovered
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_bar_opens_its_articles(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    press(page, page.locator(".st-key-overview_periods .bars .point path").last)
    told(page, 1)


def in_view(page: Any) -> bool:
    """Whether the first sentence of the panel stands in the window, without scrolling."""
    box = rows(page).first.bounding_box()
    size = page.viewport_size
    return bool(box["y"] >= 0 and box["y"] + min(box["height"], 60) <= size["height"] and box["x"] < size["width"])


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


def test_a_copied_link_opens_the_same_view_elsewhere(desk: Desk) -> None:
    page = desk.visit("?lang=en")
    page.get_by_role("button", name=re.compile("Naval drills")).first.click()
    page.wait_for_url(re.compile("theme=naval-drills"))
    page.locator(".st-key-overview_states .row", has_text="Russia").click()
    page.wait_for_url(re.compile("show=state"))
    other = desk.visit(page.url.removeprefix(desk.address + "/"))
    other.locator(".st-key-said button:visible", has_text="Naval drills").wait_for()
    told(other, 1)


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


def test_from_a_dropped_file_to_its_sentence_while_another_looks_on(desk: Desk, tmp_path: Path) -> None:
    other = desk.visit("articles?lang=en")
    page = desk.visit("add?lang=en")
    good, bad = tmp_path / "رحلات.txt", tmp_path / "empty.txt"
    good.write_text(ARTICLE, "utf-8")
    bad.write_text("", "utf-8")
    page.locator("[class*='st-key-upload_'] input[type=file]").set_input_files([str(good), str(bad)])
    page.locator(".st-key-start button").click()
    page.locator(".st-key-job", has_text="one added").wait_for(timeout=60_000)
    refused = page.locator(".st-key-job_rows .row", has_text="refused")
    assert "empty.txt" in refused.inner_text()
    page.locator(".st-key-job_rows .row", has_text="اتفاق على رحلات جوية").click()
    page.wait_for_url(re.compile("/articles.*article="))
    page.locator(".reader .m.k-country").first.wait_for()
    assert {"التركي", "قطر"} <= set(page.locator(".reader .m.k-country").all_inner_texts())
    other.locator("[data-testid=stSidebar]", has_text="5 articles").wait_for(timeout=40_000)
    # Taken back, for the tests that follow.
    desk.open(page, "add?lang=en")
    page.locator("[data-testid=stPopover] button", has_text="Take the last import back").click()
    page.locator(".st-key-undo button").click()
    page.locator("[data-testid=stSidebar]", has_text="4 articles").wait_for()


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_shows_where_the_keyboard_is(desk: Desk, scheme: str) -> None:
    page = desk.visit("", color_scheme=scheme)
    page.locator(".st-key-overview_newest .rows").wait_for()  # the page is drawn, and draws the menu no more
    page.locator("[data-testid=stTopNavLink]").nth(1).focus()
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.tagName == 'A'")
    page.wait_for_function("getComputedStyle(document.activeElement).outline.match(/2px/)")
    assert "solid" in page.evaluate("getComputedStyle(document.activeElement).outline")
