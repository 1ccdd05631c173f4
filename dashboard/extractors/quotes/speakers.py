"""Who speaks: the noun phrase after a reporting verb, or before it."""

from __future__ import annotations

from ...clean.clitics import variants
from ...clean.document import tokens_of
from . import content
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker

# The longest phrase that calls a speaker, in tokens; offices with two ministries reach this.
_LONGEST = 18
LONGEST_SOURCE = 10


def after(scene: Scene, at: int, end: int) -> tuple[list[Speaker], int]:
    """(speakers, token behind them) of a subject that begins at token `at`; no speakers where none begins there."""
    found: list[Speaker] = []
    while at < end:
        at = _skip(scene, at, end) if not found else at
        if at >= end:
            break
        one = _one(scene, at, end, joined=bool(found))
        if one is None:
            break
        speaker, at = one
        found.append(speaker)
        if at >= end or not _joins(scene, at):
            break
    return found, at


def _joins(scene: Scene, at: int) -> bool:
    """Whether a further speaker begins at token `at` with و: «قال X وY إن»."""
    word = scene.doc.words[at]
    if word[0] != "و" or len(word) < 3 or word in scene.words.sources or word in scene.words.offices:
        return False
    index = scene.at.get(at)
    if index is not None:
        mention = scene.mentions[index]
        if mention.start == scene.doc.starts[at]:  # «وكالة», no و before it
            return False
        return mention.kind != "place" and mention.via != "demonym"
    return word[1:] in scene.words.offices or word[1:] in scene.words.sources


def _skip(scene: Scene, at: int, end: int) -> int:
    """Step over «اليوم الثلاثاء», «بدوره», «من جهته», «كل من» before the subject."""
    words, leads = scene.doc.words, scene.words.leads
    while at < end and (words[at] in leads or (words[at] in COMMAS and words[at - 1] in leads)):
        beside = {words[at - 1], words[min(at + 1, end - 1)]} - {words[at]}
        if words[at] in scene.words.functions and leads.isdisjoint(beside):
            break  # «من كييف», while «من جهته», «كل من» are stepped over
        at += 1
    return at


def _one(scene: Scene, at: int, end: int, *, joined: bool) -> tuple[Speaker, int] | None:
    word = scene.doc.words[at]
    form = word[1:] if joined else word
    index = scene.at.get(at)
    if index is not None and _clean_start(scene, at, index, joined):
        mention = scene.mentions[index]
        stop = scene.ends[index]
        if mention.kind == "person":
            return Speaker(scene.name(index), index, words_for(scene, index)), _past_apposition(scene, stop, end)
        if mention.kind == "organization":
            person = _person_ahead(scene, at, end)
            if person is not None and form in scene.words.offices:
                return person
            return Speaker(surface(scene, at, stop, joined), index, tuple(scene.doc.words[at:stop])), stop
        if mention.kind == "country" and mention.via != "demonym":
            return Speaker(mention.text, index, (word,)), stop
    if form in scene.words.offices or form in scene.words.sources or form in scene.words.courtesy:
        if form not in scene.words.sources or form in scene.words.offices:
            person = _person_ahead(scene, at, end)
            if person is not None:
                return person
        stop = phrase(scene, at + 1, end)
        called = (form, *scene.doc.words[at + 1 : stop])
        if form.startswith("ال") or (form in scene.words.offices and any(w.startswith("ال") for w in called)):
            known = scene.known_as(called, at)
            if known is not None:
                return known, stop
        return Speaker(surface(scene, at, stop, joined), None, called), stop
    return None


def _clean_start(scene: Scene, at: int, index: int, joined: bool) -> bool:
    """Whether the mention begins with the token itself, or behind the و that joins it: not «لرويترز»."""
    gap = scene.doc.text[scene.doc.starts[at] : scene.mentions[index].start]
    return not gap or (joined and gap == "و") or not any(char.isalnum() for char in gap)


def words_for(scene: Scene, index: int) -> tuple[str, ...]:
    """The words by which a person may be called: office and name."""
    mention = scene.mentions[index]
    return tuple(tokens_of(mention.role or "")) + tuple(tokens_of(mention.name))


