"""The day of publication: where it may come from, in which order, and what is never taken for it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clean.publication import from_address, from_lines, publication
from dashboard.model import Published
from tests.every import every

DAY = dt.date(2022, 5, 5)
SENTENCE = "وصل الوفد إلى بلغراد في 7 مايو 2019 لإجراء محادثات تستمر يومين."


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2022/05/05/talks",
        "https://example.org/ar/20220505-محادثات",
        "https://example.org/a/2022-05-05",
        "https://example.org/2022/5/5/x",
        "https://example.org/news_2022_05_05.html",
        "http://example.org/world/2022/05/05/1234567",
        "https://example.org/?d=2022-05-05",
    ],
)
def test_days_in_addresses(url: str) -> None:
    found = from_address(url)
    assert found and (found.date, found.how) == (DAY, "url") and found.evidence in url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/2022/05/talks",
        "https://example.org/news/43546129",
        "https://example.org/2022/13/45/x",
        "https://example.org/1202205051",
        "https://20220505.example.org/a",
        "https://example.org/%D8%2022/a",
        "https://example.org/2022/05/05/x/2021/01/02",
        "https://example.org/a-2231-2015",
        "https://example.org/20220230/x",
    ],
)
def test_numbers_in_addresses_that_are_no_day(url: str) -> None:
    assert from_address(url) is None


@every(
    [
        "نشر في 5 مايو 2022",
        "نُشر في: 05/05/2022",
        "تاريخ النشر: الخميس 5 أيار/مايو 2022 - 10:15",
        "تم النشر بتاريخ 2022/05/05",
        "التاريخ: 5-5-2022",
        "الخميس 5 مايو 2022",
        "5 مايو (أيار) 2022 م",
        "Published: 5 May 2022",
        "Published on May 5, 2022 at 10:00 GMT",
        "Posted May 5, 2022",
        "By Salma Kurdi | May 5, 2022",
        "بقلم: سلمى الكردي - 5 مايو 2022",
        "الخميس 5 مايو 2022 - 10:15 | كتبت: سلمى الكردي",
        "5 May 2022 • By Salma Kurdi",
        "آخر تحديث: 5 مايو 2022 الساعة 14:30 بتوقيت غرينتش",
        "سلمى الكردي - بلغراد | نشر في: 5 مايو 2022 - 18:20 | آخر تحديث: 6 مايو 2022",
        "Belgrade | Updated: 6 May 2022 | Published: 5 May 2022",
    ]
)
def test_lines_that_state_it(line: str) -> None:
    found = from_lines(["محادثات في بلغراد", line, SENTENCE])
    assert found and (found.date, found.how, found.evidence) == (DAY, "text", line)


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "نشرت الصحيفة في 5 مايو 2022 وثائق عن الصفقة بين البلدين.",
        "نشر في 5 مايو 2022 تقرير لمنظمة حقوقية عن القصف.",
        "جميع الحقوق محفوظة © 2022",
        "Copyright 2001-2022",
        "مايو 2022",
        "نشر في مايو 2022",
        "انتخابات 5 مايو 2022: من يترشح؟",
        "5 مايو 2022 | معرض الكتاب يفتح أبوابه",
        "التاريخ يعيد نفسه منذ 5 مايو 1945 في البلقان كله كما يقول المؤرخون",
        "تحديث الأسطول يكتمل في 5 مايو 2022 بحسب الوزارة.",
        "قالت الصحيفة إن الوثائق التي وصلت إليها من العاصمة أول الأسبوع صحيحة | نشرت في 5 مايو 2022",
        "By May 5, 2022 the ministry will have signed the contract with both companies.",
    ],
)
def test_lines_that_speak_of_something_else(line: str) -> None:
    assert from_lines(["محادثات في بلغراد", line, SENTENCE]) is None


def test_publication_before_update() -> None:
    found = from_lines(["آخر تحديث: 9 مايو 2022", "نشر في: 5 مايو 2022", SENTENCE])
    assert found and found.date == DAY


def test_a_bare_day_in_the_middle_is_a_heading() -> None:
    lines = [SENTENCE] * 8
    assert from_lines([*lines, "5 مايو 2022", *lines]) is None
    found = from_lines([*lines, "5 مايو 2022"])
    assert found and found.date == DAY


def test_the_order() -> None:
    given_day, url, lines = Published(DAY, "given", "x"), "https://example.org/2021/01/02/x", ["نشر في 3 مايو 2020"]
    assert publication(given_day, url, lines) == given_day
    metadata = Published(DAY, "metadata", "x")
    assert publication(metadata, url, lines) == metadata
    assert publication(Published(DAY, "text", "x"), url, lines).how == "url"
    assert publication(Published(DAY, "text", "x"), None, lines).date == DAY
    assert publication(Published(), None, lines).date == dt.date(2020, 5, 3)
    assert publication(Published(), None, [SENTENCE]) == Published()


def test_the_time_is_kept_with_its_offset() -> None:
    found = from_lines(["تاريخ النشر: 5 مايو 2022 الساعة 14:30 بتوقيت غرينتش"])
    assert found and found.at == "2022-05-05T14:30+00:00"


@given(st.lists(st.text(max_size=60), max_size=6), st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_nothing_is_said_without_evidence(lines: list[str], url: str) -> None:
    found = publication(Published(), url, lines)
    assert (found.date is None) == (found.how == "unknown")
    if found.date:
        assert found.evidence and (found.evidence in url.lower() or any(found.evidence in line for line in lines))
