"""Whom a report rests on: «بحسب X», «وفقا لما قاله X», «كما ذكر X», «على ما أعلن X», «على حد قول X»."""

from __future__ import annotations

from . import appositions, content, endings, rows, speakers
from .continued import implied
from .nouns import phrase
from .rows import Found
from .scene import COMMAS, Scene, Speaker
from .vocabulary import Cue

# The shortest statement, in tokens.
_LEAST = 3
# A credit within as many tokens of the sentence's beginning stands in the middle of what is said.
_EARLY = 4
# A sentence's own report begins within as many tokens: «أعلن منظمو الدورة …، بحسب رويترز» is no statement of hers.
_FIRST = 3


def according(scene: Scene, at: int, cue: Cue) -> Found:
    """«…، بحسب X», «وفقا لـX، …»: the speaker follows, the statement is the rest of the sentence."""
    words, end = scene.doc.words, scene.sentence_end(at)
    token = at + 1
    if token < end and words[token] == "ل":
        token += 1
    if token < end and words[token] in ("ما", "لما"):
        return _by_verb(scene, at, token + 1, end, cue.joined)
    if cue.lemma.endswith("ما"):  # حسبما, وفقما
        return _by_verb(scene, at, token, end, cue.joined)
    return _credited(scene, at, _source(scene, token, end), end, cue.joined)


def as_said(scene: Scene, at: int) -> Found:
    """«كما ذكر X», «على ما أعلن X», «على حد قول X»."""
    words, end, joined = scene.doc.words, scene.sentence_end(at), words_joined(scene, at)
    if at == scene.sentence_start(at) or words[at - 1][0].isalpha():
        return None  # «كما قال X إن»: also
    if words[at].removeprefix("و") == "كما":
        named = at + 2 < end and (scene.cues[at + 1] is None or bool(speakers.after(scene, at + 2, end)[0]))
        return _by_verb(scene, at, at + 1, end, joined) if named else None  # «كما تحدثت عن»: also
    if words[at + 1 : at + 2] == ["ما"]:
        return _by_verb(scene, at, at + 2, end, joined)
    if words[at + 1 : at + 2] == ["حد"] and at + 3 < end and words[at + 2] in scene.words.words_of:
        return _credited(scene, at, _source(scene, at + 3, end), end, joined)
    return None


def words_joined(scene: Scene, at: int) -> bool:
    return scene.doc.words[at].startswith("و")


def _by_verb(scene: Scene, at: int, token: int, end: int, joined: bool) -> Found:
    """The subject of the verb at `token`, where no statement of its own follows it."""
    cue = scene.cues[token] if token < end else None
    if cue is None or cue.kind not in ("verb", "relay") or cue.joined or cue.lemma in ("بين", "طلب"):
        return None
    if cue.lemma in scene.words.addressed:
        return None
    found, after = speakers.after(scene, token + 1, end, cue)
    if not found:
        found, after = implied(scene, token, cue), end  # «وفق ما قال أمام المحكمة»
    if not found or not _closed(scene, after, end):
        return None
    if cue.kind == "relay" and "عن" in scene.doc.words[after : after + 6]:  # «وفق ما نقلت الصحيفة عن X»: X speaks
        behind = scene.doc.words.index("عن", after)
        told, last = speakers.after(scene, behind + 1, end)
        if not told or not _closed(scene, last, end):
            return None
        name = " ".join(scene.doc.surface(token + 1, behind).split())
        return _credited(scene, at, (told, last), end, joined, name)
    return _credited(scene, at, (found, after), end, joined, rows.relayed(scene, after, _comma(scene, after, end)))


def _closed(scene: Scene, at: int, end: int) -> bool:
    """Whether no clause of the verb's own follows: «كما قال X إن …» reports what follows."""
    words = scene.doc.words
    for token in range(at, min(end, at + 12)):
        if words[token] in COMMAS or words[token] in ".(-":
            return True
        if words[token] in scene.words.clause or words[token] == ":":
            return words[token] == "فان"
    return True


