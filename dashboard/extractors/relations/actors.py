"""The parties of a sentence: mentions that can act, joined where coordinated, with what governs each."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ...clean.fold import fold_key
from ...model import Mention
from .carried import feminine
from .clauses import Clause
from .edges import outer_of
from .phrases import Covered, Unit, adjoins, armed, climb, speaks_for

# The tags of what may part two names of one party.
_PLAIN = frozenset(("", "quote"))
# Organisations that are spoken of more than they act, and those that act for nobody in this ontology.
_IDLE = {"news", "company", "bank", "university", "sport", "religious", "party"}


def actor_of(mention: Mention, idle: AbstractSet[str]) -> str | None:
    """The id under which a mention acts, None where it can't: datelines, companies, stateless persons.

    A place gives its state, but only as where something was done to it or from it (`how` place).
    """
    if not mention.counts:
        return None
    if mention.kind == "country":
        return mention.id
    if mention.kind == "organization":
        if mention.acts_for_state and mention.country:
            return mention.country
        return None if mention.id in idle or (":" in mention.id and not mention.nonstate) else mention.id
    return mention.country if mention.kind in ("person", "place") and not mention.ambiguous else None


def idle_organisations(organisations: Sequence[dict[str, object]]) -> set[str]:
    """Ids of the listed organisations that are no party to events between states."""
    return {
        str(item["id"])
        for item in organisations
        if item["type"] in _IDLE and not item.get("nonstate")
        and not (item["type"] == "bank" and "country" not in item)  # the World Bank
    }  # fmt: skip


def units(clause: Clause, mentions: Sequence[Mention], idle: set[str]) -> list[Unit]:
    """The parties of a sentence in order. `mentions` are those of the sentence, by offset."""
    doc, index, tags = clause.doc, clause.index, clause.tags
    found: list[Unit] = []
    covered: Covered = {}
    spans = []
    for mention in mentions:
        assert mention.start is not None and mention.end is not None
        first = doc.token_at(mention.start)
        end = first + 1 if mention.end <= doc.ends[first] else doc.token_at(mention.end - 1) + 1
        if mention.kind == "person" and _misread(clause, first, end, mention):
            continue
        actor = actor_of(mention, idle)
        spans.append((first, end, mention.start - doc.starts[first], mention, actor))
        named = first, actor
        for at in range(first, end):
            covered[at] = named
    clause.named.update(covered)
    for at in covered:
        if tags.get(at):
            clause.clear(at)  # a verb's form inside a name is no verb
    for first, end, cut, mention, actor in spans:
        actor = index.chiefs.get(mention.id) or actor
        company = actor is None and mention.id in index.companies and mention.counts
        if company:
            actor = mention.country  # to whom something is done, never who does it
        if actor is None:
            continue
        how = (mention.via or "name") if mention.kind == "country" else mention.kind
        how = "place" if company else how
        if mention.kind == "organization" and clause.word(first) in clause.index.adjectives:
            how = "demonym"  # المبعوث الأممي
        titled = _titled(clause, first, mention.role, covered) if how == "person" and mention.role else 0
        unit = _unit(clause, first, end, cut, actor, how, covered, found, titled)
        if unit is None:
            continue
        if how == "person" and found and _holds_office(clause, found[-1], unit):
            found[-1].end = end
            continue
        dual = found and found[-1].first == first and how == found[-1].how == "name"  # الكوريتان
        if found and (dual or _same_phrase(clause, found[-1], unit)):
            found[-1].end = end
            if actor not in found[-1].ids:
                found[-1].ids.append(actor)
            continue
        found.append(unit)
    clause.heads.update([unit.head for unit in found])
    return found


def _misread(clause: Clause, first: int, end: int, mention: Mention) -> bool:
    """Whether a "person" of one word is the object of a verb: أجرى الرئيس الروسي اتصالا."""
    if end - first > 1 or ":" not in mention.id or not clause.word(first).endswith("ا"):
        return False
    lexical = clause.index.lexical(clause.word(first))
    return lexical is not None and any(one.pos == "noun" for one in lexical.read(clause.doc.words, first))


def _unit(
    clause: Clause, first: int, end: int, cut: int, actor: str, how: str, covered: Covered, found: list[Unit],
    titled: int,
) -> Unit | None:  # fmt: skip
    """The unit of a mention; None where it only says who leads the force named before."""
    word = clause.word(first)
    prefix = word[:cut]
    unit = Unit(first, end, first, [actor], "", how)
    if how in ("demonym", "people"):
        unit.definite = word[cut:].startswith("ال") or prefix.endswith(("لل", "ال")) or "ال" in word[: cut + 2]
    if not cut:
        climb(clause, unit, covered, found, titled)
        return None if unit.outer == "led" else unit
    conjunction = prefix[:1] == "و"
    clitic = prefix.lstrip("وف")[:1]
    if clitic in ("ل", "ب", "ك"):
        unit.marker = clitic
        if armed(clause, unit, covered):
            return unit
        if how != "organization" or not speaks_for(clause, unit, first - 1):
            unit.outer = outer_of(clause, first - 1)
        elif found and found[-1].end == unit.head and clause.word(unit.head).startswith("وال"):
            unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
        return unit
    if conjunction and found and adjoins(clause, found[-1], first):
        nominative = bool(found[-1].marker) and word.endswith("ون")  # في اليمن والحوثيون …
        unit.opens = nominative or _begins(clause, found[-1], unit)
        if not unit.opens:
            unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
        return unit
    if conjunction:
        return unit
    climb(clause, unit, covered, found, titled)
    return None if unit.outer == "led" else unit


def _titled(clause: Clause, first: int, role: str, covered: Covered) -> int:
    """How many words of an office stand right before a person who holds it: وزير الدفاع أفيغدور ليبرمان."""
    office = fold_key(role).split()
    start = first - len(office)
    if start < clause.first or clause.doc.words[start + 1 : first] != office[1:]:
        return 0
    held = clause.word(start).endswith(office[0]) and covered.keys().isdisjoint(range(start, first))
    return len(office) if held else 0


def _begins(clause: Clause, previous: Unit, unit: Unit) -> bool:
    """Whether a clause begins at the conjunction, of which the party is the subject: تقصف إيران وبغداد تشكو طهران."""
    if clause.tag(unit.end) != "verb" or unit.how not in ("name", "capital", "organization"):
        return False
    reading = clause.readings[unit.end][0]
    masculine = unit.how == "name" and not clause.index.masculine.isdisjoint(unit.ids)
    if unit.how == "organization":
        masculine = clause.word(unit.head).removeprefix("و") in clause.index.sets["men"].exact
    if reading.plural or reading.conjunction or reading.role == "aux" or previous.marker == "بين":
        return False
    if len(previous.ids) > 1:
        return False  # التي ستجمع مصر وقبرص واليونان تنطلق …
    if feminine(clause.word(unit.end), reading) == masculine:
        return False
    for here in range(previous.head - 1, clause.first - 1, -1):
        if clause.tag(here) in ("stop", "sub", "rel", "comma"):
            return False
        if clause.tag(here) == "verb":
            return not clause.readings[here].aux
    return unit.how == "organization" and previous.marker == "location"  # انفجار في لبنان وحزب الله يتوعد …


def _holds_office(clause: Clause, office: Unit, person: Unit) -> bool:
    """Whether a person only names who holds an organisation's office: رئيسة المفوضية أورسولا …, رئيسها، فلان،."""
    titled = office.head < office.first and clause.index.sets["officials"].holds(clause.word(office.head))
    if office.how != "organization" or not titled or person.marker:
        return False
    apposed = clause.tag(office.end) == "comma" == clause.tag(person.end) and person.first == office.end + 1
    return apposed or person.first == office.end


