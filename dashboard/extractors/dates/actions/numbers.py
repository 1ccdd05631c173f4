"""Numbers and lengths of time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .... import timex as s
from .args import Args


def total(a: Args) -> Any:
    return sum(a.numbers()) + a.get("plus", 0)


def product(a: Args) -> Any:
    total = 1.0
    for number in a.numbers():
        total *= number
    return int(total)


def value(a: Args) -> Any:
    """The one thing captured (or the constant `value`)."""
    if "value" in a.values:
        return a.values["value"]
    return next((a.values[name] for name in a.spans), None)


def amount(a: Args) -> Any:
    """A length of time: num (None where vague) of unit; `more` joins another; `half` adds half a unit."""
    if "first" in a.values:
        first, more = a.values["first"], a.values["more"]
        ranks = [_RANK.get(unit, 0) for _, unit in first.parts + more.parts]
        return (
            s.Amount(first.parts + more.parts, first.approx or more.approx) if len(set(ranks)) == len(ranks) else None
        )
    if "amount" in a.values:
        return replace(a.values["amount"], approx=True)
    number = a.get("num")
    if number is not None and (number <= 0 or number == a.get("none_of")):
        return None
    return s.Amount(
        ((number + a.get("plus", 0) if number is not None else None, a.get("unit")),), bool(a.get("approx"))
    )


_RANK = {unit: rank for rank, unit in enumerate(
    ("second", "minute", "hour", "night", "day", "week", "month", "year", "decade", "century"), 1)}  # fmt: skip


def amount_half(a: Args) -> Any:
    """Half a unit more: ساعة ونصف."""
    (number, unit), *rest = a.values["first"].parts
    return None if rest or number is None else s.Amount(((number + 0.5, unit),))
