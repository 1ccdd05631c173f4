"""The subject of a verb: before it, after it, or the one that a pronoun takes up."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import carry, earlier_verbs, feminine, is_object, leaves_out, pronoun_subject, speaks
from .clauses import Clause
from .phrases import Unit
from .slots import between, is_bare
from .vocabulary import Reading

# How far a subject's end may stand before its verb.
_REACH = 9
# What a party drafts and what then says something for it.
_DRAFTS = {"مشروع", "مسوده", "بيانا", "قرارا"}
# What may be a verb's subject itself.
_WHAT = {"ما", "مما"}
# Where the relative pronoun comes back as the one that something is done to: الذي فرضت عليه … عقوبات.
RESUMED = {
    "عليه", "عليها", "عليهم", "عليهما", "ضده", "ضدها", "ضدهم", "بحقه", "بحقها", "بحقهم", "اليه", "اليها", "له", "لها",
}  # fmt: skip


def subject_of(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, edge: int) -> tuple[Unit | None, bool]:
    """(the subject of a verb, whether it stands before it); `edge` is where what follows ends."""
    subject, before = _named_subject(clause, units, at, reading, edge)
    if subject is None and leaves_out(clause, units, at, reading):
        taken = unsaid(clause, units, at, reading)
        subject, before = taken, taken is not None or before
    clause.subjects[at] = subject
    return subject, before


def unsaid(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> Unit | None:
    """The subject that the verb leaves out: that of the nearest verb before of its gender, or of the last sentence."""
    wanted = feminine(clause.word(at), reading)
    for here in earlier_verbs(clause, at):
        other = clause.readings[here][0]
        if other.plural != reading.plural or feminine(clause.word(here), other) != wanted:
            continue
        if here not in clause.subjects:
            subject_of(clause, units, here, other, clause.right_edge(here))
        subject = clause.subjects[here]
        return carry(subject, at) if subject is not None else None
    opens = all(clause.tag(here) in ("quote", "time") for here in range(clause.first, at))
    if opens and clause.before is not None and not reading.plural and clause.before[1] == wanted:
        return carry(clause.before[0], at)
    return None


def main_subject(clause: Clause, units: Sequence[Unit]) -> tuple[Unit, bool] | None:
    """The subject of the sentence's first verb that names one, and whether it is feminine."""
    for at in range(clause.first, clause.end):
        if clause.tag(at) == "verb" and clause.tag(at - 1) != "rel":
            reading = clause.readings[at][0]
            if reading.role == "aux":
                continue
            if at not in clause.subjects:
                subject_of(clause, units, at, reading, clause.right_edge(at))
            subject = clause.subjects[at]
            if subject is None or reading.plural:
                return None
            return subject, feminine(clause.word(at), reading)
    return None


def _named_subject(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, edge: int
) -> tuple[Unit | None, bool]:
    named = any(unit.head == at + reading.length and is_bare(unit) for unit in units)
    if clause.word_at(at - 1) in _WHAT and not reading.pronoun and not named:
        return None, True  # ما دعا إلى …
    if clause.tag(at - 1) == "rel" and (doer := _resuming(clause, units, at, reading)) is not None:
        return doer, False
    left = _left_subject(clause, units, at)
    if left is not None:
        return left, True
    if (drafter := _drafter(clause, units, at)) is not None:
        return drafter, True
    if (
        reading.plural
        or speaks(clause.word(at), reading)
        or _nominal_subject(clause, at)
        or pronoun_subject(clause, at)
    ):
        return None, True
    for unit in between(units, at + reading.length, edge):
        if not unit.marker and unit.how != "place":
            if is_object(clause, unit, at, reading):
                return None, False
            return (unit if follows(clause, at + reading.length, unit.head) else None), False
    return None, False


