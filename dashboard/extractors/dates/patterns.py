"""The pattern language of the date grammar, and its compiled form: tries over token classes.

A pattern is a sequence of class names, optional with `?`, grouped with `( | )`; punctuation is written between quotes.
An upper-case class is captured under its own name in lower case, any class under `class:name`; `CLASS:_` is not
captured; a name after a bracket goes to each class in it. `DAY of? MON YR:year` and `from (A|B):first` are patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ...errors import LexiconError

_LEX = re.compile(r"\s*(?:\"([^\"]+)\"|([A-Za-z][A-Za-z0-9-]*(?::[a-z_0-9]+)?)|([()|?])|:([a-z_]+))")
# One expanded pattern: ((class, capture name or None), …).
Sequence = tuple[tuple[str, str | None], ...]
# The captures of a pattern: (which of its parts, name).
Captures = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar: what it yields (`out`), by which action with which constants, and when it may not."""

    id: str
    out: str
    action: Callable[[Any], Any]  # of the captures, `Args`
    constants: dict[str, Any]
    order: int
    tight: bool = False
    previous_not: frozenset[str] = frozenset()
    near_not: frozenset[str] = frozenset()  # among the few words before
    near_in: frozenset[str] = frozenset()
    next_not: frozenset[str] = frozenset()
    next_in: frozenset[str] = frozenset()
    next_begins: tuple[str, ...] = ("\n",)  # or a word that begins so; no word begins with a line end
    previous_in: frozenset[str] = frozenset()
    confidence: float = 1.0
    skip: int = 0
    guarded: bool = False  # whether it asks anything of the words around it, or of blanks within


@dataclass(slots=True)
class Node:
    """A state of the compiled matcher: next states by class, and the rules that end here with their captures."""

    next: dict[str, Node] = field(default_factory=dict)
    leaves: list[tuple[Rule, Captures]] = field(default_factory=list)
    # Whether it may lead to something whatever a chart holds: a rule ends here, or its level makes what follows.
    leads: bool = False


def expand(pattern: str, aliases: dict[str, list[str]]) -> list[Sequence]:
    """Every flat sequence that a pattern stands for. Raises LexiconError where it can't be read."""
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(pattern.rstrip()):
        match = _LEX.match(pattern, at)
        if not match:
            raise LexiconError(f"date pattern {pattern!r}: can't be read at {pattern[at:]!r}")
        quoted, name, sign, label = match.groups()
        kinds = (("literal", quoted), ("name", name), ("sign", sign), ("label", label))
        tokens.append(next((kind, value) for kind, value in kinds if value))
        at = match.end()
    sequences, rest = _choice(tokens, 0, aliases, pattern)
    if rest != len(tokens):
        raise LexiconError(f"date pattern {pattern!r}: a bracket too many")
    return list(dict.fromkeys(sequences))


def _choice(
    tokens: list[tuple[str, str]], at: int, aliases: dict[str, list[str]], whole: str
) -> tuple[list[Sequence], int]:
    found: list[Sequence] = []
    while True:
        sequences: list[Sequence] = [()]
        while at < len(tokens) and tokens[at] not in (("sign", "|"), ("sign", ")")):
            atoms, at = _atom(tokens, at, aliases, whole)
            sequences = [left + right for left in sequences for right in atoms]
        found += sequences
        if at < len(tokens) and tokens[at] == ("sign", "|"):
            at += 1
            continue
        return found, at


def _atom(
    tokens: list[tuple[str, str]], at: int, aliases: dict[str, list[str]], whole: str
) -> tuple[list[Sequence], int]:
    kind, value = tokens[at]
    at += 1
    atoms: list[Sequence]
    if (kind, value) == ("sign", "("):
        atoms, at = _choice(tokens, at, aliases, whole)
        if at >= len(tokens):
            raise LexiconError(f"date pattern {whole!r}: a bracket stays open")
        at += 1
        if at < len(tokens) and tokens[at][0] == "label":
            label = tokens[at][1] if tokens[at][1] != "_" else None
            atoms = [
                tuple((one, label if one.isupper() or one[0].isupper() else None) for one, _ in atom) for atom in atoms
            ]
            at += 1
    elif kind == "literal":
        atoms = [((value, None),)]
    elif kind == "name":
        name, _, label = value.partition(":")
        capture = (label if label != "_" else None) if label else (name.lower() if name.isupper() else None)
        atoms = [((one, capture),) for one in aliases.get(name, [name])]
    else:
        raise LexiconError(f"date pattern {whole!r}: {value!r} has nothing before it")
    if at < len(tokens) and tokens[at] == ("sign", "?"):
        return [*atoms, ()], at + 1
    return atoms, at


def insert(root: Node, sequence: Sequence, rule: Rule) -> None:
    """Add one flat sequence to the trie."""
    node = root
    for cls, _ in sequence:
        node = node.next.setdefault(cls, Node())
    node.leaves.append((rule, tuple((part, name) for part, (_, name) in enumerate(sequence) if name)))
