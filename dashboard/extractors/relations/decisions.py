"""Whose deed a definite word takes up that has no parties of its own: نددت باريس بالهجوم, بالقرار, بطرد السفير.

The doer is looked for among what the sentence has told, what the text told just before, and what its title tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ...model import Relation
from .clauses import Clause
from .phrases import Unit
from .told import Told

# How sure a target is that only an earlier sentence names.
INFERRED = 0.55
# Of how many relations before the last deed of a kind is, and what must have become of it.
_RECENT = 6
_FOUGHT = {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "PROTEST"}
# What may be called a decision or a step.
_DECIDED = {"SANCTION", "COERCE", "REJECT", "RETREAT", "CONCEDE", "SUPPORT", "AGREE", "MOBILIZE", "AID"}
_DONE = {"occurred", "ongoing", "claimed"}
_SET = {*_DONE, "announced", "suspended"}
# What a recalled ambassador answers.
_HOSTILE = {"SANCTION", "COERCE", "ACCUSE", "ASSAULT"}
# What answers a demand, and of how many relations before the demand is one.
_ANSWERS = {"REJECT", "AGREE", "CONCEDE"}
_JUST = 3
# What answers an offer.
_OFFERED = {*_ANSWERS, "SUPPORT"}
# What one threatens to answer.
_HARMFUL = {"SANCTION", "COERCE", "ASSAULT"}
# What would say from whom an envoy is recalled.
_FROM = {"من", "location", "ل", "على", "إلى"}
# What parts the word from the verb.
_PARTING = {"stop", "comma", "sub", "rel", "verb"}
# How far behind its verb and subject the word may stand.
_NEAR = 3


def take_up(clause: Clause, told: Sequence[Told], before: Sequence[Relation], headline: Sequence[Relation]) -> None:
    """Give stances on a deed told before their target, in place: who did it."""
    for number, one in enumerate(told):
        slots = one.slots
        stance = one.event.data.get("content") or one.event.type in _ANSWERS
        if not stance or one.reading.pos == "noun" or not slots.source or slots.target:
            continue
        deed = next((other for other in told[number + 1 :] if other.at - max(one.at, slots.end) <= 1), None)
        if deed is not None and _bare_deed(clause, deed):
            end, doer = deed.at + 1, _doer_here(one, deed, told) or _doer_of(deed, before, headline)
        elif asker := _asker(clause, one, told[:number], before) or _offerer(clause, one, told[:number], before):
            end, doer = slots.end, asker
        elif not one.event.data.get("content"):
            continue
        elif (at := _decision(clause, max(one.at + one.reading.length, slots.end))) is not None:
            end, doer = at + 1, _decider(slots.source, told[:number], before, headline)
        else:
            continue
        if doer is not None and doer not in slots.source:
            slots.target, slots.end, slots.confidence = [doer], max(slots.end, end), INFERRED


def _asker(clause: Clause, one: Told, told: Sequence[Told], before: Sequence[Relation]) -> str | None:
    """أمرت المحكمة فنزويلا بـ…، لكن كراكاس رفضت القرار: who has just asked it of her, or the sentence before."""
    if one.event.type not in _ANSWERS or len(one.slots.source) != 1:
        return None
    if not _named_again(clause, one, "asked"):
        return None
    who = one.slots.source[0]
    here = [
        two.slots.source[0]
        for two in told
        if two.event.type == "REQUEST" and who in two.slots.target and two.slots.source
    ]
    lately = [rel.source for rel in before[-_JUST:] if rel.type == "REQUEST" and rel.target == who and rel.source]
    asking = [asker for asker in here or lately if asker != who]
    return asking[-1] if len(set(asking)) == 1 else None


def _offerer(clause: Clause, one: Told, told: Sequence[Told], before: Sequence[Relation]) -> str | None:
    """عرضت قطر الوساطة، ورحبت السعودية بالعرض: who has just offered it, here or in the sentence before."""
    if one.event.type not in _OFFERED or not _named_again(clause, one, "offered"):
        return None
    here = [two.slots.source[0] for two in told if two.event.id == "offer" and two.slots.source]
    lately = [rel.source for rel in before[-_JUST:] if rel.rule.startswith("relation:offer:") and rel.source]
    offering = [who for who in here or lately if who not in one.slots.source]
    return offering[-1] if len(set(offering)) == 1 else None


def _named_again(clause: Clause, one: Told, words: str) -> bool:
    """Whether a word like الطلب or بالعرض stands right behind a verb and its subject, and nothing qualifies it."""
    first = max(one.at + one.reading.length, one.slots.end)
    known = clause.index.sets[words].exact
    at = next((here for here in range(first, first + 2) if clause.word_at(here) in known), None)
    return at is not None and not _told_further(clause, at)


def _told_further(clause: Clause, at: int) -> bool:
    """Whether more is said of a word, so that it takes up nothing: القرار الأميركي, العرض الذي …"""
    return at + 1 in clause.named or clause.tag(at + 1) in ("rel", "noun", "ل") or clause.qualified(at)


def reprisals(
    clause: Clause, told: Sequence[Told], units: Sequence[Unit], before: Sequence[Relation],
    headline: Sequence[Relation],
) -> None:  # fmt: skip
    """واستدعت سفيرها: from whom, where it isn't told, is whom it answers, else who has last done something to the
    state, or it to him."""
    for one in told:
        slots = one.slots
        if not one.event.data.get("returned") or len(slots.source) != 1 or slots.target:
            continue
        if one.event.id != "retaliate" and (answered := _answered(clause, units, slots.source)) is not None:
            slots.put("target", answered)
            slots.confidence = 0.65
            continue
        if any(clause.tag(at) in _FROM for at in range(slots.end, min(clause.end, slots.end + _NEAR))):
            continue  # من بعض الدول, لدى دول أوروبية
        who = slots.source[0]
        whom = [[who], []] if one.event.id == "retaliate" else [[who]]
        here = (two.slots for two in told if two.at < one.at and two.event.type in _HOSTILE)
        last = [two.source[0] for two in here if two.target in whom and len(two.source) == 1 and who not in two.source]
        if last:
            slots.target, slots.confidence = last[-1:], 0.65  # طردت ريغا السفير الروسي، وردت موسكو بالمثل
            continue
        for rel in chain(reversed(before), reversed(headline)):
            if rel.type in _HOSTILE and who in (rel.source, rel.target) and rel.source and rel.target:
                slots.target = [rel.source if rel.target == who else rel.target]
                slots.confidence = INFERRED
                break


def _answered(clause: Clause, units: Sequence[Unit], source: Sequence[str]) -> Unit | None:
    """Whom a reprisal answers: ردت مالي على الجزائر باستدعاء …, استدعت … ردا على تصريحات جزائرية."""
    answering = clause.index.sets["answering"].exact
    for unit in units:
        if clause.word_at(unit.head - 1) != "علي" or not set(source).isdisjoint(unit.ids):
            continue
        verb = clause.verb_before(unit.head)
        heads = [unit.head - 2] if verb is None else [unit.head - 2, verb]
        if any(clause.word(at).lstrip("وفس") in answering for at in heads):
            return unit
    return None


def replies(clause: Clause, told: Sequence[Told], before: Sequence[Relation], headline: Sequence[Relation]) -> None:
    """توعدت موسكو بالرد بعد عقوبات أميركية على مسؤولين روس: whom she threatens is who has just harmed her."""
    for one in told:
        slots = one.slots
        if one.event.type != "THREATEN" or one.reading.pos == "noun" or len(slots.source) != 1 or slots.target:
            continue
        first = max(one.at + one.reading.length, slots.end)
        replying = clause.index.sets["replying"].exact
        if not any(clause.word(at) in replying for at in range(one.at, min(clause.end, first + _NEAR))):
            continue
        who = slots.source[0]
        here = {
            doer for other in told for doer in other.slots.source
            if other.event.type in _HARMFUL and who in other.slots.target and doer != who
        }  # fmt: skip
        lately = (rel for rel in chain(reversed(before[-_RECENT:]), reversed(headline)) if rel.type in _HARMFUL)
        doer = here.pop() if len(here) == 1 else next((rel.source for rel in lately if rel.target == who), None)
        if doer is not None and doer != who:
            slots.target, slots.confidence = [doer], INFERRED


def _bare_deed(clause: Clause, deed: Told) -> bool:
    """Whether an event's noun takes up a deed told before: definite, or of a definite thing, without parties."""
    if deed.reading.pos != "noun" or deed.event.type not in _FOUGHT or deed.event.kind != "directed":
        return False
    slots, after = deed.slots, deed.at + deed.reading.length
    if slots.source or slots.parties:
        return False
    if deed.reading.article:
        where = clause.tag(after) == "location"  # المجازر في غزة
        return where or (not slots.target and not clause.is_marker(after) and clause.tag(after) != "rel")
    return clause.word_at(after).startswith("ال")  # طرد السفير, who may be known by his title


