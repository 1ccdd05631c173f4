"""What a verb of saying introduces: a clause, a quotation, what its preposition governs, or its object."""

from __future__ import annotations

import re

from ..people.words import COMMON, NAME
from . import content, gap
from .governed import governed, past_times
from .scene import COMMAS, QUOTE_MARKS, Scene
from .vocabulary import Cue

# Verbs with other senses report only what begins within as many tokens; asides between commas don't count.
_NEAR = 10
# A clause word as near as this makes a word with ل or ب before it no object of the verb.
_CLAUSE = 12
# «أكبر», folded: what something is held for, so that nobody is named who holds it.
_SUPERLATIVE = re.compile("ا(?!ل)[^او]{2}[^او]")


def read(
    scene: Scene, at: int, cue: Cue, next_token: int, end: int, sure: bool, opener: int | None
) -> content.Statement | None:
    """What a verb introduces: a clause or quotation (at `opener`), or the object that its preposition governs."""
    prepositions = scene.words.governed.get(cue.lemma)
    objects = prepositions is not None and (not prepositions or "+" in prepositions)
    if prepositions is not None and (opener is None or not _near(scene, next_token, opener)):
        behind = governed(scene, cue, next_token, end, prepositions, opener) if prepositions else None
        if behind is not None and scene.doc.words[behind] in scene.words.saying_nouns and opener == behind + 1:
            return content.read(scene, opener)  # «شدد على القول "…"»
        if behind is not None and (opener is None or behind <= opener) and scene.doc.words[behind] != "لسان":
            return _spoken(scene, cue, content.read(scene, behind, noun=True))
        ahead = scene.doc.words[at][0] == "س"  # «ستعلن»: nothing has been said yet
        if objects and sure and not cue.transitive and not ahead:
            start = _object(scene, next_token, end, prepositions)
            if start is not None and _actor(scene, cue, start):
                start = None
            late = start is not None and opener is not None and opener < start
            if start is not None and not late and not (opener is not None and _adverbial(scene, start, opener)):
                return _spoken(scene, cue, content.read(scene, start, noun=True))
    if opener is None:
        return None
    far = opener - next_token > _NEAR and not _commas(scene, next_token, opener)
    if cue.lemma in scene.words.needs_clause and far and not _long(scene, opener):
        return None
    if cue.lemma == "طلب" and scene.doc.words[opener] in QUOTE_MARKS:
        return None
    if cue.lemma == "رفض" and scene.doc.words[opener] == "ان":  # «رفض المجلس أن يلتقي»: a deed
        return None
    return content.read(scene, opener)


def _spoken(scene: Scene, cue: Cue, statement: content.Statement | None) -> content.Statement | None:
    """The object of a verb of attitude if it holds somebody's words: «أدان "العمل الجبان"», not «أدان الهجوم»."""
    if statement is None or cue.lemma not in scene.words.attitudes or cue.kind == "participle":
        return statement
    words = scene.doc.words
    marks = any(words[token] in QUOTE_MARKS for token in range(statement.first - 1, statement.end))
    return statement if marks or words[statement.first] in scene.words.weightless else None


def _object(scene: Scene, at: int, end: int, prepositions: frozenset[str]) -> int | None:
    """Where a verb's object begins behind its subject, days, manners and «، في حديث مع …،» stepped over."""
    words = scene.doc.words
    for _ in range(3):
        at = past_times(scene, at, end, prepositions)
        if words[at : at + 1] == ["بشكل"] and at + 2 < end:
            at += 2
            continue
        at += at < end and words[at] in scene.words.manners
        if at + 1 < end and words[at] in prepositions and words[at - 1] in COMMAS:
            return at + 1
        if at < end and _adverb(scene, at):
            at = next((i for i in range(at, min(end, at + 12)) if words[i] in COMMAS), end)
            continue
        if words[at : at + 1] == ["لليوم"]:  # «لليوم الثالث على التوالي»
            at += 4 if words[at + 2 : at + 4] == ["علي", "التوالي"] else 2
        if words[at : at + 2] == ["ما", "اذا"] or (at < end and (_name(scene, at) or _told(scene, at))):
            return None
        if at < end and (words[at] in QUOTE_MARKS or words[at] in scene.words.these):
            return at
        if at < end and words[at] in scene.words.weightless:
            return at
        if at < end and words[at] in scene.words.relatives:
            if words[at - 1] not in COMMAS:
                return None
            at = next((i for i in range(at, end) if words[i] in COMMAS), end)
            continue
        if at < end and words[at] not in scene.words.functions and words[at][0].isalpha():
            told = scene.cues[at] if words[at - 1] in COMMAS else None
            return at if told is None or told.kind != "verb" else None  # «واصفا إياه بـ"…"، | قال X»: another's
        behind = _occasion(scene, at, end)
        at = behind or next((i for i in range(at, min(end, at + 12)) if words[i] in COMMAS), end)
    return None


