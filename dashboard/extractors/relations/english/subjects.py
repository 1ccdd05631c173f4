"""Who is the subject of each verb, and what hangs on what."""

from __future__ import annotations

from .cases import charged, does, joint, judges, owner, paper, takes
from .clauses import Sentence, roles
from .heads import antecedent, governor_of, head_of, intended, opening_of, through_comma
from .items import Group, Phrase
from .joined import aside_says, bare, in_series, reported_past, says_behind_comma, tells_words, verb_before
from .parties import doers

_ASKING = ("demand", "call-noun")
_LETTING = ("let/let/let", "make/made/made", "help", "help*")
_OF_DEEDS = ("with", "to", "about", "against", "over", "without")


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
    if group.shape == "pp" and at < 0:
        return _next_subject(sentence, group)
    if group.shape == "pp" and sentence.kind(at) == "COMMA" and sentence.kind(at - 2) == "PREP":
        clause = _clause_before(sentence, at)  # flew off Alaska, shadowed by
        return solve(sentence, clause) if clause is not None else sentence.phrase(at - 1)
    if group.shape == "pp":
        return sentence.phrase(at) if sentence.kind(at) == "NP" else through_comma(sentence, at)
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
        if in_series(sentence, group, at):
            return _shared(sentence, group, at)
        opening = opening_of(sentence, at)
        if (
            opening is None
            and sentence.kind(0) == "NP"
            and sentence.kind(1) == "COMMA"
            and not verb_before(sentence, at)
        ):
            opening = 0  # Peru, as so often, demurred
        if opening is not None:
            return _or_aside(sentence, opening, at)
        return sentence.phrase(0) if sentence.tagged.doc.field == "title" else None  # Putin in Minsk, meets
    if kind != "NP":
        return None
    if sentence.kind(at - 1) == "PREP" and sentence.kind(at - 2) == "COMMA":
        opening = opening_of(sentence, at - 2)  # the Council, in a resolution, for the first time urged
        if opening is not None:
            return _or_aside(sentence, opening, at - 2)
    first = at
    while sentence.kind(first - 1) == "CONJ" and sentence.kind(first - 2) == "NP":
        first -= 2
    outer = sentence.items[first - 1].group if first else None
    if outer is not None and bare(sentence, group) and any(form.name in _LETTING for form in outer.forms):
        group.shape, group.relation, group.governor = "inf", "inf", outer  # would let Fiji send
    return head_of(sentence, at)


def _or_aside(sentence: Sentence, opening: int, at: int) -> Phrase | None:
    """The phrase at item `opening`, or who the aside behind it says it is: the two leaders, Macron and Scholz, met."""
    phrase, aside = head_of(sentence, opening), sentence.phrase(opening + 2)
    if phrase is None or aside is None or opening + 3 != at or doers(sentence.tagged, phrase):
        return phrase
    return aside if doers(sentence.tagged, aside) else phrase


def _shared(sentence: Sentence, group: Group, at: int) -> Phrase | None:
    """The subject of the verb that "and" joins this one to."""
    for here in range(at - 1, -1, -1):
        other = sentence.items[here].group
        if other is not None and other.shape == "fin":
            if aside_says(sentence, here):
                continue
            if other.passive and not group.passive and solve(sentence, other) is None:
                return None
            if _reported(sentence, here, other) and not group.passive:
                continue  # said the ship was no spy and accused Britain
            if says_behind_comma(sentence, group, at) and reported_past(sentence, here, other):
                continue  # said Togo had sent men, and accused it of
            group.relation = "and"
            group.modal = group.modal or (other.modal if bare(sentence, group) else "")
            return solve(sentence, other)
        if other is not None and other.shape == "inf" and bare(sentence, group):
            group.relation, group.shape = "and", "inf"
            group.governor, group.negated = other.governor, group.negated or other.negated
            subject = solve(sentence, other)
            group.governor = other.governor
            group.relation = other.relation
            return subject
        if sentence.kind(here) == "STOP":
            return None
    return None


