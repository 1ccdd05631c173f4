"""English statements: «X said that …», «"…," X said», «said X», «according to X», «…, which X denied»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Mention, Quote
from . import english_endings as endings
from . import english_speakers as speakers
from . import english_statements as content
from .english_scene import CLOSERS, MARKS, EnglishScene, Named, Span, english


def statements(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """The statements of an English document in text order."""
    scene = EnglishScene(doc, english(lexicon), mentions)
    data, words = scene.data, doc.words
    latest: tuple[int, Span] | None = None  # the sentence of the last statement and its tokens
    for at, word in enumerate(words):
        made: tuple[Quote, Span] | None = None
        if at in scene.inside:
            continue
        if word in data.verbs:
            made = _verb(scene, at, latest)
        elif word in data.participles and at and words[at - 1] == ",":
            made = _participle(scene, at)
        elif word in MARKS and latest is not None and latest[1][2]:
            made = _resumed(scene, at, latest[0])
        elif word == "according" and at + 1 < len(words) and words[at + 1] == "to":
            made = _according(scene, at, latest)
        if made is not None:
            latest = doc.sentence_of[at], made[1]
            yield made[0]
            if made[1][2] and made[1][1] <= at and (more := _goes_on(scene, at, made[0])) is not None:
                yield more


def _verb(scene: EnglishScene, at: int, latest: tuple[int, Span] | None) -> tuple[Quote, Span] | None:
    words, data = scene.words, scene.data
    start, end = scene.bounds(at)
    found = speakers.before(scene, at, start)
    speaker, subject, after = (*found, at + 1) if found is not None else (None, at, at + 1)
    if speaker is None and words[at] in data.inverted and at and (words[at - 1] == "," or words[at - 1] in CLOSERS):
        speaker, after = speakers.after(scene, at + 1, end)
    if speaker is None:
        return None
    span = content.quoted(scene, at, start)
    if span is None and words[at] in data.replies and _reply(scene, subject, start):
        span = _replied(scene, subject, start, latest)
        if span is None:
            return None
    if span is None:
        closed = endings.skip(scene, after, end)
        told = words[at] in ("told", "tells") and endings.skip(scene, endings.told(scene, after, end), end)
        if told and words[told : told + 2] == ["on", "condition"]:
            told = end  # … of anonymity
        if _ends(scene, closed, end) or (told and _ends(scene, told, end)):  # «…, an official said on Tuesday»
            span = content.behind(scene, subject, start)
    if span is None and content.is_aside(scene, at, subject, start, end):  # Since then, he said, talks have …
        span = (at + 2, endings.clause_end(scene, at + 2, end), False)
    span = span or content.ahead(scene, at, after, end) or content.behind(scene, subject, start)
    if span is None or span[0] <= at < span[1]:
        return None
    scene.last, scene.last_at = speaker, at
    made = _quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.verb", 0.85)
    agency = _agency(scene, at, end) if made is not None else None
    return (replace(made[0], relayed_by=agency), made[1]) if made is not None and agency else made


def _agency(scene: EnglishScene, at: int, end: int) -> str | None:
    """Who passes it on: told Reuters, was quoted by TASS as saying."""
    if scene.words[at] not in ("told", "quoted"):
        return None
    for token in range(at + 1, min(end, at + 6)):
        found = scene.at.get(token)
        if found is not None and scene.mentions[found[0]].id in scene.data.agencies:
            return scene.mentions[found[0]].text
        if scene.words[token] in ("that", "as", ","):
            return None
    return None


def _goes_on(scene: EnglishScene, at: int, quote: Quote) -> Quote | None:
    """The second part of a quotation that its speaker stands in the middle of."""
    _, end = scene.bounds(at)
    _, behind = speakers.after(scene, at + 1, end) if scene.words[at] in scene.data.inverted else (None, at + 1)
    span = content.further(scene, max(behind, at + 1), end)
    if span is None or quote.speaker is None:
        return None
    made = _quote(scene, span, (quote.speaker, quote.speaker_mention), quote.verb or "", "quotes.en.further", 0.8)
    return made[0] if made is not None else None


def _resumed(scene: EnglishScene, mark: int, latest: int) -> tuple[Quote, Span] | None:
    """A sentence that is all quotation, right behind one of which its speaker was named: «"…," X said. "…"»."""
    doc, start = scene.doc, scene.bounds(mark)[0]
    close = scene.close(mark) if mark == start else None
    if close is None or scene.last is None or doc.sentence_of[mark] != latest + 1:
        return None
    same = "\n" not in doc.text[doc.ends[mark - 1] : doc.starts[mark]]
    if not same or not _ends(scene, close + 1, scene.bounds(close)[1]):
        return None
    verb = doc.surface(scene.last_at, scene.last_at + 1)
    return _quote(scene, (mark + 1, close, True), scene.last, verb, "quotes.en.further", 0.75)


def _ends(scene: EnglishScene, at: int, end: int) -> bool:
    return at >= end or scene.words[at] in ".,;"


def _reply(scene: EnglishScene, subject: int, start: int) -> bool:
    """Whether the subject stands in «, which Serbia denied», «, a claim Beijing rejected»."""
    return any(
        scene.words[i] in ("which", "claim", "charge", "accusation", "allegation", "charges", "allegations")
        and "," in (scene.words[i - 1], scene.words[i - 2]) for i in range(max(start + 2, subject - 3), subject + 2)
        if i < len(scene.words)
    )  # fmt: skip


def _replied(scene: EnglishScene, subject: int, start: int, latest: tuple[int, Span] | None) -> Span | None:
    """What is denied: the statement that the sentence reports before, else the clause before the comma."""
    comma = next((i for i in range(subject, max(start, subject - 6), -1) if scene.words[i] == ","), None)
    if comma is None:
        return None
    if latest is not None and latest[0] == scene.doc.sentence_of[subject] and latest[1][1] <= comma:
        return latest[1]
    return (start, comma, False) if comma - start > 2 else None


def _participle(scene: EnglishScene, at: int) -> tuple[Quote, Span] | None:
    _, end = scene.bounds(at)
    span = content.ahead(scene, at, at + 1, end)
    if scene.last is None or span is None:
        return None
    return _quote(scene, span, scene.last, scene.doc.surface(at, at + 1), "quotes.en.participle", 0.75)


def _according(scene: EnglishScene, at: int, latest: tuple[int, Span] | None) -> tuple[Quote, Span] | None:
    start, end = scene.bounds(at)
    if latest is not None and latest[0] == scene.doc.sentence_of[at]:
        return None  # «X said …, according to Reuters» is X's
    token = at + 2 + (at + 2 < end and scene.words[at + 2] in scene.data.articles)
    speaker, stop = speakers.after(scene, token, end)
    if speaker is None:
        return None
    if at == start:
        comma = next((i for i in range(stop, min(end, stop + 12)) if scene.words[i] == ","), None)
        if comma is None:
            return None
        span = (comma + 1, endings.clause_end(scene, comma + 1, end), False)
    else:
        span = (start, at, False)
    return _quote(scene, span, speaker, "according to", "quotes.en.according", 0.8)


def _quote(
    scene: EnglishScene, span: Span, speaker: Named, verb: str, rule: str, sure: float
) -> tuple[Quote, Span] | None:
    first, end, direct = span
    while end > first and scene.words[end - 1] in ",.:;":
        end -= 1
    if end - first < 2:
        return None
    start, stop = scene.doc.span(first, end)
    made = Quote(
        start=start, end=stop, field=scene.doc.field, sentence=scene.doc.sentence_at(start), rule=rule,
        confidence=sure, speaker=speaker[0], speaker_mention=speaker[1], verb=verb, direct=direct,
    )  # fmt: skip
    return made, (first, end, direct)
