"""The parties of an event that a noun tells: genitives, adjectives, carrier verbs, prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .phrases import Unit
from .slots import Slots, between, fill_from_prepositions, is_bare, protesters, role_of
from .subjects import RESUMED, subject_of
from .vocabulary import Event, Reading

# What opens an aside that a verb's object may stand behind.
_ASIDES = {"sub", "other", "location", "time"}
# Carriers whose subject does even what is told by its victim (رد بطرد دبلوماسيين); one who only declares need not.
_DOES = {"do", "intend", "ongoing", "consider"}
# What may join parties to another noun that stands between.
_JOINS = ("بين", "مع")
# How a thing is told to be a state's: القنصلية الأميركية.
_OWNED = {"demonym", "organization"}
# What stands between an event's noun and أن before the verb that carries it: قمة يفترض أن تعقد.
_DUE = {"يفترض", "المقرر", "المفترض", "ينتظر", "المنتظر", "يتوقع", "المتوقع", "يرتقب", "المرتقب", "مقررا"}


def fill_from_noun(
    clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots
) -> None:
    """A noun's own genitive or adjectives, the subject of the verb that carries it, its complements."""
    first = at + reading.length
    if event.data.get("attribute"):
        _attribute(units, at, first, found)
        return
    english = clause.word(at).isascii()
    edge = _noun_edge(clause, first)
    carrier = _relative_carrier(clause, first)
    right = between(units, first, edge)
    if clause.word(at).isascii():
        _english_owner(clause, units, at, event, found)
    else:
        _genitive(clause, units, right, first, reading, event, found)
    if carrier is not None:
        subject, _ = subject_of(clause, units, carrier[0], carrier[1], clause.right_edge(carrier[0]))
        after = between(units, carrier[0] + 1, clause.right_edge(carrier[0]))
        if after and is_bare(after[0]):
            found.put(role_of(event, "source"), after[0])
        elif subject is not None and subject.first > at:
            found.put(role_of(event, "source"), subject)
        right = after
        found.carrier = carrier[0]
    elif (before := _carrier_before(clause, at)) is not None:
        found.carrier = before[0]
        subject, _ = subject_of(clause, units, before[0], before[1], at)
        suffers = before[1].name == "undergo" and event.kind == "directed"
        if subject is not None and suffers:
            found.put("target", subject)  # تتلقى دعما من …
        elif subject is not None and (event.genitive != "target" or before[1].name in _DOES):
            found.put(role_of(event, "source"), subject)
        if suffers:
            found.put_from(unit for unit in right if unit.marker == "من")
        _given(clause, units, before, at, subject, event, found)
        done_to = not found.target and event.kind == "directed" and event.to.get("على") == "target"
        if done_to and (resumed := _resumed(clause, units, before[0])) is not None:
            found.put("target", resumed)
    elif (later := _carrier_after(clause, units, first)) is not None:
        found.carrier = later
        if event.kind == "mutual" and not english:
            right = [*right, *between(units, later + 1, clause.right_edge(later))]
    if not found.source and event.kind == "directed" and clause.tag(at - 1) == "عن":
        _expressed(clause, units, at, found)
    if not clause.word(at).isascii() and not found.source and not found.parties:
        _circumstance(clause, units, at, reading, event, found)
    if not found.source and not found.parties:
        _nominal_carrier(clause, units, at, event, found)
    if event.type == "PROTEST" and not english and not found.source:
        protesters(clause, right, at, found)
    right = [unit for unit in right if english or unit.marker not in _JOINS or not _others(clause, first, unit, event)]
    if reading.pronoun and not english and found.source and not found.target and event.kind == "directed":
        _own_object(clause, right, first, event, found)
    fill_from_prepositions(clause, event, found, [unit for unit in right if not is_bare(unit)])
    unnamed = carrier is not None and event.kind == "mutual" and found.doer is None
    if unnamed and all(unit.marker in ("مع", "with") for unit in right):
        found.parties.clear()  # مباحثات ستجريها مع …: with whom is told, who is not
    if event.data.get("somewhere") and found.source and not found.target:
        _struck(right, found)


def _own_object(clause: Clause, right: Sequence[Unit], first: int, event: Event, found: Slots) -> None:
    """أعلنت البحرين تأييدها قرار ترامب: the object right after a verbal noun with its pronoun."""
    unit = next((one for one in right if is_bare(one)), None)
    if unit is None or event.object != "target" or event.genitive == "target":
        return
    if all(clause.tag(here) == "quote" for here in range(first, unit.head)):
        found.put("target", unit)


