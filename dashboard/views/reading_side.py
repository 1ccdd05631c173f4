"""Beside the article: its dates as read, who said what, relations, who and what is named, what to check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.lexicon.offices import office
from dashboard.queries import reading
from dashboard.queries.dossier import Subject

from . import coded, copies, evidence, explain, rows, state, subjects
from .desk import Desk
from .text import dated, shortened

HEIGHT = "max(20rem, calc(100vh - 11rem))"  # the lists stay in view beside the text
DOSSIERS = {"country": "state", "organization": "organization", "person": "person"}
Record = Mapping[str, Any]


def show(desk: Desk, record: Record, others: list[int]) -> None:
    """Draw the lists, `others` being the copies; a click on a line shows its place in the text, or its article."""
    say = desk.words
    lists = {
        "dates": _dates(desk, record), "quotes": _quotes(desk, record), "relations": _relations(desk, record),
        "entities": _entities(desk, record), "themes": _themes(desk, record), "flags": _flags(desk, record),
    }  # fmt: skip
    if others:
        lists["copies"] = [copies.row(desk, code) for code in others]
    tabs = st.tabs([f"{say(f'reader.{name}')} {say.number(len(items))}" for name, items in lists.items()])
    for tab, (name, items) in zip(tabs, lists.items(), strict=True):
        with tab:
            if items:
                rows.show(f"reader_{name}", items, say, _go, selected=state.opened_thing("at"), height=HEIGHT)
            else:
                st.caption(say(f"reader.no_{name}"))


def _go(place: str) -> None:
    if place.startswith("dossier:"):
        _, kind, id = place.split(":", 2)
        subjects.go(Subject(kind, id))
    elif "|" in place:
        evidence.go(place)
    else:
        state.open_thing(at=place)


def _place(item: Mapping[str, Any]) -> str | None:
    """A line's id is its place; what concerns the whole article has none and can't be clicked."""
    return None if item["start"] is None else f"{item['field']}:{item['start']}-{item['end']}"


def _dates(desk: Desk, record: Record) -> list[rows.Row]:
    return [
        {"id": _place(item), "lead": explain.window(desk, item), "title": dated(item["text"]),
         "meta": [note for note in [explain.date_notes(desk, item)] if note]}
        for _, item in reading.dates(record)
    ]  # fmt: skip


def _quotes(desk: Desk, record: Record) -> list[rows.Row]:
    say = desk.words
    out: list[rows.Row] = []
    for item in record["quotes"]:
        mention = record["mentions"][item["speaker_mention"]] if item["speaker_mention"] is not None else None
        meta = [part for part in (explain.verb(desk, item), explain.wording(desk, item)) if part]
        if mention and mention["role"]:
            meta.insert(0, office(mention["role"]))
        if item["relayed_by"]:
            meta.append(say("quote.relayed", name=say.source(item["relayed_by"])))
        said = record[item["field"]][item["start"] : item["end"]]
        out.append(
            {
                "id": _place(item),
                "lead": explain.speaker(desk, item, record),
                "title": shortened(said, 220),
                "meta": meta,
            }
        )
    return out


def _relations(desk: Desk, record: Record) -> list[rows.Row]:
    tones = {"+": "plus", "-": "minus"}
    return [
        {"id": _place(item), "title": coded.title(desk, item), "meta": coded.notes(desk, item),
         "tag": desk.words(f"sign.{item['sign']}"), "tone": tones.get(item["sign"], "")}
        for item in record["relations"]
    ]  # fmt: skip


def _entities(desk: Desk, record: Record) -> list[rows.Row]:
    say = desk.words
    out: list[rows.Row] = []
    for kind, id, items, count in reading.entities(record):
        first = items[0]
        roles = list(dict.fromkeys(office(item["role"]) for item in items if item["role"]))
        name = first["name_en"] if say.language == "en" and first["name_en"] else first["name"]
        if kind == "country":
            name, roles = desk.actor(id), []
            organs = sum(item["kind"] != "country" for item in items)
            note = say("reader.organs", n=organs) if organs else ""
        else:
            note = desk.actor(first["country"]) if first["country"] else ""
        if not count:
            note = say("how.not_counted")
        meta = [part for part in (say(f"one.{kind}"), *roles[:2], note) if part]
        line: rows.Row = {"id": _place(first), "title": name or id, "meta": meta, "number": say.number(count)}
        if kind in DOSSIERS:
            subject = Subject(DOSSIERS[kind], id)
            line["also"] = {"id": f"dossier:{subject.kind}:{id}", "label": say("dossier.short"),
                            "href": subjects.link(subject)}  # fmt: skip
        out.append(line)
    return out


def _themes(desk: Desk, record: Record) -> list[rows.Row]:
    say = desk.words
    listed = sorted(record["themes"], key=lambda theme: -theme["score"])
    return [
        {
            "id": _place(theme["evidence"][0]) if theme["evidence"] else None,
            "title": say.theme(theme["id"]),
            "number": say.percent(theme["score"]),
            "bar": theme["score"],
            "meta": [say("theme.evidence", n=len(theme["evidence"]))],
        }
        for theme in listed
    ]


def _flags(desk: Desk, record: Record) -> list[rows.Row]:
    out: list[rows.Row] = []
    for item in record["flags"]:
        line: rows.Row = {
            "id": _place(item), "lead": explain.flag_title(desk, item["kind"]), "title": copies.message(desk, item),
        }  # fmt: skip
        other = copies.original(desk, item)
        if other is not None:
            line |= {key: copies.row(desk, other)[key] for key in ("id", "href")}
        out.append(line)
    return out
