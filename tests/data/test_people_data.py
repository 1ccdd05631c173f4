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


@pytest.fixture(scope="module")
def leaders() -> list[dict[str, Any]]:
    return read("leaders.yml")


def test_enough_leaders_each_once(leaders: list[dict[str, Any]]) -> None:
    ids = [person["id"] for person in leaders]
    assert len(ids) >= 450
    assert len(ids) == len(set(ids))
    assert [slug for slug in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_leaders_belong_to_known_states_and_organisations(leaders: list[dict[str, Any]]) -> None:
    states, organisations = set(read("states.yml")), {item["id"] for item in read("organisations.yml")}
    assert {person["country"] for person in leaders} - states <= {None}
    assert {person["org"] for person in leaders if "org" in person} <= organisations
    assert [person["id"] for person in leaders if not person["country"] and "org" not in person] == []


def test_leaders_keep_their_script(leaders: list[dict[str, Any]]) -> None:
    for person in leaders:
        for form in [person["name"], *(form for key in ("ar", "short", "weak_short") for form in person.get(key, []))]:
            assert ARABIC_ONLY.fullmatch(fold_key(form).replace("-", " ")), (person["id"], form)
        for form in [person["name_en"], *(form for key in ("en", "short_en") for form in person.get(key, []))]:
            assert not re.search(r"[\u0600-\u06ff]", form), (person["id"], form)


def test_a_full_name_stands_once(leaders: list[dict[str, Any]]) -> None:
    everyone = Counter(fold_key(form) for person in leaders for form in [person["name"], *person.get("ar", [])])
    assert [form for form, count in everyone.items() if count > 1] == []


@pytest.mark.parametrize(("strong", "weak"), [("short", "weak_short"), ("short_en", "weak_short_en")])
def test_a_strong_short_form_means_one_person(leaders: list[dict[str, Any]], strong: str, weak: str) -> None:
    owners = Counter(fold_key(form) for person in leaders for form in person.get(strong, []))
    assert [form for form, count in owners.items() if count > 1] == []
    for person in leaders:
        both = {fold_key(form) for form in person.get(strong, [])} & {fold_key(form) for form in person.get(weak, [])}
        assert not both, person["id"]


def test_the_shortest_forms_are_weak(leaders: list[dict[str, Any]]) -> None:
    strong = [form for person in leaders for form in person.get("short", [])]
    assert [form for form in strong if len(fold_key(form)) <= 3] == []


def test_roles_are_well_formed(leaders: list[dict[str, Any]]) -> None:
    for person in leaders:
        for role in person["roles"]:
            assert role["ar"] and role["en"] and set(role) <= {"ar", "en", "from", "to", "approx"}, person["id"]
            start, end = role.get("from"), role.get("to")
            assert all(day is None or isinstance(day, date) for day in (start, end)), person["id"]
            if start and end:
                assert start < end, person["id"]


@pytest.mark.parametrize("short", ["الأسد", "ظريف", "رئيسي", "ماي", "عون", "بري", "السراج", "جونسون", "صالح", "سعيد"])
def test_surnames_that_are_words_need_a_cue(leaders: list[dict[str, Any]], short: str) -> None:
    assert any(short in person.get("weak_short", []) for person in leaders)
    assert not any(short in person.get("short", []) for person in leaders)


@pytest.mark.parametrize(
    ("form", "leader"),
    [("نتانياهو", "benjamin-netanyahu"), ("ترمب", "donald-trump"), ("أردوغان", "recep-tayyip-erdogan")]
    + [("زيلينسكي", "volodymyr-zelensky"), ("غوتيريس", "antonio-guterres"), ("عبد اللهيان", "hossein-amir-abdollahian")]
    + [("السيسي", "abdel-fattah-el-sisi"), ("خامنئي", "ali-khamenei"), ("شويغو", "sergei-shoigu")],
)
def test_press_variants_are_known(leaders: list[dict[str, Any]], form: str, leader: str) -> None:
    assert [person["id"] for person in leaders if form in person.get("short", [])] == [leader]


@pytest.fixture(scope="module")
def surnames() -> dict[str, dict[str, dict[str, Any]]]:
    return read("surnames.yml")


def family_names(surnames: dict[str, dict[str, dict[str, Any]]], key: str) -> list[str]:
    return [fold_key(word) for entry in surnames["names"].values() for word in entry.get(key, "").split()]


def test_enough_family_names_each_once(surnames: dict[str, dict[str, dict[str, Any]]]) -> None:
    strong, weak = family_names(surnames, "names"), family_names(surnames, "weak")
    assert len(strong) >= 600
    assert [form for form, count in Counter(strong + weak).items() if count > 1] == []
    assert [form for form in strong if len(form) <= 3] == []
    assert [form for form in strong + weak if not ARABIC_ONLY.fullmatch(form)] == []


def accepted(surnames: dict[str, dict[str, dict[str, Any]]], word: str, key: str) -> bool:
    """Whether an ending of the given strength takes the word for a second name, as the file's head says."""
    form = fold_key(word)
    return any(
        len(form) >= entry["min"]
        and form.startswith(fold_key(entry.get("prefix", "")))
        and form.endswith(tuple(map(fold_key, entry.get(key, "").split())) or ("\0",))
        for entry in surnames["endings"].values()
    )


@pytest.mark.parametrize("word", ["كوزاكوف", "أرتيمييفا", "لوبانوفسكي", "بوندارتشوك", "تركمان زاده", "قره أوغلو"])
def test_endings_accept_unknown_second_names(surnames: dict[str, dict[str, dict[str, Any]]], word: str) -> None:
    assert accepted(surnames, word, "strong")


@pytest.mark.parametrize("word", ["الحكومة", "وزير", "المتحدث", "قال", "صوف", "الأطراف", "البيان", "بيروت", "خوف"])
def test_endings_leave_words_alone(surnames: dict[str, dict[str, dict[str, Any]]], word: str) -> None:
    assert not accepted(surnames, word, "strong")


def test_states_are_not_strong_names(
    given: dict[str, dict[str, str]], surnames: dict[str, dict[str, dict[str, Any]]]
) -> None:
    taken = {
        fold_key(prefix + form)
        for state in read("states.yml").values()
        for key in ("names", "demonyms", "weak_demonyms", "people", "weak_people")
        for form in state["ar"].get(key, [])
        for prefix in ("", "ال")
    }
    taken |= {fold_key(form) for capital in read("capitals.yml") for form in capital["ar"]}
    assert sorted(taken & set(forms(given, "names") + family_names(surnames, "names"))) == []