def _others(clause: Clause, first: int, unit: Unit, event: Event) -> bool:
    """Whether another event's noun stands between, whose parties these are: اجتماعات نوقش فيها التعاون بين …"""
    for here in range(first, unit.head - 1):
        if clause.tag(here) == "noun" and here not in clause.idle:
            names = {one.name for one in clause.readings.get(here, ())}
            if any(
                clause.index.events[name].kind == "mutual" for name in names - {event.id} if name in clause.index.events
            ):
                return True
    return False


def _attribute(units: Sequence[Unit], at: int, first: int, found: Slots) -> None:
    """الجماعة الحوثية المدعومة من إيران: the party right before is backed by the one right after."""
    before = next((unit for unit in units if unit.end == at and unit.how == "organization"), None)
    after = next((unit for unit in units if 0 <= unit.head - first <= 2), None)
    if before is not None and after is not None and after.marker in ("من", "agent"):
        found.put("target", before)
        found.put("source", after)
        found.status = "occurred"


def _given(
    clause: Clause, units: Sequence[Unit], carrier: tuple[int, Reading], at: int, subject: Unit | None, event: Event,
    found: Slots,
) -> None:  # fmt: skip
    """Who stands between a carrier and its noun: companions (مع نظيره), whom something is given (منحت A B مساعدات)."""
    between_them = [unit for unit in units if carrier[0] < unit.first and unit.end <= at and unit is not subject]
    for unit in between_them:
        if event.kind == "mutual" and unit.marker in ("مع", "with"):
            found.put("party", unit)
        elif event.data.get("dative") and is_bare(unit) and subject is not None:
            found.put("target", unit)
        elif event.to.get("على") == "target" and unit.marker == clause.tag(carrier[0] + 1) == "على":
            found.put("target", unit)  # فرضت على إيران عقوبات


def _genitive(
    clause: Clause,
    units: Sequence[Unit],
    right: Sequence[Unit],
    first: int,
    reading: Reading,
    event: Event,
    found: Slots,
) -> None:
    """قصف إسرائيل …, الغارات الإسرائيلية, مباحثات روسية تركية: what stands with the noun without a preposition."""
    near = first
    if event.data.get("absorbs") and event.with_ and first < clause.end and event.with_.holds(clause.word(first)):
        near += 1  # the company that the entry asks for stands between: رفع العقوبات الأميركية
    while event.genitive == "target" and near < first + 4 and _counted(clause, near, event):
        near += 1  # طرد 23 دبلوماسيا بريطانيا
    own = [unit for unit in right if is_bare(unit) and unit.head <= near and not reading.pronoun]
    if not own:
        return
    unit = own[0]
    adjective = unit.how == "demonym" and unit.first == first and unit.definite == reading.article
    verbal = event.kind == "directed" and reading.clitic == "ل" and not adjective and event.object == "target"
    if verbal and clause.tag(unit.end) != "noun":
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
    if event.kind == "mutual":
        found.put("party", unit)
    elif event.with_ and event.object == "target" and unit.how in _OWNED and _is_company(clause, unit, event):
        found.put("target", unit)  # إغلاق القنصلية الأميركية
    elif event.type == "ASSAULT" and unit.head < unit.first and _is_site(clause, unit):
        found.put("target", unit)  # قصف مواقع إيرانية
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
        if bare and not told and event.object == "target" and event.data.get("content"):
            found.put("target", bare[0])


def _counted(clause: Clause, at: int, event: Event) -> bool:
    """Whether the word is a number, or what the entry asks for."""
    word = clause.word_at(at)
    company = event.with_ is not None and event.with_.holds(word)
    return word.isdigit() or (word != "" and (company or clause.index.sets["quantities"].holds(word)))


def _is_site(clause: Clause, unit: Unit) -> bool:
    """Whether the phrase's head is a thing that is struck."""
    return clause.index.sets["sites"].holds(clause.word(unit.head))


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
    controls = clause.index.sets["controls"]
    head = range(max(clause.first, unit.head - 1), unit.first)
    return unit if any(controls.holds(clause.word(here)) for here in head) else None


def _struck(right: Sequence[Unit], found: Slots) -> None:
    """ضربة جوية في سوريا by another state: a state named as the place of the strike itself is who was struck."""
    for unit in right:
        if unit.marker in ("location", "in") and not unit.outer and unit.how == "name" and unit.ids != found.source:
            found.put("target", unit)
            found.confidence = 0.55
            return


