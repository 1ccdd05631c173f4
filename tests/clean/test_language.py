"""The words by which a text's language is told, cut only where signs or figures stand: the same as if all were."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.clean import language
from dashboard.clean.language import detect


@pytest.mark.parametrize(
    "text",
    [
        "",
        "قال الوزير إن البلدين اتفقا",
        "«قال»، الوزير: إن-البلدين/اتفقا (أمس).",
        "في 3أبريل2024 أطلقت S-400 نحو x²y و٤٥ كيلومترا",
        "گزارش‌ها از تهران: «می‌گوید» و نیز…",
        "don't say U.S.-made, say 5G_phones",
    ],
)
def test_words_are_all_runs_of_letters(text: str) -> None:
    assert Counter(language._words(text)) == Counter(language._WORD.findall(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير في بيان إن البلدين اتفقا على ذلك من قبل.", "ar"),
        ("وزیر گفت که این دو کشور در این باره با هم به توافق رسیدند.", "fa"),
        ("The minister said that the two countries had agreed on it.", "en"),
        ("12:30 … 45%", None),
    ],
)
def test_language_of_a_sentence(text: str, expected: str | None) -> None:
    assert detect(text) == expected
