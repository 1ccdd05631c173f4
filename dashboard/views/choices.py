"""A page's own choices beside the filters, kept in the URL."""

from __future__ import annotations

from typing import Any

import streamlit as st

from . import state
from .desk import Desk


def choice(desk: Desk, page: str, name: str, options: tuple[str, ...], /, **closes: str | None) -> Any:
    """One of several, kept in the URL under `name`; the first is the default. A change takes over `closes` too."""
    chosen = state.opened_thing(name)
    st.session_state[f"w_{name}"] = chosen if chosen in options else options[0]

    def changed() -> None:
        picked = st.session_state[f"w_{name}"]
        state.open_thing(show=None, **{name: None if picked in (None, options[0]) else picked}, **closes)

    label = desk.words
    return st.segmented_control(
        label(f"{page}.{name}"),
        options,
        key=f"w_{name}",
        format_func=lambda o: label(f"{page}.{name}.{o}"),
        on_change=changed,
    )
