"""Words quoted of whoever takes a stance without a verb of saying: شكر … قطر على «حربها ضد الإرهاب», "flatly rejected".

They are read off the coded relations: who condemns, thanks, threatens, demands in a clause is whose words it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...clean.document import Document
from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...model import Mention, Quote, Relation
from ..relations.lexemes import index
from .vocabulary import vocabulary

_STANCES = frozenset(("ACCUSE", "REJECT", "THREATEN", "SUPPORT", "REQUEST"))
_CLOSING = {'"': '"', "“": "”", "«": "»", "”": "”"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")
# Characters that may stand between what a relation's words cover and what is quoted.
_NEAR = 45
# Behind these a word is spoken of.
_TERMS = frozenset(("تعبير", "مصطلح", "كلمه", "عباره", "لائحه", "قائمه", "هجوم"))
_OFFICE = 5  # words
_WORDS = 2  # of fewer only a judgement counts: a word in marks is as often a name


def find(
    doc: Document, lexicon: Lexicon, mentions: Sequence[Mention], quotes: Sequence[Quote], relations: Sequence[Relation]
) -> list[Quote]:
    """What the statements leave of a document's quoted words, with who speaks them."""
    stances = [one for one in relations if one.field == doc.field and _is_stance(one)]
    if not stances:
        return []
    held = [(one.start or 0, one.end or 0) for one in quotes if one.field == doc.field]
    named = [one for one in mentions if one.field == doc.field and one.start is not None and one.kind != "place"]
    found = []
    for number, (begin, end) in enumerate(doc.sentences):
        told = [one for one in stances if one.sentence == number or (one.sentence is None and doc.field == "title")]
        for first, last in _quoted(doc.text, begin, end) if told else ():
            if any(start < last and first < stop for start, stop in held):
                continue
            near = [one for one in told if _leads_up(one, first, last)]
            stance = max(near, key=lambda one: one.start or 0, default=None)
            if stance is None or not _is_speech(doc, lexicon, named, first, last):
                continue
            speaker = _speaker(named, stance, first)
            if speaker is not None:
                found.append(Quote(
                    start=first, end=last, field=doc.field, sentence=stance.sentence, rule="quotes.stance",
                    confidence=0.7, speaker=_called(doc, speaker, stance),
                    speaker_mention=mentions.index(speaker), direct=True,
                ))  # fmt: skip
    return found


def _is_stance(one: Relation) -> bool:
    own = one.status == "occurred" and one.attributed_to is None and one.source is not None
    return own and one.type in _STANCES and one.rule.endswith(":verb")


def _leads_up(one: Relation, first: int, last: int) -> bool:
    """Whether the relation's words come right before what is quoted, or hold it ("flatly rejected" the charge)."""
    start, end = one.start or 0, one.end or 0
    return 0 <= first - end < _NEAR or (start < first and last <= end)


def _quoted(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks, without them."""
    at = begin
    while (mark := _OPENING.search(text, at, end)) is not None:
        at = mark.end()
        close = text.find(_CLOSING[mark.group()], at, end)
        if close > at:
            yield at, close
            at = close + 1


def _is_speech(doc: Document, lexicon: Lexicon, named: Sequence[Mention], first: int, last: int) -> bool:
    """Whether the words are somebody's, and no name or title."""
    words = doc.text[first:last].split()
    if any((one.start or 0) < last and first < (one.end or 0) for one in named):
        return False
    before = doc.text[:first].rstrip(' "«“').rpartition(" ")[2]
    if doc.language == "en":
        return bool(words) and words[0][:1].islower()
    if fold_key(before).lstrip("وبل") in vocabulary(lexicon).titles_before | _TERMS:
        return False
    alone = len(words) == 1 and not words[0].startswith("ال") and index(lexicon).judges(fold_key(words[0]))
    return len(words) >= _WORDS or alone


def _called(doc: Document, speaker: Mention, stance: Relation) -> str:
    """A person by name, an organ or a state as written; an adjective with the office before it: الرئيس الروسي."""
    if speaker.kind == "person":
        return speaker.name
    if speaker.via != "demonym":
        return speaker.text
    phrase = doc.text[stance.start : speaker.end].partition(" ")[2]  # behind the verb that begins the relation
    return phrase if 1 < len(phrase.split()) <= _OFFICE else speaker.text


def _speaker(named: Sequence[Mention], stance: Relation, first: int) -> Mention | None:
    """The last mention in the relation's own words, before what is quoted, that acts for its source."""
    begin = stance.start or 0
    whose = [one for one in named if begin <= (one.start or 0) < first and stance.source in (one.id, one.country)]
    persons = [one for one in whose if one.kind == "person"]  # دعا ترامب المشرعين الأمريكيين: not they
    return next(iter((persons or whose)[-1:]), None)
