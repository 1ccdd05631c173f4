"""Verbs of saying: with their subject behind or before them, or going on with the last speaker."""

from __future__ import annotations

from . import content, preceding, rows, speakers, statements
from .rows import Found
from .scene import Scene, Speaker
from .vocabulary import Cue


def verb(scene: Scene, at: int, cue: Cue) -> Found:
    words, end = scene.doc.words, scene.sentence_end(at)
    if at and words[at - 1] in scene.words.negations:
        return None
    found, next_token = speakers.after(scene, at + 1, end)
    rule = "quotes.verb-subject"
    inner = cue.joined and at > scene.sentence_start(at) and cue.lemma in scene.words.addressed
    if found and inner and cue.feminine and not scene.feminine(found[0]):
        return None  # «وطالبت مجلس الأمن بفرض حظر»: he is asked
    if found and not cue.feminine and not cue.plural and scene.state(found[0]):
        return None  # «اعتبر القدس عاصمة»: a state's verb is feminine
    if not found:
        found, rule = preceding.before(scene, at, cue), "quotes.subject-verb"
    explicit = bool(found)
    if not found:
        previous = _continued(scene, at, cue) if _continues(scene, at, cue) else None
        if previous is None:
            return None
        found, rule = [previous], "quotes.continued"
    starts = _opens_clause(scene, at, cue)
    weak = cue.lemma in scene.words.needs_clause
    if weak and not starts and rule != "quotes.subject-verb" and not _named(scene, found):
        return None
    opener = content.opening(scene, next_token, end)
    near = min(opener or end, next_token + 4)
    if any(_is_relay(scene, i) for i in range(next_token, near)):
        # «كتب موقع نقلا عن مصدر أن»: the one behind عن speaks
        scene.relay = (scene.doc.sentence_of[at], found[0].name)
        return None
    # An unknown «القاضي» may be followed by the verb's object: where the phrase ends is then anybody's guess.
    known = explicit and (found[0].mention is not None or not found[0].name.startswith("ال"))
    sure = known and (starts or rule == "quotes.subject-verb")
    statement = statements.read(scene, at, cue, next_token, end, sure)
    if statement is None and rule == "quotes.verb-subject":
        statement, rule = content.before(scene, at), "quotes.quoted-before"
    if statement is None:
        return None
    for speaker in found:
        scene.said(speaker, cue, at)
    relayed_by = rows.relayed(scene, next_token, statement.first)
    confidence = 0.9 if explicit else 0.75
    made = [rows.quote(scene, statement, s, words[at], rule, confidence, relayed_by, at) for s in found]
    return made, max(next_token, statement.after if statement.direct else statement.first)


def _named(scene: Scene, found: list[Speaker]) -> bool:
    """Whether the first speaker is named: «ويوم الثلاثاء الماضي أعلن السفير X أن» is no «بين الوزير»."""
    index = found[0].mention
    return index is not None and scene.mentions[index].kind == "person"


def _is_relay(scene: Scene, at: int) -> bool:
    cue = scene.words.cue(scene.doc.words[at])
    return cue is not None and cue.kind == "relay"


def _continued(scene: Scene, at: int, cue: Cue) -> Speaker | None:
    """Who speaks where a verb has no subject: whom its sentence names first, else whoever spoke last."""
    start = scene.sentence_start(at)
    if at > start and not cue.plural and scene.last_sentence != scene.doc.sentence_of[at]:
        if not cue.joined:  # «لكن أحد الدبلوماسيين، طلب عدم ذكر اسمه، قال إن»
            opens = start + (scene.doc.words[start] in scene.words.openers)
            found, _ = speakers.after(scene, opens, at)
            return found[0] if found else None
        subject = preceding.subject(scene, start, at)
        if subject is not None and subject.mention is not None and scene.mentions[subject.mention].kind == "person":
            return subject
    return scene.previous(cue)


def _continues(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a verb without a subject goes on with the last speaker: «وأضاف أن», «كما أكد», a sentence's first."""
    start = scene.sentence_start(at)
    first_person = cue.ours or (cue.lemma[2:3] == "ت" and scene.doc.text[scene.doc.starts[at]] == "أ")  # أعتقد
    if scene.doc.words[at] in scene.words.passives or first_person or _other_subject(scene, at + 1):
        return False
    if cue.joined or at == start:
        return True
    if cue.transitive:
        return False
    before = scene.doc.words[at - 1]
    return before in scene.words.connectives or not before[0].isalnum()


def _other_subject(scene: Scene, at: int) -> bool:
    """Whether a noun that is no known speaker stands behind a verb: «يقول كثيرون», «قال الفيلم»."""
    if at >= len(scene.doc.words):
        return True
    word = scene.doc.words[at]
    words = scene.words
    if word in words.these:  # «يشير ذلك إلى»
        return True
    if not word[0].isalpha() or word in words.clause or word in words.functions or word in words.leads:
        return False
    cue = scene.words.cue(word)  # «وتابع قائلا»
    return not (cue is not None and cue.kind != "verb") and not (word[0] in "بل" and len(word) > 3)


def _opens_clause(scene: Scene, at: int, cue: Cue) -> bool:
    if cue.joined or at == scene.sentence_start(at):
        return True
    before = scene.doc.words[at - 1]
    leads = scene.words.leads
    return not before[0].isalnum() or before in scene.words.openers or before in leads or before[1:] in leads
