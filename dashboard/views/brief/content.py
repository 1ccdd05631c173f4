"""A view as a brief in words: the chosen sections with their figures, what it is of, and what made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from dashboard.queries import brief
from dashboard.queries.brief import SECTIONS
from dashboard.queries.select import newest, select
from dashboard.queries.stories import heads
from dashboard.queries.uncertain import UNSURE
from dashboard.views import frame
from dashboard.views.desk import Desk

from . import charts, citing, lines
from .document import Document, Figure, Group, Section

SAID = ("evidence", "articles", "contents", "folded", "repeated")


def sections(desk: Desk, today: dt.date) -> list[Section]:
    """All sections without their evidence: what each holds, for the preview."""
    return [_section(desk, name, today, None) for name in SECTIONS]


def document(desk: Desk, chosen: Sequence[str], title: str, note: str, today: dt.date, most: int) -> Document:
    """The brief of the chosen sections, with at most so many rows of evidence for a number."""
    say = desk.words
    citer = citing.Citer(desk, today, most)
    made = tuple(_section(desk, name, today, citer) for name in SECTIONS if name in chosen)
    return Document(
        title.strip() or default_title(desk), note.strip(), say.language, say.direction,
        say("brief.made", day=say.day(today)), tuple(facts(desk, today)), made,
        {name: say(f"brief.said.{name}") for name in SAID}, tuple(say(f"brief.caveat.{name}") for name in CAVEATS),
        say.digits, say.number,
    )  # fmt: skip


def numbers(desk: Desk, chosen: Sequence[str], today: dt.date) -> list[int]:
    """What the chosen sections count, line by line: as many rows of evidence stand behind each."""
    parts = (brief.groups(desk.corpus, desk.filters, name, desk.store.texts, today) for name in chosen)
    return [line.number for groups in parts for group in groups for line in group.lines]


def limited(desk: Desk, document: Document, most: int) -> Document:
    """The same brief with at most so many rows of evidence for a number, and word of it."""
    return replace(document, sections=tuple(
        replace(section, groups=tuple(
            replace(group, lines=tuple(citing.limited(desk, line, most) for line in group.lines))
            for group in section.groups
        )) for section in document.sections
    ))  # fmt: skip


_MOST = 5  # outlets named
CAVEATS = ("claims", "counts", "engine")


def default_title(desk: Desk) -> str:
    """What a brief is called where nobody has named it."""
    return desk.words("brief.untitled", period=period(desk))


def period(desk: Desk) -> str:
    """The days of the view: those filtered or, without such a filter, those on which its articles came out."""
    say, filters = desk.words, desk.filters
    if filters.start or filters.end:
        return say(f"said.{filters.basis}", span=say.span(filters.start, filters.end))
    days = pd.to_datetime(desk.corpus.articles["published"])[select(desk.corpus, filters).articles].dropna()
    return say("said.published", span=say.span(days.min(), days.max())) if len(days) else say("date.unknown")


def facts(desk: Desk, today: dt.date) -> list[tuple[str, str]]:
    """What the brief is of and what made it, as label and value."""
    say, corpus = desk.words, desk.corpus
    left = select(corpus, desk.filters)
    about = corpus.articles[left.articles]
    parts = [frame.part(desk, term, value) for term, value in desk.filters.parts()]
    stories = len(heads(corpus, newest(corpus, desk.filters)))
    outlets = about["source"].dropna().astype(str).map(say.source).value_counts()
    languages = about["language"].dropna().astype(str).value_counts()
    undated = int(pd.to_datetime(about["published"]).isna().sum())
    corpus_said = [
        say("brief.of", n=left.count, whole=say.number(len(corpus.articles))),
        say("brief.copies", n=left.count - stories) if left.count > stories else say("brief.no_copies"),
        say("brief.undated", n=undated) if undated else "",
    ]
    found = [
        ("period", period(desk)),
        ("filters", say.apart(parts) if parts else say("brief.no_filters")),
        ("corpus", say.apart(corpus_said)),
        ("outlets", say.apart([say("brief.outlets", n=len(outlets)), _most(desk, outlets)])),
        ("languages", say.list(f"{say.language_name(code)} ({say.number(int(n))})" for code, n in languages.items())),
        ("engine", say.apart(_engine(desk, *row) for row in desk.store.engines())),
        ("made", say.day(today)),
    ]
    return [(say(f"brief.fact.{name}"), value) for name, value in found if value]


def _most(desk: Desk, counts: pd.Series) -> str:
    """The names of most articles, and how many there are beside them."""
    say, left = desk.words, len(counts) - _MOST
    named = [f"{name} ({say.number(int(n))})" for name, n in counts.head(_MOST).items()]
    return say.list([*named, *([say("brief.outlets.more", n=left)] if left > 0 else [])])


def _engine(desk: Desk, name: str, version: str, lexicon: str, articles: int) -> str:
    said = desk.words("brief.engine", name=name, version=version, lexicon=lexicon)
    return f"{said} ({desk.words('evidence.articles', n=articles)})"


def _section(desk: Desk, name: str, today: dt.date, citer: citing.Citer | None) -> Section:
    say = desk.words
    found = brief.groups(desk.corpus, desk.filters, name, desk.store.texts, today)
    groups = tuple(_group(desk, group, citer) for group in found)
    figure = _figure(desk, name, found) if found and citer else None
    return Section(name, say(f"brief.section.{name}"), groups, figure, "" if groups else say(f"brief.empty.{name}"))


def _group(desk: Desk, group: brief.Group, citer: citing.Citer | None) -> Group:
    say = desk.words
    more = group.whole - len(group.lines)
    return Group(
        group.id, say(f"brief.group.{group.id}"), say(f"brief.help.{group.id}", share=say.percent(UNSURE)),
        tuple(citer.line(group, line) if citer else lines.line(desk, group, line) for line in group.lines),
        say(f"brief.holds.{group.id}", n=group.whole),
        say("brief.rest", n=len(group.lines), whole=say.number(group.whole)) if more else "",
    )  # fmt: skip


def _figure(desk: Desk, name: str, found: tuple[brief.Group, ...]) -> Figure | None:
    match name:
        case "incoming":
            return charts.bars(desk, found[0])
        case "network":
            return charts.network(desk, brief.ties(desk.corpus, desk.filters))
        case "dates":
            return charts.strip(desk, found[0])
    return None
