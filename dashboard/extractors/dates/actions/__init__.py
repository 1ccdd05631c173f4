"""What a rule of the grammar builds from what it captured: a few actions, named in the data.

An action gets the captured values and constants, and returns a value for its class, or None where the pieces don't
fit together (a pair of names of different months, the 31st of April).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import dated, numbers, parts, relative, together
from .args import Args, Several

__all__ = ["ACTIONS", "Args", "Several"]

ACTIONS: dict[str, Callable[[Args], Any]] = {
    "sum": numbers.total, "product": numbers.product, "value": numbers.value, "amount": numbers.amount,
    "amount-half": numbers.amount_half,
    "month": dated.month, "year": dated.year, "date": dated.date, "era": dated.era,
    "season": dated.season, "named": dated.named, "feast-day": dated.feast_day,
    "vague": dated.vague, "era-of": dated.era_of, "era-decade": dated.era_decade,
    "date-era": dated.date_era, "event": dated.event,
    "month-this": dated.month_this, "era-digits": dated.era_digits, "era-named": dated.era_named,
    "either": dated.either, "nothing": dated.nothing,
    "period": relative.period, "offset": relative.offset, "weekday": relative.weekday, "open": relative.bounded,
    "duration": relative.duration, "day": relative.day, "recurring": relative.recurring,
    "period-last": relative.period_last, "weekday-nth": relative.weekday_nth, "open-ago": relative.open_ago,
    "open-ago-vague": relative.open_ago_vague, "weekend": relative.weekend,
    "weekday-ordinal": relative.weekday_ordinal,
    "part": parts.part, "nth": parts.nth, "first-units": parts.first_units, "daypart": parts.daypart,
    "clock": parts.clock, "daypart-night": parts.daypart_night, "clock-plus": parts.clock_plus,
    "clock-zone": parts.clock_zone, "part-month": parts.part_month, "part-season": parts.part_season,
    "range": together.span, "both": together.both, "both-date": together.both_date, "range-days": together.range_days,
    "range-months": together.range_months, "equal": together.equal, "several-elliptic": together.several_elliptic,
    "several": together.several, "zones": together.zones, "months-pair": together.months_pair,
    "parts-or": together.parts_or, "own": together.own, "nths-or": together.nths_or,
    "season-or": together.season_or, "next-or": together.next_or, "day-or": together.day_or,
}  # fmt: skip
