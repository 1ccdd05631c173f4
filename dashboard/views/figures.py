"""Bars of what came in. Charts are drawn from tidy frames and carry, on each mark, the question it answers."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.queries.overview import OTHER, last_day

from . import legend, palette, state
from .desk import Desk
from .text import for_plotly

CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["lasso2d", "autoScale2d", "toImage"],
    "displayModeBar": False,
}
FEWEST = 9  # bars that a chart has room for, at least
FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, Tahoma, sans-serif"
# Months as numbers: Plotly's month names would need a locale file, and numbers read alike in both languages.
TICKS = [
    {"dtickrange": [None, 86400000 * 28], "value": "%d/%m\n%Y"},
    {"dtickrange": [86400000 * 28, "M11"], "value": "%m/%Y"},
    {"dtickrange": ["M11", None], "value": "%Y"},
]


def styled(figure: go.Figure, desk: Desk, height: int) -> go.Figure:
    """The margins, lines and type that all charts share; values stand on the side that reading starts from."""
    ink = palette.colours(desk.dark())
    side = "right" if desk.words.rtl else "left"
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": 13, "color": ink["ink"]},
        hoverlabel={"font": {"family": FONT, "size": 13}},
        showlegend=False,  # Plotly's is laid out from left to right: see `legend`
        bargap=0.18,
        dragmode=False,
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": ink["soft"], "activecolor": ink["accent"]},
    )
    figure.update_xaxes(
        tickformatstops=TICKS,
        automargin=True,
        showgrid=False,
        linecolor=ink["line"],
        ticks="outside",
        tickcolor=ink["line"],
    )
    figure.update_yaxes(side=side, gridcolor=ink["line"], zeroline=False, automargin=True)
    return figure


def per_period(desk: Desk, grain: str, tidy: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]) -> go.Figure:
    """Articles by period, stacked by theme, first those in `shown`. A mark's question is `period:<day>:<theme>`."""
    figure, colour = go.Figure(), colours(tidy)
    for theme, found in tidy.groupby("theme", sort=False):
        name = for_plotly(desk.words.theme(str(theme)))
        when = [desk.words.span(period, last_day(period, grain)) for period in found["period"]]
        figure.add_bar(
            x=found["period"],
            y=found["articles"],
            name=name,
            marker={"color": colour[str(theme)], "line": {"width": 0}},
            customdata=[f"period:{period.date()}:{theme}" for period in found["period"]],
            hovertemplate=[
                f"{text}<br>{name}: <b>{desk.words.number(n)}</b><extra></extra>"
                for text, n in zip(when, found["articles"], strict=True)
            ],
        )
    figure.update_layout(barmode="stack")
    return _over_time(figure, desk, grain, tidy, shown)


def articles_per(desk: Desk, grain: str, tidy: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]) -> go.Figure:
    """Articles by period, first those in `shown`. A mark's question is `period:<day>`."""
    say = desk.words
    figure = go.Figure()
    figure.add_bar(
        x=tidy["period"],
        y=tidy["articles"],
        marker={"color": palette.of_theme(0), "line": {"width": 0}},
        customdata=[f"period:{period.date()}" for period in tidy["period"]],
        hovertemplate=[
            f"{say.span(row.period, last_day(row.period, grain))}<br>"
            f"<b>{say('evidence.articles', n=int(row.articles))}</b><extra></extra>"
            for row in tidy.itertuples()
        ],
    )
    return _over_time(figure, desk, grain, tidy, shown, 230)


def _over_time(
    figure: go.Figure, desk: Desk, grain: str, tidy: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp],
    height: int = 270,
) -> go.Figure:  # fmt: skip
    """Bars of `period` and `articles` on an axis of time that can be dragged, on one of whole numbers."""
    styled(figure, desk, height)
    figure.update_layout(hovermode="closest")
    highest = tidy.groupby("period")["articles"].sum().max()
    figure.update_yaxes(rangemode="tozero", tickformat=",d", nticks=6, **({"dtick": 1} if highest < 6 else {}))
    width = {"day": 1, "week": 7, "month": 28, "year": 365}[grain] * 86_400_000
    first, last = shown
    step = pd.Timedelta(milliseconds=width)
    few = (last - first) / step < 12  # a handful of bars would fill the page
    figure.update_traces(width=width * (0.35 if few else 0.82))
    # What lies far out is a drag away, and a single bar does not fill the page.
    margin = step * max(1.0, (FEWEST - (last - first) / step) / 2)
    figure.update_xaxes(range=[first - margin, last + margin], automargin=True)
    figure.update_layout(dragmode="pan")
    return figure


def colours(tidy: pd.DataFrame) -> dict[str, str]:
    """The themes of `overview.per_period` in its order, each with its colour: the same wherever they are drawn."""
    order = map(str, tidy["theme"].unique())
    return {theme: palette.OTHER if theme == OTHER else palette.of_theme(at) for at, theme in enumerate(order)}


def themes(desk: Desk, tidy: pd.DataFrame) -> list[legend.Part]:
    """The legend of `per_period`."""
    return [(legend.square(colour), desk.words.theme(theme)) for theme, colour in colours(tidy).items()]


def question(event: Any) -> list[Any]:
    """What the selected marks of a chart ask for."""
    points = event["selection"]["points"] if event and "selection" in event else []
    found = []
    for point in points:
        asked = point.get("customdata")
        found.append(asked[0] if isinstance(asked, list | tuple) else asked)
    return [item for item in dict.fromkeys(found) if item is not None]


def draw(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a chart whose marks can be clicked: each opens what it asks, and a second click closes that again."""
    asked = f"{key}_asked"

    def selected() -> None:
        found = question(st.session_state.get(key))
        # Where the panel was closed by its button, the chart still holds the mark, and a click lets go of it.
        again = not found and not state.opened_thing("show")
        state.open_thing(show=found[0] if found else st.session_state.get(asked) if again else None)
        if found:
            st.session_state[asked] = found[0]

    st.plotly_chart(
        figure, key=key, on_select=selected, selection_mode="points", theme=None, config=CONFIG,
        alt=alt,
    )  # fmt: skip
