"""Verbs that share a subject: in a list, behind "and", and those of a report that do not."""

from __future__ import annotations

from .clauses import Sentence
from .items import Group

_WORDS = ("ACCUSE", "REQUEST", "THREATEN", "REJECT")


def in_series(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a verb behind a comma is one of a list: expelled the envoy, shut the border and recalled its own."""
    before, after = at - 1, group.index + 1
    while sentence.kind(before) in ("NP", "PREP"):
        before -= 1
    while sentence.kind(after) in ("NP", "PREP"):
        after += 1
    after += sentence.kind(after) == "COMMA"
    outer = sentence.items[before].group if before >= 0 else None
    last = (
        sentence.items[after + 1].group if sentence.kind(after) == "CONJ" and after + 1 < len(sentence.items) else None
    )
    return outer is not None and last is not None and outer.shape == last.shape == "fin" and before < at - 1


def verb_before(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb stands before the item `at`."""
    return any(one.shape == "fin" and one.index < at for one in sentence.groups)


def says_behind_comma(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a verb that "and" joins behind a comma tells words."""
    return tells_words(sentence, group) and sentence.kind(at - 1) == "COMMA" and not group.passive


def tells_words(sentence: Sentence, group: Group) -> bool:
    """Whether a verb tells words and no deed."""
    events = sentence.tagged.voc.events
    return any(form.role == "event" and events[form.name].type in _WORDS for form in group.forms)


def reported_past(sentence: Sentence, at: int, group: Group) -> bool:
    """Whether the verb at item `at` tells what somebody says had been or would be."""
    aside = not sentence.tagged.voc.sets["have"].isdisjoint(sentence.tagged.words[group.start : group.at])
    outer = sentence.items[at - 2 - (sentence.kind(at - 2) == "SUB")].group if at > 2 else None
    says = outer is not None and outer.shape == "fin" and any(form.role == "say" for form in outer.forms)
    return says and sentence.kind(at - 1) == "NP" and (aside or bool(group.modal))


def aside_says(sentence: Sentence, at: int) -> bool:
    """Whether the verb at item `at` only says whose words these are: …, TASS reported, and …"""
    group = sentence.items[at].group
    says = group is not None and any(form.role == "say" for form in group.forms)
    return (
        says and sentence.kind(at + 1) == "COMMA" and sentence.kind(at - 1) == "NP" and sentence.kind(at - 2) == "COMMA"
    )


def bare(sentence: Sentence, group: Group) -> bool:
    """Whether a verb may share an auxiliary or "to" with the one before: it has none of its own."""
    if "X" in sentence.tagged.tags[group.start : group.at]:
        return False  # ordered him to stop but did not grant
    return all(form.form == "base" for form in group.forms if form.form in ("base", "past", "s", "pp"))
