"""The timeline page: lanes and time to choose, the figure, and the sentences behind what is selected."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import streamlit as st

from dashboard.queries import timeline
from dashboard.queries.evidence import Hits
from dashboard.queries.overview import as_of
from dashboard.queries.timeline import NONE, Lanes, Time

from . import evidence, figures, state, timefigure
from .desk import Desk


def show(desk: Desk) -> None:
    """Draw the page."""
    say = desk.words
    lanes, time = _choices(desk)
    marks = timeline.marks(desk.corpus, desk.filters, lanes, time)
    if marks.empty:
        st.info(say(f"timeline.none_{time}"))
        return
    names = _names(desk, lanes, marks)
    st.subheader(say(f"timeline.title_{time}"), help=say(f"timeline.help_{time}"))
    together = bool(timeline.grouped(desk.corpus, desk.filters, lanes, time)["together"].any())
    if together:
        st.caption(say("timeline.together", n=timeline.CROWDED))
    window = timeline.window(desk.corpus, desk.filters, marks)
    figure = timefigure.draw(desk, marks, names, as_of(desk.corpus, desk.filters), window, together)
    picked = figures.draw(
        figure,
        f"timeline_{lanes}_{time}",
        say(f"timeline.title_{time}"),
        ("points", "box"),
        {"displayModeBar": True, "scrollZoom": True},
    )
    _legend(desk, time)
    chosen = tuple(int(mark) for mark in picked)
    if chosen:
        evidence.panel(desk, title(desk, marks, names, chosen), hits(desk, lanes, time, chosen), close=False)
    else:
        evidence.hint(desk, "timeline.hint")


def hits(desk: Desk, lanes: Lanes, time: Time, chosen: tuple[int, ...]) -> Hits:
    """The facts behind the selected marks."""
    return timeline.behind(desk.corpus, desk.filters, lanes, time, chosen)


def title(desk: Desk, marks: pd.DataFrame, names: dict[str, str], chosen: tuple[int, ...]) -> str:
    """Lanes and window of what is selected."""
    found = marks[marks["mark"].isin(chosen)]
    low, high = found["low"].min(), found["high"].max()
    lanes = desk.words.list(dict.fromkeys(names[lane] for lane in found["lane"]))
    return f"{lanes}, {desk.words.span(low, high)}"


def _choices(desk: Desk) -> tuple[Lanes, Time]:
    left, right = st.columns(2)
    with left:
        lanes: Lanes = choice(desk, "timeline", "lanes", get_args(Lanes))
    with right:
        time: Time = choice(desk, "timeline", "times", get_args(Time))
    return lanes, time


def choice(desk: Desk, page: str, name: str, options: tuple[str, ...]) -> Any:
    """One of a page's own choices, kept in the URL under `name`; the first is the default."""
    chosen = state.opened_thing(name)
    st.session_state[f"w_{name}"] = chosen if chosen in options else options[0]

    def changed() -> None:
        picked = st.session_state[f"w_{name}"]
        state.open_thing(show=None, **{name: None if picked in (None, options[0]) else picked})

    label = desk.words
    return st.segmented_control(
        label(f"{page}.{name}"),
        options,
        key=f"w_{name}",
        format_func=lambda o: label(f"{page}.{name}.{o}"),
        on_change=changed,
    )


def _names(desk: Desk, lanes: Lanes, marks: pd.DataFrame) -> dict[str, str]:
    """Lane → its name, the fullest lane first and what is on no lane last."""
    order = marks.groupby("lane")["count"].sum().sort_values(ascending=False).index
    name = {"themes": desk.words.theme, "states": desk.actor, "dyads": desk.pair}[lanes]
    kept = [lane for lane in order if lane != NONE] + [NONE] * (NONE in order)
    return {lane: desk.words.theme(lane) if lane == NONE else name(lane) for lane in kept}


def _legend(desk: Desk, time: Time) -> None:
    if time == "event":
        st.caption(desk.words("timeline.legend"))
