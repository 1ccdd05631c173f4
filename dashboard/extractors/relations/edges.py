"""Where a phrase's words end: cases that close it, what governs it."""

from __future__ import annotations

from .clauses import PLAIN, Clause

# Broken plurals and others that look like duals: بنيران القوات.
_BROKEN = {"نيران", "طيران", "سكان", "برلمان", "سلطان", "اركان", "بلدان", "جيران"}
# What says to whom a thing belongs: المواقع … التابعة للجيش.
BELONGING = ("تابع", "التابع")


def dual(clause: Clause, core: str) -> bool:
    """Whether a word in ا may be a construct dual: رئيسا غانا والسنغال."""
    return core.endswith("ا") and clause.index.sets["officials"].holds(core)


def tells_nothing(clause: Clause, at: int) -> bool:
    """Whether a noun of events stands without what would make it one, and is no verbal noun of another's phase."""
    if at not in clause.idle:
        return False
    word = clause.word(at)
    return word not in clause.index.status_nouns and not clause.index.sets["carrier_nouns"].holds(word)


def titles(clause: Clause, core: str) -> bool:
    """Whether a definite word before a person is a title: الرئيس, الوزير."""
    return clause.index.sets["officials"].holds(core) or core in clause.index.sets["ranks"].exact


def absolute(core: str) -> bool:
    """Endings that no noun in construct has: it closes its phrase, and another begins."""
    if core.endswith("ها") or core.removeprefix("ب") in _BROKEN:  # a pronoun: نظيرتها
        return False
    return len(core) > 4 and core.endswith(("ون", "ين", "ان")) or (len(core) > 3 and core.endswith("ا"))


def outer_of(clause: Clause, at: int) -> str:
    """The preposition of the phrase that ends at token `at`, past at most three plain words."""
    for back in range(8 if clause.word_at(at).startswith(BELONGING) else 4):
        tag = clause.tag(at - back)
        if tag not in ("", "time"):
            return "" if tag in PLAIN else tag
    return ""


def backed_at(clause: Clause, at: int) -> int | None:
    """The participle that makes the party at `at` the backer of the one before it: المدعومين من إيران."""
    events = clause.index.events
    for here in range(at - 1, max(clause.first, at - 4) - 1, -1):
        if clause.tag(here) == "noun":
            told = (events[one.name] for one in clause.readings[here] if one.role == "event")
            return here if any(event.data.get("attribute") for event in told) else None
        if not clause.is_marker(here) and clause.tag(here) != "":
            return None
    return None
