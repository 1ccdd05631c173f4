"""Days, weekdays and periods counted from publication, and how long."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .... import timex as s
from .args import Args


def day(a: Args) -> Any:
    return s.Day(a.get("shift"))


def weekday(a: Args) -> Any:
    of, day = a.get("of"), a.get("weekday")
    if "plus" in a.values and _shift(a) is None:
        return None
    if isinstance(day, s.Weekday):
        if "shift" in a.values or "of" in a.values or "second" in a.values:
            second = a.get("second")
            if second is not None:
                second = second.day if isinstance(second, s.Weekday) else second
                return replace(day, second=second) if second == (day.day + 1) % 7 else None
            if day.shift is not None:
                return None
            return replace(day, shift=_shift(a), of=of) if _weekly(of, a) else None
        return day
    return s.Weekday(day, _shift(a), a.get("nth"), of, after=bool(a.get("after"))) if _weekly(of, a) else None


def _weekly(of: Any, a: Args) -> bool:
    """Is `of` something that weekdays are counted in: a week, unless the rule counts the nth."""
    if of is None or a.get("nth") is not None:
        return True
    return isinstance(of, s.Period) and of.unit == "week" and of.count is None


def weekday_nth(a: Args) -> Any:
    """The nth weekday inside a month or year, or after a day."""
    day, of = a.get("weekday"), a.get("of")
    day = day.day if isinstance(day, s.Weekday) else day
    wide = isinstance(of, s.Date) and of.day is None or isinstance(of, s.Period) and of.unit in ("month", "year")
    if not wide and not a.get("after"):
        return None
    return s.Weekday(day, nth=a.get("nth"), of=of, after=bool(a.get("after")))


def weekday_ordinal(a: Args) -> Any:
    """الثلاثاء الثالث: of this month; الثلاثاء الحادي والثلاثين: its day of the month."""
    weekday, number = a.get("weekday"), a.get("number")
    if not isinstance(weekday, s.Weekday) or weekday.shift is not None or weekday.of is not None:
        return None
    if number <= 5:
        return replace(weekday, nth=number, of=s.Period("month", 0))
    return s.Both(weekday, s.Date(day=number)) if number <= 31 else None


def _shift(a: Args) -> int | None:
    """How many units off; `plus` makes the last the one before it, the next the one after."""
    shift, plus = a.get("shift"), a.get("plus", 0)
    return shift + plus if shift is not None and shift * plus >= 0 else None


def period(a: Args) -> Any:
    shift = _shift(a)
    if "plus" in a.values and shift is None:
        return None
    count = a.get("num")
    if "amount" in a.values:
        (count, unit), *rest = a.values["amount"].parts
        if rest:
            return None
        return s.Period(unit, shift, count, open=count is None)
    if a.get("unit") == "day" and count is None and not a.get("open") and not a.get("previous"):
        return s.Day(shift) if shift is not None else None
    return s.Period(a.get("unit"), shift, count, bool(a.get("previous")), bool(a.get("open")))


def period_last(a: Args) -> Any:
    return period(a) if a.get("shift") == -1 else None


def weekend(a: Args) -> Any:
    """نهاية هذا الأسبوع: the weekend of the week."""
    of = a.get("of")
    return replace(of, unit="weekend") if isinstance(of, s.Period) and of.unit == "week" and of.count is None else None


def offset(a: Args) -> Any:
    return s.Offset(
        a.get("amount"),
        a.get("sign"),
        a.get("anchor"),
        bool(a.get("previous")),
        bool(a.get("told")),
        bool(a.get("onward")),
    )


def open_ago(a: Args) -> Any:
    return s.Open(a.get("mod"), s.Offset(a.get("amount"), -1))


def open_ago_vague(a: Args) -> Any:
    """منذ سنوات"""
    return s.Open(a.get("mod"), s.Offset(s.Amount(((None, a.get("unit")),)), -1))


def bounded(a: Args) -> Any:
    of = a.get("of")
    if isinstance(of, s.Open | s.Range | s.Recurring | s.Duration):
        return None
    if "unit" in a.values:
        of = s.Period(a.get("unit"), a.get("shift"))
    return s.Open(a.get("mod"), of, bool(a.get("endless")), bool(a.get("past")))


def duration(a: Args) -> Any:
    amount = a.get("amount") or s.Amount(((a.get("num", 1), a.get("unit")),))
    return s.Within(amount) if a.get("within") else s.Duration(amount)


def recurring(a: Args) -> Any:
    """Every so often: a unit, an amount's unit, or (weekdays, dates) its own period."""
    unit = a.get("amount").parts[-1][1] if "amount" in a.values else a.get("unit", "day")
    if isinstance(unit, s.Date):
        unit = "year" if unit.month else "month"
    return s.Recurring(unit if isinstance(unit, str) else "week")
