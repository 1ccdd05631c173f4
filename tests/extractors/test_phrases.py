"""The lexicon's forms at a word: the longest one, clitics cut, and nothing where a form only begins."""

import pytest

from dashboard.clean.document import analyse
from dashboard.extractors import phrases
from dashboard.lexicon import load


def found(text: str) -> list[tuple[str, str]]:
    """(surface, id) of the states and organisations that surely stand in `text`."""
    candidates = phrases.find(analyse(text), load())
    return [(text[c.start : c.stop], c.entry.id) for c in candidates if not c.weak and c.entry.kind != "place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الوفد إيران أمس", [("إيران", "IRN")]),  # a word by itself, gone on with by nothing
        ("زار الوفد كوريا الشمالية أمس", [("كوريا الشمالية", "PRK")]),  # the longest form
        ("زار الوفد كوريا الشمالية والجنوبية", [("كوريا الشمالية", "PRK"), ("الجنوبية", "KOR")]),
        ("سافر إلى الصين وفرنسا", [("الصين", "CHN"), ("فرنسا", "FRA")]),  # a clitic before the last word
        ("عقد اتفاقا للصين", [("لصين", "CHN")]),
        ("سافر إلى كوريا", []),  # which of two is not said
        ("الولايات كلها صوتت", []),  # a form begins and is not gone on with
        ("صوتت الولايات المتحدة", [("الولايات المتحدة", "USA")]),
        ("الولايات", []),  # at the text's very end
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
