"""Who is who: names that may be one, and one of them, to be renamed, merged with others, or split from a namesake."""

from __future__ import annotations

import streamlit as st

from dashboard import deciding
from dashboard.clean.fold import fold_key
from dashboard.identities import KINDS
from dashboard.queries import dossier, namesakes
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import Hits, gather

from . import card, evidence, rows, state, subjects
from . import desk as desks
from .choices import choice
from .desk import Desk
from .text import plain

MOST = 60  # lines of a list; whoever is not among them is found by typing
PAGE = 20  # articles
_FOUND, _ONE, _APART = "names_found", "names_one", "names_apart"


def show(desk: Desk) -> None:
    """Draw the lists, and beside them the one that is chosen."""
    kind = choice(desk, "review", "who", KINDS, id=None)
    narrow, wide = st.columns([2, 5], gap="medium")
    with narrow:
        _list(desk, kind)
    id = state.opened_thing("id")
    with wide:
        if id in dossier.choices(desk.corpus, desk.filters, kind).index:
            _one(desk, kind, str(id))
        else:
            _pairs(desk, kind)


def _open(id: str | None) -> None:
    state.open_thing(id=id)
    for key in (_ONE, _APART):
        st.session_state.pop(key, None)


def _list(desk: Desk, kind: str) -> None:
    say, counts = desk.words, dossier.choices(desk.corpus, desk.filters, kind)
    typed = st.text_input(say("review.names.find"), key=_FOUND, placeholder=say("review.names.find.hint"),
                          label_visibility="collapsed")  # fmt: skip
    wanted = fold_key(typed or "").strip()
    known, former = desks.names(desk.corpus), desk.corpus.formerly
    ids = [str(id) for id in counts.index if not wanted or any(
        wanted in fold_key(name) for name in (*known.get(str(id), ()), *former.get(str(id), ())) if name)]  # fmt: skip
    if not ids:
        st.caption(say("review.names.none"))
        return
    touched = desk.store.identities().touched
    items: list[rows.Row] = [
        {"id": id, "title": desk.actor(id), "number": say.number(int(counts[id])),
         **({"tag": say("review.names.changed")} if id in touched else {})}
        for id in ids[:MOST]
    ]  # fmt: skip
    with st.container(key="names_list"):
        rows.show(
            "names_rows", items, say, _open, selected=state.opened_thing("id"), look="lines", height="var(--list)"
        )
    if len(ids) > MOST:
        st.caption(say("review.names.more", n=len(ids) - MOST))


def _pairs(desk: Desk, kind: str) -> None:
    """Names of the view that may be one, each opened by a click."""
    say, counts = desk.words, dossier.choices(desk.corpus, desk.filters, kind)
    found = namesakes.pairs(desk.corpus, desk.filters, kind)
    st.subheader(say("review.names.pairs", n=len(found)), help=say("review.names.pairs.help"))
    st.caption(say("review.names.begin"))
    if not found:
        return
    items: list[rows.Row] = [
        {"id": id, "title": say.apart([desk.actor(id), desk.actor(other)]), "number": say.number(int(counts[other]))}
        for id, other in found[:MOST]
    ]
    rows.show("names_pairs", items, say, _open)


def _one(desk: Desk, kind: str, id: str) -> None:
    say = desk.words
    with st.container(key="dossier_name"):
        st.header(plain(desk.actor(id)))
    with st.container(horizontal=True, vertical_alignment="center", key="names_head"):
        count = int(dossier.choices(desk.corpus, desk.filters, kind)[id])
        st.caption(say("evidence.articles", n=count), width="content")
        st.button(say("dossier.short"), key="names_dossier", icon=":material/folder_shared:", type="tertiary",
                  on_click=subjects.go, args=(Subject(kind, id),))  # fmt: skip
        st.button(say("review.names.close"), key="names_close", type="tertiary", icon=":material/close:",
                  on_click=_open, args=(None,))  # fmt: skip
    if not desk.may_edit():
        st.caption(say(str(desk.barred())))
        return
    _rename(desk, id)
    _merge(desk, kind, id)
    _split(desk, kind, id)


