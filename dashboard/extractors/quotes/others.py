"""Reports without a verb of their own: participles that go on, «بحسب», relays, and headlines of the form «X: …»."""

from __future__ import annotations

from ...model import Quote
from . import content, preceding, rows, speakers, statements
from .rows import Found
from .scene import COMMAS, Scene, Speaker
from .vocabulary import Cue


def participle(scene: Scene, at: int, cue: Cue) -> Found:
    """«، مشيراً إلى …», «قائلاً إن …»: who speaks is the sentence's speaker, or the first person it names."""
    words, end, start = scene.doc.words, scene.sentence_end(at), scene.sentence_start(at)
    if at == start or at + 1 >= end:
        return None
    if cue.feminine and cue.lemma in scene.words.addressed and words[at - 1][0].isalpha():
        return None  # «الحكومة مطالبة بالإصلاح»
    same = scene.last_sentence == scene.doc.sentence_of[at]
    verb = scene.words.cue(words[at - 1])  # «وتابع قائلا»
    if verb is not None and verb.kind == "verb" and not same:
        speaker = scene.previous(verb)
    else:
        speaker = scene.last if same else preceding.subject(scene, start, at)
    if speaker is None:
        return None
    statement = statements.read(scene, at, cue, at + 1, end, True)
    if statement is None:
        return None
    scene.said(speaker, cue, at)
    made = rows.quote(scene, statement, speaker, words[at], "quotes.participle", 0.85, None, at)
    return [made], statement.after if statement.direct else statement.first


def according(scene: Scene, at: int, cue: Cue) -> Found:
    """«…، بحسب X», «وفقا لـX، …»: the speaker follows, the statement is the rest of the sentence."""
    words, end, start = scene.doc.words, scene.sentence_end(at), scene.sentence_start(at)
    token = at + 1
    if token < end and words[token] == "ل":
        token += 1
    relay = scene.words.cue(words[token + 1]) if token + 1 < end and words[token] == "ما" else None
    if relay is not None:
        token += 2
    found = _source(scene, token, end)
    if found is None:
        return None
    speaker, after = found
    index = speaker.mention
    if index is not None and scene.mentions[index].kind == "country" and scene.mentions[index].via != "capital":
        return None
    first = at == start or (cue.joined and at == start)
    span = (after + (after < end and words[after] in COMMAS), end) if first else (start, at)
    if first and span[0] < end and words[span[0]] in scene.words.bare_clause:  # «بحسب X، فإن …»
        span = (span[0] + 1, end)
    statement = content.trim(scene, *span, False, span[1])
    if statement is None or statement.end - statement.first < 3 or _reported(scene, statement.first, statement.end):
        return None
    return [rows.quote(scene, statement, speaker, words[at], "quotes.according", 0.8, None, at)], after


def _reported(scene: Scene, first: int, end: int) -> bool:
    """Whether a statement with a speaker of its own fills the span: «قال X …، بحسب رويترز» is X's."""
    return any(
        (cue := scene.words.cue(scene.doc.words[token])) is not None and cue.kind == "verb"
        and cue.lemma not in scene.words.needs_clause for token in range(first, end)
    )  # fmt: skip


def _source(scene: Scene, at: int, end: int) -> tuple[Speaker, int] | None:
    """The one speaker at token `at`, the preposition ل on it left out."""
    if at >= end:
        return None
    index = scene.at.get(at)
    if index is not None:
        mention = scene.mentions[index]
        if mention.kind == "place" or mention.via == "demonym":
            return None
        return Speaker(scene.name(index), index), scene.ends[index]
    word = scene.doc.words[at]
    for form in (word, word[1:], "ال" + word[2:]):
        if form in scene.words.sources or form in scene.words.offices:
            found, after = speakers.after(scene, at, end) if form == word else ([], at)
            if found:
                return found[0], after
            after = speakers.phrase(scene, at + 1, end)
            text = scene.doc.surface(at, after)
            return Speaker(text if form == word else form + text[len(word) :], None, (form,)), after
    return None


def relay(scene: Scene, at: int, cue: Cue) -> Found:
    """«نقلت إنترفاكس عن لافروف قوله إن …»: the one behind عن speaks, the subject relays."""
    words, end = scene.doc.words, scene.sentence_end(at)
    for token in range(at + 1, min(end - 1, at + 12)):
        if words[token] != "عن":
            continue
        found, after = speakers.after(scene, token + 1, end)
        opener = content.opening(scene, after, end)
        if not found or opener is None or (opener - after > 8 and words[after] not in scene.words.saying_nouns):
            return None
        statement = content.read(scene, opener)
        if statement is None:
            return None
        relay = " ".join(scene.doc.surface(at + 1, token).split()) if token > at + 1 else None
        if relay is None and scene.relay is not None and scene.relay[0] == scene.doc.sentence_of[at]:
            relay = scene.relay[1]
        for speaker in found:
            scene.said(speaker, Cue("verb", cue.lemma, False, False, False), at)
            scene.said(speaker, Cue("verb", cue.lemma, False, True, False), at)
        made = [rows.quote(scene, statement, s, words[at], "quotes.relayed", 0.85, relay, at) for s in found]
        return made, statement.after if statement.direct else statement.first
    return None


def headline(scene: Scene) -> list[Quote]:
    """«لافروف: …»: a speaker and a colon open a title."""
    words, total = scene.doc.words, len(scene.doc.words)
    colon = next((i for i in range(1, min(total, 12)) if words[i] == ":"), None)
    if colon is None or colon + 1 >= total:
        return []
    found, after = speakers.after(scene, 0, colon)
    if not found or after != colon or any(scene.is_news(s.mention) for s in found if s.mention is not None):
        return []
    statement = content.read(scene, colon)
    if statement is not None and _topic(scene, found[0], statement):
        return []
    if statement is None or "؟" in words[statement.first : statement.end + 1]:
        return []
    return [rows.quote(scene, statement, s, ":", "quotes.headline", 0.85, None, None) for s in found]


def _topic(scene: Scene, speaker: Speaker, statement: content.Statement) -> bool:
    """«فرنسا: الوزير يستنكر …»: a state before the colon and somebody's report behind it name what it is about."""
    if speaker.mention is None or scene.mentions[speaker.mention].kind != "country":
        return False
    cues = (scene.words.cue(word) for word in scene.doc.words[statement.first : statement.end])
    return any(cue is not None and cue.kind == "verb" and not cue.ours for cue in cues)
