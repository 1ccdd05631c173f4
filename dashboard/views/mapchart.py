"""The map as a component of our own: a part of the world for a wide window and another for a phone, and clicks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from . import palette, rows
from .chart import dictionary
from .desk import Desk
from .vendored import PLOTLY, plotly

KEY = "map_chart"
TOPOJSON = "app/static/topojson/"  # nothing is asked of another host


def draw(
    desk: Desk, figure: go.Figure, wide: dict[str, Any], narrow: dict[str, Any], pick: Callable[[str], None]
) -> None:
    """Draw it; a click calls `pick` with the question of what is clicked before the next rerun."""
    plotly()

    def picked() -> None:
        if asked := st.session_state[KEY].get("picked"):
            pick(str(asked))

    data: dict[str, Any] = {
        "figure": figure.to_json(),
        "wide": wide,
        "narrow": narrow,
        "font": {"size": 12, "color": palette.colours(desk.dark())["ink"]},
        "config": _config(desk),
        "script": f"app/static/{PLOTLY}",
        "label": desk.words("map.title"),
    }
    said = json.dumps(data, sort_keys=True).encode()
    data["signature"] = hashlib.sha1(said, usedforsecurity=False).hexdigest()
    # Not in a shadow: Plotly's style sheets stand in the document.
    component = rows.mount("map", '<div class="plot" role="figure"></div>', isolate_styles=False)
    component(key=KEY, data=data, on_picked_change=picked)


def _config(desk: Desk) -> dict[str, Any]:
    return {
        "topojsonURL": TOPOJSON,
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["zoomInGeo", "zoomOutGeo", "resetGeo"]],
        "scrollZoom": False,  # the wheel scrolls the page
        **dictionary(desk.words),
    }
