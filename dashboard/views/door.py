"""The door of a shared desk: who came in with which password, and what that lets them do."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from threading import Lock

import streamlit as st

from dashboard.access import HASHES, Access, Role, from_environment

from . import state
from .words import LANGUAGES, Words, words

ROLE, _TOKEN, _LEFT = "door_role", "door_token", "door_left"
_COOKIE, _HOURS = "marsad_door", 12
# After so many wrong passwords within a minute every further answer waits, whoever asks: guessing doesn't pay.
_FREE, _WINDOW, _LONGEST = 5, 60.0, 8.0


class _Door:
    """The process' memory of who is in; forgotten when it ends."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self._lock = Lock()
        self._inside: dict[str, tuple[Role, float]] = {}
        self._wrong: list[float] = []

    def enter(self, password: str) -> tuple[Role, str] | None:
        """(role, token for the cookie) where the password is right."""
        now = time.monotonic()
        with self._lock:
            self._wrong = [at for at in self._wrong if now - at < _WINDOW]
            late = len(self._wrong) - _FREE
        if late >= 0:
            time.sleep(min(0.5 * 2**late, _LONGEST))
        role = self.access.role(password)
        token = secrets.token_urlsafe(32)
        with self._lock:
            if role is None:
                self._wrong.append(time.monotonic())
                return None
            self._inside = {key: value for key, value in self._inside.items() if value[1] > now}
            self._inside[_key(token)] = (role, now + _HOURS * 3600)
        return role, token

    def known(self, token: str | None) -> Role | None:
        found = self._inside.get(_key(token)) if token else None
        return found[0] if found and found[1] > time.monotonic() else None

    def leave(self, token: str | None) -> None:
        if token:
            self._inside.pop(_key(token), None)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@st.cache_resource(show_spinner=False)
def _door(hashes: str | None) -> _Door:  # one a set of hashes; plain variables are hashed once a process
    return _Door(from_environment())


def _here() -> _Door:
    return _door(os.environ.get(HASHES))


def shared() -> bool:
    """Whether a password is asked for at all."""
    return bool(_here().access.hashes)


def role() -> Role | None:
    """What this session may do; None before it has said a password."""
    if not shared():
        return "editor"
    # Who has just left still bears the cookie of the connection, worth nothing by now.
    found = st.session_state.get(ROLE) or _here().known(_cookie())
    if found:
        st.session_state[ROLE] = found
    return found


def ask(say: Words) -> None:
    """The page before the desk: a password, in either language."""
    centre = st.container(horizontal=True, horizontal_alignment="center")
    with centre.container(key="door", border=True, width=440):
        st.title(say("app.name"))
        st.markdown(say("door.said"))
        with st.form("door_form", border=False):
            password = st.text_input(
                say("door.password"), type="password", key="door_password", autocomplete="current-password"
            )
            entered = st.form_submit_button(say("door.enter"), type="primary", icon=":material/login:")
        if entered:
            found = _here().enter(password.strip())
            if found is None:
                st.error(say("door.wrong"))
            else:
                st.session_state[ROLE], st.session_state[_TOKEN] = found
                st.session_state.pop(_LEFT, None)
                st.rerun()
        other = next(code for code in LANGUAGES if code != say.language)
        st.button(words(other)("language.own"), key="door_language", type="tertiary", on_click=_speak, args=(other,))


def way_out(say: Words) -> None:
    """What one may do on a shared desk, and the way out; who came in stays in across reloads."""
    if not shared():
        return
    token = st.session_state.get(_TOKEN)
    if token and not _cookie():
        _write(f"{token}; max-age={_HOURS * 3600}")
    with st.container(horizontal=True, vertical_alignment="center", key="way_out"):
        st.caption(say(f"door.{role()}"), width="content")
        st.button(say("door.leave"), key="leave", type="tertiary", icon=":material/logout:", on_click=_leave)


def _leave() -> None:
    """Out: the session and its cookie are worth nothing from now on."""
    language = state.language()
    for token in (_cookie(), st.session_state.get(_TOKEN)):
        _here().leave(token)
    st.session_state.clear()
    st.session_state[_LEFT], st.session_state[state.LANGUAGE] = True, language


def forget() -> None:
    """Take the cookie of somebody who left out of the browser."""
    if st.session_state.get(_LEFT):
        _write("; max-age=0")


def _write(value: str) -> None:
    # The token is of the URL alphabet; nothing of an article or a user reaches this script.
    script = f"document.cookie = '{_COOKIE}={value}; path=/; SameSite=Strict'"
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def _cookie() -> str | None:
    found = st.context.cookies.get(_COOKIE)
    return str(found) if found else None


def _speak(language: str) -> None:
    st.session_state[state.LANGUAGE] = language
