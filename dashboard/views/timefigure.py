"""The timeline's figure: days as points, intervals as bars, soft ends where vague, hollow where announced."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.queries.lanes import NONE

from . import palette
from .desk import Desk
from .figures import TICKS, styled
from .lanes import Packed, pack
from .text import dated, for_plotly, shortened

DAY = pd.Timedelta(days=1)
FADE = 0.16  # the share of a vague bar that fades at each end
SOFT = 0.32  # how much is left of its colour there
PIXELS = 20  # a row
TOP, BOTTOM = 76, 62  # pixels for dates and shortcuts, and for the slider
BEYOND = 2  # windows that the slider goes on for on either side of the one shown first
FAINT = 0.22  # what is not being read, while something is
Window = tuple[pd.Timestamp, pd.Timestamp]


def draw(
    desk: Desk,
    marks: pd.DataFrame,
    names: dict[str, str],
    today: dt.date | None,
    window: Window | None = None,
    together: bool = False,
    home: Window | None = None,
) -> go.Figure:
    """Marks on their lanes; each carries its id as customdata. `names` gives the lanes in their order.

    `window` is what is shown, and says how near is near; the slider below spans everything, or as much of it around
    `home`, where most lies, as leaves its handles room. `together`: what is shown is merged by month or year.
    """
    packed = packing(marks, names, window, together)
    ink = palette.colours(desk.dark())
    figure = go.Figure()
    _links(figure, packed.marks, ink["soft"])
    for order, lane in enumerate(names):
        colour = palette.OTHER if lane == NONE else palette.of_theme(order)
        found = packed.marks[packed.marks["lane"] == lane]
        span = found["low"].notna() & found["high"].notna() & (found["low"] != found["high"])
        if together:
            span &= found["band"] > 1
        _bars(figure, desk, found[span], colour, ink["ground"])
        _points(figure, desk, found[~span], colour, ink["ground"], int(marks["count"].max()))
    inner = max(150, int(packed.height * PIXELS))
    styled(figure, desk, inner + TOP + BOTTOM)
    figure.update_layout(shapes=_lines(packed, today, ink))
    _axes(figure, desk, packed, names, ink["line"], inner)
    if home:
        figure.update_xaxes(rangeslider_range=_reach(marks, home))
    return figure


def legend(desk: Desk) -> list[tuple[str, str]]:
    """What its marks mean, one by one: the signs are words here."""
    return [("", part) for part in desk.words("timeline.legend").split(" · ")]


def packing(marks: pd.DataFrame, names: dict[str, str], window: Window | None, together: bool) -> Packed:
    """The marks on rows of their lanes; what is merged needs no room beside it, but bands of its own."""
    if together:
        return pack(_banded(marks), list(names), most=4)
    first, last = window or (marks["low"].min(), marks["high"].max())
    return pack(marks, list(names), (last - first) / 80 if pd.notna(last - first) else pd.Timedelta(0))


def _banded(marks: pd.DataFrame) -> pd.DataFrame:
    """Months (or years) as points whose size says how much there is, those announced below them, then longer ones."""
    most = (marks["grain"] == "year").map({True: 366, False: 31}) if "grain" in marks else 31
    point = (marks["high"] - marks["low"]).dt.days.between(0, most)
    return marks.assign(band=marks["announced"].astype(int).where(point, 2))


def _hover(desk: Desk, mark: Any) -> str:
    """What a mark says: the window, the words of the text, how many sentences."""
    say = desk.words
    lines = [f"<b>{for_plotly(say.span(mark.low, mark.high))}</b>"]
    if isinstance(mark.text, str):
        lines.append(f"«{for_plotly(shortened(dated(mark.text), 60))}»")
    notes = [say("evidence.sentences", n=int(mark.count))]
    if mark.announced:
        notes.append(say("timeline.announced"))
    if mark.vague:
        notes.append(say("timeline.vague"))
    if isinstance(mark.alternative, str):
        notes.append(say("timeline.alternative"))
    return "<br>".join([*lines, " · ".join(notes)]) + "<extra></extra>"


def _bars(figure: go.Figure, desk: Desk, found: pd.DataFrame, colour: str, ground: str) -> None:
    """Intervals. A vague one is drawn in three pieces, faint at both ends; all of them are the same mark."""
    if found.empty:
        return
    start, length = found["low"], found["high"] - found["low"] + DAY
    soft = found["vague"].to_numpy()
    fade = FADE * soft.astype(float)
    pieces = [
        (start + length * fade, length * (1 - 2 * fade), found, 1.0),
        (start[soft], length[soft] * FADE, found[soft], SOFT),
        (start[soft] + length[soft] * (1 - FADE), length[soft] * FADE, found[soft], SOFT),
    ]
    hover = {mark.mark: _hover(desk, mark) for mark in _named(found)}
    for base, width, part, strength in pieces:
        if part.empty:
            continue
        hollow = part["announced"].to_numpy()
        figure.add_bar(
            orientation="h", base=base, x=width.dt.total_seconds() * 1000, y=part["y"], width=0.56, showlegend=False,
            marker={
                "color": [ground if h else colour for h in hollow], "opacity": strength,
                "line": {"color": colour, "width": [1.6 if h else 0 for h in hollow]},
            },
            customdata=part["id"], hovertemplate=[hover[m] for m in part["mark"]],
        )  # fmt: skip


def _points(figure: go.Figure, desk: Desk, found: pd.DataFrame, colour: str, ground: str, most: int) -> None:
    """Days, and intervals open on one side as arrows that point where they go on; area says how many sentences."""
    if found.empty:
        return
    hollow = found["announced"].to_numpy()
    symbol = [
        "triangle-right" if pd.isna(high) else "triangle-left" if pd.isna(low) else "circle"
        for low, high in zip(found["low"], found["high"], strict=True)
    ]
    figure.add_scatter(
        x=_middle(found),
        y=found["y"],
        mode="markers",
        showlegend=False,
        marker={
            "symbol": symbol,
            "size": 8 + min(3.2, 16 / most**0.5) * (found["count"] ** 0.5 - 1),
            "color": [ground if h else colour for h in hollow],
            "line": {"color": colour, "width": 1.8},
            "opacity": 0.95,
        },
        customdata=found["id"],
        hovertemplate=[_hover(desk, mark) for mark in _named(found)],
    )


def _middle(found: pd.DataFrame) -> pd.Series:
    low, high = found["low"].fillna(found["high"]), found["high"].fillna(found["low"])
    return low + (high - low) / 2


def _named(found: pd.DataFrame) -> list[Any]:
    return [
        _Mark(**row)
        for row in found[["mark", "low", "high", "text", "count", "announced", "vague", "alternative"]].to_dict(
            "records"
        )
    ]


class _Mark:
    """A mark's values by name: a namedtuple can't have a field called `count`."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:  # tells the type checker that any column may be asked for
        raise AttributeError(name)


