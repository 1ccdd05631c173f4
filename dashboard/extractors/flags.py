"""Flags on what a text says and what the data knows: a city called the capital of a state that has another one.

Flags on days come from the resolution of dates, those on copies from the store.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from ..clean.document import Document, tokens_of
from ..clean.fold import fold_key
from ..lexicon import Lexicon
from ..model import Article, DateMention, Flag, Mention

# A city within this many degrees of a capital is that capital under another name, or a part of it.
_NEAR = 0.4
# How far before and after the phrase a word like "former" or "economic" is looked for, in tokens.
_BEFORE, _AFTER = 1, 2
_COMMAS = {"،", ",", "(", "-", "–"}
_CLOSERS = {"،", ",", ".", ")", "-", "–", "؛", ";", ":", '"'}

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class _Capitals:
    """The data of `flags.yml` and `capitals.yml`, folded."""

    of: tuple[Phrase, ...]
    definite_ar: tuple[Phrase, ...]
    definite_en: tuple[Phrase, ...]
    possessive: tuple[Phrase, ...]
    exceptions: frozenset[str]
    disputed: frozenset[str]
    accepted: dict[str, frozenset[str]]
    seats: dict[str, list[dict[str, Any]]]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words with which the phrases begin: where none stands, no capital is named."""
        return frozenset(phrase[0] for phrase in (*self.of, *self.definite_ar, *self.definite_en, *self.possessive))


@lru_cache(maxsize=2)
def _capitals(lexicon: Lexicon) -> _Capitals:
    data = lexicon.data("flags")["capital"]
    seats: dict[str, list[dict[str, Any]]] = {}
    for item in lexicon.data("capitals"):
        seats.setdefault(item["state"], []).append(item)

    def phrases(key: str, *languages: str) -> tuple[Phrase, ...]:
        forms = (tuple(tokens_of(form)) for language in languages for form in data[key][language])
        return tuple(sorted(forms, key=len, reverse=True))

    return _Capitals(
        of=phrases("of", "ar", "en"),
        definite_ar=phrases("definite", "ar"),
        definite_en=phrases("definite", "en"),
        possessive=phrases("possessive", "ar", "en"),
        exceptions=frozenset(fold_key(form) for forms in data["exceptions"].values() for form in forms),
        disputed=frozenset(data["disputed"]),
        accepted={iso: frozenset(fold_key(name) for name in names) for iso, names in data["accepted"].items()},
        seats=seats,
    )


def find(
    docs: Sequence[Document],
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    article: Article,
    today: dt.date | None = None,
) -> list[Flag]:
    """The flags of an article. `today`, where given, tells a publication date that lies in the future."""
    found = [flag for doc in docs for flag in _capital_flags(doc, lexicon, mentions)]
    published = article.published.date
    if published is not None and today is not None and published > today:
        found.append(_future(published, today))
    return found


def _future(published: dt.date, today: dt.date) -> Flag:
    return Flag(
        start=None, end=None, rule="flag:future-publication", kind="future-publication",
        message=f"The publication date {published} lies after today ({today}).",
        message_ar=f"تاريخ النشر {published} لاحق لتاريخ اليوم ({today}).",
    )  # fmt: skip


def _capital_flags(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Flag]:
    known = _capitals(lexicon)
    if known.openings.isdisjoint(doc.words):
        return
    here = [mention for mention in mentions if mention.field == doc.field and mention.start is not None]
    cities = [mention for mention in here if mention.lat is not None and not mention.ambiguous]
    states = [mention for mention in here if mention.kind == "country" and mention.via != "capital"]
    if not cities or not states:
        return
    by_start = {mention.start: mention for mention in states}
    before = {doc.token_at((mention.end or 1) - 1) + 1: mention for mention in states}
    for city in cities:
        for state, first, end in _called(doc, known, city, by_start, before):
            if state.id in known.disputed or _is_capital(known, city, state.id) or _excepted(doc, known, first, end):
                continue
            yield _capital_flag(doc, lexicon, known, city, state, first, end)
            break


