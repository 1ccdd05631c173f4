"""Forms that ask what a finding is instead; each gives the fields of a record that are otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, cast

import streamlit as st

from dashboard import deciding
from dashboard.lexicon import load
from dashboard.model import Entry

from . import another, dates
from .another import Reading
from .desk import Desk
from .text import plain

Judge = Callable[..., None]
STATUS = ("occurred", "announced", "ongoing", "claimed", "hypothetical", "denied", "suspended", "cancelled")
KINDS = ("person", "organization", "place")


def ask(desk: Desk, name: str, record: Mapping[str, Any], item: Mapping[str, Any], judge: Judge) -> None:
    """The form of a list of findings; what is said there goes to `judge`."""
    if name == "flags":
        dates.ask(desk, [str(record["id"])], "review_day")
        return
    with st.form("review_form", border=False):
        form = {"mentions": _mention, "dates": _date, "relations": _relation, "quotes": _quote}[name]
        read = form(desk, record, item)
        st.form_submit_button(desk.words("review.keep"), type="primary", key="review_keep", icon=":material/check:",
                              on_click=lambda: _kept(read, judge))  # fmt: skip


def _kept(read: Callable[[], Reading | None], judge: Judge) -> None:
    now = read()
    if now:
        judge("other", now)


def _mention(desk: Desk, record: Mapping[str, Any], item: Mapping[str, Any]) -> Callable[[], Reading | None]:
    """Anything of the article or of the data, or a name that is typed."""
    say = desk.words
    here = {f"{one['kind']}|{one['id']}": one for one in record["mentions"]}
    known = {**_known(), **dict.fromkeys(here)}
    options = [*here, *(key for key in known if key not in here)]

    def name(key: str) -> str:
        entry = known.get(key)
        if entry is not None:
            return another.label(desk, entry)
        if key in here:
            kind, _, id = key.partition("|")
            return say("review.reading", name=another.called(desk, id), about=say(f"one.{kind}"))
        return key

    st.selectbox(say("review.mention"), options, index=None, key="review_name", format_func=name,
                 accept_new_options=True, placeholder=say("review.mention.hint"))  # fmt: skip
    st.segmented_control(say("review.mention.kind"), KINDS, key="review_kind", default=_kind(item),
                         format_func=lambda kind: say(f"one.{kind}"), help=say("review.mention.kind.help"))  # fmt: skip

    def read() -> Reading | None:
        key = st.session_state.get("review_name")
        if not key:
            return None
        if key in here:
            fields = another.of(Entry("person", "", "")).keys()
            return {field: here[key].get(field) for field in fields}
        entry = known.get(key)
        if entry is not None:
            return another.of(entry)
        typed, kind = " ".join(str(key).split()), st.session_state.get("review_kind") or KINDS[0]
        return {**another.of(Entry(cast(Any, kind), deciding.named(kind, typed), typed)), "country": item["country"]}

    return read


def _kind(item: Mapping[str, Any]) -> str:
    return str(item["kind"]) if item["kind"] in KINDS else KINDS[0]


@lru_cache(maxsize=1)
def _known() -> dict[str, Entry]:
    """States, listed organisations and people, and the places that are more than a line of a list of towns."""
    gazetteer = load().gazetteer
    found = [*gazetteer.states.values(), *gazetteer.ids.values()]
    return {f"{one.kind}|{one.id}": one for one in found if not one.id.startswith("geonames:")}


def _date(desk: Desk, record: Mapping[str, Any], item: Mapping[str, Any]) -> Callable[[], Reading | None]:
    say = desk.words
    st.caption(say("review.date.help"))
    for column, side in zip(st.columns(2), ("from", "to"), strict=True):
        column.date_input(
            say(f"review.date.{side}"), value=dt.date.fromisoformat(item[side]) if item[side] else None,
            key=f"review_{side}", format=say("date.typed"), min_value=dt.date(1, 1, 1), max_value=dt.date(2199, 12, 31),
        )  # fmt: skip

    def read() -> Reading | None:
        days = [st.session_state.get(f"review_{side}") for side in ("from", "to")]
        return interval(*days) if any(days) else None

    return read


def interval(start: dt.date | None, end: dt.date | None) -> Reading:
    """The fields of a date that is these days, inclusive; None where it is open."""
    if start and end and end < start:
        start, end = end, start
    low, high = (day.isoformat() if day else "" for day in (start, end))
    return {"from": low or None, "to": high or None, "edtf": low if low == high else f"{low or '..'}/{high or '..'}",
             "mod": None if low and high else "after" if low else "before", "precision": "day",
             "kind": "date" if low == high or not (low and high) else "interval", "basis": "absolute"}  # fmt: skip


def _relation(desk: Desk, record: Mapping[str, Any], item: Mapping[str, Any]) -> Callable[[], Reading | None]:
    say, types = desk.words, load().data("plover")["types"]
    gazetteer = load().gazetteer
    here = dict.fromkeys([*item["actors"], *(one["id"] for one in record["mentions"]
                                            if one["kind"] in ("country", "organization"))])  # fmt: skip
    actors = ["", *here, *(id for id in gazetteer.states if id not in here)]
    first, second, third, fourth = st.columns(4)
    first.selectbox(say("review.relation.source"), actors, index=_at(actors, item["source"]), key="review_source",
                    format_func=lambda id: another.called(desk, id) if id else "–")  # fmt: skip
    second.selectbox(say("review.relation.type"), list(types), index=_at(list(types), item["type"]),
                     key="review_type", format_func=lambda one: say(f"plover.{one}"))  # fmt: skip
    third.selectbox(say("review.relation.target"), actors, index=_at(actors, item["target"]), key="review_target",
                    format_func=lambda id: another.called(desk, id) if id else "–")  # fmt: skip
    fourth.selectbox(say("review.relation.status"), STATUS, index=_at(list(STATUS), item["status"]),
                     key="review_status", format_func=lambda one: say(f"status.{one}"))  # fmt: skip
    st.checkbox(say("review.relation.mutual"), value=bool(item["reciprocal"]), key="review_mutual")

    def read() -> Reading | None:
        kind, status, mutual, *ends = (
            st.session_state.get(f"review_{key}") for key in ("type", "status", "mutual", "source", "target")
        )
        parties = [end for end in ends if end]
        if not parties or kind not in types or len(set(parties)) < len(parties):
            return None
        same = (bool(mutual), ends) == (item["reciprocal"], [item["source"], item["target"]])
        now = {
            "type": kind, "status": status, "source": ends[0] or None, "target": ends[1] or None,
            "actors": list(item["actors"]) if same else parties, "reciprocal": bool(mutual),
            "sign": types[kind]["sign"], "mode": item["mode"] if kind == item["type"] else None,
            "announces": item["announces"] if (kind, status) == (item["type"], item["status"]) else None,
        }  # fmt: skip
        return None if all(item[key] == value for key, value in now.items()) else now

    return read


def _at(options: list[str], value: str | None) -> int:
    return options.index(value) if value in options else 0


def _quote(desk: Desk, record: Mapping[str, Any], item: Mapping[str, Any]) -> Callable[[], Reading | None]:
    say = desk.words
    here: dict[str, Any] = {}
    for one in record["mentions"]:
        here.setdefault(one["name"], one)
    st.selectbox(say("review.quote"), list(here), index=None, key="review_speaker", accept_new_options=True,
                 placeholder=say("review.mention.hint"), format_func=plain)  # fmt: skip

    def read() -> Reading | None:
        name = " ".join(str(st.session_state.get("review_speaker") or "").split())
        if not name:
            return None
        named = here.get(name)
        place = {key: named[key] for key in ("field", "start", "end")} if named else None
        return {"speaker": name, "speaker_mention": place}

    return read