def _links(figure: go.Figure, marks: pd.DataFrame, colour: str) -> None:
    """Alternatives are one thing said to be then or then: a dotted line joins them."""
    joined = marks[marks["alternative"].notna()]
    joined = joined.assign(middle=_middle(joined))
    x: list[Any] = []
    y: list[float | None] = []
    for _, group in joined.groupby(["alternative", "lane"]):
        if len(group) < 2:
            continue
        for mark in group.itertuples():
            x.append(mark.middle)
            y.append(mark.y)
        x.append(None)
        y.append(None)
    if x:
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines",
            line={"color": colour, "width": 1.4, "dash": "dot"},
            hoverinfo="skip",
            showlegend=False,
        )


def _reach(marks: pd.DataFrame, home: Window) -> Window | None:
    """What the slider spans: a lone year of antiquity would leave a window of decades no width."""
    days = pd.concat([marks["low"], marks["high"]]).dropna()
    room = (home[1] - home[0]) * BEYOND
    first, last = max(days.min(), home[0] - room), min(days.max(), home[1] + room)
    return (first, last) if (days.min(), days.max()) != (first, last) else None


def _lines(packed: Packed, today: dt.date | None, ink: dict[str, str]) -> list[dict[str, Any]]:
    """The day the view looks from, and what parts the lanes: set at once, as Plotly takes long to add one by one."""
    out: list[dict[str, Any]] = [
        {"type": "line", "x0": 0, "x1": 1, "xref": "x domain", "y0": edge, "y1": edge, "yref": "y",
         "line": {"color": ink["line"], "width": 1}}
        for edge in packed.edges[1:-1]
    ]  # fmt: skip
    if today is not None:
        day = pd.Timestamp(today)
        out.insert(0, {"type": "line", "x0": day, "x1": day, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain",
                       "line": {"color": ink["conflict"], "width": 1, "dash": "dot"}})  # fmt: skip
    return out


def _axes(figure: go.Figure, desk: Desk, packed: Packed, names: dict[str, str], line: str, inner: int) -> None:
    """Dates above the lanes, so that they are in view on a window lower than the chart; shortcuts above the dates."""
    say = desk.words
    figure.update_yaxes(
        range=[packed.height, 0], tickvals=list(packed.middle.values()), showgrid=False, fixedrange=True,
        ticks="outside", ticklen=5, tickcolor="rgba(0,0,0,0)",  # room between a name and what is drawn up to the edge
        ticktext=[for_plotly(shortened(names[lane], 26)) for lane in packed.middle],
    )  # fmt: skip
    buttons = [
        {"step": "month", "count": 1, "stepmode": "backward", "label": say("timeline.month")},
        {"step": "year", "count": 1, "stepmode": "backward", "label": say("timeline.year")},
        {"step": "year", "count": 10, "stepmode": "backward", "label": say("timeline.decade")},
        {"step": "all", "label": say("timeline.all")},
    ]
    figure.update_xaxes(
        type="date",
        side="top",
        showgrid=True,
        tickformatstops=TICKS,
        gridcolor=line,
        rangeslider={"visible": True, "thickness": min(0.16, 34 / inner), "bordercolor": line, "borderwidth": 1},
        rangeselector={
            "buttons": buttons,
            "bgcolor": "rgba(0,0,0,0)",
            "activecolor": line,
            "x": 0,
            "y": 1 + 44 / inner,
            "yanchor": "bottom",
        },
    )
    figure.update_layout(barmode="overlay", clickmode="event", hovermode="closest", margin={"t": TOP})
    figure.update_layout(newselection={"line": {"color": palette.colours(desk.dark())["accent"], "width": 1.5}})
    figure.update_traces(unselected={"marker": {"opacity": FAINT}}, selector=lambda trace: trace.customdata is not None)
