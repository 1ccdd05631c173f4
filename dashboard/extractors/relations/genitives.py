"""The genitive or the adjective of an event's noun: who does it, or to whom it is done."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import Slots, is_bare
from .vocabulary import Event, Reading

# What may begin an object: إدانة المغرب "اللجوء إلى …"
_OBJECT = ("", "quote", "noun")
_TOWARDS = ("ل", "على", "ضد")
# Verbs that undertake what ب brings in.
_UNDERTAKES = {"قام", "قامت", "قاموا", "يقوم", "تقوم", "يقومون"}
# How a thing is told to be a state's: القنصلية الأميركية.
_OWNED = {"demonym", "organization"}
# How one is told who does something to what stands behind it.
_ACTING = {"name", "capital", "organization", "demonym"}
# How two stand side by side of whom the first does it to the second: غزو روسيا أوكرانيا.
_ALONE = {"name", "capital", "organization", "person"}


def genitive(
    clause: Clause,
    units: Sequence[Unit],
    right: Sequence[Unit],
    first: int,
    reading: Reading,
    event: Event,
    found: Slots,
) -> None:
    """قصف إسرائيل …, الغارات الإسرائيلية, مباحثات روسية تركية: what stands with the noun without a preposition."""
    if reading.pronoun or not right:
        return
    near = first
    if event.data.get("absorbs") and event.with_ and first < clause.end and event.with_.holds(clause.word(first)):
        near += 1  # the company that the entry asks for stands between: رفع العقوبات الأميركية
    while event.genitive == "target" and near < first + 4 and _counted(clause, near, event):
        near += 1  # طرد 23 دبلوماسيا بريطانيا
    sets = clause.index.sets
    who = clause.word_at(near)
    if sets["officials"].holds(who) or sets["people"].holds(who):
        near += 1  # تهديدات مسؤولين روس
    unit = next((one for one in right if one.head <= near and is_bare(one)), None)
    if unit is None:
        return
    adjective = unit.how == "demonym" and unit.first == first and unit.definite == reading.article
    before = first - reading.length - 1
    led = reading.clitic == "ل" or (reading.clitic == "ب" and (_owned(clause, before) or _undertaken(clause, before)))
    aimed = event.to.get(clause.tag(unit.end)) == "target"  # لاعتداء الحوثيين على السفن: they did it
    verbal = event.kind == "directed" and led and not adjective and not aimed and event.object == "target"
    if verbal and clause.tag(unit.end) != "noun" and _hit_after(clause, unit, right, before, event) is None:
        found.put("target", unit)  # لدعم سوريا
        return
    doer = _controller(clause, units, first - reading.length) if event.kind == "directed" and not adjective else None
    if doer is not None:
        found.put("source", doer)
        if event.object == "target":
            found.put("target", unit)
        return
    if event.kind == "mutual" and reading.clitic == "ل" and len(unit.ids) > 1 and not adjective:
        return  # زيارة بوتين للقاء أردوغان وروحاني: who meets them is not in the phrase
    if event.kind == "mutual" and event.type == "ASSAULT" and clause.word(unit.head).removeprefix("ال") == "حدود":
        return  # معارك الحدود اللبنانية السورية: where they are fought
    if event.kind == "mutual":
        found.put("party", unit)
    elif event.with_ and event.object == "target" and unit.how in _OWNED and _is_company(clause, unit, event):
        found.put("target", unit)  # إغلاق القنصلية الأميركية
    elif event.type == "ASSAULT" and unit.head < unit.first and _is_site(clause, unit):
        found.put("target", unit)  # قصف مواقع إيرانية
    elif event.genitive == "either" and not adjective and _alone(clause, unit, right):
        found.put("target", unit)  # إدانة إيران; إدانة مصر للهجوم is told of who condemns
    elif _transitive(event) and not adjective and (hit := _hit_after(clause, unit, right, before, event)) is not None:
        found.put("source", unit)  # إسقاط تركيا طائرة حربية روسية
        found.put("target", hit)
    elif event.genitive == "target" and event.type != "AID" and not adjective and _object_after(clause, unit):
        found.put("source", unit)  # إعدام إيران معارضا
        after = next((one for one in right if one.first >= unit.end), None)
        if after is not None and is_bare(after) and after.head == _behind(clause, unit.end) and after.ids != unit.ids:
            found.put("target", after)  # اعتقال تركيا منذ شهر جنديين يونانيين
        elif after is not None and after.marker == "من" and sets["people"].holds(clause.word(after.head - 2)):
            found.put("target", after)  # احتجاز مالي 49 جنديا من كوت ديفوار
        found.active = True
    elif event.genitive == "target" and not adjective:
        second = next((one for one in right if one.head == unit.end and is_bare(one) and not one.joined), None)
        if second is not None and event.data.get("dative"):
            found.put("source", unit)  # تزويد إيران الحوثيين
            unit = second
        found.put("target", unit)
    else:
        found.put("source", unit)
        bare = [other for other in right[1:] if is_bare(other) and other is not unit and not other.joined]
        told = bare and any(clause.tag(here) == "noun" for here in range(unit.end, bare[0].head))
        both = event.type == "REQUEST" or event.data.get("reciprocal")
        asks = both and bare and bare[0].head == unit.end  # مطالبة التحالف مجلس الأمن, زيارة ماكرون واشنطن
        if bare and not told and event.object == "target" and (event.data.get("content") or asks):
            found.put("target", bare[0])


def _owned(clause: Clause, at: int) -> bool:
    """Whether the word is somebody's resolve or part in what follows: تمسكها بدعم باكستان."""
    return bool(clause.index.controls(clause.word_at(at)))


