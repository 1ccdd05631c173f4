"""The rows of the record: a statement with its speaker, verb and relay."""

from __future__ import annotations

from ...model import Quote
from .content import Statement
from .scene import QUOTE_MARKS, Scene, Speaker

# What a rule made at a cue, and the token at which reading goes on.
Found = tuple[list[Quote], int] | None


def quote(
    scene: Scene, statement: Statement, speaker: Speaker, verb: str, rule: str, confidence: float,
    relay: str | None, at: int | None,
) -> Quote:  # fmt: skip
    first = statement.first
    words = scene.doc.words
    while first < statement.end - 1 and (
        _idle(words[first]) or (words[first] in QUOTE_MARKS and _idle(words[first + 1]))
    ):
        first += 1  # «.. أيضا», «". وقال»: dots and another's mark before a sentence are none of it
    start, end = scene.doc.span(first, statement.end)
    written = verb if at is None else _written(scene, at)
    return Quote(
        start=start, end=end, field=scene.doc.field, sentence=scene.doc.sentence_at(start), rule=rule,
        confidence=confidence, speaker=speaker.name, speaker_mention=speaker.mention, relayed_by=relay, verb=written,
        direct=statement.direct,
    )  # fmt: skip


def _idle(word: str) -> bool:
    return not word[0].isalnum() and word not in QUOTE_MARKS and word not in "([#@"


def _written(scene: Scene, at: int) -> str:
    """The verb as written, without the conjunction before it."""
    text = scene.doc.surface(at, at + 1)
    cue = scene.words.cue(scene.doc.words[at])
    return text[1:] if cue is not None and cue.joined else text


def relayed(scene: Scene, first: int, end: int) -> str | None:
    """The news outlet that stands between a speaker and the statement: «في حديث لوكالة تاس»."""
    for token in range(first, end):
        index = scene.at.get(token)
        if index is not None and scene.is_news(index):
            return scene.mentions[index].text
    return None
