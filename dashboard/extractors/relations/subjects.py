"""The subject of a verb: before it, after it, or the one that a pronoun takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .antecedents import REACH, circumstanced, clause_beside, of_relative, preceded
from .carried import (
    SOME,
    carry,
    earlier_verbs,
    feminine,
    is_object,
    leaves_out,
    pronoun_subject,
    speaks,
)
from .clauses import MODAL, PERHAPS, Clause
from .openings import (
    INSIDE,
    RESUMED,
    auxiliary,
    draft,
    drafter,
    follows,
    nominal_subject,
    others_pronoun,
    reported,
    resuming,
    takes_stand,
)
from .phrases import Unit
from .slots import between, is_bare
from .vocabulary import Reading

# What may be a verb's subject itself.
_WHAT = {"ما", "مما"}
# Before the names of those that a number counted.
_BEING = {"هي", "هم"}
# What a statement does for its author.
_STATED = {"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"}
# Verbs, besides those that carry an event's noun, whose subject says what a draft says.
_ADOPTING = {"vote-for", "consent", "ratify-accession"}
# Who speaks from inside a body without a name: أفاد مصدر في الحركة بأنها ترفض …
_SOURCES = {"مصدر", "مصادر", "مسؤول", "قيادي"}
# What takes up the statement before as a noun that a verb then has for its object.
_TAKING_UP = {"وهو", "وهي"}


def subject_of(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, edge: int) -> tuple[Unit | None, bool]:
    """(the subject of a verb, whether it stands before it); `edge` is where what follows ends."""
    subject, before = _named_subject(clause, units, at, reading, edge)
    if subject is None and clause.word_at(at + reading.length) not in SOME and leaves_out(clause, units, at, reading):
        taken = unsaid(clause, units, at, reading)
        subject, before = taken, taken is not None or before
    clause.subjects[at] = subject
    if subject is None and (speaker := _author(clause, units, at, reading)) is not None:
        subject, before = replace(carry(speaker, at), how="author"), True
    clause.subjects[at] = subject
    return subject, before


def unsaid(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> Unit | None:
    """The subject that the verb leaves out: that of the nearest verb before of its gender, or of the last sentence."""
    wanted = feminine(clause.word(at), reading)
    if clause.tag(at - 1) == "rel":
        main = main_subject(clause, [unit for unit in units if unit.end <= at])
        return carry(main[0], at) if main is not None and main[1] == wanted else None
    dual = False
    for here in earlier_verbs(clause, at):
        other = clause.readings[here][0]
        if reading.plural and not other.plural and other.role != "aux":
            several = subject_at(clause, units, here)
            if several is not None and len(several.ids) > 1:
                return carry(several, at)  # أنهت إيران وواشنطن …، واتفقتا
            continue
        if other.role == "aux" and clause.subjects.get(here) is None and clause.tag(here - 1) == "sub":
            continue  # نفت … أن تكون باعت
        dual = dual or (other.plural and not reading.plural)
        if other.plural != reading.plural or feminine(clause.word(here), other) != wanted:
            continue
        subject = subject_at(clause, units, here)
        both = subject is not None and len(subject.ids) > 1 and dual
        return carry(subject, at) if subject is not None and not both else None  # كانت سول وواشنطن باشرتا …، وتوعدت
    opens = all(clause.tag(here) in ("quote", "time") or _due(clause, here) for here in range(clause.first, at))
    opens = opens or (at == clause.first + 1 and clause.word(clause.first) == "كما")
    told = clause.before() if opens and not reading.plural else None
    if told is not None and told[1] == wanted:
        return carry(told[0], at)
    return None


def _author(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> Unit | None:
    """Whose statement it is that tells what a verb does (تصريحات ترمب التي تتهم …), or in which its author does it
    (في خطاب للوزير هاجم فيه …, قال … في مقابلة انتقد فيها …)."""
    event = clause.index.events.get(reading.name) if reading.role == "event" else None
    if event is None or event.type not in _STATED or reading.conjunction or reading.pronoun:
        return None
    edge = at - (clause.tag(at - 1) == "rel")
    edge -= clause.tag(edge - 1) == "comma"
    speeches = clause.index.sets["speeches"]
    last = next((unit for unit in reversed(units) if unit.end <= edge and unit.how != "place"), None)
    owned = last is not None and any(speeches.holds(clause.word_at(here)) for here in (last.head, last.head - 1))
    if clause.word_at(at + reading.length) not in INSIDE:
        own = last is not None and last.end == edge and last.marker != "location" and owned
        return last if own and edge < at else None
    womanly = feminine(clause.word(at), reading)
    speaks = last is not None and is_bare(last) and (last.how == "person" or _holds_office(clause, last))
    if last is not None and (owned or speaks) and (clause.word(last.first).endswith("ه") == womanly):
        return last
    main = main_subject(clause, [unit for unit in units if unit.end <= edge])
    return main[0] if main is not None and main[1] == womanly else None


def _holds_office(clause: Clause, unit: Unit) -> bool:
    return clause.index.sets["officials"].holds(clause.word(unit.head))


def _taken_up(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether a pronoun follows that its subject follows; behind خلالها in a visit may be whom one meets."""
    word = clause.word_at(at + reading.length)
    if word not in INSIDE:
        return word in RESUMED
    event = clause.index.events.get(reading.name) if reading.role == "event" else None
    return event is None or event.kind == "directed"


