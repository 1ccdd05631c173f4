"""What the desk says: strings, plurals, numbers and days in the language that was chosen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from copy import copy
from functools import cached_property, lru_cache
from numbers import Real
from typing import Any, TypeAlias, TypeGuard
from zoneinfo import ZoneInfo

import pandas as pd
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from dashboard.errors import Said
from dashboard.lexicon import load
from dashboard.lexicon.outlets import outlet
from dashboard.lexicon.said import FILES

LANGUAGES = ("ar", "en")
# The digits that a language's numbers and dates may be written in, by Unicode's names of them; the first unless chosen.
DIGITS = {"ar": ("latn", "arab"), "en": ("latn",)}
SAMPLE = "Marsad sample"
_ARABIC = re.compile("[\u0620-\u064a]")
_ARABIC_INDIC = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
# Keeps a run of the other direction (a number with a sign, a Latin name) from reordering what stands around it.
ISOLATE, END = "\u2068", "\u2069"
LEFT, RIGHT = "\u200e", "\u200f"
Day: TypeAlias = "dt.date | pd.Timestamp | None"


class Words:
    """One interface language: its strings, what it says of errors, the names of themes, and its digits.

    Every number and every day that the desk itself writes is written here (`number`, `day` and what stands on them),
    so that the digits are chosen in one place; words of articles, ids and addresses never pass through `numerals`.
    """

    def __init__(
        self, language: str, strings: Mapping[str, Any], errors: Mapping[str, str], themes: Mapping[str, Any],
        digits: str = "latn",
    ) -> None:  # fmt: skip
        self.language, self._strings, self._errors, self._themes = language, strings, errors, themes
        self.digits = digits
        self._locale = Locale.parse(language)
        self.rtl = self._locale.text_direction == "rtl"
        # Before words that are all isolated: nothing else would say how their line runs, and it ran to the right.
        self.mark = RIGHT if self.rtl else LEFT

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The string of a key, in the plural form for `n`; raises KeyError for a key that is not in the data."""
        found = self._strings[key]
        if not isinstance(found, str):
            form = self._locale.plural_form(n or 0)
            # CLDR gives Arabic a zero and a one of their own, English does not: fall through to what is there.
            found = found["zero"] if n == 0 and found.get("zero") else found.get(form) or found["other"]
        if n is not None:
            values["n"] = n
        values = {name: self.number(value) if _counts(value) else value for name, value in values.items()}
        return str(found).format(**values) if values else str(found)

    def of(self, themes: Mapping[str, Any]) -> Words:
        """The same words, with the names of a workspace's themes."""
        found = copy(self)
        found._themes = themes
        return found

    def told(self, message: str) -> str:
        """What an error says, in this language; a message without a code stays as it is."""
        if not isinstance(message, Said) or message.code not in self._errors:
            return str(message)
        values = {key: self.told(value).replace(", ", self("names.comma")) for key, value in message.values.items()}
        values = {key: self.numerals(value) if value.isdecimal() else value for key, value in values.items()}
        return self._errors[message.code].format(**{key: f"{ISOLATE}{value}{END}" for key, value in values.items()})

    def has(self, key: str) -> bool:
        return key in self._strings

    def numerals(self, text: str) -> str:
        """A number, day or hour that the desk writes, in the digits that were chosen."""
        return text.translate(_ARABIC_INDIC) if self.digits == "arab" else text

    def number(self, value: float) -> str:
        return self.numerals(format_decimal(value, locale=self._locale, numbering_system=self.digits))

    def change(self, now: int, before: int) -> str:
        """The difference with its sign, as one run that keeps its order in Arabic."""
        sign = "+" if now > before else "−" if now < before else "±"
        return f"{ISOLATE}{sign}{self.number(abs(now - before))}{END}"

    def apart(self, parts: Iterable[str]) -> str:
        """Parts with a dot between them, each keeping its own direction of writing."""
        told = " · ".join(f"{ISOLATE}{part}{END}" for part in parts if part)
        return told and self.mark + told

    def listed(self, names: str) -> str:
        """Names that stand in one text with commas between them, each keeping its own direction of writing; they follow
        each other as this language is read, whatever the first of them is written in."""
        parts = names.split(", ")
        return self.mark + self("names.comma").join(f"{ISOLATE}{part}{END}" for part in parts)

    def percent(self, share: float) -> str:
        return self.numerals(format_percent(share, locale=self._locale))

    def day(self, day: Day) -> str:
        if day is None or pd.isna(day):
            return self("date.unknown")
        return self.numerals(format_date(day, "d MMMM y" if self.language == "ar" else "d MMM y", locale=self._locale))

    def moment(self, at: str, zone: str | None) -> str:
        """Day and time of a moment (ISO, with its offset) on the clock of a zone ("Asia/Beirut"); where that is not
        known, UTC's, which is said."""
        clock: dt.tzinfo = dt.UTC
        with suppress(KeyError, ValueError, OSError):
            clock = ZoneInfo(zone or "")
        when = dt.datetime.fromisoformat(at).astimezone(clock)
        return self.numerals(f"{self.day(when)} {when:%H:%M}") + (" UTC" if clock is dt.UTC else "")

    def hour(self, at: str, zone: str) -> str:
        """Day and time of a moment as a text has it (ISO), and the zone that it is told in, where that is said."""
        when = dt.datetime.fromisoformat(at)
        return " ".join(filter(None, (self.day(when), self.numerals(f"{when:%H:%M}"), zone)))

    def month(self, day: Day) -> str:
        return self.numerals(format_skeleton("yMMMM", day, locale=self._locale))

    def span(self, low: Day, high: Day) -> str:
        """An interval as people say it: a day, a whole month, a year, or from–to; an open side says so."""
        if low is None or pd.isna(low):
            return self("date.until", day=self.day(high))
        if high is None or pd.isna(high):
            return self("date.from", day=self.day(low))
        first, last = (day.date() if isinstance(day, dt.datetime) else day for day in (low, high))
        if first == last:
            return self.day(first)
        same_year = first.year == last.year
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and same_year:
            return self.numerals(str(first.year))
        if first.day == 1 and same_year and first.month == last.month and (last + dt.timedelta(days=1)).day == 1:
            return self.month(first)
        return self("date.span", start=self.day(first), end=self.day(last))

    def list(self, items: Iterable[str]) -> str:
        return format_list(list(items), locale=self._locale)

    def either(self, items: Iterable[str]) -> str:
        return format_list(list(items), style="or", locale=self._locale)

    def theme(self, id: str) -> str:
        """A theme's name; `other` is the desk's own."""
        found = self._themes.get(id)
        if found:
            return str(found[self.language])
        return self(f"theme.{id}") if self.has(f"theme.{id}") else id

    def source(self, value: object) -> str:
        """What an outlet is called in this language, else as it is written; that it is unknown where it is empty."""
        if not isinstance(value, str) or not value.strip():
            return self("article.no_source")
        known = outlet(value)
        if known:
            return known[self.language]
        # The samples' papers are invented, and say so: "Marsad sample – جريدة الساحل".
        return value.replace(SAMPLE, self("source.sample"))

    def written(self, name: str) -> str:
        """A name as a text has it; in quotation marks where it is not in this language's letters."""
        foreign = bool(_ARABIC.search(name)) is not (self.language == "ar")
        return self("name.written", name=f"{ISOLATE}{name}{END}") if foreign else name

    def language_name(self, code: str) -> str:
        try:
            return Locale.parse(code).get_display_name(self.language) or code
        except Exception:  # an unknown code, as somebody's file gave it
            return code

    @cached_property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"


def _counts(value: object) -> TypeGuard[float]:
    return isinstance(value, Real) and not isinstance(value, bool)


@lru_cache(maxsize=sum(map(len, DIGITS.values())))
def words(language: str, digits: str = "latn") -> Words:
    """The words of a language, with its numbers in the digits chosen."""
    lexicon = load()
    said, errors = lexicon.data(f"interface/{language}"), lexicon.data(FILES.format(language=language))
    return Words(language, said, errors, lexicon.themes, digits)
