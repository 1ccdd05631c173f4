"""Persons: named in full, joined by their short mentions, with role and state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.clean.fold import fold_key

from .compare import Case, Outcome, alike, any_of, words


def persons(case: Case) -> Iterator[Outcome]:
    """A person is a hit when a mention has exactly the name; role, state and short mentions count under `roles`."""
    found = case.mentions("person")
    for wanted in case.article.must.get("persons", []):
        name = fold_key(wanted["name"])
        rows = [m for m in found if name in (fold_key(m["text"]), fold_key(m["name"] or ""))]
        near = [m["text"] for m in found if words(m["text"]) & words(wanted["name"])]
        where = case.locate(wanted["name"])
        at = where[:2] if where else None
        yield case.out("persons", "hit" if rows else "miss", wanted["name"], near, at)
        # All rows of the person: a role may stand at a later mention only.
        same = [m for m in found if m["id"] in {row["id"] for row in rows}]
        yield from _facts(case, wanted, same, at)
    yield from _extra(case, found)


def _facts(
    case: Case, wanted: dict[str, Any], same: list[dict[str, Any]], at: tuple[str, int] | None
) -> Iterator[Outcome]:
    if "country" in wanted:
        got = {m["country"] for m in same}
        hit = bool(got & set(any_of(wanted["country"])))
        yield case.out("roles", "hit" if hit else "miss", f"{wanted['name']}: {wanted['country']}", got, at)
    if "role" in wanted:
        roles = {m["role"] for m in same if m["role"]}
        hit = any(words(wanted["role"]) <= words(role) for role in roles)
        yield case.out("roles", "hit" if hit else "miss", f"{wanted['name']}: {wanted['role']}", roles, at)
    for short in wanted.get("also", []):
        hit = any(fold_key(m["text"]) == fold_key(short) for m in same)
        yield case.out("roles", "hit" if hit else "miss", f"{wanted['name']} = {short}", [m["text"] for m in same], at)


def _extra(case: Case, found: list[dict[str, Any]]) -> Iterator[Outcome]:
    must, told = case.article.must.get("persons", []), set()
    names = [name for wanted in must for name in (wanted["name"], *wanted.get("also", []))]
    for mention in found:
        refused = any(fold_key(name) == fold_key(mention["text"]) for name in case.article.wrong.get("persons", []))
        unknown = not any(alike(name, mention["text"]) or alike(name, mention["name"]) for name in names)
        if mention["id"] not in told and (refused or ("persons" in case.article.complete and unknown)):
            told.add(mention["id"])
            yield case.out("persons", "false", mention["text"], mention["rule"], (mention["field"], mention["start"]))