def _undertaken(clause: Clause, at: int) -> bool:
    """Whether a verb undertakes what follows it, or its subject: فقام بوتين بزيارة كوريا الشمالية."""
    while clause.tag(at) in ("", "time") and at > clause.first:
        at -= 1
    return clause.tag(at) == "verb" and clause.word(at).lstrip("وفس") in _UNDERTAKES


def _object_after(clause: Clause, unit: Unit) -> bool:
    """Whether a state by its name is followed by people as the object of what it does."""
    at = _behind(clause, unit.end)
    word = clause.word_at(at)
    if clause.word_at(at).isdigit() and clause.tag(at) == "" and unit.how == "organization":
        return True  # احتجاز الحوثيين 11 من موظفيها
    if unit.how not in ("name", "capital") or unit.head != unit.first or clause.tag(at) != "":
        return False
    people, quantities = clause.index.sets["people"], clause.index.sets["quantities"]
    return (
        at not in clause.named
        and not word.startswith("ال")
        and (
            people.holds(word)
            or quantities.holds(word)
            or clause.index.sets["sites"].holds(word)
            or (len(word) > 4 and word.endswith(("ا", "ين")))
        )
    )


def _transitive(event: Event) -> bool:
    """Whether the event's verbal noun may have a subject and an object of its own."""
    return event.genitive == "target" or (event.genitive == "source" and event.object == "target")


def _hit_after(clause: Clause, unit: Unit, right: Sequence[Unit], before: int, event: Event) -> Unit | None:
    """The object of a verbal noun whose genitive does it: a phrase of another's right behind it, where the noun leans
    on a word before; «طرد السفير الروسي خطوة أميركية» is a sentence of its own."""
    led = clause.is_marker(before) or (clause.tag(before) in ("", "verb", "noun") and unit.head == unit.first)
    if not led or before < clause.first or unit.how not in _ACTING:
        return None
    behind = _behind(clause, unit.end)
    after = next((one for one in right if one.head == behind), None)
    if after is None or after.joined or not is_bare(after) or not set(after.ids).isdisjoint(unit.ids):
        return None
    if unit.how in _ALONE and unit.head == unit.first and after.how in _ALONE and after.head == after.first:
        return after  # غزو روسيا أوكرانيا, حظر ألمانيا حزب الله
    struck = event.type == "ASSAULT" and clause.index.sets["sites"].holds(clause.word(after.head))
    if event.genitive != "target" and not struck:
        return None  # بيع السعودية أسلحة فرنسية
    ship = after.how == "name" and clause.index.sets["sites"].holds(clause.word(after.head))  # ناقلة ترفع علم بنما
    owned = after.head < after.first and clause.tag(behind) == "" and (ship or _adjectival(clause, after))
    return after if owned else None


def _adjectival(clause: Clause, unit: Unit) -> bool:
    """Whether a party stands as an adjective; as روسية and روسيا do, which are names too: طائرة روسية, جنديا روسيا."""
    last, before = clause.word(unit.first), clause.word_at(unit.first - 1)
    either = last.endswith("يه") or (last.endswith("يا") and before.endswith("ا"))
    return unit.how == "demonym" or (unit.how == "name" and unit.head < unit.first and either)


def _behind(clause: Clause, at: int) -> int:
    """The token that days and times part from the one at `at`."""
    while clause.tag(at) == "time":
        at += 1
    return at


def _alone(clause: Clause, unit: Unit, right: Sequence[Unit]) -> bool:
    """Whether no object and no complement follows the genitive."""
    others = [one for one in right if one is not unit]
    end = unit.end
    while unit.how not in ("name", "capital") and clause.tag(end) == "" and clause.word(end).startswith("ال"):
        end += 1  # القوات الهندية المنتشرة
    follows = clause.tag(end) in _OBJECT and not (clause.tag(end) == "noun" and clause.conjoined(end))
    return not follows and not any(is_bare(one) or one.marker in _TOWARDS for one in others)


def _counted(clause: Clause, at: int, event: Event) -> bool:
    """Whether the word is a number, or what the entry asks for."""
    word = clause.word_at(at)
    company = event.with_ is not None and event.with_.holds(word)
    return word.isdigit() or (word != "" and (company or clause.index.sets["quantities"].holds(word)))


def _is_site(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase's head is a thing that is struck."""
    sites = clause.index.sets["sites"]
    return any(sites.holds(clause.word(here)) for here in range(unit.head, unit.first))


def _is_company(clause: Clause, unit: Unit, event: Event) -> bool:
    """Whether the phrase's head is the thing itself that the entry asks for."""
    owned = unit.head < unit.first or unit.how == "organization"
    return owned and event.with_ is not None and event.with_.holds(clause.word(unit.head))


def _controller(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The party that does what a noun after في or ب tells: تورط إيران في دعم الحوثيين."""
    inside = clause.tag(at - 1) == "location" or any(one.clitic == "ب" for one in clause.readings.get(at, ()))
    end = at - 1 if clause.tag(at - 1) == "location" else at
    unit = next((one for one in units if one.end == end), None) if inside else None
    if unit is None or unit.how == "place":
        return None
    head = range(max(clause.first, unit.head - 1), unit.first)
    charging = clause.index.sets["charging"]
    words = [clause.word(here) for here in head]
    return unit if any(clause.index.controls(word) is not None or charging.holds(word) for word in words) else None