def _called(desk: Desk, id: str) -> tuple[str, str | None]:
    return desks.names(desk.corpus).get(id, (desk.actor(id), None))


def _rename(desk: Desk, id: str) -> None:
    say, (name, english) = desk.words, _called(desk, id)
    with st.form(f"names_rename_{id}", border=True):
        st.markdown(f"**{say('review.names.rename')}**")
        first, second = st.columns(2)
        given = first.text_input(say("review.names.name"), value=name, max_chars=120, key=f"names_ar_{id}")
        other = second.text_input(say("review.names.english"), value=english or "", max_chars=120, key=f"names_en_{id}")
        if st.form_submit_button(say("review.names.rename.do"), key="names_rename", icon=":material/check:"):
            new = (" ".join(given.split()) or name, " ".join(other.split()) or None)
            if new != (name, english):
                deciding.rename(desk.store, id, *new, by=card.by())
                state.rerun()


def _merge(desk: Desk, kind: str, id: str) -> None:
    """Those of a like name, to be ticked, and anybody else, to be chosen."""
    say, counts = desk.words, dossier.choices(desk.corpus, desk.filters, kind)
    near = namesakes.like(desk.corpus, desk.filters, kind, id)
    ticked: set[str] = st.session_state.setdefault(_ONE, set())
    with st.container(border=True, key="names_merge"):
        st.markdown(f"**{say('review.names.merge', name=plain(desk.actor(id)))}**")
        others = [str(one) for one in counts.index[: subjects.MOST] if one != id and one not in near]
        more = st.multiselect(say("review.names.others"), others, key=f"names_more_{id}", format_func=desk.actor,
                              placeholder=say("review.names.others.hint"), select_all=False)  # fmt: skip
        items: list[rows.Row] = [
            {"id": one, "title": desk.actor(one), "number": say.number(int(counts[one])), "checked": one in ticked}
            for one in near
        ]
        if items:
            rows.show("names_like", items, say, lambda one: ticked.symmetric_difference_update({one}))
        chosen = [*(one for one in near if one in ticked), *more]
        st.button(say("review.names.merge.do", n=len(chosen)), key="names_merge_do", type="primary",
                  icon=":material/merge:", disabled=not chosen, on_click=_merged, args=(desk, chosen, id))  # fmt: skip


def _merged(desk: Desk, ids: list[str], id: str) -> None:
    deciding.merge(desk.store, ids, id, *_called(desk, id), by=card.by())
    _open(id)


def _split(desk: Desk, kind: str, id: str) -> None:
    """The articles that name them, to be ticked where somebody else is meant, and who that is."""
    say = desk.words
    found = gather(desk.corpus, Hits(namesakes.mentions(desk.corpus, desk.filters, id), "article"))
    if len(found) < 2:
        return
    ticked: set[str] = st.session_state.setdefault(_APART, set())
    with st.container(border=True, key="names_split"):
        st.markdown(f"**{say('review.names.split')}**")
        pages = -(-len(found) // PAGE)
        at = st.pagination(pages, key=f"names_page_{id}_{pages}") if pages > 1 else 1
        shown = found[(at - 1) * PAGE : at * PAGE]
        texts = desk.store.texts({row.article for row in shown})
        lines = [
            {**evidence.row_of(desk, row, texts[row.article]), "id": row.article, "href": None,
             "checked": row.article in ticked}
            for row in shown if row.article in texts
        ]  # fmt: skip
        rows.show("names_articles", lines, say, lambda one: ticked.symmetric_difference_update({one}), height=420)
        name = st.text_input(say("review.names.split.name"), value=_called(desk, id)[0], max_chars=120,
                             key=f"names_into_{id}", help=say("review.names.split.help"))  # fmt: skip
        st.button(say("review.names.split.do", n=len(ticked)), key="names_split_do", icon=":material/call_split:",
                  disabled=not ticked or not (name or "").strip(), on_click=_apart,
                  args=(desk, kind, id, sorted(ticked), name))  # fmt: skip


def _apart(desk: Desk, kind: str, id: str, articles: list[str], name: str) -> None:
    _open(deciding.split(desk.store, kind, id, articles, " ".join(name.split()), by=card.by()))
