"""A brief as a Word document: headings, tables and paragraphs, from right to left where the language is written so."""

from __future__ import annotations

import datetime as dt
import io

from .document import Cited, Document, Group, Line, Section, Source
from .paper import Paper, plain

PIECES = 2  # sentences of one article for one number; the page has them all


def file(document: Document) -> bytes:
    """The whole file."""
    return _Writer(document).bytes()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._from, self._paper = document, Paper(document.direction == "rtl")

    def bytes(self) -> bytes:
        given = self._from
        self._paper.out.core_properties.title = plain(given.title)
        self._paper.out.core_properties.author = ""
        self._paper.out.core_properties.created = self._paper.out.core_properties.modified = dt.datetime.now()
        self._paper.heading(given.title, 0)
        self._paper.paragraph(given.made, small=True)
        for part in filter(str.strip, given.note.splitlines()):
            self._paper.paragraph(part)
        self._paper.table([list(fact) for fact in given.facts], (4, 12))
        for section in given.sections:
            self._section(section)
        sources = given.sources()
        if sources:
            self._paper.heading(given.said["articles"], 1)
        for source in sources:
            self._source(source)
        for note in given.notes:
            self._paper.paragraph(note, small=True)
        out = io.BytesIO()
        self._paper.out.save(out)
        return out.getvalue()

    def _section(self, section: Section) -> None:
        self._paper.heading(section.title, 1)
        if section.empty:
            self._paper.paragraph(section.empty)
        for group in section.groups:
            self._paper.heading(group.title, 2)
            self._paper.paragraph(group.help, small=True)
            self._group(group)
            if group.rest:
                self._paper.paragraph(group.rest, small=True)

    def _group(self, group: Group) -> None:
        """The numbers as a table, and below it the sentences of each."""
        rows = []
        for at, line in enumerate(group.lines, 1):
            notes = "\n".join((*([line.tag] if line.tag else []), *line.notes))
            rows.append(
                [
                    self._from.numeral(at),
                    line.title + (f"\n{notes}" if notes else ""),
                    " ".join(filter(None, (line.number, line.change))),
                ]
            )
        self._paper.table(rows, (1, 10.5, 4.5))
        for at, line in enumerate(group.lines, 1):
            self._evidence(at, line)

    def _evidence(self, at: int, line: Line) -> None:
        if not line.cited:
            return
        self._paper.paragraph(f"{self._from.numeral(at)}. {line.title}", bold=True, keep=True)
        for one in line.cited:
            self._cited(one)
        if line.left:
            self._paper.paragraph(line.left, small=True)

    def _cited(self, one: Cited) -> None:
        if one.lead:
            self._paper.paragraph(one.lead, small=True, keep=True)
        for segments in one.pieces[:PIECES]:
            made = self._paper.begin(one.direction == "rtl", indent=True)
            for part, mark in segments:
                self._paper.run(made, part, one.direction == "rtl", bold=bool(mark))
            if segments is one.pieces[:PIECES][-1] and len(one.pieces) > PIECES:
                self._paper.run(made, " […]", one.direction == "rtl")
        about = one.source
        said = " · ".join(
            filter(None, (f"[{self._from.numeral(about.id)}] {about.name}", about.day, about.title, one.copies))
        )
        self._paper.paragraph(said, small=True, indent=True)

    def _source(self, source: Source) -> None:
        made = self._paper.begin(self._paper.rtl)
        number = self._from.numeral(source.id)
        self._paper.run(made, f"[{number}] {source.title} · {source.name} · {source.day} ", self._paper.rtl, size=9)
        if source.url:
            self._paper.link(made, source.url, source.address)
        elif source.address:
            self._paper.run(made, source.address, False, size=8)
