"""What `relation_verbs_en.yml` says, ready for use: every written form with what it may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ....clean.document import tokens_of
from ....lexicon import Lexicon
from ..cues import Words, words_of
from ..weighing import Weights, weights
from .inflection import inflect, plural

MEMO = 20000
_ENDINGS = ("suspended", "cancelled", "ended")  # of these the longer form wins: wound up is no wounding
# What the data asks of a verb's subject and object.
_ASKING = frozenset((
    "people", "orders", "bare", "negated_only", "passive_doer", "pronoun_only", "future_only", "by", "alone",
    "by_organisation", "pair", "traveller", "possessed",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the data."""

    id: str
    type: str
    mode: str | None
    mutual: bool
    object: str
    of: str
    owner: str
    to: dict[str, str]
    with_: Words | None
    without: Words | None
    only: frozenset[str]
    kept: bool
    context: tuple[str, ...]
    data: dict[str, Any]
    company: bool  # whether it asks for words around it
    asks: bool  # whether it asks more of a verb's subject and object than words around it


@dataclass(frozen=True, slots=True)
class Form:
    """What a word may be as a verb: `role` event, carrier, control, say or other; `form` base, s, ing, past, pp."""

    role: str
    name: str
    form: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a word may be as a verb, longest forms first; whether some have further words (`longer`), whether it may
    be a noun, and whether it is the second word of an event's noun; the events that its longest forms tell."""

    forms: list[Form]
    events: list[str]
    shapes: frozenset[str]
    longer: bool
    noun: bool
    second: bool


@dataclass(slots=True)
class Vocabulary:
    """The compiled data."""

    events: dict[str, Event]
    predicates: dict[str, list[str]] = field(default_factory=dict)
    verbs: dict[str, list[Form]] = field(default_factory=dict)
    nouns: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    also_nouns: set[str] = field(default_factory=set)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    intentions: dict[str, str] = field(default_factory=dict)
    steps: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the move: types of deed that it may be
    realms: dict[str, frozenset[str]] = field(default_factory=dict)  # the kingdom: states that are one
    control: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    interesting: frozenset[str] = frozenset()
    context_memo: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)  # words that are the same wherever they stand
    readings: dict[str, Reading | None] = field(default_factory=dict)
    seconds: frozenset[str] = frozenset()
    contexts: dict[str, Words] = field(default_factory=dict)
    types: dict[str, dict[str, Any]] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    weights: Weights = field(init=False)  # of parties that no rule finds

    def reading(self, word: str) -> Reading | None:
        """What a word may be as a verb; None where it is none."""
        if word in self.readings:
            return self.readings[word]
        forms = self.verbs.get(word)
        if forms is None and word.endswith("ed") and len(word) > 4 and word not in self.sets["not_verbs"]:
            forms = [Form("other", word, "past"), Form("other", word, "pp")]
        found = None
        if forms:
            forms = sorted(forms, key=lambda one: -len(one.rest))
            event = any(not rest for rest, _ in self.nouns.get(word, ()))
            noun = event or word in self.also_nouns or word in self.sets["agents"]
            shapes, second = frozenset(one.form for one in forms), word in self.seconds
            found = Reading(forms, events_of(forms), shapes, bool(forms[0].rest), noun, second)
        if len(self.readings) < MEMO:
            self.readings[word] = found
        return found

    def contexts_of(self, word: str) -> tuple[str, ...]:
        """The contexts that a word speaks of."""
        found = self.context_memo.get(word)
        if found is None:
            found = tuple(name for name, cues in self.contexts.items() if cues.holds(word))
            self.context_memo[word] = found
        return found


def events_of(forms: Sequence[Form]) -> list[str]:
    """The names of the events that a verb's forms tell, of those alone that have most further words."""
    known = [form for form in forms if form.role == "event" or form.name in _ENDINGS]
    longest = max((len(form.rest) for form in known), default=-1)
    names = (form.name for form in forms if form.role == "event" and len(form.rest) == longest)
    return list(dict.fromkeys(names))


