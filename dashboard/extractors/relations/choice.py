"""Which event a token tells, by the company that the entries of the data ask for."""

from __future__ import annotations

from itertools import takewhile

from .answered import takes_up
from .clauses import Clause
from .cues import Words
from .vocabulary import PLEDGES, Event, Reading

# How far after a trigger the words that an entry asks for may stand.
_WINDOW = 5
# How far before a verb its negation may stand.
_NEGATED = 3
# Events that judge a thing by what is said of it.
_JUDGING = {"brand", "brand-false"}
_UNCOUNTED = {"time", "comma"}
# What ends a look back for the verb.
_BEFORE = ("verb", "comma", "sub", "rel")


def qualifies(sentence: Clause, at: int) -> bool:
    """Whether a participle only qualifies the noun before it (موقفا رافضا) or is a quality (تكون ميزانا وداعية)."""
    verb = next((here for here in range(at - 1, sentence.first - 1, -1) if sentence.tag(here) in _BEFORE), None)
    aux = verb is not None and sentence.tag(verb) == "verb" and sentence.readings[verb].aux
    if aux and at - (verb or 0) <= _WINDOW and sentence.word_at(at).startswith("و"):
        return True
    word = sentence.word_at(at - 1)
    return word.endswith("ا") and at - 1 not in sentence.named and not sentence.tag(at - 1)


def choose(sentence: Clause, at: int) -> tuple[Reading, Event] | None:
    """The event that the token tells: the one whose company is there, else one that needs none."""
    readings = sentence.readings[at]
    if readings.settled:  # two in three
        return readings.plain
    plain, words, length = None, sentence.doc.words, 0
    after: list[str] = []
    for reading, event in readings.acts:
        if event.plain:
            plain = plain or (reading, event)
            continue
        if event.id in PLEDGES and reading.pos == "noun":
            kept = reading.clitic == "ب" and reading.pronoun  # الوفاء بتعهداتها
            if kept or sentence.index.sets["due"].holds(words[at - 1]):
                continue  # ضرورة التزام إيران: what is asked of it
        if event.future and not reading.future:
            continue
        if event.negated_only and not _negated(sentence, at):
            continue
        wanted = _wanted(event, words[at]) if event.noun_with else None
        if event.with_ is None and event.without is None and wanted is None:
            plain = plain or (reading, event)
            continue
        if reading.length != length:  # all readings of most words are of one length
            length = reading.length
            after = words[slice(*_after(sentence, at + length))]
        near = after
        resumes = reading.pronoun and reading.pos != "noun"
        if event.loose:
            near = words[max(sentence.first, at - 7) : at] + words[at + 1 : min(sentence.end, at + 13)]
        elif resumes:
            near = words[max(sentence.first, at - _WINDOW) : at]  # مشروع قرار قدمته …: what was presented stands before
            if event.object != "none":
                near = after + near  # القذائف التي أطلقها الحوثيون
        if event.id in _JUDGING:
            near = near + _predicate(sentence, at)
        alone = event.with_ is None or (resumes and event.type == "REJECT" and takes_up(sentence, at))
        if not (alone or _accompanied(event, near)):
            continue
        if event.without:
            seen = after + words[max(sentence.first, at - 3) : at] if resumes else after
            if any(map(event.without.holds, seen)):
                continue  # الحصار الذي تضربه …
        if wanted:
            led = sentence.tag(at + reading.length) == "rel"  # الحملة التي تقودها واشنطن ضد …
            if not any(map(wanted.holds, after if led else after[:2])):
                continue
        if event.others and _own(sentence, at + reading.length, event):
            continue  # استدعى لبنان سفيره
        if not alone:
            return reading, event
        plain = plain or (reading, event)
    return plain


def _accompanied(event: Event, near: list[str]) -> bool:
    """Whether the words are there that the event's entry asks for."""
    asked = event.with_ is not None and any(map(event.with_.holds, near))
    return asked and (event.also is None or any(map(event.also.holds, near)))


def _own(sentence: Clause, at: int, event: Event) -> bool:
    """Whether the word that an entry asks for has a pronoun: سفيره, whose last letter alone tells it from سفيرة."""
    near = range(*_after(sentence, at))
    held = next((here for here in near if event.with_ is not None and event.with_.holds(sentence.word(here))), at)
    return sentence.doc.surface(held, held + 1).endswith("ه")


def _negated(sentence: Clause, at: int) -> bool:
    """Whether a negation stands before a verb: لن تسمح."""
    negations = sentence.index.sets["negations"].exact
    return not negations.isdisjoint(sentence.doc.words[max(sentence.first, at - _NEGATED) : at])


def _predicate(sentence: Clause, at: int) -> list[str]:
    """The judgement behind a long phrase: وصف المجلس العسكري الحاكم في باماكو بأنه غير شرعي."""
    for here in range(at + 1, min(sentence.end, at + 3 * _WINDOW)):
        if sentence.tag(here) == "sub" and sentence.word(here).startswith("بان"):
            return sentence.doc.words[here + 1 : min(sentence.end, here + 4)]
        if sentence.tag(here) in ("stop", "sub", "rel", "verb"):
            break
    return []


def _wanted(event: Event, word: str) -> Words | None:
    """What an entry asks for behind this one of its nouns."""
    return next((cues for noun, cues in event.noun_with.items() if noun[:-1] in word), None)


def _after(sentence: Clause, first: int) -> tuple[int, int]:
    """(first, end) of the window that begins at token `first`; days, commas and names between don't count."""
    left, tag, named = _WINDOW, sentence.tag, sentence.named
    for at in range(first, sentence.end):
        if tag(at) not in _UNCOUNTED and at not in named:
            left -= 1
            if not left:
                return first, at + 1
    return first, sentence.end


def absorb(sentence: Clause, at: int, event: Event) -> list[tuple[str, int]]:
    """Nouns after the trigger that are part of this event and none of their own (رفع العقوبات), unless a relative
    clause tells who did what is undone (رفع القيود التي فرضتها)."""
    names = event.data.get("absorbs")
    if not names:
        return []
    after = takewhile(lambda here: not _begins(sentence, here), range(*_after(sentence, at + 1)))
    near = [here for here in after if not _done_by(sentence, here)]
    return [(name, here) for name in names for here in near]


def _begins(sentence: Clause, at: int) -> bool:
    """Whether an act of its own begins: رفع الرسوم ردا على …, عرضت قطر الوساطة ورحبت …"""
    joined = sentence.tag(at) == "verb" and all(one.conjunction for one in sentence.readings.get(at, ()))
    return joined or sentence.word(at) == "ردا"


def _done_by(sentence: Clause, at: int) -> bool:
    """Whether a relative clause with a verb that carries the noun follows it."""
    verb = at + 2 if sentence.tag(at + 1) == "rel" else None
    readings = sentence.readings.get(verb, ()) if verb is not None and sentence.tag(verb) == "verb" else ()
    return any(one.role == "carrier" and one.pronoun for one in readings)
