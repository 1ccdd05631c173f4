"""Events that are told of one party only: which count, and of whom."""

from __future__ import annotations

from .clauses import Clause
from .parties import acts
from .suffering import suffered
from .told import Told

# The prepositions of what is fired at.
_AT = {"على", "باتجاه", "نحو", "صوب", "تجاه", "ضد"}
# Carriers whose subject does himself what their object tells.
_DOING = {"do", "begin", "ongoing", "intend"}
# How far behind verb and subject what is struck may stand.
_STRUCK = 4
# Sets of people who can be struck or arrested, and of things that can be struck or taken.
_PEOPLE, _THINGS = ("people", "victims", "private", "members"), ("sites", "lands")
# How far behind aid the people may stand whom it is for.
_NEEDY = 10
# What takes up a thing that is taken.
_ON_IT = {"عليها", "عليه"}
_WITHOUT = {"بدون", "دون", "بلا"}
# What hits somebody: told by a noun, it counts where a verb of doing has it for its object.
BLOWS = {"ASSAULT", "COERCE"}
_DENIALS = {"deny-charge", "deny-account", "deny-part"}
# What is done to people only.
_OF_PEOPLE = {"arrest", "deport", "abduct"}


def stands(clause: Clause, told: Told, condition: bool) -> bool:
    """Whether an event counts as far as its parties are told: both, its doer alone, or only whom an attack hit."""
    if not told.slots.source:
        return bool(told.slots.target) and suffered(clause, told)
    return bool(told.slots.target) or stands_alone(clause, told, condition)


def stands_alone(clause: Clause, told: Told, condition: bool) -> bool:
    """Whether the event counts without a target: by its entry, under a condition, or for what a group's verb hits."""
    event, slots = told.event, told.slots
    unsaid = slots.doer is not None and slots.doer.how == "carried"
    if told.reading.pronoun and told.reading.pos != "noun" and unsaid:
        return False  # وحثه على …: its target is somebody, who is not told
    if slots.status == "claimed":
        return True
    if event.data.get("declared") and clause.carries(slots.carrier, "declare") and slots.doer is not None:
        return acts(clause, slots.doer, nonstate=False)
    if event.id == "denounce" and _owes(clause, told):
        return False
    person = slots.doer is not None and slots.doer.how == "person"
    if event.id in _DENIALS and person and clause.index.states.issuperset(slots.source):
        return False  # what one denies by his mere name may be his own affair
    if event.alone is True or (event.data.get("conditional") and condition and _grave(clause, told)):
        return True
    if event.type == "ASSAULT" and event.data.get("passive") and told.reading.pos == "past" and slots.active:
        return True
    if event.type == "COERCE" and told.reading.pos == "noun" and slots.active and _reason(clause, told.at):
        return True
    if not event.alone or slots.doer is None or not _constructed(clause, told):
        return False
    return acts(clause, slots.doer, nonstate=event.alone == "nonstate")


def _constructed(clause: Clause, told: Told) -> bool:
    """Whether the event stands in the construction that its entry, or its type, asks for."""
    alone, slots = told.event.alone, told.slots
    assert slots.doer is not None
    if alone == "needy":
        after = range(told.at + 1, min(clause.right_edge(told.at), told.at + _NEEDY))
        return any(clause.index.sets["needy"].holds(clause.word(here)) for here in after)
    if told.reading.pos == "noun":
        if slots.doer.head == told.at + told.reading.length and not told.reading.article:
            return alone == "genitive" or _verbal(clause, told)
        return _launched(clause, told) if told.event.type in BLOWS else _carried(clause, told)
    if alone == "object":
        return _object_follows(clause, told)
    return alone != "struck" or _struck_follows(clause, told)


def _verbal(clause: Clause, told: Told) -> bool:
    """Whether a noun has its doer and its object as a verb has them: استيلاء الحوثيين على السفينة, رفض لندن القرار."""
    doer, slots = told.slots.doer, told.slots
    if doer is None or doer.how == "people" or (doer.how == "demonym" and doer.head == doer.first):
        return _carried(clause, told)
    if told.event.type in BLOWS:
        return told.event.genitive != "target" and _struck_follows(clause, told)
    after = doer.end
    if clause.tag(after) == "location":  # رفض محكمة العدل في لاهاي الدعوى
        after += 1
        while after in clause.named:
            after += 1
    following, plain = clause.word_at(after), clause.tag(after) in ("", "noun") and after not in clause.named
    if told.event.type == "THREATEN" and plain and slots.carrier is None:
        return following[:1] == "ب"  # تهديد ترامب بالانسحاب
    refused = told.event.type == "REJECT" and following.startswith("ال") and plain and doer.how != "demonym"
    return refused or _carried(clause, told)


def _reason(clause: Clause, at: int) -> bool:
    """Whether a verbal noun stands as the fact that something else answers: ردا على إجبار مينسك طائرة على الهبوط."""
    facts = clause.index.sets["facts"].exact
    return clause.word_at(at - 1) in facts or (clause.tag(at - 1) == "other" and clause.word_at(at - 2) in facts)


def _grave(clause: Clause, told: Told) -> bool:
    """Whether a warning is of what the party itself will do, where its entry asks for that."""
    grave = told.event.grave
    after = range(told.at + 1, min(clause.end, max(told.at, told.slots.end) + 12))
    return grave is None or any(grave.holds(clause.word(here)) for here in after)


def _owes(clause: Clause, told: Told) -> bool:
    """Whether the verb is that of a debt: تدين … بفوزها إلى …"""
    doer = told.slots.doer
    word = clause.word_at(doer.end) if doer is not None and told.reading.pos != "noun" else ""
    return word[:1] == "ب" and word.endswith(("ها", "ه", "هم"))


