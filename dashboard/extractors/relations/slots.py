"""The slots of an event, and how prepositions fill them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .clauses import Clause
from .edges import backed_at
from .phrases import Unit
from .vocabulary import Event

# What is done to a place is done to its state.
_PLACED = {"ASSAULT", "AID", "COERCE"}
# What one is killed with, whose owner kills: برصاص الجيش الإسرائيلي.
SHOTS = {"برصاص", "بنيران", "بقصف", "بصاروخ", "بصواريخ", "بقذائف", "بغاره", "بغارات", "بضربه"}
# Words of places that may be a visit's object.
_CITIES = {"العاصمه", "عاصمه", "مدينه"}
# How those are named whom only the text says: الطرفين, الدول الثلاث.
SIDES = {"both", "leaders", "3", "4"}
# Nobody suffers what is done for his good.
_AGAINST = {"COERCE", "SANCTION", "ASSAULT"}
FAVOURING = {"لصالح", "لمصلحه", "لحساب"}
# Prepositions that join parties of a mutual event.
_JOINING = {"مع", "بين", "among"}


@dataclass(slots=True)
class Slots:
    """The parties that a trigger's clause gives, ids by slot, and the tokens that trigger and parties cover."""

    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    carrier: int | None = None
    first: int = 0
    end: int = 0
    confidence: float = 0.8
    status: str | None = None  # that a charge or a promise gives
    doer: Unit | None = None  # whose ids the source's are
    hit: Unit | None = None  # whose ids the target's are
    active: bool = False  # the source is the subject of an active verb with an object that names no party
    weighed: bool = False  # an end was found by its chance, not by a rule

    @property
    def empty(self) -> bool:
        """Whether no party is told."""
        return not (self.source or self.target or self.parties)

    def cover(self, unit: Unit) -> None:
        """Widen the span over a party."""
        if unit.first < self.first:
            self.first = unit.first
        if unit.end > self.end:
            self.end = unit.end

    def leave(self, slot: str) -> None:
        """Open a slot again: "source" or "target"."""
        if slot == "source":
            self.source, self.doer = [], None
        else:
            self.target, self.hit = [], None

    def put(self, slot: str, unit: Unit) -> None:
        """Fill a slot that is still free; parties gather. Two sides that whoever acts is taken for one of are others:
        ناشدت لندن الطرفين."""
        if slot == "target" and unit.how in SIDES and not set(unit.ids).isdisjoint(self.source):
            return
        if slot == "party" or not getattr(self, slot):
            listed = self.parties if slot == "party" else getattr(self, slot)
            listed += [one for one in unit.ids if one not in listed] if listed else unit.ids
            if slot == "source" or (slot == "party" and not unit.marker and self.doer is None):
                self.doer = unit
            if slot == "target":
                self.hit = unit
            self.cover(unit)

    def put_from(self, units: Iterable[Unit]) -> None:
        """The first of the units is who it came from."""
        for unit in units:
            self.put("source", unit)
            return


def role_of(event: Event, slot: str) -> str:
    """The slot itself, or that of the parties where all are alike."""
    return "party" if event.kind == "mutual" else slot


def between(units: Sequence[Unit], first: int, end: int) -> list[Unit]:
    """The units within a range of tokens."""
    return [unit for unit in units if first <= unit.first < end]


def is_bare(unit: Unit) -> bool:
    """Whether the unit may be subject or object: no preposition, no mere place."""
    return not unit.marker and unit.how != "place"