def _reported(sentence: Sentence, at: int, group: Group) -> bool:
    """Whether the verb at item `at` is of a clause about nobody that somebody says."""
    subject = solve(sentence, group)
    if subject is None or doers(sentence.tagged, subject) or sentence.kind(at - 1) != "NP":
        return False
    outer = sentence.items[at - 2 - (sentence.kind(at - 2) == "SUB")].group if at > 2 else None
    return outer is not None and outer.shape == "fin" and any(form.role == "say" for form in outer.forms)


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
                own = passed.pronoun in ("its", "his", "her", "their") and doers(sentence.tagged, passed)
                return solve(sentence, governor) if own else passed  # ordered his army to shell
            return solve(sentence, governor)
        if item.kind == "NP":
            phrase = item.phrase
            assert phrase is not None
            if at == group.index - 1 and sentence.tagged.words[phrase.head] in sentence.tagged.voc.intentions:
                group.relation = "noun:" + sentence.tagged.voc.intentions[sentence.tagged.words[phrase.head]]
                if phrase.parties:
                    return owner(phrase)
                if phrase.of is not None:
                    return phrase.of  # the decision of Spain to send
                owning = governor_of(sentence, at)
                if owning is not None and roles(owning).get("event") in ("reject", "condemn", "support", "approve-bid"):
                    return None  # opposed a plan to seize: not their plan
                return solve(sentence, owning) if owning is not None else None
            if at == group.index - 1 and phrase.event in _ASKING:
                return None  # ignored its demand to sever ties
            meant = intended(sentence, at)
            if at == group.index - 1 and meant is not None:
                group.relation = "noun:" + sentence.tagged.voc.intentions[sentence.tagged.words[meant.head]]
                return phrase  # the decision by Spain to send
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


def _of_ing(sentence: Sentence, group: Group) -> Phrase | None:
    """The subject of an -ing form: the clause's; the accused one's after "of" and "for"; a noun's right before it."""
    at = group.index - 1
    if at < 0 or (sentence.kind(at) == "SUB" and at == 0):
        return _next_subject(sentence, group)
    kind, word = sentence.kind(at), sentence.word(at)
    if kind == "NP" and sentence.kind(at - 1) == "PREP" and sentence.word(at - 1) in _OF_DEEDS:
        named = sentence.phrase(at)
        told = sentence.items[at - 2].group or governor_of(sentence, at - 1)
        if sentence.word(at - 1) == "with" and told is not None and takes(sentence, told, "with"):
            named = None  # lodged a complaint with Chile objecting to
        elif sentence.word(at - 1) == "to" and tells_words(sentence, group):
            named = None  # wrote to the Council complaining of
        elif sentence.word(at - 1) == "with" or (
            named is not None and named.parties and named.parties[0].part == "head"
        ):
            return named  # objected to Sweden joining
    if kind == "PREP" and (
        word in ("of", "for", "from", "over", "about")
        or (word == "with" and charged(sentence, at))
        or (word == "to" and sentence.kind(at - 1) == "VG")  # committed to supplying
    ):
        before = at - 1
        angry = sentence.kind(before) == "NP" and sentence.word(before - 1) == "with"
        if word == "for" and angry and sentence.kind(before - 2) != "VG":
            return sentence.phrase(before)  # furious with Chile for urging
        governor = governor_of(sentence, at)
        if governor is not None:
            group.governor, group.relation = governor, "ing"
            if judges(sentence, governor) or word == "from":
                if governor.passive:
                    return solve(sentence, governor)
                if sentence.kind(before) == "NP":
                    return sentence.phrase(governor.index + 1 if word == "with" else before)
            return solve(sentence, governor)
    governor = governor_of(sentence, at + 1)
    if kind == "PREP" and word == "in" and governor is not None and any(form.name == "join" for form in governor.forms):
        return joint(solve(sentence, governor), sentence.phrase(at - 1))  # joined Oman in banning
    if governor is None:
        if kind == "SUB" and (clause := _clause_before(sentence, at)) is not None:
            group.governor, group.relation = clause, "and"
            return solve(sentence, clause)  # agreed to a truce after seizing
        if kind == "PREP" or kind == "SUB":
            return _next_subject(sentence, group)
        if kind == "COMMA" and sentence.kind(at - 1) == "NP":  # Lavrov, speaking in Minsk, said
            return head_of(sentence, at - 1)
        return None
    if kind == "NP" and paper(sentence, at) and "carrier" not in roles(governor):
        return sentence.phrase(at)  # blocked a statement criticising Peru
    main = _clause_before(sentence, governor.index) if aside_says(sentence, governor.index) else None
    if main is not None and does(sentence, group):
        governor = main  # shelled a town, officials said, killing two
    group.governor, group.relation = governor, "ing" if kind == "VG" else "and"
    if kind == "CONJ" and governor.shape == "ing":
        group.relation = governor.relation
    return solve(sentence, governor)


def _clause_before(sentence: Sentence, at: int) -> Group | None:
    """The finite verb before the item `at`, in the same stretch."""
    for here in range(at - 1, -1, -1):
        one = sentence.items[here].group
        if one is not None and one.shape == "fin":
            return one
        if sentence.kind(here) == "STOP":
            return None
    return None


def _next_subject(sentence: Sentence, group: Group) -> Phrase | None:
    """Accusing Kyiv of …, Moscow said: the subject that follows."""
    for here in range(group.index + 1, len(sentence.items)):
        other = sentence.items[here].group
        if other is not None and other.shape == "fin" and sentence.kind(here - 1) != "REL":
            return solve(sentence, other)
    return None
