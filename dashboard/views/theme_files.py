"""Themes as files: one or all of the workspace's own given out as YAML, and files of themes taken in."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from dashboard.errors import LexiconError
from dashboard.lexicon.said import said
from dashboard.lexicon.theme_faults import faults
from dashboard.lexicon.theme_files import RESERVED, dump, parse, slug
from dashboard.theming import known_ids

from . import state, theme_drafts
from .desk import Desk
from .text import plain
from .theme_drafts import NEW, from_fields

TAKEN = "themes_taken"  # what became of the files that were taken in
LARGEST = 1  # MB
UNREADABLE = ("key", "lists", "list", "text")  # what has no field to stand in and be mended


def one(desk: Desk, id: str) -> None:
    """The theme as it stands in the fields, as its file."""
    theme = from_fields(theme_drafts.fields(desk, id))
    name = slug(str(theme.get("en", ""))) or id if id == NEW else id
    st.download_button("YAML", lambda: dump(theme), f"{name}.yml", "application/yaml", icon=":material/download:",
                       help=desk.words("themes.export.help"), on_click="ignore", key="theme_yaml")  # fmt: skip


def give_out(desk: Desk, held: dict[str, dict[str, Any]]) -> None:
    """All that the workspace has of its own, one file a theme."""
    own = {id: theme["body"] for id, theme in held.items() if theme["body"]}
    if own:
        st.download_button(
            desk.words("themes.export"), lambda: _zip(own), "marsad-themes.zip", "application/zip",
            icon=":material/download:", on_click="ignore", key="themes_zip", help=desk.words("themes.export_all.help"),
        )  # fmt: skip


def _zip(own: dict[str, Any]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for id, theme in own.items():
            archive.writestr(f"themes/{id}.yml", dump(theme))
    return made.getvalue()


def take_in(desk: Desk) -> None:
    """Files of themes: each is opened as an edit that can be tried before it is saved."""
    say = desk.words
    with st.popover(say("themes.import"), icon=":material/upload_file:"):
        st.file_uploader(say("themes.import.files"), type=["yml", "yaml"], accept_multiple_files=True, key="themes_in",
                         on_change=_take, args=(desk,), help=say("themes.import.help"))  # fmt: skip
        for kind, message in st.session_state.get(TAKEN, []):
            (st.error if kind == "error" else st.success)(plain(message))


def _take(desk: Desk) -> None:
    say, told, first = desk.words, [], None
    for file in st.session_state["themes_in"] or []:
        id, messages = read(desk, file.name, file.getvalue())
        if id is None:
            told += [("error", say.told(message)) for message in messages]
        else:
            first = first or id
            told.append(("success", say("themes.taken", name=file.name)))
    st.session_state[TAKEN] = told
    if first:
        state.open_only(id=first)


def read(desk: Desk, name: str, content: bytes) -> tuple[str | None, list[str]]:
    """Keep a file's theme as an edit of the theme that its name says, or as a new one; its id, else what is wrong.

    What can be mended in the fields is opened there, faults and all.
    """
    id = slug(PurePosixPath(name).stem)
    try:
        if len(content) > LARGEST * 1_000_000:
            raise LexiconError(said("theme.size", file=name, most=LARGEST))
        theme = parse(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return None, [said("theme.encoding", file=name)]
    except LexiconError as error:
        return None, [error.message]
    wrong = faults(id, theme, known_ids(), desk.corpus.themes, desk.words.language)
    wrong = [fault for fault in wrong if fault.message.code.removeprefix("theme.") in UNREADABLE]
    if wrong:
        return None, [said("theme.in_file", file=name, problem=fault.message) for fault in wrong]
    id = id if id and id not in RESERVED else NEW
    theme_drafts.kept()[id] = theme_drafts.to_fields(theme)
    return id, []
