"""When an article was published: given > page metadata > address > stated in a byline or dateline > unknown.

Only a full day that is stated as the day of publication counts: never today, a file's time, a copyright year, or the
day of an event in the body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..days import Day, find_days, only_a_day
from ..lexicon import load
from ..model import Published
from .cues import begins, words
from .dayline import day_line
from .fold import fold_key

_IN_ADDRESS = re.compile(
    r"(?<![\d%])(?P<year>(?:19|20)\d{2})(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2]|(?<=[-/_.])[1-9](?=[-/_.]))(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_FIGURE = re.compile(r"\d")
_HEAD, _TAIL = 6, 4  # lines at either end where a bare date is the article's own
_MOST_WORDS = 9  # beside the date, in a line that says when the article came out


def publication(known: Published, url: str | None, lines: list[str]) -> Published:
    """The best that is known: what the reader found, the address, then the lines of the text."""
    if known.date and known.how in ("given", "metadata"):
        return known
    for found in (from_address(url or ""), known if known.date else None, from_lines(lines)):
        if found and found.date:
            return found
    return known


def from_address(url: str) -> Published | None:
    """The day in an address (/2021/08/24/, /20210824-, -2021-08-24), if there is just one."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url.lower())
    found = {}
    for match in _IN_ADDRESS.finditer(path):
        text = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
        day = next(find_days(text), None)
        if day:
            found[day.date] = match.group()
    if len(found) != 1:
        return None
    ((date, evidence),) = found.items()
    return Published(date, "url", evidence)


def from_lines(lines: list[str]) -> Published | None:
    """The day that a line of publication, a bare date at either end, or a byline states; publication before update."""
    spoken = [(place, line) for place, line in enumerate(line for line in lines if line.strip())]
    updated: Published | None = None
    stamps = {stamp.day.date: stamp.day for line in lines if (stamp := day_line(line))}
    stamped = next(iter(stamps.values())) if len(stamps) == 1 else None  # with several a chronicle, its days events'
    for place, line in spoken:
        stated = publication_line(line)
        if stated:
            said = Published(stated[0].date, "text", line.strip(), stated[0].at)
            if not stated[1]:
                return said
            updated = updated or said
        elif place < _HEAD or place >= len(spoken) - _TAIL:
            if _FIGURE.search(line) is None:
                continue
            day = stamped if day_line(line) else only_a_day(fold_key(line)) or _byline(line)
            if day:
                return Published(day.date, "text", line.strip(), day.at)
    return updated


@lru_cache(maxsize=4096)
def publication_line(line: str) -> tuple[Day, bool] | None:
    """The day of a line such as "نشر في 24 أغسطس 2021" and whether it speaks of an update only; None for a sentence."""
    if len(line) > 200 or _FIGURE.search(line) is None:
        return None
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
    if len(tail) > 4:
        return None
    return days[0], updated


def _byline(line: str) -> Day | None:
    """The day in a short line that names the writer."""
    folded = fold_key(line)
    if len(folded) > 140 or not _cues()[2].match(words(line)):
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
