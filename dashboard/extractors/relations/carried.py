"""Subjects that Arabic leaves out: the verb goes on with the subject of the verb before, in gender and number."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import MODAL, PERHAPS, Clause
from .phrases import Unit
from .vocabulary import Reading

# What may stand between a verb and its complement without being a subject.
_LIGHT = {"time", "quote"}
# Prepositions with a pronoun: a complement, and no subject.
_RESUMING = {
    "منه", "منها", "منهم", "عليه", "عليها", "عليهم", "له", "لها", "لهم", "اليه", "اليها", "اليهم", "به", "بها", "بهم",
    "معه", "معها", "معهم", "عنه", "عنها", "فيه", "فيها",
}  # fmt: skip
# Whoever is called so is the peer of a subject that is left out.
_PEERS = {"نظيره", "نظيرها", "نظيرته", "نظيرتها", "نظيريه", "نظيريها", "نظراءه", "نظراءها"}
# Right behind a verb they are its subject, who is not told: ودعا أحدهم الاتحاد الأوروبي إلى …
SOME = {"احدهم", "احداها", "احدها", "احداهن", "بعضهم", "بعضها", "كثيرون", "اخرون", "كلاهما", "جميعهم", "معظمهم"}
# How two are described: البلدان, الزعيمان.
_TWO = {"both", "leaders"}
_OBJECTS = ("ها", "هم", "هما", "ه", "نا")
# How many verbs back the subject may have been named.
_BACK = 4


def feminine(word: str, reading: Reading) -> bool:
    """Whether a verb's form is that of a feminine subject: أعلنت, ستعلن."""
    core = word[1:] if reading.conjunction else word
    if reading.pos == "present":
        return core[1 if reading.future else 0 :].startswith("ت")
    if reading.pronoun:
        core = next((core[: -len(one)] for one in _OBJECTS if core.endswith(one)), core)
    return core.endswith("ت")


def masculine(clause: Clause, unit: Unit) -> bool:
    """Whether a party named by its state's name is masculine, of several the first; a capital never is."""
    return unit.how != "capital" and bool(clause.index.masculine.intersection(unit.ids[:1]))


def speaks(word: str, reading: Reading) -> bool:
    """Whether the verb is in the first person plural: ندعو, طالبنا."""
    core = word[1:] if reading.conjunction else word
    if reading.pos == "present":
        return core[1 if reading.future else 0 :].startswith("ن")
    return reading.pos == "past" and reading.plural and core.endswith("نا")


def pronoun_subject(clause: Clause, at: int) -> bool:
    """Whether a pronoun is the verb's subject: إنها تحث …"""
    here = at - 1
    light = clause.index.sets["negations"].exact
    while here > clause.first and (
        clause.tag(here) == "quote" or clause.word(here) in MODAL or clause.word(here) in light
    ):
        here -= 1
    return clause.word_at(here) in clause.index.sets["pronouns"].exact and clause.tag(here) == "sub"


def is_object(clause: Clause, unit: Unit, at: int, reading: Reading) -> bool:
    """Whether a party right after a verb can't be its subject for its gender: واتهم إيران ب…, وطالبت مجلس …"""
    if speaks(clause.word(at), reading) or clause.word_at(at + reading.length) in SOME:
        return True
    if unit.how in _TWO and unit.head == unit.first and clause.word(unit.first).endswith("ين") and not unit.marker:
        return True  # ودعت البلدين: no subject has that ending
    if unit.how.isdigit() and reading.conjunction and clause.word_at(unit.end).startswith("ال"):
        return True  # وناشدت الدول الثلاث العدول عن …
    if reading.plural:
        return False
    if unit.head < unit.first and _deed(clause, unit, reading):
        return True
    peer = clause.word(unit.head) in _PEERS and (reading.conjunction or clause.tag(at - 1) == "sub")
    if peer and not unit.marker:
        return not _object_follows(clause, unit)  # حيث أبلغ نظيره الإيراني; but: واتهم نظيره الأذربيجاني أرمينيا
    head = clause.word(unit.head).removeprefix("ال")
    if feminine(clause.word(at), reading) and head in clause.index.sets["men"].exact:
        return True
    womanly = unit.how == "organization" and head.endswith("ه") and head not in clause.index.sets["men"].exact
    if womanly and not unit.marker and not feminine(clause.word(at), reading):
        return True  # ودعم جبهة …: a masculine verb has no such subject
    alone = unit.head == unit.first == unit.end - 1 and not unit.marker and unit.how in ("people", "organization")
    if alone and clause.word(unit.head).startswith("ال") and clause.word(unit.head).endswith("يين"):
        return True  # واتهم الحوثيين: no subject has that ending
    indefinite = unit.how == "demonym" and unit.head < unit.first and not unit.marker and not unit.definite
    if indefinite and all(clause.word(here).endswith("ا") for here in (unit.head, unit.first)):
        return True  # واحتجزت مواطنا كنديا: no subject has that ending
    if (unit.head < unit.first or unit.how == "organization") and _suffers(clause, unit, at, reading):
        return True
    if unit.how == "demonym" and not unit.definite and clause.index.sets["sites"].holds(head):
        return True  # ظل يقصف مواقع إسرائيلية
    if unit.how not in ("name", "capital") or unit.head != unit.first:
        return False
    if masculine(clause, unit) or unit.marker:  # of several the first gives the verb its gender
        return False
    opened = clause.tag(at - 1) == "sub" or clause.word_at(at - 1) in PERHAPS
    opened = opened or unit.head > at + reading.length  # انتقد فيها تركيا
    if not (reading.conjunction or reading.pos == "present" or opened):
        return False  # دعم موسكو …: the verbal noun is written the same
    return unit.ids[0] in clause.index.states and not feminine(clause.word(at), reading)


