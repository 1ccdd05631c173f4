"""A party's noun phrase: where it begins, what governs it, what it is coordinated to."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from .clauses import Clause
from .collectives import FLAG, LISTING, arm_of, group_of, head_of, instanced, owned_by, ship_of
from .edges import absolute, dual, outer_of, tells_nothing, titles

# How many plain words a coordinated member may have before its state's name (والمتمردين الأكراد).
_MEMBER = 4


# How the first of several are brought in.
_FOREMOST = {"راسها", "راسهم", "مقدمتها", "مقدمتهم"}
# Token → (first token of the mention that covers it, the id it acts under).
Covered = dict[int, tuple[int, str | None]]


@dataclass(slots=True)
class Unit:
    """A party: tokens first … end-1 of its mentions, `head` where its noun phrase begins, `marker` what governs it.

    `marker` is "" for a subject or object, else a preposition; `outer` the preposition one phrase further out;
    `how` is how its first mention names it (name, demonym, people, capital, organization, person, both, own).
    """

    first: int
    end: int
    head: int
    ids: list[str]
    marker: str
    how: str
    outer: str = ""
    joined: bool = False  # coordinated to the unit before
    definite: bool = False
    opens: bool = False  # a clause begins with it, whose subject it is


def climb(clause: Clause, unit: Unit, covered: Covered, found: list[Unit], titled: int = 0) -> None:
    """Find the head of the unit's noun phrase and what governs it, leftwards from its mention, or from the `titled`
    words of an office right before it."""
    at, constructs = unit.first - max(titled - 1, 0), 0
    first, tag, sets, stripped = clause.first, clause.tag, clause.index.sets, clause.index.stripped
    adjectival = unit.how in ("demonym", "people")
    while at > first and (tag(at - 1) in ("", "quote") or tells_nothing(clause, at - 1)):
        if tag(at - 1) == "quote":  # تنظيم «الدولة»
            if at - 2 < clause.first or clause.tag(at - 2) != "" or at - 2 in covered or at != unit.first:
                break
            at -= 1
            continue
        if at - 1 in covered:
            named, actor = covered[at - 1]
            if adjectival and actor in (None, *unit.ids) and named < at == unit.first:  # عفرين السورية
                at = named
                continue
            break
        word = clause.word(at - 1)
        if word.isascii():  # a number, a model: طائرات F-16 الأميركية
            at -= 1
            continue
        if word in sets["adverbs"].exact:
            break
        if unit.definite and at < unit.first and word in clause.index.sets["closing"].exact:
            break  # في بيان مشترك التحركات الإثيوبية: no construct goes on behind an indefinite adjective
        core, conjunction, clitic = stripped(word)
        if not adjectival and at == unit.first and clause.index.is_owned_force(core):
            break  # غادر آخر جنودها تشاد
        if (
            unit.how in ("name", "capital", "organization")
            and at < unit.first
            and len(core) > 4
            and core.endswith(("ها", "هم"))
        ):
            break  # طلبت من رعاياها مغادرة السودان: a pronoun closes its phrase
        number = core in sets["quantities"].exact  # ألفي, آلاف begin with no article
        article = (core.startswith("ال") and not number) or clitic == "لل" or clitic == "بال"
        if adjectival and unit.definite:
            if article and constructs:
                break
            if not article:
                if constructs >= 3 or (absolute(core) and not dual(clause, core)):
                    break
                constructs += 1
        elif article and unit.how == "person" and at - 1 > clause.first and titles(clause, core):
            pass  # لاستراتيجية الرئيس دونالد ترامب
        elif article or (not adjectival and absolute(core) and not dual(clause, core)):
            break
        at -= 1
        if clitic:
            unit.marker = clitic[0]
            unit.outer = outer_of(clause, at - 1)
            break
        if conjunction:
            if found and found[-1].marker and core.endswith("ون"):
                unit.opens = True  # من النيجر ومدربون روس: no preposition governs that ending
            elif found and adjoins(clause, found[-1], at):
                unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
            elif core.endswith("ين") or (_adjectival(clause, unit) and _indefinite(clause, at - 1)):
                unit.marker = _listed(clause, at, covered)
            unit.head = at
            return
    unit.head = at
    if clause.word(at) in FLAG and (ship := ship_of(clause, at, covered)) is not None:
        _head_at(clause, unit, ship)
        return
    if unit.marker:
        armed(clause, unit, covered)
        return
    before = at - 1
    opener = clause.word_at(before)
    if before > first and opener in sets["leading"].exact:
        # The force that a state leads is the state's: its phrase stands before.
        before -= 1 + (clause.tag(before - 1) == "rel")
        if found and found[-1].end == before + 1:
            unit.outer = "led"
            return
        while before > clause.first and clause.tag(before) == "":
            before -= 1
        unit.head = unit.first = before + 1
        opener = clause.word_at(before)
    voiced = opener in sets["behalf"].exact and before > first and unit.how in ("organization", "name", "demonym")
    if voiced and speaks_for(clause, unit, before):
        return
    if opener in LISTING and (group := group_of(clause, before, covered)) is not None:
        _head_at(clause, unit, group)
        return
    if clause.tag(before) == "quote" and clause.is_marker(before - 1) and at == unit.first:
        before -= 1  # في «هيئة التحرير»
    if clause.tag(before) == "among" and (group := instanced(clause, before, covered)) is not None:
        _head_at(clause, unit, group)
        return
    if clause.word(before) in _FOREMOST:
        unit.marker = "other"  # ملفات عدة، على رأسها إيران: of no group that acts
        return
    if before >= clause.first and clause.is_marker(before):
        unit.marker = clause.tag(before)
        if gather(clause, unit, before, covered, found):
            return
        quantity = clause.word(before - 1) if before > clause.first else ""
        counted = sets["quantities"].holds(quantity) or quantity.isdigit()
        if unit.marker == "من" and counted:
            unit.head = before - 1
            unit.marker = clause.tag(before - 2) if clause.is_marker(before - 2) else ""
        else:
            while unit.marker == "location" and clause.tag(before - 1) == "location":
                before -= 1
            unit.outer = outer_of(clause, before - 1)
            if unit.marker == "location" and clause.word(before).removeprefix("ال") == "عاصمه" and unit.outer == "إلى":
                unit.marker, unit.outer = unit.outer, ""  # زيارة إلى العاصمة النيجرية
    elif found and clause.word(before) in ("و", "&") and adjoins(clause, found[-1], before):
        unit.joined, unit.marker, unit.outer = True, found[-1].marker, found[-1].outer
    elif found and clause.tag(before) == "comma" and found[-1].end == before:
        unit.outer = "comma"


def _adjectival(clause: Clause, unit: Unit) -> bool:
    """Whether an indefinite party is named as an adjective is: إيرانية, and روسية, which is a name as well."""
    return not unit.definite and (unit.how == "demonym" or clause.word(unit.first).endswith("يه"))


def _indefinite(clause: Clause, at: int) -> bool:
    """Whether a plain noun without article stands there, to which another is joined: على أفراد وكيانات إيرانية."""
    return clause.tag(at) == "" and at not in clause.named and not clause.word_at(at).startswith("ال")


def _listed(clause: Clause, at: int, covered: Covered) -> str:
    """What governs a list whose last member is oblique: ضد رجال الأعمال والشركات والمسؤولين الروس."""
    for here in range(at - 1, max(clause.first, at - 2 * _MEMBER) - 1, -1):
        if clause.is_marker(here):
            return clause.tag(here - 2) if clause.tag(here) == "من" and clause.is_marker(here - 2) else clause.tag(here)
        if clause.tag(here) != "" or here in covered:
            return ""
    return ""


def speaks_for(clause: Clause, unit: Unit, at: int) -> bool:
    """Make a party of who speaks for it; whether somebody does. `at` is باسم, or a title's last word before للـ."""
    sets = clause.index.sets
    named = clause.word(at) in sets["behalf"].exact
    if not named and unit.marker != "ل":
        return False
    last = at - 1 if named else at
    for here in range(last, max(clause.first, last - 3) - 1, -1):
        core, conjunction, clitic = clause.index.stripped(clause.word(here))
        if here in clause.named or clause.tag(here) != "":
            return False
        if core in sets["spokesmen"].exact and (named or here < last):
            unit.head, unit.marker, unit.outer = here, clitic[:1], ""
            if not clitic and not conjunction and clause.is_marker(here - 1):
                unit.marker, unit.outer = clause.tag(here - 1), outer_of(clause, here - 2)
            return True
    return False


