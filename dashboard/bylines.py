"""Lines by which an article says who wrote it and when it came out: بقلم: …, نشر في 24 أغسطس 2021, By … | 24 Aug 2021.

The readers of pages ask them of what a page shows below its heading, the cleaning of the lines of a text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .clean.cues import alternatives, begins, first_words, words
from .clean.fold import fold_key
from .days import Day, find_days, only_a_day
from .lexicon import load

_AUTHOR = re.compile(r"^\W*(?P<cue>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:/|–-]\s*(?P<name>[^\W\d_][^\n:|/]{3,60})$")
_BYLINE = re.compile(r"^(?P<cue>By|بقلم)\s+(?P<name>[^\W\d_][^\n:|/.،,]{3,60})$")
_SIGNS = "|•·"
_BESIDE = re.compile(rf"\s*[{_SIGNS}]\s*")  # between the day and the writer: 12 مارس 2023 | بقلم: …
_NAMING = 160  # characters of a line of a cue and at most 60 of a name
_FIGURE = re.compile(r"\d")
_LONGEST, _LONGEST_PUBLICATION = 140, 200  # characters of a line with the writer and the day, of one with the day
_MOST_WORDS, _TAIL = 9, 4  # words beside the day in such a line, and behind it


@lru_cache(maxsize=4096)
def author_line(line: str) -> str | None:
    """The writer that a line "بقلم: …" or "By …" names, with or without the day beside; None for another line."""
    if len(line) > _NAMING:
        return None
    text = line.strip().strip("*")
    if _is_parted(text):
        parts = filter(None, _BESIDE.split(text))
        spoken = [part for part in parts if only_a_day(fold_key(part)) is None and not _stated(part)]
        text = spoken[0] if len(spoken) == 1 else text
    match = _AUTHOR.match(text) or _BYLINE.match(text)
    if not match or not _author_cues().fullmatch(words(match["cue"])) or not 2 <= len(match["name"].split()) <= 5:
        return None
    return match["name"].strip(" \"'«»“”()[]*")


@lru_cache(maxsize=4096)
def publication_line(line: str) -> tuple[Day, bool] | None:
    """The day of a line such as "نشر في 24 أغسطس 2021" and whether it speaks of an update only; None for a sentence."""
    if len(line) > _LONGEST_PUBLICATION or _FIGURE.search(line) is None:
        return None
    stated = _stated(line)
    if stated or not _is_parted(line):
        return stated
    # Behind the writer's name or the place: سلمى الكردي - بلغراد | نشر في: 14 مايو 2023 | آخر تحديث: …
    parts = _BESIDE.split(line.strip())
    if any(len(part.split()) > _MOST_WORDS for part in parts):
        return None
    found = list(filter(None, map(_stated, parts)))
    return min(found, key=lambda day: day[1]) if found else None


def may_be_publication(first: str, line: str) -> bool:
    """Whether a line whose first folded word is `first` may be one of publication: next to none may."""
    return first in _first_words() or _is_parted(line)


def _is_parted(line: str) -> bool:
    """Whether signs part what a line says of writer, day and place."""
    return any(sign in line for sign in _SIGNS)


def _stated(line: str) -> tuple[Day, bool] | None:
    said = words(line)
    updated = bool(_cues()[1].match(said))
    if not updated and not _cues()[0].match(said):
        return None
    folded = fold_key(line)
    days = list(find_days(folded))
    if not days or _words_beside(folded, days) > _MOST_WORDS or folded.endswith((".", "،")):
        return None
    # What follows the date must be no sentence: "نشر في 24 أغسطس 2021 تقرير عن …" has a noun and a clause there.
    tail = [word for word in words(folded[days[-1].end :]).split() if not word.isdigit()]
    if len(tail) > _TAIL:
        return None
    return days[0], updated


def byline_day(line: str) -> Day | None:
    """The day in a short line that names the writer, before or behind the name."""
    folded = fold_key(line)
    if len(folded) > _LONGEST or not (_cues()[2].match(words(line)) or author_line(line)):
        return None
    days = list(find_days(folded))
    return days[0] if days and _words_beside(folded, days) <= _MOST_WORDS and not folded.endswith(".") else None


def _words_beside(folded: str, days: list[Day]) -> int:
    rest = folded
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    return len(words(rest).split())


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Openings of lines of publication, of update, of authorship."""
    data = load().data("publication")
    return begins(data["published"]), begins(data["updated"]), begins(data["byline"])


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    data = load().data("publication")
    return first_words([*data["published"], *data["updated"]])


@lru_cache(maxsize=1)
def _author_cues() -> re.Pattern[str]:
    return re.compile(alternatives(load().data("boilerplate")["author_lines"]))
