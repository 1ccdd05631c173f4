"""A headline's surname is the person of the text, where the text uses it alone too."""

from __future__ import annotations

import pytest

from dashboard import extract


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "شرعبيان: التعاون مستمر",
            "قال مساعد وزير الدفاع الإيراني العميد كمال شرعبيان إن التعاون مستمر. وأضاف شرعبيان أن العمل جار.",
            ["كمال شرعبيان"],
        ),
        # the text never uses the surname alone: a word of the headline stays a word
        ("لقاء في دمشق", "التقى الوزير السوري فؤاد لقاء نظيره اللبناني.", []),
        # two of one surname: the headline does not say which
        (
            "حسيني يعود",
            "قال وزير النفط الإيراني جواد حسيني ذلك. وأكد حسيني الأمر. وقال نائبه رضا حسيني غيره. وختم حسيني.",
            [],
        ),
    ],
)
def test_titles_are_joined(title: str, text: str, found: list[str]) -> None:
    record = extract(text, title=title, published="2021-08-24").to_dict()
    joined = [m["name"] for m in record["mentions"] if m["rule"] == "people.title-of-text"]
    assert joined == found
