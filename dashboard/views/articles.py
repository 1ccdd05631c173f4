"""The articles page: a table to go through or, with an article open, the reader and what was found beside it."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries import articles
from dashboard.queries.reading import KINDS
from dashboard.queries.stories import copies as copies_of

from . import dates, evidence, frame, judging, reader, reading_side, state, table
from .choices import several
from .desk import Desk
from .text import plain

SHOWN = ("country", "place", "person", "organization", "date", "quote", "flag")


def show(desk: Desk) -> None:
    """Draw the page."""
    article = state.opened_thing("article")
    if article:
        _read(desk, article)
    elif frame.head(desk, "articles"):
        _table(desk)


def _open(article: str | None, at: str | None = None) -> None:
    state.open_thing(article=article, at=at)


def _table(desk: Desk) -> None:
    say = desk.words
    table.show(desk)
    st.caption(say("articles.hint"), help=say("articles.help"))


def _read(desk: Desk, article: str) -> None:
    say = desk.words
    record = desk.store.article(article)
    if record is None:
        st.title(say("page.articles"))
        st.warning(say("article.gone"))
        st.button(say("article.back"), on_click=_open, args=(None,), key="back")
        return
    _bar(desk, article)
    frame.filtered(desk)
    about = [
        say.source(record["source"]),
        say.day(_day(record)),
        say(f"how.{record['published']['how']}"),
    ]
    if record["author"]:
        about.append(record["author"])
    code = desk.corpus.codes.get(article)
    others = copies_of(desk.corpus, int(code)) if code is not None else []
    if others:
        about.append(evidence.label(desk, [int(code), *others]))
    st.caption(say.apart(map(plain, about)))
    if record["published"]["date"] is None and desk.may_edit():
        with st.popover(say("dates.give"), icon=":material/event:"):
            dates.ask(desk, [article], f"date_{article}")
    place = state.opened_thing("at")
    if place and desk.may_edit():
        st.button(say("review.asked.judge"), key="judge_here", type="tertiary", icon=":material/rule:",
                  on_click=judging.go, args=(article, place))  # fmt: skip
    wide, narrow = st.columns([11, 8], gap="medium")
    with wide:
        kinds = several(say("reader.kinds"), "marks", KINDS, SHOWN, "kind", desk)
        reader.show(desk, record, kinds, state.opened_thing("at"))
    with narrow, st.container(key="reader_side"):
        reading_side.show(desk, record, others)


def _day(record: dict[str, Any]) -> pd.Timestamp | None:
    day = record["published"]["date"]
    return pd.Timestamp(day) if day else None


def _bar(desk: Desk, article: str) -> None:
    """Back to the table, to the next stories in the table's order, and the record itself."""
    say = desk.words
    found = table.lines(desk)
    at = articles.place(desk.corpus, found, article)
    before, after = articles.neighbours(desk.corpus, found, article)
    back, on = ("arrow_forward", "arrow_back") if say.rtl else ("arrow_back", "arrow_forward")
    with st.container(horizontal=True, vertical_alignment="center", key="reader_bar"):
        st.button(say("article.back"), icon=":material/list:", on_click=_open, args=(None,), key="back")
        st.button(say("article.previous"), icon=f":material/{back}:", disabled=before is None, on_click=_open,
                  args=(before,), key="previous")  # fmt: skip
        st.button(
            say("article.next"),
            icon=f":material/{on}:",
            disabled=after is None,
            on_click=_open,
            args=(after,),
            key="next",
        )
        if at is not None:
            # Fewer than the desk counts articles, where some of them are copies.
            key = "article.place.folded" if found["copies"].any() else "article.place"
            st.markdown(say(key, at=say.number(at + 1), whole=say.number(len(found))), width="content")
        st.download_button(
            "JSON",
            lambda: json.dumps(desk.store.article(article), ensure_ascii=False, indent=2),
            f"{article[:40]}.json",
            "application/json",
            icon=":material/data_object:",
            on_click="ignore",
            key="json",
            help=say("article.json"),
        )
