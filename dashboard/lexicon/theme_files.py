"""Themes as files: read, cleaned, and written as those that ship. What is wrong with one, `theme_faults` says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from ..errors import LexiconError
from .loader import yaml_loader
from .said import said

CUES = ("strong", "weak", "with", "blockers", "unless")
LANGUAGES = ("ar", "en")
IDS = ("entities.strong", "entities.weak", "needs", "yields_to")
QUERIES = "queries"  # in the grammar of the search, a flat list
KEYS = ("group", *LANGUAGES, *CUES, "entities", QUERIES, "needs", "yields_to", "least")
GROUPS = ("military", "diplomacy", "economy", "society", "files")
# What the desk itself calls by these: everything else, nothing, and one that is not saved yet.
RESERVED = ("other", "none", "new")
_DEEPEST = 5  # lists within lists; a theme has three


def slug(name: str) -> str:
    """The id, and the file's name, of a theme called so."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")[:60]


def parse(text: str, name: str) -> dict[str, Any]:
    """The theme that a file holds, its lists cleaned; LexiconError says where it can't be read."""
    loader = yaml_loader(yaml)
    try:
        shallow = _shallow(yaml.parse(text, Loader=loader))
        found = yaml.load(text, Loader=loader) if shallow else None  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = str(getattr(error, "problem", None) or error).splitlines()[0]
        raise LexiconError(said("theme.yaml", file=name, line=line, column=column, error=problem)) from None
    if not isinstance(found, dict) or not found:
        raise LexiconError(said("theme.file", file=name, keys=", ".join(KEYS)))
    return cleaned(found)


def _shallow(events: Iterable[Any]) -> bool:
    """Whether nothing is nested deeper than a theme is, and nothing refers to anything: what would be built of it
    could be endless, and its depth end the process."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            return False
    return True


def dump(theme: Mapping[str, Any]) -> str:
    """A theme as the file that would ship: keys in their order, each list on its line."""
    kept = cleaned(theme)
    ordered = {key: kept[key] for key in KEYS if key in kept}
    return str(yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=None))


def cleaned(theme: Mapping[str, Any]) -> dict[str, Any]:
    """The theme without empty lists and without blanks around phrases; what is no theme stays for `faults` to name."""
    out: dict[str, Any] = {}
    for key, value in theme.items():
        if isinstance(value, Mapping):
            value = {name: _stripped(inner) for name, inner in value.items() if inner not in (None, [], "")}
        else:
            value = _stripped(value)
        if value not in (None, [], {}, "") and not (key == "least" and value == 1):
            out[str(key)] = value
    return out


def _stripped(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [" ".join(item.split()) if isinstance(item, str) else item for item in value]
    return value


def lists(theme: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a theme by its place: "strong.ar", "entities.weak", "needs"."""
    for key in (*CUES, "entities"):
        held = theme.get(key) or {}
        yield from ((f"{key}.{name}", inner) for name, inner in held.items())
    yield from ((key, theme[key]) for key in (QUERIES, "needs", "yields_to") if key in theme)
