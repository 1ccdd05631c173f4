"""The parties of an event that a verb or a participle tells."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .onesided import traveller
from .phrases import Unit
from .slots import Slots, between, fill_from_prepositions, is_bare, only_companions, protesters, role_of, struck
from .subjects import follows, main_subject, subject_of, unsaid
from .vocabulary import Event, Reading


def fill_from_verb(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """Subject, object and complements of a verb; the object only as far as another event's noun."""
    edge = clause.right_edge(at + reading.length - 1)
    right = between(units, at + reading.length, edge)
    stop = _inner_noun(clause, at + reading.length, edge, event)
    bare = [unit for unit in right if is_bare(unit) and unit.head <= stop]
    bare = [unit for unit in bare if not (clause.tag(unit.head - 1) == "comma" and clause.conjoined(unit.head))]
    bare = [unit for unit in bare if not _of_another(clause, unit, event) and not _apposed(clause, unit, bare)]
    subject, before = subject_of(clause, units, at, reading, edge)
    whole = clause.tag(at - 1) == "rel" and len(bare) > 1 and not reading.pronoun
    if whole and bare[0].head == at + reading.length and bare[1].head == bare[0].end:
        subject, before = bare[0], False  # الذي تتهم لندن موسكو بمحاولة اغتياله: the clause has both
    elif subject is not None and not before and _gap(clause, at, reading, event):
        subject = None  # الصواريخ التي تهدد السعودية
    if reading.pronoun and not before and subject is not None and event.object == "target" and event.kind == "directed":
        antecedent = _antecedent(clause, units, at)
        if antecedent is not None and antecedent is not subject:
            found.put("source", subject)
            found.put("target", antecedent)
            return
    if subject is not None and not before and event.type == "THREATEN" and _endangered(clause, subject):
        return  # مخاطر قد تهدد الأمن القومي الأميركي
    if subject is not None and event.type == "ASSAULT" and _attack_before(clause, at, reading):
        subject = None  # غارات استهدفت مواقع إيرانية: the raids are the subject
    if subject is not None and not before and event.id == "accuse" and _charged(clause, subject, bare):
        found.put("target", subject)  # وتتهم باريس بالتبعية: who accuses is the one before
        if (doer := unsaid(clause, units, at, reading)) is not None and doer.ids != subject.ids:
            found.put("source", doer)
        return
    if subject is not None and event.data.get("traveller") and not traveller(clause, subject):
        return
    agents = [unit for unit in right if unit.marker == "agent"]
    own = agents and subject is not None and agents[0].head - subject.end <= 4 and agents[0].head > subject.end
    if own and subject is not None and event.kind == "directed":
        found.put("source", agents[0])  # اتهمت إيران من قبل واشنطن
        found.put("target", subject)
        return
    if event.data.get("voice") == "passive":
        found.put("target", subject or bare[0]) if subject or bare else None
    elif subject is not None:
        victim = event.data.get("passive") and not before and _lone(bare, subject) and _individual(clause, subject)
        found.put("target" if victim or (reading.pronoun and before) else role_of(event, "source"), subject)
        bare = [unit for unit in bare if unit is not subject]
        if bare and event.data.get("people") and not _person(clause, bare[0]):
            return
        reached = (
            event.kind == "mutual"
            and bare
            and not follows(clause, subject.end if not before else at + reading.length, bare[0].head)
        )
        if bare and event.object == "target" and not victim and not reached and not (reading.pronoun and not before):
            found.put("party" if event.kind == "mutual" else "target", bare[0])
        if reading.pronoun and before and bare:
            found.source, found.target = list(bare[0].ids), list(subject.ids)
    elif bare and event.object == "target":
        found.put("party" if event.kind == "mutual" else "target", bare[0])
    if not found.target and found.source and event.type in ("ASSAULT", "COERCE") and event.object == "target":
        _victims(clause, right, found)
    if event.data.get("dative") and found.source and subject is not None:
        given = [unit for unit in bare if unit is not subject and unit.end > (at if before else subject.end)]
        if given and follows(clause, at + reading.length if before else subject.end, given[0].head):
            found.put("target", given[0])
    if event.type == "PROTEST" and subject is None and not found.source:
        _crowd(clause, right, at, found)
    if found.source and subject is not None and (before or subject.end <= at + 6):
        found.active = _has_object(clause, at + reading.length if before else subject.end, edge)
    if event.data.get("partner"):
        right = [unit for unit in right if unit.marker != "مع" or _beside(clause, found.end, unit)]
    if reading.pronoun and clause.word_at(at - 1) == "ما" and subject is not None and not before:
        _taken_up(clause, units, at, subject, event, found)
    tail = [unit for unit in right if not is_bare(unit) and (unit.head <= stop or event.data.get("through"))]
    fill_from_prepositions(clause, event, found, tail)
    if event.kind == "mutual" and found.doer is None and only_companions(found, tail):
        found.parties.clear()
    if event.data.get("somewhere") and found.active and not found.target:
        struck(clause, right, found)  # قصف الطيران … موقعا قرب دمشق
    if subject is not None and not before and not found.target and event.type == "REQUEST":
        _adviser(clause, subject, right, found)


