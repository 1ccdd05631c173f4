"""Whether what is told has happened, is announced, denied, only possible."""

from __future__ import annotations

from .clauses import Sentence, roles
from .heads import governor_of, intended
from .items import Group

_DENIALS = ("deny",)
# Whom somebody makes do something does it.
_MADE = {"prompt", "lead", "force", "compel", "help", "enable", "push"}
_ASKED = {"demand", "call-for", "threaten", "reject", "warn"}


def of_group(sentence: Sentence, group: Group, depth: int = 0) -> str:
    """The status that a verb's own form and what it hangs on give."""
    if group.negated:
        return "denied"
    outer = governing(sentence, group)
    if outer is not None and _denies(outer) and not outer.negated and group.relation != "inf":
        return "denied"
    if group.modal == "possible":
        return "hypothetical"
    opener = _opener(sentence, group)
    subject = group.subject
    if subject is not None and sentence.tagged.word(subject.start - 1) in ("should", "had", "were") and (
        sentence.tagged.tag(subject.start - 2) in ("S", "P")
    ):  # fmt: skip
        return "hypothetical"  # should China invade
    condition = opener in ("if", "unless", "whether", "until")
    if condition:
        return "hypothetical"
    if group.modal == "would":
        words = sentence.tagged.words
        return "hypothetical" if "if" in words or "unless" in words else "announced"
    if group.modal == "future":
        return "announced"
    if group.relation.startswith("noun:"):
        return "occurred" if _judged(sentence, group) else group.relation.removeprefix("noun:")
    if outer is not None and depth < 4:
        given = _given(sentence, group, outer, depth)
        if given:
            return given
    if group.progressive:
        return "ongoing" if sentence.tagged.word(group.start) in ("is", "are") else "occurred"
    return "occurred"


def _judged(sentence: Sentence, group: Group) -> bool:
    """Whether the decision to do it is condemned or welcomed: it has been taken."""
    at = group.index - 1
    noun = intended(sentence, at) or sentence.phrase(at)
    outer = governor_of(sentence, at) or next(
        (one for one in sentence.groups if one.index > at and one.passive and one.subject is noun), None
    )  # the decision to leave was condemned
    if noun is None or outer is None or sentence.tagged.words[noun.head] not in ("decision", "move"):
        return False
    event = sentence.tagged.voc.events.get(roles(outer).get("event", ""))
    return event is not None and event.type in ("ACCUSE", "SUPPORT") and not outer.negated


def _denies(group: Group) -> bool:
    names = roles(group)
    return (
        names.get("event") == "deny"
        or names.get("say") == "deny"
        or names.get("control") == "denied"
        and (names.get("carrier") == "denied")
    )


def _opener(sentence: Sentence, group: Group) -> str:
    """The word that opens the clause of the verb."""
    at = group.index - 1
    while at >= 0 and sentence.kind(at) in ("NP", "PREP"):
        at -= 1
    return sentence.word(at) if sentence.kind(at) == "SUB" else ""


def governing(sentence: Sentence, group: Group) -> Group | None:
    """The verb whose complement this one is."""
    if group.relation in ("inf", "ing"):
        return group.governor
    if group.shape == "inf" or group.shape == "ing":
        return group.governor if group.relation == "ing" else None
    at = group.index - 1
    while at >= 0 and sentence.kind(at) in ("NP", "PREP"):
        at -= 1
    if sentence.kind(at) == "SUB" and sentence.word(at) == "that":
        at -= 1
        while at >= 0 and sentence.kind(at) in ("NP", "PREP"):
            at -= 1
    return sentence.items[at].group if at >= 0 else None


def _given(sentence: Sentence, group: Group, outer: Group, depth: int) -> str | None:
    names = roles(outer)
    event = names.get("event", "")
    if group.relation == "inf" and names.get("object") in _MADE:
        return of_group(sentence, outer, depth + 1)
    if group.relation == "inf" and "object" in names and event not in ("aid",):
        subject_is_object = group.subject is not None and group.subject is not outer.subject
        if subject_is_object:
            return "hypothetical"
    if group.relation == "inf" and names.get("other", "").startswith("let/") and outer.modal:
        return "hypothetical"  # would let them send
    if group.relation in ("inf", "ing") and "control" in names:
        status = names["control"]
        if outer.negated:
            return "denied"
        if group.relation == "ing" and event in ("deny",):
            return "denied"
        above = of_group(sentence, outer, depth + 1)  # denied that it had offered to sell
        return status if status != "occurred" and above != "denied" else above
    if group.relation == "ing":
        if event == "deny" or names.get("say") == "deny":
            return "denied"
        aim = of_group(sentence, outer, depth + 1) if outer.shape == "inf" else ""
        return aim if aim in ("announced", "hypothetical", "denied") else None  # urged it to help in ending
    if group.relation == "inf":
        if outer.passive and "expect" in names.values():
            return "announced"
        if event in _ASKED:
            return "hypothetical"
        purpose = of_group(sentence, outer, depth + 1)  # will send advisers to train them
        return purpose if purpose in ("announced", "hypothetical", "denied") else None
    if names.get("say") == "deny" or event == "deny":
        return "denied"
    if event in ("demand", "call-for", "threaten") and group.shape == "fin":
        return "hypothetical"
    if "say" in names and outer.negated:
        return "denied"
    return None