def _same_phrase(clause: Clause, previous: Unit, unit: Unit) -> bool:
    """Whether two mentions make one party: a list, a state and its minister, two adjectives side by side."""
    if "place" in (previous.how, unit.how):
        return False
    gap = range(previous.end, unit.first)
    plain = _PLAIN.issuperset(map(clause.tag, gap))
    if not (plain or unit.joined or len(gap) == 1 or unit.head == previous.end + 1):
        return False
    spelled = clause.word(unit.first).endswith("يه") and clause.word(previous.end - 1).endswith("يه")
    if spelled and not gap and not unit.joined and previous.how == unit.how == "name":
        return clause.tag(previous.first - 1) == "noun"  # قمة تركية روسية: names written as the adjectives are
    if unit.joined:
        return True
    apposed = unit.head == previous.end + 1 and clause.tag(previous.end) == "comma" and unit.ids == previous.ids
    apposed = apposed and (unit.how != "name" or unit.head == unit.first - 1)
    if apposed and previous.how == "person" and clause.index.sets["officials"].holds(clause.word(unit.head)):
        return True  # جون بولتون، مستشار الأمن القومي الأميركي
    if plain and unit.ids == previous.ids and unit.head <= previous.end:
        return True
    cases = clause.word(previous.end - 1).endswith("ون"), clause.word(unit.first).endswith("ين")
    if plain and not gap and all(cases):
        return False  # يتهم المسؤولون الأميركيون الأوروبيين بـ…: subject and object
    if plain and unit.how == "person" and unit.ids == previous.ids[-1:] and unit.head <= previous.end:
        return True  # الرؤساء التركي فلان والروسي فلان والإيراني فلان: each adjective with its name
    if plain and not gap and previous.how == "demonym" and not unit.marker:
        adjective = clause.word(unit.first).endswith(("يه", "ي")) and not previous.definite  # روسية is also a name
        return unit.how == "demonym" or (unit.how == "name" and adjective)
    if plain and not gap and unit.how == "demonym" and not unit.marker and clause.word(previous.end - 1).endswith("يه"):
        return previous.how == "name" and previous.first == previous.head  # مفاوضات تركية أذربيجانية
    comma = len(gap) == 1 and clause.tag(previous.end) == "comma"
    if comma and unit.ids == previous.ids and unit.how == "person":
        return True
    dash = len(gap) == 1 and clause.word(previous.end) in ("-", "–", "/")
    if dash and {unit.how, previous.how} <= {"demonym", "name"}:
        return True
    listed = previous.how == unit.how and unit.how in ("name", "demonym", "capital")
    return comma and listed and not unit.marker and _more_follow(clause, unit)


def _more_follow(clause: Clause, unit: Unit) -> bool:
    """Whether a list goes on after a comma-separated member (إيران، روسيا والصين)."""
    word = clause.word(unit.end) if unit.end < clause.end else ""
    return word in ("،", ",", "and", "و") or (word[:1] == "و" and len(word) > 3)