def _beside(clause: Clause, first: int, unit: Unit) -> bool:
    """Whether only a place, a time or an aside stands before the companion: بحث … في نيقوسيا أمس مع نظيره."""
    if unit.head - first <= 2:
        return True
    gap = range(first, unit.head)
    if any(clause.tag(here) in ("noun", "sub", "rel", "verb", "stop") for here in gap):
        return False
    return sum(clause.tag(here) == "" and here not in clause.named for here in gap) <= 2


def _taken_up(clause: Clause, units: Sequence[Unit], at: int, subject: Unit, event: Event, found: Slots) -> None:
    """طالبت … مادورو بانتخابات، وهو ما رفضه القصر: what is refused is what the sentence's subject wants."""
    main = main_subject(clause, [unit for unit in units if unit.end < at])
    if event.type != "REJECT" or found.target or main is None or main[0].end >= at:
        return
    if not set(main[0].ids) & set(subject.ids):
        found.put("target", main[0])
        found.confidence = 0.6


def _adviser(clause: Clause, subject: Unit, right: Sequence[Unit], found: Slots) -> None:
    """حثت برلين كبير المستشارين للرئيس الصيني: the object is who the party after ل is served by."""
    unit = next((one for one in right if one.first >= subject.end and one.marker), None)
    if unit is None or unit.marker != "ل" or unit.how == "place":
        return
    gap = range(subject.end, unit.head)
    served = any(clause.index.sets["officials"].holds(clause.word(here)) for here in gap)
    if served and all(clause.tag(here) == "" for here in gap):
        found.put("target", unit)


def _apposed(clause: Clause, unit: Unit, bare: Sequence[Unit]) -> bool:
    """Whether a person only names, after a comma, the party before: السفير الروسي لدى واشنطن، أناتولي أنتونوف،."""
    after = unit.how == "person" and clause.tag(unit.head - 1) == "comma"
    return after and any(one.ids == unit.ids and one.end < unit.first for one in bare)


def _of_another(clause: Clause, unit: Unit, event: Event) -> bool:
    """Whether the party stands in another event's phrase that the verb's entry asks for: تجهض إدانة سوريا."""
    before = unit.head - 1
    if event.with_ is None or clause.tag(before) != "noun" or before in clause.idle:
        return False
    names = {reading.name for reading in clause.readings.get(before, ())}
    return event.id not in names and not names & set(event.data.get("absorbs", ()))


def _endangered(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase is what may be in danger and nobody who threatens."""
    head = clause.word(unit.head).removeprefix("ال")
    return unit.head < unit.first and head in ("امن", "مصالح", "استقرار", "سياده", "وجود", "اقتصاد", "حياه", "سلامه")


def _charged(clause: Clause, subject: Unit, bare: Sequence[Unit]) -> bool:
    """Whether the one party after a verb of accusing is followed by the charge itself, and so is the accused."""
    word = clause.word_at(subject.end)
    charge = word[:1] == "ب" and len(word) > 4 and not clause.index.sets["whole_words"].holds(word)
    return charge and subject.end not in clause.named and bare == [subject]


def _antecedent(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """The party that the verb's object pronoun stands for in a relative clause: الحوثيين الذين تدعمهم طهران."""
    here = at - 1
    while clause.tag(here) == "verb" and any(one.role == "aux" for one in clause.readings.get(here, ())):
        here -= 1
    if clause.tag(here) != "rel":
        return None
    last = next((unit for unit in reversed(units) if unit.end <= here), None)
    if last is None or last.how == "place" or here - last.end > 1:
        return None
    return last if all(clause.tag(one) in ("", "quote") for one in range(last.end, here)) else None


def _lone(bare: Sequence[Unit], subject: Unit) -> bool:
    """Whether no object follows the party after the verb, but what goes on its phrase (ميليشيات الحوثي الإيرانية)."""
    return len(bare) == 1 or (len(bare) > 1 and bare[1].first == subject.end)


def _attack_before(clause: Clause, at: int, reading: Reading) -> bool:
    """Whether an attack's noun stands right before the verb, which tells what it hit."""
    if reading.conjunction:
        return False
    for here in range(at - 1, max(clause.first, at - 8) - 1, -1):
        tag = clause.tag(here)
        if tag == "noun":
            events = (clause.index.events.get(one.name) for one in clause.readings.get(here, ()))
            return any(event is not None and event.type == "ASSAULT" for event in events)
        if tag not in ("", "quote", "time", "rel"):
            return False
    return False


def _gap(clause: Clause, at: int, reading: Reading, event: Event) -> bool:
    """Whether the verb's subject is what its relative pronoun stands for, and its object follows."""
    here = at - 1
    while clause.tag(here) == "verb" and any(one.role == "aux" for one in clause.readings.get(here, ())):
        here -= 1
    opens = clause.tag(here) == "rel" or clause.word_at(here) in ("ما", "مما", "وهو", "وهي", "قد")
    if clause.word_at(here) == "قد":
        opens = clause.tag(here - 1) == "rel" or clause.word_at(here - 1) in ("ما", "مما")
    return (
        opens
        and not reading.pronoun
        and event.kind == "directed"
        and event.object == "target"
        and (not event.data.get("voice"))
    )


def fill_from_participle(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """متهما إيران بـ…: the subject is that of the sentence's main verb."""
    subjects = [unit for unit in units if unit.end <= at and is_bare(unit)]
    edge = clause.right_edge(at)
    right = between(units, at + 1, edge)
    stop = _inner_noun(clause, at + 1, edge, event)
    if subjects:
        main = main_subject(clause, units)
        ahead = subjects[0].head <= clause.first + 2
        subjects = [main[0]] if main is not None and main[0].end <= at else subjects[:1] if ahead else []
    if subjects:
        found.put(role_of(event, "source"), subjects[0])
        found.confidence = 0.65
    bare = [unit for unit in right if is_bare(unit) and unit.head <= stop]
    if bare and event.object == "target" and follows(clause, at + 1, bare[0].head):
        found.put("target", bare[0])
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])


