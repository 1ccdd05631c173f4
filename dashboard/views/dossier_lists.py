"""A dossier's lists: who is named beside its subject, what was said, coded relations, articles."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.queries import dossier
from dashboard.queries import statements as told
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import Hits
from dashboard.queries.select import newest
from dashboard.queries.stories import copies as copies_of
from dashboard.queries.stories import heads

from . import coded, copies, evidence, graphdata, palette, rows, state, statements, subjects
from .choices import page_now, turn
from .desk import Desk
from .text import plain

GROUPS = ("states", "organizations", "people")
SHOWN, SAID, ARTICLES = 40, 15, 15
TONES = {"+": "plus", "-": "minus"}


def show(desk: Desk, subject: Subject) -> None:
    """Draw them, one below the other."""
    _company(desk, subject)
    _said(desk, subject)
    _relations(desk, subject)
    _articles(desk, subject)


def hits(desk: Desk, subject: Subject, kind: str, rest: str) -> tuple[str, Hits] | None:
    """Title and facts of a line that was clicked."""
    say, ask = desk.words, (desk.corpus, desk.filters, subject)
    name = subjects.name(desk, subject)
    if kind == "with":
        return f"{name} + {desk.actor(rest)}", dossier.beside(*ask, rest)
    if kind == "sign" and say.has(f"sign.{rest}"):
        return say("evidence.when", what=name, days=say(f"sign.{rest}")), dossier.coded_as(*ask, sign=rest)
    if kind == "coded":
        wanted = dict(zip(("type", "status", "sign", "mode"), rest.split(":"), strict=False))
        type, status = wanted["type"], wanted.get("status")
        if not (say.has(f"plover.{type}") and say.has(f"status.{status}")):
            return None
        title = say.apart([name, coded.deed(say, type, wanted.get("mode")), say(f"status.{status}")])
        return title, dossier.coded_as(desk.corpus, desk.filters, subject, **wanted)
    if kind == "edge":
        directed = ">" in rest
        source, _, target = rest.partition(">" if directed else "|")
        arrow = ("←" if say.rtl else "→") if directed else "–"
        return f"{desk.actor(source)} {arrow} {desk.actor(target)}", dossier.with_partner(
            *ask, source, target, directed
        )
    return None


def _company(desk: Desk, subject: Subject) -> None:
    say = desk.words
    found = dossier.company(desk.corpus, desk.filters, subject)
    st.subheader(say("dossier.company"), help=say("dossier.company.help"))
    for column, group in zip(st.columns(len(GROUPS), gap="medium"), GROUPS, strict=True):
        part = found[found["kind"] == group]
        with column:
            st.markdown(f"**{say(f'dossier.company.{group}')}**")
            if part.empty:
                st.caption(say(f"dossier.no_company.{group}"))
                continue
            most = int(part["sentences"].max())
            items: list[rows.Row] = [
                {"id": f"with:{row.actor}", "title": desk.actor(row.actor), "number": say.number(int(row.sentences)),
                 "bar": row.sentences / most, "meta": [say("network.reports", n=int(row.reports))]}
                for row in part.head(SHOWN).itertuples()
            ]  # fmt: skip
            rows.show(f"dossier_{group}", items, say, evidence.ask, selected=state.opened_thing("show"), height=330)
            _more(desk, len(part), SHOWN)


def _more(desk: Desk, whole: int, shown: int) -> None:
    if whole > shown:
        st.caption(desk.words("dossier.more", n=whole - shown))


def _said(desk: Desk, subject: Subject) -> None:
    say, ask = desk.words, (desk.corpus, desk.filters, subject, desk.store.texts)
    lists = {"by": dossier.by(*ask), "about": dossier.about(*ask)}
    if subject.kind == "theme":
        del lists["by"]  # nobody speaks as a theme
    facts = told.statements(desk.corpus, desk.filters)
    for column, (which, found) in zip(st.columns(len(lists), gap="medium"), lists.items(), strict=True):
        with column:
            key = f"dossier.said_{which}"
            own = f"{key}_{subject.kind}" if say.has(f"{key}_{subject.kind}") else key
            title = say(own, name=subjects.name(desk, subject), count=say.number(len(found)))
            st.subheader(plain(title), help=say(f"{key}.{subject.kind}"))
            if not found:
                st.caption(say(f"dossier.no_said_{which}"))
                continue
            pages = -(-len(found) // SAID)
            with st.container(key=f"said_{which}"):
                at = page_now(pages, f"said_{which}")
                turn(pages, at, f"said_{which}")
                part = found[at * SAID : (at + 1) * SAID]
                said = desk.store.texts({row.article for one in part for row in (one.row, *one.copies)})
                items = statements.lines(desk, facts, part, said)
                rows.show(f"dossier_said_{which}", items, say, evidence.go, height=520)


def _relations(desk: Desk, subject: Subject) -> None:
    say, ask = desk.words, (desk.corpus, desk.filters, subject)
    found = dossier.by_kind(*ask)
    st.subheader(say("dossier.relations"), help=say(f"dossier.relations.{subject.kind}"))
    if found.empty:
        st.caption(say("dossier.no_relations"))
        return
    selected = state.opened_thing("show")
    signs = dossier.signs(*ask)
    tiles: list[rows.Row] = [
        {"id": f"sign:{sign}", "lead": say(f"sign.{sign}"), "title": say.number(signs[sign]),
         "swatch": palette.of_sign({"+": 1.0, "-": -1.0}.get(sign), desk.dark())}
        for sign in ("+", "-", "0") if sign in signs
    ]  # fmt: skip
    rows.show("dossier_signs", tiles, say, evidence.ask, selected=selected, look="tiles")
    left, right = st.columns(2, gap="medium")
    most = int(found["sentences"].max())
    kinds: list[rows.Row] = [
        {"id": f"coded:{row.type}:{row.status}:{row.sign}:{row.mode}", "title": coded.deed(say, row.type, row.mode),
         "meta": [say(f"status.{row.status}")], "tag": say(f"sign.{row.sign}"), "tone": TONES.get(row.sign, ""),
         "number": say.number(int(row.sentences)), "bar": row.sentences / most}
        for row in found.itertuples()
    ]  # fmt: skip
    with left:
        st.markdown(f"**{say('dossier.by_kind')}**")
        rows.show("dossier_kinds", kinds, say, evidence.ask, selected=selected, height=330)
    with right:
        st.markdown(f"**{say('dossier.partners')}**")
        _partners(desk, dossier.partners(*ask), selected)


def _partners(desk: Desk, found: pd.DataFrame, selected: str | None) -> None:
    say = desk.words
    if found.empty:
        st.caption(say("dossier.no_partners"))
        return
    most = int(found["sentences"].max())
    items: list[rows.Row] = [
        {"id": f"edge:{graphdata.edge_id(row)}", "title": graphdata.edge_title(desk, row, "relations").split("\n")[0],
         "meta": [say(f"network.{graphdata.sign(row.score)}")], "swatch": palette.of_sign(row.score, desk.dark()),
         "number": say.number(int(row.sentences)), "bar": row.sentences / most}
        for row in found.head(SHOWN).itertuples()
    ]  # fmt: skip
    rows.show("dossier_partners", items, say, evidence.ask, selected=selected, height=330)
    _more(desk, len(found), SHOWN)


def _articles(desk: Desk, subject: Subject) -> None:
    """Its articles, the newest first, each opened where it is first named."""
    say, corpus = desk.words, desk.corpus
    facts = dossier.facts(corpus, desk.filters, subject)
    codes = newest(corpus, desk.filters)
    among = codes[np.isin(codes, facts["code"])]
    st.subheader(say("dossier.list", n=len(among)), help=say("dossier.list.help"))
    if not len(among):
        return
    found = heads(corpus, among)
    first = facts.sort_values(["key", "start"]).drop_duplicates("code").set_index("code")
    pages = -(-len(found) // ARTICLES)
    at = page_now(pages)
    items: list[rows.Row] = []
    for head in found.iloc[at * ARTICLES : (at + 1) * ARTICLES].itertuples():
        code = int(head.code)
        inside = copies_of(corpus, code, among) if head.copies else []
        line, spot = copies.row(desk, code), first.loc[code]
        place = f"{spot['field']}:{int(spot['start'])}-{int(spot['end'])}"
        line |= {"id": f"{line['id']}{place}", "href": evidence.link(corpus.articles["id"].iloc[code], place)}
        items.append({**line, **copies.more(desk, inside, code)})
    rows.show("dossier_articles", items, say, evidence.go)
    turn(pages, at)
