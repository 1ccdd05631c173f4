"""Events that lean on one another: what is condemned or welcomed, and attacks told with their victims apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Relation
from .attitudes import stripped
from .clauses import Clause
from .deeds import joined_deeds, roused, speakers, worried
from .phrases import Unit
from .slots import is_bare
from .told import Told

# How far apart an attack and its victims may be told.
_REACH = 25
# Whom one refuses to meet stands right behind.
_MEETING = {"meeting", "host"}
# How many words may stand between talks and with whom they are held.
_ADJECTIVES = 2
# What is said to another's face in a call or a meeting.
_SPOKEN = {"REQUEST", "SUPPORT"}
# Feelings about what another has done.
_WORRIES = {"concern", "regret"}
# What takes up a sentence's statement before a denial.
_POINTING = ("ما", "الذي")


def connect(clause: Clause, told: list[Told], units: Sequence[Unit]) -> None:
    """Fill open ends from the other triggers of the sentence, in place."""
    for number, one in enumerate(told):
        if one.event.data.get("content") and one.slots.source and not one.slots.target:
            _from_content(clause, one, told[number + 1 :], units)
        if (one.event.data.get("content") or one.event.type == "REJECT") and one.slots.source and not one.slots.target:
            _from_relative(clause, one, units)
    for one, other in pairwise(told):
        if one.event.type == "REQUEST" and one.slots.source and not one.slots.target and _ended(clause, one, other):
            one.slots.target = [who for who in other.slots.source if who not in one.slots.source]
            one.slots.end, one.slots.confidence = max(one.slots.end, other.slots.end), 0.65
    for one in told:
        if one.event.id in _WORRIES and one.slots.source and not one.slots.target:
            worried(clause, one, units)
        elif one.reading.pronoun and one.reading.pos == "noun" and one.event.type == "ACCUSE":
            speakers(clause, one, units)
    roused(clause, told, units)
    _called(clause, told)
    _hosted(told)
    joined_deeds(clause, told)
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            if one.event.type == other.event.type == "ASSAULT" and other.at - one.at <= _REACH:
                _join_attack(clause, one, other)


def _ended(clause: Clause, one: Told, other: Told) -> bool:
    """Whether what is asked for is that another's deed ends: طالبت القاهرة بوقف الغارات الإسرائيلية."""
    stop = stripped(clause.word_at(other.at - 1))
    ends = other.event.type == "RETREAT" or clause.index.status_nouns.get(stop) in ("suspended", "cancelled")
    near = other.reading.pos == "noun" and 0 < other.at - max(one.at, one.slots.end) + 1 <= _ADJECTIVES + 1
    return ends and near and other.event.kind == "directed"


def _from_content(clause: Clause, one: Told, later: list[Told], units: Sequence[Unit]) -> None:
    """أدانت أنقرة القصف الإسرائيلي: the doer of what is condemned is the target."""
    edge = clause.right_edge(one.at)
    for other in later:
        if other.at >= edge:
            return
        if other.event.data.get("attribute"):
            continue  # دعما للحكومة في مواجهة الحوثيين المدعومين من إيران
        if other.reading.pos == "noun":
            partner = _partner(clause, other, units) if one.event.type == "REJECT" else []
            doer = [who for who in other.slots.source or partner if who not in one.slots.source]
            accused = one.event.type == "REJECT" and other.event.id == "accuse"  # نفى الاتهامات التي وجهها …
            if doer and accused and not other.slots.target:
                other.slots.target, other.slots.status = list(one.slots.source), "occurred"
            if doer and (other.slots.carrier in (None, one.at) or accused):
                one.slots.target = doer
                one.slots.end = max(one.slots.end, other.slots.end)
                one.slots.confidence = min(one.slots.confidence, 0.7)
            return


