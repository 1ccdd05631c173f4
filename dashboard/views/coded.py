"""A coded relation in words: who did what to whom, and how that stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from dashboard.lexicon import load

from .desk import Desk
from .words import END, ISOLATE, Words


def deed(say: Words, type: str, mode: object = None) -> str:
    """What was done: the mode that PLOVER has of a type, beside it the type, or the type alone: "release (retreat)".

    Words that name the type already need it no second time ("threaten with force"). What is announced has the mode of
    its deed: "release (concede)". A mode that the ontology hasn't (of an older version's record, or of somebody
    else's) says nothing.
    """
    kind = say(f"plover.{type}")
    keys = (f"mode.{one}.{mode}" for one in (type, *_deeds(type))) if isinstance(mode, str) else ()
    said = next((say(key) for key in keys if say.has(key)), None)
    return kind if said is None else said if kind in said else say("relation.mode", mode=said, type=kind)


@cache
def _deeds(type: str) -> tuple[str, ...]:
    """The types that are coded as this one while they are announced."""
    types = load().data("plover")["types"]
    return tuple(name for name, one in types.items() if one.get("future") == type)


def title(desk: Desk, data: Mapping[str, Any]) -> str:
    """Who, what and whom: "Russia → Iran: reject"."""
    say = desk.words
    what = deed(say, data["type"], data.get("mode"))
    if data["reciprocal"]:
        return f"{say.list(desk.actor(actor) for actor in data['actors'])}: {what}"
    source, target = (desk.actor(data[end]) if data[end] else "" for end in ("source", "target"))
    if not source:
        return say("relation.towards", what=what, whom=target) if target else what
    arrow = "←" if say.rtl else "→"
    return f"{source} {arrow} {target}: {what}" if target else f"{source}: {what}"


def notes(desk: Desk, data: Mapping[str, Any]) -> list[str]:
    """Status, what is announced and the contexts of a relation."""
    say = desk.words
    out = [say(f"status.{data['status']}")]
    if data["announces"]:
        out.append(say("relation.announces", what=deed(say, data["announces"], data.get("mode"))))
    out += [say(f"context.{context}") if say.has(f"context.{context}") else context for context in data["context"]]
    return out


def line(desk: Desk, fact: Mapping[str, Any]) -> str:
    """A row of the frame of relations in a line: "Russia → Iran · reject · occurred"."""
    say, ends = desk.words, [fact["source"], fact["target"]]
    if fact["reciprocal"]:
        who = " – ".join(f"{ISOLATE}{desk.actor(str(id))}{END}" for id in fact["actors"])
    else:
        named = [desk.actor(id) if isinstance(id, str) else "؟" if say.rtl else "?" for id in ends]
        who = f" {'←' if say.rtl else '→'} ".join(f"{ISOLATE}{name}{END}" for name in named)
    return say.apart([say.mark + who, deed(say, str(fact["type"]), fact["mode"]), say(f"status.{fact['status']}")])


def of_sentences(desk: Desk, facts: pd.DataFrame) -> dict[int, str]:
    """What was coded in each sentence by its key, a line each; of facts that are relations (`relation`: their rows)."""
    if "relation" not in facts:
        return {}
    found: dict[int, dict[str, None]] = {}
    rows = facts["relation"].drop_duplicates().to_numpy()
    for fact in desk.corpus.facts["relations"].iloc[rows].to_dict("records"):
        found.setdefault(int(fact["key"]), {})[line(desk, fact)] = None
    return {key: "\n".join(lines) for key, lines in found.items()}
