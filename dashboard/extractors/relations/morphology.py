"""Written forms of verbs and nouns from their lexemes, and the proclitics and pronouns that may stand around them."""

from __future__ import annotations

from collections.abc import Iterator

from ...clean.fold import fold_key

_PERSONS = ("ي", "ت", "ن")
# Object and possessive pronouns, the longer first.
SUFFIXES = ("هما", "ها", "هم", "هن", "نا", "ه")
# Proclitic of a noun → (clitic preposition, with the article).
NOUN_PREFIXES = (("", "", False), ("ال", "", True), ("بال", "ب", True), ("كال", "ك", True), ("لل", "ل", True),
                 ("ب", "ب", False), ("ل", "ل", False), ("ك", "ك", False))  # fmt: skip
CONJUNCTIONS = ("و", "ف")


def verb_forms(lexeme: str) -> Iterator[tuple[str, str, bool, bool]]:
    """(form, tense, bound, plural) of an Arabic verb written past/present: all third persons, and first plural.

    Bound forms stand only before an object pronoun; plural and dual forms follow their subject.
    """
    past, present = (fold_key(part) for part in lexeme.split("/"))
    hamza = lexeme.split("/")[0].endswith("أ")  # بدأ, هنأ: its alif stays before endings (بدأت)
    weak = past.endswith(("ي", "ا")) and not hamza
    stem = past[:-1] if weak else past
    yield past, "past", False, False
    if weak:
        # أجرى, دعا: the last letter goes before endings; the passive (أجري, أجريت) keeps a ي.
        for ending in ("ت", "وا", "تا", "ي", "يا", "يت", "ين"):
            yield stem + ending, "past", False, ending in ("وا", "تا", "يا")
        yield stem + "ا", "past", True, False
    else:
        for ending in ("ت", "ا", "وا", "تا", "نا"):
            yield stem + ending, "past", False, ending != "ت"
    yield stem + "و", "past", True, True
    if present == "-":
        return
    root = present[1:]
    ends_weak = root.endswith(("ي", "ا", "و"))
    for person in _PERSONS:
        yield person + root, "present", False, False
        if person != "ن":
            inner = root[:-1] if ends_weak else root
            for ending in ("ون", "وا"):
                yield person + inner + ending, "present", False, True
            for ending in ("ان", "ا"):
                dual = inner + "ي" if root.endswith("ا") else root
                yield person + dual + ending, "present", False, True
            if ends_weak:
                yield person + inner, "present", False, False  # the jussive


def noun_forms(noun: str) -> Iterator[tuple[str, bool]]:
    """(form, bound) of an Arabic noun; bound forms stand only before a possessive pronoun."""
    folded = fold_key(noun)
    yield folded, False
    if " " in folded:
        return
    if folded.endswith("ه"):
        for ending in ("تين", "تان", "تي", "تا"):
            yield folded[:-1] + ending, False
        yield folded[:-1] + "ت", True
    else:
        for ending in ("ا", "ين", "ان"):
            yield folded + ending, False
        if folded.endswith("اء"):  # لقائه, لقاؤها
            yield folded[:-1] + "ئ", True
            yield folded[:-1] + "ؤ", True


def participle_forms(participle: str) -> Iterator[str]:
    """An Arabic active participle as a circumstance: متهما, متهمة, متهمين."""
    folded = fold_key(participle)
    for ending in ("ا", "ه", "ين") if not folded.endswith(("ا", "ع")) else ("", "ا", "ه", "ين"):
        yield folded + ending


def body(word: str) -> str:
    """The definite noun of a token, its clitics off: وللحركة → الحركة; "" where there is none."""
    core = word[1:] if word[:1] in "وف" and word[1:3] in ("ال", "لل", "با") else word
    if core.startswith("لل"):
        return "ال" + core[2:]
    return core[1:] if core.startswith("بال") else core if core.startswith("ال") else ""


def strip(word: str, whole: frozenset[str]) -> tuple[str, bool, str]:
    """(core, conjunction, clitic preposition) of a plain Arabic word; only sure clitics are read off."""
    conjunction = word[0] == "و" and len(word) > 3 and word not in whole
    core = word[1:] if conjunction else word
    for clitic in ("لل", "بال"):
        if core in whole:
            break
        if core.startswith(clitic) and len(core) > 4:
            return core[len(clitic) :], conjunction, clitic
    # A known head follows, or a verbal noun by its look: لإخراج, بتسميم, لمحاربة; few words have a ب of their own.
    looks = len(core) > 4 and (core[0] == "ب" or core[1] in "اتم")
    if core[0] in "لب" and len(core) > 3 and core not in whole and (looks or core[1:] in whole):
        return core[1:], conjunction, core[0]
    return core, conjunction, ""
