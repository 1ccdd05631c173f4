"""Months of a view stepped through and played: one at a time, kept in the URL."""

from __future__ import annotations

import time

import pandas as pd
import streamlit as st

from . import state
from .desk import Desk

BEAT = 1.6  # seconds a month
WHOLE = ""
PLAYING, STEPPED = "playing", "stepped_at"


def show(desk: Desk, months: tuple[str, ...]) -> None:
    """A slider over the months that hold something, steps, and play; nothing where there is but one."""
    if len(months) < 2:
        return
    say = desk.words
    at = state.opened_thing("month") or WHOLE
    at = at if at in months else WHOLE
    playing = bool(st.session_state.get(PLAYING)) and at != months[-1]
    st.session_state["w_month"] = at
    with st.container(horizontal=True, vertical_alignment="bottom", key="player"):
        st.button(
            "", icon=":material/pause:" if playing else ":material/play_arrow:", key="month_play", on_click=_play,
            args=(months, at, playing), help=say("network.pause" if playing else "network.play"),
        )  # fmt: skip
        for name, icon, step in (("before", "chevron_left", -1), ("after", "chevron_right", 1)):
            if say.rtl:
                icon = {"chevron_left": "chevron_right", "chevron_right": "chevron_left"}[icon]
            st.button(
                "", icon=f":material/{icon}:", key=f"month_{name}", help=say(f"network.month_{name}"), on_click=_go,
                args=(stepped(months, at, step),), disabled=stepped(months, at, step) == at,
            )  # fmt: skip
        st.select_slider(
            say("network.months"), (WHOLE, *months), key="w_month", on_change=_chosen, width=420,
            format_func=lambda month: say.month(pd.Timestamp(month)) if month else say("network.all_months"),
        )  # fmt: skip
    if playing:
        _beat(months, at)


def stepped(months: tuple[str, ...], at: str, step: int) -> str:
    """The month before or after; the whole stands before the first, and nothing after the last."""
    every = (WHOLE, *months)
    return every[max(0, min(every.index(at) + step, len(every) - 1))]


def _go(month: str) -> None:
    state.open_thing(month=month or None)
    st.session_state[PLAYING] = False


def _chosen() -> None:
    _go(st.session_state["w_month"])


def _play(months: tuple[str, ...], at: str, playing: bool) -> None:
    st.session_state[PLAYING] = not playing
    st.session_state[STEPPED] = time.monotonic()
    if not playing and at in (WHOLE, months[-1]):
        state.open_thing(month=months[0])


@st.fragment(run_every=BEAT / 4)
def _beat(months: tuple[str, ...], at: str) -> None:
    """The next month once its time has come: a slow redraw must not be overtaken."""
    if time.monotonic() - st.session_state.get(STEPPED, 0.0) < BEAT or not st.session_state.get(PLAYING):
        return
    st.session_state[STEPPED] = time.monotonic()
    state.open_thing(month=stepped(months, at, 1))
    state.rerun()
