"""A chart of the page as a picture, PNG or SVG: drawn in the browser, when it is asked for."""

from __future__ import annotations

from . import palette, rows
from .desk import Desk
from .mapchart import TOPOJSON
from .text import for_plotly
from .vendored import PLOTLY, plotly


def offer(desk: Desk, chart: str, title: str, legend: bool = False, credit: str = "") -> None:
    """Buttons below the chart with the key `chart`; the picture says its title and stands on the page's ground.

    `legend`: the page says beside the chart what its colours mean, so the picture has to. `credit` goes with it too.
    """
    plotly()
    data = {
        "chart": chart,
        "title": for_plotly(title),
        "name": f"marsad-{chart.replace('_', '-')}",
        "label": desk.words("chart.picture"),
        "script": f"app/static/{PLOTLY}",
        "legend": legend,
        "credit": for_plotly(credit),
        "topojson": TOPOJSON,
        "ground": palette.colours(desk.dark())["ground"],
        "direction": desk.words.direction,
    }
    rows.mount("picture", '<div class="picture"></div>')(key=f"{chart}_picture", data=data)