def _called(
    doc: Document, known: _Capitals, city: Mention, by_start: dict[int | None, Mention], before: dict[int, Mention]
) -> Iterator[tuple[Mention, int, int]]:
    """(state, first, end) for every phrase in which the city is called a state's capital."""
    assert city.start is not None and city.end is not None
    first, end = doc.token_at(city.start), doc.token_at(city.end - 1) + 1
    words = doc.words
    # The city first: طاشقند[،] عاصمة طاجيكستان; Tashkent, the capital of Tajikistan.
    at = end + 1 if end < len(words) and words[end] in _COMMAS else end
    if at < len(words) and words[at] == "the":
        at += 1
    for phrase in (*known.of, *known.definite_ar):
        if tuple(words[at : at + len(phrase)]) == phrase:
            after = at + len(phrase)
            state = by_start.get(doc.starts[after]) if after < len(words) else None
            if state is not None and state.end is not None:
                yield state, first, doc.token_at(state.end - 1) + 1
    # The state first. A clitic on the city (وطاشقند) begins another member of a list.
    if doc.starts[first] != city.start or first == 0:
        return
    comma = words[first - 1] in _COMMAS
    at = first - 1 if comma else first
    if comma and not (end >= len(words) or words[end] in _CLOSERS or doc.sentence_of[end] != doc.sentence_of[first]):
        return
    state = before.get(at)
    if state is not None and state.start is not None:
        head = doc.token_at(state.start)
        for phrase in (*known.of, *known.definite_ar):  # عاصمة طاجيكستان طاشقند
            if tuple(words[head - len(phrase) : head]) == phrase:
                yield state, head - len(phrase), end
    for phrase in (*known.definite_en, *known.possessive):  # the Tajik capital, Tashkent; وعاصمتها طاشقند
        head = at - len(phrase)
        if head > 0 and tuple(words[head:at]) == phrase:
            for owner in (head, head - 2 if words[head - 1] == "s" else head):  # Tajikistan's capital
                state = before.get(owner)
                if state is not None and state.start is not None:
                    yield state, doc.token_at(state.start), end


def _is_capital(known: _Capitals, city: Mention, state: str) -> bool:
    if city.via == "capital" and city.id == state:
        return True
    if fold_key(city.text) in known.accepted.get(state, ()) or fold_key(city.name) in known.accepted.get(state, ()):
        return True
    assert city.lat is not None and city.lon is not None
    return any(
        abs(seat["lat"] - city.lat) < _NEAR and abs(seat["lon"] - city.lon) < _NEAR
        for seat in known.seats.get(state, ())
    )


def _excepted(doc: Document, known: _Capitals, first: int, end: int) -> bool:
    low, high = doc.bounds[doc.sentence_of[first]]
    return any(word in known.exceptions for word in doc.words[max(low, first - _BEFORE) : min(high, end + _AFTER)])


def _capital_flag(
    doc: Document, lexicon: Lexicon, known: _Capitals, city: Mention, state: Mention, first: int, end: int
) -> Flag:
    start, stop = doc.span(first, end)
    if first == doc.token_at(city.start or 0):
        start = city.start or start  # without the clitic
    seats = known.seats.get(state.id)
    right = f", whose capital is {seats[0]['en'][0]}" if seats else ""
    right_ar = f"، وعاصمتها {seats[0]['ar'][0]}" if seats else ""
    owner = lexicon.gazetteer.states.get(city.country or city.id)
    if owner and owner.id != state.id:
        verb, verb_ar = ("is the capital of", "عاصمة") if city.via == "capital" else ("is a city of", "مدينة في")
        fact = f"{city.text} {verb} {owner.name_en}, not of {state.name_en}"
        fact_ar = f"{city.text} {verb_ar} {owner.name} وليست عاصمة {state.name}"
    else:
        fact = f"{city.text} is not the capital of {state.name_en}"
        fact_ar = f"{city.text} ليست عاصمة {state.name}"
    return Flag(
        start=start, end=stop, field=doc.field, sentence=doc.sentence_at(start), rule="flag:capital-country",
        confidence=0.9, kind="capital-country", message=f"{fact}{right}.", message_ar=f"{fact_ar}{right_ar}.",
    )  # fmt: skip
