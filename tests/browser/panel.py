"""The panel of evidence as a reader sees it, and how a mark of a chart is clicked."""

from __future__ import annotations

import re
from typing import Any


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


def in_view(page: Any) -> bool:
    """Whether the first sentence of the panel stands in the window, without scrolling."""
    box = rows(page).first.bounding_box()
    size = page.viewport_size
    return bool(box["y"] >= 0 and box["y"] + min(box["height"], 60) <= size["height"] and box["x"] < size["width"])


def press(page: Any, mark: Any) -> None:
    """Click a chart's mark where it is: Plotly takes clicks on a layer above all marks."""
    mark.wait_for()
    page.wait_for_timeout(400)  # its layer is bound a moment after the marks are drawn
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(150)  # a mark is clickable once it is hovered
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
