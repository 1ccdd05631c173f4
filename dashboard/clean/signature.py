"""Outlets by their names and hosts, and lines that only name a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon import load
from .cues import alternatives, begins, words

_SOURCE = re.compile(r"^\W*(?P<cue>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:/|–-]\s*(?P<name>[^\n:|]{2,60})$")
_HOST = re.compile(r"(?:[a-z]+:)?//(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_MOST_WORDS, _LONGEST = 9, 90  # words and characters of a line of signature
_NAMING = 160  # characters of a line of a cue and at most 60 of a name


@dataclass(frozen=True, slots=True)
class _Outlets:
    by_words: dict[str, str]  # folded words of a form → the outlet's name
    by_host: dict[str, str]
    weak: frozenset[str]  # forms that are common words too
    marks: frozenset[str]  # words that only outlets bear


def outlet_named(text: str) -> str | None:
    """The outlet that `text` is the name of; None where it is none that is known."""
    return _outlets().by_words.get(words(text))


def outlet_like(text: str) -> bool:
    """Whether `text` is the name of an outlet: a known one that is no common word, or one that says it is one."""
    said = words(text)
    if not said or len(said.split()) > 5:
        return False
    known = said in _outlets().by_words and said not in _outlets().weak
    return known or (len(said.split()) > 1 and not _outlets().marks.isdisjoint(said.split()))


def outlet_of(url: str) -> str | None:
    """The outlet whose site an address is on; its host where that is not known."""
    match = _HOST.match(url.strip())
    if not match or "." not in match.group(1):
        return None
    host = match.group(1).lower().removeprefix("www.").rstrip(".")
    parts = host.split(".")
    for start in range(len(parts) - 1):
        name = _outlets().by_host.get(".".join(parts[start:]))
        if name:
            return name
    return host


@lru_cache(maxsize=4096)
def is_signature(line: str) -> bool:
    """A short line of outlets' names, credits and separators only: (رويترز، أ ف ب), * نقلا عن "…", المصدر: وكالات."""
    said = words(line) if len(line) <= _LONGEST else ""
    if not said or len(said.split()) > _MOST_WORDS:
        return False
    if source_line(line) is not None:
        return True
    if _signature().fullmatch(said):
        return True
    starred = line.lstrip().startswith(("*", "(", "["))
    return starred and bool(_credits().match(said)) and not line.rstrip().endswith(".")


def signed_by(line: str) -> str | None:
    """The first outlet in a line of signature; None for another line."""
    if not is_signature(line):
        return None
    said = words(line)
    strong = ((form, name) for form, name in _outlets().by_words.items() if form not in _outlets().weak)
    found = [(said.find(form), name) for form, name in strong if f" {form} " in f" {said} "]
    return min(found)[1] if found else None


def source_line(line: str) -> str | None:
    """The source that a line "المصدر: …" names; None for another line."""
    match = _SOURCE.match(line.strip().rstrip(".")) if len(line) <= _NAMING else None
    if not match or not _source_cues().fullmatch(words(match["cue"])) or len(words(match["name"]).split()) > 6:
        return None
    return match["name"].strip(" \"'«»“”()[]*")


@lru_cache(maxsize=1)
def _outlets() -> _Outlets:
    data = load().data("outlets")
    by_words: dict[str, str] = {}
    by_host: dict[str, str] = {}
    weak: set[str] = set()
    for outlet in data["outlets"]:
        for form in [outlet["name"], *outlet["forms"]]:
            by_words.setdefault(words(form), outlet["name"])
        by_host.update(dict.fromkeys(outlet["hosts"], outlet["name"]))
        if outlet.get("weak"):
            weak.add(words(outlet["name"]))
    return _Outlets(by_words, by_host, frozenset(weak), frozenset(map(words, data["outlet_words"])))


@lru_cache(maxsize=1)
def _signature() -> re.Pattern[str]:
    """Full-matches words that are outlets' names and what joins them, with one outlet at least."""
    strong = (re.escape(form) for form in _outlets().by_words if form not in _outlets().weak)
    names = "|".join(sorted(strong, key=len, reverse=True))
    joins = alternatives([*load().data("boilerplate")["signature_words"], *load().data("outlets")["dateline_places"]])
    return re.compile(rf"(?:(?:{joins}) )*و?(?:{names})(?:(?: (?:{joins}))* و?(?:{names}))*(?: (?:{joins}))*")


@lru_cache(maxsize=1)
def _credits() -> re.Pattern[str]:
    return begins(load().data("boilerplate")["source_lines"])


@lru_cache(maxsize=1)
def _source_cues() -> re.Pattern[str]:
    return re.compile(alternatives(load().data("boilerplate")["source_lines"]))
