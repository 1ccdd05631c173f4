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
from dashboard.queries.articles import undated

from . import explain, rows, state
from .desk import Desk
from .evidence import go
from .text import dated, plain

DONE = "dates_given"  # what the last giving of this session resolved
EARLIEST = dt.date(1900, 1, 1)


def show(desk: Desk) -> None:
    """The articles without a day, to choose from; what the last day given has resolved; the way back."""
    _effect(desk)
    _last(desk)
    say, found = desk.words, undated(desk.corpus)
    if found.empty:
        return
    st.subheader(say("dates.title", n=len(found)), help=say("dates.help"))
    # The grid cuts a title off at the wrong end unless it stands on the side that its language starts from.
    side: Any = "left" if (found["language"].astype(str) == "en").mean() > 0.5 else "right"
    columns: dict[str, Any] = {
        "title": st.column_config.TextColumn(say("column.title"), alignment=side),
        "source": st.column_config.TextColumn(say("column.source"), width="small", alignment=side),
    }
    event: Any = st.dataframe(
        pd.DataFrame(
            {
                "title": found["title"].fillna("").replace("", say("article.untitled")),
                "source": [say.source(source) for source in found["source"]],
            }
        ),
        key=f"undated_{desk.corpus.revision}", hide_index=True, height=min(300, 38 + 35 * len(found)),
        on_select="rerun", selection_mode="multi-row", column_config=columns,
        column_order=list(columns)[::-1] if say.rtl else list(columns),
    )  # fmt: skip
    chosen = [str(found["id"].iloc[row]) for row in event["selection"]["rows"] if row < len(found)]
    ask(desk, chosen, "dates")
    st.caption(say("dates.hint"))


def ask(desk: Desk, ids: Sequence[str], key: str) -> None:
    """One day for these articles, and the button that gives it to them."""
    say = desk.words
    day = st.date_input(say("column.published"), value=None, key=f"{key}_day", format="YYYY-MM-DD", min_value=EARLIEST,
                        max_value=dt.date.today())  # fmt: skip
    if st.button(say("dates.do", n=len(ids)), key=f"{key}_do", type="primary", disabled=not (ids and day)) and day:
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
