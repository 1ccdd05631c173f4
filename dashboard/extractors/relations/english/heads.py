"""What a relative pronoun, an aside or a chain of phrases takes up, and what governs a piece."""

from __future__ import annotations

from .clauses import Sentence
from .items import Group, Party, Phrase
from .parties import doers

_ASIDE = 13  # pieces that an aside between commas may have


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
        if group is not None and group.shape == "inf" and intended(sentence, verb - 1) is not None:
            at = verb - 3  # the decision by Spain to send troops
            continue
        if group is None or group.shape not in ("ing", "pp") or sentence.kind(verb - 1) != "NP":
            return here
        at = verb - 1


def intended(sentence: Sentence, at: int) -> Phrase | None:
    """The noun of intention whose owner the phrase at item `at` is: the decision by Spain."""
    phrase = sentence.phrase(at - 2) if sentence.kind(at - 1) == "PREP" and sentence.word(at - 1) == "by" else None
    known = phrase is not None and sentence.tagged.words[phrase.head] in sentence.tagged.voc.intentions
    return phrase if known else None


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
    if phrase is not None and phrase.of is not None and sentence.kind(at - 1) == "COMMA":
        named = doers(sentence.tagged, phrase) or not doers(sentence.tagged, phrase.of)
        return phrase if named else phrase.of  # to the fury of Oslo, which
    if phrase is not None and phrase.of is not None and sentence.word(at) == "who" and len(phrase.members) == 1:
        people = doers(sentence.tagged, phrase.of) and not doers(sentence.tagged, phrase)
        return phrase.of if people else phrase  # the sacrifices of Kenyan soldiers who
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
