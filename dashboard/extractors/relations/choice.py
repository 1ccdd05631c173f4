"""Which event a token tells, by the company that the entries of the data ask for."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .vocabulary import Event, Reading

# How far after a trigger the words that an entry asks for may stand.
_WINDOW = 5
# What ends a look back for the verb.
_BEFORE = ("verb", "comma", "sub", "rel")


def qualifies(sentence: Clause, at: int) -> bool:
    """Whether a participle only qualifies the noun before it (موقفا رافضا) or is a quality (تكون ميزانا وداعية)."""
    verb = next((here for here in range(at - 1, sentence.first - 1, -1) if sentence.tag(here) in _BEFORE), None)
    aux = verb is not None and any(one.role == "aux" for one in sentence.readings.get(verb, ()))
    if aux and at - (verb or 0) <= _WINDOW and sentence.word_at(at).startswith("و"):
        return True
    word = sentence.word_at(at - 1)
    return word.endswith("ا") and at - 1 not in sentence.named and not sentence.tag(at - 1)


def choose(sentence: Clause, at: int) -> tuple[Reading, Event] | None:
    """The event that the token tells: the one whose company is there, else one that needs none."""
    plain = None
    for reading in sentence.readings[at]:
        if reading.role != "event":
            continue
        event = sentence.index.events[reading.name]
        wanted = next((cues for noun, cues in event.noun_with.items() if noun[:-1] in sentence.word(at)), None)
        if event.with_ is None and event.without is None and wanted is None:  # two in three
            plain = plain or (reading, event)
            continue
        after = _after(sentence, at + reading.length)
        near: Sequence[int] = after
        if event.data.get("loose"):
            near = range(max(sentence.first, at - 7), min(sentence.end, at + 13))
        elif reading.pronoun and reading.pos != "noun" and event.object == "none":
            near = range(max(sentence.first, at - _WINDOW), at)  # مشروع قرار قدمته …: what was presented stands before
        elif reading.pronoun and reading.pos != "noun":
            near = [*near, *range(max(sentence.first, at - _WINDOW), at)]  # القذائف التي أطلقها الحوثيون
        resumed = range(max(sentence.first, at - 3), at) if reading.pronoun and reading.pos != "noun" else ()
        if event.without and any(event.without.holds(sentence.word(here)) for here in (*after, *resumed)):
            continue  # الحصار الذي تضربه …
        led = sentence.tag(at + reading.length) == "rel"  # الحملة التي تقودها واشنطن ضد …
        if wanted and not any(wanted.holds(sentence.word(here)) for here in (after if led else after[:2])):
            continue
        if event.with_ is None:
            plain = plain or (reading, event)
        elif all(any(map(cues.holds, _words(sentence, near, at))) for cues in (event.with_, event.also) if cues):
            return reading, event
    return plain


def _words(sentence: Clause, near: Sequence[int], at: int) -> list[str]:
    return [sentence.word(here) for here in near if here != at]


def _after(sentence: Clause, first: int) -> range:
    """The tokens of the window that begins at `first`; days, commas and names between don't count."""
    end, left = first, _WINDOW
    while end < sentence.end and left:
        left -= sentence.tag(end) not in ("time", "comma") and end not in sentence.named
        end += 1
    return range(first, end)


def absorb(sentence: Clause, at: int, event: Event) -> list[tuple[str, int]]:
    """Nouns after the trigger that are part of this event and none of their own (رفع العقوبات)."""
    return [(name, here) for name in event.data.get("absorbs", ()) for here in _after(sentence, at + 1)]
