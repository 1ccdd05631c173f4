"""One finding after another, of those that wait under the desk's filters; or those of a place that is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import deciding
from dashboard.filters import Filters
from dashboard.queries import pending, reading
from dashboard.tables import unpack
from dashboard.verdicts import READINGS

from . import card, evidence, state
from .desk import Desk

Record = Mapping[str, Any]


def show(desk: Desk) -> None:
    """Draw the queue's choices, how far it is, and the finding that is next."""
    say = desk.words
    if state.opened_thing("article") and state.opened_thing("at"):
        _asked(desk, str(state.opened_thing("article")), str(state.opened_thing("at")))
        return
    found = pending.rows(desk.corpus, desk.filters, desk.since, _anew(desk))
    kind = _choose(desk, found)
    left = found[(found["kind"] == kind).to_numpy()] if kind else found
    done = pending.decided(desk.corpus, desk.filters, desk.store.corrections(deciding.VERDICT), kind)
    at = _place((kind, desk.filters), len(left))
    shown = _item(desk, left.iloc[at]) if len(left) else None
    alike = pending.alike(left, at) if shown else left
    if shown is None:
        _empty(desk, done)
        return
    whole = done + len(left)
    st.progress(done / whole, say("review.progress", at=say.number(done + at + 1), whole=say.number(whole)))
    with st.container(border=True, key="judged"):
        card.finding(desk, str(left["kind"].iloc[at]), *shown)
        if desk.may_edit():
            card.buttons(desk, str(left["kind"].iloc[at]), *shown, len(left), alike)
        else:
            card.moves(desk, len(left))
            st.caption(say(str(desk.barred())))


def _asked(desk: Desk, article: str, place: str) -> None:
    """What is found at a place that the reader came from, sure or not; nothing else is asked."""
    say, record, spot = desk.words, desk.store.article(article), reading.spot(place)
    found = [
        (name, item) for name in READINGS for item in (record or {}).get(name, ())
        if spot == (item["field"], item["start"], item["end"])
    ]  # fmt: skip
    with st.container(border=True, key="judged"):
        if record and found:
            name, item = found[_place((article, place), len(found))]
            kind = _question(name, item)
            card.finding(desk, kind, name, record, item, asked=True)
            if desk.may_edit():
                card.buttons(desk, kind, name, record, item, len(found), pd.DataFrame())
            else:
                st.caption(say(str(desk.barred())))
        else:
            st.markdown(say("review.asked.none"))
            card.undo_button(desk)
        with st.container(horizontal=True, key="judge_leave"):
            st.button(say("review.asked.back"), key="judge_return", type="tertiary", icon=":material/article:",
                      on_click=evidence.go, args=(f"{article}|{place}",))  # fmt: skip
            st.button(say("review.asked.queue"), key="judge_queue", type="tertiary", icon=":material/rule:",
                      on_click=state.open_thing, kwargs={"article": None, "at": None})  # fmt: skip


def _question(name: str, item: Record) -> str:
    if name == "dates":
        return "dates" if item["from"] or item["to"] or item["kind"] in ("duration", "recurring") else "open"
    return "names" if name == "mentions" else name


def go(article: str, place: str) -> None:
    """Open what is found at a place of an article, to be judged."""
    state.open_only(article=article, at=place)
    st.session_state["go"] = "review"


def _anew(desk: Desk) -> dict[str, pd.DataFrame]:
    """The findings of the articles that were judged since the corpus was read."""
    if not desk.since:
        return {}
    made = unpack(record for record, _ in desk.store.corrected(desk.since))
    return {name: desk.corpus.keyed(made[name]) for name in ("mentions", "dates", "relations", "quotes", "flags")}


def _choose(desk: Desk, found: pd.DataFrame) -> str | None:
    """All, or one kind of question; none is offered that nothing stands under."""
    say, counts = desk.words, {**pending.counts(found), "all": len(found)}
    kind = state.opened_thing("kind")
    options = ["all", *(one for one in pending.KINDS if one in counts or one == kind)]
    st.session_state["w_kind"] = kind if kind in options else "all"
    st.pills(
        say("review.kinds"), options, key="w_kind", label_visibility="collapsed", on_change=_chosen,
        format_func=lambda one: f"{say(f'review.kind.{one}')} {say.number(counts.get(one, 0))}",
    )  # fmt: skip
    return None if st.session_state["w_kind"] == "all" else str(st.session_state["w_kind"])


def _chosen() -> None:
    picked = st.session_state["w_kind"]
    state.open_thing(kind=None if picked in (None, "all") else picked)


def _place(now: tuple[Any, ...], many: int) -> int:
    """Where in the queue this session stands; at its beginning where it looks at another one."""
    of, at = st.session_state.get(card.AT, (None, 0))
    at = at % many if of == now and many else 0
    st.session_state[card.AT] = (now, at)
    return at


def _item(desk: Desk, row: Any) -> tuple[str, Record, dict[str, Any]] | None:
    """List, record and finding of a row; None where the article has gone in the meantime."""
    record = desk.store.article(str(desk.corpus.articles["id"].iloc[int(row["code"])]))
    items = record[row["list"]] if record else []
    return (row["list"], record, items[int(row["index"])]) if record and int(row["index"]) < len(items) else None


def _empty(desk: Desk, done: int) -> None:
    say = desk.words
    with st.container(border=True, key="empty"):
        st.markdown(say("review.done", n=done) if done else say("review.nothing"))
        if desk.filters != Filters():
            st.caption(say("none.filters"))
    if desk.may_edit():
        with st.container(horizontal=True, key="judge_buttons"):
            card.undo_button(desk)
