"""Words with and without their clitics: what may be read in a word, and which words a form may be read in."""

from __future__ import annotations

import pytest

from dashboard.clean.clitics import bearers, readings


@pytest.mark.parametrize(
    "form, written",
    [
        ("الحريري", {"الحريري", "والحريري", "فالحريري", "للحريري", "وللحريري", "بالحريري", "كالحريري"}),
        ("اللجنه", {"اللجنه", "للجنه", "ولللجنه"}),
        ("بوتين", {"بوتين", "وبوتين", "لبوتين", "فببوتين"}),
        ("li", {"li"}),
    ],
)
def test_a_form_is_read_in_the_words_that_bear_it(form: str, written: set[str]) -> None:
    bearing = {word for word in written if form in readings(word)}
    assert bearing == written
    assert written <= set(bearers(form))


def test_whatever_is_read_in_a_word_is_borne_by_it() -> None:
    letters = "والبلكفن"
    words = [f"{a}{b}{c}{d}مر" for a in letters for b in letters for c in letters for d in letters]
    assert all(word in bearers(form) for word in words for form in readings(word))
