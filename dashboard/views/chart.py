"""The timeline's chart as a component of our own: clicks and boxes at once, lit marks, and word of its zoom."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from . import rows
from .desk import Desk
from .spans import Span, parsed, written
from .timefigure import BOTTOM
from .vendored import PLOTLY, plotly
from .words import Words

KEY = "timeline_chart"
# Plotly's own words for its tools; the desk's are in the data.
TOOLS = {
    "Box Select": "select", "Zoom": "zoom", "Pan": "pan", "Zoom in": "in", "Zoom out": "out", "Reset axes": "reset",
    "Reset": "reset",
    "Double-click to zoom back out": "back",
}  # fmt: skip


def draw(
    desk: Desk, figure: go.Figure, label: str, *, frame: str, home: Span | None, span: Span | None, lanes: list[str],
    edges: list[float], chosen: list[str], pick: Callable[[str], None],
    zoom: Callable[[pd.Timestamp, pd.Timestamp], None],
) -> None:  # fmt: skip
    """Draw it. `frame` says what is shown (another one starts anew), `home` the days shown at first, `span` those now.

    A click or a box calls `pick` with `mark:<id>` or `box:<days>:<lanes>`, a zoom calls `zoom`, before the next rerun.
    """
    plotly()
    figure.update_xaxes(range=None)
    drawn = figure.to_json()
    shown = span or home

    def picked() -> None:
        asked = st.session_state[KEY].get("picked")
        if asked:
            pick(str(asked))

    def zoomed() -> None:
        found = parsed(str(st.session_state[KEY].get("zoomed") or ""))
        if found:
            zoom(*found)

    data: dict[str, Any] = {
        "figure": drawn,
        "signature": hashlib.sha1(drawn.encode(), usedforsecurity=False).hexdigest(),
        "config": _config(desk),
        "script": f"app/static/{PLOTLY}",
        "height": int(figure.layout.height),
        "slider": BOTTOM,
        "label": label,
        "frame": hashlib.sha1(frame.encode(), usedforsecurity=False).hexdigest(),
        "range": written(*shown).split("..") if shown else None,
        "home": written(*home).split("..") if home else None,
        "lanes": lanes,
        "edges": edges,
        "chosen": chosen,
    }
    # Not in a shadow: Plotly's style sheets stand in the document.
    component = rows.mount("timeline", '<div class="plot" role="figure"></div>', isolate_styles=False)
    component(key=KEY, data=data, on_picked_change=picked, on_zoomed_change=zoomed)


def _config(desk: Desk) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "modeBarButtons": [["select2d", "pan2d", "zoom2d"], ["zoomIn2d", "zoomOut2d", "resetScale2d"]],
        **dictionary(desk.words),
    }


def dictionary(words: Words) -> dict[str, Any]:
    """Plotly's configuration for what its tools are called."""
    said = {tool: words(f"chart.{name}") for tool, name in TOOLS.items()}
    return {"locale": words.language, "locales": {words.language: {"dictionary": said}}}
