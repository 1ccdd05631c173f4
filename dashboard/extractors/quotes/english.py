"""English statements: «X said that …», «"…," X said», «said X», «according to X», «…, which X denied»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Mention, Quote
from . import english_around as around
from . import english_endings as endings
from . import english_replies as replies
from . import english_speakers as speakers
from . import english_statements as content
from .english_scene import CLOSERS, MARKS, EnglishScene, Named, Span, english
from .english_topics import topic


def statements(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """The statements of an English document in text order."""
    scene = EnglishScene(doc, english(lexicon), mentions)
    data, words = scene.data, doc.words
    latest: tuple[int, Span] | None = None  # the sentence of the last statement and its tokens
    for at, word in enumerate(words):
        made: tuple[Quote, Span] | None = None
        also: Named | None = None
        if at in scene.inside:
            continue
        if word in data.verbs or (word in data.ongoing and at and words[at - 1] in data.auxiliaries):
            if at and words[at - 1] == "to" and words[at - 2 : at - 1] != ["on"]:
                continue  # refused to say
            made, also = _verb(scene, at, latest)
        elif word in data.participles and at and words[at - 1] == ",":
            made = _participle(scene, at)
        elif word in MARKS and latest is not None:
            made = _resumed(scene, at, latest[0])
        elif word == "according" and at + 1 < len(words) and words[at + 1] == "to":
            made = _according(scene, at, latest)
        if made is not None:
            first, end, direct = made[1]
            latest = doc.sentence_of[max(at, end - 1)], made[1]
            if direct:
                yield from _led_up(scene, made[1], made[0])
                scene.given.add(first - 1)
            yield made[0]
            if also is not None:
                yield replace(made[0], speaker=also[0], speaker_mention=also[1])
            if made[1][1] <= at and (more := _goes_on(scene, at, made[0])) is not None:
                yield more


def _verb(
    scene: EnglishScene, at: int, latest: tuple[int, Span] | None
) -> tuple[tuple[Quote, Span] | None, Named | None]:
    """The statement of a verb with its tokens, and who makes it beside its speaker: «X and Y said»."""
    words, data = scene.words, scene.data
    start, end = scene.bounds(at)
    if words[at] == "quoted" and words[at - 1] not in ("was", "were", "been", "is"):  # agencies quoted X as saying
        speaker, after = speakers.after(scene, at + 1, end)
        span = content.ahead(scene, at, after, end) if speaker is not None else None
        return (
            (_quote(scene, span, speaker, "quoted", "quotes.en.verb", 0.8), None) if speaker and span else (None, None)
        )
    turned = words[at] in data.inverted and at > start and (words[at - 1] == "," or words[at - 1] in CLOSERS)
    found = None if turned and _named(scene, at + 1, end) else speakers.before(scene, at, start)
    speaker, subject, after = (*found, at + 1) if found is not None else (None, at, at + 1)
    if speaker is None and turned:
        speaker, after = speakers.after(scene, at + 1, end)
    if speaker is None:
        return None, None
    beside = speakers.joint(scene, subject, start) if found is not None else None
    span = _span(scene, at, after, beside[1] if beside is not None else subject, latest)
    if span is not None and span[0] > at and (mark := scene.within(at)) is not None:
        span = (mark, span[1], False)  # the ministry "strongly condemned" the vote
    elif span is None or span[0] <= at < span[1]:
        return None, None
    if latest is None or latest[1][2] or not latest[1][0] <= at < latest[1][1]:  # what somebody is said to say
        scene.spoke(speaker, at)
    made = _quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.verb", 0.85)
    agency = replies.agency(scene, at, end) if made is not None else None
    made = (replace(made[0], relayed_by=agency), made[1]) if made is not None and agency else made
    return made, beside[0] if beside is not None else None


def _named(scene: EnglishScene, at: int, end: int) -> bool:
    """Whether somebody is named at the token and nothing more said: «, said X, a professor»."""
    found = scene.at.get(at)
    return found is not None and scene.mentions[found[0]].kind == "person" and _ends(scene, found[1], end)


def _span(scene: EnglishScene, at: int, after: int, subject: int, latest: tuple[int, Span] | None) -> Span | None:
    """What is said with the verb at token `at`, whose subject begins at `subject`; `after` is behind them both."""
    words, data = scene.words, scene.data
    start, end = scene.bounds(at)
    span = around.quoted(scene, at, start)
    if span is None and words[at] in data.replies and replies.reply(scene, subject, start):
        return replies.replied(scene, subject, start, latest)
    if span is None:
        closed = endings.skip(scene, after, end)
        told = words[at] in ("told", "tells") and endings.skip(scene, endings.told(scene, after, end), end)
        if told and words[told : told + 2] == ["on", "condition"]:
            told = end  # … of anonymity
        if _ends(scene, closed, end) or (told and _ends(scene, told, end)):  # «…, an official said on Tuesday»
            span = around.behind(scene, subject, start)
    if span is None and around.is_aside(scene, at, subject, start, end):  # Since then, he said, talks have …
        span = (at + 2, endings.clause_end(scene, at + 2, end), False)
    return span or content.ahead(scene, at, after, end) or around.behind(scene, subject, start)


def _goes_on(scene: EnglishScene, at: int, quote: Quote) -> Quote | None:
    """The second part of a quotation that its speaker stands in the middle of."""
    _, end = scene.bounds(at)
    _, behind = speakers.after(scene, at + 1, end) if scene.words[at] in scene.data.inverted else (None, at + 1)
    span = around.further(scene, max(behind, at + 1), end)
    if span is None and not quote.direct and behind <= at + 1:  # not: said X, a professor
        span = around.remainder(scene, at + 1, end)
    if span is None or quote.speaker is None:
        return None
    made = _quote(scene, span, (quote.speaker, quote.speaker_mention), quote.verb or "", "quotes.en.further", 0.8)
    return made[0] if made is not None else None


def _resumed(scene: EnglishScene, mark: int, latest: int) -> tuple[Quote, Span] | None:
    """A sentence that is all quotation, right behind one of which the speaker was named: «"…," X said. "…"»."""
    start, quoted = scene.bounds(mark)[0], scene.quotations.get(mark)
    if quoted is None or mark != start or scene.last is None or scene.doc.sentence_of[mark] != latest + 1:
        return None
    if quoted.onward is None and not _ends(scene, quoted.end + 1, scene.bounds(quoted.end)[1]):
        return None
    verb = scene.doc.surface(scene.last_at, scene.last_at + 1)
    return _quote(scene, (mark + 1, quoted.end, True), scene.last, verb, "quotes.en.further", 0.75)


def _led_up(scene: EnglishScene, span: Span, quote: Quote) -> list[Quote]:
    """The paragraphs of a quotation before the one of which the speaker is named, where nobody has them yet."""
    mark, found = scene.onward.get(span[0] - 1), []
    while mark is not None and mark not in scene.given:
        scene.given.add(mark)
        words, speaker = (mark + 1, scene.quotations[mark].end, True), (quote.speaker or "", quote.speaker_mention)
        made = _quote(scene, words, speaker, quote.verb or "", "quotes.en.further", 0.75)
        found += [made[0]] if made is not None else []
        mark = scene.onward.get(mark)
    return found[::-1]


def _ends(scene: EnglishScene, at: int, end: int) -> bool:
    return at >= end or scene.words[at] in ".,;"


def _participle(scene: EnglishScene, at: int) -> tuple[Quote, Span] | None:
    start, end = scene.bounds(at)
    span = content.ahead(scene, at, at + 1, end)
    speaker = scene.last if scene.last_at >= start else topic(scene, start, at)
    if speaker is None or span is None:
        return None
    return _quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.participle", 0.75)


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
    if end - first < (1 if direct else 2):
        return None
    start, stop = scene.doc.span(first, end)
    made = Quote(
        start=start, end=stop, field=scene.doc.field, sentence=scene.doc.sentence_at(start), rule=rule,
        confidence=sure, speaker=speaker[0], speaker_mention=speaker[1], verb=verb, direct=direct,
    )  # fmt: skip
    return made, (first, end, direct)
