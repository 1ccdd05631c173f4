"""The articles page: a table to go through or, with an article open, the reader and what was found beside it."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries import articles
from dashboard.queries.reading import KINDS

from . import evidence, frame, reader, reading_side, rows, state
from .desk import Desk
from .text import plain

SHOWN = ("country", "place", "person", "organization", "date", "quote", "flag")
CARDS = 200


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
    found = articles.table(desk.corpus, desk.filters)
    st.subheader(say("articles.title"), help=say("articles.help"))
    side: Any = "right" if say.rtl else "left"
    columns: dict[str, Any] = {
        "title": st.column_config.TextColumn(say("column.title"), width=400, alignment=side),
        "source": st.column_config.TextColumn(say("column.source"), width=120, alignment=side),
        "published": st.column_config.DateColumn(say("column.published"), format="YYYY-MM-DD", width=95),
        "states": st.column_config.TextColumn(say("column.states"), width=200, alignment=side),
        "themes": st.column_config.TextColumn(say("column.themes"), width=190, alignment=side),
        "flags": st.column_config.NumberColumn(say("column.flags"), width=60),
    }
    order = list(columns)
    shown = pd.DataFrame(
        {
            "title": found["title"].fillna("").replace("", say("article.untitled")),
            "source": found["source"].astype(object).fillna(say("article.no_source")),
            "published": pd.to_datetime(found["published"]),
            "states": [say.list(map(desk.actor, ids[:5])) for ids in found["states"]],
            "themes": [say.list(map(say.theme, ids[:4])) for ids in found["themes"]],
            "flags": found["flags"],
        }
    )
    with st.container(key="articles_narrow"):  # a phone has no room for columns; the style sheet shows one of the two
        _cards(desk, found.head(CARDS))
    with st.container(key="articles_wide"):
        event = _grid(shown, columns, order[::-1] if say.rtl else order)
    chosen = [row for row, _ in event["selection"]["cells"]]
    st.caption(say("articles.hint"))
    if chosen and chosen[0] < len(found):
        # A new key: the browser would hand the same selection over again when the table comes back.
        st.session_state["table_turn"] = st.session_state.get("table_turn", 0) + 1
        _open(str(found["id"].iloc[chosen[0]]))
        state.rerun()


def _cards(desk: Desk, found: pd.DataFrame) -> None:
    say = desk.words
    items: list[rows.Row] = [
        {"id": f"{row.id}|", "href": evidence.link(row.id), "title": row.title or say("article.untitled"),
         "meta": [row.source if isinstance(row.source, str) else say("article.no_source"), say.day(row.published)]}
        for row in found.itertuples()
    ]  # fmt: skip
    rows.show("articles_cards", items, say, evidence.go, height=620)


def _grid(shown: pd.DataFrame, columns: dict[str, Any], order: list[str]) -> Any:
    return st.dataframe(
        shown,
        hide_index=True,
        height=min(640, 38 + 35 * max(len(shown), 1)),
        key=f"articles_table_{st.session_state.get('table_turn', 0)}",
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="",
        column_config=columns,
        column_order=order,
    )


def _read(desk: Desk, article: str) -> None:
    say = desk.words
    record = desk.store.article(article)
    if record is None:
        st.title(say("page.articles"))
        st.warning(say("article.gone"))
        st.button(say("article.back"), on_click=_open, args=(None,), key="back")
        return
    _bar(desk, article)
    about = [
        record["source"] or say("article.no_source"),
        say.day(_day(record)),
        say(f"how.{record['published']['how']}"),
    ]
    if record["author"]:
        about.append(record["author"])
    st.caption(say.apart(map(plain, about)))
    wide, narrow = st.columns([13, 9], gap="medium")
    with wide:
        kinds = st.pills(
            say("reader.kinds"),
            KINDS,
            default=SHOWN,
            selection_mode="multi",
            key="w_kinds",
            label_visibility="collapsed",
            format_func=lambda kind: say(f"kind.{kind}"),
            persist_state="session",
        )
        reader.show(desk, record, kinds, state.opened_thing("at"))
    with narrow:
        reading_side.show(desk, record)


def _day(record: dict[str, Any]) -> pd.Timestamp | None:
    day = record["published"]["date"]
    return pd.Timestamp(day) if day else None


def _bar(desk: Desk, article: str) -> None:
    """Back to the table, to the neighbours in the table's order, and the record itself."""
    say = desk.words
    ids = list(articles.table(desk.corpus, desk.filters)["id"])
    before, after = articles.neighbours(ids, article)
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
        if article in ids:
            st.markdown(
                say("article.place", at=say.number(ids.index(article) + 1), whole=say.number(len(ids))), width="content"
            )
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
