"""Themes that ask in the grammar of the search: which sentences answer, and what of them is shown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clean.document import analyse
from dashboard.extractors import themes
from dashboard.lexicon import Lexicon, load
from dashboard.lexicon.theme_faults import faults
from dashboard.model import Mention

TEXT = (
    "بحث الوزيران انضمام طهران إلى منظمة شانغهاي للتعاون. ورحبت موسكو بالعضوية الكاملة. "
    "وقال خبير إن أسعار القمح ارتفعت في شانغهاي."
)


def shown(
    query: str, text: str = TEXT, title: str = "", language: str = "ar", mentions: tuple[Mention, ...] = ()
) -> Any:
    """What the one theme that asks the query is shown by."""
    lexicon = Lexicon(
        {"themes/asked": {"group": "files", "ar": "س", "en": "q", "queries": [query]}}, load().gazetteer, ""
    )
    docs = [analyse(title, "title", language), analyse(text, "text", language)]
    found = themes.find(docs, lexicon, mentions)
    return [text[one.start : one.end] for theme in found for one in theme.evidence]


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("انضمام شانغهاي", ["انضمام", "شانغهاي"]),  # both words, in one sentence
        ("عضوية", ["بالعضوية"]),
        ("انضمام NEAR/3 شانغهاي", ["انضمام", "شانغهاي"]),
        ("انضمام NEAR/1 شانغهاي", []),
        ('"منظمة شانغهاي"', ["منظمة شانغهاي"]),
        ('"شانغهاي منظمة"', []),
        ("شانغهاي -القمح", ["شانغهاي"]),
        ("(عضوية OR انضمام) NOT قمح", ["انضمام", "بالعضوية"]),
        ("انضما*", ["انضمام"]),
        ("انضمام قمح", []),  # in two sentences
        ("NOT قمح", []),  # what only lacks something shows nothing
        ("language:en شانغهاي", []),
        ("language:ar انضمام", ["انضمام"]),
        ("title:قمة انضمام", []),
    ],
)
def test_a_sentence_answers(query: str, spans: list[str]) -> None:
    assert shown(query) == spans


def test_the_headline_and_who_is_named_can_be_asked_for() -> None:
    assert shown("title:قمة انضمام", title="قمة سمرقند") == ["انضمام"]
    start = TEXT.index("موسكو")
    named = Mention(start=start, end=start + 5, field="text", rule="", text="موسكو", kind="country", id="RUS",
                    name="روسيا", country="RUS")  # fmt: skip
    assert shown("country:روسيا عضوية", mentions=(named,)) == ["موسكو", "بالعضوية"]
    assert shown("country:الصين عضوية", mentions=(named,)) == []
    assert shown("country:RUS", mentions=(named,)) == ["موسكو"]


@pytest.mark.parametrize(
    ("query", "code"),
    [('"بلا إغلاق', "theme.query"), ("a OR", "theme.query"), ("date:2021 عضوية", "theme.query_field"),
     ("(عضوية OR source:وكالة)", "theme.query_field"), ("x" * 401, "theme.long"), ("عضوية NEAR/5 شانغهاي", None)],
)  # fmt: skip
def test_a_query_that_no_sentence_can_answer_is_told(query: str, code: str | None) -> None:
    theme = {"group": "files", "ar": "س", "en": "q", "queries": [query]}
    assert [fault.message.code for fault in faults("q", theme, (), ())] == ([code] if code else [])


@given(st.text(alphabet=st.sampled_from('انضمام شانغهاي ال و.,"«»\u064b\u0640ab'), max_size=80))
def test_evidence_lies_within_any_text(text: str) -> None:
    for span in shown("انضمام OR شانغهاي OR ab", text):
        assert span and span in text
