"""A brief as one web page that needs nothing beside it: no script, no request, its fonts and figures inside it."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dashboard.views.text import shortened

from .document import Cited, Document, Group, Line, Section, Source

STATIC = Path(__file__).parents[2] / "static"
FACES = (
    ("arabic", 400, "U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFC"),
    ("latin", 400, "U+0000-024F, U+2000-206F"),
)
# Even a browser that is asked to can load nothing and run nothing: articles are written by strangers.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'; base-uri 'none'"
)
BEGINNING = 45  # characters of a sentence that is in the file already


def page(document: Document, thrifty: bool = False) -> bytes:
    """The whole file. Thrifty: a sentence that was cited before is its first words and a link to where it stands."""
    said = document.said
    writer = _Writer(document, thrifty)
    body = [
        f"<header><h1 dir=auto>{text(document.title)}</h1><p class=made>{text(document.made)}</p>",
        "".join(f"<p class=note dir=auto>{text(part)}</p>" for part in document.note.splitlines() if part.strip()),
        "<dl>" + "".join(f"<dt>{text(label)}</dt><dd>{text(value)}</dd>" for label, value in document.facts) + "</dl>",
        f"<nav aria-label='{text(said['contents'])}'><ul>",
        *(f"<li><a href='#{section.id}'>{text(section.title)}</a></li>" for section in document.sections),
        "</ul></nav>",
        f"<p class=help>{text(said['repeated' if thrifty else 'folded'])}</p></header><main>",
        *(writer.section(section) for section in document.sections),
        _sources(document.sources(), said["articles"]),
        "</main><footer>",
        *(f"<p>{text(note)}</p>" for note in document.notes),
        "</footer>",
    ]
    head = (
        f"<!doctype html><html lang={document.language} dir={document.direction} data-digits={document.digits}>"
        "<head><meta charset=utf-8>"
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name=referrer content=no-referrer>'
        f'<meta name=viewport content="width=device-width, initial-scale=1"><title>{text(document.title)}</title>'
        f"<style>{_style()}</style></head><body>"
    )
    return (head + "".join(body) + "</body></html>").encode("utf-8", "replace")


def text(said: str) -> str:
    """Somebody's words as they are written, never as markup."""
    return html.escape(said)


class _Writer:
    """Writes sections; remembers which sentences stand in the file, and where."""

    def __init__(self, document: Document, thrifty: bool) -> None:
        self._said, self._thrifty, self._direction = document.said, thrifty, document.direction
        self._numeral = document.numeral
        self._written: dict[str, int] = {}  # place → the number of the sentence there

    def section(self, section: Section) -> str:
        figure = ""
        if section.figure:
            legend = f"<figcaption>{text(section.figure.legend)}</figcaption>" if section.figure.legend else ""
            named = section.figure.title not in [group.title for group in section.groups]
            head = f"<h3>{text(section.figure.title)}</h3>" if named else ""
            figure = f"<figure>{head}{section.figure.svg}{legend}</figure>"
        groups = "".join(map(self._group, section.groups)) or f"<p>{text(section.empty)}</p>"
        return f"<section id={section.id}><h2>{text(section.title)}</h2>{figure}{groups}</section>"

    def _group(self, group: Group) -> str:
        rest = f"<p class=help>{text(group.rest)}</p>" if group.rest else ""
        lines = "".join(self._line(group, at, line) for at, line in enumerate(group.lines, 1))
        return f"<h3>{text(group.title)}</h3><p class=help>{text(group.help)}</p><ol>{lines}</ol>{rest}"

    def _line(self, group: Group, at: int, line: Line) -> str:
        about = "".join(f"<span class=note>{text(note)}</span>" for note in line.notes)
        change = f" <span class=change>{text(line.change)}</span>" if line.change else ""
        tag = f"<span class=tag>{text(line.tag)}</span>" if line.tag else ""
        bar = "" if line.share is None else f"<i class=bar style='--share:{line.share:.3f}'></i>"
        place = f" id=date-{at}" if group.id == "dates" else ""
        number = f"<span class=number>{text(line.number)}{change}</span>"
        head = f"<span class=title><bdi>{text(line.title)}</bdi>{tag}</span>{number}"
        about = f"<div class=about>{about}</div>" if about else ""
        return f"<li{place}><div class=line>{head}{bar}</div>{about}{self._evidence(line)}</li>"

    def _evidence(self, line: Line) -> str:
        if not line.cited:
            return ""
        left = f"<p class=help>{text(line.left)}</p>" if line.left else ""
        rows = "".join(map(self._cited, line.cited))
        return f"<details><summary>{text(self._said['evidence'])}</summary><ul>{rows}</ul>{left}</details>"

    def _cited(self, one: Cited) -> str:
        about = one.source
        turned = "" if one.direction == self._direction else f" dir={one.direction}"
        lead = f"<span class=lead dir=auto>{text(one.lead)}</span>" if one.lead else ""
        known = self._thrifty and all(place in self._written for place in one.places)
        between = " · " if known else ""
        pieces = between.join(self._piece(*piece) for piece in zip(one.places, one.pieces, strict=True))
        copies = f" · {text(one.copies)}" if one.copies else ""
        if known:  # what is left out stands where the link leads
            return f"<li{turned}>{lead}{pieces} <a href=#a{about.id}>[{self._numeral(about.id)}]</a>{copies}"
        link = f"<a href=#a{about.id}>[{self._numeral(about.id)}]</a>" if self._thrifty else _address(about)
        said = f"<bdi>{text(about.name)}</bdi> · {text(about.day)} · <cite dir=auto>{text(about.title)}</cite> {link}"
        return f"<li>{lead}<div{turned}>{pieces}</div><p class=source>{said}{copies}</p>"

    def _piece(self, place: str, segments: Iterable[tuple[str, str]]) -> str:
        if self._thrifty and place in self._written:
            words = shortened("".join(part for part, _ in segments), BEGINNING)
            return f"<a class=q href=#s{self._written[place]}>{text(words)}</a>"
        number = self._written.setdefault(place, len(self._written) + 1)
        marked = "".join(f"<mark>{text(part)}</mark>" if mark else text(part) for part, mark in segments)
        return f"<q id=s{number}>{marked}</q>" if self._thrifty else f"<q>{marked}</q>"


def _sources(sources: list[Source], title: str) -> str:
    if not sources:
        return ""
    items = (
        f"<li id=a{one.id} value={one.id}><cite dir=auto>{text(one.title)}</cite> · <bdi>{text(one.name)}</bdi> · "
        f"{text(one.day)} {_address(one)}</li>"
        for one in sources
    )
    return f"<section id=sources><h2>{text(title)}</h2><ol class=sources>{''.join(items)}</ol></section>"


def _address(source: Source) -> str:
    if not source.address:
        return ""
    shown = f"<bdi dir=ltr class=url>{text(source.address)}</bdi>"
    return f'<a href="{text(source.url)}" rel="noopener noreferrer nofollow">{shown}</a>' if source.url else shown


@lru_cache(maxsize=1)
def _style() -> str:
    """The style sheet with its fonts inside."""
    faces = ""
    for script, weight, reach in FACES:
        font = base64.b64encode(
            (STATIC / "fonts" / f"ibm-plex-sans-arabic-{script}-{weight}-normal.woff2").read_bytes()
        )
        faces += (
            f"@font-face{{font-family:'IBM Plex Sans Arabic';font-weight:{weight};unicode-range:{reach};"
            f"src:url(data:font/woff2;base64,{font.decode()}) format('woff2')}}"
        )
    return faces + (STATIC / "brief.css").read_text("utf-8")
