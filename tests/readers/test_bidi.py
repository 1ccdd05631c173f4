"""Printed lines back into reading order: the inverse of what a page does to a line that runs from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.readers.bidi import folded, logical, within_latin
from tests.every import every


def shown(word: str) -> str:
    return word[::-1]


@every(
    [
        (f"24/08/2022 {shown('في يوم')}", "في يوم 24/08/2022"),
        (f"10:30 {shown('الساعة')} - 24/08/2022 {shown('الأربعاء')}", "الأربعاء 24/08/2022 - الساعة 10:30"),
        # A hyphen does not hold a number together behind Arabic letters: the page shows its parts turned around.
        (f"2022-08-24 {shown('في')}", "في 24-08-2022"),
        (f"2025-2022 {shown('بين عامي')}", "بين عامي 2022-2025"),
        (f"%12 {shown('نسبة')}", "نسبة 12%"),
        (f"{shown('ملايين')} 3.5 {shown('بلغت')}", "بلغت 3.5 ملايين"),
        (f"٢٠٢٢ {shown('سبتمبر')} ٢٥ {shown('قبل')}", "قبل ٢٥ سبتمبر ٢٠٢٢"),
        (f".2022-08-24 {shown('في')} Reuters {shown('وكالة')}", "وكالة Reuters في 24-08-2022."),
        (f"{shown('وعدد')} (UN) {shown('المتحدة')}", "المتحدة (UN) وعدد"),
        (f"({shown('نحو')} 5) {shown('بلغ')}"[::1], "بلغ (5 نحو)"),
        (f"«{shown('لا اتفاق')}» :{shown('وقال')}", "وقال: «لا اتفاق»"),
        (f"{shown('اليوم')} https://example.org/a/b?x=1 {shown('انظر')}", "انظر https://example.org/a/b?x=1 اليوم"),
        (f"{shown('بسبب')} COVID-19 {shown('جائحة')}", "جائحة COVID-19 بسبب"),
        (f"{shown('من')} North Atlantic Treaty {shown('حلف')}", "حلف North Atlantic Treaty من"),
        (f"({shown('اليوم')} UN) 24/08/2022 {shown('في')}", "في 24/08/2022 (UN اليوم)"),
    ]
)
def test_lines_that_run_from_right_to_left(printed: str, read: str) -> None:
    assert logical(printed) == read


def test_arabic_within_a_line_that_runs_from_left_to_right() -> None:
    assert within_latin(f"the daily {shown('المرفأ اليوم')} said on 24/08/2022") == (
        "the daily المرفأ اليوم said on 24/08/2022"
    )


@pytest.mark.parametrize(
    ("forms", "letters"),
    [
        ("\ufedf\ufe98", "لت"),
        ("\ufefb", "لا"),
        ("\ufdf2", "الله"),
        ("\ufe7c", "\u0651"),
        ("\ufe77", "\u064e"),
        ("\ufc60", "\u064e\u0651"),
        ("ﬁnal oﬃce", "final office"),
        ("½ … ² ①", "½ … ² ①"),
    ],
)
def test_presentation_forms_become_letters_and_nothing_else_changes(forms: str, letters: str) -> None:
    assert folded(forms) == letters


@given(st.text(alphabet="ابتثجحدرسعفقلمنهوي ", min_size=1, max_size=60))
def test_arabic_alone_is_turned_around(line: str) -> None:
    assert logical(line[::-1]) == line


@given(st.text(max_size=80))
def test_no_sign_is_lost(line: str) -> None:
    assert sorted(logical(line, mirrored=False)) == sorted(line)
