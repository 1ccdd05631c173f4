"""A page's own choices beside the filters, kept in the URL."""

from __future__ import annotations

from collections.abc import Sequence
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


def several(label: str, name: str, options: Sequence[str], usual: Sequence[str], said: str, desk: Desk) -> list[str]:
    """Those of `options` that are shown, kept in the URL under `name` and, while a desk is open, from page to page;
    `usual` unless chosen otherwise. What they are called are the words at `said`."""
    held = f"held_{name}"
    kept = state.opened_thing(name) or st.session_state.get(held)
    chosen = [option for option in options if option in (kept.split("+") if kept else usual)]
    st.session_state[f"w_{name}"] = chosen
    state.open_thing(**{name: kept})

    def changed() -> None:
        picked = [option for option in options if option in st.session_state[f"w_{name}"]]
        st.session_state[held] = None if picked == [*usual] else "+".join(picked) or "none"
        state.open_thing(**{name: st.session_state[held]})

    st.pills(
        label, options, selection_mode="multi", key=f"w_{name}", label_visibility="collapsed", on_change=changed,
        format_func=lambda option: desk.words(f"{said}.{option}"),
    )  # fmt: skip
    return chosen


def page_now(pages: int, name: str = "page") -> int:
    """The page of a list that is shown, from 0, as the URL says it."""
    asked = state.opened_thing(name) or "1"
    return min(int(asked) if asked.isdecimal() else 1, max(pages, 1)) - 1 if asked != "0" else 0


def turn(pages: int, at: int, name: str = "page") -> None:
    """What turns the pages of a list, where there are several."""
    if pages > 1:
        st.session_state[f"w_{name}"] = at + 1
        st.pagination(pages, key=f"w_{name}", on_change=_turn, args=(name,))


def _turn(name: str) -> None:
    page = int(st.session_state[f"w_{name}"])
    state.open_thing(**{name: str(page) if page > 1 else None})
