"""A seat of an organisation speaks for it where the text does not speak of its state."""

from __future__ import annotations

import pytest

from dashboard import extract


def told(text: str, language: str) -> set[tuple[str, str | None, str | None]]:
    relations = extract(text, published="2020-05-01", language=language).relations
    return {(one.type, one.source, one.target) for one in relations}


@pytest.mark.parametrize(
    ("text", "language", "row"),
    [
        ("ونددت بروكسل بتحركات الهند.", "ar", ("ACCUSE", "EU", "IND")),
        ("Brussels condemned India over the tariffs.", "en", ("ACCUSE", "EU", "IND")),
        ("ونددت بروكسل بتحركات الهند، ودعت بلجيكا إلى الحوار.", "ar", ("ACCUSE", "BEL", "IND")),
        ("وقصفت الهند بروكسل.", "ar", ("ASSAULT", "IND", "BEL")),
        ("ونددت فيينا بتحركات الهند.", "ar", ("ACCUSE", "AUT", "IND")),
    ],
)
def test_who_speaks_from_a_seat(text: str, language: str, row: tuple[str, str, str]) -> None:
    assert row in told(text, language)


def test_the_mention_stays_its_states() -> None:
    (mention,) = extract("ونددت بروكسل بالقرار.", published="2020-05-01", language="ar").mentions
    assert (mention.id, mention.via) == ("BEL", "capital")
