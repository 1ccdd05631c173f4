"""What somebody says that another must do, or will pay for: asked of them, threatened."""

from __future__ import annotations

from .clauses import Sentence
from .items import Group, Told
from .memory import Memory
from .parties import doers
from .spoken import sayer
from .status import governing
from .subjects import solve

# Words of what somebody ought to do, or will pay for.
_OUGHT = frozenset(("must", "should", "pay", "face", "regret", "suffer", "bear"))
_SUFFER = ("pay", "face", "suffer", "regret", "bear")
_PRICE = frozenset(
    ("price", "consequences", "repercussions", "dearly", "retaliation", "sanctions", "wrath", "response")
)
_PRICED = 5


def must(sentence: Sentence, memory: Memory) -> list[Told]:
    """Iran must stop, Macron said: what somebody says that another must do is asked of them."""
    found: list[Told] = []
    if not _OUGHT.intersection(sentence.tagged.words):
        return found
    for group in sentence.groups:
        words = sentence.tagged.words[group.start : group.at]
        doomed = _pays(sentence, group)
        if group.passive or group.shape != "fin" or not (doomed or "must" in words or "should" in words):
            continue
        asked = _told_so(sentence, group) or doers(sentence.tagged, solve(sentence, group))
        said = memory.speaker(sentence.tagged.doc.starts[sentence.tagged.first + group.at]) or sayer(sentence)
        if (
            len(asked) == 1
            and said
            and said[0] in (*memory.states, *memory.organisations)
            and asked[0] in memory.states
            and said != asked
        ):
            event = sentence.tagged.voc.events["threaten" if doomed else "demand"]
            told = Told(event, group.at, said[:1], asked, group=group, first=group.start, end=group.end)
            told.status, told.confidence = "occurred", 0.6
            found.append(told)
    return found


def _pays(sentence: Sentence, group: Group) -> bool:
    """Whether somebody is told that they will pay for it: would face consequences, will regret it."""
    words = sentence.tagged.words
    if group.modal not in ("future", "would") or group.negated or words[group.at] not in _SUFFER:
        return False
    return words[group.at] == "regret" or not _PRICE.isdisjoint(words[group.end : group.end + _PRICED])


def _told_so(sentence: Sentence, group: Group) -> list[str]:
    """Kabul had been told that attacks must end: who is told."""
    outer = governing(sentence, group)
    if outer is None or not outer.passive or not any(form.name == "tell" for form in outer.forms):
        return []
    return doers(sentence.tagged, solve(sentence, outer))
