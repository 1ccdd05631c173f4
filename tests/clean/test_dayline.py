"""Bylines and datelines of place, agency and a full day: what they state, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard import extract
from dashboard.clean.byline import find_dateline
from dashboard.clean.dayline import day_line
from dashboard.clean.publication import from_lines
from tests.every import every

DAY = dt.date(2022, 5, 5)
ARABIC = "عاد الوفد إلى مقره بعد جولة طويلة. وذكر مسؤول أن الجولة كانت مثمرة."
ENGLISH = "The delegation went home after a long tour. An official called the tour fruitful."

BYLINES = [
    ("تونس - وكالات - 5 مايو 2022", None),
    ("عمّان (رويترز) 5 مايو 2022", "رويترز"),
    ("الرباط (أ ف ب) - 5 مايو 2022", "فرانس برس"),
    ("متابعات - 5 مايو 2022", None),
    ("5 أيار/مايو 2022 | شينخوا", "شينخوا"),
    ("رويترز: الخميس 5/5/2022", "رويترز"),
    ("بيروت / الوكالة الوطنية للإعلام / 5-5-2022", "الوكالة الوطنية للإعلام"),
    ("جدة - واس - الخميس 4 شوال 1443 هـ الموافق 5 مايو 2022", "واس"),
    ("الدوحة - قنا - 5 مايو 2022 - 10:30", "قنا"),  # a town, too
    ("أنقرة، العالم، 5 مايو 2022", "العالم"),  # a word, too
    ("موقع الميناء الإخباري – 5 مايو 2022", "موقع الميناء الإخباري"),
    ("طرابلس (ليبيا) - مع وكالات: 5 مايو 2022", None),
    ("مسقط في 5 مايو 2022", None),
    ("الكويت، 5 مايو 2022", None),
    ("البرازيل - وكالات - 5 مايو 2022", None),
    ("Singapore, 5 May 2022", None),
    ("Nairobi, 5 May 2022", None),
    ("Nairobi, May 5, 2022", None),
    ("Nairobi - 5 May 2022", None),
    ("NAIROBI, Kenya, May 5th, 2022.", None),
    ("Madrid (AFP) | Thu 5 May 2022", "فرانس برس"),
    ("May 5, 2022 / Madrid", None),
    ("Madrid/Lisbon, 5 May 2022", None),
    ("London, Reuters, 5 May 2022, 10:30 GMT", "رويترز"),
    ("Agencies — May 5, 2022", None),
    ("WASHINGTON, D.C., May 5, 2022", None),
]


@pytest.mark.parametrize(("line", "source"), BYLINES)
@pytest.mark.parametrize("foot", [False, True])
def test_a_line_of_place_or_agency_and_day_states_publication(line: str, source: str | None, foot: bool) -> None:
    body = ENGLISH if line.isascii() or "—" in line else ARABIC
    parts = [body, line] if foot else [line, body]
    record = extract("\n\n".join(parts), title="خاتمة الجولة" if body == ARABIC else "The tour ends").to_dict()
    published = record["published"]
    assert (published["date"], published["how"], published["evidence"]) == (DAY.isoformat(), "text", line)
    assert record["source"] == source and record["text"] == body and record["countries"] == []


@every(
    [
        "مؤتمر تونس 5 مايو 2022",
        "اتفاق الرباط، 5 مايو 2022",
        "قمة عمّان - وكالات - 5 مايو 2022",
        "قصف بيروت (5 مايو 2022)",
        "الجولة الثالثة، مسقط، 5 مايو 2022",
        "من مسقط إلى صلالة: 5 مايو 2022",
        "بيروت 5 مايو 2022: الليلة الطويلة",
        "بيروت، 5 مايو 2022، ليلة لا تنسى.",
        "مسقط، 5 - 7 مايو 2022",
        "مسقط، مايو 2022",
        "مسقط 2022",
        "البرازيل، 5 مايو 2022",
        "البرازيل - فرنسا 5 مايو 2022",
        "مسقط، 4 شوال 1443",
        "قناة بنما - 5 مايو 2022",
        "شبكة المياه، 5 مايو 2022",
        "العالم - 5 مايو 2022",
        "© رويترز 5 مايو 2022",
        "تصوير: رويترز، 5 مايو 2022",
        "تونس شهدت في 5 مايو 2022 مسيرة كبيرة",
        "Nairobi accord, 5 May 2022",
        "Nairobi, 5 May 2022 - 7 May 2022",
        "Nairobi, 5 May 2022?",
        "In Nairobi on 5 May 2022",
        "Nairobi, May 2022",
        "Copyright Reuters 5 May 2022",
        "Space Agency - 5 May 2022",
        "Madrid hosted the games on 5 May 2022",
    ]
)
def test_a_word_more_makes_it_the_day_of_something_else(line: str) -> None:
    assert day_line(line) is None
    body = ENGLISH if line.isascii() else ARABIC
    assert from_lines([line, body]) is None and from_lines([body, line]) is None
    assert extract(f"{line}\n\n{body}", title="ملف الأسبوع").to_dict()["published"]["date"] is None


def test_the_days_of_a_chronicle_are_its_events() -> None:
    days = ["Nairobi, 5 May 2022", ENGLISH, "Madrid, 9 May 2022", ENGLISH]
    assert from_lines(days) is None
    assert from_lines(["مسقط، 5 مايو 2022", ARABIC, "القاهرة، 9 مايو 2022", ARABIC]) is None
    found = from_lines(["Nairobi, 5 May 2022", ENGLISH, "Nairobi - 5 May 2022"])
    assert found and found.date == DAY


def test_a_byline_above_the_title_is_no_title() -> None:
    record = extract(f"Nairobi - 5 May 2022\n\nThe tour ends\n\n{ENGLISH}").to_dict()
    assert (record["title"], record["published"]["date"]) == ("The tour ends", "2022-05-05")


@pytest.mark.parametrize(
    ("dateline", "rest", "source"),
    [
        ("تونس - وكالات - 5 مايو 2022:", "غادر الوفد المدينة.", None),
        ("عمّان (رويترز) 5 مايو 2022 -", "غادر الوفد المدينة.", "رويترز"),
        ("الرباط (أ ف ب) - 5 مايو 2022 -", "غادر الوفد المدينة.", "فرانس برس"),
        ("متابعات - 5 مايو 2022 -", "غادر الوفد المدينة.", None),
        ("الدوحة في 5 مايو 2022 / قنا /", "غادر الوفد المدينة.", "قنا"),
        ("NAIROBI, May 5, 2022 /PRNewswire/ --", "The delegation left.", "PR Newswire"),
        ("Reuters, Nairobi, 5 May 2022 —", "The delegation left.", "رويترز"),
        ("Nairobi, 5 May 2022 -", "The delegation left.", None),
    ],
)
def test_a_dateline_before_the_first_sentence(dateline: str, rest: str, source: str | None) -> None:
    found = find_dateline(f"{dateline} {rest}")
    assert found and found.day and (found.day.date, found.source) == (DAY, source)
    assert found.span == (0, len(dateline))
    record = extract(f"{dateline} {rest}", title="خبر").to_dict()
    assert (record["published"]["date"], record["countries"]) == ("2022-05-05", [])


@pytest.mark.parametrize(
    "text",
    [
        "تونس التي استقبلت في 5 مايو 2022 - كما هو معروف - وفدا كبيرا هادئة.",
        "بين مسقط وصلالة - 5 مايو 2022 - انقطع الطريق.",
        "بيروت، 5 مايو 2022: خرج الناس إلى الشوارع.",
        "رويترز نشرت في 5 مايو 2022 - قبل الجولة - تقريرا.",
        "In Nairobi, on 5 May 2022 - the delegates met.",
        "Nairobi, 5 May 2022, was a day of talks - and of quarrels.",
        "Madrid, May 5, 1937: the barricades went up in the old town.",
        "Madrid hosted on 5 May 2022 a meeting - a short one - of ministers.",
    ],
)
def test_a_sentence_that_begins_with_a_place_and_a_day_is_no_dateline(text: str) -> None:
    assert extract(f"{text}\n\n{ARABIC}", title="ملف").to_dict()["published"]["date"] is None
