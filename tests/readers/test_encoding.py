"""Encodings told apart, and what is no text refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.errors import RejectedInput
from dashboard.readers.encoding import decode

SHORT = "أعلن وزير الخارجية في العاصمة أن المحادثات مع الوفد بدأت اليوم، وقال إن الجولة التالية بعد شهر."
ENGLISH = "The minister said on Monday that talks would resume in the capital after the summer break."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"]
)
def test_arabic_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(SHORT.encode(encoding), "a.txt") == SHORT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "ascii", "cp1252"])
def test_english_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_accents_in_a_western_code_page_are_kept() -> None:
    text = "Le ministre a déclaré à l'agence que la réunion était reportée, répète-t-on à Genève. " * 3
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_a_page_is_believed_about_its_charset() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body>{SHORT}</body></html>'
    assert SHORT in decode(page.encode("cp1256"), "a.html", markup=True)


def test_utf8_cut_inside_a_letter_is_still_utf8() -> None:
    assert decode(SHORT.encode()[:-2], "a.txt").startswith(SHORT[:-3])


def test_stray_nul_bytes_go() -> None:
    assert decode(SHORT.encode() + b"\x00\x00", "a.txt") == SHORT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04" + b"\x00" * 40, "zip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(60)), "PNG"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00\x01\x02\x03" * 200, "not text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(RejectedInput) as caught:
        decode(data, "inbox/a.txt")
    assert reason in caught.value.reason
    assert caught.value.origin == "inbox/a.txt"
    assert caught.value.remedy


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "x.txt")
    except RejectedInput:
        return
    assert "\x00" not in text
    text.encode("utf-8")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى ،.؟\n", min_size=30, max_size=200))
@settings(max_examples=100, deadline=None)
def test_utf8_is_never_taken_for_another(text: str) -> None:
    if text.strip():
        assert decode(text.encode(), "x.txt") == text
