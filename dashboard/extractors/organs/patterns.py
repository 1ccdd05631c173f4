"""`data/organ_patterns.yml` compiled for Arabic: tries of heads, of complements and of generic phrases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...clean.clitics import openings
from ...clean.document import tokens_of
from ...clean.fold import fold_key
from ...lexicon import Lexicon

Node = dict[str, Any]


@dataclass(frozen=True)
class Patterns:
    """The data, compiled: tries of folded tokens, sets of folded words."""

    # Word → its readings with a trie's node: token → node; "" → list of (rule, whether the head is a construct).
    heads: Callable[[str], tuple[tuple[int, str, Node], ...]]
    lists: dict[str, Node]
    stop: frozenset[str]
    generic: Node
    definite: tuple[str, ...]
    name_words: int
    max_words: int
    prepositions: frozenset[str]
    first: tuple[str, ...]  # how a proper name may begin unless its rule says so
    ranks: frozenset[str]  # adjectives that make a body one of its kind (الأعلى, العليا)
    words: frozenset[str]  # forms that are demonyms only with a cue of their own (ambiguity.yml: dropped by default)


def _insert(node: Node, tokens: list[str], value: Any = None) -> None:
    for token in tokens:
        node = node.setdefault(token, {})
    node.setdefault("", []).append(value)


@lru_cache(maxsize=2)
def patterns_of(lexicon: Lexicon) -> Patterns:
    """The Arabic patterns of a lexicon, compiled once."""
    data = lexicon.data("organ_patterns")["arabic"]
    lists: dict[str, Node] = {}
    for name, items in data["lists"].items():
        lists[name] = {}
        for item in items:
            tokens = tokens_of(item)
            _insert(lists[name], tokens)
            if tokens[0].startswith("ال"):  # وزارة الدفاع الروسية, وزارة دفاع روسيا
                _insert(lists[name], [tokens[0][2:], *tokens[1:]])
    heads: Node = {}
    for item in data["rules"]:
        rule = {**item, "_not_after": frozenset(fold_key(word) for word in item.get("not_after", []))}
        rule["_only_with"] = tuple(fold_key(word) for word in item.get("only_with", []))
        for head in item["heads"]:
            _insert(heads, tokens_of(head), (rule, False))
        for head in item.get("before_state", []):
            _insert(heads, tokens_of(head), (rule, True))
        if not item["heads"]:
            for name in item["complements"]:
                for word in data["lists"][name]:
                    _insert(heads, tokens_of(word), (rule, False))
    generic: Node = {}
    for phrases in data["generic"]:
        for phrase in phrases:
            _insert(generic, tokens_of(phrase))
    name = data["name"]
    dropped = [item for item in lexicon.data("ambiguity")["forms"] if item["default"] == "drop"]
    return Patterns(
        openings(heads), lists, frozenset(fold_key(word) for word in data["stop"]), generic,
        tuple(fold_key(prefix) for prefix in name["continues_with"]), name["max_words"], data["max_words"],
        frozenset(fold_key(word) for word in data["state"]["prepositions"]),
        tuple(name["first"]), frozenset(fold_key(word) for word in name["ranks"]),
        frozenset(fold_key(form) for item in dropped for form in item["forms"]),
    )  # fmt: skip
