"""Who does what a noun tells without standing in its phrase: by a pronoun, by a verbal noun before it."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .owners import is_feminine
from .phrases import Unit
from .slots import Slots, is_bare, role_of
from .subjects import main_subject, subject_of
from .vocabulary import Event, Reading

# How many words may part whom something drives from what he does.
_GAP = 4
# Where several who speak together have met.
_GATHERINGS = {"summit", "meeting", "talks", "press-conference"}


def circumstance(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> None:
    """لدى زيارته باكو, بعد لقائه نظيره, خلال زيارة إلى أبوظبي: the sentence's subject does it; a bare party follows."""
    if clause.word_at(at - 1).removeprefix("و") not in clause.index.sets["circumstances"].exact:
        return
    companion = event.kind == "mutual" and not reading.article and _with(clause, units, at, reading, event)
    if not reading.pronoun and event.id != "visit" and not companion:
        if event.id in _GATHERINGS:
            _assembled(clause, units, at, found)
        return
    verbs = [here for here in range(at - 1, clause.first - 1, -1) if clause.tag(here) == "verb"]
    verb = verbs[0] if verbs else _behind(clause, at) if companion or reading.pronoun else None
    if verb is not None:
        subject, _ = subject_of(clause, units, verb, clause.readings[verb][0], clause.right_edge(verb))
    else:
        subject = next((unit for unit in units if unit.end <= at and is_bare(unit)), None)
    if subject is None or (subject.first >= at and verbs):
        return
    wanted = reading.pronoun and clause.word(at).endswith("ها")
    if reading.pronoun and wanted != is_feminine(clause, subject):
        last = next((unit for unit in reversed(units) if 0 <= at - 1 - unit.end <= 1), None)
        mine = last is not None and last.how != "place" and wanted == is_feminine(clause, last)
        if last is None or not mine or event.genitive != "source":  # بعد اتهامها: who is accused
            return
        subject = last  # قطع العلاقات مع الولايات المتحدة إثر اعترافها بـ…
    found.put(role_of(event, "source"), subject)
    after = next((unit for unit in units if unit.head == at + reading.length and is_bare(unit)), None)
    if reading.pronoun and after is not None:
        found.put("party" if event.kind == "mutual" else "target", after)


def _behind(clause: Clause, at: int) -> int | None:
    """The verb of the clause behind the circumstance that a sentence opens with: وفي مؤتمر صحفي مع نظيره، قال …"""
    opens = all(clause.tag(here) not in ("comma", "sub", "rel") for here in range(clause.first, at))
    comma = next((here for here in range(at, clause.end) if clause.tag(here) in ("comma", "verb")), clause.end)
    return comma + 1 if opens and clause.tag(comma) == "comma" and clause.tag(comma + 1) == "verb" else None


