"""A stored record as a reader shows it: the text cut at every finding's edges, each stretch with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = ("country", "place", "person", "organization", "date", "quote", "relation", "theme", "flag")


@dataclass(frozen=True)
class Finding:
    """One located finding of a record, of one of KINDS; `index` is its place in the record's list."""

    kind: str
    field: str
    start: int
    end: int
    index: int
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Stretch:
    """Text between two edges, and the findings that cover it, the widest first."""

    text: str
    start: int
    end: int
    findings: tuple[Finding, ...]


def findings(record: Mapping[str, Any]) -> list[Finding]:
    """Every located finding of a record, in the order of the text, the widest first."""
    out = list(_located(record))
    out.sort(key=lambda f: (f.field, f.start, -f.end))
    return out


def _located(record: Mapping[str, Any]) -> Iterator[Finding]:
    for name, kind in (
        ("mentions", None),
        ("dates", "date"),
        ("quotes", "quote"),
        ("relations", "relation"),
        ("flags", "flag"),
    ):
        for index, item in enumerate(record[name]):
            if item["start"] is not None and item["end"] > item["start"]:
                yield Finding(kind or item["kind"], item["field"], item["start"], item["end"], index, item)
    for index, theme in enumerate(record["themes"]):
        for piece in theme["evidence"]:
            yield Finding("theme", piece["field"], piece["start"], piece["end"], index, {**piece, **_named(theme)})


def _named(theme: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": theme["id"], "score": theme["score"]}


def paragraphs(text: str, found: list[Finding]) -> list[list[Stretch]]:
    """The text's lines that hold anything, each cut into stretches; stretches keep their offsets in the whole text."""
    out = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            out.append(_cut(text, at, end, [f for f in found if f.start < end and f.end > at]))
        at = end + 1
    return out


def _cut(text: str, start: int, end: int, found: list[Finding]) -> list[Stretch]:
    edges = sorted({start, end, *(min(max(edge, start), end) for f in found for edge in (f.start, f.end))})
    out = []
    for a, b in zip(edges, edges[1:], strict=False):
        over = sorted((f for f in found if f.start <= a and f.end >= b), key=lambda f: f.start - f.end)
        out.append(Stretch(text[a:b], a, b, tuple(over)))
    return out


def dates(record: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    """The dates with their places in the record's list, by the day they begin, the open ones last."""
    listed = list(enumerate(record["dates"]))
    return sorted(listed, key=lambda pair: (pair[1]["from"] or pair[1]["to"] or "9999", pair[1]["start"]))


def entities(record: Mapping[str, Any]) -> list[tuple[str, str, list[Mapping[str, Any]], int]]:
    """Kind, id, mentions and count of each entity, by kind and then by count.

    A state counts as in the record's `countries`: its organs count for it and are among its mentions; a dateline, a
    source and a paragraph that repeats the standfirst do not.
    """
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for item in record["mentions"]:
        groups.setdefault((item["kind"], item["id"]), []).append(item)
        if item.get("acts_for_state") and item["country"]:
            groups.setdefault(("country", item["country"]), []).append(item)
    states = {state["id"]: int(state["count"]) for state in record["countries"]}
    counted = (
        (kind, id, items, states.get(id, 0) if kind == "country" else len(items))
        for (kind, id), items in groups.items()
    )
    return sorted(counted, key=lambda e: (KINDS.index(e[0]), -e[3], e[1]))


def spot(place: str | None) -> tuple[str, int, int] | None:
    """Field and offsets of a place like "text:12-40"; None for what is none."""
    field, _, span = (place or "").partition(":")
    start, _, end = span.partition("-")
    if field in ("title", "text") and start.isdigit() and end.isdigit():
        return field, int(start), int(end)
    return None
