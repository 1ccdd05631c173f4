"""Lemmas of the installed morphology, and themes found by them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.clean.document import analyse
from dashboard.clean.fold import fold_key
from dashboard.extractors import engines, themes
from dashboard.extractors.engines.camel_tools_late import analyser
from dashboard.extractors.engines.lemmas import Lemmas, marked
from dashboard.lexicon import load
from dashboard.model import Theme


@pytest.fixture(scope="module")
def lemmas(data: Path) -> Lemmas:
    return Lemmas(analyser(data / "data" / "morphology_db" / "calima-msa-r13"))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("حكومة", "حكومه"), ("والحكومة", "حكومه"), ("الحُكُومَةُ", "حكومه"), ("حكومتها", None), ("مظاهرات", "مظاهره"),
        ("مجهول", None), ("army", None), ("2021", None), ("،", None), ("", None), ("\u200f", None), ("😀", None),
    ],
)  # fmt: skip
def test_lemmas(lemmas: Lemmas, word: str, lemma: str | None) -> None:
    assert lemmas.lemma_of(word) == lemma


def test_whoever_searches_gets_the_same(camel: Path) -> None:
    assert engines.lemma_of("والحكومة") == "حكومه"
    assert engines.lemma_of("مجهول") is None


def test_of_several_lemmas_the_likeliest() -> None:
    class Several:
        def analyze(self, word: str) -> list[dict[str, object]]:
            return [
                {"lex": "نادِر_1", "pos": "noun", "pos_lex_logprob": -9.0},
                {"lex": "شائِع_1", "pos": "noun", "pos_lex_logprob": -2.0},
                {"lex": word, "pos": "foreign", "pos_lex_logprob": 0.0},
            ]

    assert Lemmas(Several()).lemma_of("كلمة") == fold_key("شائع")


def read(lemmas: Lemmas, text: str) -> tuple[Sequence[Theme], Sequence[Theme]]:
    """The themes by the rules, and with lemmas."""
    docs, lexicon = [analyse(text)], load()
    there = lemmas.towards_cues(docs, lexicon)
    return themes.find(docs, lexicon, []), marked(themes.find(there, lexicon, []), docs, there)


def test_a_cue_in_a_form_that_no_list_has(lemmas: Lemmas) -> None:
    text = "بدأت مظاهراتهما في المدينة"
    without, with_lemmas = read(lemmas, text)
    assert "protests" not in {theme.id for theme in without}
    (theme,) = (theme for theme in with_lemmas if theme.id == "protests")
    (evidence,) = theme.evidence
    assert evidence.rule.endswith("+camel.lemma")
    assert text[evidence.start : evidence.end] == "مظاهراتهما"


@pytest.mark.parametrize(
    "text", ["بدأت مناورات بحرية في الخليج", "بدأت مظاهرات في المدينة", "اجتمعت الحكومة أمس", "", "naval drill begins"]
)
def test_what_the_rules_see_stays_as_it_is(lemmas: Lemmas, text: str) -> None:
    without, with_lemmas = read(lemmas, text)
    assert list(with_lemmas) == list(without)
