"""The brief as a browser makes it and, from disk and without a network, reads it."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from dashboard.views.words import words

from .conftest import Desk


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_file_opens_from_disk_without_a_network(desk: Desk, tmp_path: Path, language: str) -> None:
    say = words(language)
    page = desk.visit(f"brief?lang={language}&parts=actors%2Bnetwork%2Bdates", accept_downloads=True)
    page.locator(".st-key-brief_note textarea").fill("ملاحظة <i>واحدة</i>")
    page.get_by_role("button", name=say("brief.make")).click()
    with page.expect_download() as downloaded:
        page.locator(".st-key-brief_html button").first.click()
    file = tmp_path / "brief.html"
    downloaded.value.save_as(file)
    with page.expect_download() as downloaded:
        page.locator(".st-key-brief_docx button").first.click()
    downloaded.value.save_as(tmp_path / "brief.docx")
    heads = [one.text for one in docx.Document(tmp_path / "brief.docx").paragraphs if one.style.name == "Heading 1"]
    assert heads[:3] == [say(f"brief.section.{name}") for name in ("actors", "network", "dates")]
    offline = desk.context(offline=True, viewport={"width": 390, "height": 800})
    opened, asked, said = offline.new_page(), [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(file.as_uri())
    opened.wait_for_timeout(300)
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()] and said == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.evaluate("document.dir") == say.direction
    assert opened.evaluate("[...document.fonts].some((face) => face.status === 'loaded')")
    opened.locator("summary").first.click()
    assert opened.locator("details[open] mark").first.is_visible()
    opened.locator("#dates svg a").first.click()  # a mark leads to its line
    assert "#date-1" in opened.url
    assert len(opened.pdf(prefer_css_page_size=True)) > 5_000


def test_the_tables_come_as_files(desk: Desk, tmp_path: Path) -> None:
    page = desk.visit("statements?lang=en")
    page.get_by_role("button", name=words("en")("files.title")).click()
    for key, start in (("files_statements", b"\xef\xbb\xbfspeakers"), ("files_xlsx", b"PK"), ("files_parquet", b"PK")):
        with page.expect_download() as downloaded:
            page.locator(f".st-key-{key} button").first.click()
        downloaded.value.save_as(tmp_path / key)
        assert (tmp_path / key).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("path", "chart"), [("", "overview_periods"), ("map", "map_chart"), ("timeline", "timeline_chart")]
)
def test_a_chart_is_saved_as_a_picture(desk: Desk, tmp_path: Path, path: str, chart: str) -> None:
    page = desk.visit(f"{path}?lang=ar&digits=arab")
    page.locator(f".st-key-{chart} .js-plotly-plot").wait_for()
    for kind, start in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download(timeout=60_000) as downloaded:
            page.locator(f".st-key-{chart}_picture").get_by_role("button", name=kind).click()
        file = tmp_path / f"{chart}.{kind}"
        downloaded.value.save_as(file)
        assert file.read_bytes().startswith(start) and file.stat().st_size > 3_000
    drawn = file.read_text("utf-8")  # plotly.js' own namespace is no address that is asked
    assert "المقالات" in drawn or "الأيام" in drawn or "الدول" in drawn
    # It brings the desk's type, says what it holds, and writes its numbers in the digits chosen.
    assert drawn.count("@font-face") == drawn.count("data:font/woff2") == 2
    assert words("ar", "arab")("said.all", n=4) in drawn
    ticks = "".join(re.findall(r'<g class="[xy]tick">.*?</g>', drawn))
    assert not re.search("[0-9]", "".join(re.findall(">([^<]*)<", ticks)))
    assert path == "map" or re.search("[٠-٩]", ticks)
