"""The statements page: who speaks, with counts, and beside them what they said, the newest first."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.lexicon.offices import office
from dashboard.queries import statement_words, statements
from dashboard.queries.dossier import of_actor
from dashboard.queries.evidence import Row, cut
from dashboard.queries.statement_lines import Lines, Told
from dashboard.queries.statements import KINDS, WRITTEN

from . import evidence, frame, rows, state, subjects
from .choices import choice, page_now, turn
from .desk import Desk
from .text import plain

PAGE = 40  # statements
SPEAKERS = 150
HEIGHT = "min(100vh - 9rem, var(--list, 100vh))"  # as tall as the window, a few lines on narrow pages
ALL = "all"
WORDINGS = (ALL, "direct", "reported")


def show(desk: Desk) -> None:
    """Draw the page."""
    texts = desk.store.texts
    facts = statements.statements(desk.corpus, desk.filters)
    if facts.empty:
        frame.nothing(desk, "statements.none")
        return
    with st.container(horizontal=True, key="choices"):
        kind = choice(desk, "statements", "who", (ALL, *KINDS), speaker=None, page=None)
        wording = ALL
        if facts["direct"].nunique() > 1 or state.opened_thing("wording"):
            wording = choice(desk, "statements", "wording", WORDINGS, page=None)
    kind, wording = ("" if value in (ALL, None) else value for value in (kind, wording))
    speaker = state.opened_thing("speaker") or ""
    narrow, wide = st.columns([1, 2], gap="medium")
    with narrow:
        _speakers(desk, kind, wording, speaker)
    with wide:
        found = statements.chosen(desk.corpus, desk.filters, texts, speaker, kind, wording)
        _statements(desk, facts, found, speaker)


def _speakers(desk: Desk, kind: str, wording: str, speaker: str) -> None:
    say = desk.words
    found = statements.speakers(desk.corpus, desk.filters, desk.store.texts, kind, wording)
    st.subheader(say("statements.speakers", n=len(found)), help=say("statements.speakers.help"))
    if found.empty:
        return
    most = int(found["count"].max())
    listed = found.head(SPEAKERS)
    items: list[rows.Row] = [
        {
            "id": row["speaker"], "title": name(desk, row["speaker"], row["name"]), "number": say.number(row["count"]),
            "bar": row["count"] / most, "meta": [say("statements.unnamed")] if row["kind"] == "unnamed" else [],
        }
        for row in listed.to_dict("records")
    ]  # fmt: skip
    with st.container(key="speakers"):
        rows.show("statements_speakers", items, say, choose, selected=speaker, height=HEIGHT)
    if len(found) > len(listed):
        st.caption(say("statements.more_speakers", n=len(found) - len(listed)))


def choose(speaker: str) -> None:
    """The statements of one speaker; choosing the same again gives everybody's."""
    state.open_thing(speaker=None if state.opened_thing("speaker") == speaker else speaker, page=None)


def name(desk: Desk, speaker: str, written: str) -> str:
    """What a speaker is called in the interface's language, else as the text has it."""
    if not speaker.startswith(WRITTEN):
        return desk.actor(speaker)
    return desk.words.written(written) if written else desk.words("quote.nobody")


def _statements(desk: Desk, facts: pd.DataFrame, found: Lines, speaker: str) -> None:
    say = desk.words
    whose = facts.loc[facts["speaker"] == speaker, "name"]
    title = say("statements.title", n=len(found))
    if speaker and len(whose):
        title = say("statements.of", statements=title, name=plain(name(desk, speaker, whose.iloc[0])))
    st.subheader(title, help=say("statements.help"))
    if speaker:
        with st.container(horizontal=True, key="speaker_tools"):
            st.button(
                say("statements.everybody"), icon=":material/close:", key="everybody", on_click=choose, args=(speaker,)
            )
            if not speaker.startswith(WRITTEN):
                st.button(say("dossier.open", name=desk.actor(speaker)), key="speaker_dossier", type="tertiary",
                          icon=":material/folder_shared:", on_click=subjects.go,
                          args=(of_actor(desk.corpus, speaker),))  # fmt: skip
    if not found:
        st.info(say("statements.none_chosen"))
        return
    pages = -(-len(found) // PAGE)
    at = page_now(pages)
    part = found[at * PAGE : (at + 1) * PAGE]
    said = desk.store.texts({row.article for one in part for row in (one.row, *one.copies)})
    rows.show("statements_rows", lines(desk, facts, part, said), say, evidence.go)
    turn(pages, at)


def lines(desk: Desk, facts: pd.DataFrame, part: list[Told], texts: dict[str, tuple[str, str]]) -> list[rows.Row]:
    """Statements (of rows of `facts`, the copies folded below) as lines that open their place."""
    there = [one for one in part if one.row.article in texts]
    spoken = facts.iloc[[at for one in there for at in one.index]]
    ends = np.cumsum([0, *(len(one.index) for one in there)]).tolist()
    each = [range(first, last) for first, last in pairwise(ends)]
    about = statement_words.abouts(desk.corpus, spoken, each)
    days = statement_words.days_of_each(desk.corpus, spoken, each)
    told = spoken.to_dict("records")
    return [
        _line(desk, one, [told[at] for at in own], states, spans, texts)
        for one, own, states, spans in zip(there, each, about, days, strict=True)
    ]


def _line(
    desk: Desk, one: Told, spoken: list[dict[str, Any]], states: list[str], days: list[statement_words.Days],
    texts: dict[str, tuple[str, str]],
) -> rows.Row:  # fmt: skip
    say, first = desk.words, spoken[0]
    speakers = {row["speaker"]: row for row in reversed(spoken)}
    who = [say.apart([name(desk, row["speaker"], row["name"]), office(row["role"] or "")])
           for row in spoken if speakers[row["speaker"]] is row]  # fmt: skip
    spans = say.list(say.span(low, high) for low, high in days)
    notes = [
        say("quote.direct" if first["direct"] else "quote.indirect"),
        say("statements.headline") if str(first["field"]) == "title" else "",
        say("quote.relayed", name=say.source(first["relayed_by"])) if _text(first["relayed_by"]) else "",
        say("statements.about", states=say.list(map(desk.actor, states))) if states else "",
        say("statements.days", days=spans) if days else "",
    ]
    out = _place(desk, one.row, texts[one.row.article])
    out["lead"] = say.list(who)
    out["meta"] = [*(note for note in notes if note), *out["meta"]]
    inside = [_place(desk, row, texts[row.article]) for row in one.copies if row.article in texts]
    if inside:
        out |= {"more": inside, "more_label": evidence.label(desk, [one.row.code, *(row.code for row in one.copies)])}
    return out


def _place(desk: Desk, row: Row, texts: tuple[str, str]) -> rows.Row:
    """A statement's words where they stand, with the link to their place in the reader."""
    about, said = desk.corpus.articles.iloc[row.code], row.pieces[0]
    at = f"{said.field}:{said.start}-{said.end}"
    return {
        "id": f"{row.article}|{at}", "href": evidence.link(row.article, at),
        "body": [cut(statements.shown(desk.corpus, row), texts)],
        "dir": "ltr" if about["language"] == "en" else "rtl",
        "meta": [desk.words.source(about["source"]), desk.words.day(about["published"])],
    }  # fmt: skip


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value)
