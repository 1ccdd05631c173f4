"""The evidence panel that every page shares: as many rows as the chart counted, each with sentence and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.queries import evidence
from dashboard.queries.evidence import Hits
from dashboard.queries.stories import Folded, fold_rows

from . import coded, rows, state, subjects
from .choices import page_now, turn
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
        if asked and found:
            panel(desk, *found, asked)


def panel(desk: Desk, title: str, hits: Hits, question: str = "") -> None:
    """Show the rows behind a number: how many, each with marks, source, day and a link into the reader."""
    words = desk.words
    counted = evidence.gather(desk.corpus, hits)
    found = fold_rows(desk.corpus, counted, hits.unit, desk.store.texts)
    number = words(f"evidence.{hits.unit}s", n=len(counted))
    if len(counted) > len(found):
        number = words(
            "evidence.folded", number=number, copies=words(f"evidence.copies.{hits.unit}", n=len(counted) - len(found))
        )
    with st.container(border=True, key="evidence"):
        with st.container(horizontal=True, vertical_alignment="top", key="evidence_head"):
            st.markdown(f"**{ISOLATE}{plain(title)}{END}** · {number}", width="stretch")
            st.button(
                "", icon=":material/close:", key="evidence_close", type="tertiary", help=words("evidence.close"),
                on_click=state.open_thing, kwargs={"show": None},
            )  # fmt: skip
            data = {"question": question, "label": words("evidence.label", title=title)}
            rows.mount("panel", "<span></span>")(key="evidence_panel", data=data)
        subjects.buttons(desk, question)
        pages = -(-len(found) // PAGE)
        at = page_now(pages, "leaf")
        turn(pages, at, "leaf")
        shown = found[at * PAGE : (at + 1) * PAGE]
        rows.show("evidence_rows", lines(desk, shown, _told(desk, hits, shown)), words, go)


def _told(desk: Desk, hits: Hits, shown: list[Folded]) -> dict[int, str]:
    """What stands above a row: of coded relations, each of those that were counted in its sentence."""
    if hits.unit != "sentence":
        return {}
    keys = [one.row.key for one in shown]
    return coded.of_sentences(desk, hits.facts[hits.facts["key"].isin(keys).to_numpy()])


def hint(desk: Desk, key: str) -> None:
    """What to click to be shown sentences."""
    st.caption(desk.words(key))


def go(place: str) -> None:
    """Open the reader at "article|field:start-end"; the page is switched when the callback's rerun reaches it."""
    article, _, at = place.rpartition("|")
    state.open_thing(article=article, at=at or None)
    st.session_state["go"] = ARTICLES


def lines(desk: Desk, shown: list[Folded], leads: Mapping[int, str] = MappingProxyType({})) -> list[rows.Row]:
    """Folded rows as lines that open the reader at their place; `leads` stand above them, by their first sentence."""
    texts = desk.store.texts({row.article for one in shown for row in (one.row, *one.copies)})
    out: list[rows.Row] = []
    for one in shown:
        if one.row.article not in texts:
            continue  # taken back in the meantime
        line = row_of(desk, one.row, texts[one.row.article])
        if lead := leads.get(one.row.key):
            line["lead"] = lead
        inside = [row_of(desk, row, texts[row.article]) for row in one.copies if row.article in texts]
        if inside:
            line |= {"more": inside, "more_label": label(desk, [one.row.code, *(row.code for row in one.copies)])}
        out.append(line)
    return out


def label(desk: Desk, codes: list[int]) -> str:
    """How many copies there are beside the first of `codes`, and between which days they all came out."""
    days = pd.to_datetime(desk.corpus.articles["published"].iloc[codes])
    number = desk.words("copies.more", n=len(codes) - 1)
    if days.iloc[1:].isna().all():  # the days would all be the first one's own
        return number
    return desk.words("copies.window", copies=number, days=desk.words.span(days.min(), days.max()))


def row_of(desk: Desk, row: evidence.Row, texts: tuple[str, str]) -> rows.Row:
    about = desk.corpus.articles.iloc[row.code]
    spot = evidence.place(row)
    at = f"{spot[0]}:{spot[1]}-{spot[2]}" if spot else ""
    title = texts[0] or desk.words("article.untitled")
    return {
        "id": f"{row.article}|{at}",
        "href": link(row.article, at),
        "body": [evidence.cut(piece, texts) for piece in row.pieces],
        "dir": "ltr" if about["language"] == "en" else "rtl",
        "meta": [desk.words.source(about["source"]), desk.words.day(about["published"]), title],
    }


def link(article: str, at: str = "") -> str:
    """The reader's address for an article at a place, under the same filters."""
    return f"{ARTICLES}?" + urlencode(state.params(article=article, at=at), doseq=True)


def ask(question: str) -> None:
    """Ask for the evidence behind something on this page; asking again closes it."""
    state.open_thing(show=None if state.opened_thing("show") == question else question)