def subject_at(clause: Clause, units: Sequence[Unit], verb: int) -> Unit | None:
    """The subject of the verb at a token."""
    if verb not in clause.subjects:
        subject_of(clause, units, verb, clause.readings[verb][0], clause.right_edge(verb))
    return clause.subjects[verb]


def _due(clause: Clause, at: int) -> bool:
    """Whether the word only says that what follows is to come: ومن المقرر أن."""
    return (
        clause.word(at) in ("من", "ومن", "ان", "المتوقع", "المرجح", "المحتمل")
        or clause.word(at).removeprefix("و") in clause.index.sets["future"].exact
    )


def main_subject(clause: Clause, units: Sequence[Unit], after: int = -1) -> tuple[Unit, bool] | None:
    """The subject of the sentence's first verb (behind token `after`) that names one, and whether it is feminine."""
    for at in range(max(clause.first, after + 1), clause.end):
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
    behind = next((unit for unit in units if unit.head == at + reading.length and is_bare(unit)), None)
    if behind is not None and reading.pronoun and clause.word_at(at - 2) in _TAKING_UP:
        return behind, False  # وهو قرار رفضته لندن
    if behind is not None and reading.pronoun and clause.word_at(at - 1) in _WHAT and _thing(clause, behind):
        return unsaid(clause, units, at, reading), True  # ما سمته صمت بغداد
    if clause.word_at(at - 1) == "ان" and (who := preceded(clause, units, at)) is not None:
        return who, True
    if behind is None and not reading.plural and _taken_up(clause, at, reading):
        after = next((unit for unit in units if unit.head == at + reading.length + 1 and is_bare(unit)), None)
        if after is not None and not reading.pronoun and not is_object(clause, after, at, reading):
            return after, False  # وهي خطوة أشاد بها العراق, جلسة دعت إليها الكويت
    if clause.word_at(at - 1) in _WHAT and not reading.pronoun and behind is None:
        return None, True  # ما دعا إلى …
    if clause.tag(at - 1) == "rel" and (doer := resuming(clause, units, at, reading)) is not None:
        return doer, False
    left = _left_subject(clause, units, at)
    if left is not None:
        return left, True
    if (who := drafter(clause, units, at) or _adopter(clause, units, at)) is not None:
        return who, True
    if reading.plural or speaks(clause.word(at), reading) or nominal_subject(clause, at) or pronoun_subject(clause, at):
        return None, True
    for unit in between(units, at + reading.length, edge):
        if is_bare(unit):
            if takes_stand(clause, unit, at, reading):
                return unit, False
            if is_object(clause, unit, at, reading):
                return None, False
            return (unit if follows(clause, at + reading.length, unit.head) else None), False
    return None, False


