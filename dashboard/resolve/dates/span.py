"""A resolved span of days, and how it is written in EDTF."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ...mould import moulded
from . import calendars


@moulded
@dataclass(frozen=True, slots=True)
class Span:
    """Days `first` … `last`, inclusive, None where open or unresolved; the other fields are the record's.

    `edtf` is set where days alone don't tell (seasons, decades). `resolved` tells an open end from ignorance.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    precision: str | None = "day"
    mod: str | None = None
    kind: str = "date"
    basis: str = "absolute"
    part: str | None = None
    at: str | None = None
    tz: str | None = None
    calendar: str = "gregorian"
    edtf: str | None = None

    @property
    def is_day(self) -> bool:
        return self.first is not None and self.first == self.last

    @property
    def resolved(self) -> bool:
        return self.first is not None or self.last is not None


UNKNOWN = Span(precision=None)


def to_edtf(span: Span) -> str | None:
    """The span in EDTF (ISO 8601-2): 2021-08-24, 2021-10, 199X, 2021-10/2021-12, 2015/.., 2021~; None if unresolved."""
    if not span.resolved:
        return None
    approx = "~" if span.mod == "approx" else ""
    if span.edtf:
        return span.edtf + approx
    if span.first is None or span.last is None:
        known = span.first or span.last
        assert known is not None
        side = _coarse(known, span.precision, span.first is not None)
        return f"{side}/.." if span.first else f"../{side}"
    first, last = span.first, span.last
    if first == last:
        return first.isoformat() + approx
    month_end = calendars.add_days(last, 1)
    if first.day == 1 and (month_end is None or month_end.day == 1):
        if (first.month, last.month) == (1, 12):
            left, right = f"{first.year:04}", f"{last.year:04}"
        else:
            left, right = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
        return (left if left == right else f"{left}/{right}") + (approx if left == right else "")
    return f"{first}/{last}"


def _coarse(day: dt.date, precision: str | None, start: bool) -> str:
    """One side of an open interval, no finer than it was said."""
    following = calendars.add_days(day, 1)
    opens_month = day.day == 1 if start else following is None or following.day == 1
    opens_year = opens_month and day.month == (1 if start else 12)
    if opens_year and precision in ("year", "decade", "century"):
        return f"{day.year:04}"
    if opens_month and precision in ("year", "month", "quarter", "half", "season", "decade"):
        return f"{day.year:04}-{day.month:02}"
    return day.isoformat()