def _crowd(clause: Clause, right: Sequence[Unit], at: int, found: Slots) -> None:
    """تظاهر الآلاف في تبليسي: the people of where they protest; أمام السفارة الأميركية: against that state."""
    sets = clause.index.sets
    if not any(sets["crowds"].holds(clause.word_at(here)) for here in range(at + 1, at + 4)):
        return
    protesters(clause, right, at, found)


def _victims(clause: Clause, right: Sequence[Unit], found: Slots) -> None:
    """قتلت ثلاثة متشددين من طالبان: the object names no party, what it belongs to does."""
    for unit in right:
        if unit.first < found.end:
            continue
        named = [here for here in range(found.end, unit.head) if clause.tag(here) not in ("time", "quote")]
        plain = [here for here in named if clause.tag(here) == "" or here in clause.idle]
        if not plain or any(clause.tag(here) != unit.marker for here in set(named) - set(plain)) or unit.outer:
            return
        sites = clause.index.sets["sites"]
        if unit.marker in ("ل", "من") or (
            unit.marker == "location" and any(sites.holds(clause.word(here)) for here in plain)
        ):
            found.put("target", unit)
        return


def _has_object(clause: Clause, first: int, edge: int) -> bool:
    """Whether a thing of the kind that is attacked stands right after verb and subject: هاجموا نقطة تفتيش."""
    if first < edge and clause.word(first) in ("a", "an", "the"):
        first += 1
    return any(clause.index.sets["sites"].holds(clause.word(here)) for here in range(first, min(edge, first + 3)))


def _inner_noun(clause: Clause, first: int, edge: int, event: Event) -> int:
    """Where another event's noun begins: what follows it is its own, not the verb's."""
    here = first - 1
    while (here := here + 1) < edge:
        closing = clause.aside(here) if clause.tag(here) == "comma" and clause.is_marker(here + 1) else None
        if closing is not None:
            here = closing  # واتهم الوزير، في حوار مع صحيفة، قطر
            continue
        if clause.tag(here) == "noun" and not (event.with_ and event.with_.holds(clause.word(here))):
            readings = clause.readings.get(here, ())
            names = {reading.name for reading in readings}
            if any(clause.index.events[name].data.get("attribute") for name in names if name in clause.index.events):
                continue  # المدعومة من إيران
            if _joined_word(clause, here) or (here in clause.idle and clause.word(here) in ("طلب", "عرض")):
                continue
            if event.id not in names and not names & set(event.data.get("absorbs", ())):
                return here
    return edge


def _joined_word(clause: Clause, at: int) -> bool:
    """Whether a noun only goes on a plain phrase: مقر قيادة ودعم لوجستي."""
    joined = any(reading.conjunction for reading in clause.readings.get(at, ()))
    plain = clause.tag(at - 1) == "" and clause.tag(at + 1) == ""
    return joined and plain and at - 1 not in clause.named and at + 1 not in clause.named


def _person(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase's head is a person or a delegation, and not something of theirs."""
    if unit.head == unit.first:
        return True
    return clause.index.sets["whole_words"].holds(clause.word(unit.head))


def _individual(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase names persons by number or kind, and no object follows: قتل جندي, not قتل جندي شابا."""
    people = clause.index.sets["people"]
    if clause.tag(unit.end) == "" and unit.end < clause.end:
        return False
    head = range(unit.head, unit.end)
    return any(clause.word(at).isdigit() or people.holds(clause.word(at)) for at in head)