def _person_ahead(scene: Scene, at: int, end: int) -> tuple[Speaker, int] | None:
    """The person whose office begins at token `at`: nothing but the office, and a comma, stands before the name."""
    words, passed = scene.doc.words, at
    for token in range(at + 1, min(end, at + _LONGEST)):
        if token <= passed:
            continue
        if words[token] in QUOTE_MARKS and not content.is_speech(scene, token):
            passed = content.closing(scene, token) or token
            continue
        if words[token] in scene.words.clause or words[token] in QUOTE_MARKS or words[token] == ":":
            return None
        index = scene.at.get(token)
        if index is not None and scene.mentions[index].kind == "person":
            mention = scene.mentions[index]
            start = mention.start or 0
            office = scene.doc.text[scene.doc.starts[at] : start].strip(" ،,\n\t")
            if mention.role and not _same(office, mention.role):
                return None
            apposed = words[token - 1] in COMMAS and words[min(scene.ends[index], end - 1)] in COMMAS
            if not mention.role and token - at > 2 and not apposed:
                return None
            speaker = Speaker(scene.name(index), index, words_for(scene, index))
            return speaker, _past_apposition(scene, scene.ends[index], end)
    return None


def _same(office: str, role: str) -> bool:
    """Whether the words before a name are its role, give or take a conjunction and a form of address."""
    office = office.lstrip("وف") if not role.startswith(("و", "ف")) else office
    return office.endswith(role) or role.endswith(office)


def _past_apposition(scene: Scene, at: int, end: int) -> int:
    """Behind «، المتحدث باسم الكرملين،» where that stands after a name."""
    words = scene.doc.words
    if at + 1 < end and words[at] in COMMAS and words[at + 1] in scene.words.offices:
        for token in range(at + 2, min(end, at + _LONGEST)):
            if words[token] in COMMAS:
                return token + 1
            if words[token] in scene.words.clause:
                return token
    elif at < end and words[at] in scene.words.offices:
        return phrase(scene, at + 1, end)
    return at


def phrase(scene: Scene, at: int, end: int) -> int:
    """The end of the noun phrase that goes on at token `at`: «مسؤول | في وزارة الدفاع الإيرانية»."""
    words, limit = scene.doc.words, min(end, at + LONGEST_SOURCE)
    definite = words[at - 1].removeprefix("و").startswith("ال")
    while at < limit:
        word = words[at]
        if not word[0].isalpha() or word in scene.words.clause or word in scene.words.leads:
            break
        if word in scene.words.saying_nouns:
            break
        index = scene.at.get(at)
        if index is not None:
            mention = scene.mentions[index]
            if scene.is_news(index) and word[0] == "ل":
                break
            if mention.kind == "person":
                break
            at = scene.ends[index]
            continue
        if word in scene.words.inner:
            if at + 1 >= limit or words[at + 1] in scene.words.occasions or not _names_body(scene, at + 1):
                break
            at += 1
            continue
        if word in scene.words.functions or scene.words.cue(word) is not None:
            break
        if definite and not word.startswith("ال"):
            break  # «وصف المتحدث | تصريح»
        if word[0] in "لب" and len(word) > 3 and not _body(scene, word[1:]) and (word[:2] == "لل" or word[1:3] == "ال"):
            break
        if word[0] in "لب" and len(word) > 3 and word[1:] in scene.words.occasions:
            break
        at += 1
    return at


def _names_body(scene: Scene, at: int) -> bool:
    """Whether an institution, a place or a known source begins at token `at`."""
    return at in scene.at or any(_body(scene, form) for _, form in variants(scene.doc.words[at]))


def _body(scene: Scene, form: str) -> bool:
    if form in scene.words.bodies:
        return True
    return form in scene.words.sources or form in scene.words.offices or f"ال{form}" in scene.words.sources


def surface(scene: Scene, first: int, end: int, joined: bool) -> str:
    text = scene.doc.surface(first, end)
    return " ".join((text[1:] if joined else text).split())
