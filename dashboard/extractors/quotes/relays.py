"""What one passes on of another: «نقلت إنترفاكس عن X قوله إن», «ونسب الموقع إلى X قوله», «جاء في بيان صادر عن X»."""

from __future__ import annotations

from . import content, gap, preceding, rows, speakers, written
from .rows import Found
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene, Speaker
from .vocabulary import Cue

# Where the preposition of the one who speaks stands behind the verb, in tokens.
_FAR = 16
# What may stand between the speaker and the clause without a noun of saying.
_NEAR = 8


def relay(scene: Scene, at: int, cue: Cue) -> Found:
    """The one behind عن speaks, the subject relays; without عن the subject speaks: «ونقل الموقع أن»."""
    words, end = scene.doc.words, scene.sentence_end(at)
    token = _preposition(scene, at, cue, end)
    if token is None:
        return _own(scene, at, cue, end)
    found, after = speakers.after(scene, token, end)
    if not found:
        named = written.after(scene, token, end, cue)
        found, after = ([named[0]], named[1]) if named is not None else ([], token)
    statement = _statement(scene, after, end) if found else None
    if statement is None:
        return None
    by = token - (2 if words[token - 2 : token - 1] == ["علي"] else 1)
    name = " ".join(scene.doc.surface(at + 1, by).split()) if by > at + 1 else None
    if name is None and scene.relay is not None and scene.relay[0] == scene.doc.sentence_of[at]:
        name = scene.relay[1]
    scene.said(found, cue, at)
    made = [rows.quote(scene, statement, s, words[at], "quotes.relayed", 0.85, name, at) for s in found]
    return made, statement.after if statement.direct else statement.first


def _preposition(scene: Scene, at: int, cue: Cue, end: int) -> int | None:
    """The token behind «عن», «إلى» or «على لسان»."""
    words = scene.doc.words
    wanted = "الي" if cue.lemma == "نسب" else "عن"
    for token in range(at + 1, min(end - 1, at + _FAR)):
        if words[token] == wanted or (words[token] == "لسان" and words[token - 1] == "علي"):
            return token + 1
        if words[token] in STOPS or words[token] == ":" or words[token] in scene.words.clause:
            return None
    return None


def _statement(scene: Scene, after: int, end: int) -> content.Statement | None:
    """What follows the speaker: a clause, a quotation, or the object of a noun of saying."""
    words = scene.doc.words
    token = after
    while token < end and words[token] in COMMAS:
        token += 1
    noun = next((i for i in range(token, min(end, token + _NEAR)) if words[i] in scene.words.saying_nouns), None)
    opener = gap.opening(scene, after, end)
    if noun is not None:
        if opener is not None and (words[noun].startswith(("قول", "تصريح")) or opener - noun <= 2):
            return content.read(scene, opener)
        begin = noun + 1
        while begin < end and words[begin] in scene.words.leads:
            begin += 1
        return content.read(scene, begin) if begin < end and words[begin] not in STOPS else None
    return content.read(scene, opener) if opener is not None and opener - after <= _NEAR else None


def _own(scene: Scene, at: int, cue: Cue, end: int) -> Found:
    """«ونقل الموقع أن», «ونقل التلفزيون "…"»."""
    if cue.lemma == "نسب" or scene.doc.words[at] in ("نقلا", "نقله") or scene.doc.words[at] in scene.words.relatives:
        return None
    found, after = speakers.after(scene, at + 1, end)
    source = found and (found[0].mention is None or scene.mentions[found[0].mention].kind == "organization")
    opener = gap.opening(scene, after, end) if source else None
    statement = content.read(scene, opener) if opener is not None else None
    if statement is None:
        return None
    scene.said(found, cue, at)
    made = [rows.quote(scene, statement, s, scene.doc.words[at], "quotes.relayed", 0.75, None, at) for s in found]
    return made, statement.after if statement.direct else statement.first


def document(scene: Scene, at: int) -> Found:
    """«وجاء في بيان صادر عن X أن», «ورد في التقرير: "…"», «أصدرت X بيانا جاء فيه "…"»."""
    words, end = scene.doc.words, scene.sentence_end(at)
    if at + 2 >= end:
        return None
    if words[at + 1] in ("فيه", "فيها"):
        subject = preceding.agent(scene, scene.sentence_start(at), at)
        found, after = ([subject] if subject is not None else []), at + 2
    elif words[at + 1] == "في" and words[at + 2] in scene.words.documents:
        found, after = _issuer(scene, at + 2, end)
    elif words[at + 1] in scene.words.these and words[at + 2] == "في":
        found, after = _occasion(scene, at + 3, end)
    else:
        return None
    opener = gap.opening(scene, after, end) if found else None
    statement = content.read(scene, opener) if opener is not None else None
    if statement is None:
        return None
    cue = Cue("verb", "قال", False, scene.gender(found[0]) or False, False)
    scene.said(found, cue, at)
    made = [rows.quote(scene, statement, s, words[at], "quotes.document", 0.8, None, at) for s in found]
    return made, statement.after if statement.direct else statement.first


def _occasion(scene: Scene, at: int, end: int) -> tuple[list[Speaker], int]:
    """Whose words «جاء ذلك في مقابلة لـX مع Y: "…"» brings: the first one named behind the occasion, else the last."""
    words = scene.doc.words
    if at >= end or not scene.words.occasions & {words[at], words[at].removeprefix("ال")}:
        return [], at
    for token in range(at + 1, min(end, at + _FAR)):
        index = scene.at.get(token)
        if words[token] in ("مع", ":") or scene.cues[token] is not None:
            break
        if index is not None and scene.mentions[index].kind == "person":
            return [scene.speaker(index)], scene.ends[index]
    return list(scene.memory.last), at + 1


def _issuer(scene: Scene, at: int, end: int) -> tuple[list[Speaker], int]:
    """Who issued the document at token `at`, or the document itself."""
    words = scene.doc.words
    for token in range(at + 1, min(end, at + 7)):
        word = words[token]
        if word in COMMAS or word == ":" or word in QUOTE_MARKS or word in scene.words.clause:
            break
        if word == "الي" or word == "مع":
            break
        kind = scene.mentions[scene.at[token]].kind if token in scene.at else None
        named = kind == "organization" or (kind == "person" and scene.clean_start(token, scene.at[token]))
        if word == "عن" or named:
            begin = token + (word == "عن")
            index = scene.at.get(begin)
            if index is not None and scene.mentions[index].kind in ("organization", "person", "country"):
                return [scene.speaker(index)], scene.ends[index]
            found, after = speakers.after(scene, begin, end)
            if found:
                return found, after
    found, after = speakers.after(scene, at, end)
    if found:
        return found, after
    return [Speaker(scene.doc.surface(at, at + 1), None, (words[at],))], at + 1
