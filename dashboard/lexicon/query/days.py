"""Days as a query writes them: a year, a month, a day, and what lies between two of these."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from ...errors import QueryError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
Bounds = tuple[dt.date | None, dt.date | None]


def days(raw: str, at: int) -> Bounds:
    """First and last day of 2021, 2021-08, 2021-08-24, of A..B, A.. and ..B; an open side is None.

    Raises QueryError at `at`, the character where the value stands, for what is no date.
    """
    first, dots, last = raw.partition("..")
    if not dots:
        last = first
    try:
        if not first and not last:
            raise ValueError(raw)
        return (_edge(first, False) if first else None), (_edge(last, True) if last else None)
    except ValueError as error:
        raise QueryError("bad-date", at, name=raw) from error


def _edge(text: str, last: bool) -> dt.date:
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    month = month or (12 if last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
