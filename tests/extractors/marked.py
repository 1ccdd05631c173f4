"""Texts with their mentions written in: `{طاشقند|UZB:capital} عاصمة {طاجيكستان|TJK}` → document and mentions.

`{words|IRN}` is a state by name, `{words|IRN:demonym}` by another way (demonym, people, capital); `{words|org:SCO}` an
organisation, `{words|nonstate:houthis}` a non-state actor, `{words|organ:USA}` an organ that acts for its state,
`{words|person:RUS}` a person of a state, `{words|place:LAT,LON}` a place, `{words|dateline:USA}` a state that does not
count.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from dashboard.clean.document import Document, analyse
from dashboard.lexicon import load
from dashboard.model import Mention

_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


def read(
    marked: str, field: Literal["title", "text"] = "text", language: str = "ar"
) -> tuple[Document, tuple[Mention, ...]]:
    """The document of a marked text and the mentions that its marks say."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    doc = analyse(text + marked[at:], field, language)
    return doc, tuple(_mention(doc, start, end, label) for start, end, label in spans)


def _mention(doc: Document, start: int, end: int, label: str) -> Mention:
    head, _, rest = label.partition(":")
    text = doc.text[start:end]
    where = {"start": start, "end": end, "field": doc.field, "sentence": doc.sentence_at(start)}
    common: dict[str, Any] = {**where, "rule": "test", "text": text}
    if head == "org":
        return Mention(**common, kind="organization", id=rest, name=text)
    if head == "nonstate":
        return Mention(**common, kind="organization", id=rest, name=text, nonstate=True)
    if head == "organ":
        return Mention(**common, kind="organization", id=f"organ:{rest}", name=text, country=rest, acts_for_state=True)
    if head == "person":
        return Mention(**common, kind="person", id=f"person:{text}", name=text, country=rest or None)
    if head == "place":
        lat, lon = (float(part) for part in rest.split(","))
        return Mention(**common, kind="place", id=text, name=text, lat=lat, lon=lon)
    counts = head != "dateline"
    iso = head if counts else rest
    via = (rest or "name") if counts else "name"
    state = load().gazetteer.states[iso]
    seat = next((one for one in load().data("capitals") if one["state"] == iso), None) if via == "capital" else None
    return Mention(
        **common, kind="country", id=iso, name=state.name, name_en=state.name_en, country=iso, via=via, counts=counts,
        lat=seat["lat"] if seat else None, lon=seat["lon"] if seat else None,
    )  # fmt: skip
