"""What a finding says of itself: what it is, how it was resolved, which rule saw it and how sure that rule is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.queries.reading import Finding

from . import coded, copies
from .desk import Desk


def lines(desk: Desk, finding: Finding, record: Mapping[str, Any], *, ruled: bool = True) -> list[str]:
    """Name first, then a line for each thing worth knowing; last how sure it is, and with `ruled` which rule saw it."""
    say, data = desk.words, finding.data
    tell = {
        "date": _date, "quote": _quote, "relation": _relation, "theme": _theme, "flag": _flag,
    }.get(finding.kind, _mention)  # fmt: skip
    told = tell(desk, data, record)
    if data.get("was"):
        told.append(say("how.was", was=tell(desk, {**data, **data["was"]}, record)[0]))
    how = [rule(desk, finding), sureness(desk, finding)] if ruled else [sureness(desk, finding)]
    if data.get("verdict"):
        how.insert(0, say(f"how.verdict.{data['verdict']}"))
    return [line for line in (*told, " · ".join(part for part in how if part)) if line]


def rule(desk: Desk, finding: Finding) -> str:
    """Which rule saw a finding, by the name that the data and the code call it."""
    return desk.words("how.rule", rule=str(finding.data["rule"]))


def sureness(desk: Desk, finding: Finding) -> str:
    """How sure its rule is of a finding; empty where it does not say."""
    share = finding.data.get("confidence")
    return "" if share is None else desk.words("how.confidence", share=desk.words.percent(float(share)))


def _mention(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    say = desk.words
    name = data["name_en"] if say.language == "en" and data["name_en"] else data["name"]
    kind = say(f"one.{data['kind']}")
    via = data["via"]
    out = [f"{name} ({kind})"]
    if via and via != "name":
        out.append(say("how.via", via=say(f"via.{via}") if say.has(f"via.{via}") else str(via)))
    if data["role"]:
        out.append(say("how.role", role=data["role"]))
    if data["country"] and data["kind"] != "country":
        out.append(say("how.country", name=desk.actor(data["country"])))
    if data.get("counts") is False:
        out.append(say("how.not_counted"))
    if data.get("ambiguous"):
        out.append(say("how.ambiguous"))
    return out


def window(desk: Desk, data: Mapping[str, Any]) -> str:
    """When a date is: its window in words, or that it stays open."""
    if not data["from"] and not data["to"]:
        return desk.words("date.duration" if data["kind"] in ("duration", "recurring") else "date.open")
    low, high = (pd.Timestamp(data[side]) if data[side] else None for side in ("from", "to"))
    return desk.words.span(low, high)


def _date(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    say = desk.words
    out = [window(desk, data), date_notes(desk, data)]
    if data["at"]:
        out.append(say.hour(str(data["at"]), data["tz"] or ""))
    if data["basis"] != "absolute":
        out.append(say(f"basis.date.{data['basis']}", day=say.day(_published(record))))
    return out


def date_notes(desk: Desk, data: Mapping[str, Any]) -> str:
    """Precision, vagueness, tense and alternatives of a date, in words."""
    say = desk.words
    notes = [say(f"precision.{data['precision']}") if data["precision"] else ""]
    notes += [say(f"mod.{data['mod']}") if data["mod"] else "", say(f"tense.{data['tense']}") if data["tense"] else ""]
    if data["alternative"] is not None:
        notes.append(say("timeline.alternative"))
    return " · ".join(note for note in notes if note)


def _published(record: Mapping[str, Any]) -> pd.Timestamp | None:
    day = record["published"]["date"]
    return pd.Timestamp(day) if day else None


def verb(desk: Desk, quote: Mapping[str, Any]) -> str:
    """The word that says that somebody speaks; in a headline often a colon does, which is no word."""
    said = str(quote["verb"] or "")
    if quote["field"] == "title" and not any(letter.isalpha() for letter in said):
        return desk.words("quote.headline")
    return said


def wording(desk: Desk, quote: Mapping[str, Any]) -> str:
    return desk.words("quote.direct" if quote["direct"] else "quote.indirect")


def speaker(desk: Desk, quote: Mapping[str, Any], record: Mapping[str, Any]) -> str:
    """Who makes a statement: by name in the interface's language where that is known, else as the text has it."""
    if quote["speaker_mention"] is not None:
        return desk.actor(record["mentions"][quote["speaker_mention"]]["id"])
    return desk.words.written(quote["speaker"]) if quote["speaker"] else desk.words("quote.nobody")


def _quote(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    say = desk.words
    out = [say("quote.of", speaker=speaker(desk, data, record))]
    out.append(" · ".join(part for part in (wording(desk, data), verb(desk, data)) if part))
    if data["relayed_by"]:
        out.append(say("quote.relayed", name=say.source(data["relayed_by"])))
    return out


def _relation(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    out = [coded.title(desk, data), " · ".join(coded.notes(desk, data))]
    if data["attributed_to"] is not None and data["attributed_to"] < len(record["quotes"]):
        teller = record["quotes"][data["attributed_to"]]
        out.append(desk.words("quote.of", speaker=speaker(desk, teller, record)))
    if data["date"] is not None and data["date"] < len(record["dates"]):
        out.append(window(desk, record["dates"][data["date"]]))
    if str(data["rule"]).endswith(":weighed"):
        out.append(desk.words("how.weighed"))
    return out


def _theme(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    return [desk.words.theme(data["id"]), desk.words("theme.score", share=desk.words.percent(float(data["score"])))]


def _flag(desk: Desk, data: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    return [flag_title(desk, data["kind"]), copies.message(desk, data)]


def flag_title(desk: Desk, kind: str) -> str:
    key = f"flag.{kind}"
    return desk.words(key) if desk.words.has(key) else kind
