"""What a rule of the grammar builds from what it captured: a few actions, named in the data.

An action gets the captured values and constants, and returns a value for its class, or None where the pieces don't
fit together (a pair of names of different months, the 31st of April's like).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from . import symbols as s

# Where a capture stands: its first slot, the slot after it, the rule that made it.
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Args:
    """Captures and constants by name; `spans` of the captures."""

    values: dict[str, Any]
    spans: dict[str, Span]

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)

    def numbers(self) -> list[float]:
        return [value for name, value in self.values.items() if name in self.spans and isinstance(value, int | float)]


@dataclass(frozen=True, slots=True)
class Several:
    """Expressions found together: (node, first slot, end slot, rule), `alternative` to one another or `equal` days."""

    items: tuple[tuple[Any, int, int, str], ...]
    kind: str


def _sum(a: Args) -> Any:
    return sum(a.numbers()) + a.get("plus", 0)


def _product(a: Args) -> Any:
    total = 1.0
    for number in a.numbers():
        total *= number
    return int(total)


def _value(a: Args) -> Any:
    """The one thing captured (or the constant `value`)."""
    if "value" in a.values:
        return a.values["value"]
    return next((a.values[name] for name in a.spans), None)


def _month(a: Args) -> Any:
    """(number, calendar) of a month; with `other`, two names of the same one."""
    number = a.get("month")
    if isinstance(number, tuple):
        number, calendar = number
    else:
        calendar = a.get("calendar", "gregorian")
    other = a.get("other")
    if isinstance(other, tuple):
        other = other[0]
    if other is not None and other != number:
        return None
    return (number, calendar) if 1 <= number <= 12 else None


def _year(a: Args) -> Any:
    """A year as a date; the era says its calendar."""
    year, era = a.get("year"), a.get("era")
    if isinstance(year, s.Date):
        if era and year.calendar and year.calendar != era:
            return None
        return replace(year, calendar=era or year.calendar)
    if not isinstance(year, int) or not (a.get("least", 1) <= year <= a.get("most", 2199)):
        return None
    return s.Date(year=year, calendar=era)


def _date(a: Args) -> Any:
    """A calendar date from day, mon, year (a Date), shift, same, of."""
    day, mon, year, of = a.get("day"), a.get("mon"), a.get("year"), a.get("of")
    if "dm" in a.values:
        day, number = a.values["dm"]
        mon = (number, "gregorian")
    if day is not None and not 1 <= day <= 31:
        return None
    month, calendar = mon if mon else (None, None)
    if isinstance(of, s.Period) and a.get("of_unit") and of.unit not in a.get("of_unit"):
        return None
    if isinstance(of, s.Date | s.Both | s.Offset) and not a.get("of_any"):
        return None
    number = None
    if isinstance(year, s.Date):
        if calendar == "gregorian" and year.calendar not in (None, "gregorian"):
            return None
        if year.month or year.day:
            return None
        number = year.year
        if calendar == "hijri" and year.calendar == "gregorian" or (calendar == "hijri" and number and number > 1600):
            calendar = "hijri"  # a Hijri month of a Gregorian year: the resolver finds which
            return s.Date(None, month, day, calendar, of=s.Date(year=number, calendar="gregorian"))
        calendar = calendar or year.calendar
    shift = a.get("shift")
    if day is not None and month is not None and calendar == "gregorian" and day > _LONGEST[month]:
        return None
    return s.Date(number, month, day, calendar, shift, bool(a.get("same")), of)


_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _amount(a: Args) -> Any:
    """A length of time: num (None where vague) of unit; `more` joins another; `half` adds half a unit."""
    if "first" in a.values:
        first, more = a.values["first"], a.values["more"]
        ranks = [_RANK.get(unit, 0) for _, unit in first.parts + more.parts]
        return s.Amount(first.parts + more.parts, first.approx or more.approx) if len(set(ranks)) == len(ranks) else None
    if "amount" in a.values:
        return replace(a.values["amount"], approx=True)
    number = a.get("num")
    if number is not None and number <= 0:
        return None
    return s.Amount(((number + a.get("plus", 0) if number is not None else None, a.get("unit")),), bool(a.get("approx")))


_RANK = {unit: rank for rank, unit in enumerate(
    ("second", "minute", "hour", "night", "day", "week", "month", "year", "decade", "century"), 1)}  # fmt: skip


def _period(a: Args) -> Any:
    shift = a.get("shift")
    if shift is not None:
        shift += a.get("plus", 0)
    count = a.get("num")
    if "amount" in a.values:
        (count, unit), *rest = a.values["amount"].parts
        if rest:
            return None
        return s.Period(unit, shift, count, open=count is None)
    if a.get("unit") == "day" and count is None and not a.get("open") and not a.get("previous"):
        return s.Day(shift) if shift is not None else None
    return s.Period(a.get("unit"), shift, count, bool(a.get("previous")), bool(a.get("open")))


def _offset(a: Args) -> Any:
    return s.Offset(a.get("amount"), a.get("sign"), a.get("anchor"), bool(a.get("previous")))


def _weekday(a: Args) -> Any:
    of, day = a.get("of"), a.get("weekday")
    if isinstance(day, s.Weekday):
        if "shift" in a.values or "of" in a.values or "second" in a.values:
            second = a.get("second")
            if second is not None:
                second = second.day if isinstance(second, s.Weekday) else second
                return replace(day, second=second) if second == (day.day + 1) % 7 else None
            if day.shift is not None:
                return None
            return replace(day, shift=a.get("shift"), of=of) if _weekly(of, a) else None
        return day
    return s.Weekday(day, a.get("shift"), a.get("nth"), of, after=bool(a.get("after"))) if _weekly(of, a) else None


def _weekly(of: Any, a: Args) -> bool:
    """Is `of` something that weekdays are counted in: a week, unless the rule counts the nth."""
    if of is None or a.get("nth") is not None:
        return True
    return isinstance(of, s.Period) and of.unit == "week" and of.count is None


def _part(a: Args) -> Any:
    of = a.get("of")
    if "unit" in a.values:
        of = s.Period(a.get("unit"), a.get("shift"))
    if isinstance(of, s.Period) and (of.open or of.unit in ("second", "minute", "hour")):
        return None
    if isinstance(of, s.Day | s.Both) or (isinstance(of, s.Date) and of.day):
        return of
    return s.Part(a.get("part"), of)


def _nth(a: Args) -> Any:
    of = a.get("of")
    if "ofunit" in a.values:
        of = s.Period(a.values["ofunit"], 0)
    unit, nth = a.get("unit"), a.get("nth")
    if not isinstance(nth, int) or nth > {"quarter": 4, "half": 2, "week": 53, "third": 3}.get(unit, 366):
        return None
    return s.Nth(nth, unit, of)


def _first_units(a: Args) -> Any:
    """الأيام العشرة الأولى من تموز: so many units at the beginning, or at the end, of something."""
    count, side = a.get("num"), a.get("side")
    return s.Nth(side, a.get("unit"), a.get("of"), int(count)) if side in (1, -1) and count >= 1 else None


def _era(a: Args) -> Any:
    if a.get("unit") == "century" and "shift" in a.values:
        return s.Period("century", a.get("shift"))
    return s.Era(a.get("unit"), a.get("number"), a.get("of"))


def _season(a: Args) -> Any:
    return s.Season(a.get("season"), a.get("of"), a.get("shift"))


def _named(a: Args) -> Any:
    return s.Named(a.get("named"), a.get("of"), a.get("shift"))


def _daypart(a: Args) -> Any:
    of = a.get("of")
    if "shift" in a.values:
        of = s.Day(a.get("shift"))
    if isinstance(of, s.DayPart):
        return None
    return s.DayPart(a.get("part"), of)


def _clock(a: Args) -> Any:
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


def _checked(clock: s.Clock) -> s.Clock | None:
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        return None
    return clock


def _range(a: Args) -> Any:
    """From first to last. What only the last says (month, year) holds for both."""
    first, last = a.get("first"), a.get("last")
    if "pair" in a.values:
        first, last = a.values["pair"]
    if isinstance(first, int) and isinstance(last, s.Date) and last.day:
        first = replace(last, day=first)
    elif isinstance(first, int) and isinstance(last, int):
        base = _date(Args({**a.values, "day": None}, a.spans))
        if base is None:
            return None
        if a.get("years"):
            first, last = s.Date(year=first), s.Date(year=last)
        else:
            first, last = replace(base, day=first), replace(base, day=last)
    if isinstance(first, tuple):  # a month, where the last has the year
        first = s.Date(month=first[0], calendar=first[1])
    if isinstance(first, s.Clock) and isinstance(last, s.Clock) and first.half is None:
        first = replace(first, half=last.half, part=first.part or last.part)
    if isinstance(first, s.Date) and isinstance(last, s.Date):
        if first.year is None and last.year is not None and first.month is not None:
            first = replace(first, year=last.year, calendar=first.calendar or last.calendar)
        if first.month is None and first.day and last.month:
            first = replace(first, month=last.month)
    of = a.get("of")
    if isinstance(of, s.Period) and isinstance(first, s.Weekday) and isinstance(last, s.Weekday):
        if of.unit != "week":
            return None
        first, last = replace(first, of=of), replace(last, of=of)
    return s.Range(first, last)


def _open(a: Args) -> Any:
    of = a.get("of")
    if isinstance(of, s.Open | s.Range | s.Recurring | s.Duration):
        return None
    if "unit" in a.values:
        of = s.Period(a.get("unit"), a.get("shift"))
    return s.Open(a.get("mod"), of, bool(a.get("endless")))


def _duration(a: Args) -> Any:
    amount = a.get("amount") or s.Amount(((a.get("num", 1), a.get("unit")),))
    return s.Within(amount) if a.get("within") else s.Duration(amount)


def _both(a: Args) -> Any:
    return s.Both(a.get("first"), a.get("second"))


def _day(a: Args) -> Any:
    return s.Day(a.get("shift"))


def _recurring(a: Args) -> Any:
    return s.Recurring(a.get("unit", "day"))


def _vague(a: Args) -> Any:
    of = a.get("of")
    if "pair" in a.values:
        of = s.Range(s.Date(year=a.values["pair"][0]), s.Date(year=a.values["pair"][1]))
    return s.Vague(of)


def _several(a: Args) -> Any:
    """Two (or three) expressions side by side, each with its own span."""
    items = []
    for name in ("first", "second", "third"):
        if name in a.spans:
            node, (start, end, rule) = a.values[name], a.spans[name]
            if isinstance(node, Several):
                items += list(node.items)
                continue
            if isinstance(node, int):  # a bare day number: what it lacks stands in the second
                other = a.values["second"]
                if not isinstance(other, s.Date) or not other.day:
                    return None
                node = replace(other, day=node)
            items.append((node, start, end, rule))
    if a.get("kind") == "alternative" and a.get("shared"):
        return None
    return Several(tuple(items), a.get("kind"))


def _zones(a: Args) -> Any:
    """One moment on two clocks: both must bear a zone, or the first be taken as local."""
    first, second = a.get("first"), a.get("second")
    if not isinstance(first, s.Clock) or not isinstance(second, s.Clock) or first.zone == second.zone:
        return None
    if first.zone is None:
        first = replace(first, zone="local")
    (start, end, rule), (start2, end2, rule2) = a.spans["first"], a.spans["second"]
    if second.of is None and first.of is not None:
        second = replace(second, of=first.of)
    return Several(((first, start, end, rule), (second, start2, end2, rule2)), "alternative")


def _amount_half(a: Args) -> Any:
    """Half a unit more: ساعة ونصف."""
    (number, unit), *rest = a.values["first"].parts
    return None if rest or number is None else s.Amount(((number + 0.5, unit),))


def _era_of(a: Args) -> Any:
    decade, of = a.get("decade"), a.get("of")
    return replace(decade, of=of) if isinstance(decade, s.Era) and decade.unit == "decade" else None


def _era_decade(a: Args) -> Any:
    """العقد الثاني من القرن الحادي والعشرين: the nth decade of a century."""
    return s.Nth(a.get("number"), "decade", a.get("of")) if a.get("unit", "decade") == "decade" else None


def _period_last(a: Args) -> Any:
    return _period(a) if a.get("shift") == -1 else None


def _date_era(a: Args) -> Any:
    return replace(a.get("year"), calendar=a.get("era"))


def _weekday_nth(a: Args) -> Any:
    """The nth weekday inside a month or year, or after a day."""
    day, of = a.get("weekday"), a.get("of")
    day = day.day if isinstance(day, s.Weekday) else day
    wide = isinstance(of, s.Date) and of.day is None or isinstance(of, s.Period) and of.unit in ("month", "year")
    if not wide and not a.get("after"):
        return None
    return s.Weekday(day, nth=a.get("nth"), of=of, after=bool(a.get("after")))


def _both_date(a: Args) -> Any:
    """A weekday and the date it stands beside (a DATE, or a day number, or day and month)."""
    first, second = a.get("first"), a.get("second")
    if second is None:
        second = _date(a)
    if isinstance(first, int):
        first = s.Weekday(first)
    if isinstance(second, s.Both | s.Range) or not isinstance(second, s.Date) or not second.day:
        return None
    return s.Both(first, second) if first.nth is None else None


def _daypart_night(a: Args) -> Any:
    of = _weekday(a)
    return s.DayPart(a.get("part"), of) if of is not None else None


def _open_ago(a: Args) -> Any:
    return s.Open(a.get("mod"), s.Offset(a.get("amount"), -1))


def _clock_plus(a: Args) -> Any:
    clock = a.get("clock")
    moved = clock.hour * 60 + clock.minute + int(a.get("plus", 0)) + int(a.get("minutes", 0)) - int(a.get("minus", 0))
    if int(a.get("minutes", 0)) > 59 or clock.minute:
        return None
    return replace(clock, hour=moved // 60 % 24, minute=moved % 60)


def _clock_zone(a: Args) -> Any:
    clock = a.get("clock", a.get("clockc"))
    return replace(clock, zone=a.get("zone")) if isinstance(clock, s.Clock) and clock.zone is None else None


def _range_days(a: Args) -> Any:
    """From a day number to a date that has the month."""
    first, last = a.get("first"), a.get("last")
    if not isinstance(last, s.Date) or not last.day or not last.month or not 1 <= first <= 31:
        return None
    return s.Range(replace(last, day=first), last)


def _range_months(a: Args) -> Any:
    first, last = a.get("first"), a.get("last")
    if isinstance(last, s.Both | s.Range):
        return None
    if isinstance(first, tuple):
        if isinstance(last, s.Date) and last.day:
            return None
        first = s.Date(getattr(last, "year", None), first[0], calendar=first[1])
    if a.get("ordered") and isinstance(first, s.Date) and isinstance(last, s.Date) and (first.year or 0) >= (last.year or 0):
        return None
    return s.Range(first, last)


def _equal(a: Args) -> Any:
    """One day in two calendars, each its own finding."""
    first, second = a.get("first"), a.get("second")
    one, two = (node.second if isinstance(node, s.Both) else node for node in (first, second))
    if not isinstance(one, s.Date) or not isinstance(two, s.Date) or not one.month or not two.month:
        return None
    if (one.calendar or "gregorian") == (two.calendar or "gregorian") and not _hijri_looking(one, two):
        return None
    return _several(Args({**a.values, "kind": "equal"}, a.spans))


def _hijri_looking(one: s.Date, two: s.Date) -> bool:
    """Do the years differ as calendars do?"""
    return bool(one.year and two.year and abs(one.year - two.year) > 400)


def _era_digits(a: Args) -> Any:
    """the 1990s"""
    return s.Era("decade", a.get("number")) if a.get("number") % 10 == 0 else None


def _era_named(a: Args) -> Any:
    """the 19th century"""
    return s.Era("century", a.get("number")) if a.get("unit") == "century" and a.get("number") <= 30 else None


def _either(a: Args) -> Any:
    """3/4/2021: day and month may stand in either order, so neither is taken."""
    return s.Either(a.get("date"))


def _part_month(a: Args) -> Any:
    month, calendar = a.get("mon")
    return s.Part(a.get("part"), s.Date(month=month, calendar=calendar))


def _several_elliptic(a: Args) -> Any:
    """late this year or early next: the second takes its unit from the first."""
    first = a.get("first")
    if not isinstance(first, s.Part) or not isinstance(first.of, s.Period):
        return None
    shifted = replace(first.of, shift=a.get("shift"))
    second = s.Part(a.get("second"), shifted) if "second" in a.spans else shifted
    (start, _, _), (_, end, _) = a.spans.get("second", a.spans["shift"]), a.spans["shift"]
    items = ((first, *a.spans["first"]), (second, start, end, "part-elliptic"))
    return Several(items, "alternative")


def _open_ago_vague(a: Args) -> Any:
    """منذ سنوات"""
    return s.Open(a.get("mod"), s.Offset(s.Amount(((None, a.get("unit")),)), -1))


def _weekend(a: Args) -> Any:
    """نهاية هذا الأسبوع: the weekend of the week."""
    of = a.get("of")
    return replace(of, unit="weekend") if isinstance(of, s.Period) and of.unit == "week" and of.count is None else None


def _weekday_ordinal(a: Args) -> Any:
    """الثلاثاء الثالث: of this month; الثلاثاء الحادي والثلاثين: its day of the month."""
    weekday, number = a.get("weekday"), a.get("number")
    if not isinstance(weekday, s.Weekday) or weekday.shift is not None or weekday.of is not None:
        return None
    if number <= 5:
        return replace(weekday, nth=number, of=s.Period("month", 0))
    return s.Both(weekday, s.Date(day=number)) if number <= 31 else None


def _month_this(a: Args) -> Any:
    """هذا سبتمبر: this year's."""
    month, calendar = a.get("mon")
    return s.Date(month=month, calendar=calendar, of=s.Period("year", 0))


