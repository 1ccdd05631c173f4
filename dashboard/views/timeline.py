"""The timeline page: lanes and time to choose, the chart, and the sentences behind what is selected."""

from __future__ import annotations

from typing import get_args

import pandas as pd
import streamlit as st

from dashboard.queries import timeline
from dashboard.queries.evidence import Hits
from dashboard.queries.lanes import NONE, Lanes, Time
from dashboard.queries.overview import as_of
from dashboard.queries.timeline import Span

from . import chart, evidence, frame, legend, pictures, state, timefigure
from .choices import choice
from .desk import Desk
from .spans import parsed, span_of, written


def show(desk: Desk) -> None:
    """Draw the page."""
    with evidence.beside(desk, lambda asked: hits(desk, asked)):
        _chart(desk, *_choices(desk))


def _chart(desk: Desk, lanes: Lanes, time: Time) -> None:
    say, corpus, filters = desk.words, desk.corpus, desk.filters
    span = _zoomed()
    marks = timeline.marks(corpus, filters, lanes, time, span)
    if marks.empty:
        frame.nothing(desk, f"timeline.none_{time}")
        frame.missing(desk)
        return
    names = names_of(desk, lanes, marks)
    home = timeline.window(corpus, filters, timeline.marks(corpus, filters, lanes, time))
    window = span or home
    seen = timeline.touched(marks, names, *window) if window else marks
    grain = next((grain for grain in ("year", "month") if (seen["grain"] == grain).any()), "day")
    st.subheader(say(f"timeline.title_{time}"), help=say(f"timeline.help_{time}"))
    if grain != "day":
        st.caption(say(f"timeline.by_{grain}", n=int(seen["count"].sum())))
    figure = timefigure.draw(desk, marks, names, as_of(corpus, filters), window, grain != "day", home)
    asked = state.opened_thing("show")
    chart.draw(
        desk, figure, say(f"timeline.title_{time}"), frame=f"{lanes} {time} {filters}", home=home, span=span,
        lanes=list(names), edges=timefigure.packing(marks, names, window, grain != "day").edges,
        chosen=list(_asked(desk, marks, asked)["id"]) if asked else [],
        pick=evidence.ask, zoom=lambda low, high: state.open_thing(zoom=kept(low, high, home)),
    )  # fmt: skip
    marks_said = timefigure.legend(desk) if time == "event" else []
    pictures.offer(desk, chart.KEY, say(f"timeline.title_{time}"), marks_said)
    with st.container(horizontal=True, gap="small", key="timeline_hints"):
        for key in ("timeline.hint", "timeline.hint_mouse"):
            st.caption(say(key), width="content")
    if time == "event":
        legend.show(desk, marks_said)


def hits(desk: Desk, question: str) -> tuple[str, Hits] | None:
    """Title and facts of a clicked mark (`mark:<id>`) or of a drawn box (`box:<days>:<lanes>`)."""
    lanes, time, span = _lanes(), _time(), _zoomed()
    marks = timeline.marks(desk.corpus, desk.filters, lanes, time, span)
    found = _asked(desk, marks, question)
    if found.empty:
        return None
    facts = timeline.behind(desk.corpus, desk.filters, lanes, time, tuple(found["id"]), span)
    return _title(desk, lanes, marks, found, question), facts


def _asked(desk: Desk, marks: pd.DataFrame, question: str) -> pd.DataFrame:
    """The marks that a question means."""
    kind, _, rest = question.partition(":")
    if kind == "mark":
        return marks[marks["id"] == rest]
    days, _, lanes = rest.partition(":")
    box = parsed(days)
    return timeline.touched(marks, lanes.split("+"), *box) if kind == "box" and box else marks.iloc[:0]


def _title(desk: Desk, lanes: Lanes, marks: pd.DataFrame, found: pd.DataFrame, question: str) -> str:
    """Lanes and days of what is selected."""
    names = names_of(desk, lanes, marks)
    on = [names[lane] for lane in names if lane in set(found["lane"])]
    low, high = found["low"].min(), found["high"].max()
    if question.startswith("box:"):
        # A box says the days that were drawn, widened to the months or years that are one mark.
        box = parsed(question.split(":")[1])
        merged = found[found["grain"] != "day"]
        low, high = span_of([*(box or ()), *merged["low"].dropna(), *merged["high"].dropna()])
    days = desk.words.span(low, high)
    whole = len(on) == len(names) and len(on) > 1
    return days if whole else desk.words("evidence.when", what=desk.words.list(on), days=days)


def kept(low: pd.Timestamp, high: pd.Timestamp, home: Span | None) -> str | None:
    """Where the chart is zoomed to, for the address; None where that is what it shows at first."""
    if home and max(abs(low - home[0]), abs(high - home[1])) < max((home[1] - home[0]) / 50, pd.Timedelta(days=1)):
        return None
    return written(low, high)


def _zoomed() -> Span | None:
    return parsed(state.opened_thing("zoom") or "")


def _lanes() -> Lanes:
    return next((one for one in get_args(Lanes) if one == state.opened_thing("lanes")), get_args(Lanes)[0])


def _time() -> Time:
    return next((one for one in get_args(Time) if one == state.opened_thing("times")), get_args(Time)[0])


def _choices(desk: Desk) -> tuple[Lanes, Time]:
    with st.container(horizontal=True, key="choices"):
        lanes: Lanes = choice(desk, "timeline", "lanes", get_args(Lanes))
        time: Time = choice(desk, "timeline", "times", get_args(Time), zoom=None)
    return lanes, time


def names_of(desk: Desk, lanes: Lanes, marks: pd.DataFrame) -> dict[str, str]:
    """Lane → its name, the fullest lane first and what is on no lane last."""
    order = marks.groupby("lane")["count"].sum().sort_values(ascending=False, kind="stable").index
    name = {"themes": desk.words.theme, "states": desk.actor, "dyads": desk.pair}[lanes]
    kept = [lane for lane in order if lane != NONE] + [NONE] * (NONE in order)
    return {lane: desk.words(f"timeline.without_{lanes}") if lane == NONE else name(lane) for lane in kept}
