"""Where a statement ends: at the next report, and before what the reporter adds to it."""

from __future__ import annotations

from ..people.words import FUNCTION, NAME, NOUN, VERB
from . import gap
from .scene import COMMAS, QUOTE_MARKS, STOPS, Scene
from .vocabulary import Cue

# A report begins within as many tokens of the word that opens its clause.
_SOON = 4
# «، وفي وقت لاحق الثلاثاء، أكد»: from its time to its verb, in tokens.
_TIME = 7
_WHILE = frozenset(("بينما", "فيما", "عندما", "بعدما", "رغم"))
_CLOSERS = ".:؛;"


def clause_end(scene: Scene, first: int, noun: bool) -> int:
    """To the sentence's end, or to the next word that reports («، مشيرا», «، وقال», «بحسب», «في حين أشار X»).

    A statement that is a noun phrase (`noun`) ends before a further verb too: «إلى الحوار، وعرضت الجامعة وساطتها».
    """
    words, cues, end = scene.doc.words, scene.cues, scene.sentence_end(first)
    closing, token = scene.words.closing, first
    while token < end:
        word = words[token]
        if cues[token] is None and word not in closing and not (noun and words[token - 1] in COMMAS):
            token += 1  # nothing ends with most words
            continue
        if word in QUOTE_MARKS:
            close = gap.closing(scene, token)
            if close is not None and close < end:
                token = close + 1
                continue
        stop = noun and token > first and (_verb(scene, token) or _this(scene, first, token))
        if stop or (token > first and _ends(scene, token, end)):
            break
        token += 1
    return token


def _ends(scene: Scene, token: int, end: int) -> bool:
    words, cue = scene.doc.words, scene.cues[token]
    comma = words[token - 1] in COMMAS
    if words[token] in ("وجاء", "وورد") and words[token + 1 : token + 2] == ["في"]:
        return True
    if cue is not None:
        if cue.kind == "participle":
            return goes_on(scene, token, cue)
        if cue.kind == "according":
            return comma
        main = comma and cue.kind == "verb" and _while(scene, scene.sentence_start(token))
        return (cue.joined or main or _late(scene, token)) and _new_statement(scene, token, end)
    if not comma and words[token] in scene.words.but and scene.cues[min(token + 1, end - 1)] is not None:
        return _reports(scene, token + 1, end)
    if words[token] == "في" and words[token + 1 : token + 2] == ["حين"]:
        return _reports(scene, token + 2, end)
    if not comma:
        return False
    if words[token] in ("علي", "كما") and _credits(scene, token, end):
        return True
    return words[token] in scene.words.breaks and _reports(scene, token + 1, end)


def _while(scene: Scene, start: int) -> bool:
    """Whether a sentence opens with a clause beside its own: «بينما أكد X …، قال Y»."""
    words = scene.doc.words
    first = words[start].removeprefix("و")
    return first in _WHILE or (first == "في" and words[start + 1] in ("حين", "وقت"))


def _late(scene: Scene, token: int) -> bool:
    """«، وفي وقت لاحق الثلاثاء، أكد X أن»: another clause, opened by its time."""
    words = scene.doc.words
    return any(words[i] == "وفي" and words[i + 1] == "وقت" for i in range(max(0, token - _TIME), token - 1))


def goes_on(scene: Scene, token: int, cue: Cue) -> bool:
    """Whether a participle reports: behind a comma, in the accusative, or one that hardly does anything else."""
    words = scene.doc.words
    if not words[token - 1][0].isalpha() or cue.lemma in scene.words.bare_participles:
        return True
    manner = words[token].endswith("ا") and cue.lemma in scene.words.accusative  # «رحب بها واصفا إياها»
    return manner and scene.words.states.isdisjoint(words[max(0, token - 3) : token])


def _this(scene: Scene, first: int, token: int) -> bool:
    """«تنفي ذلك | وتعهدت»: a pronoun is all that was said."""
    cue = scene.cues[token]
    return scene.doc.words[first] in scene.words.these and token - first < 3 and cue is not None and cue.joined


def _verb(scene: Scene, token: int) -> bool:
    """«، وعرضت»: a verb and no noun, joined behind a comma."""
    words = scene.doc.words
    if words[token - 1] not in COMMAS or words[token][0] != "و" or len(words[token]) < 4:
        return False
    kind = scene.words.language.kind(words[token][1:])
    return bool(kind & VERB) and not kind & (NOUN | NAME | FUNCTION)


def _credits(scene: Scene, token: int, end: int) -> bool:
    """«على ما أعلن X», «على حد قوله», «كما ذكر X»."""
    after = token + 1 + (scene.doc.words[token] == "علي")
    if after >= end:
        return False
    if scene.doc.words[token + 1] == "حد":
        return True
    cue = scene.cues[after]
    return cue is not None and cue.kind in ("verb", "relay") and not cue.joined


def _reports(scene: Scene, at: int, end: int) -> bool:
    """Whether a verb of saying and its statement follow soon: «فيما أكد X أن», «إلا أنه شدد على»."""
    for token in range(at, min(end, at + _SOON)):
        cue = scene.cues[token]
        if cue is not None and cue.kind == "verb":
            return cue.lemma in scene.words.governed or gap.opening(scene, token + 1, min(end, token + 20)) is not None
    return False


def _new_statement(scene: Scene, at: int, end: int) -> bool:
    """Whether a joined verb of saying opens a statement of its own within a few tokens."""
    cue = scene.cues[at]
    if cue is not None and cue.lemma in scene.words.governed and scene.doc.words[at - 1] in COMMAS:
        return True
    return gap.opening(scene, at + 1, min(end, at + 12)) is not None


def trim(scene: Scene, first: int, end: int, direct: bool) -> tuple[int, int] | None:
    """The span without commas, stops and the reporter's «على حد تعبيره» at its ends; None where nothing is left."""
    words = scene.doc.words
    closers = QUOTE_MARKS.keys() if direct else ()
    while end > first:
        last = words[end - 1]
        if last in COMMAS or last in _CLOSERS or last in closers:
            end -= 1
        elif not direct and last in scene.words.own_words and end - first > 3:
            shorter = _without_credit(scene, first, end)
            if shorter == end:
                break
            end = shorter
        else:
            break
    while first < end and (words[first] in COMMAS or words[first] in _CLOSERS or words[first] in STOPS):
        first += 1
    return (first, end) if end > first else None


def _without_credit(scene: Scene, first: int, end: int) -> int:
    """Before «على حد تعبيره», «حسب قوله»."""
    words = scene.doc.words
    if words[end - 3 : end - 1] == ["علي", "حد"]:
        return end - 3
    cue = scene.cues[end - 2]
    return end - 2 if cue is not None and cue.kind == "according" else end


def before_tail(scene: Scene, first: int, end: int) -> int:
    """Before «، وذلك خلال …» and «، في مقابلة مع …»: when and where it was said."""
    words = scene.doc.words
    for token in range(first + 3, end - 2):
        if words[token] not in COMMAS:
            continue
        following = words[token + 1]
        noun = words[token + 2] if token + 2 < end else "."
        if following == "وذلك" and (noun in scene.words.asides or noun == "في"):
            return token
        if following in ("في", "خلال", "عبر"):
            closed = all(words[i] not in COMMAS for i in range(token + 2, end))
            if noun in scene.words.occasions and closed and noun not in ("وقت", "قمه", "ختام", "اشاره"):
                return token
    return end