def _circumstance(clause: Clause, units: Sequence[Unit], at: int, reading: Reading, event: Event, found: Slots) -> None:
    """لدى زيارته باكو, بعد لقائه نظيره, خلال زيارة إلى أبوظبي: the sentence's subject does it; a bare party follows."""
    if clause.word_at(at - 1) not in clause.index.sets["circumstances"].exact:
        return
    if not reading.pronoun and event.id != "visit":
        return
    verbs = [here for here in range(at - 1, clause.first - 1, -1) if clause.tag(here) == "verb"]
    verb = verbs[0] if verbs else None
    if verb is not None:
        subject, _ = subject_of(clause, units, verb, clause.readings[verb][0], clause.right_edge(verb))
    else:
        subject = next((unit for unit in units if unit.end <= at and is_bare(unit)), None)
    if subject is None or subject.first >= at:
        return
    wanted = reading.pronoun and clause.word(at).endswith("ها")
    if reading.pronoun and wanted != _is_feminine(clause, subject):
        return
    found.put(role_of(event, "source"), subject)
    after = next((unit for unit in units if unit.head == at + reading.length and is_bare(unit)), None)
    if reading.pronoun and after is not None:
        found.put("party" if event.kind == "mutual" else "target", after)


def _is_feminine(clause: Clause, unit: Unit) -> bool:
    """Whether a party takes feminine pronouns: a state by its name does, its minister doesn't."""
    head = clause.word(unit.head)
    if unit.how in ("name", "capital") and unit.head == unit.first:
        return not clause.index.masculine.intersection(unit.ids)
    return head.endswith("ه") or (unit.how == "organization" and head.removeprefix("ال") in ("قوات", "كتائب", "امم"))


