"""Arabic names in running text: every place where evidence for a name stands."""

from __future__ import annotations

import re

from ...model import Candidate
from . import appositions, names, roles
from .heads import Role, title_of
from .known import QUOTES
from .scene import COMMAS, Scene, offset
from .spans import Span, role_text
from .things import named_after, titled_work
from .words import ASIAN, BEFORE, COMMON, GIVEN, NAME, OFFICE, SUFFIX, SURNAME, WEAK

_PLURAL = re.compile("م(?:ت|ست|ن|.ت).{2,}(?:ون|ين)")
_CLAUSE_MARKS = frozenset((":", '"', "«", "“", "”", "،", ","))


def spans(scene: Scene) -> list[Span]:
    """The names of a document in text order, without overlaps."""
    found: list[Span] = []
    after = 0
    titles = frozenset(scene.doc.where(title_of(scene.words)))
    for at in sorted(scene.told.union(scene.opens, scene.leaders)):
        if at < after or at == len(scene.kinds):
            continue
        role = roles.parse(scene, at) if at in titles else None
        span = _titled(scene, role) if role is not None and role.name is not None else None
        if span is None and role is None:
            if named_after(scene, at):  # no part of the thing's name is somebody's
                after = names.parse(scene, at, names.SAID) or after
                continue
            span = _bare(scene, at) or _said(scene, at)
        if span is None:
            continue
        if span.role is None or " " not in span.role:  # «الجنرال X، وزير الدفاع السابق»: the office says more
            appositions.give(scene, span)
        found.append(span)
        after = span.end
    return found


def _titled(scene: Scene, role: Role) -> Span | None:
    """The name behind a title or office."""
    assert role.name is not None
    first, doc = role.name, scene.doc
    if named_after(scene, role.first, titled=True) or named_after(scene, role.name, titled=True):
        return None
    leader = _leader(scene, role, first)
    end = leader.end if leader else names.parse(scene, first, names.TITLED)
    if end is None or (end == first + 1 and leader is None and _many(scene, first)):
        return None
    text = None if role.unsaid else role_text(scene, role)
    start = leader.start if leader else doc.starts[first]
    return Span(first, end, start, "people.title", 0.95, text, role.country, leader)


def _many(scene: Scene, at: int) -> bool:
    """Whether a lone unknown word has a feminine plural's ending: «أجرى الوزير الكيني نقاشات»."""
    word = scene.doc.words[at]
    return word.endswith("ات") and len(word) > 5 and not scene.kinds[at] & NAME


def _leader(scene: Scene, role: Role, first: int) -> Candidate | None:
    """The person that the lexicon knows by the form at token `first`, if the title fits and the name ends there."""
    rivals = scene.leaders.get(first, [])
    if not rivals:
        return None
    end, longer = rivals[0].end, names.parse(scene, first, names.TITLED)
    if longer is not None and longer > end:
        listed = scene.kinds[end] & (GIVEN | SURNAME | SUFFIX) and not scene.kinds[end] & WEAK
        if listed or all(c.weak for c in rivals):  # «ترامب الابن», «سعيد شعبانيان» are somebody else
            return None
    if end - first > 1:
        return rivals[0]
    for leader in sorted(rivals, key=lambda c: (c.weak, c.entry.id not in scene.named)):
        same = role.country is not None and role.country == leader.entry.country
        open_role = role.country is None or leader.entry.country is None
        sure = leader.entry.id in scene.named or scene.words.leaders.held(leader.entry.id, role.head)
        if same or (open_role and sure):
            return leader
    return None


def _bare(scene: Scene, at: int) -> Span | None:
    """A name that its own words show: a listed given name with what follows, or a person that the lexicon knows."""
    leader = scene.leader(at)
    if leader is not None and not _longer(scene, leader):
        return Span(at, leader.end, leader.start, leader.rule, leader.confidence, leader=leader)
    cut = scene.cut(at)
    if not cut and not scene.kinds[at] & (NAME | BEFORE):
        return None
    led = _led(scene, at) or _countryman(scene, at)
    strength = names.SAID if led else names.BARE
    if not cut and _introduced(scene, at):
        strength = names.TITLED
    end = names.parse(scene, at, strength, cut=cut)
    if end is None and scene.kinds[at] & GIVEN and not cut:
        end = _shown(scene, at)
    if end is None or titled_work(scene, at, end):
        return None
    return Span(at, end, offset(scene.doc, at, cut), "people.given-name", 0.85, country=led)


