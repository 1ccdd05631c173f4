"""Days of publication that nobody stated: given to one article or to many, with what follows, and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import dating
from dashboard.dating import Dated
from dashboard.errors import MarsadError
from dashboard.queries.articles import undated, undated_copies

from . import explain, rows, state
from .desk import Desk
from .evidence import go
from .text import dated, plain

DONE = "dates_given"  # what the last giving of this session resolved
CHOSEN = "undated_chosen"  # ids of the articles that are to get a day
EARLIEST = dt.date(1900, 1, 1)
PAGE = 50  # articles


def show(desk: Desk) -> None:
    """The articles without a day, to choose from; what the last day given has resolved; the way back."""
    _effect(desk)
    _last(desk)
    say, found = desk.words, undated(desk.corpus)
    if found.empty:
        return
    st.subheader(say("dates.title", n=len(found)), help=say("dates.help"))
    chosen = _chosen(found["id"])
    pages = -(-len(found) // PAGE)
    at = st.pagination(pages, key=f"undated_page_{pages}") if pages > 1 else 1
    part = found.iloc[(at - 1) * PAGE : at * PAGE]
    items: list[rows.Row] = [
        {"id": one.id, "checked": one.id in chosen, "title": one.title or say("article.untitled"),
         "meta": [say.source(one.source), *([say("copies.more", n=one.copies)] if one.copies else [])]}
        for one in part.itertuples()
    ]  # fmt: skip
    rows.show("undated", items, say, _turn, look="lines", height=300)
    if len(part) > 1:
        every = set(part["id"]) <= set(chosen)
        st.button(say("dates.none" if every else "dates.all", n=len(part)), key="undated_all", type="tertiary",
                  on_click=_turn_all, args=(list(part["id"]), not every))  # fmt: skip
    ask(desk, chosen, "dates")
    st.caption(say("dates.hint"))


def _chosen(there: pd.Series) -> list[str]:
    """The ids that were ticked and still have no day, in the order of the list."""
    ticked = set(st.session_state.get(CHOSEN) or ())
    return [str(id) for id in there if id in ticked]


def _turn(id: str) -> None:
    """Tick a line, or take its tick away."""
    st.session_state[CHOSEN] = sorted(set(st.session_state.get(CHOSEN) or ()) ^ {id})


def _turn_all(ids: list[str], on: bool) -> None:
    ticked = set(st.session_state.get(CHOSEN) or ())
    st.session_state[CHOSEN] = sorted(ticked | set(ids) if on else ticked - set(ids))


def ask(desk: Desk, ids: Sequence[str], key: str) -> None:
    """One day for these articles and, unless that is declined, their copies without one; the button that gives it."""
    say, copies = desk.words, undated_copies(desk.corpus, tuple(ids))
    if copies and st.checkbox(say("dates.copies", n=len(copies)), value=True, key=f"{key}_copies"):
        ids = [*ids, *copies]
    # In a form, since a day that is typed counts for the page only when its calendar has closed.
    with st.form(f"{key}_form", border=False):
        day = st.date_input(say("column.published"), value=None, key=f"{key}_day", format=say("date.typed"),
                            min_value=EARLIEST, max_value=dt.date.today())  # fmt: skip
        asked = st.form_submit_button(say("dates.do", n=len(ids)), key=f"{key}_do", type="primary", disabled=not ids)
    if asked and day is None:
        st.warning(say("dates.no_day"))
    elif asked and ids and day:
        bar = st.progress(0.0)

        def report(done: int) -> None:
            bar.progress(min(done / len(ids), 1.0))

        try:
            done = dating.give(desk.store, ids, day, report)
        except MarsadError as error:
            st.error(plain(say.told(error.message)))
            return
        st.session_state[DONE] = (day, done)
        state.rerun()


def _effect(desk: Desk) -> None:
    say = desk.words
    day, done = st.session_state.get(DONE) or (None, [])
    if not done:
        return
    resolved = [(one, date) for one in done for date in one.resolved]
    with st.container(border=True, key="dates_effect"):
        st.markdown(f"**{say('dates.given', n=len(done), day=say.day(day))}** {say('dates.resolved', n=len(resolved))}")
        rows.show("dates_resolved", [_line(desk, one, date) for one, date in resolved[:200]], say, go, height=240)


def _line(desk: Desk, one: Dated, date: Any) -> rows.Row:
    return {
        "id": f"{one.id}|{date['field']}:{date['start']}-{date['end']}", "lead": explain.window(desk, date),
        "title": dated(date["text"]), "meta": [one.title or desk.words("article.untitled")],
    }  # fmt: skip


def _last(desk: Desk) -> None:
    """Undo, for whoever opens the page: the giving is kept in the workspace."""
    say, given = desk.words, dating.last(desk.store)
    if given:
        day = say.day(pd.Timestamp(given[0]["body"]["after"]["date"]))
        st.button(say("dates.undo", n=len(given), day=day), key="dates_undo", icon=":material/undo:",
                  on_click=_undo, args=(desk, given))  # fmt: skip


def _undo(desk: Desk, given: list[dict[str, Any]]) -> None:
    dating.take_back(desk.store, given)
    st.session_state.pop(DONE, None)
