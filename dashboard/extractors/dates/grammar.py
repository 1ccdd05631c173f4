"""A language's date grammar, compiled once: an index of word forms with their clitics, and a trie of rules a level."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ...clean.document import tokens_of
from ...clean.fold import fold_key
from ...errors import LexiconError
from ...lexicon import Lexicon
from . import patterns
from .actions import ACTIONS
from .tense_cues import TenseCues, cues_of

# A word's continuation: "" holds the (class, value) readings that end here, other keys are the next words.
Trie = dict[str, Any]
# How a word may begin: the classes of its clitics, one letter each, and what the rest may be.
Split = tuple[tuple[str, ...], Trie]
# The same as readings of the word alone, (slots before it, class, slots to its end, value), and how many slots before
# its rest the words of a longer form follow.
Opening = tuple[list[tuple[int, str, int, Any]], int, Trie]


@dataclass(slots=True)
class Grammar:
    """`openings`: first word → its splits. `triggers`: classes worth looking at. `levels`: a trie of rules each."""

    openings: dict[str, list[Opening]]
    clitic_letters: dict[str, int]  # the most that a word's splits have, of those that have any
    known: frozenset[str]  # every word of every form: what a run may consist of
    not_written: dict[str, frozenset[str]]  # folded word → spellings that are another word
    # First words of triggers → the words that must follow, None: any. A run without one, or figures, is passed over.
    sparks: dict[str, frozenset[str] | None]
    promising: Callable[[str], bool]  # whether a word is a spark or a number
    triggers: frozenset[str]
    cased: frozenset[str]
    levels: list[patterns.Node]
    beginnings: dict[str, list[tuple[int, patterns.Node]]]  # class → the levels whose rules begin with it
    emit: dict[str, int]  # the classes that are findings, with their rank where two read the same words
    tense: TenseCues
    read: dict[str, Any] = field(default_factory=dict)  # what was read of runs that stand for themselves


@lru_cache(maxsize=8)
def compiled(lexicon: Lexicon, language: str) -> Grammar:
    """The grammar of a language; languages without one are read with the Arabic grammar, whose digits serve all."""
    stem = f"languages/{language}"
    if stem not in lexicon.stems("languages"):
        stem = "languages/ar"
    data = lexicon.data(stem)["dates"]
    clitics = {prefix: tuple(classes) for prefix, classes in (data.get("clitics") or {}).items()}
    bare = frozenset(data.get("no_clitics", ()))
    whole = frozenset(fold_key(word) for word in data.get("whole", ()))
    index: dict[str, list[Split]] = {}
    for cls, value, form in (*_forms(data), *_zones(data, lexicon, language)):
        words = tokens_of(form)
        if not words:
            raise LexiconError(f"data/{stem}.yml: {cls}: {form!r} has no word")
        _add(index, (), words, cls, value)
        if cls not in bare:
            for prefix, classes in clitics.items():
                for first in _joined(prefix, words[0]):
                    if first in whole:
                        continue
                    _add(index, classes, [first, *words[1:]], cls, value)
    levels = _levels(data, index, stem)
    beginnings: dict[str, list[tuple[int, patterns.Node]]] = {}
    for level, root in enumerate(levels):
        for cls, node in root.next.items():
            beginnings.setdefault(cls, []).append((level, node))
    sparks = dict(_sparks(index, frozenset(data["triggers"])))
    letters = {word: max(len(classes) for classes, _ in splits) for word, splits in index.items()}
    return Grammar(
        openings={word: [*_openings(splits, letters[word])] for word, splits in index.items()},
        clitic_letters={word: most for word, most in letters.items() if most},
        known=frozenset(index) | {word for splits in index.values() for _, trie in splits for word in _words(trie)},
        not_written=_spellings(data.get("not_written", ())),
        sparks=sparks,
        promising=lambda word: word in sparks or word.isdecimal(),
        triggers=frozenset(data["triggers"]),
        cased=frozenset(data.get("cased", ())),
        levels=levels,
        beginnings=beginnings,
        emit={cls: rank for rank, cls in enumerate(data["emit"])},
        tense=cues_of(data["tense"], _verbs(lexicon) if language == "ar" else ()),
    )


def _verbs(lexicon: Lexicon) -> Iterator[str]:
    """The Arabic verbs of events and of saying, past/present."""
    for name in ("relation_verbs", "relation_verbs_ar"):
        for event in lexicon.data(name)["events"]:
            yield from event.get("ar", {}).get("verbs", ())
    yield from lexicon.data("reporting_verbs")["ar"]["verbs"].split()


def _forms(data: dict[str, Any]) -> Iterator[tuple[str, Any, str]]:
    """(class, value, form) of every word of the grammar; a word class has no value."""
    for cls, entries in data["tokens"].items():
        for value, forms in entries.items():
            for form in forms:
                yield cls, value, form
    for cls, forms in data["words"].items():
        for form in forms:
            yield cls, None, form


def _zones(data: dict[str, Any], lexicon: Lexicon, language: str) -> Iterator[tuple[str, Any, str]]:
    """The time of every capital that the grammar does not know as a zone (بتوقيت الخرطوم): local."""
    for cls, pattern in (data.get("zone_of_city") or {}).items():
        known = {fold_key(form) for forms in data["tokens"][cls].values() for form in forms}
        for capital in lexicon.data("capitals"):
            for form in (pattern.format(name) for name in capital.get(language, ())):
                if fold_key(form) not in known:
                    yield cls, "local", form


def _joined(prefix: str, word: str) -> Iterator[str]:
    """A word with a proclitic; ل swallows the alef of ال."""
    if word.startswith("ال") and prefix.endswith("ل"):
        yield prefix + word[1:]
    elif not word[0].isalpha() or word[0].isascii() or len(word) == 1:
        return
    else:
        yield prefix + word


def _add(index: dict[str, list[Split]], clitics: tuple[str, ...], words: list[str], cls: str, value: Any) -> None:
    splits = index.setdefault(words[0], [])
    trie = next((trie for known, trie in splits if known == clitics), None)
    if trie is None:
        trie = {}
        splits.append((clitics, trie))
    for word in words[1:]:
        trie = trie.setdefault(word, {})
    payload = trie.setdefault("", [])
    if (cls, value) not in payload:
        payload.append((cls, value))


def _openings(splits: list[Split], letters: int) -> Iterator[Opening]:
    for clitics, trie in splits:
        alone = [(at, cls, at + 1, None) for at, cls in enumerate(clitics)]
        alone += [(len(clitics), cls, letters + 1, value) for cls, value in trie.get("", ())]
        yield alone, len(clitics), trie if trie.keys() - {""} else {}


def _words(trie: Trie) -> Iterator[str]:
    """Every word that continues a form."""
    for word, rest in trie.items():
        if word:
            yield word
            yield from _words(rest)


def _spellings(words: list[str]) -> dict[str, frozenset[str]]:
    folded: dict[str, set[str]] = {}
    for word in words:
        folded.setdefault(fold_key(word), set()).add(word)
    return {key: frozenset(spellings) for key, spellings in folded.items()}


def _sparks(
    index: dict[str, list[Split]], triggers: frozenset[str]
) -> Iterator[tuple[str, frozenset[str] | None]]:  # fmt: skip
    """Words with which a form of a trigger class begins, and the words that must follow for one; None: none must."""
    for word, splits in index.items():
        heads = {head for _, trie in splits for head, rest in trie.items() if _holds({head: rest}, triggers)}
        if heads:
            yield word, None if "" in heads else frozenset(heads)


def _holds(trie: Trie, triggers: frozenset[str]) -> bool:
    return any(
        any(cls in triggers for cls, _ in rest) if word == "" else _holds(rest, triggers) for word, rest in trie.items()
    )


def _levels(data: dict[str, Any], index: dict[str, list[Split]], stem: str) -> list[patterns.Node]:
    aliases: dict[str, list[str]] = {}
    for name, members in data["classes"].items():
        aliases[name] = [one for member in members for one in aliases.get(member, [member])]
    known = {*data["tokens"], *data["words"], *_NUMERIC}
    roots, order = [], 0
    for level in data["levels"]:
        root = patterns.Node()
        known |= {item["out"] for item in level}
        for item in level:
            order += 1
            rule = _rule(item, order, stem)
            for sequence in patterns.expand(item["match"], aliases):
                if not sequence:
                    raise LexiconError(f"data/{stem}.yml: rule {rule.id}: matches nothing")
                for cls, _ in sequence:
                    if not cls[0].isalnum():
                        _add(index, (), [cls], cls, None)
                        known.add(cls)
                    elif cls not in known:
                        raise LexiconError(f"data/{stem}.yml: rule {rule.id}: nothing yields {cls}")
                patterns.insert(root, sequence, rule)
        made = {item["out"] for item in level}
        for node in root.next.values():
            node.leads = bool(node.leaves) or not made.isdisjoint(node.next)
        roots.append(root)
    return roots


_NUMERIC = frozenset(
    "INT DAY HOUR YEAR4 HHMM HHMMC NUMDATE AMBIDATE DM DMS DMZ DOTDM MY HM HMC DEC DAYRANGE YEARRANGE".split()  # noqa: SIM905
)


def _rule(item: dict[str, Any], order: int, stem: str) -> patterns.Rule:
    if item["do"] not in ACTIONS:
        raise LexiconError(f"data/{stem}.yml: rule {item['id']}: no action {item['do']!r}")
    guards = {
        key: frozenset(fold_key(word) for word in item.get(key, ()))
        for key in ("previous_not", "previous_in", "near_not", "near_in", "next_not", "next_in")
    }
    begins = tuple(fold_key(word[:-1]) for word in item.get("next_in", ()) if word.endswith("*"))
    return patterns.Rule(
        item["id"], item["out"], ACTIONS[item["do"]], item.get("with") or {}, order, item.get("tight", False),
        confidence=item.get("confidence", 1.0), skip=item.get("skip", 0),
        next_begins=begins or ("\n",), guarded=any((item.get("tight"), *guards.values())), **guards,
    )  # fmt: skip
