"""A sentence in pieces, what a verb governs, and what a relative pronoun or an aside takes up."""

from __future__ import annotations

from dataclasses import dataclass, field

from .items import Group, Item, Party, Phrase
from .tagging import Tagged

_ASIDE = 13  # pieces that an aside between commas may have


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
    """Role → name of the readings of a verb."""
    return {form.role: form.name for form in group.forms}


def complements(sentence: Sentence, at: int, *, noun: bool = False) -> Complements:
    """What stands behind the verb (or noun) at item `at`, as far as its clause goes."""
    known = sentence.behind.get((at, noun))
    if known is not None:
        return known
    found = sentence.behind[at, noun] = Complements()
    here = at + 1
    items = sentence.items
    while sentence.kind(here) == "NP" and len(found.objects) < 2 and not noun:
        if _is_subject(sentence, here):
            break
        phrase = items[here].phrase
        assert phrase is not None
        found.objects.append(phrase)
        here += 1
    while here < len(items):
        item = items[here]
        if item.kind == "PREP":
            if sentence.kind(here + 1) == "NP":
                phrase = items[here + 1].phrase
                assert phrase is not None
                before = items[here - 1].phrase
                post = before is not None and sentence.tagged.words[before.head] in sentence.tagged.voc.sets["posts"]
                if not (post and item.word in ("to", "in", "at")):  # an envoy to the United Nations
                    found.prepositions.append((item.word, phrase))
                here += 2
                continue
            if sentence.kind(here + 1) == "PREP":
                here += 1
                continue
            break
        if item.kind == "CONJ" and sentence.kind(here + 1) == "PREP":
            here += 1
            continue
        if item.kind == "COMMA":
            following = here + 1 + (sentence.kind(here + 1) == "CONJ")
            if sentence.kind(following) == "PREP" and sentence.word(following) in (
                "by",
                "with",
                "against",
                "including",
            ):
                here = following
                continue
            if not noun and sentence.kind(here + 1) == "PREP":
                here += 1
                continue
            break
        if item.kind == "VG" and item.group is not None and item.group.shape == "pp":
            here += 1
            continue
        if item.kind == "NP" and not noun and here > at + 1 and sentence.kind(here - 1) == "NP" and found.prepositions:
            here += 1
            continue
        break
    found.end = here
    found.last = items[here - 1].end if here > 0 else 0
    return found


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether the phrase at item `at` is the subject of the verb right behind it."""
    following = sentence.items[at + 1].group if at + 1 < len(sentence.items) else None
    return following is not None and following.shape == "fin" and not (following.passive and following.shape == "pp")


def head_of(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that a chain of prepositional phrases ending at item `at` hangs on; whose-phrases with their owner."""
    at = _past_participle(sentence, at)
    phrase = sentence.phrase(at)
    if phrase is None:
        return None
    if sentence.kind(at - 1) == "PREP":
        return _after_place(sentence, phrase)
    if sentence.kind(at - 1) == "REL" and sentence.word(at - 1) == "whose":
        owner = antecedent(sentence, at - 1)
        for party in owner.parties if owner is not None else ():
            if party.part in ("head", "mod") and not phrase.parties:
                phrase.parties.append(Party(list(party.ids), phrase.start, phrase.start, party.how, "mod"))
    return phrase


def _past_participle(sentence: Sentence, at: int) -> int:
    """Back over prepositional phrases and over participles with what they govern: ministers meeting in Brussels."""
    while True:
        here = at
        while sentence.kind(here - 1) == "PREP" and sentence.kind(here - 2) == "NP":
            here -= 2
        verb = here - 2 if sentence.kind(here - 1) == "PREP" else here - 1
        group = sentence.items[verb].group if verb > 0 else None
        if group is None or group.shape not in ("ing", "pp") or sentence.kind(verb - 1) != "NP":
            return here
        at = verb - 1


def _after_place(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """In Moscow Putin said: the second of two names side by side is the subject."""
    if len(phrase.parties) == 2 and phrase.parties[0].end == phrase.parties[1].first:
        last = phrase.parties[1]
        last.part = "head"
        made = Phrase(last.first, phrase.end, phrase.head, [last])
        made.members = [made]
        return made
    return None


def antecedent(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that the relative pronoun at item `at` takes up."""
    here = at - 1
    while sentence.kind(here) in ("COMMA", "CONJ", "PREP"):
        here -= 1
    phrase = sentence.phrase(here) if sentence.kind(here) == "NP" else None
    verb = sentence.items[at + 1].group if at + 1 < len(sentence.items) else None
    if phrase is None or verb is None or len(phrase.members) < 2:
        return phrase
    if sentence.tagged.word(verb.start) in ("has", "is", "was") or any(f.form == "s" for f in verb.forms):
        last = phrase.members[-1]
        made = Phrase(last.start, last.end, last.head, last.parties, last.event, last.of)
        made.members = [made]
        return made
    return phrase


def through_comma(sentence: Sentence, at: int) -> Phrase | None:
    if sentence.kind(at) == "COMMA" and sentence.kind(at - 1) == "NP":
        return sentence.phrase(at - 1)
    return None


def opening_of(sentence: Sentence, at: int) -> int | None:
    """The phrase before the aside that the comma at item `at` closes."""
    for here in range(at - 2, max(-1, at - _ASIDE - 1), -1):
        if sentence.kind(here) == "STOP":
            return None
        if sentence.kind(here) == "COMMA" and sentence.kind(here - 1) == "NP":
            inside = sentence.kind(here + 1)
            if inside in ("NP", "REL", "VG", "PREP", "COMMA"):
                return here - 1
    return None


def governor_of(sentence: Sentence, at: int) -> Group | None:
    joined = sentence.kind(at - 1) in ("SUB", "COMMA")
    for here in range(at - 1, -1, -1):
        group = sentence.items[here].group
        if group is not None and not (joined and group.shape == "pp"):
            return group
        if sentence.kind(here) in ("STOP", "SUB", "REL"):
            return None
    return None
