"""The people data: enough names, each in one place, nothing both strong and weak, facts well formed."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.clean.fold import fold_key

DATA = Path(__file__).resolve().parents[2] / "dashboard" / "data"
ARABIC_ONLY = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a4\u06a9\u06af\u06cc ]+")


def read(name: str) -> Any:
    return yaml.load((DATA / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def given() -> dict[str, dict[str, str]]:
    return read("given_names.yml")


def forms(given: dict[str, dict[str, str]], key: str, *, english: bool = False) -> list[str]:
    """The folded forms of one strength, of the Arabic-script origins or of the Latin one."""
    chosen = [entry for origin, entry in given.items() if (origin == "english") == english]
    return [fold_key(word) for entry in chosen for word in entry.get(key, "").split()]


def test_enough_given_names(given: dict[str, dict[str, str]]) -> None:
    assert len(set(forms(given, "names"))) >= 3200
    assert len(set(forms(given, "names", english=True))) >= 1200


def test_no_given_name_stands_twice(given: dict[str, dict[str, str]]) -> None:
    for english in (False, True):
        everything = forms(given, "names", english=english) + forms(given, "weak", english=english)
        assert [form for form, count in Counter(everything).items() if count > 1] == []


def test_given_names_keep_their_script(given: dict[str, dict[str, str]]) -> None:
    everything = forms(given, "names") + forms(given, "weak")
    assert [form for form in everything if not ARABIC_ONLY.fullmatch(form)] == []
    latin = forms(given, "names", english=True) + forms(given, "weak", english=True)
    assert [form for form in latin if re.search(r"[^\x00-\u024f]", form)] == []


def test_shortest_names_are_weak(given: dict[str, dict[str, str]]) -> None:
    assert [form for form in forms(given, "names") if len(form) <= 2] == []


@pytest.mark.parametrize("name", ["محمد", "فلاديمير", "رجب", "جواد", "أفيغدور", "نيكولا", "بينغ", "خوسيه", "تيدروس"])
def test_common_names_are_known(given: dict[str, dict[str, str]], name: str) -> None:
    assert fold_key(name) in set(forms(given, "names")) | set(forms(given, "weak"))


@pytest.mark.parametrize("word", ["سعيد", "كريم", "جميل", "أمل", "عادل", "صالح", "سلام", "هند", "تركي", "علي", "جان"])
def test_names_that_are_words_need_a_cue(given: dict[str, dict[str, str]], word: str) -> None:
    assert fold_key(word) in forms(given, "weak")


@pytest.mark.parametrize("word", ["في", "من", "على الأرض", "الرئيس", "أمام", "بين", "كان", "الآن"])
def test_words_that_are_no_names(given: dict[str, dict[str, str]], word: str) -> None:
    assert fold_key(word) not in set(forms(given, "names")) | set(forms(given, "weak"))


@pytest.mark.parametrize("word", ["Will", "Mark", "Grant", "May", "Chad", "Jordan", "India", "Turki"])
def test_english_names_that_are_words_need_a_cue(given: dict[str, dict[str, str]], word: str) -> None:
    assert fold_key(word) in forms(given, "weak", english=True)
