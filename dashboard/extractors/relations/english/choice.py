"""Which of the events that a word may tell is meant, by the words and parties around it."""

from __future__ import annotations

from .clauses import Complements, Sentence
from .items import Group, Phrase
from .parties import doers
from .subjects import solve
from .tagging import Tagged
from .words import Event

_WINDOW = 14
_NEAR_BEFORE = 6
_NEAR = 8
_TAKING_UP = ("it", "this", "that", "them", "these")


def choose(sentence: Sentence, at: int, names: list[str], end: int, subject: Phrase | None = None) -> Event | None:
    """The event among those a word may tell whose company is there; `at` its token, `end` where its own words end;
    `subject` of a passive verb, which counts as its object."""
    tagged = sentence.tagged
    if not names:
        return None
    if len(names) == 1 and not (first := tagged.voc.events[names[0]]).company:
        return first
    stop = min(len(tagged.words), end + _WINDOW + tagged.tags[end : end + _WINDOW].count("M"))
    for here in range(end, stop):
        if tagged.tags[here] == "S" or (tagged.tags[here] == "C" and _clause(tagged.tags[here + 1 : here + 6])):
            stop = here
            break
    after = tagged.words[end:stop]
    # The "on" of on Friday is nobody's, nor the "for" of for years.
    if "T" in tagged.tags[end : stop + 1] or not tagged.voc.sets["spans"].isdisjoint(after):
        after = [word for at, word in enumerate(after, end) if not (tagged.tags[at] == "I" and _time(tagged, at + 1))]
    plain: Event | None = None
    for name in names:
        event = tagged.voc.events[name]
        near = after if subject is None else [*tagged.words[subject.start : subject.end], *after]
        if event.data.get("loose"):
            near = [*tagged.words[max(0, at - _NEAR_BEFORE) : at], *after]
        if event.without is not None and any(map(event.without.holds, _first(near, len(near) - len(after)))):
            continue
        if event.only and not event.only.intersection(after):
            continue
        if event.with_ is None:
            plain = plain or event
        elif any(map(event.with_.holds, near)) or (event.data.get("nationals") and _national(sentence, end, subject)):
            return event
    return plain


def _time(tagged: Tagged, at: int) -> bool:
    """Whether a token says when or for how long: for more than a decade."""
    spans = tagged.voc.sets["spans"]
    while tagged.tag(at) in ("D", "J") or tagged.word(at) in ("than", "several"):
        at += 1
    return tagged.tag(at) == "T" or tagged.word(at) in spans


def _first(words: list[str], before: int) -> list[str]:
    """The words near a verb, `before` of which precede it, as far as a comma: a deal with India, | whose men."""
    words = words[: before + _NEAR]
    return words[: words.index(",", before + 1)] if "," in words[before + 1 :] else words


def _clause(tags: list[str]) -> bool:
    """Whether a named subject and its verb stand behind a conjunction: and Britain has banned."""
    at = next((number for number, tag in enumerate(tags) if tag in "VX"), 0)
    return at > 0 and tags[at - 1] in "MN" and "M" in tags[:at] and "I" not in tags[:at]


def _national(sentence: Sentence, end: int, subject: Phrase | None) -> bool:
    """Whether a people's name is the object: freed two Americans."""
    behind = (item.phrase for item in sentence.items if item.phrase is not None and item.start >= end)
    phrase = subject if subject is not None else next(behind, None)
    return phrase is not None and any(p.part == "head" and p.how in ("people", "demonym") for p in phrase.parties)


def suits(sentence: Sentence, group: Group, event: Event, around: Complements) -> bool:
    """Whether the verb has the subject or object that an event asks for: an organisation, troops, none (`bare`)."""
    tagged, data, subject = sentence.tagged, event.data, solve(sentence, group)
    if event.mode == "phone" and len(around.objects) > 1:
        return False  # called him a thief
    if not _objects_fit(sentence, group, event, around):
        return False
    if data.get("pair") and event.object == "none" and event.with_ is not None and around.objects and not group.passive:
        first = around.objects[0]
        words = tagged.words[first.start : max(first.end, first.members[-1].end)]
        if first.parties and not first.pronoun and first.parties[-1].part == "head":
            words = tagged.words[first.start : first.end + 6]  # ordered three Russians to leave the embassy
        if not any(map(event.with_.holds, words)):
            return False
    if data.get("orders") and not _orders(sentence, group):
        return False
    if data.get("bare") and around.objects:
        return False
    if data.get("negated_only") and not group.negated:
        return False
    if data.get("passive_doer") and not group.passive and tagged.words[group.end - 1] not in data.get("predicates", ()):
        return False
    if data.get("pronoun_only") and not _takes_up(sentence, group, around):
        return False
    if data.get("future_only") and group.modal not in ("future", "would"):
        return False
    if data.get("traveller") and not _traveller(tagged, subject):
        return False
    if data.get("possessed") and not any(one.pronoun in ("its", "their", "his") for one in around.objects):
        return False
    if data.get("by") and group.passive and not group.progressive:
        return any(word == "by" and tagged.words[one.head] in data["by"] for word, one in around.prepositions)
    if data.get("by"):
        return subject is not None and tagged.words[subject.head] in data["by"]
    if data.get("alone") and (
        len(doers(tagged, subject)) != 1 or any(word == "with" for word, _ in around.prepositions)
    ):
        return False
    if data.get("by_organisation") and group.passive:
        return any(name in tagged.voc.organisations for word, one in around.prepositions if word in ("by", "from")
                   for name in doers(tagged, one))  # fmt: skip
    if data.get("by_organisation"):
        return any(name in tagged.voc.organisations for name in doers(tagged, subject))
    return True


def _traveller(tagged: Tagged, subject: Phrase | None) -> bool:
    """Whether a subject is somebody who pays visits: no missile, no ship."""
    people = tagged.voc.sets["people"]
    return subject is not None and any(
        tagged.words[one.head] in people or any(p.how == "person" for p in one.parties) or tagged.tag(one.start) == "O"
        for one in subject.members
    )  # fmt: skip


def _takes_up(sentence: Sentence, group: Group, around: Complements) -> bool:
    """Whether the object is what was told before: denied it; accuses Togo of arming rebels, which Togo denies."""
    if around.objects:
        return around.objects[0].pronoun in _TAKING_UP
    return sentence.kind(group.index - 1) == "NP" and sentence.word(group.index - 2) == "which"


def _orders(sentence: Sentence, group: Group) -> bool:
    """Whether an infinitive stands behind the verb's object: told Iran to leave, was told to leave."""
    at = group.index + (1 if group.passive else 2)
    following = sentence.items[at].group if at < len(sentence.items) else None
    return following is not None and following.shape == "inf" and (group.passive or sentence.kind(at - 1) == "NP")


def _objects_fit(sentence: Sentence, group: Group, event: Event, around: Complements) -> bool:
    """Whether the object is of the kind that the event needs: persons received, crowds in protest."""
    if event.data.get("people"):
        subject = solve(sentence, group) if group.passive and not group.progressive else None
        if subject is not None:
            return _traveller(sentence.tagged, subject)
        if not around.objects:
            return False
        one = around.objects[0]
        if any(p.part == "head" and p.how == "person" for p in one.parties):
            return True
        return sentence.tagged.words[one.head] in sentence.tagged.voc.sets["people"]
    return True
