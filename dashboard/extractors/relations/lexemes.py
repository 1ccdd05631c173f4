"""Compiles `relation_verbs.yml` and `plover.yml` into the index that clauses are read with."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...clean.document import tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from . import morphology as forms
from .cues import Words, union, words_of
from .vocabulary import PLEDGES, Event, Index, Reading
from .weighing import weights


@lru_cache(maxsize=2)
def index(lexicon: Lexicon) -> Index:
    """The compiled data, once a lexicon."""
    data, more, plover = (lexicon.data(name) for name in ("relation_verbs", "relation_verbs_ar", "plover"))
    events = data["events"] + more["events"]
    found = Index({item["id"]: _event(item, data["alone"]) for item in events}, {})
    for item in events:
        _add(found, "event", item["id"], item)
    for item in data["carriers"]:
        found.carriers[item["id"]] = item.get("status")
        _add(found, "carrier", item["id"], {"ar": {"verbs": item["ar"]}})
    _add(found, "aux", "aux", {"ar": {"verbs": data["auxiliaries"]["ar"]}})
    _add(found, "say", "say", {"ar": {"verbs": data["reporting"]["ar"]}})
    _add_functions(found, data)
    found.sets = {name: words_of(value) for name, value in {**data, **more}.items() if _is_word_list(value)}
    for verbs in ("wrongs", "seeking"):
        written = (form for verb in more[verbs]["ar"] for form, *_ in forms.verb_forms(verb))
        found.sets[verbs] = Words(frozenset(written), ())
    brands = (found.events[name].with_ for name in ("brand", "brand-false"))
    unjust = Words(frozenset(("غير",)), ())
    found.judging = union(*brands, unjust, *(found.sets[one] for one in ("blaming", "wrongs", "seeking")))
    particles = (found.sets[one].exact for one in ("negations", "hypothetical", "future", "adverbs"))
    found.sets["particles"] = Words(frozenset().union(*particles), ())
    for opening in ("imitating", "likewise"):
        words = found.sets[opening].exact
        found.sets[opening] = Words(words | {"و" + word for word in words}, ())
    found.threats = {mode: words_of(cues) for mode, cues in more["threats"].items()}
    found.realms = {fold_key(name): frozenset(ids) for name, ids in more["realms"].items()}
    for organisation, forms_of in more["of_organisations"].items():
        for form in map(fold_key, forms_of):
            found.adjectives.update({form: organisation, "ال" + form: organisation})
    holders = found.sets["titles"].exact | found.sets["organs_of_state"].exact
    for name in (*found.realms, *("ال" + title for title in holders)):
        for prefix, clitic in (("ال", ""), ("بال", "ب"), ("لل", "ل")):
            for conjunction in ("", "و", "ف"):
                found.called[conjunction + prefix + name.removeprefix("ال")] = (name, clitic)
    found.masculine = frozenset(more["masculine"])
    found.types = plover["types"]
    found.weights = weights(lexicon, "ar")
    found.states = frozenset(lexicon.gazetteer.states)
    listed = lexicon.data("organisations")
    found.organisations = frozenset(item["id"] for item in listed)
    kinds = ("company", "bank")
    found.companies = frozenset(item["id"] for item in listed if item["type"] in kinds and "country" in item)
    outside = frozenset(item["id"] for item in listed if item.get("nonstate"))
    found.sides = found.states | outside
    leaders = lexicon.data("leaders")
    found.chiefs = {item["id"]: item["org"] for item in leaders if item.get("org") in outside}
    found.contexts = {name: words_of(cues) for name, cues in plover["contexts"].items()}
    return found


def _is_word_list(value: Any) -> bool:
    """Whether an entry of the data is a list of words: {ar: […]}."""
    return isinstance(value, dict) and value.keys() == {"ar"} and isinstance(value["ar"], list)


def _add_functions(found: Index, data: dict[str, Any]) -> None:
    """Prepositions, what opens clauses, sets of words, descriptions."""
    for marker, words in data["prepositions"]["ar"].items():
        _add_preposition(found, words, marker)
    for tag in ("subordinators", "relatives"):
        for word in words_of(data[tag]).exact:
            found.functions[word] = "sub" if tag == "subordinators" else "rel"
    for status, cues in data["status_nouns"].items():
        found.status_nouns.update((word, status) for word in words_of(cues).exact)
    for listed_agents in data["agents"].values():
        _add_preposition(found, listed_agents, "agent")
    for phrase in (tokens_of(cue) for cues in data["conditions"].values() for cue in cues):
        found.conditions.setdefault(phrase[-1], []).append(phrase[:-1])
    described = {kind: data[kind] for kind in ("both", "leaders", "latter", "neighbour", "statement", "own")} | {
        str(count): one for count, one in data["all"].items()
    }
    for kind, listed in described.items():
        for first, *rest in (tokens_of(cue) for cues in listed.values() for cue in cues):
            for clitic in ("", "و", "ل", "ب", "ول", "وب"):
                stem = "ل" + first.removeprefix("ال") if clitic.endswith("ل") and first.startswith("ال") else first
                found.descriptions.setdefault(clitic + stem, []).append((tuple(rest), kind, clitic))


def _add_preposition(found: Index, words: list[str], marker: str) -> None:
    for first, *rest in map(tokens_of, words):
        if rest:
            found.compounds.setdefault(first, []).append((tuple(rest), marker))
        else:
            found.functions[first] = marker


def _event(item: dict[str, Any], alone: dict[str, str]) -> Event:
    return Event(
        id=item["id"], type=item["type"], kind=item["kind"], mode=item.get("mode"),
        context=tuple(item.get("context", ())),
        with_=words_of(item["with"]) if item.get("with") else None,
        without=words_of(item["without"]) if item.get("without") else None,
        to=item.get("to", {}),
        genitive=item.get("genitive", "source"), object=item.get("object", "target"),
        grave=words_of(item["grave"]) if item.get("grave") else None,
        also=words_of(item["also"]) if item.get("also") else None,
        alone=item.get("alone", alone.get(item["type"], False)),
        noun_with={fold_key(noun): words_of({"": cues}) for noun, cues in item.get("noun_with", {}).items()},
        own_words=words_of(item["own"]["words"]) if item.get("own", {}).get("words") else None, data=item,
        **{key: bool(item.get(key)) for key in ("loose", "future", "negated_only", "others")},
        plain=item["id"] not in PLEDGES and item.keys().isdisjoint(("with", "without", "noun_with", "future")),
    )  # fmt: skip


def _add(found: Index, role: str, name: str, item: dict[str, Any]) -> None:
    """The written forms of an entry's verbs, nouns and participles."""
    arabic = item.get("ar") or {}
    for verb in arabic.get("verbs", ()):
        for form, tense, bound, plural in forms.verb_forms(verb):
            _put(found, form, Reading(role, name, tense, plural=plural), bound)
    for noun in arabic.get("nouns", ()):
        for form, bound in forms.noun_forms(noun):
            _put(found, form, Reading(role, name, "noun"), bound or bool(item.get("owned")))
    for participle in arabic.get("participles", ()):
        for form in forms.participle_forms(participle):
            _put(found, form, Reading(role, name, "participle"), False)


def _put(found: Index, form: str, reading: Reading, bound: bool) -> None:
    tokens = tokens_of(form)
    if len(tokens) > 1:
        reading = replace(reading, length=len(tokens))
    entries = found.first.setdefault(tokens[0], [])
    entry = (tuple(tokens[1:]), reading, bound)
    if entry not in entries:
        entries.append(entry)
