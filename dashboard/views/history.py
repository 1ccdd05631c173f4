"""What was decided, the newest first, each with its undo; and all of it as files."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import deciding
from dashboard.export import csv
from dashboard.store import Store
from dashboard.tables import column

from . import another, card, evidence, rows
from .choices import page_now, turn
from .desk import Desk

PAGE = 40


def show(desk: Desk) -> None:
    """Draw the list."""
    say = desk.words
    whole, made = desk.store.history(PAGE, 0)
    pages = -(-whole // PAGE)
    at = page_now(pages)
    if at:
        whole, made = desk.store.history(PAGE, at * PAGE)
    if not whole:
        with st.container(border=True, key="empty"):
            st.markdown(say("review.history.none"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="history_head"):
        st.markdown(f"**{say('review.history.title', n=whole)}**", width="content")
        st.download_button("CSV", lambda: _csv(desk), "marsad-decisions.csv", "text/csv", icon=":material/download:",
                           on_click="ignore", key="history_csv")  # fmt: skip
        st.download_button("JSON", lambda: _json(desk), "marsad-decisions.json", "application/json",
                           icon=":material/data_object:", on_click="ignore", key="history_json")  # fmt: skip
    lost = _lost(desk.store, desk.store.identity, desk.store.revision(), desk.store.decided())
    if lost:
        st.warning(say("review.history.lost", n=len(lost)))
    titles = desk.store.texts({one["article"] for one in made if one["article"]})

    def pick(id: str) -> None:
        if id.startswith("undo:"):
            deciding.take_back(desk.store, _standing(desk, id.removeprefix("undo:")), by=card.by())
        else:
            evidence.go(id)

    lines = []
    for _, group in groupby(made, itemgetter("at")):  # what was said at once is one line, and undone at once
        first, *rest = [_line(desk, one, titles, one["id"] in lost) for one in group]
        lines.append(first | ({"more": rest, "more_label": say("review.history.more", n=len(rest))} if rest else {}))
    rows.show("history_rows", lines, say, pick)
    turn(pages, at)


@st.cache_data(max_entries=4, show_spinner=False)
def _lost(_store: Store, identity: str, revision: int, decided: int) -> set[int]:
    """Numbers of the decisions that no longer fit; every judged article is read for it, once a revision."""
    return {int(one["id"]) for one in deciding.unfit(_store)}


def _standing(desk: Desk, at: str) -> list[dict[str, Any]]:
    """What was said at a moment and nobody has taken back."""
    return [
        one for action in (deciding.VERDICT, deciding.IDENTITY) for one in desk.store.corrections(action)
        if one["at"] == at
    ]  # fmt: skip


def _line(desk: Desk, one: dict[str, Any], titles: dict[str, tuple[str, str]], lost: bool) -> rows.Row:
    say, body = desk.words, one["body"]
    meta = [say.moment(one["at"], st.context.timezone), one["author"] or ""]
    if one["action"] == deciding.VERDICT:
        line = _verdict(desk, one, titles)
        meta = [*line.pop("meta"), *meta]
    else:
        line = {"lead": say(f"review.did.{body['do']}"), "title": _step(desk, body)}
    tag = "undone" if one["undone"] else "lost" if lost else ""
    line |= {"meta": [part for part in meta if part], "quiet": bool(one["undone"])}
    if tag:
        line["tag"] = say(f"review.is.{tag}")
    if desk.may_edit() and not one["undone"]:
        line["also"] = {"id": f"undo:{one['at']}", "label": say("review.take_back")}
    return line


def _verdict(desk: Desk, one: dict[str, Any], titles: dict[str, tuple[str, str]]) -> rows.Row:
    say, body = desk.words, one["body"]
    was = another.told(desk, body["list"], body["reading"])
    now = another.told(desk, body["list"], {**body["reading"], **body["now"]}) if body["said"] == "other" else ""
    place = "" if body["start"] is None else f"{body['field']}:{body['start']}-{body['end']}"
    arrow = "←" if say.rtl else "→"
    line: rows.Row = {
        "lead": say(f"review.said.{body['said']}"),
        "title": say("name.written", name=body["text"]) if body["text"] else was,
        "meta": [f"{was} {arrow} {now}" if now else was if body["text"] else ""],
    }
    if one["article"] in titles:
        line["meta"].append(titles[one["article"]][0] or say("article.untitled"))
        line |= {"id": f"{one['article']}|{place}", "href": evidence.link(one["article"], place)}
    return line


def _step(desk: Desk, step: dict[str, Any]) -> str:
    arrow = "←" if desk.words.rtl else "→"
    old = desk.words.list(another.called(desk, id) for id in step["ids"] or [step["id"]])
    return f"{old} {arrow} {step['name']}"


def _all(desk: Desk) -> list[dict[str, Any]]:
    return desk.store.history(limit=1_000_000)[1]


def _json(desk: Desk) -> str:
    return json.dumps(_all(desk), ensure_ascii=False, indent=1)


_KINDS = {
    "id": "int", "at": "text", "by": "text", "undone": "flag", "action": "id", "article": "id", "said": "id",
    "list": "id", "field": "id", "start": "int", "end": "int", "text": "text", "rule": "id", "reading": "text",
    "now": "text",
}  # fmt: skip


def _csv(desk: Desk) -> bytes:
    """A line a decision; readings as JSON."""
    out: list[dict[str, Any]] = []
    for one in _all(desk):
        body = one["body"]
        out.append({
            "id": one["id"], "at": one["at"], "by": one["author"], "undone": one["undone"], "action": one["action"],
            "article": one["article"], "said": body.get("said") or body.get("do"),
            **{key: body.get(key) for key in ("list", "field", "start", "end", "text", "rule")},
            "reading": json.dumps(body.get("reading") or body, ensure_ascii=False),
            "now": json.dumps(body.get("now") or {}, ensure_ascii=False),
        })  # fmt: skip
    made = {name: column([row[name] for row in out], kind) for name, kind in _KINDS.items()}
    return csv(pd.DataFrame(made), _KINDS)
