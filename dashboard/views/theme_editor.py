"""The editor of a theme: its names, its cues, what is wrong with them, and what the edit changes in the corpus."""

from __future__ import annotations

import streamlit as st

from dashboard.lexicon import load
from dashboard.lexicon.theme_files import CUES, GROUPS, LANGUAGES, QUERIES
from dashboard.queries import trial
from dashboard.queries.evidence import gather
from dashboard.queries.stories import fold_rows

from . import evidence, rows, state, theme_drafts, theme_files
from .desk import Desk
from .text import plain
from .theme_drafts import from_fields

HEIGHT = 230  # pixels of a list of cues
PAGE = 20
SPLIT = ("added", "lost", "kept")


def show(desk: Desk, id: str, standing: str = "") -> None:
    """Draw it."""
    say = desk.words
    st.caption(say("themes.how"))
    if theme_drafts.is_new(desk, id):
        st.caption(say("themes.required"))
    _names(desk, id)
    tabs = st.tabs([*(say(f"themes.{kind}") for kind in (*CUES, QUERIES)), say("themes.more")])
    for tab, kind in zip(tabs, CUES, strict=False):
        with tab:
            _cues(desk, id, kind)
    with tabs[-2]:
        _queries(desk, id)
    with tabs[-1]:
        _ids(desk, id)
    wrong = theme_drafts.wrong(desk, id) if id in theme_drafts.kept() else []
    if wrong:
        st.error("\n".join(f"- {plain(say.told(fault.message))}" for fault in wrong[:12]))
    if desk.may_edit():
        _buttons(desk, id, standing, bool(wrong))
    if theme_drafts.is_new(desk, id) and id not in theme_drafts.kept():
        return
    _trial(desk, id, bool(wrong))


def _typed(desk: Desk, id: str, place: str) -> None:
    value = st.session_state[_key(place)]
    theme_drafts.write(desk, id, place, "\n".join(value) if isinstance(value, list) else str(value or ""))


def _key(place: str) -> str:
    return f"theme_{place.replace('.', '_')}"


def _set(desk: Desk, id: str, place: str) -> str:
    """Put into a field what stands in it, before it is drawn; its key."""
    st.session_state[_key(place)] = theme_drafts.fields(desk, id)[place]
    return _key(place)


def _names(desk: Desk, id: str) -> None:
    say, locked = desk.words, not desk.may_edit()
    columns = st.columns(3)
    for column, language in zip(columns, LANGUAGES, strict=False):
        column.text_input(
            f"{say(f'themes.name.{language}')} \\*", key=_set(desk, id, language), max_chars=90, disabled=locked,
            on_change=_typed, args=(desk, id, language),
        )  # fmt: skip
    known = {str(theme.get("group")) for theme in desk.corpus.themes.values()} | {
        theme_drafts.fields(desk, id)["group"]
    }
    groups = [*GROUPS, *sorted(known - {*GROUPS, ""})]
    columns[2].selectbox(
        say("themes.group"), groups, key=_set(desk, id, "group"), accept_new_options=True, disabled=locked,
        on_change=_typed, args=(desk, id, "group"), help=say("themes.group.help"),
        format_func=lambda group: say(f"theme.group.{group}") if group in GROUPS else group,
    )  # fmt: skip


def _cues(desk: Desk, id: str, kind: str) -> None:
    say = desk.words
    st.caption(say(f"themes.{kind}.help"))
    for column, language in zip(st.columns(2), LANGUAGES, strict=True):
        place = f"{kind}.{language}"
        column.text_area(
            say(f"themes.in.{language}"), key=_set(desk, id, place), height=HEIGHT, on_change=_typed,
            args=(desk, id, place), disabled=not desk.may_edit(), placeholder=say("themes.a_line_each"),
        )  # fmt: skip


def _queries(desk: Desk, id: str) -> None:
    """Queries, in whatever language; the one that the sidebar asks may be taken over."""
    say = desk.words
    st.caption(say("themes.queries.help"))
    st.text_area(
        say("themes.queries"), key=_set(desk, id, QUERIES), height=HEIGHT, on_change=_typed, args=(desk, id, QUERIES),
        disabled=not desk.may_edit(), placeholder=say("themes.a_line_each"), label_visibility="collapsed",
    )  # fmt: skip
    asked = desk.filters.query
    if asked and desk.may_edit() and asked not in theme_drafts.fields(desk, id)[QUERIES].splitlines():
        st.button(say("themes.queries.take", query=plain(asked)), icon=":material/add:", key="theme_take_query",
                  on_click=_take, args=(desk, id, asked))  # fmt: skip


def _take(desk: Desk, id: str, query: str) -> None:
    written = theme_drafts.fields(desk, id)[QUERIES]
    theme_drafts.write(desk, id, QUERIES, f"{written}\n{query}".strip())


