"""A finding to be judged: its sentence, how it is read and why that is asked, and the keys that decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dashboard import deciding
from dashboard.queries.reading import Finding
from dashboard.resting import KINDS as RESTS
from dashboard.resting import resting
from dashboard.verdicts import Said

from . import another, another_forms, door, evidence, explain, rows
from .desk import Desk
from .text import plain, shortened

KINDS_OF = {"dates": "date", "relations": "relation", "quotes": "quote", "flags": "flag"}
KEYS = {"right": "Y", "wrong": "N", "other": "O", "skip": "S", "back": "B", "undo": "Z", "all": "A"}
AT, _MADE, _OTHER, _ALL, _BY = "review_at", "review_made", "review_other", "review_all", "review_by"
MOST = 200  # findings of one reading that are looked through for what rests on them
AROUND = 160  # characters of the sentences before and after
Record = Mapping[str, Any]


def finding(desk: Desk, kind: str, name: str, record: Record, item: Record, asked: bool = False) -> None:
    say = desk.words
    why = "" if asked else say(f"review.why.{kind}")
    st.caption(f"**{say(f'review.ask.{kind}')}** {why}")
    place = "" if item["start"] is None else f"{item['field']}:{item['start']}-{item['end']}"
    day = record["published"]["date"]
    line: rows.Row = {
        "id": f"{record['id']}|{place}", "href": evidence.link(record["id"], place),
        "body": [sentence(record, item)], "dir": "ltr" if record["language"] == "en" else "rtl",
        "meta": [say.source(record["source"]), say.day(pd.Timestamp(day) if day else None),
                 record["title"] or say("article.untitled")],
    }  # fmt: skip
    rows.show("review_sentence", [line], say, evidence.go, look="big")
    read = _as_read(name, item)
    lead, *more = explain.lines(desk, read, record, ruled=False)
    with st.container(key="judged_reading"):
        st.markdown(f"#### {plain(lead)}")
        st.caption(say.apart(map(plain, more)), help=plain(explain.rule(desk, read)))


def _as_read(name: str, item: Record) -> Finding:
    kind = KINDS_OF.get(name) or str(item["kind"])
    return Finding(kind, item["field"], item["start"] or 0, item["end"] or 0, 0, item)


def sentence(record: Record, item: Record) -> list[tuple[str, str]]:
    """The sentence of a finding with the finding marked, and faintly the ones about it."""
    if item["field"] == "title" and item["start"] is not None:
        low, high, text, bounds = 0, len(record["title"]), record["title"], []
        index = 0
    else:
        text, bounds = record["text"], record["sentences"]
        index = item["sentence"] or 0
        low, high = bounds[index] if index < len(bounds) else (0, min(len(text), 400))
    start, end = (item["start"], item["end"]) if item["start"] is not None else (high, high)
    low, high = min(low, start), max(high, end)
    before = text[slice(*bounds[index - 1])] if 0 < index <= len(bounds) else ""
    after = text[slice(*bounds[index + 1])] if index + 1 < len(bounds) else ""
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    pieces = [
        (f"{before} " if before else "", "around"), (text[low:start], ""), (text[start:end], "hit"),
        (text[end:high], ""), (f" {shortened(after, AROUND)}" if after else "", "around"),
    ]  # fmt: skip
    return [(" ".join(piece.split("\n")), mark) for piece, mark in pieces if piece]


def buttons(
    desk: Desk, kind: str, name: str, record: Record, item: Record, many: int, alike: pd.DataFrame
) -> None:  # fmt: skip
    say = desk.words
    here = (record["id"], item["field"], item["start"])
    for_all = st.session_state.get(_ALL) == here

    def judge(said: Said, now: Mapping[str, Any] | None = None) -> None:
        every = alike if for_all else None
        _judge(desk, kind, name, record, item, said, now, every)

    others = another.readings(desk, item) if name == "mentions" else []
    if others:
        with st.container(horizontal=True, key="judge_readings"):
            for number, (label, now) in enumerate(others, 1):
                st.button(plain(label), key=f"judge_{number}", shortcut=str(number), on_click=judge,
                          args=("other", now))  # fmt: skip
    with st.container(horizontal=True, key="judge_buttons"):
        st.button(_answer(desk, "right", kind), key="judge_right", type="primary", icon=":material/check:",
                  shortcut=KEYS["right"], on_click=judge, args=("right",))  # fmt: skip
        st.button(_answer(desk, "wrong", kind), key="judge_wrong", icon=":material/close:", shortcut=KEYS["wrong"],
                  on_click=judge, args=("wrong",))  # fmt: skip
        if another.has(name, item):
            st.button(_answer(desk, "other", kind), key="judge_other", icon=":material/edit:", shortcut=KEYS["other"],
                      on_click=_turn_other)  # fmt: skip
        moves(desk, many)
        undo_button(desk)
    if len(alike) > 1:
        # A box to tick would hold the keyboard, and the next key be typed into it.
        st.button(say("review.all", n=len(alike), words=plain(item["text"])), key="judge_all", type="tertiary",
                  icon=f":material/{'check_box' if for_all else 'check_box_outline_blank'}:", shortcut=KEYS["all"],
                  help=say("review.all.help"), on_click=_turn_all, args=(None if for_all else here,))  # fmt: skip
    st.caption(_takes(desk, kind, name, record, item, alike if for_all else None))
    if st.session_state.get(_OTHER) and another.has(name, item):
        another_forms.ask(desk, name, record, item, judge)
    if door.shared():
        st.text_input(say("review.by"), key=_BY, max_chars=60, persist_state="session", width=260)


def _takes(
    desk: Desk, kind: str, name: str, record: Record, item: Record, every: pd.DataFrame | None
) -> str:  # fmt: skip
    """What would go with the finding, or with every one like it, if it is called wrong."""
    say, answer = desk.words, _answer(desk, "wrong", kind)
    findings = [(record, item)] if every is None else list(_findings(desk, name, every.head(MOST)))
    rests = resting(name, findings)
    state = desk.actor(item.get("country") or item.get("id") or "")
    what = say.list(say(f"review.takes.{part}", n=rests[part], name=plain(state)) for part in RESTS if rests[part])
    what = what or say("review.takes.nothing")
    if every is not None and len(every) > MOST:
        return say("review.takes.first", n=MOST, answer=answer, what=what)
    return say("review.takes", answer=answer, what=what)


def _answer(desk: Desk, said: Said, kind: str) -> str:
    """What a button is called, where a question wants an answer of its own."""
    own = f"review.{said}.{kind}"
    return desk.words(own if desk.words.has(own) else f"review.{said}")


def moves(desk: Desk, many: int) -> None:
    say = desk.words
    if many > 1:
        st.button(say("review.skip"), key="judge_skip", icon=":material/skip_next:", shortcut=KEYS["skip"],
                  on_click=_move, args=(1,))  # fmt: skip
        st.button(say("review.back"), key="judge_back", type="tertiary", shortcut=KEYS["back"], on_click=_move,
                  args=(-1,))  # fmt: skip


def undo_button(desk: Desk) -> None:
    if st.session_state.get(_MADE):
        st.button(desk.words("review.undo"), key="judge_undo", type="tertiary", icon=":material/undo:",
                  shortcut=KEYS["undo"], on_click=_undo, args=(desk,))  # fmt: skip


def _move(by: int) -> None:
    of, at = st.session_state.get(AT, (None, 0))
    st.session_state[AT] = (of, at + by)
    st.session_state.pop(_OTHER, None)


def _turn_other() -> None:
    st.session_state[_OTHER] = not st.session_state.get(_OTHER)


def _turn_all(here: tuple[Any, ...] | None) -> None:
    st.session_state[_ALL] = here


def by() -> str | None:
    """Who decides, as far as they say so."""
    return str(st.session_state.get(_BY) or "").strip() or None


def _judge(
    desk: Desk, kind: str, name: str, record: Record, item: Record, said: Said, now: Mapping[str, Any] | None,
    every: pd.DataFrame | None,
) -> None:  # fmt: skip
    made: list[dict[str, Any]] = st.session_state.setdefault(_MADE, [])
    place = (record["id"], name, item)
    if made and made[-1]["place"] == place:
        return  # a key pressed twice before the next finding came
    findings = [(record, item)] if every is None else list(_findings(desk, name, every))
    numbers = deciding.judge_all(desk.store, name, findings, said, now, queue=kind, by=by())
    given = [
        {"id": number, "article": of["id"], "action": deciding.VERDICT}
        for number, (of, _) in zip(numbers, findings, strict=True)
    ]
    made.append({"given": given, "place": place})
    st.session_state.pop(_OTHER, None)


def _findings(desk: Desk, name: str, rows: pd.DataFrame) -> Iterator[tuple[Record, Record]]:
    """Record and finding of each row of a list."""
    ids = desk.corpus.articles["id"].to_numpy()[rows["code"].to_numpy(dtype=np.int64)]
    at: dict[str, list[int]] = {}
    for id, index in zip(ids, rows["index"], strict=True):
        at.setdefault(str(id), []).append(int(index))
    for record, _ in desk.store.corrected(list(at)):
        yield from ((record, record[name][index]) for index in at[record["id"]] if index < len(record[name]))


def _undo(desk: Desk) -> None:
    """Take back what this session decided last; the finding comes up again."""
    made = st.session_state.get(_MADE) or []
    if made:
        deciding.take_back(desk.store, made.pop()["given"], by=by())
