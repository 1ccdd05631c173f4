"""Paragraphs of English agency prose with all that they tell, and the measure of the engine on them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dashboard import extract

FILE = Path(__file__).with_name("english_relations.yml")
_CODE = re.compile(r"(?P<types>[A-Z/]+) (?P<ends>\S+)(?: (?P<status>[a-z]+))?")


@dataclass(frozen=True)
class Case:
    """A paragraph: what it tells, and what is no error."""

    text: str
    relations: tuple[str, ...]
    may: tuple[str, ...]
    unseen: bool


def cases() -> list[Case]:
    """The paragraphs in order; every third one was kept unseen."""
    items = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return [
        Case(item["text"], tuple(item["relations"]), tuple(item.get("may", ())), index % 3 == 2)
        for index, item in enumerate(items)
    ]


def fits(code: str, found: dict[str, Any]) -> bool:
    """Whether a found relation is the one that a code says."""
    match = _CODE.fullmatch(code)
    assert match is not None, code
    if found["type"] not in match["types"].split("/") or match["status"] not in (None, found["status"]):
        return False
    if "+" in match["ends"]:
        return set(match["ends"].split("+")) == set(found["actors"])
    source, targets = match["ends"].split(">")
    return found["source"] == source and any(found["target"] == (None if t == "-" else t) for t in targets.split("/"))


def say(found: dict[str, Any]) -> str:
    """A found relation as a code."""
    ends = "+".join(found["actors"]) if found["reciprocal"] else f"{found['source']}>{found['target'] or '-'}"
    return f"{found['type']} {ends} {found['status']} {found['rule']}"


def measure(chosen: Iterable[Case], errors: list[str] | None = None) -> tuple[float, float]:
    """(precision, recall) over paragraphs."""
    hit = miss = false = 0
    for case in chosen:
        found = extract(case.text, published="2024-05-20", language="en").to_dict()["relations"]
        missing = [code for code in case.relations if not any(fits(code, one) for one in found)]
        wrong = [one for one in found if not any(fits(code, one) for code in (*case.relations, *case.may))]
        hit, miss, false = hit + len(case.relations) - len(missing), miss + len(missing), false + len(wrong)
        if errors is not None and (missing or wrong):
            errors.append(f"{case.text}\n   MISSED {missing}\n   FALSE {[say(one) for one in wrong]}")
    return hit / max(1, hit + false), hit / max(1, hit + miss)


def judge(text: str, told: list[str], untold: list[str]) -> None:
    """Assert what a text tells and does not; `None` stands for a doer whom nobody names."""
    found = extract(text, published="2024-05-20", language="en").to_dict()["relations"]
    found = [{**one, "source": one["source"] or "None"} for one in found]
    said = [say(one) for one in found]
    assert all(any(fits(code, one) for one in found) for code in told), said
    assert not any(fits(code, one) for code in untold for one in found), said