def _ids(desk: Desk, id: str) -> None:
    """What is chosen and not typed: states and organisations, other themes, a number."""
    say, locked, now = desk.words, not desk.may_edit(), theme_drafts.fields(desk, id)
    gazetteer = load().gazetteer
    actors = [*gazetteer.states, *(one for one, entry in gazetteer.ids.items() if entry.kind == "organization")]

    def called(one: str) -> str:
        entry = gazetteer.states.get(one) or gazetteer.ids.get(one)
        name = (entry.name_en if say.language == "en" else entry.name) if entry else None
        return name or one

    others = [one for one in desk.corpus.themes if one != id]
    for place, options, name in (
        ("entities.strong", actors, called), ("entities.weak", actors, called),
        ("needs", list(gazetteer.states), called), ("yields_to", others, say.theme),
    ):  # fmt: skip
        chosen = now[place].splitlines()
        st.session_state[_key(place)] = chosen
        st.multiselect(
            say(f"themes.{place}"), [*options, *(one for one in chosen if one not in options)], key=_key(place),
            format_func=name, on_change=_typed, args=(desk, id, place), disabled=locked,
            help=say(f"themes.{place}.help"), placeholder=say("themes.nothing"), select_all=False,
        )  # fmt: skip
    st.text_input(say("themes.least"), key=_set(desk, id, "least"), on_change=_typed, args=(desk, id, "least"),
                  disabled=locked, placeholder="1", help=say("themes.least.help", usual=1), width=220)  # fmt: skip


def _buttons(desk: Desk, id: str, standing: str, broken: bool) -> None:
    say, changed = desk.words, theme_drafts.changed(desk, id)
    with st.container(horizontal=True, key="theme_buttons"):
        st.button(say("themes.save"), key="theme_save", type="primary", icon=":material/save:",
                  disabled=broken or not changed, help=say("themes.save.broken") if broken else None,
                  on_click=_save, args=(desk, id))  # fmt: skip
        if id in theme_drafts.kept():
            st.button(say("themes.discard"), key="theme_discard", icon=":material/undo:", on_click=_discard, args=(id,))
        theme_files.one(desk, id)
        if theme_drafts.is_new(desk, id):
            return
        off = standing == "off"
        st.button(say("themes.switch_on" if off else "themes.switch_off"), key="theme_switch",
                  icon=":material/toggle_on:" if off else ":material/toggle_off:", on_click=_switch,
                  args=(desk, id, off))  # fmt: skip
        shipped = id in load().themes
        body = desk.store.themes().get(id, {}).get("body")
        if body:
            st.button(say("themes.restore" if shipped else "themes.remove"), key="theme_restore",
                      icon=":material/settings_backup_restore:" if shipped else ":material/delete:",
                      on_click=_forget, args=(desk, id))  # fmt: skip


def _save(desk: Desk, id: str) -> None:
    saved = theme_drafts.save(desk, id)
    if saved:
        state.open_thing(id=saved)
        st.toast(desk.words("themes.saved"))


def _discard(id: str) -> None:
    theme_drafts.kept().pop(id, None)


def _switch(desk: Desk, id: str, on: bool) -> None:
    desk.store.put_theme(id, desk.store.themes().get(id, {}).get("body"), on)


def _forget(desk: Desk, id: str) -> None:
    """Back to what ships, or away with one's own; what it said stays in the fields, to be saved again."""
    theme_drafts.kept()[id] = theme_drafts.fields(desk, id)
    desk.store.put_theme(id, None)


def _trial(desk: Desk, id: str, broken: bool) -> None:
    """What the theme finds as it stands and as it is typed, and the sentences in which that differs."""
    say = desk.words
    st.subheader(say("themes.trial"), help=say("themes.trial.help"))
    if broken:
        st.caption(say("themes.trial.broken"))
        return
    old = None if theme_drafts.is_new(desk, id) else theme_drafts.stands(desk, id)
    with st.spinner(say("themes.trying")):
        new = from_fields(theme_drafts.fields(desk, id))
        found = trial.tried(desk.corpus, desk.filters, desk.store.texts, old, new, desk.corpus.themes)
    if found.read < found.whole:
        st.caption(say("themes.trial.newest", n=found.read, whole=say.number(found.whole)))
    tiles: list[rows.Row] = []
    changed = theme_drafts.changed(desk, id)
    for unit, column in (("articles", "code"), ("sentences", "key")):
        before, after = found.before[column].nunique(), found.after[column].nunique()
        change = [say("themes.before", n=before), say.change(after, before)] if changed else []
        tiles.append({"lead": say(f"dossier.{unit}"), "title": say.number(after), "meta": change})
    rows.show("theme_numbers", tiles, say, lambda _: None, look="tiles")
    parts = {name: gather(desk.corpus, hits) for name, hits in found.split().items()}
    name = SPLIT[-1]
    if parts["added"] or parts["lost"]:
        st.session_state.setdefault("theme_split", next(one for one in SPLIT if parts[one]))
        name = st.segmented_control(
            say("themes.sentences"), SPLIT, key="theme_split", label_visibility="collapsed",
            format_func=lambda one: f"{say(f'themes.{one}')} {say.number(len(parts[one]))}",
        ) or SPLIT[-1]  # fmt: skip
    folded = fold_rows(desk.corpus, parts[name], "sentence", desk.store.texts)
    if not folded:
        st.caption(say(f"themes.no_{name}"))
        return
    pages = -(-len(folded) // PAGE)
    at = st.pagination(pages, key=f"theme_trial_{name}_{pages}") if pages > 1 else 1
    rows.show("theme_trial", evidence.lines(desk, folded[(at - 1) * PAGE : at * PAGE]), say, evidence.go)
