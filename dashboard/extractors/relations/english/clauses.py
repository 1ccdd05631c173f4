"""A sentence in pieces, and what a verb or noun governs."""

from __future__ import annotations

from dataclasses import dataclass, field

from .items import Group, Item, Phrase
from .tagging import Tagged

# Participles behind an event's noun whose agent is no party to it: a truce brokered by, a deal condemned by.
_ANOTHERS = ("mediate", "host", "support", "condemn", "reject", "relay", "facilitate")


@dataclass(slots=True)
class Sentence:
    """A sentence read into pieces."""

    tagged: Tagged
    items: list[Item]
    groups: list[Group] = field(default_factory=list)
    behind: dict[tuple[int, bool], Complements] = field(default_factory=dict)  # what complements() has found

    def kind(self, at: int) -> str:
        return self.items[at].kind if 0 <= at < len(self.items) else "STOP"

    def word(self, at: int) -> str:
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def phrase(self, at: int) -> Phrase | None:
        return self.items[at].phrase if 0 <= at < len(self.items) else None


@dataclass(slots=True)
class Complements:
    """What stands behind a verb or noun: objects, prepositional phrases, the verb that goes on from it."""

    objects: list[Phrase] = field(default_factory=list)
    prepositions: list[tuple[str, Phrase]] = field(default_factory=list)
    end: int = 0  # item after the last
    last: int = 0  # token after the last


def roles(group: Group) -> dict[str, str]:
    """Role → name of the readings of a verb; put off is no putting."""
    longest = len(group.forms[0].rest)
    return {form.role: form.name for form in group.forms if len(form.rest) == longest}


def complements(sentence: Sentence, at: int, *, noun: bool = False) -> Complements:
    """What stands behind the verb (or noun) at item `at`, as far as its clause goes."""
    known = sentence.behind.get((at, noun))
    if known is not None:
        return known
    found = sentence.behind[at, noun] = Complements()
    kind, word = sentence.kind, sentence.word
    here = at + 1
    items = sentence.items
    while kind(here) == "NP" and len(found.objects) < 2 and not noun:
        if _is_subject(sentence, here):
            break
        phrase = items[here].phrase
        assert phrase is not None
        found.objects.append(phrase)
        here += 1
    if not noun and not found.objects:
        here = _behind_as(sentence, here, found)
    while here < len(items):
        item = items[here]
        if item.kind == "PREP":
            if kind(here + 1) == "NP":
                phrase = items[here + 1].phrase
                assert phrase is not None
                before = items[here - 1].phrase
                post = before is not None and sentence.tagged.words[before.head] in sentence.tagged.voc.sets["posts"]
                if not (post and item.word in ("to", "in", "at")) or _sends(sentence, at):  # an envoy to the UN
                    found.prepositions.append((item.word, phrase))
                here += 2
                continue
            if kind(here + 1) == "PREP":
                phrase = sentence.phrase(here + 2)
                if item.word == "from" and phrase is not None:  # from across the border, from inside Chad
                    found.prepositions.append((item.word, phrase))
                    here += 2
                here += 1
                continue
            break
        if item.kind == "CONJ" and kind(here + 1) == "PREP":
            here += 1
            continue
        if item.kind == "COMMA":
            following = here + 1 + (kind(here + 1) == "CONJ")
            if kind(following) == "PREP" and word(following) in (
                "by",
                "with",
                "against",
                "including",
            ):
                here = following
                continue
            if not noun and kind(here + 1) == "PREP":
                here += 1
                continue
            aside = [one.kind for one in items[here + 1 : here + 4]] == ["NP", "COMMA", "PREP"]
            if not noun and aside and here == at + 2 and found.objects:
                here += 3  # is sending a minister, Adel al-Jubeir, to
                continue
            break
        if item.kind == "VG" and item.group is not None and item.group.shape == "pp":
            here += 1
            if noun and word(here) == "by" and roles(item.group).get("event") in _ANOTHERS:
                here += 2  # a truce brokered by Qatar is not Qatar's
            continue
        if item.kind == "NP" and not noun and here > at + 1 and kind(here - 1) == "NP" and found.prepositions:
            if not found.objects and len(found.prepositions) == 1 and _displaced(sentence, at, here):
                assert item.phrase is not None
                found.objects.append(item.phrase)  # condemned in the strongest terms the raid
            here += 1
            continue
        break
    found.end = here
    found.last = items[here - 1].end if here > 0 else 0
    return found


def _behind_as(sentence: Sentence, at: int, found: Complements) -> int:
    """Rejected as baseless the charge: the object behind what it is called; the item behind both."""
    if sentence.word(at) == "as" and sentence.kind(at + 1) == sentence.kind(at + 2) == "NP":
        phrase = sentence.phrase(at + 2)
        if phrase is not None and not _is_subject(sentence, at + 2):
            found.objects.append(phrase)
            return at + 3
    return at


def _displaced(sentence: Sentence, at: int, here: int) -> bool:
    """Whether a verb that judges has its object behind a phrase that says how."""
    group, phrase = sentence.items[at].group, sentence.phrase(here)
    if group is None or phrase is None or group.passive or _is_subject(sentence, here):
        return False
    events = sentence.tagged.voc.events
    return sentence.word(at + 1) in ("in", "with", "by") and any(
        form.role == "event" and bool(events[form.name].data.get("content")) for form in group.forms
    )


def taken(sentence: Sentence, group: Group) -> Phrase | None:
    """What an object relative takes up: the gas that it sells, Maduro, whom it accuses, an attack Oslo blamed on."""
    at = group.index - 1
    if sentence.kind(at) != "NP" or group.shape != "fin":
        return None
    before = at - 1
    if sentence.kind(before) == "NP" and sentence.word(before - 1) == "whose":  # the court, whose ruling Oslo rejects
        before -= 2 + (sentence.kind(before - 2) == "COMMA")
        return sentence.phrase(before)
    relative = sentence.word(before) in ("whom", "which", "that") and sentence.kind(before) in ("REL", "SUB")
    if relative:
        before -= 1
        while sentence.kind(before) in ("COMMA", "PREP") and sentence.word(before + 1) != "that":
            before -= 1
    return sentence.phrase(before) if sentence.kind(before) == "NP" else None


def _sends(sentence: Sentence, at: int) -> bool:
    """Whether the verb at item `at` sends or names whom it has for its object."""
    group = sentence.items[at].group
    return group is not None and any(form.name in ("send-ambassador", "send-envoy", "recall") for form in group.forms)


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether the phrase at item `at` is the subject of the verb right behind it."""
    following = sentence.items[at + 1].group if at + 1 < len(sentence.items) else None
    return following is not None and following.shape == "fin" and not (following.passive and following.shape == "pp")
