"""The verb that carries an event's noun: before it, after it, or in a relative clause."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import PERHAPS, Clause
from .openings import RESUMED
from .phrases import Unit
from .slots import is_bare
from .vocabulary import Event, Reading

# Events that are a stance on what follows: whose relative clause it is.
_STANCES = {"ACCUSE", "REJECT", "SUPPORT", "REQUEST"}
# What one announces with عن, before an event's noun.
_ABOUT = ("carrier_nouns", "partitives")
# What opens an aside that a verb's object may stand behind.
_ASIDES = {"sub", "rel", "other", "location", "time"}
# Before a talk in which something is said.
_DURING = {"في", "خلال", "اثناء", "عقب"}
# What stands between an event's noun and أن before the verb that carries it: قمة يفترض أن تعقد.
_DUE = {"يفترض", "المقرر", "المفترض", "ينتظر", "المنتظر", "يتوقع", "المتوقع", "يرتقب", "المرتقب", "مقررا"}


def relative_carrier(clause: Clause, first: int, event: Event) -> tuple[int, Reading] | None:
    """The carrier verb with a pronoun right after the noun: ضربة جوية نفذها …, الهجوم الذي شنته …"""
    stance = event.type in _STANCES
    for here in range(first, min(clause.end, first + 5)):
        word, whole = clause.word(here), clause.index.sets["whole_words"].exact
        if clause.tag(here) not in ("", "rel", "verb", "quote"):
            return None
        if word.startswith(("لل", "بال")) and word not in whole:
            return None  # احتجاج للقرار الذي اتخذته …: the decision is what was taken
        if stance and clause.word(here) == "التي" and _of_definite(clause, first):
            return None  # إدانة الأعمال التي تقوم بها إيران: the deeds are what she does
        if clause.tag(here) == "verb":
            back = clause.word_at(here + 1) in ("به", "بها", "بهما", "فيها", "فيه")  # الزيارة التي قام بها …
            for reading in clause.readings[here]:
                gathered = reading.name == "gather" and clause.tag(here - 1) == "rel"  # التي ستجمع مصر واليونان
                if reading.role == "carrier" and not reading.conjunction and (reading.pronoun or back or gathered):
                    return here, reading
            return None
    return None


def _of_definite(clause: Clause, first: int) -> bool:
    """Whether the noun before `first` is one of a definite thing: إدانة الأعمال, not الإدانة, not إدانة شديدة."""
    noun, thing = clause.word_at(first - 1), clause.word_at(first)
    own = noun.startswith(("ال", "وال", "بال", "لل")) or first in clause.named or clause.tag(first) != ""
    return thing.startswith("ال") and not own


def took_place(clause: Clause, first: int) -> int | None:
    """The verb of a relative clause that says it took place: الاشتباكات التي وقعت مع, المعارك التي دارت بين."""
    for here in range(first, min(clause.end, first + 3)):
        if clause.tag(here) == "rel":
            verb = here + 1 + (clause.word_at(here + 1) in PERHAPS)
            return verb if clause.word_at(verb) in clause.index.sets["occurring"].exact else None
        if clause.tag(here) not in ("", "comma"):
            return None
    return None


def carrier_before(clause: Clause, at: int) -> tuple[int, Reading] | None:
    """The carrier verb whose object the noun is."""
    here = at
    joined = any(one.conjunction and not one.clitic for one in clause.readings.get(at, ()))
    while here > clause.first:
        here -= 1
        tag = clause.tag(here)
        if tag == "comma" and joined and here == at - 1:
            continue  # قررت إغلاق القنصلية …، وطرد دبلوماسيين
        opening = clause.opening(here) if tag == "comma" else None
        if opening is not None and clause.tag(opening + 1) in _ASIDES:
            here = opening  # ، كما أعلن، ، بطلب من واشنطن،
            continue
        if tag == "comma" and opening is not None and opening + 1 in clause.heads and clause.conjoined(opening + 1):
            here = opening  # عقد كل من الوزير …، ونظيره الروسي …، مشاورات
            continue
        timed = tag == "other" and clause.tag(here + 1) == "time"
        if tag == "عن" and any(clause.index.sets[name].holds(clause.word(here + 1)) for name in _ABOUT):
            continue  # أعلنت الرياض عن فرض عقوبات, عن حزمة مساعدات
        if tag in ("stop", "sub", "rel", "other", "عن") and not timed:
            return None
        if tag == "noun" and _talk(clause, here):
            here -= 1  # جدد الرئيس، خلال اتصال مع نظيره، دعمه …
            continue
        if tag == "noun" and not (joined or here in clause.idle or has_status(clause, here)):
            return None
        if tag == "verb":
            carrier = clause.readings[here].carrier
            if carrier is None:
                return None
            governed = clause.is_marker(at - 1) and not _partitive(clause, at)
            sought = carrier.name == "consider" and clause.tag(at - 1) == "إلى"  # تسعى إلى تطبيع
            gained = carrier.name == "undergo" and clause.tag(at - 1) == "على"  # حصلت على دعم
            if governed and carrier.name != "join" and not sought and not gained:
                return None
            content = any(one.clitic == "ب" and not one.article for one in clause.readings.get(at, ()))
            if content and carrier.pronoun and clause.tag(here - 1) == "rel":
                return None  # الاتهامات التي وجهتها … بقصف …: the accusations are what was made
            if carrier.name == "lay" or (carrier.name == "prepare" and not _prepared(clause, here, at)):
                return None
            company = [near for near in range(here + 1, at) if clause.tag(near) == "مع"]
            if company and (
                clause.tag(at - 1) == "مع" or (carrier.name == "join" and clause.tag(at - 1) not in ("location", "إلى"))
            ):
                return None
            return here, carrier
    return None


def _talk(clause: Clause, at: int) -> bool:
    """Whether the noun is the talk in which something is said: في اتصال مع نظيره, خلال لقائه السفير."""
    if clause.word_at(at - 1) not in _DURING:
        return False
    return any(one.role == "event" and clause.index.events[one.name].type == "CONSULT" for one in clause.readings[at])


def _prepared(clause: Clause, verb: int, at: int) -> bool:
    """Whether the noun is what a verb prepares (تعد لعقوبات, تعد عقوبات), and not what is deemed something."""
    readings = [one for one in clause.readings.get(at, ()) if one.pos == "noun"]
    if any(one.clitic == "ل" for one in readings):
        return True
    return at == verb + 1 and not any(one.article or one.clitic for one in readings)


def _partitive(clause: Clause, at: int) -> bool:
    """Whether the noun only tells what there is a part, a round or a series of: جولة جديدة من المحادثات."""
    if clause.tag(at - 1) != "من":
        return False
    parts = clause.index.sets["partitives"]
    return any(parts.holds(clause.word_at(here)) for here in range(at - 2, max(clause.first, at - 5) - 1, -1))


def resumed(clause: Clause, units: Sequence[Unit], carrier: int) -> Unit | None:
    """The antecedent of the relative clause that a carrier verb opens, where a pronoun says it is done to it."""
    if clause.tag(carrier - 1) != "rel" or clause.word_at(carrier + 1) not in RESUMED:
        return None
    last = next((unit for unit in reversed(units) if unit.end <= carrier - 1), None)
    if last is None or last.how == "place":
        return None
    plain = all(clause.tag(here) in ("", "quote", "comma") for here in range(last.end, carrier - 1))
    return last if plain and carrier - 1 - last.end <= 2 else None


def carrier_after(clause: Clause, units: Sequence[Unit], first: int) -> int | None:
    """The carrier verb whose subject the noun is: المناورات … ستعقد."""
    for here in range(first, clause.end):
        tag = clause.tag(here)
        if tag == "sub" and clause.word(here) == "ان" and clause.word(here - 1) in _DUE:
            continue
        if tag in ("stop", "sub", "rel", "noun"):
            return None
        if tag == "verb":
            carriers = [r for r in clause.readings[here] if r.role == "carrier" and not r.pronoun]
            object_follows = any(is_bare(unit) and unit.head == here + 1 for unit in units)
            if carriers and gathers(clause, here):
                return here if object_follows or clause.tag(here + 1) in ("بين", "مع") else None
            return here if carriers and not object_follows else None
    return None


def gathers(clause: Clause, verb: int) -> bool:
    """Whether the verb's object is those who take part: تدريب يضم قبرص واليونان."""
    return any(one.role == "carrier" and one.name == "gather" for one in clause.readings.get(verb, ()))


def has_status(clause: Clause, at: int) -> bool:
    """Whether the word only gives a status: تعليق in front of المناورات."""
    return clause.word(at) in clause.index.status_nouns
