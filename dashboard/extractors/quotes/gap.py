"""What stands between a speaker and the statement: «، في حديث مع …، الثلاثاء، |», «، الذي يزور …، |»."""

from __future__ import annotations

from bisect import bisect_left

from ...clean.clitics import readings
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene

# Tokens between the speaker and the statement: in one go, and with asides between commas.
FAR, _FARTHEST = 26, 60
DASHES = frozenset("-–—")
# A quotation that never closes ends with its sentence; one that closes may be this long, in tokens.
LONGEST_QUOTE = 400


def opening(scene: Scene, at: int, end: int) -> int | None:
    """The token of the first clause word, colon or quotation mark from `at` on; None where another verb comes first."""
    words, cues, turning = scene.doc.words, scene.cues, scene.words.turning
    passed, since = at, at
    aside = relative = pending = False
    dash = _dashed(scene, at, end)
    for token in range(at, min(end, at + _FARTHEST)):
        word = words[token]
        if token == dash[0]:
            passed, since = dash[1] + 1, dash[1]  # «قالت اللجنة - نقلا عن خبراء - إن»
        if token < passed:
            continue
        cue = cues[token]
        if cue is None and word not in turning:
            if token - since > FAR:
                return None
            continue
        if word in QUOTE_MARKS and not is_speech(scene, token):  # a name: «في مقابلة مع "فوكس نيوز"»
            passed = (closing(scene, token) or token) + 1
            continue
        if word in COMMAS:
            before = words[token + 1 : token + 2] == ["قبل"] and words[token + 2 : token + 3] != ["ان"]
            if token + 1 < end and words[token + 1] in scene.words.breaks and not before:
                return None  # another clause begins, while «قبل التصويت» is a time
            aside, relative, pending, since = _aside(scene, token + 1, end), False, False, token
            continue
        if word in STOPS:
            follows = token + 1 < end and words[token + 1] in QUOTE_MARKS
            return token + 1 if word in "؛;" and follows else None  # «وتابع قائلا؛ "…"»
        if word in scene.words.relatives:
            relative = True
            continue
        if word in scene.words.clause:
            if words[token - 1] in scene.words.subordinators or _conditional(scene, token):
                continue
            if not pending:
                return token
            continue
        if word == ":" or word in QUOTE_MARKS:
            return token if not pending or word == ":" else None
        if token - since > FAR:
            return None
        if cue is None or cue.kind == "according" or words[token] == "نقلا":
            continue
        if words[token - 1] in scene.words.negations and not cue.joined:
            continue  # «مصدر لم تذكر اسمه»
        if cue.lemma == "طلب" and words[token + 1 : token + 2] == ["عدم"]:
            continue  # «مصادر طلبت عدم نشر اسمها»
        loose = words[token - 1] not in COMMAS and cue.lemma not in scene.words.bare_participles
        if cue.kind == "participle" and loose:
            continue  # «قال X معلقا على الأمر "…"»
        if (aside or relative) and not cue.joined and _comma_ahead(scene, token, end):
            pending = True
            continue
        other = cue.feminine or cue.plural or cue.transitive or word[0] == "ي"
        other = other or cue.lemma not in scene.words.needs_clause
        if cue.joined or cue.kind != "verb" or other:
            return None
    return None


def _dashed(scene: Scene, at: int, end: int) -> tuple[int, int]:
    """The dashes around an aside that begins right behind the speaker; (-1, -1) where there is none."""
    if at >= end or scene.doc.words[at] not in DASHES:
        return -1, -1
    close = next((i for i in range(at + 1, min(end, at + FAR)) if scene.doc.words[i] in DASHES), -1)
    return (at, close) if close > 0 else (-1, -1)


def _aside(scene: Scene, at: int, end: int) -> bool:
    """Whether what begins behind a comma only goes on about the speaker or the occasion."""
    if at >= end:
        return False
    word, vocabulary = scene.doc.words[at], scene.words
    if word in vocabulary.relatives or word in vocabulary.asides or word in vocabulary.leads:
        return True
    if word in vocabulary.offices or (word in vocabulary.functions and word not in vocabulary.clause):
        return True
    return word[0] in "لب" and word[1:] in vocabulary.occasions


def _comma_ahead(scene: Scene, at: int, end: int) -> bool:
    return any(scene.doc.words[token] in COMMAS for token in range(at, min(end, at + FAR)))


def _conditional(scene: Scene, at: int) -> bool:
    """«طلب …، إن كان بالإمكان»: if, not that."""
    words = scene.doc.words
    return words[at] == "ان" and words[at - 1] in COMMAS and words[at + 1 : at + 2] in (["كان"], ["كانت"], ["لم"])


def is_speech(scene: Scene, mark: int) -> bool:
    """Whether words in marks are speech and not a name or title: more than two words, and no «فيلم» before them."""
    close = closing(scene, mark)
    before = scene.doc.words[mark - 1] if mark else ""
    if before and not scene.words.titles_before.isdisjoint(readings(before)):
        return False
    if before == "ل" and not scene.doc.spaced[mark]:  # «لـ"سكاي نيوز عربية"»
        return False
    return close is None or close - mark > 3 or before == ":"


def closing(scene: Scene, mark: int) -> int | None:
    """The token that closes the quotation opened at `mark`, in the same paragraph; None where none does."""
    words, doc = scene.doc.words, scene.doc
    close = QUOTE_MARKS[words[mark]]
    closes = '"”' if close in '"”' else close
    paragraph = doc.text.find("\n", doc.ends[mark])
    limit = min(len(words), mark + LONGEST_QUOTE)
    if paragraph >= 0:
        limit = bisect_left(doc.starts, paragraph, mark, limit)
    for token in range(mark + 1, limit):
        if words[token] in closes:
            opens = doc.spaced[token] and token + 1 < len(words) and not doc.spaced[token + 1]
            if opens and words[token] == '"' and doc.sentence_of[token] != doc.sentence_of[mark]:
                return None  # the next sentence opens its own: this one was never closed
            return token
    return None