def _assembled(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """أكد رؤساء تركيا وروسيا وإيران …، في ختام القمة: several who say or do something at a gathering have met there."""
    verb = next((here for here in range(at - 1, clause.first - 1, -1) if clause.tag(here) == "verb"), None)
    if verb is None or any(clause.tag(here) in ("stop", "sub", "rel") for here in range(verb, at)):
        return
    subject, _ = subject_of(clause, units, verb, clause.readings[verb][0], clause.right_edge(verb))
    if subject is not None and subject.end <= at and len(subject.ids) > 1 and subject.how not in ("place", "both"):
        named = subject.head < subject.first and clause.index.sets["officials"].holds(clause.word(subject.head))
        if named:
            found.put("party", subject)
            found.status, found.confidence = "occurred", 0.65


def _with(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event) -> bool:
    """Whether the noun itself says with whom: بعد محادثات مع نظيره, خلال اجتماع في باريس مع …"""
    for unit in units:
        if unit.first > at and unit.marker == "مع":
            first = at + reading.length
            gap = range(first, unit.head - 1)
            if any(clause.index.sets["media"].holds(clause.word(here)) for here in range(first, unit.first)):
                return False  # في حوار مع صحيفة
            return all(clause.tag(here) in ("", "time", "location") for here in gap) and len(gap) <= 6
        if unit.first > at and unit.marker == "ب" and event.to.get("ب") == "party":
            return all(clause.tag(here) == "" for here in range(at + 1, unit.head))  # في اتصال هاتفي بنظيره
    return False


def decider(clause: Clause, units: Sequence[Unit], at: int) -> tuple[Unit, str] | None:
    """The genitive of a decision right before the deed that is decided, and its word: قرار الرئيس الأميركي فرض رسوم."""
    deciding = clause.index.sets["deciding"].exact
    unit = next((one for one in units if one.end == at), None)
    if unit is None or unit.how == "place":
        return None
    for word in (clause.word_at(unit.head - 1), clause.word_at(unit.head)):
        bare = word.lstrip("وبل")
        if word in deciding or (bare in deciding and bare not in clause.index.status_nouns):
            return unit, bare
    return None


def _driven(clause: Clause, units: Sequence[Unit], anchor: int) -> Unit | None:
    """ما دفع بروكسل إلى فرض عقوبات: whom something drives to do what follows."""
    if clause.tag(anchor - 1) != "إلى":
        return None
    unit = next((one for one in reversed(units) if one.end < anchor), None)
    if unit is None or not is_bare(unit) or clause.word_at(unit.head - 1) not in clause.index.sets["driving"].exact:
        return None
    gap = range(unit.end, anchor - 1)
    return unit if len(gap) <= _GAP and all(clause.tag(here) in ("", "time", "location") for here in gap) else None


def nominal_carrier(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """فرض واشنطن عقوبات, إجراء إيران مناورات: the party between a carrier's verbal noun and the event's noun."""
    if event.kind == "mutual":
        _taking_part(clause, units, at, found)
    if (decided := decider(clause, units, at)) is not None:
        found.put(role_of(event, "source"), decided[0])
        if decided[1] not in clause.index.status_nouns:
            found.status = "occurred"  # أيدت البحرين قرار ترامب الانسحاب
        return
    anchor = at
    while anchor > clause.first and clause.index.sets["carrier_nouns"].holds(clause.word(anchor - 1)):
        anchor -= 1  # خطط واشنطن لفرض رسوم
    if event.kind == "directed" and (driven := _driven(clause, units, anchor)) is not None:
        found.put("source", driven)
        found.status = "occurred"
        return
    if _planner(clause, units, at, anchor, event, found):
        return
    spoken = clause.word_at(anchor - 2) in clause.index.sets["pronouns"].exact
    if spoken and clause.index.status_nouns.get(clause.word(anchor - 1)) == "announced":
        main = main_subject(clause, [unit for unit in units if unit.end < anchor])
        if main is not None:
            found.put(role_of(event, "source"), main[0])  # أعلنت الهند أنها مستعدة لمحادثات
            return
    before = [unit for unit in units if unit.end <= anchor and anchor - unit.end <= 1]
    if not before or before[-1].how == "place":
        return
    said = clause.index.status_nouns.get(clause.word(anchor - 1))
    willing = said in ("announced", "ongoing") and before[-1].end == anchor - 1
    if willing and is_bare(before[-1]):
        found.put(role_of(event, "source"), before[-1])  # كوريا الشمالية مستعدة لمحادثات
        return
    head, first = clause.word(before[-1].head - 1), clause.word(before[-1].head)
    own = before[-1].end == at and clause.index.sets["carrier_nouns"].holds(first)
    if own or clause.index.sets["carrier_nouns"].holds(head) or head in clause.index.status_nouns:
        found.put(role_of(event, "source"), before[-1])
        since = clause.word_at(before[-1].head - (1 if own else 2))
        if event.data.get("standing") and since.removeprefix("و") in clause.index.sets["facts"].exact:
            found.status = "occurred"  # بعد فرض واشنطن عقوبات


def _planner(clause: Clause, units: Sequence[Unit], at: int, anchor: int, event: Event, found: Slots) -> bool:
    """The genitive of a plan or a decision to do it: خطط الرئيس لفرض رسوم, قرار أنقرة بفرض عقوبات."""
    unit = next((one for one in units if one.end == anchor), None)
    if unit is None or unit.how == "place":
        return False
    clitics = {one.clitic for one in clause.readings.get(at, ())}
    if anchor == at and clitics.isdisjoint(("ب", "ل")):
        return False
    for here in range(max(clause.first, unit.head - 1), unit.first):
        word = clause.word(here)
        status = clause.index.status_nouns.get(word)
        led = anchor < at or not clitics.isdisjoint(("ب", "ل"))
        charged = "ب" in clitics and clause.index.sets["charging"].holds(word)
        if status in ("hypothetical", "announced") or charged or (led and clause.index.controls(word) is not None):
            found.put(role_of(event, "source"), unit)
            found.status = status or ("occurred" if event.id == "leave-agreement" else None)
            return True
    return False


def joined_by_verb(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """ستنضم منغوليا إلى المناورات الروسية الصينية: the subject of joining is a party too."""
    joining = clause.index.sets["joining"].exact
    verbs = [here for here in range(at - 1, clause.first - 1, -1) if clause.tag(here) == "verb"]
    if not verbs or clause.tag(at - 1) not in ("إلى", "location") or not found.parties:
        return
    if clause.word(verbs[0]).removeprefix("و") not in joining or clause.tag(verbs[0] - 1) == "rel":
        return
    subject, _ = subject_of(clause, units, verbs[0], clause.readings[verbs[0]][0], at)
    if subject is not None and subject.end <= at and not set(subject.ids) & set(found.parties):
        found.put("party", subject)
        found.status = "announced" if clause.readings[verbs[0]][0].pos == "present" else None


def _taking_part(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """مشاركة الصين وسوريا في هذه المناورات: the genitive of taking part is a party to the event."""
    for unit in units:
        if 0 <= at - unit.end <= 3 and unit.head > clause.first and unit.how != "place":
            inside = any(clause.tag(here) == "location" for here in range(unit.end, at))
            phrase = (clause.word(here) for here in range(unit.head - 1, unit.first))
            if inside and any(map(clause.index.sets["taking_part"].holds, phrase)):
                found.put("party", unit)
