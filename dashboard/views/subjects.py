"""Whose dossier: what a subject is called, how to get to it from anywhere, and how one is chosen."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.queries import dossier
from dashboard.queries.dossier import KINDS, Subject

from . import state
from .desk import Desk

PAGE = "dossier"
MOST = 400  # choices in a list; whatever else there is can be typed
_ENDS = re.compile(r"[>|]")


def name(desk: Desk, subject: Subject) -> str:
    """What a subject is called in the interface's language."""
    if subject.kind == "theme":
        return desk.words.theme(subject.id)
    return desk.pair(subject.id) if subject.kind == "dyad" else desk.actor(subject.id)


def kind_now() -> str:
    """The kind of subject that is chosen from."""
    kind = state.opened_thing("kind")
    return kind if kind in KINDS else KINDS[0]


def opened() -> Subject | None:
    """The subject that the address names; None where it names none, or a pair of which one is still to be chosen."""
    kind, id = state.opened_thing("kind"), state.opened_thing("id")
    if kind not in KINDS or not id:
        return None
    if kind != "dyad":
        return Subject(kind, id)
    one, _, other = id.partition("-")
    return dossier.dyad(one, other) if one and other and one != other else None


def go(subject: Subject) -> None:
    """Open a dossier, on whatever page this is."""
    state.open_only(kind=subject.kind, id=subject.id)
    st.session_state["go"] = PAGE


def link(subject: Subject) -> str:
    """The address of a dossier under the same filters."""
    return f"{PAGE}?" + urlencode(state.params(kind=subject.kind, id=subject.id), doseq=True)


def asked_of(desk: Desk, question: str) -> list[Subject]:
    """The subjects that a question to a page is about: of an actor, of a pair of states."""
    kind, _, rest = question.partition(":")
    if kind in ("state", "dyad"):
        return [Subject(kind, rest)]
    if kind in ("node", "with"):
        return [dossier.of_actor(desk.corpus, rest)]
    if kind in ("edge", "arc"):
        ends = [dossier.of_actor(desk.corpus, id) for id in _ENDS.split(rest, maxsplit=1)]
        if len(ends) == 2 and all(end.kind == "state" for end in ends):
            return [dossier.dyad(ends[0].id, ends[1].id)]
        return ends
    return []


def buttons(desk: Desk, question: str) -> None:
    """Below what was asked: the way to the dossiers of whom it is about."""
    here = opened() if st.session_state.get(state.PAGE) == PAGE else None
    found = [subject for subject in asked_of(desk, question) if subject != here]
    if here and here.kind == "state" and found and found[0].kind == "state":
        found.append(dossier.dyad(here.id, found[0].id))
    if not found:
        return
    with st.container(horizontal=True, key="to_dossier", gap="small"):
        for subject in found:
            st.button(
                desk.words("dossier.open", name=name(desk, subject)), key=f"dossier_{subject.kind}_{subject.id}",
                icon=":material/folder_shared:", type="tertiary", on_click=go, args=(subject,),
            )  # fmt: skip


def choose(desk: Desk) -> None:
    """A kind and, of that kind, one: picked from the commonest, or typed."""
    say = desk.words
    kind = kind_now()
    with st.container(horizontal=True, key="choices"):
        st.session_state["w_kind"] = kind
        st.pills(
            say("dossier.kind"),
            KINDS,
            key="w_kind",
            on_change=_kind,
            format_func=lambda one: say(f"dossier.kind.{one}"),
        )
        id = state.opened_thing("id") or ""
        if kind == "dyad":
            one, _, other = id.partition("-")
            _select(desk, "state", one, "one")
            _select(desk, "state", other, "other")
        else:
            _select(desk, kind, id, "one")


def _kind() -> None:
    kind = st.session_state["w_kind"] or kind_now()
    state.open_only(kind=kind)


def _select(desk: Desk, kind: str, id: str, which: str) -> None:
    say = desk.words
    counts = dossier.choices(desk.corpus, desk.filters, kind)
    listed = [str(one) for one in counts.index[:MOST]]
    if id and id not in listed:
        listed.insert(0, id)
    key = f"w_subject_{kind}_{which}"
    st.session_state[key] = id or None

    def called(one: str) -> str:
        number = f" · {say.number(int(counts[one]))}" if one in counts.index else ""
        return f"{name(desk, Subject(kind, one))}{number}"

    dyad = kind_now() == "dyad"
    st.selectbox(
        say(f"dossier.choose.{'pair_' + which if dyad else kind}"), listed, index=None, key=key, format_func=called,
        on_change=_chosen, args=(desk, kind, which, counts), placeholder=say("dossier.type"), accept_new_options=True,
        width=300,
    )  # fmt: skip


def _chosen(desk: Desk, kind: str, which: str, counts: pd.Series) -> None:
    """Take the choice over; what was typed is looked up among all names."""
    typed = st.session_state[f"w_subject_{kind}_{which}"] or ""
    id: str | None = typed
    if typed and typed not in counts.index and typed != state.opened_thing("id"):
        former = desk.corpus.formerly
        names = {str(one): (name(desk, Subject(kind, str(one))), *former.get(str(one), ())) for one in counts.index}
        id = dossier.found_by(typed, names, counts)
        if id is None:
            st.session_state["dossier_unknown"] = typed
            return
    if kind_now() == "dyad":
        one, _, other = (state.opened_thing("id") or "").partition("-")
        id = f"{id or ''}-{other}" if which == "one" else f"{one}-{id or ''}"
        id = None if id == "-" else id
    state.open_only(kind=kind_now(), id=id or None)
