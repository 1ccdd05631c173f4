"""Who is the subject of each verb, what it governs, and what hangs on what."""

from __future__ import annotations

from dataclasses import dataclass, field

from .items import Group, Item, Party, Phrase
from .tagging import Tagged

_ASIDE = 9  # pieces that an aside between commas may have
# Prepositions in front of an -ing form whose subject is the clause's.
_BY_SUBJECT = (
    "after",
    "before",
    "by",
    "while",
    "since",
    "in",
    "despite",
    "without",
    "when",
    "for",
    "of",
    "from",
    "with",
    "to",
    "as",
)


@dataclass(slots=True)
class Sentence:
    """A sentence read into pieces."""

    tagged: Tagged
    items: list[Item]
    groups: list[Group] = field(default_factory=list)

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


def solve(sentence: Sentence, group: Group) -> Phrase | None:
    """The subject of a verb; of a passive verb whom it is done to."""
    if not group.solved:
        group.solved = True
        group.subject = _subject(sentence, group)
    return group.subject


def _subject(sentence: Sentence, group: Group) -> Phrase | None:
    at = group.index - 1
    if group.shape == "inf":
        return _of_infinitive(sentence, group)
    if group.shape == "ing":
        return _of_ing(sentence, group)
    if group.shape == "pp":
        return sentence.phrase(at) if sentence.kind(at) == "NP" else _through_comma(sentence, at)
    return _of_finite(sentence, group, at)


def _of_finite(sentence: Sentence, group: Group, at: int) -> Phrase | None:
    kind = sentence.kind(at)
    if kind == "REL":
        return antecedent(sentence, at)
    if kind == "SUB" and sentence.word(at) == "that" and sentence.kind(at - 1) == "NP" and at >= 1:
        return sentence.phrase(at - 1)
    if kind == "CONJ":
        return _shared(sentence, group, at)
    if kind == "COMMA":
        opening = _opening(sentence, at)
        if opening is not None:
            return head_of(sentence, opening)
        if sentence.kind(at - 1) == "VG" or sentence.kind(at - 1) == "NP":
            return _shared(sentence, group, at) if _second_verb(sentence, group, at) else None
        return None
    if kind != "NP":
        return None
    return head_of(sentence, at)


def _second_verb(sentence: Sentence, group: Group, at: int) -> bool:
    """Whether a comma stands before a further verb of a list: condemned X, recalled Y and …"""
    return False


