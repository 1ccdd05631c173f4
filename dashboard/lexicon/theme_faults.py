"""What is wrong with a theme that somebody has edited: all of it at once, by the theme, the cue and its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..clean.document import tokens_of
from ..clean.fold import fold_key
from ..errors import QueryError, Said
from .cues import bare
from .query.grammar import parse
from .query.tree import asked_in_vain
from .said import said
from .theme_files import CUES, IDS, KEYS, LANGUAGES, QUERIES, lists

LONGEST = 90  # characters of a cue
LONGEST_QUERY = 400
MOST = 2000  # cues of a list
_LEAST_STEM = 2  # letters before a `*`: fewer would be the beginning of almost any word


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: the list it stands in ("strong.ar", "en", "needs") and what is said of it."""

    place: str
    message: Said


def faults(
    id: str, theme: Mapping[str, Any], known: Iterable[str], themes: Iterable[str], language: str = "en"
) -> list[Fault]:
    """What keeps a theme from working, in the order of its file; empty where nothing does.

    `known` are the ids of states, organisations and places, `themes` those of all themes. The theme is called by its
    name in `language`, where it has one.
    """
    name = str(theme.get(language) or theme.get("en") or theme.get("ar") or id)
    found = [*_shape(name, theme)]
    if found:
        return found
    if not any(theme.get(key) for key in ("strong", "weak", "entities", QUERIES)):
        found.append(Fault("strong.ar", said("theme.no_cues", theme=name)))
    blockers = {_key(cue) for inner in (theme.get("blockers") or {}).values() for cue in inner}
    for place, inner in lists(theme):
        if place.split(".")[0] in CUES:
            found += _cue_faults(name, place, inner, blockers)
    found += _query_faults(name, theme.get(QUERIES, []))
    every = {place: inner for place, inner in lists(theme) if place in IDS}
    known, others = set(known), set(themes) - {id}
    for place, inner in every.items():
        right = others if place == "yields_to" else known
        code = "theme.no_theme" if place == "yields_to" else "theme.no_id"
        found += [Fault(place, said(code, theme=name, cue=one, place=said(f"theme.place.{place}")))
                  for one in inner if one not in right]  # fmt: skip
    return found


def _shape(name: str, theme: Mapping[str, Any]) -> Iterator[Fault]:
    """Faults of form: keys that nobody reads, lists that are none, names that are missing."""
    for key in theme:
        if key not in KEYS:
            yield Fault(key, said("theme.key", theme=name, cue=key, keys=", ".join(KEYS)))
    for key in ("group", *LANGUAGES):
        value = theme.get(key)
        if not isinstance(value, str) or not value:
            yield Fault(key, said("theme.no_name", theme=name, place=said(f"theme.place.{key}")))
        elif len(value) > LONGEST:
            yield Fault(key, said("theme.long", theme=name, cue=f"{value[:40]}…", most=LONGEST))
    for key in (*CUES, "entities"):
        inner = ("strong", "weak") if key == "entities" else LANGUAGES
        held = theme.get(key, {})
        if not isinstance(held, Mapping) or not set(held) <= set(inner):
            yield Fault(key, said("theme.lists", theme=name, place=key, keys=", ".join(inner)))
            continue
        for part, value in held.items():
            yield from _list_faults(name, f"{key}.{part}", value)
    for key in (QUERIES, "needs", "yields_to"):
        yield from _list_faults(name, key, theme.get(key, []))
    least = theme.get("least", 1)
    if not isinstance(least, int | float) or isinstance(least, bool) or not 1 <= least <= 50:
        yield Fault("least", said("theme.least", theme=name, cue=str(least)))


def _list_faults(name: str, place: str, value: Any) -> Iterator[Fault]:
    where = said(f"theme.place.{place}")
    if not isinstance(value, list):
        yield Fault(place, said("theme.list", theme=name, place=where))
        return
    if len(value) > MOST:
        yield Fault(place, said("theme.many", theme=name, place=where, most=MOST))
    for item in value:
        if not isinstance(item, str):
            yield Fault(place, said("theme.text", theme=name, place=where, cue=f"{item!s:.40}"))
        elif len(item) > (longest := LONGEST_QUERY if place == QUERIES else LONGEST):
            yield Fault(place, said("theme.long", theme=name, cue=f"{item[:40]}…", most=longest))


def _query_faults(name: str, queries: list[str]) -> Iterator[Fault]:
    """Queries that can't be read, or ask for what no sentence says."""
    where = said(f"theme.place.{QUERIES}")
    for query in queries:
        try:
            tree = parse(query)
        except QueryError as error:
            wrong = said(f"query.{error.code}", name=error.name)
            told = said("theme.query", theme=name, place=where, cue=query, number=error.at + 1, wrong=wrong)
            yield Fault(QUERIES, told)
            continue
        vain = asked_in_vain(tree) if tree is not None else None
        if vain is not None:
            yield Fault(QUERIES, said("theme.query_field", theme=name, place=where, cue=query, field=vain.field))


def _cue_faults(name: str, place: str, cues: list[str], blockers: set[tuple[str, ...]]) -> list[Fault]:
    found = []
    where = said(f"theme.place.{place}")
    for cue, times in Counter(cues).items():
        code = _wrong(cue)
        if not code and place.split(".")[0] in ("strong", "weak") and _key(cue) in blockers:
            code = "theme.blocked"
        if not code and times > 1:
            code = "theme.twice"
        if code:
            found.append(Fault(place, said(code, theme=name, cue=cue, place=where)))
    return found


def _wrong(cue: str) -> str:
    """The code of what is wrong with a phrase in itself; empty where nothing is."""
    words = cue.split()
    if not any(map(str.isalnum, cue)):
        return "theme.no_letters"
    if words[0] == "*" or words[-1] == "*":
        return "theme.edge"
    for word in words:
        stem = word.rstrip("*")
        if "*" in stem or len(word) - len(stem) > 1 and word != "*":
            return "theme.inside"
        tokens = tokens_of(stem)
        if word != stem and word != "*" and (not tokens or len(bare(tokens[-1])) < _LEAST_STEM):
            return "theme.stem"
    return ""


def _key(cue: str) -> tuple[str, ...]:
    """The phrase as it is matched, whatever its spelling."""
    return tuple(bare(fold_key(word)) for word in cue.split())
