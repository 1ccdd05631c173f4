"""What frames every page: the style sheets, the title, and the sentence that says what is filtered."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.errors import MarsadError
from dashboard.filters import Filters, Term
from dashboard.lexicon import said as messages
from dashboard.queries.articles import undated
from dashboard.queries.select import select

from . import exports, palette, state
from .desk import Desk
from .jobs import Job
from .text import plain
from .words import END, ISOLATE, Words

STATIC = Path(__file__).parent.parent / "static"
# Streamlit's calendars and sliders go by the language of the browser and its direction: it says the desk's instead.
# They are told once the first of them is there, and no sooner: who is told again and again never gets to draw.
# Calendars that are there already are drawn anew as for a window of another size.
SPEAK = """<script>
Object.defineProperty(navigator, "language", { value: "%s", configurable: true });
(function tell(times) {
  const there = document.querySelector("[data-rac]");
  if (there) for (const name of ["languagechange", "resize"]) window.dispatchEvent(new Event(name));
  if (times) setTimeout(tell, 100, there ? times - 1 : times);
})(2);
</script>"""


def style(words: Words) -> None:
    """The desk's own style sheet, and the one that turns it right to left."""
    st.html(STATIC / "desk.css")
    # Streamlit's uploader, dates, choices and menu speak English only, its way to the sidebar not at all: the style
    # sheet puts these words in the place of theirs.
    own = {name: f"upload.{name}" for name in ("choose", "folder", "drop")}
    own |= {name: f"date.{name}" for name in ("year", "month", "day")} | {"menu": "menu.open", "none": "choice.none"}
    own |= {name: f"menu.{name}" for name in ("system", "light", "dark")}
    said = "".join(f'--{name}: "{words(key)}";' for name, key in own.items())
    ink = palette.colours(st.context.theme.type == "dark")
    said += "".join(f"--{name}: {ink[name]};" for name in ("ground", "soft", "accent"))
    st.html(f"<style>:root {{ {said} }}</style>")  # lists that open stand outside the app
    if words.rtl:
        st.html(STATIC / "rtl.css")
    st.html(SPEAK % words("language.locale", digits=words.digits), unsafe_allow_javascript=True)
    st.html(f"<script>{(STATIC / 'browser.js').read_text('utf-8')}</script>", unsafe_allow_javascript=True)
    script = (STATIC / "digits.js").read_text("utf-8").replace("%s", words.digits)
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def broken(words: Words, error: MarsadError) -> None:
    """A page for a workspace that can't be opened: what is wrong, and what to do."""
    st.title(words("broken.title"))
    st.error(plain(words.told(error.message)))
    st.write(words("broken.help"))


def failed(words: Words, error: Exception) -> None:
    """What stands on a page that could not be made. Streamlit would show its trace, and links to other hosts."""
    traceback.print_exception(error)
    with st.container(border=True, key="failed"):
        st.markdown(words("failed.said"))
        st.markdown(words("failed.help"))
        st.button(words("filters.reset"), key="failed_reset", icon=":material/restart_alt:",
                  on_click=state.put, args=(Filters(),))  # fmt: skip


def stopped(words: Words, job: Job, key: str) -> None:
    """What stands for a job that ended before it was done: why, as far as it has said."""
    st.error(plain(words.told(job.failure)) if job.failure else words(key))
    if job.error:
        with st.expander(words("add.details")):
            st.code(job.error)


def editors_only(words: Words, key: str) -> None:
    """In the place of a page that changes the workspace, where it may only be looked at."""
    with st.container(border=True, key="empty"):
        st.markdown(words(key))
        st.page_link("app_pages/overview.py", label=words("page.overview"), icon=":material/space_dashboard:")


def lost(home: Any) -> None:
    """What stands at an address that no page has."""
    words = open_desk().words
    st.title(words("lost.title"))
    st.write(words("lost.help"))
    st.page_link(home, icon=home.icon)


def open_desk() -> Desk:
    """The desk that this rerun of the app has made for its page."""
    found = st.session_state["desk"]
    assert isinstance(found, Desk)
    return found


def head(desk: Desk, page: str) -> bool:
    """Title and filter sentence of a page; False where there is nothing to show, after saying what to do about it."""
    words = desk.words
    st.title(words(f"page.{page}"))
    if not len(desk.corpus.articles):
        empty(desk, *(("empty.workspace", "add") if desk.may_edit() else ("empty.workspace.reader",)))
        return False
    said(desk, page)
    wrong = unread(desk)
    if wrong:
        empty(desk, "empty.query", wrong=plain(wrong))
    elif not select(desk.corpus, desk.filters).count:
        empty(desk, "empty.filters")
    else:
        return True
    return False


