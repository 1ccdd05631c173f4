"""Expressions joined: both ends of a range, one day said twice, alternatives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from .... import timex as s
from . import dated
from .args import Args, Several


def span(a: Args) -> Any:
    """From first to last. What only the last says (month, year) holds for both."""
    first, last = a.get("first"), a.get("last")
    if "pair" in a.values:
        first, last = a.values["pair"]
    if isinstance(first, int) and isinstance(last, s.Date) and last.day:
        first = replace(last, day=first)
    elif isinstance(first, int) and isinstance(last, int):
        base = dated.date(a.but(day=None))
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
            first = replace(first, year=_shared_year(first, last), calendar=first.calendar or last.calendar)
        if first.month is None and first.day and last.month:
            first = replace(first, month=last.month)
        if first.month and first.year is None and first.shift is None and last.shift is not None:  # «… الماضيين»
            first = replace(first, shift=last.shift)
    end = last.of if isinstance(last, s.Part) else None
    if isinstance(first, s.Date) and (first.year, first.shift) == (None, None) and isinstance(end, s.Date):
        first = replace(first, year=_shared_year(first, end), shift=end.shift)
    if isinstance(first, s.Part) and isinstance(last, s.Part | s.Date):
        outer = last.of if isinstance(last, s.Part) else last
        if isinstance(first.of, s.Date) and isinstance(outer, s.Date) and first.of.year is None and outer.month:
            first = replace(first, of=replace(first.of, year=_shared_year(first.of, outer)))
    of = a.get("of")
    if isinstance(first, s.Weekday) and isinstance(last, s.Weekday) and first.shift is None and first.of is None:
        first = replace(first, shift=last.shift, of=last.of if last.nth is None else None)
    if isinstance(of, s.Period) and isinstance(first, s.Weekday) and isinstance(last, s.Weekday):
        if of.unit != "week":
            return None
        first, last = replace(first, of=of), replace(last, of=of)
    return s.Range(first, last)


def _shared_year(first: s.Date, last: s.Date) -> int | None:
    """The year that only the last says, the one before where the months cross it: 12 ديسمبر إلى 5 يناير 2017."""
    if last.year and first.month and last.month and first.calendar == last.calendar and first.month > last.month:
        return last.year - 1
    return last.year


def range_days(a: Args) -> Any:
    """From a day number to a date that has the month; `together`: days that follow one another (يومي 11 و12 يوليو)."""
    first, last = a.get("first"), a.get("last")
    if not isinstance(last, s.Date) or not last.day or not 1 <= first <= 31:
        return None
    if not last.month and not (a.get("together") and (last.of is not None or last.shift is not None)):
        return None
    if a.get("together") and last.day - first != 1 + ("middle" in a.values):
        return None
    return s.Range(replace(last, day=first), last)


def range_months(a: Args) -> Any:
    first, last = a.get("first"), a.get("last")
    if isinstance(last, s.Both | s.Range):
        return None
    if isinstance(first, tuple):
        if isinstance(last, s.Date) and last.day:
            return None
        first = s.Date(month=first[0], calendar=first[1], shift=getattr(last, "shift", None))
        if isinstance(last, s.Date):
            first = replace(first, year=_shared_year(first, last))
    if (
        a.get("ordered")
        and isinstance(first, s.Date)
        and isinstance(last, s.Date)
        and (first.year or 0) >= (last.year or 0)
    ):
        return None
    return s.Range(first, last)


def both(a: Args) -> Any:
    return s.Both(a.get("first"), a.get("second"))


def both_date(a: Args) -> Any:
    """A weekday and the date it stands beside (a DATE, or a day number, or day and month)."""
    first, second = a.get("first"), a.get("second")
    if second is None:
        second = dated.date(a)
    if isinstance(first, int):
        first = s.Weekday(first)
    if isinstance(second, s.Both | s.Range) or not isinstance(second, s.Date) or not second.day:
        return None
    return s.Both(first, second) if first.nth is None else None


def several(a: Args) -> Any:
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
                if isinstance(other, Several):
                    other = other.items[0][0]
                if not isinstance(other, s.Date) or not other.day:
                    return None
                node = replace(other, day=node)
            second = a.get("second")
            if isinstance(node, s.Weekday) and isinstance(second, s.Weekday) and node.shift is None and node.of is None:
                node = replace(node, shift=second.shift)
            items.append((node, start, end, rule))
    if a.get("kind") == "alternative" and a.get("shared"):
        return None
    return Several(tuple(items), a.get("kind"))


def several_elliptic(a: Args) -> Any:
    """late this year or early next: the second takes its unit from the first."""
    first = a.get("first")
    if not isinstance(first, s.Part) or not isinstance(first.of, s.Period):
        return None
    shifted = replace(first.of, shift=a.get("shift"))
    second = s.Part(a.get("second"), shifted) if "second" in a.spans else shifted
    (start, _, _), (_, end, _) = a.spans.get("second", a.spans["shift"]), a.spans["shift"]
    items = ((first, *a.spans["first"]), (second, start, end, "part-elliptic"))
    return Several(items, "alternative")


def parts_or(a: Args) -> Any:
    """منتصف أو أواخر العام المقبل: two parts of one thing."""
    of = a.get("of")
    (_, last, _), second = a.spans["of"], a.spans["second"]
    items = (
        (s.Part(a.get("first"), of), *a.spans["first"]),
        (s.Part(a.get("second"), of), second[0], last, second[2]),
    )
    return Several(items, "alternative") if a.get("first") != a.get("second") else None


def season_or(a: Args) -> Any:
    """in spring or autumn"""
    first = a.get("first")
    if not isinstance(first, s.Season) or first.season == a.get("second"):
        return None
    items = ((first, *a.spans["first"]), (replace(first, season=a.get("second")), *a.spans["second"]))
    return Several(items, "alternative")


def own(a: Args) -> Any:
    """A part, season or ordinal of something, or another of the same: منتصف الشهر المقبل أو أواخره."""
    first = a.get("first")
    whole: s.Node | None = first.year if isinstance(first, s.Season) else getattr(first, "of", None)
    if whole is None:
        return None
    of = whole
    made: dict[str, Callable[[Any], s.Node]] = {
        "part": lambda value: s.Part(value, of),
        "season": lambda value: s.Season(value, of),
        "nth": lambda value: replace(first, nth=value),
    }
    kind = next(kind for kind in made if kind in a.spans)
    if kind == "nth" and (not isinstance(first, s.Nth) or not first.nth):
        return None
    second = made[kind](a.get(kind))
    if second == first:
        return None
    start, end = a.spans.get("head", a.spans[kind])[0], a.spans.get("tail", a.spans[kind])[1]
    return Several(((first, *a.spans["first"]), (second, start, end, a.spans[kind][2])), "alternative")


def nths_or(a: Args) -> Any:
    """الربع الثالث أو الرابع من العام المقبل: two ordinals of one thing."""
    of, one, other, rule = a.get("of"), a.spans["one"], a.spans["other"], a.spans["of"][2]
    if a.get("one") == a.get("other"):
        return None
    items = (
        (s.Nth(a.get("one"), a.get("unit"), of), a.spans["head"][0], one[1], rule),
        (s.Nth(a.get("other"), a.get("unit"), of), a.spans.get("second", other)[0], a.spans["of"][1], rule),
    )
    return Several(items, "alternative")


def next_or(a: Args) -> Any:
    """الشهر المقبل أو الذي يليه: a period or the one after it."""
    first = a.get("first")
    if not isinstance(first, s.Period) or first.shift is None or first.count is not None or first.open:
        return None
    second = replace(first, shift=first.shift + 1)
    return Several(((first, *a.spans["first"]), (second, *a.spans["follower"])), "alternative")


def day_or(a: Args) -> Any:
    """May 5 or 6: the second takes its month and year from the first."""
    first, day = a.get("first"), a.get("second")
    if not isinstance(first, s.Date) or not first.day or not first.month:
        return None
    return Several(((first, *a.spans["first"]), (replace(first, day=day), *a.spans["second"])), "alternative")


def months_pair(a: Args) -> Any:
    """يونيو ويوليو المقبلين: two months, what the second says holds for the first."""
    (month, calendar), second = a.get("first"), a.get("second")
    if not isinstance(second, s.Date) or second.day or not second.month:
        return None
    first = replace(second, month=month, calendar=calendar)
    return Several(((first, *a.spans["first"]), (second, *a.spans["second"])), "list")


def zones(a: Args) -> Any:
    """One moment on two clocks: both must bear a zone, or the first be taken as local."""
    first, second = a.get("first"), a.get("second")
    if not isinstance(first, s.Clock) or not isinstance(second, s.Clock) or first.zone == second.zone:
        return None
    if a.get("days") and (first.of is None or second.of is None):
        return None
    if first.zone is None:
        first = replace(first, zone="local")
    (start, end, rule), (start2, end2, rule2) = a.spans["first"], a.spans["second"]
    if second.of is None and first.of is not None:
        second = replace(second, of=first.of)
    return Several(((first, start, end, rule), (second, start2, end2, rule2)), "alternative")


def equal(a: Args) -> Any:
    """One day in two calendars, each its own finding."""
    first, second = a.get("first"), a.get("second")
    one, two = (node.second if isinstance(node, s.Both) else node for node in (first, second))
    if not isinstance(one, s.Date) or not isinstance(two, s.Date) or not one.month or not two.month:
        return None
    if (one.calendar or "gregorian") == (two.calendar or "gregorian") and not _hijri_looking(one, two):
        return None
    return several(a.but(kind="equal"))


def _hijri_looking(one: s.Date, two: s.Date) -> bool:
    """Do the years differ as calendars do?"""
    return bool(one.year and two.year and abs(one.year - two.year) > 400)