def _carried(clause: Clause, told: Told) -> bool:
    """Whether a verb carries the noun and does not deny it: أبدت … قلقها, not أعلن … بدء تحقيق في اتهام …"""
    carrier, doer = told.slots.carrier, told.slots.doer
    if doer is None or (carrier is not None and told.reading.clitic == "ل" and carrier < told.at):
        return False
    if carrier is None:
        here = told.at - 1
        while clause.tag(here) in ("عن", "على", "quote"):
            here -= 1
        return told.reading.pronoun and clause.index.sets["attending"].holds(clause.word_at(here))
    if doer.head == told.at + told.reading.length and doer.how != "own" and clause.carries(carrier, "declare"):
        return False  # أعلن … بدء تحقيق في اتهام روسيا: who is accused
    said = [one.name for one in clause.readings.get(carrier, ()) if one.role == "carrier"]
    return not said or clause.index.carriers[said[0]] in (None, "ongoing")


def _launched(clause: Clause, told: Told) -> bool:
    """Whether a verb of doing has the attack itself for its object: شنت … غارات, هجوم نفذه …; not أكدت … الهجوم."""
    carrier, doer = told.slots.carrier, told.slots.doer
    reading = clause.speech(carrier) if carrier is not None else None
    suffered = told.event.genitive == "target"  # مقتل, إسقاط: whose it is, suffers it
    if carrier is None or doer is None or reading is None or reading.name not in _DOING or suffered:
        return False
    if clause.word(told.at - 1) in clause.index.status_nouns:
        return False  # قرار وقف إطلاق النار الذي اتخذه المجلس
    if carrier > told.at:
        return reading.pronoun
    first = max(carrier + 1, doer.end if carrier < doer.first < told.at else 0)
    return not reading.pronoun and all(_counts(clause, here) for here in range(first, told.at))


def _counts(clause: Clause, at: int) -> bool:
    """Whether the word only says when, or how many of what follows: شنت أمس سلسلة من الغارات."""
    word, sets = clause.word(at), clause.index.sets
    parts = any(sets[name].holds(word) for name in ("partitives", "quantities", "carrier_nouns"))
    return parts or word.isdigit() or clause.tag(at) in ("time", "quote", "من") or word in ("اي", "ايضا", "عده")


def launched(clause: Clause, told: Told) -> bool:
    """Whether weapons were fired at something that the text tells, though no party: أطلقت … صواريخ على …"""
    if told.event.own_words is None or told.slots.doer is None or told.reading.pos == "noun":
        return False
    after = range(told.at + 1, min(clause.end, max(told.slots.end, told.at) + 14))
    aimed = any(
        clause.tag(here) in _AT or clause.word(here).lstrip("و").startswith(("استهدف", "مستهدف")) for here in after
    )
    return aimed and acts(clause, told.slots.doer, nonstate=False)


def owned(clause: Clause, told: Told) -> bool:
    """Whether a directed event without a target is another one of its own: أطلقت كوريا الشمالية صاروخا is MOBILIZE."""
    words = told.event.own_words
    if words is None or told.slots.doer is None or told.reading.pos == "noun":
        return False
    after = range(told.at + 1, min(clause.end, max(told.slots.end, told.at) + 5))
    return any(words.holds(clause.word(here)) for here in after) and acts(clause, told.slots.doer, nonstate=False)


def _object_follows(clause: Clause, told: Told) -> bool:
    """Whether a plain word stands right after verb and subject: اتهمت الدوحة مسؤولين ب…, not تتهم إيران بـ…"""
    here = _complement(clause, told)
    return here < clause.end and clause.tag(here) in ("", "noun") and clause.word(here)[:1] not in "بل"


def _struck_follows(clause: Clause, told: Told) -> bool:
    """Whether what can be struck stands behind verb and subject, people or a place: قتلت القوات ثلاثة مدنيين."""
    first, event, sets = _complement(clause, told), told.event, clause.index.sets
    if told.reading.pos == "participle":
        return False  # who goes on to tell more of an attack has told it
    if clause.word_at(first) in _ON_IT and told.reading.pos == "past":
        return True  # البلدة التي سيطرت عليها الحركة
    if event.object == "none" and event.with_ is not None and event.with_.holds(clause.word_at(first)):
        first += 1  # إطلاق الجيش النار على …
    led = event.to.get(clause.tag(first)) == "target"
    people = event.mode in _OF_PEOPLE or event.id == "kill"
    suffering = [sets[name] for name in (_PEOPLE if people else (*_PEOPLE, *_THINGS))]
    for here in range(first + led, min(clause.end, first + _STRUCK)):
        word = clause.word(here)
        if clause.word(here - 1) in _WITHOUT:
            return False  # طائرة بدون طيار
        counted = people and word.isdigit() and clause.word_at(here + 1).endswith("ا")  # 12 مقاولا
        if counted or (led and here in clause.named) or any(one.holds(word) for one in suffering):
            return True
        if clause.tag(here) not in ("", "noun", "time", "quote"):
            return False
    return False


def _complement(clause: Clause, told: Told) -> int:
    """Where what follows verb and subject begins, behind a day: عرقلت روسيا في العاشر من أبريل قرارا."""
    doer = told.slots.doer
    assert doer is not None
    here = max(told.at + told.reading.length, doer.end if doer.first > told.at else 0)
    dated = clause.tag(here) == "location" and clause.tag(here + 1) == "time"
    while clause.tag(here) in ("time", "quote") or dated:
        here, dated = here + 1, False
    return here
