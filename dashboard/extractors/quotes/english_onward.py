"""What goes on of an English statement: behind its speaker, in the next sentence, in the paragraphs before."""

from __future__ import annotations

from ...model import Quote
from . import english_around as around
from . import english_rows as rows
from . import english_speakers as speakers
from .english_scene import EnglishScene, Span


def goes_on(scene: EnglishScene, at: int, quote: Quote) -> Quote | None:
    """The second part of a quotation that its speaker stands in the middle of."""
    _, end = scene.bounds(at)
    _, behind = speakers.after(scene, at + 1, end) if scene.words[at] in scene.data.inverted_quoted else (None, at + 1)
    span = around.further(scene, max(behind, at + 1), end)
    if span is None and not quote.direct and behind <= at + 1:  # not: said X, a professor
        span = around.remainder(scene, at + 1, end)
    if span is None or quote.speaker is None:
        return None
    made = rows.quote(scene, span, (quote.speaker, quote.speaker_mention), quote.verb or "", "quotes.en.further", 0.8)
    return made[0] if made is not None else None


def resumed(scene: EnglishScene, mark: int, latest: int) -> tuple[Quote, Span] | None:
    """A sentence that is all quotation, right behind one of which the speaker was named: «"…," X said. "…"»."""
    start, quoted = scene.bounds(mark)[0], scene.quotations.get(mark)
    if quoted is None or mark != start or scene.last is None or scene.doc.sentence_of[mark] != latest + 1:
        return None
    if quoted.onward is None and not rows.ends(scene, quoted.end + 1, scene.bounds(quoted.end)[1]):
        return None
    verb = scene.doc.surface(scene.last_at, scene.last_at + 1)
    return rows.quote(scene, (mark + 1, quoted.end, True), scene.last, verb, "quotes.en.further", 0.75)


def led_up(scene: EnglishScene, span: Span, quote: Quote) -> list[Quote]:
    """The paragraphs of a quotation before the one of which the speaker is named, where nobody has them yet."""
    mark, found = scene.onward.get(span[0] - 1), []
    while mark is not None and mark not in scene.given:
        scene.given.add(mark)
        words, speaker = (mark + 1, scene.quotations[mark].end, True), (quote.speaker or "", quote.speaker_mention)
        made = rows.quote(scene, words, speaker, quote.verb or "", "quotes.en.further", 0.75)
        found += [made[0]] if made is not None else []
        mark = scene.onward.get(mark)
    return found[::-1]
