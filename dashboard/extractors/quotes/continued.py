"""Verbs of saying without a subject: whether they go on with somebody, and with whom."""

from __future__ import annotations

from . import preceding, speakers
from .scene import QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue

# A credit without a name is that of somebody who spoke within as many sentences.
_NEAR = 3


def continued(scene: Scene, at: int, cue: Cue) -> list[Speaker]:
    """Who speaks where a verb has no subject; nobody where it doesn't go on."""
    return _who(scene, at, cue) if _goes_on(scene, at, cue) else []


def implied(scene: Scene, at: int, cue: Cue) -> list[Speaker]:
    """Whom a verb without a subject means in «وفق ما قال أمام المحكمة»: whoever spoke in the last sentences."""
    near = scene.doc.sentence_of[at] - scene.memory.sentence < _NEAR
    return _who(scene, at, cue) if near and not _other_subject(scene, at + 1, cue) else []


def _who(scene: Scene, at: int, cue: Cue) -> list[Speaker]:
    """Whom the sentence is about, if it has said nothing of its own, else whoever spoke last."""
    start, memory = scene.sentence_start(at), scene.memory
    spoken = memory.sentence == scene.doc.sentence_of[at]
    if scene.stated == scene.doc.sentence_of[at] and scene.doc.words[at + 1 : at + 2] in (["فيها"], ["فيه"]):
        return []  # «قالت مصادر إن الطائرات ألقت منشورات تدعو فيها إلى»
    if at > start and not spoken and not cue.plural:
        late = memory.sentence < scene.doc.sentence_of[at] - 1
        inside = scene.doc.words[at + 1 : at + 2] in (["فيها"], ["فيه"])
        linked = inside or cue.joined or scene.doc.words[at - 1] in scene.words.connectives
        if not linked and not _but(scene, at):
            # «لكن أحد الدبلوماسيين، طلب عدم ذكر اسمه، قال إن»
            opens = start + (scene.doc.words[start] in scene.words.openers)
            found, _ = speakers.after(scene, opens, at)
            return found[:1]
        subject = preceding.agent(scene, start, at)
        if subject is not None and scene.fits(subject, cue):
            return [subject]
        if late:
            return []
    if not spoken and not cue.plural:
        subject = named_before(scene, start, cue)
        if subject is not None:
            return [subject]
    if spoken and not cue.plural and len(memory.last) == 1 and scene.fits(memory.last[0], cue):
        if scene.cues[at - 1] is not None:
            return []  # «قال X إن الحكومة وعدت وتعهدت بكذا»
        same = scene.gender(memory.last[0]) is not None or memory.previous(cue) == memory.last
        return list(memory.last) if same else []  # «ذكرت مصادر أن المشروع يندد بكذا، ويطالب»
    if spoken and not cue.joined and not cue.plural:
        return []
    several = cue.plural and (len(memory.last) > 1 or all(s.mention is None for s in memory.last))
    return list(memory.previous(cue) or (memory.last if several else ()))


def named_before(scene: Scene, start: int, cue: Cue) -> Speaker | None:
    """Whom the sentence before was about, where nobody spoke in it: «وهي أول مرة تصدر فيها ماي أمرا. وأوضحت»."""
    sentence = scene.doc.sentence_of[start] - 1
    if sentence < 0 or scene.memory.sentence >= sentence:
        return None
    first, end = scene.doc.bounds[sentence]
    subject = preceding.agent(scene, first, end)
    if subject is not None and scene.gender(subject) is None:
        subject = preceding.agent(scene, first, min(end, first + 6))
    if subject is None or subject.mention is None or scene.mentions[subject.mention].kind != "person":
        return None
    known = scene.gender(subject)
    if known is None and scene.memory.previous(cue):
        known = _verb_feminine(scene.doc.words[first]) if scene.doc.token_at(_start(scene, subject)) > first else None
    return subject if known is None and not scene.memory.previous(cue) or known == cue.feminine else None


def _start(scene: Scene, speaker: Speaker) -> int:
    return scene.mentions[speaker.mention].start or 0 if speaker.mention is not None else 0


def _verb_feminine(word: str) -> bool:
    """Whether a sentence's first word, if a verb, is feminine: «والتقت», «وتزور»."""
    form = word[1:] if word[0] in "وف" and len(word) > 3 else word
    return form.endswith("ت") or form.startswith("ت")


def _goes_on(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a verb without a subject goes on with the last speaker: «وأضاف أن», «كما أكد», a sentence's first."""
    start = scene.sentence_start(at)
    first_person = cue.ours or (cue.lemma[2:3] == "ت" and scene.doc.text[scene.doc.starts[at]] == "أ")  # أعتقد
    if scene.doc.words[at] in scene.words.passives or first_person or _other_subject(scene, at + 1, cue):
        return False
    if cue.joined or at == start:
        return True
    if scene.doc.words[at][0] in "يت" and _quotes(scene, at + 1) and scene.memory.sentence == scene.doc.sentence_of[at]:
        return True  # «كتبت X، يوم الجمعة، تقول: "…"»
    if cue.transitive:
        return False
    before = scene.doc.words[at - 1]
    if scene.doc.words[at + 1 : at + 2] in (["فيها"], ["فيه"]):
        return True  # «أطلق تغريدة قال فيها»
    if before in QUOTE_MARKS.values() and scene.doc.words[at][0] in "يت" and scene.stated == scene.doc.sentence_of[at]:
        return False  # «قال X إن العملية "احتلال" يهدد …»
    return before in scene.words.connectives or not before[0].isalnum() or _but(scene, at)


def _quotes(scene: Scene, at: int) -> bool:
    word = scene.doc.words[at] if at < len(scene.doc.words) else "."
    return word == ":" or word in QUOTE_MARKS


def _but(scene: Scene, at: int) -> bool:
    """«إلا أنه أكد», and «بعد أن أوضح أن» of whoever speaks in the sentence."""
    words = scene.doc.words
    if words[at - 2 : at] == ["بعد", "ان"]:
        return scene.memory.sentence == scene.doc.sentence_of[at]
    return at > 1 and words[at - 1] in scene.words.clause and words[at - 2] in scene.words.excepting


def _other_subject(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a noun that is no known speaker stands behind a verb: «يقول كثيرون», «قال الفيلم»."""
    if at >= len(scene.doc.words):
        return True
    word, words = scene.doc.words[at], scene.words
    if word in ("هو", "هي"):  # «وقال هو الآخر»
        return False
    if word in words.vague or word in words.saying_nouns:
        return word in words.vague
    if word in words.these:  # «يشير ذلك إلى», but «وصفت هذه الضربات بأنها»
        return cue.lemma not in words.governed or bool(words.governed[cue.lemma])
    if not word[0].isalpha() or word in words.clause or word in words.functions or word in words.leads:
        return False
    if word[0] in "بل" and len(word) > 3 and (word[:2] in ("لل", "با") or words.language.common(word[1:])):
        return False
    following = scene.cues[at]  # «وتابع قائلا»
    return not (following is not None and following.kind != "verb") and not _object(scene, at, cue)


def _object(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether whoever stands behind the verb is spoken to: «وحذر روسيا من», «وطالبت السوريين ب»."""
    index = scene.at.get(at)
    if index is None or cue.lemma not in scene.words.addressed:
        return False
    mention = scene.mentions[index]
    if mention.via == "people" and mention.text.endswith("ين"):
        return True
    return not scene.fits(scene.speaker(index), cue)
