"""Dates on data beside the checkout: `python -m tests.evaluation.dates [--errors MEASURE]`.

Nothing of the data enters the repository. Values are compared as days (ends inclusive), clock times as moments. Where
the data asks for a coming day and news would mean the past one (an assistant's bias), `either` counts both as right.
What the two see differently in principle is mapped, not bent to: our weekend is the source's state's and that of
Recognizers Saturday and Sunday; before, until and since X are X with a direction here, an open interval there; a range
of years runs to the end of its last one here, to its beginning there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dashboard import lexicon as lexicons
from dashboard.clean.document import analyse
from dashboard.extractors import dates
from dashboard.model import DateMention, Flag
from dashboard.resolve import dates as resolving

from . import mapped
from .scores import Score, command, items


def resolved(text: str, published: str | None, state: str | None = None) -> tuple[list[DateMention], list[Flag]]:
    """The dates and flags of a text published on an ISO day by an outlet of a state."""
    lexicon = lexicons.load()
    day = dt.date.fromisoformat(published[:10]) if published else None
    return resolving.resolve([(doc := analyse(text), dates.find(doc, lexicon))], day, lexicon, state)


def duckling(either: bool = False) -> Score:
    """Isolated expressions: the value of each."""
    score = Score()
    for item in items("timex_duckling_ar.dev.jsonl"):
        found, _ = resolved(item["text"], item["reference_date"])
        if not item["expected"]:
            continue
        wanted = item["expected"][0]
        if wanted["grain"] == "second":
            continue
        first, last = _span(wanted)
        good = any(_same(date, first, last, either) for date in found)
        given = any(date.from_day or date.to_day for date in found)
        score.add(
            "right" if good else "wrong" if given else "missed",
            f"{item['text']} wants {first} {last} got {_say(found)}",
        )
    return score


def recognizers(either: bool = False) -> Score:
    """Short sentences: dates and intervals with a value; any of the values they list is right."""
    score = Score()
    for item in items("timex_recognizers_ar.dev.jsonl"):
        for wanted in item["expected"]:
            if not wanted.get("values") or wanted["kind"] not in ("date", "interval") or not item["reference_date"]:
                continue
            found, _ = resolved(item["text"], item["reference_date"], "USA")
            spans = [span for value in wanted["values"] for span in _inclusive(value)]
            good = any(_same(date, first, last, either) for date in found for first, last in spans)
            given = any(date.from_day or date.to_day for date in found)
            result = "right" if good else "wrong" if given else "missed"
            score.add(result, f"{item['text']} ({item['reference_date']}) wants {wanted['values']} got {_say(found)}")
    return score


def _span(wanted: dict[str, Any]) -> tuple[str, str]:
    """First and last day, or the moment twice, of a value of the first set."""
    value = wanted["value"]
    if wanted["kind"] in ("time", "timeinterval"):
        moment = wanted.get("from", value)
        return moment, moment
    if "/" in value:
        first, last = value.split("/")
        return first[:10], last[:10] if "value_exclusive" in wanted else _before(last[:10])
    if wanted["grain"] == "week":
        return wanted["from"], str(dt.date.fromisoformat(wanted["from"]) + dt.timedelta(6))
    if wanted["grain"] == "year":
        return f"{value}-01-01", f"{value}-12-31"
    return value, value


def _inclusive(value: str) -> list[tuple[str, str]]:
    if "/" not in value:
        return [(value, value)]
    first, last = value.split("/")
    if ".." in (first, last):
        return [(first, last)]
    to_the_end = [(first, f"{last[:4]}-12-31")] if first.endswith("-01-01") and last.endswith("-01-01") else []
    return [(first, last), (first, _before(last)), *(to_the_end if int(last[:4]) > int(first[:4]) + 1 else [])]


def _before(day: str) -> str:
    return str(dt.date.fromisoformat(day) - dt.timedelta(1))


def _same(date: DateMention, first: str, last: str, either: bool) -> bool:
    if "T" in first:
        return bool(date.at) and (date.at == first or (either and str(date.at)[10:] == first[10:]))
    if ".." in (first, last):
        return _bounded(date, first, last)
    got = (date.from_day or "..", date.to_day or "..")
    if either and date.basis == "published" and got != (first, last):
        return _years_apart(got, (first, last))
    return got == (first, last)


def _bounded(date: DateMention, first: str, last: str) -> bool:
    """`../X` and `X/..`: a date of ours that begins or ends at X, and says the direction; an open interval ends so."""
    mod, bound = ("before", last) if first == ".." else ("after", first)
    open_end = date.from_day is None if first == ".." else date.to_day is None
    return (date.mod == mod or open_end) and bound in (date.from_day, date.to_day)


def _years_apart(got: tuple[str, str], wanted: tuple[str, str]) -> bool:
    """The same days of a neighbouring year, or the same weekday of a neighbouring week."""
    if ".." in (*got, *wanted):
        return False
    apart = {(dt.date.fromisoformat(b) - dt.date.fromisoformat(a)).days for a, b in zip(got, wanted, strict=True)}
    return apart <= {365, 366} or apart == {7}


def _say(found: list[DateMention]) -> str:
    return "; ".join(
        f"«{date.text}» {date.from_day}..{date.to_day}{' ' + date.at if date.at else ''}" for date in found
    )


def wojood() -> Score:
    """Spans of dates in running text: right where found and annotated overlap.

    `false` are found ones without an annotation, `missed` annotated ones without a find. What the contract calls no
    date is left out of the annotated ones (`mapped` says which and why).
    """
    score = Score()
    for item in items("ner_wojood_sample.dev.jsonl"):
        annotated = [(e["start"], e["end"]) for e in item["entities"] if e["type"] in ("DATE", "TIME")]
        wanted = [span for span in annotated if mapped.is_date(item["text"], *span)]
        found = [(date.start or 0, date.end or 0) for date in resolved(item["text"], "2021-08-24")[0]]
        for start, end in wanted:
            hit = any(start < b and a < end for a, b in found)
            score.add(
                "right" if hit else "missed",
                f"{item['text'][start:end]} | {item['text'][max(0, start - 60) : end + 30]}",
            )
        for a, b in found:
            if not any(start < b and a < end for start, end in annotated):
                score.add("false", f"{item['text'][a:b]} | {item['text'][max(0, a - 60) : b + 30]}")
    return score


MEASURES: dict[str, Callable[[], Score]] = {
    "duckling": duckling,
    "duckling-either": lambda: duckling(either=True),
    "recognizers": recognizers,
    "recognizers-either": lambda: recognizers(either=True),
    "wojood": wojood,
}


if __name__ == "__main__":
    command(MEASURES, "dates", __doc__)
