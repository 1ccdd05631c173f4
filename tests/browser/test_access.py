"""Every page for who can't see it or has no mouse: axe-core's rules of WCAG AA, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import Desk
from .readers import Readers

PAGES = (
    "", "timeline", "network", "map", "statements", "announced", "dossier", "dossier?kind=state&id=IRN&show=with:RUS",
    "articles", "articles?article=a1", "articles?article=a4", "themes?id=sanctions",
    "themes?id=sanctions&part=evidence", "add", "review", "review?part=history", "review?part=names",
    "brief", "themes?id=sanctions&q=وزير",
)  # fmt: skip
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],  # of what holds, axe-core needs to describe no element
}


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong: rule, what it wants, and the elements."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def stands(page: Any, language: str) -> None:
    """Direction and letters are the language's, and nothing went wrong. Fonts come after the page."""
    page.wait_for_function(
        "wanted => getComputedStyle(document.querySelector('[data-testid=stApp]')).direction === wanted",
        arg="rtl" if language == "ar" else "ltr",
    )
    font = page.eval_on_selector("[data-testid=stApp]", "e => getComputedStyle(e).fontFamily")
    assert "IBM Plex Sans Arabic" in font
    page.wait_for_function("document.fonts.check('16px \"IBM Plex Sans Arabic\"', 'أب')")
    page.wait_for_timeout(500)
    assert page.locator("[data-testid=stException]").all_inner_texts() == []


# Each page once in either language and either scheme: the two have nothing to do with each other. One reader goes
# through all of them, so that a page's scripts are loaded once.
@pytest.fixture(scope="module", params=[("ar", "dark"), ("en", "light")], ids="-".join)
def reader(
    readers: Readers, served: tuple[str, str], request: pytest.FixtureRequest
) -> Iterator[tuple[Desk, Any, str]]:
    language, scheme = request.param
    desk = Desk(*served, readers)
    yield desk, desk.visit(f"?lang={language}", color_scheme=scheme), language
    desk.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_stands_and_bars_no_reader(reader: tuple[Desk, Any, str], name: str) -> None:
    desk, page, language = reader
    desk.open(page, f"{name}{'&' if '?' in name else '?'}lang={language}")
    stands(page, language)
    assert violations(page) == []
    assert desk.errors == []


def test_a_finding_is_read_by_the_keyboard_alone(desk: Desk) -> None:
    page = desk.visit("articles?article=a1&lang=en")
    mark = page.locator(".reader .m[tabindex='0']").first
    mark.focus()
    tip = page.locator(".frame .tip")
    tip.wait_for(state="visible")
    assert tip.inner_text().strip()
    named = page.locator(".reader .m[tabindex='0']").evaluate_all("all => all.map(m => m.getAttribute('aria-label'))")
    assert named and all(name.split(":")[0].strip() for name in named)
