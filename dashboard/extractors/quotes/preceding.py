"""Who speaks when they stand before the verb: its subject, or whom the sentence names first."""

from __future__ import annotations

from ...clean.document import tokens_of
from . import speakers
from .scene import COMMAS, Scene, Speaker
from .vocabulary import Cue


def before(scene: Scene, at: int, cue: Cue) -> list[Speaker]:
    """The speaker whose name or office ends before the verb at token `at`: «بوتين يعلن», «لكن مسؤولا أميركيا قال»."""
    words, first = scene.doc.words, scene.sentence_start(at)
    token = at
    while token > first and (words[token - 1] in scene.words.between or words[token - 1] in COMMAS):
        token -= 1
    if cue.joined:
        return []
    index = scene.ending.get(token)
    source = _source_before(scene, token, first)
    if index is None or (source is not None and scene.mentions[index].kind != "person"):
        return [source] if source is not None else []
    mention = scene.mentions[index]
    if mention.kind == "place" or (mention.kind == "country" and mention.via == "demonym"):
        return []
    if words[at - 1] not in scene.words.between and not _clause_opens(scene, index, first):
        return []
    return [Speaker(scene.name(index), index, speakers.words_for(scene, index))]


def _clause_opens(scene: Scene, index: int, first: int) -> bool:
    """Whether only an office and a clause's first words stand before a mention, in the sentence of token `first`."""
    mention = scene.mentions[index]
    before = scene.doc.text[scene.doc.starts[first] : mention.start]
    if mention.role and mention.role in before:
        before = before[: before.rindex(mention.role)]
    elif before.endswith("و"):
        return True
    tail = tokens_of(before)
    while tail and (tail[-1] in scene.words.offices or tail[-1] in scene.words.sources):
        tail.pop()
    if tail and tail[-1] in scene.words.clause:  # in what somebody else says: «قال X إن موسكو تتوقع»
        return False
    return not tail or not tail[-1][0].isalpha() or tail[-1] in scene.words.openers


def _source_before(scene: Scene, at: int, first: int) -> Speaker | None:
    """An unnamed source or institution whose phrase ends before token `at`: «لكن مسؤولا أميركيا | قال»."""
    words = scene.doc.words
    for start in range(at - 1, max(first - 1, at - speakers.LONGEST_SOURCE), -1):
        word = words[start]
        joined = start > first and word[0] == "و" and word not in scene.words.sources
        form = word[1:] if joined else word
        if form not in scene.words.sources and form.removesuffix("ا") not in scene.words.sources:
            continue
        opens = joined or start == first or not words[start - 1][0].isalpha() or words[start - 1] in scene.words.openers
        if opens and speakers.phrase(scene, start + 1, at) == at:
            name = speakers.surface(scene, start, at, joined)
            return Speaker(name, scene.at.get(start), (form, *words[start + 1 : at]))
    return None


def subject(scene: Scene, start: int, at: int) -> Speaker | None:
    """The first person of the sentence, or its first institution."""
    named = [scene.at[token] for token in range(start, at) if token in scene.at]
    for kind in ("person", "organization"):
        for index in named:
            mention = scene.mentions[index]
            if mention.kind == kind and not scene.is_news(index):
                return Speaker(scene.name(index), index)
    return None