def _longer(scene: Scene, leader: Candidate) -> bool:
    """Whether the one word by which the lexicon knows somebody is another's given name here: «زامير كابولوف»."""
    at, end = leader.first, leader.end
    if end - at > 1 or end >= len(scene.kinds) or not scene.kinds[at] & GIVEN:
        return False
    if scene.sentence(end) != scene.sentence(at):
        return False
    family = scene.kinds[end] & SURNAME and not scene.kinds[end] & (WEAK | COMMON)
    return bool(family) and not scene.leaders.get(end)


def _led(scene: Scene, at: int) -> str | None:
    """The state of «الوفد الإيراني برئاسة X»."""
    if at < 2 or scene.doc.words[at - 1] not in scene.words.titles["led_by"]:
        return None
    demonym = scene.demonyms.get(at - 2)
    return demonym.entry.country if demonym is not None else None


def _introduced(scene: Scene, at: int) -> bool:
    """«متهم ثان، هو إياد الغريب، بالسجن», «رجلا يدعى إياد الغريب»: a word before a given name says that one follows."""
    return (
        at > 1 and names.surely_given(scene.kinds[at]) and scene.doc.words[at - 1] in scene.words.titles["introduces"]
    )


def _countryman(scene: Scene, at: int) -> str | None:
    """The state of «الصينية لي يينغ»: a demonym with ال before an East Asian family's name."""
    before = scene.demonyms.get(at - 1)
    named = scene.kinds[at] & ASIAN and at + 1 < len(scene.kinds) and scene.doc.words[at + 1] in scene.words.syllables
    return before.entry.country if named and before is not None and before.end == at else None


def _shown(scene: Scene, at: int) -> int | None:
    """The end of a name whose first word is a common word too, where an office behind it shows that it is a name."""
    words, last = scene.doc.words, scene.doc.bounds[scene.sentence(at)][1] - 1
    comma = at + 1
    while comma < last and words[comma] not in COMMAS:
        comma += 1
    if comma >= last or comma - at < 2 or not scene.kinds[comma + 1] & OFFICE:
        return None
    return comma if names.parse(scene, at, names.SAID) == comma else None


def _said(scene: Scene, at: int) -> Span | None:
    """A name of unknown words between a verb of saying and what is said: «قال جاغريان إن»."""
    if at not in scene.told or scene.sentence(at) != scene.sentence(at - 1):
        return None
    known = scene.kinds[at] & (GIVEN | ASIAN) or scene.paired(at, scene.doc.words[at])
    if not known and not scene.plausible(at):
        return None
    end = names.parse(scene, at, names.SAID)
    words = scene.doc.words
    if end is not None and not scene.plausible(at) and not _second(scene, at, end):
        return None
    if end == at + 1 and not scene.kinds[at] & NAME and _PLURAL.fullmatch(words[at]):  # «ويقول متفائلون إن»
        return None
    if end is None or end >= len(words):
        return None
    described = end - at > 1 and scene.kinds[end] & OFFICE and scene.sentence(end) == scene.sentence(at)
    if not (described or words[end] in _CLAUSE_MARKS or words[end] in scene.words.clause):
        return None
    if words[end] in QUOTES and not scene.doc.spaced[end]:  # it closes what stands before
        return None
    if words[end] in COMMAS and end - at == 1 and not scene.listed(at) and not scene.recurs(at):
        return None
    return Span(at, end, scene.doc.starts[at], "people.said", 0.75)


def _second(scene: Scene, at: int, end: int) -> bool:
    """Whether the part behind a given name that is a word too shows a name: «ثابت العباسي», not «بيان سانا»."""
    if end - at < 2:
        return False
    if not scene.kinds[at] & COMMON or scene.paired(at, scene.doc.words[at]):
        return True
    kind, word = scene.kinds[at + 1], scene.doc.words[at + 1]
    if scene.kinds[at] & ASIAN and word in scene.words.syllables:
        return True
    if at + 1 in scene.leaders:
        return False
    listed = kind & (GIVEN | SURNAME | BEFORE) and not kind & (WEAK | COMMON)
    return bool(listed) or (word.startswith("ال") and word.endswith("ي") and not kind & COMMON)
