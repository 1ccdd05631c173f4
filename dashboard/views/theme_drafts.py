"""Themes as they are being edited: what was typed is kept as it was typed until it is saved or given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import theming
from dashboard.lexicon import load
from dashboard.lexicon.said import said
from dashboard.lexicon.theme_faults import Fault, faults
from dashboard.lexicon.theme_files import CUES, GROUPS, IDS, LANGUAGES, QUERIES, RESERVED, cleaned, slug

from .desk import Desk

NEW = "new"  # the id of a theme that is not saved yet
DRAFTS = "theme_drafts"
PLACES = (
    "group",
    *LANGUAGES,
    *(f"{kind}.{language}" for kind in CUES for language in LANGUAGES),
    QUERIES,
    *IDS,
    "least",
)
Fields = dict[str, str]


def is_new(desk: Desk, id: str) -> bool:
    """Whether a theme is there only as an edit."""
    return id not in desk.corpus.themes


def name(desk: Desk, id: str) -> str:
    """What a theme is called; one that is there only as an edit as it is typed."""
    if not is_new(desk, id):
        return desk.words.theme(id)
    typed = kept().get(id, {})
    return typed.get(desk.words.language) or typed.get("en") or typed.get("ar") or desk.words("themes.new_title")


def stands(desk: Desk, id: str) -> dict[str, Any]:
    """The theme as the workspace has it, switched off or not; a new one has but its group."""
    found = desk.corpus.themes.get(id) or load().themes.get(id)
    return cleaned(found) if found else {"group": GROUPS[-1]}


def to_fields(theme: Mapping[str, Any]) -> Fields:
    """A theme as texts to edit, by place; lists have a line an entry."""
    out = dict.fromkeys(PLACES, "")
    for key, value in theme.items():
        if isinstance(value, Mapping):
            out |= {f"{key}.{name}": "\n".join(map(str, inner)) for name, inner in value.items()}
        else:
            out[key] = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    return out


def from_fields(fields: Mapping[str, str]) -> dict[str, Any]:
    """The theme that the texts say; whether it can work, `faults` says."""
    theme: dict[str, Any] = {}
    for place, value in fields.items():
        key, _, name = place.partition(".")
        if place in ("group", *LANGUAGES):
            theme[key] = value
        elif place == "least":
            theme[key] = _number(value) if value.strip() else 1
        else:
            listed = [line for line in map(str.strip, value.splitlines()) if line]
            if name:
                theme.setdefault(key, {})[name] = listed
            else:
                theme[key] = listed
    return cleaned(theme)


def _number(text: str) -> float | str:
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


def kept() -> dict[str, Fields]:
    """Id → what is being edited in this session."""
    found: dict[str, Fields] = st.session_state.setdefault(DRAFTS, {})
    return found


def fields(desk: Desk, id: str) -> Fields:
    """What stands in the fields of a theme: what was typed, else the theme as it stands."""
    return kept().get(id) or to_fields(stands(desk, id))


def write(desk: Desk, id: str, place: str, value: str) -> None:
    """Keep what was typed into one field."""
    kept()[id] = {**fields(desk, id), place: value}


def changed(desk: Desk, id: str) -> bool:
    """Whether what is typed says another theme than the one that stands."""
    return id in kept() and from_fields(kept()[id]) != stands(desk, id)


def wrong(desk: Desk, id: str) -> list[Fault]:
    """What keeps the theme as typed from being saved."""
    theme = from_fields(fields(desk, id))
    found = faults(id, theme, theming.known_ids(), desk.corpus.themes, desk.words.language)
    if id == NEW and not found and taken(desk, theme):
        found.append(Fault("en", said("theme.exists", theme=theme["en"])))
    return found


def taken(desk: Desk, theme: Mapping[str, Any]) -> bool:
    """Whether a new theme's name is another's already."""
    made = slug(str(theme["en"]))
    return not made or made in RESERVED or made in desk.corpus.themes


def save(desk: Desk, id: str) -> str | None:
    """Store the theme as typed; its id, or None where something is wrong with it (then nothing is lost)."""
    if wrong(desk, id):
        return None
    theme = from_fields(fields(desk, id))
    saved = slug(str(theme["en"])) if id == NEW else id
    shipped = load().themes.get(saved)
    same = shipped is not None and cleaned(shipped) == theme
    active = desk.store.themes().get(saved, {}).get("active", True)
    desk.store.put_theme(saved, None if same else theme, active)
    kept().pop(id, None)
    return saved
