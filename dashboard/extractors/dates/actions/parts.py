"""Parts of periods and of the day, and clocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .... import timex as s
from . import relative
from .args import Args


def part(a: Args) -> Any:
    of = a.get("of")
    if "unit" in a.values:
        of = s.Period(a.get("unit"), a.get("shift"))
    if of is None:
        return None
    if isinstance(of, s.Period) and (of.open or of.unit in ("second", "minute", "hour")):
        return None
    if isinstance(of, s.Day | s.Both) or (isinstance(of, s.Date) and of.day):
        return of
    return s.Part(a.get("part"), of)


def part_month(a: Args) -> Any:
    month, calendar = a.get("mon")
    return s.Part(a.get("part"), s.Date(month=month, calendar=calendar))


def part_season(a: Args) -> Any:
    """late summer: of the season that the tense asks for, or of a named year's."""
    return s.Part(a.get("part"), a.get("of") or s.Season(a.get("season")))


def nth(a: Args) -> Any:
    of = a.get("of")
    if "ofunit" in a.values:
        of = s.Period(a.values["ofunit"], 0)
    unit, nth = a.get("unit"), a.get("nth")
    if not isinstance(nth, int) or nth > {"quarter": 4, "half": 2, "week": 53, "third": 3}.get(unit, 366):
        return None
    return s.Nth(nth, unit, of)


def first_units(a: Args) -> Any:
    """الأيام العشرة الأولى من تموز: so many units at the beginning, or at the end, of something."""
    count, side = a.get("num"), a.get("side")
    of = s.Period(a.values["ofunit"], 0) if "ofunit" in a.values else a.get("of")
    unit, size = ("day", 7) if a.get("unit") == "week" else (a.get("unit"), 1)  # they begin with the month
    return s.Nth(side, unit, of, int(count * size)) if side in (1, -1) and count >= 1 else None


def daypart(a: Args) -> Any:
    of = a.get("of")
    if "shift" in a.values:
        of = s.Day(a.get("shift"))
    if isinstance(of, s.DayPart):
        return None
    return s.DayPart(a.get("part"), of)


def daypart_night(a: Args) -> Any:
    of = relative.weekday(a)
    return s.DayPart(a.get("part"), of) if of is not None else None


def clock(a: Args) -> Any:
    """A time of day from `time` (hour, minute) or `hour`, with minutes added or taken, half of day, zone."""
    known = a.get("clock")
    if isinstance(known, s.Range) and isinstance(known.first, s.Clock) and isinstance(known.last, s.Clock):
        return replace(known, first=replace(known.first, of=a.get("of")), last=replace(known.last, of=a.get("of")))
    if isinstance(known, s.Clock):
        zone, half = a.get("zone", known.zone), a.get("half", known.half)
        return _checked(replace(known, zone=zone, half=half, part=a.get("part", known.part), of=a.get("of", known.of)))
    hour, minute = a.get("time", (a.get("hour"), 0))
    if not isinstance(hour, int):
        return None
    moved = hour * 60 + minute + sum(int(a.get(name, 0)) for name in ("plus", "minutes")) - int(a.get("minus", 0))
    if moved < 0:
        moved += 12 * 60
    return _checked(s.Clock(moved // 60, moved % 60, a.get("half"), a.get("part"), a.get("zone"), a.get("of")))


def clock_plus(a: Args) -> Any:
    clock = a.get("clock")
    moved = clock.hour * 60 + clock.minute + int(a.get("plus", 0)) + int(a.get("minutes", 0)) - int(a.get("minus", 0))
    if int(a.get("minutes", 0)) > 59 or clock.minute:
        return None
    return replace(clock, hour=moved // 60 % 24, minute=moved % 60)


def clock_zone(a: Args) -> Any:
    clock = a.get("clock", a.get("clockc"))
    return replace(clock, zone=a.get("zone")) if isinstance(clock, s.Clock) and clock.zone is None else None


def _checked(clock: s.Clock) -> s.Clock | None:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        return None
    return clock
