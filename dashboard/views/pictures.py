"""A chart of the page as a picture, PNG or SVG: drawn in the browser, when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from . import frame, legend, palette, rows
from .desk import Desk
from .mapchart import TOPOJSON
from .text import for_plotly
from .vendored import PLOTLY, plotly


def offer(desk: Desk, chart: str, title: str, said: Iterable[legend.Part] = (), credit: str = "") -> None:
    """Buttons below the chart with the key `chart`; the picture says its title and stands on the page's ground.

    What the page says beside the chart goes with it: what its marks mean, what is filtered, whose borders they are.
    """
    plotly()
    notes = [[for_plotly(frame.sentence(desk))], for_plotly(credit).split()]
    data = {
        "chart": chart,
        "title": for_plotly(title),
        "name": f"marsad-{chart.replace('_', '-')}",
        "label": desk.words("chart.picture"),
        "script": f"app/static/{PLOTLY}",
        "legend": [legend.written(part) for part in said],
        "notes": [part for part in notes if part],
        "topojson": TOPOJSON,
        "ground": palette.colours(desk.dark())["ground"],
        "direction": desk.words.direction,
    }
    rows.mount("picture", '<div class="picture"></div>')(key=f"{chart}_picture", data=data)
