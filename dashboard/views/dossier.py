"""The dossier page: whose it is, its numbers, its time, and the lists of what is known of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.queries import dossier
from dashboard.queries.dossier import Subject
from dashboard.queries.evidence import Hits
from dashboard.queries.overview import as_of, last_day, previous
from dashboard.queries.timeline import touched, window

from . import chart, dossier_lists, evidence, figures, frame, legend, pictures, rows, state, subjects, timefigure
from .desk import Desk
from .spans import parsed
from .text import plain
from .timeline import kept, names_of

LISTED = 60  # subjects to begin with


def show(desk: Desk) -> None:
    """Draw the page."""
    subject = subjects.opened()
    subjects.choose(desk)
    if typed := st.session_state.pop("dossier_unknown", None):
        st.warning(plain(desk.words("dossier.unknown", typed=typed)))
    if subject is None:
        _begin(desk)
        return
    with evidence.beside(desk, lambda asked: hits(desk, subject, asked)):
        _page(desk, subject)


def _begin(desk: Desk) -> None:
    """Nobody chosen yet: the commonest of the kind, each a click away from its dossier."""
    say = desk.words
    kind = subjects.kind_now()
    counts = dossier.choices(desk.corpus, desk.filters, kind)
    first = next(filter(None, (state.opened_thing("id") or "").split("-")), "")
    if kind == "dyad" and first:
        counts = counts[[first in str(id).split("-") for id in counts.index]]
    if counts.empty:
        frame.nothing(desk, "dossier.none")
        return
    st.subheader(say(f"dossier.begin.{kind}"), help=say("dossier.help"))
    most = int(counts.iloc[0])
    items: list[rows.Row] = [
        {"id": str(id), "href": subjects.link(Subject(kind, str(id))),
         "title": subjects.name(desk, Subject(kind, str(id))), "number": say.number(int(n)), "bar": n / most}
        for id, n in counts.head(LISTED).items()
    ]  # fmt: skip
    rows.show("dossier_begin", items, say, lambda id: subjects.go(Subject(kind, id)), look="columns")


def _page(desk: Desk, subject: Subject) -> None:
    say = desk.words
    with st.container(key="dossier_name"):
        st.header(plain(subjects.name(desk, subject)))
    called, home = dossier.roles(desk.corpus, subject)
    # Roles stand as they are written; two that the reader's own language has, else those of the other.
    ours = [role for role in called if role.isascii() == (say.language == "en")] or called
    notes = [say(f"dossier.is.{subject.kind}"), *ours[:2], desk.actor(home) if home else ""]
    st.caption(say.apart(map(plain, filter(None, notes))))
    known = dossier.numbers(desk.corpus, desk.filters, subject)
    if not known.articles and not known.articles_before:
        frame.empty(desk, "dossier.empty")
        return
    _numbers(desk, known)
    _articles_over_time(desk, subject)
    _days(desk, subject)
    dossier_lists.show(desk, subject)


def hits(desk: Desk, subject: Subject, question: str) -> tuple[str, Hits] | None:
    """Title and facts of what was asked in this dossier; None for what it can't answer."""
    say, name = desk.words, subjects.name(desk, subject)
    ask = (desk.corpus, desk.filters, subject)
    kind, _, rest = question.partition(":")
    if kind in ("articles", "sentences"):
        return name, Hits(dossier.facts(*ask), "article" if kind == "articles" else "sentence")
    if kind == "before":
        then = previous(desk.filters)
        days = say.span(then.start, then.end) if then else ""
        return say("evidence.when", what=name, days=days), dossier.before(*ask)
    if kind in ("first", "last"):
        day = getattr(dossier.numbers(*ask), kind)
        return say("evidence.when", what=name, days=say.day(day)), dossier.edge_of(*ask, kind)
    if kind == "period":
        try:
            period = pd.Timestamp(rest)
        except ValueError:
            return None
        days = say.span(period, last_day(period, dossier.per_period(*ask)[0]))
        return say("evidence.when", what=name, days=days), dossier.in_period(*ask, period)
    if kind in ("mark", "box"):
        found = _asked(dossier.spoken_of(*ask, _zoomed()), question)
        if found.empty:
            return None
        low, high = found["low"].min(), found["high"].max()
        title = say("evidence.when", what=name, days=say.span(low, high))
        return title, dossier.on_days(*ask, tuple(found["id"]), _zoomed())
    return dossier_lists.hits(desk, subject, kind, rest)


