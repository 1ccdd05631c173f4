"""States in sentences that others annotated: `python -m tests.evaluation.states [--errors MEASURE]`.

- actors: the states behind those who do or suffer something (demonyms, leaders, capitals, armies): of each actor on
  whose state two annotators agree, whether a mention of that state stands in the actor's words.
- by name: CLDR's Arabic names of states, where they are annotated as places. States that act are organisations to some
  annotators and part of a longer name to all; such occurrences are left out.
- in two senses: of the names that are a place in one sentence and none in the next, every occurrence: those taken
  against the annotation are wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from babel import Locale

from dashboard.clean.fold import fold, fold_key
from dashboard.model import Article, Mention
from dashboard.pipeline import extract_prepared

from .names import SETS
from .scores import Score, command, items

_DYADS = "dyads_arabic_event_gsr.dev.jsonl"
# How many annotators must agree on an actor's state.
_AGREED = 2
# The letters that an annotated word may have before the name itself.
_CLITICS = 3
_NAMED = ("name", "alias")


def _mentions(text: str) -> list[Mention]:
    return list(extract_prepared(Article(text=text, language="ar")).mentions)


def _overlaps(mention: Mention, start: int, end: int) -> bool:
    return mention.start is not None and mention.start < end and start < (mention.end or 0)


def actors() -> Score:
    """The states of those who do or suffer what a sentence tells."""
    score = Score()
    for item in items(_DYADS):
        text, found = item["text"], _mentions(item["text"])
        for role in ("source", "target"):
            starts = [(text.find(span), len(span)) for span in {*item[f"{role}_spans"], item[f"{role}_gold"]} if span]
            there = [m for m in found for at, size in starts if at >= 0 and _overlaps(m, at, at + size)]
            states = {m.id if m.kind == "country" else m.country for m in there} - {None}
            for state, votes in item[f"{role}_countries"].items():
                if votes >= _AGREED:
                    result = "right" if state in states else "wrong" if states else "missed"
                    score.add(result, f"{state} got {states} in {item[f'{role}_spans']} | {text}")
    return score


@cache
def _pattern() -> re.Pattern[str]:
    """CLDR's Arabic names of states as words of a folded text, with what Arabic joins before them."""
    territories = Locale("ar").territories
    names = {fold_key(name).removeprefix("ال") for code, name in territories.items() if code.isalpha()}
    bare = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)[وف]?(?:[بلك]?(?:ال)?|لل)(?P<name>{bare})(?!\w)")


def _occurrences() -> Iterator[tuple[str, str, bool, bool]]:
    """Each occurrence of a state's name: the name, its sentence, whether it is annotated as a place, whether found."""
    for name in SETS:
        for item in items(name):
            text, spans = item["text"], [(e["start"], e["end"], e["type"]) for e in item["entities"]]
            found = [m for m in _mentions(text) if m.kind == "country" and m.via in _NAMED]
            folded, places = fold(text)
            for match in _pattern().finditer(folded):
                start, end = (places[at] if places else at for at in match.span("name"))
                over = [(a, b, kind) for a, b, kind in spans if a < end and start < b]
                own = all(kind == "LOC" and start - a <= _CLITICS and b == end for a, b, kind in over)
                if own:
                    yield match["name"], text, bool(over), any(_overlaps(m, start, end) for m in found)


def by_name() -> Score:
    """Names of states that are annotated or found."""
    score = Score()
    for name, text, annotated, found in _occurrences():
        if annotated or found:
            score.add("right" if annotated and found else "missed" if annotated else "false", f"{name} | {text}")
    return score


def in_two_senses() -> Score:
    """All occurrences of the names that are annotated in one sentence and not in another."""
    seen: dict[str, list[tuple[str, bool, bool]]] = defaultdict(list)
    for name, text, annotated, found in _occurrences():
        seen[name].append((text, annotated, found))
    score = Score()
    for name, told in seen.items():
        if len({annotated for _, annotated, _ in told}) == 2:
            for text, annotated, found in told:
                result = "right" if annotated == found else "wrong"
                score.add(result, f"{name} {'annotated' if annotated else 'found'} | {text}")
    return score


MEASURES: dict[str, Callable[[], Score]] = {
    "actors' states": actors,
    "states by name": by_name,
    "states or other words": in_two_senses,
}


if __name__ == "__main__":
    command(MEASURES, "states", __doc__)
