"""Judgements in a statement: قالت نيودلهي إن القرار الأميركي «مجحف وغير مبرر», قال ترامب إن روسيا تتحمل المسؤولية."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .cues import Words
from .participles import going_on
from .phrases import Unit
from .slots import is_bare
from .subjects import subject_of
from .told import Told, implied

# Events whose words of company are the judgements, the sterner first.
_EVENTS = ("brand", "brand-false")
# How many words may stand between what is judged and the judgement.
_NEAR = 3
# What may part who is judged from the verb: ربما تكون قد عبثت.
_PERHAPS = {"قد", "ربما", "تكون", "يكون", "لا", "تزال", "يزال", "ما", "زالت", "زال"}
_BEING = {"هو", "هي", "هم"}
# What opens a statement.
_OPENING = frozenset(("ان", "بان", ":"))
# How far behind its verb a statement may open.
_OPENS = 20


def judgements(clause: Clause, units: Sequence[Unit], told: Sequence[Told]) -> list[Told]:
    """What speakers of the sentence call others' deeds, where the statement's own subject is such a deed."""
    judging = clause.where(clause.index.judges)
    opening = clause.where(_OPENING.__contains__) if judging else ()
    if not opening or judging[-1] < opening[0]:
        return []
    last = min(judging[-1], opening[-1])  # behind either, a verb tells no judgement
    events = [clause.index.events[one] for one in _EVENTS]
    found = []
    verbs = {at for at, one in clause.readings.items() if one.speech is not None and clause.tag(at) == "verb"}
    participles = clause.where(clause.index.sets["saying"].exact.__contains__)
    for at in sorted(verbs.union(participles).difference(one.at for one in told)):
        openers = _openers(clause, at) if at < last else []
        subjects = [next((one for one in units if _opens(clause, opener, one)), None) for opener in openers]
        deeds = [None if subject else _deed(clause, opener) for opener, subject in zip(openers, subjects, strict=True)]
        speaker = _speaker(clause, units, at) if any(subjects) or any(deeds) else None
        if speaker is None or speaker.how == "place":
            continue
        for judged, deed in zip(subjects, deeds, strict=True):
            if judged is not None and set(speaker.ids) & set(judged.ids):
                continue
            end = judged.end if judged is not None else deed
            if end is None:
                continue
            near = _NEAR if judged is not None else 1
            words = [(one, _judgement(clause, end, one.with_, near)) for one in events if one.with_ is not None]
            accuse = clause.index.events["accuse"]
            words += [(accuse, _blamed(clause, end)), (accuse, _wrong(clause, end))] if judged is not None else []
            event, word = next(((event, word) for event, word in words if word is not None), (None, None))
            if event is None or word is None:
                continue
            found.append(implied(at, word + 1, event, speaker, judged))
    return found


def _speaker(clause: Clause, units: Sequence[Unit], at: int) -> Unit | None:
    """Who says it: the subject of a verb that reports, or the main subject, whom a participle goes on with (قائلا)."""
    if clause.word(at) in clause.index.sets["saying"].exact:
        return going_on(clause, units, at)
    said = clause.speech(at)
    return subject_of(clause, units, at, said, clause.right_edge(at))[0] if said is not None else None


def _openers(clause: Clause, verb: int) -> list[int]:
    """Each إن, or the colon, that opens what the verb says: قال إن …، وإن …; قال: …"""
    found: list[int] = []
    for here in range(verb + 1, clause.end):
        tag, word = clause.tag(here), clause.word(here)
        if tag == "sub" and (word in _OPENING if not found else word in ("وان", "وبان")):
            found.append(here)
        elif word == ":" and not found:
            return [here]
        elif tag == "stop" or (not found and (tag in ("sub", "verb", "rel") or here - verb >= _OPENS)):
            break
        elif tag == "verb" and clause.speech(here) is not None:
            break  # another begins to speak
    return found


def _opens(clause: Clause, opener: int, unit: Unit) -> bool:
    """Whether the party's phrase is what the statement begins with."""
    gap = range(opener + 1, unit.head)
    return is_bare(unit) and unit.head > opener and all(clause.tag(here) in ("quote", "noun") for here in gap)


def _deed(clause: Clause, opener: int) -> int | None:
    """The end of a deed's definite phrase that a statement begins with and that names no party: إن القرار «مجحف»."""
    at = opener + 1
    while clause.tag(at) == "quote":
        at += 1
    deeds = [clause.index.sets[name] for name in ("decisions", "judged", "worries", "accusations", "matters")]
    word = clause.word_at(at)
    genitive = clause.word_at(at + 1).startswith("ال") and clause.tag(at + 1) in ("", "noun")  # عمليات الإطلاق
    if not any(one.holds(word) for one in deeds) or not (word.startswith("ال") or genitive):
        return None
    end = at + 1
    while clause.word_at(end).startswith("ال") and clause.tag(end) in ("", "noun") and end - at <= _NEAR:
        end += 1
    return end


def _judgement(clause: Clause, first: int, words: Words, near: int) -> int | None:
    """The judgement that follows what is judged, where nothing else is told of it."""
    negations = clause.index.sets["negations"].exact
    first += clause.tag(first) == "quote"
    for here in range(first, min(clause.end, first + near + 1)):
        word = clause.word(here)
        if word == "غير":
            return here + 1 if clause.index.sets["undue"].holds(clause.word_at(here + 1)) else None
        if clause.tag(here) not in ("", "quote", "noun") or here in clause.named or word in negations:
            return None
        if words.holds(word) and not word.startswith("ال"):
            return here
        if near < _NEAR and word[:1] in "بل":
            return None  # إن استخدام القوة بذريعة كاذبة …
    return None


def _blamed(clause: Clause, first: int) -> int | None:
    """The word that lays something at the door of what is judged: تتحمل المسؤولية, تقف وراء, مسؤولة عن."""
    sets = clause.index.sets
    here = first
    while clause.tag(here) == "quote" or clause.word_at(here) in sets["adverbs"].exact:
        here += 1
    definite = clause.word_at(here).startswith("ال") and clause.word_at(here - 1) not in _BEING  # هو المسؤول
    if not sets["blaming"].holds(clause.word_at(here)) or definite:
        return None
    near = range(here + 1, min(clause.end, here + _NEAR + 1))
    at = next((at for at in near if sets["blame"].holds(clause.word(at))), None)
    own = at is not None and clause.doc.surface(at + 1, at + 2).endswith(("ه", "ها", "هم"))  # مسؤول عن أمنه
    return None if own else at


def _wrong(clause: Clause, first: int) -> int | None:
    """The word that says that what is judged does wrong: تنتهك القانون, ربما عبثت بالأدلة, تسعى إلى تقويض التحقيق."""
    sets, here = clause.index.sets, first
    while clause.word_at(here) in _PERHAPS or clause.tag(here) == "quote":
        here += 1
    if clause.word_at(here - 1) == "لا":
        return None
    word = clause.word_at(here)
    if word in sets["wrongs"].exact:
        return here
    if word not in sets["seeking"].exact:
        return None
    near = range(here + 1, min(clause.end, here + _NEAR))
    return next((at for at in near if sets["misdeeds"].holds(clause.word(at))), None)
