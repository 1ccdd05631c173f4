"""The entry of an organisation that a pattern found: one name for all its writings, or the listed one of that name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...clean.document import Document
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...model import Candidate, Entry


def entry_of(
    doc: Document, lexicon: Lexicon, rule: dict[str, Any], first: int, end: int, start: int, state: Candidate | None
) -> Candidate:
    country = state.entry.country if state and rule["state"] != "never" else None
    elided = start > doc.starts[first] and doc.text[start - 1 : start + 1] == "لل"
    closing = state if state and state.end == end else None  # nothing follows the demonym
    name = _canonical(doc.text[start : doc.ends[end - 1]], rule, closing, elided, lexicon)
    entry = _known(lexicon, name) or Entry(
        "organization", f"organization:{fold_key(name)}", name, country=country, via="pattern",
        type=rule["type"], nonstate=rule["type"] == "nonstate",
        acts_for_state=bool(rule.get("acts_for_state") and country),
    )  # fmt: skip
    confidence = rule.get("confidence", 0.9)
    return Candidate(first, end, start, doc.ends[end - 1], entry, f"organ.{rule['id']}", confidence)


def _canonical(text: str, rule: dict[str, Any], state: Candidate | None, elided: bool, lexicon: Lexicon) -> str:
    """One name for all writings: ministries in full (الخارجية الروسية), a state's demonym in its first spelling."""
    words = text.replace("_", " ").split()
    ministry = rule["type"] == "ministry"
    if ministry and not rule["heads"]:
        words.insert(0, "وزارة")
    if elided:  # للحكومة: the span begins at its second ل
        words[0] = f"ا{words[0]}"
    if state and state.entry.via == "demonym" and state.end - state.first == 1 and rule["state"] != "never":
        bases = lexicon.data("states")[state.entry.id]["ar"].get("demonyms")
        if bases and " " not in bases[0]:
            feminine = ministry or fold_key(words[-1]).endswith("ه")
            words[-1] = f"ال{bases[0]}" + ("ة" if feminine else "")
    return " ".join(words)


@lru_cache(maxsize=2**12)  # names that recur
def _known(lexicon: Lexicon, text: str) -> Entry | None:
    """The listed organisation of this name, also where the press writes the demonym in the other gender."""
    words = text.split()
    other = words[-1][:-1] if words[-1].endswith("ة") else f"{words[-1]}ة"
    for name in (text, " ".join([*words[:-1], other])):
        for entry in lexicon.gazetteer.entries(name):
            if entry.kind == "organization" and not entry.weak:
                return replace(entry, via="pattern")
    return None


def letters_in(doc: Document, token: int, cut: int) -> int:
    at = doc.starts[token]
    while cut:
        at += 1
        cut -= at < doc.ends[token] and doc.text[at].isalnum() and doc.text[at] != "ـ"
        if at >= doc.ends[token]:
            return doc.starts[token]
    return at