def _doer_here(one: Told, deed: Told, told: Sequence[Told]) -> str | None:
    """أدان … المجزرة، بعد مقتل العشرات برصاص الجيش الإسرائيلي: the one whose deed of that kind the sentence tells."""
    doers = {
        who for other in told for who in other.slots.source
        if other is not deed and other.event.type == deed.event.type and who not in one.slots.source
        and (not deed.slots.target or not other.slots.target or set(deed.slots.target) & set(other.slots.target))
    }  # fmt: skip
    return doers.pop() if len(doers) == 1 else None


def _doer_of(deed: Told, before: Sequence[Relation], headline: Sequence[Relation]) -> str | None:
    """The one who did that kind of deed, of late or in the title."""
    for told in (before[-_RECENT:], headline):
        doers = {
            one.source for one in told
            if one.source and one.status in _DONE and not one.reciprocal and one.type == deed.event.type
            and (not deed.slots.target or one.target in deed.slots.target)
        }  # fmt: skip
        if doers:
            return doers.pop() if len(doers) == 1 else None
    return None


def _decision(clause: Clause, first: int) -> int | None:
    """The token of a word like القرار or هذه الخطوة right behind a verb and its subject, that nothing qualifies."""
    decisions, again = clause.index.sets["decisions"].exact, clause.index.sets["again"].exact
    for at in range(first, min(clause.end, first + _NEAR)):
        word = clause.word(at)
        if word in decisions:
            return None if _told_further(clause, at) else at
        if clause.tag(at) in _PARTING or not (clause.tag(at) != "" or {word, word.lstrip("وب")} & again):
            return None
    return None


def _decider(
    speakers: Sequence[str], told: Sequence[Told], before: Sequence[Relation], headline: Sequence[Relation]
) -> str | None:
    """Who decided last, where the sentence, the text just before and the title agree as far as they tell of it."""
    here = [one.slots.source[0] for one in told if one.event.type in _DECIDED and one.slots.source]
    lately = [one.source for one in before[-_RECENT:] if _decides(one)]
    titled = [one.source for one in headline if _decides(one)]
    for deciders in (here, lately, titled):
        others = list(dict.fromkeys(who for who in deciders if who and who not in speakers))
        if len(others) == 1:
            return others[0]
        if len(others) > 1:
            return next((who for who in titled if who in others), None)
    return None


def _decides(one: Relation) -> bool:
    """Whether a relation is what may be called a decision."""
    return one.type in _DECIDED and one.status in _SET and not one.reciprocal
