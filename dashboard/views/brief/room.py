"""The page of the brief: what is to be in it, what each part holds, a title and a note, and the files."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import streamlit as st

from dashboard.queries.brief import SECTIONS
from dashboard.views import state
from dashboard.views.desk import Desk

from . import content, making
from .document import Group, Section

SHOWN = 4  # lines of a group in the preview
MADE = "brief_made"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(desk: Desk) -> None:
    """Draw the page."""
    say, today = desk.words, dt.date.today()
    st.markdown(say("brief.lead"))
    found = content.sections(desk, today)
    narrow, wide = st.columns([2, 3], gap="large")
    with narrow:
        chosen = _choice(desk, found)
        _form(desk, chosen, today)
    with wide:
        st.subheader(say("brief.preview"))
        for section in found:
            if section.id in chosen:
                _preview(section)
        if not chosen:
            st.info(say("brief.nothing"))


def _choice(desk: Desk, found: list[Section]) -> tuple[str, ...]:
    """Which sections; kept in the URL. One that holds nothing can be chosen too, and then says so in the brief."""
    say = desk.words
    titles = {section.id: section.title for section in found}
    kept = state.opened_thing("parts")
    st.session_state["w_parts"] = [one for one in SECTIONS if one in kept.split("+")] if kept else list(SECTIONS)

    def changed() -> None:
        picked = [one for one in SECTIONS if one in st.session_state["w_parts"]]
        state.open_thing(parts=None if len(picked) == len(SECTIONS) else "+".join(picked) or "none")

    st.pills(
        say("brief.sections"), SECTIONS, selection_mode="multi", key="w_parts", on_change=changed,
        format_func=lambda name: titles[name],
    )  # fmt: skip
    return tuple(one for one in SECTIONS if one in st.session_state["w_parts"])


def _form(desk: Desk, chosen: tuple[str, ...], today: dt.date) -> None:
    """Title and note are taken together with the click, so that what was typed last is in the file."""
    say = desk.words
    with st.form("brief_form", border=False):
        title = st.text_input(
            say("brief.title"), key="brief_title", placeholder=content.default_title(desk), max_chars=200,
            persist_state="session",
        )  # fmt: skip
        note = st.text_area(say("brief.note"), key="brief_note", height=130, max_chars=6000, persist_state="session")
        asked = st.form_submit_button(
            say("brief.make"), type="primary", icon=":material/summarize:", disabled=not chosen
        )
    key = (desk.filters, say.language, say.digits, chosen, desk.corpus.revision, title, note)
    if asked and chosen:
        with st.spinner(say("brief.making")):
            page = making.web(desk, chosen, title, note, today)
        st.session_state[MADE] = (key, page)
    made: tuple[Any, bytes] | None = st.session_state.get(MADE)
    if made and made[0] == key:
        _files(desk, chosen, title, note, today, made[1])


def _files(desk: Desk, chosen: tuple[str, ...], title: str, note: str, today: dt.date, page: bytes) -> None:
    say = desk.words
    with st.container(horizontal=True, key="brief_files"):
        st.download_button(
            "HTML", page, f"marsad-brief-{today}.html", "text/html", icon=":material/download:", on_click="ignore",
            key="brief_html", type="primary", help=say("brief.html"),
        )  # fmt: skip
        st.download_button(
            "DOCX", lambda: making.docx(desk, chosen, title, note, today), f"marsad-brief-{today}.docx", WORD,
            icon=":material/download:", on_click="ignore", key="brief_docx", help=say("brief.docx", n=making.PRINTED),
        )  # fmt: skip
    st.caption(say("brief.size", size=say.number(round(len(page) / 1e6, 1))))


def _preview(section: Section) -> None:
    """What a section holds: how much of each kind, and its first lines."""
    with st.container(border=True, key=f"brief_{section.id}"):
        parts = "".join(map(_group, section.groups)) or f"<p>{html.escape(section.empty)}</p>"
        st.html(f'<div class="brief-preview"><h3>{html.escape(section.title)}</h3>{parts}</div>')


def _group(group: Group) -> str:
    lines = "".join(
        f"<li><bdi>{html.escape(line.title)}</bdi><b>{html.escape(line.number)}</b></li>"
        for line in group.lines[:SHOWN]
    )
    return f"<h4>{html.escape(group.title)} · {html.escape(group.holds)}</h4><ul>{lines}</ul>"
