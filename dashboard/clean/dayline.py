"""Bylines made of a place or an agency and the full day: القاهرة - وكالات - 12 مارس 2024, Doha (AFP), 1 May 2024.

Every word of such a line is known: a place that datelines bear (its state behind it), an outlet or a general word for
one, a weekday, a clock, the day in another calendar. One word more (مؤتمر الدوحة 12 مارس 2024) makes it an event's day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..days import Day, companions, find_days
from ..lexicon import load
from .cues import alternatives, words
from .fold import fold_key
from .signature import outlet_like, outlet_named

_LONGEST = 120  # characters of such a line
_FIGURE = re.compile(r"\d")
_PARTS = re.compile(r"--+|[-–—ـ|/:,،؛;()\[\]*+&·•]+|\bو(?=ال)")
_PLACE, _STATE, _AGENCY, _PERHAPS, _OTHER = "place", "state", "agency", "perhaps an outlet", "other"


@dataclass(frozen=True, slots=True)
class DayLine:
    """The day, the outlet as the data writes it (None where none is named), whether any agency or outlet is."""

    day: Day
    source: str | None
    agency: bool


@lru_cache(maxsize=4096)
def day_line(line: str) -> DayLine | None:
    """What a line of place and/or agency and one full day says; None for another line, and for one that claims
    rights (©), that asks, or that names several days."""
    if len(line) > _LONGEST or "©" in line or _FIGURE.search(line) is None or line.rstrip().endswith(("؟", "?", "!")):
        return None
    folded = fold_key(line)
    days = list(find_days(folded))
    if not days or len({day.date for day in days}) > 1:
        return None
    rest = folded
    for day in reversed(days):
        rest = f"{rest[: day.start]} | {rest[day.end :]}"
    rest = _hijri().sub(" | ", rest)
    kinds, source = set[str](), None
    for part in _PARTS.split(rest):
        said = words(part)
        if not said:
            continue
        kind = _kind(said, kinds)
        if kind is None:
            return None
        kinds.add(kind)
        if kind in (_AGENCY, _PERHAPS):
            source = source or outlet_named(_bare(said)) or _as_written(line, said)
    return DayLine(days[0], source, bool({_AGENCY, _PERHAPS} & kinds)) if {_PLACE, _AGENCY} & kinds else None


def _kind(said: str, before: set[str]) -> str | None:
    """What a part of the line is, the parts `before` it known; None for a word that no byline bears."""
    for core in dict.fromkeys((said, _bare(said))):
        known_outlet = outlet_named(core) is not None
        if core in places() and not (known_outlet and outlet_like(core) and _PLACE in before):  # الدوحة - قنا
            return _PLACE
        # An outlet whose name is a word too (العالم) needs a place before it, one that is not known a place or two
        # of its marks: موقع … الإخباري is one, قناة السويس is none.
        if core in _wires() or (known_outlet and (outlet_like(core) or _PLACE in before)):
            return _AGENCY
        if outlet_like(core):
            return _AGENCY if len(_marks().intersection(core.split())) > 1 else _PERHAPS
        if any(entry.kind == "country" for entry in load().gazetteer.entries(core)):  # alone it dates nothing
            return _PLACE if core in _capital_states() else _STATE
    parts = said.split()
    known = companions()
    # A number alone is another day or an amount; beside a month it is the day in another calendar.
    spoken = [word for word in parts if not word.isdigit()]
    return _OTHER if spoken and known.issuperset(spoken) else None


def _as_written(line: str, said: str) -> str | None:
    """The name of an outlet that is not known, in the line's own letters; None for a general word (وكالات)."""
    if not outlet_like(_bare(said)):
        return None
    return next((part.strip() for part in _PARTS.split(line) if words(part) == said), None)


def _bare(said: str) -> str:
    """Words without weekdays and small words around them: القاهرة في, الثلاثاء رويترز, مع وكالات."""
    return _around().sub("", said)


@lru_cache(maxsize=1)
def _around() -> re.Pattern[str]:
    data = load().data("publication")
    ahead, behind = (alternatives([*data["weekdays"], *data[name]]) for name in ("before_source", "before_day"))
    return re.compile(rf"^(?:(?:{ahead}) )+|(?: (?:{behind}))+$")


@lru_cache(maxsize=1)
def _hijri() -> re.Pattern[str]:
    months = "|".join(fold_key(str(month)) for month in load().data("publication")["hijri_months"])
    return re.compile(rf"(?<!\d)\d{{1,2}} (?:{months}) \d{{4}}(?!\d)(?: ?ه\w*)?")


@lru_cache(maxsize=1)
def _wires() -> frozenset[str]:
    return frozenset(words(form) for form in load().data("publication")["wires"])


@lru_cache(maxsize=1)
def _marks() -> frozenset[str]:
    return frozenset(words(mark) for mark in load().data("outlets")["outlet_words"])


@lru_cache(maxsize=1)
def _capital_states() -> frozenset[str]:
    """States that share the name of their capital, which datelines write short (الكويت, تونس)."""
    data = load().data("publication")
    named = alternatives(data["capital_words"])
    found = {words(str(name)) for name in data["city_states"]}
    for place in load().data("capitals"):
        for name in (words(str(form)) for form in [*place["ar"], *place["en"]]):
            found.add(re.sub(rf"^(?:{named}) | (?:{named})$", "", name))
    return frozenset(found)


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The folded names of the places that datelines bear: capitals, cities, ports, bases and some more."""
    data = load()
    names = list(data.data("outlets")["dateline_places"])
    towns = [place for place in data.data("places") if place["type"] in ("port", "city", "base")]
    for place in [*data.data("capitals"), *data.data("cities"), *towns]:
        names += [*place["ar"], *place["en"]]
    return frozenset(words(str(name)) for name in names)