def _object_follows(clause: Clause, unit: Unit) -> bool:
    """Whether another party, which nothing governs, comes right behind a party and its name."""
    here = unit.end
    while here in clause.named and here not in clause.heads:
        here += 1
    return here in clause.heads


def _deed(clause: Clause, unit: Unit, reading: Reading) -> bool:
    """Whether the phrase is a deed that one condemns or welcomes: واستنكرت إقدام الحوثيين على …, ورحبت قرار …"""
    event = clause.index.events.get(reading.name) if reading.role == "event" else None
    word = clause.word(unit.head)
    if word.endswith(("ون", "ين")):
        return False  # سياسيون
    worries = clause.index.sets["worries"]
    return event is not None and bool(event.data.get("content")) and (
        clause.index.controls(word) is not None or worries.holds(word)
    )  # fmt: skip


def _suffers(clause: Clause, unit: Unit, at: int, reading: Reading) -> bool:
    """Whether the phrase's head is what the verb does something to: استهدفت مواقع الجيش, وستجمد الأصول الروسية."""
    event = clause.index.events.get(reading.name) if reading.role == "event" else None
    if event is None or event.object != "target" or event.kind != "directed" or reading.pronoun:
        return False
    word = clause.word(unit.head)
    if clause.index.sets["quantities"].holds(word) and unit.head + 1 < unit.first:
        word = clause.word(unit.head + 1)  # وطردت ثلاثة دبلوماسيين روس
    if event.type == "ASSAULT" and not event.data.get("voice"):
        return clause.index.sets["sites"].holds(word) and not clause.index.sets["officials"].holds(word)
    return event.type == "SANCTION" and event.with_ is not None and event.with_.holds(word)


def leaves_out(clause: Clause, units: Sequence[Unit], at: int, reading: Reading) -> bool:
    """Whether the verb names no subject: it takes up the one before, and its complement follows at once."""
    near = at - 1
    light = clause.index.sets["negations"].exact
    while near > clause.first and (clause.tag(near) == "quote" or clause.word(near) in light):
        near -= 1
    opened = reading.conjunction or clause.tag(near) in ("sub", "verb") or at == clause.first
    if not opened and reading.pronoun and clause.tag(near) == "rel":
        charged = reading.name == "accuse" and clause.word_at(at + 1)[:1] == "ب"  # المغرب الذي تتهمه ب…
        return charged or (reading.pos == "past" and (clause.is_marker(at + 1) or clause.tag(at + 1) == "time"))
    if not opened or reading.pos not in ("past", "present"):
        return False
    if pronoun_subject(clause, at):
        return True
    if _negated(clause, units, at):
        return True
    here = at + reading.length
    if clause.word_at(here) in _RESUMING:
        return True
    while clause.tag(here) in _LIGHT or clause.word_at(here) in clause.index.sets["adverbs"].exact:
        here += 1
    if clause.tag(here) == "comma":
        return False
    if clause.is_marker(here) or clause.tag(here) == "sub":
        return True
    unit = next((one for one in units if one.head == here), None)
    if unit is not None:
        return bool(unit.marker) or is_object(clause, unit, at, reading)
    word = clause.word_at(here)
    if reading.conjunction and oblique(clause, here):
        return True
    if word.endswith(("ها", "هم", "هما")) or clause.index.sets["carrier_nouns"].holds(word):
        return True  # أغلقت مجالها …, أعادت فرض …
    if _imposes(clause, at, here, reading):
        return True
    if clause.tag(here) == "noun":
        return any(one.clitic for one in clause.readings.get(here, ())) or _object_noun(clause, at, here, reading)
    return clause.tag(here) == "" and here < clause.end and word[:1] in "بل" and len(word) > 4 and not (
        clause.index.sets["whole_words"].holds(word)
    )  # fmt: skip


def oblique(clause: Clause, at: int) -> bool:
    """Whether the word can be no subject by its ending: حث طرفي النزاع, دعا المسؤولين, ناشد البلدين."""
    word = clause.word_at(at)
    sets = clause.index.sets
    ends = word.startswith("ال") and word.endswith("ين") and len(word) > 5 and at not in clause.named
    return word in sets["oblique"].exact or (ends and word not in sets["upright"].exact)


