"""The evidence panel that every page shares: as many rows as the chart counted, each with sentence and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import streamlit as st

from dashboard.queries import evidence
from dashboard.queries.evidence import Hits

from . import rows, state
from .desk import Desk
from .text import plain
from .words import END, ISOLATE

PAGE = 40  # rows; the number is always of all of them
ARTICLES = "articles"


Answer = Callable[[str], "tuple[str, Hits] | None"]


@contextmanager
def beside(desk: Desk, answer: Answer) -> Iterator[None]:
    """A page's content, and beside it the sentences of what was asked, in view wherever the page is scrolled to.

    `answer` gives title and facts of a question, or None; on a narrow page the sentences rise from below.
    """
    with st.container(key="beside"):
        with st.container(key="beside_page"):
            yield
        asked = state.opened_thing("show")
        found = answer(asked) if asked else None
        if found:
            panel(desk, *found)


def panel(desk: Desk, title: str, hits: Hits) -> None:
    """Show the rows behind a number: how many, each with marks, source, day and a link into the reader."""
    words = desk.words
    found = evidence.gather(desk.corpus, hits)
    with st.container(border=True, key="evidence"):
        with st.container(horizontal=True, vertical_alignment="top", key="evidence_head"):
            counted = words(f"evidence.{hits.unit}s", n=len(found))
            st.markdown(f"**{ISOLATE}{plain(title)}{END}** · {counted}", width="stretch")
            st.button(
                "", icon=":material/close:", key="evidence_close", type="tertiary", help=words("evidence.close"),
                on_click=state.open_thing, kwargs={"show": None},
            )  # fmt: skip
        pages = -(-len(found) // PAGE)
        at = st.pagination(pages, key=f"evidence_page_{pages}") if pages > 1 else 1
        shown = found[(at - 1) * PAGE : at * PAGE]
        rows.show("evidence_rows", [_row(desk, row, texts) for row, texts in _with_texts(desk, shown)], words, go)


def hint(desk: Desk, key: str) -> None:
    """What to click to be shown sentences."""
    st.caption(desk.words(key))


def go(place: str) -> None:
    """Open the reader at "article|field:start-end"; the page is switched when the callback's rerun reaches it."""
    article, _, at = place.rpartition("|")
    state.open_thing(article=article, at=at or None)
    st.session_state["go"] = ARTICLES


def _with_texts(desk: Desk, shown: list[evidence.Row]) -> list[tuple[evidence.Row, tuple[str, str]]]:
    texts = desk.store.texts({row.article for row in shown})
    return [(row, texts[row.article]) for row in shown if row.article in texts]


def _row(desk: Desk, row: evidence.Row, texts: tuple[str, str]) -> rows.Row:
    about = desk.corpus.articles.iloc[row.code]
    spot = evidence.place(row)
    at = f"{spot[0]}:{spot[1]}-{spot[2]}" if spot else ""
    title = texts[0] or desk.words("article.untitled")
    return {
        "id": f"{row.article}|{at}",
        "href": link(row.article, at),
        "body": [evidence.cut(piece, texts) for piece in row.pieces],
        "dir": "ltr" if about["language"] == "en" else "rtl",
        "meta": [part for part in (_text(about["source"]), desk.words.day(about["published"]), title) if part],
    }


def link(article: str, at: str = "") -> str:
    """The reader's address for an article at a place, under the same filters."""
    return f"{ARTICLES}?" + urlencode(state.params(article=article, at=at), doseq=True)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def ask(question: str) -> None:
    """Ask for the evidence behind something on this page; asking again closes it."""
    state.open_thing(show=None if state.opened_thing("show") == question else question)
