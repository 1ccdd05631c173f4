"""Deeds that another word of the sentence gives their doer: worries, charges with a pronoun, two deeds of one party."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .subjects import main_subject, subject_of
from .told import Told

# How far apart they may be told.
_REACH = 25

# Fights, where a party's own stand as what it took something with.
_FOUGHT = {"ASSAULT", "COERCE"}


def worried(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """أعربت برلين عن قلقها حيال تصريحات الرئيس الروسي: whose deed it is that worries."""
    opener = next((at for at in range(one.at + 1, min(clause.end, one.at + 4)) if clause.tag(at) == "sub"), None)
    about = next((unit for unit in units if opener is not None and unit.head == opener + 1 and not unit.marker), None)
    if about is not None and about.how != "place" and not set(about.ids) & set(one.slots.source):
        one.slots.put("target", about)  # أبدى الاتحاد أسفه لأن منغوليا لم تف بالتزاماتها
        one.slots.confidence = 0.65
        return
    deeds = clause.index.sets["worries"]
    for unit in units:
        if unit.first <= one.at or unit.first - one.at > _REACH // 2:
            continue
        between = range(one.at + 1, unit.first)
        if any(clause.tag(here) in ("stop", "sub", "rel", "verb", "comma") for here in between):
            return
        if (
            unit.how != "place"
            and unit.marker in ("", "ل", "other", "من")
            and not set(unit.ids) & set(one.slots.source)
        ):
            if any(deeds.holds(clause.word(here)) for here in between):
                one.slots.put("target", unit)
                one.slots.confidence = 0.65
            return


def roused(clause: Clause, told: Sequence[Told], units: Sequence[Unit]) -> None:
    """أثار القرار الأميركي غضب تركيا: the subject of the verb is whose deed it is."""
    rousing = clause.index.sets["rousing"]
    for one in told:
        slots = one.slots
        if one.event.type not in ("ACCUSE", "REJECT") or one.reading.pos != "noun" or not slots.source or slots.target:
            continue
        verb = clause.verb_before(one.at)
        if verb is None or not rousing.holds(clause.word(verb)):
            continue
        deed, _ = subject_of(clause, units, verb, clause.readings[verb][0], one.at)
        if deed is not None and deed.end <= one.at and deed.how != "place" and not set(deed.ids) & set(slots.source):
            slots.put("target", deed)
            slots.confidence = 0.65


def speakers(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """في إشارة إلى اتهامه لقطر: the pronoun is who speaks in the sentence."""
    main = main_subject(clause, [unit for unit in units if unit.end <= one.at])
    if one.slots.source or not one.slots.target or main is None or set(main[0].ids) & set(one.slots.target):
        return
    if clause.word(one.at).endswith("ها") == main[1]:
        one.slots.source = list(main[0].ids)
        one.slots.first, one.slots.confidence = min(one.slots.first, main[0].first), 0.6


def joined_deeds(clause: Clause, told: Sequence[Told]) -> None:
    """الانسحاب من الاتفاق وإعادة فرض العقوبات على إيران; سيطرت … بعد معارك ضد …: one party does both."""
    for number, other in enumerate(told):
        if other.slots.source or other.reading.pos != "noun":
            continue
        one = next((one for one in reversed(told[:number]) if one.slots.source), None)
        if one is None:
            continue
        a, b = one.slots, other.slots
        if other.at - max(one.at, a.end) > _REACH // 2:
            continue
        if any(clause.tag(here) in ("stop", "sub", "rel", "comma") for here in range(a.end, other.at)):
            continue
        first = other.at
        while clause.index.sets["carrier_nouns"].holds(clause.word_at(first - 1)):
            first -= 1
        joined = clause.conjoined(first) and one.reading.pos == "noun" and first > a.end - 1
        near = (clause.tag(other.at - 1), clause.tag(other.at - 2))
        inside = near[0] == "location" or near == ("", "location") or near == ("من", "time")
        fights = {one.event.type, other.event.type} <= _FOUGHT and inside
        if (
            joined
            and other.event.type == "SANCTION"
            and one.event.type in ("REJECT", "SANCTION")
            and b.target
            and b.carrier in (None, a.carrier)
        ):
            b.source = [who for who in a.source if who not in b.target]
        elif fights and len(b.target or b.parties) == 1 and not set(a.source) & {*b.target, *b.parties}:
            b.source = list(a.source)
        b.confidence = min(b.confidence, 0.6)
