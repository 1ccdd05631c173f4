"""The table of articles: a line a story, sorted on the server, so that any number of them answers at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.queries import articles
from dashboard.queries.select import newest
from dashboard.queries.stories import copies as copies_of

from . import evidence, files, rows, state
from .choices import page_now, several, turn
from .desk import Desk
from .words import END, ISOLATE

PAGE = 50  # lines
FEW = 3  # states, themes
SELDOM = ("copies", "flags")  # no column for what none has
DOWN_FIRST = ("published", "copies", "flags")  # what is looked for at its highest


def lines(desk: Desk) -> pd.DataFrame:
    """The stories that the filters leave, in the order chosen."""
    table = articles.table(desk.corpus, desk.filters)
    return articles.ordered(desk.corpus, table, order(), desk.actor, desk.words.theme)


def order() -> str:
    return state.opened_thing("sort") or articles.NEWEST


def show(desk: Desk) -> None:
    """Draw the table, a page of it at a time."""
    say, found = desk.words, lines(desk)
    chosen = _choices(desk, found)
    pages = -(-len(found) // PAGE)
    at = page_now(pages)
    among = newest(desk.corpus, desk.filters)
    data = {
        "columns": [_column(desk, id) for id in ("title", *chosen)],
        "rows": _lines(desk, found.iloc[at * PAGE : (at + 1) * PAGE], among),
        "direction": say.direction,
        "label": say("page.articles"),
    }
    key = "articles_table"

    def picked() -> None:
        if value := st.session_state[key].get("picked"):
            evidence.go(str(value))

    def sorted_by() -> None:
        if value := st.session_state[key].get("sorted"):
            sort(str(value))

    rows.mount("table", "<table><thead></thead><tbody></tbody></table>")(
        key=key, data=data, on_picked_change=picked, on_sorted_change=sorted_by
    )
    turn(pages, at)


def sort(column: str) -> None:
    """By another column, or by the same one the other way."""
    first, second = (f"-{column}", column) if column in DOWN_FIRST else (column, f"-{column}")
    chosen = second if order() == first else first
    state.open_thing(sort=None if chosen == articles.NEWEST else chosen, page=None)


def few(desk: Desk, names: Iterable[str]) -> str:
    """The first names, and how many there are beside them."""
    listed = list(names)
    more = f" {ISOLATE}+{desk.words.number(len(listed) - FEW)}{END}" if len(listed) > FEW else ""
    return desk.words.list(listed[:FEW]) + more


def _column(desk: Desk, id: str) -> dict[str, Any]:
    by = order()
    sorted_now = {id: "ascending", f"-{id}": "descending"}.get(by)
    return {"id": id, "label": desk.words(f"column.{id}"), "sorted": sorted_now}


def _lines(desk: Desk, part: pd.DataFrame, among: Any) -> list[dict[str, Any]]:
    codes = part["code"].to_list()
    states, themes = (articles.listed(desk.corpus, column).of(codes) for column in ("state", "theme"))
    return [
        _line(desk, row, named, on, among)
        for row, named, on in zip(part.itertuples(), states, themes, strict=True)
    ]  # fmt: skip


def _line(desk: Desk, row: Any, states: Iterable[str], themes: Iterable[str], among: Any) -> dict[str, Any]:
    out = _plain(desk, row.code, row.id)
    out["cells"] |= {
        "states": few(desk, map(desk.actor, states)),
        "themes": few(desk, map(desk.words.theme, themes)),
        "flags": desk.words.number(int(row.flags)) if row.flags else "",
    }
    if row.copies:
        inside = copies_of(desk.corpus, int(row.code), among)
        out["cells"]["copies"] = desk.words.number(len(inside))
        out["more"] = [_plain(desk, code, desk.corpus.articles["id"].iloc[code]) for code in inside]
        out["more_label"] = evidence.label(desk, [int(row.code), *inside])
    return out


def _plain(desk: Desk, code: int, id: str) -> dict[str, Any]:
    about = desk.corpus.articles.iloc[int(code)]
    cells = {
        "title": about["title"] or desk.words("article.untitled"),
        "source": desk.words.source(about["source"]),
        "published": desk.words.day(about["published"]),
    }
    href = f"{evidence.ARTICLES}?" + urlencode(state.params(article=id, sort=state.opened_thing("sort")), doseq=True)
    return {"id": f"{id}|", "href": href, "cells": cells}


def _choices(desk: Desk, found: pd.DataFrame) -> list[str]:
    """Which columns are shown, and the whole table as a file."""
    say = desk.words
    options = [id for id in articles.ORDERS if id != "title" and (id not in SELDOM or found[id].any())]
    options.sort(key=("source", "published", "states", "themes", "copies", "flags").index)
    with st.container(horizontal=True, key="table_tools"):
        with st.popover(say("articles.columns"), icon=":material/view_column:"):
            chosen = several(say("articles.columns"), "columns", options, options, "column", desk)
        st.download_button(
            "CSV", lambda: files.stories_csv(desk, found), "marsad-articles.csv", "text/csv",
            icon=":material/download:", help=say("articles.csv"), on_click="ignore", key="table_csv",
        )  # fmt: skip
    return chosen
