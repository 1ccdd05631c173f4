"""Dates: found where they stand and with the right days; alternatives as pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .compare import Case, Outcome, overlap

_ALSO = ("kind", "mod", "part", "at", "edtf", "precision", "basis", "tense")


def dates(case: Case) -> Iterator[Outcome]:
    """A date is a hit when one that overlaps its words has its days and whatever else the annotation says of it.

    `check: false` marks words that may be found or not; they only keep what is found there from being wrong.
    """
    used: list[dict[str, Any]] = []
    pairs: dict[str, list[Any]] = defaultdict(list)
    for wanted in case.article.must.get("dates", []):
        where = case.locate(wanted["text"], wanted.get("nth", 1))
        there = [d for d in case.record["dates"] if where and overlap(where, d)]
        used += there if wanted.get("check") is False else []
        if wanted.get("check") is False:
            continue
        right = [d for d in there if fits(wanted, d) and d not in used]
        used += right[:1]
        if "alt" in wanted:
            pairs[wanted["alt"]].append(right[0]["alternative"] if right else None)
        got = "; ".join(say(d) for d in there) or ("" if where else "not in the cleaned text")
        yield case.out("dates", "hit" if right else "miss", wanted, got, where[:2] if where else None)
    for label, numbers in pairs.items():
        together = None not in numbers and len(set(numbers)) == 1
        yield case.out("alternatives", "hit" if together else "miss", label, numbers)
    yield from _extra(case, used)


def _extra(case: Case, used: list[dict[str, Any]]) -> Iterator[Outcome]:
    for unwanted in case.article.wrong.get("dates", []):
        where = case.locate(unwanted)
        for found in case.record["dates"]:
            if where and overlap(where, found):
                used.append(found)
                yield case.out("dates", "false", unwanted, say(found), where[:2])
    if "dates" in case.article.complete:
        for found in case.record["dates"]:
            if found not in used:
                yield case.out("dates", "false", found["text"], say(found), (found["field"], found["start"]))


def fits(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a found date has the days (and the further properties) of an annotated one."""
    first, last = wanted.get("from", wanted.get("day")), wanted.get("to", wanted.get("day"))
    # An annotation without any day checks none, only the properties it names.
    days = any(key in wanted for key in ("from", "to", "day", "open"))
    right = {(first, last)}
    # Since X and by X are X itself with `mod`, or X with its other end left open: both say the same and invent nothing.
    if wanted.get("mod") == "after":
        right.add((first, None))
    elif wanted.get("mod") == "before":
        right.add((None, last))
    if days and (found["from"], found["to"]) not in right:
        return False
    return all(found[key] == wanted[key] for key in _ALSO if key in wanted)


def say(found: dict[str, Any]) -> str:
    """A found date in a line."""
    rest = " ".join(f"{key}={found[key]}" for key in ("kind", "mod", "part", "at") if found[key])
    return f"«{found['text']}» {found['from']}..{found['to']} {rest}"
