"""Add articles: drop or paste, watch the import, give dates that are unknown, take the last import back."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.errors import UsageError, from_json
from dashboard.readers import FORMATS, REFUSED

from . import dates, frame, jobs, rows, state
from .desk import Desk
from .evidence import go
from .jobs import Job
from .text import plain
from .words import END, ISOLATE, Words

KINDS = [ending.removeprefix(".") for ending in FORMATS]
# What is refused can be dropped too: the import says what to do with it, the uploader says nothing.
TOLD_KINDS = [*KINDS, *(ending.removeprefix(".") for ending in REFUSED)]
JOB = "import_job"  # the import that this page shows
OWN = "import_own"  # whether this page has started it
SEEN = "import_seen"  # the import whose end the page has taken up
_PASTED = "pasted.json"  # the name under which a pasted text is imported
_WITHIN = re.compile(r"(?P<file>.*): (?P<kind>record|row) (?P<number>\d+)", re.DOTALL)


def show(desk: Desk) -> None:
    """Draw the page."""
    say = desk.words
    st.title(say("page.add"))
    frame.filtered(desk)
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        _drop(desk)
        _paste(desk)
        if _found(desk):
            _progress(desk)
    with narrow:
        _samples(desk)
        dates.show(desk)
        _imports(desk)


def running() -> bool:
    """Whether an import that was started here is still running; another's keeps nobody from adding."""
    job = st.session_state.get(JOB)
    return job is not None and not job.done and bool(st.session_state.get(OWN))


def _found(desk: Desk) -> bool:
    """Whether there is an import to show: one started here, else the workspace's latest, for a page loaded anew."""
    if not st.session_state.get(OWN) and (job := jobs.latest(desk.store.url)):
        st.session_state[JOB] = job
    return JOB in st.session_state


def begin(desk: Desk, files: list[tuple[str, bytes]], label: str, published: str | None = None) -> None:
    """Start an import of named contents into the desk's workspace."""
    st.session_state[JOB] = jobs.start(jobs.stage(files), len(files), desk.store.url, label, published)
    st.session_state[OWN] = True


def _drop(desk: Desk) -> None:
    say = desk.words
    # A new key empties the uploader after an import: it would hand over the same files at every rerun.
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        say("add.files"), type=TOLD_KINDS, accept_multiple_files=True, key=f"upload_{turn}", help=say("add.files.help"),
        disabled=running(),
    )  # fmt: skip
    folder = st.file_uploader(
        say("add.folder"), type=KINDS, accept_multiple_files="directory", key=f"folder_{turn}", disabled=running()
    )
    chosen = [*(files or []), *(folder or [])]
    if chosen and st.button(
        say("add.start", n=len(chosen)), type="primary", icon=":material/publish:", key="start", disabled=running()
    ):
        begin(desk, [(file.name, file.getvalue()) for file in chosen], _label([file.name for file in chosen]))
        st.session_state["upload_turn"] = turn + 1
        state.rerun()


def _label(names: list[str]) -> str:
    return ", ".join(names[:3]) + ("…" if len(names) > 3 else "")


def _paste(desk: Desk) -> None:
    say = desk.words
    with st.expander(say("add.paste")), st.form("paste", clear_on_submit=True, border=False):
        title = st.text_input(say("column.title"), key="paste_title")
        text = st.text_area(say("add.text"), key="paste_text", height=180)
        left, right = st.columns(2)
        source = left.text_input(say("column.source"), key="paste_source")
        published = right.date_input(
            say("column.published"), value=None, key="paste_published", format=say("date.typed")
        )
        if st.form_submit_button(say("add.paste.do"), icon=":material/publish:", disabled=running()):
            if not text.strip():
                st.warning(say("add.paste.empty"))
                return
            article = {"title": title, "text": text, "source": source or None}
            if published:
                article["published"] = published.isoformat()
            begin(desk, [(_PASTED, json.dumps(article, ensure_ascii=False).encode())], title or say("add.pasted"))
            state.rerun()


@st.fragment(run_every="1s")
def _progress(desk: Desk) -> None:
    """What became of each file, while it is being found out; the page follows when the import has ended."""
    job: Job = st.session_state[JOB]
    say = desk.words
    if "go" in st.session_state:  # a click in here reruns only this fragment, and the reader is another page
        state.rerun()
    with st.container(border=True, key="job"):
        if job.done and st.session_state.get(SEEN) is not job:
            st.session_state[SEEN] = job
            state.rerun()
        results = list(job.results)
        if not job.done:
            st.progress(min(len(results) / max(job.files, len(results) + 1), 0.95), say("add.running", n=len(results)))
        elif job.failed:
            frame.stopped(say, job, "add.failed")
        elif job.summary:
            counts = {name: int(job.summary.get(name, 0)) for name in ("added", "duplicates", "updated", "rejected")}
            st.markdown(" · ".join(say(f"add.{name}", n=n) for name, n in counts.items() if n or name == "added"))
            if _added(job):
                _own(desk)
        refused = [result for result in results if result["status"] == "rejected"]
        taken = [result for result in results if result["status"] != "rejected"]
        if refused:  # what is left to do comes first
            st.markdown(f"**{say('add.refused')}**")
            _list(desk, "job_refused", refused)
            if taken:
                st.markdown(f"**{say('add.taken')}**")
        _list(desk, "job_rows", taken)


