"""Words quoted of whoever takes a stance: whose they are, and what in marks is nobody's words."""

from __future__ import annotations

import pytest

from dashboard import extract


def said(text: str, language: str) -> list[tuple[str | None, str]]:
    record = extract(text, published="2020-05-01", language=language)
    return [
        (one.speaker, text[one.start : one.end])
        for one in record.quotes
        if one.rule == "quotes.stance" and one.start is not None
    ]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ('وشكر الوزير النرويجي ألبانيا على "صبرها الطويل".', "ar", [("الوزير النرويجي", "صبرها الطويل")]),
        ("وشكر بوتين طهران على «حسن ضيافتها».", "ar", [("فلاديمير بوتين", "حسن ضيافتها")]),
        ("وشكرت الخارجية المجرية طهران على «حسن ضيافتها».", "ar", [("الخارجية المجرية", "حسن ضيافتها")]),
        ('Iran "flatly rejected" the charge made by Norway.', "en", [("Iran", "flatly rejected")]),
    ],
)
def test_whose_words_a_stance_quotes(text: str, language: str, found: list[tuple[str, str]]) -> None:
    assert said(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('وانتقدت ألبانيا صحيفة "المرفأ الجديد".', "ar"),  # a name
        ('وانتقدت ألبانيا سفينة النرويج "الفجر".', "ar"),  # one word that judges nothing
        ('وزارت الوزيرة النرويجية معرض "ألوان البحر" في تيرانا.', "ar"),  # no stance
        ('Norway condemned the Russian ship "Northern Dawn".', "en"),
        ('The minister spoke of "pure fiction".', "en"),  # of no state that is known
    ],
)
def test_what_is_nobodys_words(text: str, language: str) -> None:
    assert said(text, language) == []
