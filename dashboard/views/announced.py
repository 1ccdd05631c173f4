"""The page of events announced: a line an event, its sentences beside it, what took it back folded below."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries import announced
from dashboard.queries.announced import STATES
from dashboard.queries.evidence import Hits, cut, gather, place

from . import coded, evidence, frame, rows, state, table
from .choices import choice, page_now, turn
from .desk import Desk
from .words import END, ISOLATE

PAGE = 40  # events
ALL = "all"
ASKED = "event:"


def show(desk: Desk) -> None:
    """Draw the page."""
    with evidence.beside(desk, lambda asked: hits(desk, asked)):
        _page(desk)


def hits(desk: Desk, question: str) -> tuple[str, Hits] | None:
    """Title and announcements of an event that was clicked."""
    found = events(desk)
    found = found[ASKED + found["id"].astype(str) == question]
    if found.empty:
        return None
    event = found.to_dict("records")[0]
    return title(desk, event), announced.behind(desk.corpus, desk.filters, dt.date.today(), event["id"])


def events(desk: Desk) -> pd.DataFrame:
    """The events announced, a row an event, as of today."""
    return announced.events(desk.corpus, desk.filters, dt.date.today())


def _page(desk: Desk) -> None:
    say, found = desk.words, events(desk)
    if found.empty:
        frame.nothing(desk, "announced.none")
        frame.missing(desk)
        return
    with st.container(horizontal=True, key="choices"):
        due = choice(desk, "announced", "due", (ALL, *STATES), page=None)
    kept = found if due in (ALL, None) else found[found["state"] == due]
    st.subheader(say("announced.title", n=len(kept)), help=say("announced.help", day=say.day(dt.date.today())))
    if kept.empty:
        st.info(say("announced.none_due"))
        return
    pages = -(-len(kept) // PAGE)
    at = page_now(pages)
    part, asked = kept.iloc[at * PAGE : (at + 1) * PAGE], state.opened_thing("show")
    dated = part[part["state"] != "open"]
    if len(dated):
        items = [line(desk, event) for event in dated.to_dict("records")]
        rows.show("announced_rows", items, say, pick, selected=asked)
    if len(part) > len(dated):
        if due != "open":
            st.subheader(say("announced.undated", n=int((kept["state"] == "open").sum())))
        items = [line(desk, event) | {"lead": ""} for event in part.iloc[len(dated) :].to_dict("records")]
        rows.show("announced_undated", items, say, pick, selected=asked)
    turn(pages, at)
    evidence.hint(desk, "announced.hint")


def pick(id: str) -> None:
    """An event asks for its announcements; what was told later opens in the reader."""
    evidence.ask(id) if id.startswith(ASKED) else evidence.go(id)


def title(desk: Desk, event: dict[str, Any]) -> str:
    """What is announced and of whom: "Joint drill: Iran, Russia and China"."""
    say, kind = desk.words, event["kind"]
    named = say(f"announced.kind.{kind}") if say.has(f"announced.kind.{kind}") else coded.deed(say, kind, event["mode"])
    if isinstance(event["ends"], tuple):
        arrow = "←" if say.rtl else "→"
        who = f" {arrow} ".join(f"{ISOLATE}{desk.actor(end)}{END}" for end in event["ends"])
    else:
        who = say.list(desk.actor(actor) for actor in event["actors"])
    return f"{named[:1].upper()}{named[1:]}: {who}"


def announcer(desk: Desk, event: dict[str, Any]) -> str | None:
    """Who announced it, as the desk calls them; None where nobody is said to have."""
    if not isinstance(event["speaker"], str):
        return None
    known = isinstance(event["speaker_id"], str)
    return desk.actor(event["speaker_id"]) if known else desk.words.written(event["speaker"])


def told_first(desk: Desk, event: dict[str, Any]) -> str:
    """When it was first told, and by whom or where; nothing where no day of publication is known."""
    if pd.isna(event["day"]):
        return ""
    by = announcer(desk, event)
    key, name = ("announced.first", by) if by else ("announced.first_in", desk.words.source(event["source"]))
    return desk.words(key, day=desk.words.day(event["day"]), name=name)


def line(desk: Desk, event: dict[str, Any]) -> rows.Row:
    """An event as a line that asks for its announcements."""
    say = desk.words
    when = say("date.or").join(say.span(low, high) for low, high in event["windows"]) or say("announced.no_window")
    by = announcer(desk, event)
    first = told_first(desk, event) or by or say.source(event["source"])
    themes = table.few(desk, map(say.theme, event["themes"])) if event["themes"] else ""
    row: rows.Row = {
        "id": ASKED + event["id"], "lead": when, "title": title(desk, event),
        "tag": say(f"announced.due.{event['state']}"), "quiet": event["state"] == "past",
        "meta": [part for part in (say("announced.reports", n=event["reports"]), first, themes) if part],
    }  # fmt: skip
    if event["state"] == "open":  # the lead says so already
        del row["tag"]
    if event["later"]:
        row |= _later(desk, event)
    return row


def _later(desk: Desk, event: dict[str, Any]) -> dict[str, Any]:
    """The sentences that deny, suspend or cancel it, each a link to its place."""
    say = desk.words
    facts = announced.after(desk.corpus, desk.filters, event["later"])
    found = gather(desk.corpus, Hits(facts))
    texts = desk.store.texts({row.article for row in found})
    inside = []
    for row in found:
        if row.article not in texts:
            continue
        field, start, end = place(row) or ("text", 0, 0)
        at, about = f"{field}:{start}-{end}", desk.corpus.articles.iloc[row.code]
        inside.append({
            "id": f"{row.article}|{at}", "href": evidence.link(row.article, at),
            "body": [cut(piece, texts[row.article]) for piece in row.pieces],
            "dir": "ltr" if about["language"] == "en" else "rtl",
            "meta": [say.source(about["source"]), say.day(about["published"])],
        })  # fmt: skip
    said = say.list(dict.fromkeys(say(f"status.{status}") for status in facts["status"].astype(str)))
    return {"more": inside, "more_label": say("announced.later", status=said)}