def head_of(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that a chain of prepositional phrases ending at item `at` hangs on; whose-phrases with their owner."""
    while sentence.kind(at - 1) == "PREP" and sentence.kind(at - 2) == "NP":
        at -= 2
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


def _through_comma(sentence: Sentence, at: int) -> Phrase | None:
    if sentence.kind(at) == "COMMA" and sentence.kind(at - 1) == "NP":
        return sentence.phrase(at - 1)
    return None


def _opening(sentence: Sentence, at: int) -> int | None:
    """The phrase before the aside that the comma at item `at` closes."""
    for here in range(at - 2, max(-1, at - _ASIDE - 1), -1):
        if sentence.kind(here) == "STOP":
            return None
        if sentence.kind(here) == "COMMA" and sentence.kind(here - 1) == "NP":
            inside = sentence.kind(here + 1)
            if inside in ("NP", "REL", "VG", "PREP", "COMMA"):
                return here - 1
    return None


def _shared(sentence: Sentence, group: Group, at: int) -> Phrase | None:
    """The subject of the verb that "and" joins this one to."""
    for here in range(at - 1, -1, -1):
        other = sentence.items[here].group
        if other is not None and other.shape == "fin":
            if _aside_says(sentence, here):
                continue
            if other.passive and not group.passive and solve(sentence, other) is None:
                return None
            group.relation = "and"
            group.modal = group.modal or (other.modal if _bare(group) else "")
            return solve(sentence, other)
        if other is not None and other.shape == "inf" and _bare(group):
            group.relation, group.shape = "and", "inf"
            group.governor, group.negated = other.governor, group.negated or other.negated
            subject = solve(sentence, other)
            group.governor = other.governor
            group.relation = other.relation
            return subject
        if sentence.kind(here) == "STOP":
            return None
    return None


def _aside_says(sentence: Sentence, at: int) -> bool:
    """Whether the verb at item `at` only says whose words these are: …, TASS reported, and …"""
    group = sentence.items[at].group
    says = group is not None and any(form.role == "say" for form in group.forms)
    return (
        says and sentence.kind(at + 1) == "COMMA" and sentence.kind(at - 1) == "NP" and sentence.kind(at - 2) == "COMMA"
    )


def _bare(group: Group) -> bool:
    return all(form.form == "base" for form in group.forms if form.form in ("base", "past", "s", "pp"))


def _of_infinitive(sentence: Sentence, group: Group) -> Phrase | None:
    """The subject of "to …": the main verb's, or its object's after urged, forced, asked."""
    at = group.index - 1
    passed: Phrase | None = None
    while at >= 0:
        item = sentence.items[at]
        if item.group is not None:
            governor = item.group
            group.governor, group.relation = governor, "inf"
            names = roles(governor)
            if "object" in names and passed is not None and not governor.passive:
                return passed
            return solve(sentence, governor)
        if item.kind == "NP":
            phrase = item.phrase
            assert phrase is not None
            if at == group.index - 1 and sentence.tagged.words[phrase.head] in sentence.tagged.voc.intentions:
                group.relation = "noun:" + sentence.tagged.voc.intentions[sentence.tagged.words[phrase.head]]
                if phrase.parties:
                    return _owner(phrase)
                owning = _governor(sentence, at)
                return solve(sentence, owning) if owning is not None else None
            passed = phrase
        elif item.kind == "PREP" and item.word in ("on", "upon", "with", "in", "at", "of", "for"):
            pass
        elif item.kind in ("COMMA", "CONJ"):
            if item.kind == "COMMA":
                return None
        elif item.kind not in ("PREP",):
            return None
        at -= 1
    return None


def _owner(phrase: Phrase) -> Phrase:
    made = Phrase(phrase.start, phrase.head, phrase.head, [
        Party(list(p.ids), p.first, p.end, p.how, "head") for p in phrase.parties if p.part in ("mod", "led")
    ])  # fmt: skip
    made.members = [made]
    return made


def _governor(sentence: Sentence, at: int) -> Group | None:
    for here in range(at - 1, -1, -1):
        if sentence.items[here].group is not None:
            return sentence.items[here].group
        if sentence.kind(here) in ("STOP", "SUB", "REL"):
            return None
    return None


def _of_ing(sentence: Sentence, group: Group) -> Phrase | None:
    """The subject of an -ing form: the clause's; the accused one's after "of" and "for"; a noun's right before it."""
    at = group.index - 1
    if at < 0 or (sentence.kind(at) == "SUB" and at == 0):
        return _next_subject(sentence, group)
    kind, word = sentence.kind(at), sentence.word(at)
    if kind == "NP" and sentence.kind(at - 1) == "PREP" and sentence.word(at - 1) in ("with",):
        return sentence.phrase(at)
    if kind == "PREP" and word in ("of", "for", "from", "over", "about"):
        before = at - 1
        governor = _governor(sentence, at)
        if governor is not None:
            group.governor, group.relation = governor, "ing"
            if (
                roles(governor).get("event") in ("accuse", "condemn", "support", "arrest", "responsible")
                or word == "from"
            ):
                if governor.passive:
                    return solve(sentence, governor)
                if sentence.kind(before) == "NP":
                    return sentence.phrase(before)
            return solve(sentence, governor)
    governor = _governor(sentence, at + 1)
    if governor is None:
        if kind == "PREP" or kind == "SUB":
            return _next_subject(sentence, group)
        if kind == "COMMA" and sentence.kind(at - 1) == "NP":  # Lavrov, speaking in Minsk, said
            return head_of(sentence, at - 1)
        return None
    group.governor, group.relation = governor, "ing" if kind == "VG" else "and"
    if kind == "CONJ" and governor.shape == "ing":
        group.relation = governor.relation
    return solve(sentence, governor)


def _next_subject(sentence: Sentence, group: Group) -> Phrase | None:
    """Accusing Kyiv of …, Moscow said: the subject that follows."""
    for here in range(group.index + 1, len(sentence.items)):
        other = sentence.items[here].group
        if other is not None and other.shape == "fin" and sentence.kind(here - 1) != "REL":
            return solve(sentence, other)
    return None


def complements(sentence: Sentence, at: int, *, noun: bool = False) -> Complements:
    """What stands behind the verb (or noun) at item `at`, as far as its clause goes."""
    found = Complements()
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
