"""English statements without a verb of saying: «in the words of X», «in X's view», «as X put it»."""

from __future__ import annotations

from ...model import Quote
from . import english_endings as endings
from . import english_rows as rows
from . import english_speakers as speakers
from .english_scene import EnglishScene, Named, Span

RULE = "quotes.en.phrase"


def phrased(scene: EnglishScene, at: int) -> tuple[Quote, Span] | None:
    """The statement of which the phrase around the noun (or "put") at a token says whose it is."""
    start, end = scene.bounds(at)
    found = _put(scene, at, start, end) if scene.words[at] == "put" else _words(scene, at, start, end)
    if found is None:
        return None
    speaker, first, stop = found
    span = _quoted(scene, start, end)
    if span is None and first <= start + 1 and stop < end and scene.words[stop] == ",":
        span = (stop + 1, endings.clause_end(scene, stop + 1, end), False)
    return rows.quote(scene, span, speaker, "", RULE, 0.7) if span is not None else None


def _words(scene: EnglishScene, at: int, start: int, end: int) -> tuple[Named, int, int] | None:
    """«in the words of X», «in X's view»: who it is, where the phrase begins and where it ends."""
    words = scene.words
    if words[at - 2 : at] == ["in", "the"] and words[at + 1 : at + 2] == ["of"] and at - 2 >= start:
        speaker, stop = speakers.after(scene, at + 2, end)
        return (speaker, at - 2, stop) if speaker is not None else None
    index = scene.ending.get(at - 2) if words[at - 1] == "s" else None
    if index is None:
        return None
    first, named = scene.doc.token_at(scene.mentions[index].start or 0), scene.named(index)
    opened = first > start and words[first - 1] == "in"
    return (named, first - 1, at + 1) if named is not None and opened else None


def _put(scene: EnglishScene, at: int, start: int, end: int) -> tuple[Named, int, int] | None:
    """«as X put it»."""
    if scene.words[at + 1 : at + 2] != ["it"]:
        return None
    found = speakers.before(scene, at, start)
    if found is None or found[1] <= start - 1 or "as" not in scene.words[max(start, found[1] - 2) : found[1] + 1]:
        return None
    return found[0], found[1] - 1, at + 2


def _quoted(scene: EnglishScene, start: int, end: int) -> Span | None:
    """The quotation in a sentence."""
    mark = next((i for i in range(start, end) if i in scene.quotations), None)
    return scene.quotation(mark) if mark is not None else None