def _resuming(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> Unit | None:
    """الجلسة التي دعت روسيا لانعقادها: a pronoun after who does it takes up what the relative pronoun stands for."""
    unit = next((one for one in units if one.head == at + reading.length and is_bare(one)), None)
    if unit is None or reading.pronoun:
        return None
    for here in range(unit.end, min(clause.end, unit.end + 3)):
        word = clause.word(here)
        if clause.tag(here) not in ("", "noun", "إلى", "time") and not clause.is_marker(here):
            return None
        if word.endswith(("ها", "ه")) and (word[:1] in "لب" or word in RESUMED or clause.is_marker(here - 1)):
            return unit if not word.endswith("ة") and clause.doc.surface(here, here + 1)[-1:] != "ة" else None
    return None


def _drafter(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """أعدت بريطانيا مشروع قرار يدين …: who drafts it says what it says."""
    last = next((unit for unit in reversed(units) if unit.end <= at), None)
    if last is None or not is_bare(last) or clause.word_at(last.end) not in _DRAFTS:
        return None
    return last if at - last.end <= 4 and _plain_gap(clause, last.end, at) else None


def _nominal_subject(clause: Clause, at: int) -> bool:
    """Whether the verb's clause has a subject before it that is no party: أن مجهولين خطفوا."""
    edge = clause.left_edge(at)
    opener = clause.word(edge - 1) if edge > clause.first else ""
    emphatic = opener.endswith("ان") and clause.tag(edge - 1) == "sub"
    # A noun right before the verb, that is no adverb (لاحقا): قرار … يدين إيران.
    particles = [clause.index.sets[name].exact for name in ("negations", "hypothetical", "future", "adverbs")]
    before = [
        here
        for here in range(edge, at)
        if clause.tag(here) == ""
        and not clause.word(here).endswith("ا")
        and not any(clause.word(here) in words for words in particles)
    ]
    closed = clause.tag(at - 1) == "quote" and sum(clause.tag(here) == "quote" for here in range(edge, at)) == 2
    near = at - 2 if closed else at - 1  # "مجموعة الأزمات" تدعو الرياض
    loose = not any(reading.conjunction for reading in clause.readings.get(at, ())) and near in before
    return bool(before) and (emphatic or loose) and not clause.is_marker(edge)


def _left_subject(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The bare party that the verb's clause begins with, or the antecedent of its relative pronoun."""
    edge = clause.left_edge(at)
    reach = _REACH
    if edge == at and clause.tag(at - 1) == "comma" and not clause.conjoined(at):
        opening = clause.opening(at - 1)  # كتائب القسام، الجناح العسكري لحماس، فاتهمت
        if opening is not None:
            edge, reach = clause.left_edge(opening), 2 * _REACH
    opener = edge - 1
    if clause.tag(opener) == "rel" and opener == at - 1 and clause.word_at(at + 1) in RESUMED:
        return None  # الذي فرضت عليه …
    if clause.tag(opener) == "rel" and opener == at - 1:
        before = [unit for unit in units if unit.end <= opener]
        if not before or not _plain_gap(clause, before[-1].end, opener):
            return None
        named = before[-1].how in ("name", "capital") and before[-1].head == before[-1].first
        if not is_bare(before[-1]) and not (named and before[-1].end == opener):
            return None  # عن روسيا التي استخدمت … is read, عن مواقع روسيا التي … is not
        return None if clause.tag(before[-1].head - 1) == "noun" else before[-1]  # the war of X, which …
    if clause.tag(opener) == "verb" and not _auxiliary(clause, opener):
        return None  # what stands between two verbs belongs to the first
    last = next((unit for unit in reversed(units) if unit.end == at), None)
    indefinite = last is not None and last.how in ("demonym", "people") and not last.definite
    if (
        indefinite
        and last is not None
        and last.head < last.first
        and not any(reading.conjunction for reading in clause.readings.get(at, ()))
    ):
        return last  # تصدت … لصاروخين إسرائيليين استهدفا …
    subject = None
    for unit in (unit for unit in units if edge < unit.end <= at):
        if unit.marker or unit.how == "place" or unit.head > edge + 2:
            continue
        if any(clause.is_marker(here) for here in range(edge, unit.head)):
            continue
        if any(clause.tag(one) == "noun" and one not in clause.idle for one in range(edge, unit.head)):
            continue  # the sanctions of X that hit …: they are the subject, X is not
        if subject is None:
            subject = unit
    if subject is None and edge == at and clause.word(opener) in clause.index.sets["pronouns"].exact:
        before = [unit for unit in units if unit.end <= opener and is_bare(unit)]
        if not before or not _reported(clause, opener):
            return None
        if _others_pronoun(clause, opener, at):
            return None  # قال … إنها تقاتل: not he who speaks
        if (speaker := _speaker(clause, units, opener)) is not None:
            return speaker  # وكشف أنه يخطط …: who speaks, not who was named last
        return before[-1]
    if subject is None or at - subject.end > reach:
        return None
    return subject


def _others_pronoun(clause: Clause, opener: int, at: int) -> bool:
    """Whether the pronoun of a reported clause is of another gender than the verb that reports it."""
    own, verb = (
        clause.readings[at][0],
        next((here for here in range(opener - 1, clause.first - 1, -1) if clause.tag(here) == "verb"), None),
    )
    if verb is None or own.plural or clause.readings[verb][0].plural:
        return False
    told = clause.readings[verb][0]
    return clause.word(opener).endswith("ها") and feminine(clause.word(at), own) != feminine(clause.word(verb), told)


def _speaker(clause: Clause, units: Sequence[Unit], opener: int) -> Unit | None:
    """The subject of the verb that reports what a subordinator opens."""
    for here in range(opener - 1, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            if here not in clause.subjects:
                subject_of(clause, units, here, clause.readings[here][0], opener)
            return clause.subjects[here]
        if clause.tag(here) in ("stop", "sub"):
            return None
    return None


def _reported(clause: Clause, opener: int) -> bool:
    """Whether the clause that a subordinator opens is what the verb before it reports."""
    for here in range(opener - 1, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            return any(r.role in ("say", "carrier") for r in clause.readings.get(here, ()))
        if clause.tag(here) in ("stop", "sub"):
            return False
    return False


def _auxiliary(clause: Clause, at: int) -> bool:
    """Whether the verb only gives another its time or phase: كانت القوات … قصفت."""
    return any(reading.role == "aux" for reading in clause.readings.get(at, ()))


def _plain_gap(clause: Clause, first: int, end: int) -> bool:
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