def _numbers(desk: Desk, known: dossier.Numbers) -> None:
    say = desk.words
    items: list[rows.Row] = []
    for id in ("articles", "sentences"):
        now, old = getattr(known, id), getattr(known, f"{id}_before")
        change = [] if old is None else [say("dossier.change", change=say.change(now, old))]
        items.append({"id": id, "lead": say(f"dossier.{id}"), "title": say.number(now), "meta": change})
    if known.articles_before is not None and (then := previous(desk.filters)):
        items.append({"id": "before", "lead": say("dossier.before"), "title": say.number(known.articles_before),
                      "meta": [say.span(then.start, then.end)]})  # fmt: skip
    for id in ("first", "last"):
        day = getattr(known, id)
        items.append({"id": id if day is not None else None, "lead": say(f"dossier.{id}"), "title": say.day(day)})
    rows.show("dossier_numbers", items, say, evidence.ask, selected=state.opened_thing("show"), look="tiles")
    if known.articles_before is None:
        st.caption(say("overview.no_change"))


def _articles_over_time(desk: Desk, subject: Subject) -> None:
    say = desk.words
    grain, tidy, shown = dossier.per_period(desk.corpus, desk.filters, subject)
    title = say(f"dossier.per_{grain}")
    st.subheader(title, help=say("dossier.per_period.help"))
    if tidy.empty:
        st.caption(say("dossier.no_dates"))
        frame.missing(desk)
        return
    figures.draw(figures.articles_per(desk, grain, tidy, shown), "dossier_periods", title)
    pictures.offer(desk, "dossier_periods", f"{subjects.name(desk, subject)} · {title}")
    frame.unplaced(desk, dossier.facts(desk.corpus, desk.filters, subject)["code"].to_numpy())


def _days(desk: Desk, subject: Subject) -> None:
    """The days that its sentences speak of, on the timeline's own chart."""
    say, span = desk.words, _zoomed()
    ask = (desk.corpus, desk.filters, subject)
    lanes = dossier.lanes_of(subject)
    st.subheader(say(f"dossier.days_{lanes}"), help=say("timeline.help_event"))
    marks = dossier.spoken_of(*ask, span)
    if marks.empty:
        st.caption(say("dossier.no_days"))
        return
    names = names_of(desk, lanes, marks)
    home = window(desk.corpus, desk.filters, dossier.spoken_of(*ask))
    here = span or home
    seen = touched(marks, names, *here) if here else marks
    together = bool((seen["grain"] != "day").any())
    figure = timefigure.draw(desk, marks, names, as_of(desk.corpus, desk.filters), here, together, home)
    asked = state.opened_thing("show")
    chart.draw(
        desk, figure, say(f"dossier.days_{lanes}"), frame=f"{subject} {desk.filters}", home=home, span=span,
        lanes=list(names), edges=timefigure.packing(marks, names, here, together).edges,
        chosen=list(_asked(marks, asked)["id"]) if asked else [], pick=evidence.ask,
        zoom=lambda low, high: state.open_thing(zoom=kept(low, high, home)),
    )  # fmt: skip
    title = f"{subjects.name(desk, subject)} · {say(f'dossier.days_{lanes}')}"
    marks_said = timefigure.legend(desk)
    pictures.offer(desk, chart.KEY, title, marks_said)
    legend.show(desk, marks_said)


def _zoomed() -> tuple[pd.Timestamp, pd.Timestamp] | None:
    return parsed(state.opened_thing("zoom") or "")


def _asked(marks: pd.DataFrame, question: str) -> pd.DataFrame:
    """The marks that a question means."""
    kind, _, rest = question.partition(":")
    if kind == "mark":
        return marks[marks["id"] == rest]
    days, _, lanes = rest.partition(":")
    box = parsed(days)
    return touched(marks, lanes.split("+"), *box) if kind == "box" and box else marks.iloc[:0]