def _credited(
    scene: Scene, at: int, source: tuple[list[Speaker], int] | None, end: int, joined: bool, relay: str | None = None
) -> Found:
    """The rows of the rest of the sentence, said by those found."""
    words, start = scene.doc.words, scene.sentence_start(at)
    if source is None:
        return None
    found, after = source
    index = found[0].mention
    if index is not None and scene.mentions[index].kind == "country" and scene.mentions[index].via != "capital":
        return None
    first = at == start or (at == start + 1 and words[start] in scene.words.openers)
    if first:
        statement = _rest(scene, after, end)
    elif words[at - 1] in "-–" and after < end and words[after] in "-–":
        statement = content.read(scene, after + 1) if after + 1 < end else None
    elif scene.stated == scene.doc.sentence_of[at] and scene.doc.sentence_of[at] not in scene.credit:
        return None  # «قال X …، بحسب رويترز» is X's
    else:
        begin = scene.credit.get(scene.doc.sentence_of[at], start)  # «…، بحسب X، فيما …، وفق Y»
        begin += begin < at and words[begin] in COMMAS
        begin += begin < at and words[begin] in scene.words.breaks
        begin += begin < at and words[begin] in scene.words.bare_clause
        close = at
        if at - begin <= _EARLY and words[at - 1] in COMMAS and after + 1 < end and words[after] in COMMAS:
            close = endings.clause_end(scene, after + 1, False)  # «أعدت لندن، بحسب دبلوماسيين، مسودة القرار»
        span = endings.trim(scene, begin, close, False)
        statement = content.Statement(*span, False, after) if span is not None else None
    inside = not first and words[at - 1][0].isalpha() and after < end and words[after][0].isalpha()
    if inside:  # «الذي أودى بحسب مسعفين بحياة كثيرين»
        return None
    if statement is None or statement.end - statement.first < _LEAST or _reported(scene, statement):
        return None
    if not first:
        scene.memory.sentence = scene.doc.sentence_of[at]
        scene.credit[scene.doc.sentence_of[at]] = after
    else:
        scene.memory.spoken.extend(found)
    made = [rows.quote(scene, statement, s, words[at], "quotes.according", 0.8, relay, at) for s in found]
    return made, after


def _rest(scene: Scene, after: int, end: int) -> content.Statement | None:
    words = scene.doc.words
    comma = next((i for i in range(after, min(end, after + 8)) if words[i] in COMMAS or words[i] == "فان"), None)
    if comma is not None and all(scene.cues[i] is None for i in range(after, comma)):
        after = comma  # «وفقا لمدير المرصد في لندن، …»
    after += after < end and words[after] in COMMAS
    # «. بحسب هيئة الإذاعة البريطانية (بي بي سي)»: what stands in brackets is a name.
    return content.read(scene, after) if after < end and words[after] != "(" else None


def _reported(scene: Scene, statement: content.Statement) -> bool:
    """Whether a report of somebody's own fills the span: «قال X …، بحسب رويترز» is X's."""
    words, said = scene.doc.words, scene.words
    for token in range(statement.first, min(statement.end, statement.first + _FIRST)):
        cue = scene.cues[token]
        if cue is None or cue.kind != "verb" or cue.ours or words[token] in said.passives:
            continue
        strong = cue.lemma not in said.needs_clause or cue.lemma in said.governed
        if strong and words[token - 1] not in said.negations:
            return bool(speakers.after(scene, token + 1, statement.end, cue)[0])
    return False


def _comma(scene: Scene, at: int, end: int) -> int:
    return next((i for i in range(at, end) if scene.doc.words[i] in COMMAS), end)


def _source(scene: Scene, at: int, end: int) -> tuple[list[Speaker], int] | None:
    """The speakers at token `at`, the preposition ل on the first left out."""
    if at >= end:
        return None
    index = scene.at.get(at)
    if index is not None and not scene.clean_start(at, index):
        mention = scene.mentions[index]
        if mention.kind == "place" or mention.via == "demonym":
            return None
        return [scene.speaker(index)], scene.ends[index]
    word = scene.doc.words[at]
    found, after = speakers.after(scene, at, end)
    if found:
        return found, after
    for form in (word[1:], "ال" + word[2:]):
        if word[0] == "ل" and (form in scene.words.sources or form in scene.words.offices):
            ahead = appositions.person_ahead(scene, at, end) if form in scene.words.offices else None
            if ahead is not None:
                return [ahead[0]], ahead[1]
            after = phrase(scene, at + 1, end)
            text = scene.doc.surface(at, after)
            return [Speaker(form + text[len(word) :], None, (form, *scene.doc.words[at + 1 : after]))], after
    return None
