"""Who did what to whom in English: paragraphs of agency prose, and tables of kinds with what must not be read."""

from __future__ import annotations

from .english_cases import cases, measure


def test_paragraphs_are_read_as_they_were_annotated() -> None:
    errors: list[str] = []
    precision, recall = measure([case for case in cases() if not case.unseen], errors)
    assert precision >= 0.95 and recall >= 0.92, "\n".join(errors)