def gather(clause: Clause, unit: Unit, before: int, covered: Covered, found: list[Unit]) -> bool:
    """Make a party of the forces, fighters or officials that a preposition makes its own: سفن من, القوات الجوية في."""
    head = head_of(clause, before, covered)
    if head is None:
        return False
    _head_at(clause, unit, head)
    return True


def armed(clause: Clause, unit: Unit, covered: Container[int]) -> bool:
    """Make a party of what its ل belongs to (القيادة العليا للحوثيين, زوارق تابعة للحرس); whether there is one."""
    if unit.marker != "ل":
        return False
    head = arm_of(clause, unit.head, covered)
    head = owned_by(clause, unit.head, covered) if head is None else head
    if head is not None:
        _head_at(clause, unit, head)
    return head is not None


def _head_at(clause: Clause, unit: Unit, head: int) -> None:
    """Begin the unit's phrase at the collective noun at `head`: what governs that, governs it."""
    _, conjunction, clitic = clause.index.stripped(clause.word(head))
    unit.head, unit.marker, unit.outer = head, clitic[:1], ""
    if unit.marker:
        unit.outer = outer_of(clause, head - 1)
    elif clause.is_marker(head - 1) and not conjunction:
        unit.marker, unit.outer = clause.tag(head - 1), outer_of(clause, head - 2)
        if unit.marker == "من" and clause.index.sets["quantities"].holds(clause.word(head - 2)):
            unit.head, unit.marker, unit.outer = head - 2, "", ""  # عدد من المسؤولين في
            if clause.is_marker(head - 3):
                unit.marker = clause.tag(head - 3)


def adjoins(clause: Clause, previous: Unit, at: int) -> bool:
    """Whether only a few plain words part a coordinated member from the unit before it."""
    gap = range(previous.end, at)
    if clause.word(previous.end - 1).endswith("ون") and any(clause.word(here).endswith("ين") for here in gap):
        return False  # يتهم المسؤولون الأميركيون الأوروبيين وخاصة ألمانيا: not of the subject's list
    plain = all(clause.tag(here) in ("", "quote") and clause.word(here) != "و" for here in gap)
    return len(gap) <= _MEMBER and plain
