"""What an expression of time says, before any calendar: small symbolic nodes that the resolver turns into days.

A node never holds a resolved day; "relative to what" is decided once for a whole article, in `resolve.dates`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Calendar = Literal["gregorian", "hijri", "persian"]
# A unit of time as the data names it: minute hour day week weekend month quarter half year decade century …
Unit = str


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date with gaps. `shift` is the deictic on its finest named part (المقبل +1, الماضي -1, الجاري 0).

    `calendar` None: not said, the year decides. `same`: of the year (or month) spoken of before. `of`: inside a period.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar | None = None
    shift: int | None = None
    same: bool = False
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A unit counted from publication: الأسبوع الماضي (week, -1), الأيام الثلاثة المقبلة (day, +1, count 3).

    `shift` None: not said (نهاية العام). `previous`: counted from the date spoken of before (التالي, السابق, نفسه).
    `open`: an unnumbered plural (الأيام المقبلة).
    """

    unit: Unit
    shift: int | None = None
    count: float | None = None
    previous: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """Lengths of time: ((3, "day"), …); the number is None where it is vague (بضعة أيام)."""

    parts: tuple[tuple[float | None, Unit], ...]
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """An amount before (-1) or after (+1) publication or `anchor`."""

    amount: Amount
    sign: int
    anchor: Node | None = None
    previous: bool = False
    told: bool = False  # counted from the date told before, whatever the tense (two days later)
    onward: bool = False  # opens a clause that goes on with a story: counted so unless it tells of what is to come


@dataclass(frozen=True, slots=True)
class Day:
    """A day counted from publication: أمس -1, اليوم 0, غدا 1."""

    shift: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (0 Monday). `second`: the next day of a night across two. `nth` of it inside `of` (-1 last)."""

    day: int
    shift: int | None = None
    nth: int | None = None
    of: Node | None = None
    second: int | None = None
    after: bool = False  # the nth such day after `of`, not inside it


@dataclass(frozen=True, slots=True)
class Part:
    """The start, mid or end of something; what is left of it from publication on (rest) or is gone till then."""

    part: Literal["start", "mid", "end", "rest", "gone"]
    of: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit inside something: الربع الثالث من 2021, الأسبوع الأول من أكتوبر. Negative counts from the end,
    0 is the one that holds it.

    `count`: that many units from there on (or back).
    """

    nth: int
    unit: Unit
    of: Node | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (its first year; two digits: of the century spoken of) or a century (its ordinal)."""

    unit: Literal["decade", "century"]
    number: int
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A meteorological season by its id (spring summer autumn winter)."""

    season: str
    year: Node | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A feast or named day by its id in data/calendar.yml."""

    id: str
    year: Node | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (dawn morning noon afternoon evening night)."""

    part: str
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `half`: 0 morning, 12 evening, None not said. `zone`: +03:00, local, or None."""

    hour: int
    minute: int = 0
    half: int | None = None
    part: str | None = None
    zone: str | None = None
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one to the other, both inclusive."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Open:
    """منذ, بعد (after) or حتى, قبل, بحلول (before) something; approx: about it. `endless`: on and on (2012 فصاعدا)."""

    mod: Literal["before", "after", "approx"]
    of: Node
    endless: bool = False
    past: bool = False  # منذ: what has begun already


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, without saying when."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Within:
    """خلال 48 ساعة: from publication on where the clause sets a deadline, a duration otherwise."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Recurring:
    """Every day, weekly, on Sundays."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Both:
    """One day said twice: adverb and weekday, weekday and date. The second is the one that is checked against."""

    first: Node
    second: Node


@dataclass(frozen=True, slots=True)
class Vague:
    """A span that is named but whose ends are no calendar's: academic and fiscal years; an age.

    `unit` is how long one without a value (of: None) is.
    """

    of: Node | None
    unit: str = "century"


@dataclass(frozen=True, slots=True)
class Either:
    """3/4/2021 in a language whose writers disagree on which is the day: read by the source's habit, or not at all."""

    date: Date


@dataclass(frozen=True, slots=True)
class Nothing:
    """A match that only keeps others away: أخبار اليوم is a newspaper."""


NOTHING = Nothing()

Node = (
    Date | Period | Offset | Day | Weekday | Part | Nth | Era | Season | Named | DayPart | Clock | Range | Open
    | Duration | Within | Recurring | Both | Vague | Either | Nothing
)  # fmt: skip


@dataclass(slots=True)
class TimeExpression:
    """One expression in a document: tokens `first` … `end`-1, offsets `start`, `stop` in its text (clitics excluded).

    `group` numbers alternatives of one another within the document (X أو Y; one moment on two clocks); `equal` numbers
    dates that are said to be the same day in two calendars. `tense` is that of the clause, None without a cue.
    """

    first: int
    end: int
    start: int
    stop: int
    node: Node
    rule: str
    confidence: float = 1.0
    tense: Literal["past", "present", "future"] | None = None
    cue_distance: int | None = None  # words between the expression and what says its tense; None without a cue
    cue_before: bool = True
    deadline: bool = False
    alone: bool = False  # the field holds nothing but expressions of time: a query, an entry of a calendar
    group: int | None = None
    equal: int | None = None
