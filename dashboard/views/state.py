"""The view in the URL and in the session: what is filtered, the language, what is open, what was asked.

Widgets hold labels with counts in the chosen language, so they are not bound to the URL themselves; ids are. Every
rerun ends by writing the URL, and a URL that came from elsewhere (a link, the back button) is read when it arrives.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, NoReturn

import streamlit as st

from dashboard.filters import PARAMS, Filters

from .words import DIGITS as OF_LANGUAGE
from .words import LANGUAGES

FILTERS, LANGUAGE, DIGITS, PUSHED, PAGE, RERUN = "filters", "language", "digits", "pushed", "page_now", "rerun_ours"
# What a page has open beside the filters; each is a URL parameter of its own name.
OPEN = (
    "article", "at", "show", "lanes", "times", "zoom", "edges", "least", "around", "month", "also", "layers", "extent",
    "sort", "page", "leaf", "said_by", "said_about", "columns", "marks", "speaker", "who", "wording", "due", "kind",
    "id", "part", "parts",
)  # fmt: skip


def language() -> str:
    """The interface's language: of the session, else of the URL, else of the browser that opens a bare address, else
    Arabic: a copied link that says nothing of it was made in Arabic."""
    chosen = st.session_state.get(LANGUAGE) or st.query_params.get("lang") or _asked()
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def digits() -> str:
    """The digits of the desk's own numbers and dates: of the session, else of the URL, where the language has them."""
    offered = OF_LANGUAGE[language()]
    chosen = st.session_state.get(DIGITS) or st.query_params.get("digits")
    return chosen if chosen in offered else offered[0]


def _asked() -> str:
    """The language that the browser asks for, where the address has no view in it."""
    return "" if st.query_params else _browsers()


def _browsers() -> str:
    return (st.context.locale or "").split("-")[0]


def pull(page: str) -> None:
    """Take over a URL that this session did not write, and forget what another page had open."""
    session = st.session_state
    incoming = {key: tuple(st.query_params.get_all(key)) for key in st.query_params}
    moved = PAGE in session and session[PAGE] != page
    first = FILTERS not in session
    session[PAGE] = page
    if session.pop(RERUN, False) and not first:
        return  # such a run still bears the URL from before it
    if moved and not session.pop("keep_open", False):
        for name in OPEN:
            session.pop(f"open_{name}", None)
    # Whoever goes to a page by the menu comes with a bare address and keeps the view; the back button brings one along.
    if first or (incoming != session.get(PUSHED) and (incoming or not moved)):
        session[FILTERS] = Filters.from_params({key: list(values) for key, values in incoming.items()})
        session[LANGUAGE] = incoming.get("lang", (language(),))[-1] if incoming.get("lang") else language()
        if incoming.get("digits"):
            session[DIGITS] = incoming["digits"][-1]
        for name in OPEN:
            session[f"open_{name}"] = incoming[name][-1] if incoming.get(name) else None


def page() -> str:
    """The page that is open."""
    return str(st.session_state.get(PAGE, ""))


def push() -> None:
    """Write the view into the URL, if it changed."""
    now = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in params().items()}
    st.session_state[PUSHED] = now
    if {key: tuple(st.query_params.get_all(key)) for key in st.query_params} != now:
        st.query_params.from_dict({key: list(value) if len(value) > 1 else value[0] for key, value in now.items()})


def params(**opened: str | None) -> dict[str, Any]:
    """The parameters of the view, or of the same view with other things open (a link)."""
    out: dict[str, Any] = dict(filters().to_params())
    if language() != LANGUAGES[0] or _browsers() in LANGUAGES[1:]:  # else a reload would turn to the browser's language
        out["lang"] = language()
    if digits() != OF_LANGUAGE[language()][0]:
        out["digits"] = digits()
    things = opened or {name: opened_thing(name) for name in OPEN}
    out.update({name: value for name, value in things.items() if value})
    return out


def hold() -> None:
    """Keep to what the session holds in the next run, whose URL is not ours."""
    st.session_state[RERUN] = True


def rerun() -> NoReturn:
    """Run the app again with what has just been put into the session."""
    hold()
    st.rerun()


def filters() -> Filters:
    found = st.session_state.get(FILTERS)
    return found if isinstance(found, Filters) else Filters()


def change(**values: Any) -> None:
    """Filter by something else; what was asked of the old view is closed."""
    put(replace(filters(), **values))


def put(new: Filters) -> None:
    """Filter anew. What was asked of the old view is closed, and another period is not zoomed into as the old was."""
    old = filters()
    if (new.basis, new.start, new.end) != (old.basis, old.start, old.end):
        open_thing(zoom=None, month=None)
    st.session_state[FILTERS] = new
    open_thing(show=None, page=None)


def opened_thing(name: str) -> str | None:
    value = st.session_state.get(f"open_{name}")
    return str(value) if value else None


def open_thing(**things: str | None) -> None:
    """Open these, or close them; what is asked for anew is read from its first page."""
    for name, value in {**({"leaf": None} if "show" in things else {}), **things}.items():
        st.session_state[f"open_{name}"] = value


def open_only(**things: str | None) -> None:
    """Open these and close everything else, as on a page that has just been come to."""
    open_thing(**{**dict.fromkeys(OPEN), **things})


def days(values: object) -> tuple[dt.date | None, dt.date | None]:
    """Start and end in order, as somebody chose them."""
    start, end = values if isinstance(values, tuple) else (None, None)
    return (end, start) if start and end and start > end else (start, end)


__all__ = ["OPEN", "PARAMS", "change", "days", "filters", "language", "open_thing", "opened_thing", "params", "pull",
           "push", "put"]  # fmt: skip
