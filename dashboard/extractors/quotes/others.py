"""Reports without a finite verb of their own: participles that go on, and headlines of the form «X: …»."""

from __future__ import annotations

from ...model import Quote
from . import content, endings, gap, naming, preceding, rows, speakers, statements
from .continued import named_before
from .rows import Found
from .scene import QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue

# A headline's colon stands within as many tokens.
_COLON = 14
# The most words of a name alone, the least of a statement before it.
_NAME, _LEAST = 3, 3
_WHO = [[word] for word in ("الذي", "التي", "الذين")]


def participle(scene: Scene, at: int, cue: Cue) -> Found:
    """«، مشيراً إلى …», «قائلاً إن …»: who speaks is the sentence's speaker, or the first person it names."""
    words, end, start = scene.doc.words, scene.sentence_end(at), scene.sentence_start(at)
    if at + 1 >= end or (at == start and words[at + 1] not in QUOTE_MARKS and words[at + 1] != ":"):
        return None
    if not endings.goes_on(scene, at, cue):
        return None  # «الحكومة مطالبة بالإصلاح», «مواعيد مقترحة»
    found = _subject(scene, start, at, cue)
    if not found:
        return None
    statement = statements.read(scene, at, cue, at + 1, end, True, gap.opening(scene, at + 1, end))
    if statement is None:
        return None
    scene.said(found, cue, at)
    made = [rows.quote(scene, statement, s, words[at], "quotes.participle", 0.85, None, at) for s in found]
    return made, statement.after if statement.direct else statement.first


def _subject(scene: Scene, start: int, at: int, cue: Cue) -> list[Speaker]:
    memory, before = scene.memory, scene.cues[at - 1]
    subject = preceding.agent(scene, start, at)
    if memory.sentence == scene.doc.sentence_of[at]:
        odd = len(memory.last) == 1 and not cue.plural and scene.gender(memory.last[0]) is (not cue.feminine)
        index = subject.mention if subject is not None else None
        person = index is not None and scene.mentions[index].kind == "person"
        return [subject] if odd and person and subject is not None else list(memory.last)
    if before is not None and before.kind == "verb":  # «وتابع قائلا»
        return list(memory.previous(before))
    if subject is not None and (cue.plural or scene.gender(subject) is not (not cue.feminine)):
        return [subject]
    topic = named_before(scene, start, cue) if subject is None else None
    return [topic] if topic is not None else list(memory.previous(cue))


def headline(scene: Scene) -> list[Quote]:
    """«لافروف: …», «بوتين في القمة: …», «ترامب "يتمنى …"»: who opens a title."""
    words, total = scene.doc.words, len(scene.doc.words)
    colon = next((i for i in range(1, min(total, _COLON)) if words[i] == ":"), None)
    if colon is None or colon + 1 >= total:
        return _last(scene) or _marked(scene)
    first = next((i + 1 for i in range(colon - 1, 0, -1) if words[i][0] in ".…؟!"), 0)
    found, after = speakers.after(scene, first, colon)
    if not found and colon - first <= _NAME:
        known = naming.surname(scene, words[first:colon], first)
        found, after = ([known], colon) if known is not None else ([], after)
    cue = scene.cues[after] if after < colon else None
    if cue is not None and cue.kind == "participle" and after + 1 == colon:  # «X محذرا: …»
        after = colon
    told = after < colon and words[after][0] == "ل"  # «مسؤولون لرويترز: …»
    about = told or (after < colon and words[after] in ("عن", "في", "حول", "بعد", "من", "بشان", "خلال", "علي"))
    if not found or (after != colon and not about):
        return _last(scene)
    if any(scene.is_news(s.mention) for s in found if s.mention is not None):
        return []
    statement = content.read(scene, colon)
    if statement is not None and _topic(scene, found[0], statement, about and not told):
        return []
    if statement is None or ("؟" in words[statement.first : statement.end + 1] and not told):
        return []
    scene.memory.spoken.extend(found)
    return [rows.quote(scene, statement, s, ":", "quotes.headline", 0.85, None, None) for s in found]


def _last(scene: Scene) -> list[Quote]:
    """«لن نبيع السفينة: X»: who stands behind a title's last colon or dots, alone."""
    words, total = scene.doc.words, len(scene.doc.words)
    mark = next((i for i in range(total - 2, _LEAST, -1) if words[i] == ":" or words[i][0] in ".…"), None)
    if mark is None or total - mark > _NAME + 2:
        return []
    found, after = speakers.after(scene, mark + 1, total)
    quoted = words[mark] == ":" or words[mark - 1] in QUOTE_MARKS.values()
    if len(found) != 1 or after != total or not quoted or found[0].mention is None:
        return []
    if scene.mentions[found[0].mention].kind != "person":
        return []
    span = endings.trim(scene, 0, mark, words[mark - 1] in QUOTE_MARKS.values() and words[0] in QUOTE_MARKS)
    if span is None:
        return []
    direct = words[0] in QUOTE_MARKS
    statement = content.Statement(span[0] + direct, span[1], direct, mark)
    return [rows.quote(scene, statement, found[0], ":", "quotes.headline", 0.75, None, None)]


def _marked(scene: Scene) -> list[Quote]:
    """«ترامب "يتمنى البقاء"»: a person and a quotation that goes on with a verb."""
    words = scene.doc.words
    if QUOTE_MARKS.keys().isdisjoint(words):
        return []
    found, after = speakers.after(scene, 0, len(words))
    if len(found) != 1 or found[0].mention is None or after + 2 >= len(words) or words[after] not in QUOTE_MARKS:
        return []
    if scene.mentions[found[0].mention].kind != "person" or words[after + 1][0] not in "يست":
        return []
    statement = content.read(scene, after)
    return [rows.quote(scene, statement, found[0], '"', "quotes.headline", 0.75, None, None)] if statement else []


def _speech(scene: Scene, statement: content.Statement) -> bool:
    """Whether a headline behind a state's name is its words: «مجالنا», «لن», a quotation."""
    words = scene.doc.words[statement.first : statement.end]
    marks = any(word in QUOTE_MARKS for word in words)
    ours = any(cue is not None and cue.ours for cue in scene.cues[statement.first : statement.end])
    return (
        statement.direct or marks or ours or any(word.endswith("نا") or word in scene.words.negations for word in words)
    )


def _topic(scene: Scene, speaker: Speaker, statement: content.Statement, about: bool) -> bool:
    """«فرنسا: الوزير يستنكر …»: a state before the colon and somebody's report behind it name what it is about.

    So do a name and what describes it: «X: الصقر الذي يعشق البحر».
    """
    words = scene.doc.words
    if words[statement.first].startswith("ال") and words[statement.first + 1 : statement.first + 2] in _WHO:
        return True
    if speaker.mention is None or scene.mentions[speaker.mention].kind != "country":
        return about and speaker.mention is None
    if scene.mentions[speaker.mention].via == "name" and not _speech(scene, statement):
        return True
    cues = scene.cues[statement.first : statement.end]
    return about or any(cue is not None and cue.kind == "verb" and not cue.ours for cue in cues)
