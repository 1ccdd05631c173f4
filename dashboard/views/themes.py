"""The themes page: all themes beside one of them, with what evidences it and the editor."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import theming
from dashboard.lexicon import load
from dashboard.lexicon.theme_files import GROUPS
from dashboard.queries import dossier, themes
from dashboard.queries.evidence import Hits

from . import evidence, frame, jobs, rows, state, subjects, theme_drafts, theme_editor, theme_files
from .choices import choice
from .desk import Desk
from .jobs import Job
from .text import plain
from .theme_drafts import NEW

JOB = "reread_job"
PARTS = ("edit", "evidence")


def show(desk: Desk) -> None:
    """Draw the page."""
    _outdated(desk)
    id = chosen(desk)
    with evidence.beside(desk, lambda asked: hits(desk, id, asked) if id else None):
        narrow, wide = st.columns([2, 5], gap="medium")
        with narrow:
            _list(desk)
        with wide:
            if id is None:
                st.info(desk.words("themes.begin"))
            else:
                _theme(desk, id)


def chosen(desk: Desk) -> str | None:
    """The theme that the address names, where there is one, or an edit of one that is new."""
    id = state.opened_thing("id")
    new = desk.may_edit() and (id == NEW or id in theme_drafts.kept())
    return id if new or id in desk.corpus.themes else None


def hits(desk: Desk, id: str, question: str) -> tuple[str, Hits] | None:
    """Title and sentences of a cue that was clicked."""
    kind, _, cue = question.removeprefix("cue:").partition(":")
    if not question.startswith("cue:") or kind not in themes.KINDS:
        return None
    return desk.words.apart([desk.words.theme(id), _cue(desk, cue)]), themes.of_cue(
        desk.corpus, desk.filters, id, kind, cue
    )


def standing(desk: Desk, held: dict[str, dict[str, Any]], id: str) -> str:
    """What a theme is beside those that ship: off, edited, own; empty for one that is as it ships."""
    if id in held and not held[id]["active"]:
        return "off"
    if id not in load().themes:
        return "own"
    return "edited" if id in held else ""


def _list(desk: Desk) -> None:
    say = desk.words
    counts = dossier.choices(desk.corpus, desk.filters, "theme")
    held = desk.store.themes()
    if desk.may_edit():
        with st.container(horizontal=True, key="theme_tools"):
            st.button(say("themes.new"), icon=":material/add:", key="theme_new", on_click=_open, args=(NEW,))
            theme_files.take_in(desk)
            theme_files.give_out(desk, held)
    st.subheader(say("themes.title", n=len(desk.corpus.themes)), help=say("themes.help"))
    most = max(int(counts.max()), 1) if len(counts) else 1
    items: list[rows.Row] = [
        {"id": id, "title": theme_drafts.name(desk, id), "tag": say("themes.unsaved")}
        for id in theme_drafts.kept() if theme_drafts.is_new(desk, id)
    ]  # fmt: skip
    for id in sorted(desk.corpus.themes, key=lambda id: _order(desk, id)):
        how = standing(desk, held, id)
        meta = [group_name(desk, str(desk.corpus.themes[id].get("group", "")))]
        if theme_drafts.changed(desk, id):
            meta.append(say("themes.unsaved"))
        row: rows.Row = {"id": id, "title": say.theme(id), "number": say.number(int(counts.get(id, 0))),
                         "bar": int(counts.get(id, 0)) / most, "meta": meta, "quiet": how == "off"}  # fmt: skip
        items.append({**row, **({"tag": say(f"themes.is.{how}")} if how else {})})
    with st.container(key="theme_list"):
        rows.show("themes_rows", items, say, _open, selected=state.opened_thing("id"), height="var(--list)")


def group_name(desk: Desk, group: str) -> str:
    return desk.words(f"theme.group.{group}") if group in GROUPS else group


def _order(desk: Desk, id: str) -> tuple[int, str, str]:
    group = str(desk.corpus.themes[id].get("group", ""))
    return GROUPS.index(group) if group in GROUPS else len(GROUPS), group, desk.words.theme(id)


def _open(id: str) -> None:
    state.open_only(id=id, part=state.opened_thing("part"))


def _theme(desk: Desk, id: str) -> None:
    say = desk.words
    held = desk.store.themes()
    new = theme_drafts.is_new(desk, id)
    how = "" if new else standing(desk, held, id)
    with st.container(key="dossier_name"):
        st.header(plain(theme_drafts.name(desk, id)))
    notes = [group_name(desk, str(theme_drafts.stands(desk, id)["group"])), say(f"themes.is.{how}") if how else ""]
    st.caption(say.apart(map(plain, filter(None, notes))))
    if new:
        theme_editor.show(desk, id)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="choices"):
        part = choice(desk, "themes", "part", PARTS)
        st.button(say("dossier.open", name=say.theme(id)), key="theme_dossier", icon=":material/folder_shared:",
                  type="tertiary", on_click=subjects.go, args=(dossier.Subject("theme", id),))  # fmt: skip
    if part == "evidence":
        _evidence(desk, id)
    else:
        theme_editor.show(desk, id, how)


def _evidence(desk: Desk, id: str) -> None:
    """The cues that show it, by sentences; a click reads them."""
    say, found = desk.words, themes.cues(desk.corpus, desk.filters, id)
    st.subheader(say("themes.evidence", n=len(found)), help=say("themes.evidence.help"))
    if found.empty:
        st.caption(say("themes.no_evidence"))
        return
    most = int(found["sentences"].max())
    items: list[rows.Row] = [
        {"id": f"cue:{row.kind}:{row.cue}", "title": _cue(desk, row.cue), "number": say.number(int(row.sentences)),
         "bar": row.sentences / most,
         "meta": [say(f"themes.kind.{row.kind}"), say("evidence.articles", n=int(row.articles))]}
        for row in found.itertuples()
    ]  # fmt: skip
    rows.show("theme_cues", items, say, evidence.ask, selected=state.opened_thing("show"), look="columns")
    evidence.hint(desk, "themes.hint")


def _cue(desk: Desk, cue: str) -> str:
    """A cue as written; one that is a state's or an organisation's id by its name."""
    return desk.actor(cue) if cue in theming.known_ids() else cue


def _outdated(desk: Desk) -> None:
    """After an edit: how many articles were read with other themes, and what reads them again."""
    say = desk.words
    if st.session_state.get(JOB) is not None:
        _progress(desk)
        return
    count = theming.waiting(desk.store)
    if count and desk.may_edit():
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="outdated"):
            st.markdown(say("themes.outdated", n=count), width="content")
            st.button(say("themes.reread", n=count), key="reread", type="primary", icon=":material/refresh:",
                      on_click=_reread, args=(desk,))  # fmt: skip


def _reread(desk: Desk) -> None:
    st.session_state[JOB] = jobs.reread(desk.store.url)


@st.fragment(run_every="1s")
def _progress(desk: Desk) -> None:
    """How far the reading is; when it has ended, the page is drawn anew with what was found."""
    say = desk.words
    job: Job | None = st.session_state.get(JOB)
    if job is None:
        return
    with st.container(border=True, key="outdated"):
        if not job.done:
            done, whole = job.progress or (0, 0)
            st.progress(done / whole if whole else 0.0, say("themes.rereading", n=done, whole=say.number(whole)))
        elif job.failed:
            frame.stopped(say, job, "themes.reread_failed")
            st.button(say("evidence.close"), key="reread_close", on_click=st.session_state.pop, args=(JOB, None))
        else:
            st.session_state.pop(JOB)
            st.toast(say("themes.reread_done", n=int((job.summary or {}).get("done", 0))))
            state.rerun()
