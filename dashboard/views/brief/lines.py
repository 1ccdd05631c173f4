"""A line of a brief in words: what is counted, how often, how that changed, and what else is known of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.queries import atlas
from dashboard.queries.announced import after
from dashboard.queries.brief import Group, Line
from dashboard.views import announced, statements
from dashboard.views.desk import Desk

from . import document

UNITS = {
    "article": "evidence.articles", "sentence": "evidence.sentences", "report": "network.reports",
    "event": "announced.reports", "statement": "statements.number", "flag": "overview.flags",
}  # fmt: skip


def line(desk: Desk, group: Group, made: Line) -> document.Line:
    """The line without its evidence."""
    say, about = desk.words, made.about
    most = max(other.number for other in group.lines)
    change = say.change(made.number, int(about["before"])) if pd.notna(about.get("before")) else ""
    return document.Line(
        made.id, title(desk, made), say(UNITS[made.unit], n=made.number),
        None if made.unit == "event" or group.id == "dates" else made.number / most,
        say("brief.change", change=change) if change else "", _tag(desk, made), tuple(filter(None, _notes(desk, made))),
    )  # fmt: skip


def title(desk: Desk, made: Line) -> str:
    """What a line counts."""
    say, about = desk.words, made.about
    kind, _, rest = made.id.partition(":")
    match kind:
        case "period" | "date":
            return say.span(about["low"], about["high"])
        case "state":
            return desk.actor(rest)
        case "dyad" | "edge":
            return " – ".join(map(desk.actor, rest.replace("|", "-").split("-", 1)))
        case "event":
            return announced.title(desk, about)
        case "speaker":
            return statements.name(desk, rest, about["name"])
        case "type":
            return say(f"plover.{rest}")
        case "theme":
            return say.theme(rest)
        case "flag":
            return say(f"flag.{rest}")
        case "status":
            return say(f"status.{rest}")
        case "place":
            found = atlas.places(desk.corpus, desk.filters).set_index("id").loc[rest]
            return str(found["ar" if say.language == "ar" else "en"])
        case "weak":
            return say(f"brief.weak.{rest}")
        case "undated":
            return say("brief.undated_articles")
    return say("brief.open")


def _tag(desk: Desk, made: Line) -> str:
    if made.unit == "event":
        return desk.words(f"announced.due.{made.about['state']}")
    return desk.words("timeline.announced") if made.about.get("ahead") else ""


def _notes(desk: Desk, made: Line) -> list[str]:
    say, about = desk.words, made.about
    match made.id.partition(":")[0]:
        case "period":
            return [say.apart(f"{say.theme(theme)}: {say.number(int(n))}" for theme, n in about["themes"])]
        case "edge":
            return [say("evidence.sentences", n=int(about["sentences"]))]
        case "theme":
            return [say("evidence.articles", n=int(about["articles"]))]
        case "speaker":
            return [say("statements.unnamed")] if about["kind"] == "unnamed" else []
        case "event":
            return _event(desk, about)
    return []


def _event(desk: Desk, event: dict[str, Any]) -> list[str]:
    """When it is to be, who told of it first, and what was told of it later."""
    say = desk.words
    when = say("date.or").join(say.span(low, high) for low, high in event["windows"]) or say("announced.no_window")
    first = announced.told_first(desk, event)
    return [when, first, say.list(map(say.theme, event["themes"])), *later(desk, event)]


def later(desk: Desk, event: dict[str, Any]) -> list[str]:
    """What was told of an event after it was announced, in a word for each kind of it."""
    if not event["later"]:
        return []
    told = after(desk.corpus, desk.filters, event["later"])["status"].astype(str)
    return [desk.words("announced.later", status=desk.words.list(desk.words(f"status.{one}") for one in told.unique()))]
