"""English statements: «X said that …», «"…," X said», «said X», «according to X», «…, which X denied»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...clean.document import Document
from ...lexicon import Lexicon
from ...model import Mention, Quote
from . import english_around as around
from . import english_endings as endings
from . import english_onward as onward
from . import english_phrases as phrases
from . import english_replies as replies
from . import english_rows as rows
from . import english_speakers as speakers
from . import english_statements as content
from .english_scene import CLOSERS, MARKS, EnglishScene, Named, Span, english
from .english_topics import topic


def statements(doc: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """The statements of an English document in text order."""
    if not doc.bounds:
        return
    scene = EnglishScene(doc, english(lexicon), mentions)
    data, words = scene.data, doc.words
    latest: tuple[int, Span] | None = None  # the sentence of the last statement and its tokens
    for at, word in enumerate(words):
        if word not in data.cues or at in scene.inside:
            continue
        made, also = _made(scene, at, latest)
        if made is not None:
            first, end, direct = made[1]
            latest = doc.sentence_of[max(at, end - 1)], made[1]
            if direct:
                yield from onward.led_up(scene, made[1], made[0])
                scene.given.add(first - 1)
            yield made[0]
            if also is not None:
                yield replace(made[0], speaker=also[0], speaker_mention=also[1])
            if made[1][1] <= at and (more := onward.goes_on(scene, at, made[0])) is not None:
                yield more


def _made(
    scene: EnglishScene, at: int, latest: tuple[int, Span] | None
) -> tuple[tuple[Quote, Span] | None, Named | None]:
    """The statement that the word at a token makes, and who makes it too."""
    data, words, word = scene.data, scene.words, scene.words[at]
    before, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if word in data.verbs or (word in data.ongoing and before in data.auxiliaries):
        refused = before == "to" and words[at - 2 : at - 1] != ["on"]  # refused to say
        return _verb(scene, at, latest) if not refused else (None, None)
    if data.phrasal.get(word) == following:
        return _verb(scene, at, latest)
    made: tuple[Quote, Span] | None = None
    if word == ":" and (latest is None or latest[0] != scene.doc.sentence_of[at]):
        made = _announced(scene, at)
    elif word in data.participles and (before == "," or before in data.carrying):
        made = _participle(scene, at)
    elif word in data.participles and at == scene.bounds(at)[0]:
        made = _opening(scene, at)
    elif word in MARKS and latest is not None:
        made = onward.resumed(scene, at, latest[0])
    elif word in data.phrases and (latest is None or latest[0] != scene.doc.sentence_of[at]):
        made = phrases.phrased(scene, at)
    elif word == "according" and following == "to":
        made = _according(scene, at, latest)
    return made, None


def _verb(
    scene: EnglishScene, at: int, latest: tuple[int, Span] | None
) -> tuple[tuple[Quote, Span] | None, Named | None]:
    """The statement of a verb with its tokens, and who makes it beside its speaker: «X and Y said»."""
    words, data = scene.words, scene.data
    start, end = scene.bounds(at)
    if words[at] == "quoted" and words[at - 1] not in ("was", "were", "been", "is"):  # agencies quoted X as saying
        speaker, after = speakers.after(scene, at + 1, end)
        span = content.ahead(scene, at, after, end) if speaker is not None else None
        made = rows.quote(scene, span, speaker, "quoted", "quotes.en.verb", 0.8) if speaker and span else None
        return made, None
    turned = at > 0 and (
        words[at] in data.inverted
        and words[at - 1] == ","
        or words[at] in data.inverted_quoted
        and words[at - 1] in CLOSERS
    )
    found = None if turned and _named(scene, at + 1, end) else speakers.before(scene, at, start)
    further = at + 1 + (data.phrasal.get(words[at]) == (words[at + 1] if at + 1 < end else ""))
    speaker, subject, after = (*found, further) if found is not None else (None, at, further)
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
    if latest is None or latest[1][2] or not latest[1][0] <= at < latest[1][1]:
        scene.spoke(speaker, at)
    elif "+" in data.governed.get(words[at], ()) and '"' not in words[span[0] : span[1]]:
        return None, None  # said that X had demanded aid
    made = rows.quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.verb", 0.85)
    agency = replies.agency(scene, at, end) if made is not None else None
    made = (replace(made[0], relayed_by=agency), made[1]) if made is not None and agency else made
    return made, beside[0] if beside is not None else None


def _named(scene: EnglishScene, at: int, end: int) -> bool:
    """Whether somebody is named at the token and nothing more said: «, said X, a professor»."""
    found = scene.at.get(at)
    return found is not None and scene.mentions[found[0]].kind == "person" and rows.ends(scene, found[1], end)


def _span(scene: EnglishScene, at: int, after: int, subject: int, latest: tuple[int, Span] | None) -> Span | None:
    """What is said with the verb at token `at`, whose subject begins at `subject`; `after` is behind them both."""
    words, data = scene.words, scene.data
    start, end = scene.bounds(at)
    if words[subject] in ("who", "which") and subject > start:  # X, who has said …, stayed away
        span = content.ahead(scene, at, after, end)
        comma = next((i for i in range(span[0], span[1]) if words[i] == ","), None) if span and not span[2] else None
        return (span[0], comma, False) if span is not None and comma is not None else span
    span = around.quoted(scene, at, start)
    if span is None and words[at] in data.replies and replies.reply(scene, subject, start):
        return replies.replied(scene, subject, start, latest)
    if span is None:
        closed = endings.skip(scene, after, end)
        told = words[at] in ("told", "tells") and endings.skip(scene, endings.told(scene, after, end), end)
        if told and words[told : told + 2] == ["on", "condition"]:
            told = end  # … of anonymity
        if rows.ends(scene, closed, end) or (told and rows.ends(scene, told, end)):  # «…, an official said on Tuesday»
            span = around.behind(scene, subject, start)
    if span is None and around.is_aside(scene, at, subject, start, end):  # Since then, he said, talks have …
        span = (at + 2, endings.clause_end(scene, at + 2, end), False)
    return span or content.ahead(scene, at, after, end) or around.behind(scene, subject, start)


def _announced(scene: EnglishScene, colon: int) -> tuple[Quote, Span] | None:
    """«X had a warning: "…"»: a quotation behind a colon is the subject's."""
    start, mark = scene.bounds(colon)[0], colon + 1
    if mark not in scene.quotations or colon - start < 3:
        return None
    speaker = topic(scene, start, colon)
    if speaker is None or (speaker[1] is not None and scene.mentions[speaker[1]].kind == "country"):
        return None
    return rows.quote(scene, scene.quotation(mark), speaker, "", "quotes.en.colon", 0.7)