def _list(desk: Desk, key: str, results: list[dict[str, Any]]) -> None:
    if results:
        shown = [_result(desk, result) for result in reversed(results)][:500]
        rows.show(key, shown, desk.words, go, height=320)


def _added(job: Job | None) -> bool:
    """Whether an import that this page shows has ended and brought articles."""
    return bool(job and job.done and job.summary and job.summary.get("added"))


def _result(desk: Desk, result: dict[str, Any]) -> rows.Row:
    say, status = desk.words, result["status"]
    place = _place(say, result["origin"])
    row: rows.Row = {"title": result.get("title") or place, "tag": say(f"add.status.{status}")}
    if status == "rejected":
        row |= {
            "title": place,
            "tone": "warn",
            "meta": _refusal(say, result),
        }
    else:
        row |= {
            "id": f"{result['id']}|",
            "meta": [place, say.day(pd.Timestamp(result["published"]) if result.get("published") else None)],
        }
        if result.get("copy_of"):
            row["meta"].append(say("flag.near-duplicate"))
    return row


def _place(say: Words, origin: str) -> str:
    """Where an article was found: its file, and which of its rows or records where it holds several."""
    found = _WITHIN.fullmatch(origin)
    if not found:
        return say("add.pasted") if origin == _PASTED else origin
    kind, number = say(f"add.place.{found['kind']}"), say.number(int(found["number"]))
    return say.mark + say("add.place", file=f"{ISOLATE}{found['file']}{END}", kind=kind, number=number)


def _refusal(say: Words, result: dict[str, Any]) -> list[str]:
    """Why an input was refused, and what to do about it."""
    told = [say.told(part) for part in _messages(result)]
    return [*told[:1], *(say("add.remedy", remedy=remedy) for remedy in told[1:])]


def _messages(result: dict[str, Any]) -> list[str]:
    """Why an input was refused and what would be accepted, with their codes where the import gave them."""
    coded = result.get("said", {})
    return [from_json(coded.get(key, result[key])) for key in ("reason", "remedy") if result.get(key)]


def _samples(desk: Desk) -> None:
    say, batches = desk.words, desk.store.batches()
    samples = [batch for batch in batches if batch["samples"] and batch["articles"]]
    if samples and not _added(st.session_state.get(JOB)):  # what the import has brought says so itself, once
        own = any(batch["articles"] for batch in batches if not batch["samples"])
        with st.container(border=True):
            st.markdown(say("add.samples.own" if own else "add.samples"))
            _away(desk, samples, "start_empty", "add.samples.away" if own else "add.samples.do")


def _own(desk: Desk) -> None:
    """Right after an import of one's own: the samples were there to look around with, and can go now."""
    samples = [batch for batch in desk.store.batches() if batch["samples"] and batch["articles"]]
    if samples:
        with st.container(horizontal=True, vertical_alignment="center", key="samples_away"):
            st.markdown(desk.words("add.samples.own"), width="content")
            _away(desk, samples, "own_away", "add.samples.away")


def _away(desk: Desk, samples: list[dict[str, Any]], key: str, label: str) -> None:
    count = sum(batch["articles"] for batch in samples)
    st.button(desk.words(label, n=count), key=key, icon=":material/layers_clear:", on_click=_remove,
              args=(desk, [batch["id"] for batch in samples]))  # fmt: skip


def _remove(desk: Desk, batches: list[str]) -> None:
    for batch in batches:
        with suppress(UsageError):  # somebody else was quicker
            desk.store.remove(batch)
    state.open_thing(article=None, at=None, show=None)


def _imports(desk: Desk) -> None:
    say = desk.words
    batches = desk.store.batches()
    if not batches:
        return
    st.subheader(say("add.imports"))
    items: list[rows.Row] = [
        {"title": say("add.imports.samples") if batch["samples"] else say.listed(batch["label"]),
         "number": say("evidence.articles", n=batch["articles"]),
         "meta": [say.moment(batch["at"], st.context.timezone)]}
        for batch in batches[:20]
    ]  # fmt: skip
    rows.show("imports", items, say, lambda _: None, height=260)
    # Named by the import, or it would stay open and offer the one before for the next click.
    with st.popover(say("add.undo"), icon=":material/undo:", disabled=running(), key=f"undo_{batches[0]['id']}"):
        if not batches[0]["samples"]:  # it may be somebody else's
            st.markdown(f"**{plain(say.listed(batches[0]['label']))}**")
        st.markdown(say("add.undo.sure", n=batches[0]["articles"]))
        st.button(say("add.undo.do"), key="undo", type="primary", on_click=_undo, args=(desk, batches[0]["id"]))


def _undo(desk: Desk, batch: str) -> None:
    """Take an import back, and what was told of it with it: its lines would lead to articles that are gone."""
    _remove(desk, [batch])
    jobs.forget(desk.store.url)
    for key in (JOB, OWN):
        st.session_state.pop(key, None)
