"""Numbers with their sentences: each row with source, day, title and address, copies folded, articles numbered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pandas as pd

from dashboard.queries import brief, cited
from dashboard.queries.evidence import Row, cut
from dashboard.queries.stories import Folded
from dashboard.views import coded, copies, evidence
from dashboard.views.desk import Desk

from . import lines
from .document import Cited, Line, Source


class Citer:
    """Cites for one document: an article keeps the number that it was first given."""

    def __init__(self, desk: Desk, today: dt.date, most: int) -> None:
        self.desk, self._today, self._most = desk, today, most
        self._languages = desk.corpus.articles["language"].astype(object).to_numpy()
        self._sources: dict[int, Source] = {}
        self._texts: dict[str, tuple[str, str]] = {}

    def line(self, group: brief.Group, made: brief.Line) -> Line:
        """A line with its evidence or, where there is more than is wanted, the first rows of it."""
        desk = self.desk
        found, facts = cited.behind(desk.corpus, desk.filters, made.id, desk.store.texts, self._today)
        shown = found[: self._most]
        leads = _leads(desk, made.id, shown, facts)
        after = made.about.get("later")  # what took an event back is read before what announced it
        for row, status in cited.later(desk.corpus, desk.filters, after) if after else ():
            told = desk.words("announced.later", status=desk.words(f"status.{status}"))
            shown, leads, found = [Folded(row, ()), *shown], [told, *leads], [*found, Folded(row, ())]
        self._read(row for one in shown for row in (one.row, *one.copies))
        rows = tuple(
            self._cited(one, lead) for one, lead in zip(shown, leads, strict=True) if one.row.article in self._texts
        )
        return limited(desk, replace(lines.line(desk, group, made), cited=rows, whole=len(found)), self._most)

    def _read(self, rows: Iterable[Row]) -> None:
        wanted = {row.article for row in rows} - self._texts.keys()
        if wanted:
            self._texts.update(self.desk.store.texts(wanted))

    def _cited(self, one: Folded, lead: str) -> Cited:
        row = one.row
        pieces = tuple(tuple(cut(piece, self._texts[row.article])) for piece in row.pieces)
        more = evidence.label(self.desk, [row.code, *(copy.code for copy in one.copies)]) if one.copies else ""
        direction = "ltr" if self._languages[row.code] == "en" else "rtl"
        places = tuple(f"{row.code}{piece.field[1]}{piece.start}-{piece.end or 0}" for piece in row.pieces)
        return Cited(pieces, places, direction, self._source(row.code), lead, more)

    def _source(self, code: int) -> Source:
        if code not in self._sources:
            say, about = self.desk.words, self.desk.corpus.articles.iloc[code]
            address = about["url"] if isinstance(about["url"], str) else ""
            self._sources[code] = Source(
                len(self._sources) + 1, about["title"] or say("article.untitled"), say.source(about["source"]),
                say.day(about["published"]), web_address(address), readable(address),
            )  # fmt: skip
        return self._sources[code]


def limited(desk: Desk, line: Line, most: int) -> Line:
    """The line with at most so many rows of its evidence, and word of it where there are more."""
    kept = line.cited[:most]
    left = line.whole > len(kept) and bool(line.cited)
    said = desk.words("brief.left", n=len(kept), whole=desk.words.number(line.whole)) if left else ""
    return replace(line, cited=kept, left=said)


def web_address(text: str) -> str | None:
    """The address, if it is one of the web's; anything else (javascript:, data:, a local file) is no link."""
    if not text.isprintable() or any(letter.isspace() for letter in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


def readable(address: str, most: int = 90) -> str:
    """An address as it is read: its Arabic not in percents, cut where it is long, nothing that turns the line."""
    text = "".join(letter for letter in unquote(address) if letter.isprintable())
    return text if len(text) <= most else text[:most] + "…"


def _leads(desk: Desk, id: str, shown: list[Folded], facts: pd.DataFrame) -> list[str]:
    """What stands before a row: who did what to whom, the themes of an article, a flag's message, a speaker's role."""
    say, kind = desk.words, id.partition(":")[0]
    if kind == "flag":
        told = facts.to_dict("records")[: len(shown)]
        return [copies.message(desk, flag, int(flag["code"])) for flag in told]
    if kind == "period":
        themes = facts.groupby("code")["theme"].agg(lambda found: list(dict.fromkeys(found)))
        return [say.list(map(say.theme, themes[one.row.code])) for one in shown]
    if kind in ("type", "status"):
        by_key: dict[int, list[str]] = {}
        for fact in facts.to_dict("records"):
            by_key.setdefault(int(fact["key"]), []).append(coded.line(desk, fact))
        return [say.list(dict.fromkeys(by_key[one.row.key])) for one in shown]
    return [""] * len(shown)
