"""What opens a verb's clause: another subject, a draft, a pronoun, a report."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import feminine, masculine
from .clauses import PERHAPS, Clause
from .phrases import Unit
from .slots import is_bare
from .vocabulary import Reading

# What a party drafts and what then says something for it.
_DRAFTS = {"مشروع", "مسوده", "بيانا", "قرارا", "امرا", "مرسوما", "قانونا"}
# What takes up a statement, a time, a place in which something is done: خطاب هاجم فيه …
INSIDE = {"فيه", "فيها", "خلاله", "خلالها"}
# Where the relative pronoun comes back as the one that something is done to: الذي فرضت عليه … عقوبات.
RESUMED = {
    "عليه", "عليها", "عليهم", "عليهما", "ضده", "ضدها", "ضدهم", "بحقه", "بحقها", "بحقهم", "اليه", "اليها", "له", "لها",
    "به", "بها", "منه", "منها",
}  # fmt: skip


def resuming(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> Unit | None:
    """الجلسة التي دعت روسيا لانعقادها: a pronoun after who does it takes up what the relative pronoun stands for."""
    unit = next((one for one in units if one.head == at + reading.length and is_bare(one)), None)
    if unit is None or reading.pronoun:
        return None
    for here in range(unit.end, min(clause.end, unit.end + 3)):
        word = clause.word(here)
        if clause.tag(here) not in ("", "noun", "إلى", "time") and not clause.is_marker(here):
            return None
        own = here == unit.end and word.endswith("ها") and clause.word(at - 1) == "التي"  # التي علقت الجامعة عضويتها
        governed = word[:1] in "لب" or word in RESUMED or clause.is_marker(here - 1)
        if word.endswith(("ها", "ه")) and (own or governed):
            return unit if not word.endswith("ة") and clause.doc.surface(here, here + 1)[-1:] != "ة" else None
    return None


def draft(clause: Clause, at: int) -> int | None:
    """The draft or resolution right before a verb that tells what it says: القرار 1701 الذي يطالب, مرسوما يفرض."""
    relative = clause.tag(at - 1) == "rel"
    for here in range(at - 1 - relative, max(clause.first, at - 5) - 1, -1):
        word = clause.word(here)
        taken_up = relative or clause.word_at(here - 1) == "لصالح"
        if word in _DRAFTS or (taken_up and word.removeprefix("ال") in ("قرار", "مرسوم", "قانون", "بيان")):
            return here
        if clause.tag(here) != "" or here in clause.named:
            return None
    return None


def takes_stand(clause: Clause, unit: Unit, at: int, reading: Reading) -> bool:
    """أيدت القرار فرنسا: a thing that one supports or refuses is the object, the states after it the subject."""
    noun = at + reading.length
    word = clause.word_at(noun)
    agrees = feminine(clause.word(at), reading) != masculine(clause, unit)
    named = unit.how in ("name", "capital") and unit.head == unit.first == noun + 1
    known = clause.index.sets["matters"].exact
    return named and agrees and not reading.pronoun and word[:2] == "ال" and word[2:] in known


def drafter(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """أعدت بريطانيا مشروع قرار يدين …: who drafts it says what it says."""
    last = next((unit for unit in reversed(units) if unit.end <= at), None)
    if last is None or not is_bare(last) or clause.word_at(last.end) not in _DRAFTS or _opposed(clause, last):
        return None
    return last if at - last.end <= 4 and plain_gap(clause, last.end, at) else None


def _opposed(clause: Clause, unit: Unit) -> bool:
    """Whether the party refuses the draft that follows: رفضت إيران مشروع قرار يدين …"""
    readings = clause.readings.get(unit.head - 1, ()) if clause.tag(unit.head - 1) == "verb" else ()
    return any(one.role == "event" and clause.index.events[one.name].type == "REJECT" for one in readings)


def nominal_subject(clause: Clause, at: int) -> bool:
    """Whether the verb's clause has a subject before it that is no party: أن مجهولين خطفوا."""
    edge = clause.left_edge(at)
    if edge == at:
        return False
    opener = clause.word(edge - 1) if edge > clause.first else ""
    emphatic = opener.endswith("ان") and clause.tag(edge - 1) == "sub"
    # A noun right before the verb, that is no adverb (لاحقا): قرار … يدين إيران.
    particles = clause.index.sets["particles"].exact
    before = [
        here
        for here in range(edge, at)
        if clause.tag(here) == ""
        and not clause.word(here).endswith("ا")
        and clause.word(here) not in PERHAPS
        and clause.word(here) not in particles
    ]
    closed = clause.tag(at - 1) == "quote" and sum(clause.tag(here) == "quote" for here in range(edge, at)) == 2
    near = at - 2 if closed else at - 1  # "مجموعة الأزمات" تدعو الرياض
    loose = not any(reading.conjunction for reading in clause.readings.get(at, ())) and near in before
    return bool(before) and (emphatic or loose) and not clause.is_marker(edge)


def others_pronoun(clause: Clause, opener: int, at: int) -> bool:
    """Whether the pronoun of a reported clause is of another gender than the verb that reports it."""
    own, verb = (
        clause.readings[at][0],
        next((here for here in range(opener - 1, clause.first - 1, -1) if clause.tag(here) == "verb"), None),
    )
    if verb is None or own.plural or clause.readings[verb][0].plural:
        return False
    told = clause.readings[verb][0]
    return clause.word(opener).endswith("ها") and feminine(clause.word(at), own) != feminine(clause.word(verb), told)


def reported(clause: Clause, opener: int) -> bool:
    """Whether the clause that a subordinator opens is what the verb before it reports."""
    for here in range(opener - 1, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            return clause.speech(here) is not None
        if clause.tag(here) in ("stop", "sub"):
            return False
    return False


def auxiliary(clause: Clause, at: int) -> bool:
    """Whether the verb only gives another its time or phase: كانت القوات … قصفت."""
    return at in clause.readings and clause.readings[at].aux


def plain_gap(clause: Clause, first: int, end: int) -> bool:
    """Whether nothing but plain words, dates and commas stands between."""
    return all(clause.tag(here) in ("", "time", "quote", "comma") for here in range(first, end))


def follows(clause: Clause, first: int, head: int) -> bool:
    """Whether a phrase at `head` comes right after `first`: only dates, asides and short adverbs between."""
    loose, here = 0, first
    while here < head:
        tag = clause.tag(here)
        if tag == "comma" and clause.aside(here) == head - 1 and clause.is_marker(here + 1):
            return True
        if tag == "comma":
            return _aside_then(clause, here, head)
        if clause.is_marker(here):  # a prepositional phrase between verb and subject: في وقت مبكر
            return loose == 0 and head - here <= 6
        if tag not in ("time", "quote") and clause.word(here) not in clause.index.sets["adverbs"].exact:
            loose += 1
        here += 1
    return loose == 0


def _aside_then(clause: Clause, comma: int, head: int) -> bool:
    """Whether an aside between commas or brackets ends right before the phrase."""
    closing = [here for here in range(comma + 1, head) if clause.tag(here) == "comma"]
    return bool(closing) and head - closing[-1] <= 1 and all(clause.tag(h) != "" for h in range(comma, closing[-1] + 1))