@lru_cache(maxsize=2)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The compiled data, once a lexicon."""
    data, plover = lexicon.data("relation_verbs_en"), lexicon.data("plover")
    found = Vocabulary({item["id"]: _event(item, data["one_sided"]) for item in data["events"]})
    found.weights = weights(lexicon, "en")
    for item in data["events"]:
        for verb in item.get("verbs", ()):
            _verb(found, verb, "event", item["id"])
        for word in item.get("predicates", ()):
            found.predicates.setdefault(word, []).append(item["id"])
        for noun in item.get("nouns", ()):
            for form in {noun, plural(noun)} if not noun.endswith("s") else {noun}:
                first, *rest = tokens_of(form)
                found.nouns.setdefault(first, []).append((tuple(rest), item["id"]))
    for status, verbs in data["carriers"].items():
        for verb in verbs:
            _verb(found, verb, "carrier", status)
    for status, verbs in data["control"].items():
        for verb in verbs:
            found.control[verb.split("/")[0].split()[0]] = status
            _verb(found, verb, "control", status)
    for role, name in (("object_control", "object"), ("say", "say"), ("harm", "harm"), ("offering", "offer")):
        for verb in data[role]:
            _verb(found, verb, name, verb.split("/")[0])
    for verb in data["other_verbs"]:
        bare = verb.rstrip("*")
        _verb(found, bare, "other", bare)
        if verb.endswith("*"):
            base = bare.split("/")[0]
            found.also_nouns |= {base, plural(base)}
    found.seconds = frozenset(rest[0] for forms in found.nouns.values() for rest, _ in forms if len(rest) == 1)
    for forms in found.nouns.values():
        forms.sort(key=lambda entry: -len(entry[0]))
    words = data["words"]
    found.also_nouns |= {*words["nominal"]}
    found.intentions = {word: status for status, listed in words["intentions"].items() for word in listed}
    for listed, types in ((step["words"], step["types"]) for step in data["steps"]):
        found.steps |= dict.fromkeys(listed, tuple(types))
    found.realms = {word: frozenset(states) for word, states in data["realms"].items()}
    found.sets = {name: frozenset(listed) for name, listed in words.items() if name != "intentions"}
    _tags(found)
    told = {word for word, forms in found.verbs.items() if any(form.role == "event" for form in forms)}
    # No sentence tells something by a function word alone: has concerns, is in Riga; Chad did the same.
    plain = found.tags.keys() - found.sets["do"]
    found.interesting = frozenset({*told, *found.nouns, *found.predicates} - plain)
    found.contexts = {name: words_of(cues) for name, cues in plover["contexts"].items()}
    found.types = plover["types"]
    found.states = frozenset(lexicon.gazetteer.states)
    found.organisations = frozenset(item["id"] for item in lexicon.data("organisations"))
    return found


def _verb(found: Vocabulary, verb: str, role: str, name: str) -> None:
    for form, which, rest in inflect(verb):
        first, *more = tokens_of(form)
        entry = Form(role, name, which, (*more, *rest))
        listed = found.verbs.setdefault(first, [])
        if entry not in listed:
            listed.append(entry)


def _tags(found: Vocabulary) -> None:
    """Function words; the later lists give way to the earlier."""
    order = (
        ("A", "adverbs"), ("I", "prepositions"), ("W", "subordinators"), ("C", "conjunctions"), ("R", "relatives"),
        ("D", "determiners"), ("O", "pronouns"), ("X", "modals"), ("X", "do"), ("X", "have"), ("X", "be"),
        ("X", "negations"),
    )  # fmt: skip
    for tag, name in order:
        for word in found.sets[name]:
            found.tags[word] = tag
    for word in ("not", "never", "neither", "nor"):
        found.tags[word] = "A"
    found.tags["that"] = "W"
    found.tags["no"] = "D"
    found.tags["can"] = found.tags["cannot"] = "X"


def _event(item: dict[str, Any], one_sided: Sequence[str]) -> Event:
    def cues(words: Iterable[str] | None) -> Words | None:
        return words_of({"en": words}) if words else None

    return Event(
        id=item["id"], type=item["type"], mode=item.get("mode"), mutual=item.get("kind") == "mutual",
        object=item.get("object", "target"), of=item.get("of", "target"), owner=item.get("owner", "source"),
        to=item.get("to", {}), with_=cues(item.get("with")), without=cues(item.get("without")),
        only=frozenset(item.get("only", ())), kept=item.get("kept", item["type"] in one_sided),
        context=tuple(item.get("context", ())), data=item,
        company=bool(item.get("with") or item.get("without") or item.get("only")),
        asks=item.get("mode") == "phone" or not _ASKING.isdisjoint(item),
    )  # fmt: skip
