"""What the data of organisations promises: both languages, no form twice, common words never strong."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.clean.fold import fold_key
from tests.every import every

DATA = Path(__file__).parents[2] / "dashboard" / "data"
TYPES = {
    "un", "igo", "court", "agency", "ministry", "army", "security", "parliament", "government", "seat", "party",
    "nonstate", "company", "bank", "news", "ngo", "religious", "university", "sport",
}  # fmt: skip


def _load(stem: str) -> Any:
    return yaml.load((DATA / f"{stem}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


ORGANISATIONS = _load("organisations")
PATTERNS = _load("organ_patterns")
BY_ID = {item["id"]: item for item in ORGANISATIONS}
STRONG: dict[str, set[str]] = defaultdict(set)
WEAK: dict[str, set[str]] = defaultdict(set)
for _item in ORGANISATIONS:
    for _key in ("ar", "en", "abbr"):
        for _form in _item.get(_key, []):
            STRONG[fold_key(_form)].add(_item["id"])
    for _key in ("weak_ar", "weak_en"):
        for _form in _item.get(_key, []):
            WEAK[fold_key(_form)].add(_item["id"])


def test_enough_of_every_kind() -> None:
    kinds = Counter(item["type"] for item in ORGANISATIONS)
    assert len(ORGANISATIONS) >= 450
    assert set(kinds) == TYPES
    assert min(kinds[kind] for kind in ("un", "igo", "news", "nonstate", "party", "company", "army", "seat")) >= 25


def test_ids_are_unique_and_no_states() -> None:
    assert [key for key, count in Counter(item["id"] for item in ORGANISATIONS).items() if count > 1] == []
    assert sorted(BY_ID.keys() & _load("states").keys()) == []


@every(ORGANISATIONS)
def test_entry_is_whole(item: dict[str, Any]) -> None:
    assert item["ar"] and item["en"]
    assert item.get("country") is None or item["country"] in _load_states()
    # A group that acts on its own account does not speak for a state, and no paper does.
    assert not (item.get("acts_for_state") and (item.get("nonstate") or item["type"] in ("news", "party", "company")))
    assert item.get("acts_for_state") is None or item.get("country")
    for key in ("ar", "weak_ar", "en", "weak_en"):
        folded = [fold_key(form) for form in item.get(key, [])]
        assert len(folded) == len(set(folded)), "two forms that fold to the same"
    assert all(not any(char.islower() for char in form) for form in item.get("abbr", []))


_STATES: set[str] = set()


def _load_states() -> set[str]:
    if not _STATES:
        _STATES.update(_load("states"))
    return _STATES


def test_a_strong_form_names_one_organisation() -> None:
    assert {form: ids for form, ids in STRONG.items() if len(ids) > 1} == {}
    assert {form: WEAK[form] for form in STRONG.keys() & WEAK.keys()} == {}


@every(
    [
        ("مجلس الأمن", "UNSC"), ("مجلس الأمن الدولي", "UNSC"), ("مجلس الأمن الروسي", "RUS-SECURITY-COUNCIL"),
        ("منظمة شانغاي", "SCO"), ("منظمة شنغهاي للتعاون", "SCO"), ("ارنا", "IRNA"), ("إنترفاكس", "INTERFAX"),
        ("البنتاجون", "PENTAGON"), ("قصر بعبدا", "BAABDA"), ("الحوثيين", "HOUTHIS"), ("هآرتس", "HAARETZ"),
        ("تنظيم القاعدة", "AL-QAEDA"), ("قناة الجزيرة", "AL-JAZEERA"), ("وكالة أنباء فارس", "FARS-NEWS"),
        ("Shanghai Cooperation Organisation", "SCO"), ("IAEA", "IAEA"), ("Downing Street", "DOWNING-STREET"),
        ("حركة طالبان الباكستانية", "TTP"), ("كتائب حزب الله", "KATAIB-HEZBOLLAH"), ("حزب الله", "HEZBOLLAH"),
    ]
)  # fmt: skip
def test_known_by_what_the_press_writes(form: str, expected: str) -> None:
    assert STRONG[fold_key(form)] == {expected}


@every(
    [
        "العالم", "العربية", "الجزيرة", "القاعدة", "فتح", "أمل", "الشباب", "المستقبل", "فارس", "مهر", "الأناضول",
        "شنغهاي", "النهضة", "الحلف", "القوات اللبنانية", "دولة القانون", "سائرون", "إيفاد", "أبيك", "النصرة",
        "حزب العمال", "العدالة والتنمية", "مجلس الشيوخ", "الملكية الأردنية", "وزارة", "الحكومة", "مجلس إدارة",
        "Shanghai", "Quad", "Apple", "Total", "Shell", "Dawn", "Congress", "Guardian", "Petra", "Who", "Amazon",
    ]
)  # fmt: skip
def test_common_words_are_never_strong(form: str) -> None:
    strong = {item["id"] for item in ORGANISATIONS for key in ("ar", "en")
              if fold_key(form) in map(fold_key, item.get(key, []))}  # fmt: skip
    assert strong == set()


@pytest.mark.parametrize("form", ["العدالة والتنمية", "حزب العدالة والتنمية"])
def test_an_ambiguous_party_is_weak_for_both_states(form: str) -> None:
    assert WEAK[fold_key(form)] == {"AKP", "PJD-MOROCCO"}


@pytest.mark.parametrize(
    ("identity", "acts", "nonstate"),
    [
        ("KREMLIN", True, False), ("PENTAGON", True, False), ("IRGC", True, False), ("US-TREASURY", True, False),
        ("IRNA", False, False), ("SANA", False, False), ("HEZBOLLAH", False, True), ("TALIBAN", False, True),
        ("ARAMCO", False, False), ("NATO", False, False), ("AKP", False, False),
    ],
)  # fmt: skip
def test_who_acts_for_a_state(identity: str, acts: bool, nonstate: bool) -> None:
    item = BY_ID[identity]
    assert (item.get("acts_for_state", False), item.get("nonstate", False)) == (acts, nonstate)


# --- patterns

RULES = [(language, rule) for language in ("arabic", "english") for rule in PATTERNS[language]["rules"]]
KEYS = {
    "arabic": {"id", "heads", "before_state", "min_words", "type", "acts_for_state", "complement", "complements",
               "between", "state", "not_after", "after", "only_with", "state_gender", "confidence", "first",
               "never_first", "goes_on", "tail"},
    "english": {"id", "frames", "complements", "type", "acts_for_state", "state", "confidence", "capitals"},
}  # fmt: skip


@every(RULES)
def test_pattern_is_whole(language: str, rule: dict[str, Any]) -> None:
    lists = PATTERNS[language]["lists"]
    assert set(rule) <= KEYS[language]
    assert rule["type"] in TYPES
    assert rule["state"] in ("required", "optional", "never")
    assert set(rule.get("complements", [])) <= set(lists)
    assert rule.get("between") is None or rule["between"] in lists
    if language == "arabic":
        assert rule["complement"] in ("none", "listed", "name", "adjectives")
        assert (rule["complement"] == "listed") == bool(rule.get("complements"))
        assert rule["heads"] or rule["complement"] == "listed"
        # Without a complement and without a state nothing would be left but the bare noun.
        assert rule["complement"] != "none" or rule["state"] == "required"
    else:
        assert all("{s}" in frame for frame in rule["frames"]) or rule["state"] != "required" or rule.get("complements")
        assert all(("{p}" in frame) <= bool(rule.get("complements")) for frame in rule["frames"])


def test_every_list_is_used() -> None:
    for language in ("arabic", "english"):
        rules = PATTERNS[language]["rules"]
        named = [rule.get(key) for rule in rules for key in ("between", "never_first", "goes_on", "tail")]
        used = {*named, *(name for rule in rules for name in rule.get("complements", []))}
        assert set(PATTERNS[language]["lists"]) <= used


def test_generic_phrases_are_no_known_names() -> None:
    generic = [fold_key(phrase) for group in PATTERNS["arabic"]["generic"] for phrase in group]
    assert [phrase for phrase in generic if phrase in STRONG] == []
    assert fold_key("مجلس إدارة") in generic and fold_key("وزارة") in generic
    assert len(generic) == len(set(generic))


def test_stop_words_begin_no_complement() -> None:
    stop = {fold_key(word) for word in PATTERNS["arabic"]["stop"]}
    rules, lists = PATTERNS["arabic"]["rules"], PATTERNS["arabic"]["lists"]
    complements = {name for rule in rules for name in rule.get("complements", [])}
    items = {fold_key(item).split()[0] for name in complements for item in lists[name]}
    assert sorted(items & stop) == []