def _actor(scene: Scene, cue: Cue, at: int) -> bool:
    """Whether the object is whom the verb judges and nothing said: «انتقد X الحكومة», «تعتبر Y أكبر المدن»."""
    word, index = scene.doc.words[at], scene.at.get(at)
    if cue.lemma == "اعتبر":
        return word in scene.words.ranking or bool(_SUPERLATIVE.fullmatch(word))
    if cue.lemma not in scene.words.judging:
        return False
    known = index is not None and scene.mentions[index].kind != "place" and scene.mentions[index].via != "demonym"
    return known or word in scene.words.sources or word in scene.words.offices


def _told(scene: Scene, at: int) -> bool:
    """Whether whoever it is said to stands at the token: «أعلنت متحدثة | لوكالة رويترز»."""
    word = scene.doc.words[at]
    index = scene.at.get(at)
    heard = index is not None and not scene.clean_start(at, index) and scene.mentions[index].kind == "organization"
    return word[:2] == "لل" or (word[0] == "ل" and (heard or word[1:] in scene.words.papers))


def _adverb(scene: Scene, at: int) -> bool:
    """«بالتعاون مع X، |»: no object begins with ب."""
    word = scene.doc.words[at]
    return word.startswith("بال") and len(word) > 5 and not scene.words.language.kind(word) & COMMON


def _name(scene: Scene, at: int) -> bool:
    """Whether a name goes on, which is nobody's object: «الرئيس الأميركي، دونالد …»."""
    kind = scene.words.language.kind(scene.doc.words[at])
    return bool(kind & NAME) and not kind & COMMON and scene.doc.words[at - 1] in COMMAS


def _occasion(scene: Scene, at: int, end: int) -> int | None:
    """Behind «في حديث مع X» where no comma closes it: X is a name or in Latin letters."""
    words = scene.doc.words
    if at + 3 >= end or words[at] != "في" or words[at + 1] not in scene.words.occasions:
        return None
    to = next((i for i in (at + 2, at + 3) if words[i] == "مع" or words[i].startswith("ل")), None)
    for token in (to, to + 1) if to is not None else ():
        index = scene.at.get(token)
        if index is not None and scene.mentions[index].kind in ("organization", "person"):
            return scene.ends[index]
        if words[token : token + 1] and words[token].isascii() and words[token].isalpha():
            return token + 1
    return None


def _adverbial(scene: Scene, start: int, opener: int) -> bool:
    """Whether the words before a clause are no object but go on about subject or time: «الاتحاد لكرة القدم أن»."""
    words = scene.doc.words
    if words[opener] not in scene.words.clause or opener - start > _CLAUSE:
        return False
    return opener == start or words[start][0] in "لب" and len(words[start]) > 3 or words[opener - 1] in COMMAS


def _long(scene: Scene, mark: int) -> bool:
    """Whether a quotation of many words begins at the token: nothing but speech."""
    close = gap.closing(scene, mark) if scene.doc.words[mark] in QUOTE_MARKS else None
    return close is not None and close - mark > _NEAR


def _commas(scene: Scene, first: int, opener: int) -> bool:
    """Whether an aside between commas fills the gap."""
    words = scene.doc.words
    closed = words[opener - 1] in COMMAS or words[opener - 1] == "بالقول"
    return closed and any(words[token] in COMMAS for token in range(first, opener - 1))


def _near(scene: Scene, at: int, opener: int) -> bool:
    """Whether nothing but the verb's preposition stands before the clause: «أشار إلى أن»."""
    return opener - at <= 1 or all(
        word in COMMAS or word in scene.words.leads for word in scene.doc.words[at : opener - 1]
    )