def _thing(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase is a thing of the party's and not the party or who acts for it."""
    return unit.head < unit.first and not clause.index.sets["officials"].holds(clause.word(unit.head))


def _left_subject(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The bare party that the verb's clause begins with, or the antecedent of its relative pronoun."""
    last = next((unit for unit in reversed(units) if unit.end == at), None)
    if last is not None and last.opens:
        return last
    if clause.tag(at - 1) != "rel" and (clause.word_at(at - 1) == "قرار" or draft(clause, at) is not None):
        return None  # فشل مجلس الأمن في تبني قرار يدعو …: nobody says what no one adopts
    edge = clause.left_edge(at)
    reach = REACH
    start = at - (clause.word_at(at - 1) in PERHAPS)  # نيجيريا، رئيسة المجموعة، قد قطعت
    if edge == start and clause.tag(start - 1) == "comma" and not clause.conjoined(at):
        opening = clause.opening(start - 1)  # كتائب القسام، الجناح العسكري لحماس، فاتهمت
        if opening is not None:
            edge, reach = clause.left_edge(opening), 2 * REACH
        elif (first := circumstanced(clause, units, start - 1)) is not None:
            return first
    opener = edge - 1
    if clause.tag(opener) == "rel" and opener == at - 1 and clause.word_at(at + 1) in RESUMED:
        return None  # الذي فرضت عليه …
    if clause.tag(opener) == "rel" and opener == at - 1:
        return of_relative(clause, units, at)
    if clause.tag(opener) == "verb" and not auxiliary(clause, opener):
        return None  # what stands between two verbs belongs to the first
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
        listed = clause.word_at(unit.head - 1) in _BEING and unit.head == edge + 3  # كانت أربع دول هي … قطعت
        if unit.marker or unit.how == "place" or (unit.head > edge + 2 and not listed):
            continue
        if any(clause.is_marker(here) for here in range(edge, unit.head)):
            continue
        if any(clause.tag(one) == "noun" and one not in clause.idle for one in range(edge, unit.head)):
            continue  # the sanctions of X that hit …: they are the subject, X is not
        if subject is None:
            subject = unit
    light = clause.index.sets["negations"].exact
    bare = all(clause.word(here) in MODAL or clause.word(here) in light for here in range(edge, at))
    if subject is None and bare and clause.word(opener) in clause.index.sets["pronouns"].exact:
        if (beside := clause_beside(clause, units, opener, at)) is not None:
            return beside
        before = [unit for unit in units if unit.end <= opener and is_bare(unit)]
        if not before or not reported(clause, opener):
            return None
        inside = clause.word(before[-1].head).removeprefix("و") in _SOURCES and before[-1].how == "organization"
        if others_pronoun(clause, opener, at):  # قال … إنها تقاتل: not he who speaks, but who he speaks from inside of
            return before[-1] if inside else None
        if (speaker := _speaker(clause, units, opener)) is not None:
            return speaker  # وكشف أنه يخطط …: who speaks, not who was named last
        return before[-1]
    if subject is None and bare and auxiliary(clause, opener):
        return _left_subject(clause, units, opener)  # كندا كانت قد طلبت
    if subject is None or at - subject.end > reach:
        return None
    return subject


def _adopter(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """تبنى مجلس الأمن القرار 1701 الذي يطالب …, وقع الرئيس مرسوما يفرض …: who adopts it says what it says."""
    here = draft(clause, at)
    while here is not None and here > clause.first and _between(clause, here - 1):
        here -= 1
    verb = here - 1 if here is not None and clause.tag(here - 1) == "verb" else None
    adopts = any(one.role == "carrier" or one.name in _ADOPTING for one in clause.readings.get(verb or 0, ()))
    if verb is None or not adopts:
        return None
    if verb not in clause.subjects:
        subject_of(clause, units, verb, clause.readings[verb][0], at)
    return clause.subjects[verb]


def _between(clause: Clause, at: int) -> bool:
    """Whether the token may stand between who adopts a draft, or the verb, and the draft."""
    dated = clause.tag(at) == "location" and clause.tag(at + 1) == "time"
    return dated or clause.tag(at) in ("", "time", "comma", "quote") or clause.word(at) in ("لصالح", "علي")


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
