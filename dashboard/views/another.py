"""Another reading of a finding than the engine's: what its words may also stand for, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.lexicon import load
from dashboard.model import Entry

from . import coded, explain
from .desk import Desk

Reading = dict[str, Any]
MOST = 9  # readings that have a key


def has(name: str, item: Mapping[str, Any]) -> bool:
    """Whether a finding can be something else; of a flag, only one that wants a day can."""
    return name != "flags" or item["kind"] == "no-publication-date"


def readings(desk: Desk, item: Mapping[str, Any]) -> list[tuple[str, Reading]]:
    """What the words of a mention may also stand for, as the data has it: label and fields."""
    seen = {_spot(item)}
    out = []
    for entry in load().gazetteer.entries(item["text"]):
        now = of(entry)
        if _spot(now) not in seen:
            seen.add(_spot(now))
            out.append((label(desk, entry), now))
    return out[:MOST]


def _spot(item: Mapping[str, Any]) -> tuple[Any, ...]:
    """One town stands under several ids, where several lists have it."""
    if item["kind"] == "place" and item.get("lat") is not None:
        return item["kind"], item["country"], round(item["lat"]), round(item["lon"])
    return item["kind"], item["id"]


def of(entry: Entry) -> Reading:
    """A known name as fields of a mention."""
    return {
        "kind": entry.kind, "id": entry.id, "name": entry.name, "name_en": entry.name_en, "country": entry.country,
        "via": entry.via, "lat": entry.lat, "lon": entry.lon, "nonstate": entry.nonstate,
        "acts_for_state": entry.acts_for_state, "counts": True,
    }  # fmt: skip


def label(desk: Desk, entry: Entry) -> str:
    say = desk.words
    name = (entry.name_en if say.language == "en" else entry.name) or entry.name
    about = [say(f"one.{entry.kind}")]
    if entry.via == "capital":
        about.append(say("how.via", via=say("via.capital")))
    elif entry.country and entry.kind != "country":
        about.append(desk.actor(entry.country))
    return say("review.reading", name=name, about=say.apart(about))


def called(desk: Desk, id: str) -> str:
    """The name of anything that a finding may be read as."""
    entry = load().gazetteer.ids.get(id)
    if entry and entry.kind == "place":
        return (entry.name_en if desk.words.language == "en" else entry.name) or entry.name
    return desk.actor(id)


def told(desk: Desk, name: str, reading: Mapping[str, Any]) -> str:
    """A reading in words."""
    say = desk.words
    match name:
        case "mentions":
            return say("review.reading", name=called(desk, reading["id"]), about=say(f"one.{reading['kind']}"))
        case "dates":
            return explain.window(desk, {"kind": "date", **reading})
        case "relations":
            return f"{coded.title(desk, reading)} ({say('status.' + reading['status'])})"
        case "quotes":
            return say("quote.of", speaker=reading["speaker"] or say("quote.nobody"))
    return explain.flag_title(desk, reading["kind"])