def _participle(scene: EnglishScene, at: int) -> tuple[Quote, Span] | None:
    start, end = scene.bounds(at)
    span = content.ahead(scene, at, at + 1, end)
    speaker = scene.last if scene.last_at >= start else topic(scene, start, at)
    if speaker is None or span is None:
        return None
    return rows.quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.participle", 0.75)


def _opening(scene: EnglishScene, at: int) -> tuple[Quote, Span] | None:
    """«Accusing Kyiv of …, Moscow recalled …»: what the sentence's subject says before it."""
    end = scene.bounds(at)[1]
    for comma in range(at + 3, min(end - 2, at + 40)):
        first = comma + 1 + (scene.words[comma + 1] in scene.data.articles)
        if (
            scene.words[comma] != ","
            or comma in scene.inside
            or not any(i in scene.at for i in range(first, first + 4))
        ):
            continue
        speaker, span = topic(scene, comma + 1, end), content.ahead(scene, at, at + 1, comma)
        if speaker is not None and span is not None and span[1] <= comma:
            return rows.quote(scene, span, speaker, scene.doc.surface(at, at + 1), "quotes.en.participle", 0.7)
    return None


def _according(scene: EnglishScene, at: int, latest: tuple[int, Span] | None) -> tuple[Quote, Span] | None:
    start, end = scene.bounds(at)
    if latest is not None and latest[0] == scene.doc.sentence_of[at]:
        return None  # «X said …, according to Reuters» is X's
    token = at + 2 + (at + 2 < end and scene.words[at + 2] in scene.data.articles)
    speaker, stop = speakers.after(scene, token, end)
    if speaker is None:
        speaker, stop = speakers.capitals(scene, token, end)
    if speaker is None:
        return None
    if at == start:
        comma = next((i for i in range(stop, min(end, stop + 12)) if scene.words[i] == ","), None)
        if comma is None:
            return None
        span = (comma + 1, endings.clause_end(scene, comma + 1, end), False)
    else:
        span = (start, at, False)
    return rows.quote(scene, span, speaker, "according to", "quotes.en.according", 0.8)