def _partner(clause: Clause, other: Told, units: Sequence[Unit]) -> list[str]:
    """رفضت طهران التفاوض المباشر مع واشنطن: with whom nothing is to be done."""
    first = other.at + other.reading.length
    for unit in units:
        near = first <= unit.head <= first + _ADJECTIVES + 1 and unit.marker == "مع"
        if near and other.event.type == "CONSULT" and all(clause.tag(at) == "" for at in range(first, unit.head - 1)):
            return unit.ids
        if unit.head == first and is_bare(unit) and other.event.id in _MEETING:
            return unit.ids  # رفض لقاء الرئيس الفلسطيني
    return []


def _called(clause: Clause, told: Sequence[Told]) -> None:
    """دعا أمير قطر نظيره الإيراني، في مكالمة هاتفية، إلى …: those of the verb are those of the call."""
    for one in told:
        inside = clause.tag(one.at - 1) == "location" or clause.word_at(one.at - 1) in ("خلال", "أثناء", "اثناء")
        if one.event.id not in ("call", "talks", "meeting") or one.reading.pos != "noun" or not inside:
            continue
        if one.slots.source or one.slots.parties or one.slots.target:
            continue
        for other in told:
            both = other.event.kind == "directed" and other.reading.pos != "noun" and other.event.type in _SPOKEN
            if both and other.slots.source and other.slots.target and abs(other.at - one.at) <= _REACH:
                one.slots.parties = [*other.slots.source, *other.slots.target]
                one.slots.confidence = 0.6
                break


def _hosted(told: Sequence[Told]) -> None:
    """اتفق الصومال وإثيوبيا … إثر محادثات استضافها الرئيس التركي: between whom the talks were, that another hosted."""
    for number, one in enumerate(told):
        if one.event.id != "sponsor-talks" or not one.reading.pronoun or not one.slots.source or one.slots.target:
            continue
        pairs = [two.slots.parties for two in told[:number] if len(set(two.slots.parties) - set(one.slots.source)) > 1]
        if pairs:
            one.slots.target = [who for who in pairs[-1] if who not in one.slots.source]
            one.slots.confidence = 0.65


def _from_relative(clause: Clause, one: Told, units: Sequence[Unit]) -> None:
    """نددت غيانا بالاستفتاء الذي تنظمه فنزويلا: who does what is condemned, in the relative clause right after it."""
    after = range(one.slots.end, min(clause.end, one.slots.end + 5))
    pronoun = next((here for here in after if clause.tag(here) == "rel" or _presented(clause, here)), None)
    if pronoun is None or any(clause.tag(here) in ("comma", "stop", "verb") for here in range(one.slots.end, pronoun)):
        return
    for unit in units:
        if pronoun < unit.head <= pronoun + 3 and is_bare(unit):
            who = [one_id for one_id in unit.ids if one_id not in one.slots.source]
            bound = _presented(clause, pronoun) or any(
                clause.word(here).endswith(("ه", "ها", "هم")) for here in range(pronoun + 1, unit.head)
            )
            if who and bound and who == unit.ids:
                one.slots.target, one.slots.end = who, unit.end
                one.slots.confidence = min(one.slots.confidence, 0.65)
            return


def _presented(clause: Clause, at: int) -> bool:
    """قدمته, تقدمت به: a relative clause without its pronoun, of a thing put forward."""
    if not clause.index.sets["presented"].holds(clause.word(at)):
        return False
    return clause.word(at).endswith(("ه", "ها")) or clause.word_at(at + 1) in ("به", "بها")


def _join_attack(clause: Clause, one: Told, other: Told) -> None:
    """قتل مدنيان أفغانيان في ضربات أميركية: one names the victims, the other who struck."""
    a, b = one.slots, other.slots
    between = range(one.at + 1, other.at)
    causes = clause.index.sets["causes"]
    linked = any(clause.word(here) in causes.exact for here in between) or one.event.id == "suffer"
    plain = all(clause.tag(here) in ("", "quote", "time", "rel") for here in between)
    linked = linked or (one.reading.pos == "noun" and other.reading.pos != "noun" and plain)
    linked = linked or (causes.holds(clause.word_at(one.at - 1)) and clause.tag(other.at - 1) == "إلى")
    victims = one.event.id in ("kill", "wounded", "perish", "claim-lives") and a.target != b.target
    linked = linked or one.event.id == "claim-lives"  # أودت غارة إسرائيلية بحياة …
    linked = linked or (victims and other.reading.clitic == "ب")  # أصيب جنود بقصف …
    linked = linked or (victims and clause.word_at(other.at - 1) == "في")  # قتل جنود في هجوم …
    if not linked or any(clause.tag(here) == "stop" for here in between):
        return
    if a.target and not a.source and b.source and (not b.target or victims):
        a.source, a.end = list(b.source), max(a.end, b.end)
        a.confidence = 0.65
    elif a.source and not a.target and b.target and not b.source and not _parted(clause, between):
        b.source, b.first = list(a.source), min(a.first, b.first)
        b.confidence = 0.65


