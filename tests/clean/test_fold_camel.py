"""Folding agrees with camel-tools' own normalisation of Arabic words, which needs no data."""

from __future__ import annotations

from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clean.fold import fold, fold_key

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱ"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
WORDS = st.text(alphabet=st.sampled_from(LETTERS + MARKS), min_size=1, max_size=15)


def camel(word: str) -> str:
    """camel-tools keeps tatweel, which the alphabet here leaves out."""
    return normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(word))))


@given(WORDS)
def test_fold_is_camel_tools_normalisation(word: str) -> None:
    assert fold_key(word) == fold(word)[0] == camel(word)


@given(WORDS)
def test_words_that_camel_tools_unites_are_one(word: str) -> None:
    assert fold_key(camel(word)) == fold_key(word)
