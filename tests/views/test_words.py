"""The interface's words: both languages say the same things, and Arabic counts as Arabic does."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from dashboard.lexicon import load
from dashboard.lexicon import said as messages
from dashboard.views.words import LANGUAGES, Words, words
from tests.every import every

ROOT = Path(__file__).parent.parent.parent
AR, EN = (load().data(f"interface/{language}") for language in ("ar", "en"))


def test_both_languages_have_the_same_keys() -> None:
    assert set(AR) == set(EN)


def forms(said: object) -> list[str]:
    return [said] if isinstance(said, str) else [form for form in said.values() if form]  # type: ignore[attr-defined]


@every(sorted(AR))
def test_both_languages_are_given_the_same_values(key: str) -> None:
    named = [
        {name for form in forms(strings[key]) for name in re.findall(r"{(\w+)}", form)} - {"n"} for strings in (AR, EN)
    ]
    assert named[0] == named[1]


def test_every_key_that_the_desk_names_is_there() -> None:
    """Literal keys only: `say("filters.reset")`; composed ones are drawn by the page tests."""
    named = set()
    for path in [*(ROOT / "dashboard/views").glob("*.py"), ROOT / "dashboard/app.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = ast.unparse(node.func)
                if called in ("say", "words", "desk.words", "self", "label") and isinstance(node.args[0].value, str):
                    named.add(node.args[0].value)
    assert len(named) > 50
    assert named <= set(AR)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالًا"),
        (99, "99 مقالًا"),
        (100, "100 مقال"),
        (101, "101 مقال"),
        (103, "103 مقالات"),
        (1234, "1,234 مقالًا"),
    ],
)
def test_arabic_plurals(n: int, said: str) -> None:
    assert words("ar")("evidence.articles", n=n) == said


@pytest.mark.parametrize(
    ("n", "said"), [(0, "no articles"), (1, "one article"), (2, "2 articles"), (1234, "1,234 articles")]
)
def test_english_plurals(n: int, said: str) -> None:
    assert words("en")("evidence.articles", n=n) == said


# Numbers that stand in a string itself are typed, or name a thing: what is counted is a value, which `number` writes.
TYPED = re.compile(r"NEAR/5|2021-08\.\.2021-12|\bA4\b")


@every(sorted(key for key in AR if not key.startswith("field.") and key != "language.locale"))
def test_no_number_is_written_into_a_string(key: str) -> None:
    """Heads of files (`field.`) keep theirs: a file is not the desk's."""
    for said in (*forms(AR[key]), *forms(EN[key])):
        assert not re.search(r"\d", TYPED.sub("", said))


@every(
    [
        (lambda say: say.number(0), "٠"),
        (lambda say: say.number(1234), "١٬٢٣٤"),
        (lambda say: say.number(1234567.5), "١٬٢٣٤٬٥٦٧٫٥"),
        (lambda say: say.number(-3), "-٣"),
        (lambda say: say.percent(0.07), "٧٪"),
        (lambda say: say.change(12, 30), "\u2068−١٨\u2069"),
        (lambda say: say.day(dt.date(2021, 8, 24)), "٢٤ أغسطس ٢٠٢١"),
        (lambda say: say.day(None), "بلا تاريخ"),
        (lambda say: say.month(dt.date(2021, 8, 1)), "أغسطس ٢٠٢١"),
        (lambda say: say.span(dt.date(2021, 1, 1), dt.date(2021, 12, 31)), "٢٠٢١"),
        (lambda say: say.span(None, dt.date(2015, 1, 1)), "حتى ١ يناير ٢٠١٥"),
        (lambda say: say.moment("2023-02-28T22:30:12+00:00", "Asia/Beirut"), "١ مارس ٢٠٢٣ ٠٠:٣٠"),
        (lambda say: say.hour("2023-02-28T09:05", "+03:00"), "٢٨ فبراير ٢٠٢٣ ٠٩:٠٥ +03:00"),
        (lambda say: say("evidence.articles", n=1), "مقال واحد"),
        (lambda say: say("evidence.articles", n=3), "٣ مقالات"),
        (lambda say: say("evidence.articles", n=1234), "١٬٢٣٤ مقالًا"),
        (lambda say: say("said.some", n=11, whole=2000), "١١ مقالًا من ٢٬٠٠٠"),
        (lambda say: say("name.written", name="G20"), "«G20»"),
        (lambda say: say.told(messages.said("late", seconds=30)), "تجاوزت قراءته \u2068٣٠\u2069 ثانية"),
    ]
)
def test_arabic_indic_digits(said: Callable[[Words], str], expected: str) -> None:
    assert said(words("ar", "arab")) == expected


D = dt.date


@pytest.mark.parametrize(
    ("low", "high", "arabic", "english"),
    [
        (D(2021, 8, 24), D(2021, 8, 24), "24 أغسطس 2021", "24 Aug 2021"),
        (D(2021, 9, 1), D(2021, 9, 30), "سبتمبر 2021", "September 2021"),
        (D(2021, 1, 1), D(2021, 12, 31), "2021", "2021"),
        (D(2021, 10, 1), D(2021, 12, 31), "من 1 أكتوبر 2021 إلى 31 ديسمبر 2021", "1 Oct 2021 to 31 Dec 2021"),
        (D(2015, 1, 1), None, "منذ 1 يناير 2015", "from 1 Jan 2015"),
        (
            pd.Timestamp("0101-01-01"),
            pd.Timestamp("0150-12-31"),
            "من 1 يناير 101 إلى 31 ديسمبر 150",
            "1 Jan 101 to 31 Dec 150",
        ),
        (pd.NaT, D(2015, 1, 1), "حتى 1 يناير 2015", "until 1 Jan 2015"),
    ],
)
def test_spans(low: dt.date | None, high: dt.date | None, arabic: str, english: str) -> None:
    assert words("ar").span(low, high) == arabic
    assert words("en").span(low, high) == english


def test_names_in_one_text_are_parted_by_this_languages_comma() -> None:
    for language, comma in (("ar", "، "), ("en", ", ")):
        said = words(language).listed("خبر.txt, news.txt")
        assert comma.join(("\u2068خبر.txt\u2069", "\u2068news.txt\u2069")) in said


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("en")("no.such.key")


def test_themes_that_ship_have_names() -> None:
    for language in LANGUAGES:
        assert all(words(language).theme(id) != id for id in load().themes)


@pytest.mark.parametrize(("now", "before", "said"), [(5, 3, "+2"), (3, 5, "−2"), (4, 4, "±0")])
def test_change(now: int, before: int, said: str) -> None:
    assert said in words("ar").change(now, before)


@pytest.mark.parametrize(
    ("zone", "language", "expected"),
    [
        ("Asia/Beirut", "en", "1 Mar 2023 00:30"), ("America/New_York", "en", "28 Feb 2023 17:30"),
        ("Asia/Beirut", "ar", "1 مارس 2023 00:30"), (None, "en", "28 Feb 2023 22:30 UTC"),
        ("", "ar", "28 فبراير 2023 22:30 UTC"), ("No/Where", "en", "28 Feb 2023 22:30 UTC"),
        ("../etc/passwd", "en", "28 Feb 2023 22:30 UTC"), ("Etc/GMT-3", "en", "1 Mar 2023 01:30"),
    ],
)  # fmt: skip
def test_moments_are_told_by_the_readers_clock(zone: str | None, language: str, expected: str) -> None:
    assert words(language).moment("2023-02-28T22:30:12.034+00:00", zone) == expected
