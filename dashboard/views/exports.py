"""The tables of a view to take away, from every page: its own as CSV, all of them as a workbook, CSV or Parquet."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.queries.extracts import TABLES

from . import files
from .desk import Desk

ON_PAGE = {
    "overview": ("articles", "states", "pairs", "flags"), "timeline": ("dates",),
    "network": ("edges", "nodes", "relations"),
    "map": ("places", "states", "relations"), "statements": ("statements",), "announced": ("announced",),
    "articles": ("articles",), "themes": ("themes",),
}  # fmt: skip
KINDS = {
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "csv": ("CSV", "application/zip", "csv.zip"),
    "parquet": ("Parquet", "application/zip", "parquet.zip"),
}


def offer(desk: Desk, page: str) -> None:
    """A button that opens the files; none is made before it is asked for."""
    say = desk.words
    with st.popover(say("files.title"), icon=":material/download:", help=say("files.help")):
        here = ON_PAGE.get(page, ())
        if here:
            st.markdown(f"**{say('files.page')}**")
            with st.container(horizontal=True, key="files_page"):
                for name in here:
                    st.download_button(
                        say(f"table.{name}"), partial(files.table_csv, desk, name), f"marsad-{name}.csv", "text/csv",
                        icon=":material/table:", on_click="ignore", key=f"files_{name}",
                    )  # fmt: skip
        bundles(desk)


def bundles(desk: Desk) -> None:
    """Every table of the desk in one file, in three formats."""
    say = desk.words
    st.markdown(f"**{say('files.all', n=len(TABLES))}**")
    with st.container(horizontal=True, key="files_all"):
        for kind, (label, mime, end) in KINDS.items():
            st.download_button(
                label, partial(files.bundle, desk, kind), f"marsad-tables.{end}", mime, icon=":material/download:",
                help=say(f"files.{kind}"), on_click="ignore", key=f"files_{kind}",
            )  # fmt: skip
    st.caption(say("files.note"))
