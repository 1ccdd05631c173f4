"""The filters, the same on every page, with counts that follow each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.filters import Filters
from dashboard.queries import select

from . import frame, rows, state
from .desk import PATIENT, Desk, outdated
from .text import plain
from .words import DIGITS, LANGUAGES, words

YEAR = 365
PRESETS = (7, 30, 90, YEAR)
MOST_STATES = MOST_ACTORS = 300  # the search finds the rarer: person:, org:
MOST_THEMES = 9


def show(desk: Desk) -> None:
    """Draw the sidebar of a desk."""
    say = desk.words
    _language(desk)
    _workspace(desk)
    counts = select.facets(desk.corpus, desk.filters)
    _search(desk)
    _period(desk)
    _themes(desk, counts["themes"])
    _states(desk, counts["states"])
    _many(desk, "actors", counts["actors"], desk.actor, MOST_ACTORS)
    with st.expander(say("filters.more"), expanded=bool(desk.filters.sources or desk.filters.languages)):
        _many(desk, "sources", counts["sources"], say.source)
        _many(desk, "languages", counts["languages"], say.language_name)
    st.button(
        say("filters.reset"), key="reset", icon=":material/restart_alt:", width="stretch",
        disabled=desk.filters == Filters(), on_click=state.put, args=(Filters(),),
    )  # fmt: skip
    # The browser copies it, as it alone knows under which address it has reached the desk (see `browser.js`).
    if st.button(say("link.copy"), key="link", icon=":material/link:", width="stretch", help=say("link.help")):
        st.toast(say("link.copied"), icon=":material/check:")
    # Where it turns light or dark: what Python has drawn for one of them is drawn anew for the other.
    rows.mount("scheme", "")(key="scheme", data={}, on_turned_change=state.hold)


def _language(desk: Desk) -> None:
    """The language and, where it is written with several, its digits."""
    say, offered = desk.words, DIGITS[desk.words.language]
    st.session_state["w_language"], st.session_state["w_digits"] = say.language, say.digits
    with st.container(horizontal=True, key="language"):
        st.segmented_control(
            say("language.label"), LANGUAGES, key="w_language", format_func=lambda code: words(code)("language.own"),
            label_visibility="collapsed", width="stretch", on_change=_speak,
        )  # fmt: skip
        if len(offered) > 1:
            st.segmented_control(
                say("digits.label"), offered, key="w_digits", label_visibility="collapsed", width="content",
                format_func=lambda digits: words(say.language, digits).number(123), on_change=_write,
            )  # fmt: skip


def _speak() -> None:
    st.session_state[state.LANGUAGE] = st.session_state["w_language"] or state.language()


def _write() -> None:
    st.session_state[state.DIGITS] = st.session_state["w_digits"] or state.digits()


@st.fragment(run_every="15s")
def _growth(at: object, patient: bool) -> None:
    """Another analyst's import, or the command line's: this page takes it up by itself."""
    if outdated(at, patient):
        state.rerun()


def _workspace(desk: Desk) -> None:
    say, corpus = desk.words, desk.corpus
    known = select.bounds(corpus)
    lines = [say("workspace.articles", n=len(corpus.articles))]
    if known:
        lines.append(say.span(*known))
    held = {bool(batch["samples"]) for batch in desk.store.batches() if batch["articles"]}
    if True in held:
        lines.append(say("workspace.samples_too" if False in held else "workspace.samples"))
    st.caption("  \n".join(lines))
    if held == {True} and desk.may_edit() and state.page() != "add":  # a first visit: how to go on from here
        st.page_link("app_pages/add.py", label=say("workspace.own"), icon=":material/note_add:")
    _growth(corpus.revision, state.page() in PATIENT)


def _search(desk: Desk) -> None:
    st.session_state["w_query"] = desk.filters.query
    st.text_input(
        desk.words("filters.query"), key="w_query", placeholder=desk.words("filters.query.hint"), on_change=_typed,
        help=desk.words("filters.query.help"),
    )  # fmt: skip
    wrong = frame.unread(desk)
    if wrong:
        st.error(plain(wrong), icon=":material/error:")


def _typed() -> None:
    state.change(query=st.session_state["w_query"].strip())


def _period(desk: Desk) -> None:
    say, filters = desk.words, desk.filters
    st.session_state["w_basis"] = filters.basis
    st.segmented_control(
        say("filters.period"), ("published", "event"), key="w_basis", format_func=lambda b: say(f"basis.{b}"),
        help=say("basis.help"), width="stretch", on_change=_basis,
    )  # fmt: skip
    preset = _preset(desk)
    st.session_state["w_preset"] = preset
    st.pills(
        say("filters.preset"), PRESETS, key="w_preset", label_visibility="collapsed", on_change=_shortcut, args=(desk,),
        format_func=lambda days: say("preset.year") if days == YEAR else say("preset.days", n=days),
    )  # fmt: skip
    left, right = st.columns(2)
    for column, name, label in ((left, "start", "filters.from"), (right, "end", "filters.to")):
        st.session_state[f"w_{name}"] = getattr(filters, name)
        column.date_input(
            say(label), value=None, key=f"w_{name}", format=say("date.typed"), min_value=dt.date(1900, 1, 1),
            max_value=dt.date(2100, 12, 31), on_change=_days,
        )  # fmt: skip


def _preset(desk: Desk) -> int | None:
    known = select.bounds(desk.corpus)
    start, end = desk.filters.start, desk.filters.end
    if not known or not start or end != known[1]:
        return None
    length = (end - start).days + 1
    return length if length in PRESETS else None


def _basis() -> None:
    state.change(basis=st.session_state["w_basis"] or state.filters().basis)


def _shortcut(desk: Desk) -> None:
    """The days up to the newest article: a workspace of old articles has no "today"."""
    chosen, known = st.session_state["w_preset"], select.bounds(desk.corpus)
    if chosen is None or known is None:
        state.change(start=None, end=None)
    else:
        state.change(start=known[1] - dt.timedelta(days=chosen - 1), end=known[1])


def _days() -> None:
    start, end = state.days((st.session_state["w_start"], st.session_state["w_end"]))
    state.change(start=start, end=end)


def _themes(desk: Desk, counts: pd.Series) -> None:
    """The commonest themes and those chosen as pills, the rest folded away below them."""
    say, chosen = desk.words, desk.filters.themes
    options = _options(counts, chosen)
    if not options:
        st.caption(say("filters.none_yet" if desk.filters == Filters() else "filters.no_themes"))
        return
    first = [id for rank, id in enumerate(options) if rank < MOST_THEMES or id in chosen]
    _pills(desk, "themes", first, counts)
    rest = [id for id in options if id not in first]
    if rest:
        with st.expander(say("filters.more_themes", n=len(rest))):
            _pills(desk, "more_themes", rest, counts, folded=True)


def _pills(desk: Desk, name: str, options: list[str], counts: pd.Series, folded: bool = False) -> None:
    say = desk.words
    st.session_state[f"w_{name}"] = [id for id in desk.filters.themes if id in options]
    st.pills(
        say("filters.themes"),
        options,
        key=f"w_{name}",
        selection_mode="multi",
        on_change=_themed,
        args=(name, tuple(options)),
        format_func=lambda id: f"{say.theme(id)} {say.number(int(counts.get(id, 0)))}",
        label_visibility="collapsed" if folded else "visible",
        help=None if folded else say("filters.themes.help"),
    )


def _themed(name: str, options: tuple[str, ...]) -> None:
    kept = [id for id in state.filters().themes if id not in options]
    state.change(themes=(*kept, *st.session_state[f"w_{name}"]))


def _states(desk: Desk, counts: pd.Series) -> None:
    say = desk.words
    _many(desk, "states", counts, desk.actor, MOST_STATES)
    if len(desk.filters.states) > 1:
        st.session_state["w_match"] = desk.filters.match
        st.segmented_control(
            say("filters.match"), ("any", "all"), key="w_match", format_func=lambda m: say(f"match.{m}"),
            label_visibility="collapsed", width="stretch", on_change=_match,
        )  # fmt: skip


def _match() -> None:
    state.change(match=st.session_state["w_match"] or "any")


def _many(desk: Desk, name: str, counts: pd.Series, label: Any, most: int | None = None) -> None:
    """One or several of what leaves an article; of many the commonest are offered, and told as such."""
    say, chosen, offered = desk.words, getattr(desk.filters, name), counts.head(most or len(counts))
    some = {"whole": say.number(len(counts))} if len(offered) < len(counts) else {}
    st.session_state[f"w_{name}"] = list(chosen)
    st.multiselect(
        say(f"filters.{name}"), _options(offered, chosen), key=f"w_{name}", on_change=_chosen, args=(name,),
        placeholder=say("filters.choose.most" if some else "filters.choose", n=len(offered), **some),
        select_all=False,  # each is a part of the sentence above
        format_func=lambda id: f"{label(id)} · {say.number(int(counts.get(id, 0)))}",
    )  # fmt: skip


def _options(counts: pd.Series, chosen: tuple[str, ...]) -> list[str]:
    """Every choice that leaves an article, and those chosen already, whose count may have become zero."""
    return [*counts.index, *(id for id in chosen if id not in counts.index)]


def _chosen(name: str) -> None:
    state.change(**{name: tuple(st.session_state[f"w_{name}"])})