def _expressed(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """أعربت الخارجية … عن رفضها: the noun's pronoun is the subject of the verb that expresses it."""
    for here in range(at - 2, clause.first - 1, -1):
        if clause.tag(here) == "verb":
            subject, _ = subject_of(clause, units, here, clause.readings[here][0], at)
            expresses = any(one.role in ("say", "carrier") for one in clause.readings[here])
            if subject is not None and subject.end <= at and expresses:
                found.put("source", subject)
                found.carrier = here
            return
        if clause.tag(here) in ("stop", "sub", "rel"):
            return


def _nominal_carrier(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """فرض واشنطن عقوبات, إجراء إيران مناورات: the party between a carrier's verbal noun and the event's noun."""
    if event.kind == "mutual":
        _taking_part(clause, units, at, found)
    before = [unit for unit in units if unit.end <= at and at - unit.end <= 1]
    if not before or before[-1].how == "place" or event.genitive == "target":
        return
    willing = clause.index.status_nouns.get(clause.word(at - 1)) == "announced" and before[-1].end == at - 1
    if willing and is_bare(before[-1]):
        found.put(role_of(event, "source"), before[-1])  # كوريا الشمالية مستعدة لمحادثات
        return
    head = clause.word(before[-1].head - 1)
    if clause.index.sets["carrier_nouns"].holds(head) or head in clause.index.status_nouns:
        found.put(role_of(event, "source"), before[-1])


def _taking_part(clause: Clause, units: Sequence[Unit], at: int, found: Slots) -> None:
    """مشاركة الصين وسوريا في هذه المناورات: the genitive of taking part is a party to the event."""
    for unit in units:
        if unit.end <= at and unit.head > clause.first and unit.how != "place":
            between = range(unit.end, at)
            inside = any(clause.tag(here) in ("location", "in") for here in between)
            phrase = (clause.word(here) for here in range(unit.head - 1, unit.first))
            if inside and at - unit.end <= 3 and any(map(clause.index.sets["taking_part"].holds, phrase)):
                found.put("party", unit)


def _noun_edge(clause: Clause, first: int) -> int:
    """Where a noun's own complements end: a clause's end, a topic, or a preposition of other matter."""
    edge = clause.right_edge(first - 1)
    planned = clause.tag(edge) == "verb" and any(one.role == "aux" for one in clause.readings.get(edge, ()))
    if planned and clause.word_at(edge + 1) in ("مقرره", "مقررا", "مقرر"):
        edge = clause.right_edge(edge)  # محادثات كانت مقررة مع تركيا
    for here in range(first, edge):
        other = clause.tag(here) == "other" and clause.word(here) not in ("قبل", "بعد")
        if other or clause.word(here) in clause.index.sets["topics"].exact:
            return here
        if clause.tag(here) == "noun" and here > first and clause.tag(here - 1) in ("other", "عن", "location"):
            return here
    return edge


def _relative_carrier(clause: Clause, first: int) -> tuple[int, Reading] | None:
    """The carrier verb with a pronoun right after the noun: ضربة جوية نفذها …, الهجوم الذي شنته …"""
    for here in range(first, min(clause.end, first + 5)):
        if clause.tag(here) not in ("", "rel", "verb", "quote"):
            return None
        if clause.tag(here) == "verb":
            resumed = clause.word_at(here + 1) in ("به", "بها", "بهما", "فيها", "فيه")  # الزيارة التي قام بها …
            for reading in clause.readings[here]:
                if reading.role == "carrier" and (reading.pronoun or resumed):
                    return here, reading
            return None
    return None


def _carrier_before(clause: Clause, at: int) -> tuple[int, Reading] | None:
    """The carrier verb whose object the noun is."""
    here = at
    joined = any(one.conjunction and not one.clitic for one in clause.readings.get(at, ()))
    while here > clause.first:
        here -= 1
        tag = clause.tag(here)
        if tag == "comma" and joined and here == at - 1:
            continue  # قررت إغلاق القنصلية …، وطرد دبلوماسيين
        if tag == "comma" and (opening := clause.opening(here)) is not None and clause.tag(opening + 1) in _ASIDES:
            here = opening  # ، كما أعلن، ، بطلب من واشنطن،
            continue
        timed = tag == "other" and clause.tag(here + 1) == "time"
        if tag == "عن" and clause.index.sets["carrier_nouns"].holds(clause.word(here + 1)):
            continue  # أعلنت الرياض عن فرض عقوبات
        if tag in ("stop", "sub", "rel", "other", "عن") and not timed:
            return None
        free = _status(clause, here) or here in clause.idle or joined
        if tag == "noun" and not free:
            return None
        if tag == "verb":
            carriers = [reading for reading in clause.readings[here] if reading.role == "carrier"]
            governed = clause.is_marker(at - 1) and not _partitive(clause, at)
            if not carriers or (governed and carriers[0].name != "join"):
                return None
            company = [near for near in range(here + 1, at) if clause.tag(near) in ("مع", "with")]
            if company and (
                clause.tag(at - 1) == "مع" or (carriers[0].name == "join" and clause.tag(at - 1) != "location")
            ):
                return None
            return here, carriers[0]
    return None


def _partitive(clause: Clause, at: int) -> bool:
    """Whether the noun only tells what there is a part, a round or a series of: جولة جديدة من المحادثات."""
    if clause.tag(at - 1) != "من":
        return False
    parts = clause.index.sets["partitives"]
    return any(parts.holds(clause.word_at(here)) for here in range(at - 2, max(clause.first, at - 5) - 1, -1))


def _resumed(clause: Clause, units: Sequence[Unit], carrier: int) -> Unit | None:
    """The antecedent of the relative clause that a carrier verb opens, where a pronoun says it is done to it."""
    if clause.tag(carrier - 1) != "rel" or clause.word_at(carrier + 1) not in RESUMED:
        return None
    last = next((unit for unit in reversed(units) if unit.end <= carrier - 1), None)
    if last is None or last.how == "place":
        return None
    plain = all(clause.tag(here) in ("", "quote", "comma") for here in range(last.end, carrier - 1))
    return last if plain and carrier - 1 - last.end <= 2 else None


def _carrier_after(clause: Clause, units: Sequence[Unit], first: int) -> int | None:
    """The carrier verb whose subject the noun is: المناورات … ستعقد, the drills were postponed."""
    for here in range(first, clause.end):
        tag = clause.tag(here)
        if tag == "sub" and clause.word(here) == "ان" and clause.word(here - 1) in _DUE:
            continue
        if tag in ("stop", "sub", "rel", "noun"):
            return None
        if tag == "verb":
            carriers = [r for r in clause.readings[here] if r.role == "carrier" and not r.pronoun]
            object_follows = any(is_bare(unit) and unit.head == here + 1 for unit in units)
            return here if carriers and not object_follows else None
    return None


def _status(clause: Clause, at: int) -> bool:
    """Whether the word only gives a status: تعليق in front of المناورات."""
    return clause.word(at) in clause.index.status_nouns


def _english_owner(clause: Clause, units: Sequence[Unit], at: int, event: Event, found: Slots) -> None:
    """Russian-Turkish talks, US air strikes, Iran's support: the parties right before the noun."""
    before = [unit for unit in units if unit.end <= at]
    if not before:
        return
    unit = before[-1]
    gap = range(unit.end, at)
    possessive = any(clause.word(here) in ("'", "’", "s") for here in gap)
    if len(gap) > (5 if possessive else 2) or any(clause.tag(here) not in ("", "quote") for here in gap):
        return
    if any(clause.word(here) in ("and", "or", "to") for here in gap):
        return
    if event.genitive == "target" and not possessive and unit.how != "demonym":
        return
    found.put(role_of(event, "source"), unit)
