"""When an article was published: given > page metadata > address > stated in a byline or dateline > unknown.

Only a full day that is stated as the day of publication counts: never today, a file's time, a copyright year, or the
day of an event in the body.
"""

from __future__ import annotations

import re

from ..bylines import byline_day, publication_line
from ..days import find_days, only_a_day
from ..model import Published
from .dayline import day_line
from .fold import fold_key

_IN_ADDRESS = re.compile(
    r"(?<![\d%])(?P<year>(?:19|20)\d{2})(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2]|(?<=[-/_.])[1-9](?=[-/_.]))(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_FIGURE = re.compile(r"\d")
_HEAD, _TAIL = 6, 4  # lines at either end where a bare date is the article's own


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
            day = stamped if day_line(line) else only_a_day(fold_key(line)) or byline_day(line)
            if day:
                return Published(day.date, "text", line.strip(), day.at)
    return updated
