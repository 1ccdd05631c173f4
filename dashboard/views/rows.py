"""Lists that can be picked from: one component for rankings, articles, days, flags and evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from .words import Words

COMPONENTS = Path(__file__).parent.parent / "static" / "components"
Row = dict[str, Any]
"""`id` what a pick says, `href` its link; `title`, `lead`, `body` (pieces of segments), `dir`, `meta`, `number`,
`change`, `tag`, `tone`, `bar` (0–1), `swatch` (a colour), `quiet`; `more`, rows folded below it, which `more_label`
opens; `also` (`id`, `label`, `href`), a second place that it leads to or, without `href`, something to do with it;
`checked`, of a row that a pick ticks. All texts are shown as they are, never as markup. The look `lines` gives a title
one line, cut at its own end."""


@lru_cache(maxsize=8)
def source(name: str) -> str:
    """A component's script or style sheet."""
    return (COMPONENTS / name).read_text("utf-8")


def mount(name: str, html: str, *, isolate_styles: bool = True) -> Any:
    """Register a component for this process: `<name>.js` after what all share, and `<name>.css` where it has one."""
    return st.components.v2.component(
        f"marsad_{name}",
        html=html,
        css=source(f"{name}.css") if (COMPONENTS / f"{name}.css").exists() else "",
        js=source("shared.js") + source(f"{name}.js"),
        isolate_styles=isolate_styles,
    )


def show(
    key: str,
    rows: Sequence[Row],
    words: Words,
    pick: Callable[[str], None],
    *,
    selected: str | None = None,
    look: str = "",
    height: int | str | None = None,
) -> None:
    """Draw rows; a click calls `pick` with the row's id before the next rerun. `height`: pixels, or a CSS length."""

    def picked() -> None:
        value = st.session_state[key].get("picked")
        if value:
            pick(str(value))

    data = {
        "rows": list(rows),
        "direction": words.direction,
        "selected": selected,
        "look": look,
        "height": f"{height}px" if isinstance(height, int) else height,
    }
    mount("rows", '<div class="rows" role="list"></div>')(key=key, data=data, on_picked_change=picked)
