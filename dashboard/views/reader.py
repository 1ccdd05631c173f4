"""The reader's text: a title and paragraphs with every finding marked, as data for a component that sets text only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.errors import QueryError
from dashboard.queries import reading
from dashboard.queries.reading import Finding, Stretch
from dashboard.queries.search import parse, spans

from . import explain, rows
from .desk import Desk

FRAME = '<div class="frame"><div class="reader" role="article"></div><div class="tip" hidden></div></div>'


def payload(desk: Desk, record: Mapping[str, Any], kinds: Sequence[str], place: str | None) -> dict[str, Any]:
    """Blocks of pieces (text, kinds, numbers of their tips, where a date goes on), tips, and what is switched on."""
    found = reading.findings(record)
    numbers = {id(finding): number for number, finding in enumerate(found)}
    here = reading.spot(place)
    blocks: list[dict[str, Any]] = []
    for field, tag in (("title", "h2"), ("text", "p")):
        inside = [finding for finding in found if finding.field == field]
        hits = _hits(desk, record[field] or "")
        for line in reading.paragraphs(record[field] or "", inside):
            pieces = [piece for stretch in line for piece in _pieces(stretch, numbers, field, here, hits)]
            blocks.append({"tag": tag, "pieces": pieces})
    if not record["title"]:
        blocks.insert(0, {"tag": "h2", "pieces": [{"text": desk.words("article.untitled")}]})
    tips = [_tip(desk, finding, record) for finding in found]
    out = {"blocks": blocks, "tips": tips, "direction": "ltr" if record["language"] == "en" else "rtl"}
    signature = hashlib.sha1(json.dumps(out, ensure_ascii=False).encode(), usedforsecurity=False).hexdigest()
    return {**out, "on": list(kinds), "interface": desk.words.direction, "signature": signature}


def _tip(desk: Desk, finding: Finding, record: Mapping[str, Any]) -> list[str]:
    name, *more = explain.lines(desk, finding, record)
    return [name, finding.kind, *more]


def _hits(desk: Desk, text: str) -> list[tuple[int, int]]:
    """Where the text says what is searched for."""
    try:
        return spans(text, parse(desk.filters.query))
    except QueryError:
        return []


def _pieces(
    stretch: Stretch, numbers: dict[int, int], field: str, here: tuple[str, int, int] | None,
    hits: list[tuple[int, int]],
) -> list[dict[str, Any]]:  # fmt: skip
    """A stretch as one piece or, where a hit or the place to show begins or ends inside it, as several."""
    near = [hit for hit in hits if hit[0] < stretch.end and stretch.start < hit[1]]
    inner = [edge for hit in near for edge in hit]
    if here and here[0] == field:
        inner += here[1:]
    edges = sorted({stretch.start, stretch.end, *(edge for edge in inner if stretch.start < edge < stretch.end)})
    out = []
    for start, end in zip(edges, edges[1:], strict=False):
        piece: dict[str, Any] = {"text": stretch.text[start - stretch.start : end - stretch.start]}
        if stretch.findings:
            piece["kinds"] = sorted({finding.kind for finding in stretch.findings})
            if any(finding.data.get("verdict") and finding.end == end for finding in stretch.findings):
                piece["judged"] = True
            dates = [finding for finding in stretch.findings if finding.kind == "date"]
            cut = {"before": all(date.start < start for date in dates), "after": all(end < date.end for date in dates)}
            if dates and any(cut.values()):
                piece["cut"] = [side for side, goes_on in cut.items() if goes_on]
            piece["tips"] = [numbers[id(finding)] for finding in reversed(stretch.findings)]
        if here and here[0] == field and here[1] <= start and end <= here[2]:
            piece["here"] = True
        if any(hit[0] <= start and end <= hit[1] for hit in near):
            piece["hit"] = True
        out.append(piece)
    return out


def show(desk: Desk, record: Mapping[str, Any], kinds: Sequence[str], place: str | None) -> None:
    """Draw the text."""
    rows.mount("reader", FRAME)(key="reader", data=payload(desk, record, kinds, place))
