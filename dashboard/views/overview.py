"""The overview: a chart of what came in, and lists of which every line opens its sentences."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.queries import overview
from dashboard.queries.evidence import Hits
from dashboard.queries.select import newest
from dashboard.queries.stories import copies as copies_of
from dashboard.queries.stories import heads

from . import announced, copies, evidence, figures, frame, legend, pictures, rows, state
from .desk import Desk

SHOWN = 12


def show(desk: Desk) -> None:
    """Draw the page."""
    with evidence.beside(desk, lambda asked: hits(desk, asked)):
        _page(desk)


def _page(desk: Desk) -> None:
    _incoming(desk)
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _ranking(desk, "states")
    with middle:
        _ranking(desk, "dyads")
    with right:
        _announced(desk)
    wide, narrow = st.columns([2, 1], gap="medium")
    with wide:
        _newest(desk)
    with narrow:
        _flags(desk)


def hits(desk: Desk, question: str) -> tuple[str, Hits] | None:
    """Title and facts of what was asked on this page; None for what it can't answer."""
    kind, _, rest = question.partition(":")
    corpus, filters, say = desk.corpus, desk.filters, desk.words
    if kind == "period":
        day, _, theme = rest.partition(":")
        try:
            period = pd.Timestamp(day)
        except ValueError:
            return None
        grain = overview.per_period(corpus, filters)[0]
        days = say.span(period, overview.last_day(period, grain))
        title = say("evidence.when", what=say.theme(theme), days=days)
        return title, overview.in_period(corpus, filters, period, theme)
    if kind == "state":
        return desk.actor(rest), overview.naming(corpus, filters, (rest,))
    if kind == "dyad":
        return desk.pair(rest), overview.naming(corpus, filters, tuple(rest.split("-", 1)))
    return announced.hits(desk, question)


def _incoming(desk: Desk) -> None:
    grain, tidy, shown = overview.per_period(desk.corpus, desk.filters)
    st.subheader(desk.words(f"overview.per_{grain}"), help=desk.words("overview.per_period.help"))
    if tidy.empty:
        st.caption(desk.words("overview.no_dates"))
        frame.missing(desk)
        return
    figures.draw(figures.per_period(desk, grain, tidy, shown), "overview_periods", desk.words(f"overview.per_{grain}"))
    themes = figures.themes(desk, tidy)
    legend.show(desk, themes)
    behind = sum(overview.whole_periods(desk.corpus, desk.filters).values())
    if tidy["articles"].sum() > behind:
        st.caption(desk.words("overview.stacked", n=behind))
    pictures.offer(desk, "overview_periods", desk.words(f"overview.per_{grain}"), themes)
    outside = ~tidy["period"].between(shown[0] - pd.Timedelta(days=366 if grain == "year" else 31), shown[1])
    if outside.any():
        days = desk.words.span(*overview.reach(desk.corpus, desk.filters))
        st.caption(desk.words("overview.outside", days=days))
    frame.unplaced(desk, newest(desk.corpus, desk.filters))


def _ranking(desk: Desk, kind: str) -> None:
    say = desk.words
    found = (
        overview.states(desk.corpus, desk.filters) if kind == "states" else overview.dyads(desk.corpus, desk.filters)
    )
    st.subheader(say(f"overview.{kind}"), help=say(f"overview.{kind}.help"))
    if found.empty:
        st.caption(say(f"overview.no_{kind}"))
        return
    compared = overview.previous(desk.filters) is not None
    most = int(found["articles"].max())
    items: list[rows.Row] = []
    for row in found.head(SHOWN * 3).itertuples():
        one = kind == "states"
        item: rows.Row = {
            "id": f"state:{row.id}" if one else f"dyad:{row.id}",
            "title": desk.actor(row.id) if one else desk.pair(row.id),
            "number": say.number(row.articles), "bar": row.articles / most,
        }  # fmt: skip
        if compared:
            item["change"] = say.change(row.articles, int(row.before))
        items.append(item)
    rows.show(f"overview_{kind}", items, say, evidence.ask, selected=state.opened_thing("show"), height=410)
    if not compared:
        st.caption(say("overview.no_change"))


def _announced(desk: Desk) -> None:
    """The first of the events announced, as their own page lists and counts them."""
    say, found = desk.words, announced.events(desk)
    st.subheader(say("overview.announced"), help=say("overview.announced.help"))
    if found.empty:
        st.caption(say("announced.none"))
        return
    items = [announced.line(desk, event) for event in found.head(SHOWN * 2).to_dict("records")]
    rows.show("overview_announced", items, say, announced.pick, selected=state.opened_thing("show"), height=410)
    st.caption(say("announced.title", n=len(found)))


def _newest(desk: Desk) -> None:
    say, corpus = desk.words, desk.corpus
    st.subheader(say("overview.newest"))
    among = newest(corpus, desk.filters)
    items: list[rows.Row] = []
    for head in heads(corpus, among).head(SHOWN).itertuples():
        code = int(head.code)
        inside = copies_of(corpus, code, among) if head.copies else []
        items.append({**copies.row(desk, code), **copies.more(desk, inside, code)})
    rows.show("overview_newest", items, say, evidence.go, height=420)


def _flags(desk: Desk) -> None:
    say, corpus = desk.words, desk.corpus
    found = overview.flags(corpus, desk.filters)
    st.subheader(say("overview.flags", n=len(found)), help=say("overview.flags.help"))
    items: list[rows.Row] = []
    for flag in found.head(60).to_dict("records"):
        code = int(flag["code"])
        about = corpus.articles.iloc[code]
        at = f"{flag['field']}:{int(flag['start'])}-{int(flag['end'])}" if pd.notna(flag["start"]) else ""
        item: rows.Row = {
            "id": f"{about['id']}|{at}", "href": evidence.link(about["id"], at), "lead": say(f"flag.{flag['kind']}"),
            "title": copies.message(desk, flag, code), "meta": [about["title"] or say("article.untitled")],
        }  # fmt: skip
        if flag["kind"] == "near-duplicate" and (other := copies.original(desk, flag, code)) is not None:
            item |= {"more": [copies.row(desk, other)], "more_label": say("flag.other")}
        items.append(item)
    if items:
        rows.show("overview_flags", items, say, evidence.go, height=420)
    else:
        st.caption(say("overview.no_flags"))
