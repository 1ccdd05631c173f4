"""Days as papers and machines write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clean.fold import fold_key
from dashboard.days import find_days, only_a_day, parse_moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("الخميس 5 أيار/مايو 2022", "2022-05-05"),
        ("5 مايو (أيار) 2022 م", "2022-05-05"),
        ("الخميس، 5 مايو 2022، 21:40 بتوقيت غرينتش", "2022-05-05"),
        ("الخميس 4 شوال 1443 هـ - 5 مايو 2022 م", "2022-05-05"),
        ("٢٠٢٢/٠٥/٠٥", "2022-05-05"),
        ("05-05-2022 09:12 ص", "2022-05-05"),
        ("5 كانون الأول 2022", "2022-12-05"),
        ("5 كانون الثاني / يناير 2022", "2022-01-05"),
        ("5 أوت 2022", "2022-08-05"),
        ("مايو 5, 2022", "2022-05-05"),
        ("May 5th, 2022 at 10:00 GMT", "2022-05-05"),
        ("Thu 5 May 2022", "2022-05-05"),
    ],
)
def test_lines_that_are_a_day(text: str, day: str) -> None:
    found = only_a_day(fold_key(text))
    assert found is not None and found.date.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "مايو 2022",
        "2022",
        "5 مايو",
        "30 فبراير 2022",
        "1443/10/04",
        "القرار 2231/2015/07",
        "انتخابات 5 مايو 2022",
        "5 مايو 2022 - 7 مايو 2022",
        "Copyright 2019",
        "05/2022",
        "من 1 إلى 2 مايو",
    ],
)
def test_lines_that_are_not(text: str) -> None:
    assert only_a_day(fold_key(text)) is None


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y", "%Y%m%d", "%d.%m.%Y"]),
)
def test_every_day_is_read_back(day: dt.date, form: str) -> None:
    assert parse_moment(day.strftime(form)) == (day, None)


@given(st.text(max_size=80))
def test_any_text_is_read_or_not(text: str) -> None:
    folded = fold_key(text)
    for found in find_days(folded):
        assert 0 <= found.start < found.end <= len(folded)
    parse_moment(text)