def unread(desk: Desk) -> str | None:
    """Why the search can't be answered, and at which of its characters; None where it can."""
    error, say = desk.corpus.fault(desk.filters.query), desk.words
    if error is None:
        return None
    wrong = say.told(messages.said(f"query.{error.code}", name=error.name))
    meant = say("query.near", names=say.either(f"{ISOLATE}{name}{END}" for name in error.near)) if error.near else ""
    return f"{say('query.at', number=error.at + 1, wrong=wrong)}{'. ' if meant else ''}{meant}"


def empty(desk: Desk, key: str, to: str | None = None, wrong: str = "") -> None:
    """An empty state: what is missing and the one thing to do about it."""
    with st.container(border=True, key="empty"):
        st.markdown(desk.words(key, wrong=wrong))
        if to:
            st.page_link(f"app_pages/{to}.py", label=desk.words(f"{key}.do"), icon=":material/note_add:")
        elif desk.filters != Filters():
            st.button(desk.words("filters.reset"), key="empty_reset", on_click=state.put, args=(Filters(),))


def nothing(desk: Desk, key: str) -> None:
    """What is wanting among articles that are there; where filters hold others back, that they do."""
    advice = "" if desk.filters == Filters() else f" {desk.words('none.filters')}"
    st.info(desk.words(key) + advice)


def missing(desk: Desk) -> None:
    """Where days are wanting for want of a day of publication: the way to give it."""
    count = len(undated(desk.corpus))
    if count and desk.may_edit():
        label = desk.words("dates.missing", n=count)
        st.page_link("app_pages/add.py", label=label, icon=":material/event:")


def unplaced(desk: Desk, codes: np.ndarray) -> None:
    """Below a chart by day of publication: how many of these articles have none; to editors the way to give it."""
    days = pd.to_datetime(desk.corpus.articles["published"].iloc[np.unique(codes)])
    count = int(days.isna().sum())
    if count:
        st.caption(desk.words("frame.unplaced", n=count))
        missing(desk)


def said(desk: Desk, page: str) -> None:
    """One sentence of what the page counts, each part of it a button that takes it out; and the tables as files."""
    with _said():
        _parts(desk)
        if select(desk.corpus, desk.filters).count:
            exports.offer(desk, page)


def filtered(desk: Desk) -> None:
    """The same sentence on a page that counts nothing, where filters are in force: they go along to the next one."""
    if desk.filters != Filters():
        with _said():
            _parts(desk)


def _said() -> DeltaGenerator:
    return st.container(horizontal=True, vertical_alignment="center", key="said", gap="small")


def _parts(desk: Desk) -> None:
    if not unread(desk):
        st.markdown(counted(desk), width="content")
    for term, value in desk.filters.parts():
        st.button(plain(part(desk, term, value)), key=f"said_{term.fields[0]}_{value}", icon=":material/close:",
                  type="secondary", help=desk.words("filters.remove"), on_click=_drop, args=(term, value))  # fmt: skip


def counted(desk: Desk) -> str:
    """How many articles the filters leave, of how many."""
    left, whole = select(desk.corpus, desk.filters).count, len(desk.corpus.articles)
    key = "said.all" if left == whole and desk.filters == Filters() else "said.some"
    return desk.words(key, n=left, whole=desk.words.number(whole))


def sentence(desk: Desk) -> str:
    """What is filtered, for where nothing can be pressed: a picture that is taken away."""
    return desk.words.apart([counted(desk), *(part(desk, term, value) for term, value in desk.filters.parts())])


def part(desk: Desk, term: Term, value: str | None) -> str:
    """One part of the filter sentence, in words."""
    words, filters = desk.words, desk.filters
    match term.fields[0]:
        case "start":
            return words(f"said.{filters.basis}", span=words.span(filters.start, filters.end))
        case "themes":
            return words.theme(value or "")
        case "states":
            every = filters.match == "all" and len(filters.states) > 1
            return words("said.with" if every else "said.state", name=desk.actor(value or ""))
        case "actors":
            return words("said.state", name=desk.actor(value or ""))
        case "sources":
            return words.source(value)
        case "languages":
            return words.language_name(value or "")
        case "query":
            return words("said.query", query=filters.query)
        case _:
            return value or ""


def _drop(term: Term, value: str | None) -> None:
    state.put(state.filters().without(*term.fields, value=value))
