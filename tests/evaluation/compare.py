"""An annotation against the engine's record: one outcome a thing annotated, and one a thing found that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.clean.fold import fold_key

from .annotated import Annotated


@dataclass(frozen=True)
class Outcome:
    """`result` is hit, miss or false; `sentence` is where it stands, where that is known."""

    article: str
    kind: str
    result: str
    what: str
    got: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Case:
    """One article and its record, with the few questions that every comparison asks."""

    article: Annotated
    record: dict[str, Any]

    def out(self, kind: str, result: str, what: Any, got: Any = "", at: tuple[str, int] | None = None) -> Outcome:
        return Outcome(self.article.name, kind, result, str(what), str(got), self.sentence(*at) if at else "")

    def sentence(self, field: str, start: int) -> str:
        """The sentence around an offset; the title itself for the title."""
        if field == "title":
            return str(self.record["title"])
        for first, end in self.record["sentences"]:
            if first <= start < end:
                return str(self.record["text"][first:end])
        return ""

    def locate(self, text: str, nth: int = 1) -> tuple[str, int, int] | None:
        """Field, start, end of the nth occurrence in text, else in the title; None where it is in neither."""
        for field in ("text", "title"):
            start = -1
            for _ in range(nth):
                start = str(self.record[field]).find(text, start + 1)
                if start < 0:
                    break
            if start >= 0:
                return field, start, start + len(text)
        return None

    def mentions(self, kind: str) -> list[dict[str, Any]]:
        return [m for m in self.record["mentions"] if m["kind"] == kind]


def words(text: str | None) -> set[str]:
    """The folded words of a name, without what only joins them."""
    return set(re.findall(r"\w+", fold_key(text or "")))


def alike(wanted: str, found: str | None) -> bool:
    """Whether one name is the other, or the other with words left out (سعيد شعبانيان, العميد سعيد شعبانيان)."""
    ours, theirs = words(wanted), words(found)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def any_of(value: Any) -> list[Any]:
    """An annotation that accepts several answers is a list; one answer stands alone."""
    return value if isinstance(value, list) else [value]


def overlap(where: tuple[str, int, int], found: dict[str, Any]) -> bool:
    return where[0] == found["field"] and found["start"] < where[2] and where[1] < found["end"]


def ids(case: Case, kind: str, found: dict[str, tuple[str, int] | None]) -> Iterator[Outcome]:
    """Sets of ids: states, capitals, themes. `found` says where each first stands."""
    must, wrong = case.article.must.get(kind, []), case.article.wrong.get(kind, [])
    for wanted in must:
        yield case.out(kind, "hit" if wanted in found else "miss", wanted)
    for extra, at in found.items():
        if extra in wrong or (kind in case.article.complete and extra not in (*must, *case.article.may.get(kind, []))):
            yield case.out(kind, "false", extra, at=at)


def countries(case: Case) -> Iterator[Outcome]:
    first: dict[str, tuple[str, int] | None] = {c["id"]: None for c in case.record["countries"]}
    for mention in reversed(case.record["mentions"]):
        of = mention["id"] if mention["kind"] == "country" else mention["country"]
        if of in first:
            first[of] = (mention["field"], mention["start"])
    yield from ids(case, "countries", first)


def capitals(case: Case) -> Iterator[Outcome]:
    # What a dateline names is located but does not count.
    named = [m for m in reversed(case.mentions("country")) if m["via"] == "capital" and m["counts"]]
    yield from ids(case, "capitals", {m["id"]: (m["field"], m["start"]) for m in named})


def themes(case: Case) -> Iterator[Outcome]:
    yield from ids(case, "themes", {t["id"]: (t["evidence"][0]["field"], t["evidence"][0]["start"]) if t["evidence"]
                                    else None for t in case.record["themes"]})  # fmt: skip


def named(case: Case, kind: str, mention_kind: str) -> Iterator[Outcome]:
    """Organisations and places: an id, or the words as the text has them."""
    found = case.mentions(mention_kind)

    def is_it(wanted: str, mention: dict[str, Any]) -> bool:
        names = (fold_key(mention["text"]), fold_key(mention["name"] or ""))
        return wanted == mention["id"] or fold_key(wanted) in names

    for wanted in case.article.must.get(kind, []):
        where = case.locate(any_of(wanted)[0])
        near = [m["text"] for m in case.record["mentions"] if where and overlap(where, m)]
        hit = any(is_it(name, m) for m in found for name in any_of(wanted))
        yield case.out(kind, "hit" if hit else "miss", wanted, near, where[:2] if where else None)
    for unwanted in case.article.wrong.get(kind, []):
        for mention in found:
            if is_it(unwanted, mention):
                yield case.out(kind, "false", unwanted, at=(mention["field"], mention["start"]))
                break


def flags(case: Case) -> Iterator[Outcome]:
    must, found = case.article.must.get("flags", []), case.record["flags"]
    matched: list[dict[str, Any]] = []
    for wanted in must:
        where = case.locate(wanted["text"]) if "text" in wanted else None
        fits = [f for f in found if f["kind"] == wanted["kind"]
                and (where is None or (f["start"] is not None and overlap(where, f)))]  # fmt: skip
        matched += fits
        yield case.out("flags", "hit" if fits else "miss", wanted, at=where[:2] if where else None)
    for flag in found:
        if flag in matched:
            continue
        if "flags" in case.article.complete or flag["kind"] in case.article.wrong.get("flags", []):
            at = (flag["field"], flag["start"]) if flag["start"] is not None else None
            yield case.out("flags", "false", flag["kind"], flag["message"], at)


def text(case: Case) -> Iterator[Outcome]:
    """Furniture that must go: a hit is a string that is no longer there."""
    for string in case.article.wrong.get("text", []):
        yield case.out("text", "miss" if string in case.record["text"] else "hit", string)


def compare(article: Annotated, record: dict[str, Any]) -> list[Outcome]:
    """All outcomes of one article."""
    from . import compare_dates, compare_names, compare_relations

    case = Case(article, record)
    parts: tuple[Callable[[Case], Iterator[Outcome]], ...] = (
        countries, capitals, themes, flags, text, compare_dates.dates, compare_names.persons,
        compare_relations.relations, compare_relations.quotes,
        lambda c: named(c, "organisations", "organization"),
        lambda c: named(c, "places", "place"),
    )  # fmt: skip
    return [outcome for part in parts for outcome in part(case)]
