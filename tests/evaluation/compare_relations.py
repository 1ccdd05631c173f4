"""Relations and statements: who did what to whom, who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dashboard.clean.fold import fold_key

from .compare import Case, Outcome, alike, any_of


def relations(case: Case) -> Iterator[Outcome]:
    """A relation is a hit when one found has its type, parties and direction, and its status and date where told."""
    found = case.record["relations"]
    for wanted in case.article.must.get("relations", []):
        hit = any(told(case, wanted, r) for r in found)
        near = [say(case, r) for r in found if {r["source"], r["target"], *r["actors"]} & parties(wanted)]
        yield case.out("relations", "hit" if hit else "miss", wanted, "; ".join(near), where(case, wanted))
    for relation in found:
        refused = any(told(case, unwanted, relation) for unwanted in case.article.wrong.get("relations", []))
        if refused or ("relations" in case.article.complete and not plausible(case, relation)):
            yield case.out("relations", "false", say(case, relation), relation["rule"],
                           (relation["field"], relation["start"]))  # fmt: skip


def plausible(case: Case, found: dict[str, Any]) -> bool:
    """Whether the text tells anything between all parties of a found relation: one group of the annotation has them."""
    groups = [set(group) for group in case.article.may.get("relations", [])]
    groups += [parties(wanted) for wanted in case.article.must.get("relations", [])]
    ends = set(found["actors"]) if found["reciprocal"] else {found["source"], found["target"]} - {None}
    return any(ends <= group for group in groups)


def parties(wanted: dict[str, Any]) -> set[str]:
    """Every party that an annotated relation accepts."""
    return {p for key in ("source", "target", "actors") for p in any_of(wanted.get(key, []))}


def where(case: Case, wanted: dict[str, Any]) -> tuple[str, int] | None:
    """Where an annotated relation most likely stands: the sentence that names most of its parties."""
    named: dict[int, set[str]] = defaultdict(set)
    for mention in case.record["mentions"]:
        if mention["sentence"] is not None:
            named[mention["sentence"]] |= {mention["id"], mention["country"]} & parties(wanted)
    best = max(named, key=lambda index: len(named[index]), default=None)
    return None if best is None else ("text", case.record["sentences"][best][0])


def told(case: Case, wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a found relation is the annotated one."""
    if "type" in wanted and found["type"] not in any_of(wanted["type"]):
        return False
    ends = {found["source"], found["target"]} - {None}
    if "actors" in wanted and set(wanted["actors"]) not in (set(found["actors"]), ends):
        return False
    if any(key in wanted and found[key] not in any_of(wanted[key]) for key in ("source", "target", "status")):
        return False
    if "date" in wanted:
        date = case.record["dates"][found["date"]] if found["date"] is not None else None
        return date is not None and (date["from"], date["to"]) == (wanted["date"]["from"], wanted["date"]["to"])
    return True


def say(case: Case, found: dict[str, Any]) -> str:
    """A found relation in a line."""
    date = case.record["dates"][found["date"]]["text"] if found["date"] is not None else ""
    ends = "+".join(found["actors"]) if found["reciprocal"] else f"{found['source']}>{found['target']}"
    return f"{found['type']} {ends} {found['status']} {date}".strip()


def quotes(case: Case) -> Iterator[Outcome]:
    """A statement is a hit when a span holds its words and bears its speaker."""
    found = case.record["quotes"]
    for wanted in case.article.must.get("quotes", []):
        holds = [q for q in found if fold_key(wanted["words"]) in span(case, q)]
        hit = any(alike(name, who) for q in holds for name in any_of(wanted["speaker"]) for who in speakers(case, q))
        where = case.locate(wanted["words"])
        got = [q["speaker"] for q in holds] or "no statement there"
        what = f"{wanted['speaker']}: {wanted['words']}"
        yield case.out("quotes", "hit" if hit else "miss", what, got, where[:2] if where else None)
    yield from _extra(case, found)


def _extra(case: Case, found: list[dict[str, Any]]) -> Iterator[Outcome]:
    """Statements of somebody who says nothing here; one without a speaker claims none, and a headline may shorten."""
    must, persons = case.article.must.get("quotes", []), case.article.must.get("persons", [])
    heard = [name for wanted in must for name in any_of(wanted["speaker"])] + case.article.may.get("quotes", [])
    heard += [person[key] for person in persons for key in ("name", "role") if key in person]
    for quote in found if "quotes" in case.article.complete else ():
        named = [who for who in speakers(case, quote) if who]
        if named and quote["field"] == "text" and not any(alike(name, who) for name in heard for who in named):
            yield case.out("quotes", "false", quote["speaker"], quote["rule"], (quote["field"], quote["start"]))
    for unwanted in case.article.wrong.get("quotes", []):
        for quote in found:
            said = fold_key(unwanted["words"]) in span(case, quote)
            if said and any(alike(unwanted["speaker"], who) for who in speakers(case, quote)):
                yield case.out("quotes", "false", f"{unwanted['speaker']}: {unwanted['words']}", quote["speaker"],
                               (quote["field"], quote["start"]))  # fmt: skip


def span(case: Case, quote: dict[str, Any]) -> str:
    """The folded words of a statement."""
    return fold_key(str(case.record[quote["field"]])[quote["start"] : quote["end"]])


def speakers(case: Case, quote: dict[str, Any]) -> list[str | None]:
    """The speaker as written and the name of the mention that it is."""
    index = quote["speaker_mention"]
    return [quote["speaker"], case.record["mentions"][index]["name"] if index is not None else None]