def _event(a: Args) -> Any:
    """هجمات 11 سبتمبر: a day without a year that is a known event's."""
    of, year, month, day = a.get("of"), *(int(part) for part in a.get("event").split("-"))
    return s.Date(year, month, day) if isinstance(of, s.Date) and (of.year, of.month, of.day) == (None, month, day) else None


def _nothing(_: Args) -> Any:
    return s.NOTHING


ACTIONS: dict[str, Callable[[Args], Any]] = {
    "sum": _sum, "product": _product, "value": _value, "month": _month, "year": _year, "date": _date,
    "amount": _amount, "period": _period, "offset": _offset, "weekday": _weekday, "part": _part, "nth": _nth, "first-units": _first_units,
    "era": _era, "season": _season, "named": _named, "daypart": _daypart, "clock": _clock, "range": _range,
    "open": _open, "duration": _duration, "both": _both, "day": _day, "recurring": _recurring, "vague": _vague,
    "amount-half": _amount_half, "era-of": _era_of, "era-decade": _era_decade, "period-last": _period_last,
    "date-era": _date_era, "weekday-nth": _weekday_nth, "both-date": _both_date, "daypart-night": _daypart_night,
    "open-ago": _open_ago, "clock-plus": _clock_plus, "clock-zone": _clock_zone, "range-days": _range_days,
    "range-months": _range_months, "equal": _equal, "event": _event, "month-this": _month_this, "open-ago-vague": _open_ago_vague, "weekend": _weekend,
    "weekday-ordinal": _weekday_ordinal, "era-digits": _era_digits, "era-named": _era_named, "either": _either, "part-month": _part_month,
    "several-elliptic": _several_elliptic, "nothing": _nothing, "several": _several, "zones": _zones,
}  # fmt: skip
