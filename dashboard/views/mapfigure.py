"""The map as a figure: shades, points and arcs, each of which carries the question it answers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.queries import atlas, geography
from dashboard.queries.atlas import Box

from . import palette
from .desk import Desk
from .figures import FONT
from .graphdata import edge_id, edge_title
from .maplabels import WIDTHS, Label, Mark, apart
from .text import for_plotly

STEPS = 5
STEM = 28  # points of an arc
_LAND = {False: "#F1F0EC", True: "#20272B"}
_SHADES = {
    False: ("#DCE8EA", "#B5D0D5", "#85B2BA", "#4F8F9B", "#1F6B7B"),
    True: ("#22393F", "#2A525B", "#347079", "#43919C", "#62B7C4"),
}
_POINT, _UNSURE = "#E8B400", "#C77DB0"


def bounds(most: int) -> list[int]:
    """The least number of articles of each shade: at most `STEPS`, growing by about the same factor."""
    return sorted({max(1, round(most ** (step / STEPS))) for step in range(STEPS)})


def shades(most: int, dark: bool) -> list[tuple[int, str]]:
    """Lower bound and colour of each shade, the last always the strongest."""
    steps = bounds(most)
    return list(zip(steps, _SHADES[dark][STEPS - len(steps) :], strict=True))


def shade(articles: int, steps: list[tuple[int, str]]) -> str:
    return [colour for low, colour in steps if low <= articles][-1]


def draw(desk: Desk, states: pd.DataFrame | None, places: pd.DataFrame | None, arcs: pd.DataFrame | None) -> go.Figure:
    """Layers that are None are off. A mark's question is `state:IRN`, `place:hormuz` or `arc:RUS>IRN`.

    Which part of the world it shows, and the names on it, are `shape`'s.
    """
    dark = desk.dark()
    ink = palette.colours(dark)
    figure = go.Figure()
    if states is not None and len(states):
        _states(figure, desk, states)
    if arcs is not None and len(arcs):
        _arcs(figure, desk, arcs)
    if places is not None and len(places):
        _places(figure, desk, places)
    if not figure.data:  # a map without traces draws nothing at all
        figure.add_scattergeo(lat=[None], lon=[None], hoverinfo="skip")
    figure.update_traces(showlegend=False)
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13, "color": ink["ink"]},
        hoverlabel={"font": {"family": FONT, "size": 13}},
        hoverdistance=9,  # beyond, a click means the state
        dragmode="pan",
        uirevision=str(desk.filters),  # what was zoomed stays while sentences are read
        modebar={"bgcolor": ink["ground"], "color": ink["soft"], "activecolor": ink["accent"]},
        geo={
            "resolution": 50,
            "bgcolor": "rgba(0,0,0,0)",
            "showland": True, "landcolor": _LAND[dark], "showocean": False, "showlakes": False,
            "showcountries": True, "countrycolor": ink["ground"], "countrywidth": 0.8,
            "showcoastlines": True, "coastlinecolor": ink["line"], "coastlinewidth": 0.8,
            "showframe": True, "framecolor": ink["line"], "framewidth": 1,
        },
    )  # fmt: skip
    return figure


def _states(figure: go.Figure, desk: Desk, states: pd.DataFrame) -> None:
    dark = desk.dark()
    ink = palette.colours(dark)
    steps = shades(int(states["articles"].max()), dark)
    said = [_said(desk, desk.actor(row.id), "articles", row.articles) for row in states.itertuples()]
    states = states.assign(said=said, question="state:" + states["id"])
    drawn = states[states["shaped"]]
    level = [[low for low, _ in steps].index(max(low for low, _ in steps if low <= n)) for n in drawn["articles"]]
    many = len(steps)
    scale = [(edge / many, colour) for at, (_, colour) in enumerate(steps) for edge in (at, at + 1)]
    figure.add_choropleth(
        locations=drawn["id"], z=[one + 0.5 for one in level], zmin=0, zmax=many, colorscale=scale, showscale=False,
        customdata=drawn["question"], text=drawn["said"], hovertemplate="%{text}<extra></extra>",
        marker={"line": {"color": ink["ground"], "width": 0.8}},
    )  # fmt: skip
    bare = states[~states["shaped"]].dropna(subset=["lat"])
    if len(bare):
        _points(
            figure, bare, color=[shade(n, steps) for n in bare["articles"]], symbol="circle", size=15,
            line={"color": ink["ink"], "width": 1.5},
        )  # fmt: skip


def _places(figure: go.Figure, desk: Desk, places: pd.DataFrame) -> None:
    ink = palette.colours(desk.dark())
    words = desk.words
    said = []
    for row in places.itertuples():
        name = row.ar if words.language == "ar" else row.en
        text = _said(desk, name, "sentences", row.sentences)
        if row.unsure:
            text += "<br>" + for_plotly(words("map.unsure", n=int(row.unsure)))
        elif row.wide:
            text += "<br>" + for_plotly(words("map.wide"))
        said.append(text)
    # The small ones last: a large one must not hide them.
    found = places.assign(said=said, question="place:" + places["id"], size=sizes(places["sentences"]))
    found = found.sort_values("sentences", ascending=False)
    _points(
        figure, found, size=found["size"].tolist(), symbol=[_symbol(row) for row in found.itertuples()],
        color=[_UNSURE if row.unsure else _POINT for row in found.itertuples()], opacity=0.9,
        line={"color": ink["ground"] if desk.dark() else ink["ink"], "width": 1.1},
    )  # fmt: skip


def sizes(sentences: pd.Series) -> np.ndarray:
    """How many pixels the marks of places are across."""
    root = np.sqrt(sentences.to_numpy(dtype=float))
    return np.asarray(8 + 16 * root / root.max(initial=1.0))


def _symbol(place: Any) -> str:
    return "diamond" if place.unsure else "square" if place.wide else "circle"


def _points(figure: go.Figure, found: pd.DataFrame, **marker: Any) -> None:
    figure.add_scattergeo(
        lat=found["lat"], lon=found["lon"], mode="markers", marker=marker, customdata=found["question"],
        text=found["said"], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _arcs(figure: go.Figure, desk: Desk, arcs: pd.DataFrame) -> None:
    dark = desk.dark()
    spots = geography.spots()
    most = float(arcs["sentences"].max())
    curves = [curve(spots[row.source], spots[row.target], 0.2 if row.directed else 0.1) for row in arcs.itertuples()]
    gap = np.array([[np.nan, np.nan]])
    halo = np.concatenate([part for line in curves for part in (line, gap)])
    figure.add_scattergeo(
        lat=halo[:, 0], lon=halo[:, 1], mode="lines", hoverinfo="skip", opacity=0.75,
        line={"color": palette.colours(dark)["ground"], "width": 4.5},
    )  # fmt: skip
    for row, line in zip(arcs.itertuples(), curves, strict=True):
        conflict = row.score < -0.15
        figure.add_scattergeo(
            lat=line[:, 0], lon=line[:, 1], mode="lines", hoverinfo="skip",
            line={"color": palette.of_sign(row.score, dark), "dash": "6px,4px" if conflict else "solid",
                  "width": 1.4 + 3.2 * math.sqrt(row.sentences / most)},
        )  # fmt: skip
    _heads(figure, desk, arcs, curves)
    # A line is picked by its points: unseen ones along it, away from the capitals at its ends.
    held = slice(4, STEM - 4)
    handles = pd.DataFrame({
        "lat": np.concatenate([line[held, 0] for line in curves]),
        "lon": np.concatenate([line[held, 1] for line in curves]),
        "question": np.repeat(["arc:" + edge_id(row) for row in arcs.itertuples()], STEM - 8),
        "said": np.repeat([
            for_plotly(title[0]).join(("<b>", "</b>")) + "<br>" + "<br>".join(map(for_plotly, title[1:]))
            for title in (edge_title(desk, row, "relations").split("\n") for row in arcs.itertuples())
        ], STEM - 8),
    })  # fmt: skip
    _points(figure, handles, size=6, opacity=0)


def _heads(figure: go.Figure, desk: Desk, arcs: pd.DataFrame, curves: list[np.ndarray]) -> None:
    """A head past the middle of each arc that has a direction, turned by the point before it."""
    lat: list[float] = []
    lon: list[float] = []
    size: list[int] = []
    colour: list[str] = []
    at = round(STEM * 0.58)
    for row, line in zip(arcs.itertuples(), curves, strict=True):
        if row.directed:
            lat += [line[at - 1, 0], line[at, 0]]
            lon += [line[at - 1, 1], line[at, 1]]
            size += [0, 13]
            colour += [palette.of_sign(row.score, desk.dark())] * 2
    if lat:
        figure.add_scattergeo(
            lat=lat, lon=lon, mode="markers", hoverinfo="skip",
            marker={"symbol": "arrow", "angleref": "previous", "size": size, "color": colour, "opacity": 1,
                    "line": {"width": 0}},
        )  # fmt: skip


def curve(start: tuple[float, float], end: tuple[float, float], bow: float) -> np.ndarray:
    """`STEM` points (latitude, longitude) from one place to another, bowed to the left of the way by a share of it."""
    a = np.array([math.radians(start[1]), atlas.mercator(start[0])])
    b = np.array([math.radians(end[1]), atlas.mercator(end[0])])
    if abs(b[0] - a[0]) > math.pi:  # the short way is across the date line
        b[0] -= math.copysign(2 * math.pi, b[0] - a[0])
    way = b - a
    control = (a + b) / 2 + 2 * bow * np.array([-way[1], way[0]])
    t = np.linspace(0, 1, STEM)[:, None]
    line = (1 - t) ** 2 * a + 2 * t * (1 - t) * control + t**2 * b
    lon = (np.degrees(line[:, 0]) + 180) % 360 - 180
    return np.column_stack([[atlas.latitude(y) for y in np.clip(line[:, 1], -3, 3)], lon])


def shape(desk: Desk, box: Box, states: pd.DataFrame | None, places: pd.DataFrame | None = None) -> dict[str, Any]:
    """The part of the world that is shown, and for each width of the map the names of states that have room there, the
    most named first."""
    shapes = geography.shapes()
    wanted = []
    for row in states.itertuples() if states is not None else ():
        spots = [spot for spot in (shapes.get(row.id), (row.lat, row.lon)) if spot and box.holds(*spot)]
        if spots:
            wanted.append(Label(desk.actor(row.id), *spots[0]))
    # On the whole world the marks are small and many, and its projection is none that pixels are told of here.
    shown = places if places is not None and not box.world else pd.DataFrame(columns=["lat", "lon", "sentences"])
    marks = [Mark(*spot) for spot in zip(shown["lat"], shown["lon"], sizes(shown["sentences"]), strict=True)]
    high, low = atlas.mercator(box.north), atlas.mercator(box.south)
    return {
        "projection": "natural earth" if box.world else "mercator",
        "lon": [box.west, box.east], "lat": [box.south, box.north],
        # Plotly would take the mean of the latitudes, which lies lower: the map then ended before its upper names.
        "center": {} if box.world else {"lat": atlas.latitude((high + low) / 2)},
        "ratio": atlas.ROUND if box.world else math.radians(box.east - box.west) / (high - low),
        "names": [[width, *_columns(apart(box, wanted, width, marks))] for width in WIDTHS],
    }  # fmt: skip


def _columns(names: list[Label]) -> tuple[list[float], list[float], list[str]]:
    return [one.lon for one in names], [one.lat for one in names], [for_plotly(one.text) for one in names]


def _said(desk: Desk, name: str, unit: str, number: int) -> str:
    return f"<b>{for_plotly(name)}</b><br>{desk.words(f'evidence.{unit}', n=int(number))}"