def fill_from_prepositions(clause: Clause, event: Event, found: Slots, units: Iterable[Unit]) -> None:
    """Fill slots from units that a preposition or an agent phrase brings in."""
    for unit in units:
        through = unit.marker in ("من", "agent") and not event.data.get("attribute")
        if through and backed_at(clause, unit.head) is not None:
            continue  # لهجوم من الحوثيين المدعومين من إيران
        if unit.marker == "بين":
            if len(unit.ids) < 2:
                continue
            apart = clause.word(unit.head - 2)
            border = event.type == "ASSAULT" and apart.removeprefix("ال").startswith("حدود")
            company = event.with_ is not None and event.with_.holds(apart)  # تطبيع العلاقات بين …
            if clause.index.sets["apart"].holds(apart) and not (border or company):
                continue  # the border between two states joins no parties, but it is where they clash
            if event.kind == "mutual":
                found.source.clear()  # who arranges talks between two is no party to them
                found.parties.clear()
        shot = unit.marker == "ب" and event.type == "ASSAULT" and clause.word(unit.head) in SHOTS
        if shot or (unit.marker == "agent" and "agent" not in event.to):
            found.put("source", unit)
        elif unit.marker or unit.how == "place":
            slot = _slot(clause, event, unit, held=len({*found.parties, *found.source}) > 1)
            if slot == "source" and event.id == "expel" and found.source:
                slot = "target"  # طرد الحلف سبعة دبلوماسيين من البعثة الروسية
            if slot:
                found.put(slot, unit)


def only_companions(found: Slots, units: Iterable[Unit]) -> bool:
    """Whether all parties are those with whom something is done: who does it is not told."""
    filled = [unit for unit in units if set(unit.ids) <= set(found.parties)]
    return not found.source and bool(filled) and all(unit.marker == "مع" for unit in filled)


def _slot(clause: Clause, event: Event, unit: Unit, *, held: bool) -> str | None:
    """What the unit's preposition makes it in this event."""
    slot = event.to.get(unit.marker)
    if unit.marker == "ل" and event.type in _AGAINST and clause.word(unit.head - 1) in FAVOURING:
        return None  # اعتقلت … بتهمة التجسس لصالح إسرائيل
    if unit.marker == "ل" and clause.index.sets["misdeeds"].holds(_bare(clause, unit)):
        return None  # تدرب إرهابيين لزعزعة استقرار بلاده
    aside = clause.tag(unit.head - 2) == "comma" == clause.tag(unit.end)
    if unit.marker == "من" and unit.how in ("capital", "place") and aside:
        return None  # ودعا الوزير، من روما، …: where it was said
    asked = event.type == "REQUEST" and unit.marker == "من"
    if asked and clause.index.sets["private"].holds(clause.word(unit.head - 2)):
        return None  # دعت صحفيين من …
    if unit.marker == "ل" and event.to.get(unit.outer) == "none":
        return None  # حذر من قدرات تنظيم …
    if event.type == "SANCTION" and unit.marker == "ب" and clause.index.sets["tied"].holds(clause.word(unit.head - 1)):
        return "target"  # عقوبات مرتبطة بإيران
    belongs = event.to.get(unit.outer) == "target" and clause.word_at(unit.head - 1).startswith("التابع")
    fought = event.type == "ASSAULT" and unit.marker == "ل" and not belongs
    if fought and _by(clause, event, unit):
        return "source"
    if fought and clause.index.sets["forces"].holds(_bare(clause, unit)):
        return None if clause.tag(unit.head - 1) == "" and clause.word(unit.head - 1).startswith("ال") else slot
    if event.id == "complain" and unit.marker in ("location", "إلى", "ل") and not _against(clause, unit):
        return None  # لدى منظمة التجارة العالمية, إلى محكمة العدل, في بكين: whom it is told, not against whom
    if slot == "target" and unit.marker == "على" and unit.outer == "ضد":
        return None  # ضربات ضد مواقع للتنظيم على الأراضي السورية
    capital = clause.word_at(unit.head - 1).removeprefix("ك") == "عاصمه"  # بالقدس عاصمة لإسرائيل
    if unit.marker == "ل" and unit.outer in ("location", "other") and not capital:
        return None  # دعم … في تحد لقرار …: the phrase belongs to another noun
    assault = event.type in ("ASSAULT", "COERCE")
    if event.id == "visit" and unit.marker == "location" and _visited(clause, unit):
        return "target"
    sanctioned = event.type == "SANCTION" and unit.marker in ("على", "ضد")
    if unit.how == "place" and event.type not in _PLACED and not sanctioned and not event.data.get("seated"):
        return None
    # على تجمع للمواطنين …, على مناطق بشمال …: the phrase within the target's phrase tells whose it is.
    inner = ("ل", "من", "", "location", "ب") if assault else ("ل", "من", "")
    if slot is None and event.to.get(unit.outer) == "target" and unit.marker in inner:
        slot = None if _elsewhere(clause, unit) else "target"
    if event.data.get("persons") and not _person(clause, unit):
        return None  # اتصل بنظيره, not by a net
    if slot is None and event.kind == "mutual" and unit.marker in _JOINING:
        slot = "party"
    listed = event.kind == "mutual" and event.type == "COOPERATE" and len(unit.ids) > 1
    if slot is None and unit.marker == "ل" and listed and not held:
        slot = "party"  # تدريبات بحرية لكينيا وتنزانيا
    if unit.marker == "joining" and event.kind == "mutual" and not held:
        slot = "party"
    return None if slot == "none" else slot


