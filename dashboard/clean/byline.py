"""Where an article says who sent it from where: its dateline and the outlet's name before its first sentence.

Both stay in the text, and neither is content: a state in them is no actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..days import Day, find_days
from ..lexicon import load
from .cues import begins, words
from .dayline import day_line, places
from .fold import fold_key
from .signature import outlet_like, outlet_named

_LINES = 4  # a dateline stands before the body, at most behind a standfirst and a heading
_REACH = 130  # characters in which it must end
_PLACE_WORDS = 9  # with its state and day: "دبي، الإمارات العربية المتحدة", "MOSCOW, Aug 23"
# What it may begin with is looked for first, so that the pattern's engine skips to the next such character.
_MARK = re.compile(
    r"(?=[\s()\[\]«»\"“”:/|–—ـ-])\s*(?:[()\[\]«»\"“”:/|]|--+|[–—ـ]+|(?<=\s)-+|-+(?=\s)|-+(?=[^\W\d_]+-))\s*"
)
_BREAK = re.compile(r"\s*(?:--+|[–—ـ]+|(?<=[\s)\]])-+|-+(?=\s)|[:/|])\s*")
_DASH = re.compile(r"--+|[-–—ـ/|:]")
_SIGN = re.compile(r"[()\[\]«»\"“”:/|–—ـ-]")
_FIGURE = re.compile(r"\d")

_WITH_STATE = re.compile(r"([^()\n]{2,30}) \(([^()\n]{2,40})\)\s+(?:--+|[-–—ـ]+)\s+")  # تشابهار (إيران) –
_BLANK_DASH = re.compile(r"\s+(?:--+|[-–—ـ]+)\s+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Its span in the text (blank behind it excluded), the outlet it names as written in the data, its full day."""

    span: tuple[int, int]
    source: str | None
    day: Day | None


@lru_cache(maxsize=16)  # `prepare` asks twice
def find_dateline(text: str) -> Dateline | None:
    """The dateline or outlet prefix at the start of one of the first paragraphs."""
    start, seen = 0, 0
    for line in text.split("\n"):
        if line.strip():
            seen += 1
            if seen > _LINES:
                return None
            found = _in_line(line)
            if found:
                end, source = found
                span = (start, start + len(line[:end].rstrip()))
                return Dateline(span, source, next(find_days(fold_key(line[:end])), None))
        start += len(line) + 1
    return None


def _in_line(line: str) -> tuple[int, str | None] | None:
    """Where the dateline of a paragraph ends, and its outlet."""
    head = line[:_REACH]
    if _SIGN.search(head) is None:  # most paragraphs: nothing there ends a dateline
        return None
    dated = _dated(line, head) if _FIGURE.search(head) else None
    if dated:
        return dated
    marks = list(_MARK.finditer(head))[:7]
    place_end = 0
    for index, mark in enumerate(marks):
        segment = head[place_end : mark.start()].strip(" .،,")
        before = head[:place_end]
        # A name in quotation marks is as often one that is quoted from: only round brackets open by themselves.
        opened = index > 0 and marks[index - 1].group().strip().endswith(("(", "["))
        if segment and _is_source(segment, before, opened):
            end = _end(head, marks, index, opened, before)
            if end is not None and (line[end:].strip() or _known_place(before)):
                return end, outlet_named(segment) or segment
        place_end = mark.end()
        if len(words(head[:place_end]).split()) > _PLACE_WORDS:
            break
    last = outlet_named(line[place_end:]) if place_end and len(line) <= _REACH else None
    if last and _known_place(line[:place_end]) and "/" in line[:place_end]:  # the agency's slug on a line of its own
        return len(line), last
    return _place_alone(line, marks)


def _dated(line: str, head: str) -> tuple[int, str | None] | None:
    """A byline with its full day before a dash or slash, or before a colon where it names an agency: the longest."""
    found = None
    for mark in _BREAK.finditer(head):
        said = day_line(line[: mark.start()])
        rest = line[mark.end() :]
        if said and rest and not rest[0].isdigit() and (said.agency or ":" not in mark.group()):
            found = mark.end(), said.source
    return found


def _is_source(segment: str, before: str, opened: bool) -> bool:
    """Whether a segment names an outlet; a name that is a common word needs brackets or a known place before it."""
    like = outlet_like(segment)
    if not like and outlet_named(segment) is None or _tells(before or segment):
        return False
    return opened or (like and not before) or (bool(before) and _known_place(before))


def _end(head: str, marks: list[re.Match[str]], index: int, opened: bool, before: str) -> int | None:
    """The end of the marks behind the outlet: a bracket is followed by a dash, or by nothing after a known place."""
    end, last = marks[index].end(), index
    while last + 1 < len(marks) and marks[last + 1].start() == end:
        last += 1
        end = marks[last].end()
    tail = head[marks[index].start() : end]
    if _DASH.search(tail):
        return end
    return end if opened and before.strip(' («["“') and _known_place(before) else None


def _place_alone(line: str, marks: list[re.Match[str]]) -> tuple[int, None] | None:
    """A known place, or several, and a dash between blanks (جنيف – أعلنت). A colon makes it a speaker, a second place
    a route."""
    with_state = _WITH_STATE.match(line)
    if with_state and _known_place(with_state[1]):
        named = load().gazetteer.entries(with_state[2])
        return (with_state.end(), None) if any(entry.kind == "country" for entry in named) else None
    start, index = 0, 0
    while index < len(marks) and marks[index].group().strip() == "/" and _known_place(line[start : marks[index].end()]):
        start, index = marks[index].end(), index + 1  # واشنطن/موسكو – …
    if index == len(marks) or not _BLANK_DASH.fullmatch(marks[index].group()):
        return None
    place, rest = line[start : marks[index].start()], line[marks[index].end() :]
    behind = words(rest).split()[:2]
    if behind and behind[0].isdigit() and place[-1:].isdigit():  # Doha, 1 May 2024 - 3 May 2024
        return None
    if next(find_days(fold_key(place)), None) and day_line(place) is None:  # Doha, 1 May 2024, was a day of talks -
        return None
    if not _known_place(place) or not behind or " ".join(behind) in places() or behind[0] in places():
        return None
    return marks[index].end(), None


def _tells(text: str) -> bool:
    """Whether a text begins as a sentence does (وقال, said): neither a place nor an outlet."""
    return _verbs().match(words(text).removeprefix("و")) is not None


def _known_place(before: str) -> bool:
    """Whether the text before begins with a place that datelines bear, a day or a state aside."""
    said = words(re.split(r"[،,(/]", before.strip(' («["“'))[0])
    bare = re.sub(r"(?: \d+.*)$", "", said)
    return bare in places()


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return begins(load().data("boilerplate")["body_openings"])