def _imposes(clause: Clause, at: int, after: int, reading: Reading) -> bool:
    """Whether the word behind a verb that goes on is what it carries (وفرضت عقوبات) or asks for (وقدمت شكوى)."""
    if not reading.conjunction:
        return False
    indefinite = clause.tag(after) == "noun" and not any(one.article for one in clause.readings.get(after, ()))
    carries = indefinite and any(one.name == "do" for one in clause.readings.get(at, ()))
    if carries and (
        reading.pos == "past" or not any(clause.tag(here - 1) == "sub" for here in earlier_verbs(clause, at)[:1])
    ):
        return True  # وتشن منذ سنوات غارات على …; not: أن يدين إيران ويتخذ إجراءات
    if reading.pos != "past":
        return False
    events = (clause.index.events.get(one.name) for one in clause.readings.get(at, ()))
    word = clause.word_at(after)
    known = [one for one in events if one is not None]
    if any(one.object == "none" and one.with_ and word in one.with_ for one in known):
        return True
    if clause.index.sets["quantities"].holds(word) or word.isdigit():
        word = clause.word_at(after + 1)  # وطردت ثلاثة دبلوماسيين
    # A masculine past is written like the verbal noun: وضرب مواقع.
    if word.startswith("ال") or clause.tag(after) not in ("", "noun") or not feminine(clause.word(at), reading):
        return False
    sites = clause.index.sets["sites"]
    return any(sites.holds(word) if one.type == "ASSAULT" else one.with_ and word in one.with_ for one in known)


def _negated(clause: Clause, units: Sequence[Unit], at: int) -> bool:
    """Whether only أن تكون, أن يكون stands before the verb, and no party right after it: نفت … أن تكون باعت أسلحة."""
    here = at - 1 - (clause.word_at(at - 1) in PERHAPS)
    auxiliary = clause.tag(here) == "verb" and clause.readings[here].aux
    followed = any(one.head == at + 1 and not one.marker for one in units)
    return auxiliary and clause.tag(here - 1) == "sub" and not followed


def _object_noun(clause: Clause, at: int, noun: int, reading: Reading) -> bool:
    """Whether an event's noun right after a verb that goes on is its object: كما تجري محادثات مع واشنطن."""
    goes_on = reading.conjunction or clause.word_at(at - 1) == "كما"
    plain = not any(one.article for one in clause.readings.get(noun, ()))
    companion = any(clause.tag(here) == "مع" for here in range(noun + 1, min(clause.end, noun + 4)))
    return goes_on and plain and companion and noun == at + reading.length


def earlier_verbs(clause: Clause, at: int) -> list[int]:
    """The verbs before a verb that may share its subject, nearest first; none of another relative clause."""
    found = []
    inside = clause.tag(at - 1) != "rel" and _in_relative(clause, at)
    for here in range(at - 1, clause.first - 1, -1):
        inside = inside and clause.tag(here) != "rel"
        if clause.tag(here) == "verb" and ((inside and _told(clause, here)) or not _in_relative(clause, here)):
            found.append(here)
            if len(found) == _BACK:
                break
    return found


def _told(clause: Clause, at: int) -> bool:
    """Whether a relative clause's verb tells an event of what the pronoun stands for: not التي شنتها إيران."""
    readings = clause.readings.get(at, ())
    subject = clause.subjects.get(at)
    own = subject is not None and subject.end <= at
    return own and any(one.role == "event" and not one.pronoun for one in readings)


def _in_relative(clause: Clause, at: int) -> bool:
    """Whether the verb stands in a relative clause: nothing closes it between the pronoun and the verb."""
    if _qualifies(clause, at) or _takes_up(clause, at):
        return True
    for here in range(at - 1, clause.first - 1, -1):
        tag = clause.tag(here)
        if tag == "rel":
            return True
        if tag in ("stop", "comma", "sub"):
            return False
    return False


def _takes_up(clause: Clause, at: int) -> bool:
    """Whether the verb's pronoun is the bare noun right before it: بدأ الأمير جولة استهلها بمصر."""
    noun = at - 1
    if noun < clause.first or clause.tag(noun) not in ("", "noun") or noun in clause.named:
        return False
    owned = all(one.pronoun and not one.conjunction for one in clause.readings.get(at, ()))
    return owned and not clause.word(noun).startswith(("ال", "وال"))


def _qualifies(clause: Clause, at: int) -> bool:
    """Whether a present verb qualifies the bare noun before it: رفض أي تفاهم لا يشارك فيه."""
    noun = at - 2
    if clause.word_at(at - 1) != "لا" or noun < clause.first or clause.tag(noun) not in ("", "noun"):
        return False
    return noun not in clause.named and not clause.word(noun).startswith("ال")


def carry(unit: Unit, at: int) -> Unit:
    """The subject as it stands unsaid at a verb."""
    return Unit(at, at, at, list(unit.ids), "", "carried")