def _visited(clause: Clause, unit: Unit) -> bool:
    """Whether the word for a place is itself the verb's object: زار العاصمة الإثيوبية, زار مدينة أصفهان الإيرانية."""
    here = unit.head - 1
    return clause.word(here).lstrip("و") in _CITIES and not clause.is_marker(here - 1)


def _elsewhere(clause: Clause, unit: Unit) -> bool:
    """Whether a place only tells where others are struck: حرب على الأكراد شمالي سوريا."""
    if unit.marker != "location" or unit.outer == "":
        return False
    here = unit.head - 1
    while here > clause.first and clause.tag(here) != unit.outer:
        here -= 1
    word = clause.word_at(here + 1)
    return word.startswith("ال") and not clause.index.sets["sites"].holds(word) and here + 1 < unit.head - 1


def _by(clause: Clause, event: Event, unit: Unit) -> bool:
    """Whether an attack's bare noun stands right before its doer: هجوم لحركة طالبان, قصف للنظام السوري."""
    noun, told = unit.head - 1, {"forces", "officials", "members"}
    if clause.tag(noun) == "" and noun not in clause.named:
        noun, told = noun - 1, {"forces", "members"}  # غارة جوية للتحالف; ضربة عسكرية للنظام is against it
    readings = [one for one in clause.readings.get(noun, ()) if one.name == event.id]
    bare = readings and clause.tag(noun) == "noun" and not (readings[0].article or readings[0].pronoun)
    word = _bare(clause, unit)
    fighters = any(clause.index.sets[name].holds(word) for name in told) or word == "تحالف"
    return (
        bool(bare)
        and (fighters or (word == "نظام" and "officials" in told))
        and unit.how in ("organization", "demonym")
    )


def _against(clause: Clause, unit: Unit) -> bool:
    """Whether a complaint made to the party is one against it: to a state, which is not only where it is made."""
    state = not clause.index.states.isdisjoint(unit.ids) and unit.how != "organization"
    ministry = unit.how == "organization" and clause.index.states.issuperset(unit.ids)
    return (state or ministry) and (unit.marker != "location" or clause.word_at(unit.head - 1) == "لدي")


def _bare(clause: Clause, unit: Unit) -> str:
    """The phrase's head without its preposition and article: للجيش."""
    word = clause.word(unit.head).lstrip("و")
    return word[2:] if word.startswith("لل") else word.removeprefix("ل")


def _person(clause: Clause, unit: Unit) -> bool:
    """Whether a party is a person or an office: بنظيره الروسي, بقصر الإليزيه."""
    seat = unit.how == "organization" and bool(clause.index.states.intersection(unit.ids))
    return seat or unit.how == "person" or clause.index.sets["officials"].holds(clause.word(unit.head))
