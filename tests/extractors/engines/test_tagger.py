"""Labels are those of camel-tools, word for word, and stay with their words where camel-tools loses some."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from dashboard.extractors.engines.camel_tools_late import recogniser
from dashboard.extractors.engines.tagger import OUTSIDE, Tagger

from .tiny import WORDS


@pytest.fixture(scope="module")
def model(data: Path) -> Any:
    return recogniser(data / "data" / "ner" / "arabert")


def labels(model: Any, sentences: list[list[str]]) -> list[list[str]]:
    """In full precision: in half of it, labels that are as good as even may differ."""
    return [[label for label, _ in sentence] for sentence in Tagger(model, half=False).label(sentences)]


def test_same_labels_as_camel_tools(model: Any) -> None:
    """Also for sentences of several windows, which are cut at the same words."""
    choose = random.Random(1)
    lengths = (1, 2, 5, 20, 60, 254, 255, 300, 600)
    words = [*WORDS, "COVID", "إلى", "😀"]
    sentences = [[choose.choice(words) for _ in range(choose.choice(lengths))] for _ in range(60)]
    expected = model.predict(sentences)
    assert len({label for sentence in expected for label in sentence}) > 4  # a model that says one thing proves nothing
    assert labels(model, sentences) == expected


@pytest.mark.parametrize("nothing", ["", " ", "\u200f", "\ufeff"])
def test_words_without_pieces_shift_no_labels(model: Any, nothing: str) -> None:
    plain = labels(model, [["زار", "القاهرة", "محمد"]])[0]
    assert len(model.predict_sentence(["زار", nothing, "القاهرة", "محمد"])) == 3  # what goes wrong there
    assert labels(model, [["زار", nothing, "القاهرة", "محمد"]])[0] == [plain[0], "O", *plain[1:]]


def test_nothing_is_nothing(model: Any) -> None:
    assert Tagger(model).label([]) == []
    assert Tagger(model).label([[], ["", ""], []]) == [[], [OUTSIDE, OUTSIDE], []]


def test_a_word_longer_than_the_window_is_cut(model: Any) -> None:
    found = Tagger(model).label([["في", "ب" * 2000, "الرياض"]])[0]
    assert len(found) == 3 and all(0 < sure <= 1 for _, sure in found)


def test_the_order_of_sentences_and_their_company_change_nothing(model: Any) -> None:
    sentences = [WORDS[:n] for n in (3, 12, 1, 7, 17)]
    together = labels(model, sentences)
    assert together == [labels(model, [sentence])[0] for sentence in sentences]
    assert together[::-1] == labels(model, sentences[::-1])


def test_half_precision_moves_only_labels_that_are_as_good_as_even(model: Any) -> None:
    """Also on processors without it, where it is only slow."""
    choose = random.Random(2)
    sentences = [[choose.choice(WORDS) for _ in range(choose.choice((1, 5, 20, 60)))] for _ in range(60)]
    full, half = (Tagger(model, half=half).label(sentences) for half in (False, True))
    pairs = [pair for told in zip(full, half, strict=True) for pair in zip(*told, strict=True)]
    assert any(a[1] != b[1] for a, b in pairs)  # else nothing was halved
    moved = [(a[1], b[1]) for a, b in pairs if a[0] != b[0]]
    assert len(moved) < 0.03 * len(pairs)
    assert all(max(both) < 0.6 for both in moved)
