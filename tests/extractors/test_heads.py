"""Who heads an organisation of states acts for it while in office, and for a state before and after."""

from __future__ import annotations

import pytest

from dashboard import extract


@pytest.mark.parametrize(
    ("sentence", "language", "published", "actor"),
    [
        ("Mark Rutte criticised Hungary.", "en", "2022-03-06", "NLD"),
        ("Mark Rutte criticised Hungary.", "en", "2025-03-06", "NATO"),
        ("Jens Stoltenberg criticised Hungary.", "en", "2018-03-06", "NATO"),
        ("Jens Stoltenberg criticised Hungary.", "en", "2025-06-06", "NOR"),
        ("Ban Ki-moon criticised Hungary.", "en", "2015-03-06", "UN"),
        ("Donald Tusk criticised Hungary.", "en", "2016-03-06", "EU-COUNCIL"),
        ("Donald Tusk criticised Hungary.", "en", "2024-03-06", "POL"),
        ("وانتقد يوسف العثيمين المجر.", "ar", "2018-03-06", "OIC"),
        ("وانتقد غوتيريش المجر.", "ar", "2018-03-06", "UN"),
    ],
)
def test_an_office_is_acted_in_while_it_is_held(sentence: str, language: str, published: str, actor: str) -> None:
    [told] = extract(sentence, published=published, language=language).relations
    assert (told.type, told.source, told.target) == ("ACCUSE", actor, "HUN")


def test_out_of_office_one_of_no_state_acts_for_nobody() -> None:
    assert not extract("Ban Ki-moon criticised Hungary.", published="2020-03-06", language="en").relations


def test_the_mention_keeps_its_state() -> None:
    record = extract("Mark Rutte criticised Hungary.", published="2025-03-06", language="en")
    assert next(one for one in record.mentions if one.kind == "person").country == "NLD"
