"""Arabic statements: verbs of saying, participles that go on, «بحسب», relays, and headlines of the form «X: …»."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quote
from . import content, speakers
from .scene import COMMAS, QUOTE_MARKS, Scene, Speaker
from .vocabulary import Cue


def statements(scene: Scene) -> Iterator[Quote]:
    """The statements of a document in text order."""
    words, total = scene.doc.words, len(scene.doc.words)
    at = 0
    if scene.doc.field == "title":
        headline = _headline(scene)
        if headline:
            yield from headline
            return
    while at < total:
        cue = scene.words.cue(words[at])
        if cue is None:
            if words[at] in QUOTE_MARKS:  # what is quoted is not read for reports of its own
                close = content.closing(scene, at)
                if close is not None and close - at > 3:
                    at = close
            at += 1
            continue
        found = _RULES[cue.kind](scene, at, cue)
        if found is None:
            at += 1
            continue
        quotes, after = found
        yield from quotes
        at = max(after, at + 1)


# Verbs with other senses report only what begins within as many tokens.
_NEAR = 10

Found = tuple[list[Quote], int] | None


def _verb(scene: Scene, at: int, cue: Cue) -> Found:
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
        found, rule = speakers.before(scene, at, cue), "quotes.subject-verb"
    explicit = bool(found)
    if not found:
        previous = _continued(scene, at, cue) if _continues(scene, at, cue) else None
        if previous is None:
            return None
        found, rule = [previous], "quotes.continued"
    starts = _opens_clause(scene, at, cue)
    weak = cue.lemma in scene.words.needs_clause
    if weak and not starts and rule != "quotes.subject-verb":
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
    statement = _statement(scene, at, cue, next_token, end, sure)
    if statement is None and rule == "quotes.verb-subject":
        statement, rule = content.before(scene, at), "quotes.quoted-before"
    if statement is None:
        return None
    for speaker in found:
        scene.said(speaker, cue, at)
    relayed_by = _relayed(scene, next_token, statement.first)
    confidence = 0.9 if explicit else 0.75
    made = [_quote(scene, statement, s, words[at], rule, confidence, relayed_by, at) for s in found]
    return made, max(next_token, statement.after if statement.direct else statement.first)


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
        subject = _subject(scene, start, at)
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
    return not before[0].isalnum() or before in scene.words.openers or before in scene.words.leads


def _statement(scene: Scene, at: int, cue: Cue, next_token: int, end: int, sure: bool) -> content.Statement | None:
    """What a verb introduces: a clause, a quotation, or the object that its preposition governs."""
    opener = content.opening(scene, next_token, end)
    prepositions = scene.words.governed.get(cue.lemma)
    objects = prepositions is not None and (not prepositions or "+" in prepositions)
    if prepositions is not None and (opener is None or not _near(scene, next_token, opener)):
        behind = content.governed(scene, next_token, end, prepositions, near=objects) if prepositions else None
        if behind is not None and (opener is None or behind <= opener):
            return content.read(scene, behind)
        if objects and sure and not cue.transitive:
            start = _object(scene, next_token, end)
            if start is not None:
                return content.read(scene, start)
    if opener is None or (cue.lemma in scene.words.needs_clause and opener - next_token > _NEAR):
        return None
    return content.read(scene, opener)


def _object(scene: Scene, at: int, end: int) -> int | None:
    """Where a verb's object begins behind its subject, days and «، في حديث مع …،» stepped over."""
    words = scene.doc.words
    for _ in range(2):
        while at < end and (words[at] in COMMAS or words[at] in scene.words.leads):
            at += 1
        if at < end and (words[at] in QUOTE_MARKS or words[at] in scene.words.these):
            return at
        if at < end and words[at] not in scene.words.functions and words[at][0].isalpha():
            return at
        at = next((i for i in range(at, min(end, at + 12)) if words[i] in COMMAS), end)
    return None


def _near(scene: Scene, at: int, opener: int) -> bool:
    """Whether nothing but the verb's preposition stands before the clause: «أشار إلى أن»."""
    return opener - at <= 1 or all(
        word in COMMAS or word in scene.words.leads for word in scene.doc.words[at : opener - 1]
    )


def _participle(scene: Scene, at: int, cue: Cue) -> Found:
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
        speaker = scene.last if same else _subject(scene, start, at)
    if speaker is None:
        return None
    statement = _statement(scene, at, cue, at + 1, end, True)
    if statement is None:
        return None
    scene.said(speaker, cue, at)
    made = _quote(scene, statement, speaker, words[at], "quotes.participle", 0.85, None, at)
    return [made], statement.after if statement.direct else statement.first


def _subject(scene: Scene, start: int, at: int) -> Speaker | None:
    """The first person of the sentence, or its first institution."""
    named = [scene.at[token] for token in range(start, at) if token in scene.at]
    for kind in ("person", "organization"):
        for index in named:
            mention = scene.mentions[index]
            if mention.kind == kind and not scene.is_news(index):
                return Speaker(scene.name(index), index)
    return None


def _according(scene: Scene, at: int, cue: Cue) -> Found:
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
    statement = content._trim(scene, *span, False, span[1])
    if statement is None or statement.end - statement.first < 3 or _reported(scene, statement.first, statement.end):
        return None
    return [_quote(scene, statement, speaker, words[at], "quotes.according", 0.8, None, at)], after


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
            after = speakers._phrase(scene, at + 1, end)
            text = scene.doc.surface(at, after)
            return Speaker(text if form == word else form + text[len(word) :], None, (form,)), after
    return None


def _relay(scene: Scene, at: int, cue: Cue) -> Found:
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
        made = [_quote(scene, statement, s, words[at], "quotes.relayed", 0.85, relay, at) for s in found]
        return made, statement.after if statement.direct else statement.first
    return None


def _headline(scene: Scene) -> list[Quote]:
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
    return [_quote(scene, statement, s, ":", "quotes.headline", 0.85, None, None) for s in found]


def _topic(scene: Scene, speaker: Speaker, statement: content.Statement) -> bool:
    """«فرنسا: الوزير يستنكر …»: a state before the colon and somebody's report behind it name what it is about."""
    if speaker.mention is None or scene.mentions[speaker.mention].kind != "country":
        return False
    cues = (scene.words.cue(word) for word in scene.doc.words[statement.first : statement.end])
    return any(cue is not None and cue.kind == "verb" and not cue.ours for cue in cues)


def _relayed(scene: Scene, first: int, end: int) -> str | None:
    """The news outlet that stands between a speaker and the statement: «في حديث لوكالة تاس»."""
    for token in range(first, end):
        index = scene.at.get(token)
        if index is not None and scene.is_news(index):
            return scene.mentions[index].text
    return None


def _quote(
    scene: Scene, statement: content.Statement, speaker: Speaker, verb: str, rule: str, confidence: float,
    relay: str | None, at: int | None,
) -> Quote:  # fmt: skip
    start, end = scene.doc.span(statement.first, statement.end)
    written = verb if at is None else _written(scene, at)
    return Quote(
        start=start, end=end, field=scene.doc.field, sentence=scene.doc.sentence_at(start), rule=rule,
        confidence=confidence, speaker=speaker.name, speaker_mention=speaker.mention, relayed_by=relay, verb=written,
        direct=statement.direct,
    )  # fmt: skip


def _written(scene: Scene, at: int) -> str:
    """The verb as written, without the conjunction before it."""
    text = scene.doc.surface(at, at + 1)
    cue = scene.words.cue(scene.doc.words[at])
    return text[1:] if cue is not None and cue.joined else text


_RULES = {"verb": _verb, "participle": _participle, "according": _according, "relay": _relay}
