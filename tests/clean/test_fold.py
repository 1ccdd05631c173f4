"""Folding keeps the way back: for every Unicode text, the map leads each folded character to where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clean.document import analyse, tokens_of
from dashboard.clean.fold import fold, fold_key
from tests.every import every

ARABIC = st.text(alphabet=st.sampled_from('أإآاىيیكکگةهـًَُِّْٰ وفبل١۲3،؟.\u200f\u200c\ufeffﷲﻻﻷé😀#_\n"«»'), max_size=60)


@every(
    [
        ("أنقرة", "انقره"), ("إيران", "ايران"), ("آسيا", "اسيا"), ("موسكو", "موسکو"), ("مستشفى", "مستشفي"),
        ("مُحَمَّد", "محمد"), ("السلام", "الســـلام"), ("٢٤", "24"), ("۱۴۰۰", "1400"), ("الجيش_الروسي", "الجيش الروسي"),
        ("Türkiye", "turkiye"), ("ﻣﺤﻤﺪ", "محمد"), ("ﻻ", "لا"), ("\u202bطهران\u202c", "طهران"), ("گروه", "كروه"),
    ]
)  # fmt: skip
def test_writings_of_one_word_are_one(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("سأل", "سال ء"), ("مسؤول", "مسوول"), ("شئ", "شي"), ("قطر", "قطار"), ("عمان", "عمات")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


@given(st.one_of(st.text(max_size=80), ARABIC))
def test_the_map_leads_back(text: str) -> None:
    folded, offsets = fold(text)
    if offsets is None:
        assert len(folded) == len(text)
        return
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
    for index, char in enumerate(folded):
        assert char in fold(text[offsets[index]])[0]


@given(st.one_of(st.text(max_size=80), ARABIC))
def test_tokens_stand_where_they_say(text: str) -> None:
    doc = analyse(text)
    last = 0
    for word, start, end in zip(doc.words, doc.starts, doc.ends, strict=True):
        assert last <= start < end <= len(text) or (start == last - 1 and end <= len(text))  # a ligature is shared
        assert word in fold(text[start:end])[0] or fold(text[start:end])[0] in word
        last = end
    for start, end in doc.sentences:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert len(doc.bounds) == len(doc.sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("قال الوزير ذلك. وأضاف أنه سيعود.", 2),
        ("بلغت النسبة 5.5 في المئة.", 1),
        ("Mr. Smith met U.S. officials on Jan. 5. He left.", 2),
        ("عنوان\n\nالنص الأول. النص الثاني؟ نعم!", 4),
        ("عاد في 2018. ثم سافر.", 2),
        ("", 0),
        ("…\n***", 0),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(analyse(text).sentences) == sentences


def test_cues_are_cut_like_texts() -> None:
    assert tokens_of("أيلول/سبتمبر 2021") == ["ايلول", "/", "سبتمبر", "2021"]
    assert tokens_of("U.S. Navy") == ["u.s.", "navy"]