def _parted(clause: Clause, between: range) -> bool:
    """Whether what was done or not done stands between the two: المقتول بغارة للتحالف توعد بإطلاق صواريخ على …"""
    index = clause.index
    for here in between:
        if clause.word(here) in index.sets["negations"].exact:
            return True
        events = [index.events[one.name] for one in clause.readings.get(here, ()) if one.role == "event"]
        alone = [event for event in events if event.with_ is None]  # أدت غارة إلى مقتل …: a verb that may tell much
        if clause.tag(here) == "verb" and alone and all(event.type != "ASSAULT" for event in alone):
            return True
    return False


def denials(clause: Clause, found: Sequence[Relation]) -> list[Relation]:
    """A claim that the sentence ends by denying is a second row: …، وهو ما نفته أنقرة."""
    words = clause.doc.words
    for here in clause.where(clause.index.sets["denials"].exact.__contains__):
        charged = clause.tag(here - 1) == "rel" and clause.index.sets["accusations"].holds(clause.word_at(here - 2))
        if here > clause.first and (words[here - 1] in _POINTING or charged):
            at = clause.doc.starts[here]
            last = [one for one in found if (one.end or 0) <= at and one.status in ("occurred", "claimed", "ongoing")]
            end = clause.doc.token_at((last[-1].end or 1) - 1) if last else here
            if any(clause.tag(one) == "verb" for one in range(end + 1, here)):
                return []  # another verb's statement is what is denied
            if last and last[-1].type == "ACCUSE":
                charges = [one for one in last if (one.type, one.start) == ("ACCUSE", last[-1].start)]
                return [row for one in charges for row in _contradicted(clause, one, here)]
            return [replace(last[-1], status="denied", attributed_to=None, confidence=0.65)] if last else []
    return []


def _contradicted(clause: Clause, charge: Relation, at: int) -> list[Relation]:
    """واتهمت كييف موسكو …، وهو ما نفته موسكو: who is accused rejects the charge."""
    if charge.target is None or charge.source is None:
        return []
    start, end = clause.doc.span(at, at + 1)
    return [
        replace(
            charge, type="REJECT", mode=None, source=charge.target, target=charge.source,
            actors=(charge.target, charge.source), status="occurred", announces=None, attributed_to=None, date=None,
            start=start, end=end, sign=clause.index.types["REJECT"]["sign"], confidence=0.65,
        )
    ]  # fmt: skip


def resume(clause: Clause, told: Told, relation: Relation, before: Sequence[Relation]) -> Relation:
    """An event that the text points back to (هذه المناورات) keeps its status, and its parties join the new ones."""
    near = clause.doc.words[max(clause.first, told.at - 2) : min(clause.end, told.at + 3)]
    if relation.status == "occurred" or relation.status == "claimed":
        if clause.index.sets["again"].exact.isdisjoint(near):
            return relation
        for earlier in reversed(before):
            if earlier.rule.split(":")[1] == told.event.id and earlier.reciprocal:
                actors = tuple(dict.fromkeys([*earlier.actors, *relation.actors]))
                return replace(
                    relation, source=actors[0], target=actors[1], actors=actors, reciprocal=True, type=earlier.type,
                    mode=earlier.mode, status=earlier.status, announces=earlier.announces, sign=earlier.sign,
                    date=relation.date if relation.date is not None else earlier.date, confidence=0.7,
                )  # fmt: skip
    return relation
